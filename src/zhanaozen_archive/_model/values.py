"""What a claim can say, apart from dates: counts, durations, coded terms and plain assertions."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen

from zhanaozen_archive.errors import InvalidValue

LARGEST = 2**53
"""No number above this: it is the last up to which every reader of JSON counts exactly."""

Unit = Literal["hours", "days", "weeks", "months", "years"]
UNITS: tuple[Unit, ...] = get_args(Unit)


def _check(n: int) -> None:
    if type(n) is not int or not 0 <= n <= LARGEST:
        raise InvalidValue(f"a count is a whole number from 0 to {LARGEST}, not {n!r}")


@frozen(cache_hash=True)
class Count:
    """A whole number that a source gives, with the bounds that its words set for certain.

    `Count(16)` says only "at least 16"; `Count.exactly(16)` says 16.

    Raises:
        InvalidValue: A bound is no whole number from 0, or `low` is above `high`.
    """

    low: int = field(default=0)
    """The least number the words allow, in the unit of the property; 0 where they set no floor."""
    high: int | None = None
    """The greatest number the words allow; None where they set no ceiling."""
    about: int | None = None
    """The number said to be approximate ("about 2,000"); it sets no certain bound."""
    word: str | None = None
    """The vague word used in place of a number ("dozens"); `low` is then its floor under the strict reading."""

    def __attrs_post_init__(self) -> None:
        _check(self.low)
        for n in (self.high, self.about):
            if n is not None:
                _check(n)
        if self.high is not None and self.low > self.high:
            raise InvalidValue(f"at least {self.low} and at most {self.high} cannot both hold")

    @classmethod
    def exactly(cls, n: int) -> Count:
        """The number itself.

        Raises:
            InvalidValue: `n` is no whole number from 0.
        """
        return cls(n, n)

    @property
    def is_exact(self) -> bool:
        """Whether one number alone is meant."""
        return self.low == self.high

    def __str__(self) -> str:
        """The count in plain English: "16", "at least 16", "up to 70", "1,000 to 2,000", "about 2,000", "dozens"."""
        if self.word is not None:
            return self.word
        if self.about is not None:
            return f"about {self.about:,}"
        if self.is_exact:
            return f"{self.low:,}"
        if self.high is None:
            return f"at least {self.low:,}"
        return f"{self.low:,} to {self.high:,}" if self.low else f"up to {self.high:,}"


@frozen(cache_hash=True)
class Duration:
    """How long something lasted: a count of hours, days, weeks, months or years."""

    count: Count
    unit: Unit

    def __attrs_post_init__(self) -> None:
        if self.unit not in UNITS:
            raise InvalidValue(f"a duration is counted in {', '.join(UNITS)}, not {self.unit!r}")

    def __str__(self) -> str:
        """The duration in plain English: "20 days", "1 year", "at least 1 day"."""
        counted = str(self.count)
        return f"{counted} {self.unit[:-1] if f' {counted}'.endswith(' 1') else self.unit}"


@frozen(cache_hash=True)
class Term:
    """One category of a vocabulary: "Friday" of the days of the week."""

    vocabulary: str
    """Id of the vocabulary."""
    id: str
    """Id of the term, unique in its vocabulary."""
    label: str
    """The term in plain English."""

    def __str__(self) -> str:
        return self.label


@frozen(cache_hash=True)
class Vocabulary:
    """The terms that a property can take."""

    id: str
    terms: tuple[Term, ...]
    exclusive: str | None = None
    """Why no two of its terms can both be true of one event; None where they can."""


@frozen(cache_hash=True)
class Text:
    """An assertion that fits no other type: a short gloss by the coder, beside which the quoted words stand."""

    gloss: str

    def __str__(self) -> str:
        return self.gloss
