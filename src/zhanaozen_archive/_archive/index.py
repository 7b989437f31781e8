"""Look-up by id or name, with a suggestion where nothing is found."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from zhanaozen_archive._releases.tombstones import Retired, living
from zhanaozen_archive.errors import NotInArchive, RetiredId, RetiredIdWarning

T = TypeVar("T")


def fold(name: str) -> str:
    """The form in which names are compared: without case, white space made single."""
    return " ".join(name.casefold().split())


class Index(Generic[T]):
    """Records of one kind by each of their names."""

    __slots__ = ("_by_name", "_kind", "_tombstones")

    def __init__(
        self,
        kind: str,
        records: Iterable[T],
        names: Callable[[T], Iterable[str]],
        tombstones: Mapping[str, Retired] | None = None,
    ) -> None:
        self._kind = kind
        self._tombstones = tombstones or {}
        self._by_name: Mapping[str, T] = {fold(name): record for record in records for name in names(record)}

    def __getitem__(self, name: str) -> T:
        """The record of this id or name, or the one that stands in the place of a retired id, with a warning.

        Raises:
            NotInArchive: There is none; the error holds what looks like it.
            RetiredId: The id is retired, and not one record alone stands in its place.
        """
        try:
            return self._by_name[fold(name)]
        except KeyError:
            if name in self._tombstones:
                return self._successor(self._tombstones[name])
            raise NotInArchive(self._kind, name, suggestions(name, self._by_name)) from None

    def _successor(self, retired: Retired) -> T:
        found = living(retired.id, self._tombstones, lambda id_: fold(id_) in self._by_name)
        if len(found) != 1:
            raise RetiredId(self._kind, retired.id, retired.because, found)
        message = f"{self._kind} {retired.id!r} is retired ({retired.because}); in its place: {found[0]!r}"
        warnings.warn(message, RetiredIdWarning, stacklevel=4)
        return self._by_name[fold(found[0])]


def suggestions(name: str, among: Iterable[str]) -> tuple[str, ...]:
    """Up to three that look like `name`, the likeliest first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(fold(name), among, n=3, cutoff=0.6))
