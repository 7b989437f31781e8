"""The command `zhanaozen`: reads its arguments, asks the library, and prints what it says."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

MISSING = 'error: the command needs one more package: install "zhanaozen-archive[cli]"'
FINE, FINDING, USAGE, INTERRUPTED = 0, 1, 2, 130
"""What the command exits with."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 fine, 1 a finding or an error, 2 a usage that cannot be understood.

    Args:
        argv: The arguments behind the command's name; None takes those of the process.
    """
    _speak_utf8()
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return FINE
    except OSError as error:
        _drop_output()
        return _failed(error)
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        import cyclopts  # noqa: F401  # told at once if it is missing
    except ModuleNotFoundError:
        print(MISSING, file=sys.stderr)
        return USAGE
    from zhanaozen_archive._command.app import run

    return run(argv)


def _failed(error: OSError) -> int:
    from zhanaozen_archive._command.output import complain

    complain(f"error: {error}")
    return FINDING


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: the first dash would end the command where only ASCII is allowed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send what is still unwritten nowhere: the interpreter writes it out at its end, and would complain."""
    with suppress(OSError, AttributeError):  # no stdout, or one that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
