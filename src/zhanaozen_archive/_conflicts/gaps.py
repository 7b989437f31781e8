"""Gaps: dates with gaps and days of the week, against the order and the parts of events.

What is known of the first day of an event goes from one event to the next as a floor: no earlier than a day. Where an
event can have begun on some days only, its floor moves on to the next of them. Where a floor rises above a ceiling, or
no day is left, the claims on the way cannot all be true.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter

from attrs import evolve, field, frozen

from zhanaozen_archive._conflicts.alike import Alike
from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle
from zhanaozen_archive._conflicts.conflict import Rule
from zhanaozen_archive._conflicts.edges import Edge
from zhanaozen_archive._conflicts.solving import Gaps, agree_but_for_gaps, gaps_of, worlds_without
from zhanaozen_archive._conflicts.times import Network
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.calendar import Allowed, anchor, next_day
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import (
    Certificate,
    Inequality,
    Variable,
    jump,
    no_later,
)

Claims = dict[str, AnyClaim]
ANCHORED = 1_000
"""Chains that are followed from one event without a date; a circle of many days of the week has more than can be."""
LAPS = 50
"""Moves to a next day that one chain may make before it is given up."""


def gap_conflicts(
    claims: Iterable[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every smallest set of claims on several events that only gaps keep from being all true.

    Those on the days of one event alone are the calendar's. One claim stands for all that say the same.
    """
    alike = Alike.among(claims)
    picked = alike.picked()
    gaps = gaps_of(picked, background, hearing)
    if not gaps or _one_calendar(picked, background):
        return
    seen: set[tuple[str, ...]] = set()
    for chain in _Search(Network(picked, background, hearing), gaps, budget).chains():
        ids = tuple(sorted(chain.said))
        members = tuple(chain.said[id_] for id_ in ids)
        if ids not in seen and not _one_calendar(members, background):
            seen.add(ids)
            worlds = worlds_without(members, background, hearing)
            if worlds is not None and agree_but_for_gaps(members, background, hearing):
                proof = partial(Certificate, chain.lines, worlds)
                yield alike.conflicts((_rule(members, background), members, proof))


def _one_calendar(members: tuple[AnyClaim, ...], background: Background) -> bool:
    on_days = all(background.role(claim) in ("date", "weekday") for claim in members)
    return on_days and len({claim.event for claim in members}) == 1


def _rule(members: tuple[AnyClaim, ...], background: Background) -> Rule:
    return "calendar" if any(background.role(claim) == "weekday" for claim in members) else "order"


def _without_gaps(left: Allowed) -> Allowed:
    """All days from the first to the last."""
    return Allowed(((left.days[0][0], left.days[-1][1]),))


@frozen
class _Chain:
    """How far claims push a first or last day back."""

    at: tuple[Variable, ...]
    """The days on the way; the last is the one that is pushed."""
    floor: int
    """It is no earlier than this,"""
    without: int
    """and no earlier than this also where dates have no gaps."""
    said: Claims
    lines: tuple[Inequality, ...]
    anchor: tuple[Inequality, ...] = ()
    """On which day it can be taken to begin and, for a circle, to end, where no date is named."""
    laps: int = 0
    last: int = 0
    """How many days it had come by when it last moved to a next one."""
    over: bool = False
    """Whether no day is left."""

    def along(self, edge: Edge) -> _Chain:
        """The chain with one more link."""
        said = self.said if edge.claim is None else self.said | {edge.claim.id: edge.claim}
        at, lines = (*self.at, edge.tail), (*self.lines, edge.line)
        floor, without = self.floor - edge.most, self.without - edge.most
        return _Chain(at, floor, without, said, lines, self.anchor, self.laps, self.last)

    def until(self, ceiling: AnyClaim, line: Inequality) -> _Chain:
        """The chain with the ceiling that it runs into."""
        return evolve(self, said=self.said | {ceiling.id: ceiling}, lines=(*self.lines, line))

    def has_met(self, variable: Variable) -> bool:
        """Whether it came by a day since it last moved on: to come again is no gain, or is in conflict without gaps."""
        return variable in self.at[self.last :]

    def covers(self, other: _Chain) -> bool:
        """Whether it pushes the same day as far as another, with no more claims."""
        return self.anchor == other.anchor and self.floor >= other.floor and self.said.keys() <= other.said.keys()

    def closed(self) -> _Chain | None:
        """The circle, where it comes back to the day that it was taken to begin on, and that has moved on."""
        if not self.anchor or self.at[-1] != self.at[0] or self.floor <= self.anchor[0].least:
            return None
        return evolve(self, lines=(*self.lines, self.anchor[1]), over=True)


