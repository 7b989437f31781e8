"""The vocabulary that all documents share, from rows to records: places, agents, events, the codebook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import frozen

from zhanaozen_archive._archive import fold
from zhanaozen_archive._loading.linking import Note, linked
from zhanaozen_archive._loading.report import Report, unknown
from zhanaozen_archive._loading.rows import AgentRow, EventRow, PlaceRow, PopulationRow, PropertyRow
from zhanaozen_archive._loading.typed import Files
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import KINDS, Definition, Property
from zhanaozen_archive._model.readings import Reading, Wording
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.values import Term, Vocabulary

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class Shared:
    """What the claims of every document refer to, each by its id."""

    places: Mapping[str, Place]
    agents: Mapping[str, Agent]
    events: Mapping[str, Event]
    populations: Mapping[str, Population]
    vocabularies: Mapping[str, Vocabulary]
    definitions: Mapping[str, Definition]
    readings: Mapping[str, Reading]

    @property
    def words(self) -> Mapping[str, int]:
        """The vague words with their floors under the strict reading."""
        strict = self.readings.get("strict")
        return {wording.word: wording.low for wording in strict.words} if strict else {}


def shared(files: Files, report: Report) -> Shared:
    """The records of the files beside `sources/`, with all that is wrong in the report."""
    places = linked(files.places, ("within",), _place, "place", partial(report.add, "places.toml"))
    agents = linked(files.agents, ("within", "same_as"), _agent, "agent", partial(report.add, "agents.toml"))
    events = linked(files.events, ("part_of",), _event, "event", partial(report.add, "events.toml"))
    codebook = partial(report.add, "codebook.toml")
    populations = linked(files.populations, ("within",), _population, "population", _below("populations", codebook))
    vocabularies = {id_: _vocabulary(id_, row.terms, row.exclusive) for id_, row in sorted(files.vocabularies.items())}
    definitions = dict(_definitions(files.properties, vocabularies, _below("properties", codebook)))
    readings = {
        id_: Reading(
            id_,
            row.label,
            row.because,
            tuple(Wording(w, r.at_least, r.because) for w, r in row.words.items()),
        )
        for id_, row in sorted(files.readings.items())
    }
    _check_ids(files, report)
    _check_names(places.values(), partial(report.add, "places.toml"))
    _check_names(agents.values(), partial(report.add, "agents.toml"))
    return Shared(places, agents, events, populations, vocabularies, definitions, readings)


def _below(table: str, note: Note) -> Note:
    """A note for the tables below another."""
    return lambda path, code, message: note((table, *path), code, message)


def _place(id_: str, row: PlaceRow, outer: Mapping[str, Place | None]) -> Place:
    return Place(id_, row.names, row.kind, outer["within"])


def _agent(id_: str, row: AgentRow, outer: Mapping[str, Agent | None]) -> Agent:
    return Agent(
        id_,
        row.names,
        row.kind,
        row.family,
        row.given,
        outer["within"],
        outer["same_as"],
        row.same_because,
        row.sensitive,
    )


def _event(id_: str, row: EventRow, outer: Mapping[str, Event | None]) -> Event:
    return Event(id_, row.label, row.kind, outer["part_of"])


def _population(id_: str, row: PopulationRow, outer: Mapping[str, Population | None]) -> Population:
    return Population(id_, row.label, outer["within"])


def _vocabulary(id_: str, terms: Mapping[str, str], exclusive: str | None) -> Vocabulary:
    return Vocabulary(id_, tuple(Term(id_, term, label) for term, label in terms.items()), exclusive)


def _definitions(
    rows: Mapping[str, PropertyRow], vocabularies: Mapping[str, Vocabulary], note: Note
) -> Iterator[tuple[str, Definition]]:
    for id_, row in sorted(rows.items()):
        if row.kind not in KINDS:
            note((id_, "kind"), "invalid-value", unknown("kind of value", row.kind, KINDS))
            continue
        vocabulary = vocabularies.get(row.vocabulary or "")
        if row.kind == "term" and vocabulary is None:
            note((id_, "vocabulary"), "unknown-reference", unknown("vocabulary", row.vocabulary, vocabularies))
        key: Property[Any] = Property(id_, KINDS[row.kind])
        yield id_, Definition(key, row.definition, row.unit, vocabulary, row.cumulative)


def _check_ids(files: Files, report: Report) -> None:
    """Ids are short plain words, and none is used that was retired."""
    for file, rows in (("places", files.places), ("agents", files.agents), ("events", files.events)):
        for id_ in rows:
            if not _ID.fullmatch(id_):
                message = f"{id_!r} is no id; use lower-case letters, digits and single hyphens"
                report.add(f"{file}.toml", (id_,), "invalid-id", message)
            if id_ in files.retired:
                report.add(f"{file}.toml", (id_,), "retired-id", f"{id_!r} is retired and must not be used again")


def _check_names(records: Iterable[Place] | Iterable[Agent], note: Note) -> None:
    """A name leads to one record only."""
    held: dict[str, str] = {}
    for record in records:
        if not record.names:
            note((record.id, "names"), "invalid-value", "at least one name is needed")
        for name in (record.id, *record.names):
            other = held.setdefault(fold(name), record.id)
            if other != record.id:
                note((record.id, "names"), "name-twice", f"{name!r} is a name of {other!r} already")
