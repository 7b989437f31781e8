"""Initials of given names."""

from __future__ import annotations

import re

_PARTED = re.compile(r"\.(?=[^\s.\-\u2019,\ue000-\ue0ff])")
_HYPHENS = re.compile(r"\s*[-\u2010\u2011]\s*")
_INITIAL = "\0"
"""Behind what was made an initial, while the words are put together; no name holds one."""


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
    text = " ".join(_word(word, ending, whole=whole) for word in text.split(" ") if word)
    return _between_initials(text).replace(_INITIAL, "").strip(" ")


def _between_initials(text: str) -> str:
    """No space between two initials but what their ending brings; one between an initial and a whole name."""
    return re.sub(rf"{_INITIAL} (?=[^ ]*{_INITIAL})", "", re.sub(rf" {_INITIAL} ", f" {_INITIAL}", text))


def _word(word: str, ending: str, *, whole: bool) -> str:
    """One name, or several with hyphens; what is small behind a hyphen belongs to the name before it."""
    first, *others = [part for part in word.split("-") if part] or [word]
    if not _is_name(first):
        return word
    kept = [part for part in others if whole or _is_name(part)]
    shown = [_part(part, ending, whole=whole) for part in (first, *kept)]
    return "-".join([*(part.rstrip(f" {_INITIAL}") for part in shown[:-1]), shown[-1]])


def _is_name(part: str) -> bool:
    return part[0] == part[0].upper() and part[0] != part[0].lower()


def _part(part: str, ending: str, *, whole: bool) -> str:
    """A name as its initial; one cut short already, "Ph.", stays as it is."""
    bare = part.rstrip(".,")
    if part.endswith(".") or len(bare) == 1:
        return f"{bare}{ending}{_INITIAL}"
    return part if whole else f"{_first(bare)}{ending}{_INITIAL}"


def _first(name: str) -> str:
    """The initial of a name; of one that has several capitals for one letter, as "TSerendorj", all of them."""
    capitals = re.match(r"[^\W\d_a-z]+(?=[a-z])", name)
    return name[0] + name[1 : capitals.end()].lower() if capitals else name[0]
