"""Numbers in conflict: exactly the smallest sets that have no solution, by z3 and by trying every number."""

from itertools import combinations, permutations
from math import inf
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.oracles import heard, minimal, outwards, possible, satisfiable, subsets
from tests.strategies import AS_OF, EVENTS, PART, READINGS, STRICT, TOWN, WHOLE, Small, questions, said
from zhanaozen_archive import KILLED, PLACE, Codebook, Count, Definition, Event, Period, Scope
from zhanaozen_archive._conflicts import search
from zhanaozen_archive._conflicts.questions import at_stake
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import hole
from zhanaozen_archive._model.properties import Disjoint

EVER = None
"""A time after all that are named."""


def places(claim):
    """The question of a claim: its event and its scope."""
    return claim.event, claim.scope


def lies_within(part, whole, *, shared):
    """Whether whatever is counted in one question is counted in the other, by the definitions."""
    if part == whole:
        return True
    (event, scope), (larger, wider) = part, whole
    times = (scope.time, wider.time)
    return (
        shared
        and larger in outwards(event)
        and (wider.place is None or wider.place in outwards(scope.place))
        and (wider.population is None or wider.population in outwards(scope.population))
        and (times[1] is None or (times[0] is not None and days(times[0]) <= days(times[1])))
    )


def days(period):
    """The days of a bounded period."""
    return {day for first, last in period.spans() for day in range(first, last + 1)}


def apart(one, other, codebook):
    """Whether two questions are declared to count nobody in common."""
    return any(
        one_member in outwards(one_thing) and other_member in outwards(other_thing)
        for family in codebook.disjoint
        for members, one_thing, other_thing in (
            (family.events, one[0], other[0]),
            (family.populations, one[1].population, other[1].population),
        )
        for one_member in members
        for other_member in members
        if one_member != other_member
    )


def no_later(early, late):
    """Whether one time certainly does not lie after another."""
    if early == late or late is EVER:
        return True
    return early is not EVER and (early.spans()[-1][1] or inf) <= late.spans()[0][0]


def left_by(claim, reading):
    """The bounds of the numbers that a claim leaves; what is denied is a floor from 1 on, or a ceiling from 0 on."""
    if claim.polarity == "asserted":
        return heard(claim.value, reading)
    return (0, claim.value.low - 1) if claim.value.high is None else (claim.value.high + 1, inf)


def bounds(claim, reading):
    """The tests that a number must pass for a claim to be true."""
    value = claim.value
    if claim.polarity == "denied" and value.low and value.high is not None:
        yield lambda n: (n < value.low) | (n > value.high)
        return
    low, high = left_by(claim, reading)
    yield lambda n: n >= low
    if high < inf:
        yield lambda n: n <= high


def constraints(claims, codebook, reading):
    """What claims on numbers and their background say of the number in each question at each time.

    A claim without a time holds at every time; a number that grows is at no time less than before.
    """
    found = []
    for definition in codebook.definitions:
        mine = [claim for claim in claims if claim.property == definition.property]
        asked = list(dict.fromkeys(places(claim) for claim in mine))
        times = list(dict.fromkeys([*(claim.as_of for claim in mine), EVER]))

        def name(question, time, key=definition.property, asked=asked, times=times):
            return f"{key.id} {asked.index(question)} at {times.index(time)}"

        for question in asked:
            found += [(None, (name(question, time),), lambda n: n >= 0) for time in times]
            found += [
                (None, (name(question, early), name(question, late)), lambda n, m: n <= m)
                for early, late in permutations(times, 2)
                if definition.cumulative and no_later(early, late)
            ]
        for whole in asked:
            parts = [q for q in asked if q != whole and lies_within(q, whole, shared=definition.parts)]
            for chosen in filter(None, subsets(parts)):
                if all(apart(a, b, codebook) for a, b in combinations(chosen, 2)):
                    found += [
                        (None, tuple(name(q, time) for q in (whole, *chosen)), lambda n, *ms: sum(ms) <= n)
                        for time in times
                    ]
        for claim in mine:
            tests = [*bounds(claim, reading)]
            for time in times if claim.as_of is None else [claim.as_of]:
                at = (name(places(claim), time),)
                found += [(claim.id, at, test) for test in tests]
    return found


