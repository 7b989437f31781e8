"""Exports for data: CSV with its description, JSON with its schema, read back and compared with the records."""

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import zhanaozen_archive as za
from tests import records
from tests.exports import STUMBLING_LIBRARY, libraries
from tests.strategies import archives
from zhanaozen_archive._archive.tables import claim_row
from zhanaozen_archive._archive.verdicts import record
from zhanaozen_archive._exporting.json_schema import json_schema
from zhanaozen_archive._releases.digest import archive_digest, ledger

SCHEMA = Path(__file__).parents[1] / "docs" / "archive.schema.json"
READ = {"string": str, "integer": int, "boolean": {"true": True, "false": False}.__getitem__}

# --- the same tables in SQLite and in Parquet


@settings(max_examples=10)
@given(archives())
def test_tables_are_the_same_in_every_format(made):
    """Of every table all columns and rows, in their order and with their types; keys hold."""
    found = tables(za.export(made, "csv"))
    parquet = za.export(made, "parquet")
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(za.export(made, "sqlite"))
        assert [] == database.execute("PRAGMA foreign_key_check").fetchall()
        for name, rows in found.items():
            asked = database.execute(f"SELECT * FROM {name}")  # noqa: S608  # our own names
            names = [column for column, *_ in asked.description]
            kept = [dict(zip(names, row, strict=True)) for row in asked]
            frame = pl.read_parquet(parquet[f"{name}.parquet"])
            assert names == frame.columns
            assert rows == kept == frame.to_dicts()


# --- CSV


def tables(files):
    """Read every table as its description says; give the rows by the names of the tables."""
    found = {}
    for resource in json.loads(files["datapackage.json"])["resources"]:
        text = files[resource["path"]]
        assert len(text.encode()) == resource["bytes"]
        assert f"sha256:{sha256(text.encode()).hexdigest()}" == resource["hash"]
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head
        found[resource["name"]] = [dict(zip(head, map(cell, fields, row), strict=True)) for row in rows]
    return found


def cell(field, text):
    """Give the value of a cell, which must keep the rules of its column."""
    rules = field.get("constraints", {})
    assert text or not rules.get("required")
    if text == "":
        return None
    if field["type"] == "string":
        assert text[0] not in "=+-@\t\r＝＋－＠"
        text = text.removeprefix("'")
    value = READ[field["type"]](text)
    assert value in rules.get("enum", [value])
    return value


def assert_keys_hold(files, found):
    """Ask that every key is unique, and that everything that is named is there."""
    for resource in json.loads(files["datapackage.json"])["resources"]:
        rows, schema = found[resource["name"]], resource["schema"]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys))
        for foreign in schema["foreignKeys"]:
            other = found[foreign["reference"]["resource"] or resource["name"]]
            there = {tuple(row[name] for name in foreign["reference"]["fields"]) for row in other}
            named = {tuple(row[name] for name in foreign["fields"]) for row in rows}
            assert {one for one in named if None not in one} <= there


@settings(max_examples=12)
@given(archives() | libraries(), st.booleans())
def test_tables_keep_their_keys_and_name_only_what_is_there(made, sensitive):
    files = za.export(made, "csv", sensitive=sensitive)

    assert_keys_hold(files, tables(files))


@settings(max_examples=12)
@given(archives(1))
def test_claims_can_be_put_together_again_from_the_tables(made):
    """What a claim holds is in one row, and its lists in the tables that name it."""
    found = tables(za.export(made, "csv"))

    def of(name, claim, *columns):
        rows = (row for row in found[name] if row["claim"] == claim.id)
        return [[row[column] for column in columns] for row in rows]

    for claim, row in zip(made.claims(), found["claims"], strict=True):
        whole = record(claim)
        assert claim_row(claim).items() <= row.items()
        assert {
            name: whole[name] for name in row if name in whole and name not in ("value", "text")
        }.items() <= row.items()
        value = {
            f"value_{key}" if key in ("place", "agent", "event") else key: part for key, part in whole["value"].items()
        }
        assert {key: part for key, part in value.items() if key not in ("type", "label")}.items() <= row.items()
        assert whole["text"]["spans"] == [
            place for repeated, *place in of("quotations", claim, "repeated", "start", "end") if not repeated
        ]
        assert whole["text"]["also_at"] == [
            place for repeated, *place in of("quotations", claim, "repeated", "start", "end") if repeated
        ]
        assert [*claim.words] == [word for [word] in of("quotations", claim, "words") if word is not None]
        assert [[step.agent.id, step.verb] for step in claim.attribution] == of("attributions", claim, "agent", "verb")
        assert [[number, *place] for number, step in enumerate(whole["attribution"], 1) for place in step["at"]] == of(
            "attribution_places", claim, "step", "start", "end"
        )
        assert [*dict.fromkeys(claim.supersedes)] == [id_ for [id_] in of("supersessions", claim, "earlier")]


