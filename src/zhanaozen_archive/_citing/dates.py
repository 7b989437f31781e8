"""Dates as CSL knows them: whole numbers, one date or a range, certain or not."""

from __future__ import annotations

from typing import Any

from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.period import Period

_LONGEST = 100
"""Years over which a date may be open; one that is open over more says no year worth citing."""


def csl_date(period: Period) -> dict[str, Any] | None:
    """The period as a CSL date: `date-parts` of one date or a range, with `circa` where it is not certain.

    No part is given that the period leaves open: a month with an open day is a month, a decade a range of years. A set
    is the range around its members. CSL has no open ranges: of an interval with one date, that date is given as
    uncertain. Years before the first are counted as CSL does, -1 for 1 BC. None where no year is known.
    """
    parts = _range(period)
    if not parts:
        return None
    uncertain = period.approximate or period.uncertain or period.kind == "one_of" or _half_open(period)
    return {"date-parts": parts} | ({"circa": True} if uncertain else {})


def _half_open(period: Period) -> bool:
    return isinstance(period.earliest, Edge) or isinstance(period.latest, Edge)


def _range(period: Period) -> list[list[int]]:
    start, end = _ends(period)
    ends = [_parts(start, first=True), _parts(end, first=False)]
    known = [parts for parts in ends if parts]
    return known[:1] if known[:1] == known[1:] else known


def _ends(period: Period) -> tuple[Period | Edge, Period | Edge]:
    if period.members:
        return _ends(min(period.members, key=_first))[0], _ends(max(period.members, key=_last))[1]
    return period.start, period.end


def _first(period: Period) -> float:
    return period.earliest.ordinal if isinstance(period.earliest, Day) else float("-inf")


def _last(period: Period) -> float:
    return period.latest.ordinal if isinstance(period.latest, Day) else float("inf")


def _parts(end: Period | Edge, *, first: bool) -> list[int] | None:
    """Year, month and day of one end, as far as they are known."""
    if isinstance(end, Edge) or isinstance(end.earliest, Edge) or isinstance(end.latest, Edge):
        return None
    low, high = end.earliest, end.latest
    if high.year - low.year >= _LONGEST:
        return None
    year = low.year if first else high.year
    known = [year if year > 0 else year - 1]
    if low.year == high.year and low.month == high.month:
        known += [low.month] if low.day != high.day else [low.month, low.day]
    return known


def is_kept(period: Period) -> bool:
    """Whether a CSL date says all that the period does: it has a year and two ends, or one date, and is no choice."""
    return csl_date(period) is not None and not period.members and not _half_open(period)
