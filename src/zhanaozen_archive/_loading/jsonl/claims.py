"""A claim of one line, read by the rules of a folder: whatever is wrong with it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from attrs import evolve

from zhanaozen_archive._archive import record as record_of
from zhanaozen_archive._loading.claims import read_claim
from zhanaozen_archive._loading.jsonl.decoding import Record
from zhanaozen_archive._loading.jsonl.report import LineReport
from zhanaozen_archive._loading.jsonl.tables import filled
from zhanaozen_archive._loading.jsonl.values import value_in
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import UnknownReference, code_of, did_you_mean, shown
from zhanaozen_archive._loading.rows import ClaimRow, Words
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._loading.structure import structure
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.properties import Value
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import InvalidPeriod, InvalidValue

_JOIN = " … "
_INSIDE: Mapping[str, Mapping[str, str]] = {
    "text": {"spans": "at", "also_at": "also_at", "file": "", "start": "", "end": "", "paragraph": ""},
    "scope": {"place": "place", "population": "population", "time": "time"},
}
"""The keys of the objects in a claim, each with the key that it has in a table; those that follow have none."""


class ClaimReader:
    """Reads claims one by one.

    Args:
        readers: What reads each document, by its key.
        sources: All sources.
        known: What claims refer to.
        report: Takes what is wrong.
    """

    def __init__(
        self, readers: Mapping[str, Reader], sources: Mapping[str, Source], known: Shared, report: LineReport
    ) -> None:
        self._readers, self._sources, self._known, self._report = readers, sources, known, report
        self._is_sound = not report.problems
        """Whether what claims refer to is as it should be, so that what follows from it can be told."""

    def read(self, line: int, record: Record) -> AnyClaim | None:
        """The claim of a line; None where it cannot be read."""
        id_, path = record.get("id"), ("claims", line)
        self._report.claim, self._report.own_steps = id_ if isinstance(id_, str) else "", 0
        if (reader := self._reader(line, record)) is None:
            return None
        before = self._report.number
        row = structure(self._table(reader, path, record), ClaimRow, reader.document.file, path, self._report)
        row = self._without_own_steps(reader, path, evolve(row, quote=Words(stretches(row.quote, [*map(len, row.at)]))))
        value = self._value(reader, (*path, "value"), row)
        claim = read_claim(reader, path, row, self._sources, value)
        if claim is not None and self._is_sound and self._report.number == before:
            for place, made, given in _differing(record, record_of(claim)):
                expected = "null" if made is None else shown(made)
                told = f"expected {expected}, as follows from the rest, not {shown(given)}"
                reader.note((*path, *place), "invalid-value", told)
        return claim

    def _reader(self, line: int, record: Record) -> Reader | None:
        """What reads the document of the claim."""
        key = record.get("document")
        if key is None:
            source = record.get("source")
            key = self._sources[source].document.key if isinstance(source, str) and source in self._sources else source
        if isinstance(key, str) and key in self._readers:
            return self._readers[key]
        if not self._report.is_gone:
            where = f'claim "{self._report.claim}": document' if is_short(self._report.claim) else "claim: document"
            hint = did_you_mean(key, self._readers) if isinstance(key, str) else ""
            self._report.add_at(line, where, "unknown-reference", f"unknown document {shown(key)}{hint}")
        return None

    def _table(self, reader: Reader, path: Path, record: Record) -> Record:
        """The record as a folder would have it."""
        table = {key: value for key, value in filled(record).items() if key not in ("document", "text", "scope")}
        if isinstance(steps := table.get("attribution"), list):
            table["attribution"] = [filled(step) if isinstance(step, dict) else step for step in steps]
        for key, names in _INSIDE.items():
            table |= self._inside(reader, path, key, record.get(key), names)
        if "at" not in table:
            told = "the key 'spans' is missing"
            self._report.add_unread(reader.document.file, (*path, "at"), "missing-key", told)
            table["at"] = []
        if isinstance(id_ := table.get("id"), str):
            prefix = f"{reader.document.key}/"
            if not id_.startswith(prefix):
                reader.note((*path, "id"), "invalid-id", f"expected the key of its document first: {prefix}…")
            table["id"] = id_.removeprefix(prefix)
        return table

    def _inside(self, reader: Reader, path: Path, key: str, given: Any, names: Mapping[str, str]) -> Record:
        """The keys of an object in the claim that a table has, under the names that they have there."""
        if given is not None and not isinstance(given, dict):
            reader.note((*path, key), "wrong-type", f"expected an object, not {shown(given)}")
        found = filled(given) if isinstance(given, dict) else {}
        for name in found:
            if name not in names:
                reader.note((*path, key, name), "unknown-key", f"unknown key{did_you_mean(name, names)}")
        return {names[name]: value for name, value in found.items() if names.get(name) and value != []}

    def _without_own_steps(self, reader: Reader, path: Path, row: ClaimRow) -> ClaimRow:
        """The claim without the steps of its source's own voices, which stand in no table."""
        source = self._sources.get(row.source or reader.document.key)
        if source is None:
            return evolve(row, attribution=())
        voices, steps = [agent.id for agent in source.voices], row.attribution
        own, beyond = steps[: len(voices)], steps[len(voices) :]
        reporting = own if beyond else own[:-1]
        plain = all(step.verb == "reports" for step in reporting) and not any(step.at for step in own)
        if self._is_sound and ([step.agent for step in own] != voices or not plain):
            told = f"expected the voices of its source first, each of which reports the next: {', '.join(voices)}"
            reader.note((*path, "attribution"), "invalid-value", told)
            return evolve(row, attribution=())
        self._report.own_steps = len(voices)
        if not own:
            return row
        return evolve(row, attribution=beyond, verb="states" if beyond else own[-1].verb)

    def _value(self, reader: Reader, path: Path, row: ClaimRow) -> Value | None:
        definition = self._known.definitions.get(row.property)
        if definition is None or reader.is_unread(path):
            return None
        try:
            return value_in(row.value, definition, self._known)
        except UnknownReference as error:
            self._report.add_unknown(reader.document.file, path, error.what, error.message)
        except (InvalidValue, InvalidPeriod) as error:
            reader.note(path, code_of(error), str(error))
        return None


