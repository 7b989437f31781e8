"""Dates with gaps and days of the week among several events: exactly the smallest sets without days, by trying all."""

from datetime import date
from random import Random

import pytest
import z3
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import minimal, possible
from tests.strategies import DAYS, EVENTS, PART, STRICT, WHOLE, Many, said
from zhanaozen_archive import (
    DATE,
    DURATION,
    END,
    FOLLOWED,
    SAME_DATE,
    SAME_DAY_OF_YEAR,
    START,
    WEEKDAY,
    Count,
    Day,
    Definition,
    Duration,
    Event,
    Period,
)
from zhanaozen_archive._conflicts import compare, gaps, search
from zhanaozen_archive._conflicts.solving import days_for
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.hearing import Hearing

OTHER, INNER = EVENTS[2:]
[ANY] = Many(0, 1, ("times",), 2)
CODEBOOK = evolve(
    ANY.codebook,
    definitions=(
        *ANY.codebook.definitions,
        Definition(SAME_DAY_OF_YEAR, "the day of the year of", role="same-day-of-year"),
    ),
)
FIRST = date(2011, 12, 1).toordinal()
ALL_DAYS = range(-14, 23)
"""Days from 1 December on: two weeks beyond all dates that are drawn, for days of the week of events in order."""


def drawn(random, number):
    """A claim on the days of one of three events, mostly with gaps."""
    event = random.choice(EVENTS[:3])
    kind = random.randrange(10)
    if kind < 4:
        some = sorted({random.randint(1, 8) for _ in range(random.randint(1, 3))})
        return said(number, event, DATE, Period.parse(f"[{','.join(f'2011-12-{day:02}' for day in some)}]"))
    if kind < 6:
        return said(number, event, WEEKDAY, random.choice(DAYS.terms[:7]))
    if kind == 6:
        low, high = sorted(random.randint(1, 8) for _ in range(2))
        return said(number, event, START, Period.parse(f"2011-12-{low:02}/2011-12-{high:02}"))
    key = random.choice([FOLLOWED, FOLLOWED, SAME_DATE])
    return said(number, event, key, random.choice(EVENTS[:3]))


def says(claim, begins):
    """Whether a claim is true if the events began on these days, and ended as early as they can."""
    start = FIRST + begins[claim.event.id]
    if isinstance(claim.value, Event):
        other = FIRST + begins[claim.value.id]
        return start == other if claim.property == SAME_DATE else start >= other
    if claim.property == WEEKDAY:
        return date.fromordinal(start).strftime("%A").lower() == claim.value.id
    spans = claim.value.spans()
    end = FIRST + max(begins.values()) if claim.event == WHOLE else start
    return any(first <= start <= last for first, last in spans) and (claim.property == START or end <= spans[-1][1])


def true_sets(claims):
    """Which claims can be true together, for all days on which a whole and two parts of it can begin."""
    named = {thing for claim in claims for thing in (claim.event, claim.value) if isinstance(thing, Event)}
    found = set()
    for whole in ALL_DAYS:
        later = [day for day in ALL_DAYS if day >= whole]
        for part in later if PART in named else [whole]:
            for other in later if OTHER in named else [whole]:
                begins = {WHOLE.id: whole, PART.id: part, OTHER.id: other}
                found.add(frozenset(claim.id for claim in claims if says(claim, begins)))
    return found


@settings(max_examples=3)
@given(st.integers(0, 2**32))
def test_conflicts_are_the_smallest_sets_for_which_no_days_can_be_found(seed):
    """No set is missed, and none that is reported could be smaller."""
    random = Random(seed)  # noqa: S311 - no secret
    for _ in range(3):
        claims = tuple(drawn(random, number) for number in range(random.randint(3, 6)))
        possible = true_sets(claims)
        found = search(claims, CODEBOOK, (STRICT,))
        sets = [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]

        expected = minimal(claims, lambda chosen: any({c.id for c in chosen} <= true for true in possible))  # noqa: B023
        assert all(conflict.verify() for conflict in found.conflicts)
        assert {*sets} <= {*expected}
        assert counted(found) == len(sets)
        assert not found.complete or len(sets) == len(expected)


def counted(found):
    """How many conflicts a search counts, however often it came by each."""
    return sum(sum(under.values()) for under in found.sizes.values())


