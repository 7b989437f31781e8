"""Three-valued answers."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Verdict(Enum):
    """The answer to a question about things that are not fully known.

    A verdict has no truth value, since "maybe" would silently pass for one: compare it, `is Verdict.YES`.
    """

    YES = "yes"
    """It is so, whatever the truth is within what the texts allow."""
    NO = "no"
    """It is not so, whatever the truth is within what the texts allow."""
    MAYBE = "maybe"
    """The texts leave it open."""

    def __invert__(self) -> Verdict:
        """Answer the opposite question."""
        return {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES}.get(self, self)

    def __bool__(self) -> NoReturn:
        """Refuse to stand for true or false.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a Verdict is yes, no or maybe: compare it, as in 'verdict is Verdict.YES'")
