"""What claims that can be true together leave open, against an enumeration of all their subsets."""

from math import inf, isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import allowed_days, common, hull, maximal_consistent
from tests.records import (
    AGENCY,
    DESK,
    GOVERNMENT,
    OFFICIALS,
    READER,
    SHOOTING,
    TOWN,
    UNKNOWN,
    UNREST,
    archive,
    claim,
)
from tests.strategies import counts, near_periods
from zhanaozen_archive import DATE, END, INJURED, KILLED, START, Bounds, Count, Day, Event, Period, Position, Scope
from zhanaozen_archive._archive.hull import Bound, count_bounds, day_bounds, maximal_sets
from zhanaozen_archive._conflicts.positions import positions

ENDS = st.integers(0, 6)
INTERVALS = st.one_of(
    st.tuples(ENDS, ENDS).map(lambda pair: tuple(sorted(pair))),
    ENDS.map(lambda low: (low, inf)),
    ENDS.map(lambda high: (-inf, high)),
    st.just((-inf, inf)),
)


def number(n):
    """Give a bound as it is shown: None where there is none."""
    return None if isinf(n) else n


@given(st.lists(INTERVALS, max_size=6))
def test_maximal_sets_are_those_of_the_definition(intervals):
    """What the sweep finds is what each maximal consistent subset has in common, in rising order, each once."""
    expected = {common([intervals[n] for n in chosen]) for chosen in maximal_consistent(intervals) if chosen}
    found = list(maximal_sets([Bound(None, *interval) for interval in intervals]))

    assert sorted(expected) == found


def as_interval(count):
    """What a count allows; a ceiling alone sets no floor, because nobody said "none"."""
    low = -inf if count.low == 0 and count.high != 0 else count.low
    return low, inf if count.high is None else count.high


@given(st.lists(counts(6), max_size=6))
def test_bounds_of_counts_are_the_hull(values):
    """Low and high are the ends of the hull, each with just the claims that set it, in the order given."""
    claims = [claim(f"c{n}", value) for n, value in enumerate(values)]
    low, high, low_by, high_by = hull([as_interval(value) for value in values])
    bounds = count_bounds(claims)

    assert (number(low), number(high)) == (bounds.low, bounds.high)
    assert [claims[n] for n in sorted(low_by)] == list(bounds.low_by)
    assert [claims[n] for n in sorted(high_by)] == list(bounds.high_by)


@given(st.lists(st.tuples(st.sampled_from([DATE, START, END]), near_periods()), max_size=6))
def test_bounds_of_days_are_the_hull(dated):
    """As with counts; a start says nothing of the last day, an end nothing of the first."""
    claims = [claim(f"c{n}", value, property=key) for n, (key, value) in enumerate(dated)]
    low, high, low_by, high_by = hull([allowed_days(each) for each in claims])
    bounds = day_bounds([(each, each.property.id) for each in claims])

    assert (number(low), number(high)) == (
        bounds.low and bounds.low.ordinal,
        bounds.high and bounds.high.ordinal,
    )
    assert [claims[n] for n in sorted(low_by)] == list(bounds.low_by)
    assert [claims[n] for n in sorted(high_by)] == list(bounds.high_by)


