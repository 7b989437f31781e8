"""Fields of an item as marked text: quotation marks and apostrophes found, markup read where it is asked for."""

from __future__ import annotations

import re

from attrs import define

from zhanaozen_archive._citing._kit.marks import APOSTROPHE, NOCASE, PLAIN, QUOTE, SPANS, Pair

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]*)?)>")
_BY_NAME = {
    "i": SPANS["italic"],
    "b": SPANS["bold"],
    "sup": SPANS["superscript"],
    "sub": SPANS["subscript"],
    "sc": SPANS["small-caps"],
}
_WHITE = re.compile("[ \t\n\r\f\v\u2028\u2029]+")
_SIGN = re.compile("[\"'\u201c\u201d\u2018\u2019\u00ab\u00bb]")
_OPENING = {"\u201c": "\u201d", "\u2018": "\u2019", "\u00ab": "\u00bb"}
_BEFORE_OPENING = frozenset("([{\u2013\u2014/-\u00ab\u201c\u2018\"'")


def marked(text: str, *, markup: bool) -> str:
    """The text with its quotation marks marked, and its tags where it is to have any."""
    if markup and "<" in text:
        text = tagged(text)
    return _quoted(text) if _SIGN.search(text) else text


def folded(text: str) -> str:
    """The text with white space made single; spaces that do not break stay."""
    return _WHITE.sub(" ", text).strip(" ")


def apostrophes(text: str) -> str:
    """A name with its apostrophes curly."""
    return text.replace("'", APOSTROPHE) if "'" in text else text


@define
class _Open:
    place: int
    name: str
    pair: Pair


def tagged(text: str) -> str:
    """Every balanced tag of CSL-JSON as a mark; all others stay text."""
    pieces: list[str] = []
    open_tags: list[_Open] = []
    start = 0
    for tag in _TAG.finditer(text):
        pieces += [text[start : tag.start()], tag[0]]
        start = tag.end()
        closing, name, attributes = tag.groups()
        if not closing:
            pair = _BY_NAME.get(name) or _of_span(attributes)
            open_tags += [_Open(len(pieces) - 1, name, pair)] if pair else []
        elif any(tag.name == name for tag in open_tags):
            while open_tags[-1].name != name:
                open_tags.pop()
            opened = open_tags.pop()
            pieces[opened.place], pieces[-1] = opened.pair
    return "".join([*pieces, text[start:]])


def _of_span(attributes: str) -> Pair | None:
    folded = attributes.replace(" ", "").lower()
    if 'class="nocase"' in folded:
        return NOCASE
    if 'class="nodecor"' in folded:
        return PLAIN["all"]
    return SPANS["small-caps"] if "font-variant:small-caps" in folded else None


def _quoted(text: str) -> str:
    """Quotation marks in pairs as marks, single ones that are none as apostrophes."""
    letters = list(text)
    waiting: list[tuple[int, str]] = []
    for sign in _SIGN.finditer(text):
        n = sign.start()
        if _opens(text, n):
            waiting.append((n, _OPENING.get(sign[0], sign[0])))
        else:
            _close(letters, waiting, text, n)
    return "".join(APOSTROPHE if letter == "'" else letter for letter in letters)


def _close(letters: list[str], waiting: list[tuple[int, str]], text: str, n: int) -> None:
    sign = text[n]
    if text[n - 1].isspace() or (sign in "'\u2019" and text[n + 1 : n + 2].isalnum()):
        return
    if any(closing == sign for _, closing in waiting):
        while waiting[-1][1] != sign:
            waiting.pop()
        opened, _ = waiting.pop()
        if sign != "\u00bb":
            letters[opened], letters[n] = QUOTE


def _opens(text: str, n: int) -> bool:
    sign, before, after = text[n], text[n - 1 : n], text[n + 1 : n + 2]
    if sign in _OPENING:
        return True
    if sign in "\u201d\u2019\u00bb":
        return False
    return bool(after.strip()) and (not before or before.isspace() or before in _BEFORE_OPENING or _is_opening(before))


def _is_opening(character: str) -> bool:
    """Whether it is an opening mark: of each pair the even one."""
    return "\ue000" <= character <= "\ue0ff" and not ord(character) % 2
