"""What the library finds against what a historian found in the same five documents.

The list is `disagreements.toml`, written from the texts before any output of the library was seen. A conflict that the
library finds and the list does not have is looked up in the texts, and then either listed or mended where it arises.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import zhanaozen_archive as za

LISTED = tomllib.loads(Path(__file__).with_name("disagreements.toml").read_text(encoding="utf-8"))
ARCHIVE = za.load()
FOUND = {frozenset(claim.id for claim in conflict.claims): conflict for conflict in ARCHIVE.conflicts()}


def claim_ids(entry: dict[str, Any]) -> frozenset[str]:
    """The full ids of the claims of an entry, which writes a letter for the document."""
    parted = [claim.split("/", 1) for claim in entry["claims"]]
    return frozenset(f"{LISTED['documents'][letter]}/{rest}" for letter, rest in parted)


def entries(kind: str) -> list[Any]:
    """The entries of one kind, each under the claims it names."""
    return [pytest.param(entry, id=" + ".join(entry["claims"])) for entry in LISTED[kind]]


@pytest.mark.parametrize("entry", entries("conflict"))
def test_a_listed_disagreement_is_found_with_its_grade_and_readings(entry: dict[str, Any]) -> None:
    conflict = FOUND.get(claim_ids(entry))
    assert conflict is not None, f"not found: {entry['because']}"
    assert conflict.grade == entry["grade"], entry["because"]
    if conflict.grade == "conventional":
        assert sorted(conflict.readings) == entry["readings"], entry["because"]
    assert conflict.verify(), entry["because"]


@pytest.mark.parametrize("entry", entries("lookalike"))
def test_what_only_looks_like_a_disagreement_is_none(entry: dict[str, Any]) -> None:
    found = [str(conflict) for ids, conflict in FOUND.items() if ids <= claim_ids(entry)]
    assert not found, f"no conflict, for: {entry['because']}"


def test_every_conflict_found_is_listed() -> None:
    listed = {claim_ids(entry) for entry in LISTED["conflict"]}
    new = [str(conflict) for ids, conflict in FOUND.items() if ids not in listed]
    assert not new, "read the texts, then list each of these or mend what it comes from"


@pytest.mark.parametrize("kind", ["conflict", "lookalike"])
def test_every_claim_named_in_the_list_is_in_the_archive(kind: str) -> None:
    known = {claim.id for claim in ARCHIVE.claims()}
    unknown = sorted({id_ for entry in LISTED[kind] for id_ in claim_ids(entry)} - known)
    assert not unknown, "named in the list, but no claim of the archive"


def test_every_entry_is_listed_once() -> None:
    sets = [claim_ids(entry) for kind in ("conflict", "lookalike") for entry in LISTED[kind]]
    twice = [sorted(ids) for ids in set(sets) if sets.count(ids) > 1]
    assert not twice
