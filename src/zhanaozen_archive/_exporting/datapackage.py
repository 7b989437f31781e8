"""CSV with a Frictionless Data Package: a file for each table, and one that describes them."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._archive.tables import cell
from zhanaozen_archive._exporting import bound_tables, claim_tables, shared_tables, source_tables
from zhanaozen_archive._exporting.columns import Column, Table
from zhanaozen_archive._exporting.plain import written

TABLES: tuple[Table, ...] = (
    *claim_tables.TABLES,
    *source_tables.TABLES,
    *shared_tables.TABLES,
    *bound_tables.TABLES,
)
DESCRIPTOR = "datapackage.json"
FILES = (DESCRIPTOR, *(f"{table.name}.csv" for table in TABLES))
APOSTROPHE = (
    "A text that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe put "
    "before it: take one away to have the text again."
)


def named(name: str) -> Table:
    """The table of that name."""
    return next(table for table in TABLES if table.name == name)


def datapackage(archive: Archive) -> dict[str, str]:
    """The texts of all files by their names, the description first."""
    tables = {f"{table.name}.csv": _csv(table, archive) for table in TABLES}
    return {DESCRIPTOR: written(_descriptor(archive, tables)), **tables}


def _csv(table: Table, archive: Archive) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    names = [column.name for column in table.columns]
    lines.writerow(names)
    lines.writerows([_cell(row[name]) for name in names] for row in table.rows(archive))
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    return str(value).lower() if isinstance(value, bool) else cell(value)


def _descriptor(archive: Archive, files: dict[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "archive",
        "title": archive.title,
        "version": archive.data_version,
        "description": f"Records of the digest {archive.digest}. {APOSTROPHE}",
        "resources": [_resource(table, files[f"{table.name}.csv"].encode()) for table in TABLES],
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [*table.key],
            "foreignKeys": [_foreign_key(table, *pair) for pair in table.foreign_keys()],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        rules["enum"] = [*column.choices]
    found = {"name": column.name, "type": column.type, "description": column.about}
    return found | ({"constraints": rules} if rules else {})


def _foreign_key(table: Table, columns: tuple[str, ...], other: str) -> dict[str, Any]:
    """The columns that name a row of another table, or of the same, which is then called by no name."""
    resource = "" if other == table.name else other
    return {"fields": [*columns], "reference": {"resource": resource, "fields": [*named(other).key]}}
