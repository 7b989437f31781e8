"""Records that refer to others of their kind: made from the outermost inwards, unknown and circular references told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Protocol, TypeVar

from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import printable, unknown

R = TypeVar("R")
T = TypeVar("T")


class Note(Protocol):
    """Puts a problem at a place of the one file at hand into the report."""

    def __call__(self, path: Path, code: str, message: str) -> None:
        """Note the problem."""


def linked(
    rows: Mapping[str, R],
    keys: tuple[str, ...],
    build: Callable[[str, R, Mapping[str, T | None]], T],
    what: str,
    note: Note,
) -> dict[str, T]:
    """The records of the rows, in the order of their ids.

    Args:
        rows: The rows by id.
        keys: The keys of a row that hold the id of another.
        build: Makes a record of an id, its row and, by key, the records it refers to.
        what: What the rows are, for messages.
        note: Takes what is wrong.
    """
    links = {id_: _links(id_, row, keys, rows, what, note) for id_, row in rows.items()}
    records: dict[str, T] = {}
    for id_ in _ordered(links, note):
        outer = {key: records.get(other) if (other := links[id_].get(key)) else None for key in keys}
        records[id_] = build(id_, rows[id_], outer)
    return dict(sorted(records.items()))


def _links(id_: str, row: R, keys: tuple[str, ...], rows: Mapping[str, R], what: str, note: Note) -> dict[str, str]:
    """By key, the ids that a row refers to and that there are."""
    found = {}
    for key in keys:
        other = getattr(row, key, None)
        if other is not None and other in rows:
            found[key] = str(other)
        elif other is not None:
            note((id_, key), "unknown-reference", unknown(what, other, rows))
    return found


def _ordered(links: Mapping[str, dict[str, str]], note: Note) -> tuple[str, ...]:
    """Every id after those it refers to; a circle is told, and cut open so that the rest can be checked."""
    while True:
        graph = {id_: tuple(links[id_].values()) for id_ in sorted(links)}
        try:
            return tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            _, *circle = reversed(error.args[1])
        first = circle.index(min(circle))
        id_, *others = circle[first:] + circle[:first] + [circle[first]]
        key = next(key for key, other in links[id_].items() if other == others[0])
        note((id_, key), "circular", f"refers back to itself: {' → '.join(map(printable, (id_, *others)))}")
        del links[id_][key]
