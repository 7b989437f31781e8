"""The sources of one document: the document itself and the voices in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from zhanaozen_archive._loading.linking import linked
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import Path, unknown
from zhanaozen_archive._loading.rows import SourceRow, TextRow, VoiceRow
from zhanaozen_archive._model.sources import CSL_TYPES, Inference, Original, Source

_KEY = re.compile(r"[a-z][a-z0-9]{3,23}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_sources(reader: Reader) -> dict[str, Source]:
    """The document and then its voices, by key; empty where the document itself cannot be read."""
    key, row, text = reader.document.key, reader.document.source, reader.document.text
    if row is None or text is None:
        return {}
    original = _original(reader, text)
    paragraphs = _paragraphs(reader, ("text",), text.paragraphs, original)
    document = evolve(_source(reader, ("source",), key, row), original=original, paragraphs=paragraphs)
    numbers, rows = _voice_rows(reader, key)

    def voice(voice_key: str, voice_row: VoiceRow, outer: Mapping[str, Source | None]) -> Source:
        path = ("voices", numbers[voice_key])
        source = _source(reader, path, voice_key, voice_row)
        return evolve(
            source,
            part_of=outer["part_of"] or document,
            stands_alone=voice_row.stands_alone,
            at=voice_row.at,
            paragraphs=_paragraphs(reader, path, voice_row.paragraphs, original),
        )

    def note(path: Path, code: str, message: str) -> None:
        reader.note(("voices", numbers[str(path[0])], *path[1:]), code, message)

    return {key: document, **linked(rows, ("part_of",), voice, "voice", note)}


def _voice_rows(reader: Reader, document: str) -> tuple[dict[str, int], dict[str, VoiceRow]]:
    """The voices by key, with the number of each in the file."""
    numbers: dict[str, int] = {}
    rows: dict[str, VoiceRow] = {}
    for n, row in enumerate(reader.document.voices):
        if row is None:
            continue
        if row.key in rows or row.key == document:
            reader.note(("voices", n, "key"), "id-twice", f"the key {row.key!r} is used already")
            continue
        numbers[row.key] = n
        rows[row.key] = evolve(row, part_of=None) if row.part_of == document else row
    return numbers, rows


def _source(reader: Reader, path: Path, key: str, row: SourceRow) -> Source:
    if not _KEY.fullmatch(key):
        message = f"{key!r} is no citation key; use 4 to 24 lower-case letters and digits, a letter first"
        reader.note(path, "invalid-key", message)
    if row.type not in CSL_TYPES:
        reader.note((*path, "type"), "invalid-value", unknown("CSL type", row.type, CSL_TYPES))
    return Source(
        key=key,
        csl_type=row.type,
        voice=reader.agent((*path, "voice"), row.voice),
        title=row.title,
        authors=tuple(reader.agent((*path, "authors"), name) for name in row.authors),
        contributors=tuple(reader.agent((*path, "contributors"), name) for name in row.contributors),
        publisher=row.publisher,
        container=row.container,
        genre=row.genre,
        number=row.number,
        url=row.url,
        issued=reader.period((*path, "issued"), row.issued),
        inferred=tuple(Inference(*pair) for pair in sorted(row.inferred.items())),
        note=row.note,
    )


def _original(reader: Reader, row: TextRow) -> Original:
    if not _SHA256.fullmatch(row.sha256):
        reader.note(("text", "sha256"), "invalid-value", "expected 64 lower-case hexadecimal digits")
    return Original(row.file, row.sha256, row.length)


def _paragraphs(reader: Reader, path: Path, starts: tuple[int, ...], original: Original) -> tuple[int, ...]:
    if sorted({*starts}) != [*starts] or not all(0 <= start < original.length for start in starts):
        message = f"expected rising numbers from 0, below the length {original.length}"
        reader.note((*path, "paragraphs"), "invalid-value", message)
    return starts
