"""Changes of case, on marked text: marks are passed over, and what is marked to keep its case keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable

from zhanaozen_archive._citing._kit.marks import ANY, DESCRIPTION, JOINT, NOCASE, SPANS

_STOP_WORDS = frozenset(
    (
        "a", "according", "across", "afore", "against", "ahead", "along", "alongside", "amid", "amidst",
        "among", "amongst", "an", "and", "anenst", "apart", "around", "as", "aside", "astride", "at", "athwart",
        "atop", "because", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between",
        "beyond", "but", "by", "circa", "close", "contra", "d", "de", "despite", "down", "due", "during", "et",
        "except", "far", "following", "for", "forenenst", "from", "given", "in", "including", "inside",
        "instead", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off",
        "on", "onto", "or", "ousted", "out", "over", "owing", "pace", "past", "per", "plus", "pro", "qua",
        "regardless", "sans", "since", "so", "subsequent", "such", "than", "that", "the", "through",
        "throughout", "thru", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until",
        "unto", "up", "upon", "v", "v.", "van", "versus", "via", "vis-à-vis", "von", "vs", "vs.", "while",
        "with", "within", "without", "yet",
    )
)  # fmt: skip
"""Words that title case leaves small inside a title: those of citeproc-js, which spells out what CSL asks for."""
_KEPT = re.compile("|".join(f"{opening}[^{opening}{closing}]*{closing}" for opening, closing in (NOCASE, DESCRIPTION)))
_SCRIPTS = tuple(SPANS[kind][0] for kind in ("superscript", "subscript", "small-caps"))
_WORD = re.compile(r"[^\s\u2013\u2014/]+")
_ENDS_SENTENCE = re.compile(r"[:.?!\u2014\u2013][\u201d\u2019\"')\]\ue000-\ue0ff]*$")


def lowercase(text: str) -> str:
    """All small letters."""
    return _outside(text, str.lower)


def uppercase(text: str) -> str:
    """All capitals."""
    return _outside(text, _upper)


def _upper(text: str) -> str:
    return text.upper().replace("SS", "SS")


def capitalize_first(text: str) -> str:
    """The first letter a capital."""
    for n, character in enumerate(text):
        if character in (NOCASE[0], DESCRIPTION[0]):
            return text
        if character.isalnum():
            return text[:n] + _capital(character) + text[n + 1 :]
    return text


def capitalize_all(text: str) -> str:
    """The first letter of every word a capital."""
    return _outside(text, lambda part: re.sub(r"[^\s]+", lambda word: _capitalized(word[0]), part))


def sentence(text: str) -> str:
    """Only the first letter a capital, where all are; else words in capitals stay as they are."""
    if ANY.sub("", text).isupper():
        return capitalize_first(_outside(text, str.lower))
    return capitalize_first(text)


def title(text: str) -> str:
    """Every word with a capital but small ones inside the title; a word with a capital of its own stays."""
    pieces, shouted, first = [], ANY.sub("", text).isupper(), True
    start = 0
    for kept in [*_KEPT.finditer(text), None]:
        part = text[start : kept.start()] if kept else text[start:]
        changed, first = _titled(part, first=first, last=kept is None, shouted=shouted)
        pieces.append(changed)
        if kept:
            pieces.append(kept[0])
            start, first = kept.end(), False
    return "".join(pieces)


def _titled(text: str, *, first: bool, last: bool, shouted: bool) -> tuple[str, bool]:
    words = list(_WORD.finditer(text))
    pieces, start = [], 0
    for n, word in enumerate(words):
        before = text[start : word.start()]
        opens = first or bool(_ENDS_SENTENCE.search(text[: word.start()].rstrip(" \u00a0" + JOINT)))
        closes = last and n == len(words) - 1
        pieces += [before, _titled_word(word[0], edge=opens or closes, shouted=shouted)]
        start, first = word.end(), False
    return "".join([*pieces, text[start:]]), first


def _titled_word(word: str, *, edge: bool, shouted: bool) -> str:
    plain = ANY.sub("", word)
    core = plain.strip("()[]{}\"'\u201c\u201d\u2018\u2019,;:.!?")
    if shouted and len(core) > 1:
        word, core = word.lower(), core.lower()
    if any(mark in word for mark in _SCRIPTS):
        return word
    if core.lower() in _STOP_WORDS and core == core.lower() and not edge:
        return word
    if core != core.lower():
        return "-".join(_unless_mixed(part) for part in word.split("-")) if "-" in word else word
    parts = word.split("-")
    return "-".join(
        part if n and ANY.sub("", part) in _STOP_WORDS else _capitalized(part) for n, part in enumerate(parts)
    )


def _unless_mixed(part: str) -> str:
    return part if part != part.lower() or ANY.sub("", part) in _STOP_WORDS else _capitalized(part)


def _capitalized(word: str) -> str:
    """The first letter a capital, if all are small."""
    if word != word.lower():
        return word
    for n, character in enumerate(word):
        if character.isalnum():
            return word[:n] + _capital(character) + word[n + 1 :]
    return word


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


def _outside(text: str, change: Callable[[str], str]) -> str:
    """The text changed everywhere but where it is marked to keep its case."""
    if NOCASE[0] not in text and DESCRIPTION[0] not in text:
        return change(text)
    pieces, start = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [change(text[start : kept.start()]), kept[0]]
        start = kept.end()
    return "".join([*pieces, change(text[start:])])


CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
