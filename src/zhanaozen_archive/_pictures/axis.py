"""A scale of days, cut where nothing happened for years."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from attrs import field, frozen

from zhanaozen_archive._model._edtf_words import MONTHS
from zhanaozen_archive._model.day import Day, ordinal_of
from zhanaozen_archive._pictures.marks import FRAME, Mark, Tick

_MOST_YEARS = 12
"""More years than this are not drawn one by one."""
_SHORT = 100
"""Days that fit one scale of days."""
_GAP = 0.25
"""Space where years are left out, in years."""


@frozen
class Days:
    """The days that are possible, by ordinal, and those that were said."""

    low: int | None
    high: int | None
    said: tuple[int, ...] = ()
    about: bool = False
    lasting: bool = False
    """Whether `low` and `high` are its start and its end, not the bounds of one day that is not known."""

    @property
    def known(self) -> tuple[int, ...]:
        """The bounds that there are."""
        return tuple(day for day in (self.low, self.high) if day is not None)

    @property
    def order(self) -> tuple[int, int]:
        """What rows are put in order by: what begins earlier, and then what lasts longer, comes first."""
        return self.known[0], -self.known[-1]


@frozen
class Axis:
    """Stretches of days side by side, with a gap between them."""

    stretches: tuple[tuple[int, int, str], ...]
    """First day, the day after the last, and the label of each."""
    gaps: tuple[bool, ...] = field()
    """Whether something is left out before each."""

    @classmethod
    def of(cls, shown: Iterable[Days]) -> Axis:
        """The axis that has room for all of these."""
        days = list(shown)
        ends = sorted(day for each in days for day in each.known)
        if not ends:
            return cls((), ())
        if ends[-1] - ends[0] < _SHORT:
            return cls(_months(ends[0], ends[-1]), (False,) * len(_months(ends[0], ends[-1])))
        years = sorted({y for each in days for y in _years(each)})
        if len(years) > _MOST_YEARS:
            first, last = years[0], years[-1]
            return cls(((ordinal_of(first, 1, 1), ordinal_of(last + 1, 1, 1), f"{first}–{last}"),), (False,))
        stretches = tuple((ordinal_of(y, 1, 1), ordinal_of(y + 1, 1, 1), str(y)) for y in years)
        return cls(stretches, (False, *(later - earlier > 1 for earlier, later in pairwise(years))))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A label at the start of each stretch."""
        return tuple(Tick(self.at(first), label) for first, _, label in self.stretches)

    def at(self, day: int) -> float:
        """Where a day lies, as a share of the width."""
        lengths = [last - first for first, last, _ in self.stretches]
        gap = _GAP * max(lengths)
        here = bisect_right([first for first, _, _ in self.stretches], day) - 1
        first, last, _ = self.stretches[here]
        before = sum(lengths[:here]) + gap * sum(self.gaps[: here + 1])
        return FRAME * (before + min(day, last) - first) / (sum(lengths) + gap * sum(self.gaps))

    def mark(self, days: Days) -> Mark:
        """The days as a mark."""
        dots = tuple(self.at(day) for day in days.said)
        if days.low is not None and days.low == days.high:
            return Mark(dots, about=days.about)
        line = (0 if days.low is None else self.at(days.low), 1 if days.high is None else self.at(days.high))
        solid = days.lasting and len(days.said) == 2 and None not in (days.low, days.high)  # noqa: PLR2004
        return Mark(dots, line, open=not solid, about=days.about, arrow=days.high is None)


def _years(days: Days) -> range:
    first, *_, last = (Day.from_ordinal(day).year for day in (days.known[0], *days.known))
    return range(first, last + 1)


def _months(first: int, last: int) -> tuple[tuple[int, int, str], ...]:
    """The months from one day to another, each cut to what is needed."""
    found = []
    start = Day.from_ordinal(first)
    while first <= last:
        following = ordinal_of(start.year + start.month // 12, start.month % 12 + 1, 1)
        found.append((first, min(following, last + 1), f"{start.day} {MONTHS[start.month - 1][:3]} {start.year}"))
        first, start = following, Day.from_ordinal(following)
    return tuple(found)
