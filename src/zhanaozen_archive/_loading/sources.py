"""The sources of one document: the document itself and the voices in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from attrs import evolve

from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.linking import linked
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import Message, did_you_mean, shown, unknown
from zhanaozen_archive._loading.rows import SourceRow, VoiceRow
from zhanaozen_archive._loading.safely import PLAIN_NAME
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import CSL_TYPES, Inference, Original, Source
from zhanaozen_archive.errors import Code

_KEY = re.compile(r"[a-z][a-z0-9]{3,23}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_INFERABLE = (
    "type",
    "voice",
    "title",
    "authors",
    "contributors",
    "publisher",
    "container",
    "genre",
    "number",
    "url",
    "issued",
)


def read_sources(reader: Reader) -> dict[str, Source]:
    """The document and then its voices, by key."""
    key, row, text = reader.document.key, reader.document.source, reader.document.text
    _check_key(reader, (), key)
    _check_text(reader)
    document = evolve(
        _source(reader, ("source",), key, row),
        original=Original(text.file, text.sha256, text.length),
        paragraphs=_paragraphs(reader, ("text",), text.paragraphs),
    )
    numbers: dict[str, int] = {}
    voices: dict[str, Source] = {}
    for n, voice_row in enumerate(reader.document.voices):
        voice = _voice(reader, ("voices", n), voice_row)
        if voice.key == key or voice.key in voices:
            reader.note(("voices", n, "key"), "id-twice", f"the key {voice.key!r} is used already")
        else:
            numbers[voice.key], voices[voice.key] = n, voice

    def placed(voice_key: str, _: VoiceRow, outer: Mapping[str, Source | None]) -> Source:
        return evolve(voices[voice_key], part_of=outer["part_of"] or document)

    def note(path: Path, code: Code, message: Message) -> None:
        reader.note(("voices", numbers[str(path[0])], *path[1:]), code, message)

    rows = {voice_key: _below(key, reader.document.voices[n]) for voice_key, n in numbers.items()}
    return {key: document, **linked(rows, ("part_of",), placed, "voice", note)}


def _below(document: str, row: VoiceRow) -> VoiceRow:
    """The row of a voice; one that is part of the document itself names no other voice."""
    return evolve(row, part_of=None) if row.part_of == document else row


def _voice(reader: Reader, path: Path, row: VoiceRow) -> Source:
    _check_key(reader, (*path, "key"), row.key)
    reader.check_inside((*path, "at"), row.at)
    return evolve(
        _source(reader, path, row.key, row),
        stands_alone=row.stands_alone,
        at=row.at,
        paragraphs=_paragraphs(reader, path, row.paragraphs),
    )


def _source(reader: Reader, path: Path, key: str, row: SourceRow) -> Source:
    if row.type not in CSL_TYPES:
        reader.note((*path, "type"), "invalid-value", partial(unknown, "CSL type", row.type, CSL_TYPES))
    _check_inferred(reader, path, row)
    return Source(
        key=key,
        csl_type=row.type,
        voice=reader.agent((*path, "voice"), row.voice),
        title=row.title,
        authors=tuple(_agents(reader, (*path, "authors"), row.authors)),
        contributors=tuple(_agents(reader, (*path, "contributors"), row.contributors)),
        publisher=row.publisher,
        container=row.container,
        genre=row.genre,
        number=row.number,
        url=row.url,
        issued=reader.period((*path, "issued"), row.issued),
        inferred=tuple(Inference(*pair) for pair in sorted(row.inferred.items())),
        note=row.note,
    )


def _agents(reader: Reader, path: Path, ids: tuple[str, ...]) -> Iterator[Agent]:
    return (reader.agent((*path, n), id_) for n, id_ in enumerate(ids))


def _paragraphs(reader: Reader, path: Path, starts: tuple[int, ...]) -> tuple[int, ...]:
    length = reader.length
    if sorted({*starts}) != [*starts] or not all(0 <= start < length for start in starts):
        message = f"expected rising numbers from 0, below the length {length}, not {shown([*starts])}"
        reader.note((*path, "paragraphs"), "invalid-value", message)
    return starts


# --- rules of the format


def _check_key(reader: Reader, path: Path, key: str) -> None:
    if not _KEY.fullmatch(key):
        message = f"{shown(key)} is no citation key; use 4 to 24 lower-case letters and digits, a letter first"
        reader.note(path, "invalid-key", message)


def _check_text(reader: Reader) -> None:
    row = reader.document.text
    if not PLAIN_NAME.fullmatch(row.file):
        reader.note(("text", "file"), "invalid-value", f"expected the plain name of a file, not {shown(row.file)}")
    if not _SHA256.fullmatch(row.sha256):
        message = f"expected 64 lower-case hexadecimal digits, not {shown(row.sha256)}"
        reader.note(("text", "sha256"), "invalid-value", message)
    if row.length < 1:
        reader.note(("text", "length"), "invalid-value", f"expected the number of code points, not {row.length}")


def _check_inferred(reader: Reader, path: Path, row: SourceRow) -> None:
    """Each reason is for something that is given."""
    for field in row.inferred:
        if field not in _INFERABLE:
            reader.note((*path, "inferred", field), "unknown-key", f"unknown key{did_you_mean(field, _INFERABLE)}")
        elif not getattr(row, field) and not reader.is_unread((*path, field)):
            message = f"there is a reason for {field}, but no {field}"
            reader.note((*path, "inferred", field), "missing-key", message)
