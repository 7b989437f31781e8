"""reStructuredText, as docutils reads it.

Its inline markup cannot be nested. Of several settings one is kept: first the link, then raised or lowered letters,
italics, bold letters; an italic title that is linked is a link. Small capitals and underlining have no sign and stand
as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from attrs import evolve, frozen

from zhanaozen_archive._citing.rich import Rich, SpanKind
from zhanaozen_archive._citing.writers.shape import Layout, Run, joined, runs, split

_SIGNS: dict[SpanKind, tuple[str, str]] = {
    "superscript": (":sup:`", "`"),
    "subscript": (":sub:`", "`"),
    "italic": ("*", "*"),
    "bold": ("**", "**"),
}
"""In the order in which they win."""
_SPECIAL = re.compile(r"[\\*`|_@<]|:(?=\S)|(?<=:):")
_OPENS_BLOCK = re.compile(
    r"""\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\#)[.)](?:\s|$)   # an enumerated list
        |[(\["'](?!\w)|[^\w\s(\["'“‘«„\\]|\\+$                     # a bullet, a line, a field, a directive …
    """,
    re.VERBOSE,
)
_AFTER = ".,;:!?)]”’»"


@frozen
class _Piece:
    """A run as it is written."""

    text: str
    marked: bool = False
    """Whether it has signs of markup, with its white space outside of them."""


def write(rich: Rich) -> str:
    """The text as a line that can stand in a paragraph or be one; a block begins no line of its own."""
    pieces = [_piece(run) for run in joined(map(_simple, runs(rich)))]
    line = "".join(_seam(left, right) + right.text for left, right in pairwise((_Piece(" "), *pieces))).strip()
    begins_marked = any(piece.marked for piece in pieces[:1])
    return f"\\ {line}" if _OPENS_BLOCK.match(line) and not begins_marked else line


def listed(entries: Iterable[Rich], layout: Layout) -> str:  # noqa: ARG001  # how lists are set is the theme's affair
    """A paragraph for each entry."""
    return "\n\n".join(map(write, entries)) + "\n"


def _simple(run: Run) -> Run:
    """The run in one line and with one setting at the most."""
    won = () if run.url else [kind for kind in _SIGNS if kind in run.kinds][:1]
    return evolve(run, text=re.sub("[\t\n]", " ", run.text), kinds=frozenset(won))


def _piece(run: Run) -> _Piece:
    before, body, after = split(run.text)
    if not body or not (run.kinds or run.url):
        return _Piece(_escaped(run.text))
    if run.url:
        target = re.sub("_$", "%5F", run.url)  # a last underscore would make it a name
        marked = f"`<{target}>`__" if body == target else f"`{_escaped(body)} <{target}>`__"
    else:
        [kind] = run.kinds
        opening, closing = _SIGNS[kind]
        marked = f"{opening}{_escaped(body)}{closing}"
    return _Piece(before + marked + after, marked=True)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _seam(left: _Piece, right: _Piece) -> str:
    """An escaped space, of which nothing is printed, wherever markup would not be read as such without one."""
    before, after = left.text[-1], right.text[0]
    parted = " " in (before, after) or not (left.marked or right.marked)
    ends_well = left.marked and not right.marked and after in _AFTER
    return "" if parted or ends_well else "\\ "
