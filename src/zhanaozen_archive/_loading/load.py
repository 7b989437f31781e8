"""Loading an archive: read all files, structure them, resolve what they refer to; or report all that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._loading.files import Parsed, read_folder, read_shipped, read_wheel
from zhanaozen_archive._loading.locate import packaged_seeds
from zhanaozen_archive._loading.report import Report
from zhanaozen_archive._loading.resolve import resolved
from zhanaozen_archive._loading.texts import bound
from zhanaozen_archive._loading.typed import typed
from zhanaozen_archive._model.collector import collector_paused
from zhanaozen_archive.errors import InvalidArchive, Problem

LINES = (".jsonl", ".jsonl.gz")
"""How the names of files of JSON Lines end."""


def load(path: str | PathLike[str] | None = None, *, texts: str | PathLike[str] | None = None) -> Archive:
    """Load an archive whole, or not at all.

    Args:
        path: A folder in the format of `seeds/`, a file of JSON Lines that `export` wrote (`.jsonl`, or packed
            `.jsonl.gz`), or a wheel of this library; None is the archive that comes with it.
        texts: A folder with the original texts of the documents, for `Claim.context`.

    Raises:
        InvalidArchive: It is no archive; the error holds every problem of all its files.
        TextMismatch: A text is missing, or is not the one that was coded.
    """
    archive, found = _read(Path(path)) if path is not None else _loaded(packaged_seeds(), read_shipped)
    if archive is None:
        raise InvalidArchive(found)
    return archive if texts is None else bound(archive, Path(texts))


def problems(path: str | PathLike[str]) -> tuple[Problem, ...]:
    """Everything that is wrong with a folder or file, in the order of files and lines; empty where it can be loaded."""
    return _read(Path(path))[1]


def _read(path: Path) -> tuple[Archive | None, tuple[Problem, ...]]:
    if path.name.endswith(LINES) and not path.is_dir():
        from zhanaozen_archive._loading.jsonl import read_lines

        with collector_paused():
            return read_lines(path)
    is_wheel = path.suffix == ".whl" and not path.is_dir()
    return _loaded(path, read_wheel if is_wheel else read_folder)


def _loaded(folder: Path, read: Callable[[Path, Report], Parsed]) -> tuple[Archive | None, tuple[Problem, ...]]:
    report = Report()
    with collector_paused():
        parsed = read(folder, report)
        archive = resolved(typed(parsed, report), report) if parsed else None
    found = report.found()
    return (None if found else archive), found