def test_days_of_the_week_differ_in_a_circle_that_no_date_reaches():
    """Each of the two is no earlier than the other: they begin on one day, whichever week that is in."""
    claims = (
        said(0, WHOLE, WEEKDAY, DAYS.terms[1]),
        said(1, WHOLE, FOLLOWED, OTHER),
        said(2, OTHER, WEEKDAY, DAYS.terms[6]),
    )

    [conflict] = search(claims, CODEBOOK, (STRICT,)).conflicts

    assert (conflict.claims, conflict.rule, conflict.verify()) == (claims, "calendar", True)
    assert conflict.gap is None
    assert not search(claims[::2], CODEBOOK, (STRICT,)).conflicts
    same = evolve(claims[2], value=DAYS.terms[1])
    assert not search((*claims[:2], same), CODEBOOK, (STRICT,)).conflicts


def dateless(random, number):
    """A claim on the day of the week, the length or the order of one of three events; rarely a date."""
    event, kind = random.choice(EVENTS[:3]), random.randrange(20)
    if kind < 8:
        return said(number, event, WEEKDAY, random.choice(DAYS.terms[:7]))
    if kind < 12:
        return said(number, event, DURATION, Duration(Count.exactly(random.randint(1, 5)), "days"))
    if kind == 12:
        return said(number, event, DATE, Period.parse(f"2011-12-{random.randint(1, 8):02}"))
    return said(number, event, random.choice([FOLLOWED, FOLLOWED, SAME_DATE]), random.choice(EVENTS[:3]))


def weekly(claim):
    """A claim as a test of the first and last days of its event and of another, a week beginning with day 0."""
    start, end = f"{claim.event.id} start", f"{claim.event.id} end"
    if claim.property == WEEKDAY:
        day = DAYS.terms.index(claim.value)
        return claim.id, (start,), lambda first: first % 7 == day
    if claim.property == DURATION:
        most = claim.value.count.high
        return claim.id, (start, end), lambda first, last: z3.And(most - 1 <= last - first, last - first <= most)
    if claim.property == DATE:
        [(day, _)] = claim.value.spans()
        return claim.id, (start, end), lambda first, last: z3.And(first == day - 1, last == day - 1)
    other = f"{claim.value.id} start"
    if claim.property == SAME_DATE:
        return claim.id, (start, other), lambda one, two: one == two
    return claim.id, (start, other), lambda one, two: one >= two


def holding(event):
    """What holds of an event that has no part in the drawing but the whole it may lie within."""
    ends = tuple(f"{event.id} {end}" for end in ("start", "end"))
    yield None, ends, lambda first, last: first <= last
    if event.part_of is not None:
        whole = tuple(f"{event.part_of.id} {end}" for end in ("start", "end"))
        yield None, (*ends, *whole), lambda first, last, begin, over: z3.And(begin <= first, last <= over)


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_days_of_the_week_without_dates_are_the_smallest_sets_that_z3_cannot_satisfy(seed):
    """In circles of order and length, too, of which only the days of the week are known."""
    random = Random(seed)  # noqa: S311 - no secret
    claims = tuple(dateless(random, number) for number in range(random.randint(4, 8)))
    solvable = possible([*map(weekly, claims), *(line for event in EVENTS[:3] for line in holding(event))])

    found = search(claims, CODEBOOK, (STRICT,))

    assert found.complete
    assert all(conflict.verify() for conflict in found.conflicts)
    sets = [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]
    expected = minimal(claims, lambda chosen: solvable([claim.id for claim in chosen]))
    assert {*sets} == {*expected}
    assert counted(found) == len(sets) == len(expected)


def test_a_circle_of_many_days_of_the_week_is_given_up_and_said_to_be(monkeypatch):
    """A strike of three days with a meeting on each day of the week."""
    monkeypatch.setattr(gaps, "ANCHORED", 3)
    meetings = [Event(f"meeting-{n}", f"Meeting {n}", "meeting", part_of=WHOLE) for n in range(7)]
    claims = (
        said(0, WHOLE, DURATION, Duration(Count.exactly(3), "days")),
        *(said(n, meeting, WEEKDAY, DAYS.terms[n - 1]) for n, meeting in enumerate(meetings, 1)),
    )

    assert not search(claims, CODEBOOK, (STRICT,)).complete


def on(number, event, text):
    """A claim on a date."""
    return said(number, event, DATE, Period.parse(text))


def end(number, event, text):
    """A claim on an end."""
    return said(number, event, END, Period.parse(text))


