"""How wide the page of the command is, and what is laid out to its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shutil import get_terminal_size

from zhanaozen_archive._pictures.characters import GAP, Cell, columns, wrapped

NARROWEST, WIDEST = 60, 120
"""Columns between which the width of the terminal is followed; longer lines are hard to read."""


def page() -> int:
    """How many columns there are: those of the terminal or of COLUMNS; 80 where neither says."""
    return min(max(get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def indented(text: str, by: int = 2) -> list[str]:
    """The text as lines that begin so many columns from the left."""
    return [" " * by + line for line in wrapped(text, page() - by)]


def rest(*taken: int) -> int:
    """The columns that are left for one more column beside those of these widths."""
    return max(page() - sum(taken) - len(taken) * len(GAP), NARROWEST // 3)


def longest(texts: Sequence[str]) -> int:
    """The width that the longest of these takes."""
    return max(map(len, texts), default=0)


def fields(facts: Sequence[tuple[str, Cell | None]]) -> Iterator[str]:
    """Facts with their names on the left; those that are None or empty are left out."""
    known = [(name, fact) for name, fact in facts if fact]
    width = longest([name for name, _ in known])
    return columns(known, (width, rest(width)))


def many(number: int, one: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"
