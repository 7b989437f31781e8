"""Readings: named conventions that turn wording into bounds."""

from __future__ import annotations

from attrs import frozen


@frozen
class Wording:
    """What a reading makes of one vague word."""

    word: str
    low: int
    """The floor that the word sets."""
    because: str
    """The reason or the reference."""
    high: int | None = None
    """The ceiling that the word sets; None where it sets none."""


@frozen
class Hint:
    """What a reading hears in a bound or a mark beside what it says."""

    times: int
    """How many times the number: a floor of N stays below `times` N, a ceiling of N above N / `times`, and about N lies
    between N / `times` and `times` N, both included."""
    because: str


@frozen
class Reading:
    """A named convention. `strict` gives each vague word its weakest published floor and no ceiling.

    What a reading does not say of itself it takes from `strict`.
    """

    id: str
    label: str
    because: str
    words: tuple[Wording, ...] = ()
    dates_as_written: str | None = None
    """Why a date marked as approximate or uncertain is taken as it is written; None where it sets no bound."""
    floors: Hint | None = None
    """What "at least" and "more than" imply for the other end."""
    ceilings: Hint | None = None
    """What "up to" implies for the other end."""
    about: Hint | None = None
    """How far "about" reaches, down and up; None where it sets no bound."""
    properties: tuple[str, ...] = ()
    """Ids of the properties whose vague words it speaks of, those of others being as under `strict`; empty for all."""
