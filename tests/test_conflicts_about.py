"""How loose "about" would have to be: by trying every looseness, and by hand."""

from itertools import count

import pytest
from attrs import evolve

from tests.strategies import PLACES, STRICT, WHOLE, Many, said
from zhanaozen_archive import (
    DATE,
    DURATION,
    KILLED,
    PLACE,
    START,
    WEEKDAY,
    Codebook,
    Count,
    Definition,
    Disjoint,
    Duration,
    Event,
    Hint,
    Period,
    Reading,
)
from zhanaozen_archive._conflicts import search

LETTER = Reading("letter", "letter", "as written", STRICT.words, "as written", about=Hint(1, "as written"))
PLAIN = evolve(LETTER, id="plain", about=Hint(2, "or another number"))
[ANY] = Many(0, 1, ("times",), 2)
PARTS = tuple(Event(f"part{n}", f"Part {n}", "shooting", WHOLE) for n in range(3))
CODEBOOK = Codebook((*ANY.codebook.definitions[1:], Definition(KILLED, "dead", parts="so it is")), disjoint=())
SUMS = evolve(CODEBOOK, disjoint=(Disjoint(PARTS, (), "apart"),))
ABOUT = [Count(about=n) for n in (1, 2, 3, 7, 10, 40)]
OTHERS = [Count.exactly(0), Count(50), Count(0, 4), Count(9, 30), Count(12, word="dozens"), *ABOUT]


def allows(value, number, percent, times):
    """Whether a number can be meant, where "about" reaches so far; in the reading it reaches somewhere already."""
    if value.about is None:
        return value.low <= number <= (number if value.high is None else value.high)
    near = abs(number - value.about) * 100 <= percent * value.about
    return near or value.about <= number * times <= value.about * times**2


def by_trying(one, other, times):
    """The least looseness with which some number up to a thousand can be meant by both."""
    return next(p for p in count() if any(allows(one, n, p, times) and allows(other, n, p, times) for n in range(1000)))


@pytest.mark.parametrize("reading", [LETTER, PLAIN], ids=lambda reading: reading.id)
@pytest.mark.parametrize("other", OTHERS, ids=str)
@pytest.mark.parametrize("about", ABOUT, ids=str)
def test_two_numbers_agree_once_about_is_loose_enough(about, other, reading):
    """In whole hundredths; where the two are in no conflict, none is needed."""
    pair = (said(1, WHOLE, KILLED, about), said(2, WHOLE, KILLED, other))
    found = search(pair, CODEBOOK, (reading,)).conflicts
    needed = by_trying(about, other, reading.about.times)

    assert bool(found) == (needed > 0)
    assert all(conflict.dissolves_at_percent == needed and conflict.verify() for conflict in found)
    assert all(conflict.dissolves_at_days is None for conflict in found)


def on(text, number=1, key=DATE):
    """A claim on a date."""
    return said(number, WHOLE, key, Period.parse(text))


FRIDAY = next(term for d in ANY.codebook.definitions if d.property == WEEKDAY for term in d.vocabulary.terms[4:5])
NEEDED = {
    "parts that are about": (
        [said(n, part, KILLED, Count(about=20)) for n, part in enumerate(PARTS)]
        + [said(9, WHOLE, KILLED, Count(0, 45))],
        (25, None),
    ),
    "parts and a whole that are about": (
        [said(n, part, KILLED, Count(about=20)) for n, part in enumerate(PARTS)]
        + [said(9, WHOLE, KILLED, Count(about=45))],
        (15, None),
    ),
    "a length that is about": (
        [on("2011-12-01/2011-12-10"), said(2, WHOLE, DURATION, Duration(Count(about=20), "days"))],
        (50, None),
    ),
    "a length that cannot be": (
        [on("2011-12-01/2011-12-10"), said(2, WHOLE, DURATION, Duration(Count(20, about=30), "days"))],
        (None, None),
    ),
    "one date that is about a day": ([on("2011-12-16~"), on("2011-12-20", 2)], (None, 4)),
    "one date that is perhaps a day": ([on("2011-12-16?"), on("2011-12-20", 2)], (None, 4)),
    "one day off": ([on("2011-12-16~"), on("2011-12-17", 2)], (None, 1)),
    "two thousand years off": ([on("0001-01-01~"), on("2011-12-16", 2)], (None, 734_486)),
    "two dates that are about a day": ([on("2011-12-16~"), on("2011-12-21?", 2)], (None, 3)),
    "a start that is about a day": ([on("2011-12-16~", key=START), on("2011-12-10", 2)], (None, 6)),
    "about a day that is no Friday": ([on("2011-12-19~"), said(2, WHOLE, WEEKDAY, FRIDAY)], (None, 3)),
    "dates that are sure": ([on("2011-12-16"), on("2011-12-20", 2)], (None, None)),
    "places": ([said(n, WHOLE, PLACE, place) for n, place in enumerate(PLACES[2:])], (None, None)),
}


@pytest.mark.parametrize(("claims", "needed"), NEEDED.values(), ids=NEEDED)
def test_what_would_have_to_be_loose_by_example(claims, needed):
    """Numbers by hundredths, dates by days; nothing where nothing is approximate or no looseness helps."""
    [conflict] = search(claims, SUMS, (LETTER,)).conflicts

    assert needed == (conflict.dissolves_at_percent, conflict.dissolves_at_days)
    assert conflict.verify()


def test_what_only_an_about_saves_is_in_conflict_to_the_letter():
    """Ten and about twelve agree, but for the "about" they would not."""
    pair = (said(1, WHOLE, KILLED, Count.exactly(10)), said(2, WHOLE, KILLED, Count(about=12)))
    [conflict] = search(pair, CODEBOOK, (STRICT, PLAIN, LETTER)).conflicts

    assert (("letter",), "conventional", 2, 17) == (
        conflict.readings,
        conflict.grade,
        conflict.gap,
        conflict.dissolves_at_percent,
    )


def test_nearly_a_number_is_about_it_and_below_it():
    """Where "about" and the bound beside it leave no number, the bound alone holds."""
    nearly = said(1, WHOLE, KILLED, Count(0, 23, about=24))

    assert not search((nearly, said(2, WHOLE, KILLED, Count.exactly(23))), CODEBOOK, (LETTER,)).conflicts
    [conflict] = search((nearly, said(2, WHOLE, KILLED, Count.exactly(24))), CODEBOOK, (LETTER,)).conflicts
    assert (1, None) == (conflict.gap, conflict.dissolves_at_percent)
    assert conflict.verify()
    half = search((nearly, said(2, WHOLE, KILLED, Count.exactly(11))), CODEBOOK, (PLAIN,)).conflicts
    assert [55] == [conflict.dissolves_at_percent for conflict in half]
