"""Entries: items of CSL-JSON, checked and read once, as often as they are cited."""

from __future__ import annotations

import re
from typing import Any

from zhanaozen_archive._citing._kit.days import Date, date
from zhanaozen_archive._citing._kit.fields import folded, marked
from zhanaozen_archive._citing._kit.marks import DESCRIPTION, FORBIDDEN, LINKS
from zhanaozen_archive._citing._kit.people import Person, person
from zhanaozen_archive.errors import CitationError

NAME_VARIABLES = frozenset(
    (
        "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor",
        "curator", "director", "editor", "editorial-director", "editor-translator", "executive-producer",
        "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer",
        "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
    )
)  # fmt: skip
DATE_VARIABLES = frozenset(
    (
        "accessed", "available-date", "event-date", "issued", "original-date", "submitted", "container",
    )
)  # fmt: skip
NUMBER_VARIABLES = frozenset(
    (
        "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number",
        "issue", "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first",
        "part-number", "printing-number", "section", "supplement-number", "version", "volume",
    )
)  # fmt: skip
_ALIASES = {
    "container-title-short": ("container-title-short", "journalAbbreviation"),
    "title-short": ("title-short", "shortTitle"),
    "event-title": ("event-title", "event"),
}
_DESCRIBED = ("title", "container-title")
"""Where square brackets around a text say that it describes what has no title; no style is to quote, slant or
capitalise it."""
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that turn the direction of all that follows."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Entry:
    """An item to cite.

    Args:
        json: The item as CSL-JSON; nothing in it is changed.
        markup: Whether its texts hold the tags of CSL-JSON, such as <i>; else "<" is "<".

    Raises:
        CitationError: It has no id or type, or a text that cannot be printed.
    """

    __slots__ = ("_dates", "_json", "_markup", "_names", "_texts", "id", "type")

    def __init__(self, json: dict[str, Any], *, markup: bool = False) -> None:
        self.id = str(json.get("id", ""))
        self.type = str(json.get("type") or "document")
        self._json = json
        self._markup = markup
        self._texts: dict[str, str] = {}
        self._names: dict[str, tuple[Person, ...]] = {}
        self._dates: dict[str, Date | None] = {}
        for variable, value in json.items():
            _check(self.id, variable, value)

    @property
    def json(self) -> dict[str, Any]:
        """The item as it was given."""
        return self._json

    @property
    def language(self) -> str:
        """The language of the item, where it gives one."""
        return str(self._json.get("language") or "")

    def text(self, variable: str) -> str:
        """A text or number of the item as marked text, "" where it has none."""
        found = self._texts.get(variable)
        if found is None:
            found = self._texts[variable] = self._marked(variable)
        return found

    def names(self, variable: str) -> tuple[Person, ...]:
        """The names of a variable."""
        found = self._names.get(variable)
        if found is None:
            names = self._json.get(variable) or ()
            people = (
                (person(name, markup=self._markup) for name in names if isinstance(name, dict))
                if isinstance(names, list)
                else ()
            )
            found = self._names[variable] = tuple(one for one in people if one.family or one.literal)
        return found

    def date(self, variable: str) -> Date | None:
        """The date of a variable, None where it has none."""
        if variable not in self._dates:
            self._dates[variable] = date(self._json.get(variable))
        return self._dates[variable]

    def read(self, words: str) -> str:
        """Words of a cite of this item, such as its prefix, as marked text."""
        return marked(words, markup=self._markup)

    def has(self, variable: str) -> bool:
        """Whether the item has anything of this variable."""
        if variable in NAME_VARIABLES:
            return bool(self.names(variable))
        if variable in DATE_VARIABLES:
            return self.date(variable) is not None
        return bool(self.text(variable))

    def _marked(self, variable: str) -> str:
        for name in _ALIASES.get(variable, (variable,)):
            value = self._json.get(name)
            if isinstance(value, (str, int, float)) and str(value).strip():
                text = folded(str(value).translate(_TURNS))
                if not self._markup and variable in _DESCRIBED and text[0] == "[" and text[-1] == "]":
                    return f"{DESCRIPTION[0]}{marked(text, markup=False)}{DESCRIPTION[1]}"
                return text if variable in LINKS else marked(text, markup=self._markup)
        if variable == "page-first":
            return re.split(r"\s*[-\u2013,&]\s*", self.text("page"), maxsplit=1)[0]
        return ""


def _check(key: str, variable: str, value: Any) -> None:
    for text in _strings(value):
        found = _UNPRINTABLE.search(text) or FORBIDDEN.search(text)
        if found:
            raise CitationError(
                f"{key!r} cannot be cited: its {variable} holds U+{ord(found[0]):04X}, which cannot be printed"
            )


def _strings(value: Any) -> list[str]:
    """Every text in a value, however deep; the depth of data is bounded by what reads JSON."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in _strings(part)]
    return []
