"""How much work a search may do before it says that it is incomplete."""

from __future__ import annotations

from attrs import define

AT_ONCE = 10_000
"""Pairs between two groups of claims that are listed; where there are more, one stands for all."""


@define
class Budget:
    """What is left to a search."""

    steps: int
    """Choices that may still be tried."""
    at_once: int | None = AT_ONCE
    """Pairs between two groups that may be listed; None is any number."""
    spent: bool = False
    """Whether a search was cut short, so that something is missing."""

    def step(self) -> bool:
        """Take a step; False where none is left."""
        self.steps -= 1
        if self.steps < 0:
            self.spent = True
        return self.steps >= 0

    def allows(self, pairs: int) -> bool:
        """Whether so many pairs may be listed."""
        if self.at_once is not None and pairs > self.at_once:
            self.spent = True
            return False
        return True
