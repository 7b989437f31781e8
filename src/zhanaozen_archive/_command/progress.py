"""What is being done, on a terminal, where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

PATIENCE = 2.0
"""Seconds that pass before anything is shown."""


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on the terminal what is being done, until it is, if that takes more than two seconds.

    Nothing is shown, and nothing is imported or started, where stdout or stderr is no terminal.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        yield
        return
    done = Event()
    telling = Thread(target=_tell, args=(what, done), daemon=True)
    telling.start()
    try:
        yield
    finally:
        done.set()
        telling.join()  # so that the line is gone before anything else is printed


def _tell(what: str, done: Event) -> None:
    if done.wait(PATIENCE):
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        done.wait()
