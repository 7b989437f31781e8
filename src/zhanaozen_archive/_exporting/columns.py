"""What a table of the data package is, and how its columns are described."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from attrs import field, frozen

from zhanaozen_archive._archive import Archive

Type = Literal["string", "integer", "boolean"]


@frozen
class Column:
    """A column: what its cells hold, and the table of whose records they give the keys."""

    name: str
    about: str
    type: Type = "string"
    table: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


@frozen
class Table:
    """A table, with the key that no two of its rows share."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Archive], Iterable[dict[str, Any]]] = field(repr=False)
    """Rows with a value for each column, and perhaps for others."""
    together: tuple[tuple[str, ...], str] | None = None
    """Columns that only together name a row of another table by its key, and that table."""

    def foreign_keys(self) -> Iterable[tuple[tuple[str, ...], str]]:
        """Columns that name a row of a table by its key, and that table."""
        yield from (((column.name,), column.table) for column in self.columns if column.table is not None)
        if self.together is not None:
            yield self.together


def key(name: str, about: str, table: str | None = None) -> Column:
    """A column that has a text in every row."""
    return Column(name, about, table=table, required=True)


def text(name: str, about: str, table: str | None = None) -> Column:
    """A column of texts that can be absent."""
    return Column(name, about, table=table)


def one_of(name: str, about: str, choices: Iterable[str], *, required: bool = True) -> Column:
    """A column of a few words."""
    return Column(name, about, required=required, choices=tuple(choices))


def number(name: str, about: str, table: str | None = None, *, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, about, "integer", table, required)


def flag(name: str, about: str) -> Column:
    """A column of `true` and `false`."""
    return Column(name, about, "boolean", required=True)


NUMBER = number("number", "Place in the list, from 1.", required=True)
START = number("start", "First code point of the stretch in the text, from 0.", required=True)
END = number("end", "The code point behind its last.", required=True)


def spans(places: Iterable[Iterable[int]]) -> Iterable[dict[str, int]]:
    """A row for each stretch, numbered from 1."""
    for nth, (start, end) in enumerate(places, 1):
        yield {"number": nth, "start": start, "end": end}
