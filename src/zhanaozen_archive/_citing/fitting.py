"""What a style prints of an item, and as which type it prints a voice in a document best."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from zhanaozen_archive._citing._kit import Cite, Entry, Style, marks

Part = Literal["container", "date"]


def unprinted(item: Mapping[str, Any], text: str) -> frozenset[Part]:
    """What an item has and an entry does not print: the title of what it is in, its (first) year."""
    found: set[Part] = set()
    if _letters(item.get("container-title", "")) not in _letters(text):
        found.add("container")
    if (year := year_of(item)) is not None and str(year) not in text:
        found.add("date")
    return frozenset(found)


def year_of(item: Mapping[str, Any]) -> int | None:
    """The first year of an item's date as it is printed, without the sign of years before the first."""
    parts = item.get("issued", {}).get("date-parts")
    return abs(parts[0][0]) if parts else None


def fitting(style: Style, item: dict[str, Any]) -> dict[str, Any]:
    """The item of a voice in a document, as a document where the style then prints more of where and when it is.

    Some styles print no place of a statement or a report. What a style leaves out as a whole stays out.
    """
    text = _printed(style, item)
    lost = unprinted(item, text)
    if not text or not lost:
        return item
    other = {**item, "type": "document"}
    return other if unprinted(other, _printed(style, other)) < lost else item


def is_printed_as_certain(style: Style, item: Mapping[str, Any]) -> bool:
    """Whether the style prints a date that is not certain as if it were."""
    issued = item.get("issued", {})
    certain = {**item, "issued": {part: value for part, value in issued.items() if part != "circa"}}
    return "circa" in issued and _printed(style, item) == _printed(style, certain)


def _printed(style: Style, item: Mapping[str, Any]) -> str:
    cite = Cite(Entry({**item}))
    rendering = style.entry(cite) or style.citation(cite)
    return marks.bare(rendering.text)


def _letters(text: str) -> str:
    """The letters alone: styles change quotation marks, capitals and punctuation."""
    return "".join(filter(str.isalnum, text.casefold()))
