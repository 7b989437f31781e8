"""Positions: how a cite stands to the cites before it. Notes are one row of cites, the running text another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import define, field, frozen

from zhanaozen_archive._citing._document.requests import Cluster, Request
from zhanaozen_archive._citing._kit import Position


@frozen
class Place:
    """How a cite stands to those before it.

    Attributes:
        position: Whether it is the first of its item, a later one, or directly follows another.
        near_note: Whether a note not too far before cites its item.
        first_note: Number of the note that cites its item first; None for the first, and in running text.
    """

    position: Position = "first"
    near_note: bool = False
    first_note: int | None = None


def places(clusters: Sequence[Cluster], near: int) -> tuple[tuple[Place, ...], ...]:
    """The place of each cite of each cluster.

    Args:
        clusters: The clusters of a text, in order.
        near: How many notes away a note is still near.
    """
    notes, text = _Row(near), _Row(near)
    return tuple((text if cluster.note is None else notes).take(cluster) for cluster in clusters)


@define
class _Row:
    """What has been cited so far."""

    near: int
    previous: Cluster | None = None
    clusters: Counter[int | None] = field(factory=Counter)
    """How many clusters each note holds."""
    first: dict[str, int | None] = field(factory=dict)
    last: dict[str, int | None] = field(factory=dict)
    """The notes that cite an item first and last."""

    def take(self, cluster: Cluster) -> tuple[Place, ...]:
        found = tuple(self._place(cluster, n) for n in range(len(cluster.requests)))
        self.previous = cluster
        self.clusters[cluster.note] += 1
        return found

    def _place(self, cluster: Cluster, n: int) -> Place:
        request = cluster.requests[n]
        key = request.entry.id
        if key not in self.first:
            self.first[key] = self.last[key] = cluster.note
            return Place()
        near = self._near(cluster.note, self.last[key])
        self.last[key] = cluster.note
        return Place(_position(request, self._before(cluster, n)), near, self.first[key])

    def _near(self, note: int | None, last: int | None) -> bool:
        return note is not None and last is not None and note - last <= self.near

    def _before(self, cluster: Cluster, n: int) -> Request | None:
        """What the n-th cite directly follows: in its cluster, or as all that the cluster before it cites."""
        if n:
            return cluster.requests[n - 1]
        before = self.previous
        if before is None or len({request.entry.id for request in before.requests}) != 1:
            return None
        return before.requests[-1] if self._directly(before.note, cluster.note) else None

    def _directly(self, before: int | None, note: int | None) -> bool:
        """Whether one note follows another, and nothing else stands in the first."""
        if note is None or before is None or note == before:
            return True
        return note - before <= 1 and self.clusters[before] == 1


def _position(request: Request, before: Request | None) -> Position:
    if before is None or before.entry.id != request.entry.id:
        return "subsequent"
    if before.where == request.where:
        return "ibid"
    return "ibid-with-locator" if request.where else "subsequent"
