"""The policy promises nothing without a test, and what breaks has to be named."""

import re
from pathlib import Path

import pytest

from tests.breaking import breaks, names, parameters, places, unnamed
from zhanaozen_archive._loading import depth, hidden, linking, report, safely

TESTS = Path(__file__).resolve().parent
PAGE = (TESTS.parent / "docs" / "policy.md").read_text("utf-8")
PROMISES = re.findall(r"^\| .* \| `(test_\w+\.py)::(test_\w+)` \|$", PAGE, re.MULTILINE)


def test_every_row_of_promises_names_a_test():
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| promise")]

    assert len(rows) == len(PROMISES) > 25


@pytest.mark.parametrize(("file", "test"), PROMISES)
def test_every_promise_has_its_test(file, test):
    assert re.search(rf"^def {test}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE)


def test_the_limits_are_those_of_the_code():
    mib = 2**20
    said = PAGE[PAGE.index("The limits: ") :].partition("\n\n")[0].replace("\n", " ")

    key, levels = depth.MOST_PARTS, depth.DEEPEST
    assert said == (
        f"The limits: {safely.LARGEST_FILE // mib} MiB a file of records, {safely.LARGEST_ARCHIVE // mib} MiB and "
        f"{safely.MOST_FILES:,} files an archive, {safely.LARGEST_TEXT // mib} MiB a text, {key} parts a key, "
        f"{levels} levels of lists and tables, {linking.DEEPEST} records within one another, "
        f"{hidden.LONGEST:,} code points a text in a record, {report.MOST:,} problems a report."
    )


OLDER = """\
KILLED: Property
load(path: 'str | None' = None, *, texts: 'str | None' = None) -> 'Archive'
Archive(title: 'str', codebook: 'Codebook' = NOTHING) -> None
    Archive.claims(self, *, of: 'str | None' = None, **which: 'Any') -> 'tuple[Claim, ...]'
    Archive.digest: cached_property
    Archive.table(self, name: 'str') -> 'list'
"""
CHANGES = {
    "nothing": ("", "", []),
    "one more argument that can be left out": ("*, texts", "*, strict: 'bool' = False, texts", []),
    "one more by its place, behind the others": ("= NOTHING)", "= NOTHING, more: 'int' = 0)", []),
    "another type": ("-> 'Archive'", "-> 'Holdings'", []),
    "a name that is gone": ("KILLED: Property\n", "", [("KILLED", "is gone")]),
    "a method that is gone": ("Archive.table(", "Archive.rows(", [("Archive.table", "is gone")]),
    "an argument that is gone": (", *, texts: 'str | None' = None", "", [("load", "no longer takes 'texts'")]),
    "an argument that is asked for": ("texts: 'str | None' = None", "texts: 'str'", [("load", "now asks for 'texts'")]),
    "one more argument that is asked for": (
        "*, texts",
        "*, strict: 'bool', texts",
        [("load", "now asks for 'strict'")],
    ),
    "another order": (
        "name: 'str')",
        "kind: 'str' = '', name: 'str' = '')",
        [("Archive.table", "takes other arguments, or takes them in another order")],
    ),
    "another kind of thing": (
        "digest: cached_property",
        "digest(self) -> 'str'",
        [("Archive.digest", "was cached_property, is (self) -> 'str'")],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CHANGES.values(), ids=CHANGES)
def test_which_changes_of_public_names_break(old, new, told):
    assert [*breaks(OLDER, OLDER.replace(old, new))] == told


def test_what_breaks_has_to_be_named():
    newer = OLDER.replace("KILLED: Property\n", "").replace("Archive.table(", "Archive.rows(")
    changelog = "# Changelog\n\n## Unreleased\n\n- `Archive.table` is called `Archive.rows`\n\n## 1.0\n\n- `KILLED`\n"

    assert unnamed(OLDER, newer, changelog) == ["the changelog does not name what breaks: KILLED is gone"]
    assert unnamed(OLDER, newer, changelog.replace("Archive.rows`", "Archive.rows`; no `KILLED`")) == []


def test_the_public_names_as_they_are_can_be_compared():
    snapshot = (TESTS / "snapshots" / "public_api.txt").read_text("utf-8")

    signatures = [said for said in names(snapshot).values() if said.startswith("(")]
    assert len(signatures) > 50
    assert all(parameters(said).keys() >= set(places(said)) for said in signatures)
    assert [*breaks(snapshot, snapshot)] == []
    assert [name for name, _ in breaks(snapshot, "")] == [*names(snapshot)]
