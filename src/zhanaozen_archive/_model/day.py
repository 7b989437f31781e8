"""One calendar day of any year, and what stands in an interval where no day does."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from datetime import date

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097
"""The Gregorian calendar repeats itself after 400 years."""
_YEARS_OF_FOUR_DIGITS = range(-9999, 10_000)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Edge(Enum):
    """The end of an interval where no date stands."""

    OPEN = ".."
    """Written `..`: the interval has no bound on this side."""
    UNKNOWN = ""
    """Left empty: the interval has a bound on this side, but it is not known."""

    def __repr__(self) -> str:
        return self.name


def month_length(year: int, month: int) -> int:
    """Count the days of a month (1 to 12) in the proleptic Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _MONTH_LENGTHS[month - 1]  # noqa: PLR2004


def ordinal_of(year: int, month: int, day: int) -> int:
    """Number a day: 1 is 1 January of the year 1, as with `datetime.date`.

    Raises:
        ValueError: The calendar has no such day.
    """
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):  # noqa: PLR2004
        raise ValueError(f"the calendar has no day {day} of month {month} in the year {year}")
    leap_day = month > 2 and month_length(year, 2) == 29  # noqa: PLR2004
    return _days_before(year) + _DAYS_BEFORE_MONTH[month - 1] + leap_day + day


def _days_before(year: int) -> int:
    """Count the days from 1 January of the year 1 to the eve of a year; below 0 for a year before 1."""
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def _own_ordinal(day: Day) -> int:
    return ordinal_of(day.year, day.month, day.day)


@attrs.frozen(order=True)
class Day:
    """A day of the proleptic Gregorian calendar, of any year.

    Attributes:
        year: Astronomical year: 0 is 1 BC, -1 is 2 BC.
        month: 1 to 12.
        day: 1 to the length of the month.
        ordinal: Number of the day: 1 is 1 January of the year 1, as with `datetime.date`.

    Raises:
        ValueError: The calendar has no such day.
    """

    year: int
    month: int
    day: int
    ordinal: int = attrs.field(init=False, eq=False, repr=False, default=attrs.Factory(_own_ordinal, takes_self=True))

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """Find the day with this number: 1 is 1 January of the year 1."""
        year = (ordinal - 1) * _CYCLE_YEARS // _CYCLE_DAYS + 1  # right, or the year before
        if _days_before(year + 1) < ordinal:
            year += 1
        month, rest = 1, ordinal - _days_before(year)
        while rest > month_length(year, month):
            month, rest = month + 1, rest - month_length(year, month)
        return cls(year, month, rest)

    def date(self) -> date:
        """Give the same day as a `datetime.date`.

        Raises:
            OverflowError: The year is before 1 or after 9999.
        """
        from datetime import date

        if not date.min.year <= self.year <= date.max.year:
            raise OverflowError(f"datetime.date has no year {self.year}")
        return date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Write the day as EDTF does; a year of more than four digits, for which it has no form, with `Y`."""
        sign = "-" if self.year < 0 else ""
        far = "" if self.year in _YEARS_OF_FOUR_DIGITS else "Y"
        return f"{far}{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"
