"""Times in conflict: exactly the smallest sets that no days satisfy, by z3 and by trying every day."""

from math import inf
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.oracles import heard, minimal, outwards, possible, satisfiable
from tests.strategies import EVENTS, PART, READINGS, STRICT, WHOLE, Many, questions, said
from zhanaozen_archive import (
    CONSEQUENCE,
    DATE,
    DURATION,
    END,
    FOLLOWED,
    SAME_DATE,
    START,
    Count,
    Duration,
    Event,
    Period,
)
from zhanaozen_archive._conflicts import search
from zhanaozen_archive._conflicts.solving import days_for
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.hearing import Hearing

FIRST = Period.parse("2011-12-01").earliest.ordinal
INNER = EVENTS[3]


def nights(duration, reading):
    """How many nights the event can have lasted: three days can be two, days counted with both ends, or three."""
    low, high = heard(duration.count, reading)
    match duration.unit:
        case "days":
            return max(0, low - 1), high
        case "weeks":
            return max(0, 7 * low - 1), 7 * high
        case "months":
            return max(0, 28 * low - 1), 31 * high
        case "years":
            return max(0, 365 * low - 1), 366 * high
    return low // 24, inf if high == inf else (high + 23) // 24


def bounds(period, reading):
    """The first and the last day that a date allows."""
    if any(mark in period.text for mark in "~?%") and not reading.dates_as_written:
        return -inf, inf
    spans = period.spans()
    first, last = spans[0][0], spans[-1][1]
    return -inf if first is None else first - FIRST, inf if last is None else last - FIRST


def constraints(claims, reading):
    """What claims on time and their background say of the first and the last day of each event; day 0 is 1 December."""
    found = []
    events = {event for claim in claims for event in outwards(claim.event)}
    events |= {event for claim in claims if isinstance(claim.value, Event) for event in outwards(claim.value)}
    for event in events:
        start, end = f"start {event.id}", f"end {event.id}"
        found.append((None, (start, end), lambda s, e: s <= e))
        if event.part_of:
            found.append((None, (f"start {event.part_of.id}", start), lambda s, e: s <= e))
            found.append((None, (end, f"end {event.part_of.id}"), lambda s, e: s <= e))
    for claim in claims:
        start, end = f"start {claim.event.id}", f"end {claim.event.id}"
        if claim.property == DURATION:
            low, high = nights(claim.value, reading)
            found.append((claim.id, (start, end), lambda s, e, low=low: e - s >= low))
            if high < inf and claim.as_of is None:
                found.append((claim.id, (start, end), lambda s, e, high=high: e - s <= high))
        elif claim.property == SAME_DATE:
            found.append((claim.id, (start, f"start {claim.value.id}"), lambda s, other: s == other))
        elif isinstance(claim.value, Event):
            other = f"start {claim.value.id}"
            found.append(
                (claim.id, (other, start) if claim.property == FOLLOWED else (start, other), lambda s, e: s <= e)
            )
        else:
            first, last = bounds(claim.value, reading)
            one, other = {DATE: (start, end), START: (start, start), END: (end, end)}[claim.property]
            if first > -inf:
                found.append((claim.id, (one,), lambda day, first=first: day >= first))
            if last < inf:
                found.append((claim.id, (other,), lambda day, last=last: day <= last))
    return found


def reported(asked, reading):
    """The sets that the search reports, each once."""
    found = search(asked.claims, asked.codebook, (reading,))
    sets = [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]
    assert found.complete
    assert sum(sum(under.values()) for under in found.sizes.values()) == len(set(sets)) == len(sets)
    assert all(conflict.verify() for conflict in found.conflicts)
    return set(sets)


def expected(asked, consistent):
    """The smallest inconsistent sets among the claims of each scope: one scope says nothing of another."""
    scopes = {claim.scope for claim in asked.claims}
    return set().union(*(minimal([c for c in asked.claims if c.scope == scope], consistent) for scope in scopes))


