"""Exports for reference managers, read back by other people's readers."""

import json
import re
from urllib.parse import unquote

import bibtexparser
import pytest
import rispy
from hypothesis import example, given, settings
from pybtex.database import parse_string

import zhanaozen_archive as za
from tests.exports import STUMBLING_LIBRARY, items, libraries, on_one_line
from zhanaozen_archive import Agent, Archive, Period, Source

LATEX = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    **{f"\\{character}": character for character in "$&#%_{}"},
}
TOKEN = re.compile("|".join(map(re.escape, sorted(LATEX, key=len, reverse=True))) + r"|\{\}|[{}\\~^$&#%_]")


def unlatex(value):
    """Give the text that LaTeX prints; nothing but braces around the whole may be markup."""

    def printed(token):
        assert token[0] == "{}" or token[0] in LATEX, f"{token[0]!r} is live in {value!r}"
        return LATEX.get(token[0], "")

    while value.startswith("{") and value.endswith("}") and not value.startswith("{}"):
        value = value[1:-1]
    return TOKEN.sub(printed, value)


def field(entry, name):
    return unlatex(entry[name]) if name in entry else None


def expected(item, name):
    return on_one_line(item[name]) if name in item else None


def container_of(entry):
    names = ("journaltitle", "journal", "booktitle")
    return next((field(entry, name) for name in names if name in entry), unlatex(entry.get("note", ""))[4:]) or None


def read(text):
    """Read a `.bib` file with two readers, which must agree on the keys; give what each has read."""
    library = bibtexparser.parse_string(text)
    assert [] == library.failed_blocks
    assert [] == library.comments
    other = parse_string(text, "bibtex")
    assert [entry.key for entry in library.entries] == list(other.entries)
    entries = [(entry.key, {field.key: field.value for field in entry.fields}) for entry in library.entries]
    return [(fields, other.entries[key]) for key, fields in entries]


@pytest.mark.parametrize("format", ["biblatex", "bibtex"])
@settings(max_examples=20)
@example(STUMBLING_LIBRARY)
@given(libraries())
def test_no_text_breaks_a_bib_file(format, archive):
    """Every field comes back to the letter, read by bibtexparser and by pybtex."""
    text = za.export(archive, format)
    found = read(text)

    assert text.splitlines() == text.split("\n")[:-1]
    assert len(found) == len(archive.sources())
    for item, (entry, other) in zip(items(archive), found, strict=True):
        told = [entry.get(name) for name in ("publisher", "organization", "institution", "howpublished", "school")]
        assert expected(item, "title") == field(entry, "title") == unlatex(other.fields["title"])
        assert expected(item, "container-title") == container_of(entry)
        assert expected(item, "publisher") == next((unlatex(one) for one in told if one), None)
        assert expected(item, "genre") == field(entry, "type")
        assert expected(item, "number") == field(entry, "number")
        assert unquote(item.get("URL", "")) == unquote(entry.get("url", ""))
        assert re.fullmatch(r"[^\s{}\\]*", entry.get("url", ""))
        assert people(item.get("author", ())) == [person(one) for one in other.persons.get("author", ())]


def people(names):
    """Give names as a reader of BibTeX is to see them: last and first."""
    return [(on_one_line(name.get("literal") or name["family"]), on_one_line(name.get("given", ""))) for name in names]


def person(found):
    assert [] == found.prelast_names
    assert [] == found.lineage_names
    last, first = " ".join(found.last_names), " ".join([*found.first_names, *found.middle_names])
    return unlatex(last), unlatex(first)


RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


@settings(max_examples=20)
@example(STUMBLING_LIBRARY)
@given(libraries())
def test_no_text_breaks_a_ris_file(archive):
    """Every record comes back to the letter, read by rispy, and there is none that nobody wrote."""
    text = za.export(archive, "ris")
    found = rispy.loads(text)

    assert text.splitlines() == text.split("\n")[:-1]
    assert all(line == "" or RIS_LINE.fullmatch(line) for line in text.splitlines())
    assert len(found) == len(archive.sources())
    for item, entry in zip(items(archive), found, strict=True):
        assert item["id"] == entry["id"]
        assert expected(item, "title") == entry.get("title")
        assert expected(item, "container-title") == entry.get("secondary_title")
        assert expected(item, "publisher") == entry.get("publisher")
        names = [f"{last}, {first}".strip() for last, first in people(item.get("author", ()))]
        assert names == entry.get("authors", [])


@settings(max_examples=20)
@example(STUMBLING_LIBRARY)
@given(libraries())
def test_csl_json_is_the_items_themselves(archive):
    """Nothing is lost, and every item has its key under both names."""
    found = json.loads(za.export(archive, "csl-json"))

    for item, written in zip(items(archive), found, strict=True):
        assert item["id"] == written["citation-key"]
        assert item == {name: value for name, value in written.items() if name not in ("citation-key", "annote")}


