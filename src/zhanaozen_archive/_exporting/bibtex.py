"""BibTeX: the types and fields that its old styles know, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.latex import Field, entry, escape, people, whole
from zhanaozen_archive._exporting.references import Item, address, dates, edtf, items, name, sentences

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "collection": "book",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""The entry type for each CSL type; `misc` for all others."""
_IN_BOOK = ("incollection", "inproceedings")
_PUBLISHED_BY = {"misc": "howpublished", "phdthesis": "school", "techreport": "institution"}
_SHARED = Counter(_TYPES.values())
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(archive: Archive) -> str:
    """All sources as one `.bib` file."""
    return "\n".join(_entry(item) for item in items(archive))


def _entry(item: Item) -> str:
    kind = _TYPES.get(item["type"], "misc")
    if kind == "article" and "container-title" not in item:
        kind = "misc"
    return entry(kind, item["id"], _fields(item, kind))


def _fields(item: Item, kind: str) -> Iterator[Field]:
    yield "author", people(item.get("author", ()))
    yield "title", whole(item["title"])
    yield from _container(kind, escape(item.get("container-title", "")))
    yield from _date(item)
    yield _PUBLISHED_BY.get(kind, "publisher"), escape(item.get("publisher", ""))
    yield "type", escape(item.get("genre", ""))
    yield "number", escape(item.get("number", ""))
    yield "url", address(item.get("URL", ""))
    yield "annote", escape(_annotation(item, kind))


def _container(kind: str, container: str) -> Iterator[Field]:
    if kind == "article":
        yield "journal", container
    elif kind in _IN_BOOK:
        yield "booktitle", container
    elif container:
        yield "note", f"In: {container}"


def _date(item: Item) -> Iterator[Field]:
    """The year and the month of the first day; BibTeX has no days and no ranges."""
    if "issued" in item:
        year, *rest = dates(item["issued"])[0]
        yield "year", year
        yield "month", _MONTHS[int(rest[0]) - 1] if rest else ""


def _annotation(item: Item, kind: str) -> str:
    """What BibTeX has no field for."""
    told = kind != "misc" and _SHARED[kind] == 1
    contributors = "; ".join(map(name, item.get("contributor", ())))
    return sentences(
        [
            None if told else f"CSL type: {item['type']}",
            f"Contributors: {contributors}" if contributors else None,
            f"Date: {edtf(item['issued'])}" if "issued" in item else None,
            item.get("annote"),
        ]
    )
