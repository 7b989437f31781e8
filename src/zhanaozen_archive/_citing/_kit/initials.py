"""Initials of given names."""

from __future__ import annotations

import re

_PARTED = re.compile(r"\.(?=[^\s.\-\u2019,])")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHENS = re.compile(r"\s*([-\u2010\u2011])\s*")


def initials(given: str, ending: str, *, hyphen: bool, whole: bool) -> str:
    """Given names as initials.

    Args:
        given: The given names.
        ending: What follows each initial: ".", ". ", "".
        hyphen: Whether "Jean-Paul" keeps its hyphen: "J.-P.".
        whole: Whether names stay whole, and only initials already there get the ending.
    """
    text = _HYPHENS.sub("-", _PARTED.sub(". ", given))
    if not hyphen and not whole:
        text = text.replace("-", " ")
    words = [_word(word, ending, whole=whole) for word in text.split()]
    return _joined(words, ending)


def _joined(words: list[str], ending: str) -> str:
    """The words, with a space after a whole one and before it; initials have what their ending brings."""
    pieces: list[str] = []
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else ""
        initial = word.endswith("\0")
        bare = word.replace("\0", "")
        pieces.append(bare)
        if after and (not initial or not after.endswith("\0")) and not bare.endswith(" "):
            pieces.append(" ")
    del ending
    return "".join(pieces).strip()


def _word(word: str, ending: str, *, whole: bool) -> str:
    """One word; an initial is told by a NUL at its end."""
    parts = word.split("-")
    shown = [_part(part, ending, whole=whole) for part in parts if part]
    text = "-".join(part.rstrip("\0").rstrip() for part in shown[:-1])
    last = shown[-1] if shown else ""
    return f"{text}-{last}" if text else last


def _part(part: str, ending: str, *, whole: bool) -> str:
    bare = part.rstrip(".,")
    first = next(iter(_LETTER.findall(bare)), "")
    if not first or first != first.upper() or first == first.lower():
        return part
    if whole:
        return f"{bare}{ending}\0" if len(bare) == 1 else part
    capitals = re.match(r"[^\W\d_]+", bare)
    kept = _more_capitals(capitals[0]) if capitals and bare[0] == first else first
    return f"{kept}{ending}\0"


def _more_capitals(word: str) -> str:
    """The initial, and what a name of several capitals at its start has: "GIven" is "Gi"."""
    run = 1
    while run < len(word) and word[run].isupper():
        run += 1
    return word[0] + (word[1:run].lower() if 1 < run < len(word) else "")
