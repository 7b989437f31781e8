"""A locale: terms, forms of dates and options, of a language and of what the style puts in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, frozen

from zhanaozen_archive._citing._kit.fields import apostrophes

CSL = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FALLBACK = {"verb-short": "verb", "verb": "long", "symbol": "short", "short": "long"}
_OPTIONS = ("punctuation-in-quote", "limit-day-ordinals-to-day-1")
_QUOTED = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")


@frozen
class Term:
    """A word of the locale, for one and for several."""

    single: str
    multiple: str
    gender: str = ""


@frozen
class OrdinalSuffix:
    """What is put behind a number: "th", with how much of a number it has to match."""

    text: str
    match: str


@define
class Locale:
    """What a language says. Filled once, from the weakest source to the strongest, and only read after that."""

    terms: dict[tuple[str, str], Term] = field(factory=dict)
    ordinals: dict[tuple[str, str], OrdinalSuffix] = field(factory=dict)
    """By number ("", "01") and gender."""
    long_ordinals: dict[tuple[str, str], str] = field(factory=dict)
    dates: dict[str, Any] = field(factory=dict)
    """Elements of the dates in the forms text and numeric."""
    options: dict[str, bool] = field(factory=dict)
    base: Locale | None = None
    """Where terms come from that this language has not."""

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """A term in a form, or in the form that CSL falls back on; "" where there is none."""
        found = self.find(name, form)
        if found is None:
            return ""
        return found.multiple if plural else found.single

    def find(self, name: str, form: str = "long") -> Term | None:
        """A term in a form or the one it falls back on, with its gender."""
        asked = form
        while (found := self.terms.get((name, form))) is None and form in _FALLBACK:
            form = _FALLBACK[form]
        return self.base.find(name, asked) if found is None and self.base else found

    def gender(self, name: str) -> str:
        """The gender of a term, "" where it has none."""
        found = self.terms.get((name, "long"))
        return found.gender if found else ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """The number with what makes it an ordinal."""
        for key, wanted in ((f"{number % 100:02d}", "last-two-digits"), (f"{number % 10:02d}", "last-digit")):
            for own in (gender, ""):
                found = self.ordinals.get((key, own))
                if found and ((found.match == "whole-number" and number == int(key)) or _matches(found, key, wanted)):
                    return f"{number}{found.text}"
        rest = self.ordinals.get(("", gender)) or self.ordinals.get(("", ""))
        return f"{number}{rest.text if rest else ''}"

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """The number as a word, "third", or as an ordinal where the locale has no word."""
        for own in (gender, ""):
            if found := self.long_ordinals.get((f"{number:02d}", own)):
                return found
        return self.ordinal(number, gender)


def _matches(suffix: OrdinalSuffix, key: str, wanted: str) -> bool:
    if suffix.match:
        return suffix.match == wanted
    return wanted == "last-two-digits" or key.startswith("0")


def locale_of(elements: Iterable[Any], base: Locale | None = None) -> Locale:
    """A locale of the `cs:locale` elements that make it, the weakest first, and of where it takes the rest from."""
    locale = Locale(base=base)
    for element in elements:
        _add_terms(locale, element)
        for date in element.iterfind(f"{CSL}date"):
            locale.dates[date.get("form", "text")] = date
        for options in element.iterfind(f"{CSL}style-options"):
            locale.options |= {name: options.get(name) == "true" for name in _OPTIONS if options.get(name)}
    return locale


def language_of(element: Any) -> str:
    """The language of a `cs:locale` element, "" where it is for all."""
    return str(element.get(_LANG) or "")


def _add_terms(locale: Locale, element: Any) -> None:
    terms = list(_terms(element))
    if any(name == "ordinal" for name, _ in terms):
        locale.ordinals.clear()
    for name, term in terms:
        text, gender = _text(term, "single"), term.get("gender-form", "")
        if name.startswith("long-ordinal-"):
            locale.long_ordinals[name.removeprefix("long-ordinal-"), gender] = text
        elif name == "ordinal" or name.startswith("ordinal-"):
            key = name.removeprefix("ordinal").removeprefix("-")
            locale.ordinals[key, gender] = OrdinalSuffix(text, term.get("match", ""))
        else:
            entry = Term(text, _text(term, "multiple"), term.get("gender", ""))
            locale.terms[name, term.get("form", "long")] = entry


def _terms(element: Any) -> Iterator[tuple[str, Any]]:
    for term in element.iterfind(f"{CSL}terms/{CSL}term"):
        yield term.get("name", ""), term


def _text(term: Any, number: str) -> str:
    part = term.find(f"{CSL}{number}")
    text = term.text if part is None else part.text
    return str(text or "") if term.get("name") in _QUOTED else apostrophes(str(text or ""))
