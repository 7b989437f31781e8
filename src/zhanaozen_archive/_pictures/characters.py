"""Drawing in characters: columns of wrapped text, bars, and a scale."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from zhanaozen_archive._pictures.marks import Mark, Tick

GAP = "  "
Cell = str | Sequence[str]
"""The text of a cell, or its paragraphs, each beginning a line."""


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, but for a word that is longer; at least one line."""
    return textwrap.wrap(text, columns, break_long_words=False, break_on_hyphens=False) or [""]


def columns(rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> Iterator[str]:
    """Rows of cells, each cell wrapped within the width of its column."""
    for row in rows:
        cells = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            yield GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()


def bar(mark: Mark | None, width: int) -> str:
    """A mark in so many columns."""
    if mark is None:
        return ""
    cells = [" "] * width
    if mark.line:
        first, last = (_column(end, width) for end in mark.line)
        cells[first : last + 1] = ("┄" if mark.open else "─") * (last + 1 - first)
        if mark.arrow:
            cells[last] = "▸"
    for dot in mark.dots:
        cells[_column(dot, width)] = "○" if mark.about else "●"
    return "".join(cells).rstrip()


def scale(ticks: Iterable[Tick], width: int) -> str:
    """The labels of a scale above its bars, as many as there is room for."""
    line = ""
    for tick in ticks:
        column = min(_column(tick.at, width), width - len(tick.label))
        if column > len(line) or not line:
            line = line.ljust(column) + tick.label
    return line


def _column(share: float, width: int) -> int:
    return round(share * (width - 1))


def _lines(cell: Cell, width: int) -> list[str]:
    paragraphs = [cell] if isinstance(cell, str) else cell
    return [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
