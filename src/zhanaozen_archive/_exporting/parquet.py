"""Parquet: a file for each table, and beside them the rules in SQL."""

from __future__ import annotations

from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.columns import Table
from zhanaozen_archive._exporting.datapackage import TABLES
from zhanaozen_archive._exporting.extras import needed
from zhanaozen_archive._exporting.rules import RULES, rule_text

EXTRA = "parquet"
FILES = (*(f"{table.name}.parquet" for table in TABLES), *(f"{rule}.sql" for rule in RULES))


def parquet(archive: Archive) -> dict[str, bytes]:
    """The contents of all files by their names.

    Raises:
        MissingPackage: The extra `parquet` is not installed.
    """
    contents = (*(_written(table, archive) for table in TABLES), *(rule_text(rule).encode() for rule in RULES))
    return dict(zip(FILES, contents, strict=True))


def _written(table: Table, archive: Archive) -> bytes:
    arrow, out = needed("pyarrow", EXTRA), needed("pyarrow", EXTRA).BufferOutputStream()
    names = [column.name for column in table.columns]
    rows = [{name: row[name] for name in names} for row in table.rows(archive)]
    made = arrow.Table.from_pylist(rows, _schema(arrow, table))
    needed("pyarrow.parquet", EXTRA).write_table(made, out, compression="zstd")
    return bytes(out.getvalue())


def _schema(arrow: Any, table: Table) -> Any:
    types = {"string": arrow.string(), "integer": arrow.int64(), "boolean": arrow.bool_()}
    return arrow.schema([arrow.field(c.name, types[c.type], nullable=not c.required) for c in table.columns])
