"""What the writers share: what can be written, which address is safe, what parts a block from its neighbours, runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from attrs import evolve, frozen

from zhanaozen_archive._citing.rich import Block, Display, Link, Node, Rich, Span, SpanKind, Text, plain

Seam = Literal["", " ", "\n"]

_NO_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s/?#][^\s]*", re.IGNORECASE)
_URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
"""What may stand in a URL as it is, besides letters, digits and `-._`."""


@frozen
class Layout:
    """How a style sets its list of references."""

    hanging_indent: bool = False
    """Whether all lines of an entry but the first are indented."""
    entry_spacing: int = 1
    """Lines left free between two entries."""
    line_spacing: int = 1
    """1 is single, 2 is double."""


@frozen
class Run:
    """A stretch of text set in one way throughout, as word processors have it."""

    text: str
    """Its characters; a tab parts what stands in the margin from the rest, a line feed begins a new line."""
    kinds: frozenset[SpanKind] = frozenset()
    """How it is set: empty for upright text."""
    url: str | None = None
    """Where it leads."""


def characters(text: str) -> str:
    """The text with a space for each control character and each separator of lines, which no format can hold."""
    return _HALF.sub("\ufffd", _NO_CHARACTER.sub(" ", text))


def address(url: str) -> str | None:
    """The URL with what may not stand in one percent-encoded; None if it is none of http or https."""
    if not _ADDRESS.fullmatch(characters(url)):
        return None
    from urllib.parse import quote

    return quote(url, safe=_URL_CHARACTERS)


@frozen
class Part:
    """What stands in one place of an entry."""

    seam: Seam
    """What parts it from the part before: nothing, a space or a new line."""
    place: Display | None
    """None in the line."""
    nodes: Rich


def parts(rich: Rich) -> tuple[Part, ...]:
    """The blocks, and what stands between them, none blank; a text without blocks is one part."""
    groups = groupby(enumerate(rich), lambda pair: pair[0] if isinstance(pair[1], Block) else -1)
    places = [_place(tuple(node for _, node in group)) for _, group in groups]
    full = [place for place in places if characters(plain(place[1])).strip()] if len(places) > 1 else places
    befores = [None, *(display for display, _ in full)]
    return tuple(
        Part(_seam(before, display) if number else "", display, nodes)
        for number, (before, (display, nodes)) in enumerate(zip(befores, full, strict=False))
    )


def _place(nodes: Rich) -> tuple[Display | None, Rich]:
    return (nodes[0].display, nodes[0].children) if isinstance(nodes[0], Block) else (None, nodes)


def _seam(before: Display | None, place: Display | None) -> Seam:
    return "\n" if {before, place} & {"block", "indent"} else " "


def runs(rich: Rich) -> tuple[Run, ...]:
    """The text as runs, neighbours of one kind made one, a margin parted by a tab and a block by a line feed."""
    seams = {"": "", " ": "\t", "\n": "\n"}
    return joined(run for part in parts(rich) for run in (Run(seams[part.seam]), *flat(part.nodes)))


def flat(rich: Rich) -> tuple[Run, ...]:
    """The nodes as runs, neighbours of one kind made one, none empty."""
    return joined(_flat(rich, Run("")))


def _flat(rich: Rich, around: Run) -> Iterator[Run]:
    for node in rich:
        if isinstance(node, Text):
            yield evolve(around, text=characters(node.text))
        elif isinstance(node, Link):
            yield from _flat(node.children, evolve(around, url=around.url or address(node.url)))
        else:
            own = {node.kind} if isinstance(node, Span) else set()
            yield from _flat(node.children, evolve(around, kinds=around.kinds | own))


def joined(pieces: Iterable[Run]) -> tuple[Run, ...]:
    full = (run for run in pieces if run.text)
    rows = (tuple(row) for _, row in groupby(full, lambda run: (run.kinds, run.url)))
    return tuple(evolve(row[0], text="".join(run.text for run in row)) for row in rows)


def split(text: str) -> tuple[str, str, str]:
    """The white space before, the text without it, and the white space after."""
    core = text.strip()
    start = text.find(core) if core else len(text)
    return text[:start], core, text[start + len(core) :]


def linked(rich: Rich, *, inside: bool = False) -> Rich:
    """The nodes with no links but safe ones, their addresses encoded, and none in another.

    Args:
        rich: The nodes.
        inside: Whether they stand in a link.
    """
    return tuple(_linked(rich, inside=inside))


def _linked(rich: Rich, *, inside: bool) -> Iterator[Node]:
    for node in rich:
        if isinstance(node, Text):
            yield node
        elif not isinstance(node, Link):
            yield evolve(node, children=linked(node.children, inside=inside))
        elif inside or (url := address(node.url)) is None:
            yield from _linked(node.children, inside=inside)
        else:
            yield Link(url, linked(node.children, inside=True))
