"""The toll picture: who gives which number, in which words, on one scale."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._model.claims import AnyClaim, Claim
from zhanaozen_archive._model.values import Count
from zhanaozen_archive._pictures import wording
from zhanaozen_archive._pictures.chart import Chart, Row
from zhanaozen_archive._pictures.marks import Scale
from zhanaozen_archive._pictures.picture import Picture
from zhanaozen_archive.errors import InvalidValue


def toll(claims: Iterable[Claim[Count]], title: str | None = None) -> Picture:
    """A row with a bar for each claim: who says it, via whom, how many, in which words.

    A dot is a number that was said, a line what lies between two that were said; a dotted line goes where the words
    set no bound. No middle is drawn, and no value chosen. A denied number, a demand and a prediction have words only.

    Args:
        claims: Claims whose values are counts, in the order to show them in.
        title: What is shown; None for what the claims are about.

    Raises:
        InvalidValue: The value of a claim is no count.
    """
    shown = tuple(claims)
    for claim in shown:
        if not isinstance(claim.value, Count):
            raise InvalidValue(f"a toll is made of counts, and {claim.id!r} gives none: {claim.property} is no number")
    scale = Scale.of(claim.value for claim in shown if claim.is_live_assertion)
    several = len({claim.event for claim in shown}) > 1
    rows = tuple(_row(claim, scale, several=several) for claim in shown)
    return Chart(title or wording.question(shown), ("Who says so", "In their words"), scale.ticks, rows)


def _row(claim: Claim[Count], scale: Scale, *, several: bool) -> Row:
    mark = scale.mark(claim.value) if claim.is_live_assertion else None
    detail = f"on {claim.event}, {_via(claim)}" if several else _via(claim)
    return Row(str(claim.root), detail, mark, wording.told(claim), wording.quoted(claim))


def _via(claim: AnyClaim) -> str:
    """The voices between the root and the reader, the nearest to the root first, and the source."""
    passed = [str(step.agent) for step in reversed(claim.attribution[:-1])]
    return f"via {', '.join([*passed, claim.source.key])}"
