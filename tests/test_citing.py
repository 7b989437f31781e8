"""Citations: the items, what two styles make of our sources, hostile records, and the messages."""

import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from tests.cited import (
    ARTICLE,
    COMMENT,
    HANDLE,
    NEEDS_STYLES,
    NOBODY,
    PAGE,
    PERSON,
    POST,
    RFERL,
    SHOWN,
    SPEECH,
    STATEMENT,
    UNTITLED,
    claim_of,
    listed,
)
from zhanaozen_archive import Agent, Period, Source
from zhanaozen_archive._citing import cite, csl_item, styles
from zhanaozen_archive._loading import load
from zhanaozen_archive.errors import CitationError, UnknownStyle

REPORTS = Agent("reports", ("independent reports",), "unnamed")
GROUP = Agent("group", ("the workers of the field",), "group")
CHANNEL = Agent("channel", ("teleSUR English",), "body")


def titled(title: str) -> Source:
    return Source("made2011page", "webpage", NOBODY, title=title)


@pytest.fixture(scope="module")
def archive():
    return load()


# -- the item --


def test_an_item_holds_what_the_source_gives_and_nothing_else():
    source = Source(
        "orazov2011report",
        "report",
        RFERL,
        title="A  Report",
        authors=(PERSON, HANDLE),
        contributors=(RFERL,),
        publisher="Publisher",
        container="Series",
        genre="Working paper",
        number="7",
        url="https://example.org/7",
        issued=Period.parse("2011-12"),
        note="ours, not theirs",
    )

    assert csl_item(source) == {
        "id": "orazov2011report",
        "type": "report",
        "title": "A Report",
        "author": [{"family": "Orazov", "given": "Askar"}, {"literal": "David in Atlanta"}],
        "contributor": [{"literal": "RFE/RL"}],
        "issued": {"date-parts": [[2011, 12]]},
        "publisher": "Publisher",
        "container-title": "Series",
        "genre": "Working paper",
        "number": "7",
        "URL": "https://example.org/7",
    }


@pytest.mark.parametrize(
    ("source", "author"),
    [
        (ARTICLE, None),
        (evolve(ARTICLE, csl_type="report"), [{"literal": "RFE/RL"}]),
        (evolve(ARTICLE, voice=HANDLE), [{"literal": "David in Atlanta"}]),
        (evolve(ARTICLE, part_of=PAGE), [{"literal": "RFE/RL"}]),
        (evolve(SPEECH, voice=GROUP), [{"literal": "The workers of the field"}]),
        (evolve(SPEECH, voice=CHANNEL), [{"literal": "teleSUR English"}]),
        (evolve(SPEECH, voice=evolve(PERSON, given=None)), [{"family": "Orazov"}]),
        (evolve(SPEECH, voice=evolve(PERSON, names=(" ",), family=None)), None),
        (STATEMENT, None),
        (PAGE, None),
    ],
    ids=["outlet", "institution", "person", "quoted", "group", "channel", "family", "blank", "unnamed", "document"],
)
def test_an_author_is_one_who_has_a_name_and_speaks(source, author):
    assert csl_item(source).get("author") == author


