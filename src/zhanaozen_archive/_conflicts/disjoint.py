"""The rule of disjoint values: claims on one event, property and scope whose values exclude each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from zhanaozen_archive._conflicts.conflict import Conflict, Rule
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.records import Place
from zhanaozen_archive._model.values import Count, Duration, Term


def find_conflicts(claims: Iterable[AnyClaim], exclusive: Collection[str]) -> tuple[Conflict, ...]:
    """Every pair of live claims that cannot both be true, in the order of the ids.

    Args:
        claims: The claims to look at, all of one archive.
        exclusive: Ids of the vocabularies of which no two terms can both be true.
    """
    live = _live(tuple(claims))
    return tuple(sorted(_pairs(live, exclusive), key=lambda c: (c.event.id, c.property.id, c.id)))


def _live(claims: tuple[AnyClaim, ...]) -> Iterator[AnyClaim]:
    """Claims that assert or deny a value and that no later words replace."""
    replaced = {id_ for claim in claims for id_ in claim.supersedes}
    return (c for c in claims if c.modality == "asserted" and c.id not in replaced and c.about_claim is None)


def _pairs(claims: Iterable[AnyClaim], exclusive: Collection[str]) -> Iterator[Conflict]:
    questions: dict[object, list[AnyClaim]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        questions.setdefault((claim.event, claim.property, claim.scope), []).append(claim)
    for asked in questions.values():
        for a, b in combinations(asked, 2):
            if rule := _rule(a, b, exclusive):
                yield Conflict(rule, (a, b))


def _rule(a: AnyClaim, b: AnyClaim, exclusive: Collection[str]) -> Rule | None:
    """The rule by which the two exclude each other; None where both can be true."""
    if a.polarity == b.polarity == "asserted":
        return excluding(a.value, b.value, exclusive)
    if a.polarity != b.polarity and a.value == b.value:
        return "denial"
    return None


def excluding(a: object, b: object, exclusive: Collection[str] = ()) -> Rule | None:
    """The rule by which two values of one question exclude each other; None where both can hold."""
    match a, b:
        case Count(), Count():
            return "counts" if _apart(a, b) else None
        case Duration(), Duration():
            return "durations" if a.unit == b.unit and _apart(a.count, b.count) else None
        case Period(), Period():
            return "dates" if not (_vague(a) or _vague(b)) and a.overlaps(b) is Verdict.NO else None
        case Place(), Place():
            return None if a.contains(b) or b.contains(a) else "places"
        case Term(), Term():
            return "terms" if a != b and a.vocabulary == b.vocabulary in exclusive else None
    return None


def _apart(a: Count, b: Count) -> bool:
    return (a.high is not None and a.high < b.low) or (b.high is not None and b.high < a.low)


def _vague(period: Period) -> bool:
    """Whether the date is marked as approximate or uncertain, so that it sets no certain bound."""
    return period.approximate or period.uncertain
