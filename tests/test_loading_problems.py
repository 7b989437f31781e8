"""Whatever is wrong with a folder is told with its file, its line, its place, and what was meant; nothing is loaded."""

from __future__ import annotations

import pytest
from attrs import frozen

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive.errors import InvalidArchive

ARCHIVE, EVENTS, PLACES, AGENTS = "archive.toml", "events.toml", "places.toml", "agents.toml"
CODEBOOK, READINGS, RETIRED = "codebook.toml", "readings.toml", "retired.toml"
REPORT, NOTE = "sources/report2020.toml", "sources/note2020.toml"
LENGTH = len(small.REPORT)


@frozen
class Case:
    """One mistake: a stretch of a file, what stands there instead, and the one problem it makes on its first line."""

    code: str
    file: str
    old: str
    new: str
    told: str
    below: int = 0
    """How many lines below the first of the stretch."""


def case(code: str, file: str, old: str, new: str, told: str, below: int = 0):
    return pytest.param(Case(code, file, old, new, told, below), id=told)


def value(new: str, message: str, code: str = "invalid-value"):
    """A claim about a number with another value."""
    return case(code, REPORT, "value = { about = 30 }", f"value = {new}", f'claim "books": value: {message}')


def books(code: str, new: str, told: str, below: int = 0):
    """A claim with more keys, or with others in the place of its value."""
    old = f"value = {{ about = 30 }}\nat = {small.at(small.REPORT, 'about 30 books')}"
    return case(code, REPORT, old, new, f'claim "books": {told}', below)


def also(code: str, keys: str, told: str, line: int = 2):
    """A claim with more keys."""
    at = small.at(small.REPORT, "about 30 books")
    return books(code, f"value = {{ about = 30 }}\nat = {at}\n{keys}", told, line)


def place(code: str, at: str, message: str):
    """A claim with another place."""
    return books(code, f"value = 30\nat = {at}", f"at: {message}", 1)


def value_key(key: str, told: str):
    """A claim with another key in the place of its value."""
    return case("unknown-key", REPORT, "value = { about = 30 }", f"{key} = {{ about = 30 }}", f'claim "books": {told}')


def duration(new: str, message: str):
    return case(
        "invalid-value", REPORT, "value = { days = 20 }", f"value = {new}", f'claim "open-for": value: {message}'
    )


def month(new: str, message: str):
    return case("invalid-value", REPORT, 'value = "2020-05~"', f"value = {new}", f'claim "month": value: {message}')


def term(new: str, message: str, code: str = "invalid-value"):
    return case(code, REPORT, 'value = "shut"', f"value = {new}", f'claim "shut": value: {message}')


def event_or_property(new: str, told: str):
    """A claim that is about something else."""
    key = new.split(maxsplit=1)[0]
    old = 'id = "books"\nevent = "move-2020"\nproperty = "moved"'
    kept = old.replace(f'{key} = "move-2020"', new).replace(f'{key} = "moved"', new)
    return case("unknown-reference", REPORT, old, kept, f'claim "books": {told}', 1 if key == "event" else 2)


def one_more_voice(code: str, key: str, message: str):
    """A document with one more voice, before all others."""
    old = '[[voices]]\nkey = "office2020said"'
    new = f'[[voices]]\nkey = "{key}"\ntype = "post"\nvoice = "reader"\n{old}'
    return case(code, REPORT, old, new, f'voice "{key}": key: {message}', 5 if key == "office2020said" else 1)


def quoted(code: str, words: str, told: str):
    """A claim with other words, and the place for them."""
    return books(code, f'value = 30\nquote = "{words}"\nat = [0, {len(words)}]', told, 1)


PAIR = "expected [start, end] or a list of such pairs, not"
NO_PERIOD = "is not an EDTF date the archive can hold:"
NO_ID = "is no id; use at most 100 lower-case letters, digits and single hyphens"
NO_KEY = "is no citation key; use 4 to 24 lower-case letters and digits, a letter first"
NO_COUNT = "expected a whole number or a table such as { at_least = 16 }, not"
NUMBER = "expected a whole number from 0 to 9007199254740991, not"
UNFIT = "cannot be seen and does not belong in a text"
EMPTY = "an empty text says nothing; leave the key out or fill it in"
PAST = f"runs past the end of the text, which has {len(small.REPORT)} code points"
RISING = f"expected rising numbers from 0, below the length {len(small.NOTE)}"
LONG = " ".join(["word"] * 16)

