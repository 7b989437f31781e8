"""The pages of an archive: one for each event and each source, written anew where something changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from attrs import evolve

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import bibliography, csl_item
from zhanaozen_archive._exporting import export
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Count
from zhanaozen_archive._pictures import wording
from zhanaozen_archive.sphinx._held import archive_at
from zhanaozen_archive.sphinx._method import codebook_page, readings_page
from zhanaozen_archive.sphinx._rst import directive, escaped, fields, heading, in_role

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_MARK = ".. Generated from the archive at each build; changes made here are lost."
_PAIR = 2


def write_record(app: Sphinx) -> None:
    """Write the pages into the folder that the settings name."""
    if app.config.zhanaozen_record is None:
        return
    folder = Path(app.srcdir) / app.config.zhanaozen_record
    pages = dict(_pages(archive_at(app.srcdir, app.config), app.config.zhanaozen_record_styles))
    for name, lines in pages.items():
        _put(folder / f"{name}.rst", "\n".join([_MARK, "", *lines, ""]))
    for path in folder.rglob("*.rst"):
        if path.relative_to(folder).with_suffix("").as_posix() not in pages and _is_ours(path):
            path.unlink()


def _put(path: Path, text: str) -> None:
    """Write a page unless it is there as it should be, so that it is not read again for nothing."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _is_ours(path: Path) -> bool:
    return path.read_text("utf-8").startswith(_MARK)


