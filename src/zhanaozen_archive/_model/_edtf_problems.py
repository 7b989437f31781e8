"""What is wrong with a text that is not a date, and what may have been meant.

Nothing here runs for a text that is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zhanaozen_archive._model._edtf import Written, bounds, fitting, read, year_runs
from zhanaozen_archive._model._edtf_words import MONTHS
from zhanaozen_archive._model.day import month_length

_SEASONS = range(21, 42)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_FORMS = "write a year, a month or a day as in '2011', '2011-12', '2011-12-16'"
_STRAYS = {
    r"[\[\]{}]": "a set stands alone between '[' and ']' (one of) or '{' and '}' (all of)",
    "/": "an interval stands alone, with one '/' between its start and its end",
    r"^\.\.$": "'..' is an open end, and needs a date at the other end of the interval",
    r"\.\.": "'..' joins dates within a set only: write an interval with '/'",
    ",": "dates with ',' between them stand in '[' and ']' (one of) or '{' and '}' (all of)",
    "[A-Za-z]{3}": f"words have no place in a date: {_FORMS}",
    " ": "take away the blanks",
}


def problem_of(text: str) -> str:
    """Say what is wrong with a text that is not a date, and what was meant where that can be told."""
    written = read(text)
    if written:
        return _not_in_calendar(written)
    return next(filter(None, (explain(text) for explain in _EXPLANATIONS)), _FORMS)


def _meant(*suggestions: str) -> str:
    """Name the suggestions that are dates themselves, so that no advice leads to the next error."""
    good = [repr(text) for text in suggestions if (written := read(text)) and bounds(written)]
    return f", {' or '.join(good)}" if good else ""


def _not_in_calendar(written: Written) -> str:
    year, month, day = written.year, written.month, written.day
    if month is None or not year_runs(year):
        return "the year before 1 is written '0000', without '-'"
    if not fitting(month, 12):
        return _no_such_month(year, month, day)
    if "X" in year + month:
        return f"{year}-{month} never has a day {day}"
    return f"{year}-{month} has days 01 to {month_length(int(year), int(month))}, not {day}"


def _no_such_month(year: str, month: str, day: str | None) -> str:
    if day is None and month.isdigit() and int(month) in _SEASONS:
        return f"{month} stands for a season or another part of the year, which has no agreed days: name months"
    swapped = _meant(f"{year}-{day}-{month}") if day else ""
    return f"there is no month {month}, months are 01 to 12" + (f": write year-month-day{swapped}" if swapped else "")


def _blank(text: str) -> str | None:
    if not text.strip():
        return "it is blank" if text else "it is empty"
    if text != text.strip():
        return f"take away the blanks around it{_meant(text.strip())}"
    return None


def _foreign(text: str) -> str | None:
    for char in text:
        if char in _DASHES:
            return f"write the hyphen '-' in place of {char!r}{_meant(text.replace(char, '-'))}"
        if not char.isascii() and char.isdecimal():
            return f"write digits as 0 to 9{_meant(''.join(str(int(c)) if c.isdecimal() else c for c in text))}"
        if not (char.isascii() and char.isprintable()):
            return f"U+{ord(char):04X} has no place in a date"
    return None


def _words(text: str) -> str | None:
    for word in re.findall("[A-Za-z]{3,}", text):
        numbers = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
        if numbers:
            return f"write the month as a number{_with_month(text, numbers[0])}"
    return None


def _with_month(text: str, month: int) -> str:
    digits = re.findall("[0-9]+", text)
    years = [number for number in digits if len(number) == 4]  # noqa: PLR2004
    days = [f"-{number:0>2}" for number in digits if len(number) < 3]  # noqa: PLR2004
    return _meant(f"{years[0]}-{month:02}{''.join(days)}") if len(years) == 1 else ""


def _not_taken(text: str) -> str | None:
    if re.fullmatch("Y?-?[0-9]+(E[0-9]+)?S[0-9]+", text):
        return "significant digits (S) are not taken: write 'X' for each digit not known"
    if re.fullmatch("Y-?[0-9]+E[0-9]+", text):
        return "years with an exponent (E) are not taken: write all digits"
    if text.startswith("Y"):
        return f"'Y' stands before a year of more than four digits and nothing else{_meant(text[1:])}"
    return None


def _marks(text: str) -> str | None:
    if re.search("[?~%]{2}", text):
        single = re.sub("[?~%]{2,}", lambda marks: marks[0][0] if len(set(marks[0])) == 1 else "%", text)
        return f"write one mark at a place, '%' for uncertain and approximate at once{_meant(single)}"
    return None


def _letters(text: str) -> str | None:
    if re.fullmatch("[0-9uxX-]+", text) and set(text) & {"u", "x"}:
        return f"write 'X' for a digit not known{_meant(re.sub('[ux]', 'X', text))}"
    if re.match("-?[0-9X]{4}-[0-9X]{2}-[0-9X]{2}.?T", text):
        return "a time follows a full day without marks and is written as in '2011-12-16T09:30:00'"
    return None


def _strays(text: str) -> str | None:
    return next((problem for pattern, problem in _STRAYS.items() if re.search(pattern, text)), None)


def _order(text: str) -> str | None:
    if match := re.fullmatch("([0-9]{1,2})([-./ ])([0-9]{1,2})\\2([0-9]{4})", text):
        one, two, year = match[1].zfill(2), match[3].zfill(2), match[4]
        orders = dict.fromkeys((f"{year}-{two}-{one}", f"{year}-{one}-{two}"))
        return f"write year-month-day{_meant(*orders)}"
    if match := re.fullmatch("([0-9]{1,2})[-./ ]([0-9]{4})", text):
        return f"write year-month{_meant(f'{match[2]}-{match[1]:0>2}')}"
    return None


def _digits(text: str) -> str | None:
    if match := re.fullmatch("([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", text):
        parts = [part for part in match.groups() if part]
        short = "month" if len(match[2]) == 1 else "day"
        return f"write the {short} with two digits{_meant('-'.join(part.zfill(2) for part in parts))}"
    if match := re.fullmatch("([0-9]{4})(?:([0-9]{2})([0-9]{2})?|[./ ]([0-9]{1,2})(?:[./ ]([0-9]{1,2}))?)", text):
        parts = [part for part in match.groups() if part]
        return f"write hyphens between year, month and day{_meant('-'.join(part.zfill(2) for part in parts))}"
    if re.fullmatch("-?[0-9]{5,}", text):
        return f"write 'Y' before a year of more than four digits{_meant('Y' + text)}"
    if re.match("-?[0-9X]{1,3}(-|$)", text):
        return "write the year with four digits"
    return None


_EXPLANATIONS: tuple[Callable[[str], str | None], ...] = (
    _blank,
    _foreign,
    _words,
    _not_taken,
    _marks,
    _letters,
    _order,
    _digits,
    _strays,
)
