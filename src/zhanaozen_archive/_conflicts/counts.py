"""Numbers: a floor above a ceiling, in one question, in a part and its whole, or in several parts together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import product

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._model.background import Background, same_time
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    Certificate,
    Inequality,
    World,
    answer,
    at_least,
    at_most,
    whole_and_parts,
)
from zhanaozen_archive._model.values import Count


@frozen
class Heard:
    """A claim on a number with the bounds that a reading gives it."""

    claim: AnyClaim
    low: int
    high: int | None


def count_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Found]:
    """Every smallest set of claims on numbers that cannot all be true."""
    by_property: dict[str, list[Heard]] = {}
    for claim in claims:
        if isinstance(claim.value, Count):
            heard = Heard(claim, *hearing.count(claim.value))
            by_property.setdefault(claim.property.id, []).append(heard)
    for asked in by_property.values():
        questions = _Questions(asked, background)
        yield from questions.pairs(budget)
        if background.codebook.disjoint:
            yield from questions.sums(budget)


Groups = dict[Event, dict[Scope, list[Heard]]]


class _Questions:
    """The claims on one property by event and scope: those with a floor, and those with a ceiling, the lowest first."""

    def __init__(self, heard: list[Heard], background: Background) -> None:
        self.background = background
        self.floors: Groups = {}
        self.ceilings: Groups = {}
        for h in sorted(heard, key=lambda h: h.claim.id):
            for groups, bounded in ((self.floors, h.low > 0), (self.ceilings, h.high is not None)):
                if bounded:
                    groups.setdefault(h.claim.event, {}).setdefault(h.claim.scope, []).append(h)
        for by_scope in self.ceilings.values():
            for ceilings in by_scope.values():
                ceilings.sort(key=_high)

    def pairs(self, budget: Budget) -> Iterator[Found]:
        """A floor above the ceiling of its own question, or of one that it lies within."""
        for event, by_scope in self.floors.items():
            for whole in _outwards(event):
                for floors, ceilings in product(by_scope.values(), self.ceilings.get(whole, {}).values()):
                    if self.background.encloses(floors[0].claim, ceilings[0].claim):
                        yield from self._between(floors, ceilings, budget)

    def _between(self, floors: list[Heard], ceilings: list[Heard], budget: Budget) -> Iterator[Found]:
        below = [bisect_left(ceilings, floor.low, key=_high) for floor in floors]
        if not budget.allows(sum(below)):
            floors, below = [max(floors, key=lambda floor: floor.low)], [1]
        for floor, many in zip(floors, below, strict=True):
            for ceiling in ceilings[:many]:
                if self.background.within(floor.claim, ceiling.claim):
                    yield _found((floor,), ceiling)

    def sums(self, budget: Budget) -> Iterator[Found]:
        """Floors of disjoint parts that together lie above the ceiling of a whole, though none does alone."""
        beneath: dict[Event, list[list[Heard]]] = {}
        for event, by_scope in self.floors.items():
            for whole in _outwards(event):
                beneath.setdefault(whole, []).extend(by_scope.values())
        for whole, by_scope in self.ceilings.items():
            for ceilings in by_scope.values():
                apart = self._apart(beneath.get(whole, []), ceilings[0])
                for ceiling in ceilings if apart else ():
                    parts = [h for h in apart if budget.step() and self._is_part(h, ceiling)]
                    for chosen in self._disjoint_above(parts, _high(ceiling), (), budget):
                        yield _found(chosen, ceiling)

    def _apart(self, questions: list[list[Heard]], ceiling: Heard) -> list[Heard]:
        """The floors of the questions that the ceiling's encloses and that are disjoint from another of them."""
        inside = [floors for floors in questions if self.background.encloses(floors[0].claim, ceiling.claim)]
        return [
            h
            for floors in inside
            if any(self.background.disjoint(floors[0].claim, other[0].claim) for other in inside)
            for h in floors
        ]

    def _is_part(self, floor: Heard, ceiling: Heard) -> bool:
        return floor.low <= _high(ceiling) and self.background.within(floor.claim, ceiling.claim)

    def _disjoint_above(
        self, parts: list[Heard], high: int, chosen: tuple[Heard, ...], budget: Budget
    ) -> Iterator[tuple[Heard, ...]]:
        """Every smallest choice of pairwise disjoint parts whose floors together lie above a ceiling."""
        total = sum(h.low for h in chosen)
        if total > high:
            if total - min(h.low for h in chosen) <= high:
                yield chosen
            return
        for n, part in enumerate(parts):
            if not budget.step():
                return
            if all(self.background.addable(part.claim, other.claim) for other in chosen):
                yield from self._disjoint_above(parts[n + 1 :], high, (*chosen, part), budget)


def _outwards(event: Event | None) -> Iterator[Event]:
    """The event, what it is part of, and so on."""
    while event is not None:
        yield event
        event = event.part_of


def _high(heard: Heard) -> int:
    return 0 if heard.high is None else heard.high


def _found(floors: tuple[Heard, ...], ceiling: Heard) -> Found:
    claims = tuple(sorted((ceiling.claim, *(f.claim for f in floors)), key=lambda claim: claim.id))
    return _rule(floors, ceiling), claims, partial(_certificate, claims, floors, ceiling)


def _certificate(claims: tuple[AnyClaim, ...], floors: tuple[Heard, ...], ceiling: Heard) -> Certificate:
    return Certificate(tuple(_refutation(floors, ceiling)), _worlds(claims, floors, ceiling))


def _rule(floors: tuple[Heard, ...], ceiling: Heard) -> Rule:
    if len(floors) > 1:
        return "sums"
    floor = floors[0].claim
    if (floor.event, floor.scope) != (ceiling.claim.event, ceiling.claim.scope):
        return "parts"
    return "counts" if same_time(floor, ceiling.claim) else "cumulative"


def _refutation(floors: tuple[Heard, ...], ceiling: Heard) -> Iterator[Inequality]:
    for floor in floors:
        yield at_least(answer(floor.claim), floor.low, floor.claim)
    yield at_most(answer(ceiling.claim), _high(ceiling), ceiling.claim)
    yield whole_and_parts(ceiling.claim, [floor.claim for floor in floors])


def _worlds(claims: tuple[AnyClaim, ...], floors: tuple[Heard, ...], ceiling: Heard) -> tuple[World, ...]:
    """For each claim left out, the least numbers with which the others are true."""
    worlds = []
    for left_out in claims:
        kept = {f.claim.id: f.low for f in floors if f.claim is not left_out}
        if left_out is not ceiling.claim:
            kept[ceiling.claim.id] = max(ceiling.low, sum(kept.values()))
        worlds.append(tuple((("count", id_), number) for id_, number in sorted(kept.items())))
    return tuple(worlds)
