"""Dates of an item: one day, month, season or year, or a range of them."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen


@frozen
class Moment:
    """One end of a date; 0 is what is not known. The year may be negative: -1 is 1 BC."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0

    @property
    def key(self) -> str:
        """Digits that sort as the moment does."""
        return f"{self.year + 5000:05d}{self.month or self.season:02d}{self.day:02d}"


@frozen
class Date:
    """A date as CSL-JSON gives it: one moment, or two of a range, or words."""

    start: Moment
    end: Moment | None = None
    circa: bool = False
    literal: str = ""

    @property
    def key(self) -> str:
        """What the date sorts by."""
        return self.literal or "/".join(end.key for end in (self.start, self.end) if end)


_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_DAY = 31
_QUARTERS = (1, 2, 3, 4)
_FIRST_SEASON = 13
"""Spring as the number of a month."""
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_UNCERTAIN = re.compile(r"[?~%]|\b(?:ca?\.|circa)\s*")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,})\.?,?\s+(-?\d{3,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,})\.?\s+(\d{1,2}),?\s+(-?\d{3,4})")


def date(value: Any) -> Date | None:
    """A date of CSL-JSON; None where it says nothing."""
    if isinstance(value, (str, int)):
        return _raw(str(value), circa=False)
    if not isinstance(value, dict):
        return None
    circa = value.get("circa") not in (None, False, 0, "", "false", "0")
    given = value.get("date-parts")
    moments = [moment for parts in given if (moment := _moment(parts))] if isinstance(given, (list, tuple)) else []
    if moments:
        season = _season(value.get("season"))
        start = _with_season(moments[0], season)
        end = _with_season(moments[1], season) if len(moments) > 1 else None
        return Date(start, end if end != start else None, circa)
    if value.get("literal"):
        return Date(Moment(), None, circa, str(value["literal"]))
    raw = value.get("raw")
    return _raw(str(raw), circa=circa) if raw else None


def _with_season(moment: Moment, season: int) -> Moment:
    return Moment(moment.year, 0, 0, season) if season and not moment.month else moment


def _moment(parts: Any) -> Moment | None:
    if not isinstance(parts, (list, tuple)):
        parts = [parts]
    numbers: list[int] = []
    for part in parts[:3]:
        number = _whole(part)
        if number is None or (not number and not numbers):
            break
        numbers.append(number)
    if not numbers:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if not 1 <= month <= len(_MONTHS):
        return Moment(year, 0, 0, _season(month))
    return Moment(year, month, day if 1 <= day <= _LAST_DAY else 0)


def _whole(part: Any) -> int | None:
    try:
        return int(part)
    except (OverflowError, TypeError, ValueError):
        return None


def _season(value: Any) -> int:
    """A season from 1, spring: 1 to 4, or 13 to 16 and so on to 24."""
    number = _whole(value) or _SEASONS.get(str(value).lower(), 0)
    if _FIRST_SEASON <= number < _FIRST_SEASON + 3 * len(_QUARTERS):
        return (number - _FIRST_SEASON) % len(_QUARTERS) + 1
    return number if number in _QUARTERS else 0


def _raw(text: str, *, circa: bool) -> Date | None:
    """A date in words, if it can be read; else its words."""
    bare = _UNCERTAIN.sub("", text).strip()
    circa = circa or bare != text.strip()
    halves = bare.split("/") if bare.count("/") == 1 else bare.split("--") if bare.count("--") == 1 else [bare]
    moments = [_read(half.strip()) for half in halves]
    if not text.strip():
        return None
    if not all(moments):
        return Date(Moment(), None, circa, text.strip())
    start, end = moments[0] or Moment(), moments[1] if len(moments) > 1 else None
    return Date(start, end if end != start else None, circa)


def _read(text: str) -> Moment | None:
    if found := _ISO.fullmatch(text):
        return _moment([part for part in found.groups() if part])
    if found := _MONTH_FIRST.fullmatch(text):
        return _named(found[1], found[2], found[3])
    found = _DAY_FIRST.fullmatch(text)
    return _named(found[2], found[1], found[3]) if found else None


def _named(word: str, day: str | None, year: str) -> Moment | None:
    if word.lower() in _SEASONS and not day:
        return Moment(int(year), 0, 0, _SEASONS[word.lower()])
    short = word[:3].lower()
    return _moment([year, _MONTHS.index(short) + 1, day or 0]) if short in _MONTHS else None
