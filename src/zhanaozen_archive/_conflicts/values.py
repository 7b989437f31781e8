"""Pairs of claims on one question whose values have nothing in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations, product

from zhanaozen_archive._conflicts.bundles import Bundle, Choices, Lane
from zhanaozen_archive._conflicts.conflict import Found, Rule
from zhanaozen_archive._conflicts.questions import alike, asked, by_question
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim, Polarity
from zhanaozen_archive._model.exclusion import excluded
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import EXCLUDED, Certificate, nothing
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Place
from zhanaozen_archive._model.values import Duration, Term

ALONE = partial(Certificate, (nothing(EXCLUDED),), ())
"""The proof of a pair whose values exclude each other: each of the two can be true alone."""
Said = dict[tuple[Polarity, object], list[AnyClaim]]
"""Claims of one time by what they say."""


def value_conflicts(claims: Iterable[AnyClaim], background: Background, hearing: Hearing) -> Iterator[Bundle]:
    """Every pair of claims on one question whose values exclude each other."""
    for answers in by_question(alike(_compared(claims))):
        lanes: dict[Rule, list[Lane]] = {}
        for one, other in _at_one_time(answers):
            for held, rivals in _facing(one, other):
                if rule := excluded(held[0], rivals[0], background, hearing):
                    lanes.setdefault(rule, []).append(Choices((held, rivals)))
        for by_rule, found in lanes.items():
            yield Bundle(tuple(found), partial(_found, by_rule))


def _compared(claims: Iterable[AnyClaim]) -> Iterator[AnyClaim]:
    """The claims on questions of which something is denied, or of which what is asserted is compared here."""
    claims = tuple(claims)
    denied = {asked(claim) for claim in claims if claim.polarity == "denied"}
    return (c for c in claims if isinstance(c.value, COMPARED) or (denied and asked(c) in denied))


def _at_one_time(answers: list[AnyClaim]) -> Iterator[tuple[Said, Said]]:
    """Claims of each time with themselves, and those without a time, which hold at any, with all others."""
    by_time: dict[Period | None, Said] = {}
    timed: Said = {}
    for claim in answers:
        for said in (by_time.setdefault(claim.as_of, {}), *([timed] if claim.as_of else [])):
            said.setdefault((claim.polarity, claim.value), []).append(claim)
    yield from ((said, said) for said in by_time.values())
    yield by_time.get(None, {}), timed


COMPARED = (Place, Term, Duration)
"""Values that can exclude each other where none is denied."""


def _facing(one: Said, other: Said) -> Iterator[tuple[list[AnyClaim], list[AnyClaim]]]:
    """Each two that differ and can exclude each other, once."""
    (denied, asserted), (others_denied, others_asserted) = _by_polarity(one), _by_polarity(other)
    yield from product(denied, others_asserted)
    if one is not other:
        yield from product(asserted, others_denied)
    if asserted and isinstance(asserted[0][0].value, COMPARED):
        yield from combinations(asserted, 2) if one is other else product(asserted, others_asserted)


def _by_polarity(said: Said) -> tuple[list[list[AnyClaim]], list[list[AnyClaim]]]:
    denied = [held for (polarity, _), held in said.items() if polarity == "denied"]
    return denied, [held for (polarity, _), held in said.items() if polarity == "asserted"]


def _found(rule: Rule, *pair: AnyClaim) -> Found:
    return rule, tuple(sorted(pair, key=lambda claim: claim.id)), ALONE
