"""Readings from rows to records: what each says, what it takes from another, and that it lies within `strict`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.linking import linked
from zhanaozen_archive._loading.report import Message, Report, code_of, unknown
from zhanaozen_archive._loading.rows import HintRow, ReadingRow, WordRow
from zhanaozen_archive._model.readings import Hint, Reading, Wording
from zhanaozen_archive.errors import Code, InvalidValue

FILE, STRICT = "readings.toml", "strict"
LEAST_TIMES = {"floors": 2, "ceilings": 2, "about": 1}
"""The least number by which each hint can multiply; "about" one times a number is the number itself."""


def read_readings(
    rows: Mapping[str, ReadingRow], properties: Mapping[str, object], report: Report
) -> dict[str, Reading]:
    """The readings by id, `strict` first; the properties that one can be of are given by id."""
    strict = rows[STRICT].words if STRICT in rows else {}

    def reading(id_: str, row: ReadingRow, outer: Mapping[str, Reading | None]) -> Reading:
        base = outer["based_on"]
        words = {w: Wording(w, r.at_least, r.because, r.at_most) for w, r in strict.items()}
        words |= {wording.word: wording for wording in base.words} if base else {}
        words |= {w: Wording(w, r.at_least, r.because, r.at_most) for w, r in row.words.items()}
        return Reading(
            id_,
            row.label,
            row.because,
            tuple(wording for _, wording in sorted(words.items())),
            row.dates_as_written or (base.dates_as_written if base else None),
            _hint(row.floors) or (base.floors if base else None),
            _hint(row.ceilings) or (base.ceilings if base else None),
            _hint(row.about) or (base.about if base else None),
            row.properties or (base.properties if base else ()),
        )

    for id_, row in rows.items():
        for path, code, message in (*_outside(row, strict, report), *_wrong(id_, row)):
            report.add(FILE, (id_, *path), code, message)
        for name in row.properties:
            if name not in properties:
                told = partial(unknown, "property", name, properties)
                report.add_unknown(FILE, (id_, "properties"), "property", told)
    found = linked(rows, ("based_on",), reading, "reading", partial(report.add, FILE))
    return dict(sorted(found.items(), key=lambda item: (item[0] != STRICT, item[0])))


def _hint(row: HintRow | None) -> Hint | None:
    return Hint(row.times, row.because) if row else None


_Wrong = tuple[tuple[str, ...], Code, Message]
"""The place in the reading, the code and the message of a problem."""


def _outside(row: ReadingRow, strict: Mapping[str, WordRow], report: Report) -> Iterator[_Wrong]:
    """The words that the strict reading has not, or that it gives a higher floor."""
    for word, wording in row.words.items():
        path = ("words", word, "at_least")
        if report.is_unread(FILE, (STRICT, *path)):
            continue
        if word not in strict:
            yield path[:2], "outside-strict", partial(unknown, "word of the strict reading", word, strict)
        elif 0 <= wording.at_least < (floor := strict[word].at_least):
            yield path, "outside-strict", f"{wording.at_least} lies below {floor}, the floor of the strict reading"


def _wrong(id_: str, row: ReadingRow) -> Iterator[_Wrong]:
    """Numbers that cannot be, and what the strict reading must not say."""
    for word, wording in row.words.items():
        path = ("words", word, "at_least")
        try:
            fit(word)
        except InvalidValue as error:
            yield path[:2], code_of(error), str(error)
        if wording.at_least < 0:
            yield path, "invalid-value", f"expected a number from 0, not {wording.at_least}"
        if wording.at_most is not None and wording.at_most < wording.at_least:
            yield path, "invalid-value", f"at least {wording.at_least} and at most {wording.at_most} cannot both hold"
    for key, least in LEAST_TIMES.items():
        hint = getattr(row, key)
        if hint is not None and hint.times < least:
            yield (key, "times"), "invalid-value", f"expected a number from {least}, not {hint.times}"
    closing = [f"words.{word}" for word, wording in row.words.items() if wording.at_most is not None]
    closing += [key for key in ("based_on", "dates_as_written", *LEAST_TIMES) if getattr(row, key) is not None]
    if id_ == STRICT and closing:
        yield (), "outside-strict", f"the strict reading sets no ceiling and hears no hint: {', '.join(closing)}"
