"""The claims of one document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from operator import attrgetter

from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.linking import ordered, told
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import UnknownReference, closest, code_of, shown, unknown
from zhanaozen_archive._loading.rows import ClaimRow, StepRow
from zhanaozen_archive._loading.shared import NO_ID, is_id
from zhanaozen_archive._loading.values import value_of
from zhanaozen_archive._model.claims import AnyClaim, Claim, Scope, Step
from zhanaozen_archive._model.properties import Value
from zhanaozen_archive._model.sources import Source, Span
from zhanaozen_archive.errors import InvalidPeriod, InvalidValue

LONGEST_QUOTATION = 15
"""Words that one quotation may have."""
MOST_CODE_POINTS = 300
"""Code points that one quotation may have, for not every script parts words by spaces."""
LARGEST_SHARE = 30
"""Per cent of a document's text that all quotations of it together may have, overlaps counted once."""
TOGETHER = (
    ("as_of_inferred", "as_of"),
    ("supersedes_because", "supersedes"),
    ("supersedes", "supersedes_because"),
    ("stance", "about_claim"),
    ("about_claim", "stance"),
)
"""Keys of which the first makes sense only with the second."""


def claim_ids(reader: Reader) -> Iterator[str]:
    """The full ids of the claims of a document, of those too that cannot be read otherwise."""
    return (full_id(reader, row.id) for row in reader.document.claims)


def full_id(reader: Reader, id_: str) -> str:
    """The full id of a claim, which one of the same document may leave short."""
    return id_ if "/" in id_ else f"{reader.document.key}/{id_}"


def read_claims(reader: Reader, sources: Mapping[str, Source]) -> Iterator[AnyClaim]:
    """The claims; one that refers to what is not there is left out."""
    seen: set[str] = set()
    for n, row in enumerate(reader.document.claims):
        path: Path = ("claims", n)
        if is_id(row.id) and row.id in seen:
            reader.note((*path, "id"), "id-twice", f"the id {row.id!r} is used already")
        seen.add(row.id)
        value = _value(reader, (*path, "value"), row)
        if (claim := read_claim(reader, path, row, sources, value)) is not None:
            yield claim
    check_share(reader, [span for claim in reader.document.claims if claim.quote for span in claim.at])


def read_claim(
    reader: Reader, path: Path, row: ClaimRow, sources: Mapping[str, Source], value: Value | None
) -> AnyClaim | None:
    """One claim; None where what it refers to is not there, or its value could not be read."""
    if not is_id(row.id):
        reader.note((*path, "id"), "invalid-id", f"{shown(row.id)} {NO_ID}")
    _check_pairs(reader, path, row)
    _check_words(reader, path, row)
    return _claim(reader, path, row, sources, value)


def _claim(
    reader: Reader, path: Path, row: ClaimRow, sources: Mapping[str, Source], value: Value | None
) -> AnyClaim | None:
    known = reader.known
    event = reader.found((*path, "event"), "event", row.event, known.events)
    source = reader.found((*path, "source"), "voice", row.source or reader.document.key, sources)
    definition = reader.found((*path, "property"), "property", row.property, known.definitions)
    steps = tuple(_steps(reader, (*path, "attribution"), row.attribution))
    scope = Scope(
        reader.found((*path, "place"), "place", row.place, known.places),
        reader.found((*path, "population"), "population", row.population, known.populations),
        reader.period((*path, "time"), row.time),
    )
    as_of = reader.period((*path, "as_of"), row.as_of)
    if event is None or source is None or definition is None or value is None or not row.at:
        return None
    return Claim(
        id=full_id(reader, row.id),
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
        supersedes=tuple(full_id(reader, id_) for id_ in row.supersedes),
        supersedes_because=row.supersedes_because,
        repeats=full_id(reader, row.repeats) if row.repeats else None,
        about_claim=full_id(reader, row.about_claim) if row.about_claim else None,
        stance=row.stance,
        inferred=row.inferred,
        note=row.note,
    )


def _own_steps(source: Source, row: ClaimRow) -> Iterator[Step]:
    """The steps down to the source's own voice: whoever passes on another's words reports them."""
    *reporting, last = source.voices
    yield from (Step(agent, "reports") for agent in reporting)
    yield Step(last, "reports" if row.attribution else row.verb)


def _steps(reader: Reader, path: Path, rows: Iterable[StepRow]) -> Iterator[Step]:
    """The steps beyond the source's own voice."""
    for n, row in enumerate(rows):
        reader.check_inside((*path, n, "at"), row.at)
        yield Step(reader.agent((*path, n, "agent"), row.agent), row.verb, row.at)


def _value(reader: Reader, path: Path, row: ClaimRow) -> Value | None:
    definition = reader.known.definitions.get(row.property)
    try:
        return value_of(row.value, definition, reader.known) if definition else None
    except UnknownReference as error:
        reader.report.add_unknown(reader.document.file, path, error.what, error.message)
    except (InvalidValue, InvalidPeriod) as error:
        reader.note(path, code_of(error), str(error))
    return None


