"""Conditions of `cs:if`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from zhanaozen_archive._citing._kit.run import Run

Test = Callable[[Run], bool]
_ONE_AT_A_TIME = ("type", "locator")
_NUMBER = r"[A-Za-z\u0400-\u04ff]{0,3}\d+[A-Za-z\u0400-\u04ff]{0,3}"
_NUMERIC = re.compile(rf"{_NUMBER}(?:\s*[-\u2013,&;]\s*{_NUMBER})*", re.ASCII)


def is_numeric(text: str) -> bool:
    """Whether a text is a number: "12", "12a", "2 & 5", "1-3"."""
    return bool(_NUMERIC.fullmatch(text.strip()))


def condition(attributes: Mapping[str, str]) -> Test:
    """The condition that the attributes of `cs:if` state."""
    match = attributes.get("match", "all")
    tests = [test for name, values in attributes.items() if name in _TESTS for test in _tests(name, values, match)]
    if len(tests) == 1 and match != "none":
        return tests[0]
    if match == "any":
        return lambda run: any(test(run) for test in tests)
    if match == "none":
        return lambda run: not any(test(run) for test in tests)
    return lambda run: all(test(run) for test in tests)


def _tests(name: str, values: str, match: str) -> list[Test]:
    """The tests of an attribute, one for each value, or one for all where no two could hold at a time."""
    tests = [_TESTS[name](value) for value in values.split()]
    if name not in _ONE_AT_A_TIME or match != "all" or len(tests) == 1:
        return tests
    return [lambda run: any(test(run) for test in tests)]


def _type(value: str) -> Test:
    return lambda run: run.entry.type == value


def _variable(value: str) -> Test:
    if value == "locator":
        return lambda run: bool(run.cite.locator)
    if value == "first-reference-note-number":
        return lambda run: run.cite.first_note is not None
    if value == "citation-number":
        return lambda _: True
    if value == "year-suffix":
        return lambda run: bool(run.cite.disambiguation.year_suffix)
    return lambda run: run.entry.has(value)


def _numeric(value: str) -> Test:
    if value == "locator":
        return lambda run: is_numeric(run.cite.locator)
    if value == "citation-number":
        return lambda _: True
    return lambda run: is_numeric(run.entry.text(value))


def _uncertain(value: str) -> Test:
    def test(run: Run) -> bool:
        date = run.entry.date(value)
        return date is not None and date.circa

    return test


def _locator(value: str) -> Test:
    return lambda run: bool(run.cite.locator) and run.cite.label == value.replace("sub-verbo", "sub verbo")


def _position(value: str) -> Test:
    def test(run: Run) -> bool:
        if run.area == "bibliography":
            return False
        position = run.cite.position
        if value == "ibid":
            return position.startswith("ibid")
        if value == "subsequent":
            return position != "first"
        if value == "near-note":
            return run.cite.near_note
        return position == value

    return test


def _disambiguate(value: str) -> Test:
    def test(run: Run) -> bool:
        run.called_condition = True
        return run.cite.disambiguation.condition is (value == "true")

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
