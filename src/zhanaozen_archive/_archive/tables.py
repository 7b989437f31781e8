"""Records as flat rows, which a CSV file or a data frame takes as they are."""

from __future__ import annotations

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Count, Duration

Row = dict[str, str | int | None]
"""One row: text and whole numbers; absent is None."""


def claim_row(claim: AnyClaim) -> Row:
    """A claim; `low` and `high` are its certain bounds, `earliest` and `latest` those of a date."""
    value, scope = claim.value, claim.scope
    count = value.count if isinstance(value, Duration) else value
    bounds = (count.low, count.high) if isinstance(count, Count) else (None, None)
    days = (_day(value.earliest), _day(value.latest)) if isinstance(value, Period) else (None, None)
    return {
        "id": claim.id,
        "event": claim.event.id,
        "property": claim.property.id,
        "kind": claim.property.kind,
        "value": str(value),
        "low": bounds[0],
        "high": bounds[1],
        "unit": value.unit if isinstance(value, Duration) else None,
        "earliest": days[0],
        "latest": days[1],
        "quote": claim.quote,
        "root": claim.root.id,
        "source": claim.source.key,
        "document": claim.document.key,
        "paragraph": claim.paragraph,
        "start": claim.at[0].start,
        "end": claim.at[-1].end,
        "place": scope.place.id if scope.place else None,
        "population": scope.population.id if scope.population else None,
        "time": scope.time.text if scope.time else None,
        "as_of": claim.as_of.text if claim.as_of else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "note": claim.note,
    }


def source_row(source: Source) -> Row:
    """A source; `authors` by name, joined by semicolons."""
    return {
        "key": source.key,
        "type": source.csl_type,
        "title": source.title,
        "voice": source.voice.id,
        "authors": "; ".join(map(str, source.authors)) or None,
        "publisher": source.publisher,
        "genre": source.genre,
        "issued": source.issued.text if source.issued else None,
        "part_of": source.part_of.key if source.part_of else None,
        "document": source.document.key,
        "inferred": "; ".join(f"{i.field}: {i.because}" for i in source.inferred) or None,
    }


def event_row(event: Event) -> Row:
    """An event, by identity alone."""
    part_of = event.part_of.id if event.part_of else None
    return {"id": event.id, "label": event.label, "kind": event.kind, "part_of": part_of}


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'")
"""What makes a spreadsheet take a cell for a formula, and the mark against it."""


def cell(value: str | int | None) -> str | int | None:
    """A cell of CSV that no spreadsheet runs: an apostrophe before what looks like a formula, or begins with one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _day(day: Day | Edge) -> str | None:
    return None if isinstance(day, Edge) else str(day)