@pytest.mark.parametrize(
    ("source", "title", "container"),
    [
        (UNTITLED, "[Untitled web page]", None),
        (evolve(UNTITLED, genre="Photo report"), "[Untitled photo report]", None),
        (STATEMENT, "[Statement by journalists at the scene]", PAGE.title),
        (evolve(STATEMENT, csl_type="report", part_of=COMMENT), "[Report by journalists at the scene]", PAGE.title),
        (evolve(STATEMENT, csl_type="report", voice=REPORTS), "[Independent reports]", PAGE.title),
        (evolve(STATEMENT, voice=REPORTS), "[Statement by independent reports]", PAGE.title),
        (SPEECH, "[Statement]", PAGE.title),
        (COMMENT, f"[Comment on “{PAGE.title}”]", None),
        (evolve(COMMENT, title="Solidarity"), "Solidarity", PAGE.title),
        (evolve(COMMENT, part_of=UNTITLED), "[Comment]", "[Untitled web page]"),
        (evolve(COMMENT, part_of=evolve(PAGE, container="A site")), f"[Comment on “{PAGE.title}”]", "A site"),
        (POST, "[Post on Twitter]", "[Untitled web page]"),
        (evolve(POST, csl_type="article-magazine", part_of=PAGE), "[Article in Twitter]", PAGE.title),
        (evolve(POST, voice=Agent("t", ("Twitter",), "body")), "[Post]", "[Untitled web page]"),
    ],
)
def test_what_has_no_title_is_described(source, title, container):
    item = csl_item(source)

    assert (item["title"], item.get("container-title")) == (title, container)


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2011-12-16", {"date-parts": [[2011, 12, 16]]}),
        ("2011-12-16T10:00:00", {"date-parts": [[2011, 12, 16]]}),
        ("2011-12", {"date-parts": [[2011, 12]]}),
        ("2011", {"date-parts": [[2011]]}),
        ("2011-12-1X", {"date-parts": [[2011, 12]]}),
        ("2011-XX-16", {"date-parts": [[2011]]}),
        ("201X", {"date-parts": [[2010], [2019]]}),
        ("2011~", {"date-parts": [[2011]], "circa": True}),
        ("2011-12-16?", {"date-parts": [[2011, 12, 16]], "circa": True}),
        ("2011-12-16/2011-12-18", {"date-parts": [[2011, 12, 16], [2011, 12, 18]]}),
        ("2011-12/2012-01-15", {"date-parts": [[2011, 12], [2012, 1, 15]]}),
        ("2011-12-16/..", {"date-parts": [[2011, 12, 16]], "circa": True}),
        ("/2011-12-16", {"date-parts": [[2011, 12, 16]], "circa": True}),
        ("[2011-12-18,2011-12-16]", {"date-parts": [[2011, 12, 16], [2011, 12, 18]], "circa": True}),
        ("{2011-12-16..2011-12-18}", {"date-parts": [[2011, 12, 16], [2011, 12, 18]]}),
        ("[..2011]", {"date-parts": [[2011]], "circa": True}),
        ("[2011..]", {"date-parts": [[2011]], "circa": True}),
        ("0000", {"date-parts": [[-1]]}),
        ("XXXX-12-16", None),
    ],
)
def test_a_date_says_no_more_than_is_known(edtf, date):
    item = csl_item(evolve(PAGE, issued=Period.parse(edtf)))

    assert item.get("issued") == date


# -- the default style --


@pytest.mark.parametrize(
    ("cited", "citation"),
    [
        (ARTICLE, "(RFE/RL, 2023)"),
        (claim_of(ARTICLE), "(RFE/RL, 2023, para. 2)"),
        (claim_of(PAGE), "(Striking workers slaughtered in Kazakhstan, no date)"),
        (UNTITLED, "([Untitled web page], 2023)"),
        (STATEMENT, "([Statement by journalists at the scene], no date)"),
        (SPEECH, "(Orazov, 2011)"),
        (COMMENT, "(David in Atlanta, no date)"),
        (evolve(ARTICLE, publisher=None), f"(“{SHOWN},” 2023)"),
        (evolve(SPEECH, issued=Period.parse("2011-12-16/2011-12-18")), "(Orazov, 2011)"),
        (evolve(SPEECH, issued=Period.parse("2011-12-16/2012-01-15")), "(Orazov, 2011–2012)"),
        (evolve(SPEECH, issued=Period.parse("-0043")), "(Orazov, 44 BC)"),
    ],
)
def test_cites_in_harvard(cited, citation):
    assert cite(cited) == citation


