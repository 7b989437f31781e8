"""Disputes: the conflicts of one question gathered, with the positions that all claims on it take."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from zhanaozen_archive._conflicts.conflict import Conflict
from zhanaozen_archive._conflicts.crowd import Crowd
from zhanaozen_archive._conflicts.positions import Position, positions
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Property

Question = tuple[Event, Property[Any]]


@frozen
class Dispute:
    """The conflicts of one event and property, gathered."""

    event: Event
    property: Property[Any]
    conflicts: tuple[Conflict, ...]
    """Those that are listed; for each crowd, the one whose claims are furthest apart."""
    crowds: tuple[Crowd, ...] = ()
    """Those that are too many to be listed."""
    sizes: tuple[tuple[str, int], ...] = ()
    """How many conflicts there are under each reading, by its id, listed or not."""
    answers: tuple[AnyClaim, ...] = field(default=(), repr=False)
    """All claims on the event and property, whether they are in conflict or not."""

    @builtins.property
    def claims(self) -> tuple[AnyClaim, ...]:
        """The claims of the conflicts that are listed, each once, in the order of their ids."""
        claims = {claim.id: claim for conflict in self.conflicts for claim in conflict.claims}
        return tuple(claims[id_] for id_ in sorted(claims))

    @builtins.property
    def positions(self) -> tuple[Position[Any], ...]:
        """What the claims on the event and property say, each with all who say so, in conflict or not."""
        return positions(self.answers)

    def __str__(self) -> str:
        """The question, and what is listed of it: "Shooting, killed: 3 claims in 2 conflicts"."""
        return f"{self.event}, {self.property}: {len(self.claims)} claims in {len(self.conflicts)} conflicts"


def disputes_of(
    conflicts: Iterable[Conflict],
    crowds: Iterable[Crowd],
    sizes: Mapping[Question, Mapping[str, int]],
    answers: Callable[[Question], Iterable[AnyClaim]],
) -> Iterator[Dispute]:
    """The conflicts and crowds gathered, one dispute for each event and property, in the order of their ids.

    Args:
        conflicts: Those that are listed.
        crowds: Those that are too many to be listed.
        sizes: How many conflicts there are on each event and property under each reading.
        answers: All claims on an event and property.
    """
    listed: dict[Question, list[Conflict]] = {}
    counted: dict[Question, list[Crowd]] = {}
    for conflict in conflicts:
        listed.setdefault((conflict.event, conflict.property), []).append(conflict)
    for crowd in crowds:
        counted.setdefault((crowd.widest.event, crowd.widest.property), []).append(crowd)
    for event, key in sorted(listed.keys() | counted.keys(), key=lambda asked: (asked[0].id, asked[1].id)):
        asked = event, key
        yield Dispute(
            event,
            key,
            tuple(listed.get(asked, ())),
            tuple(counted.get(asked, ())),
            tuple(sizes[asked].items()),
            tuple(answers(asked)),
        )