FAR = Event("far", "Far", "holiday")
EARLIER, LATER = (Event(id_, id_, "strike") for id_ in ("earlier", "later"))
MONDAY, TUESDAY = DAYS.terms[:2]
EXAMPLES = {
    "a day of the week that comes too late": (
        [on(1, WHOLE, "2011-12-01/2011-12-04"), said(2, PART, WEEKDAY, MONDAY)],
        [(0, 1)],
    ),
    "each of those who say the same": (
        [
            on(1, WHOLE, "2011-12-01/2011-12-04"),
            said(2, PART, WEEKDAY, MONDAY),
            said(3, PART, WEEKDAY, MONDAY),
            on(0, WHOLE, "2011-12-01/2011-12-04"),
        ],
        [(3, 1), (3, 2), (0, 1), (0, 2)],
    ),
    "a yearly day": (
        [on(1, FAR, "XXXX-12-16"), said(2, WHOLE, SAME_DAY_OF_YEAR, FAR), on(3, WHOLE, "2011-12-17")],
        [(0, 1, 2)],
    ),
    "a yearly day that is right": (
        [on(1, FAR, "1991-12-16"), said(2, WHOLE, SAME_DAY_OF_YEAR, FAR), on(3, WHOLE, "2011-12-16")],
        [],
    ),
    "a yearly day from a year on": (
        [
            on(1, FAR, "XXXX-12-16"),
            said(2, PART, SAME_DAY_OF_YEAR, FAR),
            on(3, WHOLE, "2011"),
            said(4, OTHER, FOLLOWED, PART),
            on(5, OTHER, "2011-11-18"),
        ],
        [(0, 1, 2, 3, 4)],
    ),
    "years say nothing of the day": (
        [on(1, FAR, "1986"), said(2, WHOLE, SAME_DAY_OF_YEAR, FAR), on(3, WHOLE, "2011-12-16")],
        [],
    ),
    "many days, none of which is the one": (
        [
            on(1, FAR, "[1986-01-01..1986-01-20,1987-03-01..1987-03-20]"),
            said(2, WHOLE, SAME_DAY_OF_YEAR, FAR),
            on(3, WHOLE, "2011-12-16"),
        ],
        [(0, 1, 2)],
    ),
    "more than a month on both sides, which is not looked into": (
        [
            on(1, FAR, "1986-01-01/1986-02-20"),
            said(2, WHOLE, SAME_DAY_OF_YEAR, FAR),
            on(3, WHOLE, "2011-05-01/2011-06-20"),
        ],
        [],
    ),
    "two days of the week of one day": (
        [said(1, PART, WEEKDAY, MONDAY), said(2, PART, SAME_DATE, OTHER), said(3, OTHER, WEEKDAY, TUESDAY)],
        [(0, 1, 2)],
    ),
    "a day of the week that comes too late for an end": (
        [on(1, WHOLE, "2011-12-01/2011-12-20"), said(2, WHOLE, WEEKDAY, MONDAY), end(3, WHOLE, "../2011-12-04")],
        [(0, 1, 2)],
    ),
    "a circle with a day of the week that a date has": (
        [
            on(1, OTHER, "[2011-12-05,2011-12-07]"),
            said(2, OTHER, FOLLOWED, PART),
            said(3, PART, FOLLOWED, OTHER),
            said(4, PART, WEEKDAY, MONDAY),
            said(5, OTHER, START, Period.parse("2011-12-06/..")),
            said(6, FAR, WEEKDAY, TUESDAY),
        ],
        [(0, 1, 2, 3, 4)],
    ),
    "a circle that parts and wholes close": (
        [said(1, INNER, WEEKDAY, MONDAY), said(2, WHOLE, WEEKDAY, TUESDAY), said(3, WHOLE, FOLLOWED, INNER)],
        [(0, 1, 2)],
    ),
    "a circle on which another shares a day": (
        [
            said(1, OTHER, WEEKDAY, MONDAY),
            said(2, WHOLE, WEEKDAY, TUESDAY),
            said(3, WHOLE, FOLLOWED, INNER),
            said(4, OTHER, SAME_DATE, INNER),
        ],
        [(0, 1, 2, 3)],
    ),
    "a circle that leads elsewhere": (
        [
            said(1, INNER, WEEKDAY, MONDAY),
            said(2, WHOLE, WEEKDAY, TUESDAY),
            said(3, WHOLE, FOLLOWED, INNER),
            said(4, FAR, FOLLOWED, WHOLE),
            said(5, FAR, WEEKDAY, MONDAY),
        ],
        [(0, 1, 2)],
    ),
    "a circle with one day of the week": (
        [said(1, PART, WEEKDAY, MONDAY), said(2, PART, FOLLOWED, OTHER), said(3, OTHER, FOLLOWED, PART)],
        [],
    ),
    "a circle that is followed by another, which has a date": (
        [
            said(1, EARLIER, SAME_DATE, LATER),
            said(2, EARLIER, WEEKDAY, MONDAY),
            said(3, PART, FOLLOWED, LATER),
            said(4, PART, WEEKDAY, TUESDAY),
            said(5, PART, SAME_DATE, OTHER),
            said(6, PART, START, Period.parse("../2001-01-01")),
        ],
        [],
    ),
    "a day of the week that a date has only before": (
        [
            said(1, WHOLE, START, Period.parse("2011-12-06/..")),
            on(2, PART, "[2011-12-05,2011-12-13]"),
            said(3, PART, WEEKDAY, MONDAY),
        ],
        [(0, 1, 2)],
    ),
    "a day of the week, as long before an end": (
        [
            end(1, WHOLE, "2011-12-10/.."),
            said(2, WHOLE, DURATION, Duration(Count.exactly(2), "days")),
            said(3, WHOLE, WEEKDAY, MONDAY),
            said(4, WHOLE, START, Period.parse("../2011-12-11")),
        ],
        [(0, 1, 2, 3)],
    ),
    "dates of one day that fit but for their gaps": (
        [
            on(1, PART, "[2011-12-01,2011-12-03]"),
            said(2, PART, SAME_DATE, OTHER),
            on(3, OTHER, "[2011-12-02,2011-12-04]"),
        ],
        [(0, 1, 2)],
    ),
    "dates of one day that are apart, gaps or not": (
        [
            on(1, PART, "[2011-12-01,2011-12-03]"),
            said(2, PART, SAME_DATE, OTHER),
            on(3, OTHER, "[2011-12-08,2011-12-10]"),
        ],
        [(0, 1, 2)],
    ),
    "a length that does not fit dates, gaps or not": (
        [
            on(1, WHOLE, "[2011-12-07,2011-12-10]"),
            said(2, INNER, DURATION, Duration(Count.exactly(4), "days")),
            on(3, INNER, "[2011-12-01,2011-12-09]"),
        ],
        [(0, 1, 2)],
    ),
    "a day that nobody names": (
        [said(1, PART, SAME_DAY_OF_YEAR, FAR), said(2, PART, WEEKDAY, MONDAY), said(3, PART, SAME_DATE, PART)],
        [],
    ),
}


