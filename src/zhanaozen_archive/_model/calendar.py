"""The day on which an event began: what claims on its date and on its day of the week leave of all days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from math import inf
from operator import itemgetter

from attrs import frozen

from zhanaozen_archive._model._edtf import fitting, read
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day, month_length, ordinal_of
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import ANY_DAY, Days, Hearing
from zhanaozen_archive._model.inequalities import ANY_WEEK, Inequality, Variable, answer, hole, told
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import WEEK
from zhanaozen_archive._model.values import Term

DayOfYear = tuple[int, int]
"""A month and a day of it."""
YEARS: Days = ((ordinal_of(0, 1, 1), ordinal_of(9999, 12, 31)),)
"""The years that four digits can name, as one stretch."""
_SOME_MONDAY = ordinal_of(2001, 1, 1)
MONTH = 31
"""The most days that are looked for in all years."""


@frozen(cache_hash=True)
class Allowed:
    """Days that are left of all: those of some stretches, of one day of the week, of some days of the year."""

    days: Days = ANY_DAY
    weekday: str | None = None
    """None where it can be any."""
    of_year: frozenset[DayOfYear] | None = None
    """None where they can be any."""

    @property
    def has_gaps(self) -> bool:
        """Whether they are no single stretch."""
        return len(self.days) > 1 or self.weekday is not None or self.of_year is not None

    def no_earlier(self, day: float) -> float:
        """A day before which, from the given one on, there is none of these; infinity where there is none at all.

        Where it is the given one, it is one of them.
        """
        place = bisect_left(self.days, day, key=itemgetter(1))
        if place == len(self.days):
            return inf
        day = max(day, self.days[place][0])
        if self.weekday is not None:
            day += (WEEK.index(self.weekday) - (day - 1)) % len(WEEK)
        return day if self.of_year is None else _day_of_year(self.of_year, day)


def allowed(claim: AnyClaim, background: Background, hearing: Hearing) -> Allowed | None:
    """What an asserted claim says of the day on which its event began.

    None where it says nothing of that, or names what is no day of the week.
    """
    role = background.role(claim) if claim.is_live_assertion else None
    match role, claim.value:
        case "date", Period():
            yearly = _of_any_year(claim.value.text) if hearing.as_written(claim.value) else None
            return Allowed(YEARS, None, yearly) if yearly else Allowed(hearing.days(claim.value))
        case "weekday", Term(id=name) if name in WEEK:
            return Allowed(weekday=name)
    return None


@lru_cache(maxsize=256)
def _of_any_year(text: str) -> frozenset[DayOfYear] | None:
    """The days of the year that a date names of which the year is open; written out, they are ten thousand."""
    written = read(text)
    if written is None or written.year != "XXXX" or written.month is None:
        return None
    days = fitting(written.day, MONTH)
    return frozenset((m, d) for m in fitting(written.month, 12) for d in days if d <= month_length(0, m))


def _day_of_year(named: frozenset[DayOfYear], day: float) -> float:
    """The first day, from the given one on, that is one of these of its year."""
    begin = Day.from_ordinal(int(day))
    left = ((year, m, d) for year in count(begin.year) for m, d in sorted(named) if d <= month_length(year, m))
    return ordinal_of(*next(day for day in left if day >= _written(begin)))


def _written(day: Day) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def some_day(chosen: Iterable[Allowed]) -> int | None:
    """A day that all of these allow; None where there is none."""
    chosen = tuple(chosen)
    ends = [int(end) for left in chosen for stretch in left.days for end in stretch if abs(end) < inf]
    return next_day(chosen, min((end - len(WEEK) for end in ends), default=1))


def next_day(chosen: Iterable[Allowed], day: int) -> int | None:
    """The first day, from the given one on, that all of these allow; None where there is none.

    Each moves the day on in turn until none does; two that exclude each other in every year would do so without end.
    """
    chosen = tuple(chosen)
    yearly = [left.of_year for left in chosen if left.of_year is not None]
    if len({left.weekday for left in chosen} - {None}) > 1 or (yearly and not frozenset.intersection(*yearly)):
        return None
    reached, before = float(day), -inf
    while before < reached < inf:
        before = reached
        for left in chosen:
            reached = left.no_earlier(reached)
            if reached == inf:
                break
    return None if reached == inf else int(reached)


def left_by(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> dict[Variable, list[Allowed]]:
    """What claims leave of all days on which each event can have begun, and of all numbers where some are denied."""
    claims = tuple(claims)
    left: dict[Variable, list[Allowed]] = {}
    for event, days, _ in days_known(claims, background, hearing):
        left.setdefault(("start", event.id), []).append(days)
    for claim, at in told(claims):
        if denied := hole(claim):
            left[answer(claim, at)] = [Allowed(((0, denied[0] - 1), (denied[1] + 1, inf)))]
    return left


def anchor(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> tuple[Inequality, ...]:
    """The day on which an event can be taken to have begun where claims name days of the week, and no date.

    Whatever such claims leave possible, it is so too if all happened some weeks earlier or later. The event is the
    first, by its id, of which a day of the week is named; where there is none, or a date, there are no inequalities.
    """
    claims = tuple(claims)
    known = {claim.event.id: left for claim in claims if (left := allowed(claim, background, hearing))}
    roles = {background.role(claim) for claim in claims}
    if not known or not roles.isdisjoint(("date", "start", "end", "same-day-of-year")):
        return ()
    first = min(known)
    day = int(known[first].no_earlier(_SOME_MONDAY))
    variable = ("start", first)
    return Inequality(((variable, 1),), day, ANY_WEEK), Inequality(((variable, -1),), -day, ANY_WEEK)


def yearly_pair(claim: AnyClaim, background: Background) -> tuple[Event, Event] | None:
    """The two events that a claim says began on the same day of the year; None where it says nothing of the kind."""
    asserted = background.role(claim) == "same-day-of-year" and claim.is_live_assertion
    return (claim.event, claim.value) if asserted else None


def one_day_of_year(days: Iterable[int]) -> bool:
    """Whether days are all the same of their years."""
    return len({(day.month, day.day) for day in map(Day.from_ordinal, days)}) == 1


_Known = tuple[Event, Allowed, tuple[AnyClaim, ...], frozenset[Event]]


def days_known(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing
) -> Iterator[tuple[Event, Allowed, tuple[AnyClaim, ...]]]:
    """What claims say of the day on which each event began, also by way of events that share a day with it.

    Each comes with the claims that it rests on: the one on the day, and those on the sharing.
    """
    claims = tuple(claims)
    links: dict[Event, list[tuple[Event, AnyClaim]]] = {}
    for claim in claims:
        if background.role(claim) in ("same-date", "same-day-of-year") and claim.is_live_assertion:
            links.setdefault(claim.event, []).append((claim.value, claim))
            links.setdefault(claim.value, []).append((claim.event, claim))
    for claim in claims:
        if says := allowed(claim, background, hearing):
            waiting: list[_Known] = [(claim.event, says, (claim,), frozenset([claim.event]))]
            while waiting:
                event, days, resting, met = waiting.pop()
                yield event, days, resting
                for other, link in links.get(event, ()):
                    if other not in met:
                        shared = days if background.role(link) == "same-date" else every_year(days)
                        waiting.append((other, shared, (*resting, link), met | {other}))


def every_year(left: Allowed) -> Allowed:
    """The same days of all years, of dates that leave a month at the most; all days of any other."""
    named = set(left.of_year or ())
    for first, last in left.days if left.of_year is None else ():
        if max(last - first, len(named)) > MONTH:
            return Allowed()
        named |= {(day.month, day.day) for day in map(Day.from_ordinal, range(int(first), int(last) + 1))}
    return Allowed(YEARS, None, frozenset(named)) if len(named) <= MONTH else Allowed()
