"""The rules on numbers as plain SQL, which any engine can run on the tables of an export."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

RULES: Final = ("counts", "cumulative", "parts")
"""Rules that are a query, by the names that conflicts have them under."""


@cache
def rule_text(rule: str) -> str:
    """The query of a rule: `reading`, `question`, the claims `more` and `less`, and the `gap` between them."""
    return files(__name__).joinpath(f"{rule}.sql").read_text(encoding="utf-8")
