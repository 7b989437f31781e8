"""The one way out: an archive in any of the formats, as text or on disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args, overload

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.annotations import web_annotations
from zhanaozen_archive._exporting.archive_json import archive_json
from zhanaozen_archive._exporting.biblatex import biblatex
from zhanaozen_archive._exporting.bibtex import bibtex
from zhanaozen_archive._exporting.csl_json import csl_json
from zhanaozen_archive._exporting.datapackage import datapackage
from zhanaozen_archive._exporting.json_schema import json_schema
from zhanaozen_archive._exporting.linked import json_ld
from zhanaozen_archive._exporting.plain import written
from zhanaozen_archive._exporting.ris import ris
from zhanaozen_archive._exporting.withholding import without_sensitive
from zhanaozen_archive._exporting.writing import write_file, write_folder

TextFormat = Literal["csl-json", "biblatex", "bibtex", "ris", "json", "json-schema", "json-ld", "annotations"]
FolderFormat = Literal["csv"]
Format = Literal[TextFormat, FolderFormat]
FORMATS: tuple[Format, ...] = get_args(Format)
_WRITERS: dict[TextFormat, Callable[[Archive], str]] = {
    "csl-json": csl_json,
    "biblatex": biblatex,
    "bibtex": bibtex,
    "ris": ris,
    "json": archive_json,
    "json-schema": lambda _: written(json_schema()),
    "json-ld": json_ld,
    "annotations": web_annotations,
}


@overload
def export(
    archive: Archive, format: TextFormat, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> str: ...


@overload
def export(
    archive: Archive, format: FolderFormat, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> dict[str, str]: ...


def export(
    archive: Archive, format: Format, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> str | dict[str, str]:
    """The archive in another format: a text, or for `csv` the texts of several files by their names.

    Args:
        archive: The archive.
        format: For reference managers `csl-json`, `biblatex`, `bibtex` or `ris`; for data `json`, with `json-schema`
            to describe it, or `csv`, a Frictionless Data Package; for the web `json-ld` or `annotations`.
        to: The file to write as well, or for `csv` the folder; whole or not at all, in UTF-8.
        sensitive: False leaves the names of private living persons out.

    Raises:
        ValueError: There is no such format.
        OSError: It cannot be written. What was there before is still there.
    """
    _check(format)
    told = archive if sensitive else without_sensitive(archive)
    if format == "csv":
        files = datapackage(told)
        if to is not None:
            write_folder(Path(to), files)
        return files
    text = _WRITERS[format](told)
    if to is not None:
        write_file(Path(to), text)
    return text


def _check(format: str) -> None:
    if format not in FORMATS:
        near = get_close_matches(format, FORMATS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FORMATS)}"
        raise ValueError(f"there is no format {format!r}; {hint}")
