"""The value of a claim, read as its property asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.report import UnknownReference, did_you_mean, shown, unknown
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Definition, Value
from zhanaozen_archive._model.values import LARGEST, UNITS, Count, Duration, Text, Unit
from zhanaozen_archive.errors import InvalidValue

T = TypeVar("T")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than", "about", "vague")


def value_of(raw: object, definition: Definition, known: Shared) -> Value:  # noqa: PLR0911 - one for each kind
    """The value that a seed writes.

    Raises:
        UnknownReference: What it names is not there.
        InvalidValue: It is none that the property can take.
        InvalidPeriod: It is no EDTF text.
    """
    match definition.property.kind:
        case "count":
            return count(raw, known.words)
        case "duration":
            return duration(raw, known.words)
        case "period":
            return Period.parse(_text(raw, "a date"))
        case "term":
            terms = {term.id: term for term in definition.vocabulary.terms} if definition.vocabulary else {}
            return _one(raw, "term", terms)
        case "place":
            return _one(raw, "place", known.places)
        case "agent":
            return _one(raw, "agent", known.agents)
        case "event":
            return _one(raw, "event", known.events)
        case _:
            return Text(_text(raw, "a gloss"))


def count(raw: object, words: Mapping[str, int]) -> Count:
    """A count: `16`, `{ at_least = 16 }`, `{ more_than = 500 }`, `{ about = 2000 }` or `{ vague = "dozens" }`.

    Raises:
        UnknownReference: The strict reading has no such vague word.
        InvalidValue: It is none of these.
    """
    if type(raw) is int:
        return Count.exactly(_whole(raw))
    if type(raw) is not dict:
        raise InvalidValue(f"expected a whole number or a table such as {{ at_least = 16 }}, not {shown(raw)}")
    _check_keys(raw)
    if "vague" in raw:
        word = _text(raw["vague"], "a vague word")
        if word not in words:
            raise UnknownReference("vague word", word, words)
        return Count(words[word], word=word)
    bounds = {key: _whole(number, f"{key}: ", least=key == "less_than") for key, number in raw.items()}
    low = bounds["more_than"] + 1 if "more_than" in bounds else bounds.get("at_least", 0)
    high = bounds["less_than"] - 1 if "less_than" in bounds else bounds.get("at_most")
    return Count(low, high, bounds.get("about"))


def _check_keys(raw: dict[str, object]) -> None:
    for key in raw:
        if key not in _BOUNDS:
            raise InvalidValue(f"unknown key {shown(key)}{did_you_mean(key, _BOUNDS)}")
    for one, other in (("at_least", "more_than"), ("at_most", "less_than")):
        if one in raw and other in raw:
            raise InvalidValue(f"{one} and {other} cannot stand together")
    if not raw or ("vague" in raw and len(raw) > 1):
        raise InvalidValue("a vague word stands alone" if raw else "an empty table says nothing")


def _whole(raw: object, name: str = "", *, least: int = 0) -> int:
    if type(raw) is not int or not least <= raw < LARGEST:
        raise InvalidValue(f"{name}expected a whole number from {least:d} to {LARGEST - 1}, not {shown(raw)}")
    return raw


def duration(raw: object, words: Mapping[str, int]) -> Duration:
    """A duration: one unit and its count, as in `{ days = 20 }`.

    Raises:
        InvalidValue: It is none.
    """
    if type(raw) is not dict or len(raw) != 1:
        raise InvalidValue(f"expected one unit with its count, such as {{ days = 20 }}, not {shown(raw)}")
    [(unit, counted)] = raw.items()
    if unit not in UNITS:
        raise InvalidValue(unknown("unit", unit, UNITS))
    return Duration(count(counted, words), cast(Unit, unit))


def _text(raw: object, what: str) -> str:
    if type(raw) is not str or not raw:
        raise InvalidValue(f"expected {what} as text, not {shown(raw)}")
    return fit(raw)


def _one(raw: object, what: str, choices: Mapping[str, T]) -> T:
    word = _text(raw, f"the id of a {what}")
    if word not in choices:
        raise UnknownReference(what, word, choices)
    return choices[word]
