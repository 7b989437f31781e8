"""From parsed files to typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

from attrs import frozen

from zhanaozen_archive._loading.lines import Path
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

T = TypeVar("T")
Parsed = dict[str, dict[str, object]]
"""The tables of each file that could be read, by its path below the folder, with `/` between the parts."""


class Structure(Protocol):
    """Makes a row of a table."""

    def __call__(self, table: object, row: type[T], file: str, path: Path, /) -> T:
        """The row of the table at a place of a file."""


@frozen(eq=False, repr=False)
class Document:
    """A file of `sources/`."""

    file: str
    key: str
    source: SourceRow
    text: TextRow
    voices: tuple[VoiceRow, ...]
    claims: tuple[ClaimRow, ...]


@frozen(eq=False, repr=False)
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


def typed(parsed: Parsed, structure: Structure) -> Files:
    """The rows of all files."""

    def rows(name: str, row: type[T]) -> dict[str, T]:
        return _rows(parsed.get(f"{name}.toml", {}), row, f"{name}.toml", (), structure)

    def defined(name: str, row: type[T]) -> dict[str, T]:
        return _rows(getattr(codebook, name), row, "codebook.toml", (name,), structure)

    archive = parsed.get("archive.toml")
    codebook = structure(parsed.get("codebook.toml", {}), CodebookRow, "codebook.toml", ())
    documents = (_document(file, tables, structure) for file, tables in parsed.items() if file.startswith("sources/"))
    return Files(
        None if archive is None else structure(archive, ArchiveRow, "archive.toml", ()),
        rows("events", EventRow),
        rows("places", PlaceRow),
        rows("agents", AgentRow),
        defined("properties", PropertyRow),
        defined("vocabularies", VocabularyRow),
        defined("populations", PopulationRow),
        tuple(structure(row, DisjointRow, "codebook.toml", ("disjoint", n)) for n, row in enumerate(codebook.disjoint)),
        rows("readings", ReadingRow),
        rows("retired", RetiredRow),
        tuple(documents),
    )


def _document(file: str, parsed: object, structure: Structure) -> Document:
    tables = structure(parsed, DocumentRow, file, ())
    return Document(
        file,
        file.removeprefix("sources/").removesuffix(".toml"),
        structure(tables.source, SourceRow, file, ("source",)),
        structure(tables.text, TextRow, file, ("text",)),
        tuple(structure(row, VoiceRow, file, ("voices", n)) for n, row in enumerate(tables.voices)),
        tuple(structure(row, ClaimRow, file, ("claims", n)) for n, row in enumerate(tables.claims)),
    )


def _rows(tables: Mapping[str, object], row: type[T], file: str, path: Path, structure: Structure) -> dict[str, T]:
    """Tables of one kind, named by their ids; a file or table of a file holds no other kind."""
    return {id_: structure(table, row, file, (*path, id_)) for id_, table in tables.items()}