def test_lists_references_in_harvard():
    """Nothing is printed twice, ranges keep their year, quotation marks and brackets do not count in the order."""
    sources = [STATEMENT, PAGE, COMMENT, ARTICLE, SPEECH, POST, UNTITLED, PAGE]

    assert listed(sources, format="html") == (
        "David in Atlanta (no date) [Comment on “Striking workers slaughtered in Kazakhstan”].",
        "Orazov, A. (2011) [Statement], <i>Striking workers slaughtered in Kazakhstan</i>, 17 December.",
        "Orazov, A. (no date) [Post on Twitter], [Untitled web page].",
        "<i>RFE/RL</i> (2023) “Riot Police Brought To Kazakh Town Amid Ongoing Oil Workers’ Strike,” 18 December.",
        "[Statement by journalists at the scene] (no date) <i>Striking workers slaughtered in Kazakhstan</i>.",
        "<i>Striking workers slaughtered in Kazakhstan</i> (no date).",
        "[Untitled web page] (2023).",
    )


def test_cites_in_another_language():
    assert cite(claim_of(ARTICLE), locale="de-DE") == "(RFE/RL, 2023, Abs. 2)"


def test_an_article_of_no_periodical_is_no_preprint():
    article = evolve(PAGE, csl_type="article", title="A title", container="A site")

    assert listed([article]) == ("“A title” (no date) A site.",)


def test_sorting_leaves_case_and_accents_aside():
    titles = ["Zed", "álimov", "“Bauyrzhan”", "Abai"]

    assert listed(map(titled, titles)) == (
        "Abai (no date).",
        "álimov (no date).",
        "“Bauyrzhan” (no date).",
        "Zed (no date).",
    )


def test_every_source_of_the_archive_can_be_cited(archive):
    entries = listed(archive.sources())

    assert len(entries) == len(archive.sources())
    assert all(cite(source) and cite(source, format="html") for source in archive.sources())


def test_the_first_claim_of_each_source_can_be_cited(archive):
    claims = {claim.source.key: claim for claim in archive.claims()}

    assert all(cite(claim).endswith(")") for claim in claims.values())


def test_a_citation_does_not_depend_on_others():
    alone = listed([SPEECH])

    assert listed([SPEECH, ARTICLE, COMMENT])[1:2] == alone
    assert cite(SPEECH) == cite(SPEECH)


# -- other styles --


@NEEDS_STYLES
@pytest.mark.parametrize(
    ("cited", "citation"),
    [
        (claim_of(ARTICLE), f"(“{SHOWN},” ca. 2023, para. 2)"),
        (UNTITLED, "([Untitled web page], ca. 2023)"),
        (STATEMENT, "([Statement by journalists at the scene], n.d.)"),
        (SPEECH, "(Orazov, 2011)"),
    ],
)
def test_cites_in_apa(cited, citation):
    assert cite(cited, style="apa") == citation


@NEEDS_STYLES
def test_lists_references_in_apa():
    strike = "Riot Police Brought To Kazakh Town Amid Ongoing Oil Workers’ Strike"

    assert listed([ARTICLE, COMMENT, POST, SPEECH], style="apa", format="html") == (
        "David in Atlanta. (n.d.). [Comment on “Striking workers slaughtered in Kazakhstan”].",
        "Orazov, A. (n.d.). [Post on Twitter]. In [Untitled web page].",
        "Orazov, A. (2011, December 17). [Statement]. In <i>Striking workers slaughtered in Kazakhstan</i>.",
        f"{strike}. (ca. 2023, December 18). <i>RFE/RL</i>.",
    )


@NEEDS_STYLES
def test_a_label_needs_its_variable():
    assert cite(ARTICLE, style="chicago-notes-bibliography") == (
        "“Riot Police Brought To Kazakh Town Amid Ongoing Oil Workers’ Strike,” RFE/RL, [December 18, 2023?]."
    )


@NEEDS_STYLES
def test_numbers_follow_the_list_and_are_set_off():
    assert [entry.split()[0] for entry in listed([SPEECH, ARTICLE], style="ieee")] == ["[1]", "[2]"]


@NEEDS_STYLES
def test_a_dependent_style_keeps_its_own_language():
    assert "17. Dezember 2011" in cite(SPEECH, style="abi-technik")


# -- hostile records --