@frozen
class _Search:
    """Looks for chains that run into a ceiling."""

    network: Network
    gaps: Gaps
    budget: Budget
    weeks: defaultdict[Variable, Budget] = field(factory=lambda: defaultdict(lambda: Budget(ANCHORED)))
    """For chains without a date, by where they begin."""
    found: dict[str, list[frozenset[str]]] = field(factory=dict)
    """Claims that no day is left by, by one of them."""

    def chains(self) -> Iterator[_Chain]:
        """Every chain that does so because of a gap."""
        near = self.network.leading_to(self.gaps)
        reached: dict[tuple[Variable, str], list[_Chain]] = {}
        sizes = {1: [*self._begun(near), *self._anchored(circular := self._circular())]}
        while sizes:
            for begun in sizes.pop(min(sizes)):
                chain = begun.closed() or self._settled(begun)
                if not self.budget.step():
                    return
                if chain.anchor and not self.weeks[chain.at[0]].step():
                    self.budget.spent = True
                elif chain.over:
                    if self._is_proof(chain):
                        self.found.setdefault(next(iter(chain.said)), []).append(frozenset(chain.said))
                        yield chain
                elif not self._is_idle(chain, reached):
                    reached.setdefault((chain.at[-1], next(iter(chain.said))), []).append(chain)
                    yield from () if chain.anchor else self._ends(chain)
                    for longer in self._on(chain, circular if chain.anchor else near):
                        sizes.setdefault(len(longer.said), []).append(longer)

    def _is_proof(self, chain: _Chain) -> bool:
        """Whether it begins where the proof has to; if not, the same claims are found from there."""
        return chain.anchor == anchor(chain.said.values(), self.network.background, self.network.hearing)

    def _is_idle(self, chain: _Chain, reached: Mapping[tuple[Variable, str], list[_Chain]]) -> bool:
        """Whether another goes as far, or some of its claims leave no day, so that it ends in no other smallest set."""
        others = (other for id_ in chain.said for other in reached.get((chain.at[-1], id_), ()))
        found = (ids for id_ in chain.said for ids in self.found.get(id_, ()))
        return any(ids <= chain.said.keys() for ids in found) or any(other.covers(chain) for other in others)

    def _begun(self, near: frozenset[Variable]) -> Iterator[_Chain]:
        """A chain from each floor that can push the first day of an event with gaps."""
        for variable, by_property in self.network.floors.items():
            for floors in by_property.values() if variable in near else ():
                for day, claim in floors:
                    yield _Chain((variable,), day, day, {claim.id: claim}, (self.network.end(claim, 1).line,))

    def _ends(self, chain: _Chain) -> Iterator[_Chain]:
        """The chain with each ceiling that it runs into, and would not run into without the gaps."""
        for ceilings in self.network.ceilings.get(chain.at[-1], {}).values():
            if not _one_calendar((*chain.said.values(), ceilings[0][1]), self.network.background):
                first, last = (bisect_left(ceilings, at, key=itemgetter(0)) for at in (chain.without, chain.floor))
                for _, claim in ceilings[first:last]:
                    yield chain.until(claim, self.network.end(claim, -1).line)

    def _on(self, chain: _Chain, near: frozenset[Variable]) -> Iterator[_Chain]:
        """The chain with one more link, or with one more claim that moves its floor to a later day."""
        at = chain.at[-1]
        for edge in self.network.entering.get(at, ()):
            if ((chain.laps and not chain.anchor) or edge.tail in near) and not chain.has_met(edge.tail):
                yield chain.along(edge)
        for _, claims in self._known(chain):
            moved = self._settled(evolve(chain, said=chain.said | claims))
            if moved.over or moved.floor > chain.floor:
                yield moved

    def _settled(self, chain: _Chain) -> _Chain:
        """The chain with its floor on the first day that its claims leave, or beyond all of them."""
        if chain.over or chain.laps > LAPS:
            self.budget.spent |= not chain.over
            return chain
        known = [days for days, claims in self._known(chain) if claims.keys() <= chain.said.keys()]
        day = next_day(known, chain.floor)
        if day == chain.floor or next_day(map(_without_gaps, known), chain.without) is None:
            return chain
        if day is None:
            return evolve(chain, over=True, lines=(*chain.lines, no_later(chain.at[-1], chain.floor)))
        lines = (*chain.lines, jump(day - chain.floor))
        return evolve(chain, floor=day, lines=lines, laps=chain.laps + 1, last=len(chain.at) - 1)

    def _known(self, chain: _Chain) -> Iterable[tuple[Allowed, Claims]]:
        """What claims leave of the days that the chain has come to; where no date is named, days of the week alone."""
        known = self.gaps.get(chain.at[-1], ())
        return [each for each in known if each[0].weekday] if chain.anchor else known

    def _circular(self) -> frozenset[Variable]:
        """The days on circles of order, where several days of the week are named, so that these can differ in one."""
        named = {left.weekday for known in self.gaps.values() for left, _ in known} - {None}
        return self.network.circular() if len(named) > 1 else frozenset()

    def _anchored(self, circular: frozenset[Variable]) -> Iterator[_Chain]:
        """A chain from each event on a circle of which a day of the week is named, as if it had begun in some week."""
        for at, known in self.gaps.items():
            for left, claims in known if at in circular else ():
                if left.weekday and len(claims) == 1:
                    begin, end = anchor(claims.values(), self.network.background, self.network.hearing)
                    yield _Chain((at,), begin.least, begin.least, claims, (begin,), (begin, end))
