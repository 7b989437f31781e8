"""Conflicts, revisions and comparisons in their nested form, beside those of the records they are about."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._archive.records import claim_value, record
from zhanaozen_archive._conflicts import (
    Comparison,
    Compatible,
    Conflict,
    Conflicting,
    Dispute,
    Incomparable,
    Revision,
    World,
)
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._releases.digest import Record

__all__ = ["comparison", "record"]
EXAMPLES = 3
"""Claims that are named for each position of a dispute."""


@record.register(Conflict)
def _(conflict: Conflict) -> Record:
    return {
        "id": conflict.id,
        "rule": conflict.rule,
        "kind": conflict.kind,
        "one_document": conflict.one_document,
        "one_root": conflict.one_root,
        "grade": conflict.grade,
        "readings": [*conflict.readings],
        "gap": conflict.gap,
        "dissolves_at_percent": conflict.dissolves_at_percent,
        "dissolves_at_days": conflict.dissolves_at_days,
        "claims": [claim.id for claim in conflict.claims],
        "dispute": f"{conflict.event.id}/{conflict.property.id}",
        "positions": _positions(conflict.claims),
        "explanation": conflict.explanation,
    }


def _positions(claims: Iterable[AnyClaim]) -> list[Record]:
    """The sides of a conflict, each with all the claims that say the same of the same event."""
    sides: dict[object, list[AnyClaim]] = {}
    for claim in claims:
        sides.setdefault((claim.event, claim.property, claim.polarity, claim.value), []).append(claim)
    return [
        {
            "event": said[0].event.id,
            "property": said[0].property.id,
            "value": claim_value(said[0]),
            "polarity": said[0].polarity,
            "claims": [claim.id for claim in said],
            "roots": [*dict.fromkeys(claim.root.id for claim in said)],
        }
        for said in sides.values()
    ]


@record.register(Dispute)
def _(dispute: Dispute) -> Record:
    return {
        "id": f"{dispute.event.id}/{dispute.property.id}",
        "event": dispute.event.id,
        "property": dispute.property.id,
        "sizes": dict(dispute.sizes),
        "listed": len(dispute.conflicts),
        "crowds": [
            {"reading": crowd.reading.id, "size": crowd.size, "widest": crowd.widest.id} for crowd in dispute.crowds
        ],
        "positions": [
            {
                "value": claim_value(position.claims[0]),
                "polarity": position.polarity,
                "claims": len(position.claims),
                "roots": len(position.roots),
                "examples": [claim.id for claim in position.claims[:EXAMPLES]],
            }
            for position in dispute.positions
        ],
    }


@record.register(Revision)
def _(revision: Revision) -> Record:
    return {
        "id": f"{revision.kind}:{revision.earlier.id}+{revision.later.id}",
        "kind": revision.kind,
        "earlier": revision.earlier.id,
        "later": revision.later.id,
        "because": revision.because,
    }


def comparison(a: AnyClaim, b: AnyClaim, found: Comparison, reading: str) -> Record:
    """How two claims stand to each other under a reading: the outcome, and what belongs to it."""
    return {
        "claims": [a.id, b.id],
        "reading": reading,
        "outcome": found.kind if isinstance(found, Revision) else type(found).__name__.lower(),
        "conflict": record(found.conflict) if isinstance(found, Conflicting) else None,
        "revision": record(found) if isinstance(found, Revision) else None,
        "axis": found.axis if isinstance(found, Incomparable) else None,
        "world": _world(found.world) if isinstance(found, Compatible) else None,
    }


def _world(world: World) -> list[Record]:
    """Numbers that answer the claims, and first and last days of events."""
    return [
        {"what": what, "of": id_, "value": number if what == "count" else str(Day.from_ordinal(number))}
        for (what, id_), number in world
    ]
