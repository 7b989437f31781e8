"""Characters that cannot be seen, and so must not stand in a file or a name unnoticed."""

from __future__ import annotations

import re

from zhanaozen_archive.errors import Code, InvalidValue

LONGEST = 100_000
"""Code points that a text may have."""

_NO_CHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_HIDDEN = (
    "\x80-\x9f\xad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"  # controls, soft hyphens, spaces without width
    "\u2028-\u202e\u2066-\u206f"  # ends of lines, and overrides of the direction of writing
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private
    f"\ufdd0-\ufdef{_NO_CHARACTERS}\U000e0000-\U000e007f"  # no characters, and tags
)
_IN_FILE = f"[{_HIDDEN}]"
_IN_VALUE = f"[\0-\x08\x0b-\x1f\x7f\ud800-\udfff{_HIDDEN}]"
"""Patterns that are not compiled before a text asks for it, which few do."""


def hidden_in_file(text: str) -> re.Match[str] | None:
    """The first that stands in a file as it is. The control characters of ASCII are left to the parser."""
    return None if text.isascii() else re.search(_IN_FILE, text)


class Hidden(InvalidValue):
    """A text has a character that cannot be seen."""

    code: Code = "hidden-character"


class TooLong(InvalidValue):
    """A text is longer than any needs to be."""

    code: Code = "too-long"


def fit(text: str) -> str:
    """A text as a record may hold it.

    Raises:
        TooLong: It is too long.
        Hidden: A character of it cannot be seen, however it was written.
    """
    if len(text) > LONGEST:
        raise TooLong(f"the text has {len(text):,} code points; {LONGEST:,} are the most")
    if not (text.isascii() and text.isprintable()) and (found := re.search(_IN_VALUE, text)):
        raise Hidden(f"the character U+{ord(found[0]):04X} cannot be seen and does not belong in a text")
    return text
