"""What an engine is to this library, and the tables that it is given of an archive at hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.columns import Table
from zhanaozen_archive._exporting.datapackage import named

TABLES = tuple(map(named, ("archive", "events", "properties", "claims", "enclosures", "bounds")))
"""The tables that are asked."""


class Engine(Protocol):
    """Tables of an export, the rules as views of them, and SQL to ask them in."""

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one after the other."""

    def close(self) -> None:
        """Let go of what it holds."""


def by_column(table: Table, archive: Archive) -> dict[str, list[str | int | bool | None]]:
    """What a table holds of an archive, column by column."""
    found: dict[str, list[str | int | bool | None]] = {column.name: [] for column in table.columns}
    for row in table.rows(archive):
        for name, cells in found.items():
            cells.append(row[name])
    return found
