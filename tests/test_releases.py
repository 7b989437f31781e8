"""Releases: what changed, what became of old ids, what the changelog leaves out, and wheels of earlier releases."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings

import zhanaozen_archive as za
from tests import small
from tests.commands import run
from tests.strategies import archives
from zhanaozen_archive._loading import safely
from zhanaozen_archive._releases.changelog import unnamed
from zhanaozen_archive._releases.tombstones import Retired, living
from zhanaozen_archive.errors import InvalidArchive, NotInArchive, RetiredId, RetiredIdWarning

REPORT, NOTE, RETIRED, ARCHIVE = "sources/report2020.toml", "sources/note2020.toml", "retired.toml", "archive.toml"
MISNAMED = """because = "Never cited."
["report2020/moved-to"]
because = "Misnamed."
successors = ["report2020/moved-into"]"""
LATER = (
    (REPORT, "value = 12", "value = 13"),
    (REPORT, 'claims"\npopulation = "chairs"', 'states"\npopulation = "chairs"'),
    (REPORT, "value = { at_least = 16 }", "value = { at_least = 16, at_most = 20 }"),
    (REPORT, 'id = "moved-to"', 'id = "moved-into"'),
    (RETIRED, 'because = "Never cited."', MISNAMED),
    (ARCHIVE, "2020.5", "2020.6"),
)


@pytest.fixture
def older(tmp_path):
    return small.write(tmp_path / "older")


@pytest.fixture
def newer(tmp_path):
    return small.write(tmp_path / "newer", small.changed(*LATER))


def test_what_was_added_changed_and_withdrawn(older, newer):
    found = za.load(newer).diff(za.load(older))

    assert (found.older.data_version, found.newer.data_version) == ("2020.5", "2020.6")
    assert found.newer.digest == za.load(newer).digest
    assert [str(change) for change in found.changes] == [
        "added: claim report2020/moved-into",
        "added: retired report2020/moved-to “Misnamed.”",
        "changed: claim report2020/chairs “Twelve chairs”",
        "changed: claim report2020/tables",
        "withdrawn: claim report2020/moved-to",
    ]
    chairs, tables = found.changed
    assert chairs.fields == (
        za.FieldChange("value.low", 12, 13),
        za.FieldChange("value.high", 12, 13),
        za.FieldChange("attribution[1].verb", "claims", "states"),
    )
    assert tables.fields == (za.FieldChange("value.high", None, 20),)
    assert [change.retired for change in found.withdrawn] == [
        Retired("report2020/moved-to", "Misnamed.", ("report2020/moved-into",))
    ]


def test_conflicts_that_appeared_and_vanished(older, tmp_path):
    files = small.changed((NOTE, 'id = "chairs-now"', 'id = "chairs-now"\nmodality = "possible"'))
    newer = za.load(small.write(tmp_path / "newer", files))
    held = za.load(older)

    gone, new = newer.diff(held), held.diff(newer)

    assert gone.appeared == new.vanished == ()
    assert gone.vanished == new.appeared == tuple(c for c in held.conflicts() if c not in newer.conflicts())
    assert gone.vanished


def test_nothing_differs_from_itself(older):
    found = za.load(older).diff(za.load(older))

    assert not found
    assert found.changes == found.appeared == found.vanished == ()


@settings(max_examples=15)
@given(archives(), archives())
def test_a_difference_is_empty_just_where_the_digests_agree(one, other):
    found = one.diff(other)

    records = [change for change in found.changes if change.kind != "archive"]
    assert (not records) == (one.digest == other.digest)
    assert [(c.kind, c.id) for c in found.added] == [(c.kind, c.id) for c in other.diff(one).withdrawn]


# --- ids that are no longer used


def test_an_old_id_leads_to_what_stands_in_its_place(older):
    archive = za.load(older)
    told = r"^claim 'report2020/gone' is retired \(Coded twice\.\); in its place: 'report2020/chairs'$"

    with pytest.warns(RetiredIdWarning, match=told) as warned:
        assert archive.claim("report2020/gone") == archive.claim("report2020/chairs")
    assert warned[0].filename == __file__


def test_an_old_id_that_became_several_or_nothing_is_told(older):
    archive = za.load(older)

    with pytest.raises(RetiredId) as caught:
        archive.event("old-move")
    assert str(caught.value) == (
        "event 'old-move' is retired (It was two events.); in its place: 'move-2020', 'door-2020'"
    )
    assert caught.value.suggestions == ("move-2020", "door-2020")

    with pytest.raises(RetiredId, match=r"^source 'old2020' is retired \(Never cited\.\); in its place: nothing$"):
        archive.source("old2020")


def test_an_old_id_of_another_kind_of_record_is_none(older):
    with pytest.raises(NotInArchive, match="in its place: nothing"):
        za.load(older).place("report2020/gone")


def test_successors_of_successors():
    tombs = {
        "a": Retired("a", "x", ("b", "c")),
        "b": Retired("b", "x", ("c", "d")),
        "d": Retired("d", "x", ("a", "e", "lost")),
    }

    assert living("a", tombs, {"c", "e"}.__contains__) == ("c", "e")


# --- the changelog

NEWS = "# Changelog\n\n## Unreleased\n\n- {}\n\n## 0.1.0\n\n- `report2020/moved-to`\n"


def test_a_changelog_that_names_every_change(older, newer):
    found = za.load(newer).diff(za.load(older))
    named = "`report2020`: new; `report2020/chairs`, `report2020/tables`, `report2020/moved-to`"

    assert [*unnamed(found, NEWS.format(named))] == []


def test_what_a_changelog_leaves_out(older, newer):
    found = za.load(newer).diff(za.load(older))

    assert [*unnamed(found, NEWS.format("`report2020/chairs`"))] == [
        "the changelog does not name what was added: claim report2020/moved-into",
        "the changelog does not name what was added: retired report2020/moved-to",
        "the changelog does not name what was changed: claim report2020/tables",
        "the changelog does not name what was withdrawn: claim report2020/moved-to",
    ]


def test_a_version_that_stays_and_an_id_that_vanishes(older, tmp_path):
    lost = small.changed((REPORT, 'id = "moved-to"', 'id = "moved-into"'))
    found = za.load(small.write(tmp_path / "newer", lost)).diff(za.load(older))

    assert [*unnamed(found, "no section at all")] == [
        "the changelog does not name what was added: claim report2020/moved-into",
        "the changelog does not name what was withdrawn: claim report2020/moved-to",
        "nothing in retired.toml says what became of claim report2020/moved-to",
        "the data changed, but its version is still 2020.5",
    ]


# --- the command


def test_the_verb_shows_words_and_fields(capsys, older, newer):
    code, out, err = run(capsys, "diff", older, newer)

    assert (code, err) == (0, "")
    digests = [za.load(folder).digest[:12] for folder in (older, newer)]
    shown, _, conflict = out.partition("    Moving of the chairs")
    assert "16 to 20" in conflict
    assert shown == (
        f"from 2020.5 (digest {digests[0]}…) to 2020.6 (digest {digests[1]}…)\n"
        "\n"
        "Added: 2 records\n"
        "  claim report2020/moved-into\n"
        "  retired report2020/moved-to “Misnamed.”\n"
        "\n"
        "Changed: 2 records\n"
        "  claim report2020/chairs “Twelve chairs”\n"
        "    value.low: 12 → 13\n"
        "    value.high: 12 → 13\n"
        "    attribution[1].verb: “claims” → “states”\n"
        "  claim report2020/tables\n"
        "    value.high: nothing → 20\n"
        "\n"
        "Withdrawn: 1 record\n"
        "  claim report2020/moved-to\n"
        "    Misnamed. In its place: report2020/moved-into\n"
        "\n"
        "Conflicts that appeared: 1\n"
        "  counts:report2020/cups+report2020/tables\n"
    )


def test_the_verb_shows_conflicts(capsys, older, tmp_path):
    newer = small.write(
        tmp_path / "newer", small.changed((NOTE, 'id = "chairs-now"', 'id = "chairs-now"\nmodality = "possible"'))
    )
    gone = za.load(newer).diff(za.load(older)).vanished

    _, out, _ = run(capsys, "diff", older, newer)
    _, back, _ = run(capsys, "diff", newer, older)

    assert f"\nConflicts that vanished: {len(gone)}\n  {gone[0].id}\n" in out
    assert f"\nConflicts that appeared: {len(gone)}\n  {gone[0].id}\n" in back


def test_the_verb_writes_json(capsys, older, newer):
    _, out, _ = run(capsys, "diff", older, newer, "--format", "json")

    answer = json.loads(out)
    assert answer == {
        "schema_version": 1,
        "data_version": "2020.6",
        "digest": za.load(newer).digest,
        "older": {"data_version": "2020.5", "digest": za.load(older).digest},
        "added": [
            {"kind": "claim", "id": "report2020/moved-into", "words": None},
            {"kind": "retired", "id": "report2020/moved-to", "words": "Misnamed."},
        ],
        "changed": [
            {
                "kind": "claim",
                "id": "report2020/chairs",
                "words": "Twelve chairs",
                "fields": [
                    {"field": "value.low", "before": 12, "after": 13},
                    {"field": "value.high", "before": 12, "after": 13},
                    {"field": "attribution[1].verb", "before": "claims", "after": "states"},
                ],
            },
            {
                "kind": "claim",
                "id": "report2020/tables",
                "words": None,
                "fields": [{"field": "value.high", "before": None, "after": 20}],
            },
        ],
        "withdrawn": [
            {
                "kind": "claim",
                "id": "report2020/moved-to",
                "words": None,
                "because": "Misnamed.",
                "successors": ["report2020/moved-into"],
            }
        ],
        "conflicts": {"appeared": ["counts:report2020/cups+report2020/tables"], "vanished": []},
    }


def test_lists_are_shown_and_written_as_lists(capsys, older, tmp_path):
    newer = small.write(tmp_path / "newer", small.changed(("places.toml", '["Hall"]', '["Hall", "Aula"]')))

    _, out, _ = run(capsys, "diff", older, newer)
    _, written, _ = run(capsys, "diff", older, newer, "--format", "json")

    assert "    names: ['Hall'] → ['Hall', 'Aula']\n" in out
    assert json.loads(written)["changed"][0]["fields"] == [
        {"field": "names", "before": ["Hall"], "after": ["Hall", "Aula"]}
    ]


def test_the_verb_writes_a_table(capsys, older, newer):
    _, out, _ = run(capsys, "diff", older, newer, "--format", "csv")

    assert out.splitlines()[:3] == [
        "how,kind,id,words,field,before,after",
        "added,claim,report2020/moved-into,,,,",
        "added,retired,report2020/moved-to,Misnamed.,,,",
    ]
    assert "changed,claim,report2020/chairs,Twelve chairs,value.low,12,13" in out.splitlines()


def test_exit_codes_of_the_verb(capsys, older, newer, tmp_path):
    log = tmp_path / "CHANGELOG.md"
    log.write_text(NEWS.format("report2020: report2020/chairs report2020/tables"), "utf-8")

    assert run(capsys, "diff", older, newer, "--exit-code")[0] == 1
    same = f"from 2020.5 (digest {za.load(older).digest[:12]}…) to 2020.5 (digest {za.load(older).digest[:12]}…)\n"
    assert run(capsys, "diff", older, older, "--exit-code") == (0, f"{same}no difference\n", "")
    code, _, err = run(capsys, "diff", older, newer, "--changelog", log)
    assert (code, err) == (1, "the changelog does not name what was withdrawn: claim report2020/moved-to\n")
    log.write_text(log.read_text("utf-8").replace("tables", "tables report2020/moved-to"), "utf-8")
    assert run(capsys, "diff", older, newer, "--changelog", log)[0] == 0


def test_the_newer_one_is_the_shipped_archive_where_none_is_given(capsys):
    seeds = Path(__file__).resolve().parents[1] / "seeds"

    assert run(capsys, "diff", seeds)[1].endswith("no difference\n")


def test_the_ledger_proves_the_digest(capsys, older):
    from hashlib import sha256

    _, out, _ = run(capsys, "ledger", "--archive", older)

    archive = za.load(older)
    assert sha256(out.removesuffix("\n").encode()).hexdigest() == archive.digest
    assert f"claim report2020/moved-to {archive.digest_of('report2020/moved-to')}" in out.splitlines()
    assert f"place hall {archive.digest_of(archive.place('hall'))}" in out.splitlines()


def test_a_retired_id_on_the_command_line_is_a_warning(capsys, older):
    code, out, err = run(capsys, "compare", "report2020/gone", "report2020/tables", "--archive", older)

    assert (code, out.splitlines()[0]) == (0, "report2020/chairs")
    assert err == "warning: claim 'report2020/gone' is retired (Coded twice.); in its place: 'report2020/chairs'\n"


def test_a_retired_id_that_nothing_alone_replaces_is_an_error_on_the_command_line(capsys, older):
    code, out, err = run(capsys, "claims", "--via", "report2020", "--about", "old-move", "--archive", older)

    assert (code, out) == (1, "")
    assert err.startswith("error: event 'old-move' is retired (It was two events.); ")


# --- wheels


def wheel(path: Path, files: dict[str, str | bytes] | None = None, how: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a wheel that holds the small archive, or other files."""
    with zipfile.ZipFile(path, "w", how) as packed:
        for name, content in (small.FILES if files is None else files).items():
            packed.writestr(f"some_package/seeds/{name}", content)
        packed.writestr("some_package/__init__.py", "raise SystemExit")
    return path


