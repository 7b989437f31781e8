"""Crowds: conflicts between the same questions that are too many to be listed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from zhanaozen_archive._conflicts.bundles import Bundle
from zhanaozen_archive._conflicts.conflict import Conflict, Found, Grade
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading


@frozen
class Crowd:
    """More conflicts on one event and property, by kindred rules and under one reading, than are listed.

    They are counted; to iterate over a crowd makes them one after the other, in no promised order.
    """

    size: int
    """How many there are, exactly."""
    widest: Conflict
    """One of them; the claims of no other are further apart."""
    _bundle: Bundle = field(repr=False, eq=False)

    @property
    def reading(self) -> Reading:
        """The reading under which they arise."""
        return self.widest.reading

    @property
    def grade(self) -> Grade:
        """`certain` under the strict reading, else `conventional`; of the latter some can be certain all the same."""
        return self.widest.grade

    def __iter__(self) -> Iterator[Conflict]:
        return (made(found, self.reading, self.widest.codebook) for found in self._bundle)

    def __str__(self) -> str:
        return f"{self.widest.event}, {self.widest.property}: {self.size:,} conflicts under {self.reading.id}"


def made(found: Found, reading: Reading, codebook: Codebook) -> Conflict:
    """The conflict that was found under one reading, with its proof."""
    rule, members, certificate = found
    return Conflict(rule, members, (reading.id,), certificate(), reading, codebook)
