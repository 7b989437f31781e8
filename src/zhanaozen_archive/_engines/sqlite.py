"""SQLite, which comes with Python."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._engines.engine import TABLES
from zhanaozen_archive._exporting.sqlite import fill


@frozen
class Sqlite:
    """A database, in memory or in a file that is only read."""

    database: sqlite3.Connection

    @classmethod
    def holding(cls, archive: Archive) -> Sqlite:
        """The archive in memory."""
        database = sqlite3.connect(":memory:")
        fill(database, archive, TABLES)
        return cls(database)

    @classmethod
    def reading(cls, export: Path) -> Sqlite:
        """A file that was exported; its views are the rules."""
        return cls(_connected(export))

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one after the other."""
        return self.database.execute(query)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def tables_of(file: Path) -> set[str]:
    """The names of the tables in a file; none where it is no database."""
    with closing(_connected(file)) as database, suppress(sqlite3.DatabaseError):
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    return set()


def _connected(file: Path) -> sqlite3.Connection:
    """The file, only to be read."""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
