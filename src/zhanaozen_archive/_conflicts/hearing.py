"""What claims say under a reading: bounds for numbers, days for dates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.readings import Reading, Wording
from zhanaozen_archive._model.values import Count, Duration

Days = tuple[tuple[int | None, int | None], ...]
"""Stretches of days, as first and last ordinal, in order; None where a stretch has no bound."""
ANY_DAY: Days = ((None, None),)
_DAYS = {"days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}
"""The fewest and the most days of each unit; hours are counted apart."""


@lru_cache(maxsize=4096)
def days_of(value: Period) -> Days:
    """The days on which the whole of an event of this date can lie; kept, for `XXXX-12-16` has ten thousand."""
    spans = value.spans()
    return ((spans[0][0], spans[-1][1]),) if value.kind == "all_of" else spans


@frozen
class Hearing:
    """Listens under one reading."""

    reading: Reading
    words: Mapping[str, Wording]

    @classmethod
    def under(cls, reading: Reading) -> Hearing:
        """Listen under this reading."""
        return cls(reading, {wording.word: wording for wording in reading.words})

    def count(self, value: Count) -> tuple[int, int | None]:
        """The least and the greatest number that the value allows; None where it sets no ceiling."""
        if value.word is not None and (wording := self.words.get(value.word)):
            return wording.low, wording.high
        low, high = value.low, value.high
        if value.word is None and value.about is None:
            if self.reading.floors and high is None and low:
                high = max(low, self.reading.floors.times * low - 1)
            elif self.reading.ceilings and high and not low:
                low = high // self.reading.ceilings.times + 1
        return low, high

    def days(self, value: Period) -> Days:
        """The days on which the whole of the event can lie."""
        if (value.approximate or value.uncertain) and not self.reading.dates_as_written:
            return ANY_DAY
        return days_of(value)

    def nights(self, value: Duration) -> tuple[int, int | None]:
        """How many days the last day can be after the first, at the least and at the most.

        "Three days" may count both ends or neither, so it is two or three.
        """
        low, high = self.count(value.count)
        if value.unit == "hours":
            return low // 24, None if high is None else -(-high // 24)
        fewest, most = _DAYS[value.unit]
        return max(0, low * fewest - 1), None if high is None else high * most
