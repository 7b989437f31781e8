"""What claims and the background come to as inequalities over whole numbers, each with its reason.

A number or a time that is claimed, a whole and its parts, an event and what it is part of: each is a sum that is at
least a number. Both the search for conflicts and the checker of its proofs speak in these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from zhanaozen_archive._model.background import Background, Told
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing, all_but
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.values import Count, Duration

Variable = tuple[str, str]
"""("count", id of a claim) is the true answer to the claim's question, and ("count at TIME", id) that at a time which
others name, if the claim names none; ("start", id) and ("end", id) are the first and the last day of an event, as
ordinals."""
World = tuple[tuple[Variable, int], ...]
"""A value for each variable."""
DATED: dict[str | None, tuple[str, str]] = {"date": ("start", "end"), "start": ("start",) * 2, "end": ("end",) * 2}
"""For each role of a date, the day to which it sets a floor, and that to which it sets a ceiling."""
LASTS = "an event ends no earlier than it begins"
BEGINS = "a part begins no earlier than its whole"
ENDS = "a part ends no later than its whole"
WHOLE = "a whole has at least what its disjoint parts have together"
EXCLUDED = "the two values exclude each other"
TOGETHER = "what lines come to together"
DENIED = "none of the next numbers is left by what is denied"
ANY_WEEK = "where no date is named, one week is like another, and it can be looked at in this one"
CALENDAR = "none of the next days is in all the dates and on all the days of the week"


@frozen
class Inequality:
    """The sum of the variables, each times its factor, is at least a number."""

    sum: tuple[tuple[Variable, int], ...]
    """No variable at all where values that are no numbers exclude each other: nothing is then at least one."""
    least: int
    because: str
    """Id of the claim that says so, or what always holds, in words."""


@frozen
class Certificate:
    """Why the claims of a conflict cannot all be true, and why without any one of them the others can."""

    refutation: tuple[Inequality, ...]
    """Inequalities that add up to a contradiction: no variable is left, and nothing is at least one."""
    worlds: tuple[World, ...]
    """For each claim in turn, values with which all the others are true; empty where the values of two claims exclude
    each other, of which either can stand alone."""


def at_least(variable: Variable, number: int, claim: AnyClaim) -> Inequality:
    """A floor that a claim sets."""
    return Inequality(((variable, 1),), number, claim.id)


def at_most(variable: Variable, number: int, claim: AnyClaim) -> Inequality:
    """A ceiling that a claim sets."""
    return Inequality(((variable, -1),), -number, claim.id)


def jump(steps: int, because: str = CALENDAR) -> Inequality:
    """That so many days or numbers, from the one so far reached, are none of those that are left."""
    return Inequality((), steps, because)


def no_later(variable: Variable, day: int) -> Inequality:
    """That an event cannot have begun on a day or any that follows."""
    return Inequality(((variable, -1),), 1 - day, CALENDAR)


def nothing(because: str) -> Inequality:
    """The contradiction that values come to which have nothing in common: nothing is at least one."""
    return Inequality((), 1, because)


def added_up(*lines: Inequality) -> Inequality:
    """What follows from lines together."""
    total: dict[Variable, int] = {}
    for variable, factor in (term for line in lines for term in line.sum):
        total[variable] = total.get(variable, 0) + factor
    left = tuple((variable, factor) for variable, factor in total.items() if factor)
    return Inequality(left, sum(line.least for line in lines), TOGETHER)


def answer(claim: AnyClaim, at: Period | None = None) -> Variable:
    """The true number in answer to the question of a claim at its own time, or at another if it names none."""
    return ("count" if claim.as_of or at is None else f"count at {at}", claim.id)


def told(claims: Iterable[AnyClaim]) -> tuple[Told, ...]:
    """Each claim with its time; one on a number that names none, with each that others name, and after all of them."""
    claims = tuple(claims)
    times = dict.fromkeys(claim.as_of for claim in claims if isinstance(claim.value, Count))
    ever = {claim.id for claim in claims if isinstance(claim.value, Count) and claim.as_of is None}
    return tuple((claim, at) for claim in claims for at in (times if claim.id in ever else (claim.as_of,)))


def numbers(claim: AnyClaim, hearing: Hearing) -> tuple[int, int | None] | None:
    """The least and the greatest number that a claim allows; None where those it allows have no such bounds."""
    return hearing.count(claim.value, claim.property) if claim.polarity == "asserted" else all_but(claim.value)


def hole(claim: AnyClaim) -> tuple[int, int] | None:
    """The first and the last of the numbers that a claim denies between others; None where those left have bounds.

    To deny a vague word or an approximate number leaves out no number.
    """
    value = claim.value
    if not isinstance(value, Count) or claim.polarity == "asserted" or not claim.can_conflict:
        return None
    vague = value.word is not None or value.about is not None
    return None if vague or not value.low or value.high is None else (value.low, value.high)


def said(claim: AnyClaim, background: Background, hearing: Hearing, at: Period | None = None) -> Iterator[Inequality]:
    """What a claim says of a number, or of the first and the last day of its event; of days, if it asserts it."""
    role = background.role(claim) if claim.is_live_assertion else None
    first, last = ("start", claim.event.id), ("end", claim.event.id)
    match role, claim.value:
        case None, Count() if claim.can_conflict and (bounds := numbers(claim, hearing)):
            yield from _between(claim, answer(claim, at), answer(claim, at), *bounds)
        case "date" | "start" | "end", Period():
            floor, ceiling = ((end, claim.event.id) for end in DATED[role])
            yield from _between(claim, floor, ceiling, *hearing.reach(claim.value))
        case "duration", Duration():
            fewest, most = hearing.nights(claim.value, claim.property)
            yield Inequality(((last, 1), (first, -1)), fewest, claim.id)
            if most is not None and claim.as_of is None:
                yield Inequality(((first, 1), (last, -1)), -most, claim.id)
        case "after" | "before" | "same-date", Event(id=other) if other != claim.event.id:
            if role != "before":
                yield Inequality(((first, 1), (("start", other), -1)), 0, claim.id)
            if role != "after":
                yield Inequality(((("start", other), 1), (first, -1)), 0, claim.id)


def _between(
    claim: AnyClaim, first: Variable, last: Variable, low: int | None, high: int | None
) -> Iterator[Inequality]:
    if low is not None:
        yield at_least(first, low, claim)
    if high is not None:
        yield at_most(last, high, claim)


def whole_and_parts(whole: Told, parts: Sequence[Told]) -> Inequality:
    """That a whole has at least what its disjoint parts have together."""
    return Inequality(((answer(*whole), 1), *[(answer(*part), -1) for part in parts]), 0, WHOLE)


def wholes(claims: Iterable[AnyClaim], background: Background) -> Iterator[Inequality]:
    """What always holds of numbers: a whole has at least what each part has, and what disjoint parts have together."""
    counted = told(claim for claim in claims if isinstance(claim.value, Count))
    added = {one: {other for other in counted if background.addable(one, other)} for one in counted}
    for n, whole in enumerate(counted):
        parts = [part for part in (*counted[:n], *counted[n + 1 :]) if is_part(part, whole, background)]
        yield from (whole_and_parts(whole, [part]) for part in parts)
        latest = [part for part in parts if added[part] and (part[0].as_of or part[1] == whole[1])]
        yield from (whole_and_parts(whole, some) for some in _together(latest, added) if len(some) > 1)


def _together(parts: Sequence[Told], added: Mapping[Told, Collection[Told]]) -> Iterator[tuple[Told, ...]]:
    """Every choice of parts of which each two can be added, and to which no other can be added."""
    if not parts:
        yield ()
    for one in parts:
        if one not in added[parts[0]]:
            others = [other for other in parts if other in added[one]]
            yield from ((one, *more) for more in _together(others, added))


def is_part(part: Told, whole: Told, background: Background) -> bool:
    """Whether what one claim counts is certainly counted by the question of another."""
    return part[0].property == whole[0].property and background.within(part, whole)


def events_of(claims: Iterable[AnyClaim]) -> tuple[Event, ...]:
    """The events that claims speak of, and those that these are parts of, each once."""
    found: dict[Event, None] = {}
    for claim in claims:
        for named in (claim.event, claim.value):
            event = named if isinstance(named, Event) else None
            while event is not None:
                found[event] = None
                event = event.part_of
    return tuple(found)


def always(event: Event) -> Iterator[Inequality]:
    """What holds of the days of every event: it ends no earlier than it begins, and lies within its whole."""
    first, last = ("start", event.id), ("end", event.id)
    yield Inequality(((last, 1), (first, -1)), 0, LASTS)
    if event.part_of is not None:
        whole = event.part_of.id
        yield Inequality(((first, 1), (("start", whole), -1)), 0, BEGINS)
        yield Inequality(((("end", whole), 1), (last, -1)), 0, ENDS)


def facts(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> tuple[Inequality, ...]:
    """What claims say, and what always holds of the events of which they say when they took place."""
    claims = tuple(claims)
    lines = (line for claim, at in told(claims) for line in said(claim, background, hearing, at))
    timed = (claim for claim in claims if background.timed(claim))
    return (*lines, *(line for event in events_of(timed) for line in always(event)))
