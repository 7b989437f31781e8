"""Reading the files of a folder."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from zhanaozen_archive._loading.report import Path as ReportPath
from zhanaozen_archive._loading.report import Report, did_you_mean
from zhanaozen_archive._loading.rows import (
    AgentRow,
    ArchiveRow,
    ClaimRow,
    CodebookRow,
    DocumentRow,
    EventRow,
    PlaceRow,
    PopulationRow,
    PropertyRow,
    ReadingRow,
    RetiredRow,
    SourceRow,
    TextRow,
    VocabularyRow,
    VoiceRow,
)
from zhanaozen_archive._loading.structure import structure

T = TypeVar("T")
SHARED = ("agents", "archive", "codebook", "events", "places", "readings", "retired")
"""The files beside `sources/`, without their ending."""


@frozen
class Document:
    """A file of `sources/`; a voice or claim that cannot be read is None, so that the others keep their numbers."""

    file: str
    key: str
    source: SourceRow | None
    text: TextRow | None
    voices: tuple[VoiceRow | None, ...]
    claims: tuple[ClaimRow | None, ...]


@frozen
class Files:
    """What a folder holds, typed but not yet joined. A table that cannot be read is left out."""

    archive: ArchiveRow | None
    events: dict[str, EventRow]
    places: dict[str, PlaceRow]
    agents: dict[str, AgentRow]
    properties: dict[str, PropertyRow]
    vocabularies: dict[str, VocabularyRow]
    populations: dict[str, PopulationRow]
    readings: dict[str, ReadingRow]
    retired: dict[str, RetiredRow]
    documents: tuple[Document, ...]


def read_folder(folder: Path, report: Report) -> Files | None:
    """Every file of the folder, with all that is wrong in the report; None where it is no archive at all."""
    if not (folder / "archive.toml").is_file():
        report.add("archive.toml", (), "no-archive", f"there is no such file in {str(folder)!r}, so it is no archive")
        return None
    for stray in sorted(file.stem for file in folder.glob("*.toml") if file.stem not in SHARED):
        report.add(f"{stray}.toml", (), "unknown-file", f"unknown file{did_you_mean(stray, SHARED)}")

    def tables(name: str) -> object:
        return _parsed(folder, f"{name}.toml", report)

    def rows(name: str, row: type[T]) -> dict[str, T]:
        return _rows(tables(name), row, f"{name}.toml", (), report)

    codebook = structure(tables("codebook") or {}, CodebookRow, "codebook.toml", (), report) or CodebookRow()
    archive = tables("archive")

    def defined(name: str, row: type[T]) -> dict[str, T]:
        return _rows(getattr(codebook, name), row, "codebook.toml", (name,), report)

    return Files(
        None if archive is None else structure(archive, ArchiveRow, "archive.toml", (), report),
        rows("events", EventRow),
        rows("places", PlaceRow),
        rows("agents", AgentRow),
        defined("properties", PropertyRow),
        defined("vocabularies", VocabularyRow),
        defined("populations", PopulationRow),
        rows("readings", ReadingRow),
        rows("retired", RetiredRow),
        tuple(filter(None, (_document(folder, path.name, report) for path in sorted(folder.glob("sources/*.toml"))))),
    )


def _document(folder: Path, name: str, report: Report) -> Document | None:
    file = f"sources/{name}"
    parsed = _parsed(folder, file, report)
    tables = None if parsed is None else structure(parsed, DocumentRow, file, (), report)
    if tables is None:
        return None
    return Document(
        file,
        name.removesuffix(".toml"),
        structure(tables.source, SourceRow, file, ("source",), report),
        structure(tables.text, TextRow, file, ("text",), report),
        tuple(structure(row, VoiceRow, file, ("voices", n), report) for n, row in enumerate(tables.voices)),
        tuple(structure(row, ClaimRow, file, ("claims", n), report) for n, row in enumerate(tables.claims)),
    )


def _rows(tables: object, row: type[T], file: str, path: ReportPath, report: Report) -> dict[str, T]:
    """Tables of one kind, named by their ids."""
    if type(tables) is not dict:
        return {}
    read = {id_: structure(table, row, file, (*path, id_), report) for id_, table in tables.items()}
    return {id_: found for id_, found in read.items() if found is not None}


def _parsed(folder: Path, file: str, report: Report) -> object:
    """The tables of a file; an absent file is empty, one that cannot be read is None."""
    try:
        text = (folder / file).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        report.add(file, (), "not-utf-8", f"byte {error.start} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        report.add(file, (), "unreadable", f"cannot be read: {error.strerror}")
    else:
        report.texts[file] = text
        try:
            report.tables[file] = tables = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = re.search(r"at line (\d+)", str(error))
            report.add(file, (), "not-toml", f"not TOML: {error}", line=int(line[1]) if line else 0)
        else:
            return tables
    return None
