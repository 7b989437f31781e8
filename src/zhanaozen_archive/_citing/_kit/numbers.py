"""Numbers and pages, and the labels before them."""

from __future__ import annotations

import re

from attrs import frozen

from zhanaozen_archive._citing._kit.conditions import is_numeric
from zhanaozen_archive._citing._kit.dress import Dress
from zhanaozen_archive._citing._kit.locales import Locale
from zhanaozen_archive._citing._kit.marks import LABEL, LOCATOR, NUMBER
from zhanaozen_archive._citing._kit.pages import NUMERAL, Pages
from zhanaozen_archive._citing._kit.run import Run

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_MOST_DIGITS = 18
"""Digits of a number that is counted with; a longer one is no number but a name."""
_SEPARATOR = re.compile(r"\s*([-\u2013,&;])\s*")
_SPACED = {"-": "\u2013", "\u2013": "\u2013", ",": ", ", ";": "; "}
_SEVERAL = re.compile(rf"{NUMERAL}\s*[-\u2013,&;]+\s*{NUMERAL}")
_DASHED = ("chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages", "volume")
"""Variables that are numbers, so that a hyphen in them means a range."""
_COUNTS = ("number-of-pages", "number-of-volumes")


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman numerals; any other in digits."""
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    numerals = []
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        numerals.append(numeral * count)
    return "".join(numerals)


@frozen
class Number:
    """A number variable in a form: numeric, ordinal, long-ordinal or roman."""

    variable: str
    form: str
    locale: Locale
    dress: Dress
    pages: Pages

    def render(self, run: Run) -> str:
        text = number_text(run, self.variable, self.pages)
        if text and is_numeric(text):
            gender = self.locale.gender(run.cite.label if self.variable == "locator" else self.variable)
            text = "".join(self._part(part, gender) for part in _SEPARATOR.split(text))
        return self.dress(text, english=run.english)

    def _part(self, part: str, gender: str) -> str:
        if part in _SPACED:
            return _SPACED[part]
        if part == "&":
            return f" {self.pages.ampersand} "
        if not part.isdecimal() or len(part) > _MOST_DIGITS:
            return part
        if self.form == "ordinal":
            return self.locale.ordinal(int(part), gender)
        if self.form == "long-ordinal":
            return self.locale.long_ordinal(int(part), gender)
        return roman(int(part)) if self.form == "roman" else part


def number_text(run: Run, variable: str, pages: Pages) -> str:
    """A number variable as text, whichever of item and cite it comes from."""
    if variable == "locator":
        return _locator(run, pages)
    if variable in ("citation-number", "first-reference-note-number"):
        return _of_document(run, variable)
    text = run.text(variable)
    if variable == "page":
        return pages.ranged(text)
    return pages.dashed(text) if variable in _DASHED else text


def _locator(run: Run, pages: Pages) -> str:
    run.called += 1
    text = run.entry.read(run.cite.locator)
    if not text or "locator" in run.suppressed:
        return ""
    run.print("locator")
    shown = pages.ranged(text) if run.cite.label == "page" else pages.dashed(text)
    return f"{LOCATOR[0]}{shown}{LOCATOR[1]}"


def _of_document(run: Run, variable: str) -> str:
    run.called += 1
    number = run.cite.number if variable == "citation-number" else run.cite.first_note
    if number is None:
        return ""
    run.print(variable)
    return f"{NUMBER[0]}{number}{NUMBER[1]}" if variable == "citation-number" else str(number)


@frozen
class Label:
    """The term of a number variable: "p." before one page, "pp." before several."""

    variable: str
    form: str
    plural: str
    locale: Locale
    dress: Dress

    def render(self, run: Run) -> str:
        text = self._counted(run)
        if not text or self.variable in run.suppressed:
            return ""
        name = run.cite.label if self.variable == "locator" else self.variable
        plural = self.plural == "always" or (self.plural == "contextual" and self._several(text))
        label = self.dress(self.locale.term(name, self.form, plural=plural), english=True)
        return f"{LABEL[0]}{label}{LABEL[1]}" if label and self.variable == "locator" else label

    def _counted(self, run: Run) -> str:
        if self.variable == "locator":
            return run.cite.locator
        if self.variable == "first-reference-note-number":
            return "" if run.cite.first_note is None else str(run.cite.first_note)
        return str(run.cite.number) if self.variable == "citation-number" else run.entry.text(self.variable)

    def _several(self, text: str) -> bool:
        if self.variable in _COUNTS:
            return text.strip() not in ("0", "1")
        words = f" {self.locale.term('and')} ", " and "
        return bool(_SEVERAL.search(text.replace(words[0], " & ").replace(words[1], " & ")))
