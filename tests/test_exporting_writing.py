"""Exports on disk are whole or not there, whatever goes wrong while they are written."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import zhanaozen_archive as za
from tests.records import archive
from zhanaozen_archive._exporting import writing

SMALL = archive()
OLD = "what was there before"
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions, links and devices of POSIX")


def names_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_holds_the_text_to_the_byte_and_nothing_is_left_beside_it(tmp_path):
    text = za.export(SMALL, "ris", tmp_path / "out.ris")

    assert za.export(SMALL, "ris") == text
    assert text.encode() == (tmp_path / "out.ris").read_bytes()
    assert ["out.ris"] == names_in(tmp_path)


def test_a_folder_holds_every_table_and_can_be_written_again(tmp_path):
    files = za.export(SMALL, "csv", str(tmp_path / "out"))
    written = names_in(tmp_path / "out")
    (tmp_path / "out" / "claims.csv").write_text(OLD)

    assert za.export(SMALL, "csv", tmp_path / "out") == files
    assert sorted(files) == written == names_in(tmp_path / "out")
    assert all(text.encode() == (tmp_path / "out" / name).read_bytes() for name, text in files.items())
    assert ["out"] == names_in(tmp_path)


@POSIX
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_file_has_the_permissions_that_any_new_file_has(tmp_path, umask):
    before = os.umask(umask)
    try:
        za.export(SMALL, "ris", tmp_path / "out.ris")
        (tmp_path / "other").touch()
    finally:
        os.umask(before)

    made, other = (stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out.ris", "other"))
    assert other == made == 0o666 & ~umask


@POSIX
def test_a_link_is_followed(tmp_path):
    (tmp_path / "real.ris").write_text(OLD)
    (tmp_path / "link.ris").symlink_to("real.ris")

    text = za.export(SMALL, "ris", tmp_path / "link.ris")

    assert (tmp_path / "link.ris").is_symlink()
    assert text == (tmp_path / "real.ris").read_text()


def test_a_file_does_not_take_the_place_of_a_folder(tmp_path):
    with pytest.raises(IsADirectoryError, match="a folder of this name is there; name a file"):
        za.export(SMALL, "ris", tmp_path)


@POSIX
def test_a_file_does_not_take_the_place_of_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FileExistsError, match="what is there is no file; name another, or write to stdout"):
        za.export(SMALL, "ris", tmp_path / "pipe")

    assert ["pipe"] == names_in(tmp_path)


def test_a_folder_does_not_take_the_place_of_a_file(tmp_path):
    (tmp_path / "out").write_text(OLD)

    with pytest.raises(NotADirectoryError, match="a file of this name is there; name a folder"):
        za.export(SMALL, "csv", tmp_path / "out")

    assert OLD == (tmp_path / "out").read_text()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text(OLD)

    with pytest.raises(FileExistsError, match=r"the folder holds something else \(notes.txt\); name an empty one"):
        za.export(SMALL, "csv", tmp_path)

    assert ["notes.txt"] == names_in(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    for name in ("ris", "csv"):
        with pytest.raises(FileNotFoundError):
            za.export(SMALL, name, tmp_path / "nowhere" / "out")

    assert [] == names_in(tmp_path)


class FaultError(OSError):
    """A disk that is full."""


def fail_once(monkeypatch, owner, name, nth):
    """Let the nth call of a function fail."""
    real, calls = getattr(owner, name), []

    def call(*given, **named):
        calls.append(given)
        if len(calls) == nth:
            raise FaultError(28, "No space left on device")
        return real(*given, **named)

    monkeypatch.setattr(owner, name, call)


FAULTS = [(os, "open"), (os, "fdopen"), (os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "mkdir")]
WRITES = [
    (writing.write_file, OLD.encode(), b"new"),
    (writing.write_folder, {"a": OLD.encode(), "b": OLD.encode()}, {"a": b"new", "b": b"new"}),
]
NOT_CALLED = {(writing.write_file, "rename"), (writing.write_file, "mkdir"), (writing.write_folder, "replace")}


@pytest.mark.parametrize(("owner", "name"), FAULTS, ids=lambda fault: getattr(fault, "__name__", fault))
@pytest.mark.parametrize(("write", "old", "new"), WRITES, ids=["file", "folder"])
def test_whatever_call_fails_what_was_there_is_still_there(tmp_path, owner, name, write, old, new):
    """Every call that touches the disk fails once, the first, the second and so on, until none of them matters."""
    out = tmp_path / "out"
    write(out, old)
    for nth in range(1, 100):
        with pytest.MonkeyPatch.context() as monkeypatch:
            fail_once(monkeypatch, owner, name, nth)
            try:
                write(out, new)
            except FaultError:
                assert old == contents(out)
                assert ["out"] == names_in(tmp_path)
            else:
                break
    assert nth > 1 or (write, name) in NOT_CALLED
    assert new == contents(out)


def contents(out):
    return out.read_bytes() if out.is_file() else {file.name: file.read_bytes() for file in out.iterdir()}


WRITER = """
import sys
from pathlib import Path
from zhanaozen_archive._exporting.writing import write_file
for number in range(10**6):
    write_file(Path(sys.argv[1]), sys.argv[2].encode() * 100_000)
"""


@POSIX
def test_a_kill_and_several_writers_never_leave_half_a_file(tmp_path):
    """Two processes write over each other's file until they are killed; every look finds one of the two, whole."""
    out = tmp_path / "out.txt"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, out, letter]) for letter in "ab"]
    whole = {letter * 100_000 for letter in "ab"}
    try:
        while not out.exists():
            assert all(writer.poll() is None for writer in writers)
        looks = [out.read_text() in whole for _ in range(200)]
    finally:
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.wait()

    assert all(looks)
    assert out.read_text() in whole


def test_what_cannot_be_encoded_does_not_touch_the_file(tmp_path):
    (tmp_path / "out").write_text(OLD)

    with pytest.raises(UnicodeEncodeError):
        za.export(evolve(SMALL, title="\ud800"), "json", tmp_path / "out")

    assert OLD == (tmp_path / "out").read_text()
    assert ["out"] == names_in(tmp_path)


def test_an_unknown_format_is_told_with_what_was_meant():
    with pytest.raises(ValueError, match=r"^there is no format 'bibtx'; did you mean 'bibtex'\?$"):
        za.export(SMALL, "bibtx")
    with pytest.raises(ValueError, match=r"^there is no format 'docx'; there are csl-json, .*, csv, parquet, jsonl$"):
        za.export(SMALL, "docx")
