"""How a number is raised, step by step, and the proof that it then lies above a ceiling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from zhanaozen_archive._conflicts.questions import Question
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    DENIED,
    Inequality,
    Variable,
    World,
    answer,
    at_least,
    at_most,
    hole,
    jump,
    numbers,
    told,
    whole_and_parts,
    wholes,
)
from zhanaozen_archive._model.period import Period

Claims = tuple[AnyClaim, ...]
_NOTHING = 1, 0
"""Two numbers with none from the first to the last."""


@frozen
class Way:
    """How a number is raised: to a floor, or over numbers that are denied, among which parts lie together."""

    question: Question
    claim: AnyClaim
    reached: int
    times: frozenset[Period]
    """From which on the number is so high; none where it always is."""
    parts: tuple[Way, ...] = ()
    """No two of them count anybody in common."""

    @property
    def entered(self) -> int:
        """The number that is reached without the claim."""
        return sum(part.reached for part in self.parts)


def times_of(claim: AnyClaim, parts: Iterable[Way] = ()) -> frozenset[Period]:
    """From when on a claim raises what its parts come to: from its own time on, or from theirs if it has none."""
    return frozenset([claim.as_of]) if claim.as_of else frozenset(time for part in parts for time in part.times)


def claims_of(ways: Iterable[Way]) -> Iterator[AnyClaim]:
    """All that ways rest on."""
    waiting = [*ways]
    while waiting:
        way = waiting.pop()
        yield way.claim
        waiting += way.parts


def refutation(parts: Sequence[Way], ceiling: AnyClaim, high: int) -> Iterator[Inequality]:
    """What raises the parts, step by step, and the ceiling that they then lie above together.

    A claim without a time is looked at when the whole is of which it counts a part.
    """
    at, *later = times_of(ceiling, parts) or [None]
    at = None if later else at
    yield from _together(parts, ceiling, at)
    yield at_most(answer(ceiling, at), high, ceiling)


def _together(parts: Sequence[Way], whole: AnyClaim, at: Period | None) -> Iterator[Inequality]:
    """What the parts come to, in the question of a claim."""
    for part in parts:
        yield from _steps(part, part.claim.as_of or at)
    yield whole_and_parts((whole, at), [(part.claim, at) for part in parts])


def _steps(way: Way, at: Period | None) -> Iterator[Inequality]:
    if way.parts:
        yield from _together(way.parts, way.claim, at)
        yield jump(way.reached - way.entered, DENIED)
    else:
        yield at_least(answer(way.claim, at), way.reached, way.claim)


def worlds(claims: Claims, background: Background, hearing: Hearing) -> Iterator[World | None]:
    """For each claim left out, the least numbers with which the others are true; None where there are none."""
    lines = [*wholes(claims, background)]
    for left_out in claims:
        yield _world([claim for claim in claims if claim is not left_out], lines, hearing)


def _world(claims: Sequence[AnyClaim], lines: Iterable[Inequality], hearing: Hearing) -> World | None:
    bounds = {answer(*one): numbers(one[0], hearing) or (0, None) for one in told(claims)}
    denied = {answer(*one): hole(one[0]) or _NOTHING for one in told(claims)}
    least = {variable: low for variable, (low, _) in bounds.items()}
    before: dict[Variable, int] = {}
    while least != before:
        before = dict(least)
        for (whole, _), *parts in (line.sum for line in lines):
            if whole in least:
                reached = max(least[whole], sum(least.get(part, 0) for part, _ in parts))
                first, last = denied[whole]
                least[whole] = last + 1 if first <= reached <= last else reached
    right = all(high is None or least[variable] <= high for variable, (_, high) in bounds.items())
    return tuple(least.items()) if right else None
