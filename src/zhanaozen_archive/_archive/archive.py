"""The one object that users hold: look-up, search, and what the claims leave open."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Literal, TypedDict, TypeVar, Unpack, get_args, overload

from attrs import field, frozen

from zhanaozen_archive._archive import search as ask
from zhanaozen_archive._archive.digest import archive_digest
from zhanaozen_archive._archive.hull import Bounds, count_bounds, day_bounds, joined
from zhanaozen_archive._archive.index import Index
from zhanaozen_archive._archive.records import Record, record
from zhanaozen_archive._archive.support import Position, positions
from zhanaozen_archive._archive.tables import Row, claim_row, event_row, source_row
from zhanaozen_archive._conflicts import (
    Budget,
    Comparison,
    Conflict,
    Dispute,
    Grade,
    Revision,
    Search,
    compare,
    disputes_of,
    each_conflict,
    revisions,
    search,
    worlds,
)
from zhanaozen_archive._model.claims import AnyClaim, Claim, Modality, Scope
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook, Property
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.records import Agent, Place
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Count

T = TypeVar("T")
STRICT = Reading("strict", "strict", "Words and numbers as they stand.")
"""What an archive without readings is heard under."""
Table = Literal["claims", "sources", "events"]
TABLES: tuple[Table, ...] = get_args(Table)
SCHEMA_VERSION = 1
"""Version of the seeds' format and of the JSON that the command line writes."""


class Which(TypedDict, total=False):
    """What a search for claims can ask beside the property."""

    about: Event | str | None
    by: Agent | str | None
    via: Source | str | None
    at: Place | str | None
    naming: Agent | str | None
    saying: str | None
    since: Period | str | None
    until: Period | str | None
    modality: Modality | None


@frozen
class Retired:
    """An id that is no longer used."""

    id: str
    because: str
    successors: tuple[str, ...] = ()


