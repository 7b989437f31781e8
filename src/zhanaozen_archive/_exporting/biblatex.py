"""BibLaTeX: an entry for each source, in UTF-8, as biber and BibLaTeX read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.latex import Field, entry, escape, people, whole
from zhanaozen_archive._exporting.references import Item, address, edtf, items, sentences

_TYPES = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "image",
    "graphic": "image",
    "hearing": "jurisdiction",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "map": "image",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
"""The entry type for each CSL type; `misc` for all others."""
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_IN_JOURNAL = ("article", "review")
_IN_BOOK = ("incollection", "inproceedings", "inreference")
_PUBLISHED_BY = {"misc": "organization", "online": "organization", "report": "institution", "thesis": "institution"}
_SHARED = Counter(_TYPES.values())


def biblatex(archive: Archive) -> str:
    """All sources as one `.bib` file."""
    return "\n".join(_entry(item) for item in items(archive))


def _entry(item: Item) -> str:
    kind = _TYPES.get(item["type"], "misc")
    return entry(kind, item["id"], _fields(item, kind))


def _fields(item: Item, kind: str) -> Iterator[Field]:
    container = escape(item.get("container-title", ""))
    yield "author", people(item.get("author", ()))
    yield "title", whole(item["title"])
    yield from _container(kind, container)
    if contributors := people(item.get("contributor", ())):
        yield "editora", contributors
        yield "editoratype", "collaborator"
    yield "date", edtf(item["issued"]) if "issued" in item else ""
    yield _PUBLISHED_BY.get(kind, "publisher"), escape(item.get("publisher", ""))
    yield "type", escape(item.get("genre", ""))
    yield "number", escape(item.get("number", ""))
    yield "url", address(item.get("URL", ""))
    yield "entrysubtype", _SUBTYPES.get(item["type"], "")
    yield "annotation", escape(_annotation(item, kind))


def _container(kind: str, container: str) -> Iterator[Field]:
    if kind in _IN_JOURNAL:
        yield "journaltitle", container
    elif kind in _IN_BOOK:
        yield "booktitle", container
    elif container:
        yield "note", f"In: {container}"


def _annotation(item: Item, kind: str) -> str:
    """The CSL type, where the entry type stands for several, and the remarks of the archive."""
    told = item["type"] in _SUBTYPES or (kind != "misc" and _SHARED[kind] == 1)
    return sentences([None if told else f"CSL type: {item['type']}", item.get("annote")])
