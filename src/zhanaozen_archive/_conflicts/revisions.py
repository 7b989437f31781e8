"""Revisions: later words that replace earlier ones. They are history, and no conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Literal

from attrs import frozen

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Count

Kind = Literal["revised", "overtaken"]


@frozen
class Revision:
    """A later word in place of an earlier one."""

    kind: Kind
    """`revised` where the later words say so themselves; `overtaken` where a count that can only grow has outgrown an
    earlier ceiling, told with the first to do so."""
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
        for earlier, later in _first_above(asked, hearing):
            yield Revision("overtaken", earlier, later, growing[earlier.property] or "")


def _first_above(claims: list[AnyClaim], hearing: Hearing) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """Each claim with the first of a later day above its ceiling, in n log n: the lowest ceiling waits in front."""
    heard = [(claim, *hearing.count(claim.value, claim.property)) for claim in claims]
    floors = [(day.ordinal, c.id, low, c) for c, low, _ in heard if (day := _first_day(c))]
    ceilings = [(day.ordinal, c.id, high, c) for c, _, high in heard if high is not None and (day := _last_day(c))]
    waiting: list[tuple[int, str, AnyClaim]] = []
    ceilings.sort(key=_in_time, reverse=True)
    for first, _, low, later in sorted(floors, key=_in_time):
        while ceilings and ceilings[-1][0] < first:
            _, id_, high, earlier = ceilings.pop()
            heappush(waiting, (high, id_, earlier))
        while waiting and waiting[0][0] < low:
            yield heappop(waiting)[2], later


def _in_time(bound: tuple[int, str, int, AnyClaim]) -> tuple[int, str]:
    return bound[:2]


def _first_day(claim: AnyClaim) -> Day | None:
    first = claim.as_of.earliest if claim.as_of else None
    return first if isinstance(first, Day) else None


def _last_day(claim: AnyClaim) -> Day | None:
    last = claim.as_of.latest if claim.as_of else None
    return last if isinstance(last, Day) else None
