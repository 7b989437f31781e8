"""Proving a conflict from its certificate alone. Shares no code with the search: it rests on nothing but the model.

All that claims and the background say of numbers and days is written out as facts: sums that are at least a number. A
certificate holds if its inequalities follow from the facts of all claims and add up to "nothing is at least one", and
if the facts of all claims but one are true in the world given for that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import inf
from typing import Any

from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Place
from zhanaozen_archive._model.values import Count, Duration, Term

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"hours": (1 / 24, 1 / 24), "days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}
Fact = tuple[dict[Any, int], float]


class Checker:
    """Checks one conflict: its `claims`, `certificate`, `reading` and `codebook`."""

    def __init__(self, conflict: Any) -> None:
        """Take the conflict; nothing of it is believed but its claims."""
        self.claims = sorted({claim.id: claim for claim in conflict.claims}.values(), key=lambda claim: claim.id)
        self.proof = conflict.certificate
        self.reading = conflict.reading
        self.codebook = conflict.codebook
        self.definitions = {d.property.id: d for d in conflict.codebook.definitions}
        self.roles = {id_: d.role for id_, d in self.definitions.items()}

    def holds(self) -> bool:
        """Whether the certificate proves that the claims are a smallest set that cannot all be true."""
        if any(claim.modality != "asserted" or claim.property.id not in self.roles for claim in self.claims):
            return False
        if not self.proof.refutation and not self.proof.worlds:
            return len(self.claims) == 2 and self._exclude(*self.claims)  # noqa: PLR2004
        if len(self.claims) < 2 or any(claim.polarity == "denied" for claim in self.claims):  # noqa: PLR2004
            return False
        return (self._adds_up() if self.proof.refutation else self._no_day()) and self._worlds_hold()

    def _adds_up(self) -> bool:
        facts = list(self._facts(self.claims))
        total: Counter[Any] = Counter()
        for line in self.proof.refutation:
            terms = dict(line.sum)
            if len(terms) < len(line.sum) or not any(terms == sum_ and line.least <= least for sum_, least in facts):
                return False
            total.update(terms)
        return not any(total.values()) and sum(line.least for line in self.proof.refutation) > 0

    def _worlds_hold(self) -> bool:
        worlds = [dict(world) for world in self.proof.worlds]
        others = [[claim for claim in self.claims if claim is not left_out] for left_out in self.claims]
        return len(worlds) == len(others) and all(map(self._true, others, worlds))

    def _true(self, claims: list[Any], world: dict[Any, int]) -> bool:
        facts = list(self._facts(claims))
        return (
            all(variable in world for sum_, _ in facts for variable in sum_)
            and all(
                sum(factor * world[variable] for variable, factor in sum_.items()) >= least for sum_, least in facts
            )
            and all(self._on(claim, world["start", claim.event.id]) for claim in claims if self._dated(claim))
        )

    # --- what is known of numbers and days

    def _facts(self, claims: list[Any]) -> Iterator[Fact]:
        counted = [claim for claim in claims if isinstance(claim.value, Count)]
        for whole in counted:
            yield from self._range({("count", whole.id): 1}, {("count", whole.id): -1}, self._bounds(whole.value))
            parts = [part for part in counted if part is not whole and self._within(part, whole)]
            for chosen in (chosen for size in range(1, len(counted)) for chosen in combinations(parts, size)):
                if all(self._addable(a, b) for a, b in combinations(chosen, 2)):
                    yield {("count", whole.id): 1} | {("count", part.id): -1 for part in chosen}, 0
        timed = [claim for claim in claims if self.roles[claim.property.id]]
        if len({claim.scope for claim in timed}) == 1:
            for claim in timed:
                yield from self._said_of_time(claim)
            yield from _order({event for claim in timed for event in _events(claim)})

    def _said_of_time(self, claim: Any) -> Iterator[Fact]:
        start, end = ("start", claim.event.id), ("end", claim.event.id)
        match self.roles[claim.property.id]:
            case "date" | "start" | "end" as role:
                spans = self._spans(claim.value)
                first, last = end if role == "end" else start, start if role == "start" else end
                yield from self._range({first: 1}, {last: -1}, (spans[0][0], spans[-1][1]))
            case "duration":
                (low, high), (fewest, most) = self._bounds(claim.value.count), _DAYS[claim.value.unit]
                least = low // 24 if claim.value.unit == "hours" else max(0, low * fewest - 1)
                ceiling = inf if claim.as_of or high == inf else -(-high // 24) if most < 1 else high * most
                yield from self._range({end: 1, start: -1}, {start: 1, end: -1}, (least, ceiling))
            case "after":
                yield _at_least(start, ("start", claim.value.id))
            case "before":
                yield _at_least(("start", claim.value.id), start)

    @staticmethod
    def _range(floor: dict[Any, int], ceiling: dict[Any, int], bounds: tuple[float, float]) -> list[Fact]:
        return [(sum_, n) for sum_, n in ((floor, bounds[0]), (ceiling, -bounds[1])) if n > -inf]

    # --- what has nothing in common

    def _dated(self, claim: Any) -> bool:
        return self.roles[claim.property.id] in ("date", "weekday")

    def _on(self, claim: Any, day: float) -> bool:
        """Whether an event can have begun on the day, by a claim on its date or its day of the week."""
        if self.roles[claim.property.id] == "weekday":
            return bool(_WEEK[int(day - 1) % 7] == claim.value.id)
        return any(first <= day <= last for first, last in self._spans(claim.value))

    def _no_day(self) -> bool:
        """Whether no day fits all claims: the first that does would begin a stretch, or lie within a week of an end."""
        if len({(c.event, c.scope) for c in self.claims}) != 1 or not all(map(self._dated, self.claims)):
            return False
        dates = [claim for claim in self.claims if self.roles[claim.property.id] == "date"]
        ends = {end for claim in dates for span in self._spans(claim.value) for end in span if abs(end) < inf}
        near = {end + step for end in ends for step in range(-7, 8)}
        return bool(near) and not any(all(self._on(claim, day) for claim in self.claims) for day in near)

    def _exclude(self, a: Any, b: Any) -> bool:
        if (a.event, a.property, a.scope) != (b.event, b.property, b.scope) or not _one_time(a, b):
            return False
        if a.polarity == b.polarity:
            return a.polarity == "asserted" and self._apart(a.value, b.value)
        denied, asserted = (a.value, b.value) if a.polarity == "denied" else (b.value, a.value)
        if isinstance(denied, Duration) and denied.unit == asserted.unit:
            denied, asserted = denied.count, asserted.count
        if isinstance(denied, Count) and denied.word is None and denied.about is None:
            low, high = self._bounds(asserted)
            return denied.low <= low and (denied.high is None or high <= denied.high)
        if isinstance(denied, Period) and not (denied.approximate or denied.uncertain):
            sure = self.reading.dates_as_written or not (asserted.approximate or asserted.uncertain)
            return bool(sure and denied.contains(asserted).value == "yes")
        return denied.contains(asserted) if isinstance(denied, Place) else bool(denied == asserted)

    def _apart(self, a: Any, b: Any) -> bool:
        if isinstance(a, Place):
            return not a.contains(b) and not b.contains(a)
        if isinstance(a, Duration):
            (low, high), (least, most) = self._bounds(a.count), self._bounds(b.count)
            return a.unit == b.unit and (high < least or most < low)
        exclusive = {v.id for v in self.codebook.vocabularies if v.exclusive}
        return isinstance(a, Term) and a != b and a.vocabulary == b.vocabulary and a.vocabulary in exclusive

    # --- what the reading and the codebook say

    def _bounds(self, count: Count) -> tuple[float, float]:
        for wording in self.reading.words:
            if wording.word == count.word:
                return wording.low, inf if wording.high is None else wording.high
        low, high = count.low, inf if count.high is None else count.high
        if count.about is not None and self.reading.about:
            least, most = -(-count.about // self.reading.about.times), count.about * self.reading.about.times
            low, high = (max(low, least), min(high, most)) if low <= most and least <= high else (low, high)
        if count.word is None and count.about is None:
            if self.reading.floors and high == inf and low:
                return low, max(low, self.reading.floors.times * low - 1)
            if self.reading.ceilings and 0 < high < inf and not low:
                return high // self.reading.ceilings.times + 1, high
        return low, high

    def _spans(self, period: Any) -> list[tuple[float, float]]:
        if (period.approximate or period.uncertain) and not self.reading.dates_as_written:
            return [(-inf, inf)]
        spans = [(-inf if a is None else a, inf if b is None else b) for a, b in period.spans()]
        return [(spans[0][0], spans[-1][1])] if period.kind == "all_of" else spans

    def _within(self, part: Any, whole: Any) -> bool:
        definition = self.definitions[part.property.id]
        if part.property != whole.property or not (
            _one_time(part, whole) or (definition.cumulative and _held(part, whole))
        ):
            return False
        narrow, wide = part.scope, whole.scope
        return (part.event, narrow) == (whole.event, wide) or bool(
            definition.parts
            and part.event.is_part_of(whole.event)
            and all(
                w is None or (n and w.contains(n))
                for n, w in ((narrow.place, wide.place), (narrow.population, wide.population))
            )
            and (wide.time is None or (narrow.time and wide.time.contains(narrow.time).value == "yes"))
        )

    def _addable(self, a: Any, b: Any) -> bool:
        return bool(self.definitions[a.property.id].cumulative or _one_time(a, b)) and any(
            (a.event.is_part_of(one) and b.event.is_part_of(other))
            if isinstance(one, Event)
            else all(x and y.contains(x) for x, y in ((a.scope.population, one), (b.scope.population, other)))
            for family in self.codebook.disjoint
            for members in (family.events, family.populations)
            for one in members
            for other in members
            if one != other
        )


def _order(events: set[Event]) -> Iterator[Fact]:
    for part in events:
        yield _at_least(("end", part.id), ("start", part.id))
        for whole in events - {part}:
            if part.is_part_of(whole):
                yield _at_least(("start", part.id), ("start", whole.id))
                yield _at_least(("end", whole.id), ("end", part.id))


def _at_least(late: Any, early: Any) -> Fact:
    return ({late: 1, early: -1} if late != early else {}), 0


def _events(claim: Any) -> Iterator[Event]:
    """The events that a claim speaks of, and those that they are parts of."""
    for named in (claim.event, claim.value):
        event = named
        while isinstance(event, Event):
            yield event
            event = event.part_of


def _one_time(a: Any, b: Any) -> bool:
    return a.as_of is None or b.as_of is None or a.as_of == b.as_of


def _held(early: Any, late: Any) -> bool:
    last, first = early.as_of.latest, late.as_of.earliest
    return hasattr(last, "ordinal") and hasattr(first, "ordinal") and last <= first
