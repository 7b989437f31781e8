"""The Sphinx extension: pages of an archive, links to them, citations and pictures, in every kind of output."""

import json
import re
import zlib
from io import StringIO
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

import zhanaozen_archive as za
from tests.commands import CLAIMS, claim, write_archive
from zhanaozen_archive._loading import load
from zhanaozen_archive.sphinx._method import codebook_page, readings_page
from zhanaozen_archive.sphinx._rst import escaped

INDEX = """
Home
====

An event :za:event:`shooting`, a source :za:source:`The article <agency2011ten>`, a claim
:za:claim:`agency2011ten/killed-desk`, any :any:`unrest`, :ref:`za-agency2011ten`; cited :za:cite:`agency2011ten` and
:za:cite:`agency2011ten/killed-desk`.

.. za:toll:: unrest
   :title: How many

.. za:timeline::

.. za:attribution:: shooting
   :of: killed

.. za:claims::
   :of: killed
   :by: officials

.. za:conflicts::
   :grade: certain

.. toctree::

   record/index
   record/codebook
   record/readings
"""


class Site:
    """A project that is built once for each kind of output."""

    def __init__(self, folder: Path):
        self.folder = folder
        hurt = claim("injured", "injured", "3", "Friday")
        self.archive = write_archive(folder / "archive", *CLAIMS, hurt)
        self.source = folder / "source"
        self.source.mkdir()
        self.write(INDEX)

    def write(self, index):
        (self.source / "index.rst").write_text(index, "utf-8")

    def build(self, builder, processes=1, **settings):
        """Build, and give the folder and what was complained of."""
        complaints = StringIO()
        out = self.folder / builder
        with docutils_namespace():
            app = Sphinx(
                self.source,
                None,
                out,
                self.folder / "doctrees",
                builder,
                confoverrides={
                    "extensions": ["zhanaozen_archive.sphinx"],
                    "nitpicky": True,
                    "zhanaozen_archive": str(self.archive),
                    "zhanaozen_record": "record",
                    **settings,
                },
                status=None,
                warning=complaints,
                parallel=processes,
            )
            app.build()
        return out, re.sub("\x1b\\[[0-9;]*m", "", complaints.getvalue())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def html(site):
    out, complaints = site.build("html")
    assert complaints == ""
    return out


def page(html, name):
    return (html / f"{name}.html").read_text("utf-8")


def words(text):
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_every_event_and_every_source_has_a_page(site, html):
    held = load(site.archive)

    for event in held.events():
        assert event.label in words(page(html, f"record/events/{event.id}"))
    for source in held.sources():
        text = words(page(html, f"record/sources/{source.key}"))
        assert source.key in text
        for said in held.claims(via=source):
            assert said.source != source or said.id in text


def test_the_codebook_and_the_readings_have_pages_with_every_reason(site, html):
    held = load(site.archive)
    book, readings = (words(page(html, f"record/{name}")) for name in ("codebook", "readings"))

    for definition in held.codebook.definitions:
        assert definition.definition in book
        assert (definition.cumulative or "") in book
        assert (definition.parts or "") in book
    for vocabulary in held.codebook.vocabularies:
        assert (vocabulary.exclusive or "Several of its terms") in book
        assert all(term.label in book for term in vocabulary.terms)
    assert all(family.because in book for family in held.codebook.disjoint)
    for reading in held.readings:
        assert reading.because in readings
        for row in (*reading.words, reading.floors):
            assert row is None or row.because in readings


def test_every_reason_of_the_shipped_archive_is_on_its_pages():
    held = za.load()
    book, readings = ("\n".join(lines(held)) for lines in (codebook_page, readings_page))

    for reading in held.readings:
        hints = [reading.floors, reading.ceilings, reading.about, *reading.words]
        reasons = [reading.because, reading.dates_as_written or "", *(h.because for h in hints if h)]
        assert all(escaped(reason) in readings for reason in reasons)
    for definition in held.codebook.definitions:
        assert f"``{definition.property.id}``" in book
        assert escaped(definition.definition) in book


def test_links_go_to_pages_and_to_claims_on_them(html):
    text = page(html, "index")

    for target in (
        "record/events/shooting.html#za-event-shooting",
        "record/sources/agency2011ten.html#za-source-agency2011ten",
        "record/sources/agency2011ten.html#za-claim-agency2011ten-killed-desk",
        "record/events/unrest.html#za-event-unrest",
        "record/sources/agency2011ten.html#za-agency2011ten",
    ):
        assert f'href="{target}"' in text
        name, anchor = target.split("#")
        assert f'id="{anchor}"' in (html / name).read_text("utf-8")


