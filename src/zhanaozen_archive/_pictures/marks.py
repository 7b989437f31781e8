"""Values as marks on a scale: a dot is what was said, a line lies between two of them, a dotted one is open."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

from attrs import frozen

from zhanaozen_archive._model.values import Count

FRAME = 0.94
"""Share of the width that the scale takes; an open end runs on to the frame."""


@frozen
class Mark:
    """A value on a scale, by shares of the width from 0 to 1. No dot stands where nobody named a number or a day."""

    dots: tuple[float, ...]
    line: tuple[float, float] | None = None
    open: bool = False
    """Whether the line goes where the words set no bound."""
    about: bool = False
    """Whether the dot is a number said to be approximate."""
    arrow: bool = False
    """Whether the line runs on beyond the frame."""


@frozen
class Tick:
    """A label at the scale, by its share of the width from 0 to 1."""

    at: float
    label: str


@frozen
class Scale:
    """Whole numbers from 0 to `top`, as shares of the width."""

    top: int
    step: int

    @classmethod
    def of(cls, counts: Iterable[Count]) -> Scale:
        """A scale that holds every number of these, with a tick at each round `step`: 1, 2 or 5 and noughts."""
        largest = max((n for c in counts for n in (c.low, c.high, c.about) if n is not None), default=0) or 1
        rough = largest / 5
        unit = 10 ** floor(log10(rough)) if rough >= 1 else 1
        step = next(m * unit for m in (1, 2, 5, 10) if m * unit >= rough)
        return cls(ceil(largest / step) * step, int(step))

    def at(self, number: int) -> float:
        """Where a number lies."""
        return FRAME * number / self.top

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The numbers that are written at the scale."""
        return tuple(Tick(self.at(n), f"{n:,}") for n in range(0, self.top + 1, self.step))

    def mark(self, count: Count) -> Mark:
        """A count as a mark."""
        if count.about is not None:
            return Mark((self.at(count.about),), about=True)
        if count.high is None:
            low = self.at(count.low)
            said = count.low and count.word is None
            return Mark((low,) if said else (), (low, 1), open=True, arrow=True)
        low, high = self.at(count.low), self.at(count.high)
        if low == high:
            return Mark((low,))
        return Mark((low, high), (low, high)) if count.low else Mark((high,), (low, high), open=True)
