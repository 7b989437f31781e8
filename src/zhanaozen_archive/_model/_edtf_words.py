"""Periods in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zhanaozen_archive._model._edtf import Written, fitting, read, year_runs
from zhanaozen_archive._model.day import Edge, month_length

if TYPE_CHECKING:
    from zhanaozen_archive._model.period import Period

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MOST_TO_LIST = 4
_FIRST_PLAIN_YEAR = 1000


def period_words(period: Period) -> str:
    """Say a period in plain English."""
    written = read(period.text) if period.kind == "date" else None
    if written:
        about, doubt = "about " * period.approximate, " (uncertain)" * period.uncertain
        return f"{about}{_date_words(written)}{doubt}"
    if period.kind == "interval":
        return _interval_words(period)
    word = "or" if period.kind == "one_of" else "and"
    which = "" if len(period.members) == 1 else f"{period.kind.replace('_', ' ')} "
    return which + _joined([_member_words(member, word) for member in period.members], word)


def _edge_words(interval: Period) -> list[str]:
    return ["" if isinstance(edge, Edge) else period_words(edge) for edge in (interval.start, interval.end)]


def _interval_words(interval: Period) -> str:
    start, end = _edge_words(interval)
    is_open = Edge.OPEN in (interval.start, interval.end)
    if start and end:
        return f"{start} to {end}"
    if start:
        return f"from {start} ({'open' if is_open else 'end unknown'})"
    return f"until {end} ({'open' if is_open else 'start unknown'})"


def _member_words(member: Period, word: str) -> str:
    start, end = _edge_words(member)
    if member.kind == "date" or (start and end):
        return period_words(member)
    return f"{start} {word} later" if start else f"{end} {word} earlier"


def _joined(parts: Sequence[str], word: str) -> str:
    *most, final = parts
    return f"{', '.join(most)} {word} {final}" if most else final


def _date_words(written: Written) -> str:
    year = _year_words(written.year)
    if written.month is None:
        return year
    month = _choice("month", written.month, [MONTHS[number - 1] for number in fitting(written.month, 12)])
    month += f" in {year}" if month.startswith("a ") or "X" in written.year else f" {year}"
    if written.day is None:
        return month
    if written.day == "XX":
        return f"a day in {year if written.month == 'XX' else month}"
    return _day_words(written.year, written.month, written.day) + month + _time_words(written.time)


def _day_words(year: str, month: str, day: str) -> str:
    length = 31 if "X" in year + month else month_length(int(year), int(month))
    words = _choice("day", day, [str(number) for number in fitting(day, length)])
    if "X" not in month:
        return f"{words} "
    return f"{words} of " if words.startswith("a ") else f"day {words} of "


def _choice(noun: str, digits: str, names: Sequence[str]) -> str:
    if digits == "XX":
        return f"a {noun}"
    return _joined(names, "or") if len(names) <= _MOST_TO_LIST else f"a {noun} from {names[0]} to {names[-1]}"


def _year_words(year: str) -> str:
    runs = year_runs(year)
    low, high = runs[0]
    if low == high and len(runs) == 1:
        return _one_year(low)
    if year == "XXXX":
        return "an unspecified year"
    if len(runs) > 1:
        return f"a year written {year}"
    if low >= _FIRST_PLAIN_YEAR and year.count("X") == 1:
        return f"the {low}s"
    return f"a year from {_one_year(low)} to {_one_year(high)}"


def _one_year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= _FIRST_PLAIN_YEAR else f"AD {year}"


def _time_words(time: str) -> str:
    if not time:
        return ""
    clock, offset = time[:8], time[8:]
    zone = f" UTC{offset.removeprefix('Z')}" if offset else ""
    return f", {clock}{zone}"
