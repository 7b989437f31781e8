"""Values that have nothing in common: places, exclusive terms, lengths of one kind, what is denied and asserted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from attrs import evolve

from zhanaozen_archive._model.background import Background, same_time
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import ANY_DAY, Hearing, all_but
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.records import Place
from zhanaozen_archive._model.values import Count, Duration, Term

Exclusion = Literal["places", "terms", "durations", "denial"]


def excluded(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> Exclusion | None:
    """By which rule the values of two claims on one question exclude each other; None where they do not.

    Numbers and dates that are asserted are inequalities, and compared as such; so are numbers that are denied, where
    what is left of all has bounds.
    """
    if not _one_question(a, b):
        return None
    if a.polarity == b.polarity:
        return _apart(a, b, background, hearing) if a.polarity == "asserted" else None
    denied, asserted = (a, b) if a.polarity == "denied" else (b, a)
    return "denial" if _covers(denied.value, asserted, hearing) else None


def at_odds(claims: Sequence[AnyClaim], background: Background, hearing: Hearing) -> bool:
    """Whether two claims of one scope and one time exclude each other, where events said to be in one place share it.

    So does one that denies what others come to: that two events were in one place.
    """
    if not all(one.scope == other.scope and same_time(one, other) for one, other in combinations(claims, 2)):
        return False
    one_for_all = _one_for_all(claims, background)
    met = [evolve(c, event=one_for_all.get(c.event, c.event)) if background.role(c) == "place" else c for c in claims]
    return any(_denied(claim, one_for_all, background) for claim in claims) or any(
        excluded(one, other, background, hearing) for one, other in combinations(met, 2)
    )


def _one_for_all(claims: Sequence[AnyClaim], background: Background) -> dict[Event, Event]:
    """One of the events that were in one place, for each of them."""
    found: dict[Event, Event] = {}
    for claim in claims:
        if background.role(claim) == "same-place" and claim.is_live_assertion:
            one, other = (found.get(event, event) for event in (claim.event, claim.value))
            found |= {event: one for event in (one, other, *found) if found.get(event, event) in (one, other)}
    return found


def _denied(claim: AnyClaim, one_for_all: dict[Event, Event], background: Background) -> bool:
    """Whether a claim denies that two events were in one place that have one place by now."""
    denies = background.role(claim) == "same-place" and claim.polarity == "denied" and claim.can_conflict
    one, other = (one_for_all.get(event) for event in (claim.event, claim.value))
    return denies and claim.event != claim.value and one is not None and one == other


def _one_question(a: AnyClaim, b: AnyClaim) -> bool:
    same = (a.event, a.property, a.scope) == (b.event, b.property, b.scope)
    return same and a.can_conflict and b.can_conflict and same_time(a, b)


def _apart(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> Exclusion | None:
    match a.value, b.value:
        case Place(), Place():
            return None if a.value.may_be_at(b.value) else "places"
        case Term(), Term():
            same = a.value.vocabulary == b.value.vocabulary
            return "terms" if same and a.value != b.value and a.value.vocabulary in background.exclusive else None
        case Duration(), Duration() if background.role(a) is None and a.value.unit == b.value.unit:
            one, other = (hearing.count(said.value.count, said.property) for said in (a, b))
            return "durations" if _below(one, other) or _below(other, one) else None
    return None


def _below(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    return one[1] is not None and one[1] < other[0]


def _covers(denied: object, claim: AnyClaim, hearing: Hearing) -> bool:
    """Whether all that is asserted is denied.

    What is denied is taken as it is written: no reading adds to a "no", and that of a vague word denies the word alone.
    """
    asserted: object = claim.value
    match denied, asserted:
        case Place(), Place():
            return denied.contains(asserted)
        case Count(), Count():
            return all_but(denied) is None and _has_all(denied, asserted, hearing.count(asserted, claim.property))
        case Duration(), Duration() if denied.unit == asserted.unit:
            return _has_all(denied.count, asserted.count, hearing.count(asserted.count, claim.property))
        case Period(approximate=False, uncertain=False), Period():
            return hearing.days(asserted) != ANY_DAY and denied.contains(asserted) is Verdict.YES
    return denied == asserted


def _has_all(denied: Count, asserted: Count, heard: tuple[int, int | None]) -> bool:
    """Whether one of two numbers takes in all that the other can be, which is heard as bounds."""
    if denied.word is not None or denied.about is not None:
        return denied == asserted
    low, high = heard
    return denied.low <= low and (denied.high is None or (high is not None and high <= denied.high))
