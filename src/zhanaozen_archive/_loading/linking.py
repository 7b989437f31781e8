"""Records that refer to others of their kind: made from the outermost inwards, unknown and circular references told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Protocol, TypeVar

from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import MANY, Message, printable, unknown
from zhanaozen_archive.errors import Code

R = TypeVar("R")
T = TypeVar("T")
Cut = Callable[[str, str, tuple[str, ...]], None]
"""Is told a circle."""
DEEPEST = 64
"""How many records may lie within one another."""


class Note(Protocol):
    """Puts a problem at a place of the one file at hand into the report."""

    def __call__(self, path: Path, code: Code, message: Message) -> None:
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
    depths: dict[str, int] = {}
    for id_ in ordered({id_: tuple(others.values()) for id_, others in links.items()}, _cut(links, note)):
        depths[id_] = 1 + max((depths[other] for other in links[id_].values()), default=0)
        if depths[id_] > DEEPEST:
            note((id_,), "too-deep", f"{DEEPEST} records lie around this one already; no more may")
            links[id_], depths[id_] = {}, 1
        outer = {key: records[other] if (other := links[id_].get(key)) else None for key in keys}
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
            note((id_, key), "unknown-reference", partial(unknown, what, other, rows))
    return found


def _cut(links: dict[str, dict[str, str]], note: Note) -> Cut:
    """Tells a circle, and takes its last link out, so that the rest can be checked."""

    def cut(last: str, first: str, circle: tuple[str, ...]) -> None:
        key = next(key for key, other in links[circle[0]].items() if other == circle[1])
        note((circle[0], key), "circular", partial(told, circle))
        links[last] = {key: other for key, other in links[last].items() if other != first}

    return cut


def told(circle: Iterable[str]) -> str:
    """A message on a circle."""
    return f"refers back to itself: {' → '.join(map(printable, circle))}"


def ordered(links: Mapping[str, Iterable[str]], cut: Cut) -> Iterator[str]:
    """Every id after those it links to.

    Args:
        links: The ids that each id links to, all of which are keys as well.
        cut: Is told each circle: an id, another that it links to by the link that is passed over, and the whole circle,
            its first id again at the end; a long one with its middle left out.
    """
    done: set[str] = set()
    for start in sorted(links):
        trail: list[str] = [] if start in done else [start]
        ahead = {start: (0, iter(links[start]))}
        while trail:
            for other in ahead[trail[-1]][1]:
                if other in ahead:
                    cut(trail[-1], other, _circle(trail, ahead[other][0]))
                elif other not in done:
                    ahead[other] = len(trail), iter(links[other])
                    trail.append(other)
                    break
            else:
                done.add(trail[-1])
                del ahead[trail[-1]]
                yield trail.pop()


def _circle(trail: list[str], first: int) -> tuple[str, ...]:
    """The rest of a trail, begun where it is least; of a long one, how it begins and ends."""
    if len(trail) - first > MANY:
        return (*trail[first : first + MANY], "…", trail[-1], trail[first])
    circle = trail[first:]
    least = circle.index(min(circle))
    return (*circle[least:], *circle[: least + 1])