@pytest.mark.parametrize(("claims", "sets"), EXAMPLES.values(), ids=EXAMPLES)
def test_gaps_by_example(claims, sets):
    """Days of the week, days of the year, and what carries them from one event to another."""
    found = search(claims, CODEBOOK, (STRICT,))

    assert [tuple(claims[n] for n in chosen) for chosen in sets] == [conflict.claims for conflict in found.conflicts]
    assert counted(found) == len(sets)
    assert found.complete
    for conflict in found.conflicts:
        named = any(claim.property == WEEKDAY for claim in conflict.claims)
        assert (conflict.rule, conflict.verify()) == ("calendar" if named else "order", True)


APART = {"a day of the week that comes too late": 1, "a yearly day": None}


@pytest.mark.parametrize(("example", "gap"), APART.items(), ids=APART)
def test_claims_between_which_a_day_is_left_are_so_many_days_apart(example, gap):
    """Where no day is left, they are not."""
    claims, _ = EXAMPLES[example]
    [found] = search(claims, CODEBOOK, (STRICT,)).conflicts

    assert gap == found.gap


def test_two_claims_on_a_day_of_the_year_have_days_on_which_both_are_true():
    """Where one event is dated, the other falls on the same day of some year."""
    yearly, dated = said(1, WHOLE, SAME_DAY_OF_YEAR, FAR), on(2, WHOLE, "2011-12-16")
    world = dict(compare(yearly, dated, CODEBOOK, STRICT).world)

    assert date.fromordinal(world["start", WHOLE.id]) == date(2011, 12, 16)
    assert str(Day.from_ordinal(world["start", FAR.id])).endswith("-12-16")


def test_days_that_never_meet_are_in_conflict_without_the_date_they_go_on_from():
    """Two events, each no earlier than the other, on different days of the week."""
    claims = (
        on(1, PART, "2011-12-01/.."),
        said(2, PART, FOLLOWED, OTHER),
        said(3, OTHER, FOLLOWED, PART),
        said(4, PART, WEEKDAY, MONDAY),
        said(5, OTHER, WEEKDAY, TUESDAY),
    )
    found = search(claims, CODEBOOK, (STRICT,))

    [conflict] = found.conflicts
    assert (conflict.claims, found.complete) == (claims[1:], True)


