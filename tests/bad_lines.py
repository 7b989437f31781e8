"""Lines of an archive with one thing wrong in each file, and what is told of it."""
# ruff: noqa: E501, FBT003 - a message stands on one line, and values are what they are

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import zhanaozen_archive as za
from tests import small

Record = dict[str, Any]


def records() -> list[Record]:
    with TemporaryDirectory() as name:
        return [json.loads(line) for line in za.export(za.load(small.write(Path(name))), "jsonl")]


RECORDS = records()


def dumped(line: object) -> bytes:
    """Any value in a line; a date of TOML as a text, and halves of characters as their escapes."""
    return json.dumps(line, ensure_ascii=True, default=str).encode()


Change = Callable[[list[bytes]], object]


def nth(kind: str, number: int) -> int:
    return [n for n, record in enumerate(RECORDS) if record["record"] == kind][number]


def put(kind: str, number: int, *place_and_value: Any) -> Change:
    """One value of one record is another."""
    *way, key, value = place_and_value

    def change(lines: list[bytes]) -> None:
        table = record = json.loads(json.dumps(RECORDS[nth(kind, number)]))
        for step in way:
            table = table[step]
        table[key] = value
        lines[nth(kind, number)] = dumped(record)

    return change


def drop(kind: str, number: int, key: str) -> Change:
    record = {name: value for name, value in RECORDS[nth(kind, number)].items() if name != key}
    return lambda lines: lines.__setitem__(nth(kind, number), dumped(record))


def raw(kind: str, number: int, old: bytes, new: bytes) -> Change:
    """The bytes of one line are others."""
    return lambda lines: lines.__setitem__(nth(kind, number), lines[nth(kind, number)].replace(old, new, 1))


def both(*changes: Change) -> Change:
    return lambda lines: [change(lines) for change in changes]


