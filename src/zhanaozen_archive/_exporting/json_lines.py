"""The whole archive as JSON Lines: a record a line, so that it is written and read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from zhanaozen_archive._archive import SCHEMA_VERSION, Archive, record
from zhanaozen_archive._exporting.plain import unsteering
from zhanaozen_archive._releases.digest import Record


def json_lines(archive: Archive) -> Iterator[str]:
    """The lines, each made when it is asked for: what the archive is, what its claims refer to, and the claims."""
    codebook = archive.codebook
    head = {
        "schema_version": SCHEMA_VERSION,
        "data_version": archive.data_version,
        "title": archive.title,
        "maintainers": archive.maintainers,
        "claims": len(archive.claims()),
    }
    yield _line("archive", head)
    kinds: tuple[tuple[str, Iterable[Any]], ...] = (
        ("agent", archive.agents()),
        ("place", archive.places()),
        ("population", codebook.populations),
        ("vocabulary", codebook.vocabularies),
        ("property", codebook.definitions),
        ("reading", archive.readings),
        ("retired", archive.retired),
        ("source", archive.sources()),
        ("event", archive.events()),
        ("disjoint", codebook.disjoint),
        ("claim", archive.claims()),
    )
    for kind, things in kinds:
        yield from (_line(kind, record(thing)) for thing in things)


def _line(kind: str, content: Record) -> str:
    text = json.dumps({"record": kind, **content}, ensure_ascii=False, allow_nan=False)
    return f"{unsteering(text)}\n"