def days_of(*claims):
    """The days on which events begin, where claims are all true."""
    found = days_for(claims, Background.of(CODEBOOK), Hearing.under(STRICT))
    return {id_: Day.from_ordinal(day) for (end, id_), day in found if end == "start"}


PAIRED = (
    said(1, PART, SAME_DAY_OF_YEAR, FAR),
    said(2, PART, FOLLOWED, FAR),
    on(3, FAR, "2012/.."),
    said(4, FAR, WEEKDAY, DAYS.terms[6]),
    said(5, PART, WEEKDAY, MONDAY),
)
"""The first day of the one is a Sunday, that of the other the Monday after: they are to be on one day of some year."""


@pytest.mark.parametrize("others", [(), (said(0, EARLIER, SAME_DAY_OF_YEAR, LATER),)], ids=["one pair", "two pairs"])
def test_events_on_one_day_of_the_year_are_on_it_in_the_end(others):
    """Either of the two can be moved to the day of the other; that one must not move in turn."""
    found = days_of(*others, *PAIRED)

    assert (Day(2012, 1, 1), Day(2018, 1, 1)) == (found["far"], found["part"])


def test_each_pair_of_events_is_brought_on_one_day_of_the_year():
    """Three pairs, of which the second is on one day from the beginning."""
    events = [Event(f"event{n}", f"Event {n}", "strike") for n in range(6)]
    dates = ("2010-03-01/..", "2011-02-01/..", "2010-04-01/..", "2011-04-01/..", "2010-05-01/..", "2011-05-10/..")
    links = [said(n, events[n], SAME_DAY_OF_YEAR, events[n + 1]) for n in (0, 2, 4)]
    found = days_of(*links, *(on(n, event, date) for n, (event, date) in enumerate(zip(events, dates, strict=True), 6)))

    for link in links:
        one, other = found[link.event.id], found[link.value.id]
        assert (one.month, one.day) == (other.month, other.day)


def test_a_pair_on_one_day_of_the_year_stays_free_to_move_with_another():
    """The first two are on 1 January from the beginning, until the last two move the one, and it the other."""
    one, other, before, yearly, least = (Event(name, name, "strike") for name in ("a", "b", "c", "d", "e"))
    found = days_of(
        *(on(n, event, "2011-01") for n, event in enumerate((one, before, yearly))),
        on(3, other, "2012-01"),
        on(4, least, "2011-01-10"),
        said(5, one, SAME_DAY_OF_YEAR, other),
        said(6, before, SAME_DAY_OF_YEAR, yearly),
        said(7, one, FOLLOWED, before),
        said(8, yearly, FOLLOWED, least),
    )

    assert (Day(2011, 1, 10), Day(2012, 1, 10)) == (found["a"], found["b"])


def test_where_no_day_is_the_first_the_days_are_near_those_that_are_named():
    """Not before all the years, but before all that are named."""
    monday = said(2, WHOLE, WEEKDAY, MONDAY)
    late = days_of(on(1, WHOLE, "../2011-12-16"), monday)
    early = days_of(on(1, WHOLE, "[..2010-12-31,2011-12-16]"), monday)
    long = days_of(on(1, WHOLE, "../2011-12-16"), monday, said(3, WHOLE, DURATION, Duration(Count(300), "days")))

    assert Day(2011, 11, 1) < late["whole"] < Day(2011, 12, 16)
    assert Day(2010, 11, 1) < early["whole"] < Day(2010, 12, 31)
    assert Day(2010, 11, 1) < long["whole"] < Day(2011, 2, 21)


def test_days_are_found_before_the_year_one():
    """The earliest that there are, where one is named."""
    monday = said(1, WHOLE, WEEKDAY, MONDAY)
    between, until = (days_of(on(2, WHOLE, text), monday) for text in ("-0010-05-01/-0010-07-01", "../-0010-07-01"))

    assert Day(-10, 5, 1).ordinal <= between["whole"].ordinal < Day(-10, 5, 8).ordinal
    assert until["whole"] < Day(-10, 7, 1)
    assert (between["whole"].ordinal - 1) % 7 == (until["whole"].ordinal - 1) % 7 == 0


