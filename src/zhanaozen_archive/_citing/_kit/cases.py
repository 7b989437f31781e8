"""Changes of case, on marked text: marks are passed over, and what is marked to keep its case keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable

from zhanaozen_archive._citing._kit.marks import ANY, APOSTROPHE, DESCRIPTION, JOINT, NAME, NOCASE, PLAIN, SPANS

_STOP_WORDS = frozenset(
    (
        "a", "about", "an", "and", "as", "at", "but", "by", "c", "d", "de", "down", "for", "from", "in", "into", "nor",
        "of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "v", "v.", "van", "via", "von", "vs", "vs.",
        "with", "yet",
    )
)  # fmt: skip
"""Words that title case leaves small inside a title: those of CSL, and what comes before names."""
_KEPT_PAIRS = (NOCASE, DESCRIPTION, PLAIN["all"], NAME)
_SCRIPTS = (SPANS["superscript"], SPANS["subscript"], SPANS["small-caps"])


_KEPT_OPENING = frozenset(opening for opening, _ in _KEPT_PAIRS)


def _between(*pairs: tuple[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"{opening}[^{opening}{closing}]*{closing}" for opening, closing in pairs))


_KEPT = _between(*_KEPT_PAIRS)
_KEPT_IN_TITLES = _between(*_KEPT_PAIRS, *_SCRIPTS)
_GAPS = f" \u00a0{JOINT}"
_WORD = re.compile(r"[^\s\u2013\u2014/]+")
_ENDS_SENTENCE = re.compile(r"[:?!][\u201d\u2019\"')\]\ue000-\ue0ff]*$")


def lowercase(text: str) -> str:
    """All small letters."""
    return _outside(text, str.lower)


def uppercase(text: str) -> str:
    """All capitals."""
    return _outside(text, str.upper)


def capitalize_first(text: str) -> str:
    """The first letter a capital."""
    for n, character in enumerate(text):
        if character in _KEPT_OPENING:
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
    pieces, start, first = [], 0, True
    for kept in [*_KEPT_IN_TITLES.finditer(text), None]:
        part = text[start : kept.start()] if kept else text[start:]
        changed, first = _titled(part, first=first, last=kept is None)
        pieces.append(changed)
        if kept:
            pieces.append(kept[0])
            start, first = kept.end(), False
    return "".join(pieces)


def _titled(text: str, *, first: bool, last: bool) -> tuple[str, bool]:
    words = list(_WORD.finditer(text))
    pieces, start = [], 0
    for n, word in enumerate(words):
        before = text[start : word.start()]
        opens = first or bool(_ENDS_SENTENCE.search(f"{words[n - 1][0]}{before}".rstrip(_GAPS) if n else before))
        closes = last and n == len(words) - 1 and not text[word.end() :].strip()
        pieces += [before, _titled_word(word[0], opens=opens, closes=closes)]
        start, first = word.end(), False
    return "".join([*pieces, text[start:]]), first


def _titled_word(word: str, *, opens: bool, closes: bool) -> str:
    """A word of a title; single letters, words with a full stop inside, and "o’clock" stay small inside it."""
    core = ANY.sub("", word).strip("()[]{}\"'\u201c\u201d\u2018\u2019,;:.!?")
    if not opens and (not core[1:] or "." in core or core[1] == APOSTROPHE):
        return word
    if core in _STOP_WORDS:
        return _capitalized(word) if opens or closes else word
    return _hyphened(word, opens=opens)


def _hyphened(word: str, *, opens: bool) -> str:
    """The parts of a word between hyphens with capitals, but small words and single letters."""
    first, *others = word.split("-")
    small = others and not opens and _is_small(first)
    return "-".join([first if small else _capitalized(first), *(_behind_hyphen(part, first) for part in others)])


def _behind_hyphen(part: str, first: str) -> str:
    letters = ANY.sub("", part)
    small = letters in _STOP_WORDS or (first[:1].isdecimal() and not letters[1:])
    return part if small else _capitalized(part)


def _is_small(part: str) -> bool:
    letters = ANY.sub("", part)
    return letters in _STOP_WORDS or not letters[1:]


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
    if _KEPT_OPENING.isdisjoint(text):
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
