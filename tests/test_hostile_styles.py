"""Styles that are broken or made to do harm: nothing else is read, and time and memory are bounded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests import small_styles
from zhanaozen_archive.errors import CitationError, UnknownStyle

SOURCE = za.load().source("rferl2023riot")
XML = small_styles.HEAD.format(kind="in-text") + "{macros}<citation><layout>{layout}</layout></citation></style>"
TITLE = '<text variable="title"/>'
SOUND = XML.format(macros="", layout=TITLE)
DEPENDENT = SOUND.partition("<info>")[0].replace(' class="in-text"', "") + (
    '<info><title>x</title><id>x</id><link href="{}" rel="independent-parent"/>'
    "<updated>2000-01-01T00:00:00+00:00</updated></info></style>"
)


def laughs(*entities: str, value: str) -> str:
    """Write a style that uses entities of its own."""
    layout = f'<text value="{value}"/>'
    return f"<!DOCTYPE style [{''.join(entities)}]>{XML.format(macros='', layout=layout)}"


AMPLIFIED = "Maximum entity amplification factor exceeded"
UNSOUND = "is not sound: "
HARMFUL = {
    "entities in entities": (
        laughs(
            '<!ENTITY a0 "ha">',
            *(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10)),
            value="&a9;",
        ),
        f"is no XML: {AMPLIFIED}",
    ),
    "one long entity many times": (
        laughs('<!ENTITY a "' + "x" * 500_000 + '">', value="&a;" * 10_000),
        f"is no XML: {AMPLIFIED}",
    ),
    "an entity": (laughs('<!ENTITY a "b">', value="a"), f"{UNSOUND}it has a DOCTYPE"),
    "an entity that is a file": (
        laughs('<!ENTITY a SYSTEM "file:///etc/passwd">', value="a"),
        f"{UNSOUND}it has a DOCTYPE",
    ),
    "a schema elsewhere": (f'<!DOCTYPE style SYSTEM "file:///etc/passwd">{SOUND}', f"{UNSOUND}it has a DOCTYPE"),
    "an inclusion": (
        XML.format(macros="", layout='<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
        f"{UNSOUND}it is no valid CSL 1.0.2 (line 1: Did not expect element include there)",
    ),
    "another version": (SOUND.replace('"1.0"', '"2.0"'), f"{UNSOUND}its version is '2.0', not 1.0"),
    "too deep": (
        XML.format(macros="", layout="<group>" * 120 + TITLE + "</group>" * 120),
        f"{UNSOUND}its elements lie more than 100 deep",
    ),
    "far too deep": (
        XML.format(macros="", layout="<group>" * 300 + TITLE + "</group>" * 300),
        "is no XML: Excessive depth in document",
    ),
    "a macro that calls itself": (
        XML.format(macros='<macro name="m"><text macro="m"/></macro>', layout='<text macro="m"/>'),
        f"{UNSOUND}its macro 'm' calls itself",
    ),
    "too long an attribute": (
        XML.format(macros="", layout='<group delimiter="' + "x" * 1_001 + f'">{TITLE * 2}</group>'),
        f"{UNSOUND}it has an attribute of more than 1,000 characters",
    ),
    "too large": (SOUND + " " * 2**20, "is larger than 1,048,576 bytes"),
}


@pytest.mark.parametrize(("xml", "told"), HARMFUL.values(), ids=HARMFUL)
def test_a_style_made_to_do_harm_is_refused(xml, told):
    with pytest.raises(CitationError) as caught:
        za.cite(SOURCE, style=xml)

    assert str(caught.value).startswith(f"the style given as XML {told}")


MANY = "".join(f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * 10 + "</macro>" for n in range(4))
TOO_MUCH = "the style prints more than 4,194,304 characters for one item, an element counted as ten"


@pytest.mark.parametrize("leaf", ['<text value="' + "x" * 1_000 + '"/>', '<text variable="DOI"/>' * 1_000])
def test_a_style_that_prints_without_end_is_stopped(leaf):
    """Few calls that print very much, or ask very often for what is not there."""
    with pytest.raises(CitationError) as caught:
        za.cite(SOURCE, style=XML.format(macros=f'{MANY}<macro name="m4">{leaf}</macro>', layout='<text macro="m0"/>'))

    assert str(caught.value) == TOO_MUCH


@pytest.mark.parametrize(
    ("parent", "told"),
    [
        ("http://example.org/own.csl", "unknown citation style 'own.csl'"),
        ("own.csl", "unknown citation style 'own.csl'"),
        ("http://example.org/&lt;style>", "unknown citation style '<style>'"),
        (f"http://example.org/{'a' * 300}", f"unknown citation style '{'a' * 300}'"),
    ],
)
def test_a_style_has_no_say_over_what_is_read(tmp_path, monkeypatch, parent, told):
    (tmp_path / "own.csl").write_text(SOUND)
    monkeypatch.chdir(tmp_path)

    assert za.cite(SOURCE, style="own.csl")
    with pytest.raises(UnknownStyle) as caught:
        za.cite(SOURCE, style=DEPENDENT.format(parent))
    assert str(caught.value).startswith(told)


def test_a_dependent_style_depends_on_one_that_does_not(tmp_path, monkeypatch):
    monkeypatch.setattr("zhanaozen_archive._citing.styles._folders", lambda: (tmp_path,))
    for name, parent in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.csl").write_text(DEPENDENT.format(f"http://example.org/{parent}"))

    with pytest.raises(CitationError) as caught:
        za.cite(SOURCE, style=tmp_path / "one.csl")

    assert str(caught.value) == f"the style '{tmp_path / 'one.csl'}' is not sound: it has no layout of citations"


NO_FILE = "the style file {path!r} is no file"
NOWHERE = "there is no style file {path!r}"
PLACES = {
    "a folder": ("a.csl", Path.mkdir, NO_FILE),
    "a pipe": ("a.csl", os.mkfifo, NO_FILE),
    "an endless device": ("a.csl", lambda path: path.symlink_to("/dev/zero"), NO_FILE),
    "a link to nothing": ("a.csl", lambda path: path.symlink_to("nowhere"), NOWHERE),
    "a link to itself": (
        "a.csl",
        lambda path: path.symlink_to(path),
        "the style file {path!r} cannot be read: Too many levels of symbolic links",
    ),
    "a name with NUL": ("a\0.csl", lambda _: None, NOWHERE),
    "half of a surrogate pair": ("a\ud800.csl", lambda _: None, NOWHERE),
    "a long name": (
        f"{'a' * 300}.csl",
        lambda _: None,
        "the style file {path!r} cannot be read: File name too long",
    ),
    "no XML": (
        "a.csl",
        lambda path: path.write_bytes(b"\0" * 100),
        "the style {path!r} is no XML: Document is empty, line 1, column 1",
    ),
}


@pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices of POSIX")
@pytest.mark.parametrize(("name", "make", "told"), PLACES.values(), ids=PLACES)
def test_what_is_no_style_is_told(tmp_path, name, make, told):
    path = tmp_path / name
    make(path)

    with pytest.raises(CitationError) as caught:
        za.cite(SOURCE, style=path)

    assert str(caught.value) == told.format(path=str(path))


def test_a_name_too_long_for_a_file_is_unknown():
    with pytest.raises(UnknownStyle, match=r"^unknown citation style 'a{300}'"):
        za.cite(SOURCE, style="a" * 300)