def is_short(id_: str) -> bool:
    """Whether an id can be shown as it is."""
    return 0 < len(id_) <= 200 and id_.isprintable()  # noqa: PLR2004 - a key and a name


def stretches(quote: tuple[str, ...], lengths: Sequence[int]) -> tuple[str, ...]:
    """The words of each stretch of a quotation, which the lengths of their places tell apart."""
    if len(quote) != 1 or len(lengths) < 2:  # noqa: PLR2004
        return quote
    ends = accumulate(length + len(_JOIN) for length in lengths)
    words = tuple(
        quote[0][end - length - len(_JOIN) : end - len(_JOIN)] for end, length in zip(ends, lengths, strict=True)
    )
    return words if _JOIN.join(words) == quote[0] else quote


def _differing(given: Record, made: Record) -> Iterator[tuple[Path, Any, Any]]:
    """What a record says otherwise than it would be written: the place, what would stand there, what stands there."""
    for key, value in filled(given).items():
        if isinstance(value, dict) and isinstance(made.get(key), dict):
            yield from (((key, *place), *both) for place, *both in _differing(value, made[key]))
        elif not _same(value, made.get(key)):
            yield (key,), made.get(key), value


def _same(given: Any, made: Any) -> bool:
    """Whether all that is given is what would be written; a truth value is no number here."""
    if isinstance(given, list) and isinstance(made, list):
        return len(given) == len(made) and all(map(_same, given, made))
    if isinstance(given, dict) and isinstance(made, dict):
        return all(_same(value, made.get(key)) for key, value in filled(given).items())
    return type(given) is type(made) and bool(given == made)
