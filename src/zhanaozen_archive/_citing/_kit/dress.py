"""The dress of a text: case, full stops, letters, quotation marks, affixes and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from zhanaozen_archive._citing._kit import cases
from zhanaozen_archive._citing._kit.marks import BLOCKS, JOINT, PLAIN, QUOTE, SPANS

_LETTERS = {
    ("font-style", "italic"): SPANS["italic"],
    ("font-style", "oblique"): SPANS["italic"],
    ("font-style", "normal"): PLAIN["italic"],
    ("font-weight", "bold"): SPANS["bold"],
    ("font-weight", "normal"): PLAIN["bold"],
    ("font-weight", "light"): PLAIN["bold"],
    ("font-variant", "small-caps"): SPANS["small-caps"],
    ("font-variant", "normal"): PLAIN["small-caps"],
    ("text-decoration", "underline"): SPANS["underline"],
    ("text-decoration", "none"): PLAIN["underline"],
    ("vertical-align", "sup"): SPANS["superscript"],
    ("vertical-align", "sub"): SPANS["subscript"],
    ("vertical-align", "baseline"): PLAIN["script"],
}


@frozen
class Dress:
    """How a text is dressed; called with the text, which it leaves alone when there is none."""

    prefix: str = ""
    suffix: str = ""
    opening: str = ""
    closing: str = ""
    case: str = ""
    strip_periods: bool = False
    display: str = ""
    outside: bool = True
    """Whether the affixes stand outside the letters; those of a layout stand inside."""

    def __call__(self, text: str, *, english: bool = True) -> str:
        """The text, dressed.

        Args:
            text: Marked text.
            english: Whether it may have title case.
        """
        if not text:
            return ""
        text = self.inner(text, english=english)
        if self.outside and self.opening:
            text = f"{self.opening}{text}{self.closing}"
        if self.prefix:
            text = f"{self.prefix}{JOINT}{text}"
        if self.suffix:
            text = f"{text}{JOINT}{self.suffix}"
        if not self.outside and self.opening:
            text = f"{self.opening}{text}{self.closing}"
        if self.display:
            opening, closing = BLOCKS[self.display]
            text = f"{opening}{text}{closing}"
        return text

    def inner(self, text: str, *, english: bool) -> str:
        """The text without full stops where the style strips them, and in its case."""
        if self.strip_periods:
            text = text.replace(".", "")
        if self.case and (self.case != "title" or english):
            text = cases.CASES[self.case](text)
        return text


PLAIN_DRESS = Dress()


def dress_of(attributes: Mapping[str, str], *, outside: bool = True) -> Dress:
    """The dress that the attributes of an element ask for."""
    pairs = [pair for (name, value), pair in _LETTERS.items() if attributes.get(name) == value]
    if attributes.get("quotes") == "true":
        pairs.append(QUOTE)
    display = attributes.get("display", "")
    case = attributes.get("text-case", "")
    dress = Dress(
        prefix=attributes.get("prefix", ""),
        suffix=attributes.get("suffix", ""),
        opening="".join(opening for opening, _ in reversed(pairs)),
        closing="".join(closing for _, closing in pairs),
        case=case if case in cases.CASES else "",
        strip_periods=attributes.get("strip-periods") == "true",
        display=display if display in BLOCKS else "",
        outside=outside,
    )
    return PLAIN_DRESS if dress == PLAIN_DRESS else dress


def join(parts: list[str], delimiter: str = "") -> str:
    """The parts that are not empty, with a delimiter, and joints where they meet."""
    between = f"{JOINT}{delimiter}{JOINT}" if delimiter else JOINT
    return between.join([part for part in parts if part])
