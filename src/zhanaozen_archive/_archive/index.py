"""Look-up by id or name, with a suggestion where nothing is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from zhanaozen_archive.errors import NotInArchive

T = TypeVar("T")


def fold(name: str) -> str:
    """The form in which names are compared: without case, white space made single."""
    return " ".join(name.casefold().split())


class Index(Generic[T]):
    """Records of one kind by each of their names."""

    __slots__ = ("_by_name", "_kind")

    def __init__(self, kind: str, records: Iterable[T], names: Callable[[T], Iterable[str]]) -> None:
        self._kind = kind
        self._by_name: Mapping[str, T] = {fold(name): record for record in records for name in names(record)}

    def __getitem__(self, name: str) -> T:
        """The record of this id or name.

        Raises:
            NotInArchive: There is none; the error holds what looks like it.
        """
        try:
            return self._by_name[fold(name)]
        except KeyError:
            raise NotInArchive(self._kind, name, suggestions(name, self._by_name)) from None


def suggestions(name: str, among: Iterable[str]) -> tuple[str, ...]:
    """Up to three that look like `name`, the likeliest first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(fold(name), among, n=3, cutoff=0.6))
