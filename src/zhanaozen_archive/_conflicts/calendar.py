"""The calendar: dates of one event that no day satisfies, alone or with the days of the week that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import permutations

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, Choices
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._model.background import Background, outwards
from zhanaozen_archive._model.calendar import Allowed, allowed, some_day
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import CALENDAR, Certificate, World, nothing


def calendar_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every smallest set of claims on the days of one event that no day satisfies.

    Dates alone are looked at only where one of them has gaps, such as "the 16th of some month": without gaps, two that
    have no day in common are found with the other times.
    """
    by_event: dict[Event, dict[Allowed, list[AnyClaim]]] = {}
    for claim in claims:
        says = allowed(claim, background, hearing)
        if says is not None:
            by_event.setdefault(claim.event, {}).setdefault(says, []).append(claim)
    for event, claims_by_days in by_event.items():
        for chosen in _smallest_empty((), sorted(claims_by_days, key=_gapless), budget):
            if not _apart_without_gaps(chosen):
                yield Bundle(
                    (Choices(tuple(claims_by_days[choice] for choice in chosen)),), partial(_found, event, chosen)
                )


def _smallest_empty(
    chosen: tuple[Allowed, ...], others: list[Allowed], budget: Budget
) -> Iterator[tuple[Allowed, ...]]:
    """Every choice that no day satisfies, while all but any one of it some day does.

    Dates without gaps come last, and a choice starts with another; of those without gaps it needs at most two, the one
    that begins last and the one that ends first. Days of the week exclude each other as terms.
    """
    if some_day(chosen) is None:
        if all(some_day((*chosen[:n], *chosen[n + 1 :])) is not None for n in range(len(chosen))):
            yield chosen
        return
    for n, other in enumerate(others):
        if _gapless(other) and (not chosen or sum(map(_gapless, chosen)) == 2):  # noqa: PLR2004
            return
        if not budget.step():
            return
        if other.weekday is None or all(choice.weekday is None for choice in chosen):
            yield from _smallest_empty((*chosen, other), others[n + 1 :], budget)


def _gapless(choice: Allowed) -> bool:
    return not choice.has_gaps


def _apart_without_gaps(chosen: tuple[Allowed, ...]) -> bool:
    """Whether two dates have nothing in common, gaps or not, so that they are found with the other times."""
    return any(one.days[-1][1] < other.days[0][0] for one, other in permutations(chosen, 2))


def _found(event: Event, chosen: tuple[Allowed, ...], *picked: AnyClaim) -> Found:
    rule: Rule = "calendar" if any(choice.weekday for choice in chosen) else "dates"
    members = tuple(sorted(zip(picked, chosen, strict=True), key=lambda pair: pair[0].id))
    return rule, tuple(claim for claim, _ in members), partial(_certificate, event, members)


def _certificate(event: Event, members: tuple[tuple[AnyClaim, Allowed], ...]) -> Certificate:
    worlds = [_world(event, [choice for claim, choice in members if claim != left]) for left, _ in members]
    return Certificate((nothing(CALENDAR),), tuple(worlds))


def _world(event: Event, days: list[Allowed]) -> World:
    """A day on which the event and all that it is part of begin and end."""
    day = some_day(days) or 0
    return tuple(((end, id_), day) for end in ("end", "start") for id_ in sorted(outer.id for outer in outwards(event)))
