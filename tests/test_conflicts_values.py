"""Places, terms, lengths and denials in conflict: exactly the pairs that the definitions say."""

from itertools import combinations
from math import inf

import pytest
from hypothesis import given, settings

from tests.oracles import heard, outwards
from tests.strategies import DAYS, PLACES, READINGS, SIDE, STRICT, TOOL, WHOLE, Many, questions, said
from zhanaozen_archive import (
    ACCOUNT,
    DATE,
    INITIATOR,
    KILLED,
    PLACE,
    SENTENCE,
    WEAPON,
    Count,
    Duration,
    Period,
    Place,
    Scope,
    Text,
)
from zhanaozen_archive._conflicts import search

REGION, TOWN, SQUARE, COAST = PLACES
CODEBOOK = next(iter(Many(0, 1, ("values",), 2))).codebook


def numbers(count, reading):
    """The numbers up to 30 that a count allows."""
    low, high = heard(count, reading)
    return {n for n in range(31) if low <= n <= high}


def exclude(a, b, reading):
    """Whether the values of two claims on one question, neither a number, exclude each other, by their definitions."""
    one, other = a.value, b.value
    if isinstance(one, Count) and "denied" in (a.polarity, b.polarity) and not (vague(a) or vague(b)):
        return not left_by(a, reading) & left_by(b, reading)
    if a.polarity != b.polarity:
        return covers(one, other, reading) if a.polarity == "denied" else covers(other, one, reading)
    excluding = {
        PLACE: lambda: one not in outwards(other) and other not in outwards(one),
        INITIATOR: lambda: one != other,
        SENTENCE: lambda: one.unit == other.unit and not numbers(one.count, reading) & numbers(other.count, reading),
    }
    return a.polarity == "asserted" and a.property in excluding and excluding[a.property]()


def left_by(claim, reading):
    """The numbers up to 30 that a claim on a number leaves."""
    denied = claim.polarity == "denied"
    return {*range(31)} - numbers(claim.value, STRICT) if denied else numbers(claim.value, reading)


def vague(claim):
    """Whether it denies an approximate number or a vague word, which denies nothing else."""
    return claim.polarity == "denied" and (claim.value.word, claim.value.about) != (None, None)


def covers(denied, asserted, reading):
    """Whether all that is asserted is denied; a "no" is heard as it is written, that of a vague word by itself."""
    if isinstance(denied, Duration) and denied.unit == asserted.unit:
        denied, asserted = denied.count, asserted.count
    if isinstance(denied, Count) and denied.word is None and denied.about is None:
        return numbers(asserted, reading) <= numbers(denied, STRICT)
    return denied in outwards(asserted) if denied in PLACES else denied == asserted


def one_question(a, b):
    """Whether two claims answer one question, at one time as far as they tell."""
    times = {claim.as_of for claim in (a, b)} - {None}
    return (a.event, a.property, a.scope) == (b.event, b.property, b.scope) and len(times) < 2


@settings(max_examples=15)
@given(questions(100, "values"))
def test_conflicts_are_the_pairs_whose_values_exclude_each_other(made):
    """On one event, property and scope; numbers that are asserted are tested with the rules for numbers."""
    for asked in made:
        for reading in READINGS:
            expected = {
                frozenset((a.id, b.id))
                for a, b in combinations(asked.claims, 2)
                if one_question(a, b) and exclude(a, b, reading)
            }
            conflicts = search(asked.claims, asked.codebook, (reading,)).conflicts
            found = [c for c in conflicts if c.rule not in ("counts", "parts", "sums", "cumulative")]
            assert expected == {frozenset(claim.id for claim in conflict.claims) for conflict in found}
            assert len(expected) == len(found)
            assert all(conflict.verify() for conflict in conflicts)


def test_places_that_may_be_one_scene_exclude_neither_each_other_nor_what_lies_in_them():
    """Whichever of the two says so; a third place is excluded by both."""
    ministry, office = (
        Place(id_, (id_,), "building", REGION, (other,), "the same ground") for id_, other in ("ab", "ba")
    )
    room = Place("room", ("Room",), "room", ministry)
    for one, other, rules in ((ministry, office, []), (office, room, []), (room, COAST, ["places"])):
        claims = (said(1, WHOLE, PLACE, one), said(2, WHOLE, PLACE, other))
        assert rules == [conflict.rule for conflict in search(claims, CODEBOOK, (STRICT,)).conflicts]


