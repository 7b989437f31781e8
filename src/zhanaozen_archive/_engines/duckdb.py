"""DuckDB, which need not have everything in memory at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._engines.engine import TABLES, by_column
from zhanaozen_archive._exporting.extras import needed
from zhanaozen_archive._exporting.rules import RULES, rule_text

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN"}
_AT_ONCE = 1000
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


@frozen
class DuckDB:
    """A database in memory, or one that reads the files of an export."""

    database: Any

    @classmethod
    def holding(cls, archive: Archive) -> DuckDB:
        """The archive in memory."""
        database = _connected()
        for table in TABLES:
            types = [_TYPES[column.type] for column in table.columns]
            columns = ", ".join(f'"{c.name}" {type_}' for c, type_ in zip(table.columns, types, strict=True))
            cells = ", ".join(f"unnest(?::{type_}[])" for type_ in types)
            database.execute(f"CREATE TABLE {table.name} ({columns})")
            database.execute(f"INSERT INTO {table.name} SELECT {cells}", [*by_column(table, archive).values()])
        return cls._with_rules(database)

    @classmethod
    def reading(cls, export: Path) -> DuckDB:
        """A folder of Parquet that was exported."""
        database = _connected()
        for table in TABLES:
            database.read_parquet(str(export / f"{table.name}.parquet")).create_view(table.name)
        return cls._with_rules(database)

    @classmethod
    def _with_rules(cls, database: Any) -> DuckDB:
        for rule in RULES:
            database.execute(f"CREATE VIEW {rule} AS\n{rule_text(rule)}")
        return cls(database)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one after the other."""
        found = self.database.cursor().execute(query)
        while some := found.fetchmany(_AT_ONCE):
            yield from some

    def close(self) -> None:
        """Let go of the files."""
        self.database.close()


def _connected() -> Any:
    """An engine that fetches nothing, and puts aside what memory does not hold."""
    return needed("duckdb", "duckdb").connect(config={**_OFFLINE, "temp_directory": gettempdir()})
