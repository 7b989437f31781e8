"""An archive that somebody names: a folder, a file of JSON Lines, or a wheel of this library."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from zhanaozen_archive._loading.files import read_folder, read_wheel
from zhanaozen_archive._loading.report import Report
from zhanaozen_archive._loading.resolve import Loaded, joined
from zhanaozen_archive._loading.structure import structuring

LINES = (".jsonl", ".jsonl.gz")
"""How the names of files of JSON Lines end."""


def read_given(given: str | PathLike[str]) -> Loaded:
    """The archive at a path."""
    path, report = Path(given), Report()
    if path.is_dir() or not path.name.endswith((*LINES, ".whl")):
        return joined(read_folder(path, report), structuring(report), report)
    if path.suffix == ".whl":
        return joined(read_wheel(path, report), structuring(report), report)
    from zhanaozen_archive._loading.jsonl import read_lines

    return read_lines(path)
