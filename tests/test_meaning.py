"""What claims mean: days, numbers, scopes and inequalities, each compared with all that there is to try."""

from datetime import date, timedelta
from itertools import pairwise, product
from math import inf

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import heard, numbers, outwards
from tests.strategies import DAYS, EVENTS, GROUPS, PART, PLACES, READINGS, SIDE, STRICT, TOWN, WHOLE, said
from zhanaozen_archive import (
    CONSEQUENCE,
    DATE,
    DURATION,
    END,
    FOLLOWED,
    INITIATOR,
    KILLED,
    RANK,
    SAME_DATE,
    SAME_DAY_OF_YEAR,
    START,
    WEEKDAY,
    Codebook,
    Count,
    Day,
    Definition,
    Disjoint,
    Duration,
    Period,
    Scope,
)
from zhanaozen_archive._model import inequalities
from zhanaozen_archive._model.background import Background, not_after, same_time
from zhanaozen_archive._model.calendar import (
    YEARS,
    Allowed,
    allowed,
    anchor,
    days_known,
    every_year,
    left_by,
    next_day,
    some_day,
    yearly_pair,
)
from zhanaozen_archive._model.exclusion import excluded
from zhanaozen_archive._model.hearing import ANY_DAY, Hearing, all_but
from zhanaozen_archive._model.properties import WEEK
from zhanaozen_archive._model.spans import common, merged

OTHER, INNER = EVENTS[2:]
ROLES = {
    DATE: "date",
    START: "start",
    END: "end",
    DURATION: "duration",
    FOLLOWED: "after",
    CONSEQUENCE: "before",
    SAME_DATE: "same-date",
    SAME_DAY_OF_YEAR: "same-day-of-year",
}
CODEBOOK = Codebook(
    (
        Definition(KILLED, "dead", cumulative="so it is", parts="so it is"),
        Definition(RANK, "rank"),
        Definition(INITIATOR, "who began", vocabulary=SIDE),
        Definition(WEEKDAY, "day", role="weekday"),
        *(Definition(key, "so it is", role=role) for key, role in ROLES.items()),
    ),
    vocabularies=(SIDE,),
    disjoint=(Disjoint((PART, OTHER), GROUPS[1:], "apart"),),
)
BACKGROUND = Background.of(CODEBOOK)
LITERAL, PLAIN = (Hearing.under(reading) for reading in READINGS[:2])
SIXTEENTH, SEVENTEENTH, DECEMBER = map(Period.parse, ("2011-12-16", "2011-12-17", "2011-12"))


# -- days --

STRETCHES = st.lists(
    st.tuples(st.sampled_from([-inf, *range(9)]), st.sampled_from([*range(9), inf])).filter(lambda s: s[0] <= s[1]),
    max_size=4,
).map(merged)
"""Merged lists of stretches, open at their ends or not."""


def listed(spans, around=range(-21, 30)):
    """The days of stretches, one by one."""
    return {day for day in around for first, last in spans if first <= day <= last}


@given(STRETCHES, STRETCHES)
def test_days_in_common_are_those_in_both_lists(one, other):
    """In order, and no stretch twice."""
    both = list(common(one, other))

    assert listed(one) & listed(other) == listed(both)
    assert all(before[1] < after[0] for before, after in pairwise(both))


def weekday(day):
    """The day of the week of an ordinal, which can lie before those that dates have."""
    return WEEK[date.fromordinal(day + 700).weekday()]


@given(st.lists(st.tuples(STRETCHES, st.sampled_from([None, None, *WEEK])), max_size=4))
def test_some_day_is_one_that_all_allow_if_there_is_any(chosen):
    """Every day of the weeks around is tried."""
    fitting = [
        day
        for day in range(-21, 30)
        if all(day in listed(stretches) and name in (None, weekday(day)) for stretches, name in chosen)
    ]
    found = some_day(Allowed(tuple(stretches), name) for stretches, name in chosen)

    assert found in fitting if fitting else found is None


@pytest.mark.parametrize(
    "stretch", [(-inf, 3), (3, inf), (-inf, 40), (-40, inf), (-inf, inf), (3, 9), (-2, 40)], ids=str
)
def test_a_week_has_every_day_of_the_week(stretch):
    """However far the stretch reaches."""
    first, last = stretch
    for name in WEEK:
        day = some_day([Allowed((stretch,), name)])
        assert day is not None
        assert first <= day <= last
        assert weekday(day) == name


