"""Claims by question; and the questions on numbers with which nothing is at odds, so that they cost hardly a look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from math import inf
from operator import attrgetter
from typing import Any

from attrs import define

from zhanaozen_archive._model.background import Background, around
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.values import Count

Claims = list[AnyClaim]


@define(eq=False)
class Question:
    """What is asserted of one number."""

    claims: Claims
    """All on one event, property and scope."""
    highest: int
    """The highest of the floors; 0 where there is none."""
    lowest: float
    """The lowest of the ceilings."""

    @property
    def first(self) -> AnyClaim:
        """Any of the claims, to tell the question by."""
        return self.claims[0]


Family = list[Question]
"""The questions on one property of an event, which is no part of another, and of its parts."""
_highest, _lowest = attrgetter("highest"), attrgetter("lowest")


def at_stake(claims: Iterable[AnyClaim], background: Background, hearings: Sequence[Hearing]) -> Iterator[AnyClaim]:
    """The claims that can be in conflict; of those on numbers, none on which all agree however they are heard."""
    numbers, denied = defaultdict[object, list[Claims]](list), set[object]()
    for held in alike(claims):
        first = held[0]
        if first.can_conflict and first.polarity == "asserted" and first.property.type_ is Count:
            numbers[_kin(first)].append(held)
        elif first.can_conflict:
            yield from held
            if first.polarity == "denied":
                denied.add(_kin(first))
    hull = _narrowest(hearings)
    for kin, apart in numbers.items():
        if kin in denied:
            yield from chain.from_iterable(apart)
        elif len(apart) > 1:
            yield from _at_stake([Question(held, *hull(held)) for held in by_question(apart)], background)
        else:  # as most are, and then no more need be asked
            highest, lowest = hull(apart[0])
            yield from apart[0] if highest > lowest else ()


def _at_stake(family: Family, background: Background) -> Iterator[AnyClaim]:
    """The claims that a conflict can be on, where nothing is denied."""
    together = background.codebook.disjoint and sum(map(_highest, family)) > min(map(_lowest, family))
    staked = family if together else {question for two in at_odds(family, background) for question in two}
    return chain.from_iterable(question.claims for question in staked)


def at_odds(family: Family, background: Background) -> Iterator[tuple[Question, Question]]:
    """Each question with each that encloses it, itself among them, and has a ceiling below one of its floors."""
    highest, lowest = max(map(_highest, family)), min(map(_lowest, family))
    if highest <= lowest:
        return
    limited: dict[object, Family] = {}
    for whole in family:
        if whole.lowest < highest:
            scope = whole.first.scope
            limited.setdefault((whole.first.event, scope.place, scope.population), []).append(whole)
    for part in family:
        if part.highest > lowest:
            for whole in _around(part, limited):
                if part.highest > whole.lowest and background.encloses(part.first, whole.first):
                    yield part, whole


def asked(claim: AnyClaim) -> tuple[Event, Property[Any], Scope]:
    """The question that a claim answers."""
    return claim.event, claim.property, claim.scope


def alike(claims: Iterable[AnyClaim]) -> Iterable[Claims]:
    """The claims by event, property and what is beside them: by the very objects, which are quicker to tell apart."""
    found = defaultdict[tuple[int, int, int], Claims](list)
    for claim in claims:
        found[id(claim.event), id(claim.property), id(claim._beside)].append(claim)  # noqa: SLF001
    return found.values()


def by_question(apart: Iterable[Claims]) -> Iterable[Claims]:
    """The claims by question, of lists of claims of which each is on one."""
    found: dict[object, Claims] = {}
    for held in apart:
        if (known := found.setdefault(asked(held[0]), held)) is not held:
            known += held
    return found.values()


def families(claims: Iterable[AnyClaim], hull: Callable[[Claims], tuple[int, float]]) -> Iterable[Family]:
    """The questions on numbers, each with those that it can be at odds with.

    Args:
        claims: The claims on them.
        hull: The highest floor and the lowest ceiling of claims on one question.
    """
    found = defaultdict[object, Family](list)
    for held in by_question(alike(claims)):
        found[_kin(held[0])].append(Question(held, *hull(held)))
    return found.values()


def _kin(claim: AnyClaim) -> tuple[Event, Property[Any]]:
    """What the family has in common to which the question of a claim belongs."""
    event = claim.event
    while event.part_of is not None:
        event = event.part_of
    return event, claim.property


def _narrowest(hearings: Sequence[Hearing]) -> Callable[[list[AnyClaim]], tuple[int, float]]:
    """What finds the highest floor and the lowest ceiling that any of the readings hears in numbers asserted."""
    heard = defaultdict[str, dict[int, tuple[int, float]]](dict)

    def hull(claims: Claims) -> tuple[int, float]:
        highest, lowest, of = 0, inf, claims[0].property
        known = heard[of.id]
        for claim in claims:
            try:
                low, high = known[id(claim.value)]
            except KeyError:
                bounds = [hearing.count(claim.value, of) for hearing in hearings]
                low, high = max(low for low, _ in bounds), min(inf if high is None else high for _, high in bounds)
                known[id(claim.value)] = low, high
            if low > highest:  # noqa: PLR1730  # a call for each claim takes longer than all else here
                highest = low
            if high < lowest:  # noqa: PLR1730
                lowest = high
        return highest, lowest

    return hull


def _around(part: Question, limited: dict[object, Family]) -> Iterator[Question]:
    """Those that may enclose a question, itself among them."""
    scope = part.first.scope
    for where in around(part.first.event, scope):
        yield from limited.get(where, ())
