"""What claims that can be true together leave open: the hull over the maximal consistent sets of bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf, isinf
from typing import Generic, TypeVar

from attrs import frozen

from zhanaozen_archive._model.claims import AnyClaim, Claim
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Role
from zhanaozen_archive._model.values import Count

B = TypeVar("B")


@frozen
class Bounds(Generic[B]):
    """The least and the greatest value that some consistent set of claims allows, each with the claims that set it."""

    low: B | None
    """None where nothing sets a floor."""
    high: B | None
    """None where nothing sets a ceiling."""
    low_by: tuple[AnyClaim, ...]
    high_by: tuple[AnyClaim, ...]

    def __str__(self) -> str:
        """Both bounds in plain English: "10 to 70", "at least 16", "from 2011-12-16"; "not known" without any."""
        low, high = _shown(self.low), _shown(self.high)
        if self.low is None or self.high is None:
            least, most = ("from", "until") if isinstance(self.low or self.high, Day) else ("at least", "up to")
            return f"{least} {low}" if low else f"{most} {high}" if high else "not known"
        return low if low == high else f"{low} to {high}"


def _shown(bound: object) -> str:
    if bound is None:
        return ""
    return f"{bound:,}" if isinstance(bound, int) else str(bound)


@frozen
class Bound:
    """A claim with the interval that it allows; minus and plus infinity stand for no bound."""

    claim: AnyClaim
    low: float
    high: float


def maximal_sets(bounds: Sequence[Bound]) -> Iterator[tuple[float, float]]:
    """What each maximal set of intervals with a common point has in common, from low to high.

    A sweep over the end points: where an interval closes right after one has opened, the open ones are such a set.
    """
    events = sorted([(b.low, 0) for b in bounds] + [(b.high, 1) for b in bounds])
    opened: float | None = None
    for point, closes in events:
        if not closes:
            opened = point
        elif opened is not None:
            yield opened, point
            opened = None


def count_bounds(claims: Iterable[Claim[Count]]) -> Bounds[int]:
    """The hull of counts. A ceiling alone sets no floor."""
    return _hull(Bound(claim, *_numbers(claim.value)) for claim in claims)


def day_bounds(claims: Iterable[tuple[Claim[Period], Role]]) -> Bounds[Day]:
    """The hull of dates: the first and the last day that some consistent set of the claims allows.

    Args:
        claims: The claims, each with what it says of its event: `date`, `start` or `end`.
    """
    found = _hull(Bound(claim, *_days(claim.value, role)) for claim, role in claims)
    low, high = (None if n is None else Day.from_ordinal(n) for n in (found.low, found.high))
    return Bounds(low, high, found.low_by, found.high_by)


def joined(parts: Iterable[Bounds[Day]]) -> Bounds[Day]:
    """From the first day of any part to the last day of any; on a side that one part leaves open, so does the whole.

    A part of which neither day is known says nothing.
    """
    parts = tuple(part for part in parts if part.low is not None or part.high is not None)
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    low = None if None in lows else min(filter(None, lows), default=None)
    high = None if None in highs else max(filter(None, highs), default=None)
    return Bounds(
        low,
        high,
        tuple(claim for part in parts if part.low == low is not None for claim in part.low_by),
        tuple(claim for part in parts if part.high == high is not None for claim in part.high_by),
    )


def _hull(bounds: Iterable[Bound]) -> Bounds[int]:
    known = tuple(bounds)
    sets = list(maximal_sets(known)) or [(-inf, inf)]
    low, high = sets[0][0], sets[-1][1]
    return Bounds(
        None if isinf(low) else int(low),
        None if isinf(high) else int(high),
        tuple(b.claim for b in known if b.low == low > -inf),
        tuple(b.claim for b in known if b.high == high < inf),
    )


def _numbers(count: Count) -> tuple[float, float]:
    floor = count.low > 0 or count.high == 0
    return count.low if floor else -inf, inf if count.high is None else count.high


def _days(period: Period, role: Role) -> tuple[float, float]:
    """The days a date allows; a start sets only the earliest, an end only the latest."""
    first, last = period.earliest, period.latest
    low = -inf if isinstance(first, Edge) or role == "end" else first.ordinal
    high = inf if isinstance(last, Edge) or role == "start" else last.ordinal
    return low, high
