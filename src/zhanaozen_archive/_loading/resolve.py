"""From rows to an archive: every reference followed, every rule of the format checked."""

from __future__ import annotations

import re
from functools import partial

from zhanaozen_archive._archive import SCHEMA_VERSION, Archive, Retired
from zhanaozen_archive._loading.claims import read_claims
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import Report, unknown
from zhanaozen_archive._loading.rows import ArchiveRow
from zhanaozen_archive._loading.shared import shared
from zhanaozen_archive._loading.sources import read_sources
from zhanaozen_archive._loading.typed import Document, Files
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.sources import Source

_DATA_VERSION = re.compile(r"\d{4}\.\d{1,2}(\.\d+)?")
Placed = tuple[Document, int, AnyClaim]
"""A claim with the file and the number in it."""


def resolved(files: Files, report: Report) -> Archive | None:
    """The archive, with all that is wrong in the report; what is given back counts only where nothing is."""
    known = shared(files, report)
    sources: dict[str, Source] = {}
    placed: list[Placed] = []
    for document in files.documents:
        reader = Reader(document, known, report)
        own = read_sources(reader)
        _check_keys(own, sources, files, reader)
        sources |= own
        claims = [(document, n, claim) for n, claim in read_claims(reader, own)]
        placed += sorted(claims, key=lambda p: (p[2].at[0].start, p[2].at[-1].end, p[2].id))
    _check_claim_ids(placed, files, report)
    if files.archive is None:
        return None
    _check_archive(files.archive, report)
    return Archive(
        title=files.archive.title,
        data_version=files.archive.data_version,
        sources=tuple(sources.values()),
        events=tuple(known.events.values()),
        claims=tuple(claim for _, _, claim in placed),
        places=tuple(known.places.values()),
        agents=tuple(known.agents.values()),
        codebook=Codebook(
            tuple(known.definitions.values()),
            tuple(known.vocabularies.values()),
            tuple(known.populations.values()),
        ),
        readings=tuple(known.readings.values()),
        retired=tuple(Retired(id_, row.because, row.successors) for id_, row in sorted(files.retired.items())),
    )


def _check_archive(row: ArchiveRow, report: Report) -> None:
    note = partial(report.add, "archive.toml")
    if row.schema_version != SCHEMA_VERSION:
        message = f"this library reads version {SCHEMA_VERSION} of the format, not {row.schema_version}"
        note(("schema_version",), "schema-version", message)
    if not _DATA_VERSION.fullmatch(row.data_version):
        note(
            ("data_version",),
            "invalid-value",
            f"{row.data_version!r} is no calendar version such as '2026.11'",
        )


def _check_keys(own: dict[str, Source], others: dict[str, Source], files: Files, reader: Reader) -> None:
    """Citation keys are unique in the archive and never used again."""
    for key in own:
        if key in others:
            reader.note((), "id-twice", f"the key {key!r} is used in {others[key].document.key!r} already")
        if key in files.retired:
            reader.note((), "retired-id", f"{key!r} is retired and must not be used again")


def _check_claim_ids(placed: list[Placed], files: Files, report: Report) -> None:
    """Claims that a claim refers to are there, and no id is used that was retired."""
    ids = [claim.id for _, _, claim in placed]
    known = frozenset(ids)
    for document, n, claim in placed:
        for key in ("supersedes", "repeats", "about_claim"):
            given = getattr(claim, key)
            for id_ in (given,) if isinstance(given, str) else given or ():
                if id_ not in known:
                    report.add(document.file, ("claims", n, key), "unknown-reference", unknown("claim", id_, ids))
        if claim.id in files.retired:
            message = f"{claim.id!r} is retired and must not be used again"
            report.add(document.file, ("claims", n, "id"), "retired-id", message)
