"""LaTeX: every special character escaped, letters of all scripts kept. Links need hyperref.

It is for engines that read Unicode: XeLaTeX, LuaLaTeX, and pdfLaTeX with T1 fonts that have the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from zhanaozen_archive._citing.rich import Link, Node, Rich, Span, SpanKind, Text, plain
from zhanaozen_archive._citing.writers.shape import Layout, Part, characters, linked, parts

_COMMANDS: dict[SpanKind, str] = {
    "italic": "textit",
    "bold": "textbf",
    "small-caps": "textsc",
    "underline": "underline",
    "superscript": "textsuperscript",
    "subscript": "textsubscript",
}
_ESCAPES = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "#$%&_{}"},
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        "[": "{[}",  # an item or a line break would take it for its argument
        "]": "{]}",
        "\N{NO-BREAK SPACE}": "~",
        "\N{NARROW NO-BREAK SPACE}": r"\,",
        "\N{SOFT HYPHEN}": r"\-",
    }
)
_DRAWN_AS_ONE = re.compile("(?<=-)(?=-)|(?<=,)(?=,)")
_IN_URL = str.maketrans({sign: f"\\{sign}" for sign in "#%&_"} | {"~": r"\%7E", "$": r"\%24"})
_SEAMS = {"": "", " ": " ", "\n": "\\newline\n"}


def write(rich: Rich) -> str:
    """The text as LaTeX that can stand in a paragraph."""
    return "".join(map(_part, parts(rich)))


def listed(entries: Iterable[Rich], layout: Layout) -> str:
    """The entries as a `list`, with what stands in the margin as its labels."""
    hanging = r"\setlength{\leftmargin}{2em}\setlength{\itemindent}{-2em}" if layout.hanging_indent else ""
    spacing = rf"\setlength{{\itemsep}}{{{layout.entry_spacing}\baselineskip}}\setlength{{\parsep}}{{0pt}}"
    body = "".join(f"{_item(entry)}\n" for entry in entries)
    return f"\\begin{{list}}{{}}{{{hanging}{spacing}}}\n{body}\\end{{list}}\n"


def _item(entry: Rich) -> str:
    """An entry as an item, labelled with what stands in its margin."""
    first, *others = parts(entry) or [Part("", None, ())]
    if first.place != "left-margin":
        return rf"\item {write(entry)}"
    return rf"\item[{_nodes(first.nodes).strip()}] {''.join(map(_part, others)).lstrip()}"


def _part(part: Part) -> str:
    return _SEAMS[part.seam] + _nodes(part.nodes).strip()


def _nodes(rich: Rich) -> str:
    return _linked(linked(rich))


def _linked(rich: Rich) -> str:
    groups = ((is_text, tuple(group)) for is_text, group in groupby(rich, lambda node: isinstance(node, Text)))
    return "".join(_escaped(plain(nodes)) if is_text else "".join(map(_node, nodes)) for is_text, nodes in groups)


def _escaped(text: str) -> str:
    return "{}".join(piece.translate(_ESCAPES) for piece in _DRAWN_AS_ONE.split(characters(text)))


def _node(node: Node) -> str:
    if isinstance(node, Span):
        return f"\\{_COMMANDS[node.kind]}{{{_linked(node.children)}}}"
    return _link(node.url, node.children) if isinstance(node, Link) else _escaped(plain((node,)))


def _link(url: str, shown: Rich) -> str:
    target = url.translate(_IN_URL)
    prints_itself = plain(shown) == url and not {"~", "$"} & set(url)
    return rf"\url{{{target}}}" if prints_itself else rf"\href{{{target}}}{{{_linked(shown)}}}"
