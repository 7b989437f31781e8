"""Revisions: later words that replace earlier ones. They are history, and no conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from attrs import frozen

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Count

Kind = Literal["revised", "overtaken"]


@frozen
class Revision:
    """A later word in place of an earlier one."""

    kind: Kind
    """`revised` where the later words say so themselves; `overtaken` where a count that can only grow has outgrown an
    earlier ceiling."""
    earlier: AnyClaim
    later: AnyClaim
    because: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.earlier.id} → {self.later.id} ({self.because})"


def revisions(claims: Iterable[AnyClaim], codebook: Codebook, reading: Reading) -> tuple[Revision, ...]:
    """Every revision among the claims, by the ids of the earlier and the later."""
    claims = tuple(claims)
    found = [*_revised(claims), *_overtaken(claims, codebook, Hearing.under(reading))]
    return tuple(sorted(found, key=lambda r: (r.earlier.id, r.later.id)))


def _revised(claims: tuple[AnyClaim, ...]) -> Iterator[Revision]:
    by_id = {claim.id: claim for claim in claims}
    for later in claims:
        for id_ in later.supersedes:
            if id_ in by_id:
                yield Revision("revised", by_id[id_], later, later.supersedes_because or "")


def _overtaken(claims: tuple[AnyClaim, ...], codebook: Codebook, hearing: Hearing) -> Iterator[Revision]:
    growing = {d.property: d.cumulative for d in codebook.definitions if d.cumulative}
    questions: dict[object, list[AnyClaim]] = {}
    for claim in claims:
        if claim.property in growing and claim.as_of and claim.is_live_assertion and isinstance(claim.value, Count):
            questions.setdefault((claim.event, claim.property, claim.scope), []).append(claim)
    for asked in questions.values():
        for a, b in combinations(asked, 2):
            for earlier, later in ((a, b), (b, a)):
                ceiling, floor = hearing.count(earlier.value)[1], hearing.count(later.value)[0]
                if ceiling is not None and ceiling < floor and _before(earlier.as_of, later.as_of):
                    yield Revision("overtaken", earlier, later, growing[earlier.property] or "")


def _before(early: Period | None, late: Period | None) -> bool:
    """Whether one time certainly lies before another."""
    last, first = early and early.latest, late and late.earliest
    return isinstance(last, Day) and isinstance(first, Day) and last < first
