"""All rules together, under one reading or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.calendar import calendar_conflicts
from zhanaozen_archive._conflicts.conflict import Conflict, Found, Rule
from zhanaozen_archive._conflicts.counts import count_conflicts
from zhanaozen_archive._conflicts.times import time_conflicts
from zhanaozen_archive._conflicts.values import value_conflicts
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import Certificate
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading


@frozen
class Search:
    """What a search for conflicts found."""

    conflicts: tuple[Conflict, ...]
    """By event and property of their first claim, then by id."""
    complete: bool
    """Whether every conflict was found; False where the search was cut short by its budget."""


def search(
    claims: Iterable[AnyClaim], codebook: Codebook, readings: Iterable[Reading], steps: int | None = None
) -> Search:
    """Every smallest set of claims that cannot all be true under one of the readings.

    Where more pairs of two questions exclude each other than can be listed, the pair furthest apart stands for all.

    Args:
        claims: Claims that assert or deny a value, all of one archive.
        codebook: The background.
        readings: The readings to try; the first that gives a conflict is the one its proof is under.
        steps: How many choices to try under each reading before giving up; None grows with the claims.
    """
    background, said, complete = Background.of(codebook), _each_once(claims), True
    found: dict[tuple[str, ...], tuple[Rule, tuple[AnyClaim, ...], Certificate, Reading]] = {}
    under: dict[tuple[str, ...], list[str]] = {}
    for reading in readings:
        budget = Budget(STEPS + STEPS_EACH * len(said) if steps is None else steps)
        for rule, members, certificate in _found(said, background, Hearing.under(reading), budget):
            key = (rule, *(claim.id for claim in members))
            if key not in found:
                found[key] = (rule, members, certificate(), reading)
            ids = under.setdefault(key, [])
            if reading.id not in ids:
                ids.append(reading.id)
        complete = complete and not budget.spent
    conflicts = [
        Conflict(rule, members, tuple(under[key]), certificate, reading, codebook)
        for key, (rule, members, certificate, reading) in found.items()
    ]
    conflicts.sort(key=lambda conflict: (conflict.event.id, conflict.property.id, conflict.id))
    return Search(tuple(conflicts), complete)


def each_conflict(claims: Iterable[AnyClaim], codebook: Codebook, reading: Reading) -> Iterator[Conflict]:
    """Every conflict under one reading, one after the other, however many there are and in no promised order.

    Args:
        claims: Claims that assert or deny a value, all of one archive.
        codebook: The background.
        reading: The reading.
    """
    background, said = Background.of(codebook), _each_once(claims)
    budget = Budget(STEPS + STEPS_EACH * len(said), at_once=None)
    for rule, members, certificate in _found(said, background, Hearing.under(reading), budget):
        yield Conflict(rule, members, (reading.id,), certificate(), reading, codebook)


def contradict(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> bool:
    """Whether the claims cannot all be true."""
    said = _each_once(claims)
    return any(True for _ in _found(said, background, hearing, Budget(STEPS + STEPS_EACH * len(said))))


STEPS, STEPS_EACH = 1_000_000, 100
"""Choices that a search may try before it gives up: so many, and so many more for each claim."""


def _each_once(claims: Iterable[AnyClaim]) -> tuple[AnyClaim, ...]:
    return tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id))


def _found(claims: tuple[AnyClaim, ...], background: Background, hearing: Hearing, budget: Budget) -> Iterator[Found]:
    asserted = tuple(claim for claim in claims if claim.polarity == "asserted")
    yield from count_conflicts(asserted, background, hearing, budget)
    by_scope: dict[Scope, list[AnyClaim]] = {}
    for claim in asserted:
        if background.role(claim):
            by_scope.setdefault(claim.scope, []).append(claim)
    for timed in by_scope.values():
        yield from time_conflicts(timed, background, hearing, budget)
        yield from calendar_conflicts(timed, background, hearing, budget)
    yield from value_conflicts(claims, background, hearing)
