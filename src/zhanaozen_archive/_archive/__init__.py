"""The archive: the index over all records, and the one object that users hold."""

from zhanaozen_archive._archive.archive import SCHEMA_VERSION, TABLES, Archive, Table
from zhanaozen_archive._archive.hull import Bounds
from zhanaozen_archive._archive.index import fold
from zhanaozen_archive._archive.records import record
from zhanaozen_archive._archive.tables import Row
from zhanaozen_archive._releases.digest import Record
from zhanaozen_archive._releases.tombstones import Retired

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Archive",
    "Bounds",
    "Record",
    "Retired",
    "Row",
    "Table",
    "fold",
    "record",
]
