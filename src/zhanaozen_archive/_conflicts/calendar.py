"""The calendar: dates of one event that no day satisfies, alone or with the days of the week that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import product

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Certificate, Found, Rule
from zhanaozen_archive._conflicts.hearing import ANY_DAY, Days, Hearing
from zhanaozen_archive._conflicts.linear import World
from zhanaozen_archive._conflicts.question import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import WEEK

Allowed = tuple[Days, str | None]
"""The days that a claim allows and the day of the week that it names, if any."""


def calendar_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Found]:
    """Every smallest set of claims on the days of one event that no day satisfies.

    Dates alone are looked at only where one of them has gaps, such as "the 16th of some month": without gaps, two that
    have no day in common are found with the other times.
    """
    by_event: dict[Event, dict[Allowed, list[AnyClaim]]] = {}
    for claim in claims:
        allowed = _allowed(claim, background, hearing)
        if allowed is not None:
            by_event.setdefault(claim.event, {}).setdefault(allowed, []).append(claim)
    for event, claims_by_days in by_event.items():
        for chosen in _smallest_empty((), sorted(claims_by_days, key=_gapless), budget):
            yield from _found(event, chosen, claims_by_days)


def _allowed(claim: AnyClaim, background: Background, hearing: Hearing) -> Allowed | None:
    role = background.role(claim)
    if role == "date":
        return hearing.days(claim.value), None
    return (ANY_DAY, claim.value.id) if role == "weekday" and claim.value.id in WEEK else None


def calendar_world(claims: tuple[AnyClaim, ...], background: Background, hearing: Hearing) -> World:
    """A day that dates and days of the week of one event, which are in no conflict, all allow."""
    return _world(claims[0].event, [a for claim in claims if (a := _allowed(claim, background, hearing))])


def _smallest_empty(
    chosen: tuple[Allowed, ...], others: list[Allowed], budget: Budget
) -> Iterator[tuple[Allowed, ...]]:
    """Every choice that no day satisfies, while all but any one of it some day does.

    Dates without gaps come last, and a choice starts with another; of those without gaps it needs at most two, the one
    that begins last and the one that ends first. Days of the week exclude each other as terms.
    """
    if _day(chosen) is None:
        if all(_day((*chosen[:n], *chosen[n + 1 :])) is not None for n in range(len(chosen))):
            yield chosen
        return
    for n, other in enumerate(others):
        if _gapless(other) and (not chosen or sum(map(_gapless, chosen)) == 2):  # noqa: PLR2004
            return
        if not budget.step():
            return
        if other[1] is None or all(weekday is None for _, weekday in chosen):
            yield from _smallest_empty((*chosen, other), others[n + 1 :], budget)


def _gapless(allowed: Allowed) -> bool:
    days, weekday = allowed
    return len(days) == 1 and weekday is None


def _found(event: Event, chosen: tuple[Allowed, ...], claims_by_days: dict[Allowed, list[AnyClaim]]) -> Iterator[Found]:
    rule: Rule = "calendar" if any(weekday for _, weekday in chosen) else "dates"
    for picked in product(*(claims_by_days[allowed] for allowed in chosen)):
        members = sorted(zip(picked, chosen, strict=True), key=lambda pair: pair[0].id)
        worlds = [_world(event, [allowed for claim, allowed in members if claim != left]) for left, _ in members]
        yield rule, tuple(claim for claim, _ in members), partial(Certificate, (), tuple(worlds))


def _world(event: Event, allowed: list[Allowed]) -> World:
    """A day on which the event and all that it is part of begin and end."""
    day, ids = _day(tuple(allowed)) or 0, []
    outer: Event | None = event
    while outer is not None:
        ids.append(outer.id)
        outer = outer.part_of
    return tuple(((end, id_), day) for end in ("end", "start") for id_ in sorted(ids))


# --- days


def _day(chosen: tuple[Allowed, ...]) -> int | None:
    """A day that every choice allows; None where there is none."""
    days = ANY_DAY
    for allowed, _ in chosen:
        days = _common(days, allowed)
    named = {WEEK.index(weekday) for _, weekday in chosen if weekday}
    return next((day for span in days if (day := _in_span(*span, *named)) is not None), None)


def _in_span(first: int | None, last: int | None, weekday: int | None = None) -> int | None:
    """A day of the stretch, on the day of the week if one is given (0 is Monday)."""
    if first is None:
        day = 1 if last is None else last
        return day if weekday is None else (day - ((day - 1 - weekday) % 7))
    day = first if weekday is None else first + (weekday - (first - 1)) % 7
    return day if last is None or day <= last else None


def _common(days: Days, others: Days) -> Days:
    """The days in both, side by side: `XXXX-12-16` has ten thousand stretches."""
    spans, n, m = [], 0, 0
    while n < len(days) and m < len(others):
        (a, b), (c, d) = days[n], others[m]
        first = c if a is None else a if c is None else max(a, c)
        last = d if b is None else b if d is None else min(b, d)
        if first is None or last is None or first <= last:
            spans.append((first, last))
        if last == b:
            n += 1
        else:
            m += 1
    return tuple(spans)