@settings(max_examples=12)
@example(STUMBLING_LIBRARY)
@given(libraries())
def test_sources_can_be_put_together_again_from_the_tables(made):
    """Whatever is in a text, line ends and apostrophes and all."""
    found = tables(za.export(made, "csv"))

    for source, row in zip(made.sources(), found["sources"], strict=True):
        whole = record(source)
        assert {name: whole[name] for name in row if name in whole}.items() <= row.items()
        agents = [(one["role"], one["agent"]) for one in found["source_agents"] if one["source"] == source.key]
        assert agents == [("author", a.id) for a in source.authors] + [
            ("contributor", a.id) for a in source.contributors
        ]
        why = {one["field"]: one["because"] for one in found["source_inferences"] if one["source"] == source.key}
        assert whole["inferred"] == why
    names = [(row["id"], row["name"]) for row in found["agent_names"]]
    assert [(agent.id, name) for agent in made.agents() for name in agent.names] == names


def test_frictionless_finds_nothing_wrong_with_the_shipped_archive(tmp_path):
    """The reader of the people who made the format: types, keys, sizes and digests."""
    za.export(za.load(), "csv", tmp_path / "out")

    assert [] == found_by_frictionless(tmp_path / "out")


def test_frictionless_finds_what_is_wrong(tmp_path):
    """A key that names nothing, in a file of another size."""
    za.export(records.archive(records.claim()), "csv", tmp_path / "out")
    assert [] == found_by_frictionless(tmp_path / "out")
    claims = tmp_path / "out" / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace("shooting", "nothing"), encoding="utf-8")

    assert {"foreign-key", "hash-count", "byte-count"} <= {*found_by_frictionless(tmp_path / "out")}


def found_by_frictionless(folder):
    """Give the kinds of the errors that are found."""
    import frictionless

    report = frictionless.Package(folder / "datapackage.json").validate()
    return [error.type for task in report.tasks for error in task.errors]


# --- JSON


def closed(schema):
    """The schema, with no key let pass that it does not know."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(one) for key, one in schema.items()}
    return inner | ({"additionalProperties": False} if "required" in schema and "properties" in schema else {})


VALIDATOR = Draft202012Validator(closed(json_schema()))


def test_the_schema_on_the_page_is_the_one_that_is_written():
    """As with the snapshots, ZHANAOZEN_SNAPSHOTS=write writes it anew."""
    Draft202012Validator.check_schema(json_schema())
    now = za.export(za.load(), "json-schema")
    if os.environ.get("ZHANAOZEN_SNAPSHOTS") == "write":
        SCHEMA.write_text(now, encoding="utf-8")

    assert SCHEMA.read_text(encoding="utf-8") == now


@settings(max_examples=12)
@given(archives(2))
def test_the_schema_says_what_json_holds(made):
    """Every key that is written is described, and every one that is described is written."""
    found = json.loads(za.export(made, "json"))

    assert [] == [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(found)]


@cache
def shipped():
    return za.export(za.load(), "json")


def test_the_shipped_archive_keeps_the_schema():
    assert VALIDATOR.is_valid(json.loads(shipped()))


WRONG = {
    "no digest": lambda whole: whole.pop("digest"),
    "another version": lambda whole: whole.update(schema_version=2),
    "a key that is none": lambda whole: whole["sources"][0].update(key="No Key"),
    "no bound": lambda whole: next(c for c in whole["claims"] if c["value"]["type"] == "count")["value"].pop("low"),
    "half a span": lambda whole: whole["claims"][0]["text"]["spans"][0].pop(),
    "an unknown verb": lambda whole: whole["claims"][0]["attribution"][0].update(verb="shouts"),
    "nobody says it": lambda whole: whole["claims"][0].update(attribution=[]),
    "a count as text": lambda whole: whole["claims"][0].update(value={"type": "count", "low": "10"}),
    "one claim": lambda whole: whole["conflicts"][0].update(claims=whole["conflicts"][0]["claims"][:1]),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_the_schema_refuses_what_is_no_archive(spoil):
    whole = json.loads(shipped())
    spoil(whole)

    assert not Draft202012Validator(json_schema()).is_valid(whole)


KINDS = {
    "sources": "source",
    "events": "event",
    "claims": "claim",
    "places": "place",
    "agents": "agent",
    "properties": "property",
    "vocabularies": "vocabulary",
    "populations": "population",
    "disjoint": "disjoint",
    "readings": "reading",
    "retired": "retired",
}


@settings(max_examples=12)
@given(archives(1))
def test_nothing_is_lost_in_json(made):
    """The digest is over all that an archive holds, and can be worked out from what was written."""
    found = json.loads(za.export(made, "json"))

    written = [(kind, one) for name, kind in KINDS.items() for one in found[name]]
    assert made.digest == found["digest"] == archive_digest(ledger(written))
    assert [conflict.id for conflict in made.conflicts()] == [one["id"] for one in found["conflicts"]]
    assert [record(revision) for revision in made.revisions()] == found["revisions"]
    assert (made.title, made.data_version, True) == (found["title"], found["data_version"], found["complete"])
