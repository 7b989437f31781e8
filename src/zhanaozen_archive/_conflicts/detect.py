"""All rules together, under one reading or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from attrs import field, frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle
from zhanaozen_archive._conflicts.calendar import calendar_conflicts
from zhanaozen_archive._conflicts.conflict import Conflict, Found, Grade, id_of, question
from zhanaozen_archive._conflicts.counts import count_conflicts
from zhanaozen_archive._conflicts.crowd import Crowd, made
from zhanaozen_archive._conflicts.gaps import gap_conflicts
from zhanaozen_archive._conflicts.places import place_conflicts
from zhanaozen_archive._conflicts.questions import at_stake
from zhanaozen_archive._conflicts.times import time_conflicts
from zhanaozen_archive._conflicts.values import value_conflicts
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.collector import collector_paused
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.properties import Codebook, Property
from zhanaozen_archive._model.readings import Reading

AT_ONCE = 10_000
"""Conflicts between the same questions that are listed; where there are more, they make a crowd."""
STEPS, STEPS_EACH = 1_000_000, 100
"""Choices that a search may try before it gives up: so many, and so many more for each claim."""


STRICT = "strict"
"""Id of the reading whose conflicts arise under every other too."""


@frozen
class Search:
    """What a search for conflicts found."""

    conflicts: tuple[Conflict, ...]
    """By event and property, then by id."""
    crowds: tuple[Crowd, ...]
    """Conflicts that are too many to be listed, of which `conflicts` has the one whose claims are furthest apart."""
    sizes: Mapping[tuple[Event, Property[Any]], Mapping[str, int]]
    """How many conflicts there are on each event and property under each reading, by its id, listed or not."""
    complete: bool
    """Whether every conflict was found, listed or counted; False where the search was cut short by its budget, or has
    come by what it does not follow."""

    def crowds_under(self, reading: str | None, grade: Grade | None) -> Iterator[Crowd]:
        """The crowds of one reading, by its id, or of all; that of the strict one for those that have no more in it."""
        for crowd in self.crowds:
            sizes = self.sizes[crowd.widest.event, crowd.widest.property]
            adding = [id_ for id_, size in sizes.items() if id_ == STRICT or size > sizes.get(STRICT, 0)]
            asked = adding if reading is None else [reading if reading in adding else STRICT]
            if crowd.reading.id in asked and grade in (None, crowd.grade):
                yield crowd


def search(
    claims: Iterable[AnyClaim], codebook: Codebook, readings: Iterable[Reading], steps: int | None = None
) -> Search:
    """Every smallest set of claims that cannot all be true under one of the readings.

    Where there are more between the same questions than can be listed, they are counted, and the one whose claims are
    furthest apart stands for all.

    Args:
        claims: Claims of one archive that no later words replace.
        codebook: The background.
        readings: The readings to try; the first that gives a conflict is the one its proof is under.
        steps: How many choices to try under each reading before giving up; None grows with the claims.
    """
    complete, gathered = True, _Gathered(codebook, {reading.id: reading for reading in readings})
    with collector_paused():
        hearings = [*map(Hearing.under, gathered.readings.values())]
        said = _each_once(at_stake(claims, gathered.background, hearings))
        for hearing in hearings:
            budget = _budget(said) if steps is None else Budget(steps)
            for bundle in _bundles(said, gathered.background, hearing, budget):
                gathered.add(bundle, hearing.reading)
            complete = complete and not budget.spent
        return Search(gathered.conflicts(), tuple(gathered.crowds), gathered.sizes, complete)


def each_conflict(
    claims: Iterable[AnyClaim], codebook: Codebook, reading: Reading, asked: Callable[[Iterable[AnyClaim]], bool]
) -> Iterator[Conflict]:
    """Every conflict under one reading, one after the other, however many there are and in no promised order.

    Args:
        claims: Claims of one archive that no later words replace.
        codebook: The background.
        reading: The reading.
        asked: Whether conflicts of such claims are wanted, by their events and properties alone.
    """
    background, hearing = Background.of(codebook), Hearing.under(reading)
    said = _each_once(at_stake(claims, background, [hearing]))
    for bundle in _bundles(said, background, hearing, _budget(said)):
        _, members, _ = bundle.widest()
        if asked(members):
            yield from (made(found, reading, codebook) for found in bundle)


def contradict(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> bool:
    """Whether the claims cannot all be true."""
    said = _each_once(claims)
    return any(True for _ in _bundles(said, background, hearing, _budget(said)))


@frozen
class _Gathered:
    """What is found under one reading after the other."""

    codebook: Codebook
    readings: dict[str, Reading]
    found: dict[tuple[str, ...], dict[str, Found]] = field(factory=dict)
    """What is listed, by its rule and the ids of its claims, and by the reading."""
    crowds: list[Crowd] = field(factory=list)
    sizes: dict[tuple[Event, Property[Any]], dict[str, int]] = field(factory=dict)

    background: Background = field(init=False)

    @background.default
    def _made_ready(self) -> Background:
        return Background.of(self.codebook)

    def add(self, bundle: Bundle, reading: Reading) -> None:
        """Take in what was found under a reading."""
        widest = bundle.widest()
        if bundle.most() > AT_ONCE and (size := bundle.size()) > AT_ONCE:
            self.crowds.append(Crowd(size, made(widest, reading, self.codebook), bundle))
            listed = [widest]
        else:
            listed = list(bundle)
            size = len(listed)
        for found in listed:
            self.found.setdefault(_key(found), {})[reading.id] = found
        sizes = self.sizes.setdefault(question(widest[1]), {})
        sizes[reading.id] = sizes.get(reading.id, 0) + size

    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that are listed, each with all its readings."""
        self._look_into_crowds()
        waiting, made = sorted(self.found.values(), key=_order, reverse=True), list[Conflict]()
        self.found.clear()  # what is found is let go as its proof is written, which takes more room
        while waiting:
            made.append(self._conflict(waiting.pop()))
        return tuple(made)

    def _conflict(self, under: dict[str, Found]) -> Conflict:
        ids = tuple(id_ for id_ in self.readings if id_ in under)
        rule, members, certificate = under[ids[0]]
        return Conflict(rule, members, ids, certificate(), self.readings[ids[0]], self.codebook)

    def _look_into_crowds(self) -> None:
        """Give what is listed under one reading the others under which it is one of a crowd."""
        crowded: dict[object, list[Reading]] = {}
        for crowd in self.crowds:
            crowded.setdefault(question(crowd.widest.claims), []).append(crowd.reading)
        for key, under in self.found.items() if crowded else ():
            _, members, _ = next(iter(under.values()))
            for reading in crowded.get(question(members), ()):
                if reading.id not in under:
                    alone = _bundles(members, self.background, Hearing.under(reading), _budget(members))
                    under.update((reading.id, found) for found in chain.from_iterable(alone) if _key(found) == key)


