"""Ids that are no longer used: what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen


@frozen
class Retired:
    """An id that is no longer used."""

    id: str
    because: str
    successors: tuple[str, ...] = ()


def living(id_: str, tombstones: Mapping[str, Retired], is_alive: Callable[[str], bool]) -> tuple[str, ...]:
    """The ids that stand in the place of a retired one, those of its successors' successors included."""
    found: dict[str, None] = {}
    met, waiting = {id_}, [id_]
    while waiting:
        for successor in tombstones[waiting.pop()].successors:
            if is_alive(successor):
                found[successor] = None
            elif successor in tombstones and successor not in met:
                met.add(successor)
                waiting.append(successor)
    return tuple(found)
