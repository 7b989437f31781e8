"""JSON as all exports write it."""

from __future__ import annotations

import json
import re

_STEERING = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Characters that JSON lets stand as they are, but that steer a terminal, end a line or turn the direction."""


def written(content: object) -> str:
    """The content as JSON on many lines, a line end last; every number is a whole one."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)
    return unsteering(text) + "\n"


def unsteering(text: str) -> str:
    """JSON with escapes in the place of characters that steer, end a line or turn the direction."""
    return text if text.isascii() and "\x7f" not in text else _STEERING.sub(escaped, text)


def escaped(found: re.Match[str]) -> str:
    """The one character found, as an escape of JSON."""
    return f"\\u{ord(found[0]):04x}"
