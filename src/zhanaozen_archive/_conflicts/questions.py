"""Claims by question; and the questions on numbers with which nothing is at odds, so that they cost hardly a look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


@define(eq=False)
class Question:
    """What is asserted of one number."""

    claims: list[AnyClaim]
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
    """The claims but for those on numbers that can be in no conflict, however they are heard."""
    numbers: list[AnyClaim] = []
    denied: set[object] = set()
    for claim in claims:
        if claim.polarity == "asserted" and type(claim.value) is Count:
            numbers.append(claim)
        else:
            yield claim
            if claim.polarity == "denied":
                denied.add(_kin(claim))
    for kin, family in families(numbers, _narrowest(hearings)).items():
        for question in family if kin in denied else _at_stake(family, background):
            yield from question.claims


def _at_stake(family: Family, background: Background) -> Iterable[Question]:
    """The questions that a conflict can be on, where nothing is denied."""
    if len(family) == 1:  # as most are, and then no more need be asked
        return family if family[0].highest > family[0].lowest else ()
    if background.codebook.disjoint and sum(map(_highest, family)) > min(map(_lowest, family)):
        return family
    return {question for two in at_odds(family, background) for question in two}


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


def by_question(claims: Iterable[AnyClaim]) -> Iterable[list[AnyClaim]]:
    """The claims by question: first by the very objects they hold, which are quicker to tell apart than equal ones."""
    same = defaultdict[tuple[int, int, int], list[AnyClaim]](list)
    for claim in claims:
        same[id(claim.event), id(claim.property), id(claim.scope)].append(claim)
    equal: dict[object, list[AnyClaim]] = {}
    for held in same.values():
        if (known := equal.setdefault(asked(held[0]), held)) is not held:
            known += held
    return equal.values()


def families(
    claims: Iterable[AnyClaim], hull: Callable[[list[AnyClaim]], tuple[int, float]]
) -> Mapping[object, Family]:
    """The claims on numbers by question.

    Args:
        claims: The claims.
        hull: The highest floor and the lowest ceiling of claims on one question.
    """
    found = defaultdict[object, Family](list)
    for held in by_question(claims):
        found[_kin(held[0])].append(Question(held, *hull(held)))
    return found


def _kin(claim: AnyClaim) -> tuple[Event, Property[Any]]:
    """What the family has in common to which the question of a claim belongs."""
    event = claim.event
    while event.part_of is not None:
        event = event.part_of
    return event, claim.property


def _narrowest(hearings: Sequence[Hearing]) -> Callable[[list[AnyClaim]], tuple[int, float]]:
    """What finds the highest floor and the lowest ceiling that any of the readings hears in numbers asserted."""
    heard = defaultdict[str, dict[int, tuple[int, float]]](dict)

    def hull(claims: list[AnyClaim]) -> tuple[int, float]:
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
