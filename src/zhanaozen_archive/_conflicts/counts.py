"""Numbers: a floor above a ceiling, in one question, in a part and its whole, or in several parts together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from operator import attrgetter, itemgetter

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, DatedRivals, Lane, Rivals, alone
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._conflicts.holes import hole_conflicts
from zhanaozen_archive._conflicts.questions import Family, Question, at_odds, families
from zhanaozen_archive._model.background import Background, not_after, outwards, same_time
from zhanaozen_archive._model.claims import AnyClaim
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
    hole,
    numbers,
    whole_and_parts,
)
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.values import Count


@frozen
class Heard:
    """A claim on a number with the bounds that a reading gives it."""

    claim: AnyClaim
    low: int
    high: int | None


_high: Callable[[Heard], int] = attrgetter("high")
_time: Callable[[Heard], Period] = attrgetter("claim.as_of")
"""The ceiling and the time, of what has them."""


def count_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every smallest set of claims on numbers that cannot all be true."""
    counted = [claim for claim in claims if isinstance(claim.value, Count)]
    denying = any(claim.polarity == "denied" for claim in counted)
    for family in families(counted, lambda held: _hull(_heard(held, hearing))):
        rules = _Rules(family, background, hearing, budget)
        yield from rules.pairs()
        if background.codebook.disjoint:
            yield from map(alone, rules.sums())
        if denying:
            said = [claim for question in family for claim in question.claims]
            yield from map(alone, hole_conflicts(said, background, hearing, budget))


@frozen
class _Rules:
    """The rules for the questions on one property of an event and its parts."""

    family: Family
    background: Background
    hearing: Hearing
    budget: Budget

    def pairs(self) -> Iterator[Bundle]:
        """A floor above the ceiling of its own question, or of one that it lies within."""
        enclosed: dict[Question, Family] = {}
        for part, whole in at_odds(self.family, self.background):
            enclosed.setdefault(whole, []).append(part)
        for whole, parts in enclosed.items():
            if lanes := tuple(lane for lane in self._lanes(whole, parts) if lane.widest()):
                yield Bundle(lanes, _pair)

    def _lanes(self, whole: Question, parts: Family) -> Iterator[Lane]:
        """By time: of two that name one, both name the same, or the number grows and the floor holds no later."""
        growing = self.background.definitions[whole.first.property.id].cumulative is not None
        low = _by_time(h for part in parts for h in self._heard(part) if h.low > whole.lowest)
        high = _by_time(h for h in self._heard(whole) if h.high is not None)
        ever, at_any_time = low.pop(None, []), high.pop(None, [])
        timed, limited = _together(low), _together(high)
        yield Rivals(_lows(ever), _highs(at_any_time + limited))
        yield Rivals(_lows(timed), _highs(at_any_time))
        if growing:
            yield DatedRivals(
                [(h.low, h, day.ordinal) for h in timed if isinstance(day := _time(h).latest, Day)],
                [(_high(h), h, day.ordinal) for h in limited if isinstance(day := _time(h).earliest, Day)],
            )
        for time, floors in low.items():
            if time in high and not (growing and not_after(time, time)):
                yield Rivals(_lows(floors), _highs(high[time]))

    def _heard(self, question: Question) -> Iterator[Heard]:
        return _heard(question.claims, self.hearing)

    def sums(self) -> Iterator[Found]:
        """Floors of disjoint parts that together lie above the ceiling of a whole, though none does alone.

        It is not followed how numbers that are denied between others raise a part or a sum.
        """
        holes = any(hole(claim) for question in self.family for claim in question.claims)
        beneath: dict[Event, Family] = {}
        for question in self.family:
            for whole in outwards(question.first.event):
                beneath.setdefault(whole, []).append(question)
        for question in self.family:
            if question.lowest < inf and (apart := self._apart(beneath.get(question.first.event, []), question)):
                self.budget.spent |= holes and bool(apart)
                for ceiling in sorted((h for h in self._heard(question) if h.high is not None), key=_high):
                    parts = [h for h in apart if self.budget.step() and self._is_part(h, ceiling)]
                    for chosen in self._disjoint_above(parts, _high(ceiling), ()):
                        yield _found(chosen, ceiling)

    def _apart(self, questions: Family, whole: Question) -> list[Heard]:
        """The floors of the questions that a whole encloses and that are disjoint from another of them."""
        inside = [part for part in questions if self.background.encloses(part.first, whole.first)]
        return [
            h
            for part in inside
            if any(self.background.disjoint(part.first, other.first) for other in inside)
            for h in self._heard(part)
            if h.low
        ]

    def _is_part(self, floor: Heard, ceiling: Heard) -> bool:
        return floor.low <= _high(ceiling) and self.background.within(floor.claim, ceiling.claim)

    def _disjoint_above(self, parts: list[Heard], high: int, chosen: tuple[Heard, ...]) -> Iterator[tuple[Heard, ...]]:
        """Every smallest choice of pairwise disjoint parts whose floors together lie above a ceiling."""
        total = sum(h.low for h in chosen)
        if total > high:
            if total - min(h.low for h in chosen) <= high:
                yield chosen
            return
        for n, part in enumerate(parts):
            if not self.budget.step():
                return
            if all(self.background.addable(part.claim, other.claim) for other in chosen):
                yield from self._disjoint_above(parts[n + 1 :], high, (*chosen, part))


def _heard(claims: Iterable[AnyClaim], hearing: Hearing) -> Iterator[Heard]:
    return (Heard(claim, *bounds) for claim in claims if (bounds := numbers(claim, hearing)))


def _hull(heard: Iterable[Heard]) -> tuple[int, float]:
    """The highest floor, and the lowest ceiling."""
    heard = [*heard]
    highs = (h.high for h in heard if h.high is not None)
    return max((h.low for h in heard), default=0), min(highs, default=inf)


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
    [floor], limit = [part.claim for part in floors], ceiling.claim
    if (floor.event, floor.scope) != (limit.event, limit.scope):
        return "parts"
    if not same_time(floor, limit):
        return "cumulative"
    return "denial" if "denied" in (floor.polarity, limit.polarity) else "counts"


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