def assert_reported(expected, asked, reading):
    """Each of the sets is reported once and proven, and no other."""
    found = search(asked.claims, asked.codebook, (reading,))
    sets = [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]
    assert len(set(sets)) == len(sets)
    assert all(conflict.verify() for conflict in found.conflicts)
    assert set(sets) == expected
    assert found.complete


@settings(max_examples=7)
@given(questions(20, "counts", "holes"))
def test_conflicts_are_the_smallest_sets_without_a_solution(made):
    """No set that z3 cannot satisfy is missed, and none that is reported could be smaller."""
    for asked in made:
        for reading in READINGS:
            solvable = possible(constraints(asked.claims, asked.codebook, reading))
            expected = minimal(asked.claims, lambda chosen, solvable=solvable: solvable([c.id for c in chosen]))
            assert_reported(expected, asked, reading)


@settings(max_examples=7)
@given(questions(25, "climbs", most=8))
def test_numbers_that_are_denied_of_parts_and_wholes_leave_no_solution(made):
    """Whether they are passed over before parts are added or after, and whenever each holds."""
    for asked in made:
        solvable = possible(constraints(asked.claims, asked.codebook, STRICT))
        expected = minimal(asked.claims, lambda chosen, solvable=solvable: solvable([c.id for c in chosen]))
        assert_reported(expected, asked, STRICT)