@given(st.lists(counts(6), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_bounds_do_not_depend_on_the_order(values, random):
    """In another order the claims set the same bounds."""
    claims = [claim(f"c{n}", value) for n, value in enumerate(values)]
    straight = count_bounds(claims)
    random.shuffle(claims)
    shuffled = count_bounds(claims)

    assert (straight.low, straight.high) == (shuffled.low, shuffled.high)
    assert set(straight.low_by) == set(shuffled.low_by)
    assert set(straight.high_by) == set(shuffled.high_by)


EXAMPLES = {
    "nothing": ([], None, None, "not known"),
    "one number": ([Count.exactly(16)], 16, 16, "16"),
    "a floor": ([Count(16)], 16, None, "at least 16"),
    "a ceiling": ([Count(high=70)], None, 70, "up to 70"),
    "both meet": ([Count(16), Count(high=70)], 16, 70, "16 to 70"),
    "they touch": ([Count(0, 16), Count(16)], 16, 16, "16"),
    "two numbers": ([Count.exactly(10), Count.exactly(16)], 10, 16, "10 to 16"),
    "a number within": ([Count(10, 20), Count.exactly(16)], 16, 16, "16"),
    "they exclude each other": ([Count.exactly(10), Count(16)], 10, None, "at least 10"),
    "a ceiling below a floor": ([Count(high=10), Count(16)], None, None, "not known"),
    "none": ([Count.exactly(0), Count(16)], 0, None, "at least 0"),
    "thousands": ([Count(1000, 2000)], 1000, 2000, "1,000 to 2,000"),
    "approximate": ([Count(about=2000)], None, None, "not known"),
}


@pytest.mark.parametrize(("values", "low", "high", "words"), EXAMPLES.values(), ids=EXAMPLES)
def test_bounds_by_example(values, low, high, words):
    """The bounds of a few sets of counts, and how they read."""
    bounds = count_bounds(claim(f"c{n}", value) for n, value in enumerate(values))

    assert (low, high) == (bounds.low, bounds.high)
    assert words == str(bounds)


def test_bounds_of_days_read_as_days():
    """A single day is said once, two are said from the first to the last."""
    sixteenth, eighteenth = Day(2011, 12, 16), Day(2011, 12, 18)

    assert "2011-12-16" == str(Bounds(sixteenth, sixteenth, (), ()))
    assert "2011-12-16 to 2011-12-18" == str(Bounds(sixteenth, eighteenth, (), ()))
    assert "until 2011-12-18" == str(Bounds(None, eighteenth, (), ()))
    assert "from 2011-12-16" == str(Bounds(sixteenth, None, (), ()))


# -- of an archive --


def test_bounds_ask_one_question():
    """Claims of another event, property or scope, denied, demanded or replaced ones have no part in the bounds."""
    held = claim("held", Count(16))
    others = [
        claim("of the whole", Count(17), event=UNREST),
        claim("injured", Count(18), property=INJURED),
        claim("in town", Count(19), scope=Scope(TOWN)),
        claim("denied", Count(20), polarity="denied"),
        claim("possible", Count(21), modality="possible"),
        claim("doubted", Count(22), about_claim="article2011/ten", stance="doubts"),
        claim("replaced", Count(22)),
        claim("later", Count(15), supersedes=("article2011/replaced",)),
    ]
    made = archive(held, *others)

    assert Bounds(16, None, (held,), ()) == made.bounds(SHOOTING, KILLED)
    assert Bounds(16, None, (held,), ()) == made.bounds("shooting", "killed")
    assert Bounds(19, None, (others[2],), ()) == made.bounds(SHOOTING, KILLED, Scope(TOWN))
    assert Bounds(17, None, (others[0],), ()) == made.bounds(UNREST, KILLED)


def test_a_claim_can_be_replaced_from_elsewhere():
    """Later words replace a claim whatever event or property they are about themselves."""
    replaced = claim("replaced", Count(16))
    later = claim("later", Count(10), event=UNREST, property=INJURED, supersedes=(replaced.id,))
    made = archive(replaced, later)

    assert Bounds(None, None, (), ()) == made.bounds(SHOOTING, KILLED)
    assert () == made.support(SHOOTING, KILLED)


def test_support_counts_independent_voices():
    """Each value has its claims and those who hold it: one voice once, a voice nobody names once for each claim."""
    ten, again, officials, government, desk, agency, one, another = claims = (
        claim("ten", Count.exactly(10), READER),
        claim("again", Count.exactly(10), READER),
        claim("officials", Count(16), OFFICIALS),
        claim("government", Count(16), GOVERNMENT),
        claim("desk", Count(16), DESK),
        claim("agency", Count(16), AGENCY),
        claim("one", Count.exactly(70), UNKNOWN),
        claim("another", Count.exactly(70), UNKNOWN),
    )
    expected = (
        Position(Count.exactly(10), (ten, again), (READER,)),
        Position(Count(16), (officials, government, desk, agency), (OFFICIALS, DESK, AGENCY)),
        Position(Count.exactly(70), (one, another), (UNKNOWN, UNKNOWN)),
    )

    assert expected == positions(claims)
    assert expected == archive(*claims).support("shooting", KILLED)
    assert ["10: A Reader", "at least 16: officials, Its Desk, The Agency", "70: someone, someone"] == [
        str(position) for position in expected
    ]


@given(
    st.lists(st.tuples(counts(2), st.sampled_from([DESK, OFFICIALS, GOVERNMENT, UNKNOWN, READER])), max_size=8),
)
def test_positions_keep_every_claim(said):
    """Each claim is in the one position of its value, in the order given, and the voices are those of its claims."""
    claims = [claim(f"c{n}", value, root) for n, (value, root) in enumerate(said)]
    found = positions(claims)

    assert list(dict.fromkeys(value for value, _ in said)) == [position.value for position in found]
    for position in found:
        mine = [each for each in claims if each.value == position.value]
        unnamed = [each.root for each in mine if each.root == UNKNOWN]
        named = {"officials" if each.root == GOVERNMENT else each.root.id for each in mine} - {"unknown"}
        assert mine == list(position.claims)
        assert len(named) + len(unnamed) == len(position.roots)


def test_the_period_of_an_event_is_what_its_dates_allow():
    """Claims on date, start and end of the event itself count, and those of its parts do not where it has its own."""
    started = claim("started", Period.parse("2011-05-26"), event=UNREST, property=START)
    ended = claim("ended", Period.parse("2011-12"), event=UNREST, property=END)
    shot = claim("shot", Period.parse("2011-12-16"), property=DATE)
    made = archive(started, ended, shot)

    assert Bounds(Day(2011, 5, 26), Day(2011, 12, 31), (started,), (ended,)) == made.period(UNREST)
    assert Bounds(Day(2011, 12, 16), Day(2011, 12, 16), (shot,), (shot,)) == made.period("shooting")


def test_an_event_without_dates_has_those_of_its_parts():
    """It runs from the first day of any part to the last of any, parts of parts included; undated ones say nothing."""
    inner, other, undated = (Event(id_, id_, "unrest", UNREST) for id_ in ("inner", "other", "undated"))
    deep = Event("deep", "Deep", "unrest", inner)
    first = claim("first", Period.parse("2011-12-16/2011-12-17"), event=deep, property=DATE)
    again = claim("again", Period.parse("2011-12-16/2011-12-18"), event=other, property=DATE)
    made = archive(first, again, events=(deep, inner, other, undated, UNREST))

    assert Bounds(Day(2011, 12, 16), Day(2011, 12, 17), (first,), (first,)) == made.period(inner)
    assert Bounds(Day(2011, 12, 16), Day(2011, 12, 18), (first, again), (again,)) == made.period("unrest")


def test_an_event_of_which_nothing_is_dated_has_no_period():
    """Neither bound is known, with parts or without."""
    nothing = Bounds(None, None, (), ())

    assert nothing == archive(claim()).period(UNREST)
    assert nothing == archive(claim()).period(SHOOTING)


def test_dates_that_are_not_asserted_set_no_period():
    """A day denied, foretold or replaced is not one on which the event can be held to have been."""
    denied = claim("denied", Period.parse("2011-12-15"), property=DATE, polarity="denied")
    foretold = claim("foretold", Period.parse("2011-12-14"), property=DATE, modality="predicted")
    replaced = claim("replaced", Period.parse("2011-12-13"), property=DATE)
    later = claim("later", Period.parse("2011-12-16"), property=DATE, supersedes=("article2011/replaced",))
    made = archive(denied, foretold, replaced, later)

    assert Bounds(Day(2011, 12, 16), Day(2011, 12, 16), (later,), (later,)) == made.period(SHOOTING)
