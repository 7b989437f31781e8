"""Revisions as they are shown: the first few of each kind on each event and property, the others counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhanaozen_archive._command import wording
from zhanaozen_archive._command.layout import indented
from zhanaozen_archive._command.output import Heading
from zhanaozen_archive._conflicts import Revision

LISTED = 10
"""How many of one kind on one event and property are listed; a count that grows outgrows all that came before."""
INTRO = "Later words that replace earlier ones, which is no conflict:"


class Revised:
    """Revisions, by event, property and kind."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self._groups: dict[tuple[str, str, str], list[Revision]] = {}
        for one in revisions:
            asked = one.earlier.event.id, one.earlier.property.id, one.kind
            self._groups.setdefault(asked, []).append(one)

    def __bool__(self) -> bool:
        return bool(self._groups)

    def listed(self) -> list[Revision]:
        """The first of each group."""
        return [revision for group in self._groups.values() for revision in group[:LISTED]]

    def counts(self) -> list[dict[str, str | int]]:
        """How many there are of each group, and how many of them are listed."""
        return [
            {"event": event, "property": key, "kind": kind, "size": len(group), "listed": len(group[:LISTED])}
            for (event, key, kind), group in self._groups.items()
        ]

    def lines(self) -> Iterator[str]:
        """All that is shown for reading."""
        yield from indented(INTRO, 0)
        for group in self._groups.values():
            for revision in group[:LISTED]:
                yield ""
                yield from _shown(revision)
            if len(group) > LISTED:
                yield ""
                yield from indented(f"Counted, not listed: {len(group) - LISTED:,} more that are {group[0].kind}.", 0)


def _shown(revision: Revision) -> Iterator[str]:
    yield from map(Heading, indented(f"{revision.earlier.event}: {revision.earlier.property}", 0))
    yield from indented(f"{revision.kind}: {revision.because}")
    for when, claim in (("earlier", revision.earlier), ("later", revision.later)):
        yield from indented(f"{when}: {wording.said(claim)}, via {claim.source.key}")
