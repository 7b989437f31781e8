"""Numbers: a floor above a ceiling, in one question, or in a part and its whole; those of several parts climb."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from operator import attrgetter, itemgetter

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, DatedRivals, Lane, Rivals, alone
from zhanaozen_archive._conflicts.climbs import Climb
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._conflicts.questions import Family, Question, at_odds, families
from zhanaozen_archive._model.background import Background, not_after, same_time
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    Certificate,
    answer,
    at_least,
    at_most,
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
        if denying or background.codebook.disjoint:
            yield from map(alone, Climb(family, background, hearing, budget).conflicts())


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
    claims = tuple(sorted((floor.claim, ceiling.claim), key=attrgetter("id")))
    return _rule(floor.claim, ceiling.claim), claims, partial(_certificate, claims, floor, ceiling)


def _rule(floor: AnyClaim, limit: AnyClaim) -> Rule:
    if (floor.event, floor.scope) != (limit.event, limit.scope):
        return "parts"
    if not same_time(floor, limit):
        return "cumulative"
    return "denial" if "denied" in (floor.polarity, limit.polarity) else "counts"


def _certificate(claims: tuple[AnyClaim, ...], floor: Heard, ceiling: Heard) -> Certificate:
    """Without the other, each can be the least that it may be; who names no time is heard at that of the other."""
    one, other = floor.claim, ceiling.claim
    part, whole = (one, other.as_of), (other, one.as_of)
    lines = (
        at_least(answer(*part), floor.low, one),
        at_most(answer(*whole), _high(ceiling), other),
        whole_and_parts(whole, [part]),
    )
    worlds = {one.id: ((answer(other), ceiling.low),), other.id: ((answer(one), floor.low),)}
    return Certificate(lines, tuple(worlds[left_out.id] for left_out in claims))