@frozen(repr=False, slots=False)
class Archive:
    """Everything that was loaded: events, sources, claims, and the vocabulary they share. It never changes.

    A method in the singular looks one thing up by its id or one of its names. A method in the plural searches and
    gives a tuple in a stable order: events, places and agents by id; sources by key, each document before its voices;
    claims by document and then by place in its text. Where a record is asked for, its id or one of its names does as
    well; one that the archive has not raises `NotInArchive`, with what looks like it.
    """

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

    # --- searches

    @overload
    def claims(self, *, of: Property[T], **which: Unpack[Which]) -> tuple[Claim[T], ...]: ...

    @overload
    def claims(self, *, of: str | None = None, **which: Unpack[Which]) -> tuple[AnyClaim, ...]: ...

    def claims(self, *, of: Property[Any] | str | None = None, **which: Unpack[Which]) -> tuple[AnyClaim, ...]:
        """The claims for which all that is given holds; all of the archive where nothing is given.

        Args:
            of: The property; a typed key such as `za.KILLED` makes the values typed.
            about: The event, its parts included.
            by: Who holds the claim (its root), or a body that the holder is part of.
            via: The source that carries the words, or one that it is part of.
            at: A place that holds the claim's value or scope.
            naming: An agent that is the value, or among those who say it, or a body that such an agent is part of.
            saying: Words in the quotation, the value, the note or the name of the event, whatever their case.
            since: No event that was certainly over before this, by what the claims on its dates allow.
            until: No event that certainly began after this. An event without a date is in neither.
            modality: "asserted", "possible", "demanded", "predicted", "requested" or "intended".
        """
        questions = tuple(self._questions(which))
        return tuple(c for c in self._candidates(which.get("about"), of) if all(question(c) for question in questions))

    def events(
        self,
        *,
        about: Event | str | None = None,
        kind: str | None = None,
        saying: str | None = None,
        since: Period | str | None = None,
        until: Period | str | None = None,
    ) -> tuple[Event, ...]:
        """The events for which all that is given holds.

        Args:
            about: An event; it and its parts are given.
            kind: What the event is, in the word that the archive uses: "strike".
            saying: Words in its label, whatever their case.
            since: No event that was certainly over before this.
            until: No event that certainly began after this. An event without a date is in neither.
        """
        whole = _resolved(about, self._event_index)
        in_time = ask.in_time(_period(since), _period(until))
        return tuple(
            event
            for event in self._events
            if (whole is None or event.is_part_of(whole))
            and (kind is None or event.kind == kind)
            and (saying is None or ask.holds(event.label, saying))
            and ((since is None and until is None) or in_time(self.period(event)))
        )

    def sources(
        self,
        *,
        about: Event | str | None = None,
        by: Agent | str | None = None,
        via: Source | str | None = None,
        saying: str | None = None,
    ) -> tuple[Source, ...]:
        """The sources for which all that is given holds.

        Args:
            about: An event; sources that carry a claim about it or its parts.
            by: Who speaks in the source's own name or is given as its author, or a body that such a one is part of.
            via: A source; it and the voices in it.
            saying: Words in its title or in the name of its voice, whatever their case.
        """
        speaker = _resolved(by, self._agent_index)
        whole = _resolved(via, self._source_index)
        carrying = {claim.source.key for claim in self.claims(about=about)} if about is not None else set()
        return tuple(
            source
            for source in self._sources
            if (about is None or source.key in carrying)
            and (speaker is None or any(a.is_part_of(speaker) for a in (source.voice, *source.authors)))
            and (whole is None or whole in source.path)
            and (saying is None or ask.holds(f"{source.title or ''} {source.voice}", saying))
        )

    def places(self, *, within: Place | str | None = None) -> tuple[Place, ...]:
        """The places; with `within`, that one and those it contains."""
        outer = _resolved(within, self._place_index)
        return tuple(place for place in self._places if outer is None or outer.contains(place))

    def agents(self, *, within: Agent | str | None = None) -> tuple[Agent, ...]:
        """The agents; with `within`, that one and those that are part of it."""
        outer = _resolved(within, self._agent_index)
        return tuple(agent for agent in self._agents if outer is None or agent.is_part_of(outer))

    # --- what the claims leave open

    def bounds(self, event: Event | str, of: Property[Count] | str, scope: Scope | None = None) -> Bounds[int]:
        """The least and the greatest number that some consistent set of claims allows, with the claims that set them.

        Args:
            event: The event; claims about its parts are not counted in.
            of: A property whose values are counts.
            scope: Only claims of just this scope; None is the event as a whole.
        """
        return count_bounds(self._asserted(event, of, scope))

    def support(self, event: Event | str, of: Property[T] | str, scope: Scope | None = None) -> tuple[Position[T], ...]:
        """Each value that is asserted, with its claims and the independent voices that hold it.

        Args:
            event: The event; claims about its parts are not counted in.
            of: The property.
            scope: Only claims of just this scope; None is the event as a whole.
        """
        return positions(self._asserted(event, of, scope))

    def period(self, event: Event | str) -> Bounds[Day]:
        """The first and the last day on which the event can have been, by claims on its date, start and end.

        Where there is no such claim, it runs from the first day of any of its parts to the last day of any, and is open
        where one of them is. Both bounds are None where nothing is known of those either.
        """
        asked = _resolved(event, self._event_index)
        if asked in self._dated:
            return day_bounds(self._dated[asked])
        return joined(self.period(part) for part in self._events if part.part_of == asked)

    def conflicts(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
        grade: Grade | None = None,
    ) -> tuple[Conflict, ...]:
        """The smallest sets of claims that cannot all be true, by event and property.

        Args:
            about: An event; conflicts in which a claim about it or one of its parts takes part.
            of: A property; conflicts in which a claim on it takes part.
            reading: Those that arise under this reading.
            grade: "certain", where the strict reading suffices, or "conventional", where another is needed.
        """
        asked = self._asks_of_conflict(about, of)
        heard = _resolved(reading, self._reading_index)
        return tuple(
            conflict
            for conflict in self._conflict_search.conflicts
            if asked(conflict)
            and (heard is None or heard.id in conflict.readings)
            and (grade is None or conflict.grade == grade)
        )

    @builtins.property  # a method here is called `property`
    def conflicts_are_complete(self) -> bool:
        """Whether `conflicts` lists all; where one question has more than can be listed, one of them stands for all."""
        return self._conflict_search.complete

    def each_conflict(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
    ) -> Iterator[Conflict]:
        """Every conflict under one reading, lazily and however many there are, in no promised order.

        Args:
            about: An event; conflicts in which a claim about it or one of its parts takes part.
            of: A property; conflicts in which a claim on it takes part.
            reading: The reading; None is `strict`.
        """
        asked = self._asks_of_conflict(about, of)
        heard = _resolved(reading, self._reading_index) or self._readings[0]
        return filter(asked, each_conflict(self._in_question, self.codebook, heard))

    def disputes(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
        grade: Grade | None = None,
    ) -> tuple[Dispute, ...]:
        """The conflicts gathered by event and property; the arguments are those of `conflicts`."""
        return disputes_of(self.conflicts(about=about, of=of, reading=reading, grade=grade))

    def compare(self, a: AnyClaim | str, b: AnyClaim | str, *, reading: Reading | str | None = None) -> Comparison:
        """How two claims stand to each other: in conflict, compatible, one revised by the other, or incomparable.

        Args:
            a: A claim or its id.
            b: Another.
            reading: The reading to hear them under; None is `strict`.
        """
        one, other = (_resolved(claim, self._claim_index) for claim in (a, b))
        return compare(one, other, self.codebook, _resolved(reading, self._reading_index) or self._readings[0])

    def revisions(
        self, *, about: Event | str | None = None, of: Property[Any] | str | None = None
    ) -> tuple[Revision, ...]:
        """What later words replaced: revised by their own account, or overtaken by a count that can only grow.

        Args:
            about: An event; revisions in which a claim about it or one of its parts takes part.
            of: A property; revisions in which a claim on it takes part.
        """
        asked = {claim.id for claim in self._candidates(about, of)}
        found = revisions(self._claims, self.codebook, self._readings[0])
        return tuple(revision for revision in found if not asked.isdisjoint((revision.earlier.id, revision.later.id)))

    def worlds(
        self, event: Event | str, of: Property[T] | str, scope: Scope | None = None, *, limit: int = 10_000
    ) -> Iterator[tuple[Claim[T], ...]]:
        """The largest sets of claims on one question that can be true together under the strict reading, lazily.

        Args:
            event: The event.
            of: The property.
            scope: Only claims of just this scope; None is the event as a whole.
            limit: How many sets to try at the most; what lies beyond is left out.
        """
        claims = tuple(self._asserted(event, of, scope))
        rivals = search(claims, self.codebook, self._readings[:1]).conflicts
        return worlds(claims, (frozenset(c.id for c in rival.claims) for rival in rivals), Budget(limit))

    def sensitivity(self) -> tuple[tuple[Conflict, tuple[str, ...]], ...]:
        """The conflicts that hang on the reading, each with the ids of the readings under which it vanishes."""
        ids = tuple(reading.id for reading in self._readings)
        missing = ((c, tuple(id_ for id_ in ids if id_ not in c.readings)) for c in self._conflict_search.conflicts)
        return tuple((conflict, absent) for conflict, absent in missing if absent)

    # --- as plain data

    def table(self, name: Table) -> list[Row]:
        """The records as flat rows of text, whole numbers and None, as pandas and polars take them.

        A column can be empty far down: ask polars to look at all rows, `DataFrame(rows, infer_schema_length=None)`.

        Args:
            name: "claims", "sources" or "events".
        """
        if name == "claims":
            return [claim_row(claim) for claim in self._claims]
        if name == "sources":
            return [source_row(source) for source in self._sources]
        if name == "events":
            return [event_row(event) for event in self._events]
        raise ValueError(f"there is no table {name!r}; there are {', '.join(TABLES)}")

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all records, as 64 hexadecimal digits: equal whatever the files, their order and comments."""
        return archive_digest(self._records())

    def __repr__(self) -> str:
        """The archive in one line: '<Archive 2026.11: 5 documents, 60 voices, 80 events, 390 claims>'."""
        documents = sum(source.part_of is None for source in self._sources)
        voices = len(self._sources) - documents
        return (
            f"<Archive {self.data_version}: {documents} documents, {voices} voices, "
            f"{len(self._events)} events, {len(self._claims)} claims>"
        )

    # --- indexes, each made at its first use

    @cached_property
    def _event_index(self) -> Index[Event]:
        return Index("event", self._events, lambda event: (event.id,))

    @cached_property
    def _source_index(self) -> Index[Source]:
        return Index("source", self._sources, lambda source: (source.key,))

    @cached_property
    def _claim_index(self) -> Index[AnyClaim]:
        return Index("claim", self._claims, lambda claim: (claim.id,))

    @cached_property
    def _place_index(self) -> Index[Place]:
        return Index("place", self._places, lambda place: (place.id, *place.names))

    @cached_property
    def _agent_index(self) -> Index[Agent]:
        return Index("agent", self._agents, lambda agent: (agent.id, *agent.names))

    @cached_property
    def _reading_index(self) -> Index[Reading]:
        return Index("reading", self.readings, lambda reading: (reading.id,))

    @cached_property
    def _property_index(self) -> Index[Property[Any]]:
        return Index("property", (d.property for d in self.codebook.definitions), lambda key: (key.id,))

    @cached_property
    def _by_event(self) -> dict[Event, list[AnyClaim]]:
        found: dict[Event, list[AnyClaim]] = {}
        for claim in self._claims:
            found.setdefault(claim.event, []).append(claim)
        return found

    @cached_property
    def _dated(self) -> dict[Event, list[Claim[Period]]]:
        """The claims on the date, start or end of each event that has any."""
        found: dict[Event, list[Claim[Period]]] = {}
        for claim in self._current(self._claims):
            dates = claim.property.id in ("date", "start", "end") and isinstance(claim.value, Period)
            if dates and claim.is_live_assertion:
                found.setdefault(claim.event, []).append(claim)
        return found

    @cached_property
    def _replaced(self) -> frozenset[str]:
        """Ids of the claims that later words replace, whatever event and property those are about."""
        return frozenset(id_ for claim in self._claims for id_ in claim.supersedes)

    @cached_property
    def _conflict_search(self) -> Search:
        return search(self._in_question, self.codebook, self._readings)

    @cached_property
    def _in_question(self) -> tuple[AnyClaim, ...]:
        """The claims that can be in conflict: those that assert or deny something of an event, and still stand."""
        current = self._current(self._claims)
        return tuple(c for c in current if c.modality == "asserted" and c.about_claim is None)

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        """The readings, `strict` first."""
        return self.readings or (STRICT,)

    # --- the searches from within

    def _asks_of_conflict(
        self, about: Event | str | None, of: Property[Any] | str | None
    ) -> Callable[[Conflict], bool]:
        whole = _resolved(about, self._event_index)
        key = self._property_index[of] if isinstance(of, str) else of

        def asked(conflict: Conflict) -> bool:
            events = whole is None or any(claim.event.is_part_of(whole) for claim in conflict.claims)
            return events and (key is None or any(claim.property == key for claim in conflict.claims))

        return asked

    def _candidates(self, about: Event | str | None, of: Property[Any] | str | None) -> Iterable[AnyClaim]:
        """The claims about an event or its parts, of a property, in the order of the archive."""
        whole = _resolved(about, self._event_index)
        asked = self._property_index[of] if isinstance(of, str) else of
        claims: Iterable[AnyClaim] = self._claims
        if whole is not None and not any(event.part_of == whole for event in self._events):
            claims = self._by_event.get(whole, ())
        elif whole is not None:
            claims = (claim for claim in claims if claim.event.is_part_of(whole))
        return claims if asked is None else (claim for claim in claims if claim.property == asked)

    def _questions(self, which: Which) -> Iterator[ask.Question]:
        if by := _resolved(which.get("by"), self._agent_index):
            yield ask.held_by(by)
        if via := _resolved(which.get("via"), self._source_index):
            yield ask.heard_in(via)
        if at := _resolved(which.get("at"), self._place_index):
            yield ask.located_at(at)
        if naming := _resolved(which.get("naming"), self._agent_index):
            yield ask.naming(naming)
        if (saying := which.get("saying")) is not None:
            yield ask.saying(saying)
        if (modality := which.get("modality")) is not None:
            yield lambda claim: claim.modality == modality
        since, until = which.get("since"), which.get("until")
        if since is not None or until is not None:
            dated = frozenset(self.events(since=since, until=until))
            yield lambda claim: claim.event in dated

    def _current(self, claims: Iterable[AnyClaim]) -> Iterator[AnyClaim]:
        """Those of the claims that no later words replace."""
        return (claim for claim in claims if claim.id not in self._replaced)

    def _asserted(self, event: Event | str, of: Property[T] | str, scope: Scope | None) -> Iterator[Claim[T]]:
        """The live claims of one question."""
        asked = _resolved(event, self._event_index)
        wanted = scope or Scope()
        current = self._current(self._candidates(asked, of))
        return (c for c in current if c.is_live_assertion and c.event == asked and c.scope == wanted)

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
        )
        for kind, things in kinds:
            yield from ((kind, record(thing)) for thing in things)
        for retired in self.retired:
            yield (
                "retired",
                {"id": retired.id, "because": retired.because, "successors": [*retired.successors]},
            )


@overload
def _resolved(given: T | str, index: Index[T]) -> T: ...


@overload
def _resolved(given: T | str | None, index: Index[T]) -> T | None: ...


def _resolved(given: T | str | None, index: Index[T]) -> T | None:
    """The record itself, or the one of this id or name."""
    return index[given] if isinstance(given, str) else given


def _period(given: Period | str | None) -> Period | None:
    return Period.parse(given) if isinstance(given, str) else given