UNKNOWN_KEYS = [
    case("unknown-key", ARCHIVE, 'title = "Small', 'titel = "Small', "titel: unknown key; did you mean 'title'?"),
    case("unknown-key", ARCHIVE, "schema_version = 1", "schema_version = 1\n[[claim]]", "claim: unknown key", 1),
    case("unknown-key", EVENTS, "part_of", "partof", "door-2020: partof: unknown key; did you mean 'part_of'?"),
    case("unknown-key", PLACES, "within", "withn", "hall: withn: unknown key; did you mean 'within'?"),
    case("unknown-key", AGENTS, "sensitive", "sensitif", "clerk: sensitif: unknown key; did you mean 'sensitive'?"),
    case(
        "unknown-key",
        CODEBOOK,
        "[vocabularies.colour]",
        "[vocabulary.colour]",
        "vocabulary: unknown key; did you mean 'vocabularies'?",
    ),
    case(
        "unknown-key",
        CODEBOOK,
        "cumulative",
        "cumulativ",
        "properties: moved: cumulativ: unknown key; did you mean 'cumulative'?",
    ),
    case(
        "unknown-key",
        CODEBOOK,
        "exclusive",
        "exclusiv",
        "vocabularies: state: exclusiv: unknown key; did you mean 'exclusive'?",
    ),
    case(
        "unknown-key",
        CODEBOOK,
        "within",
        "whithin",
        "populations: chairs: whithin: unknown key; did you mean 'within'?",
    ),
    case(
        "unknown-key",
        READINGS,
        "at_least = 12",
        "atleast = 12",
        "strict: words: dozens: atleast: unknown key; did you mean 'at_least'?",
    ),
    case(
        "unknown-key",
        READINGS,
        'label = "Plain"',
        'lable = "Plain"',
        "plain: lable: unknown key; did you mean 'label'?",
    ),
    case(
        "unknown-key",
        RETIRED,
        'successors = ["move',
        'succesors = ["move',
        "old-move: succesors: unknown key; did you mean 'successors'?",
    ),
    case("unknown-key", REPORT, "genre", "gnere", "source: gnere: unknown key; did you mean 'genre'?"),
    case("unknown-key", REPORT, "length", "lenght", "text: lenght: unknown key; did you mean 'length'?"),
    case(
        "unknown-key",
        REPORT,
        "stands_alone",
        "standalone",
        "voice \"reader2020comment\": standalone: unknown key; did you mean 'stands_alone'?",
    ),
    case("unknown-key", NOTE, "[text]", "[txt]", "txt: unknown key; did you mean 'text'?"),
    case("unknown-key", NOTE, "[source]", "colour = 1\n[source]", "colour: unknown key"),
    case(
        "unknown-key",
        REPORT,
        '[[claims]]\nid = "june"',
        '[[claim]]\nid = "june"',
        "claim: unknown key; did you mean 'claims'?",
    ),
    case(
        "unknown-key",
        REPORT,
        'agent = "caretaker", verb',
        'agent = "caretaker", vreb',
        "claim \"not-open\": attribution[1]: vreb: unknown key; did you mean 'verb'?",
    ),
    case(
        "unknown-key",
        REPORT,
        "inferred = { issued",
        "inferred = { isued",
        "source: inferred: isued: unknown key; did you mean 'issued'?",
    ),
    value_key(r'"va lue\u001b"', "'va lue\\x1b': unknown key; did you mean 'value'?"),
    value_key("vlaue", "vlaue: unknown key; did you mean 'value'?"),
    case("unknown-key", REPORT, 'id = "books"', 'idd = "books"', "claims[4]: idd: unknown key; did you mean 'id'?"),
    also("unknown-key", 'shade = "green"', "shade: unknown key"),
    value("{ abut = 30 }", "unknown key 'abut'; did you mean 'about'?"),
]
MISSING_KEYS = [
    case("missing-key", ARCHIVE, 'title = "Small archive"\n', "", "the key 'title' is missing", -1),
    case("missing-key", ARCHIVE, "schema_version = 1", "", "the key 'schema_version' is missing", -3),
    case(
        "missing-key",
        EVENTS,
        '[move-2020]\nlabel = "Moving of the chairs"',
        "[move-2020]",
        "move-2020: the key 'label' is missing",
    ),
    case("missing-key", PLACES, '[hall]\nnames = ["Hall"]', "[hall]", "hall: the key 'names' is missing"),
    case("missing-key", AGENTS, '[reader]\nnames = ["Reader"]', "[reader]", "reader: the key 'names' is missing"),
    case(
        "missing-key",
        CODEBOOK,
        '[properties.date]\nkind = "period"',
        "[properties.date]",
        "properties: date: the key 'kind' is missing",
    ),
    case(
        "missing-key",
        CODEBOOK,
        'terms = { green = "green" }',
        "",
        "vocabularies: colour: the key 'terms' is missing",
        -1,
    ),
    case(
        "missing-key",
        READINGS,
        "{ at_least = 2, because",
        "{ because",
        "strict: words: many: the key 'at_least' is missing",
    ),
    case("missing-key", RETIRED, 'because = "Coded twice."', "", "'report2020/gone': the key 'because' is missing", -1),
    case("missing-key", NOTE, 'type = "document"', "", "source: the key 'type' is missing", -1),
    case("missing-key", NOTE, "[text]\n" + small.described("note.txt"), "", "the key 'text' is missing", -5),
    case("missing-key", REPORT, 'voice = "office"', "", "voice \"office2020said\": the key 'voice' is missing", -3),
    case("missing-key", REPORT, 'id = "books"', "", "claims[4]: the key 'id' is missing", -1),
    case("missing-key", REPORT, "value = { about = 30 }", "", "claim \"books\": the key 'value' is missing", -4),
    case(
        "missing-key",
        REPORT,
        'agent = "caretaker", ',
        "",
        "claim \"not-open\": attribution[1]: the key 'agent' is missing",
    ),
    case(
        "missing-key",
        AGENTS,
        'same_because = "Both names stand for one body."',
        "",
        "desk: same_as: same_as asks for same_because",
        -1,
    ),
    case("missing-key", AGENTS, 'same_as = "office"\n', "", "desk: same_because: same_because asks for same_as"),
    case(
        "missing-key",
        CODEBOOK,
        'vocabulary = "state"',
        "",
        "properties: state: a property of kind 'term' names its vocabulary",
        -2,
    ),
    case(
        "missing-key",
        REPORT,
        'publisher = "Office"',
        "",
        "source: inferred: publisher: there is a reason for publisher, but no publisher",
        6,
    ),
    case(
        "missing-key", REPORT, 'stance = "disputes"', "", 'claim "shut": about_claim: about_claim asks for stance', -1
    ),
    also("missing-key", 'stance = "doubts"', "stance: stance asks for about_claim"),
    also("missing-key", 'as_of_inferred = "later"', "as_of_inferred: as_of_inferred asks for as_of"),
    also("missing-key", 'supersedes = ["cups"]', "supersedes: supersedes asks for supersedes_because"),
    also("missing-key", 'supersedes_because = "later"', "supersedes_because: supersedes_because asks for supersedes"),
]
WRONG_TYPES = [
    # text
    case("wrong-type", EVENTS, 'kind = "move"', "kind = 7", "move-2020: kind: expected a text, not 7"),
    case("wrong-type", EVENTS, 'kind = "move"', "kind = true", "move-2020: kind: expected a text, not true"),
    case("wrong-type", EVENTS, 'kind = "move"', "kind = nan", "move-2020: kind: expected a text, not nan"),
    case("wrong-type", EVENTS, 'kind = "move"', "kind = 1e999", "move-2020: kind: expected a text, not inf"),
    case("wrong-type", EVENTS, 'kind = "move"', 'kind = ["move"]', "move-2020: kind: expected a text, not a list"),
    case("wrong-type", EVENTS, 'kind = "move"', "kind = { a = 1 }", "move-2020: kind: expected a text, not a table"),
    case(
        "wrong-type",
        EVENTS,
        'part_of = "move-2020"',
        "part_of = false",
        "door-2020: part_of: expected a text, not false",
    ),
    case("wrong-type", REPORT, 'number = "7"', "number = 7", "source: number: expected a text, not 7"),
    case(
        "wrong-type",
        REPORT,
        'issued = "2020-05~"',
        "issued = 2020-05-01",
        "source: issued: expected a text, not 2020-05-01 without quotation marks",
    ),
    also(
        "wrong-type",
        "as_of = 2020-05-01T10:00:00",
        "as_of: expected a text, not 2020-05-01T10:00:00 without quotation marks",
    ),
    also("wrong-type", "time = 10:00:00", "time: expected a text, not 10:00:00 without quotation marks"),
    case("invalid-value", EVENTS, 'kind = "move"', 'kind = ""', f"move-2020: kind: {EMPTY}"),
    case("invalid-value", PLACES, 'kind = "building"', 'kind = " "', f"hall: kind: {EMPTY}"),
    case(
        "hidden-character",
        EVENTS,
        'kind = "move"',
        r'kind = "a\u001b[31m"',
        f"move-2020: kind: the character U+001B {UNFIT}",
    ),
    case(
        "hidden-character",
        EVENTS,
        'kind = "move"',
        r'kind = "a\u202Eb"',
        f"move-2020: kind: the character U+202E {UNFIT}",
    ),
    # whole numbers
    case(
        "wrong-type",
        ARCHIVE,
        "schema_version = 1",
        'schema_version = "1"',
        "schema_version: expected a whole number, not '1'",
    ),
    case(
        "wrong-type",
        ARCHIVE,
        "schema_version = 1",
        "schema_version = 1.0",
        "schema_version: expected a whole number, not 1.0",
    ),
    case(
        "wrong-type",
        ARCHIVE,
        "schema_version = 1",
        "schema_version = true",
        "schema_version: expected a whole number, not true",
    ),
    case(
        "wrong-type",
        READINGS,
        "at_least = 12",
        "at_least = 1.2e1",
        "strict: words: dozens: at_least: expected a whole number, not 12.0",
    ),
    case(
        "invalid-value",
        ARCHIVE,
        "schema_version = 1",
        "schema_version = 9007199254740993",
        "schema_version: expected a whole number up to 9007199254740992, not 9007199254740993",
    ),
    case(
        "invalid-value",
        ARCHIVE,
        "schema_version = 1",
        f"schema_version = 0x{'f' * 5000}",
        "schema_version: expected a whole number up to 9007199254740992, not a number without end",
    ),
    # true or false
    case(
        "wrong-type",
        AGENTS,
        "sensitive = true",
        'sensitive = "false"',
        "clerk: sensitive: expected true or false, not 'false'",
    ),
    case("wrong-type", AGENTS, "sensitive = true", "sensitive = 1", "clerk: sensitive: expected true or false, not 1"),
    case(
        "wrong-type",
        AGENTS,
        "sensitive = true",
        "sensitive = []",
        "clerk: sensitive: expected true or false, not a list",
    ),
    # lists
    case("wrong-type", AGENTS, 'names = ["Desk"]', 'names = "Desk"', "desk: names: expected a list, not 'Desk'"),
    case("wrong-type", AGENTS, 'names = ["Desk"]', "names = { a = 1 }", "desk: names: expected a list, not a table"),
    case(
        "wrong-type",
        AGENTS,
        'names = ["Desk"]',
        'names = ["Desk", ["a"]]',
        "desk: names[1]: expected a text, not a list",
    ),
    case("invalid-value", AGENTS, 'names = ["Desk"]', "names = []", "desk: names: at least one name is needed"),
    case(
        "wrong-type",
        REPORT,
        'authors = ["author"]',
        'authors = ["author", 1]',
        "source: authors[1]: expected a text, not 1",
    ),
    case(
        "wrong-type",
        REPORT,
        f"paragraphs = [{small.REPORT.index('Comment')}]",
        "paragraphs = [true]",
        'voice "reader2020comment": paragraphs[0]: expected a whole number, not true',
    ),
    case("wrong-type", NOTE, "[source]", "voices = 1\n[source]", "voices: expected a list, not 1"),
    case("wrong-type", NOTE, "[source]", "voices = [1]\n[source]", "voices[0]: expected a table, not 1"),
    also("wrong-type", 'supersedes = "cups"\nsupersedes_because = "a"', "supersedes: expected a list, not 'cups'"),
    also("wrong-type", 'attribution = ["clerk"]', "attribution[0]: expected a table, not 'clerk'"),
    # tables
    case("wrong-type", EVENTS, "[move-2020]", "door = 7\n[move-2020]", "door: expected a table, not 7"),
    case(
        "wrong-type",
        CODEBOOK,
        "[properties.moved]",
        "[[populations]]\n[properties.moved]",
        "populations: expected a table, not a list",
    )
    if False
    else case(
        "wrong-type",
        CODEBOOK,
        "[vocabularies.colour]",
        "[[vocabularies.colour]]",
        "vocabularies: colour: expected a table, not a list",
    ),
    case(
        "wrong-type",
        CODEBOOK,
        'terms = { green = "green" }',
        'terms = ["green"]',
        "vocabularies: colour: terms: expected a table, not a list",
    ),
    case(
        "wrong-type",
        CODEBOOK,
        'terms = { green = "green" }',
        "terms = { green = 3 }",
        "vocabularies: colour: terms: green: expected a text, not 3",
    ),
    case(
        "wrong-type",
        CODEBOOK,
        'terms = { open = "open", shut = "shut" }',
        'terms = ["open", "shut"]',
        "vocabularies: state: terms: expected a table, not a list",
    ),
    case(
        "wrong-type", CODEBOOK, 'shut = "shut"', "shut = 3", "vocabularies: state: terms: shut: expected a text, not 3"
    ),
    case(
        "wrong-type",
        READINGS,
        'many = { at_least = 2, because = "More than one." }',
        "many = 2",
        "strict: words: many: expected a table, not 2",
    ),
    # words and places
    also("wrong-type", "quote = 7", "quote: expected the words or a list of words, not 7"),
    also("wrong-type", "quote = []", "quote: expected the words or a list of words, not []"),
    also("wrong-type", 'quote = ["a", 1]', "quote: expected the words or a list of words, not ['a', 1]"),
    also("wrong-type", 'quote = ""', "quote: expected the words or a list of words, not ''"),
    place("wrong-type", "7", f"{PAIR} 7"),
    place("wrong-type", '"1-7"', f"{PAIR} '1-7'"),
    place("wrong-type", "{ start = 1 }", f"{PAIR} a table"),
    place("wrong-type", "[]", f"{PAIR} []"),
    place("wrong-type", "[1]", f"{PAIR} [1]"),
    place("wrong-type", "[1, 2, 3]", f"{PAIR} [1, 2, 3]"),
    place("wrong-type", "[[1, 2], 3]", f"{PAIR} 3"),
    place("wrong-type", '["1", "7"]', "expected two whole numbers, [start, end], not ['1', '7']"),
    place("wrong-type", "[false, true]", "expected two whole numbers, [start, end], not [false, true]"),
    place("wrong-type", "[1.0, 7.0]", "expected two whole numbers, [start, end], not [1.0, 7.0]"),
    place(
        "wrong-type", f"[1, 0x{'f' * 5000}]", "expected two whole numbers, [start, end], not [1, a number without end]"
    ),
    # one of a few words
    case(
        "invalid-value",
        AGENTS,
        'kind = "unknown"',
        'kind = "unknwn"',
        "nobody: kind: unknown value 'unknwn'; did you mean 'unknown'?",
    ),
    case(
        "invalid-value",
        AGENTS,
        'kind = "unknown"',
        "kind = 1",
        "nobody: kind: unknown value 1; it is one of person, body, group, unnamed, unknown",
    ),
    also("invalid-value", 'verb = "stats"', "verb: unknown value 'stats'; did you mean 'states'?"),
    also("invalid-value", "polarity = true", "polarity: unknown value true; it is one of asserted, denied"),
    also("invalid-value", 'modality = "predict"', "modality: unknown value 'predict'; did you mean 'predicted'?"),
    also(
        "invalid-value",
        'about_claim = "cups"\nstance = "no"',
        "stance: unknown value 'no'; it is one of endorses, disputes, doubts",
        3,
    ),
]
VALUES = [
    value('"30"', f"{NO_COUNT} '30'"),
    value("30.0", f"{NO_COUNT} 30.0"),
    value("true", f"{NO_COUNT} true"),
    value("[30]", f"{NO_COUNT} [30]"),
    value("nan", f"{NO_COUNT} nan"),
    value("2020-05-01", f"{NO_COUNT} 2020-05-01 without quotation marks"),
    value("-3", f"{NUMBER} -3"),
    value("9007199254740992", f"{NUMBER} 9007199254740992"),
    value(f"0x{'f' * 5000}", f"{NUMBER} a number without end"),
    value('{ about = "30" }', f"about: {NUMBER} '30'"),
    value("{ about = true }", f"about: {NUMBER} true"),
    value("{ at_least = 1.5 }", f"at_least: {NUMBER} 1.5"),
    value("{ more_than = -1 }", f"more_than: {NUMBER} -1"),
    value("{ less_than = 0 }", "less_than: expected a whole number from 1 to 9007199254740991, not 0"),
    value("{}", "an empty table says nothing"),
    value("{ at_least = 10, at_most = 5 }", "at least 10 and at most 5 cannot both hold"),
    value("{ more_than = 10, less_than = 11 }", "at least 11 and at most 10 cannot both hold"),
    value("{ at_least = 10, more_than = 10 }", "at_least and more_than cannot stand together"),
    value("{ at_most = 10, less_than = 10 }", "at_most and less_than cannot stand together"),
    value('{ vague = "dozens", at_least = 12 }', "a vague word stands alone"),
    value("{ vague = 12 }", "expected a vague word as text, not 12"),
    value('{ vague = "dozen" }', "unknown vague word 'dozen'; did you mean 'dozens'?", "unknown-reference"),
    value('{ vague = "a lot" }', "unknown vague word 'a lot'; it is one of dozens, many", "unknown-reference"),
    duration("20", "expected one unit with its count, such as { days = 20 }, not 20"),
    duration('"P20D"', "expected one unit with its count, such as { days = 20 }, not 'P20D'"),
    duration(
        "{ days = 20, hours = 3 }",
        "expected one unit with its count, such as { days = 20 }, not {'days': 20, 'hours': 3}",
    ),
    duration("{ day = 20 }", "unknown unit 'day'; did you mean 'days'?"),
    duration("{ days = true }", f"{NO_COUNT} true"),
    month("2020", "expected a date as text, not 2020"),
    month("2020-05-01", "expected a date as text, not 2020-05-01 without quotation marks"),
    month('""', "expected a date as text, not ''"),
    month('"May 2020"', f"'May 2020' {NO_PERIOD} write the month as a number, '2020-05'"),
    month('"2020-13"', f"'2020-13' {NO_PERIOD} there is no month 13, months are 01 to 12"),
    term('"opne"', "unknown term 'opne'; did you mean 'open'?", "unknown-reference"),
    term("true", "expected the id of a term as text, not true"),
    case(
        "invalid-value",
        REPORT,
        'value = "Visitors were to leave."',
        "value = 1",
        'claim "leave": value: expected a gloss as text, not 1',
    ),
    also("invalid-value", 'as_of = "2020-02-30"', f"as_of: '2020-02-30' {NO_PERIOD} 2020-02 has days 01 to 29, not 30"),
    also("invalid-value", 'time = "2020/2019"', f"time: '2020/2019' {NO_PERIOD} its end lies before its start"),
    case(
        "invalid-value",
        REPORT,
        'issued = "2020-05~"',
        'issued = "2020-5"',
        f"source: issued: '2020-5' {NO_PERIOD} write the month with two digits, '2020-05'",
    ),
]
UNKNOWN_REFERENCES = [
    case(
        "unknown-reference",
        EVENTS,
        'part_of = "move-2020"',
        'part_of = "move"',
        "door-2020: part_of: unknown event 'move'; did you mean 'move-2020'?",
    ),
    case(
        "unknown-reference",
        PLACES,
        'within = "town"',
        'within = "twon"',
        "hall: within: unknown place 'twon'; did you mean 'town'?",
    ),
    case(
        "unknown-reference",
        AGENTS,
        'within = "office"',
        'within = "ofice"',
        "clerk: within: unknown agent 'ofice'; did you mean 'office'?",
    ),
    case(
        "unknown-reference",
        AGENTS,
        'same_as = "office"',
        'same_as = "ofice"',
        "desk: same_as: unknown agent 'ofice'; did you mean 'office'?",
    ),
    case(
        "unknown-reference",
        CODEBOOK,
        'within = "things"',
        'within = "thing"',
        "populations: chairs: within: unknown population 'thing'; did you mean 'things'?",
    ),
    case(
        "unknown-reference",
        CODEBOOK,
        'vocabulary = "state"',
        'vocabulary = "stat"',
        "properties: state: vocabulary: unknown vocabulary 'stat'; did you mean 'state'?",
    ),
    case(
        "unknown-reference",
        RETIRED,
        '"move-2020"',
        '"move-202"',
        "old-move: successors[0]: unknown id 'move-202'; did you mean 'move-2020'?",
    ),
    case(
        "unknown-reference",
        NOTE,
        'voice = "nobody"',
        'voice = "nobdy"',
        "source: voice: unknown agent 'nobdy'; did you mean 'nobody'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'authors = ["author"]',
        'authors = ["author", "authr"]',
        "source: authors[1]: unknown agent 'authr'; did you mean 'author'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'contributors = ["clerk"]',
        'contributors = ["clark"]',
        "source: contributors[0]: unknown agent 'clark'; did you mean 'clerk'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'part_of = "office2020said"',
        'part_of = "office2020"',
        "voice \"clerk2020told\": part_of: unknown voice 'office2020'; did you mean 'office2020said'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'agent = "caretaker"',
        'agent = "caretakr"',
        "claim \"not-open\": attribution[1]: agent: unknown agent 'caretakr'; did you mean 'caretaker'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'value = "hall"',
        'value = "hal"',
        "claim \"moved-to\": value: unknown place 'hal'; did you mean 'hall'?",
    ),
    case(
        "unknown-reference",
        NOTE,
        'value = "desk"',
        'value = "dsk"',
        "claim \"moved-by\": value: unknown agent 'dsk'; did you mean 'desk'?",
    ),
    case(
        "unknown-reference",
        NOTE,
        'value = "move-2020"',
        'value = "move"',
        "claim \"after\": value: unknown event 'move'; did you mean 'move-2020'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'source = "clerk2020told"',
        'source = "clerk2020"',
        "claim \"open-for\": source: unknown voice 'clerk2020'; did you mean 'clerk2020told'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'place = "hall"',
        'place = "hal"',
        "claim \"chairs\": place: unknown place 'hal'; did you mean 'hall'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'population = "chairs"',
        'population = "chair"',
        "claim \"chairs\": population: unknown population 'chair'; did you mean 'chairs'?",
    ),
    case(
        "unknown-reference",
        NOTE,
        'repeats = "report2020/chairs"',
        'repeats = "report2020/chair"',
        "claim \"chairs-again\": repeats: unknown claim 'report2020/chair'; did you mean 'report2020/chairs'?",
    ),
    case(
        "unknown-reference",
        REPORT,
        'about_claim = "open-for"',
        'about_claim = "open-fr"',
        "claim \"shut\": about_claim: unknown claim 'report2020/open-fr'; did you mean 'report2020/open-for'?",
    ),
    case(
        "unknown-reference",
        NOTE,
        'supersedes = ["chairs-again"',
        'supersedes = ["chairs-agin"',
        'claim "chairs-now": supersedes[0]: '
        "unknown claim 'note2020/chairs-agin'; did you mean 'note2020/chairs-again'?",
    ),
    event_or_property('event = "move"', "event: unknown event 'move'; did you mean 'move-2020'?"),
    event_or_property('property = "movd"', "property: unknown property 'movd'; did you mean 'moved'?"),
    event_or_property(
        'property = "nothing like it"',
        "property: unknown property 'nothing like it'; "
        "it is one of account, date, followed, lasted, moved, mover, place, state",
    ),
]
IDS = [
    case("id-twice", REPORT, 'id = "lamps"', 'id = "cups"', "claim \"cups\": id: the id 'cups' is used already"),
    one_more_voice("id-twice", "office2020said", "the key 'office2020said' is used already"),
    one_more_voice("id-twice", "report2020", "the key 'report2020' is used already"),
    one_more_voice("id-twice", "note2020", "the key 'note2020' is used in 'note2020' already"),
    case("invalid-id", EVENTS, "[move-2020]", "[Move]\nlabel = 'a'\nkind = 'b'\n[move-2020]", f"Move: 'Move' {NO_ID}"),
    case("invalid-id", PLACES, "[hall]", "[hall-]\nnames = ['a']\nkind = 'b'\n[hall]", f"hall-: 'hall-' {NO_ID}"),
    case("invalid-id", AGENTS, "[desk]", "['']\nnames = ['a']\nkind = 'body'\n[desk]", f"'': '' {NO_ID}"),
    case(
        "invalid-id",
        CODEBOOK,
        "[properties.date]",
        "[properties.to_do]\nkind = 'text'\ndefinition = 'a'\n[properties.date]",
        f"properties: to_do: 'to_do' {NO_ID}",
    ),
    case(
        "invalid-id",
        CODEBOOK,
        '{ green = "green" }',
        '{ Green = "green" }',
        f"vocabularies: colour: terms: Green: 'Green' {NO_ID}",
    ),
    case(
        "invalid-id",
        CODEBOOK,
        "[vocabularies.colour]",
        "[vocabularies.col_our]",
        f"vocabularies: col_our: 'col_our' {NO_ID}",
    ),
    case(
        "invalid-id",
        CODEBOOK,
        "[populations.chairs]",
        "[populations.a--b]\nlabel = 'a'\n[populations.chairs]",
        f"populations: a--b: 'a--b' {NO_ID}",
    ),
    case("invalid-id", READINGS, "[plain]", "[PLAIN]", f"PLAIN: 'PLAIN' {NO_ID}"),
    case("invalid-id", REPORT, 'id = "books"', 'id = "Books"', f"claim \"Books\": id: 'Books' {NO_ID}"),
    case(
        "invalid-id",
        REPORT,
        'id = "books"',
        'id = "report2020/books"',
        f"claim \"report2020/books\": id: 'report2020/books' {NO_ID}",
    ),
    one_more_voice("invalid-key", "Reader2020", f"'Reader2020' {NO_KEY}"),
    one_more_voice("invalid-key", "abc", f"'abc' {NO_KEY}"),
    one_more_voice("retired-id", "old2020", "'old2020' is retired and must not be used again"),
    case(
        "retired-id",
        EVENTS,
        "[door-2020]",
        "[old-move]\nlabel = 'a'\nkind = 'b'\n[door-2020]",
        "old-move: 'old-move' is retired and must not be used again",
    ),
    case(
        "retired-id",
        REPORT,
        'id = "books"',
        'id = "gone"',
        "claim \"gone\": id: 'report2020/gone' is retired and must not be used again",
    ),
    case("retired-id", RETIRED, "", "", "")
    if False
    else case(
        "name-twice",
        AGENTS,
        'names = ["Desk"]',
        'names = ["Desk", "AN  office"]',
        "desk: names: 'AN  office' is a name of 'office' already",
    ),
    case(
        "name-twice", PLACES, 'names = ["Hall"]', 'names = ["town"]', "hall: names: 'town' is a name of 'town' already"
    ),
    case(
        "circular",
        PLACES,
        '"The Town"]',
        '"The Town"]\nwithin = "hall"',
        "hall: within: refers back to itself: hall → town → hall",
        7,
    ),
    case("circular", PLACES, 'within = "town"', 'within = "hall"', "hall: within: refers back to itself: hall → hall"),
    case(
        "circular",
        EVENTS,
        'kind = "move"',
        'kind = "move"\npart_of = "door-2020"',
        "door-2020: part_of: refers back to itself: door-2020 → move-2020 → door-2020",
        6,
    ),
    case(
        "circular",
        AGENTS,
        'names = ["Office", "an office"]',
        'within = "clerk"\nnames = ["Office", "an office"]',
        "clerk: within: refers back to itself: clerk → office → clerk",
        9,
    ),
    case(
        "circular",
        AGENTS,
        'names = ["Office", "an office"]',
        'same_as = "desk"\nsame_because = "a"\nnames = ["Office", "an office"]',
        "desk: same_as: refers back to itself: desk → office → desk",
        16,
    ),
    case(
        "circular",
        CODEBOOK,
        'label = "things"',
        'label = "things"\nwithin = "chairs"',
        "populations: chairs: within: refers back to itself: chairs → things → chairs",
        5,
    ),
    case(
        "circular",
        REPORT,
        'part_of = "office2020said"',
        'part_of = "clerk2020told"',
        'voice "clerk2020told": part_of: refers back to itself: clerk2020told → clerk2020told',
    ),
    also("circular", 'repeats = "books"', "repeats: a claim cannot refer to itself"),
]
TEXTS_AND_OFFSETS = [
    place("outside-text", "[5000, 5005]", f"5000 to 5005 {PAST}"),
    place("invalid-value", "[7, 3]", "a span runs from a start to a later end, counted from 0, not 7 to 3"),
    place("invalid-value", "[7, 7]", "a span runs from a start to a later end, counted from 0, not 7 to 7"),
    place("invalid-value", "[-7, -3]", "a span runs from a start to a later end, counted from 0, not -7 to -3"),
    place("invalid-value", "[[10, 20], [1, 5]]", "stretches follow one another in the text, not [[10, 20], [1, 5]]"),
    also("outside-text", "also_at = [1, 5005]", f"also_at: 1 to 5005 {PAST}"),
    case(
        "outside-text",
        REPORT,
        "stands_alone = true",
        "stands_alone = true\nat = [1, 5005]",
        f'voice "reader2020comment": at: 1 to 5005 {PAST}',
        1,
    ),
    case(
        "outside-text",
        REPORT,
        'agent = "nobody"',
        'at = [1, 5005], agent = "nobody"',
        f'claim "not-open": attribution[0]: at: 1 to 5005 {PAST}',
    ),
    case(
        "offsets-do-not-fit",
        REPORT,
        'quote = "dozens"',
        'quote = "dozen"',
        'claim "pens": at: 196 to 202 spans 6 code points, but the quotation has 5',
        1,
    ),
    case(
        "offsets-do-not-fit",
        REPORT,
        'quote = "dozens"',
        'quote = ["dozens", "pens"]',
        'claim "pens": at: quotations: 2, places: 1; give one place for each',
        1,
    ),
    case(
        "offsets-do-not-fit",
        REPORT,
        'quote = ["It opened only", "in June"]',
        'quote = "It opened only"',
        'claim "june": at: quotations: 1, places: 2; give one place for each',
        1,
    ),
    quoted(
        "quotation-too-long",
        LONG,
        "quote: the quotation has 16 words; 15 are the most, so quote what carries the value",
    ),
    case(
        "invalid-value",
        NOTE,
        small.described("note.txt").split("\n")[1],
        'sha256 = "ABC"',
        "text: sha256: expected 64 lower-case hexadecimal digits, not 'ABC'",
    ),
    case(
        "invalid-value",
        NOTE,
        'file = "note.txt"',
        'file = "../note.txt"',
        "text: file: expected the plain name of a file, not '../note.txt'",
    ),
    case(
        "invalid-value",
        NOTE,
        'file = "note.txt"',
        'file = "/etc/passwd"',
        "text: file: expected the plain name of a file, not '/etc/passwd'",
    ),
    case(
        "invalid-value",
        NOTE,
        'file = "note.txt"',
        'file = ".."',
        "text: file: expected the plain name of a file, not '..'",
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        "length = 0",
        "text: length: expected the number of code points, not 0",
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        "length = -5",
        "text: length: expected the number of code points, not -5",
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        f"length = {len(small.NOTE)}\nparagraphs = [1, 1]",
        f"text: paragraphs: {RISING}, not [1, 1]",
        1,
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        f"length = {len(small.NOTE)}\nparagraphs = [5, 1]",
        f"text: paragraphs: {RISING}, not [5, 1]",
        1,
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        f"length = {len(small.NOTE)}\nparagraphs = [-1, 1]",
        f"text: paragraphs: {RISING}, not [-1, 1]",
        1,
    ),
    case(
        "invalid-value",
        NOTE,
        f"length = {len(small.NOTE)}",
        f"length = {len(small.NOTE)}\nparagraphs = [{len(small.NOTE)}]",
        f"text: paragraphs: {RISING}, not [{len(small.NOTE)}]",
        1,
    ),
]
OTHERS = [
    case(
        "schema-version",
        ARCHIVE,
        "schema_version = 1",
        "schema_version = 2",
        "schema_version: this library reads version 1 of the format, not 2",
    ),
    case(
        "invalid-value",
        ARCHIVE,
        '"2020.5"',
        '"2020"',
        "data_version: expected year and month, such as '2026.11', not '2020'",
    ),
    case(
        "invalid-value",
        ARCHIVE,
        '"2020.5"',
        '"2020.13"',
        "data_version: expected year and month, such as '2026.11', not '2020.13'",
    ),
    case(
        "invalid-value",
        CODEBOOK,
        'kind = "count"',
        'kind = "counts"',
        "properties: moved: kind: unknown kind of value 'counts'; did you mean 'count'?",
    ),
    case(
        "invalid-value",
        CODEBOOK,
        'kind = "text"',
        'kind = "text"\nvocabulary = "state"',
        "properties: account: vocabulary: only a property of kind 'term' has one, not of 'text'",
        1,
    ),
    case(
        "invalid-value",
        READINGS,
        "at_least = 12",
        "at_least = -12",
        "strict: words: dozens: at_least: expected a number from 0, not -12",
    ),
    case(
        "invalid-value",
        REPORT,
        'type = "article-newspaper"',
        'type = "article-newspapers"',
        "source: type: unknown CSL type 'article-newspapers'; did you mean 'article-newspaper'?",
    ),
    case(
        "invalid-value",
        REPORT,
        'type = "post"',
        'type = "comment"',
        "voice \"reader2020comment\": type: unknown CSL type 'comment'; did you mean 'document'?",
    ),
    case(
        "invalid-value",
        REPORT,
        'polarity = "denied"',
        'polarity = "denied"\nverb = "denies"',
        'claim "not-open": verb: with an attribution, the verb stands in its last step; here it would be lost',
        1,
    ),
]


@pytest.mark.parametrize("mistake", UNKNOWN_KEYS + MISSING_KEYS + WRONG_TYPES + VALUES)
def test_mistake_in_a_table(tmp_path, mistake):
    assert_told(tmp_path, mistake)


@pytest.mark.parametrize("mistake", UNKNOWN_REFERENCES + IDS + TEXTS_AND_OFFSETS + OTHERS)
def test_mistake_between_tables(tmp_path, mistake):
    assert_told(tmp_path, mistake)


def assert_told(folder, mistake: Case) -> None:
    """The mistake makes one problem, told in full, and nothing is loaded."""
    small.write(folder, small.changed((mistake.file, mistake.old, mistake.new)))
    line = small.line(mistake.file, mistake.old) + mistake.below

    with pytest.raises(InvalidArchive) as caught:
        za.load(folder)

    assert str(caught.value) == f"{mistake.file}{f':{line}' if line else ''}: {mistake.told} [{mistake.code}]"
    assert [problem.code for problem in caught.value.problems] == [mistake.code]
