"""Pairs of claims on one question whose values have nothing in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations, product

from zhanaozen_archive._conflicts.conflict import Found
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.exclusion import excluded
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import EXCLUDED, Certificate, nothing
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.values import Count

ALONE = partial(Certificate, (nothing(EXCLUDED),), ())
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
            if rule := excluded(one[0], other[0], background, hearing):
                for pair in product(one, other):
                    yield rule, tuple(sorted(pair, key=lambda claim: claim.id)), ALONE


def _compared_elsewhere(answers: Iterable[list[AnyClaim]]) -> bool:
    """Whether nothing is denied of a number or a date, so that the rules of those see to it."""
    return all(isinstance(held[0].value, Count | Period) and held[0].polarity == "asserted" for held in answers)
