"""HTML: everything escaped, nothing but tags of this module, and links to http and https only.

The classes are those that citeproc-js and pandoc write, so that their style sheets serve; what an entry needs to look
right without any stands in it as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from zhanaozen_archive._citing.rich import Display, Link, Node, Rich, Span, SpanKind, Text
from zhanaozen_archive._citing.writers.shape import Layout, address, characters

_TAGS: dict[SpanKind, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "underline": ("<u>", "</u>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}
_PLACES: dict[Display, str] = {
    "block": "",
    "indent": ' style="margin-left:2em"',
    "left-margin": ' style="float:left;padding-right:0.5em"',
    "right-inline": ' style="margin-left:3em"',
}


def write(rich: Rich) -> str:
    """The text as HTML; where it has blocks, each is a `div`."""
    return _nodes(rich, linked=False)


def listed(entries: Iterable[Rich], layout: Layout) -> str:
    """A `div` for each entry, in one around all."""
    indent = ";padding-left:2em;text-indent:-2em" if layout.hanging_indent else ""
    style = f"clear:left;margin-bottom:{layout.entry_spacing}em{indent}"
    body = "".join(f'<div class="csl-entry" style="{style}">{write(entry)}</div>\n' for entry in entries)
    return f'<div class="csl-bib-body" style="line-height:{1.35 * layout.line_spacing:g}">\n{body}</div>\n'


def _nodes(rich: Rich, *, linked: bool) -> str:
    return "".join(_node(node, linked=linked) for node in rich)


def _node(node: Node, *, linked: bool) -> str:
    if isinstance(node, Text):
        return escape(characters(node.text))
    if isinstance(node, Link):
        return _link(node, linked=linked)
    body = _nodes(node.children, linked=linked)
    if isinstance(node, Span):
        opening, closing = _TAGS[node.kind]
        return f"{opening}{body}{closing}"
    return f'<div class="csl-{node.display}"{_PLACES[node.display]}>{body}</div>'


def _link(link: Link, *, linked: bool) -> str:
    """A link that tells its target nothing of the page it stands in; in a link there is no other."""
    url = None if linked else address(link.url)
    body = _nodes(link.children, linked=linked or url is not None)
    return body if url is None else f'<a href="{escape(url)}" rel="noreferrer">{body}</a>'
