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


@frozen
class Reading:
    """A named convention. `strict` gives each vague word its weakest published floor and no ceiling."""

    id: str
    label: str
    because: str
    words: tuple[Wording, ...] = ()
