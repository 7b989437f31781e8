"""The verbs that list, in each format."""

import csv
import io
import json
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests.commands import run, write_archive
from zhanaozen_archive._archive import SCHEMA_VERSION, record


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


def test_sources_are_listed_with_their_dates(capsys, small):
    printed = run(capsys, "sources", "--archive", small)

    assert printed == (
        0,
        (
            "agency2011ten        about 18          “Ten Killed”, its desk\n"
            "                     December 2011\n"
            "  hospital2011                         document by the hospital\n"
            "  officials2011      17 December 2011  speech by officials\n"
            "  reader2011comment                    Comment by A Reader\n"
        ),
        "",
    )


def test_the_voice_is_not_repeated_where_it_is_named_after_the_title(capsys):
    archive = za.load()
    source = next(s for s in archive.sources() if s.title and s.voice.kind == "unnamed")

    _, out, _ = run(capsys, "sources", "--via", source.key)

    assert str(source.voice) not in " ".join(out.split())


def test_events_are_listed_with_the_days_that_the_claims_allow(capsys, small):
    printed = run(capsys, "events", "--archive", small)

    assert printed == (
        0,
        (
            "inquiry                     Inquiry\n"
            "shooting  16 December 2011  Shooting in the square\n"
            "          to 17 December\n"
            "          2011\n"
            "unrest    16 December 2011  Unrest in the region\n"
            "          to 17 December\n"
            "          2011\n"
        ),
        "",
    )


def test_claims_are_listed_with_their_words_and_who_says_them(capsys, small):
    printed = run(capsys, "claims", "--of", "killed", "--by", "its desk", "--archive", small)
    assert printed == (0, "agency2011ten/killed-desk\n  killed, shooting\n  “ten people” – its desk\n", "")

    printed = run(capsys, "claims", "--of", "killed", "--by", "reader", "--archive", small)
    assert printed == (0, "agency2011ten/narrow\n  killed, shooting\n  9 (workers, in the square) – A Reader\n", "")


FILTERS = [
    (["sources", "ten", "killed"], ["agency2011ten"]),
    (["sources", "--about", "inquiry"], ["agency2011ten"]),
    (["sources", "--by", "Agency"], ["agency2011ten"]),
    (["sources", "--via", "officials2011"], ["officials2011"]),
    (["events", "--about", "unrest"], ["shooting", "unrest"]),
    (["events", "--kind", "inquiry"], ["inquiry"]),
    (["events", "IN", "the", "square"], ["shooting"]),
    (["events", "--since", "2011-12-18"], []),
    (["events", "--until", "2011-12"], ["shooting", "unrest"]),
    (["claims", "--about", "inquiry"], ["agency2011ten/inquiry"]),
    (["claims", "--at", "Gorod"], ["agency2011ten/where", "agency2011ten/narrow"]),
    (["claims", "--naming", "agency", "--of", "place"], ["agency2011ten/where"]),
    (["claims", "--via", "hospital2011"], ["agency2011ten/killed-hospital", "agency2011ten/killed-later"]),
    (["claims", "--modality", "demanded"], ["agency2011ten/inquiry"]),
    (["claims", "--since", "2012"], []),
    (["claims", "--until", "2011", "--of", "start"], ["agency2011ten/passed-on"]),
    (["claims", "a", "hundred"], ["agency2011ten/killed-later"]),
]


@pytest.mark.parametrize(("argv", "expected"), FILTERS, ids=[" ".join(argv) for argv, _ in FILTERS])
def test_filters_are_the_librarys_own(capsys, small, argv, expected):
    code, out, _ = run(capsys, *argv, "--archive", small, "--format", "json")

    found = [thing.get("id", thing.get("key")) for thing in json.loads(out)[argv[0]]]
    assert (code, found) == (0, expected)


@pytest.mark.parametrize("verb", ["sources", "events", "claims"])
def test_json_is_one_object_with_the_nested_records(capsys, verb):
    archive = za.load()

    code, out, err = run(capsys, verb, "--format", "json")

    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "schema_version": SCHEMA_VERSION,
        "data_version": archive.data_version,
        "digest": archive.digest,
        verb: [record(thing) for thing in getattr(archive, verb)()],
    }


def keys_of(nested):
    """Give the names in a record, however deep; those under `inferred` are facts, those under `sizes` readings."""
    if isinstance(nested, dict):
        inner = [value for name, value in nested.items() if name not in ("inferred", "sizes")]
        return set(nested) | {key for value in inner for key in keys_of(value)}
    return {key for item in nested for key in keys_of(item)} if isinstance(nested, list) else set()


@pytest.mark.parametrize("verb", ["sources", "events", "claims", "conflicts"])
def test_every_key_of_the_json_is_documented(capsys, verb):
    page = (Path(__file__).parents[1] / "docs" / "json.md").read_text("utf-8")

    _, out, _ = run(capsys, verb, "--format", "json")

    assert {key for key in keys_of(json.loads(out)) if f"`{key}`" not in page} == set()


@pytest.mark.parametrize("verb", ["sources", "events", "claims"])
def test_csv_has_the_flat_rows(capsys, verb):
    rows = za.load().table(verb)

    code, out, _ = run(capsys, verb, "--format", "csv")

    read = list(csv.DictReader(io.StringIO(out, newline="")))
    plain = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in rows]
    unmarked = [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read]
    assert (code, unmarked) == (0, plain)


def test_markdown_has_the_columns_in_which_there_is_anything(capsys, small):
    _, out, _ = run(capsys, "events", "--archive", small, "--format", "md")

    assert out == (
        "| id | label | kind | part_of |\n"
        "| --- | --- | --- | --- |\n"
        "| inquiry | Inquiry | inquiry |  |\n"
        "| shooting | Shooting in the square | shooting | unrest |\n"
        "| unrest | Unrest in the region | unrest |  |\n"
    )


@pytest.mark.parametrize(("format", "out"), [("table", ""), ("csv", ""), ("md", "")])
def test_nothing_found_leaves_stdout_empty(capsys, small, format, out):
    printed = run(capsys, "claims", "no such words", "--archive", small, "--format", format)

    assert printed == (0, out, "no claims found\n" if format == "table" else "")


def test_no_key_is_broken_or_cut_at_the_narrowest(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    archive = za.load()

    for verb, things in (("sources", archive.sources()), ("events", archive.events()), ("claims", archive.claims())):
        _, out, _ = run(capsys, verb)
        missing = {getattr(thing, "key", None) or thing.id for thing in things} - set(out.split())
        assert not missing


@pytest.mark.parametrize("columns", [80, 120])
def test_lines_keep_to_the_page(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))

    for verb in ("sources", "events", "claims"):
        _, out, _ = run(capsys, verb)
        assert max(map(len, out.splitlines())) <= columns
