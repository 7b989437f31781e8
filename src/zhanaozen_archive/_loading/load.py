"""Loading an archive: read all files, structure them, resolve what they refer to; or report all that is wrong.

What comes with the library needs little of that, and what it does not need is not imported.
"""

from __future__ import annotations

from os import PathLike

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._loading.report import Report
from zhanaozen_archive._loading.resolve import Loaded, joined
from zhanaozen_archive._loading.snapshot import read_snapshot, trusted
from zhanaozen_archive._model.collector import collector_paused
from zhanaozen_archive.errors import InvalidArchive, Problem


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
    archive, found = _shipped() if path is None else _read(path)
    if archive is None:
        raise InvalidArchive(found)
    if texts is None:
        return archive
    from zhanaozen_archive._loading.texts import bound

    return bound(archive, texts)


def problems(path: str | PathLike[str]) -> tuple[Problem, ...]:
    """Everything that is wrong with a folder or file, in the order of files and lines; empty where it can be loaded."""
    return _read(path)[1]


def _shipped() -> Loaded:
    with collector_paused():
        if (parsed := read_snapshot()) is not None:
            return joined(parsed, trusted, Report())
    from zhanaozen_archive._loading.locate import packaged_seeds

    return _read(packaged_seeds())


def _read(path: str | PathLike[str]) -> Loaded:
    from zhanaozen_archive._loading.given import read_given

    with collector_paused():
        return read_given(path)
