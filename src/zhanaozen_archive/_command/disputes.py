"""How disputes are laid out: claims on one scale, and below them the conflicts that are no mere pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from math import inf
from typing import Any

from zhanaozen_archive._command import wording
from zhanaozen_archive._command.citing import in_text
from zhanaozen_archive._command.layout import indented, longest, many, page, rest
from zhanaozen_archive._command.output import Heading
from zhanaozen_archive._command.proofs import apart
from zhanaozen_archive._conflicts import Conflict, Dispute, Position
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.values import Count
from zhanaozen_archive._pictures import characters
from zhanaozen_archive._pictures.marks import Scale

PAIR = 2
COMMONEST = 10
"""Values of a crowded question that are shown."""


def is_count(dispute: Dispute) -> bool:
    """Whether its claims are drawn as bars."""
    return dispute.property.kind == "count"


def heading(dispute: Dispute) -> Iterator[str]:
    """The event and the property."""
    yield from map(Heading, indented(f"{dispute.event}: {dispute.property}", 0))


def full(dispute: Dispute, claims: Sequence[AnyClaim]) -> Iterator[str]:
    """The claims of a dispute, numbered in the order given, each with its value, its words and its rivals."""
    yield from heading(dispute)
    yield from indented(_summary(dispute), 0)
    left = longest([f"via {claim.source.key}" for claim in claims])
    taken = (longest([str(len(claims))]), left, middle := page() // 5)
    widths = (*taken, rest(*taken))
    scale = Scale.of(claim.value for claim in claims if isinstance(claim.value, Count))
    ticks = characters.scale((scale.ticks[0], scale.ticks[-1]), middle) if is_count(dispute) else ""
    yield from characters.columns([("", "", ticks, "")], widths)
    rivals = _rivals(dispute, claims)
    for number, claim in enumerate(claims, 1):
        row = (str(number), _who(claim, rivals[claim.id]), _value(claim, scale, middle), _said(claim, dispute))
        yield from characters.columns([row], widths)
    for conflict in dispute.conflicts:
        yield from _together(conflict, claims)


def counted(dispute: Dispute) -> Iterator[str]:
    """How many conflicts there are that are not listed."""
    certain = dict(dispute.sizes).get("strict", 0)
    for crowd in dispute.crowds:
        known = f", {certain:,} of them certain" if certain and crowd.grade == "conventional" else ""
        told = f"{many(crowd.size, 'conflict')} under {crowd.reading.id}{known}"
        yield from indented(f"Counted, not listed: {told}; the widest stands for all.", 0)


def said_in_all(dispute: Dispute) -> Iterator[str]:
    """What all claims on the question say, the commonest first."""
    commonest = sorted(dispute.positions, key=lambda position: -len(position.claims))
    rows = [_position(position) for position in commonest[:COMMONEST]]
    width = longest([row[0] for row in rows])
    yield from indented(f"What all {many(len(dispute.answers), 'claim')} on it say:", 0)
    yield from characters.columns(rows, (width, rest(width)))
    if len(commonest) > COMMONEST:
        yield from indented(f"and {many(len(commonest) - COMMONEST, 'other value')}", 0)


def _position(position: Position[Any]) -> tuple[str, str]:
    """How many claims and voices say it, and what they say."""
    held = f"{many(len(position.claims), 'claim')}, {many(len(position.roots), 'voice')}"
    return held, wording.value(position.claims[0])


def _summary(dispute: Dispute) -> str:
    """How many claims and conflicts there are, how far apart, under which readings if not all, and the event's id."""
    facts = [f"{many(len(dispute.claims), 'claim')} in {many(len(dispute.conflicts), 'conflict')}"]
    facts += filter(None, [apart(dispute.conflicts), under(dispute.conflicts)])
    return f"{', '.join(facts)} ({dispute.event.id})"


def under(conflicts: Iterable[Conflict]) -> str:
    """The readings that conflicts need; empty where the strict one does."""
    needed = dict.fromkeys(id_ for c in conflicts if c.grade == "conventional" for id_ in c.readings)
    return f"under {' or '.join(needed)}" if needed else ""


def numbered(conflict: Conflict, claims: Sequence[AnyClaim]) -> str:
    """The numbers of the claims of a conflict: "1, 3 and 4"."""
    *first, last = [str(n) for n, claim in enumerate(claims, 1) if claim in conflict.claims]
    return f"{', '.join(first)} and {last}"


def _together(conflict: Conflict, claims: Sequence[AnyClaim]) -> Iterator[str]:
    """What the columns cannot show: sets of more than two, and sentences that contradict themselves."""
    if conflict.kind == "finding":
        yield from indented(f"{numbered(conflict, claims)}: one sentence that contradicts itself", 0)
    if len(conflict.claims) > PAIR:
        gap = apart([conflict])
        yield from indented(f"{numbered(conflict, claims)} cannot all be true together{f' ({gap})' if gap else ''}", 0)


def _rivals(dispute: Dispute, claims: Sequence[AnyClaim]) -> dict[str, list[int]]:
    """For each claim, by its id, the numbers of the claims that it alone excludes."""
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    found: dict[str, set[int]] = {claim.id: set() for claim in claims}
    for conflict in dispute.conflicts:
        for one, other in permutations(conflict.claims) if len(conflict.claims) == PAIR else ():
            found[one.id].add(numbers[other.id])
    return {id_: sorted(against) for id_, against in found.items()}


def _who(claim: AnyClaim, rivals: Sequence[int]) -> tuple[str, ...]:
    """Who says it, in which source, and the numbers of the claims that it alone excludes."""
    told = (f"against {', '.join(map(str, rivals))}",) if rivals else ()
    return str(claim.root), f"via {claim.source.key}", *told


def _value(claim: AnyClaim, scale: Scale, width: int) -> str:
    if isinstance(claim.value, Count) and claim.polarity == "asserted":
        return characters.bar(scale.mark(claim.value), width)
    return wording.value(claim)


def _said(claim: AnyClaim, dispute: Dispute) -> tuple[str, ...]:
    """The words, what they are about where that is something else, what they are narrowed to, and how to cite them.

    A value without words stands in its own column.
    """
    shown = wording.words(claim) if claim.words or isinstance(claim.value, Count) else ""
    asked = (claim.event, claim.property) == (dispute.event, dispute.property)
    about = "" if asked else f"on {claim.event.id}, {claim.property}"
    return tuple(filter(None, (shown, about, wording.scope(claim), in_text(claim))))


def by_value(claim: AnyClaim) -> tuple[float, float, str]:
    """Puts numbers in order, and other values beside their like."""
    value = claim.value
    if isinstance(value, Count):
        return value.low, inf if value.high is None else value.high, claim.id
    return 0, 0, f"{value} {claim.polarity} {claim.id}"