DECEMBER, JANUARY = Period.parse("2011-12"), Period.parse("2012-01")
EXAMPLES = {
    "the square, the town": (PLACE, SQUARE, TOWN, None),
    "the town, the coast": (PLACE, TOWN, COAST, "places"),
    "the crowd, the guard": (INITIATOR, *SIDE.terms[:2], "terms"),
    "the crowd twice": (INITIATOR, SIDE.terms[0], SIDE.terms[0], None),
    "sticks, stones": (WEAPON, *TOOL.terms, None),
    "a side, a weapon": (INITIATOR, SIDE.terms[0], TOOL.terms[0], None),
    "a side, a day": (INITIATOR, SIDE.terms[0], DAYS.terms[0], None),
    "20 days, 21 days": (SENTENCE, Duration(Count(20, 20), "days"), Duration(Count(21), "days"), "durations"),
    "21 days, 20 days": (SENTENCE, Duration(Count(21), "days"), Duration(Count(20, 20), "days"), "durations"),
    "20 days, 1 month": (SENTENCE, Duration(Count(20, 20), "days"), Duration(Count(1, 1), "months"), None),
    "two texts": (ACCOUNT, Text("yes"), Text("no"), None),
}


@pytest.mark.parametrize(("key", "one", "other", "rule"), EXAMPLES.values(), ids=EXAMPLES)
def test_values_that_are_asserted_by_example(key, one, other, rule):
    """A rule where both cannot hold; none where one is said of another scope."""

    def rules(**given_):
        claims = (said(1, WHOLE, key, one), said(2, WHOLE, key, other, **given_))
        return [conflict.rule for conflict in search(claims, CODEBOOK, (STRICT,)).conflicts]

    assert rules() == [rule] * bool(rule)
    assert not rules(scope=Scope(TOWN))


DENIALS = {
    "10, no 10": (KILLED, Count.exactly(10), Count.exactly(10), True),
    "no 10 or more, 12": (KILLED, Count(10), Count.exactly(12), True),
    "no 10 or more, at least 9": (KILLED, Count(10), Count(9), False),
    "no 10 to 20, at least 10": (KILLED, Count(10, 20), Count(10), False),
    "no 10 to 20, 11 to 20": (KILLED, Count(10, 20), Count(11, 20), True),
    "not in the town, on the square": (PLACE, TOWN, SQUARE, True),
    "not on the square, in the town": (PLACE, SQUARE, TOWN, False),
    "no few, many": (KILLED, Count(word="few"), Count(30), False),
    "no few, few": (KILLED, Count(word="few"), Count(word="few"), True),
    "not about 10, about 10": (KILLED, Count(about=10), Count(about=10), True),
    "not about 10, 10": (KILLED, Count(about=10), Count(10), False),
    "no 2 to 4 days, 3 days": (SENTENCE, Duration(Count(2, 4), "days"), Duration(Count(3, 3), "days"), True),
    "no 2 to 4 days, 3 months": (SENTENCE, Duration(Count(2, 4), "days"), Duration(Count(3, 3), "months"), False),
    "not in December, on the 16th": (DATE, Period.parse("2011-12"), Period.parse("2011-12-16"), True),
    "not in December, about the 16th": (DATE, Period.parse("2011-12"), Period.parse("2011-12-16~"), False),
    "not about the 16th, on the 16th": (DATE, Period.parse("2011-12-16~"), Period.parse("2011-12-16"), False),
    "not about the 16th, about then": (DATE, Period.parse("2011-12-16~"), Period.parse("2011-12-16~"), True),
    "not on the 16th, in December": (DATE, Period.parse("2011-12-16"), Period.parse("2011-12"), False),
    "no sticks, sticks": (WEAPON, TOOL.terms[0], TOOL.terms[0], True),
    "no sticks, stones": (WEAPON, *TOOL.terms, False),
    "it did not rain, it rained": (ACCOUNT, Text("rain"), Text("rain"), True),
}


@pytest.mark.parametrize(("key", "denied", "asserted", "conflict"), DENIALS.values(), ids=DENIALS)
def test_denials_by_example(key, denied, asserted, conflict):
    """A denial is in conflict with what lies wholly within it, at the same time as far as that is told."""

    def rules(time, other_time):
        no = said(1, WHOLE, key, denied, polarity="denied", as_of=time)
        yes = said(2, WHOLE, key, asserted, as_of=other_time)
        found = search((no, yes), CODEBOOK, (STRICT,)).conflicts
        assert all(each.verify() for each in found)
        return [each.rule for each in found]

    for times in ((None, None), (DECEMBER, None), (None, DECEMBER), (DECEMBER, DECEMBER)):
        assert rules(*times) == ["denial"] * conflict
    assert not rules(DECEMBER, JANUARY)


def test_infinity_is_heard_where_there_is_no_ceiling():
    """The slow way to hear a count knows what the readings add."""
    strict, plain, suggested = READINGS
    assert [(2, inf), (3, 4), (2, inf)] == [heard(Count(word="few"), reading) for reading in (strict, plain, suggested)]
    assert [(3, inf), (3, 5), (0, 7), (4, 7)] == [
        heard(count, reading) for count in (Count(3), Count(0, 7)) for reading in (strict, suggested)
    ]
