"""How deep a file may nest: the parser takes minutes over a long key, and nothing here asks for either."""

from __future__ import annotations

import re
from typing import Any

from zhanaozen_archive._loading.lines import tokens

MOST_PARTS = 8
"""Parts that a dotted key may have."""
DEEPEST = 16
"""How deep lists and tables may lie within one another."""
_CROWDED = re.compile(r"^(?:[^.\n]*+\.){8}", re.MULTILINE)
"""A line in which there can be a key of too many parts: most such lines are prose."""


def crowded_key(text: str) -> int:
    """The line of the first key with too many parts; 0 where there is none."""
    if _CROWDED.search(text) is None:
        return 0
    dots = 0
    for part, line in tokens(text):
        if "\\" in part and part[0] not in "\"'#":
            return 0  # the parser will stop here, and beyond it a text can be such that this would not end
        dots = dots + (part == ".") if part not in ("=", "\n", ",", "[", "]", "{", "}") else 0
        if dots >= MOST_PARTS:
            return line
    return 0


def is_too_deep(tables: object) -> bool:
    """Whether lists and tables lie too deep within one another."""
    level: list[Any] = [tables]
    for _ in range(DEEPEST):
        inside = (thing.values() if isinstance(thing, dict) else thing for thing in level)
        level = [inner for things in inside for inner in things if isinstance(inner, (dict, list))]
        if not level:
            return False
    return True
