"""Which claims can be true together: the largest sets that hold no conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._model.claims import AnyClaim


def worlds(
    claims: Iterable[AnyClaim], conflicts: Iterable[frozenset[str]], budget: Budget
) -> Iterator[tuple[AnyClaim, ...]]:
    """Every set of the claims that holds no conflict and to which no other claim can be added, in the order of the ids.

    Args:
        claims: The claims to choose from.
        conflicts: The ids of the claims of each conflict among them.
        budget: How many sets may be tried; the search stops when it is spent.
    """
    by_id = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    rivals = sorted(set(conflicts), key=sorted)
    seen: set[frozenset[str]] = set()
    waiting = [frozenset(by_id)]
    while waiting:
        kept = waiting.pop()
        if kept in seen or not budget.step():
            continue
        seen.add(kept)
        broken = next((ids for ids in rivals if ids <= kept), None)
        if broken is not None:
            waiting += [kept - {id_} for id_ in sorted(broken, reverse=True)]
        elif all(any(ids <= kept | {other} for ids in rivals) for other in by_id.keys() - kept):
            yield tuple(claim for id_, claim in by_id.items() if id_ in kept)
