"""Laying one archive over another: records of the upper one stand in the place of those of the same id below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from attrs import evolve

from zhanaozen_archive._archive.index import fold
from zhanaozen_archive._archive.searching import Searchable
from zhanaozen_archive._model.claims import AnyClaim, Scope
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Codebook, Definition, Disjoint
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Term, Vocabulary
from zhanaozen_archive.errors import Code, InvalidArchive, Problem

T = TypeVar("T")


def overlaid(below: Searchable, above: Searchable) -> dict[str, Any]:
    """The fields of an archive with another laid over it.

    Raises:
        InvalidArchive: The two cannot be one.
    """
    places = _linked(_laid(below.places(), above.places()), ("within",))
    agents = _linked(_laid(below.agents(), above.agents()), ("within", "same_as"))
    events = _linked(_laid(below.events(), above.events()), ("part_of",))
    problems = [*_names_twice(places.values()), *_names_twice(agents.values())]
    codebook = _codebook(below.codebook, above.codebook, events)
    joined = _Joined(places, agents, events, codebook, problems)
    held = _laid(below.sources(), above.sources())
    sources = _linked({key: joined.source(source) for key, source in held.items()}, ("part_of",))
    claims = [joined.claim(claim, sources) for claim in _laid(below.claims(), above.claims()).values()]
    if problems:
        raise InvalidArchive(tuple(sorted(problems)))
    alive = {*sources, *events, *places, *agents, *(claim.id for claim in claims)}
    retired = sorted(_laid(below.retired, above.retired).items())
    readings = sorted(_laid(below.readings, above.readings).items(), key=lambda item: (item[0] != "strict", item[0]))
    return {
        "title": f"{below.title} with {above.title}",
        "data_version": f"{below.data_version}+{above.data_version}",
        "maintainers": below.maintainers,
        "sources": tuple(sorted(sources.values(), key=lambda s: (s.document.key, s.part_of is not None, s.key))),
        "events": tuple(events.values()),
        "claims": tuple(sorted(claims, key=lambda c: (c.document.key, c.at[0].start, c.at[-1].end, c.id))),
        "places": tuple(places.values()),
        "agents": tuple(agents.values()),
        "codebook": codebook,
        "readings": tuple(reading for _, reading in readings),
        "retired": tuple(tombstone for id_, tombstone in retired if id_ not in alive),
    }


def _id_of(record: Any) -> str:
    """The id of a record; a source has a key, a definition the id of its property."""
    named = record.property if isinstance(record, Definition) else record
    return str(getattr(named, "key", None) or named.id)


def _laid(below: Iterable[T], above: Iterable[T]) -> dict[str, T]:
    """The records of both by id, those above in the place of those below."""
    return {_id_of(record): record for record in (*below, *above)}


def _linked(records: Mapping[str, T], keys: tuple[str, ...]) -> dict[str, T]:
    """The records in the order of their ids, each with the joined ones in the place of those it refers to.

    What is above refers to what is above alone, so no circle can arise that neither archive has.
    """
    made: dict[str, T] = {}

    def make(id_: str) -> T:
        if id_ not in made:
            links = {key: outer for key in keys if (outer := getattr(records[id_], key)) is not None}
            joined = {key: make(_id_of(outer)) for key, outer in links.items()}
            made[id_] = evolve(cast(Any, records[id_]), **joined)
        return made[id_]

    return {id_: make(id_) for id_ in sorted(records)}


def _names_twice(records: Iterable[Place | Agent]) -> Iterator[Problem]:
    """A name leads to one record only."""
    held: dict[str, str] = {}
    for record in records:
        for name in (record.id, *record.names):
            other = held.setdefault(fold(name), record.id)
            if other != record.id:
                yield _problem(record.id, "name-twice", f"{name!r} is a name of {other!r} already")


def _codebook(below: Codebook, above: Codebook, events: Mapping[str, Event]) -> Codebook:
    """The codebook of both."""
    vocabularies: dict[str, Vocabulary] = dict(sorted(_laid(below.vocabularies, above.vocabularies).items()))
    populations: dict[str, Population] = _linked(_laid(below.populations, above.populations), ("within",))
    definitions = {
        id_: evolve(definition, vocabulary=definition.vocabulary and vocabularies[definition.vocabulary.id])
        for id_, definition in sorted(_laid(below.definitions, above.definitions).items())
    }
    families = {_members(family): family for family in (*below.disjoint, *above.disjoint)}
    disjoint = tuple(
        Disjoint(tuple(events[i] for i in ids), tuple(populations[i] for i in groups), family.because)
        for (ids, groups), family in families.items()
    )
    return Codebook(tuple(definitions.values()), tuple(vocabularies.values()), tuple(populations.values()), disjoint)


def _members(family: Disjoint) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(event.id for event in family.events), tuple(group.id for group in family.populations)


class _Joined:
    """The shared records of two archives, and the sources and claims that refer to them.

    Args:
        places: Places by id, linked to one another.
        agents: Agents by id, linked to one another.
        events: Events by id, linked to one another.
        codebook: The codebook of both.
        problems: Takes what cannot be joined.
    """

    def __init__(
        self,
        places: Mapping[str, Place],
        agents: Mapping[str, Agent],
        events: Mapping[str, Event],
        codebook: Codebook,
        problems: list[Problem],
    ) -> None:
        self._places, self._agents, self._events, self._problems = places, agents, events, problems
        self._populations = {population.id: population for population in codebook.populations}
        self._kinds = {definition.property.id: definition.property for definition in codebook.definitions}
        self._terms = {(term.vocabulary, term.id): term for v in codebook.vocabularies for term in v.terms}

    def source(self, source: Source) -> Source:
        """The source with its agents."""
        return evolve(
            source,
            voice=self._agents[source.voice.id],
            authors=tuple(self._agents[agent.id] for agent in source.authors),
            contributors=tuple(self._agents[agent.id] for agent in source.contributors),
        )

    def claim(self, claim: AnyClaim, sources: Mapping[str, Source]) -> AnyClaim:
        """The claim with all that it refers to."""
        if (kind := self._kinds.get(claim.property.id, claim.property)) != claim.property:
            message = f"{claim.property.id!r} now has values of kind {kind.kind!r}"
            self._problems.append(_problem(claim.id, "invalid-value", message))
            return claim
        source = sources[claim.source.key]
        steps = tuple(evolve(step, agent=self._agents[step.agent.id]) for step in claim.attribution)
        return evolve(
            claim,
            event=self._events[claim.event.id],
            value=self._value(claim),
            source=source,
            attribution=steps,
            scope=self._scope(claim.scope),
        )

    def _value(self, claim: AnyClaim) -> Any:
        match claim.value:
            case Place(id=id_):
                return self._places[id_]
            case Agent(id=id_):
                return self._agents[id_]
            case Event(id=id_):
                return self._events[id_]
            case Term(vocabulary=vocabulary, id=id_) if (vocabulary, id_) not in self._terms:
                message = f"the vocabulary {vocabulary!r} has no term {id_!r} any more"
                self._problems.append(_problem(claim.id, "unknown-reference", message))
                return claim.value
            case Term(vocabulary=vocabulary, id=id_):
                return self._terms[vocabulary, id_]
            case value:
                return value

    def _scope(self, scope: Scope) -> Scope:
        place = scope.place and self._places[scope.place.id]
        return Scope(place, scope.population and self._populations[scope.population.id], scope.time)


def _problem(where: str, code: Code, message: str) -> Problem:
    return Problem("", 0, where, code, message)