def test_a_short_stretch_has_the_days_it_has_and_no_other():
    """Every stretch of up to eight days."""
    for first, length, name in product(range(-3, 10), range(8), WEEK):
        fitting = [day for day in range(first, first + length + 1) if weekday(day) == name]
        assert some_day([Allowed(((first, first + length),), name)]) in (fitting or [None])


def test_where_no_day_is_the_first_a_day_is_sought_from_the_year_one_on():
    """1 January of the year 1 was a Monday."""
    assert [*range(1, 8)] == [some_day([Allowed(weekday=name)]) for name in WEEK]


OF_YEAR = st.frozensets(st.sampled_from([(1, 1), (2, 28), (2, 29), (6, 30), (12, 31)]), min_size=1)
LEFT = st.builds(
    Allowed,
    st.sampled_from([ANY_DAY, YEARS, ((700_000, 700_400), (704_000, 730_000))]),
    st.none() | st.sampled_from(WEEK),
    st.none() | OF_YEAR,
)


@given(st.lists(LEFT, max_size=3), st.integers(690_000, 735_000))
def test_the_next_day_is_the_first_that_all_allow(chosen, begin):
    """Weeks and days of the year together, day by day for half a century: a leap day of one weekday is no further."""

    def fits(day):
        then = date.fromordinal(day)
        return all(
            any(first <= day <= last for first, last in left.days)
            and left.weekday in (None, WEEK[then.weekday()])
            and (left.of_year is None or (then.month, then.day) in left.of_year)
            for left in chosen
        )

    expected = next(filter(fits, range(begin, begin + 18_300)), None)
    found = next_day(chosen, begin)
    assert found == expected or (expected is None and found >= begin + 18_300)
    assert (some_day(chosen) is None) == (next_day(chosen, YEARS[0][0]) is None)


@pytest.mark.parametrize("text", ["XXXX-12-16", "XXXX-02", "XXXX-0X-30", "XXXX-12-16~", "XXXX-1X"])
def test_a_date_of_any_year_allows_what_is_written(text):
    """In few words, where all that it allows is written out one by one elsewhere."""
    period = Period.parse(text)
    left = allowed(said(1, WHOLE, DATE, period), BACKGROUND, PLAIN)

    assert left.has_gaps
    assert len(left.days) == 1
    written = {day for first, last in period.spans() for day in range(first, last + 1) if day < 1500 * 365}
    for start in (Day(0, 1, 1), Day(1399, 1, 1)):
        days = range(start.ordinal, start.ordinal + 1461)
        assert {day for day in days if next_day([left], day) == day} == written & {*days}
    assert PLAIN.reach(period) == (next_day([left], YEARS[0][0]), Day(9999, *max(left.of_year - {(2, 29)})).ordinal)


def test_a_date_of_any_day_of_any_year_allows_every_day():
    """It names no day of the year."""
    left = allowed(said(1, WHOLE, DATE, Period.parse("XXXX")), BACKGROUND, PLAIN)

    assert Allowed(YEARS) == left
    assert not left.has_gaps


def stretches(*texts):
    """The days of dates."""
    return Allowed(tuple(span for text in texts for span in Period.parse(text).spans()))


def of_all_years(*days):
    """Days of the year."""
    return Allowed(YEARS, None, frozenset(days))


