"""What claims say under a reading: bounds for numbers, days for dates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import inf
from typing import Any

from attrs import frozen

from zhanaozen_archive._model._period_days import days, high, low
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.readings import Reading, Wording
from zhanaozen_archive._model.spans import Span, merged
from zhanaozen_archive._model.values import Count, Duration

Days = tuple[Span, ...]
"""Stretches of days, in order, none of which touches another."""
ANY_DAY: Days = ((-inf, inf),)
_DAYS = {"days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}
"""The fewest and the most days of each unit; hours are counted apart."""


@lru_cache(maxsize=4096)
def days_of(value: Period) -> Days:
    """The days on which the whole of an event of this date can lie; kept, for `XXXX-12-16` has ten thousand."""
    spans = days(value)
    return ((spans[0][0], spans[-1][1]),) if value.kind == "all_of" else tuple(spans)


def all_but(denied: Count) -> tuple[int, int | None] | None:
    """The least and the greatest number that are left where a number is denied; None where those left have no bounds.

    To deny a floor sets a ceiling, to deny a ceiling sets a floor. It is taken as it is written: no reading adds to a
    "no", and that of a vague word denies the word alone.
    """
    if denied.word is not None or denied.about is not None or (denied.low > 0) == (denied.high is not None):
        return None
    return (0, denied.low - 1) if denied.high is None else (denied.high + 1, None)


@frozen
class Hearing:
    """Listens under one reading."""

    reading: Reading
    words: Mapping[str | None, Wording]
    percent: int = 0
    """So far below and above the number, in hundredths of it, every "about" reaches at the least."""
    days_off: int = 0
    """So many days before and after what is written every approximate or uncertain date reaches."""

    @classmethod
    def under(cls, reading: Reading, percent: int = 0, days_off: int = 0) -> Hearing:
        """Listen under this reading, or with more room around what is said to be approximate."""
        return cls(reading, {wording.word: wording for wording in reading.words}, percent, days_off)

    def count(self, value: Count, of: Property[Any]) -> tuple[int, int | None]:
        """The least and the greatest number that a value of a property allows; None where it sets no ceiling."""
        about = self.reading.properties
        if (not about or of.id in about) and (wording := self.words.get(value.word)):
            return wording.low, wording.high
        low, high = value.low, value.high
        if value.about is not None:
            return self._around(value.about, low, high)
        if value.word is None:
            if self.reading.floors and high is None and low:
                high = max(low, self.reading.floors.times * low - 1)
            elif self.reading.ceilings and high and not low:
                low = high // self.reading.ceilings.times + 1
        return low, high

    def _around(self, about: int, low: int, high: int | None) -> tuple[int, int | None]:
        """The bounds drawn closer by what "about" allows, unless no number is left: "nearly 24" is about 24."""
        if self.reading.about is None:
            return low, high
        times = self.reading.about.times
        least = max(low, min(-(-about // times), -(about * (self.percent - 100) // 100)))
        most = max(about * times, about * (100 + self.percent) // 100)
        most = most if high is None else min(high, most)
        return (least, most) if least <= most else (low, high)

    def days(self, value: Period) -> Days:
        """The days on which the whole of the event can lie."""
        if self.as_written(value):
            return days_of(value)
        if not self.reading.dates_as_written:
            return ANY_DAY
        return tuple(merged((first - self.days_off, last + self.days_off) for first, last in days_of(value)))

    def as_written(self, value: Period) -> bool:
        """Whether the days are those that are written, and no others."""
        marked = value.approximate or value.uncertain
        return not marked or (self.reading.dates_as_written is not None and not self.days_off)

    def reach(self, value: Period) -> tuple[int | None, int | None]:
        """The first and the last of the days; None where there is none."""
        if self.as_written(value):
            first, last = low(value), high(value)
        else:
            (first, _), (_, last) = self.days(value)[0], self.days(value)[-1]
        return None if first == -inf else int(first), None if last == inf else int(last)

    def nights(self, value: Duration, of: Property[Any]) -> tuple[int, int | None]:
        """How many days the last day can be after the first, at the least and at the most.

        "Three days" may count both ends or neither, so it is two or three.
        """
        low, high = self.count(value.count, of)
        if value.unit == "hours":
            return low // 24, None if high is None else -(-high // 24)
        fewest, most = _DAYS[value.unit]
        return max(0, low * fewest - 1), None if high is None else high * most
