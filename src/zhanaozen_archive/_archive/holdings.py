"""What an archive holds, and how one thing in it is found by its id or name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar, overload

from attrs import field, frozen

from zhanaozen_archive._archive.index import Index
from zhanaozen_archive._archive.records import record
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Codebook, Property
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.records import Agent, Place
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._releases.digest import Record, archive_digest, ledger, record_digest
from zhanaozen_archive._releases.tombstones import Retired

T = TypeVar("T")


@frozen(repr=False, slots=False)
class Holdings:
    """Events, sources, claims, and the vocabulary they share."""

    title: str
    data_version: str
    """Version of the data, by the calendar: "2026.11"."""
    _sources: tuple[Source, ...]
    _events: tuple[Event, ...]
    _claims: tuple[AnyClaim, ...]
    _places: tuple[Place, ...] = ()
    _agents: tuple[Agent, ...] = ()
    codebook: Codebook = field(factory=Codebook)
    """What the claims can be about: properties, vocabularies, populations."""
    readings: tuple[Reading, ...] = ()
    """The conventions that turn wording into bounds."""
    retired: tuple[Retired, ...] = ()
    """Ids that are no longer used, with their successors."""
    maintainers: str | None = None
    """Who answers for the archive, as it is to be cited."""

    # --- one thing by its id or name

    def event(self, id_: str) -> Event:
        """The event of this id."""
        return self._event_index[id_]

    def source(self, key: str) -> Source:
        """The document or voice of this citation key."""
        return self._source_index[key]

    def claim(self, id_: str) -> AnyClaim:
        """The claim of this id."""
        return self._claim_index[id_]

    def place(self, name: str) -> Place:
        """The place of this id or of this name, in any spelling of the documents."""
        return self._place_index[name]

    def agent(self, name: str) -> Agent:
        """The agent of this id or of this name, in any spelling of the documents."""
        return self._agent_index[name]

    def property(self, id_: str) -> Property[Any]:
        """The property of this id."""
        return self._property_index[id_]

    def reading(self, id_: str) -> Reading:
        """The reading of this id."""
        return self._reading_index[id_]

    # --- the whole

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the ledger, as 64 hexadecimal digits: equal whatever the files, their order and comments."""
        return archive_digest(self.ledger())

    def ledger(self) -> tuple[str, ...]:
        """A line for every record, sorted: its kind, its id, and the SHA-256 of its canonical form."""
        return ledger(self._records())

    def digest_of(self, record_or_id: AnyClaim | Source | Event | Place | Agent | str) -> str:
        """SHA-256 of the canonical form of one record, as 64 hexadecimal digits.

        Args:
            record_or_id: A record of the archive, or the id of a claim.
        """
        found = self.claim(record_or_id) if isinstance(record_or_id, str) else record_or_id
        return record_digest(record(found))

    def __repr__(self) -> str:
        """The archive in one line: '<Archive 2026.11: 5 documents, 60 voices, 80 events, 390 claims>'."""
        documents = sum(source.part_of is None for source in self._sources)
        voices = len(self._sources) - documents
        return (
            f"<Archive {self.data_version}: {documents} documents, {voices} voices, "
            f"{len(self._events)} events, {len(self._claims)} claims>"
        )

    def _described(self) -> Iterator[tuple[str, Record]]:
        """Every record, and what the archive says of itself as a whole."""
        yield "archive", {"id": "archive", "title": self.title, "maintainers": self.maintainers}
        yield from self._records()

    def _records(self) -> Iterator[tuple[str, Record]]:
        """Every record with the name of its kind, in no particular order."""
        kinds: tuple[tuple[str, Iterable[Any]], ...] = (
            ("source", self._sources),
            ("event", self._events),
            ("claim", self._claims),
            ("place", self._places),
            ("agent", self._agents),
            ("property", self.codebook.definitions),
            ("vocabulary", self.codebook.vocabularies),
            ("population", self.codebook.populations),
            ("disjoint", self.codebook.disjoint),
            ("reading", self.readings),
            ("retired", self.retired),
        )
        for kind, things in kinds:
            yield from ((kind, record(thing)) for thing in things)

    # --- indexes, each made at its first use

    @cached_property
    def _tombstones(self) -> dict[str, Retired]:
        return {retired.id: retired for retired in self.retired}

    @cached_property
    def _event_index(self) -> Index[Event]:
        return Index("event", self._events, lambda event: (event.id,), self._tombstones)

    @cached_property
    def _source_index(self) -> Index[Source]:
        return Index("source", self._sources, lambda source: (source.key,), self._tombstones)

    @cached_property
    def _claim_index(self) -> Index[AnyClaim]:
        return Index("claim", self._claims, lambda claim: (claim.id,), self._tombstones)

    @cached_property
    def _place_index(self) -> Index[Place]:
        return Index("place", self._places, lambda place: (place.id, *place.names), self._tombstones)

    @cached_property
    def _agent_index(self) -> Index[Agent]:
        return Index("agent", self._agents, lambda agent: (agent.id, *agent.names), self._tombstones)

    @cached_property
    def _reading_index(self) -> Index[Reading]:
        return Index("reading", self.readings, lambda reading: (reading.id,))

    @cached_property
    def _property_index(self) -> Index[Property[Any]]:
        return Index("property", (d.property for d in self.codebook.definitions), lambda key: (key.id,))


@overload
def resolved(given: T | str, index: Index[T]) -> T: ...


@overload
def resolved(given: T | str | None, index: Index[T]) -> T | None: ...


def resolved(given: T | str | None, index: Index[T]) -> T | None:
    """The record itself, or the one of this id or name."""
    return index[given] if isinstance(given, str) else given
