"""Laying text out in columns: lines are wrapped between words, and a key is never broken."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from shutil import get_terminal_size

from zhanaozen_archive._command.output import seen

NARROWEST, WIDEST = 60, 120
"""Columns between which the width of the terminal is followed; longer lines are hard to read."""
GAP = "  "
Cell = str | Sequence[str]
"""The text of a cell, or its paragraphs, each beginning a line."""


def page() -> int:
    """How many columns there are: those of the terminal or of COLUMNS; 80 where neither says."""
    return min(max(get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, but for a word that is longer; at least one line."""
    lines = textwrap.wrap(seen(text.replace("\n", " ")), columns, break_long_words=False, break_on_hyphens=False)
    return lines or [""]


def indented(text: str, by: int = 2) -> list[str]:
    """The text as lines that begin so many columns from the left."""
    return [" " * by + line for line in wrapped(text, page() - by)]


def columns(rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> Iterator[str]:
    """Rows of cells, each cell wrapped within the width of its column."""
    for row in rows:
        cells = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
            yield GAP.join(padded).rstrip()


def rest(*taken: int) -> int:
    """The columns that are left for one more column beside those of these widths."""
    return max(page() - sum(taken) - len(taken) * len(GAP), NARROWEST // 3)


def longest(texts: Sequence[str]) -> int:
    """The width that the longest of these takes."""
    return max((len(seen(text)) for text in texts), default=0)


def fields(facts: Sequence[tuple[str, Cell | None]]) -> Iterator[str]:
    """Facts with their names on the left; those that are None or empty are left out."""
    known = [(name, fact) for name, fact in facts if fact]
    width = longest([name for name, _ in known])
    return columns(known, (width, rest(width)))


def many(number: int, one: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def _lines(cell: Cell, width: int) -> list[str]:
    paragraphs = [cell] if isinstance(cell, str) else cell
    return [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