# --- rules of the format


def check_references(reader: Reader, ids: Collection[str], retired: Collection[str]) -> None:
    """Claims that a claim refers to are there, whichever document they are of, and its own id was not retired.

    Args:
        reader: Reads the document whose claims are checked.
        ids: The full ids of all claims of the archive.
        retired: Ids that are no longer used.
    """
    for n, row in enumerate(reader.document.claims):
        own = full_id(reader, row.id)
        if own in retired:
            reader.note(("claims", n, "id"), "retired-id", f"{own!r} is retired and must not be used again")
        for path, id_ in _references(("claims", n), row):
            other = full_id(reader, id_)
            if other == own:
                reader.note(path, "circular", "a claim cannot refer to itself")
            elif other not in ids and f"sources/{other.split('/')[0]}.toml" not in reader.report.lost:
                reader.note(path, "unknown-reference", partial(unknown_claim, other, ids))


def check_circles(readers: Iterable[Reader]) -> None:
    """No claim replaces, or repeats, itself by way of others: all of them would vanish behind one another."""
    rows = {full_id(r, row.id): (r, n, row) for r in readers for n, row in enumerate(r.document.claims)}
    for key in ("supersedes", "repeats"):
        links = {id_: [full_id(r, other) for other in _listed(getattr(row, key))] for id_, (r, _, row) in rows.items()}
        inside = {id_: [other for other in others if other in rows and other != id_] for id_, others in links.items()}
        for _ in ordered(inside, partial(_note_circle, rows, key)):
            pass


def _note_circle(
    rows: Mapping[str, tuple[Reader, int, ClaimRow]], key: str, _last: str, _first: str, circle: tuple[str, ...]
) -> None:
    reader, n, _ = rows[circle[0]]
    reader.note(("claims", n, key), "circular", told(circle))


def _listed(given: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given or ()


def unknown_claim(id_: str, ids: Collection[str]) -> str:
    """A message on a claim that is not there; its document alone does not make two ids look alike."""
    document = id_[: id_.index("/") + 1]
    names = [other.removeprefix(document) for other in ids if other.startswith(document)]
    meant = closest(id_.removeprefix(document), names)
    hint = f"; did you mean {document + meant!r}?" if meant else ""
    return f"unknown claim {id_!r}{hint}" if names else unknown("claim", id_, ids)


def _references(path: Path, row: ClaimRow) -> Iterator[tuple[Path, str]]:
    """The ids of other claims, each with its place."""
    yield from (((*path, "supersedes", n), id_) for n, id_ in enumerate(row.supersedes))
    if row.repeats is not None:
        yield (*path, "repeats"), row.repeats
    if row.about_claim is not None:
        yield (*path, "about_claim"), row.about_claim


def _check_pairs(reader: Reader, path: Path, row: ClaimRow) -> None:
    """Keys that make sense only together."""
    for key, other in TOGETHER:
        if getattr(row, key) and not getattr(row, other) and not reader.is_unread((*path, other)):
            reader.note((*path, key), "missing-key", f"{key} asks for {other}")
    if row.attribution and row.verb != "states":
        message = "with an attribution, the verb stands in its last step; here it would be lost"
        reader.note((*path, "verb"), "invalid-value", message)


def _check_words(reader: Reader, path: Path, row: ClaimRow) -> None:
    """Every place lies in the text, and every quotation is as long as its place and no longer than it may be."""
    reader.check_inside((*path, "at"), row.at)
    reader.check_inside((*path, "also_at"), row.also_at)
    if row.quote and len(row.quote) != len(row.at):
        message = f"quotations: {len(row.quote)}, places: {len(row.at)}; give one place for each"
        reader.note((*path, "at"), "offsets-do-not-fit", message)
    for words, span in zip(row.quote, row.at, strict=False):
        if len(words) != len(span):
            message = f"{span.start} to {span.end} spans {len(span)} code points, but the quotation has {len(words)}"
            reader.note((*path, "at"), "offsets-do-not-fit", message)
    for words in row.quote:
        measures = ((len(words.split()), LONGEST_QUOTATION, "words"), (len(words), MOST_CODE_POINTS, "code points"))
        for count, most, what in measures:
            if count > most:
                told = f"the quotation has {count} {what}; {most} are the most, so quote what carries the value"
                reader.note((*path, "quote"), "quotation-too-long", told)


def check_share(reader: Reader, quoted: Iterable[Span]) -> None:
    """All quotations of a document together are a small part of it."""
    covered, reached, length = 0, 0, reader.length
    for span in sorted(quoted, key=attrgetter("start")):
        covered += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    if covered * 100 > LARGEST_SHARE * length:
        message = f"{covered * 100 // length} % of the text is quoted; {LARGEST_SHARE} % are the most"
        reader.note(("text",), "quoted-too-much", message)
