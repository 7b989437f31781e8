"""What can lie where an export or a new archive is to go: it is told in one line, and left as it was."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.commands import run, write_archive

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="devices and numbers of errors of Linux")
LONG = "n" * 300


def make(path: Path) -> Path:
    """Give a folder with one of each."""
    path.mkdir()
    (path / "folder").mkdir()
    (path / "folder" / "kept").write_text("old")
    (path / "file").write_text("old")
    (path / "read-only").write_text("old")
    (path / "read-only").chmod(0o444)
    os.mkfifo(path / "pipe")
    (path / "dangling").symlink_to("nowhere/x")
    (path / "loop").symlink_to("loop")
    return path


def state(folder: Path) -> dict[str, object]:
    """Tell what lies there, and what is in it."""
    return {
        entry.name: (entry.lstat().st_mode, entry.read_text() if entry.is_file() else None)
        for entry in (*folder.iterdir(), *(folder / "folder").iterdir())
    }


NO_FILE = "[Errno 17] what is there is no file; name another, or write to stdout: '{}'"
NO_FOLDER = "[Errno 20] a file of this name is there; name a folder: '{}'"
THERE = "'{}' is there already, and is not empty"
RIS, CSV, NEW = ("export", "ris", "-o"), ("export", "csv", "-o"), ("new",)
TARGETS = [
    (RIS, "folder", "[Errno 21] a folder of this name is there; name a file: '{}'"),
    (CSV, "folder", "[Errno 39] the folder holds something else (kept); name an empty one, or a new one: '{}'"),
    (NEW, "folder", THERE),
    (CSV, "file", NO_FOLDER),
    (NEW, "file", THERE),
    (RIS, "read-only", "[Errno 13] what is there is read-only; name another: '{}'"),
    (CSV, "read-only", NO_FOLDER),
    (NEW, "read-only", THERE),
    (RIS, "pipe", NO_FILE),
    (CSV, "pipe", NO_FOLDER),
    (NEW, "pipe", THERE),
    (RIS, "/dev/null", NO_FILE),
    (RIS, "/dev/full", NO_FILE),
    (CSV, "/dev/full", NO_FOLDER),
    (NEW, "/dev/full", THERE),
    (RIS, "dangling", "[Errno 2] No such file or directory: '{parent}/nowhere/x'"),
    (CSV, "dangling", "[Errno 2] No such file or directory: '{parent}/nowhere/x'"),
    (NEW, "dangling", THERE),
    (RIS, "loop", "[Errno 40] the link leads to itself; name a file or folder: '{}'"),
    (CSV, "loop", "[Errno 40] the link leads to itself; name a file or folder: '{}'"),
    (NEW, "loop", THERE),
    (RIS, LONG, "[Errno 36] File name too long: '{}'"),
    (CSV, LONG, "[Errno 36] File name too long: '{}'"),
    (NEW, LONG, "[Errno 36] File name too long: '{}'"),
    (RIS, "file/x", "[Errno 20] Not a directory: '{}'"),
    (CSV, "file/x", "[Errno 20] Not a directory: '{}'"),
    (NEW, "/proc/x", "[Errno 2] No such file or directory: '{}'"),
    (RIS, "nowhere/x", "[Errno 2] No such file or directory: '{}'"),
]


@pytest.mark.parametrize(("verb", "name", "told"), TARGETS, ids=[f"{v[-2:][0]} {n[:9]}" for v, n, _ in TARGETS])
def test_what_is_in_the_way_is_told_and_left_alone(capsys, tmp_path, verb, name, told):
    seeds = write_archive(tmp_path)
    folder = make(tmp_path / "out")
    before = state(folder)
    archive = ("--archive", seeds) if verb != NEW else ()

    result = run(capsys, *verb, folder / name, *archive)

    assert result == (1, "", f"error: {told.format(folder / name, parent=folder)}\n")
    assert state(folder) == before


def test_a_file_keeps_its_permissions_and_so_does_a_folder(capsys, tmp_path):
    """What was private is not shown to others by being written again."""
    seeds = write_archive(tmp_path)
    (tmp_path / "a.ris").touch(mode=0o600)
    (tmp_path / "csv").mkdir(mode=0o700)

    assert run(capsys, "export", "ris", "-o", tmp_path / "a.ris", "--archive", seeds)[0] == 0
    assert run(capsys, "export", "csv", "-o", tmp_path / "csv", "--archive", seeds)[0] == 0
    (tmp_path / "csv" / "claims.csv").chmod(0o640)
    assert run(capsys, "export", "csv", "-o", tmp_path / "csv", "--archive", seeds)[0] == 0

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a.ris", "csv", "csv/claims.csv")]
    assert [0o600, 0o700, 0o640] == modes


def test_a_folder_that_holds_a_read_only_file_is_left_alone(capsys, tmp_path):
    seeds = write_archive(tmp_path)
    assert run(capsys, "export", "csv", "-o", tmp_path / "csv", "--archive", seeds)[0] == 0
    (tmp_path / "csv" / "claims.csv").write_text("old")
    (tmp_path / "csv" / "claims.csv").chmod(0o444)

    told = f"error: [Errno 13] what is there is read-only; name another: '{tmp_path / 'csv' / 'claims.csv'}'\n"
    assert run(capsys, "export", "csv", "-o", tmp_path / "csv", "--archive", seeds) == (1, "", told)
    assert (tmp_path / "csv" / "claims.csv").read_text() == "old"


@pytest.mark.parametrize("argv", [RIS, CSV, NEW], ids=["file", "folder", "new"])
def test_a_name_as_long_as_the_system_takes_can_be_written(capsys, tmp_path, argv):
    assert run(capsys, *argv, tmp_path / ("n" * 255))[0] == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["n" * 255]
