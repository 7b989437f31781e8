"""The one way out: an archive in any of the formats, as text or on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
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
from zhanaozen_archive._exporting.json_lines import json_lines
from zhanaozen_archive._exporting.json_schema import json_schema
from zhanaozen_archive._exporting.linked import json_ld
from zhanaozen_archive._exporting.parquet import parquet
from zhanaozen_archive._exporting.plain import written
from zhanaozen_archive._exporting.ris import ris
from zhanaozen_archive._exporting.sqlite import sqlite
from zhanaozen_archive._exporting.withholding import without_sensitive
from zhanaozen_archive._exporting.writing import write_file, write_folder, write_lines

TextFormat = Literal["csl-json", "biblatex", "bibtex", "ris", "json", "json-schema", "json-ld", "annotations"]
BinaryFormat = Literal["sqlite"]
StreamFormat = Literal["jsonl"]
FolderFormat = Literal["csv", "parquet"]
Format = Literal[TextFormat, BinaryFormat, FolderFormat, StreamFormat]
FORMATS: tuple[Format, ...] = get_args(Format)
_WRITERS: dict[Format, Callable[[Archive], str | bytes | Mapping[str, str] | Mapping[str, bytes]]] = {
    "csl-json": csl_json,
    "biblatex": biblatex,
    "bibtex": bibtex,
    "ris": ris,
    "json": archive_json,
    "json-schema": lambda _: written(json_schema()),
    "json-ld": json_ld,
    "annotations": web_annotations,
    "sqlite": sqlite,
    "csv": datapackage,
    "parquet": parquet,
}


@overload
def export(
    archive: Archive, format: TextFormat, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> str: ...


@overload
def export(
    archive: Archive, format: BinaryFormat, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> bytes: ...


@overload
def export(
    archive: Archive, format: Literal["csv"], to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> dict[str, str]: ...


@overload
def export(
    archive: Archive, format: Literal["parquet"], to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> dict[str, bytes]: ...


@overload
def export(
    archive: Archive, format: StreamFormat, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> Iterator[str]: ...


def export(
    archive: Archive, format: Format, to: str | os.PathLike[str] | None = None, *, sensitive: bool = True
) -> str | bytes | Mapping[str, str] | Mapping[str, bytes] | Iterator[str]:
    """The archive in another format: a text, or bytes; for `csv` and `parquet` those of several files by their names.

    For `jsonl` it is lines, each with its end, which are made as they are asked for.

    Args:
        archive: The archive.
        format: For reference managers `csl-json`, `biblatex`, `bibtex` or `ris`; for data `json`, with `json-schema`
            to describe it, `jsonl`, which `load` reads again, `csv`, a Frictionless Data Package, or `sqlite` or
            `parquet` (extra `parquet`), the same tables with rules for conflicts in SQL; for the web `json-ld` or
            `annotations`.
        to: The file to write as well, or for `csv` and `parquet` the folder; whole or not at all, texts in UTF-8. One
            of `jsonl` whose name ends in `.gz` is packed.
        sensitive: False leaves the names of private living persons out.

    Raises:
        ValueError: There is no such format.
        MissingPackage: The extra `parquet` is not installed.
        OSError: It cannot be written. What was there before is still there.
    """
    _check(format)
    told = archive if sensitive else without_sensitive(archive)
    if format == "jsonl":
        if to is not None:
            write_lines(Path(to), json_lines(told))
        return json_lines(told)
    made = _WRITERS[format](told)
    if to is not None:
        _write(Path(to), made)
    return made


def _write(to: Path, made: str | bytes | Mapping[str, str] | Mapping[str, bytes]) -> None:
    if isinstance(made, Mapping):
        write_folder(to, {name: _content(content) for name, content in made.items()})
    else:
        write_file(to, _content(made))


def _content(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made


def _check(format: str) -> None:
    if format not in FORMATS:
        near = get_close_matches(format, FORMATS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FORMATS)}"
        raise ValueError(f"there is no format {format!r}; {hint}")
