"""What changed from one release of an archive to another, record by record and field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from zhanaozen_archive._releases.digest import Record, id_of
from zhanaozen_archive._releases.tombstones import Retired

if TYPE_CHECKING:
    from zhanaozen_archive._conflicts import Conflict

How = Literal["added", "changed", "withdrawn"]
Leaf = str | int | bool | None | tuple[Any, ...]
"""A value of a field: a list is a tuple."""
_WORDS = ("quote", "title", "label", "definition", "because")
"""The fields that say what a record is about, the first that it has."""


@frozen
class FieldChange:
    """One field of a record that has another value."""

    field: str
    """Its place in the record: "value.high", "attribution[1].verb"."""
    before: Leaf
    after: Leaf


@frozen
class Change:
    """A record that was added, changed or withdrawn."""

    how: How
    kind: str
    """What it is a record of: "claim", "source", "event", "place", "agent", "property" …"""
    id: str
    words: str | None
    """The words of the record: the quotation of a claim, the title of a source, the label of an event."""
    fields: tuple[FieldChange, ...] = ()
    """What changed, where it was changed."""
    retired: Retired | None = None
    """Why it was withdrawn and what stands in its place; None where that is not said."""

    def __str__(self) -> str:
        words = f" “{self.words}”" if self.words else ""
        return f"{self.how}: {self.kind} {self.id}{words}"


@frozen
class Release:
    """Which release of an archive was compared."""

    data_version: str
    digest: str


@frozen
class Difference:
    """What changed from an older release of an archive to a newer one."""

    older: Release
    newer: Release
    changes: tuple[Change, ...]
    """Every record that was added, changed or withdrawn, in this order, by kind and id."""
    appeared: tuple[Conflict, ...]
    """Conflicts that only the newer one has."""
    vanished: tuple[Conflict, ...]
    """Conflicts that only the older one has."""

    @property
    def added(self) -> tuple[Change, ...]:
        """The records that only the newer one has."""
        return tuple(change for change in self.changes if change.how == "added")

    @property
    def changed(self) -> tuple[Change, ...]:
        """The records that both have, but not alike."""
        return tuple(change for change in self.changes if change.how == "changed")

    @property
    def withdrawn(self) -> tuple[Change, ...]:
        """The records that only the older one has."""
        return tuple(change for change in self.changes if change.how == "withdrawn")

    def __bool__(self) -> bool:
        """Whether any record or conflict differs."""
        return bool(self.changes or self.appeared or self.vanished)


Records = Iterable[tuple[str, Record]]


def changes(older: Records, newer: Records, retired: Mapping[str, Retired]) -> Iterator[Change]:
    """Every change from older records to newer ones.

    Args:
        older: Records with the names of their kinds.
        newer: Others.
        retired: The tombstones of the newer ones, by id.
    """
    before = {(kind, id_of(record)): record for kind, record in older}
    after = {(kind, id_of(record)): record for kind, record in newer}
    for kind, id_ in sorted(after.keys() - before.keys()):
        yield Change("added", kind, id_, _words(after[kind, id_]))
    for key in sorted(after.keys() & before.keys()):
        if found := tuple(_fields(before[key], after[key])):
            yield Change("changed", *key, _words(after[key]), found)
    for kind, id_ in sorted(before.keys() - after.keys()):
        yield Change("withdrawn", kind, id_, _words(before[kind, id_]), retired=retired.get(id_))


def _words(record: Record) -> str | None:
    return next((str(record[field]) for field in _WORDS if record.get(field)), None)


def _fields(before: Record, after: Record) -> Iterator[FieldChange]:
    old, new = dict(_leaves("", before)), dict(_leaves("", after))
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield FieldChange(field, old.get(field), new.get(field))


def _leaves(place: str, value: Any) -> Iterator[tuple[str, Leaf]]:
    """Every value in a record with its place; of a list of objects, every one of theirs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{place}.{key}" if place else key, inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for n, item in enumerate(value):
            yield from _leaves(f"{place}[{n}]", item)
    else:
        yield place, _frozen(value)


def _frozen(value: Any) -> Leaf:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
