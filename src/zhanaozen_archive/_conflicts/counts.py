"""Numbers: a floor above a ceiling, in one question, in a part and its whole, or in several parts together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import product
from math import inf
from operator import itemgetter
from typing import TypeVar, cast

from attrs import define, field, frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, DatedRivals, Lane, Rivals, alone
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._model.background import Background, not_after, same_time
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    Certificate,
    Inequality,
    World,
    answer,
    at_least,
    at_most,
    numbers,
    whole_and_parts,
)
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Place, Population
from zhanaozen_archive._model.values import Count

T = TypeVar("T", Place, Population)


@frozen
class Heard:
    """A claim on a number with the bounds that a reading gives it."""

    claim: AnyClaim
    low: int
    high: int | None


def count_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every smallest set of claims on numbers that cannot all be true."""
    by_property: dict[str, list[Heard]] = {}
    for claim in claims:
        if isinstance(claim.value, Count) and (bounds := numbers(claim, hearing)):
            by_property.setdefault(claim.property.id, []).append(Heard(claim, *bounds))
    for asked in by_property.values():
        questions = _Questions(asked, background)
        yield from questions.pairs()
        if background.codebook.disjoint:
            yield from map(alone, questions.sums(budget))


Where = tuple[Place | None, Population | None]
"""What a scope is narrowed to, but for its time."""


@define(eq=False)
class Question:
    """The claims on one property, event and scope: those with a floor, and those with a ceiling."""

    first: AnyClaim
    floors: list[Heard] = field(factory=list)
    ceilings: list[Heard] = field(factory=list)
    highest: int = 0
    """The highest of the floors."""
    lowest: float = inf
    """The lowest of the ceilings."""
    parts: list[Question] = field(factory=list)
    """Those that lie within it, itself among them, and have a floor above its lowest ceiling."""

    def add(self, heard: Heard) -> None:
        """Take a claim in."""
        if heard.low > 0:
            self.floors.append(heard)
            self.highest = max(self.highest, heard.low)
        if heard.high is not None:
            self.ceilings.append(heard)
            self.lowest = min(self.lowest, heard.high)


class _Questions:
    """The questions on one property by event and scope."""

    def __init__(self, heard: list[Heard], background: Background) -> None:
        self.background = background
        definition = background.definitions[heard[0].claim.property.id]
        self.shared, self.growing = definition.parts is not None, definition.cumulative is not None
        self.by_event: dict[Event, dict[Where, list[Question]]] = {}
        known: dict[tuple[Event, Scope], Question] = {}
        for h in heard:
            asked = h.claim.event, h.claim.scope
            question = known.get(asked)
            if question is None:
                question = known[asked] = Question(h.claim)
            question.add(h)
        for (event, scope), question in known.items():
            self.by_event.setdefault(event, {}).setdefault((scope.place, scope.population), []).append(question)
        self.all = tuple(known.values())

    def pairs(self) -> Iterator[Bundle]:
        """A floor above the ceiling of its own question, or of one that it lies within."""
        for part in self.all:
            for whole in self._around(part):
                if part.highest > whole.lowest and self.background.encloses(part.first, whole.first):
                    whole.parts.append(part)
        for whole in self.all:
            if whole.parts and (lanes := tuple(lane for lane in self._lanes(whole) if lane.widest())):
                yield Bundle(lanes, _pair)

    def _around(self, part: Question) -> Iterator[Question]:
        """The question and those that may enclose it."""
        if not self.shared:
            yield part
            return
        scope = part.first.scope
        around = tuple(product(_wider(scope.place), _wider(scope.population)))
        for event in _outwards(part.first.event):
            by_where = self.by_event.get(event, {})
            for where in around:
                yield from by_where.get(where, ())

    def _lanes(self, whole: Question) -> Iterator[Lane]:
        """By time: of two that name one, both name the same, or the number grows and the floor holds no later."""
        low = _by_time(h for part in whole.parts for h in part.floors if h.low > whole.lowest)
        high = _by_time(whole.ceilings)
        ever, at_any_time = low.pop(None, []), high.pop(None, [])
        timed, limited = _together(low), _together(high)
        yield Rivals(_lows(ever), _highs(at_any_time + limited))
        yield Rivals(_lows(timed), _highs(at_any_time))
        if self.growing:
            yield DatedRivals(
                [(h.low, h, day.ordinal) for h in timed if isinstance(day := _time(h).latest, Day)],
                [(_high(h), h, day.ordinal) for h in limited if isinstance(day := _time(h).earliest, Day)],
            )
        for time, floors in low.items():
            if time in high and not (self.growing and not_after(time, time)):
                yield Rivals(_lows(floors), _highs(high[time]))

    def sums(self, budget: Budget) -> Iterator[Found]:
        """Floors of disjoint parts that together lie above the ceiling of a whole, though none does alone."""
        beneath: dict[Event, list[Question]] = {}
        for question in self.all:
            for whole in _outwards(question.first.event) if question.floors else ():
                beneath.setdefault(whole, []).append(question)
        for question in self.all:
            if question.ceilings:
                apart = self._apart(beneath.get(question.first.event, []), question)
                for ceiling in sorted(question.ceilings, key=_high) if apart else ():
                    parts = [h for h in apart if budget.step() and self._is_part(h, ceiling)]
                    for chosen in self._disjoint_above(parts, _high(ceiling), (), budget):
                        yield _found(chosen, ceiling)

    def _apart(self, questions: list[Question], whole: Question) -> list[Heard]:
        """The floors of the questions that a whole encloses and that are disjoint from another of them."""
        inside = [part for part in questions if self.background.encloses(part.first, whole.first)]
        return [
            h
            for part in inside
            if any(self.background.disjoint(part.first, other.first) for other in inside)
            for h in part.floors
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


def _wider(narrowed: T | None) -> Iterator[T | None]:
    """A place or a population, what it lies within, and so on, up to all."""
    while narrowed is not None:
        yield narrowed
        narrowed = narrowed.within
    yield None


def _high(heard: Heard) -> int:
    return 0 if heard.high is None else heard.high


def _lows(heard: list[Heard]) -> list[tuple[int, Heard]]:
    return [(h.low, h) for h in heard]


def _highs(heard: list[Heard]) -> list[tuple[int, Heard]]:
    return sorted(((_high(h), h) for h in heard), key=itemgetter(0))


def _by_time(heard: Iterable[Heard]) -> dict[Period | None, list[Heard]]:
    found: dict[Period | None, list[Heard]] = {}
    for h in heard:
        found.setdefault(h.claim.as_of, []).append(h)
    return found


def _together(by_time: dict[Period | None, list[Heard]]) -> list[Heard]:
    return [h for held in by_time.values() for h in held]


def _time(heard: Heard) -> Period:
    return cast("Period", heard.claim.as_of)


def _pair(floor: Heard, ceiling: Heard) -> Found:
    return _found((floor,), ceiling)


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
    if not same_time(floor, ceiling.claim):
        return "cumulative"
    return "denial" if "denied" in (floor.polarity, ceiling.claim.polarity) else "counts"


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
