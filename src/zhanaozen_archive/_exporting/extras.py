"""Packages that only some exports and engines need, imported when they are."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from zhanaozen_archive.errors import MissingPackage


def needed(module: str, extra: str) -> Any:
    """The module of a package that an extra brings.

    Raises:
        MissingPackage: It is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise MissingPackage(module.partition(".")[0], extra) from None
