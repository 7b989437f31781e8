"""What formats cannot hold, and readers do not read: the tables of docs/exports.md, worked out anew."""

import json
import re
from pathlib import Path

import attrs
import pypandoc
import pytest
from attrs import evolve

import zhanaozen_archive as za
from tests.exports import STUMBLING, items
from zhanaozen_archive import Agent, Archive, Period, Source, Span, Step
from zhanaozen_archive._model.sources import CSL_TYPES

PAGE = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")
READERS = {"csl-json": "csljson", "biblatex": "biblatex", "bibtex": "bibtex", "ris": "ris"}
PERSON = Agent("person", ("Giv Fam",), "person", "Fam", "Giv")
BODY = Agent("body", ("The Body",), "body")


def table(heads, rows):
    """Write a table as it stands on the page."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def read(archive, format):
    """Let pandoc read an export; give its items by their ids."""
    found = json.loads(pypandoc.convert_text(za.export(archive, format), "csljson", format=READERS[format]))
    return {item["id"]: item for item in found}


# --- reference managers


def one_of_each_type():
    """A source of every CSL type, with every field and dates of every precision."""
    dates = ("2011-12-16", "2011-12", "2011", "2011-12-16~", "2011-12-16/2012-01-15")
    return Archive(
        "Types",
        "2026.11",
        tuple(
            Source(
                f"source{number}",
                type_,
                BODY,
                title="A Title of It",
                authors=(PERSON, BODY),
                contributors=(PERSON,),
                publisher="The Publisher",
                container="The Container",
                genre="Kind of it",
                number="17",
                url="https://example.org/a_b%20c#d~e&f",
                issued=Period.parse(dates[number % len(dates)]),
            )
            for number, type_ in enumerate(CSL_TYPES)
        ),
        (),
        (),
    )


def shown(value):
    """Make names comparable: a name in one part is the same as a family name alone."""
    if not is_names(value):
        return value
    return [(name.get("literal") or name["family"], name.get("given")) for name in value]


def is_names(value):
    return isinstance(value, list) and all(isinstance(name, dict) for name in value)


def test_what_pandoc_reads_is_what_the_page_says():
    archive = one_of_each_type()
    found = {name: read(archive, name) for name in READERS}
    people, titles = ("author", "contributor"), ("title", "container-title")
    fields = ("type", *titles, *people, "issued", "publisher", "genre", "number", "URL")

    def kept(name, field):
        return sum(shown(item[field]) == shown(found[name][item["id"]].get(field)) for item in items(archive))

    rows = [[f"`{field}`", *(kept(name, field) for name in READERS)] for field in fields]
    assert table([f"of {len(CSL_TYPES)}", *READERS], rows) in PAGE


TYPOGRAPHY = re.compile(r"[\s\"'`’‘“”{}–—-]")


@pytest.mark.parametrize("format", READERS)
def test_pandoc_reads_every_source_and_every_word_of_its_title(format):
    """It makes quotation marks and dashes typographic and drops braces, but for that reads what was written."""
    sources = tuple(Source(f"source{number}", "book", BODY, title=title) for number, title in enumerate(STUMBLING))
    archive = Archive("Titles", "2026.11", sources, (), ())

    found = read(archive, format)

    assert [TYPOGRAPHY.sub("", item["title"]) for item in items(archive)] == [
        TYPOGRAPHY.sub("", item.get("title", "")) for item in found.values()
    ]


def test_pandoc_reads_every_source_of_the_shipped_archive():
    archive = za.load()

    for name in READERS:
        assert [source.key for source in archive.sources()] == [*read(archive, name)]


# --- data

WHOLE = za.Event("whole", "Whole", "unrest")
REGION = za.Place("region", ("Region",), "region")
PEOPLE = za.Population("people", "people")
STONE = za.Term("weapon", "stone", "stone")
WEAPON = za.Vocabulary("weapon", (STONE,), "why not both")
OTHER_SOURCE = Source("outer2011", "webpage", BODY)
SOURCE = Source(
    "paper2011", "article-newspaper", BODY, original=za.Original("file.txt", "0" * 64, 100), paragraphs=(3,)
)
EVENT = za.Event("event", "Event", "strike")
PLACE = za.Place("place", ("Place",), "town")
AGENT = Agent("agent", ("Agent",), "person")
GROUP = za.Population("group", "group")
DEFINITION = za.Definition(za.START, "when it began")
VOCABULARY = za.Vocabulary("tool", ())
DISJOINT = za.Disjoint((EVENT, WHOLE), (GROUP, PEOPLE), "apart")
READING = za.Reading("plain", "Plain", "as usual")
RETIRED = za.Retired("old", "gone", ("event",))
CLAIM = za.Claim(
    "paper2011/claim", EVENT, za.KILLED, za.Count(10), SOURCE, (Span(5, 8),), (Step(BODY, "reports"),), ("ten",)
)
OTHER = evolve(CLAIM, id="paper2011/other", event=WHOLE)
CHANGES = {
    "sources": (
        SOURCE,
        {
            "key": "paper2012",
            "csl_type": "book",
            "voice": PERSON,
            "title": "Title",
            "authors": (PERSON,),
            "contributors": (PERSON,),
            "publisher": "Publisher",
            "container": "Container",
            "genre": "Genre",
            "number": "17",
            "url": "https://example.org/",
            "issued": Period.parse("2011-12~"),
            "inferred": (za.Inference("issued", "because"),),
            "part_of": OTHER_SOURCE,
            "stands_alone": True,
            "at": (Span(1, 2),),
            "original": za.Original("file.txt", "1" * 64, 100),
            "paragraphs": (3, 4),
            "note": "Note",
        },
    ),
    "claims": (
        CLAIM,
        {
            "id": "paper2011/more",
            "event": WHOLE,
            "property": za.INJURED,
            "value": za.Count(10, 10),
            "source": OTHER_SOURCE,
            "at": (Span(5, 9),),
            "attribution": (Step(PERSON, "states"), Step(BODY, "reports")),
            "words": ("TEN",),
            "also_at": (Span(50, 53),),
            "scope": za.Scope(population=GROUP),
            "as_of": Period.parse("2011"),
            "as_of_inferred": "as of",
            "polarity": "denied",
            "modality": "possible",
            "supersedes": (OTHER.id,),
            "supersedes_because": "later",
            "repeats": OTHER.id,
            "about_claim": OTHER.id,
            "stance": "doubts",
            "inferred": "inferred",
            "note": "Note",
        },
    ),
    "events": (EVENT, {"id": "another", "label": "Other", "kind": "rally", "part_of": WHOLE}),
    "places": (
        PLACE,
        {
            "id": "another",
            "names": ("Place", "Spelling"),
            "kind": "city",
            "within": REGION,
            "beside": ("region",),
            "beside_because": "one scene",
        },
    ),
    "agents": (
        AGENT,
        {
            "id": "another",
            "names": ("Agent", "Spelling"),
            "kind": "group",
            "family": "Fam",
            "given": "Giv",
            "within": BODY,
            "same_as": PERSON,
            "same_because": "one name",
            "sensitive": True,
        },
    ),
    "populations": (GROUP, {"id": "another", "label": "others", "within": PEOPLE}),
    "properties": (
        DEFINITION,
        {
            "property": za.END,
            "definition": "when it started",
            "unit": "people",
            "vocabulary": WEAPON,
            "cumulative": "nobody comes back",
            "parts": "a part is no more",
            "role": "start",
        },
    ),
    "vocabularies": (VOCABULARY, {"id": "another", "terms": (STONE,), "exclusive": "one alone"}),
    "disjoint": (DISJOINT, {"events": (), "populations": (), "because": "far apart"}),
    "readings": (
        READING,
        {
            "id": "another",
            "label": "Other",
            "because": "so",
            "words": (za.Wording("few", 2, "pair"),),
            "dates_as_written": "so",
            "floors": za.Hint(2, "so"),
            "ceilings": za.Hint(2, "so"),
            "about": za.Hint(2, "so"),
            "properties": ("killed",),
        },
    ),
    "retired": (RETIRED, {"id": "another", "because": "so", "successors": ()}),
}
"""A record of each kind, and for each of its fields another value."""
WORKED_OUT = ("datapackage.json", "bounds.csv")
FORMATS = ("csv", "json", "json-ld", "annotations")


def archive_with(kind, record):
    """Make an archive with this record in the place of the one of its kind."""
    held = {name: one for name, (one, _) in CHANGES.items()} | {kind: record}
    claim = evolve(held["claims"], **{kind[:-1]: record}) if kind in ("sources", "events") else held["claims"]
    return Archive(
        "Small",
        "2026.11",
        (OTHER_SOURCE, held["sources"]),
        (WHOLE, held["events"]),
        (claim, OTHER),
        (REGION, held["places"]),
        (BODY, PERSON, held["agents"]),
        za.Codebook(
            (za.Definition(za.KILLED, "dead"), za.Definition(za.INJURED, "hurt"), held["properties"]),
            (WEAPON, held["vocabularies"]),
            (PEOPLE, held["populations"]),
            (held["disjoint"],),
        ),
        (held["readings"],),
        (held["retired"],),
    )


def without_digest(archive, format):
    """Give the export, as text, without what changes with every change, and what is worked out."""
    found = za.export(archive, format)
    texts = {"": found} if isinstance(found, str) else found
    return "".join(text.replace(archive.digest, "") for name, text in texts.items() if name not in WORKED_OUT)


def held(kind, format):
    """Say which fields of a record another value can be seen of in an export."""
    record, changes = CHANGES[kind]
    plain = without_digest(archive_with(kind, record), format)
    kept = {
        name: without_digest(archive_with(kind, evolve(record, **{name: value})), format) != plain
        for name, value in changes.items()
    }
    yes, no = ([f"`{name}`" for name, there in kept.items() if there is one] for one in (True, False))
    if not no:
        return "all"
    return f"all but {', '.join(no)}" if len(no) < len(yes) else ", ".join(yes) or "none"


def test_what_data_formats_hold_is_what_the_page_says():
    """A field is held where another value of it makes another export."""
    for record, changes in CHANGES.values():
        assert [*changes] == [field.name.lstrip("_") for field in attrs.fields(type(record))]

    rows = [[kind, *(held(kind, name) for name in FORMATS)] for kind in CHANGES]
    assert table(["", *FORMATS], rows) in PAGE
