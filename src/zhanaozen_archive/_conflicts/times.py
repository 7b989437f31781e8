"""Times: first and last days of events as a network of differences, and the circles in it that cannot close."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from graphlib import CycleError, TopologicalSorter
from operator import itemgetter
from typing import Any

from zhanaozen_archive._conflicts.alike import Alike
from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, Rivals
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._conflicts.edges import ORIGIN, Edge
from zhanaozen_archive._conflicts.solving import days_for
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    DATED,
    Certificate,
    Inequality,
    Variable,
    World,
    always,
    events_of,
    said,
)
from zhanaozen_archive._model.properties import Property

Path = tuple[Edge, ...]
"""Edges of which each begins where the one before it ends."""
Dates = dict[Variable, dict[Property[Any], list[tuple[int, AnyClaim]]]]
"""The floors or the ceilings that dates set to a variable, by property, with their days, the earliest first."""
_day = itemgetter(0)


def time_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every smallest set of claims whose dates, order and durations cannot all be true."""
    claims = tuple(claims)
    alike = Alike.among(claim for claim in claims if background.role(claim) not in DATED)
    dated = (claim for claim in claims if background.role(claim) in DATED)
    network = Network((*dated, *alike.picked()), background, hearing)
    seen: set[tuple[str, ...]] = set()
    for path in network.paths(budget):
        for dates in network.rivals(path):
            if any(edge.claim for edge in path):
                yield from map(alike.conflicts, _along(path, dates, network, seen, budget))
            else:
                yield from _between(path, dates, network)
    for circle in network.loops(budget):
        yield from map(alike.conflicts, _smallest(circle, network, seen))


def _between(path: Path, dates: Rivals, network: Network) -> Iterator[Bundle]:
    """Two dates with nothing but the background between them: each alone is possible, so that every pair is smallest.

    No pair is met twice: of two dates one ends before the other begins, and through the events that the two speak of
    the background knows one way from the one to the other.
    """
    (_, floor), (_, ceiling) = dates.floors[0], dates.ceilings[0]
    if not _detours(network.circle(path, floor, ceiling)):
        yield Bundle((dates,), partial(_pair, network, path))


def _pair(network: Network, path: Path, floor: AnyClaim, ceiling: AnyClaim) -> Found:
    circle = network.circle(path, floor, ceiling)
    members = _members(circle)
    return _rule(members, network.background), members, partial(_certificate, network, circle, members)


def _along(path: Path, dates: Rivals, network: Network, seen: set[tuple[str, ...]], budget: Budget) -> Iterator[Found]:
    """Two dates with claims on order or length between them."""
    for floor, ceiling in dates:
        if not budget.step():
            return
        yield from _smallest(network.circle(path, floor, ceiling), network, seen)


def _smallest(circle: Path, network: Network, seen: set[tuple[str, ...]]) -> Iterator[Found]:
    """The claims of a circle that cannot close, unless they are known or some of them already cannot all be true."""
    members = _members(circle)
    ids = tuple(claim.id for claim in members)
    if ids not in seen and not _detours(circle):
        seen.add(ids)
        if all(network.world(others) is not None for others in _others(members)):
            yield _rule(members, network.background), members, partial(_certificate, network, circle, members)


def _members(circle: Path) -> tuple[AnyClaim, ...]:
    by_id = {edge.claim.id: edge.claim for edge in circle if edge.claim}
    return tuple(by_id[id_] for id_ in sorted(by_id))


def _others(members: tuple[AnyClaim, ...]) -> Iterator[tuple[AnyClaim, ...]]:
    """The members without each in turn."""
    return (tuple(m for m in members if m != left_out) for left_out in members)


def _certificate(network: Network, circle: Path, members: tuple[AnyClaim, ...]) -> Certificate:
    worlds = tuple(world for others in _others(members) if (world := network.world(others)) is not None)
    return Certificate(tuple(edge.line for edge in circle), worlds)


def _detours(circle: Path) -> bool:
    """Whether a circle runs through an event of which its claims do not speak; another then runs past that event."""
    spoken_of = {ORIGIN[1], *(event.id for event in events_of(_members(circle)))}
    return any(edge.tail[1] not in spoken_of for edge in circle)


def _rule(members: tuple[AnyClaim, ...], background: Background) -> Rule:
    if {background.role(claim) for claim in members} == {"duration"}:
        return "durations"
    same = len({claim.event for claim in members}) == 1
    return "dates" if same and all(background.role(claim) != "duration" for claim in members) else "order"


