"""Days on which claims on times are all true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from zhanaozen_archive._conflicts.edges import ORIGIN, Edge, edges_of
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.calendar import Allowed, days_known, every_year, next_day, one_day_of_year, yearly_pair
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import Variable, World

Gaps = dict[Variable, list[tuple[Allowed, dict[str, AnyClaim]]]]
"""For the first day of an event, the days that claims leave of all, where these are no single stretch."""
Known = dict[Variable, tuple[Allowed, ...]]
"""The same, but for the claims."""
Pair = tuple[Variable, Variable]
"""The first days of two events that share a day of the year."""
WEEK, ROUNDS = 7, 1000


def gaps_of(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> Gaps:
    """The days left for the first day of each event, where they are no single stretch, each time with who says so."""
    gaps: Gaps = {}
    for event, days, resting in days_known(claims, background, hearing):
        if days.has_gaps:
            gaps.setdefault(("start", event.id), []).append((days, {claim.id: claim for claim in resting}))
    return gaps


def worlds_without(members: tuple[AnyClaim, ...], background: Background, hearing: Hearing) -> tuple[World, ...] | None:
    """For each claim, days on which all others are true; None where for one there are none."""
    worlds = []
    for left_out in members:
        world = days_for([member for member in members if member is not left_out], background, hearing)
        if world is None:
            return None
        worlds.append(world)
    return tuple(worlds)


def days_for(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> World | None:
    """Days on which these claims are all true; None where there are none."""
    claims = tuple(claims)
    edges = tuple(edges_of(claims, background, hearing))
    yearly = [pair for claim in claims if (pair := yearly_pair(claim, background))]
    pairs = [(("start", one.id), ("start", other.id)) for one, other in yearly]
    known = {at: tuple(days for days, _ in left) for at, left in gaps_of(claims, background, hearing).items()}
    found = _paired(edges, known, pairs) if known or pairs else _freely(edges)
    return None if found is None else tuple(sorted(found.items()))


def agree_but_for_gaps(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> bool:
    """Whether these claims could all be true if days that are left out between others were left as well."""
    return _freely(tuple(edges_of(claims, background, hearing))) is not None


def _freely(edges: Sequence[Edge]) -> dict[Variable, int] | None:
    """Days where none is left out between others."""
    days = {variable: 0 for edge in edges for variable in (edge.tail, edge.head)}
    for _ in range(len(days) + 1):
        late = [edge for edge in edges if _pulled(edge, days)]
        if not late:
            zero = days.pop(ORIGIN, 0)
            return {variable: day - zero for variable, day in days.items()}
    return None


def _pulled(edge: Edge, days: dict[Variable, int]) -> bool:
    """Move the head of an edge back where it lies too late; whether it had to be."""
    late = days[edge.head] > days[edge.tail] + edge.most
    if late:
        days[edge.head] = days[edge.tail] + edge.most
    return late


def _paired(edges: Sequence[Edge], known: Known, pairs: Sequence[Pair]) -> dict[Variable, int] | None:
    """The earliest days, each second of a pair on the day of the year of the first, or the other way about."""
    days = _earliest(edges, known)
    if days is None:
        return None
    broken = next((pair for pair in pairs if not _shared(pair, days)), None)
    if broken is None:
        return days
    rest = [pair for pair in pairs if pair != broken]
    for one, other in (broken, broken[::-1]):
        shared = every_year(Allowed(((days[one], days[one]),)))
        found = _paired(edges, known | {other: (*known.get(other, ()), shared)}, rest)
        if found is not None and all(_shared(pair, found) for pair in pairs):
            return found
    return None


def _shared(pair: Pair, days: dict[Variable, int]) -> bool:
    return one_day_of_year(days[variable] for variable in pair)


def _earliest(edges: Sequence[Edge], known: Known) -> dict[Variable, int] | None:
    """The earliest days from some day on before which no claim looks; None where there are none."""
    variables = {variable for edge in edges for variable in (edge.tail, edge.head)}
    ends = [edge.most if edge.tail == ORIGIN else -edge.most for edge in edges if ORIGIN in (edge.tail, edge.head)]
    ends += [int(end) for allowed in known.values() for left in allowed for end in left.days[0] if abs(end) < inf]
    room = sum(abs(edge.most) for edge in edges if ORIGIN not in (edge.tail, edge.head)) + WEEK * len(variables)
    days = dict.fromkeys(variables - {ORIGIN}, min(ends, default=1) - room)
    for _ in range(ROUNDS):
        moved = [_pushed(edge, days) for edge in edges if edge.tail != ORIGIN]
        for variable, allowed in known.items():
            day = next_day(allowed, days[variable])
            if day is None:
                return None
            moved.append(day > days[variable])
            days[variable] = day
        if any(days[edge.head] > edge.most for edge in edges if edge.tail == ORIGIN):
            return None
        if not any(moved):
            return days
    return None


def _pushed(edge: Edge, days: dict[Variable, int]) -> bool:
    """Move the tail of an edge on where it lies too early; whether it had to be."""
    least = days.get(edge.head, 0) - edge.most
    early = days[edge.tail] < least
    if early:
        days[edge.tail] = least
    return early