JULY, SPREAD = [(7, day) for day in range(1, 32)], [(n % 2 + 1, n // 2 + 1) for n in range(32)]
SAME_DAYS = {
    "a day": (stretches("2011-12-16"), of_all_years((12, 16))),
    "a month of two years": (stretches("2010-07", "2011-07"), of_all_years(*JULY)),
    "a month and a day": (stretches("2011-07/2011-08-01"), Allowed()),
    "a month and another day": (stretches("2011-07", "2011-12-16"), Allowed()),
    "a month and two more": (stretches("2011-07", "2011-12-16", "2012-12-16"), Allowed()),
    "days of the year": (of_all_years(*JULY), of_all_years(*JULY)),
    "too many days of the year": (of_all_years(*SPREAD), Allowed()),
    "a day of the week": (Allowed(weekday="friday"), Allowed()),
}


@pytest.mark.parametrize(("left", "expected"), SAME_DAYS.values(), ids=SAME_DAYS)
def test_the_same_days_of_all_years_are_a_month_at_the_most(left, expected):
    """Of any more, all days are left."""
    assert expected == every_year(left)


def test_what_is_known_of_a_day_is_known_of_all_that_share_it():
    """Of the same day, or of the same day of its year; what is denied or demanded shares nothing."""
    day = said(1, PART, DATE, SIXTEENTH)
    sixteenth = Allowed(((SIXTEENTH.earliest.ordinal,) * 2,))
    for key, known in ((SAME_DATE, sixteenth), (SAME_DAY_OF_YEAR, Allowed(YEARS, None, frozenset([(12, 16)])))):
        for link in (said(2, PART, key, OTHER), said(2, OTHER, key, PART)):
            found = [*days_known((day, link), BACKGROUND, LITERAL)]
            assert [(PART, sixteenth, (day,)), (OTHER, known, (day, link))] == found
            assert (link.event, link.value) == (yearly_pair(link, BACKGROUND) or (link.event, link.value))
            assert (yearly_pair(link, BACKGROUND) is None) == (key == SAME_DATE)
            for silent in (evolve(link, polarity="denied"), evolve(link, modality="demanded")):
                assert found[:1] == [*days_known((day, silent), BACKGROUND, LITERAL)]
                assert yearly_pair(silent, BACKGROUND) is None


def test_a_date_that_is_about_a_day_of_any_year_reaches_further_where_there_is_room():
    """Under a reading that leaves it open, it allows every day."""
    about = said(1, WHOLE, DATE, Period.parse("XXXX-12-16~"))
    loose = allowed(about, BACKGROUND, Hearing.under(READINGS[1], days_off=2))

    assert allowed(about, BACKGROUND, LITERAL) == Allowed()
    assert LITERAL.reach(about.value) == (None, None)
    sixteenth = Day(2011, 12, 16).ordinal
    near = [day for day in range(sixteenth - 9, sixteenth + 9) if next_day([loose], day) == day]
    assert near == [*range(sixteenth - 2, sixteenth + 3)]


def test_a_claim_allows_days_by_its_date_or_its_day_of_the_week():
    """A start or an end leaves the day open; what is denied or demanded says nothing."""
    friday, payday = (said(1, WHOLE, WEEKDAY, DAYS.terms[n]) for n in (4, 7))
    day = said(2, WHOLE, DATE, SIXTEENTH)
    ordinal = date(2011, 12, 16).toordinal()

    assert Allowed(weekday="friday") == allowed(friday, BACKGROUND, LITERAL)
    assert Allowed(((ordinal, ordinal),)) == allowed(day, BACKGROUND, LITERAL)
    assert {("start", WHOLE.id): [Allowed(weekday="friday"), Allowed(((ordinal, ordinal),))]} == left_by(
        (friday, day), BACKGROUND, LITERAL
    )
    silent = (
        payday,
        said(3, WHOLE, START, SIXTEENTH),
        said(4, WHOLE, KILLED, Count(1)),
        evolve(day, polarity="denied"),
        evolve(friday, modality="demanded"),
    )
    for claim in silent:
        assert allowed(claim, BACKGROUND, LITERAL) is None
        assert not left_by([claim], BACKGROUND, LITERAL)


DATES = {
    "a day": ("2011-12-16", [(16, 16)], [(16, 16)]),
    "one of two days": ("[2011-12-16,2011-12-18]", [(16, 16), (18, 18)], [(16, 16), (18, 18)]),
    "all from the first to the last": ("{2011-12-16,2011-12-18}", [(16, 18)], [(16, 18)]),
    "all of three stretches": (
        "{2011-12-10..2011-12-11,2011-12-14,2011-12-16..2011-12-18}",
        [(10, 18)],
        [(10, 18)],
    ),
    "since": ("2011-12-16/..", [(16, inf)], [(16, inf)]),
    "about": ("2011-12-16~", [(-inf, inf)], [(16, 16)]),
    "perhaps": ("2011-12-16?", [(-inf, inf)], [(16, 16)]),
}


@pytest.mark.parametrize(("text", "strictly", "plainly"), DATES.values(), ids=DATES)
def test_dates_are_heard_as_the_days_of_the_whole_event(text, strictly, plainly):
    """With a mark they set no bound, unless the reading takes them as they are written."""
    eve = date(2011, 11, 30).toordinal()
    for hearing, expected in ((LITERAL, strictly), (PLAIN, plainly)):
        days = hearing.days(Period.parse(text))
        assert expected == [(first - eve, last - eve) for first, last in days]


def test_dates_that_are_off_by_days_reach_into_each_other():
    """The stretches that then meet are one; what reaches from the first to the last takes in the gap of others."""
    loose = Hearing.under(READINGS[1], days_off=1)
    near, far = map(Period.parse, ("[2011-12-10~,2011-12-12]", "[2011-12-10~,2011-12-20]"))
    first = date(2011, 12, 10).toordinal()

    assert ((first - 1, first + 3),) == loose.days(near)
    assert ((first - 1, first + 1), (first + 9, first + 11)) == loose.days(far)
    assert (first - 1, first + 11) == loose.reach(far)


# -- numbers --


@given(
    st.builds(
        lambda low, more, about, word: Count(low, None if more is None else low + more, about, word),
        st.integers(0, 20),
        st.none() | st.integers(0, 20),
        st.none() | st.integers(0, 20),
        st.sampled_from([None, "few", "many"]),
    )
)
def test_numbers_are_heard_by_the_words_the_hints_and_the_bounds(count):
    """As the slow way has them."""
    for reading in READINGS:
        low, high = Hearing.under(reading).count(count, KILLED)
        assert heard(count, reading) == (low, inf if high is None else high)


def test_what_a_denied_number_leaves_are_all_others_where_these_lie_together():
    """Else those denied are a hole between them; a vague word or an "about" leaves any number."""
    for low, more in product(range(4), (None, *range(4))):
        denied = Count(low, None if more is None else low + more)
        left = {*range(9)} - numbers(denied, 9)
        together = left and len(left) == max(left) - min(left) + 1
        expected = (min(left), None if max(left) == 8 else max(left)) if together else None
        assert expected == all_but(denied)
        claim = said(1, WHOLE, KILLED, denied, polarity="denied")
        assert inequalities.hole(claim) == (None if together or not left else (low, low + more))
        assert inequalities.hole(evolve(claim, polarity="asserted")) is None
        rest = [Allowed(((0, low - 1), (low + (more or 0) + 1, inf)))]
        assert left_by([claim], BACKGROUND, LITERAL) == (
            {inequalities.answer(claim): rest} if left and not together else {}
        )
        for vague in (evolve(denied, word="few"), evolve(denied, about=2)):
            assert all_but(vague) is inequalities.hole(evolve(claim, value=vague)) is None


def lasting(n, unit):
    """How many days later something can end that lasts so long, the first day counted or not, over four years."""
    if unit == "hours":
        return {(hour + n) // 24 for hour in range(24)}
    found = set()
    for begin in (date(2011, 1, 1) + timedelta(days) for days in range(1461)):
        year, month = divmod(begin.month - 1 + n * {"months": 1, "years": 12}.get(unit, 0), 12)
        days = n * {"days": 1, "weeks": 7}.get(unit, 0)
        try:
            end = date(begin.year + year, month + 1, begin.day) + timedelta(days)
        except ValueError:  # there is no 31st of June
            continue
        found |= {(end - begin).days, (end - begin).days - 1}
    return found


@pytest.mark.parametrize("unit", ["hours", "days", "weeks", "months", "years"])
def test_lengths_are_heard_as_the_days_from_the_first_to_the_last(unit):
    """No length that a calendar has is left out, and none is added but where months and years differ."""
    for n in (1, 2, 23, 25, 47, 48):
        days = lasting(n, unit)
        least, most = LITERAL.nights(Duration(Count.exactly(n), unit), DURATION)
        assert least <= min(days) <= max(days) <= most
        tight = n == 1 or unit in ("hours", "days", "weeks")
        assert not tight or (least, most) == (min(days), max(days))
    assert LITERAL.nights(Duration(Count(0), unit), DURATION) == (0, None)
    assert LITERAL.nights(Duration(Count(3), unit), DURATION) == (
        LITERAL.nights(Duration(Count.exactly(3), unit), DURATION)[0],
        None,
    )


def test_a_rule_for_one_property_is_not_applied_to_another():
    """Of another the word is heard as by the strict reading."""
    narrow = Hearing.under(evolve(READINGS[1], properties=("killed",)))
    few, pair = Count(2, word="few"), Count.exactly(2)

    assert [(3, 4), (2, None)] == [narrow.count(few, key) for key in (KILLED, RANK)]
    assert [(2, 2), (2, 2)] == [narrow.count(pair, key) for key in (KILLED, RANK)]


# -- questions --


def test_a_scope_is_within_another_if_it_is_on_every_axis():
    """By the links outwards and the days of the times."""
    times = (None, SIXTEENTH, DECEMBER)
    scopes = [Scope(*axes) for axes in product((None, *PLACES), (None, *GROUPS), times)]
    for part, whole in product(scopes, repeat=2):
        place = whole.place is None or whole.place in outwards(part.place)
        population = whole.population is None or whole.population in outwards(part.population)
        time = whole.time is None or (part.time is not None and times.index(part.time) <= times.index(whole.time))
        assert (place and population and time) == part.is_within(whole)


def test_times_are_one_or_follow_each_other():
    """A claim without a time holds at any; what is open at its end is before nothing."""
    written = ("2011-12-16", "2011-12-17", "2011-12-16/2011-12-17", "2011-12-17/..", "../2011-12-16", "2011-12-16/")
    times = [None, *map(Period.parse, written)]
    for one, other in product(times, repeat=2):
        a, b = (said(1, WHOLE, KILLED, Count(1), as_of=time) for time in (one, other))
        assert (None in (one, other) or one == other) == same_time(a, b)
        last = one.spans()[-1][1] if one else None
        first = other.spans()[0][0] if other else None
        assert (last is not None and first is not None and last <= first) == not_after(one, other)


@pytest.mark.parametrize("role", [None, "place", "same-place", "weekday", *ROLES.values()])
def test_a_claim_speaks_of_times_by_the_role_of_its_property(role):
    """Where an event was is no time."""
    background = Background.of(Codebook((Definition(FOLLOWED, "so it is", role=role),)))

    assert (role in ("weekday", *ROLES.values())) == background.timed(said(1, PART, FOLLOWED, WHOLE))


def test_what_counts_a_part_of_what():
    """The same question always does; a part of its event or its scope where the property has parts."""
    questions = list(product((*EVENTS, evolve(WHOLE, id="far")), (Scope(), Scope(TOWN)), (KILLED, RANK)))
    for (event, scope, key), (larger, wider, other) in product(questions, repeat=2):
        if key == other:
            part, whole = said(1, event, key, Count(1), scope=scope), said(2, larger, key, Count(1), scope=wider)
            inside = larger in outwards(event) and wider in (scope, Scope())
            same = (event, scope) == (larger, wider)
            assert (
                BACKGROUND.encloses(part, whole)
                == BACKGROUND.within((part, None), (whole, None))
                == (same or (key == KILLED and inside))
            )


def test_what_is_counted_earlier_is_within_what_is_counted_later_where_it_only_grows():
    """At one time it is in any case; what is after all that are named is later, also than what never ends."""
    since = Period.parse("2011-12-17/..")
    for key, early, late in product((KILLED, RANK), *[(None, SIXTEENTH, SEVENTEENTH, since)] * 2):
        part, whole = (said(n, WHOLE, key, Count(1)) for n in (1, 2))
        later = late is None or (early == SIXTEENTH) or (early, late) == (SEVENTEENTH, since)
        assert (early == late or (key == KILLED and later)) == BACKGROUND.within((part, early), (whole, late))


def test_disjoint_are_members_of_one_family_and_their_parts():
    """They add up at one time, or where the number only grows."""
    for event, other in product(EVENTS, repeat=2):
        for group, another in product((None, *GROUPS), repeat=2):
            a, b = (
                said(n, e, KILLED, Count(1), scope=Scope(None, g))
                for n, e, g in ((1, event, group), (2, other, another))
            )
            by_event = {PART, OTHER} <= {*outwards(event), *outwards(other)} and event != other
            by_group = group != another and {group, another} <= {*GROUPS[1:]}
            assert (by_event or by_group) == BACKGROUND.disjoint(a, b) == BACKGROUND.addable((a, None), (b, None))
    for key, time in product((KILLED, RANK), (None, SIXTEENTH, SEVENTEENTH)):
        a, b = (said(n, event, key, Count(1)) for n, event in ((1, PART), (2, INNER)))
        assert not BACKGROUND.addable((a, SIXTEENTH), (b, time))
        added = BACKGROUND.addable((a, SIXTEENTH), (evolve(b, event=OTHER), time))
        assert (key == KILLED or time == SIXTEENTH) == added


def test_values_exclude_each_other_in_answer_to_one_question():
    """Another event, scope, property or time is another question; so is what is demanded, or said of a claim."""
    crowd, guard = (said(n, WHOLE, INITIATOR, term) for n, term in enumerate(SIDE.terms[:2]))
    doubted = {"about_claim": crowd.id, "stance": "doubts"}
    elsewhere = ({"event": PART}, {"scope": Scope(TOWN)}, {"property": WEEKDAY}, {"modality": "demanded"}, doubted)
    assert excluded(crowd, guard, BACKGROUND, LITERAL) == "terms"
    assert excluded(crowd, evolve(guard, polarity="denied"), BACKGROUND, LITERAL) is None
    assert excluded(crowd, evolve(crowd, polarity="denied"), BACKGROUND, LITERAL) == "denial"
    lengths = [said(n, WHOLE, DURATION, Duration(Count.exactly(n), "days")) for n in (1, 9)]
    assert excluded(*lengths, BACKGROUND, LITERAL) is None  # they are inequalities
    no = [evolve(claim, polarity="denied") for claim in (crowd, guard)]
    assert excluded(*no, BACKGROUND, LITERAL) is None
    timed = [evolve(crowd, as_of=SIXTEENTH), evolve(guard, as_of=SEVENTEENTH)]
    assert excluded(*timed, BACKGROUND, LITERAL) is None
    for other in (evolve(guard, **change) for change in elsewhere):
        assert excluded(crowd, other, BACKGROUND, LITERAL) is None
        assert excluded(other, crowd, BACKGROUND, LITERAL) is None


# -- inequalities --


def is_true(claim, days):
    """Whether an event that lasts from one day to another is as a claim has it, by the definitions."""
    first, last = days["start", claim.event.id], days["end", claim.event.id]
    if claim.property in (FOLLOWED, CONSEQUENCE):
        theirs = days["start", claim.value.id]
        return theirs <= first if claim.property == FOLLOWED else first <= theirs
    if claim.property == DURATION:
        low, high = heard(claim.value.count, STRICT)
        return low - 1 <= last - first and (claim.as_of is not None or last - first <= high)
    stretches = [(-inf, inf)] if "~" in claim.value.text else LITERAL.days(claim.value)
    earliest, latest = (last, last) if claim.property == END else (first, first if claim.property == START else last)
    return stretches[0][0] <= earliest and latest <= stretches[-1][1]


TIMED = (
    said(1, PART, DATE, SIXTEENTH),
    said(1, PART, DATE, Period.parse("[2011-12-14,2011-12-17]")),
    said(1, PART, DATE, Period.parse("2011-12-16~")),
    said(1, PART, START, Period.parse("2011-12-15/..")),
    said(1, PART, START, Period.parse("../2011-12-15")),
    said(1, PART, END, Period.parse("2011-12-15/2011-12-16")),
    said(1, PART, DURATION, Duration(Count(2, 3), "days")),
    said(1, PART, DURATION, Duration(Count(2), "days")),
    said(1, PART, DURATION, Duration(Count(2, 3), "days"), as_of=SEVENTEENTH),
    said(1, PART, FOLLOWED, WHOLE),
    said(1, PART, CONSEQUENCE, WHOLE),
    said(1, PART, FOLLOWED, PART),
    said(1, PART, CONSEQUENCE, PART),
)


@pytest.mark.parametrize("claim", TIMED, ids=range(len(TIMED)))
def test_inequalities_hold_of_the_days_on_which_a_claim_is_true(claim):
    """Tried on all days around; always an event does not run backwards, and a part does not leave its whole."""
    eve = date(2011, 12, 12).toordinal()
    names = [(end, event.id) for event in (PART, WHOLE) for end in ("start", "end")]
    for chosen in product(range(eve, eve + 6), repeat=4):
        days = dict(zip(names, chosen, strict=True))
        begin, end, whole_begins, whole_ends = chosen

        def holds(lines, days=days):
            return all(sum(factor * days[name] for name, factor in line.sum) >= line.least for line in lines)

        assert is_true(claim, days) == holds(inequalities.said(claim, BACKGROUND, LITERAL))
        possible = whole_begins <= begin <= end <= whole_ends
        assert possible == holds(line for event in (PART, WHOLE) for line in inequalities.always(event))
        assert (possible and is_true(claim, days)) == holds(inequalities.facts([claim], BACKGROUND, LITERAL))


def test_what_is_denied_or_demanded_says_nothing_of_the_days():
    """Only what always holds is left of it."""
    for claim in TIMED:
        for silent in (evolve(claim, polarity="denied"), evolve(claim, modality="demanded")):
            assert not [*inequalities.said(silent, BACKGROUND, LITERAL)]


def test_that_an_event_comes_after_itself_says_nothing():
    """It begins no earlier than it begins."""
    for key in (FOLLOWED, CONSEQUENCE, SAME_DATE):
        assert not [*inequalities.said(said(1, PART, key, PART), BACKGROUND, LITERAL)]


def test_an_event_that_begins_no_later_than_a_day_begins_before_it():
    """On that day and all that follow, none was left."""
    [(start, factor)] = (line := inequalities.no_later(("start", "whole"), 5)).sum

    assert ("start", "whole") == start
    assert [*range(5)] == [day for day in range(9) if factor * day >= line.least]


def test_a_number_is_between_the_bounds_that_are_heard():
    """And where the claim does not assert it, nothing is said."""
    claim = said(1, WHOLE, KILLED, Count(3, 5))
    for claim_, expected in (
        (claim, {3, 4, 5}),
        (evolve(claim, value=Count(6)), {6, 7}),
        (evolve(claim, value=Count(0, 1)), {0, 1}),
        (evolve(claim, polarity="denied"), {*range(-2, 8)}),
        (evolve(claim, modality="possible"), {*range(-2, 8)}),
    ):
        lines = [*inequalities.said(claim_, BACKGROUND, LITERAL)]
        assert all(line.because == claim.id for line in lines)
        holding = {n for n in range(-2, 8) if all(n * factor >= line.least for line in lines for _, factor in line.sum)}
        assert expected == holding
        assert (*lines,) == inequalities.facts([claim_], BACKGROUND, LITERAL)


def test_a_whole_has_at_least_what_its_parts_have_together():
    """With the reason, and the whole first."""
    whole, *parts = ((said(n, WHOLE, KILLED, Count(1)), at) for n, at in enumerate((None, None, SIXTEENTH)))
    line = inequalities.whole_and_parts(whole, parts)

    assert (("count", "paper/00"), 1) == line.sum[0]
    assert [(("count", "paper/01"), -1), (("count at 2011-12-16", "paper/02"), -1)] == [*line.sum[1:]]
    assert (0, inequalities.WHOLE) == (line.least, line.because)


def test_parts_have_no_more_than_their_whole_each_alone_and_disjoint_ones_together():
    """And what has no parts has at least nothing."""
    claims = [said(n, event, KILLED, Count(1)) for n, event in enumerate((WHOLE, PART, OTHER, INNER))]
    for chosen, expected in (
        ("013", ["01", "03", "13"]),
        ("012", ["01", "02", "012"]),
        ("0123", ["01", "02", "03", "012", "032", "13"]),
    ):
        lines = [
            inequalities.whole_and_parts(*[(claims[int(first)], None)], [(claims[int(n)], None) for n in rest])
            for first, *rest in expected
        ]
        assert lines == [*inequalities.wholes([claims[int(n)] for n in chosen], BACKGROUND)]


def test_the_most_disjoint_parts_that_a_whole_has_are_added_as_late_as_it_is():
    """Fewer of them, or what they were before, it has all the more."""
    groups = [said(n, WHOLE, KILLED, Count(1), scope=Scope(None, group)) for n, group in enumerate((None, *GROUPS[1:]))]
    whole, part, other = (said(n, event, KILLED, Count(1)) for n, event in enumerate((WHOLE, PART, OTHER)))
    early, late = evolve(part, as_of=SIXTEENTH), evolve(other, as_of=SEVENTEENTH)
    for claims, expected in (
        (groups, [[(claim, None) for claim in groups]]),
        (
            (whole, early, late),
            [[(whole, at), (early, SIXTEENTH), (late, SEVENTEENTH)] for at in (None, SEVENTEENTH)],
        ),
        ((whole, early, other), [[(whole, at), (early, SIXTEENTH), (other, at)] for at in (None, SIXTEENTH)]),
    ):
        several = [line for line in inequalities.wholes(claims, BACKGROUND) if len(line.sum) > 2]
        assert [inequalities.whole_and_parts(first, parts) for first, *parts in expected] == several


def test_a_claim_on_a_number_without_a_time_is_looked_at_whenever_others_are():
    """And after all of them; any other claim at its own time only."""
    early, late, ever = (
        said(n, WHOLE, KILLED, Count(1), as_of=time) for n, time in enumerate((SIXTEENTH, SEVENTEENTH, None))
    )
    began, part = said(4, WHOLE, INITIATOR, SIDE.terms[0], as_of=SIXTEENTH), said(5, PART, KILLED, Count(1))
    undated = evolve(began, id="paper/06", as_of=None)

    assert ((ever, None), (began, SIXTEENTH)) == inequalities.told((ever, began))
    assert {
        (early, SIXTEENTH),
        (late, SEVENTEENTH),
        *((claim, at) for claim in (ever, part) for at in (SIXTEENTH, SEVENTEENTH, None)),
        (undated, None),
    } == {*inequalities.told((early, late, ever, part, undated))}
    lines = {line.sum: line.because for line in inequalities.facts((early, ever), BACKGROUND, Hearing.under(STRICT))}
    assert {
        ((("count", early.id), 1),): early.id,
        ((("count at 2011-12-16", ever.id), 1),): ever.id,
        ((("count", ever.id), 1),): ever.id,
    } == lines
    at_any_time, at_the_end = (("count at 2011-12-16", ever.id), 1), (("count", ever.id), 1)
    dated = ("count", early.id)
    assert {
        (at_any_time, (dated, -1)),
        (at_the_end, (dated, -1)),
        ((dated, 1), (at_any_time[0], -1)),
        (at_the_end, (at_any_time[0], -1)),
    } == {line.sum for line in inequalities.wholes((early, ever), BACKGROUND)}


def test_lines_are_added_up_variable_by_variable():
    """Of those that cancel each other out nothing is left."""
    one, other = ("count", "a"), ("count", "b")
    apart = inequalities.Inequality(((one, 1), (other, -1)), 2, "?")
    floor = inequalities.Inequality(((other, 1),), 3, "?")

    assert inequalities.Inequality(((one, 1),), 5, inequalities.TOGETHER) == inequalities.added_up(apart, floor)
    assert inequalities.Inequality((), 0, inequalities.TOGETHER) == inequalities.added_up()


def test_the_events_that_claims_speak_of_are_named_once_with_their_wholes():
    """Also those that are named as values."""
    claims = (said(1, OTHER, FOLLOWED, INNER), said(2, PART, START, SIXTEENTH), said(3, OTHER, KILLED, Count(1)))

    assert (OTHER, WHOLE, INNER, PART) == inequalities.events_of(claims)


DATING = [(key, SIXTEENTH) for key in (DATE, START, END)] + [(SAME_DAY_OF_YEAR, OTHER)]


@pytest.mark.parametrize(("key", "value"), DATING, ids=[key.id for key, _ in DATING])
def test_only_days_of_the_week_that_no_date_holds_are_the_same_in_any_week(key, value):
    """A proof may choose the week, unless anything that is said names a day."""
    monday = said(1, WHOLE, WEEKDAY, DAYS.terms[0])

    assert {line.sum for line in anchor((monday,), BACKGROUND, LITERAL)} == {
        ((("start", "whole"), n),) for n in (1, -1)
    }
    assert not anchor((monday, said(2, PART, key, value)), BACKGROUND, LITERAL)
