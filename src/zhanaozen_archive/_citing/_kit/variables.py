"""Texts of an item: `cs:text` with a variable."""

from __future__ import annotations

from attrs import frozen

from zhanaozen_archive._citing._kit.citation_labels import citation_label
from zhanaozen_archive._citing._kit.dress import Dress
from zhanaozen_archive._citing._kit.entries import NUMBER_VARIABLES
from zhanaozen_archive._citing._kit.marks import LINKS, YEAR_SUFFIX
from zhanaozen_archive._citing._kit.numbers import number_text
from zhanaozen_archive._citing._kit.pages import Pages
from zhanaozen_archive._citing._kit.run import Run


@frozen
class Variable:
    """A text or number of the item as it is."""

    variable: str
    dress: Dress
    pages: Pages
    short: bool = False
    address: str = ""
    """What stands before an identifier to make it an address."""

    def render(self, run: Run) -> str:
        text = self.dress(self._text(run), english=run.english)
        if text:
            run.opens = False
        return text

    def _text(self, run: Run) -> str:
        name = self.variable
        if name in NUMBER_VARIABLES:
            return number_text(run, name, self.pages)
        if name == "year-suffix":
            return _year_suffix(run)
        if name == "citation-label":
            return f"{citation_label(run)}{_year_suffix(run)}"
        if self.short and name not in run.suppressed and run.entry.text(f"{name}-short"):
            return run.text(f"{name}-short")
        text = run.text(name)
        if text and name in LINKS:
            opening, closing = LINKS[name]
            return f"{opening}{self.address}{text}{closing}"
        return text


def _year_suffix(run: Run) -> str:
    run.called_suffix = True
    suffix = run.cite.disambiguation.year_suffix
    if not suffix:
        return ""
    run.print("year-suffix")
    return f"{YEAR_SUFFIX[0]}{suffix}{YEAR_SUFFIX[1]}"
