"""The vocabulary that all documents share, from rows to records: places, agents, events, the codebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from attrs import frozen

from zhanaozen_archive._archive import fold
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.linking import Note, linked
from zhanaozen_archive._loading.readings import read_readings
from zhanaozen_archive._loading.report import Report, shown, unknown
from zhanaozen_archive._loading.rows import AgentRow, DisjointRow, EventRow, PlaceRow, PopulationRow, PropertyRow
from zhanaozen_archive._loading.typed import Files
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import KINDS, WEEK, Definition, Disjoint, Property, Role
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.values import Term, Vocabulary

T = TypeVar("T")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KIND_OF: Mapping[Role, str] = {
    "date": "period",
    "start": "period",
    "end": "period",
    "duration": "duration",
    "weekday": "term",
    "after": "event",
    "before": "event",
    "same-date": "event",
    "same-day-of-year": "event",
    "place": "place",
    "same-place": "event",
}
"""What kind of value a property of each role takes."""
LONGEST_ID = 100
NO_ID = f"is no id; use at most {LONGEST_ID} lower-case letters, digits and single hyphens"


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


@frozen(eq=False, repr=False)
class Shared:
    """What the claims of every document refer to, each by its id."""

    places: Mapping[str, Place]
    agents: Mapping[str, Agent]
    events: Mapping[str, Event]
    populations: Mapping[str, Population]
    vocabularies: Mapping[str, Vocabulary]
    definitions: Mapping[str, Definition | None]
    """None where it cannot be told what values the property takes, so that none is judged."""
    readings: Mapping[str, Reading]
    disjoint: tuple[Disjoint, ...]

    @property
    def words(self) -> Mapping[str, int]:
        """The vague words with their floors under the strict reading."""
        strict = self.readings.get("strict")
        return {wording.word: max(0, wording.low) for wording in strict.words} if strict else {}


def shared(files: Files, report: Report) -> Shared:
    """The records of the files beside `sources/`, with all that is wrong in the report."""
    places = linked(files.places, ("within",), _place, "place", partial(report.add, "places.toml"))
    agents = linked(files.agents, ("within", "same_as"), _agent, "agent", partial(report.add, "agents.toml"))
    events = linked(files.events, ("part_of",), _event, "event", partial(report.add, "events.toml"))
    codebook = partial(report.add, "codebook.toml")
    populations = linked(files.populations, ("within",), _population, "population", _below("populations", codebook))
    vocabularies = {id_: _vocabulary(id_, row.terms, row.exclusive) for id_, row in sorted(files.vocabularies.items())}
    definitions = dict(_definitions(files.properties, vocabularies, report))
    readings = read_readings(files.readings, files.properties, report)
    disjoint = tuple(_disjoint(files.disjoint, events, populations, report))
    _check_ids(files, report)
    _check_roles(files.properties, vocabularies, _below("properties", codebook))
    _check_names([places[id_] for id_ in files.places], partial(report.add, "places.toml"))
    _check_names([agents[id_] for id_ in files.agents], partial(report.add, "agents.toml"))
    _check_reasons(files, report)
    _check_beside(files.places, report)
    return Shared(places, agents, events, populations, vocabularies, definitions, readings, disjoint)


def _below(table: str, note: Note) -> Note:
    """A note for the tables below another."""
    return lambda path, code, message: note((table, *path), code, message)


def _place(id_: str, row: PlaceRow, outer: Mapping[str, Place | None]) -> Place:
    return Place(id_, row.names, row.kind, outer["within"], row.beside, row.beside_because)


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
    return Vocabulary(id_, tuple(Term(id_, term, label) for term, label in sorted(terms.items())), exclusive)


def _disjoint(
    rows: Iterable[DisjointRow],
    events: Mapping[str, Event],
    populations: Mapping[str, Population],
    report: Report,
) -> Iterator[Disjoint]:
    for n, row in enumerate(rows):
        path: Path = ("disjoint", n)
        apart = _members(row.events, events, "event", (*path, "events"), report)
        groups = _members(row.populations, populations, "population", (*path, "populations"), report)
        for inner, outer in _overlaps(apart, lambda event: event.part_of):
            report.add("codebook.toml", (*path, "events"), "invalid-value", _overlap(inner.id, outer.id))
        for group, around in _overlaps(groups, lambda population: population.within):
            report.add("codebook.toml", (*path, "populations"), "invalid-value", _overlap(group.id, around.id))
        if max(len(row.events), len(row.populations)) < 2:  # noqa: PLR2004
            report.add("codebook.toml", path, "invalid-value", "at least two events, or two populations, are needed")
        yield Disjoint(tuple(sorted(apart, key=_id)), tuple(sorted(groups, key=_id)), row.because)


def _id(member: Event | Population) -> str:
    """By what a family is put in order: however it is written, it is the same."""
    return member.id


def _members(ids: Iterable[str], among: Mapping[str, T], what: str, path: Path, report: Report) -> tuple[T, ...]:
    for n, id_ in enumerate(ids):
        if id_ not in among:
            report.add_unknown("codebook.toml", (*path, n), what, partial(unknown, what, id_, among))
    return tuple(among[id_] for id_ in ids if id_ in among)


def _overlaps(members: Iterable[T], outer: Callable[[T], T | None]) -> Iterator[tuple[T, T]]:
    """Every member that is another of them too, or lies within it, with that one."""
    met: dict[T, None] = {}
    for member in members:
        if member in met:
            yield member, member
        met[member] = None
    for member in met:
        around = member
        while (further := outer(around)) is not None:
            around = further
            if around in met:
                yield member, around


def _overlap(part: str, whole: str) -> str:
    return f"{shown(part)} is part of {shown(whole)}, so they are not disjoint"


def _definitions(
    rows: Mapping[str, PropertyRow], vocabularies: Mapping[str, Vocabulary], report: Report
) -> Iterator[tuple[str, Definition | None]]:
    note = _below("properties", partial(report.add, "codebook.toml"))
    for id_, row in sorted(rows.items()):
        vocabulary = vocabularies.get(row.vocabulary or "")
        if row.kind not in KINDS:
            note((id_, "kind"), "invalid-value", unknown("kind of value", row.kind, KINDS))
        elif row.vocabulary is not None and row.kind != "term":
            note((id_, "vocabulary"), "invalid-value", f"only a property of kind 'term' has one, not of {row.kind!r}")
        elif row.vocabulary is None and row.kind == "term":
            note((id_,), "missing-key", "a property of kind 'term' names its vocabulary")
        elif row.vocabulary is not None and vocabulary is None:
            note((id_, "vocabulary"), "unknown-reference", partial(unknown, "vocabulary", row.vocabulary, vocabularies))
        elif not report.is_unread("codebook.toml", ("vocabularies", row.vocabulary or "", "terms")):
            key: Property[Any] = Property(id_, KINDS[row.kind])
            yield id_, Definition(key, row.definition, row.unit, vocabulary, row.cumulative, row.parts, row.role)
            continue
        yield id_, None


# --- rules of the format


def _check_roles(rows: Mapping[str, PropertyRow], vocabularies: Mapping[str, Vocabulary], note: Note) -> None:
    """What a property says of the time or the place of its event fits its values, and only numbers have parts."""
    for id_, row in rows.items():
        if row.role is not None and row.kind in KINDS and row.kind != KIND_OF[row.role]:
            message = f"only a property of kind {KIND_OF[row.role]!r} has the role {row.role!r}, not of {row.kind!r}"
            note((id_, "role"), "invalid-value", message)
        elif row.role == "weekday" and (vocabulary := vocabularies.get(row.vocabulary or "")):
            for term in vocabulary.terms:
                if term.id not in WEEK:
                    note((id_, "role"), "invalid-value", unknown("day of the week", term.id, WEEK))
        if row.parts is not None and row.kind in KINDS and row.kind != "count":
            note((id_, "parts"), "invalid-value", f"only a property of kind 'count' has parts, not of {row.kind!r}")


def _check_ids(files: Files, report: Report) -> None:
    """Ids are short plain words, and none is used that was retired."""
    tables: dict[tuple[str, Path], Iterable[str]] = {
        ("agents.toml", ()): files.agents,
        ("codebook.toml", ("populations",)): files.populations,
        ("codebook.toml", ("properties",)): files.properties,
        ("codebook.toml", ("vocabularies",)): files.vocabularies,
        ("events.toml", ()): files.events,
        ("places.toml", ()): files.places,
        ("readings.toml", ()): files.readings,
    }
    for id_, row in files.vocabularies.items():
        tables["codebook.toml", ("vocabularies", id_, "terms")] = row.terms
    for (file, path), ids in tables.items():
        for id_ in ids:
            if not is_id(id_):
                report.add(file, (*path, id_), "invalid-id", f"{shown(id_)} {NO_ID}")
            if id_ in files.retired:
                report.add(file, (*path, id_), "retired-id", f"{id_!r} is retired and must not be used again")


def _check_names(records: Iterable[Place] | Iterable[Agent], note: Note) -> None:
    """A name leads to one record only."""
    held: dict[str, str] = {}
    for record in records:
        if not record.names:
            note((record.id, "names"), "invalid-value", "at least one name is needed")
        for name in filter(None, (record.id, *record.names)):
            other = held.setdefault(fold(name), record.id)
            if other != record.id:
                note((record.id, "names"), "name-twice", f"{shown(name)} is a name of {shown(other)} already")


def _check_beside(places: Mapping[str, PlaceRow], report: Report) -> None:
    """Places may be one scene for a reason, and each says so of the other."""
    for id_, row in places.items():
        if bool(row.beside) != (row.beside_because is not None):
            here, other = ("beside", "beside_because") if row.beside else ("beside_because", "beside")
            report.add("places.toml", (id_, here), "missing-key", f"{here} asks for {other}")
        for name in row.beside:
            if name not in places:
                told = partial(unknown, "place", name, places)
                report.add_unknown("places.toml", (id_, "beside"), "place", told)
            elif id_ not in places[name].beside:
                told_not = f"{name!r} does not name {id_!r} in its turn"
                report.add("places.toml", (id_, "beside"), "invalid-value", told_not)


def _check_reasons(files: Files, report: Report) -> None:
    """Two agents are the same for a reason."""
    for id_, row in files.agents.items():
        for key, other in (("same_as", "same_because"), ("same_because", "same_as")):
            if getattr(row, key) is not None and getattr(row, other) is None:
                report.add("agents.toml", (id_, key), "missing-key", f"{key} asks for {other}")
