"""What the command says on a terminal while it works."""

import io
import os
import sys
import threading
from contextlib import suppress

import pytest

pty = pytest.importorskip("pty", reason="only Unix has pseudo-terminals")

from tests.commands import run, write_archive  # noqa: E402
from zhanaozen_archive._command import main, progress  # noqa: E402


class Impatient(threading.Event):
    """Has no patience, however soon the work is done: the line is always shown."""

    def wait(self, timeout=None):
        return timeout is None and super().wait()


class Patient(threading.Event):
    """Waits for the work to be done, however long it takes."""

    def wait(self, timeout=None):  # noqa: ARG002 - as it is called
        return super().wait()


class Terminal:
    """A pseudo-terminal that takes what is printed, and keeps it."""

    def __init__(self):
        self.ours, theirs = pty.openpty()
        self.stream = os.fdopen(theirs, "w", encoding="utf-8")
        self.parts = []
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self):
        with suppress(OSError):  # so Linux says that the other side is closed
            while part := os.read(self.ours, 1024):
                self.parts.append(part)

    def screen(self):
        """All that was printed; nothing can be printed after that."""
        self.stream.close()
        self.reader.join()
        os.close(self.ours)
        return b"".join(self.parts).decode()


@pytest.fixture
def terminal(monkeypatch):
    """Makes stdout and stderr a pseudo-terminal from when it is called."""

    def made():
        monkeypatch.setenv("TERM", "xterm")
        found = Terminal()
        for name in ("stdout", "stderr"):
            monkeypatch.setattr(sys, name, found.stream)
        return found

    return made


@pytest.mark.parametrize(("patience", "shown"), [(Impatient, True), (Patient, False)], ids=["long", "short"])
def test_long_work_is_told_of_on_a_terminal(monkeypatch, terminal, patience, shown):
    """And the line is gone when the work is done, whether it succeeds or not."""
    monkeypatch.setattr(progress, "Event", patience)
    shows = terminal()

    with pytest.raises(KeyError), progress.working("Reading the archive"):
        raise KeyError

    screen = shows.screen()
    assert ("Reading the archive …" in screen) == shown
    assert screen.endswith("\x1b[2K") or not shown  # erases the line


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_nothing_is_told_where_one_of_the_two_is_no_terminal(monkeypatch, terminal, stream):
    """As in a pipe; nor where there is no stream at all."""
    monkeypatch.setattr(progress, "Event", Impatient)
    shows = terminal()
    for elsewhere in (io.StringIO(), None):
        monkeypatch.setattr(sys, stream, elsewhere)
        before = threading.active_count()
        with progress.working("Reading the archive"):
            assert threading.active_count() == before

    assert shows.screen() == ""


VERBS = {
    "conflicts": (["conflicts"], ["Reading the archive …", "Searching for conflicts …"]),
    "verify": (["verify", "--texts"], ["Reading the archive …", "Comparing the texts …"]),
}


@pytest.mark.parametrize(("argv", "told"), VERBS.values(), ids=VERBS)
def test_the_verbs_that_can_take_long_say_what_they_do(monkeypatch, tmp_path, terminal, argv, told):
    monkeypatch.setattr(progress, "Event", Impatient)
    seeds = write_archive(tmp_path)
    texts = [str(tmp_path / "texts")] if "--texts" in argv else []
    shows = terminal()

    assert main([*argv, *texts, "--archive", str(seeds)]) == 0

    screen = shows.screen()
    assert [line for line in told if line not in screen] == []


def test_in_a_pipe_the_command_says_nothing_more(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(progress, "Event", Impatient)

    code, _, err = run(capsys, "conflicts", "--archive", write_archive(tmp_path), "--format", "json")

    assert (code, err) == (0, "")
