"""Values that have nothing in common: places, exclusive terms, lengths of one kind, what is denied and asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations, product

from zhanaozen_archive._conflicts.conflict import Certificate, Found, Rule
from zhanaozen_archive._conflicts.hearing import ANY_DAY, Hearing
from zhanaozen_archive._conflicts.question import Background, same_time
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.records import Place
from zhanaozen_archive._model.values import Count, Duration, Term

ALONE = partial(Certificate, (), ())
"""The proof of a pair whose values exclude each other: each of the two can be true alone."""


def value_conflicts(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> Iterator[Found]:
    """Every pair of claims on one question whose values exclude each other."""
    questions: dict[object, dict[object, list[AnyClaim]]] = {}
    for claim in claims:
        answers = questions.setdefault((claim.event, claim.property, claim.scope), {})
        answers.setdefault((claim.polarity, claim.value, claim.as_of), []).append(claim)
    for answers in questions.values():
        if _compared_elsewhere(answers.values()):
            continue
        for one, other in combinations(answers.values(), 2):
            if same_time(one[0], other[0]) and (rule := _rule(one[0], other[0], background, hearing)):
                for pair in product(one, other):
                    yield rule, tuple(sorted(pair, key=lambda claim: claim.id)), ALONE


def _compared_elsewhere(answers: Iterable[list[AnyClaim]]) -> bool:
    """Whether nothing is denied of a number or a date, so that the rules of those see to it."""
    return all(isinstance(held[0].value, Count | Period) and held[0].polarity == "asserted" for held in answers)


def _rule(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> Rule | None:
    if a.polarity == b.polarity == "asserted":
        return _exclusion(a, b, background, hearing)
    if a.polarity != b.polarity:
        denied, asserted = (a, b) if a.polarity == "denied" else (b, a)
        return "denial" if _covers(denied.value, asserted.value, hearing) else None
    return None


def _exclusion(a: AnyClaim, b: AnyClaim, background: Background, hearing: Hearing) -> Rule | None:
    match a.value, b.value:
        case Place(), Place():
            return None if a.value.contains(b.value) or b.value.contains(a.value) else "places"
        case Term(), Term():
            same = a.value.vocabulary == b.value.vocabulary
            return "terms" if same and a.value != b.value and a.value.vocabulary in background.exclusive else None
        case Duration(), Duration() if background.role(a) is None and a.value.unit == b.value.unit:
            return "durations" if _apart(hearing.count(a.value.count), hearing.count(b.value.count)) else None
    return None


def _apart(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    return (a[1] is not None and a[1] < b[0]) or (b[1] is not None and b[1] < a[0])


def _covers(denied: object, asserted: object, hearing: Hearing) -> bool:
    """Whether all that is asserted is denied.

    What is denied is taken as it is written: no reading adds to a "no", and that of a vague word denies the word alone.
    """
    match denied, asserted:
        case Place(), Place():
            return denied.contains(asserted)
        case Count(word=None, about=None), Count():
            low, high = hearing.count(asserted)
            return denied.low <= low and (denied.high is None or (high is not None and high <= denied.high))
        case Duration(), Duration() if denied.unit == asserted.unit:
            return _covers(denied.count, asserted.count, hearing)
        case Period(approximate=False, uncertain=False), Period():
            return hearing.days(asserted) != ANY_DAY and denied.contains(asserted) is Verdict.YES
    return denied == asserted
