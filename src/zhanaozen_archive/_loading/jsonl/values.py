"""The value of a claim, from the tagged object that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.report import UnknownReference, did_you_mean, shown
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Definition, Value
from zhanaozen_archive._model.values import LARGEST, UNITS, Count, Duration, Text, Unit
from zhanaozen_archive.errors import InvalidValue

T = TypeVar("T")
_COUNT = ("low", "high", "about", "word")
_UNITS: Mapping[str, Unit] = {unit: unit for unit in UNITS}
_KEYS = {
    "count": _COUNT,
    "duration": (*_COUNT, "unit"),
    "period": ("edtf", "earliest", "latest"),
    "term": ("vocabulary", "term", "label"),
    "text": ("text",),
}


def value_in(given: object, definition: Definition, known: Shared) -> Value:  # noqa: PLR0911 - one for each kind
    """The value that a record holds. What follows from the rest of it is not compared.

    Raises:
        UnknownReference: What it names is not there.
        InvalidValue: It is none that the property can take.
        InvalidPeriod: It is no EDTF text.
    """
    kind = definition.property.kind
    record = _tagged(given, kind)
    match kind:
        case "count":
            return _count(record)
        case "duration":
            return Duration(_count(record), _one(record["unit"], "unit", _UNITS))
        case "period":
            return Period.parse(_text(record["edtf"], "edtf"))
        case "term":
            terms = {term.id: term for term in definition.vocabulary.terms} if definition.vocabulary else {}
            return _one(record["term"], "term", terms)
        case "place":
            return _one(record["place"], "place", known.places)
        case "agent":
            return _one(record["agent"], "agent", known.agents)
        case "event":
            return _one(record["event"], "event", known.events)
        case _:
            return Text(_text(record["text"], "text"))


def _tagged(given: object, kind: str) -> dict[str, Any]:
    """The object, if it is of this type and has just the keys of it; those that are absent are null."""
    if type(given) is not dict or given.get("type") != kind:
        told = given.get("type") if isinstance(given, dict) else given
        raise InvalidValue(f"expected an object of type {kind!r}, as its property takes, not {shown(told)}")
    keys = _KEYS.get(kind, (kind,))
    for key in given:
        if key != "type" and key not in keys:
            raise InvalidValue(f"unknown key {shown(key)}{did_you_mean(key, keys)}")
    return {key: given.get(key) for key in keys}


def _count(record: dict[str, Any]) -> Count:
    for key in ("low", "high", "about"):
        number = record[key]
        if (number is not None or key == "low") and (type(number) is not int or not 0 <= number <= LARGEST):
            raise InvalidValue(f"{key}: expected a whole number from 0 to {LARGEST}, not {shown(number)}")
    word = record["word"]
    return Count(record["low"], record["high"], record["about"], None if word is None else _text(word, "word"))


def _text(given: object, key: str) -> str:
    if type(given) is not str or not given:
        raise InvalidValue(f"{key}: expected a text, not {shown(given)}")
    return fit(given)


def _one(given: object, what: str, choices: Mapping[str, T]) -> T:
    if (word := _text(given, what)) not in choices:
        raise UnknownReference(what, word, choices)
    return choices[word]
