"""From the lines of a file to an archive: what the claims share first, then the claims, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from attrs import evolve, frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._loading.jsonl.checking import Checking, Numbered
from zhanaozen_archive._loading.jsonl.claims import ClaimReader
from zhanaozen_archive._loading.jsonl.decoding import NotRead, Record, strictly
from zhanaozen_archive._loading.jsonl.quick import QuickReader
from zhanaozen_archive._loading.jsonl.report import RECORDS, LineReport
from zhanaozen_archive._loading.jsonl.tables import Tables
from zhanaozen_archive._loading.jsonl.unpacking import file_lines
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.report import shown, unknown
from zhanaozen_archive._loading.resolve import Loaded, assembled, check_texts, own_sources
from zhanaozen_archive._loading.rows import SourceRow, TextRow
from zhanaozen_archive._loading.safely import Refused
from zhanaozen_archive._loading.shared import Shared, shared
from zhanaozen_archive._loading.structure import structuring
from zhanaozen_archive._loading.typed import Document, Files, typed
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Source

_KINDS = ("archive", *RECORDS, "disjoint", "source", "claim")
_CLAIM = b'{"record": "claim"'
"""How the line of a claim begins as it is written; any other is read strictly at once."""


def read_lines(path: Path) -> Loaded:
    """The archive of a file, or everything that is wrong with it."""
    report = LineReport(name=path.name)
    archive = _Lines(path, report).archive()
    found = report.found()
    return (None if found else archive), found


@frozen
class _Known:
    """All that is no claim."""

    files: Files
    shared: Shared
    sources: Mapping[str, Source]
    readers: Mapping[str, Reader]


class _Lines:
    """Walks through the lines of a file once."""

    def __init__(self, path: Path, report: LineReport) -> None:
        self._path, self._report = path, report
        self._line = 0

    def archive(self) -> Archive | None:
        """The archive; what is given back counts only where nothing is wrong."""
        lines = self._lines()
        begun = self._begun(lines)
        if begun is None:
            return None
        first, said, known = begun
        numbered = Numbered()
        if first is not None:
            self._read_claims(first, lines, known, numbered)
        self._check_number(said, len(numbered.claims))
        documents = {key: source.document.key for key, source in known.sources.items()}
        numbered.put_in_order(documents)
        checking = Checking(numbered, known.readers, documents, self._report)
        checking.run(known.shared, known.sources, known.files.retired)
        return assembled(known.files, known.shared, known.sources.values(), numbered.claims, self._report)

    def _begun(self, lines: Iterator[bytes]) -> tuple[bytes | None, object, _Known] | None:
        """The line of the first claim, how many there are to be, and all that comes before; None where nothing does."""
        tables = Tables(self._report)
        first = self._read_shared(lines, tables)
        if not tables.is_begun:
            if not self._report.problems:
                self._report.add_at(0, "", "no-archive", "there is no record of an archive in it")
            return None
        return first, tables.count, self._known(tables)

    def _check_number(self, said: object, here: int) -> None:
        """A file that was cut off at the end of a line is told by the number of its claims."""
        if said is not None and (type(said) is not int or said != here) and not self._report.problems:
            told = f"the archive says that it has {shown(said)} claims; here are {here:,}"
            self._report.add_at(1, "archive: claims", "incomplete", told)

    def _lines(self) -> Iterator[bytes]:
        """The lines, until one cannot be read."""
        try:
            for line in file_lines(self._path):
                self._line += 1
                yield line
        except Refused as error:
            self._report.add_at(self._line + (self._line > 0), "", error.code, error.message)

    def _read_shared(self, lines: Iterator[bytes], tables: Tables) -> bytes | None:
        """Take all records up to the first claim, which is given."""
        for line in lines:
            if tables.is_begun and line.startswith(_CLAIM):
                return line
            record = self._strict(line)
            if record is None:
                self._report.lose()
                continue
            kind = record.pop("record", None)
            if (kind == "archive") == tables.is_begun:
                if not tables.is_begun:
                    self._report.add_at(self._line, "", "no-archive", "the record of the archive stands first")
                    return None
                self._report.add_at(self._line, "archive", "id-twice", "the record of the archive stands here again")
            elif kind == "claim":
                return line
            elif self._is_kind(kind):
                tables.add(str(kind), self._line, record)
            else:
                self._report.lose()
        return None

    def _strict(self, line: bytes) -> Record | None:
        try:
            return strictly(line)
        except NotRead as error:
            self._report.add_at(self._line, "", error.code, error.message)
            return None

    def _is_kind(self, kind: object) -> bool:
        if kind in _KINDS:
            return True
        told = "the key 'record' is missing" if kind is None else unknown("record", kind, _KINDS)
        self._report.add_at(self._line, "", "missing-key" if kind is None else "invalid-value", told)
        return False

    def _known(self, tables: Tables) -> _Known:
        """All that is no claim, with what reads the claims of each document."""
        files = typed(tables.parsed(), structuring(self._report))
        known = shared(files, self._report)
        sources: dict[str, Source] = {}
        full = [Reader(document, known, self._report) for document in files.documents]
        for reader in full:
            sources |= own_sources(reader, sources, files.retired)
        check_texts(full)
        readers = {reader.document.key: _without_rows(reader) for reader in full}
        return _Known(evolve(files, documents=()), known, sources, readers)

    def _read_claims(self, first: bytes, lines: Iterator[bytes], known: _Known, numbered: Numbered) -> None:
        quick = QuickReader(known.sources, known.shared, known.files.retired)
        slow = ClaimReader(known.readers, known.sources, known.shared, self._report)
        for line in chain((first,), lines):
            claim = quick.read(line) or self._claim(line, quick, slow)
            if claim is not None:
                numbered.add(claim, self._line)
            else:
                self._report.lost.add("claims")

    def _claim(self, line: bytes, quick: QuickReader, slow: ClaimReader) -> AnyClaim | None:
        """The claim of a line, of which nothing is known yet."""
        record = self._strict(line)
        if record is None:
            return None
        kind = record.pop("record", None)
        if kind != "claim":
            if self._is_kind(kind):
                told = "stands behind the first claim, and belongs before it"
                self._report.add_at(self._line, str(kind), "out-of-order", told)
            return None
        return quick.read(_written(record)) or slow.read(self._line, record)


def _written(claim: Record) -> bytes:
    """The line of a claim with just the white space that an export gives it."""
    return json.dumps({"record": "claim", **claim}, ensure_ascii=False).encode()


_NO_SOURCE = SourceRow("", "")


def _without_rows(reader: Reader) -> Reader:
    """What reads the claims of a document, and holds no more than that takes."""
    document = reader.document
    text = TextRow(document.text.file, document.text.sha256, document.text.length)
    return Reader(Document(document.file, document.key, _NO_SOURCE, text, (), ()), reader.known, reader.report)
