"""How much work a search may do before it says that it is incomplete."""

from __future__ import annotations

from attrs import define


@define
class Budget:
    """What is left to a search."""

    steps: int
    """Choices that may still be tried."""
    spent: bool = False
    """Whether a search was cut short, so that something is missing."""

    def step(self) -> bool:
        """Take a step; False where none is left."""
        self.steps -= 1
        if self.steps < 0:
            self.spent = True
        return self.steps >= 0
