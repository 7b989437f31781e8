"""The last pass: marked text becomes rich text, with quotation marks, slant and punctuation as they are to be."""

from __future__ import annotations

import re
from itertools import groupby

from attrs import define, field, frozen

from zhanaozen_archive._citing._kit.marks import BLOCKS, DESCRIPTION, JOINT, LINKS, PLAIN, QUOTE, SPANS
from zhanaozen_archive._citing._kit.punctuation import collided
from zhanaozen_archive._citing.rich import SPAN_KINDS, Block, Display, Link, Node, Rich, Span, SpanKind, Text

_FLIPPED = ("italic", "bold", "small-caps", "underline")
_TOKEN = re.compile("[\ue000-\ue0ff]|[^\ue000-\ue0ff]+")
_SPAN_OF = {opening: kind for kind, (opening, _) in SPANS.items()}
_PLAIN_OF = {opening: kind for kind, (opening, _) in PLAIN.items()}
_BLOCK_OF = {opening: kind for kind, (opening, _) in BLOCKS.items()}
_LINK_OF = {opening: kind for kind, (opening, _) in LINKS.items()}
_CLOSING = {closing: opening for pairs in (SPANS, PLAIN, BLOCKS, LINKS) for opening, closing in pairs.values()} | {
    DESCRIPTION[1]: DESCRIPTION[0]
}
_OPENING = frozenset(_CLOSING.values())
_QUOTED_DESCRIPTION = re.compile(
    f"{QUOTE[0]}([^{QUOTE[1]}\\w]*{DESCRIPTION[0]}[^{DESCRIPTION[1]}]*{DESCRIPTION[1]}[\ue000-\ue05f{JOINT}]*){QUOTE[1]}"
)
_GONE: dict[str, set[str]] = {"script": {"superscript", "subscript"}, "all": set(SPAN_KINDS)}
"""What a text set plain loses, where it is more than what it is named after."""
_ADDRESSES = {
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}


@frozen
class Quotes:
    """The quotation marks of a locale, and whether a full stop or comma goes inside them."""

    outer: tuple[str, str] = ("\u201c", "\u201d")
    inner: tuple[str, str] = ("\u2018", "\u2019")
    takes_punctuation: bool = False


@frozen
class _Look:
    """How characters look and where they stand."""

    kinds: frozenset[str] = frozenset()
    link: tuple[str, int] | None = None
    block: tuple[str, int] | None = None


@define
class _Reading:
    quotes: Quotes
    depth: int = 0
    looks: list[tuple[str, _Look]] = field(factory=lambda: [("", _Look())])
    runs: list[tuple[str, _Look]] = field(factory=list)
    opened: int = 0

    def read(self, token: str) -> None:
        if token in QUOTE:
            self._quote(token)
        elif token in _OPENING:
            self._open(token)
        elif token in _CLOSING:
            self._close(_CLOSING[token])
        elif not "\ue000" <= token[0] <= "\ue0ff":
            self.runs.append((token, self.looks[-1][1]))

    def _quote(self, token: str) -> None:
        opening = token == QUOTE[0]
        self.depth -= not opening
        pair = self.quotes.inner if self.depth % 2 else self.quotes.outer
        self.depth += opening
        self.runs.append((pair[not opening], self.looks[-1][1]))

    def _open(self, token: str) -> None:
        self.opened += 1
        self.looks.append((token, _within(self.looks[-1][1], token, self.opened)))

    def _close(self, opening: str) -> None:
        for n in range(len(self.looks) - 1, 0, -1):
            if self.looks[n][0] == opening:
                del self.looks[n]
                return


def _within(look: _Look, opening: str, number: int) -> _Look:
    """The look behind an opening mark."""
    if kind := _SPAN_OF.get(opening):
        flips = kind in _FLIPPED and kind in look.kinds
        return _Look(look.kinds - {kind} if flips else look.kinds | {kind}, look.link, look.block)
    if kind := _PLAIN_OF.get(opening):
        return _Look(look.kinds - _GONE.get(kind, {kind}), look.link, look.block)
    if kind := _LINK_OF.get(opening):
        return _Look(look.kinds, (kind, number), look.block)
    if kind := _BLOCK_OF.get(opening):
        return _Look(look.kinds, look.link, (kind, number))
    return _Look(frozenset(), look.link, look.block)


def rich_of(text: str, quotes: Quotes) -> Rich:
    """Marked text as rich text, without white space at its ends."""
    if DESCRIPTION[0] in text:
        text = _QUOTED_DESCRIPTION.sub(r"\1", text)
    reading = _Reading(quotes)
    for token in _TOKEN.findall(collided(text, inside=quotes.takes_punctuation)):
        reading.read(token)
    return _blocks(reading.runs)


def _blocks(runs: list[tuple[str, _Look]]) -> Rich:
    nodes: list[Node] = []
    for block, group in groupby(runs, key=lambda run: run[1].block):
        part = list(group)
        children = _links(_trimmed(part) if block else part)
        nodes += [Block(_display(block[0]), children)] if block else children
    return tuple(nodes)


def _trimmed(runs: list[tuple[str, _Look]]) -> list[tuple[str, _Look]]:
    """The runs of a block without white space at its end: what is beside it is parted from it by its place."""
    *before, (text, look) = runs
    return [*before, (text.rstrip(), look)]


def _display(name: str) -> Display:
    displays: dict[str, Display] = {
        "block": "block",
        "left-margin": "left-margin",
        "right-inline": "right-inline",
        "indent": "indent",
    }
    return displays[name]


def _links(runs: list[tuple[str, _Look]]) -> Rich:
    nodes: list[Node] = []
    for link, group in groupby(runs, key=lambda run: run[1].link):
        part = list(group)
        children = _spans(part, SPAN_KINDS)
        address = _address(link[0], "".join(text for text, _ in part)) if link else ""
        nodes += [Link(address, children)] if address else children
    return tuple(nodes)


def _address(kind: str, text: str) -> str:
    """The address behind a linked text, "" where it is none."""
    text = text.strip()
    if text.startswith(("http://", "https://")):
        return text
    return f"{_ADDRESSES[kind]}{text}" if kind in _ADDRESSES else ""


def _spans(runs: list[tuple[str, _Look]], kinds: tuple[SpanKind, ...]) -> Rich:
    """Runs as spans, those of the first kind outermost."""
    if not kinds:
        text = "".join(text for text, _ in runs)
        return (Text(text),) if text else ()
    kind, *others = kinds
    nodes: list[Node] = []
    for within, group in groupby(runs, key=lambda run: kind in run[1].kinds):
        children = _spans(list(group), tuple(others))
        nodes += [Span(kind, children)] if within and children else children
    return tuple(nodes)
