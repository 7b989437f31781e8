"""Names of an item: one person or body, its name in parts."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from zhanaozen_archive._citing._kit.fields import apostrophes, folded, tagged

_ROMANESQUE = re.compile(
    "[-0-9a-zA-Z\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\u0e01-\u0e5b\u1f00-\u1fff]"
)
_SMALL = "[a-z\u00df-\u00f6\u00f8-\u00ff]"
_PARTICLES_FIRST = re.compile(
    rf"((?:{_SMALL}[\w.\u2019]*\s+|[dl]\u2019|[\u2019\u2018][a-z]\s+|(?:al|ad|an|ar|as|at|el|ul)-)+)(?=\S)"
)
_PARTICLES_LAST = re.compile(rf"((?:\s+{_SMALL}[\w\u2019]*\u2019?)+)$")
_SUFFIX = re.compile(r"\s*,(!?)\s*(\S.*)$")


@frozen
class Person:
    """A name in parts; a body, or a person with one name only, has it whole as `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    static: bool = False
    literal: str = ""

    @property
    def inverts(self) -> bool:
        """Whether its family name can come before its given names with a comma."""
        return bool(self.given) and not self.literal and not self.static and self.romanesque

    @property
    def romanesque(self) -> bool:
        """Whether it is written in letters, with spaces and initials."""
        return bool(_ROMANESQUE.search(self.family or self.literal))


def person(name: dict[str, Any], *, markup: bool = False) -> Person:
    """A name of CSL-JSON, with its tags read or not."""
    text = {part: _text(name.get(part), markup=markup) for part in _PARTS}
    if text["literal"] and not text["family"]:
        return Person(literal=text["literal"])
    if not text["family"]:
        return Person(literal=" ".join(filter(None, (text["given"], text["suffix"]))))
    family, given, suffix = text["family"], text["given"], text["suffix"]
    dropping, non_dropping = text["dropping-particle"], text["non-dropping-particle"]
    comma = _true(name.get("comma-suffix"))
    if _true(name.get("parse-names", True)):
        if not suffix and (found := _SUFFIX.search(given)):
            given, suffix, comma = given[: found.start()], found[2], bool(found[1])
        if not non_dropping:
            family, non_dropping = _leading(family)
        if not dropping:
            given, dropping = _trailing(given)
    return Person(family, given, dropping, non_dropping, suffix, comma, _true(name.get("static-ordering")))


_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def _leading(family: str) -> tuple[str, str]:
    """The family name and the small words before it; one in quotation marks is taken as it is."""
    if len(family) > 1 and family[0] == family[-1] == '"':
        return family[1:-1], ""
    found = _PARTICLES_FIRST.match(family)
    if not found:
        return family, ""
    return family[found.end() :], found[1].rstrip()


def _trailing(given: str) -> tuple[str, str]:
    found = _PARTICLES_LAST.search(given)
    return (given[: found.start()], found[1].strip()) if found else (given, "")


def _text(value: Any, *, markup: bool) -> str:
    if value is None:
        return ""
    text = apostrophes(folded(str(value)))
    return tagged(text) if markup and "<" in text else text


def _true(value: Any) -> bool:
    return value not in (False, None, 0, "", "false", "0", "no")