def test_an_archive_in_a_wheel(older, tmp_path):
    assert za.load(wheel(tmp_path / "a.whl")) == za.load(older)
    assert za.problems(tmp_path / "a.whl") == ()


def test_the_verb_compares_wheels(capsys, older, tmp_path):
    same = run(capsys, "diff", older, wheel(tmp_path / "a.whl"), "--exit-code")

    assert (same[0], same[1].splitlines()[-1]) == (0, "no difference")


def test_a_folder_that_is_named_like_a_wheel_is_a_folder(older, tmp_path):
    small.write(tmp_path / "b.whl")

    assert za.load(tmp_path / "b.whl") == za.load(older)


def corrupted(path: Path) -> Path:
    whole = wheel(path).read_bytes()
    at = whole.index(small.EVENTS[:3].encode()) if small.EVENTS[:3].encode() in whole else 200
    path.write_bytes(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :])
    return path


def encrypted(path: Path) -> Path:
    whole = bytearray(wheel(path).read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(mark) + flags] |= 1
    path.write_bytes(whole)
    return path


def twice(path: Path) -> Path:
    content = io.BytesIO(wheel(path).read_bytes())
    with zipfile.ZipFile(content, "a") as packed, pytest.warns(UserWarning, match="Duplicate name"):
        packed.writestr("some_package/seeds/events.toml", small.EVENTS)
    path.write_bytes(content.getvalue())
    return path


