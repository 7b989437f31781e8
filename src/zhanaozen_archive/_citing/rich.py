"""Rich text: the one small tree from which every format is written.

Quotation marks, apostrophes and punctuation in it are right already, italics inside italics already turned upright; a
writer only has to escape its characters and to mark its spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from attrs import frozen

SpanKind = Literal["italic", "bold", "small-caps", "underline", "superscript", "subscript"]
SPAN_KINDS: tuple[SpanKind, ...] = get_args(SpanKind)
Display = Literal["block", "left-margin", "right-inline", "indent"]
DISPLAYS: tuple[Display, ...] = get_args(Display)


@frozen
class Text:
    """Plain characters: what is read, never markup, nothing escaped."""

    text: str


@frozen
class Span:
    """Nodes set in one way."""

    kind: SpanKind
    children: Rich


@frozen
class Link:
    """Nodes that lead to an address."""

    url: str
    """An absolute address that starts with `http://` or `https://`; a DOI stands in it as `https://doi.org/…`."""
    children: Rich


@frozen
class Block:
    """Nodes of a reference that stand in a place of their own: the number in the margin, the text beside it."""

    display: Display
    children: Rich


Node: TypeAlias = Text | Span | Link | Block
Rich: TypeAlias = tuple[Node, ...]


def plain(rich: Rich) -> str:
    """The characters of a rich text, without any markup."""
    return "".join(_characters(rich))


def _characters(rich: Rich) -> Iterator[str]:
    for node in rich:
        yield node.text if isinstance(node, Text) else plain(node.children)
