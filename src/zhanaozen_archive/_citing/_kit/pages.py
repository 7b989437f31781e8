"""Ranges of pages in the forms of CSL."""

from __future__ import annotations

import re

from attrs import frozen

_RANGE = re.compile(r"(?<![\w-])([A-Za-z]*)(\d+)\s*[-\u2013]\s*([A-Za-z]*)(\d+)(?![\w-])")
NUMERAL = r"(?:\b[\w.:/]*\d[\w.:/]*|\b[ivxlcdmIVXLCDM]+\b)"
"""A number in a text, in Arabic or Roman numerals."""
_HYPHEN = re.compile(rf"({NUMERAL})\s*[-\u2013]\s*(?={NUMERAL})")
_THREE = 3


@frozen
class Pages:
    """How ranges of pages are written: in a form of CSL, or as they are where it is "", and the sign between."""

    form: str = ""
    dash: str = "\u2013"
    ampersand: str = "&"

    def ranged(self, text: str) -> str:
        """Pages with their ranges in this form."""
        if not self.form:
            return self.dashed(text)
        return self.dashed(_RANGE.sub(self._written, text))

    def dashed(self, text: str) -> str:
        """Pages with their hyphens as the sign between."""
        if "&" in text:
            text = text.replace("&", self.ampersand)
        if "-" not in text and "\u2013" not in text:
            return text
        return _HYPHEN.sub(lambda found: f"{found[1]}{self.dash}", text).replace("\\-", "-")

    def _written(self, found: re.Match[str]) -> str:
        letters, first, same, last = found.groups()
        if (same and same != letters) or (letters and not same and len(last) > len(first)):
            return found[0]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if last.zfill(len(first)) < first.zfill(len(last)):
            return found[0]
        shorten = _SHORTENED.get(self.form)
        return f"{letters}{first}{self.dash}{shorten(first, last) if shorten else f'{letters}{last}'}"


def _minimal(first: str, last: str, least: int = 1) -> str:
    if len(first) != len(last):
        return last
    shared = 0
    while shared < len(last) - least and first[shared] == last[shared]:
        shared += 1
    return last[shared:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago_16(first: str, last: str) -> str:
    if len(first) != len(last) or len(first) < _THREE or first.endswith("00"):
        return last
    return _minimal(first, last, 1 if first[-2] == "0" else 2)


def _chicago_15(first: str, last: str) -> str:
    short = _chicago_16(first, last)
    return last if len(first) > _THREE and len(short) >= _THREE else short


_SHORTENED = {
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