def _unordered(pairs: Iterable[tuple[Variable, Variable]]) -> set[Variable]:
    """What is on a circle of the pairs, or behind one."""
    sorter, ordered, all_of_them = TopologicalSorter[Variable](), set[Variable](), set[Variable]()
    for one, other in pairs:
        sorter.add(one, other)
        all_of_them |= {one, other}
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        ordered.update(ready)
        sorter.done(*ready)
    return all_of_them - ordered


class Network:
    """The claims on time as edges, with those that the background adds for the events they speak of."""

    def __init__(self, claims: tuple[AnyClaim, ...], background: Background, hearing: Hearing) -> None:
        self.background = background
        self.hearing = hearing
        self.floors: Dates = {}
        self.ceilings: Dates = {}
        self.entering: dict[Variable, list[Edge]] = {}
        for claim in claims:
            if ends := DATED.get(background.role(claim)):
                self._date(claim, *ends)
            else:
                self._connect(Edge.of(line, claim) for line in said(claim, background, hearing))
        for event in events_of(claims):
            self._connect(map(Edge.of, always(event)))
        for by_property in (*self.floors.values(), *self.ceilings.values()):
            for days in by_property.values():
                days.sort(key=_day)

    def _date(self, claim: AnyClaim, *ends: str) -> None:
        """Take in the floor and the ceiling that a date sets; most are in no conflict, and become no edges."""
        days = self.hearing.reach(claim.value)
        for dates, end, day in zip((self.floors, self.ceilings), ends, days, strict=True):
            if day is not None:
                dates.setdefault((end, claim.event.id), {}).setdefault(claim.property, []).append((day, claim))

    def _connect(self, edges: Iterable[Edge]) -> None:
        for edge in edges:
            self.entering.setdefault(edge.head, []).append(edge)

    def leading_to(self, variables: Iterable[Variable]) -> frozenset[Variable]:
        """The days a floor of which can push one of these, themselves among them."""
        before: dict[Variable, list[Variable]] = {}
        for edges in self.entering.values():
            for edge in edges:
                before.setdefault(edge.tail, []).append(edge.head)
        found, waiting = set[Variable](), [*variables]
        while waiting:
            variable = waiting.pop()
            if variable not in found:
                found.add(variable)
                waiting += before.get(variable, ())
        return frozenset(found)

    def circular(self) -> frozenset[Variable]:
        """The days on circles, and those between two of these."""
        pairs = [(edge.tail, edge.head) for edges in self.entering.values() for edge in edges]
        return frozenset(_unordered(pairs) & _unordered((head, tail) for tail, head in pairs))

    # --- circles that cannot close

    def paths(self, budget: Budget) -> Iterator[Path]:
        """Every simple path to a variable that has a floor, with an edge at its end in the place of the floor."""
        for variable in self.floors:
            yield from self._paths_to(variable, (Edge.of(Inequality(((variable, 1),), 0, "")),), budget)

    def rivals(self, path: Path) -> Iterator[Rivals]:
        """The floors at the end of a path that exclude a ceiling at its beginning, by property, and the ceilings."""
        away = sum(edge.most for edge in path)
        for ceilings in self.ceilings.get(path[0].tail, {}).values():
            for floors in self.floors[path[-1].tail].values():
                above = floors[bisect_right(floors, ceilings[0][0] + away, key=_day) :]
                if above:
                    yield Rivals([(day - away, claim) for day, claim in above], ceilings)

    def circle(self, path: Path, floor: AnyClaim, ceiling: AnyClaim) -> Path:
        """A path between two dates, with what these say in the places of its ends."""
        return self.end(ceiling, -1), *path[:-1], self.end(floor, 1)

    def end(self, claim: AnyClaim, factor: int) -> Edge:
        """What a date says of one end: its floor, with the factor 1, or its ceiling."""
        lines = said(claim, self.background, self.hearing)
        return next(Edge.of(line, claim) for line in lines if line.sum[0][1] == factor)

    def loops(self, budget: Budget) -> Iterator[Path]:
        """The circles that do not touch the calendar: durations that do not fit each other."""
        for edges in self.entering.values():
            for last in edges:
                for path in self._paths_to(last.tail, (last,), budget) if last.most < 0 else ():
                    if path[0].tail == last.head and sum(edge.most for edge in path) < 0:
                        yield path

    def _paths_to(self, at: Variable, path: Path, budget: Budget) -> Iterator[Path]:
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
        return days_for(claims, self.background, self.hearing)
