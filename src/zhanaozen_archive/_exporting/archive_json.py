"""The whole archive as one object of JSON, in the form that the command line writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zhanaozen_archive._archive import SCHEMA_VERSION, Archive
from zhanaozen_archive._archive.verdicts import record
from zhanaozen_archive._exporting.plain import written


def archive_json(archive: Archive) -> str:
    """Every record, and the conflicts and revisions that follow from them."""
    codebook = archive.codebook
    records: dict[str, Iterable[Any]] = {
        "sources": archive.sources(),
        "events": archive.events(),
        "claims": archive.claims(),
        "places": archive.places(),
        "agents": archive.agents(),
        "properties": codebook.definitions,
        "vocabularies": codebook.vocabularies,
        "populations": codebook.populations,
        "disjoint": codebook.disjoint,
        "readings": archive.readings,
        "retired": archive.retired,
        "conflicts": archive.conflicts(),
        "disputes": archive.disputes(),
        "revisions": archive.revisions(),
    }
    return written(
        {
            "schema_version": SCHEMA_VERSION,
            "data_version": archive.data_version,
            "digest": archive.digest,
            "title": archive.title,
            "maintainers": archive.maintainers,
            **{name: [record(thing) for thing in things] for name, things in records.items()},
            "complete": archive.conflicts_are_complete,
        }
    )
