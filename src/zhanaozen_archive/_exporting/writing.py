"""Writing to disk, whole or not at all: whoever reads a file finds the old one or the new one, never a part."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_file(path: Path, text: str) -> None:
    """Write a text in UTF-8, in place of the file that may be there; a link is followed.

    Raises:
        OSError: It cannot be written, or what is there is no file. What was there before is still there.
    """
    target = path.resolve()
    _refuse_what_is_no_file(target)
    content = text.encode()
    beside = _beside(target)
    try:
        _write_new(beside, content)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_folder(path: Path, files: Mapping[str, str]) -> None:
    """Write texts in UTF-8 into a folder, in place of an earlier one that holds nothing but files of these names.

    Raises:
        OSError: It cannot be written, or something else is there. What was there before is still there.
    """
    target = path.resolve()
    _refuse_what_is_not_ours(target, files)
    beside = _beside(target)
    try:
        beside.mkdir()
        for name, text in files.items():
            _write_new(beside / name, text.encode())
        _exchange(beside, target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _exchange(new: Path, target: Path) -> None:
    """Put the new folder in the place of the old one, which is moved aside first: folders cannot be replaced.

    Who is killed between the two moves has the old folder still, under a name that begins with a dot.
    """
    if not target.exists():
        new.rename(target)
        return
    old = _beside(target)
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)  # the new one is in place


def _write_new(path: Path, content: bytes) -> None:
    """A file that was not there, with the permissions that any new file has, and on the disk when this returns."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _beside(target: Path) -> Path:
    """A name in the same folder that nobody has."""
    return target.with_name(f".{target.name}.{secrets.token_hex(8)}.tmp")


def _refuse_what_is_no_file(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name is there; name a file", str(target))
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, "what is there is no file; name another, or write to stdout", str(target))


def _refuse_what_is_not_ours(target: Path, names: Iterable[str]) -> None:
    if target.is_dir():
        if others := sorted({entry.name for entry in target.iterdir()} - {*names}):
            told = f"the folder holds something else ({others[0]}); name an empty one, or a new one"
            raise FileExistsError(errno.ENOTEMPTY, told, str(target))
    elif target.exists():
        raise NotADirectoryError(errno.ENOTDIR, "a file of this name is there; name a folder", str(target))
