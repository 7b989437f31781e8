"""What `show` prints of places, agents and properties: what they are, and how to list their claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command.layout import fields, many
from zhanaozen_archive._command.output import Heading
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.records import Agent, Place


def place_card(archive: Archive, place: Place) -> Iterator[str]:
    """A place: its spellings, what it lies within and what lies within it."""
    yield Heading(place.id)
    yield from fields(
        [
            ("Place", place.kind),
            ("Names", place.names),
            ("Within", str(place.within or "")),
            ("Beside", [f"{archive.place(id_)} ({id_}): {place.beside_because}" for id_ in place.beside]),
            ("In it", [f"{inner} ({inner.id})" for inner in archive.places(within=place) if inner.within == place]),
            ("Claims", _listed(len(archive.claims(at=place)), f"--at {place.id}")),
        ]
    )


def agent_card(archive: Archive, agent: Agent) -> Iterator[str]:
    """An agent: its spellings, what it is part of, whom it is held to be, and what it says."""
    yield Heading(agent.id)
    yield from fields(
        [
            ("Agent", agent.kind),
            ("Names", agent.names),
            ("Part of", str(agent.within or "")),
            ("Same as", f"{agent.same_as}: {agent.same_because}" if agent.same_as else None),
            ("Says", _listed(len(archive.claims(by=agent)), f"--by {agent.id}")),
            ("Named in", _listed(len(archive.claims(naming=agent)), f"--naming {agent.id}")),
        ]
    )


def property_card(archive: Archive, key: Property[Any]) -> Iterator[str]:
    """A property: its definition, and the terms that its values are taken from."""
    definition = next(d for d in archive.codebook.definitions if d.property == key)
    vocabulary = definition.vocabulary
    yield Heading(key.id)
    yield from fields(
        [
            ("Property", definition.definition),
            ("Values", key.kind),
            ("Counts", definition.unit),
            ("Only grows", definition.cumulative),
            ("Of parts", definition.parts),
            ("Terms", [f"{term.id}: {term.label}" for term in vocabulary.terms] if vocabulary else None),
            ("Exclusive", vocabulary.exclusive if vocabulary else None),
            ("Claims", _listed(len(archive.claims(of=key)), f"--of {key.id}")),
        ]
    )


def _listed(number: int, option: str) -> list[str]:
    """How many claims there are, and the command that lists them."""
    return [many(number, "claim"), *([f"zhanaozen claims {option}"] if number else [])]
