"""Finding words in a text: to the letter, or written otherwise, and then how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

_ALIKE = ('"“”„‟«»″', "'‘’‚‛‹›ʼ′`", "-‐‑‒–—―−")
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_FOLDS = {
    "quotation marks": lambda text: re.sub(f"[{_ALIKE[0]}]", '"', re.sub(f"[{_ALIKE[1]}]", "'", text)),
    "dashes": lambda text: re.sub(f"[{re.escape(_ALIKE[2])}]", "-", text),
    "spaces and line ends": lambda text: re.sub(r"\s+", " ", text),
    "characters that cannot be seen": lambda text: re.sub(f"[{_UNSEEN}]", "", text),
    "the composition of letters": lambda text: normalize("NFC", text),
    "the case of letters": str.casefold,
}
"""What words may differ in and still be the same to a reader, each with what makes them equal. No number changes."""


def places(text: str, words: str) -> Iterator[int]:
    """Where the words stand to the letter, each place once, overlaps too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def nearest(text: str, words: str, to: int) -> int | None:
    """Where the words stand to the letter, nearest to where they should."""
    found = (text.rfind(words, 0, to + len(words)), text.find(words, to))
    return min((at for at in found if at >= 0), key=lambda at: abs(at - to), default=None)


def written_otherwise(text: str, words: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where the words stand but for how they are written: start, end, and the names of what differs."""
    for match in _pattern(words).finditer(text):
        yield match.start(), match.end(), differences(match[0], words)


def differences(one: str, other: str) -> tuple[str, ...]:
    """What two writings of the same words differ in: what is left when all else is made equal."""
    return tuple(name for name in _FOLDS if _folded(one, name) != _folded(other, name))


def _folded(text: str, but: str) -> str:
    for name, fold in _FOLDS.items():
        if name != but:
            text = fold(text)
    return text


def _pattern(words: str) -> re.Pattern[str]:
    """Matches the words however they are written; each letter may be followed by what cannot be seen."""
    seen = re.sub(f"[{_UNSEEN}]", "", words).strip()
    letters = re.findall(r"\s+|[^\s][\u0300-\u036f]*", normalize("NFD", seen))
    return re.compile(f"[{_UNSEEN}]*".join(map(_letter, letters)), re.IGNORECASE)


def _letter(letter: str) -> str:
    if letter.isspace():
        return r"\s+"
    for alike in _ALIKE:
        if letter in alike:
            return f"[{re.escape(alike)}]"
    return "|".join({re.escape(letter): 0, re.escape(normalize("NFC", letter)): 0}).join(("(?:", ")"))
