"""HTML and SVG as trees of the standard library, which escapes what it writes."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal
from xml.etree.ElementTree import Element, tostring

ACCENT = "#0072B2"
"""The one colour: 3:1 or more against white and against a dark page. Nothing hangs on colour alone."""

_SPACES = re.compile(r"\s+")
_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def element(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; an underscore at the end of an attribute's name is dropped, others become hyphens."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): clean(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + clean(child)
        else:
            made.text = (made.text or "") + clean(child)
    return made


def written(root: Element, *, method: Literal["html", "xml"]) -> str:
    """The tree as text."""
    return tostring(root, encoding="unicode", method=method)


def clean(text: str) -> str:
    """The text without characters that no page may hold, with white space made single."""
    return _SPACES.sub(" ", "".join(c for c in text if c.isspace() or not _unfit(c)))


def _unfit(character: str) -> bool:
    """Controls, halves of pairs, what is no character, and marks that turn the direction of what follows."""
    return unicodedata.category(character) in ("Cc", "Cs", "Cn") or unicodedata.bidirectional(character) in _TURNING


def percent(share: float) -> str:
    """A share from 0 to 1 as CSS has it: "12.5%"."""
    return f"{round(100 * share, 2):g}%"
