"""Numbers raised until they lie above a ceiling: disjoint parts add up, and what is denied is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, combinations
from math import inf
from operator import attrgetter

from attrs import field, frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Found
from zhanaozen_archive._conflicts.questions import Family, Question
from zhanaozen_archive._conflicts.ways import Claims, Way, claims_of, refutation, times_of, worlds
from zhanaozen_archive._model.background import Background, not_after, outwards
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.exclusion import excluded
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import Certificate, hole, numbers


@frozen
class _Whole:
    """A question and what it takes in."""

    question: Question
    inside: Family
    """The questions that it encloses, itself among them."""
    apart: frozenset[Question]
    """Those of them that are disjoint from another."""


@frozen
class _Barrier:
    """Numbers that a claim leaves out: those that it denies between others, or all above its ceiling."""

    claim: AnyClaim
    first: int
    last: float


@frozen
class Climb:
    """The search among the questions on one property of an event and its parts."""

    family: Family
    background: Background
    hearing: Hearing
    budget: Budget
    _over: dict[Question, list[Way]] = field(factory=dict, init=False)
    """The ways over what is denied, by the question that they end in."""
    _growing: bool = field(init=False)
    _disjoint: Callable[[Question, Question], bool] = field(init=False)

    @_growing.default
    def _is_growing(self) -> bool:
        return self.background.growing(self.family[0].first)

    @_disjoint.default
    def _asked_once(self) -> Callable[[Question, Question], bool]:
        return cache(lambda one, other: self.background.disjoint(one.first, other.first))

    def conflicts(self) -> Iterator[Found]:
        """Every smallest set of floors, of claims that deny numbers between others, and of a ceiling below them.

        Two claims that are found by their bounds, or by their values, are not looked for here.
        """
        wholes = [*self._wholes()]
        self._climb(wholes)
        for whole in wholes:
            ways = [*self._ways(whole)]
            for ceiling in self._ceilings(whole.question):
                for parts in self._onto(ceiling, ways, whole):
                    yield from self._found(parts, ceiling)

    def _wholes(self) -> Iterator[_Whole]:
        """The questions that have a ceiling, or of which numbers are denied between others."""
        beneath: dict[Event, Family] = {}
        for question in self.family:
            for event in outwards(question.first.event):
                beneath.setdefault(event, []).append(question)
        encloses = self.background.encloses
        for question in self.family:
            if question.lowest < inf or any(map(hole, question.claims)):
                inside = [part for part in beneath[question.first.event] if encloses(part.first, question.first)]
                apart = (part for part in inside if any(self._disjoint(part, other) for other in inside))
                yield _Whole(question, inside, frozenset(apart))

    def _climb(self, wholes: Sequence[_Whole]) -> None:
        """Find the ways over what is denied: in parts before their wholes, and where the lowest is denied first."""
        denied = [
            (len(whole.inside), *between, claim.id, claim, whole)
            for whole in wholes
            for claim in whole.question.claims
            if (between := hole(claim))
        ]
        for _, first, last, _, claim, whole in sorted(denied):
            choices = self._onto(_Barrier(claim, first, last), [*self._ways(whole, alone=True)], whole)
            ways = [Way(whole.question, claim, last + 1, times_of(claim, parts), parts) for parts in choices]
            self._over.setdefault(whole.question, []).extend(ways)

    def _ways(self, whole: _Whole, *, alone: bool = False) -> Iterator[Way]:
        """The ways to numbers in a question, with the floors of its parts; with all, if they may stand alone."""
        for question in whole.inside:
            for claim in question.claims if alone or question in whole.apart else ():
                if (bounds := numbers(claim, self.hearing)) and bounds[0]:
                    yield Way(question, claim, bounds[0], times_of(claim))
            yield from self._over.get(question, ())

    def _ceilings(self, question: Question) -> list[_Barrier]:
        """The lowest first, above which the fewest parts lie, in case that the search is cut short."""
        heard = ((claim, numbers(claim, self.hearing)) for claim in question.claims)
        highs = ((claim, bounds[1]) for claim, bounds in heard if bounds)
        return sorted((_Barrier(c, high + 1, inf) for c, high in highs if high is not None), key=attrgetter("first"))

    def _onto(self, barrier: _Barrier, ways: Sequence[Way], whole: _Whole) -> Iterator[tuple[Way, ...]]:
        """Every smallest choice of ways that come together to a number that is left out."""
        parts = [way for way in ways if self.budget.step() and self._leads_to(barrier, way, whole)]
        return self._choices(parts, barrier)

    def _leads_to(self, barrier: _Barrier, way: Way, whole: _Whole) -> bool:
        """Whether a way can come to numbers that are left out, alone or with others, by the time at which they are."""
        at = barrier.claim.as_of
        return (way.reached >= barrier.first or way.question in whole.apart) and (
            at is None or all(time == at or (self._growing and not_after(time, at)) for time in way.times)
        )

    def _choices(self, parts: Sequence[Way], barrier: _Barrier) -> Iterator[tuple[Way, ...]]:
        left = [*accumulate((way.reached for way in reversed(parts)), initial=0)][::-1]
        waiting: list[tuple[tuple[Way, ...], int, int]] = [((), 0, 0)]
        while waiting:
            chosen, total, n = waiting.pop()
            if total >= barrier.first:
                if total <= barrier.last and all(total - way.reached + way.entered < barrier.first for way in chosen):
                    yield chosen
            elif total + left[n] >= barrier.first:
                if not self.budget.step():
                    return
                waiting.append((chosen, total, n + 1))
                if all(self._addable(parts[n], other) for other in chosen):
                    waiting.append(((*chosen, parts[n]), total + parts[n].reached, n + 1))

    def _addable(self, one: Way, other: Way) -> bool:
        at_one_time = self._growing or len(one.times | other.times) <= 1
        return at_one_time and self._disjoint(one.question, other.question)

    def _found(self, parts: tuple[Way, ...], ceiling: _Barrier) -> Iterator[Found]:
        """The conflict of a ceiling with what comes to lie above it, unless it needs fewer claims."""
        by_id = {claim.id: claim for claim in (ceiling.claim, *claims_of(parts))}
        members = tuple(by_id[id_] for id_ in sorted(by_id))
        proof = partial(self._proof, members, parts, ceiling)
        denies = any(way.parts for way in parts)
        if (len(parts) > 1 or denies) and self.budget.step((len(members) // 2) ** 3):  # the proof takes as long
            if not denies:
                yield "sums", members, proof
            elif self._are_needed(members):
                yield "denial", members, proof

    def _are_needed(self, members: Claims) -> bool:
        told = any(excluded(*pair, self.background, self.hearing) for pair in combinations(members, 2))
        return not told and None not in worlds(members, self.background, self.hearing)

    def _proof(self, members: Claims, parts: tuple[Way, ...], ceiling: _Barrier) -> Certificate:
        fewer = worlds(members, self.background, self.hearing)
        lines = refutation(parts, ceiling.claim, ceiling.first - 1)
        return Certificate(tuple(lines), tuple(world for world in fewer if world is not None))
