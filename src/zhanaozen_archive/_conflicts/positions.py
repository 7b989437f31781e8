"""Who stands behind each value: positions counted by independent voices, not by documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import frozen

from zhanaozen_archive._model.claims import Claim
from zhanaozen_archive._model.records import Agent

T = TypeVar("T")


@frozen
class Position(Generic[T]):
    """One value, the claims that state it and the independent voices that hold it."""

    value: T
    claims: tuple[Claim[T], ...]
    roots: tuple[Agent, ...]
    """Those who hold it, each once; a voice nobody names counts once for each claim."""

    def __str__(self) -> str:
        return f"{self.value}: {', '.join(map(str, self.roots))}"


def positions(claims: Iterable[Claim[T]]) -> tuple[Position[T], ...]:
    """The claims by their value, in the order in which the values first appear."""
    by_value: dict[T, list[Claim[T]]] = {}
    for claim in claims:
        by_value.setdefault(claim.value, []).append(claim)
    return tuple(Position(value, tuple(held), _roots(held)) for value, held in by_value.items())


def _roots(claims: Iterable[Claim[T]]) -> tuple[Agent, ...]:
    roots: list[Agent] = []
    for claim in claims:
        if not any(claim.root.is_same_as(root) for root in roots):
            roots.append(claim.root)
    return tuple(roots)
