"""Numbers denied between others: they raise a floor that lies among them, perhaps above a ceiling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise, permutations
from math import inf
from operator import itemgetter

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Found
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.exclusion import excluded
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    DENIED,
    Certificate,
    Inequality,
    World,
    answer,
    at_least,
    at_most,
    hole,
    is_part,
    jump,
    numbers,
    whole_and_parts,
)

Claims = tuple[AnyClaim, ...]
_number = itemgetter(0)


def hole_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Found]:
    """Every smallest set of a floor, a ceiling not below it, and claims that deny each number between the two.

    All answer one question, or each a question that encloses that of the one before it. What is denied at once with its
    floor and its ceiling is found with the values.
    """
    climb = _Climb.over(tuple(claims), background, hearing, budget)
    seen: set[frozenset[str]] = set()
    for claim, (low, _) in climb.bounds.items() if climb.holes else ():
        for way in climb.ways((claim,), low):
            ids = frozenset(member.id for member in way)
            if ids not in seen and not excluded(way[0], way[1], background, hearing):
                seen.add(ids)
                yield from climb.found(way)


@frozen
class _Climb:
    """Climbs from a floor over what is denied to a ceiling below the number that is reached."""

    bounds: dict[AnyClaim, tuple[int, float]]
    """The least and the greatest number that claims allow; none is left out between these."""
    holes: dict[AnyClaim, tuple[int, int]]
    """The first and the last of the numbers that claims leave out."""
    ceilings: list[tuple[float, AnyClaim]]
    """The lowest first."""
    background: Background
    budget: Budget

    @classmethod
    def over(cls, claims: Claims, background: Background, hearing: Hearing, budget: Budget) -> _Climb:
        """Hear the claims."""
        heard = {claim: both for claim in claims if (both := numbers(claim, hearing))}
        bounds = {claim: (low, inf if high is None else high) for claim, (low, high) in heard.items()}
        holes = {claim: denied for claim in claims if (denied := hole(claim))}
        return cls(
            bounds, holes, sorted(((high, c) for c, (_, high) in bounds.items()), key=_number), background, budget
        )

    def ways(self, passed: Claims, reached: int) -> Iterator[Claims]:
        """Every way on from a number that claims have raised a floor to, with the ceiling at its end."""
        for claim, (first, last) in self.holes.items():
            if not self.budget.step():
                return
            if first <= reached <= last and self._encloses(claim, passed):
                longer = (*passed, claim)
                at, above = (bisect_left(self.ceilings, number, key=_number) for number in (reached, last + 1))
                yield from ((*longer, top) for _, top in self.ceilings[at:above] if self._encloses(top, longer))
                yield from self.ways(longer, last + 1)

    def _encloses(self, claim: AnyClaim, passed: Claims) -> bool:
        return all(is_part(one, claim, self.background) for one in passed)

    def found(self, way: Claims) -> Iterator[Found]:
        """The conflict on a way, unless it needs fewer claims.

        In a world a claim without a time has one number at all times: where there is none, there can be one of several.
        """
        members = tuple(sorted(set(way), key=lambda claim: claim.id))
        worlds = [self._world([other for other in members if other != left_out]) for left_out in members]
        if None in worlds:
            self.budget.spent |= len({claim.as_of for claim in members} - {None}) > 1
        else:
            proof = Certificate(tuple(self._lines(way)), tuple(world for world in worlds if world is not None))
            yield "denial", members, lambda: proof

    def _world(self, claims: list[AnyClaim]) -> World | None:
        """The least numbers with which claims are true; None where there are none."""
        least = {claim: self.bounds.get(claim, (0, inf))[0] for claim in claims}
        inside = [pair for pair in permutations(claims, 2) if is_part(*pair, self.background)]
        before: dict[AnyClaim, int] = {}
        while least != before:
            before = dict(least)
            for part, whole in inside:
                least[whole] = max(least[whole], least[part])
            for claim in least.keys() & self.holes:
                first, last = self.holes[claim]
                least[claim] = last + 1 if first <= least[claim] <= last else least[claim]
        if any(number > self.bounds.get(claim, (0, inf))[1] for claim, number in least.items()):
            return None
        return tuple((answer(claim), number) for claim, number in least.items())

    def _lines(self, way: Claims) -> Iterator[Inequality]:
        """What raises the floor, step by step, and the ceiling that it then lies above."""
        reached = int(self.bounds[way[0]][0])
        yield at_least(answer(way[0]), reached, way[0])
        for part, whole in pairwise(way):
            yield whole_and_parts(whole, [part])
            if whole in self.holes:
                yield jump(self.holes[whole][1] + 1 - reached, DENIED)
                reached = self.holes[whole][1] + 1
        yield at_most(answer(way[-1]), int(self.bounds[way[-1]][1]), way[-1])
