"""Properties: what a claim is about, as typed keys, and the codebook that defines them."""

from __future__ import annotations

from typing import Any, Final, Generic, Literal, TypeVar

from attrs import frozen

from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.values import Count, Duration, Term, Text, Vocabulary

T = TypeVar("T")
Value = Count | Period | Duration | Term | Place | Agent | Event | Text
"""Everything that a claim can hold as its value."""

KINDS: Final[dict[str, type]] = {
    "count": Count,
    "period": Period,
    "duration": Duration,
    "term": Term,
    "place": Place,
    "agent": Agent,
    "event": Event,
    "text": Text,
}
"""The name of each type of value, as seeds and JSON write it."""


@frozen(cache_hash=True)
class Property(Generic[T]):
    """A typed key: `archive.claims(of=KILLED)` gives claims whose value is a `Count`, to a type checker too."""

    id: str
    type_: type[T]
    """Type of the values that claims of this property hold."""

    @property
    def kind(self) -> str:
        """Name of the type of its values: one of the keys of `KINDS`."""
        return next(kind for kind, type_ in KINDS.items() if type_ is self.type_)

    def __str__(self) -> str:
        return self.id.replace("-", " ")


Role = Literal[
    "date",
    "start",
    "end",
    "duration",
    "weekday",
    "after",
    "before",
    "same-date",
    "same-day-of-year",
    "place",
    "same-place",
]
"""What a property says of the time of its event: on which days it lay, when it began or ended, how long it lasted, on
which day of the week it was, which event it came after or before, which began on the same day or on the same day of
some year. Or of its place: where it was, and which event was in the same place."""
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The ids of the terms that a property of the role `weekday` takes; 1 January of the year 1 was a Monday."""


@frozen
class Definition:
    """What the codebook says of a property."""

    property: Property[Any]
    definition: str
    unit: str | None = None
    """What a count counts, where its claims name no population."""
    vocabulary: Vocabulary | None = None
    """The terms its values are taken from."""
    cumulative: str | None = None
    """Why the number can only grow with time; None where it can fall."""
    parts: str | None = None
    """Why a part of an event or of a scope never has more than the whole; None where it can."""
    role: Role | None = None
    """What it says of the time or the place of its event; None where it says nothing of these."""


@frozen
class Disjoint:
    """Events, or populations, of which no two can have counted the same person or thing."""

    events: tuple[Event, ...]
    populations: tuple[Population, ...]
    because: str


@frozen
class Codebook:
    """Everything a claim can be about, and the categories its value and scope can take."""

    definitions: tuple[Definition, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()
    populations: tuple[Population, ...] = ()
    disjoint: tuple[Disjoint, ...] = ()
