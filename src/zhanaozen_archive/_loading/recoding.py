"""Telling a text that was only written out otherwise: its characters are those that were coded, its bytes are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import product
from unicodedata import normalize

from zhanaozen_archive._model.sources import Original

Changes = tuple[str, ...]
"""What is other about the file, each in a few words that follow "it"."""
_ENCODINGS = {
    "utf-16": "is encoded in UTF-16",
    "utf-32": "is encoded in UTF-32",
    "cp1251": "is encoded in Windows-1251",
    "koi8-r": "is encoded in KOI8-R",
    "cp1252": "is encoded in Windows-1252",
    "latin-1": "is encoded in Latin-1",
}
_FORMS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "has composed letters (NFC)": lambda text: normalize("NFD", text),
    "has decomposed letters (NFD)": lambda text: normalize("NFC", text),
}
_LINE_ENDS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "ends its lines with CRLF": lambda text: text.replace("\r\n", "\n"),
    "ends its lines with CR": lambda text: text.replace("\r", "\n"),
    "ends its lines with LF": lambda text: text.replace("\n", "\r\n"),
}
_MARKS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "begins with a byte order mark": lambda text: text.removeprefix("\ufeff"),
    "lacks its byte order mark": lambda text: "\ufeff" + text,
}
_ENDS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "has one more line end at its end": lambda text: text.removesuffix("\n"),
    "lacks the line end at its end": lambda text: text + "\n",
}
"""By what would have happened to the file, how to undo it."""


def recovered(content: bytes, original: Original) -> tuple[str, Changes] | None:
    """The coded text, to the last character, with what happened to it; None where these bytes are another text.

    Nothing is guessed: what a change gives when it is undone has the SHA-256 of the text that was coded.
    """
    for encoded, decoded in _decoded(content):
        for form, of_form in _FORMS.items():
            formed = of_form(decoded)
            for told, undone in _undone(formed):
                if len(undone) == original.length and sha256(undone.encode()).hexdigest() == original.sha256:
                    return undone, tuple(filter(None, (encoded, form, *told)))
    return None


def _decoded(content: bytes) -> Iterator[tuple[str, str]]:
    """What the bytes say in each encoding in which they say anything; only UTF-8 where they are that."""
    try:
        yield "", content.decode()
    except UnicodeDecodeError:
        for encoding, told in _ENCODINGS.items():
            try:
                yield told, content.decode(encoding)
            except UnicodeDecodeError:
                continue


def _undone(text: str) -> Iterator[tuple[Changes, str]]:
    """The text with each sort of change undone, alone and together."""
    for changes in product(_LINE_ENDS.items(), _MARKS.items(), _ENDS.items()):
        undone = text
        for _, undo in changes:
            undone = undo(undone)
        yield tuple(told for told, _ in changes), undone
