"""Times: first and last days of events as a network of differences, and the circles in it that cannot close."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.conflict import Certificate, Found, Rule
from zhanaozen_archive._conflicts.hearing import Hearing
from zhanaozen_archive._conflicts.linear import Inequality, Variable, World
from zhanaozen_archive._conflicts.question import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event

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
    because: str

    def inequality(self) -> Inequality:
        """The same, as a sum that is at least a number."""
        ends = ((self.tail, 1), (self.head, -1))
        return Inequality(tuple(end for end in ends if end[0] != ORIGIN), -self.most, self.because)


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
    return Certificate(tuple(edge.inequality() for edge in circle), worlds)


def _detours(circle: tuple[Edge, ...], members: tuple[AnyClaim, ...]) -> bool:
    """Whether a circle runs through an event of which its claims do not speak; another then runs past that event."""
    spoken_of = {ORIGIN[1], *(event.id for event in _events(members))}
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
        for edge in (*self._said(claims), *_given(_events(claims))):
            if edge.head == ORIGIN:
                self.floors.append(edge)
            elif edge.tail == ORIGIN:
                self.ceilings.setdefault(edge.head, []).append(edge)
            else:
                self.entering.setdefault(edge.head, []).append(edge)
        for edges in self.ceilings.values():
            edges.sort(key=_most)

    def _said(self, claims: Iterable[AnyClaim]) -> Iterator[Edge]:
        for claim in claims:
            first, last = ("start", claim.event.id), ("end", claim.event.id)
            match self.background.role(claim):
                case "date":
                    yield from self._between(claim, first, last)
                case "start":
                    yield from self._between(claim, first, first)
                case "end":
                    yield from self._between(claim, last, last)
                case "duration":
                    low, high = self.hearing.nights(claim.value)
                    yield Edge(last, first, -low, claim, claim.id)
                    if high is not None and claim.as_of is None:
                        yield Edge(first, last, high, claim, claim.id)
                case "after":
                    yield Edge(first, ("start", claim.value.id), 0, claim, claim.id)
                case "before":
                    yield Edge(("start", claim.value.id), first, 0, claim, claim.id)

    def _between(self, claim: AnyClaim, first: Variable, last: Variable) -> Iterator[Edge]:
        """The first of the variables lies not before, the last not after the days of a date."""
        days = self.hearing.days(claim.value)
        if (earliest := days[0][0]) is not None:
            yield Edge(first, ORIGIN, -earliest, claim, claim.id)
        if (latest := days[-1][1]) is not None:
            yield Edge(ORIGIN, last, latest, claim, claim.id)

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
        edges = [*self._said(claims), *_given(_events(claims))]
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


def _events(claims: Iterable[AnyClaim]) -> tuple[Event, ...]:
    """The events that claims speak of, and those that these are parts of."""
    found: dict[str, Event] = {}
    for claim in claims:
        for named in (claim.event, claim.value):
            event = named if isinstance(named, Event) else None
            while event is not None and event.id not in found:
                found[event.id] = event
                event = event.part_of
    return tuple(found.values())


def _given(events: Iterable[Event]) -> Iterator[Edge]:
    """An event ends no earlier than it begins, and its parts lie within it."""
    for event in events:
        first, last = ("start", event.id), ("end", event.id)
        yield Edge(last, first, 0, None, "an event ends no earlier than it begins")
        if event.part_of is not None:
            whole = event.part_of.id
            yield Edge(first, ("start", whole), 0, None, "a part begins no earlier than its whole")
            yield Edge(("end", whole), last, 0, None, "a part ends no later than its whole")
