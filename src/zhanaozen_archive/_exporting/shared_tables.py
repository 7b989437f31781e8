"""The tables of what sources and claims speak of: events, places, agents, and the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from zhanaozen_archive._archive import Archive, record
from zhanaozen_archive._exporting.columns import NUMBER, Table, flag, key, one_of, text
from zhanaozen_archive._model.properties import KINDS
from zhanaozen_archive._model.records import AGENT_KINDS, Agent, Place

Rows = Iterator[dict[str, Any]]


def _named(things: Iterable[Place | Agent]) -> Rows:
    for thing in things:
        yield from ({"id": thing.id, "number": nth, "name": name} for nth, name in enumerate(thing.names, 1))


def _terms(archive: Archive) -> Rows:
    for vocabulary in archive.codebook.vocabularies:
        yield from ({"vocabulary": vocabulary.id, "id": term.id, "label": term.label} for term in vocabulary.terms)


_ID = key("id", "Never used for anything else.")
_NAME = key("name", "A spelling of the documents; the first is the one shown.")

TABLES = (
    Table(
        "events",
        "What happened, by identity alone: what is known of it is what claims say.",
        ("id",),
        (
            _ID,
            key("label", "A name in plain English that takes no side."),
            key("kind", "What it is, in a word or two."),
            text("part_of", "The larger event it belongs to.", "events"),
        ),
        lambda archive: map(record, archive.events()),
    ),
    Table(
        "places",
        "Somewhere on earth, from a country to a building.",
        ("id",),
        (
            _ID,
            key("kind", "What it is, in plain English."),
            text("within", "The place around it.", "places"),
            text("beside_because", "Why it may be one scene with others."),
        ),
        lambda archive: map(record, archive.places()),
    ),
    Table(
        "places_beside",
        "Places that may be one scene: what is before the one may be before the other.",
        ("id", "beside"),
        (key("id", "The place.", "places"), key("beside", "The place with which it may be one scene.", "places")),
        lambda archive: ({"id": p.id, "beside": beside} for p in archive.places() for beside in p.beside),
    ),
    Table(
        "place_names",
        "Every spelling of every place.",
        ("id", "number"),
        (key("id", "The place.", "places"), NUMBER, _NAME),
        lambda archive: _named(archive.places()),
    ),
    Table(
        "agents",
        "Persons, bodies and groups that say things or take part.",
        ("id",),
        (
            _ID,
            one_of("kind", "What it is; `unnamed` has no name, `unknown` is named by nobody.", AGENT_KINDS),
            text("family", "Family name of a person."),
            text("given", "Given name of a person."),
            text("within", "The body it is part of.", "agents"),
            text("same_as", "The agent it is held to be.", "agents"),
            text("same_because", "Why it is held to be the same."),
            flag("sensitive", "Whether it is a private living person."),
        ),
        lambda archive: map(record, archive.agents()),
    ),
    Table(
        "agent_names",
        "Every spelling of every agent.",
        ("id", "number"),
        (key("id", "The agent.", "agents"), NUMBER, _NAME),
        lambda archive: _named(archive.agents()),
    ),
    Table(
        "vocabularies",
        "Sets of terms.",
        ("id",),
        (_ID, text("exclusive", "Why no two of its terms can both be true of one event; absent where they can.")),
        lambda archive: map(record, archive.codebook.vocabularies),
    ),
    Table(
        "terms",
        "The categories that a claim can name.",
        ("vocabulary", "id"),
        (
            key("vocabulary", "Its vocabulary.", "vocabularies"),
            key("id", "Unique in its vocabulary."),
            key("label", "The term in plain English."),
        ),
        _terms,
    ),
    Table(
        "properties",
        "What claims can be about.",
        ("id",),
        (
            _ID,
            one_of("kind", "The type of its values.", KINDS),
            key("definition", "What it means."),
            text("unit", "What a count counts, where its claims name no population."),
            text("vocabulary", "The terms its values are taken from.", "vocabularies"),
            text("cumulative", "Why the number can only grow with time; absent where it can fall."),
            text("parts", "Why a part never has more than the whole; absent where it can."),
            text("role", "What it says of the time or the place of its event."),
        ),
        lambda archive: map(record, archive.codebook.definitions),
    ),
    Table(
        "populations",
        "Whom or what a number counts.",
        ("id",),
        (_ID, key("label", "In plain English."), text("within", "The larger population.", "populations")),
        lambda archive: map(record, archive.codebook.populations),
    ),
)