@settings(max_examples=7)
@given(questions(60, "counts", "holes", "climbs", most=4))
def test_conflicts_are_the_sets_for_which_no_numbers_can_be_found(made):
    """Trying all numbers gives the same, for four claims without times."""
    for asked in made:
        claims = tuple(
            evolve(c, as_of=None, value=Count((c.value.low + 1) // 2, c.value.high and (c.value.high + 1) // 2))
            for c in asked.claims
        )
        expected = minimal(
            claims,
            lambda chosen, asked=asked: satisfiable(constraints(chosen, asked.codebook, STRICT), range(10)),
        )
        assert_reported(expected, evolve(asked, claims=claims), STRICT)


def test_parts_without_which_a_sum_is_too_great_already_are_no_part_of_the_conflict():
    """Of three disjoint parts, the two that alone lie above the whole are in conflict with it."""
    events = [Event(f"part{n}", f"Part {n}", "shooting", WHOLE) for n in range(3)]
    definition = Definition(KILLED, "how many died", parts="so it is")
    codebook = Codebook((definition,), disjoint=(Disjoint(tuple(events), (), "apart"),))
    parts = [said(n, event, KILLED, Count(low)) for n, (event, low) in enumerate(zip(events, (1, 3, 4), strict=True))]
    whole = said(9, WHOLE, KILLED, Count(0, 5))
    [conflict] = search((*parts, whole), codebook, READINGS).conflicts

    assert (*parts[1:], whole) == conflict.claims
    assert ("sums", 2) == (conflict.rule, conflict.gap)
    assert conflict.verify()


def test_of_three_parts_two_still_add_up_without_the_third():
    """In the world that shows that it is needed."""
    events = [Event(f"part{n}", f"Part {n}", "shooting", WHOLE) for n in range(3)]
    definition = Definition(KILLED, "how many died", parts="so it is")
    codebook = Codebook((definition,), disjoint=(Disjoint(tuple(events), (), "apart"),))
    parts = [said(n, event, KILLED, Count(2)) for n, event in enumerate(events)]
    others = denied(8, 6, 6), counted(9, 0, 6)
    [conflict] = search((*parts, *others), codebook, (STRICT,)).conflicts

    assert (*parts, *others) == conflict.claims
    assert conflict.verify()


OTHER, INNER = EVENTS[2:]
GROWING = Codebook(
    (Definition(KILLED, "how many died", cumulative="so it is", parts="so it is"),),
    disjoint=(Disjoint((PART, OTHER), (), "apart"),),
)
EARLY, LATE, BETWEEN, SINCE = map(Period.parse, AS_OF)
AT = (EARLY, EARLY, LATE)
FOUR, FIVE, UP_TO_NINE = (
    said(1, PART, KILLED, Count(4)),
    said(2, OTHER, KILLED, Count(5)),
    said(3, WHOLE, KILLED, Count(0, 9)),
)
FAR = Event("far", "Far", "strike")
AT_STAKE = {
    "numbers that agree": ((UP_TO_NINE, FOUR, FIVE), ""),
    "numbers on one question": ((UP_TO_NINE, evolve(UP_TO_NINE, id="4", value=Count(9))), ""),
    "numbers on one question that are at odds": ((UP_TO_NINE, evolve(UP_TO_NINE, id="4", value=Count(10))), "34"),
    "parts of more than the whole": ((UP_TO_NINE, FOUR, evolve(FIVE, value=Count(6))), "123"),
    "a denial": ((UP_TO_NINE, FOUR, evolve(UP_TO_NINE, id="4", polarity="denied")), "134"),
    "a denial elsewhere": ((UP_TO_NINE, evolve(UP_TO_NINE, id="4", polarity="denied", event=FAR)), "4"),
    "what is no number": ((UP_TO_NINE, said(4, WHOLE, PLACE, TOWN)), "4"),
}


@pytest.mark.parametrize(("claims", "left"), AT_STAKE.values(), ids=AT_STAKE)
def test_numbers_with_which_nothing_is_at_odds_are_left_out(claims, left):
    """All of an event and its parts are looked at where one is denied, and where parts together can be too many."""
    definition = Definition(KILLED, "how many died", parts="so it is")
    background = Background.of(Codebook((definition,), disjoint=(Disjoint((PART, OTHER), (), "apart"),)))

    assert left == "".join(sorted(claim.id[-1] for claim in at_stake(claims, background, [Hearing.under(STRICT)])))


def test_without_disjoint_parts_only_numbers_that_contradict_each_other_are_looked_at():
    """However many there are together."""
    background = Background.of(Codebook((Definition(KILLED, "how many died", parts="so it is"),)))
    too_many, too_few = evolve(FIVE, value=Count(10)), evolve(FIVE, id="paper/04", value=Count(0, 3))
    claims = (UP_TO_NINE, evolve(FOUR, value=Count(9)), too_many, too_few)

    assert {UP_TO_NINE, too_many, too_few} == {*at_stake(claims, background, [Hearing.under(STRICT)])}


NOT_ALL = {
    "nobody died, of a part": ((PART, Count(0, 0)), (WHOLE, Count(0, 0), "asserted"), "parts"),
    "nobody died, of a whole": ((WHOLE, Count(1)), (PART, Count(1), "asserted"), "parts"),
    "not so many as five, of a whole": ((WHOLE, Count(5)), (PART, Count(5), "asserted"), "parts"),
    "not so many as five, and four of a part": ((WHOLE, Count(5)), (PART, Count(4), "asserted"), None),
    "more than five, of a part": ((PART, Count(0, 5)), (WHOLE, Count(0, 5), "asserted"), "parts"),
    "more than five, of a part, and six": ((PART, Count(0, 5)), (WHOLE, Count(0, 6), "asserted"), None),
    "two denials": ((WHOLE, Count(5)), (WHOLE, Count(0, 7), "denied"), "denial"),
    "two denials that leave one number": ((WHOLE, Count(5)), (WHOLE, Count(0, 3), "denied"), None),
    "not five, of a whole, and five of a part": ((WHOLE, Count(5, 5)), (PART, Count(5), "asserted"), None),
    "not five to seven, and five": ((WHOLE, Count(5, 7)), (WHOLE, Count(5, 5), "asserted"), "denial"),
    "not about five, of a whole, and five of a part": ((WHOLE, Count(about=5)), (PART, Count(5), "asserted"), None),
}


@pytest.mark.parametrize(("denied", "other", "rule"), NOT_ALL.values(), ids=NOT_ALL)
def test_what_is_denied_binds_parts_and_wholes_where_it_leaves_a_bound(denied, other, rule):
    """A denied floor is a ceiling, a denied ceiling a floor; a point in between binds no other question by itself."""
    (event, value), (other_event, other_value, polarity) = denied, other
    codebook = Codebook((Definition(KILLED, "how many died", parts="so it is"),))
    claims = (
        said(1, event, KILLED, value, polarity="denied"),
        said(2, other_event, KILLED, other_value, polarity=polarity),
    )
    found = search(claims, codebook, READINGS).conflicts

    assert [rule] * bool(rule) == [conflict.rule for conflict in found]
    assert all(conflict.verify() for conflict in found)


def denied(number, low, high, event=WHOLE, **given_):
    """A claim that denies numbers between others."""
    return said(number, event, KILLED, Count(low, high), polarity="denied", **given_)


def counted(number, *bounds_, event=WHOLE, **given_):
    """A claim on a number."""
    return said(number, event, KILLED, Count(*bounds_), **given_)


BETWEEN_OTHERS = {
    "two to four, but neither": ([counted(0, 2), counted(1, 0, 4), denied(2, 2, 4)], [(0, 1, 2)]),
    "one number is left": ([counted(0, 1), counted(1, 0, 4), denied(2, 2, 4)], []),
    "two that deny it together": ([counted(0, 2, 4), denied(1, 2, 3), denied(2, 3, 5)], [(0, 1, 2)]),
    "more than the floor allows itself": (
        [counted(0, 2, 5), denied(1, 2, 3), denied(2, 4, 5), denied(3, 6, 6), counted(4, 0, 6)],
        [(0, 1, 2)],
    ),
    "three that leave nothing together": ([denied(0, 0, 4), denied(1, 5, 6), denied(2, 7, None)], [(0, 1, 2)]),
    "four of one question": (
        [counted(0, 2), denied(1, 2, 2), denied(2, 3, 3), counted(3, 0, 3)],
        [(0, 1, 2, 3)],
    ),
    "one of two ways": (
        [counted(0, 2), denied(1, 2, 3), denied(2, 2, 4), counted(3, 0, 3)],
        [(0, 1, 3), (0, 2, 3)],
    ),
    "each of those who say the same": (
        [counted(0, 2), counted(1, 2), denied(2, 2, 2), counted(3, 0, 2)],
        [(0, 2, 3), (1, 2, 3)],
    ),
    "a part": ([counted(0, 2, event=PART), denied(1, 2, 4), counted(2, 0, 4)], [(0, 1, 2)]),
    "denied of the part": ([counted(0, 2, event=PART), denied(1, 2, 4, event=PART), counted(2, 0, 4)], [(0, 1, 2)]),
    "denied of a part of the part": (
        [counted(0, 2, event=PART), denied(1, 2, 4, event=INNER), counted(2, 0, 4)],
        [],
    ),
    "at one time": ([counted(0, 2, as_of=EARLY), denied(1, 2, 4), counted(2, 0, 4, as_of=EARLY)], [(0, 1, 2)]),
    "at one time, written in two ways": (
        [counted(0, 2, 3, as_of=EARLY), denied(1, 2, 4, as_of=Period.parse("2011-12-16/2011-12-16"))],
        [(0, 1)],
    ),
    "later": ([counted(0, 2, as_of=EARLY), denied(1, 2, 4), counted(2, 0, 4, as_of=LATE)], [(0, 1, 2)]),
    "earlier": ([counted(0, 2, as_of=LATE), denied(1, 2, 4), counted(2, 0, 4, as_of=EARLY)], []),
}


@pytest.mark.parametrize(("claims", "sets"), BETWEEN_OTHERS.values(), ids=BETWEEN_OTHERS)
def test_numbers_that_are_denied_between_others_raise_a_floor(claims, sets):
    """Above a ceiling of the same question, or of one that encloses it."""
    codebook = Codebook((Definition(KILLED, "how many died", cumulative="so it is", parts="so it is"),))
    found = search(claims, codebook, (STRICT,))

    assert {tuple(claims[n] for n in chosen) for chosen in sets} == {each.claims for each in found.conflicts}
    assert len(sets) == len(found.conflicts)
    assert {"denial"} >= {each.rule for each in found.conflicts}
    assert all(each.verify() for each in found.conflicts)
    assert found.complete


ADDING = {
    "what the parts come to": (
        [counted(0, 4, event=PART), counted(1, 4, event=OTHER), denied(2, 8, 8), counted(3, 0, 8)],
        [(0, 1, 2, 3)],
    ),
    "more than the parts come to": (
        [counted(0, 4, event=PART), counted(1, 4, event=OTHER), denied(2, 9, 9), counted(3, 0, 9)],
        [],
    ),
    "what a part comes to": (
        [counted(0, 2, event=PART), denied(1, 2, 3, event=PART), counted(2, 2, event=OTHER), counted(3, 0, 5)],
        [(0, 1, 2, 3)],
    ),
    "what each part comes to, and they together": (
        [
            counted(0, 2, event=INNER),
            denied(1, 2, 2, event=PART),
            counted(2, 1, event=OTHER),
            denied(3, 1, 1, event=OTHER),
            denied(4, 5, 6),
            counted(5, 0, 6),
        ],
        [(0, 1, 2, 3, 4, 5)],
    ),
    "what one part comes to that is more than the whole already": (
        [counted(0, 2, event=PART), denied(1, 2, 5, event=PART), counted(2, 1, event=OTHER), counted(3, 0, 5)],
        [(0, 1, 3)],
    ),
    "what parts come to that are more than the whole already": (
        [counted(0, 4, event=PART), counted(1, 4, event=OTHER), denied(2, 8, 8), counted(3, 0, 7)],
        [(0, 1, 3)],
    ),
    "what either part comes to": (
        [counted(0, 4, event=PART), counted(1, 4, event=OTHER), denied(2, 4, 8), counted(3, 0, 8)],
        [(0, 2, 3), (1, 2, 3)],
    ),
    "three parts, two of which are one within the other": (
        [
            counted(0, 3, event=INNER),
            counted(1, 3, event=PART),
            counted(2, 3, event=OTHER),
            denied(3, 6, 8),
            counted(4, 0, 8),
        ],
        [(0, 2, 3, 4), (1, 2, 3, 4)],
    ),
    "parts at times of which neither is before the other": (
        [
            counted(0, 4, event=PART, as_of=BETWEEN),
            counted(1, 4, event=OTHER, as_of=Period.parse("2011-12")),
            denied(2, 8, 8),
            counted(3, 0, 8),
        ],
        [(0, 1, 2, 3)],
    ),
    "parts of which the whole has one earlier": (
        [
            counted(0, 4, event=PART, as_of=EARLY),
            counted(1, 4, event=OTHER, as_of=LATE),
            denied(2, 8, 8, as_of=EARLY),
            counted(3, 0, 8, as_of=LATE),
        ],
        [],
    ),
    "at any time, but not the same at all times": (
        [counted(0, 5, 6, as_of=EARLY), denied(1, 5, 5), denied(2, 6, 7, as_of=LATE), counted(3, 0, 7, as_of=LATE)],
        [(0, 1, 2, 3)],
    ),
}


@pytest.mark.parametrize(("claims", "sets"), ADDING.values(), ids=ADDING)
def test_parts_add_up_before_and_after_what_is_denied_is_passed_over(claims, sets):
    """At all times by which they are so many; only if something is passed over, it is a denial."""
    solvable = possible(constraints(claims, GROWING, STRICT))
    expected = {frozenset(claims[n].id for n in chosen) for chosen in sets}

    assert expected == minimal(claims, lambda chosen: solvable([claim.id for claim in chosen]))
    assert_reported(expected, Small(tuple(claims), GROWING), STRICT)
    for found in search(claims, GROWING, (STRICT,)).conflicts:
        assert ("denial" if any(map(hole, found.claims)) else "sums") == found.rule


def test_a_denial_binds_later_counts_of_what_only_grows():
    """Who denies in the end that five died denies it of every day before, and of parts that together have so many."""
    early = said(1, WHOLE, KILLED, Count(5), as_of=EARLY)
    late = said(2, WHOLE, KILLED, Count(5), polarity="denied", as_of=LATE)
    parts = [said(n, event, KILLED, Count(low)) for n, event, low in ((3, PART, 2), (4, OTHER, 3))]
    found = search((early, late, *parts), GROWING, (STRICT,)).conflicts

    assert {"cumulative": (early, late), "sums": (late, *parts)} == {each.rule: each.claims for each in found}
    assert all(each.verify() for each in found)


PARTS_OF_FIVE = (said(1, PART, KILLED, Count(4)), said(2, OTHER, KILLED, Count(3)), said(3, WHOLE, KILLED, Count(0, 5)))
WORK = {
    "two parts, and their sums": (PARTS_OF_FIVE, 5, 1),
    "two parts at other times": ([evolve(c, as_of=time) for c, time in zip(PARTS_OF_FIVE, AT, strict=True)], 2, 0),
    "parts of more than the whole counts": ([*PARTS_OF_FIVE[:2], evolve(PARTS_OF_FIVE[2], scope=Scope(TOWN))], 0, 0),
}


@pytest.mark.parametrize(("claims", "work", "many"), WORK.values(), ids=WORK)
def test_no_choice_of_parts_is_looked_at_twice(claims, work, many):
    """Each part is held against the whole, then each is added to those before it, if it is one."""
    for steps in range(8):
        found = search(claims, ADDED, (STRICT,), steps)
        assert found.complete == (steps >= work)
        assert len(found.conflicts) == many or not found.complete


@pytest.mark.parametrize("many", [20, 150])
def test_parts_that_are_all_needed_are_added_without_a_look_at_any_fewer(many):
    """One part after the other; without any of them the rest is too little, whatever is left out beside it."""
    parts = [Event(f"part-{n}", "Part", "strike", WHOLE) for n in range(many)]
    apart = Codebook(
        (Definition(KILLED, "how many", parts="so it is"),), disjoint=(Disjoint(tuple(parts), (), "apart"),)
    )
    claims = [evolve(counted(n, 1), event=part, id=f"paper/{n:03}") for n, part in enumerate(parts)]
    found = search((*claims, evolve(counted(0, 0, many - 1), event=WHOLE, id="paper/whole")), apart, (STRICT,))

    assert [len(conflict.claims) for conflict in found.conflicts] == [many + 1]
    assert found.complete


@pytest.mark.parametrize(("many", "complete"), [(20, True), (250, False)])
def test_a_proof_that_would_be_too_long_is_told_to_be_missing(many, complete):
    """Each number is denied that a floor is raised to, one after the other."""
    claims = [counted(0, 1), *(denied(n, n, n) for n in range(1, many)), counted(many, 0, many - 1)]
    found = search(claims, GROWING, (STRICT,))

    assert (len(found.conflicts), found.complete) == (int(complete), complete)
    assert all(conflict.verify() for conflict in found.conflicts)


DENIED_AMONG_MANY = {
    "floors below, and ceilings": (
        [counted(n, n + 1) for n in range(9)] + [counted(n, 0, n) for n in range(60, 70)],
        9,
    ),
    "floors above, each looked at once more": ([*(counted(n, n) for n in range(51, 60)), counted(99, 0, 99)], 18),
    "a floor that others pass over too": (
        [counted(0, 50), *(denied(n, 50, n) for n in range(51, 56)), counted(99, 0, 99)],
        2 * (1 + 2 + 3 + 4 + 5 + 6) + 6,
    ),
}


@pytest.mark.parametrize(("claims", "work"), DENIED_AMONG_MANY.values(), ids=DENIED_AMONG_MANY)
def test_what_a_number_that_is_denied_has_nothing_to_do_with_costs_next_to_nothing(claims, work):
    """One step for each claim that may come to it, and one for each that does; none is passed over twice."""
    for steps in (work - 1, work):
        assert search((*claims, denied(70, 50, 50)), GROWING, (STRICT,), steps).complete == (steps == work)


ADDED = Codebook(
    (Definition(KILLED, "how many died", parts="so it is"),), disjoint=(Disjoint((PART, OTHER), (), "apart"),)
)


def test_a_search_that_is_cut_short_under_one_reading_says_so():
    """Though the last has nothing to look for."""
    parts, whole = PARTS_OF_FIVE[:2], evolve(PARTS_OF_FIVE[2], value=Count(2, word="few"))

    assert search((*parts, whole), ADDED, (STRICT,), 1).complete
    assert not search((*parts, whole), ADDED, (READINGS[1], STRICT), 1).complete


def test_a_search_may_try_more_choices_where_there_are_more_claims():
    """So many for each."""
    with patch("zhanaozen_archive._conflicts.detect.STEPS", 0):
        for each, complete in ((1, False), (2, True)):
            with patch("zhanaozen_archive._conflicts.detect.STEPS_EACH", each):
                assert complete == search(PARTS_OF_FIVE, ADDED, (STRICT,)).complete


EXAMPLES = {
    "parts of which two overlap": ([(OTHER, 2, None), (PART, 2, None), (INNER, 2, None)], 5, None, 0, 0),
    "parts at one time": ([(PART, 4, EARLY), (OTHER, 3, EARLY)], 5, EARLY, 1, 1),
    "parts at two times": ([(PART, 4, EARLY), (OTHER, 3, LATE)], 5, None, 1, 0),
    "parts before their whole": ([(PART, 4, EARLY), (OTHER, 3, None)], 5, LATE, 1, 0),
    "parts after their whole": ([(PART, 4, LATE), (OTHER, 3, None)], 5, EARLY, 0, 0),
    "until the day from which": ([(PART, 4, BETWEEN)], 3, SINCE, 1, 0),
    "from the day until which": ([(PART, 4, SINCE)], 3, BETWEEN, 0, 0),
}


@pytest.mark.parametrize(("parts", "ceiling", "time", "growing", "falling"), EXAMPLES.values(), ids=EXAMPLES)
def test_times_of_parts_by_example(parts, ceiling, time, growing, falling):
    """What grows binds every later whole; what can fall binds it at the same time only."""
    claims = [said(n, event, KILLED, Count(low), as_of=when) for n, (event, low, when) in enumerate(parts)]
    claims.append(said(9, WHOLE, KILLED, Count(0, ceiling), as_of=time))
    for cumulative, many in (("so it is", growing), (None, falling)):
        definition = Definition(KILLED, "how many died", cumulative=cumulative, parts="so it is")
        codebook = Codebook((definition,), disjoint=(Disjoint((PART, OTHER), (), "apart"),))
        solvable = possible(constraints(claims, codebook, STRICT))
        expected = minimal(claims, lambda chosen, solvable=solvable: solvable([claim.id for claim in chosen]))
        assert_reported(expected, Small(tuple(claims), codebook), STRICT)
        assert many == len(expected)
