"""Counts, durations, terms and texts: what they refuse, how they read, and that they never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import assert_frozen, assert_survives_copies
from tests.strategies import counts, durations, terms, vocabularies
from zhanaozen_archive import Count, Duration, Term, Text, Vocabulary
from zhanaozen_archive._model.values import LARGEST, UNITS
from zhanaozen_archive.errors import ArchiveError, InvalidValue

COUNTS = [
    (Count.exactly(16), "16"),
    (Count.exactly(0), "0"),
    (Count.exactly(1200), "1,200"),
    (Count(16), "at least 16"),
    (Count(), "at least 0"),
    (Count(high=70), "up to 70"),
    (Count(1000, 2000), "1,000 to 2,000"),
    (Count(about=2000), "about 2,000"),
    (Count(12, word="dozens"), "dozens"),
]
DURATIONS = [
    (Duration(Count.exactly(20), "days"), "20 days"),
    (Duration(Count.exactly(1), "years"), "1 year"),
    (Duration(Count.exactly(0), "weeks"), "0 weeks"),
    (Duration(Count(high=23), "hours"), "up to 23 hours"),
    (Duration(Count(1), "days"), "at least 1 day"),
    (Duration(Count(high=1), "weeks"), "up to 1 week"),
    (Duration(Count(about=1), "months"), "about 1 month"),
    (Duration(Count(1, 2), "months"), "1 to 2 months"),
    (Duration(Count(2, 11), "months"), "2 to 11 months"),
    (Duration(Count(12, word="dozens"), "days"), "dozens days"),
]


@pytest.mark.parametrize(("count", "words"), COUNTS, ids=str)
def test_a_count_reads_as_it_was_said(count, words):
    """Every form of count has its plain English."""
    assert words == str(count)


@pytest.mark.parametrize(("duration", "words"), DURATIONS, ids=str)
def test_a_duration_reads_as_it_was_said(duration, words):
    """The unit is in the singular after the number one, and after no other."""
    assert words == str(duration)


@pytest.mark.parametrize("n", [-1, LARGEST + 1, 1.0, True, "3", b"3"], ids=repr)
@pytest.mark.parametrize("bound", ["low", "high", "about"])
def test_a_bound_is_a_whole_number(bound, n):
    """What is no whole number from 0 to 2**53 is refused, whichever bound it is; True is no number."""
    with pytest.raises(InvalidValue) as caught:
        Count(**{bound: n})

    assert f"a count is a whole number from 0 to 9007199254740992, not {n!r}" == str(caught.value)


def test_the_floor_is_never_absent():
    """A floor of None is refused as any other that is no number: no floor is 0."""
    with pytest.raises(InvalidValue) as caught:
        Count(None)

    assert "a count is a whole number from 0 to 9007199254740992, not None" == str(caught.value)


def test_the_largest_count_is_held():
    """The last number that every reader of JSON counts exactly is taken."""
    assert LARGEST == Count.exactly(LARGEST).high


def test_bounds_that_cross_are_refused():
    """The message gives both bounds, and the error is a ValueError too."""
    with pytest.raises(ValueError, match=r"^at least 5 and at most 4 cannot both hold$") as caught:
        Count(5, 4)

    assert InvalidValue("at least 5 and at most 4 cannot both hold") == caught.value
    assert isinstance(caught.value, ArchiveError)


def test_an_unknown_unit_is_refused():
    """The message gives the units there are."""
    with pytest.raises(InvalidValue) as caught:
        Duration(Count.exactly(1), "day")

    assert "a duration is counted in hours, days, weeks, months, years, not 'day'" == str(caught.value)


@given(st.integers(0, 50))
def test_exactly_is_not_at_least(n):
    """A number itself and the same number as a floor are two values."""
    assert Count.exactly(n) != Count(n)
    assert Count.exactly(n).is_exact
    assert not Count(n).is_exact


@given(counts())
def test_a_count_keeps_its_bounds_in_order(count):
    """No count has its floor above its ceiling; one that is exact has them equal."""
    assert count.high is None or count.low <= count.high
    assert (count.low == count.high) == count.is_exact


@given(durations())
def test_a_duration_starts_with_its_count(duration):
    """The words of a duration are those of its count and then the unit, in the singular or the plural."""
    count, _, unit = str(duration).rpartition(" ")

    assert str(duration.count) == count
    assert duration.unit in {unit, f"{unit}s"}
    assert duration.unit in UNITS


def test_terms_and_texts_read_as_their_words():
    """A term gives its label, a text its gloss."""
    assert "Friday" == str(Term("weekday", "friday", "Friday"))
    assert "the square was empty" == str(Text("the square was empty"))


@given(st.one_of(counts(), durations(), terms(), vocabularies(), st.builds(Text, st.text())))
def test_values_survive_copies(value):
    """A copy, a deep copy and a pickle of a value equal it and have its hash."""
    assert_survives_copies(value)


@pytest.mark.parametrize(
    "value",
    [
        Count(16),
        Duration(Count(16), "days"),
        Term("weekday", "friday", "Friday"),
        Vocabulary("weekday", ()),
        Text("gloss"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_never_change(value):
    """A value has slots and no others, and none of them can be set or deleted."""
    assert_frozen(value)
