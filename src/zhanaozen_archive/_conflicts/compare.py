"""Two claims side by side: whether they exclude each other, agree, replace one another, or speak of other things."""

from __future__ import annotations

from itertools import product
from typing import Literal

from attrs import frozen

from zhanaozen_archive._conflicts.conflict import Conflict
from zhanaozen_archive._conflicts.detect import search
from zhanaozen_archive._conflicts.revisions import Revision, revisions
from zhanaozen_archive._conflicts.solving import days_for
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import World
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Count

Axis = Literal["modality", "event", "property", "place", "population", "time"]


@frozen
class Conflicting:
    """The two cannot both be true."""

    conflict: Conflict


@frozen
class Compatible:
    """The two can both be true."""

    world: World
    """Numbers or days with which both are; empty where no number is at stake."""


@frozen
class Incomparable:
    """The two answer different questions, so that one says nothing of the other."""

    axis: Axis
    """What tells the questions apart."""


Comparison = Conflicting | Compatible | Revision | Incomparable


def compare(a: AnyClaim, b: AnyClaim, codebook: Codebook, reading: Reading) -> Comparison:
    """How two claims stand to each other under a reading."""
    for revision in revisions((a, b), codebook, reading):
        return revision
    for conflict in search((a, b), codebook, (reading,)).conflicts:
        return Conflicting(conflict)
    background = Background.of(codebook)
    axis = _axis(a, b, background)
    return Compatible(_world(a, b, background, Hearing.under(reading))) if axis is None else Incomparable(axis)


def _axis(a: AnyClaim, b: AnyClaim, background: Background) -> Axis | None:
    """The first thing that tells the two questions apart; None where they are one, or one lies within the other.

    Where each scope is wider than the other on another axis, it is the first on which they differ.
    """
    if not (a.can_conflict and b.can_conflict):
        return "modality"
    if not (background.timed(a) and background.timed(b) and a.event == b.event):
        if not a.event.is_part_of(b.event) and not b.event.is_part_of(a.event):
            return "event"
        if a.property != b.property:
            return "property"
    if a.scope.is_within(b.scope) or b.scope.is_within(a.scope):
        return None
    axes: tuple[Axis, ...] = ("place", "population", "time")
    differing = [axis for axis in axes if getattr(a.scope, axis) != getattr(b.scope, axis)]
    return next((axis for axis in differing if not _nested(a.scope, b.scope, axis)), differing[0])


def _nested(one: Scope, other: Scope, axis: Axis) -> bool:
    mine, theirs = (Scope(**{axis: getattr(scope, axis)}) for scope in (one, other))
    return mine.is_within(theirs) or theirs.is_within(mine)


def _world(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> World:
    if isinstance(a.value, Count):
        return _numbers(a, b, background, hearing)
    if not background.timed(a) or a.scope != b.scope or "denied" in (a.polarity, b.polarity):
        return ()
    return days_for((a, b), background, hearing) or ()


def _numbers(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> World:
    """The least numbers with which both are true: each is none at all, a floor, or the first above a denied ceiling."""
    floors = (hearing.count(claim.value, claim.property)[0] for claim in (a, b))
    least = sorted({0, *floors, *(claim.value.high + 1 for claim in (a, b) if claim.value.high is not None)})
    one, other = (a, a.as_of or b.as_of), (b, b.as_of or a.as_of)
    for n, m in product(least, repeat=2):
        if (
            _true(a, n, hearing)
            and _true(b, m, hearing)
            and (n <= m or not background.within(one, other))
            and (m <= n or not background.within(other, one))
        ):
            return tuple(sorted(((("count", a.id), n), (("count", b.id), m))))
    return ()


def _true(claim: AnyClaim, number: int, hearing: Hearing) -> bool:
    """Whether a number fits a claim; to deny a vague one rules out no number."""
    if claim.polarity == "asserted":
        low, high = hearing.count(claim.value, claim.property)
        return low <= number and (high is None or number <= high)
    vague = claim.value.word is not None or claim.value.about is not None
    return bool(vague or number < claim.value.low or (claim.value.high is not None and number > claim.value.high))
