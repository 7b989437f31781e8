"""Where other packages keep locales, styles and the schema; not imported, which would cost as much as a citation."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder(package: str) -> Path | None:
    """The folder of a package, None where it is not installed."""
    spec = find_spec(package)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent


def data() -> Path:
    """The folder of the data of citeproc-py."""
    return (folder("citeproc") or Path()) / "data"


def locale_file(locale: str) -> Path:
    """Where a locale is, or would be; "*" stands for any."""
    return data() / "locales" / f"locales-{locale}.xml"


def schema() -> Path:
    """Where the schema of styles is."""
    return data() / "schema" / "schemas" / "styles" / "csl.rng"


@cache
def primary_dialects() -> dict[str, str]:
    """The locale that stands for each language: "en-US" for "en"."""
    locales = json.loads((data() / "locales" / "locales.json").read_text(encoding="utf-8"))
    return dict(locales["primary-dialects"])