WHEELS = {
    "no zip": (lambda path: path.write_bytes(b"PK no"), "bad.whl: is no wheel: File is not a zip file [unreadable]"),
    "nothing": (lambda _: None, "bad.whl: cannot be read: No such file or directory [unreadable]"),
    "no archive": (
        lambda path: wheel(path, {}),
        "archive.toml: there is no such file in {path!r}, so it holds no archive [no-archive]",
    ),
    "a bomb": (
        lambda path: wheel(path, {**small.FILES, NOTE: b"#" * (safely.LARGEST_FILE + 1)}),
        f"{NOTE}: is larger than 8,388,608 bytes, the most that is read here [too-large]",
    ),
    "another packing": (
        lambda path: wheel(path, how=zipfile.ZIP_LZMA),
        "agents.toml: is packed in a way that is not read [unreadable]",
    ),
    "a password": (encrypted, "agents.toml: is packed in a way that is not read [unreadable]"),
    "a broken file": (corrupted, "cannot be unpacked: "),
    "a name twice": (
        twice,
        "events.toml: another name differs only in the case or the composition of letters: elsewhere they are one",
    ),
    "a name that leads elsewhere": (
        lambda path: wheel(path, {**small.FILES, "../../up.toml": "a = 1"}),
        "../../up.toml: unknown file; documents belong into sources [unknown-file]",
    ),
}


@pytest.mark.parametrize(("make", "told"), WHEELS.values(), ids=WHEELS)
def test_wheels_that_are_broken_or_do_harm(tmp_path, make, told):
    path = tmp_path / "bad.whl"
    make(path)

    problems = [str(problem) for problem in za.problems(path)]

    assert told.replace("{path!r}", repr(str(path))) in problems[0]
    with pytest.raises(InvalidArchive):
        za.load(path)


def test_a_wheel_of_too_many_files(tmp_path, monkeypatch):
    monkeypatch.setattr("zhanaozen_archive._loading.wheels.MOST_FILES", 3)

    [problem] = za.problems(wheel(tmp_path / "a.whl"))

    assert str(problem) == "a.whl: more than 3 files lie here; none is read [too-many-files]"
