"""The items of one text: each source made ready once, however often it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing._kit import Entry, Style
from zhanaozen_archive._citing.dates import is_kept
from zhanaozen_archive._citing.fitting import fitting
from zhanaozen_archive._citing.item import archive_item, csl_item
from zhanaozen_archive._citing.prepare import prepared
from zhanaozen_archive._citing.results import CitationWarning
from zhanaozen_archive._model.sources import CSL_TYPES, Source


@frozen
class Book:
    """One source of a text, ready to be cited."""

    entry: Entry
    thing: Source | Archive
    key: str
    type: str
    """That of the source itself; an entry can have another, for a style to print it best."""
    warnings: tuple[CitationWarning, ...]
    """What CSL cannot hold of it."""

    def __str__(self) -> str:
        """Its key and its type, as messages call it."""
        return f"{self.key!r} ({self.type})"


@frozen
class Shelf:
    """The sources of a text; those that are equal are one."""

    _books: Mapping[Source | str, Book]
    _by_id: Mapping[str, Book]

    def of(self, thing: Source | Archive) -> Book:
        """The source, ready to be cited."""
        return self._books[_identity(thing)]

    def __getitem__(self, id_: str) -> Book:
        """The source of an entry's id."""
        return self._by_id[id_]


def shelf(things: Iterable[Source | Archive], style: Style) -> Shelf:
    """Make sources ready. Two that are different and have one key, as in two archives, are told apart by a number.

    Args:
        things: What is cited.
        style: What it is cited in.

    Raises:
        CitationError: A text of one cannot be printed.
    """
    books: dict[Source | str, Book] = {}
    by_id: dict[str, Book] = {}
    for thing in things:
        if (identity := _identity(thing)) not in books:
            item = archive_item(thing) if isinstance(thing, Archive) else _item(thing, style)
            id_ = f"{item['id']}-{len(books)}" if item["id"] in by_id else item["id"]
            books[identity] = by_id[id_] = _book(thing, {**item, "id": id_})
    return Shelf(books, by_id)


def _identity(thing: Source | Archive) -> Source | str:
    return thing.digest if isinstance(thing, Archive) else thing


def _item(source: Source, style: Style) -> dict[str, Any]:
    reported = source.part_of is not None and not source.stands_alone
    item = prepared(csl_item(source), reported=reported, notes=style.facts.note)
    return fitting(style, item) if reported else item


def _book(thing: Source | Archive, item: dict[str, Any]) -> Book:
    if isinstance(thing, Archive):
        return Book(Entry(item), thing, item["id"], item["type"], ())
    return Book(Entry(item), thing, thing.key, thing.csl_type, tuple(_lost(thing)))


def _lost(source: Source) -> Iterator[CitationWarning]:
    if source.csl_type not in CSL_TYPES:
        message = f"{source.key!r} is of type {source.csl_type!r}, which is none of CSL: styles take it for a document"
        yield CitationWarning("unknown type", source.key, message)
    if source.issued and not is_kept(source.issued):
        message = (
            f"CSL cannot say all of the date {source.issued} of {source.key!r}: it has no open and no yearless ones"
        )
        yield CitationWarning("date", source.key, message)
