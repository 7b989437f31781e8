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

    def step(self, size: int = 1) -> bool:
        """Take a step, or work that is as much as so many; False where so many are not left."""
        if size > self.steps:
            self.spent = True
            return False
        self.steps -= size
        return True