NEVER = {
    "a yearly day that is wrong": EXAMPLES["a yearly day"][0],
    "no day of the year is shared": EXAMPLES["more than a month on both sides, which is not looked into"][0],
    "no two days meet": [
        on(1, PART, "2011-12-01/.."),
        said(2, PART, SAME_DATE, OTHER),
        said(3, PART, WEEKDAY, MONDAY),
        said(4, OTHER, FOLLOWED, PART),
        said(5, FAR, SAME_DATE, OTHER),
        said(6, FAR, WEEKDAY, TUESDAY),
    ],
    "no two days meet, by order alone": [
        said(2, PART, FOLLOWED, OTHER),
        said(3, OTHER, FOLLOWED, PART),
        said(4, PART, WEEKDAY, MONDAY),
        said(5, OTHER, WEEKDAY, TUESDAY),
    ],
}


@pytest.mark.parametrize("claims", NEVER.values(), ids=NEVER)
def test_no_days_are_given_where_there_are_none(claims):
    """Also where no chain of claims shows it."""
    background = Background.of(CODEBOOK)

    assert days_for(claims, background, Hearing.under(STRICT)) is None
    assert days_for(claims[:2], background, Hearing.under(STRICT)) is not None


STEPS = {
    "a day of the week that comes too late for an end": 7,
    "a yearly day from a year on": 26,
    "a circle with a day of the week that a date has": 29,
    "a circle on which another shares a day": 20,
    "dates of one day that fit but for their gaps": 22,
    "dates of one day that are apart, gaps or not": 19,
}


@pytest.mark.parametrize(("example", "enough"), STEPS.items(), ids=STEPS)
def test_a_search_that_is_cut_short_says_so(example, enough):
    """Each day that a chain of claims comes to is a step, and what has none left is at its end."""
    claims, _ = EXAMPLES[example]
    found = [search(claims, CODEBOOK, (STRICT,), steps=steps) for steps in range(enough + 2)]

    assert [each.complete for each in found] == [steps >= enough for steps in range(enough + 2)]
    assert [len(each.conflicts) for each in (found[0], found[enough])] == [0, 1]


CHAINS = {
    "two days of the week of one day": 4,
    "a circle with a day of the week that a date has": 2,
    "a circle that parts and wholes close": 6,
    "a circle on which another shares a day": 11,
    "a circle that leads elsewhere": 6,
    "a circle that is followed by another, which has a date": 8,
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_chains_that_begin_with_no_date_are_counted_by_where_they_begin(example, monkeypatch):
    """No chain does, but from a day of the week on a circle where another day of the week is named, too."""
    claims, sets = EXAMPLES[example]
    enough = CHAINS.get(example, 0)
    monkeypatch.setattr(gaps, "ANCHORED", enough)
    found = search(claims, CODEBOOK, (STRICT,))
    monkeypatch.setattr(gaps, "ANCHORED", enough - 1)
    fewer = search(claims, CODEBOOK, (STRICT,))

    assert (len(found.conflicts), found.complete) == (len(sets), True)
    assert fewer.complete == (enough == 0)


def test_what_begins_with_a_date_is_found_where_a_circle_is_given_up(monkeypatch):
    """In any order of the claims."""
    monkeypatch.setattr(gaps, "ANCHORED", 1)
    circle, _ = EXAMPLES["a circle that parts and wholes close"]
    dated = [on(4, EARLIER, "../2011-12-04"), said(5, EARLIER, SAME_DATE, LATER)]
    dated += [on(6, LATER, "2011-12-01/.."), said(7, LATER, WEEKDAY, MONDAY)]
    found = search((*circle, *dated), CODEBOOK, (STRICT,))

    assert ([tuple(dated)], False) == ([conflict.claims for conflict in found.conflicts], found.complete)


def test_a_chain_that_moves_to_a_next_day_too_often_is_given_up(monkeypatch):
    """From a Thursday to a Monday and on to a Sunday: two moves."""
    claims = (
        on(1, WHOLE, "2011-12-01/.."),
        said(2, EARLIER, FOLLOWED, WHOLE),
        said(3, EARLIER, WEEKDAY, MONDAY),
        said(4, LATER, FOLLOWED, EARLIER),
        said(5, LATER, WEEKDAY, DAYS.terms[6]),
        on(6, LATER, "../2011-12-10"),
    )
    complete = []
    for laps in range(4):
        monkeypatch.setattr(gaps, "LAPS", laps)
        complete.append(search(claims, CODEBOOK, (STRICT,)).complete)

    assert complete == [False, False, True, True]
