"""Marked text: what the engine writes, with private-use characters in place of tags and quotation marks.

A mark is one character that no change of case and no stripping of full stops can damage. Records and styles may hold
none, so that a result is escaped once, as a whole, and every tag in it is one of ours.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Literal

from attrs import frozen

Format = Literal["text", "html"]
FORMATS: tuple[Format, ...] = ("text", "html")

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
OPEN_QUOTE, CLOSE_QUOTE, LESS_THAN = "\ue100", "\ue101", "\ue102"
DESCRIPTIONS = {"title": "\ue110", "container-title": "\ue111"}
"""What stands for a description in square brackets, which no style is to quote, slant or capitalise."""

_TAGS = {
    "Italic": ("<i>", "</i>"),
    "Bold": ("<b>", "</b>"),
    "Underline": ("<u>", "</u>"),
    "Superscript": ("<sup>", "</sup>"),
    "Subscript": ("<sub>", "</sub>"),
    "SmallCaps": ('<span style="font-variant:small-caps">', "</span>"),
}
_MARKS = {name: (chr(0xE000 + 2 * n), chr(0xE001 + 2 * n)) for n, name in enumerate(_TAGS)}
_TAG_OF = {ord(m): tag for name, tags in _TAGS.items() for m, tag in zip(_MARKS[name], tags, strict=True)}
_NO_TAGS = dict.fromkeys(_TAG_OF, "")
_PAIRS = (*_MARKS.values(), (OPEN_QUOTE, CLOSE_QUOTE))
_CLOSING = "".join(closing for _, closing in _PAIRS)
_TWICE = re.compile(f"([.,;:!?])([{_CLOSING}]+)\\1")
_STOP_AFTER_MARK = re.compile(f"([!?][{_CLOSING}]*)\\.")
_AFTER_QUOTE = re.compile(f"({CLOSE_QUOTE}[{_CLOSING}]*)([.,])")


@frozen
class Quotes:
    """The quotation marks of a language, and whether a full stop or a comma goes inside them."""

    opening: str
    closing: str
    takes_punctuation: bool


@frozen
class Marked:
    """One text as the engine wrote it, with what its marks stand for."""

    text: str
    quotes: Quotes
    descriptions: Mapping[str, str]

    def write(self, format: Format) -> str:
        """The text in a format; in HTML everything is escaped but the tags of this module."""
        text = self._resolved().strip()
        return html.escape(text).translate(_TAG_OF) if format == "html" else text.translate(_NO_TAGS)

    def _resolved(self) -> str:
        """The text with no marks left but those of tags."""
        text = self._punctuated(_bare(self.text))
        signs: dict[str, str | int | None] = {
            OPEN_QUOTE: self.quotes.opening,
            CLOSE_QUOTE: self.quotes.closing,
            LESS_THAN: "<",
        }
        return text.translate(str.maketrans({**signs, **self.descriptions}))

    def _punctuated(self, text: str) -> str:
        text = _STOP_AFTER_MARK.sub(r"\1", _TWICE.sub(r"\1\2", text))
        return _AFTER_QUOTE.sub(r"\2\1", text) if self.quotes.takes_punctuation else text


def _bare(text: str) -> str:
    """The text without the quotation marks and tags that stand right around a description."""
    for description in DESCRIPTIONS.values():
        before = None
        while before != text:
            before = text
            for opening, closing in _PAIRS:
                text = text.replace(opening + description + closing, description)
    return text


def _marking(opening: str, closing: str) -> Callable[[object], str]:
    return lambda text: f"{opening}{text}{closing}"


def _unchanged(text: object) -> object:
    return text


FORMATTER = SimpleNamespace(
    preformat=_unchanged,
    Light=_unchanged,
    Oblique=_marking(*_MARKS["Italic"]),
    **{name: _marking(*marks) for name, marks in _MARKS.items()},
)
"""The formatter that the engine writes with."""
