"""Times: first and last days of events as a network of differences, and the circles in it that cannot close."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import Certificate, Inequality, Variable, World, always, events_of, said

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


def time_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Found]:
    """Every smallest set of claims whose dates, order and durations cannot all be true."""
    network = Network(tuple(claims), background, hearing)
    seen: set[tuple[str, ...]] = set()
    for circle in network.circles(budget):
        said = {edge.claim.id: edge.claim for edge in circle if edge.claim}
        ids = tuple(sorted(said))
        members = tuple(said[id_] for id_ in ids)
        if ids in seen or _detours(circle, members):
            continue
        seen.add(ids)
        worlds = tuple(network.world(tuple(m for m in members if m != left_out)) for left_out in members)
        if len(members) > 1 and all(world is not None for world in worlds):
            yield _rule(members, background), members, partial(_certificate, circle, tuple(w for w in worlds if w))


def _certificate(circle: tuple[Edge, ...], worlds: tuple[World, ...]) -> Certificate:
    return Certificate(tuple(edge.line for edge in circle), worlds)


def _detours(circle: tuple[Edge, ...], members: tuple[AnyClaim, ...]) -> bool:
    """Whether a circle runs through an event of which its claims do not speak; another then runs past that event."""
    spoken_of = {ORIGIN[1], *(event.id for event in events_of(members))}
    return any(edge.tail[1] not in spoken_of for edge in circle)


def _rule(members: tuple[AnyClaim, ...], background: Background) -> Rule:
    if {background.role(claim) for claim in members} == {"duration"}:
        return "durations"
    same = len({claim.event for claim in members}) == 1
    return "dates" if same and all(background.role(claim) != "duration" for claim in members) else "order"


class Network:
    """The claims on time as edges, with those that the background adds for the events they speak of."""

    def __init__(self, claims: tuple[AnyClaim, ...], background: Background, hearing: Hearing) -> None:
        self.background = background
        self.hearing = hearing
        self.floors: list[Edge] = []
        self.ceilings: dict[Variable, list[Edge]] = {}
        self.entering: dict[Variable, list[Edge]] = {}
        for edge in self._edges(claims):
            if edge.head == ORIGIN:
                self.floors.append(edge)
            elif edge.tail == ORIGIN:
                self.ceilings.setdefault(edge.head, []).append(edge)
            else:
                self.entering.setdefault(edge.head, []).append(edge)
        for edges in self.ceilings.values():
            edges.sort(key=_most)

    def _edges(self, claims: tuple[AnyClaim, ...]) -> Iterator[Edge]:
        for claim in claims:
            for line in said(claim, self.background, self.hearing):
                yield Edge.of(line, claim)
        for event in events_of(claims):
            yield from map(Edge.of, always(event))

    # --- circles that cannot close

    def circles(self, budget: Budget) -> Iterator[tuple[Edge, ...]]:
        """Every simple circle of edges that adds up to less than nothing."""
        for floor in self.floors:
            for path in self._paths_to(floor.tail, (floor,), budget):
                ceilings = self.ceilings.get(path[0].tail, [])
                above = -sum(edge.most for edge in path)
                for ceiling in ceilings[: bisect_left(ceilings, above, key=_most)]:
                    yield (ceiling, *path)
        for edges in self.entering.values():
            for last in edges:
                if last.most < 0:
                    yield from self._closed(last, budget)

    def _closed(self, last: Edge, budget: Budget) -> Iterator[tuple[Edge, ...]]:
        """The circles that do not touch the calendar: durations that do not fit each other."""
        for path in self._paths_to(last.tail, (last,), budget):
            if path[0].tail == last.head and sum(edge.most for edge in path) < 0:
                yield path

    def _paths_to(self, at: Variable, path: tuple[Edge, ...], budget: Budget) -> Iterator[tuple[Edge, ...]]:
        """Every simple path that ends with the given one, itself first; `at` is where it now begins."""
        if not budget.step():
            return
        yield path
        if at == path[-1].head:
            return
        visited = {edge.tail for edge in path}
        for edge in self.entering.get(at, ()):
            if edge.tail not in visited:
                yield from self._paths_to(edge.tail, (edge, *path), budget)

    # --- worlds

    def world(self, claims: tuple[AnyClaim, ...]) -> World | None:
        """Days on which these claims are all true; None where there are none."""
        edges = [*self._edges(claims)]
        days = {variable: 0 for edge in edges for variable in (edge.tail, edge.head)}
        for _ in range(len(days) + 1):
            if not sum(_relax(edge, days) for edge in edges):
                zero = days.pop(ORIGIN, 0)
                return tuple((variable, day - zero) for variable, day in sorted(days.items()))
        return None


def _relax(edge: Edge, days: dict[Variable, int]) -> bool:
    """Move the head of an edge back where it lies too late; whether it had to be."""
    late = days[edge.head] > days[edge.tail] + edge.most
    if late:
        days[edge.head] = days[edge.tail] + edge.most
    return late


def _most(edge: Edge) -> int:
    return edge.most
