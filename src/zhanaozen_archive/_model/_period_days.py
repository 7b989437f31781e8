"""Which days a period allows, and where its first and its last day can lie."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from zhanaozen_archive._model import _edtf
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.spans import Span, merged

if TYPE_CHECKING:
    from zhanaozen_archive._model.period import Period


def low(period: Period) -> float:
    """Give the ordinal of the earliest day; minus infinity where there is none."""
    return period.earliest.ordinal if isinstance(period.earliest, Day) else -inf


def high(period: Period) -> float:
    """Give the ordinal of the latest day; infinity where there is none."""
    return period.latest.ordinal if isinstance(period.latest, Day) else inf


def days(period: Period) -> list[Span]:
    """Find all days that a period allows, merged."""
    written = _edtf.read(period.text) if period.kind == "date" else None
    if written:
        return merged(_edtf.days_of(written))
    if period.members:
        return merged(span for member in period.members for span in days(member))
    return [(low(period), high(period))]


def must_meet(one: Period, other: Period) -> bool:
    """Tell whether two periods share a day wherever each of them lies."""
    return any(_must_meet(part, rest) for part in _parts(one) for rest in _parts(other))


def _parts(period: Period) -> tuple[Period, ...]:
    """Take a set apart of which all members take place; what else there is has no gaps."""
    return period.members if period.kind == "all_of" else (period,)


def _must_meet(one: Period, other: Period) -> bool:
    (first, last), (other_first, other_last) = ends(one), ends(other)
    return first[1] <= other_last[0] and other_first[1] <= last[0]


def ends(period: Period) -> tuple[Span, Span]:
    """Bound the first day of a period, and its last day."""
    if period.kind == "interval":
        start, end = _reach(period.start, -inf), _reach(period.end, inf)
        # It starts no later than it can end, and ends no earlier than it can start.
        return (start[0], min(start[1], end[1])), (max(start[0], end[0]), end[1])
    if period.kind == "all_of":
        firsts, lasts = zip(*map(ends, period.members), strict=True)
        return (min(f[0] for f in firsts), min(f[1] for f in firsts)), (
            max(last[0] for last in lasts),
            max(last[1] for last in lasts),
        )
    return (low(period), high(period)), (low(period), high(period))


def _reach(edge: Period | Edge, far: float) -> Span:
    """Bound the day on which an interval starts or ends; `far` is where an open edge lies."""
    if isinstance(edge, Edge):
        return (far, far) if edge is Edge.OPEN else (-inf, inf)
    return low(edge), high(edge)
