"""What the codebook says of claims: which question each answers, and which questions lie within which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TypeVar

from attrs import frozen

from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook, Definition
from zhanaozen_archive._model.records import Place, Population

T = TypeVar("T", Place, Population)
Told = tuple[AnyClaim, Period | None]
"""A claim on a number with the time at which that is looked at; None is after all that are named."""


@frozen
class Background:
    """The codebook, made ready for questions."""

    codebook: Codebook
    definitions: dict[str, Definition]
    exclusive: frozenset[str]

    @classmethod
    def of(cls, codebook: Codebook) -> Background:
        """Make the codebook ready."""
        exclusive = frozenset(vocabulary.id for vocabulary in codebook.vocabularies if vocabulary.exclusive)
        return cls(codebook, {d.property.id: d for d in codebook.definitions}, exclusive)

    def role(self, claim: AnyClaim) -> str | None:
        """What the claim says of the time or the place of its event."""
        definition = self.definitions.get(claim.property.id)
        return definition.role if definition else None

    def timed(self, claim: AnyClaim) -> bool:
        """Whether the claim says something of the time of its event."""
        return self.role(claim) not in (None, "place", "same-place")

    def within(self, part: Told, whole: Told) -> bool:
        """Whether what one claim counts is certainly counted by the question of another on the same property too."""
        (one, early), (other, late) = part, whole
        later = self.growing(one) and (late is None or not_after(early, late))
        return self.encloses(one, other) and (early == late or later)

    def growing(self, claim: AnyClaim) -> bool:
        """Whether what a claim counts is never less later."""
        return self.definitions[claim.property.id].cumulative is not None

    def encloses(self, part: AnyClaim, whole: AnyClaim) -> bool:
        """Whether what one claim counts is counted by the question of another too, if both hold at one time."""
        if (part.event, part.scope) == (whole.event, whole.scope):
            return True
        parts = self.definitions[part.property.id].parts is not None
        return parts and part.event.is_part_of(whole.event) and part.scope.is_within(whole.scope)

    def addable(self, one: Told, other: Told) -> bool:
        """Whether a whole of both has at least what the two have together: disjoint parts, at one time or growing."""
        return (one[1] == other[1] or self.growing(one[0])) and self.disjoint(one[0], other[0])

    def disjoint(self, one: AnyClaim, other: AnyClaim) -> bool:
        """Whether the two claims certainly count nobody in common, by declaration."""
        for family in self.codebook.disjoint:
            events = (_member(one.event, family.events), _member(other.event, family.events))
            groups = (
                _group(one.scope.population, family.populations),
                _group(other.scope.population, family.populations),
            )
            for mine, theirs in (events, groups):
                if mine is not None and theirs is not None and mine != theirs:
                    return True
        return False


def same_time(one: AnyClaim, other: AnyClaim) -> bool:
    """Whether two claims speak of one time; a claim without a time is taken to hold at any."""
    return one.as_of is None or other.as_of is None or one.as_of == other.as_of


def not_after(early: Period | None, late: Period | None) -> bool:
    """Whether one time certainly does not lie after another."""
    last, first = early and early.latest, late and late.earliest
    return isinstance(last, Day) and isinstance(first, Day) and last <= first


def _member(event: Event, members: tuple[Event, ...]) -> Event | None:
    return next((member for member in members if event.is_part_of(member)), None)


def _group(population: Population | None, members: tuple[Population, ...]) -> Population | None:
    return next((member for member in members if population is not None and member.contains(population)), None)


def around(event: Event, scope: Scope) -> Iterator[tuple[Event, Place | None, Population | None]]:
    """Every event, place and population in which what a scope counts of an event can be counted, its own first."""
    return product(outwards(event), _wider(scope.place), _wider(scope.population))


def outwards(event: Event | None) -> Iterator[Event]:
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
