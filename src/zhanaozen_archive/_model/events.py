"""Events: what happened, by identity alone."""

from __future__ import annotations

from attrs import field, frozen


@frozen(cache_hash=True)
class Event:
    """A happening or a lasting circumstance. It has no values: what is known of it is what claims say."""

    id: str
    label: str
    """Names the event in plain English without taking a side."""
    kind: str
    """What it is, in a word or two: "strike", "shooting"."""
    part_of: Event | None = field(default=None, repr=lambda e: repr(e and e.id))
    """The larger event it belongs to."""

    def is_part_of(self, other: Event) -> bool:
        """Whether it is the other event or a part of it, however deep."""
        return self == other or (self.part_of is not None and self.part_of.is_part_of(other))

    def __str__(self) -> str:
        return self.label