@settings(max_examples=7)
@given(questions(30, "times"))
def test_conflicts_are_the_smallest_sets_without_a_solution(made):
    """No set that z3 cannot satisfy is missed, and none that is reported could be smaller."""
    for asked in made:
        for reading in READINGS:
            solvable = possible(constraints(asked.claims, reading))
            wanted = expected(asked, lambda chosen, solvable=solvable: solvable([c.id for c in chosen]))
            assert wanted == reported(asked, reading)


@settings(max_examples=7)
@given(questions(30, "times", most=5))
def test_conflicts_are_the_sets_for_which_no_days_can_be_found(made):
    """Trying all days gives the same: all bounds lie in four days, and nothing lasts longer than another four."""
    for asked in made:
        wanted = expected(asked, lambda chosen: satisfiable(constraints(chosen, STRICT), range(13)))
        assert wanted == reported(asked, STRICT)


UNITS = {
    "hours": ((Count.exactly(30), "hours"), (1, 2)),
    "at least hours": ((Count(50), "hours"), (2, None)),
    "days": ((Count.exactly(3), "days"), (2, 3)),
    "one day": ((Count.exactly(1), "days"), (0, 1)),
    "weeks": ((Count.exactly(2), "weeks"), (13, 14)),
    "months": ((Count.exactly(1), "months"), (27, 31)),
    "at least years": ((Count(1), "years"), (364, None)),
    "up to years": ((Count(0, 2), "years"), (0, 732)),
}


@pytest.mark.parametrize(("given_", "bounds_"), UNITS.values(), ids=UNITS)
def test_a_length_bounds_the_nights_between_the_first_and_the_last_day(given_, bounds_):
    """The shortest and the longest stay are consistent with it, a night less or more is not."""
    duration, (least, most) = Duration(*given_), bounds_
    start = Period.parse("2011-12-01").earliest

    def conflicts(nights_):
        end = Period.parse(str(type(start).from_ordinal(start.ordinal + nights_)))
        claims = [said(1, WHOLE, DURATION, duration), said(2, WHOLE, START, Period.parse(str(start)))]
        return reported(evolve(ANY, claims=(*claims, said(3, WHOLE, END, end))), STRICT)

    assert not conflicts(least)
    assert least == 0 or conflicts(least - 1)
    assert most is None or (not conflicts(most) and conflicts(most + 1))


FAR = Event("far", "Far", "strike")
[ANY] = Many(0, 1, ("times",), 2)


def test_the_proof_runs_past_events_of_which_nobody_speaks():
    """A circle through a part that only other claims are about is told without it."""
    of_the_part = said(1, INNER, DURATION, Duration(Count(1), "days"))
    begun = said(2, PART, START, Period.parse("2011-12-08"))
    ended = said(3, WHOLE, END, Period.parse("2011-12-05"))
    [conflict] = search((of_the_part, begun, ended), ANY.codebook, (STRICT,)).conflicts

    assert (begun, ended) == conflict.claims
    assert conflict.verify()


def test_the_proof_of_claims_on_order_runs_past_events_of_which_nobody_speaks():
    """The part begins and ends between the first and the last day of the whole, whatever is said of it."""
    of_the_part = said(0, PART, START, Period.parse("2011-12-01/.."))
    begun = said(1, FAR, START, Period.parse("2011-12-10/.."))
    followed, ended = said(2, WHOLE, FOLLOWED, FAR), said(3, WHOLE, END, Period.parse("2011-12-05"))

    asked = evolve(ANY, claims=(of_the_part, begun, followed, ended))
    assert {frozenset({"paper/01", "paper/02", "paper/03"})} == reported(asked, STRICT)


RULES = {
    "dates": (said(1, WHOLE, DATE, Period.parse("2011-12-01")), said(2, WHOLE, DATE, Period.parse("2011-12-02"))),
    "order": (said(1, PART, DATE, Period.parse("2011-12-01")), said(2, WHOLE, START, Period.parse("2011-12-02"))),
    "durations": (
        said(1, WHOLE, DURATION, Duration(Count.exactly(2), "days")),
        said(2, WHOLE, DURATION, Duration(Count.exactly(5), "days")),
    ),
}


