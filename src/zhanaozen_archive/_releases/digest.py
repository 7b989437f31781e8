"""A digest of the data: equal wherever the records are, whatever the files, their order and their comments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Record = dict[str, Any]
"""A record as JSON holds it: text, whole numbers, booleans, null, lists and objects; absent is null."""


def id_of(record: Record) -> str:
    """The id of a record; a source has a key."""
    return str(record.get("id", record.get("key")))


def canonical(record: Record) -> bytes:
    """The one way to write a record: JSON in UTF-8, keys sorted, no white space."""
    import json

    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def record_digest(record: Record) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    from hashlib import sha256

    return sha256(canonical(record)).hexdigest()


def ledger(records: Iterable[tuple[str, Record]]) -> tuple[str, ...]:
    """A line for every record, sorted: its kind, its id, its digest."""
    return tuple(sorted(f"{kind} {id_of(record)} {record_digest(record)}" for kind, record in records))


def archive_digest(lines: Iterable[str]) -> str:
    """SHA-256 over the ledger, its lines joined by line ends, as 64 hexadecimal digits."""
    from hashlib import sha256

    return sha256("\n".join(lines).encode()).hexdigest()