def _key(found: Found) -> tuple[str, ...]:
    rule, members, _ = found
    return rule, *(claim.id for claim in members)


def _order(under: dict[str, Found]) -> tuple[str, str, str]:
    rule, members, _ = next(iter(under.values()))
    event, key = question(members)
    return event.id, key.id, id_of(rule, members)


def _budget(claims: tuple[AnyClaim, ...]) -> Budget:
    return Budget(STEPS + STEPS_EACH * len(claims))


def _each_once(claims: Iterable[AnyClaim]) -> tuple[AnyClaim, ...]:
    return tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id))


def _bundles(
    claims: tuple[AnyClaim, ...], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    yield from count_conflicts(claims, background, hearing, budget)
    by_scope: dict[Scope, list[AnyClaim]] = {}
    for claim in claims:
        if background.role(claim):
            by_scope.setdefault(claim.scope, []).append(claim)
    for held in by_scope.values():
        timed = [claim for claim in held if claim.polarity == "asserted" and background.timed(claim)]
        yield from time_conflicts(timed, background, hearing, budget)
        yield from calendar_conflicts(timed, background, hearing, budget)
        yield from gap_conflicts(timed, background, hearing, budget)
        yield from place_conflicts(held, background, hearing, budget)
    yield from value_conflicts(claims, background, hearing)
