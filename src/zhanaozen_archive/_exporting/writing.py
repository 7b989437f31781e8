"""Writing to disk, whole or not at all: whoever reads a file finds the old one or the new one, never a part."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_GZIP = 31
"""What zlib calls the form of gzip."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, in place of the one that may be there, whose permissions it keeps; a link is followed.

    Raises:
        OSError: It cannot be written, or what is there is no file, or read-only. What was there before is still there.
    """
    _write(path, (content,))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines, each with its end, in UTF-8 as they come; packed with gzip where the name ends in `.gz`.

    The same lines are packed to the same bytes: no name and no time goes with them.

    Raises:
        OSError: It cannot be written, or what is there is no file, or read-only. What was there before is still there.
    """
    encoded = (line.encode() for line in lines)
    _write(path, _packed(encoded) if path.suffix == ".gz" else encoded)


def _packed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=_GZIP)
    yield from map(packer.compress, chunks)
    yield packer.flush()


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    target = _target(path)
    _refuse_what_is_no_file(target)
    beside = _beside(target)
    try:
        with _told_of(target):
            _write_new(beside, chunks, target)
            beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, in place of an earlier one that holds nothing but files of these names.

    Raises:
        OSError: It cannot be written, or something else is there, or read-only. What was there before is still there.
    """
    target = _target(path)
    _refuse_what_is_not_ours(target, files)
    beside = _beside(target)
    try:
        with _told_of(target):
            beside.mkdir()
            for name, content in files.items():
                _write_new(beside / name, (content,), target / name)
            if target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            _exchange(beside, target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _target(path: Path) -> Path:
    """Where a path leads.

    Raises:
        OSError: It is a link that leads to itself.
    """
    target = Path(os.path.realpath(path))  # `resolve` treats a link to itself otherwise in every version
    if target.is_symlink():
        raise OSError(errno.ELOOP, "the link leads to itself; name a file or folder", str(path))
    return target


@contextmanager
def _told_of(target: Path) -> Iterator[None]:
    """Say of which file or folder an error is: nobody knows the one beside it."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(target)) from None


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


def _write_new(path: Path, chunks: Iterable[bytes], old: Path) -> None:
    """A file that was not there, with the permissions of an old one or of any new file; on the disk on return."""
    kept = stat.S_IMODE(old.stat().st_mode) if old.exists() else None
    mode = 0o666 if kept is None else kept  # from the beginning: what is private is never read by others
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())
    if kept is not None:
        path.chmod(kept)


def _beside(target: Path) -> Path:
    """A name in the same folder that nobody has."""
    return target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.tmp")  # short where the target's is long


def _refuse_what_is_no_file(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name is there; name a file", str(target))
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, "what is there is no file; name another, or write to stdout", str(target))
    _refuse_read_only(target)


def _refuse_what_is_not_ours(target: Path, names: Iterable[str]) -> None:
    if target.is_dir():
        if others := sorted({entry.name for entry in target.iterdir()} - {*names}):
            told = f"the folder holds something else ({others[0]}); name an empty one, or a new one"
            raise FileExistsError(errno.ENOTEMPTY, told, str(target))
        for old in (target, *(target / name for name in names)):
            _refuse_read_only(old)
    elif target.exists():
        raise NotADirectoryError(errno.ENOTDIR, "a file of this name is there; name a folder", str(target))


def _refuse_read_only(old: Path) -> None:
    if old.exists() and not old.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "what is there is read-only; name another", str(old))
