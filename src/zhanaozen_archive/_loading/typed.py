"""From parsed files to typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import frozen

from zhanaozen_archive._loading.files import Parsed
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import Report
from zhanaozen_archive._loading.rows import (
    AgentRow,
    ArchiveRow,
    ClaimRow,
    CodebookRow,
    DisjointRow,
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


@frozen
class Document:
    """A file of `sources/`."""

    file: str
    key: str
    source: SourceRow
    text: TextRow
    voices: tuple[VoiceRow, ...]
    claims: tuple[ClaimRow, ...]


@frozen
class Files:
    """What a folder holds, typed but not yet joined. What cannot be read is neutral, and unread in the report."""

    archive: ArchiveRow | None
    """None where its file could not be parsed."""
    events: dict[str, EventRow]
    places: dict[str, PlaceRow]
    agents: dict[str, AgentRow]
    properties: dict[str, PropertyRow]
    vocabularies: dict[str, VocabularyRow]
    populations: dict[str, PopulationRow]
    disjoint: tuple[DisjointRow, ...]
    readings: dict[str, ReadingRow]
    retired: dict[str, RetiredRow]
    documents: tuple[Document, ...]


def typed(parsed: Parsed, report: Report) -> Files:
    """The rows of all files, with all that is wrong in the report."""

    def rows(name: str, row: type[T]) -> dict[str, T]:
        return _rows(parsed.get(f"{name}.toml", {}), row, f"{name}.toml", (), report)

    def defined(name: str, row: type[T]) -> dict[str, T]:
        return _rows(getattr(codebook, name), row, "codebook.toml", (name,), report)

    archive = parsed.get("archive.toml")
    codebook = structure(parsed.get("codebook.toml", {}), CodebookRow, "codebook.toml", (), report)
    documents = (_document(file, tables, report) for file, tables in parsed.items() if file.startswith("sources/"))
    return Files(
        None if archive is None else structure(archive, ArchiveRow, "archive.toml", (), report),
        rows("events", EventRow),
        rows("places", PlaceRow),
        rows("agents", AgentRow),
        defined("properties", PropertyRow),
        defined("vocabularies", VocabularyRow),
        defined("populations", PopulationRow),
        tuple(
            structure(row, DisjointRow, "codebook.toml", ("disjoint", n), report)
            for n, row in enumerate(codebook.disjoint)
        ),
        rows("readings", ReadingRow),
        rows("retired", RetiredRow),
        tuple(documents),
    )


def _document(file: str, parsed: object, report: Report) -> Document:
    tables = structure(parsed, DocumentRow, file, (), report)
    return Document(
        file,
        file.removeprefix("sources/").removesuffix(".toml"),
        structure(tables.source, SourceRow, file, ("source",), report),
        structure(tables.text, TextRow, file, ("text",), report),
        tuple(structure(row, VoiceRow, file, ("voices", n), report) for n, row in enumerate(tables.voices)),
        tuple(structure(row, ClaimRow, file, ("claims", n), report) for n, row in enumerate(tables.claims)),
    )


def _rows(tables: Mapping[str, object], row: type[T], file: str, path: Path, report: Report) -> dict[str, T]:
    """Tables of one kind, named by their ids; a file or table of a file holds no other kind."""
    return {id_: structure(table, row, file, (*path, id_), report) for id_, table in tables.items()}
