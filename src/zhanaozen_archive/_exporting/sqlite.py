"""SQLite: the tables in one file, and the rules as views of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.columns import Table
from zhanaozen_archive._exporting.datapackage import TABLES, named
from zhanaozen_archive._exporting.rules import RULES, rule_text

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "BOOLEAN"}


def sqlite(archive: Archive) -> bytes:
    """The file."""
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as database:
        fill(database, archive, TABLES)
        return database.serialize()


def fill(database: Connection, archive: Archive, tables: Iterable[Table]) -> None:
    """Write tables into an empty database, with a view for each rule."""
    for table in tables:
        database.execute(f"CREATE TABLE {table.name} ({', '.join(_lines(table))})")
        names = [column.name for column in table.columns]
        rows = ([row[name] for name in names] for row in table.rows(archive))
        database.executemany(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(names))})", rows)  # noqa: S608
    for rule in RULES:
        database.execute(f"CREATE VIEW {rule} AS\n{rule_text(rule)}")
    database.execute("ANALYZE")  # without figures on the tables it plans joins that take hours
    database.commit()


def _lines(table: Table) -> Iterable[str]:
    """The columns with their types, and the keys."""
    for column in table.columns:
        yield f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'
    yield f"PRIMARY KEY ({_quoted(table.key)})"
    for columns, other in table.foreign_keys():
        yield f"FOREIGN KEY ({_quoted(columns)}) REFERENCES {other} ({_quoted(named(other).key)})"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
