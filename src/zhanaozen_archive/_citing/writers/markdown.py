"""Markdown that any reader of CommonMark takes as it was meant; signs of its dialects are escaped as well.

Small capitals, underlining and raised or lowered letters have no sign in CommonMark: they stand as inline HTML, as do
italics and bold letters where a sign would not be taken for one (inside a word, beside another).
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from zhanaozen_archive._citing.rich import Rich, SpanKind
from zhanaozen_archive._citing.writers.shape import Layout, Run, flat, parts, split

_TAGS: dict[SpanKind, tuple[str, str]] = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "underline": ("<u>", "</u>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}
_SIGNS: dict[frozenset[SpanKind], str] = {frozenset({"italic"}): "*", frozenset({"bold"}): "**"}
_SPECIAL = re.compile(r"""[\\`*_{}\[\]<>&~^$@|"']|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|:(?=//)|(?i:(?<=www)\.)|!$""")
_OPENS_BLOCK = re.compile(r"[-+=#%:]")
_ENUMERATOR = re.compile(
    r"""\(?(?:\d+|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,}|[A-Z](?!\.\ \S))   # "A. Orazov" numbers nothing
        (?=[.)](?:\s|$))""",
    re.VERBOSE,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write(rich: Rich) -> str:
    """The text as Markdown that can stand in a paragraph or be one."""
    seams = {"": "", " ": " ", "\n": "\\\n"}
    return "".join(seams[part.seam] + _line(flat(part.nodes)) for part in parts(rich))


def listed(entries: Iterable[Rich], layout: Layout) -> str:
    """A paragraph for each entry; in a `div` that indents them, which Markdown cannot, where the style asks for it."""
    body = "".join(f"{write(entry)}\n\n" for entry in entries)
    opening = '<div class="csl-bib-body hanging-indent" style="padding-left:2em;text-indent:-2em">'
    return f"{opening}\n\n{body}</div>\n" if layout.hanging_indent else body.removesuffix("\n")


def _line(runs: Sequence[Run]) -> str:
    """A line that is read as one: no heading, no list, whatever it begins with."""
    line = "".join(_linked(runs)).strip()
    if enumerator := _ENUMERATOR.match(line):
        return f"{enumerator[0]}\\{line[enumerator.end() :]}"
    return f"\\{line}" if _OPENS_BLOCK.match(line) else line


def _linked(runs: Sequence[Run]) -> Iterator[str]:
    """The runs, those that lead to one address in one link."""
    neighbours = zip((None, *runs), runs, (*runs[1:], None), strict=False)
    for url, group in groupby(neighbours, lambda three: three[1].url):
        row = tuple(group)
        before, body, after = split("".join(_set(*three) for three in row))
        if url is None or not body:
            yield before + body + after
        elif "%" not in url and "".join(run.text for _, run, _ in row).strip() == url:
            yield f"{before}<{url}>{after}"
        else:
            yield f"{before}[{body}]({_target(url)}){after}"


def _target(url: str) -> str:
    target = _ENTITY.sub(r"\&", url)
    return f"<{target}>" if {"(", ")"} & set(url) else target


def _set(previous: Run | None, run: Run, following: Run | None) -> str:
    """A run with the signs or tags of how it is set, the white space at its edges outside of them."""
    text = _SPECIAL.sub(r"\\\g<0>", run.text)
    before, body, after = split(text)
    if not body or not run.kinds:
        return text
    sign = _SIGNS.get(run.kinds)
    if sign and (before or _free(previous, -1, run)) and (after or _free(following, 0, run)):
        return f"{before}{sign}{body}{sign}{after}"
    tags = [_TAGS[kind] for kind in sorted(run.kinds)]
    opening, closing = "".join(tag for tag, _ in tags), "".join(tag for _, tag in reversed(tags))
    return f"{before}{opening}{body}{closing}{after}"


def _free(neighbour: Run | None, at: int, run: Run) -> bool:
    """Whether a sign between the run and its neighbour is read as one, by the character on either side of it."""
    if neighbour is None:
        return True
    outer, inner = neighbour.text[at], run.text[-1 - at]
    if outer.isspace():
        return True
    punctuation = outer in string.punctuation or unicodedata.category(outer).startswith("P")
    return not neighbour.kinds and (punctuation or (outer.isalnum() and inner.isalnum()))
