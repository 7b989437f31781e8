"""Who stands behind each value: positions counted by independent voices, not by documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import frozen

from zhanaozen_archive._model.claims import Claim, Polarity
from zhanaozen_archive._model.records import Agent

T = TypeVar("T")


@frozen
class Position(Generic[T]):
    """One value asserted or denied, the claims that do so and the independent voices that hold it."""

    value: T
    claims: tuple[Claim[T], ...]
    roots: tuple[Agent, ...]
    """Those who hold it, each once; a voice nobody names counts once for each claim."""
    polarity: Polarity = "asserted"

    def __str__(self) -> str:
        negation = "not " if self.polarity == "denied" else ""
        return f"{negation}{self.value}: {', '.join(map(str, self.roots))}"


def positions(claims: Iterable[Claim[T]]) -> tuple[Position[T], ...]:
    """The claims by what they say, in the order in which it is first said."""
    said: dict[tuple[T, Polarity], list[Claim[T]]] = {}
    for claim in claims:
        said.setdefault((claim.value, claim.polarity), []).append(claim)
    return tuple(Position(value, tuple(held), _roots(held), polarity) for (value, polarity), held in said.items())


def _roots(claims: Iterable[Claim[T]]) -> tuple[Agent, ...]:
    known: set[Agent] = set()
    roots: list[Agent] = []
    for claim in claims:
        held_to_be = claim.root.identity
        if held_to_be.kind == "unknown" or held_to_be not in known:
            roots.append(claim.root)
        known.add(held_to_be)
    return tuple(roots)
