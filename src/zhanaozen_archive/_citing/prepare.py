"""Items as the engine renders them right: what it knows, and nothing in it that it would take for markup."""

from __future__ import annotations

import unicodedata
from typing import Any

from attrs import frozen

from zhanaozen_archive._citing.dates import within_one_year
from zhanaozen_archive._citing.marks import DESCRIPTIONS, LESS_THAN
from zhanaozen_archive.errors import CitationError

_UNPRINTABLE = ("Cc", "Co", "Cs")
_WITH_OWN_WORDS = ("broadcast", "personal_communication", "post")
_LEGAL = ("bill", "hearing", "legal_case", "legislation", "patent", "regulation", "treaty")
"""Types that styles name themselves, as "[Online post]", and types whose form needs a title."""
_NAMED_BY_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper")
_UNKNOWN_TO_ENGINE = ("id", "contributor")


@frozen
class Prepared:
    """A CSL item made ready, with the descriptions that its marks stand for."""

    key: str
    csl: dict[str, Any]
    descriptions: dict[str, str]


def prepared(item: dict[str, Any]) -> Prepared:
    """Make a CSL item ready for the engine.

    Raises:
        CitationError: A text holds control characters, private-use characters or half of a surrogate pair.
    """
    key = item["id"]
    item = _in_periodical(item)
    shown = {DESCRIPTIONS[v]: item[v] for v in DESCRIPTIONS if _is_description(item.get(v, ""))}
    csl = {v: _ready(key, v, value) for v, value in item.items() if v not in _UNKNOWN_TO_ENGINE}
    csl |= {v: mark for v, mark in DESCRIPTIONS.items() if mark in shown}
    if DESCRIPTIONS["title"] in shown:
        csl.pop("genre", None)  # the description says it
    csl["type"] = _type(item, described=DESCRIPTIONS["title"] in shown)
    if "issued" in csl:
        csl["issued"] = within_one_year(csl["issued"])
    return Prepared(key, csl, shown)


def _in_periodical(item: dict[str, Any]) -> dict[str, Any]:
    """An article with its publisher as what it appeared in: no style prints the publisher of one."""
    if item["type"] not in _NAMED_BY_PERIODICAL or "container-title" in item or "publisher" not in item:
        return item
    return {v if v != "publisher" else "container-title": value for v, value in item.items()}


def _type(item: dict[str, Any], *, described: bool) -> str:
    """The type to render: a plain document where a style would print a wrong word, or no name."""
    kind = str(item["type"])
    nameless = kind in _NAMED_BY_PERIODICAL and not {"author", "container-title"} & item.keys()
    preprint = kind == "article"  # what styles take it for, and say so
    return "document" if nameless or preprint or (described and kind in (*_WITH_OWN_WORDS, *_LEGAL)) else kind


def _is_description(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")


def _ready(key: str, variable: str, value: Any) -> Any:
    if isinstance(value, str):
        return _text(key, variable, value)
    if isinstance(value, list):
        return [{part: _text(key, variable, text) for part, text in name.items()} for name in value]
    return value


def _text(key: str, variable: str, text: str) -> str:
    for character in text:
        if unicodedata.category(character) in _UNPRINTABLE:
            raise CitationError(
                f"{key!r} cannot be cited: its {variable} holds U+{ord(character):04X}, which cannot be printed"
            )
    return text.replace("<", LESS_THAN)
