"""RIS: tagged lines, one record after another, without the numbers that some programs put between them."""

from __future__ import annotations

from collections.abc import Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.references import Item, address, dates, edtf, items, line, name, sentences

_TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""The type of the record for each CSL type; `GEN` for all others."""


def ris(archive: Archive) -> str:
    """All sources as one `.ris` file."""
    return "\n".join(_record(item) for item in items(archive))


def _record(item: Item) -> str:
    lines = [f"{tag}  - {text}\n" for tag, value in _tags(item) if (text := line(value))]
    return f"{''.join(lines)}ER  - \n"


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    yield from (("AU", _author(author)) for author in item.get("author", ()))
    yield "TI", item["title"]
    yield "T2", item.get("container-title", "")
    yield from _dates(item)
    yield "PB", item.get("publisher", "")
    yield "M3", item.get("genre", "")
    yield "M1", item.get("number", "")
    yield "UR", address(item.get("URL", ""))
    yield "N1", _notes(item)


def _author(author: dict[str, str]) -> str:
    """Family name, comma, given name; a comma behind a name in one part tells readers to leave it whole."""
    return name(author) if "given" in author else f"{name(author)},"


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """The year alone, and the first date; RIS has no ranges."""
    if "issued" in item:
        first = dates(item["issued"])[0]
        yield "PY", first[0]
        yield "DA", "/".join(first)


def _notes(item: Item) -> str:
    """What RIS has no tag for."""
    issued = item.get("issued", {})
    certain = edtf(issued) == "-".join(dates(issued)[0]) if issued else True
    contributors = "; ".join(map(name, item.get("contributor", ())))
    return sentences(
        [
            f"CSL type: {item['type']}",
            f"Contributors: {contributors}" if contributors else None,
            None if certain else f"Date: {edtf(issued)}",
            item.get("annote"),
        ]
    )
