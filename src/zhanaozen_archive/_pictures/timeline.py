"""The timeline: when each event can have been, and when the documents were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._pictures import wording
from zhanaozen_archive._pictures.axis import Axis, Days
from zhanaozen_archive._pictures.chart import Chart, Row
from zhanaozen_archive._pictures.picture import Picture

_RECURRING = 150
"""Years between which no one event lies: a date that long recurs."""
_QUOTES = 3
"""How many quotations a row has room for."""


@frozen
class _Entry:
    days: Days
    name: str
    detail: str
    value: str
    words: str
    depth: int = 0
    """How many events it is a part of."""

    def row(self, axis: Axis) -> Row:
        return Row(self.name, self.detail, axis.mark(self.days), self.value, self.words)


def timeline(archive: Archive, about: Event | str | None = None, title: str | None = None) -> Picture:
    """A row for each event that anything dates, in the order of their days; and, of all, for each document.

    A dot is a day that was said, hollow where it was said to be approximate or uncertain. A line runs between the
    first and the last day possible: solid where both were said to be its start and end, dotted where the day itself is
    not known. Years in which nothing happened are left out, with a gap.

    Args:
        archive: The archive.
        about: An event to show with its parts; None for all events, and when the documents were published.
        title: What is shown; None for the event.

    Raises:
        NotInArchive: The archive has no such event.
    """
    whole = None if about is None else archive.event(about) if isinstance(about, str) else about
    events = [event for event in archive.events() if whole is None or event.is_part_of(whole)]
    dated = [entry for event in events for entry in _event(archive, event)]
    published = _documents(archive) if whole is None else ()
    shown = sorted([*dated, *published], key=lambda entry: (*entry.days.order, entry.depth, entry.name))
    axis = Axis.of(entry.days for entry in shown)
    rows = tuple(entry.row(axis) for entry in shown)
    note = f"Not shown: {left} that nothing dates." if (left := _many(len(events) - len(dated))) else ""
    return Chart(title or (str(whole) if whole else "Timeline"), ("What", "In their words"), axis.ticks, rows, note)


def _event(archive: Archive, event: Event) -> Iterator[_Entry]:
    bounds = archive.period(event)
    if bounds.low is None and bounds.high is None:
        return
    if bounds.low and bounds.high and bounds.high.year - bounds.low.year > _RECURRING:
        return
    by = tuple(dict.fromkeys((*bounds.low_by, *bounds.high_by)))
    days = Days(
        _ordinal(bounds.low),
        _ordinal(bounds.high),
        said=tuple(sorted({day for claim in by if (day := _day(claim.value)) is not None})),
        about=any(claim.value.approximate or claim.value.uncertain for claim in by),
        lasting=all(claim.property.id in ("start", "end") for claim in by),
    )
    yield _Entry(days, event.label, event.id, wording.when(archive, event), _quoted(by), _depth(event))


def _depth(event: Event) -> int:
    return 0 if event.part_of is None else 1 + _depth(event.part_of)


def _documents(archive: Archive) -> Iterator[_Entry]:
    for source in archive.sources():
        issued = source.issued
        if issued is None or source.part_of is not None:
            continue
        days = Days(
            _ordinal(issued.earliest),
            _ordinal(issued.latest),
            said=() if (day := _day(issued)) is None else (day,),
            about=issued.approximate or issued.uncertain,
        )
        reason = next((i.because for i in source.inferred if i.field == "issued"), "")
        yield _Entry(days, f"Published: {source}", source.key, issued.label(), f"inferred: {reason}" if reason else "")


def _quoted(claims: Iterable[AnyClaim]) -> str:
    said = dict.fromkeys(f"{wording.words(claim)} ({claim.source.key})" for claim in claims)
    first = list(said)[:_QUOTES]
    return "; ".join([*first, "…"] if len(said) > _QUOTES else first)


def _day(period: Period) -> int | None:
    """The one day that a date names."""
    return _ordinal(period.earliest) if period.earliest == period.latest else None


def _ordinal(day: object) -> int | None:
    return day.ordinal if isinstance(day, Day) else None


def _many(events: int) -> str:
    return f"{events} event{'' if events == 1 else 's'}" if events else ""