def _pages(archive: Archive, styles: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    yield "index", list(_index(archive))
    yield "codebook", list(codebook_page(archive))
    yield "readings", list(readings_page(archive))
    for event in archive.events():
        yield f"events/{event.id}", list(_event(archive, event))
    for source in archive.sources():
        yield f"sources/{source.key}", list(_source(archive, source, tuple(styles)))


# --- the list of all


def _index(archive: Archive) -> Iterator[str]:
    yield from heading("The record", "=")
    yield (
        f"Generated from {escaped(archive.title)}, data version {escaped(archive.data_version)}, "
        f"digest ``{archive.digest}``."
    )
    yield ""
    yield "How it is coded: :doc:`codebook`. How its words are heard: :doc:`readings`."
    yield from heading("Timeline", "-")
    yield ".. za:timeline::"
    yield from heading("Events", "-")
    yield from _event_list(archive, None, "")
    yield from heading("Sources", "-")
    for source in archive.sources():
        yield "  " * (len(source.path) - 1) + f"- :za:source:`{in_role(source)} <{source.key}>`"
        yield ""


def _event_list(archive: Archive, whole: Event | None, indent: str) -> Iterator[str]:
    """The parts of an event, each with its own below it."""
    for event in archive.events():
        if event.part_of == whole:
            yield f"{indent}- :za:event:`{in_role(event)} <{event.id}>`"
            yield ""
            yield from _event_list(archive, event, indent + "  ")


# --- an event


def _event(archive: Archive, event: Event) -> Iterator[str]:
    yield from _title("event", event.id, event.label)
    yield from fields(_event_facts(archive, event))
    yield from _tolls(archive, event)
    yield from heading("Who contradicts whom", "-")
    yield from directive("conflicts", about=event.id)
    yield from heading("What is said", "-")
    yield from directive("claims", about=event.id, only="")


def _event_facts(archive: Archive, event: Event) -> Iterator[tuple[str, str]]:
    yield "Kind", escaped(event.kind)
    if when := wording.when(archive, event):
        yield "When, by all that is said", escaped(when)
    if event.part_of:
        yield "Part of", f":za:event:`{in_role(event.part_of)} <{event.part_of.id}>`"
    parts = [e for e in archive.events() if e.part_of == event]
    if parts:
        yield "Parts", ", ".join(f":za:event:`{in_role(part)} <{part.id}>`" for part in parts)
    yield "Id", f"``{event.id}``"


def _tolls(archive: Archive, event: Event) -> Iterator[str]:
    """A picture of each number that more than one claim gives."""
    counted = [c for c in archive.claims(about=event) if isinstance(c.value, Count) and c.event == event]
    counted.sort(key=lambda claim: claim.property.id)
    for key, claims in groupby(counted, key=lambda claim: claim.property):
        if len(list(claims)) >= _PAIR:
            yield from directive("toll", event.id, of=key.id, only="")


# --- a source


def _source(archive: Archive, source: Source, styles: tuple[str, ...]) -> Iterator[str]:
    yield from _title("source", source.key, str(source))
    yield from (".. raw:: html", "", f'   <span class="Z3988" title="{_coins(source)}"></span>', "")
    yield from fields(_source_facts(archive, source))
    yield from heading("How to cite it", "-")
    yield from _citations(archive, source, styles)
    yield from heading("What contradicts it", "-")
    yield from directive("conflicts", via=source.key)
    yield from heading("What it says", "-")
    yield from directive("claims", via=source.key, only="", home="")


def _source_facts(archive: Archive, source: Source) -> Iterator[tuple[str, str]]:
    yield "Kind", escaped(source.kind)
    yield "Voice", escaped(str(source.voice))
    reasons = {inference.field: inference.because for inference in source.inferred}
    if source.issued:
        because = f" (inferred: {reasons['issued']})" if "issued" in reasons else ""
        yield "Published", escaped(source.issued.label() + because)
    if source.part_of:
        yield "Heard in", f":za:source:`{in_role(source.part_of)} <{source.part_of.key}>`"
    voices = [s for s in archive.sources() if s.part_of == source]
    if voices:
        yield "Voices in it", ", ".join(f":za:source:`{in_role(s)} <{s.key}>`" for s in voices)
    yield "Key", f"``{source.key}``"


def _citations(archive: Archive, source: Source, styles: tuple[str, ...]) -> Iterator[str]:
    """The entry in each style, and the item for programs; what a style leaves out is said."""
    for style in styles:
        for entry in bibliography([source], style=style, format="rst", unlisted="note"):
            yield from (f".. rubric:: {escaped(style)}", "", ".. container:: za-copy", "", f"   {entry}", "")
    yield from _code("pandoc, Quarto", "text", f"[@{source.key}]")
    alone = evolve(archive, sources=(source,), claims=())
    yield from _code("BibLaTeX", "bibtex", export(alone, "biblatex"))
    yield from _code("CSL-JSON", "json", json.dumps(csl_item(source), ensure_ascii=False, indent=2))


def _code(title: str, language: str, text: str) -> Iterator[str]:
    yield from (f".. rubric:: {title}", "", f".. code-block:: {language}", "")
    yield from (f"   {line}" for line in text.strip().split("\n"))
    yield ""


def _coins(source: Source) -> str:
    """The source as an OpenURL context object, which Zotero's button reads."""
    item = csl_item(source)
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    facts = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", _ZOTERO.get(source.csl_type, "document")),
        ("rft.title", item["title"]),
        *(("rft.creator", _plain(name)) for name in item.get("author", ())),
        ("rft.date", "-".join(f"{part:02}" for part in parts)),
        ("rft.publisher", item.get("publisher", "")),
        ("rft.source", item.get("container-title", "")),
        ("rft.identifier", item.get("URL", "")),
    ]
    return urlencode([fact for fact in facts if fact[1]]).replace("&", "&amp;")


def _plain(name: dict[str, str]) -> str:
    return " ".join(name[part] for part in ("given", "family", "literal") if part in name)


_ZOTERO = {
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "article-journal": "journalArticle",
    "broadcast": "radioBroadcast",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "speech": "presentation",
    "webpage": "webpage",
}
"""Zotero's names of the types that CSL has other names for."""


def _title(kind: str, id_: str, title: str) -> Iterator[str]:
    """The heading of the page of a record, which links go to."""
    yield from (":orphan:", "", f".. _za-{id_}:")
    yield from heading(escaped(title), "=")
    yield from directive("record", f"{kind} {id_}", title=" ".join(title.split()))
    yield from (":doc:`The record <../index>`", "")
