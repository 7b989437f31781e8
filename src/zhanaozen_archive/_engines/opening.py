"""Which engine reads what: an archive at hand, a file of SQLite, or a folder of Parquet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from importlib import import_module
from pathlib import Path
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._engines.engine import TABLES, Engine
from zhanaozen_archive._engines.names import EngineName
from zhanaozen_archive._engines.sqlite import tables_of
from zhanaozen_archive.errors import ArchiveError

_CLASSES: dict[EngineName, str] = {"sqlite": "Sqlite", "duckdb": "DuckDB", "polars": "Polars"}
_READS: dict[EngineName, str] = {"sqlite": "sqlite", "duckdb": "parquet", "polars": "parquet"}


def is_export(path: Path) -> bool:
    """Whether there is an export in SQLite or in Parquet."""
    return _form(path) is not None


def opened(name: EngineName, what: Archive | Path) -> AbstractContextManager[Engine]:
    """An engine that holds an archive, or reads an export; to be closed at the end.

    Raises:
        ArchiveError: The engine does not read that form of export.
        MissingPackage: The extra of the engine is not installed.
    """
    engine: Any = getattr(import_module(f"{__package__}.{name}"), _CLASSES[name])
    made: Callable[[Any], Engine] = engine.holding
    if isinstance(what, Path):
        form = _READS[name]
        if _form(what) != form:
            raise ArchiveError(f"{name} reads no such export; write one with: zhanaozen export {form} -o NAME")
        made = engine.reading
    return closing(made(what))


def _form(path: Path) -> str | None:
    if all((path / f"{table.name}.parquet").is_file() for table in TABLES):
        return "parquet"
    return "sqlite" if path.is_file() and {table.name for table in TABLES} <= tables_of(path) else None
