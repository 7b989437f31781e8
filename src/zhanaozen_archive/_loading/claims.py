"""The claims of one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import Path, unknown
from zhanaozen_archive._loading.rows import ClaimRow
from zhanaozen_archive._loading.values import value_of
from zhanaozen_archive._model.claims import AnyClaim, Claim, Scope, Step
from zhanaozen_archive._model.sources import Original, Source, Span
from zhanaozen_archive.errors import InvalidPeriod, InvalidValue

T = TypeVar("T")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_QUOTATION = 15
"""Words that one quotation may have."""
LARGEST_SHARE = 30
"""Per cent of a document's text that all quotations of it together may have, overlaps counted once."""


def read_claims(reader: Reader, sources: Mapping[str, Source]) -> Iterator[tuple[int, AnyClaim]]:
    """The claims with the number of each in the file; one that refers to what is not there is left out."""
    document = sources.get(reader.document.key)
    if document is None or document.original is None:
        return
    seen: set[str] = set()
    quoted: list[Span] = []
    for n, row in enumerate(reader.document.claims):
        if row is None:
            continue
        path: Path = ("claims", n)
        if row.id in seen or not _ID.fullmatch(row.id):
            told = "is used already" if row.id in seen else "is no id; use lower-case letters, digits, single hyphens"
            reader.note((*path, "id"), "id-twice" if row.id in seen else "invalid-id", f"the id {row.id!r} {told}")
        seen.add(row.id)
        _check_words(reader, path, row, document.original)
        quoted += row.at if row.quote else ()
        if (claim := _claim(reader, path, row, sources)) is not None:
            yield n, claim
    _check_share(reader, quoted, document.original)


def _claim(reader: Reader, path: Path, row: ClaimRow, sources: Mapping[str, Source]) -> AnyClaim | None:
    _check_pairs(reader, path, row)
    known = reader.known
    event = _found(reader, (*path, "event"), "event", row.event, known.events)
    source = _found(reader, (*path, "source"), "voice", row.source or reader.document.key, sources)
    definition = _found(reader, (*path, "property"), "property", row.property, known.definitions)
    steps = tuple(Step(reader.agent((*path, "attribution"), s.agent), s.verb, s.at) for s in row.attribution)
    scope = Scope(
        _found(reader, (*path, "place"), "place", row.place, known.places),
        _found(reader, (*path, "population"), "population", row.population, known.populations),
        reader.period((*path, "time"), row.time),
    )
    as_of = reader.period((*path, "as_of"), row.as_of)
    value = _value(reader, path, row)
    if event is None or source is None or definition is None or value is None:
        return None
    return Claim(
        id=f"{reader.document.key}/{row.id}",
        event=event,
        property=definition.property,
        value=value,
        source=source,
        at=row.at,
        attribution=(*_own_steps(source, row), *steps),
        words=row.quote,
        also_at=row.also_at,
        scope=scope,
        as_of=as_of,
        as_of_inferred=row.as_of_inferred,
        polarity=row.polarity,
        modality=row.modality,
        supersedes=tuple(_full(reader, id_) for id_ in row.supersedes),
        supersedes_because=row.supersedes_because,
        repeats=_full(reader, row.repeats) if row.repeats else None,
        about_claim=_full(reader, row.about_claim) if row.about_claim else None,
        stance=row.stance,
        inferred=row.inferred,
        note=row.note,
    )


def _own_steps(source: Source, row: ClaimRow) -> Iterator[Step]:
    """The steps down to the source's own voice: whoever passes on another's words reports them."""
    *reporting, last = source.voices
    yield from (Step(agent, "reports") for agent in reporting)
    yield Step(last, "reports" if row.attribution else row.verb)


def _full(reader: Reader, id_: str) -> str:
    """The full id of a claim, which one of the same document may leave short."""
    return id_ if "/" in id_ else f"{reader.document.key}/{id_}"


def _found(reader: Reader, path: Path, what: str, id_: str | None, among: Mapping[str, T]) -> T | None:
    if id_ is not None and id_ not in among:
        reader.note(path, "unknown-reference", unknown(what, id_, among))
    return among.get(id_) if id_ is not None else None


def _value(reader: Reader, path: Path, row: ClaimRow) -> Any:
    definition = reader.known.definitions.get(row.property)
    try:
        return value_of(row.value, definition, reader.known) if definition else None
    except (InvalidValue, InvalidPeriod) as error:
        reader.note((*path, "value"), "invalid-value", str(error))
        return None


# --- rules of the format


def _check_pairs(reader: Reader, path: Path, row: ClaimRow) -> None:
    """Keys that make sense only together."""
    for key, other in (
        ("as_of_inferred", "as_of"),
        ("supersedes_because", "supersedes"),
        ("supersedes", "supersedes_because"),
        ("stance", "about_claim"),
        ("about_claim", "stance"),
    ):
        if getattr(row, key) and not getattr(row, other):
            reader.note((*path, key), "missing-key", f"{key} asks for {other}")


def _check_words(reader: Reader, path: Path, row: ClaimRow, original: Original) -> None:
    """Every place lies in the text, and every quotation is as long as its place and no longer than it may be."""
    for key, spans in (("at", row.at), ("also_at", row.also_at)):
        for span in spans:
            if span.end > original.length:
                message = (
                    f"{span.start} to {span.end} runs past the end of the text, which has {original.length} code points"
                )
                reader.note((*path, key), "outside-text", message)
    if row.quote and len(row.quote) != len(row.at):
        message = f"{len(row.quote)} quotations, but {len(row.at)} places; give one place for each"
        reader.note((*path, "at"), "offsets-do-not-fit", message)
    for words, span in zip(row.quote, row.at, strict=False):
        if len(words) != len(span):
            message = f"{span.start} to {span.end} spans {len(span)} code points, but the quotation has {len(words)}"
            reader.note((*path, "at"), "offsets-do-not-fit", message)
        if (count := len(words.split())) > LONGEST_QUOTATION:
            message = (
                f"the quotation has {count} words; {LONGEST_QUOTATION} are the most, so quote what carries the value"
            )
            reader.note((*path, "quote"), "quotation-too-long", message)


def _check_share(reader: Reader, quoted: Iterable[Span], original: Original) -> None:
    """All quotations of a document together are a small part of it."""
    covered, reached = 0, 0
    for span in sorted(quoted):
        covered += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    if covered * 100 > LARGEST_SHARE * original.length:
        message = f"{covered * 100 // original.length} % of the text is quoted; {LARGEST_SHARE} % are the most"
        reader.note(("text",), "quoted-too-much", message)