def test_other_projects_can_link_to_every_record_and_every_label(site, html):
    held = load(site.archive)
    lines = zlib.decompress((html / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().split("\n")
    found = {tuple(line.split(" ")[:2]) for line in lines if line}

    for kind, ids in [
        ("za:event", [event.id for event in held.events()]),
        ("za:source", [source.key for source in held.sources()]),
        ("za:claim", [said.id for said in held.claims()]),
        ("std:label", [f"za-{source.key}" for source in held.sources()]),
        ("std:label", [f"za-{event.id}" for event in held.events()]),
    ]:
        assert {(id_, kind) for id_ in ids} <= found


def test_roles_cite_a_source_and_a_claim(html):
    cited = re.findall(r'<span class="za-cite">([^<]*)</span>', page(html, "index"))

    assert cited == ["(A Reader, 2011)", "(A Reader, 2011, para. 1)"]


def test_pictures_stand_in_pages_with_their_style_sheet_once(html):
    text = page(html, "index")

    assert text.count('<figure class="zat">') == 3
    assert text.count(".zat.zat {") == 1
    assert ".zat.zat {" not in page(html, "search")
    assert "How many" in text


def test_a_source_says_how_to_cite_it(html):
    text = page(html, "record/sources/agency2011ten")
    item = re.search(r"CSL-JSON</p>(.*?)</pre>", text, re.DOTALL)[1]

    assert text.count('class="za-copy docutils container"') == 1
    assert "[@agency2011ten]" in words(text)
    csl = json.loads(re.sub(r"<[^>]+>", "", item).replace("&quot;", '"').replace("&#39;", "'"))
    assert csl["id"] == "agency2011ten"
    coins = re.search(r'<span class="Z3988" title="([^"]*)"', text)[1]
    assert "rft.type=newspaperArticle&amp;rft.title=Ten+Killed" in coins


def test_a_number_that_one_voice_alone_gives_is_not_drawn(html):
    text = page(html, "record/events/shooting")

    assert text.count('<figure class="zat">') == 1
    assert "Shooting in the square: killed" in text


def test_pages_bring_their_script_and_style_and_nothing_from_elsewhere(html):
    text = page(html, "record/sources/agency2011ten")

    assert "zhanaozen.js" in text
    assert "zhanaozen.css" in text
    assert (html / "_static/zhanaozen.js").is_file()
    assert (html / "_static/zhanaozen.css").is_file()
    assert not re.search(r'<(script|link|img|iframe)[^>]*(src|href)="(https?:)?//', text)


@pytest.mark.parametrize(("builder", "name"), [("text", "index.txt"), ("man", "project.1"), ("epub", "index.xhtml")])
def test_every_kind_of_output_is_built_without_complaint(site, html, builder, name):  # noqa: ARG001
    out, complaints = site.build(
        builder,
        project="Project",
        copyright="nobody",
        epub_show_urls="no",
        version="1",
        man_pages=[("index", "project", "Project", "Somebody", 1)],
    )

    assert complaints == ""
    text = (out / name).read_text("utf-8")
    assert "How many" in text
    assert ("●" in text) == (builder != "epub")


def test_what_is_not_in_the_archive_is_told_with_its_line(tmp_path):
    site = Site(tmp_path)
    site.write("Home\n====\n\n:za:cite:`agency2011tenn` :za:event:`shoting`\n\n.. za:toll:: shoting\n")

    _, complaints = site.build("html", zhanaozen_record=None)

    assert "index.rst:4: ERROR: no source 'agency2011tenn' in the archive; did you mean 'agency2011ten'?" in complaints
    assert "index.rst:6: ERROR: no event 'shoting' in the archive; did you mean 'shooting'?" in complaints
    assert "za:event reference target not found: shoting" in complaints


def test_a_page_is_written_anew_only_where_it_changed_and_removed_where_it_went(tmp_path):
    site = Site(tmp_path)
    record = site.source / "record"
    site.build("dummy")
    times = {path: path.stat().st_mtime_ns for path in record.rglob("*.rst")}
    (record / "events/shooting.rst").write_text("changed", "utf-8")
    gone, mine = record / "events/gone.rst", record / "mine.rst"
    gone.write_text((record / "index.rst").read_text("utf-8"), "utf-8")
    mine.write_text(":orphan:\n\nMine\n====\n", "utf-8")

    site.build("dummy")

    assert not gone.exists()
    assert mine.exists()
    changed = {path.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert changed == {"shooting.rst"}


def test_pages_are_read_by_several_processes_and_anew(tmp_path):
    site = Site(tmp_path)
    for n in range(12):
        (site.source / f"page{n}.rst").write_text(f":orphan:\n\nPage {n}\n=======\n\n:za:event:`shooting`\n", "utf-8")
    _, complaints = site.build("html", processes=2)
    (site.source / "record/events/shooting.rst").touch()

    out, again = site.build("html", processes=2)

    assert (complaints, again) == ("", "")
    assert 'href="record/events/shooting.html#za-event-shooting"' in (out / "index.html").read_text("utf-8")
