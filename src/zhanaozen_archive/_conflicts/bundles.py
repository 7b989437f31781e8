"""Conflicts counted before they are listed, so that no question is too crowded to be told of."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import prod
from operator import itemgetter
from typing import Any, Protocol

from attrs import frozen

from zhanaozen_archive._conflicts.conflict import Found

Bound = tuple[int, Any]
"""A number that is a floor or a ceiling, and whose it is."""
Dated = tuple[int, Any, int]
"""The same, and the day from which a floor holds, or up to which a ceiling does."""
_number = itemgetter(0)
_day = itemgetter(2)


class Lane(Protocol):
    """Sets of members that exclude each other, each set once."""

    def most(self) -> int:
        """A number that `size` is not above, had at once."""

    def size(self) -> int:
        """How many sets there are, without listing them."""

    def widest(self) -> tuple[int, tuple[Any, ...]] | None:
        """How far apart the members of one set are, and that set, where there is none further apart."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The sets, one after the other."""


@frozen
class Choices:
    """One of each group; of no groups, the one set of nothing."""

    groups: tuple[Sequence[Any], ...]

    def most(self) -> int:
        """How many there are."""
        return prod(map(len, self.groups))

    size = most

    def widest(self) -> tuple[int, tuple[Any, ...]]:
        """The first; none is further apart."""
        return 0, tuple(group[0] for group in self.groups)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return product(*self.groups)


@frozen
class Rivals:
    """Each floor with each ceiling below it."""

    floors: Sequence[Bound]
    ceilings: Sequence[Bound]
    """The lowest first."""

    def most(self) -> int:
        """All floors with all ceilings."""
        return len(self.floors) * len(self.ceilings)

    def size(self) -> int:
        """The ceilings that come first are below a floor."""
        return sum(_below(low, self.ceilings) for low, _ in self.floors)

    def widest(self) -> tuple[int, tuple[Any, ...]] | None:
        """The highest floor with the lowest ceiling."""
        if not self.floors or not self.ceilings:
            return None
        (low, floor), (high, ceiling) = max(self.floors, key=_number), self.ceilings[0]
        return (low - high, (floor, ceiling)) if low > high else None

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for low, floor in self.floors:
            yield from ((floor, ceiling) for _, ceiling in self.ceilings[: _below(low, self.ceilings)])


@frozen
class DatedRivals:
    """Each floor with each ceiling below it whose day is not before its own."""

    floors: Sequence[Dated]
    ceilings: Sequence[Dated]

    def most(self) -> int:
        """All floors with all ceilings."""
        return len(self.floors) * len(self.ceilings)

    def size(self) -> int:
        """In n log n: the latest come first, and a tree of sums tells how many ceilings so far lie below a floor."""
        highs = sorted({ceiling[0] for ceiling in self.ceilings})
        sums, total = [0] * (len(highs) + 1), 0
        for floor, ceiling in self._latest_first():
            if ceiling:
                at = bisect_left(highs, ceiling[0]) + 1
                while at < len(sums):
                    sums[at] += 1
                    at += at & -at
            if floor:
                at = bisect_left(highs, floor[0])
                while at:
                    total += sums[at]
                    at &= at - 1
        return total

    def widest(self) -> tuple[int, tuple[Any, ...]] | None:
        """The latest come first, and each floor meets the lowest ceiling so far."""
        lowest: Dated | None = None
        best: tuple[int, tuple[Any, ...]] | None = None
        for floor, ceiling in self._latest_first():
            if ceiling and (lowest is None or ceiling[0] < lowest[0]):
                lowest = ceiling
            if floor and lowest and floor[0] - lowest[0] > (best[0] if best else 0):
                best = floor[0] - lowest[0], (floor[1], lowest[1])
        return best

    def _latest_first(self) -> Iterator[tuple[Dated | None, Dated | None]]:
        """Floors and ceilings by falling day, each alone; of one day, the ceilings first."""
        ceilings = sorted(self.ceilings, key=_day)
        for floor in sorted(self.floors, key=_day, reverse=True):
            while ceilings and ceilings[-1][2] >= floor[2]:
                yield None, ceilings.pop()
            yield floor, None

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The latest come first, and each floor meets the lowest of the ceilings so far."""
        lowest: list[Dated] = []
        for floor, ceiling in self._latest_first():
            if ceiling:
                insort(lowest, ceiling, key=_number)
            if floor:
                yield from ((floor[1], rival) for _, rival, _ in lowest[: _below(floor[0], lowest)])


def _below(low: int, ceilings: Sequence[Bound] | Sequence[Dated]) -> int:
    """How many ceilings, the lowest first, lie below a floor."""
    return bisect_left(ceilings, low, key=_number)


@frozen
class Bundle:
    """Conflicts between the claims on the same questions, by one rule and under one reading."""

    lanes: tuple[Lane, ...]
    """Where the sets are looked for; no two lanes have one in common."""
    found: Callable[..., Found]
    """What makes a conflict of the members of a set."""

    def most(self) -> int:
        """A number that `size` is not above, had at once."""
        return sum(lane.most() for lane in self.lanes)

    def size(self) -> int:
        """How many there are, without listing them."""
        return sum(lane.size() for lane in self.lanes)

    def widest(self) -> Found:
        """The one whose claims are furthest apart."""
        known = [widest for lane in self.lanes if (widest := lane.widest())]
        return self.found(*max(known, key=_number)[1])

    def __iter__(self) -> Iterator[Found]:
        return (self.found(*members) for lane in self.lanes for members in lane)


def alone(found: Found) -> Bundle:
    """A conflict on its own."""
    return Bundle((Choices(()),), lambda: found)