@pytest.mark.parametrize(("rule", "claims"), RULES.items(), ids=RULES)
def test_rules_of_time_by_example(rule, claims):
    """Dates of one event, dates of several or with a length, lengths alone."""
    assert [rule] == [conflict.rule for conflict in search(claims, ANY.codebook, (STRICT,)).conflicts]


def test_what_is_before_another_begins_no_later():
    """An event that came before another cannot begin after it."""
    before = said(1, WHOLE, CONSEQUENCE, EVENTS[2])
    dates = (said(2, WHOLE, START, Period.parse("2011-12-02")), said(3, EVENTS[2], DATE, Period.parse("2011-12-01")))
    # the other is a part of the whole, so that the two dates alone cannot both be true
    assert {frozenset({"paper/02", "paper/03"})} == reported(evolve(ANY, claims=(before, *dates)), STRICT)
    apart = Event("apart", "Apart", "strike")
    dates = (dates[0], said(3, apart, DATE, Period.parse("2011-12-01")))
    claims = (said(1, WHOLE, CONSEQUENCE, apart), *dates)
    assert {frozenset({"paper/01", "paper/02", "paper/03"})} == reported(evolve(ANY, claims=claims), STRICT)


def test_days_are_found_in_as_many_rounds_as_it_takes():
    """Only where dates have gaps they are given up after some."""
    events = [Event(f"event{n}", f"Event {n}", "strike") for n in range(6)]
    claims = [said(n, event, FOLLOWED, events[n - 1]) for n, event in enumerate(events) if n]
    claims.append(said(0, events[0], DATE, Period.parse("2011-12-01")))
    with patch("zhanaozen_archive._conflicts.solving.ROUNDS", 1):
        world = dict(days_for(claims, Background.of(ANY.codebook), Hearing.under(STRICT)))

    assert days_for((), Background.of(ANY.codebook), Hearing.under(STRICT)) == ()
    begins = [world["start", event.id] for event in events]
    assert begins == sorted(begins)
    assert begins[0] == FIRST


def test_a_search_along_the_order_of_events_that_is_cut_short_says_so():
    """Before the budget suffices, the search is incomplete; after that, the one set is found.

    Each path that leads to a day that has a floor is a step, and each pair of dates at its ends.
    """
    claims = (
        said(0, PART, DATE, Period.parse("2011-12-05")),
        said(1, PART, FOLLOWED, EVENTS[2]),
        said(2, EVENTS[2], DATE, Period.parse("2011-12-08")),
    )
    [small] = Many(0, 1, ("times",), 2)

    found = [search(claims, small.codebook, (STRICT,), steps=steps) for steps in range(12)]

    assert {len(each.conflicts) for each in found if each.complete} == {1}
    assert [each.complete for each in found] == [steps >= 10 for steps in range(12)]


def test_a_night_is_enough_to_keep_two_lengths_apart():
    """Two days, and no time at all."""
    claims = [
        said(n, WHOLE, DURATION, length)
        for n, length in enumerate((Duration(Count(2), "days"), Duration(Count.exactly(0), "hours")))
    ]
    [found] = search(claims, ANY.codebook, (STRICT,)).conflicts

    assert ("durations", 1) == (found.rule, found.gap)


def test_a_date_and_a_length_of_one_event_are_in_conflict_by_order():
    """Whatever the event."""
    claims = (
        said(1, WHOLE, DATE, Period.parse("2011-12-01")),
        said(2, WHOLE, DURATION, Duration(Count.exactly(5), "days")),
    )

    assert ["order"] == [conflict.rule for conflict in search(claims, ANY.codebook, (STRICT,)).conflicts]


def test_a_circle_of_lengths_goes_no_further_than_where_it_began():
    """Each path is a step: what is beyond the event is none."""
    others = (said(3, PART, DURATION, Duration(Count(1), "days")), said(4, EVENTS[2], FOLLOWED, PART))
    found = [search((*RULES["durations"], *others), ANY.codebook, (STRICT,), steps=steps) for steps in range(8)]

    assert [each.complete for each in found] == [steps >= 6 for steps in range(8)]
