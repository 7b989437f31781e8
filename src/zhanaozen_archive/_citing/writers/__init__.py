"""The formats that rich text can be written in, one module for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from zhanaozen_archive._citing.rich import Rich
from zhanaozen_archive._citing.writers import html, latex, markdown, rst, text
from zhanaozen_archive._citing.writers.shape import Layout, Run, runs

Format = Literal["text", "html", "markdown", "rst", "latex"]
FORMATS: tuple[Format, ...] = get_args(Format)

_WRITERS = {
    "text": (text.write, text.listed),
    "html": (html.write, html.listed),
    "markdown": (markdown.write, markdown.listed),
    "rst": (rst.write, rst.listed),
    "latex": (latex.write, latex.listed),
}

__all__ = ["FORMATS", "Format", "Layout", "Run", "listed", "runs", "written"]


def written(rich: Rich, format: Format) -> str:
    """The text in a format; nothing of its characters is read as markup."""
    return _WRITERS[format][0](rich)


def listed(entries: Iterable[Rich], format: Format, layout: Layout) -> str:
    """A list of references in a format, set as its style asks for, as far as the format can."""
    return _WRITERS[format][1](entries, layout)
