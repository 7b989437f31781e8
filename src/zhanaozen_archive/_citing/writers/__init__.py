"""The formats that rich text can be written in, one module for each, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Literal, get_args

from zhanaozen_archive._citing.rich import Rich
from zhanaozen_archive._citing.writers.shape import Layout, Run, runs

Format = Literal["text", "html", "markdown", "rst", "latex"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Format", "Layout", "Run", "listed", "runs", "written"]


def written(rich: Rich, format: Format) -> str:
    """The text in a format; nothing of its characters is read as markup."""
    return str(_writer(format).write(rich))


def listed(entries: Iterable[Rich], format: Format, layout: Layout) -> str:
    """A list of references in a format, set as its style asks for, as far as the format can."""
    return str(_writer(format).listed(entries, layout))


def _writer(format: Format) -> ModuleType:
    return import_module(f"{__name__}.{format}")
