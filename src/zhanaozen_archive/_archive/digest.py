"""A digest of the data: equal wherever the records are, whatever the files, their order and their comments."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._archive.records import Record


def canonical(record: Record) -> bytes:
    """The one way to write a record: JSON in UTF-8, keys sorted, no white space."""
    import json

    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def record_digest(record: Record) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    from hashlib import sha256

    return sha256(canonical(record)).hexdigest()


def archive_digest(records: Iterable[tuple[str, Record]]) -> str:
    """SHA-256 over the sorted lines of kind, id and digest of every record, as 64 hexadecimal digits."""
    from hashlib import sha256

    lines = sorted(f"{kind} {record.get('id', record.get('key'))} {record_digest(record)}" for kind, record in records)
    return sha256("\n".join(lines).encode()).hexdigest()
