"""The order of a reference list."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from attrs import frozen


@frozen
class Key:
    """One thing to sort by: a text for each entry, None where it has none."""

    values: tuple[str | None, ...]
    descending: bool = False


def in_order(entries: int, keys: Sequence[Key]) -> list[int]:
    """The numbers of the entries, from 0, by the first key, then the next; what has no key comes last.

    Letters are compared without case and accents, and without the quotation marks and brackets before them.
    """
    order = list(range(entries))
    for key in reversed(keys):
        folded = [None if value is None else _folded(value) for value in key.values]
        order.sort(key=lambda n, folded=folded: folded[n] or "", reverse=key.descending)  # type: ignore[misc]
        order.sort(key=lambda n, folded=folded: folded[n] is None)  # type: ignore[misc]
    return order


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    start = next((n for n, c in enumerate(bare) if c.isalnum()), 0)
    return bare[start:]
