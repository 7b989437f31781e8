"""One date in the Extended Date/Time Format (EDTF, ISO 8601-2:2019): its grammar and the days it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import attrs

from zhanaozen_archive._model.day import Day, month_length, ordinal_of
from zhanaozen_archive._model.spans import Span
from zhanaozen_archive.errors import InvalidPeriod


@attrs.frozen
class Written:
    """The parts of a date as they are written, without the marks `?`, `~` and `%`.

    Attributes:
        year: Four digits, with `X` for one not specified and `-` before year 0; or `Y` and more.
        month: Two digits, with `X` for one not specified; None where the date is only a year.
        day: Two digits likewise; None where the date has none.
        time: Time of day with its offset, or nothing.
    """

    year: str
    month: str | None = None
    day: str | None = None
    time: str = ""


@cache
def _date_form() -> re.Pattern[str]:
    near = "{m}(-?[0-9X]{{4}}){m}(?:-{m}([0-9X]{{2}}){m}(?:-{m}([0-9X]{{2}}){m})?)?"
    far = "{m}(Y-?[1-9][0-9]{{4,}}){m}"
    return re.compile(f"{near}|{far}".format(m="[?~%]?"))


@cache
def _moment_form() -> re.Pattern[str]:
    time = "[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    offset = "Z|[+-][01][0-9](?::[0-5][0-9])?"
    return re.compile(f"(-?[0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})T((?!2[4-9]){time}(?:{offset})?)")


def read(text: str) -> Written | None:
    """Take a date apart, or a day with its time; None where it has another form."""
    if "T" in text:
        moment = _moment_form().fullmatch(text)
        return Written(*moment.groups()) if moment else None
    match = _date_form().fullmatch(text)
    return Written(match[1] or match[4], match[2], match[3]) if match else None


@cache
def fitting(digits: str | None, last: int) -> tuple[int, ...]:
    """Find the numbers from 1 to `last` that can be written so; all of them where nothing is written."""
    asked = digits or "XX"
    return tuple(
        number
        for number in range(1, last + 1)
        if all(mark in ("X", digit) for mark, digit in zip(asked, f"{number:02}", strict=True))
    )


def year_runs(year: str) -> list[tuple[int, int]]:
    """Find the years that can be written so, as first and last of each unbroken run, in order."""
    digits = year.lstrip("Y-")
    head = digits.rstrip("X")
    width = 10 ** (len(digits) - len(head))
    choices = ("0123456789" if mark == "X" else mark for mark in head)
    lows = [int("".join(choice) or "0") * width for choice in product(*choices)]
    if "-" not in year:
        return [(low, low + width - 1) for low in lows]
    # There is no year -0: what comes before the year 1 is written 0000.
    return [(1 - low - width, min(-low, -1)) for low in reversed(lows) if low + width > 1]


def _outermost(written: Written, step: int) -> Day | None:
    days = fitting(written.day, 31)[::step]
    months = (
        (year, month)
        for low, high in year_runs(written.year)[::step]
        for year in range(low, high + 1)[::step]
        for month in fitting(written.month, 12)[::step]
    )
    found = ((*month, day) for month in months for day in days if day <= month_length(*month))
    return next((Day(*day) for day in found), None)


def bounds(written: Written) -> tuple[Day, Day] | None:
    """Find the first and the last day that a date allows; None where the calendar has no such day at all."""
    first, last = _outermost(written, 1), _outermost(written, -1)
    return (first, last) if first and last else None


@cache
def _unbroken(numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    cuts = [place for place in range(1, len(numbers)) if numbers[place] > numbers[place - 1] + 1]
    starts, ends = [0, *cuts], [*cuts, len(numbers)]
    return [(numbers[start], numbers[end - 1]) for start, end in zip(starts, ends, strict=True)]


def days_of(written: Written) -> Iterator[Span]:
    """Find the days that a date allows, in order; two spans may touch."""
    months, days = fitting(written.month, 12), fitting(written.day, 31)
    for low, high in year_runs(written.year):
        if len(months) == 12 and len(days) == 31:  # noqa: PLR2004
            yield ordinal_of(low, 1, 1), ordinal_of(high, 12, 31)
        else:
            for year, month in product(range(low, high + 1), months):
                yield from _days_in(year, month, _unbroken(days))


def _days_in(year: int, month: int, runs: list[tuple[int, int]]) -> Iterator[Span]:
    eve, length = ordinal_of(year, month, 1) - 1, month_length(year, month)
    return ((eve + first, eve + min(last, length)) for first, last in runs if first <= length)


def set_parts(text: str) -> list[str]:
    """Take a set apart at its commas.

    Raises:
        InvalidPeriod: It is not closed, a part is empty, or `..` is open to a side where other dates stand.
    """
    close = "]" if text[0] == "[" else "}"
    if text[-1] != close:
        raise InvalidPeriod(text, f"the set that {text[0]!r} opens is not closed with {close!r}")
    parts = text[1:-1].split(",")
    if "" in parts:
        raise InvalidPeriod(text, "a date is missing in the set")
    if any(part.startswith("..") for part in parts[1:]) or any(part.endswith("..") for part in parts[:-1]):
        raise InvalidPeriod(text, "a set can be open ('..') only before its first date and after its last")
    return parts