# --- what the archive remarks on its sources

SOURCE = Source(
    "paper2011",
    "speech",
    Agent("press", ("The Press",), "body"),
    title="A Title: in {Braces} & 100%",
    contributors=(Agent("con", ("Con Tributor",), "person", "Tributor", "Con"),),
    container="Its Container",
    issued=Period.parse("2011-12-16/2011-12-20"),
    inferred=(za.Inference("issued", "the last day named"),),
    note="only a part",
)
ARCHIVE = Archive("Small", "2026.11", (SOURCE,), (), ())

WRITTEN = {
    "csl-json": """[
 {
  "id": "paper2011",
  "citation-key": "paper2011",
  "type": "speech",
  "title": "A Title: in {Braces} & 100%",
  "author": [
   {
    "literal": "The Press"
   }
  ],
  "contributor": [
   {
    "family": "Tributor",
    "given": "Con"
   }
  ],
  "issued": {
   "date-parts": [
    [
     2011,
     12,
     16
    ],
    [
     2011,
     12,
     20
    ]
   ]
  },
  "container-title": "Its Container",
  "annote": "Issued is inferred: the last day named. Note: only a part."
 }
]
""",
    "biblatex": r"""@misc{paper2011,
  author = {{The Press}},
  title = {{A Title: in \{Braces\} \& 100\%}},
  note = {In: Its Container},
  editora = {Tributor, Con},
  editoratype = {collaborator},
  date = {2011-12-16/2011-12-20},
  annotation = {CSL type: speech. Issued is inferred: the last day named. Note: only a part.},
}
""",
    "bibtex": r"""@misc{paper2011,
  author = {{The Press}},
  title = {{A Title: in \{Braces\} \& 100\%}},
  note = {In: Its Container},
  year = {2011},
  month = dec,
  annote = {CSL type: speech. Contributors: {D} Issued is inferred: the last day named. Note: only a part.},
}
""".replace("{D}", "Tributor, Con. Date: 2011-12-16/2011-12-20."),
    "ris": """TY  - GEN
ID  - paper2011
AU  - The Press,
TI  - A Title: in {Braces} & 100%
T2  - Its Container
PY  - 2011
DA  - 2011/12/16
N1  - CSL type: speech. Contributors: {D} Issued is inferred: the last day named. Note: only a part.
ER  - \n""".replace("{D}", "Tributor, Con. Date: 2011-12-16/2011-12-20."),
}


@pytest.mark.parametrize(("format", "text"), WRITTEN.items(), ids=WRITTEN)
def test_a_source_is_written_as_here(format, text):
    assert text == za.export(ARCHIVE, format)


DATES = {
    "2011": ("2011", "2011", "2011"),
    "2011-12~": ("2011-12~", "2011 dec", "2011/12"),
    "2011-12-16?": ("2011-12-16~", "2011 dec", "2011/12/16"),
    "2011/2012-01": ("2011/2012-01", "2011", "2011"),
    "-0043-03-15": ("-0043-03-15", "-0043 mar", "-0043/03/15"),
    "Y12345": ("Y12345", "Y12345", "Y12345"),
}


@pytest.mark.parametrize("given", DATES)
def test_a_date_is_no_more_precise_than_it_was(given):
    source = Source("paper2011", "book", SOURCE.voice, issued=Period.parse(given))
    archive = Archive("Small", "2026.11", (source,), (), ())
    dated = r"(?:date|year|month) = \{?([^{},]+)|DA  - (.*)"

    found = [re.findall(dated, za.export(archive, name)) for name in ("biblatex", "bibtex", "ris")]
    assert DATES[given] == tuple(" ".join(map("".join, parts)) for parts in found)


APART = {
    "a -- b --- c": "a -{}- b -{}-{}- c",
    "''x''": "'{}'x'{}'",
    "``x``": "`{}`x`{}`",
    "?`!`": "?{}`!{}`",
    "<<x>>": "<{}<x>{}>",
    ",,x": ",{},x",
    "{a {b}}": r"\{a \{b\}\}",
    "}{": r"\textbraceright{}\textbraceleft{}",
    "~^\\": r"\textasciitilde{}\textasciicircum{}\textbackslash{}",
}


@pytest.mark.parametrize("title", APART)
def test_latex_prints_a_title_as_it_stands(title):
    """Nothing is joined to another character, and no brace is without its partner."""
    archive = Archive("Small", "2026.11", (Source("paper2011", "book", SOURCE.voice, title=title),), (), ())

    for name in ("biblatex", "bibtex"):
        assert f"  title = {{{{{APART[title]}}}}},\n" in za.export(archive, name)
