"""The lines of a file, packed with gzip or not, of which neither one line nor all together are without end."""

from __future__ import annotations

import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from gzip import GzipFile
from io import BufferedReader
from pathlib import Path
from typing import IO

from zhanaozen_archive._loading.safely import LARGEST_ARCHIVE, Refused, opened

LONGEST_LINE = 16 * 2**20
"""Bytes that a line may have."""
MOST_TIMES = 200
"""How many times its size a packed file may have unpacked, where that is more than any archive of TOML has."""
_ROOM = 2**16


def file_lines(path: Path) -> Iterator[bytes]:
    """Every line of a file, with its end.

    Raises:
        Refused: It cannot be read, a line is too long, or it is packed so that it would not end.
    """
    with opened(path.resolve()) as (file, size):
        if path.suffix != ".gz":
            yield from _bounded(file)
            return
        try:
            unpacked = _bounded(BufferedReader(GzipFile(fileobj=file), _ROOM))
            yield from _within(unpacked, max(LARGEST_ARCHIVE, MOST_TIMES * size))
        except (EOFError, OSError, zlib.error) as error:
            raise Refused("unreadable", f"cannot be unpacked: {error}") from None


def _bounded(file: IO[bytes]) -> Iterator[bytes]:
    """The lines, none of them too long; a byte order mark before the first is told as what it is."""
    line = file.readline(LONGEST_LINE + 1)
    if line.startswith(BOM_UTF8):
        raise Refused("byte-order-mark", "begins with a byte order mark; save it as UTF-8 without one")
    while line:
        if len(line) > LONGEST_LINE:
            raise Refused("too-large", f"the line has more than {LONGEST_LINE:,} bytes, the most that is read here")
        yield line
        line = file.readline(LONGEST_LINE + 1)


def _within(lines: Iterator[bytes], most: int) -> Iterator[bytes]:
    room = most
    for line in lines:
        room -= len(line)
        if room < 0:
            raise Refused("too-large", f"is more than {most:,} bytes unpacked, {MOST_TIMES} times its size")
        yield line
