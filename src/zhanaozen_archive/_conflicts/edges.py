"""What is said of times as a network: first and last days of events, and how far apart they are at the most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import Inequality, Variable, always, events_of, said

ORIGIN: Variable = ("origin", "")
"""Day 0, from which ordinals count."""


@frozen
class Edge:
    """One variable is at most `most` days after another: head - tail <= most."""

    tail: Variable
    head: Variable
    most: int
    claim: AnyClaim | None
    """Who says so; None is the background."""
    line: Inequality
    """The same, as a sum that is at least a number."""

    @classmethod
    def of(cls, line: Inequality, claim: AnyClaim | None = None) -> Edge:
        """The edge of an inequality on one day, or on two."""
        ends = {factor: variable for variable, factor in line.sum}
        return cls(ends.get(1, ORIGIN), ends.get(-1, ORIGIN), -line.least, claim, line)


def edges_of(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> Iterator[Edge]:
    """What the claims say, and what always holds of the events they speak of."""
    claims = tuple(claims)
    for claim in claims:
        for line in said(claim, background, hearing):
            yield Edge.of(line, claim)
    for event in events_of(claims):
        yield from map(Edge.of, always(event))
