"""The day on which an event began: what claims on its date and on its day of the week leave of all days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import itemgetter

from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import ANY_DAY, Days, Hearing, days_of
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import WEEK
from zhanaozen_archive._model.spans import Span, common, merged
from zhanaozen_archive._model.values import Term

Allowed = tuple[Days, str | None]
"""The days that a claim allows and the day of the week that it names, if any."""


def allowed(claim: AnyClaim, background: Background, hearing: Hearing) -> Allowed | None:
    """What an asserted claim says of the day on which its event began.

    None where it says nothing of that, or names what is no day of the week.
    """
    role = background.role(claim) if claim.is_live_assertion else None
    match role, claim.value:
        case "date", Period():
            return hearing.days(claim.value), None
        case "weekday", Term(id=name) if name in WEEK:
            return ANY_DAY, name
    return None


def some_day(chosen: Iterable[Allowed]) -> int | None:
    """A day that all of these allow; None where there is none."""
    chosen = tuple(chosen)
    named = {name for _, name in chosen if name}
    common_days: Iterable[Span] = ANY_DAY
    for days, _ in chosen:
        common_days = common(common_days, days)
    for first, last in common_days:
        for day in _week_in(first, last):
            if named <= {WEEK[(day - 1) % 7]}:
                return day
    return None


def next_day(chosen: Iterable[Allowed], day: float) -> int | None:
    """The first day, from the given one on, that all of these allow; None where there is none."""
    any_day: Allowed = ANY_DAY, None
    days, name = reduce(_both, chosen, any_day)
    for first, last in days[bisect_left(days, day, key=itemgetter(1)) :]:
        begin = max(day, first)
        if name is not None:
            begin += (WEEK.index(name) - (begin - 1)) % len(WEEK)
        if begin <= last:
            return int(begin)
    return None


@lru_cache(maxsize=1024)
def _both(one: Allowed, other: Allowed) -> Allowed:
    """What two leave together; kept, for a day of every year has ten thousand stretches."""
    if one[1] and other[1] and one[1] != other[1]:
        return (), None
    return tuple(common(one[0], other[0])), one[1] or other[1]


def can_begin(claim: AnyClaim, day: int, background: Background, hearing: Hearing) -> bool:
    """Whether a claim allows that its event began on a day."""
    says = allowed(claim, background, hearing)
    return says is None or some_day((says, (((day, day),), None))) is not None


def yearly_pair(claim: AnyClaim, background: Background) -> tuple[Event, Event] | None:
    """The two events that a claim says began on the same day of the year; None where it says nothing of the kind."""
    asserted = background.role(claim) == "same-day-of-year" and claim.is_live_assertion
    return (claim.event, claim.value) if asserted and isinstance(claim.value, Event) else None


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
                        shared = days if background.role(link) == "same-date" else every_year(days[0])
                        waiting.append((other, shared, (*resting, link), met | {other}))


@lru_cache(maxsize=256)
def every_year(days: Days) -> Allowed:
    """The same days of the years 0 to 9999, of dates that leave a month at the most; all days of any other."""
    if any(last - first > MONTH for first, last in days):
        return ANY_DAY, None
    ordinals = (day for first, last in days for day in range(int(first), int(last) + 1))
    named = {f"XXXX-{day.month:02}-{day.day:02}" for day in map(Day.from_ordinal, ordinals)}
    if len(named) > MONTH:
        return ANY_DAY, None
    return tuple(merged(span for text in sorted(named) for span in days_of(Period.parse(text)))), None


MONTH = 31
"""The most days that are looked for in all years."""


def _week_in(first: float, last: float) -> range:
    """The days of a stretch, or a week of them where it has more."""
    begin = max(first, min(last, 7) - 6)
    return range(int(begin), int(min(last, begin + 6)) + 1)