CASES: list[tuple[str, Change, list[str]]] = [
    (
        "agent key",
        put("agent", 0, "knd", "x"),
        ["2: agent \"author\": knd: unknown key; did you mean 'kind'? [unknown-key]"],
    ),
    ("agent no id", drop("agent", 0, "id"), ["2: agent: the key 'id' is missing [missing-key]"]),
    ("agent id", put("agent", 0, "id", 5), ["2: agent: id: expected a text, not 5 [wrong-type]"]),
    (
        "twice",
        put("place", 1, "id", RECORDS[nth("place", 0)]["id"]),
        [
            "9: place \"hall\": within: unknown place 'town'; it is one of hall [unknown-reference]",
            "10: place: id: the id 'hall' is used already [id-twice]",
        ],
    ),
    (
        "reading",
        put("reading", 0, "words", "dozens", "low", True),
        ['23: reading "strict": words: dozens: low: expected a whole number, not true [wrong-type]'],
    ),
    (
        "reading because",
        put("reading", 0, "words", "dozens", "because", 3),
        ['23: reading "strict": words: dozens: because: expected a text, not 3 [wrong-type]'],
    ),
    (
        "voc",
        put("vocabulary", 0, "terms", []),
        ['13: vocabulary "colour": terms: expected a table, not a list [wrong-type]'],
    ),
    (
        "property",
        put("property", 0, "kind", "cont"),
        ["15: property \"account\": kind: unknown kind of value 'cont'; did you mean 'count'? [invalid-value]"],
    ),
    (
        "doc sha",
        put("source", 0, "text", "sha256", "x"),
        ["28: source \"note2020\": text: sha256: expected 64 lower-case hexadecimal digits, not 'x' [invalid-value]"],
    ),
    (
        "doc no text",
        put("source", 0, "text", None),
        ["28: source \"note2020\": the key 'text' is missing [missing-key]"],
    ),
    (
        "paragraphs",
        put("source", 0, "paragraphs", [9, 3]),
        [
            '28: source "note2020": paragraphs: expected rising numbers from 0, below the length 1506, not [9, 3] [invalid-value]'
        ],
    ),
    (
        "voice doc",
        put("source", 1, "document", "repor2020"),
        ["29: source \"report2020\": document: a document is its own, not one of 'repor2020' [invalid-value]"],
    ),
    (
        "voice part",
        put("source", 1, "part_of", "nobody"),
        [
            "29: source 'report2020': document: unknown document 'report2020'; did you mean 'note2020'? [unknown-reference]",
            "30: source 'clerk2020told': document: unknown document 'report2020'; did you mean 'note2020'? [unknown-reference]",
            "31: source 'office2020said': document: unknown document 'report2020'; did you mean 'note2020'? [unknown-reference]",
            "32: source 'reader2020comment': document: unknown document 'report2020'; did you mean 'note2020'? [unknown-reference]",
        ],
    ),
    (
        "voice title",
        put("source", 1, "titel", "x"),
        ["29: source \"report2020\": titel: unknown key; did you mean 'title'? [unknown-key]"],
    ),
    (
        "doc document",
        put("source", 0, "document", "other2020"),
        ["28: source \"note2020\": document: a document is its own, not one of 'other2020' [invalid-value]"],
    ),
    ("record missing", drop("event", 0, "record"), ["33: the key 'record' is missing [missing-key]"]),
    ("record", put("event", 0, "record", "evnt"), ["33: unknown record 'evnt'; did you mean 'event'? [invalid-value]"]),
    (
        "claim key",
        put("claim", 0, "quot", "x"),
        [
            "35: claim \"note2020/moved-by\": quot: unknown key; did you mean 'quote'? [unknown-key]",
            '35: claim "note2020/moved-by": text: spans: 31 to 39 spans 8 code points, but the quotation has 1 [offsets-do-not-fit]',
        ],
    ),
    (
        "claim event",
        put("claim", 0, "event", "mov-2020"),
        [
            "35: claim \"note2020/moved-by\": event: unknown event 'mov-2020'; did you mean 'move-2020'? [unknown-reference]"
        ],
    ),
    (
        "claim property",
        put("claim", 0, "property", "kiled"),
        [
            "35: claim \"note2020/moved-by\": property: unknown property 'kiled'; it is one of account, date, followed, lasted, moved, mover, place, state [unknown-reference]"
        ],
    ),
    (
        "source",
        put("claim", 0, "source", "nobody"),
        [
            "35: claim \"note2020/moved-by\": source: unknown voice 'nobody'; it is one of note2020, report2020, clerk2020told, office2020said, reader2020comment [unknown-reference]"
        ],
    ),
    (
        "document",
        put("claim", 0, "document", "other2020"),
        [
            "35: claim \"note2020/moved-by\": document: unknown document 'other2020'; did you mean 'note2020'? [unknown-reference]"
        ],
    ),
    (
        "id",
        put("claim", 0, "id", "other2020/x"),
        [
            "35: claim \"other2020/x\": id: 'other2020/x' is no id; use at most 100 lower-case letters, digits and single hyphens [invalid-id]",
            '35: claim "other2020/x": id: expected the key of its document first: note2020/… [invalid-id]',
        ],
    ),
    (
        "Id",
        put("claim", 0, "id", "note2020/X"),
        [
            "35: claim \"note2020/X\": id: 'X' is no id; use at most 100 lower-case letters, digits and single hyphens [invalid-id]"
        ],
    ),
    (
        "spans",
        put("claim", 0, "text", "spans", [[5, 1]]),
        [
            '35: claim "note2020/moved-by": text: spans: a span runs from a start to a later end, counted from 0, not 5 to 1 [invalid-value]'
        ],
    ),
    (
        "spans past",
        put("claim", 0, "text", "spans", [[5000, 5001]]),
        [
            '35: claim "note2020/moved-by": text: spans: 5000 to 5001 runs past the end of the text, which has 1506 code points [outside-text]'
        ],
    ),
    (
        "spans backwards",
        put("claim", 0, "text", "also_at", [[5, 7], [1, 3]]),
        [
            '35: claim "note2020/moved-by": text: also_at: stretches follow one another in the text, not [[5, 7], [1, 3]] [invalid-value]'
        ],
    ),
    (
        "start",
        put("claim", 0, "text", "start", True),
        ['35: claim "note2020/moved-by": text: start: expected 31, as follows from the rest, not true [invalid-value]'],
    ),
    (
        "file",
        put("claim", 0, "text", "file", "x.txt"),
        [
            "35: claim \"note2020/moved-by\": text: file: expected 'note.txt', as follows from the rest, not 'x.txt' [invalid-value]"
        ],
    ),
    (
        "text key",
        put("claim", 0, "text", "strat", 1),
        ["35: claim \"note2020/moved-by\": text: strat: unknown key; did you mean 'start'? [unknown-key]"],
    ),
    (
        "text",
        put("claim", 0, "text", 5),
        [
            "35: claim \"note2020/moved-by\": the key 'spans' is missing [missing-key]",
            '35: claim "note2020/moved-by": text: expected an object, not 5 [wrong-type]',
        ],
    ),
    (
        "no spans",
        put("claim", 0, "text", "spans", None),
        ["35: claim \"note2020/moved-by\": the key 'spans' is missing [missing-key]"],
    ),
    (
        "paragraph",
        put("claim", 0, "text", "paragraph", 7),
        [
            '35: claim "note2020/moved-by": text: paragraph: expected null, as follows from the rest, not 7 [invalid-value]'
        ],
    ),
    (
        "scope",
        put("claim", 0, "scope", "place", "twn"),
        [
            "35: claim \"note2020/moved-by\": scope: place: unknown place 'twn'; did you mean 'town'? [unknown-reference]"
        ],
    ),
    (
        "scope key",
        put("claim", 0, "scope", "palce", "town"),
        ["35: claim \"note2020/moved-by\": scope: palce: unknown key; did you mean 'place'? [unknown-key]"],
    ),
    (
        "scope 2",
        put("claim", 0, "scope", []),
        ['35: claim "note2020/moved-by": scope: expected an object, not [] [wrong-type]'],
    ),
    (
        "value type",
        put("claim", 0, "value", "type", "period"),
        [
            "35: claim \"note2020/moved-by\": value: expected an object of type 'agent', as its property takes, not 'period' [invalid-value]"
        ],
    ),
    (
        "value low",
        put("claim", 0, "value", "low", 1.5),
        ["35: claim \"note2020/moved-by\": value: unknown key 'low' [invalid-value]"],
    ),
    (
        "value key",
        put("claim", 0, "value", "hihg", 1),
        ["35: claim \"note2020/moved-by\": value: unknown key 'hihg' [invalid-value]"],
    ),
    (
        "value",
        put("claim", 0, "value", 3),
        [
            "35: claim \"note2020/moved-by\": value: expected an object of type 'agent', as its property takes, not 3 [invalid-value]"
        ],
    ),
    (
        "attr",
        put("claim", 0, "attribution", []),
        [
            '35: claim "note2020/moved-by": attribution: expected the voices of its source first, each of which reports the next: nobody [invalid-value]'
        ],
    ),
    (
        "attr verb",
        put("claim", 0, "attribution", 0, "verb", "sais"),
        [
            "35: claim \"note2020/moved-by\": attribution[0]: verb: unknown value 'sais'; did you mean 'states'? [invalid-value]"
        ],
    ),
    (
        "as_of_inferred",
        put("claim", 0, "as_of_inferred", "x"),
        ['35: claim "note2020/moved-by": as_of_inferred: as_of_inferred asks for as_of [missing-key]'],
    ),
    (
        "as_of",
        put("claim", 0, "as_of", "yesterday"),
        [
            "35: claim \"note2020/moved-by\": as_of: 'yesterday' is not an EDTF date the archive can hold: words have no place in a date: write a year, a month or a day as in '2011', '2011-12', '2011-12-16' [invalid-value]"
        ],
    ),
    (
        "repeats",
        put("claim", 0, "repeats", "note2020/nothing"),
        ["35: claim \"note2020/moved-by\": repeats: unknown claim 'note2020/nothing' [unknown-reference]"],
    ),
    (
        "repeats, short",
        put("claim", 0, "repeats", "after"),
        [
            "35: claim \"note2020/moved-by\": repeats: expected 'note2020/after', as follows from the rest, not 'after' [invalid-value]"
        ],
    ),
    (
        "supersedes, no list",
        put("claim", 0, "supersedes", "note2020/after"),
        ["35: claim \"note2020/moved-by\": supersedes: expected a list, not 'note2020/after' [wrong-type]"],
    ),
    (
        "self",
        put("claim", 0, "repeats", RECORDS[nth("claim", 0)]["id"]),
        ['35: claim "note2020/moved-by": repeats: a claim cannot refer to itself [circular]'],
    ),
    (
        "quote",
        put("claim", 0, "quote", "words that are not as long"),
        [
            '35: claim "note2020/moved-by": text: spans: 31 to 39 spans 8 code points, but the quotation has 26 [offsets-do-not-fit]'
        ],
    ),
    (
        "claim twice",
        lambda lines: lines.__setitem__(nth("claim", 1), lines[nth("claim", 0)]),
        [
            "36: claim \"note2020/moved-by\": id: the id 'note2020/moved-by' is used already [id-twice]",
            "38: claim \"note2020/chairs-now\": supersedes[0]: unknown claim 'note2020/chairs-again'; did you mean 'note2020/chairs-now'? [unknown-reference]",
        ],
    ),
    (
        "key twice",
        raw("claim", 0, b'"event": ', b'"event": "door-2020", "event": '),
        ["35: the key 'event' stands here twice [key-twice]"],
    ),
    ("nan", raw("claim", 0, b'"note": null', b'"note": NaN'), ["35: not JSON: NaN is no number of JSON [not-json]"]),
    (
        "inf",
        raw("claim", 0, b'"note": null', b'"note": 1e999'),
        ['35: claim "note2020/moved-by": note: expected a text, not inf [wrong-type]'],
    ),
    (
        "digits",
        raw("claim", 0, b'"note": null', b'"note": ' + b"9" * 5000),
        ["35: not JSON: a number of thousands of digits [not-json]"],
    ),
    (
        "deep",
        raw("claim", 0, b'"note": null', b'"note": ' + b"[" * 100000),
        ["35: lists and objects are nested too deeply [too-deep]"],
    ),
    (
        "deep2",
        raw("claim", 0, b'"note": null', b'"note": ' + b"[" * 20 + b"]" * 20),
        ["35: lists and objects are nested too deeply [too-deep]"],
    ),
    (
        "nul",
        raw("claim", 0, b'"note"', b'"no\0te"'),
        ["35: not JSON: invalid control character at character 640 [not-json]"],
    ),
    (
        "half",
        raw("claim", 0, b'"note": null', b'"note": "\\ud800"'),
        ["35: half of a character, which is none [hidden-character]"],
    ),
    (
        "utf8",
        raw("claim", 0, b'"note": null', b'"note": "\xff"'),
        ["35: the byte 0xff is not UTF-8 here; save the file as UTF-8 [not-utf-8]"],
    ),
    (
        "hidden",
        raw("claim", 0, b'"note": null', b'"note": "\\u202e"'),
        [
            '35: claim "note2020/moved-by": note: the character U+202E cannot be seen and does not belong in a text [hidden-character]'
        ],
    ),
    (
        "cut",
        lambda lines: lines.pop(),
        ["1: archive: claims: the archive says that it has 18 claims; here are 17 [incomplete]"],
    ),
    (
        "cut in",
        lambda lines: lines.__setitem__(-1, lines[-1][:40]),
        ["52: not JSON: invalid control character at character 41 [not-json]"],
    ),
    ("empty", lambda lines: lines.insert(3, b""), ["4: not JSON: the line is empty [not-json]"]),
    ("list", lambda lines: lines.insert(3, b"[]"), ["4: expected an object, not [] [wrong-type]"]),
    (
        "bom",
        lambda lines: lines.__setitem__(0, b"\xef\xbb\xbf" + lines[0]),
        [" begins with a byte order mark; save it as UTF-8 without one [byte-order-mark]"],
    ),
    (
        "after",
        lambda lines: lines.append(lines[2]),
        ["53: agent: stands behind the first claim, and belongs before it [out-of-order]"],
    ),
    (
        "unknown after",
        lambda lines: lines.append(b'{"record": "agnet"}'),
        ["53: unknown record 'agnet'; did you mean 'agent'? [invalid-value]"],
    ),
    (
        "head twice",
        lambda lines: lines.insert(1, lines[0]),
        ["2: archive: the record of the archive stands here again [id-twice]"],
    ),
    ("no head", lambda lines: lines.pop(0), ["1: the record of the archive stands first [no-archive]"]),
    ("nothing", lambda lines: lines.clear(), [" there is no record of an archive in it [no-archive]"]),
    (
        "schema",
        put("archive", 0, "schema_version", 2),
        ["1: archive: schema_version: this library reads version 1 of the format, not 2 [schema-version]"],
    ),
    (
        "claims",
        put("archive", 0, "claims", 3),
        ["1: archive: claims: the archive says that it has 3 claims; here are 18 [incomplete]"],
    ),
    (
        "claimsT",
        put("archive", 0, "claims", "3"),
        ["1: archive: claims: the archive says that it has '3' claims; here are 18 [incomplete]"],
    ),
    ("title", put("archive", 0, "title", None), ["1: archive: the key 'title' is missing [missing-key]"]),
    ("archive key", put("archive", 0, "digest", "x"), ["1: archive: digest: unknown key [unknown-key]"]),
    (
        "retired",
        put("retired", 0, "successors", ["nothing2020"]),
        [
            "25: retired \"old-move\": successors[0]: unknown id 'nothing2020'; did you mean 'note2020'? [unknown-reference]"
        ],
    ),
    (
        "retired reuse",
        put("event", 0, "id", RECORDS[nth("retired", 0)]["id"]),
        [
            "33: event \"old-move\": 'old-move' is retired and must not be used again [retired-id]",
            "35: claim \"note2020/moved-by\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "37: claim \"note2020/after\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "48: claim \"report2020/open-for\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "49: claim \"report2020/not-open\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "50: claim \"report2020/leave\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "51: claim \"report2020/shut\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
            "52: claim \"report2020/june\": event: unknown event 'door-2020'; did you mean 'move-2020'? [unknown-reference]",
        ],
    ),
    (
        "low",
        put("claim", 1, "value", "low", True),
        [
            '36: claim "note2020/chairs-again": value: low: expected a whole number from 0 to 9007199254740992, not true [invalid-value]'
        ],
    ),
    (
        "word",
        put("claim", 1, "value", "word", 5),
        ['36: claim "note2020/chairs-again": value: word: expected a text, not 5 [invalid-value]'],
    ),
    (
        "agent",
        put("claim", 0, "value", "agent", 5),
        ['35: claim "note2020/moved-by": value: agent: expected a text, not 5 [invalid-value]'],
    ),
    (
        "words",
        put("reading", 0, "words", []),
        ['23: reading "strict": words: expected a table, not a list [wrong-type]'],
    ),
    (
        "circle",
        both(put("claim", 0, "repeats", "note2020/after"), put("claim", 2, "repeats", "note2020/moved-by")),
        [
            '37: claim "note2020/after": repeats: refers back to itself: note2020/after → note2020/moved-by → note2020/after [circular]'
        ],
    ),
    (
        "document of a lost agent",
        both(drop("agent", 0, "id"), put("claim", 0, "document", "y")),
        ["2: agent: the key 'id' is missing [missing-key]"],
    ),
    (
        "document 5",
        put("claim", 0, "document", 5),
        ['35: claim "note2020/moved-by": document: unknown document 5 [unknown-reference]'],
    ),
    (
        "attribution",
        put("claim", 0, "attribution", "x"),
        ["35: claim \"note2020/moved-by\": attribution: expected a list, not 'x' [wrong-type]"],
    ),
    (
        "no attribution",
        drop("claim", 0, "attribution"),
        [
            '35: claim "note2020/moved-by": attribution: expected the voices of its source first, each of which reports the next: nobody [invalid-value]'
        ],
    ),
    (
        "no voice",
        both(put("source", 0, "voice", "x"), drop("claim", 0, "attribution")),
        [
            "28: source \"note2020\": voice: unknown agent 'x'; it is one of author, caretaker, clerk, desk, nobody, office, reader [unknown-reference]"
        ],
    ),
    ("claim id", put("claim", 0, "id", 5), ["35: claim: id: expected a text, not 5 [wrong-type]"]),
    ("no document", drop("claim", 0, "document"), []),
    (
        "stands alone",
        put("source", 0, "stands_alone", True),
        ['28: source "note2020": stands_alone: unknown key [unknown-key]'],
    ),
    (
        "label",
        put("claim", 14, "value", "label", "ajar"),
        [
            "49: claim \"report2020/not-open\": value: label: expected 'open', as follows from the rest, not 'ajar' [invalid-value]"
        ],
    ),
]
