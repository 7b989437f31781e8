"""The tables of sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhanaozen_archive._archive import Archive, Record, record
from zhanaozen_archive._exporting.columns import END, NUMBER, START, Table, flag, key, number, one_of, spans, text
from zhanaozen_archive._model.sources import CSL_TYPES

Rows = Iterator[dict[str, Any]]


def _records(archive: Archive) -> Iterator[Record]:
    return map(record, archive.sources())


def _sources(archive: Archive) -> Rows:
    for source in _records(archive):
        yield {**source, **(source["text"] or {"file": None, "sha256": None, "length": None})}


def _agents(archive: Archive) -> Rows:
    for source in _records(archive):
        for role in ("authors", "contributors"):
            for nth, agent in enumerate(source[role], 1):
                yield {"source": source["key"], "role": role[:-1], "number": nth, "agent": agent}


def _inferences(archive: Archive) -> Rows:
    for source in _records(archive):
        for field, because in source["inferred"].items():
            yield {"source": source["key"], "field": field, "because": because}


def _paragraphs(archive: Archive) -> Rows:
    for source in _records(archive):
        for nth, start in enumerate(source["paragraphs"], 1):
            yield {"source": source["key"], "number": nth, "start": start}


def _places(archive: Archive) -> Rows:
    for source in _records(archive):
        yield from ({"source": source["key"], **span} for span in spans(source["at"]))


_SOURCE = key("source", "The source.", "sources")

TABLES = (
    Table(
        "sources",
        "The documents, and the voices that speak in them; what a document does not give is absent.",
        ("key",),
        (
            key("key", "The key that it is cited by; never used for anything else."),
            one_of("type", "A type of CSL 1.0.2.", CSL_TYPES),
            text("title", "Its title."),
            key("voice", "Who speaks in its own name.", "agents"),
            text("publisher", "Its publisher."),
            text("container", "Title of what it appeared in, where that is no source of the archive."),
            text("genre", "What it is, where its type does not tell."),
            text("number", "Its number."),
            text("url", "Its address."),
            text("issued", "When it appeared, in EDTF."),
            text("part_of", "The source in which it is heard; absent for a document.", "sources"),
            key("document", "The document in which it is heard; a document is its own.", "sources"),
            flag("stands_alone", "Whether it stands beside its document, which does not report it."),
            text("file", "Name of the file of a document's text, which is not part of the archive."),
            text("sha256", "SHA-256 of that file's bytes, 64 hexadecimal digits."),
            number("length", "Length of that text in code points."),
            text("note", "A remark of the archive."),
        ),
        _sources,
    ),
    Table(
        "source_agents",
        "Authors and contributors.",
        ("source", "role", "number"),
        (
            _SOURCE,
            one_of("role", "What the agent is to the source.", ("author", "contributor")),
            NUMBER,
            key("agent", "The agent.", "agents"),
        ),
        _agents,
    ),
    Table(
        "source_inferences",
        "Facts that a document does not state, each with the reason why it is held.",
        ("source", "field"),
        (_SOURCE, key("field", "The column that holds the fact."), key("because", "Why it is held.")),
        _inferences,
    ),
    Table(
        "source_paragraphs",
        "Where each paragraph of a body starts.",
        ("source", "number"),
        (_SOURCE, NUMBER, START),
        _paragraphs,
    ),
    Table(
        "source_places",
        "Where a document introduces a voice.",
        ("source", "number"),
        (_SOURCE, NUMBER, START, END),
        _places,
    ),
)
