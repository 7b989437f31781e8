"""Revisions: later words that replace earlier ones. They are history, and no conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from operator import itemgetter
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
_Bound = tuple[int, str, int, AnyClaim]
"""The day from which a floor holds, or up to which a ceiling does; the id of the claim, the number, the claim."""
_in_time = itemgetter(0, 1)


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
    questions: dict[object, list[tuple[AnyClaim, Period]]] = {}
    for claim in claims:
        counts = claim.property in growing and claim.is_live_assertion and isinstance(claim.value, Count)
        if counts and (time := claim.as_of):
            questions.setdefault((claim.event, claim.property, claim.scope), []).append((claim, time))
    for asked in questions.values():
        for earlier, later in _first_above(asked, hearing):
            yield Revision("overtaken", earlier, later, growing[earlier.property])


def _first_above(claims: list[tuple[AnyClaim, Period]], hearing: Hearing) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """Each claim with the first of a later day above its ceiling, in n log n: the lowest ceiling waits in front."""
    floors: list[_Bound] = []
    ceilings: list[_Bound] = []
    for claim, time in claims:
        low, high = hearing.count(claim.value, claim.property)
        if isinstance(time.earliest, Day):
            floors.append((time.earliest.ordinal, claim.id, low, claim))
        if isinstance(time.latest, Day) and high is not None:
            ceilings.append((time.latest.ordinal, claim.id, high, claim))
    waiting: list[tuple[int, str, AnyClaim]] = []
    ceilings.sort(key=_in_time, reverse=True)
    for first, _, low, later in sorted(floors, key=_in_time):
        while ceilings and ceilings[-1][0] < first:
            _, id_, high, earlier = ceilings.pop()
            heappush(waiting, (high, id_, earlier))
        while waiting and waiting[0][0] < low:
            yield heappop(waiting)[2], later
