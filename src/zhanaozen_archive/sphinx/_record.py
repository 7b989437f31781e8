"""The pages of an archive: one for each event and each source, written anew where something changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import bibliography, csl_item
from zhanaozen_archive._citing.rich import Text
from zhanaozen_archive._citing.writers.rst import write as write_rst
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Count
from zhanaozen_archive._pictures import wording
from zhanaozen_archive.sphinx._held import archive_at

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
    for event in archive.events():
        yield f"events/{event.id}", list(_event(archive, event))
    for source in archive.sources():
        yield f"sources/{source.key}", list(_source(archive, source, tuple(styles)))


# --- the list of all


def _index(archive: Archive) -> Iterator[str]:
    yield from _heading("The record", "=")
    yield (
        f"Generated from {_escaped(archive.title)}, data version {_escaped(archive.data_version)}, "
        f"digest ``{archive.digest}``."
    )
    yield from _heading("Timeline", "-")
    yield ".. za:timeline::"
    yield from _heading("Events", "-")
    yield from _event_list(archive, None, "")
    yield from _heading("Sources", "-")
    for source in archive.sources():
        yield "  " * (len(source.path) - 1) + f"- :za:source:`{_in_role(source)} <{source.key}>`"
        yield ""


def _event_list(archive: Archive, whole: Event | None, indent: str) -> Iterator[str]:
    """The parts of an event, each with its own below it."""
    for event in archive.events():
        if event.part_of == whole:
            yield f"{indent}- :za:event:`{_in_role(event)} <{event.id}>`"
            yield ""
            yield from _event_list(archive, event, indent + "  ")


# --- an event


def _event(archive: Archive, event: Event) -> Iterator[str]:
    yield from _title("event", event.id, event.label)
    yield from _fields(_event_facts(archive, event))
    yield from _tolls(archive, event)
    yield from _heading("Who contradicts whom", "-")
    yield from _directive("conflicts", about=event.id)
    yield from _heading("What is said", "-")
    yield from _directive("claims", about=event.id, only="")


def _event_facts(archive: Archive, event: Event) -> Iterator[tuple[str, str]]:
    yield "Kind", _escaped(event.kind)
    if when := wording.when(archive, event):
        yield "When, by all that is said", _escaped(when)
    if event.part_of:
        yield "Part of", f":za:event:`{_in_role(event.part_of)} <{event.part_of.id}>`"
    parts = [e for e in archive.events() if e.part_of == event]
    if parts:
        yield "Parts", ", ".join(f":za:event:`{_in_role(part)} <{part.id}>`" for part in parts)
    yield "Id", f"``{event.id}``"


def _tolls(archive: Archive, event: Event) -> Iterator[str]:
    """A picture of each number that more than one claim gives."""
    counted = [c for c in archive.claims(about=event) if isinstance(c.value, Count) and c.event == event]
    counted.sort(key=lambda claim: claim.property.id)
    for key, claims in groupby(counted, key=lambda claim: claim.property):
        if len(list(claims)) >= _PAIR:
            yield from _directive("toll", event.id, of=key.id, only="")


# --- a source


def _source(archive: Archive, source: Source, styles: tuple[str, ...]) -> Iterator[str]:
    yield from _title("source", source.key, str(source))
    yield from (".. raw:: html", "", f'   <span class="Z3988" title="{_coins(source)}"></span>', "")
    yield from _fields(_source_facts(archive, source))
    yield from _heading("How to cite it", "-")
    yield from _citations(source, styles)
    yield from _heading("What contradicts it", "-")
    yield from _directive("conflicts", via=source.key)
    yield from _heading("What it says", "-")
    yield from _directive("claims", via=source.key, only="", home="")


def _source_facts(archive: Archive, source: Source) -> Iterator[tuple[str, str]]:
    yield "Kind", _escaped(source.genre or source.csl_type.replace("-", " "))
    yield "Voice", _escaped(str(source.voice))
    reasons = {inference.field: inference.because for inference in source.inferred}
    if source.issued:
        because = f" (inferred: {reasons['issued']})" if "issued" in reasons else ""
        yield "Published", _escaped(source.issued.label() + because)
    if source.part_of:
        yield "Heard in", f":za:source:`{_in_role(source.part_of)} <{source.part_of.key}>`"
    voices = [s for s in archive.sources() if s.part_of == source]
    if voices:
        yield "Voices in it", ", ".join(f":za:source:`{_in_role(s)} <{s.key}>`" for s in voices)
    yield "Key", f"``{source.key}``"


def _citations(source: Source, styles: tuple[str, ...]) -> Iterator[str]:
    """The entry in each style, and the item for programs; what a style leaves out is said."""
    for style in styles:
        [entry] = bibliography([source], style=style, format="html")
        yield from (f".. rubric:: {_escaped(style)}", "", ".. container:: za-copy", "", f"   {entry}", "")
    yield from (".. rubric:: pandoc, Quarto", "", ".. code-block:: text", "", f"   [@{source.key}]", "")
    item = json.dumps(csl_item(source), ensure_ascii=False, indent=2)
    yield from (
        ".. rubric:: CSL-JSON",
        "",
        ".. code-block:: json",
        "",
        *(f"   {line}" for line in item.split("\n")),
        "",
    )


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


# --- reStructuredText


def _title(kind: str, id_: str, title: str) -> Iterator[str]:
    """The heading of the page of a record, which links go to."""
    yield from (":orphan:", "", f".. _za-{id_}:")
    yield from _heading(_escaped(title), "=")
    yield from _directive("record", f"{kind} {id_}", title=" ".join(title.split()))
    yield from (":doc:`The record <../index>`", "")


def _heading(text: str, line: str) -> tuple[str, ...]:
    return "", text, line * (2 * len(text)), ""


def _directive(name: str, argument: str = "", **options: str) -> Iterator[str]:
    yield f".. za:{name}:: {argument}".rstrip()
    yield from (f"   :{option}: {value}".rstrip() for option, value in options.items())
    yield ""


def _fields(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f":{name}: {value}" for name, value in facts)
    yield ""


def _escaped(text: str) -> str:
    return write_rst((Text(text),))


def _in_role(record: object) -> str:
    """A label as the text of a role that names its target: without what would end it."""
    return " ".join(str(record).replace("\\", "").replace("`", "’").replace("<", "‹").replace(">", "›").split())
