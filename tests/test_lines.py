"""Archives as JSON Lines: written and read as a stream, the same as their folders, and read as strictly."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests import small
from tests.bad_lines import CASES, RECORDS, dumped, nth
from tests.seedwriter import write_seeds
from tests.strategies import archives
from tests.test_round_trip import VALUES, loadable, places
from zhanaozen_archive._loading.jsonl import unpacking
from zhanaozen_archive._loading.locate import packaged_seeds
from zhanaozen_archive.errors import InvalidArchive


def lined(archive: za.Archive, folder: Path, name: str = "archive.jsonl") -> Path:
    za.export(archive, "jsonl", folder / name)
    return folder / name


@settings(max_examples=25)
@given(archives(least=1))
def test_archive_written_as_lines_and_as_a_folder_is_the_same(archive):
    archive = loadable(archive)
    with TemporaryDirectory() as name:
        folder = Path(name)
        again = za.load(lined(archive, folder))
        tables = za.load(write_seeds(archive, folder / "seeds"))

    assert again == archive == tables
    assert again.digest == archive.digest == tables.digest
    assert again.conflicts() == archive.conflicts()


@pytest.mark.parametrize("which", ["small", "shipped"])
@pytest.mark.parametrize("name", ["archive.jsonl", "archive.jsonl.gz"])
def test_known_archive_written_as_lines_and_read_again(tmp_path, which, name):
    archive = za.load(small.write(tmp_path / "small") if which == "small" else packaged_seeds())

    again = za.load(lined(archive, tmp_path, name))

    assert again == archive
    assert again.digest == archive.digest


def test_lines_hold_the_records_of_the_json_of_the_command(tmp_path):
    archive = za.load(small.write(tmp_path / "small"))
    whole = json.loads(za.export(archive, "json"))

    lines = [json.loads(line) for line in za.export(archive, "jsonl")]

    assert lines[0] == {
        "record": "archive",
        "schema_version": 1,
        "data_version": "2020.5",
        "title": "Small archive",
        "maintainers": "The keepers of the chairs",
        "claims": len(archive.claims()),
    }
    named = {"properties": "property", "vocabularies": "vocabulary", "disjoint": "disjoint", "retired": "retired"}
    for name in ("agents", "places", "populations", "readings", "sources", "events", "claims", *named):
        kind = named.get(name, name.removesuffix("s"))
        assert [line for line in lines if line["record"] == kind] == [{"record": kind, **r} for r in whole[name]], name


def test_same_archive_same_bytes(tmp_path):
    archive = za.load(small.write(tmp_path / "small"))

    one, other = (lined(archive, tmp_path, name).read_bytes() for name in ("one.jsonl.gz", "other.jsonl.gz"))

    assert one == other
    assert gzip.decompress(one).decode() == "".join(za.export(archive, "jsonl"))


# --- whatever a line holds


def told(lines: list[bytes]) -> list[str]:
    """What is said of a file of these lines, without its name."""
    with TemporaryDirectory() as name:
        path = Path(name) / "a.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        problems = za.problems(path)
        assert all(str(problem).isprintable() for problem in problems)
        if problems:
            with pytest.raises(InvalidArchive) as caught:
                za.load(path)
            assert caught.value.problems == problems
        else:
            assert len(za.load(path).digest) == 64
    return [str(problem).removeprefix("a.jsonl:") for problem in problems]


@settings(max_examples=60)
@given(st.integers(0, len(RECORDS) - 1), st.data())
def test_any_value_anywhere_makes_an_archive_or_a_report(number, data):
    """One place of one line holds anything that JSON can write: a key more, a key less, or another value."""
    record = json.loads(json.dumps(RECORDS[number]))
    table, key = data.draw(st.sampled_from([*places(record)]))
    table[data.draw(st.just(key) | st.text(max_size=4)) if isinstance(table, dict) else key] = data.draw(VALUES)
    lines = [dumped(line) for line in (*RECORDS[:number], record, *RECORDS[number + 1 :])]
    if not told(lines):
        assert_quick_reads_as_the_rules_do(lines)


def assert_quick_reads_as_the_rules_do(lines: list[bytes]) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patched:
        path = Path(name) / "a.jsonl"
        path.write_bytes(b"\n".join(lines))
        quick = za.load(path)
        patched.setattr("zhanaozen_archive._loading.jsonl.quick.QuickReader.read", lambda *_: None)
        assert za.load(path) == quick


@settings(max_examples=25)
@given(st.integers(0, len(RECORDS) - 1), st.binary(max_size=8) | st.text('{}[]":,\n\\u', max_size=8), st.data())
def test_any_bytes_make_an_archive_or_a_report(number, put, data):
    lines = [dumped(line) for line in RECORDS]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(lines[number]))] * 2)))
    lines[number] = lines[number][:start] + (put.encode() if isinstance(put, str) else put) + lines[number][end:]
    told(lines)


def test_order_of_lines_and_keys_says_nothing():
    head, *shared = [record for record in RECORDS if record["record"] != "claim"]
    claims = [record for record in RECORDS if record["record"] == "claim"]
    backwards = [{key: line[key] for key in reversed(line)} for line in (head, *reversed(shared), *reversed(claims))]
    with TemporaryDirectory() as name:
        path = Path(name) / "a.jsonl"
        path.write_bytes(b"\r\n".join(map(dumped, backwards)))

        assert za.load(path) == za.load(small.write(Path(name) / "small"))


def test_ordinary_claims_are_read_the_quick_way_whatever_their_white_space(tmp_path, monkeypatch):
    archive = za.load(packaged_seeds())
    monkeypatch.delattr("zhanaozen_archive._loading.jsonl.claims.ClaimReader.read")
    records = [json.loads(line) for line in za.export(archive, "jsonl")]

    for separators in ((",", ":"), (" ,  ", " :\t")):
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join(json.dumps(record, separators=separators) for record in records), encoding="utf-8")
        assert za.load(path) == archive


def test_claims_that_say_the_same_beside_their_values_share_it(tmp_path):
    """There are far fewer notes, times and scopes than claims."""
    archive = za.load(packaged_seeds())
    loaded = za.load(lined(archive, tmp_path))

    assert len({claim._beside for claim in archive.claims()}) == len({id(c._beside) for c in loaded.claims()})


def test_what_is_null_may_be_left_out():
    short = [{key: v for key, v in line.items() if v not in (None, []) and key != "document"} for line in RECORDS]
    for line, whole in zip(short, RECORDS, strict=True):
        if whole["record"] == "source" and whole["part_of"]:
            line["document"] = whole["document"]
        if whole["record"] == "claim":
            line["text"] = {"spans": line["text"]["spans"], "also_at": line["text"]["also_at"]}
    with TemporaryDirectory() as name:
        path = Path(name) / "a.jsonl"
        path.write_bytes(b"\n".join(map(dumped, short)))

        assert za.load(path) == za.load(small.write(Path(name) / "small"))


# --- what is wrong with a line is told


@pytest.mark.parametrize(("change", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_wrong_is_told_with_its_line(change, expected):
    lines = [dumped(line) for line in RECORDS]
    change(lines)

    assert told(lines) == expected


def test_of_very_many_problems_the_first_are_told():
    assert told([*map(dumped, RECORDS), *[b""] * 1002])[-1] == (
        "2 more problems are not listed; mend these 1,000 first [too-many-problems]"
    )


def test_what_is_no_longer_kept_is_made_again(tmp_path, monkeypatch):
    archive = za.load(packaged_seeds())
    monkeypatch.setattr("zhanaozen_archive._loading.jsonl.quick._MOST_KEPT", 1)

    assert za.load(lined(archive, tmp_path)) == archive


# --- files


def test_a_packed_file_that_breaks_off_is_told(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n".join(map(dumped, RECORDS)))[:-20])

    [problem] = za.problems(path)[-1:]

    assert str(problem).endswith(
        "cannot be unpacked: Compressed file ended before the end-of-stream marker was reached [unreadable]"
    )


@pytest.mark.parametrize(
    "content", [b"no gzip at all", gzip.compress(b"{}", mtime=0)[:-8] + b"\0" * 8], ids=["other", "sum"]
)
def test_a_packed_file_that_is_none_is_told(tmp_path, content):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(content)

    assert "unreadable" in {problem.code for problem in za.problems(path)}


def test_lines_without_end_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "LONGEST_LINE", 4000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(dumped(RECORDS[0]) + b"\n" + b" " * 5000)

    [problem] = za.problems(path)

    assert str(problem) == "a.jsonl:2: the line has more than 4,000 bytes, the most that is read here [too-large]"


def test_a_packed_file_without_end_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "LARGEST_ARCHIVE", 1000)
    monkeypatch.setattr(unpacking, "MOST_TIMES", 2)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n".join(map(dumped, RECORDS))))

    problems = za.problems(path)

    told = f"is more than {2 * path.stat().st_size:,} bytes unpacked, 2 times its size"
    assert told in {problem.message for problem in problems}


def test_a_file_that_is_not_there_is_told(tmp_path):
    [problem, *_] = za.problems(tmp_path / "a.jsonl")

    assert str(problem) == "a.jsonl: cannot be read: No such file or directory [unreadable]"


STREAM = """
import json, resource, sys
from itertools import count
import zhanaozen_archive as za
from zhanaozen_archive._loading.jsonl import reading
with open(sys.argv[1], "rb") as file:
    head = file.readlines()
claim = json.loads(head.pop())
stem = claim["id"]
def lines(_):
    yield from head
    for number in range(int(sys.argv[2])):
        yield json.dumps({**claim, "id": f"{stem}-{number}"}).encode() + b"\\n"
reading.file_lines = lines
za.problems(sys.argv[1])
before = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (before + int(sys.argv[3]),) * 2)
print(len(za.load(sys.argv[1]).claims()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process so")
def test_a_file_larger_than_the_memory_that_is_left_is_read(tmp_path):
    """Thirty thousand claims are 28 MB of lines, and are read where 24 MB are left."""
    path = tmp_path / "a.jsonl"
    records = [record for record in RECORDS if record["record"] != "claim"] + [RECORDS[nth("claim", 10)]]
    records[0] = {**records[0], "claims": None}
    records = [{**r, "successors": []} if r["record"] == "retired" else r for r in records]
    path.write_bytes(b"\n".join(map(dumped, records)))

    run = subprocess.run(
        [sys.executable, "-c", STREAM, path, "30000", str(24 * 2**20)], capture_output=True, text=True, check=False
    )

    assert (run.stdout, run.stderr) == ("30000\n", "")
