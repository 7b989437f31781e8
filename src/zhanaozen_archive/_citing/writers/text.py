"""Plain text: the characters alone."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._citing.rich import Rich, plain
from zhanaozen_archive._citing.writers.shape import Layout, characters, parts


def write(rich: Rich) -> str:
    """The characters of the text; a block begins a new line, a space parts the margin from the rest."""
    return "".join(part.seam + characters(plain(part.nodes)).strip() for part in parts(rich))


def listed(entries: Iterable[Rich], layout: Layout) -> str:
    """One entry a line; where the style leaves lines free between entries, as many."""
    return ("\n" * (1 + layout.entry_spacing)).join(map(write, entries)) + "\n"
