"""Polars, by its SQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._engines.engine import TABLES, by_column
from zhanaozen_archive._exporting.columns import Table
from zhanaozen_archive._exporting.extras import needed
from zhanaozen_archive._exporting.rules import RULES, rule_text


@frozen
class Polars:
    """Lazy frames under the names of the tables."""

    context: Any

    @classmethod
    def holding(cls, archive: Archive) -> Polars:
        """The archive in memory."""
        polars = needed("polars", "polars")
        frames = {
            table.name: polars.LazyFrame(by_column(table, archive), schema=_schema(polars, table)) for table in TABLES
        }
        return cls._with_rules(polars.SQLContext(frames))

    @classmethod
    def reading(cls, export: Path) -> Polars:
        """A folder of Parquet that was exported."""
        polars = needed("polars", "polars")
        frames = {table.name: polars.scan_parquet(export / f"{table.name}.parquet", glob=False) for table in TABLES}
        return cls._with_rules(polars.SQLContext(frames))

    @classmethod
    def _with_rules(cls, context: Any) -> Polars:
        for rule in RULES:
            context.register(rule, context.execute(rule_text(rule)))
        return cls(context)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives."""
        found: Iterator[tuple[Any, ...]] = self.context.execute(query).collect(engine="streaming").iter_rows()
        return found

    def close(self) -> None:
        """Nothing is held open."""


def _schema(polars: Any, table: Table) -> dict[str, Any]:
    types = {"string": polars.String, "integer": polars.Int64, "boolean": polars.Boolean}
    return {column.name: types[column.type] for column in table.columns}
