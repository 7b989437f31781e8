"""The tables that the rules in SQL ask: what readings make of every number, and which questions lie within which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhanaozen_archive._archive import SCHEMA_VERSION, Archive
from zhanaozen_archive._archive.archive import STRICT
from zhanaozen_archive._exporting.columns import Table, key, number, text
from zhanaozen_archive._model.background import around
from zhanaozen_archive._model.claims import Claim, Scope
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import numbers
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.values import Count

Rows = Iterator[dict[str, Any]]
Question = tuple[Property[Count], Event, Scope]


def _counted(archive: Archive) -> Iterator[Claim[Count]]:
    """The claims on numbers that can be in conflict."""
    replaced = {id_ for claim in archive.claims() for id_ in claim.supersedes}
    for claim in archive.claims():
        if isinstance(claim.value, Count) and claim.can_conflict and claim.id not in replaced:
            yield claim


def _asked(archive: Archive) -> dict[Question, int]:
    """The questions that those claims answer, numbered from 1."""
    found = dict.fromkeys((claim.property, claim.event, claim.scope) for claim in _counted(archive))
    return {question: number for number, question in enumerate(found, 1)}


def _questions(archive: Archive) -> Rows:
    for (property_, event, scope), id_ in _asked(archive).items():
        yield {
            "id": id_,
            "property": property_.id,
            "event": event.id,
            "place": scope.place and scope.place.id,
            "population": scope.population and scope.population.id,
            "time": scope.time and scope.time.text,
        }


def _enclosures(archive: Archive) -> Rows:
    shared = {d.property for d in archive.codebook.definitions if d.parts}
    asked = {question: id_ for question, id_ in _asked(archive).items() if question[0] in shared}
    places: dict[object, list[tuple[Scope, int]]] = {}
    for (property_, event, scope), id_ in asked.items():
        places.setdefault((property_, event, scope.place, scope.population), []).append((scope, id_))
    for (property_, event, scope), part in asked.items():
        for where in around(event, scope):
            for wider, whole in places.get((property_, *where), ()):
                if whole != part and scope.is_within(wider):
                    yield {"part": part, "whole": whole}


def _bounds(archive: Archive) -> Rows:
    asked = _asked(archive)
    growing = {d.property for d in archive.codebook.definitions if d.cumulative}
    for reading in archive.readings or (STRICT,):
        hearing = Hearing.under(reading)
        for claim in _counted(archive):
            if (bounds := numbers(claim, hearing)) is None:
                continue
            low, high = bounds
            dated = claim.as_of if claim.property in growing else None
            yield {
                "reading": reading.id,
                "question": asked[claim.property, claim.event, claim.scope],
                "claim": claim.id,
                "low": low,
                "high": high,
                "as_of": claim.as_of and claim.as_of.text,
                "floor_from": dated and _ordinal(dated.latest),
                "ceiling_until": dated and _ordinal(dated.earliest),
            }


def _ordinal(day: Day | Edge) -> int | None:
    return day.ordinal if isinstance(day, Day) else None


def _archive(archive: Archive) -> Rows:
    yield {
        "title": archive.title,
        "data_version": archive.data_version,
        "schema_version": SCHEMA_VERSION,
        "digest": archive.digest,
    }


TABLES = (
    Table(
        "archive",
        "What all the tables are of; one row.",
        ("digest",),
        (
            key("title", "Its title."),
            key("data_version", "Version of the data, by the calendar."),
            number("schema_version", "Version of the form of the archive.", required=True),
            key("digest", "SHA-256 over all its records."),
        ),
        _archive,
    ),
    Table(
        "questions",
        "What claims on numbers answer: how many there are of a property in an event, as far as a scope reaches.",
        ("id",),
        (
            number("id", "Good for these tables alone: another export can have another.", required=True),
            key("property", "What is counted.", "properties"),
            key("event", "In which event.", "events"),
            text("place", "In which place alone.", "places"),
            text("population", "Among whom alone.", "populations"),
            text("time", "In which time alone, in EDTF."),
        ),
        _questions,
    ),
    Table(
        "enclosures",
        "Questions that lie within others, of which a part never has more than the whole.",
        ("part", "whole"),
        (
            number("part", "The question that lies within.", "questions", required=True),
            number("whole", "The question that it lies within, another.", "questions", required=True),
        ),
        _enclosures,
    ),
    Table(
        "bounds",
        "What each reading makes of every number that is said of an event and not replaced by later words; of one that "
        "is denied, the bounds that are left.",
        ("reading", "question", "claim"),
        (
            key("reading", "Id of the reading."),
            number("question", "What the claim answers.", "questions", required=True),
            key("claim", "The claim.", "claims"),
            number("low", "The least number that is left; 0 where there is no floor.", required=True),
            number("high", "The greatest; absent where there is no ceiling."),
            text("as_of", "The time at which the value held, in EDTF; absent where it is taken to hold at any."),
            number(
                "floor_from",
                "Of a number that only grows, the day from which the floor holds at any later time: the last of "
                "`as_of`, counted from 1 on 1 January of the year 1; absent where there is none.",
            ),
            number(
                "ceiling_until",
                "The day up to which the ceiling holds at any earlier time: the first of `as_of`; absent likewise.",
            ),
        ),
        _bounds,
    ),
)
