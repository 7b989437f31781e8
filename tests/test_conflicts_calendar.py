"""The calendar: exactly the smallest sets of dates and days of the week that no day satisfies, by trying every day."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings

from tests.oracles import minimal
from tests.strategies import DAYS, READINGS, STRICT, WHOLE, Many, questions, said
from zhanaozen_archive import DATE, WEEKDAY, Period
from zhanaozen_archive._conflicts import Budget, search
from zhanaozen_archive._conflicts.calendar import calendar_conflicts
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.hearing import Hearing

NOVEMBER, CHRISTMAS = date(2011, 11, 15).toordinal(), date(2011, 12, 25).toordinal()
"""All dates that are drawn lie further than a week from these."""
CODEBOOK = next(iter(Many(0, 1, ("calendar",), 2))).codebook


def allowed(claim, reading):
    """The days between November and Christmas on which the event can have been, by one claim."""
    all_days = range(NOVEMBER, CHRISTMAS)
    if claim.property == WEEKDAY:
        named = f"{claim.value.id:.3}".title()
        return {day for day in all_days if date.fromordinal(day).strftime("%a") == named or named == "Pay"}
    if "~" in claim.value.text and not reading.dates_as_written:
        return set(all_days)
    spans = claim.value.spans()
    if claim.value.kind == "all_of":
        spans = [(spans[0][0], spans[-1][1])]
    bounds = [(first or NOVEMBER, last or CHRISTMAS) for first, last in spans]
    return {day for day in all_days if any(first <= day <= last for first, last in bounds)}


def terms(claims):
    """The days of the week that are named: they exclude each other one by one."""
    return {claim.value for claim in claims if claim.property == WEEKDAY}


@settings(max_examples=6)
@given(questions(40, "calendar"))
def test_conflicts_are_the_smallest_sets_that_no_day_satisfies(made):
    """Whether dates have gaps or not, with days of the week and without; each set is reported by one rule."""
    for asked in made:
        for reading in READINGS:

            def consistent(chosen, reading=reading):
                days = [allowed(claim, reading) for claim in chosen]
                return len(terms(chosen)) < 2 and (not days or bool(set.intersection(*days)))

            by_scope = [[c for c in asked.claims if c.scope == scope] for scope in {c.scope for c in asked.claims}]
            expected = set().union(*(minimal(claims, consistent) for claims in by_scope))
            found = search(asked.claims, asked.codebook, (reading,))
            sets = [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]
            assert sorted(map(sorted, expected)) == sorted(map(sorted, sets))
            assert found.complete
            assert all(conflict.verify() for conflict in found.conflicts)


def claims_of(*texts):
    """Claims on one event: days of the week by their ids, everything else by date."""
    terms_ = {term.id: term for term in DAYS.terms}
    return [
        said(n, WHOLE, WEEKDAY, terms_[text]) if text in terms_ else said(n, WHOLE, DATE, Period.parse(text))
        for n, text in enumerate(texts)
    ]


EXAMPLES = {
    "a Friday": (("2011-12-16", "friday"), []),
    "no Friday": (("2011-12-17", "friday"), ["calendar"]),
    "a week has a Friday": (("2011-12-17/2011-12-23", "friday"), []),
    "the 16th and the 17th of some month": (("2011-XX-16", "2011-XX-17"), ["dates"]),
    "the 16th of some month, in December": (("2011-XX-16", "2011-12"), []),
    "three of which any two agree": (
        ("[2011-12-01,2011-12-02]", "[2011-12-02,2011-12-03]", "[2011-12-01,2011-12-03]"),
        ["dates"],
    ),
    "three of which any two agree, for longer": (
        ("[2011-12-01,2011-12-10..2011-12-12]", "[2011-12-11..2011-12-13,2011-12-20]", "[2011-12-01,2011-12-20]"),
        ["dates"],
    ),
    "the 13th of a month of 2011, a Friday after May": (("2011-XX-13", "friday", "2011-06/.."), ["calendar"]),
    "the 13th of a month of 2011, a Friday": (("2011-XX-13", "friday"), []),
    "up to a day, a Friday": (("../2011-12-16", "friday"), []),
    "two days of the week, one day": (("friday", "saturday", "2011-12-16"), ["calendar", "terms"]),
}


@pytest.mark.parametrize(("texts", "rules"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_calendar_by_example(texts, rules):
    """Dates are in conflict with the days of the week, or with each other."""
    conflicts = search(claims_of(*texts), CODEBOOK, (STRICT,)).conflicts

    assert rules == sorted(conflict.rule for conflict in conflicts)
    assert all(conflict.verify() for conflict in conflicts)


def test_each_choice_of_dates_and_days_of_the_week_is_a_step():
    """Three of which any two agree are chosen in seven ways; with a step less, something can be missing."""
    claims = claims_of("[2011-12-01,2011-12-03]", "[2011-12-03,2011-12-05]", "[2011-12-01,2011-12-05]")
    for steps in range(9):
        budget = Budget(steps)
        found = [*calendar_conflicts(claims, Background.of(CODEBOOK), Hearing.under(STRICT), budget)]
        assert budget.spent == (steps < 7)
        assert len(found) == 1 or budget.spent


def test_many_dates_that_agree_take_little_work():
    """Dates without gaps need no choices among them, and two days of every year are compared side by side."""
    dates = [f"2011-{month:02}" for month in range(6, 7)] + [f"2011-06-0{n}/2011-06-{20 + n}" for n in range(1, 9)]
    dates += [f"2011-05-{n:02}/2011-07" for n in range(1, 31)]
    began = process_time()
    assert search(claims_of(*dates, "friday"), CODEBOOK, (STRICT,), 2_000).complete
    assert ["dates"] == [c.rule for c in search(claims_of("XXXX-12-16", "XXXX-12-17"), CODEBOOK, (STRICT,)).conflicts]
    assert process_time() - began < 2