def test_html_is_escaped_once():
    title = """<script>alert('"&amp;')</script> & <span class="nocase">x</span>"""

    assert listed([titled(title)], format="html")[0] == (
        "<i>&lt;script&gt;alert(“&quot;&amp;amp;”)&lt;/script&gt; &amp;"
        " &lt;span class=&quot;nocase&quot;&gt;x&lt;/span&gt;</i> (no date)."
    )


def test_text_keeps_signs_and_has_no_tags():
    assert listed([titled("<b> & <i>")]) == ("<b> & <i> (no date).",)


@pytest.mark.parametrize("character", ["\ue000", "\U0010fffd", "\0", "\ud800"])
def test_what_cannot_be_printed_is_refused(character):
    with pytest.raises(CitationError) as caught:
        cite(titled(f"a{character}"))

    assert str(caught.value) == (
        f"'made2011page' cannot be cited: its title holds U+{ord(character):04X}, which cannot be printed"
    )


def test_punctuation_is_not_doubled():
    assert listed([titled("Who began?"), evolve(ARTICLE, title="Who began it?", issued=None)]) == (
        "RFE/RL (no date) “Who began it?”",
        "Who began? (no date).",
    )


# -- styles, locales and formats --

CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<macro name="m">{macro}</macro>
<citation><layout>{citation}</layout></citation>
<bibliography>{sort}<layout>{entry}</layout></bibliography>
</style>"""
TITLE = '<text variable="title"/>'


def style_file(folder: Path, *, head: str = "", **parts: str) -> Path:
    given = {"macro": TITLE, "citation": TITLE, "sort": "", "entry": TITLE} | parts
    path = folder / "own.csl"
    path.write_text(head + CSL.format(**given), encoding="utf-8")
    return path


def test_a_file_can_be_a_style(tmp_path):
    path = style_file(tmp_path, citation='<text variable="title" font-weight="bold" prefix="&lt;script&gt;"/>')

    assert cite(PAGE, style=path) == cite(PAGE, style=str(path)) == f"<script>{PAGE.title}"
    assert cite(PAGE, style=path, format="html") == f"&lt;script&gt;<b>{PAGE.title}</b>"


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"head": "<!DOCTYPE style>"}, "is not sound: it has a DOCTYPE"),
        ({"head": "<style>"}, "is no XML: Premature end of data in tag style line 1, line 6, column 9"),
        (
            {"citation": '<text wait="1"/>'},
            "is not sound: it is no valid CSL 1.0.2 (line 4: Element text failed to validate attributes)",
        ),
        ({"entry": '<text value="&#xE000;"/>'}, "is not sound: it holds private-use characters"),
    ],
)
def test_an_unsound_style_is_refused(tmp_path, parts, problem):
    path = style_file(tmp_path, **parts)

    with pytest.raises(CitationError) as caught:
        cite(PAGE, style=path)

    assert str(caught.value) == f"the style {str(path)!r} {problem}"


def test_xml_can_be_a_style_whatever_encoding_it_names():
    xml = CSL.format(macro=TITLE, citation='<text value="é"/>', sort="", entry=TITLE)

    assert cite(PAGE, style='<?xml version="1.0" encoding="latin-1"?>' + xml) == "é"
    with pytest.raises(CitationError, match=r"^the style given as XML holds half of a surrogate pair$"):
        cite(PAGE, style=xml + "\ud800")


def test_a_style_that_calls_what_it_has_not_is_refused(tmp_path):
    path = style_file(tmp_path, citation='<text macro="none"/>')

    with pytest.raises(CitationError) as caught:
        cite(PAGE, style=path)

    assert str(caught.value) == (f"the style {str(path)!r} is not sound: it has no macro 'none', which it calls")


def test_a_style_can_sort_backwards_and_puts_what_has_no_key_last(tmp_path):
    sort = '<sort><key variable="issued" sort="descending"/></sort>'
    path = style_file(tmp_path, sort=sort, entry='<date variable="issued" form="text"/><text variable="title"/>')
    dated = [evolve(titled(y), issued=Period.parse(y)) for y in ("2010", "2012", "2011")]

    assert listed([titled("none"), *dated], style=path) == ("20122012", "20112011", "20102010", "none")


def test_without_a_sort_the_order_is_that_given(tmp_path):
    assert listed([titled("b"), titled("a")], style=style_file(tmp_path)) == ("b", "a")


def test_a_text_of_another_case_can_change_its_case(tmp_path):
    macro = '<text variable="title" text-case="title"/>'
    path = style_file(tmp_path, macro=macro, citation='<text macro="m" text-case="capitalize-first"/>')

    assert cite(titled("oil workers of the town"), style=path) == "Oil Workers of the Town"


def test_a_date_does_not_leave_its_form_behind(tmp_path):
    short = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
    plain = '<date variable="issued" form="text"/>'
    path = style_file(tmp_path, citation=f"{short} {plain}")

    assert cite(SPEECH, style=path) == "Dec. 17, 2011December 17, 2011"


@pytest.mark.parametrize(
    ("style", "message"),
    [
        (
            "harvard-cite-them-rite",
            "unknown citation style 'harvard-cite-them-rite'; did you mean 'harvard-cite-them-right'",
        ),
        ("HCTR", "unknown citation style 'HCTR'; did you mean 'harvard-cite-them-right'?"),
        ("/etc/passwd", "unknown citation style '/etc/passwd'"),
        ("../secret", "unknown citation style '../secret'"),
        ("", "unknown citation style ''"),
        ("none.csl", "there is no style file 'none.csl'"),
        (Path("own.xml"), "a style file ends in .csl, 'own.xml' does not"),
    ],
)
def test_an_unknown_style_is_named(style, message):
    with pytest.raises(UnknownStyle) as caught:
        cite(PAGE, style=style)

    assert str(caught.value).startswith(message)


def test_without_the_package_of_styles_its_extra_is_named(monkeypatch):
    monkeypatch.setattr(styles, "folder", lambda _: None)

    with pytest.raises(UnknownStyle) as caught:
        cite(PAGE, style="acm-sig-proceedings")

    assert str(caught.value) == (
        "unknown citation style 'acm-sig-proceedings'; there is only 'harvard-cite-them-right' until"
        ' pip install "zhanaozen-archive[styles]" brings the others'
    )
    assert cite(PAGE) == "(Striking workers slaughtered in Kazakhstan, no date)"


def test_a_style_that_cannot_be_read_says_why(tmp_path):
    folder = tmp_path / "folder.csl"
    folder.mkdir()
    large = tmp_path / "large.csl"
    large.write_bytes(b" " * (2**20 + 1))

    with pytest.raises(CitationError, match=r"^the style file '.*folder.csl' is no file$"):
        cite(PAGE, style=folder)
    with pytest.raises(CitationError, match=r"is larger than 1,048,576 bytes$"):
        cite(PAGE, style=large)


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("de", "unknown locale 'de'; did you mean 'de-AT' or 'de-CH' or 'de-DE'?"),
        ("en_GB", "unknown locale 'en_GB'; did you mean 'en-GB' or 'en-US'?"),
        ("rru-RU", "unknown locale 'rru-RU'; did you mean 'ru-RU'?"),
        ("", "unknown locale ''; a locale is written like en-GB"),
    ],
)
def test_an_unknown_locale_is_never_replaced(locale, message):
    with pytest.raises(CitationError) as caught:
        cite(PAGE, locale=locale)

    assert str(caught.value) == message


def test_a_style_may_ask_for_a_language_alone(tmp_path):
    path = style_file(tmp_path, citation='<date variable="issued" form="text"/>')
    path.write_text(path.read_text().replace('class="in-text"', 'class="in-text" default-locale="fr"'))

    assert cite(SPEECH, style=path) == "17 décembre 2011"


def test_an_unknown_format_is_named():
    with pytest.raises(CitationError, match=r"^unknown format 'docx'; it is one of text, html, markdown, rst, latex$"):
        cite(PAGE, format="docx")


def test_nothing_heavy_is_loaded_before_something_is_cited():
    code = "import sys, zhanaozen_archive._citing; print({'citeproc', 'lxml'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == "set()\n"
