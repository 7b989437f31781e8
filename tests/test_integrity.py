"""The promises on integrity: one digest for one content, builds that repeat, objects that threads share."""

from __future__ import annotations

import copy
import hashlib
import os
import pickle
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests import small
from tests.strategies import archives
from tests.test_wheel import CHECKOUT, run, tracked
from zhanaozen_archive._releases.digest import canonical, record_digest

# --- digests


def test_the_canonical_form():
    record = {"b": [True, None, 'ы\u2028"\\'], "a": 1, "c": {"z": "", "y": [[1, 2]]}}

    assert canonical(record).decode() == '{"a":1,"b":[true,null,"ы\u2028\\"\\\\"],"c":{"y":[[1,2]],"z":""}}'
    assert record_digest(record) == hashlib.sha256(canonical(record)).hexdigest()


@settings(max_examples=20)
@given(archives())
def test_the_digest_is_that_of_the_ledger_and_the_ledger_that_of_the_records(archive):
    lines = archive.ledger()

    assert archive.digest == hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert lines == tuple(sorted(lines))
    for claim in archive.claims():
        assert f"claim {claim.id} {archive.digest_of(claim)}" in lines
        assert archive.digest_of(claim) == archive.digest_of(claim.id)


@settings(max_examples=20)
@given(archives(least=1), st.randoms())
def test_the_order_of_records_is_no_part_of_the_digest(archive, chance):
    shuffled = {}
    for name in ("sources", "events", "claims", "places", "agents"):
        records = [*getattr(archive, f"_{name}")]
        chance.shuffle(records)
        shuffled[name] = tuple(records)

    assert evolve(archive, **shuffled).digest == archive.digest


def test_files_comments_and_line_ends_are_no_part_of_the_digest(tmp_path):
    plain = za.load(small.write(tmp_path / "plain"))
    files = {name: f"# more\n{text}\n# and more" for name, text in reversed(small.FILES.items())}
    other = small.write(tmp_path / "other", files)
    for file in other.rglob("*.toml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert za.load(other).digest == plain.digest


EDITS = [
    ("sources/report2020.toml", "value = 12", "value = 13"),
    ("sources/report2020.toml", 'quote = "dozens"', 'quote = "dozenz"'),
    ("sources/report2020.toml", 'note = "Made up."', 'note = "Made up"'),
    ("sources/report2020.toml", 'polarity = "denied"', 'polarity = "asserted"'),
    ("sources/note2020.toml", "2020-06", "2020-07"),
    ("places.toml", '"The Town"', '"A Town"'),
    ("agents.toml", "sensitive = true", "sensitive = false"),
    ("events.toml", 'kind = "move"', 'kind = "moving"'),
    ("codebook.toml", "What was moved stays moved.", "It stays."),
    ("readings.toml", "at_least = 12", "at_least = 11"),
    ("retired.toml", "Never cited.", "Never used."),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit[2])
def test_every_edit_of_meaning_changes_the_digest(tmp_path, edit):
    before = za.load(small.write(tmp_path / "before"))

    after = za.load(small.write(tmp_path / "after", small.changed(edit)))

    assert after.digest != before.digest
    assert len(set(after.ledger()) - set(before.ledger())) >= 1


LOAD = "import zhanaozen_archive as za; archive = za.load(); print(archive.digest, len(archive.conflicts()))"


def test_the_digest_is_the_same_in_every_environment():
    environments = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Almaty"},
    ]
    said = {
        subprocess.run(
            [sys.executable, *options, "-c", LOAD],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, **environment},
        ).stdout
        for environment, options in zip(environments, ([], ["-OO"]), strict=True)
    }

    archive = za.load()
    assert said == {f"{archive.digest} {len(archive.conflicts())}\n"}


# --- builds


def built(tree: Path, out: Path) -> dict[str, str]:
    """Build wheel and sdist of a tree; give the digest of each by the name of its file."""
    run(
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--directory",
        out,
        "--target",
        "wheel",
        "--target",
        "sdist",
        cwd=tree,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


def test_two_builds_have_identical_bytes(tmp_path, monkeypatch):
    """Whenever, wherever and by whomever they are made."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("this is no git checkout: which files belong to the project is not known")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    names = tracked()
    found = []
    for number, (order, mask) in enumerate([(names, 0o022), (names[::-1], 0o077)]):
        before = os.umask(mask)
        try:
            tree = tmp_path / f"tree{'x' * number * 20}"
            for name in order:
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(CHECKOUT / name, tree / name)
                (tree / name).chmod(0o755 & ~mask if os.access(CHECKOUT / name, os.X_OK) else 0o644 & ~mask)
                os.utime(tree / name, (time.time(), 1_000_000_000 + number * 86_400))
            found.append(built(tree, tmp_path / f"out{number}"))
        finally:
            os.umask(before)

    assert len(found[0]) == 2
    assert found[0] == found[1]


# --- copies and threads


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return za.load(small.write(tmp_path_factory.mktemp("small")))


def test_archives_survive_pickles_and_copies_before_and_after_their_use(archive):
    for used in (False, True):
        if used:
            archive.conflicts()
            archive.claim("report2020/cups")
        for twin in (pickle.loads(pickle.dumps(archive)), copy.copy(archive), copy.deepcopy(archive)):  # noqa: S301 - our own
            assert twin == archive
            assert twin.digest == archive.digest
            assert [c.id for c in twin.conflicts()] == [c.id for c in archive.conflicts()]
            assert not twin.diff(archive)


def test_many_threads_share_one_archive(tmp_path):
    """Indexes and conflicts are made at their first use, whichever thread that is."""
    archive = za.load(small.write(tmp_path))
    expected = za.load(tmp_path)
    wanted = (expected.digest, expected.conflicts(), [expected.claim(claim.id) for claim in expected.claims()])

    def ask(_: int):
        return archive.digest, archive.conflicts(), [archive.claim(claim.id) for claim in archive.claims()]

    with ThreadPoolExecutor(8) as pool:
        assert all(answer == wanted for answer in pool.map(ask, range(64)))


def test_many_threads_load_at_once(tmp_path):
    small.write(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: za.load(tmp_path).digest, range(16)))) == 1


# --- nothing is written, nothing is sent

QUIET = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
OTHERS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "shutil.", "os.re", "os.mkdir", "os.link")
seen = []
def hook(event, args):
    if event.startswith(OTHERS) or (event == "open" and args[2] & WRITES):
        seen.append((event, args))
sys.dont_write_bytecode = True
sys.addaudithook(hook)
import zhanaozen_archive as za
archive = za.load()
archive.digest, archive.conflicts(), archive.diff(archive)
za.cite(archive.claims()[0])
print(seen)
"""


def test_nothing_is_written_or_sent(tmp_path):
    """Python itself tells of every file that is opened, every socket and every other program."""
    done = subprocess.run(
        [sys.executable, "-c", QUIET],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path)},
    )

    assert done.stdout == "[]\n"
    assert [*tmp_path.iterdir()] == []
