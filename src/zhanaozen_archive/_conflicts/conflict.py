"""What the detector reports: a conflict, and the dispute that gathers the conflicts of one question."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Literal

from attrs import frozen

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Property

Rule = Literal["counts", "dates", "durations", "terms", "places", "denial"]


@frozen
class Conflict:
    """Two claims that cannot both be true: the same event, property and scope, and values that exclude each other."""

    rule: Rule
    claims: tuple[AnyClaim, ...]
    """In the order of their ids."""

    @builtins.property  # one of them is called `property`
    def id(self) -> str:
        """The rule and the ids of the claims; it stays the same as long as those do."""
        return f"{self.rule}:{'+'.join(claim.id for claim in self.claims)}"

    @builtins.property  # one of them is called `property`
    def event(self) -> Event:
        """The event that the claims are about."""
        return self.claims[0].event

    @builtins.property
    def property(self) -> Property[Any]:
        """The property that the claims disagree on."""
        return self.claims[0].property

    @builtins.property  # one of them is called `property`
    def one_document(self) -> bool:
        """Whether all the claims stand in one document."""
        return len({claim.document.key for claim in self.claims}) == 1

    @builtins.property  # one of them is called `property`
    def one_root(self) -> bool:
        """Whether one voice holds all the claims, so that it contradicts itself."""
        first, *others = self.claims
        return all(first.root.is_same_as(other.root) for other in others)

    @builtins.property  # one of them is called `property`
    def explanation(self) -> str:
        """One sentence that quotes every claim, as in: Officials: “ten people were killed”; RFE/RL: “at least 16”."""
        return "; ".join(_says(claim) for claim in self.claims) + "."

    def __str__(self) -> str:
        return f"{self.event}, {self.property}: {self.explanation}"


@frozen
class Dispute:
    """The conflicts of one event and property, gathered."""

    event: Event
    property: Property[Any]
    conflicts: tuple[Conflict, ...]

    @builtins.property
    def claims(self) -> tuple[AnyClaim, ...]:
        """The claims in conflict, each once, in the order of their ids."""
        claims = {claim.id: claim for conflict in self.conflicts for claim in conflict.claims}
        return tuple(claims[id_] for id_ in sorted(claims))

    def __str__(self) -> str:
        return f"{self.event}, {self.property}: {len(self.claims)} claims in {len(self.conflicts)} conflicts"


def disputes_of(conflicts: Iterable[Conflict]) -> tuple[Dispute, ...]:
    """The conflicts, which come sorted by event and property, one dispute for each event and property."""
    by_question = groupby(conflicts, key=lambda conflict: (conflict.event, conflict.property))
    return tuple(Dispute(event, key, tuple(found)) for (event, key), found in by_question)


def _says(claim: AnyClaim) -> str:
    """Who says what: in the words of the source, which bear their own "no", or else by the value."""
    negation = "not " if claim.polarity == "denied" else ""
    return f"{claim.root}: " + (f"“{claim.quote}”" if claim.words else f"{negation}{claim.value}")
