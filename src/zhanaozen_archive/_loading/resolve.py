"""From rows to an archive: every reference followed, every rule of the format checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from unicodedata import normalize

from zhanaozen_archive._archive import SCHEMA_VERSION, Archive, Retired
from zhanaozen_archive._loading.claims import check_circles, check_references, claim_ids, read_claims
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.linking import ordered, told
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import Report, shown, unknown
from zhanaozen_archive._loading.rows import ArchiveRow, RetiredRow
from zhanaozen_archive._loading.shared import Shared, is_id, shared
from zhanaozen_archive._loading.sources import read_sources
from zhanaozen_archive._loading.typed import Files, Parsed, Structure, typed
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import Problem

Loaded = tuple[Archive | None, tuple[Problem, ...]]
"""The archive, or everything that is wrong with it."""
_DATA_VERSION = re.compile(r"[0-9]{4}\.(0?[1-9]|1[0-2])(\.[0-9]+)?")


def joined(parsed: Parsed, structure: Structure, report: Report) -> Loaded:
    """The archive of the tables of all files; what was wrong with the files themselves is in the report already."""
    archive = resolved(typed(parsed, structure), report) if parsed else None
    found = report.found()
    return (None if found else archive), found


def resolved(files: Files, report: Report) -> Archive | None:
    """The archive, with all that is wrong in the report; what is given back counts only where nothing is."""
    known = shared(files, report)
    readers = [Reader(document, known, report) for document in files.documents]
    ids = dict.fromkeys(id_ for reader in readers for id_ in claim_ids(reader))
    sources: dict[str, Source] = {}
    claims: list[AnyClaim] = []
    for reader in readers:
        own = own_sources(reader, sources, files.retired)
        sources |= own
        claims += sorted(read_claims(reader, own), key=lambda c: (c.at[0].start, c.at[-1].end, c.id))
        check_references(reader, ids, files.retired)
    check_circles(readers)
    check_texts(readers)
    check_retired(files.retired, {*ids, *ids_beside(known, sources)}, report)
    return assembled(files, known, sources.values(), claims, report)


def own_sources(reader: Reader, others: Mapping[str, Source], retired: Mapping[str, RetiredRow]) -> dict[str, Source]:
    """The sources of one document, whose keys none of the others has."""
    own = read_sources(reader)
    _check_keys(reader, own, others, retired)
    return own


def ids_beside(known: Shared, sources: Iterable[str]) -> Iterator[str]:
    """The ids of all that a retired id can lead to beside claims."""
    return chain(sources, known.events, known.places, known.agents)


def assembled(
    files: Files, known: Shared, sources: Iterable[Source], claims: Iterable[AnyClaim], report: Report
) -> Archive | None:
    """The archive of all its parts; None where nothing says what it is."""
    if files.archive is None:
        return None
    _check_archive(files.archive, report)
    return Archive(
        title=files.archive.title,
        data_version=files.archive.data_version,
        maintainers=files.archive.maintainers,
        sources=tuple(sources),
        events=tuple(known.events.values()),
        claims=tuple(claims),
        places=tuple(known.places.values()),
        agents=tuple(known.agents.values()),
        codebook=Codebook(
            tuple(filter(None, known.definitions.values())),
            tuple(known.vocabularies.values()),
            tuple(known.populations.values()),
            known.disjoint,
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
        message = f"expected year and month, such as '2026.11', not {shown(row.data_version)}"
        note(("data_version",), "invalid-value", message)


def _check_keys(
    reader: Reader, own: Iterable[str], others: Mapping[str, Source], retired: Mapping[str, RetiredRow]
) -> None:
    """Citation keys are unique in the archive and never used again."""
    numbers = {row.key: n for n, row in reversed([*enumerate(reader.document.voices)])}
    for key in own:
        path: Path = ("voices", numbers[key], "key") if key != reader.document.key else ()
        if key in others:
            reader.note(path, "id-twice", f"the key {key!r} is used in {others[key].document.key!r} already")
        if key in retired:
            reader.note(path, "retired-id", f"{key!r} is retired and must not be used again")


def check_texts(readers: Iterable[Reader]) -> None:
    """Each text belongs to one document; two names must not be one to a system that does not tell case."""
    held: dict[str, Reader] = {}
    for reader in readers:
        if (file := reader.document.text.file) and not reader.is_unread(("text", "file")):
            other = held.setdefault(normalize("NFC", file).casefold(), reader)
            if other is not reader:
                message = f"{shown(file)} is the text of {other.document.key!r} already"
                reader.note(("text", "file"), "text-twice", message)


def check_retired(retired: Mapping[str, RetiredRow], ids: Collection[str], report: Report) -> None:
    """What a retired id was replaced by is there, or was retired later; following it comes to an end."""
    note = partial(report.add, "retired.toml")
    for id_, row in retired.items():
        if not all(map(is_id, id_.split("/", 1))):
            note((id_,), "invalid-id", f"{shown(id_)} is no id that can have been used")
        for n, successor in enumerate(row.successors):
            if successor not in ids and successor not in retired and not report.lost:
                note((id_, "successors", n), "unknown-reference", partial(_unknown, successor, ids))
    links = {id_: [other for other in row.successors if other in retired] for id_, row in retired.items()}
    for _ in ordered(links, lambda *at: note((at[2][0], "successors"), "circular", told(at[2]))):
        pass


def _unknown(id_: str, ids: Collection[str]) -> str:
    return unknown("id", id_, sorted(ids))
