"""Made-up records for the property tests. Each section belongs to one part of the model."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from zhanaozen_archive._model.period import Day, Period

# -- days and periods --

_MARKS = st.sampled_from(["", "", "", "", "?", "~", "%"])


def days(min_year: int = -9999, max_year: int = 9999) -> SearchStrategy[Day]:
    """Days of the years from `min_year` to `max_year`."""
    first, last = Day(min_year, 1, 1).ordinal, Day(max_year, 12, 31).ordinal
    return st.integers(first, last).map(Day.from_ordinal)


@st.composite
def _veiled(draw: DrawFn, digits: str, most: int) -> str:
    """Put `X` in the place of at most so many digits, from the right or anywhere."""
    hidden = draw(st.one_of(st.just(0), st.integers(0, most)))
    places = draw(
        st.one_of(
            st.just(set(range(len(digits) - hidden, len(digits)))),
            st.sets(st.integers(len(digits) - most, len(digits) - 1), max_size=hidden),
        )
    )
    return "".join("X" if place in places else digit for place, digit in enumerate(digits))


@st.composite
def texts_around(draw: DrawFn, day: Day, *, year_veil: int = 4, marks: bool = True) -> str:
    """Dates that allow the given day, of every precision; at most `year_veil` digits of the year are open."""
    mark = _MARKS if marks else st.just("")
    year = ("-" if day.year < 0 else "") + draw(_veiled(f"{abs(day.year):04}", year_veil))
    text = draw(mark) + year + draw(mark)
    for part in (day.month, day.day)[: draw(st.integers(0, 2))]:
        text += "-" + draw(mark) + draw(_veiled(f"{part:02}", 2)) + draw(mark)
    return text


@st.composite
def date_texts(draw: DrawFn) -> str:
    """Dates of every form."""
    if draw(st.integers(0, 7)):
        return draw(days().flatmap(texts_around))
    far = draw(st.integers(10_000, 10**12))
    return f"{draw(_MARKS)}Y{draw(st.sampled_from(['', '-']))}{far}{draw(_MARKS)}"


@st.composite
def moment_texts(draw: DrawFn) -> str:
    """Days with a time of day."""
    day = draw(days())
    time = draw(st.times()).replace(microsecond=0)
    return f"{day}T{time}{draw(st.sampled_from(['', 'Z', '+06', '-04', '+05:30']))}"


@st.composite
def _pairs(draw: DrawFn, min_year: int, max_year: int, year_veil: int) -> tuple[str, str]:
    """Two dates of which the first can be before the second, or on the same day."""
    both = sorted((draw(days(min_year, max_year)), draw(days(min_year, max_year))))
    one, two = (draw(texts_around(day, year_veil=year_veil)) for day in both)
    return one, two


@st.composite
def interval_texts(draw: DrawFn, min_year: int = -9999, max_year: int = 9999, year_veil: int = 4) -> str:
    """Intervals, with one end open or unknown in some."""
    start, end = draw(_pairs(min_year, max_year, year_veil))
    edge = draw(st.sampled_from(["", ".."]))
    return draw(st.sampled_from([f"{start}/{end}", f"{start}/{end}", f"{start}/{edge}", f"{edge}/{end}"]))


@st.composite
def set_texts(draw: DrawFn, min_year: int = -9999, max_year: int = 9999, year_veil: int = 1) -> str:
    """Sets of which one or all are meant, with ranges and open sides."""
    dates = days(min_year, max_year).flatmap(lambda day: texts_around(day, year_veil=year_veil))
    ranges = _pairs(min_year, max_year, year_veil).map("..".join)
    members = draw(st.lists(st.one_of(dates, ranges), min_size=1, max_size=4))
    if ".." not in members[0]:
        members[0] = draw(st.sampled_from(["", "", ".."])) + members[0]
    if ".." not in members[-1]:
        members[-1] += draw(st.sampled_from(["", "", ".."]))
    return draw(st.sampled_from(["[{}]", "{{{}}}"])).format(",".join(members))


def period_texts() -> SearchStrategy[str]:
    """Valid EDTF texts of every form that is taken."""
    return st.one_of(date_texts(), moment_texts(), interval_texts(), set_texts())


def near_period_texts() -> SearchStrategy[str]:
    """Valid texts between two years, in which few digits of the year are open: few days to look through."""
    near = (2008, 2013, 1)
    dates = days(*near[:2]).flatmap(lambda day: texts_around(day, year_veil=near[2]))
    return st.one_of(dates, interval_texts(*near), set_texts(*near))


def periods() -> SearchStrategy[Period]:
    """Periods of every form."""
    return period_texts().map(Period.parse)


@st.composite
def broken_period_texts(draw: DrawFn) -> str:
    """Texts that are nearly EDTF, and are not."""
    day = draw(days(1, 9999))
    text = draw(texts_around(day, marks=False))
    eve = Day.from_ordinal(day.ordinal - 1) if day.ordinal > 1 else day
    spoiled = [
        f" {text}",
        f"{text}\n",
        f"{text}?~",
        f"{text}-",
        f"[{text}",
        f"{text}}}",
        f"{text}/{text}/{text}",
        f"{text}\N{EN DASH}01",
        f"{text},{text}",
        f"{day.year:04}-{day.month + 12:02}",
        f"{day.year:04}-{day.month:02}-{day.day + 31}",
        f"{day.day:02}-{day.month:02}-{day.year:04}",
        f"{day.year:04}{day.month:02}{day.day:02}",
        f"{day.year:04}-{day.month}-{day.day} ",
        f"Y{day.year:04}",
        f"{day}T24:00:00",
        f"{day}T12:00:00/{day}",
        f"{day}/{eve}" if eve < day else "/",
        f"[{day}..{eve}]" if eve < day else "[]",
    ]
    return draw(st.sampled_from(spoiled))
