"""The records that claims share, laid out as the tables of a folder, so that the same rules read them."""

from __future__ import annotations

from typing import Any

from zhanaozen_archive._loading.files import SHARED
from zhanaozen_archive._loading.jsonl.decoding import Record
from zhanaozen_archive._loading.jsonl.report import CODEBOOK, RECORDS, LineReport
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import shown, unknown
from zhanaozen_archive._loading.typed import Parsed

_SOURCES = "sources/{}.toml"


def filled(record: Record) -> Record:
    """The keys that are not null, for null is absent; so are stretches of the text where there are none."""
    return {key: value for key, value in record.items() if value is not None and (key != "at" or value != [])}


class Tables:
    """Takes records one by one, and gives them as the tables of files.

    Args:
        report: Takes what is wrong, and where each record stands.
    """

    def __init__(self, report: LineReport) -> None:
        self._report = report
        self._tables: dict[str, Any] = {file: {} for file in SHARED}
        self._tables[CODEBOOK] = {str(table[0]): {} for _, table in _IN_CODEBOOK} | {"disjoint": []}
        self._sources: dict[str, tuple[int, Record]] = {}
        self.is_begun = False
        """Whether the record of the archive was met, which comes first."""
        self.count: object = None
        """How many claims the archive says it has; None where it does not say."""

    def add(self, kind: str, line: int, record: Record) -> None:
        """Take a record of a line."""
        if kind == "archive":
            self.is_begun = True
            self._report.at["archive.toml", ()] = line
            self.count = record.pop("claims", None)
            self._tables["archive.toml"] = filled(record)
        elif kind == "disjoint":
            self._add_disjoint(line, record)
        elif (id_ := self._id(kind, line, record)) is not None:
            if kind == "source":
                self._sources[id_] = line, record
            else:
                file, table = RECORDS[kind]
                self._put(file, (*table, id_), line, _LAID_OUT.get(kind, filled)(record))

    def parsed(self) -> Parsed:
        """The tables of all files; the documents in order, without their claims."""
        documents: dict[str, Record] = {}
        for key, (line, record) in sorted(self._sources.items()):
            if record.get("part_of") is None:
                documents[key] = self._document(key, line, record)
        for key, (line, record) in sorted(self._sources.items()):
            if record.get("part_of") is not None:
                self._add_voice(key, line, record, documents)
        return self._tables | {_SOURCES.format(key): tables for key, tables in documents.items()}

    def _put(self, file: str, path: Path, line: int, table: Record) -> None:
        self._report.at[file, path] = line
        *way, id_ = path
        tables = self._tables[file]
        for step in way:
            tables = tables[step]
        tables[id_] = table

    def _id(self, kind: str, line: int, record: Record) -> str | None:
        """The id of a record, taken out of it; None where it has none that is its own."""
        name = "key" if kind == "source" else "id"
        id_, held = record.pop(name, None), self._sources if kind == "source" else self._held(kind)
        if id_ is None:
            self._report.add_at(line, kind, "missing-key", f"the key {name!r} is missing")
        elif type(id_) is not str:
            self._report.add_at(line, f"{kind}: {name}", "wrong-type", f"expected a text, not {shown(id_)}")
        elif id_ in held:
            self._report.add_at(line, f"{kind}: {name}", "id-twice", f"the {name} {shown(id_)} is used already")
        else:
            return id_
        self._report.lose()
        return None

    def _held(self, kind: str) -> Record:
        file, table = RECORDS[kind]
        tables: Record = self._tables[file]
        return tables[str(table[0])] if table else tables

    def _add_disjoint(self, line: int, record: Record) -> None:
        families = self._tables[CODEBOOK]["disjoint"]
        self._report.at[CODEBOOK, ("disjoint", len(families))] = line
        families.append({key: value for key, value in filled(record).items() if key != "id"})

    def _document(self, key: str, line: int, record: Record) -> Record:
        """The tables of a document but for its voices and claims."""
        file, source = _SOURCES.format(key), filled(record)
        self._report.at[file, ()] = line
        if (document := source.pop("document", key)) != key:
            told = f"a document is its own, not one of {shown(document)}"
            self._report.add(file, ("source", "document"), "invalid-value", told)
        text = source.pop("text", None)
        paragraphs = {"paragraphs": source.pop("paragraphs")} if "paragraphs" in source else {}
        if source.get("stands_alone") is False:
            del source["stands_alone"]
        described = {"text": {**text, **paragraphs} if isinstance(text, dict) else text} if text is not None else {}
        return {"source": source, **described}

    def _add_voice(self, key: str, line: int, record: Record, documents: dict[str, Record]) -> None:
        voice = {"key": key, **filled(record)}
        document = voice.pop("document", None)
        if type(document) is not str or document not in documents:
            told = unknown("document", document, documents)
            self._report.add_at(line, f"source {shown(key)}: document", "unknown-reference", told)
            self._report.lose()
            return
        file, voices = _SOURCES.format(document), documents[document].setdefault("voices", [])
        self._report.at[file, ("voices", len(voices))] = line
        self._report.voices[file, len(voices)] = key
        voices.append(voice)


_IN_CODEBOOK = [(file, table) for file, table in RECORDS.values() if table]


def _reading(record: Record) -> Record:
    """The table of a reading, in which bounds have other names."""
    table = filled(record)
    if isinstance(words := table.get("words"), dict):
        table["words"] = {word: _bounds(bounds) for word, bounds in words.items()}
    return table


def _bounds(bounds: Any) -> Any:
    names = {"low": "at_least", "high": "at_most"}
    return {names.get(k, k): v for k, v in filled(bounds).items()} if isinstance(bounds, dict) else bounds


_LAID_OUT = {"reading": _reading}
