"""Inequalities over whole numbers: what claims and the background come to, and how they refute each other."""

from __future__ import annotations

from attrs import frozen

Variable = tuple[str, str]
"""("count", id of a claim) is the true answer to the claim's question; ("start", id) and ("end", id) are the first and
the last day of an event, as ordinals."""


@frozen
class Inequality:
    """The sum of the variables, each times its factor, is at least a number."""

    sum: tuple[tuple[Variable, int], ...]
    least: int
    because: str
    """Id of the claim that says so, or the rule of the background in words."""


World = tuple[tuple[Variable, int], ...]
"""A value for each variable."""
