"""Reading files that somebody else may have put there: nothing outside the folder, nothing that never ends."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from zhanaozen_archive.errors import Code

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 8 * 2**20
"""Bytes that a file of records may have."""
LARGEST_ARCHIVE = 256 * 2**20
"""Bytes that all files of an archive together may have."""
LARGEST_TEXT = 16 * 2**20
"""Bytes that an original text may have."""
MOST_FILES = 100_000
"""Files and folders that may lie in the folder of an archive."""
PLAIN_NAME = re.compile(r"(?!\.)[^/\\:\x00-\x1f\x7f]+")
"""The name of a file in one folder, on every system."""
_HOW = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"))
_KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}


class Refused(Exception):
    """A file or folder is not read.

    Attributes:
        code: The code of the problem.
        message: Why.
    """

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, message)
        self.code: Code = code
        self.message = message


def read(folder: Path, name: str, most: int) -> bytes:
    """The bytes of a regular file of the folder; links are not followed, and nothing is waited for.

    Args:
        folder: The folder.
        name: Path of the file below it, with `/` between the parts.
        most: Bytes that it may have.

    Raises:
        Refused: It is something else, lies elsewhere, is too large or cannot be read.
    """
    parts = name.split("/")
    if not all(map(PLAIN_NAME.fullmatch, parts)):
        raise Refused("outside-folder", "is no plain name of a file, and could lead out of the folder")
    path = folder
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise Refused("link", "is a link, which could lead out of the folder; put the file itself there")
    return read_named(path, most)


def read_named(path: Path, most: int) -> bytes:
    """The bytes of a regular file that somebody named, whatever its name; nothing is waited for.

    Args:
        path: The file itself, no link to it.
        most: Bytes that it may have.

    Raises:
        Refused: It is something else, is too large or cannot be read.
    """
    with opened(path) as (file, size):
        check_size(size, most)
        content = file.read(most + 1)
    check_size(len(content), most)  # it can have grown, or the system does not know
    return content


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file that somebody named, to be read bit by bit, and how many bytes it has.

    Raises:
        Refused: It is something else or cannot be read.
    """
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused("no-file", f"is {_KINDS.get(stat.S_IFMT(found.st_mode), 'a device')}, not a file")
        with os.fdopen(os.open(path, _HOW), "rb") as file:
            if not os.path.samestat(found, os.fstat(file.fileno())):
                raise Refused("unreadable", "was changed while it was read")
            yield file, found.st_size
    except OSError as error:
        raise Refused("unreadable", f"cannot be read: {error.strerror or error}") from None


def check_size(size: int, most: int) -> None:
    """Refuse what has too many bytes.

    Raises:
        Refused: It has.
    """
    if size > most:
        raise Refused("too-large", f"is larger than {most:,} bytes, the most that is read here")


def toml_files(folder: Path) -> Iterator[str]:
    """Paths below the folder of all that is named as TOML, in any case of letters; hidden ones are an editor's.

    Raises:
        Refused: A folder cannot be read, or there is too much in it.
    """
    met, waiting = 0, [""]
    while waiting:
        below = waiting.pop()
        for entry in _entries(folder, below):
            if (met := met + 1) > MOST_FILES:
                raise Refused("too-many-files", f"more than {MOST_FILES:,} files and folders lie here; none is read")
            if entry.name.startswith("."):
                continue
            if entry.name.casefold().endswith(".toml"):
                yield below + entry.name
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(f"{below}{entry.name}/")


def _entries(folder: Path, below: str) -> list[os.DirEntry[str]]:
    """What lies in a folder; as many as are read of an archive, and one more."""
    try:
        with os.scandir(folder / below) as entries:
            return list(islice(entries, MOST_FILES + 1))
    except OSError as error:
        raise Refused("unreadable", f"the folder {below!r} cannot be read: {error.strerror}") from None
