"""Disputes: the conflicts of one question gathered, with the positions that its claims take."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from attrs import frozen

from zhanaozen_archive._conflicts.conflict import Conflict
from zhanaozen_archive._conflicts.positions import Position, positions
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Property


@frozen
class Dispute:
    """The conflicts of one event and property, gathered."""

    event: Event
    property: Property[Any]
    conflicts: tuple[Conflict, ...]

    @builtins.property
    def claims(self) -> tuple[AnyClaim, ...]:
        """The claims in conflict, each once, in the order of their ids."""
        claims = {claim.id: claim for conflict in self.conflicts for claim in conflict.claims}
        return tuple(claims[id_] for id_ in sorted(claims))

    @builtins.property
    def positions(self) -> tuple[Position[Any], ...]:
        """Each value that claims on the disputed question give, with those claims and the voices that hold it."""
        asked = (claim for claim in self.claims if (claim.event, claim.property) == (self.event, self.property))
        return positions(asked)

    def __str__(self) -> str:
        return f"{self.event}, {self.property}: {len(self.claims)} claims in {len(self.conflicts)} conflicts"


def disputes_of(conflicts: Iterable[Conflict]) -> tuple[Dispute, ...]:
    """The conflicts, which come sorted by event and property, one dispute for each event and property."""
    by_question = groupby(conflicts, key=lambda conflict: (conflict.event, conflict.property))
    return tuple(Dispute(event, key, tuple(found)) for (event, key), found in by_question)
