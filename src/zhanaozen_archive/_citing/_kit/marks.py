"""Marks: private-use characters that stand for tags in text while it is rendered.

No change of case, no stripping of full stops and no comparison can damage one, and no item or style may hold any: what
is marked was marked here.
"""

from __future__ import annotations

import re

from attrs import frozen

Pair = tuple[str, str]


def _pairs(first: int, *names: str) -> dict[str, Pair]:
    return {name: (chr(first + 2 * n), chr(first + 2 * n + 1)) for n, name in enumerate(names)}


SPANS = _pairs(0xE000, "italic", "bold", "small-caps", "underline", "superscript", "subscript")
"""Slanted, bold and so on; inside another of its kind, a slanted or bold text is upright or light."""
PLAIN = _pairs(0xE010, "italic", "bold", "small-caps", "underline", "script", "all")
"""What a style sets upright or light, whatever is around it."""
BLOCKS = _pairs(0xE020, "block", "left-margin", "right-inline", "indent")
LINKS = _pairs(0xE030, "URL", "DOI", "PMID", "PMCID")
NAMES, NAME, YEAR, YEAR_SUFFIX, NUMBER, LOCATOR, LABEL = _pairs(
    0xE040, "names", "name", "year", "year-suffix", "number", "locator", "label"
).values()
"""What a document compares, joins or cuts: they vanish at the end."""
QUOTE, NOCASE, DESCRIPTION = _pairs(0xE060, "quote", "nocase", "description").values()
"""Quotation marks of either depth; text that keeps its case; a description in square brackets of what has no title."""
JOINT = "\ue070"
"""Where two parts meet, and punctuation may collide."""
APOSTROPHE = "\u2019"

ANY = re.compile("[\ue000-\ue0ff]")
FORBIDDEN = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Every private-use character: no item and no style may hold one."""
_NO_QUOTES = str.maketrans({QUOTE[0]: '"', QUOTE[1]: '"'})


@frozen
class Place:
    """Where a tagged text stands: its first character and the one after its last, marks not counted in."""

    start: int
    end: int


def within(text: str, tag: Pair) -> tuple[Place, ...]:
    """Every outermost place in a text that is tagged so, in order."""
    places, depth, start = [], 0, 0
    for n, character in enumerate(text):
        if character == tag[0]:
            depth += 1
            start = n + 1 if depth == 1 else start
        elif character == tag[1]:
            depth -= 1
            if not depth:
                places.append(Place(start, n))
    return tuple(places)


def bare(text: str) -> str:
    """The text without its marks."""
    return ANY.sub("", text.translate(_NO_QUOTES))
