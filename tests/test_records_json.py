"""Records as JSON holds them: one example of each type by hand, and the contract over made-up archives."""

import json
from itertools import permutations
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.records import (
    ARTICLE,
    CODEBOOK,
    COMMENT,
    COUNTRY,
    DESK,
    FRIDAY,
    GOVERNMENT,
    ORIGINAL,
    PEOPLE,
    READER,
    SHOOTING,
    SIXTEEN,
    SQUARE,
    TEN,
    TOWN,
    UNREST,
    WEEKDAY,
    WORKERS,
    archive,
    claim,
)
from tests.strategies import DISPUTABLE, archives, counts, documents, durations, periods
from zhanaozen_archive import (
    ACTOR,
    CONSEQUENCE,
    DATE,
    KILLED,
    PLACE,
    Codebook,
    Count,
    Definition,
    Disjoint,
    Duration,
    Hint,
    Period,
    Population,
    Reading,
    Revision,
    Scope,
    Source,
    Span,
    Step,
    Term,
    Text,
    Wording,
)
from zhanaozen_archive._archive.records import claim_value
from zhanaozen_archive._archive.verdicts import comparison, record
from zhanaozen_archive._conflicts import Rule
from zhanaozen_archive._model.claims import MODALITIES, POLARITIES, STANCES, VERBS
from zhanaozen_archive._model.values import UNITS

VALUES = {
    "a number": (Count.exactly(16), '{"type": "count", "low": 16, "high": 16, "about": null, "word": null}'),
    "a ceiling": (Count(high=70), '{"type": "count", "low": 0, "high": 70, "about": null, "word": null}'),
    "approximate": (Count(about=2000), '{"type": "count", "low": 0, "high": null, "about": 2000, "word": null}'),
    "vague": (
        Count(12, word="dozens"),
        '{"type": "count", "low": 12, "high": null, "about": null, "word": "dozens"}',
    ),
    "a duration": (
        Duration(Count(20), "days"),
        '{"type": "duration", "low": 20, "high": null, "about": null, "word": null, "unit": "days"}',
    ),
    "a period": (
        Period.parse("2011-12~"),
        '{"type": "period", "edtf": "2011-12~", "earliest": "2011-12-01", "latest": "2011-12-31"}',
    ),
    "an open period": (
        Period.parse("2011-05-26/.."),
        '{"type": "period", "edtf": "2011-05-26/..", "earliest": "2011-05-26", "latest": null}',
    ),
    "a term": (
        Term("weekday", "friday", "Friday"),
        '{"type": "term", "vocabulary": "weekday", "term": "friday", "label": "Friday"}',
    ),
    "a text": (Text("a gloss"), '{"type": "text", "text": "a gloss"}'),
}


@pytest.mark.parametrize(("value", "written"), VALUES.values(), ids=VALUES)
def test_a_value_is_told_apart_by_its_type(value, written):
    """Each value is an object with its type; absent is null."""
    assert json.loads(written) == record(value)


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        (PLACE, TOWN, {"type": "place", "place": "town"}),
        (ACTOR, DESK, {"type": "agent", "agent": "desk"}),
        (CONSEQUENCE, UNREST, {"type": "event", "event": "unrest"}),
        (KILLED, Count(1), {"type": "count", "low": 1, "high": None, "about": None, "word": None}),
    ],
    ids=["place", "agent", "event", "count"],
)
def test_a_claim_names_a_record_by_its_id(key, value, written):
    """A place, an agent or an event that is a value is no record within the record."""
    assert written == claim_value(claim(property=key, value=value))


TIMED = evolve(CODEBOOK, definitions=(Definition(DATE, "when it was", role="date"), *CODEBOOK.definitions[1:]))
[CONFLICT] = archive().conflicts()
RECORDS = {
    "place": (
        SQUARE,
        """{"id": "square", "names": ["the square"], "kind": "square", "within": "town",
            "beside": [], "beside_because": null}""",
    ),
    "outermost place": (
        COUNTRY,
        """{"id": "country", "names": ["Kazakhstan", "Қазақстан"], "kind": "country", "within": null,
            "beside": [], "beside_because": null}""",
    ),
    "agent": (
        DESK,
        """{"id": "desk", "names": ["Its Desk"], "kind": "body", "family": null, "given": null, "within": "agency",
            "same_as": null, "same_because": null, "sensitive": false}""",
    ),
    "agent held to be another": (
        GOVERNMENT,
        """{"id": "government", "names": ["the government"], "kind": "body", "family": null, "given": null,
            "within": null, "same_as": "officials", "same_because": "so it says", "sensitive": false}""",
    ),
    "person": (
        READER,
        """{"id": "reader", "names": ["A Reader"], "kind": "person", "family": "Reader", "given": "A",
            "within": null, "same_as": null, "same_because": null, "sensitive": true}""",
    ),
    "population": (WORKERS, '{"id": "workers", "label": "workers", "within": "people"}'),
    "event": (SHOOTING, '{"id": "shooting", "label": "Shooting", "kind": "shooting", "part_of": "unrest"}'),
    "definition": (
        CODEBOOK.definitions[1],
        """{"id": "killed", "kind": "count", "definition": "how many died", "unit": "people", "vocabulary": null,
            "cumulative": "nobody comes back", "parts": null, "role": null}""",
    ),
    "definition with terms": (
        CODEBOOK.definitions[3],
        """{"id": "weekday", "kind": "term", "definition": "its day of the week", "unit": null,
            "vocabulary": "weekday", "cumulative": null, "parts": null, "role": null}""",
    ),
    "definition with parts and a role": (
        Definition(KILLED, "how many died", parts="a part is no more", role="date"),
        """{"id": "killed", "kind": "count", "definition": "how many died", "unit": null, "vocabulary": null,
            "cumulative": null, "parts": "a part is no more", "role": "date"}""",
    ),
    "family of events": (
        Disjoint((UNREST, SHOOTING), (), "two days"),
        """{"id": "shooting+unrest", "events": ["shooting", "unrest"], "populations": [], "because": "two days"}""",
    ),
    "family of populations": (
        Disjoint((), (WORKERS, PEOPLE), "two kinds"),
        """{"id": "people+workers", "events": [], "populations": ["people", "workers"], "because": "two kinds"}""",
    ),
    "vocabulary": (
        WEEKDAY,
        """{"id": "weekday", "terms": {"friday": "Friday", "saturday": "Saturday"},
            "exclusive": "a day is one of the seven"}""",
    ),
    "reading": (
        Reading("strict", "Strict", "no ceiling", (Wording("dozens", 12, "one dozen"),)),
        """{"id": "strict", "label": "Strict", "because": "no ceiling",
            "words": {"dozens": {"low": 12, "high": null, "because": "one dozen"}},
            "dates_as_written": null, "floors": null, "ceilings": null, "about": null, "properties": []}""",
    ),
    "reading with everything": (
        Reading(
            "all",
            "All",
            "why",
            (Wording("dozens", 24, "two", 99),),
            "as said",
            Hint(2, "more"),
            Hint(3, "less"),
            Hint(1, "just"),
            ("killed",),
        ),
        """{"id": "all", "label": "All", "because": "why",
            "words": {"dozens": {"low": 24, "high": 99, "because": "two"}},
            "dates_as_written": "as said",
            "floors": {"times": 2, "because": "more"}, "ceilings": {"times": 3, "because": "less"},
            "about": {"times": 1, "because": "just"}, "properties": ["killed"]}""",
    ),
    "step": (Step(DESK, "states", (Span(1, 3),)), '{"agent": "desk", "verb": "states", "at": [[1, 3]]}'),
    "scope": (
        Scope(TOWN, PEOPLE, Period.parse("2011")),
        '{"place": "town", "population": "people", "time": "2011"}',
    ),
    "scope of the whole": (Scope(), '{"place": null, "population": null, "time": null}'),
    "document": (
        ARTICLE,
        f"""{{"key": "article2011", "type": "article-newspaper", "title": "Ten Killed", "voice": "desk",
            "authors": ["reader", "desk"], "contributors": [], "publisher": "The Agency", "container": null,
            "genre": null, "number": null, "url": null, "issued": "2011-12-18~",
            "inferred": {{"issued": "the latest day named"}}, "part_of": null, "document": "article2011",
            "stands_alone": false, "at": [], "paragraphs": [10, 40],
            "text": {{"file": "article.txt", "sha256": "{"0" * 64}", "length": {ORIGINAL.length}}},
            "note": null}}""",
    ),
    "comment": (
        COMMENT,
        """{"key": "comment2011", "type": "post", "title": null, "voice": "reader", "authors": [],
            "contributors": [], "publisher": null, "container": null, "genre": "Comment", "number": null,
            "url": null, "issued": null, "inferred": {}, "part_of": "article2011", "document": "article2011",
            "stands_alone": true, "at": [[73, 80]], "paragraphs": [73], "text": null, "note": null}""",
    ),
    "claim": (
        SIXTEEN,
        """{"id": "article2011/sixteen", "event": "shooting", "property": "killed",
            "value": {"type": "count", "low": 16, "high": null, "about": null, "word": null},
            "quote": "at least 16",
            "text": {"file": "article.txt", "start": 55, "end": 66, "spans": [[55, 66]], "also_at": [],
                     "paragraph": 2},
            "source": "officials2011", "document": "article2011",
            "attribution": [{"agent": "desk", "verb": "reports", "at": []},
                            {"agent": "officials", "verb": "states", "at": [[40, 54]]}],
            "scope": {"place": "town", "population": null, "time": null},
            "as_of": null, "as_of_inferred": null, "polarity": "asserted", "modality": "asserted",
            "supersedes": [], "supersedes_because": null, "repeats": null, "about_claim": null, "stance": null,
            "inferred": null, "note": null}""",
    ),
    "claim with everything": (
        claim(
            "all",
            Text("a gloss"),
            source=Source("bare2011", "post", DESK),
            at=(Span(1, 3), Span(5, 9)),
            words=("ab", "cdef"),
            also_at=(Span(20, 22),),
            as_of=Period.parse("2011"),
            as_of_inferred="why",
            polarity="denied",
            modality="possible",
            supersedes=("article2011/ten",),
            supersedes_because="later",
            repeats="article2011/ten",
            about_claim="article2011/ten",
            stance="doubts",
            inferred="read so",
            note="as written",
        ),
        """{"id": "article2011/all", "event": "shooting", "property": "killed",
            "value": {"type": "text", "text": "a gloss"}, "quote": "ab … cdef",
            "text": {"file": null, "start": 1, "end": 9, "spans": [[1, 3], [5, 9]], "also_at": [[20, 22]],
                     "paragraph": null},
            "source": "bare2011", "document": "bare2011",
            "attribution": [{"agent": "desk", "verb": "states", "at": []}],
            "scope": {"place": null, "population": null, "time": null},
            "as_of": "2011", "as_of_inferred": "why", "polarity": "denied", "modality": "possible",
            "supersedes": ["article2011/ten"], "supersedes_because": "later", "repeats": "article2011/ten",
            "about_claim": "article2011/ten", "stance": "doubts", "inferred": "read so", "note": "as written"}""",
    ),
    "conflict": (
        CONFLICT,
        """{"id": "counts:article2011/sixteen+article2011/ten", "rule": "counts", "kind": "conflict",
            "one_document": true, "one_root": false, "grade": "certain", "readings": ["strict"], "gap": 6,
            "dissolves_at_percent": null, "dissolves_at_days": null,
            "claims": ["article2011/sixteen", "article2011/ten"], "dispute": "shooting/killed",
            "positions": [
              {"event": "shooting", "property": "killed",
               "value": {"type": "count", "low": 16, "high": null, "about": null, "word": null},
               "polarity": "asserted", "claims": ["article2011/sixteen"], "roots": ["officials"]},
              {"event": "shooting", "property": "killed",
               "value": {"type": "count", "low": 10, "high": 10, "about": null, "word": null},
               "polarity": "asserted", "claims": ["article2011/ten"], "roots": ["desk"]}],
            "explanation": "officials: “at least 16”; Its Desk: “ten”. These cannot both be true: \
they are 6 people apart. Both stand in one document."}""",
    ),
    "revision": (
        Revision("revised", TEN, SIXTEEN, "it says later"),
        """{"id": "revised:article2011/ten+article2011/sixteen", "kind": "revised", "earlier": "article2011/ten",
            "later": "article2011/sixteen", "because": "it says later"}""",
    ),
}


@pytest.mark.parametrize(("thing", "written"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_what_is_written_by_hand(thing, written):
    """Every key is there, in this order, and every reference is an id."""
    expected = json.loads(written)

    assert expected == record(thing)
    assert list(expected) == list(record(thing))


def test_a_position_is_held_by_all_who_say_the_same():
    """Claims on two groups of people that say the same number are one side of a conflict."""
    groups = (Population("police", "police", PEOPLE), Population("strikers", "strikers", PEOPLE))
    book = Codebook(
        (Definition(KILLED, "how many died", parts="a part is no more"),),
        populations=groups,
        disjoint=(Disjoint((), groups, "nobody is both"),),
    )
    parts = [claim(group.id, Count(8), scope=Scope(population=group)) for group in groups]
    [conflict] = archive(*parts, claim("whole", Count.exactly(10)), codebook=book).conflicts()

    assert conflict.verify()
    assert [
        (["article2011/police", "article2011/strikers"], ["desk"]),
        (["article2011/whole"], ["desk"]),
    ] == [(position["claims"], position["roots"]) for position in record(conflict)["positions"]]


COMPARED = {
    "in conflict": (TEN, SIXTEEN, "conflicting", {"conflict": record(CONFLICT)}),
    "both can be": (
        TEN,
        evolve(TEN, id="article2011/least", value=Count(9)),
        "compatible",
        {
            "world": [
                {"what": "count", "of": "article2011/least", "value": 10},
                {"what": "count", "of": "article2011/ten", "value": 10},
            ]
        },
    ),
    "days": (
        claim("day", Period.parse("2011-12-16"), property=DATE),
        claim("month", Period.parse("2011-12"), property=DATE),
        "compatible",
        {
            "world": [
                {"what": "end", "of": "shooting", "value": "2011-12-16"},
                {"what": "end", "of": "unrest", "value": "2011-12-16"},
                {"what": "start", "of": "shooting", "value": "2011-12-16"},
                {"what": "start", "of": "unrest", "value": "2011-12-16"},
            ]
        },
    ),
    "later words": (
        TEN,
        claim("later", Count.exactly(11), supersedes=(TEN.id,), supersedes_because="it says later"),
        "revised",
        {
            "revision": {
                "id": "revised:article2011/ten+article2011/later",
                "kind": "revised",
                "earlier": "article2011/ten",
                "later": "article2011/later",
                "because": "it says later",
            }
        },
    ),
    "two questions": (TEN, FRIDAY, "incomparable", {"axis": "property"}),
}


@pytest.mark.parametrize(("a", "b", "outcome", "more"), COMPARED.values(), ids=COMPARED)
def test_a_comparison_has_every_key_and_fills_the_one_of_its_outcome(a, b, outcome, more):
    """What belongs to another outcome is null."""
    found = archive(a, b, codebook=TIMED).compare(a, b)

    empty = {"conflict": None, "revision": None, "axis": None, "world": None}
    expected = {"claims": [a.id, b.id], "reading": "strict", "outcome": outcome, **empty, **more}
    written = comparison(a, b, found, "strict")
    assert expected == written
    assert list(expected) == list(written)


DIGESTED = {
    "parts": {"definitions": (evolve(CODEBOOK.definitions[1], parts="a part is no more"),)},
    "role": {"definitions": (evolve(CODEBOOK.definitions[1], role="date"),)},
    "disjoint": {"disjoint": (Disjoint((), (PEOPLE, WORKERS), "x"),)},
}


@pytest.mark.parametrize("change", DIGESTED.values(), ids=DIGESTED)
def test_the_digest_is_over_the_whole_codebook(change):
    """What lets claims exclude each other is data like any other; the tables are not touched by it."""
    definitions = CODEBOOK.definitions[1:2]
    plain = archive(codebook=evolve(CODEBOOK, definitions=definitions))
    changed = archive(codebook=evolve(CODEBOOK, **{"definitions": definitions, **change}))

    assert plain.digest != changed.digest
    assert plain.table("claims") == changed.table("claims")


@pytest.mark.parametrize(
    "change",
    [
        {"words": (Wording("dozens", 12, "x", 12),)},
        {"dates_as_written": "x"},
        {"floors": Hint(2, "x")},
        {"ceilings": Hint(2, "x")},
        {"about": Hint(2, "x")},
        {"properties": ("killed",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_digest_is_over_the_whole_reading(change):
    """A reading that hears something else is another reading."""
    plain = Reading("plain", "Plain", "x", (Wording("dozens", 12, "x"),))

    assert archive(readings=(plain,)).digest != archive(readings=(evolve(plain, **change),)).digest


def test_the_digest_does_not_depend_on_the_order_within_a_family():
    """A family is its members."""
    books = [evolve(CODEBOOK, disjoint=(Disjoint((), groups, "x"),)) for groups in permutations((PEOPLE, WORKERS))]

    assert archive(codebook=books[0]).digest == archive(codebook=books[1]).digest


def test_what_is_no_record_is_refused():
    """The message shows what was given."""
    with pytest.raises(TypeError, match=r"^no record of the archive: 16$"):
        record(16)


# -- the contract --


def union(**types):
    """Describe an object that is one of several, told apart by `type`, with just these keys."""
    return {
        "oneOf": [
            {"type": "object", "properties": {"type": {"const": name}, **keys}, "required": ["type", *keys]}
            | {"additionalProperties": False}
            for name, keys in types.items()
        ]
    }


def whole(**keys):
    """Describe an object with just these keys."""
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
MAYBE_TEXT = {"type": ["string", "null"], "minLength": 1}
NUMBER = {"type": "integer", "minimum": 0}
MAYBE_NUMBER = {"type": ["integer", "null"], "minimum": 0}
PLACES = {"type": "array", "items": {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}}
DAY = {"type": ["string", "null"], "pattern": r"^Y?-?\d{4,}-\d\d-\d\d$"}
COUNTED = {"low": NUMBER, "high": MAYBE_NUMBER, "about": MAYBE_NUMBER, "word": MAYBE_TEXT}
VALUE = union(
    count=COUNTED,
    duration={**COUNTED, "unit": {"enum": list(UNITS)}},
    period={"edtf": TEXT, "earliest": DAY, "latest": DAY},
    term={"vocabulary": TEXT, "term": TEXT, "label": TEXT},
    text={"text": TEXT},
    place={"place": TEXT},
    agent={"agent": TEXT},
    event={"event": TEXT},
)
CLAIM = whole(
    id={"type": "string", "pattern": r"^[a-z][a-z0-9]{3,23}/[a-z0-9]+(-[a-z0-9]+)*$"},
    event=TEXT,
    property=TEXT,
    value=VALUE,
    quote=MAYBE_TEXT,
    text=whole(file=MAYBE_TEXT, start=NUMBER, end=NUMBER, spans=PLACES, also_at=PLACES, paragraph=MAYBE_NUMBER),
    source=TEXT,
    document=TEXT,
    attribution={
        "type": "array",
        "items": whole(agent=TEXT, verb={"enum": list(VERBS)}, at=PLACES),
        "minItems": 1,
    },
    scope=whole(place=MAYBE_TEXT, population=MAYBE_TEXT, time=MAYBE_TEXT),
    as_of=MAYBE_TEXT,
    as_of_inferred=MAYBE_TEXT,
    polarity={"enum": list(POLARITIES)},
    modality={"enum": list(MODALITIES)},
    supersedes={"type": "array", "items": TEXT},
    supersedes_because=MAYBE_TEXT,
    repeats=MAYBE_TEXT,
    about_claim=MAYBE_TEXT,
    stance={"enum": [*STANCES, None]},
    inferred=MAYBE_TEXT,
    note=MAYBE_TEXT,
)
SOME = {"type": "array", "items": TEXT, "minItems": 1}
DISAGREEING = whole(
    id=TEXT,
    rule={"enum": list(get_args(Rule))},
    kind={"enum": ["conflict", "finding"]},
    one_document={"type": "boolean"},
    one_root={"type": "boolean"},
    grade={"enum": ["certain", "conventional"]},
    readings=SOME,
    gap={"type": ["integer", "null"], "minimum": 1},
    dissolves_at_percent={"type": ["integer", "null"], "minimum": 1},
    dissolves_at_days={"type": ["integer", "null"], "minimum": 1},
    claims={"type": "array", "items": TEXT, "minItems": 2},
    dispute=TEXT,
    positions={
        "type": "array",
        "items": whole(
            event=TEXT,
            property=TEXT,
            value=VALUE,
            polarity={"enum": list(POLARITIES)},
            claims=SOME,
            roots=SOME,
        ),
    },
    explanation=TEXT,
)


@settings(max_examples=20)
@given(archives(1))
def test_claims_keep_the_contract(made):
    """Every claim has the shape that programs rely on: all its keys, and no other."""
    validator = Draft202012Validator(CLAIM)

    for each in made.claims():
        assert [] == [error.message for error in validator.iter_errors(record(each))]


@settings(max_examples=20)
@given(archives(3, 8, DISPUTABLE))
def test_conflicts_keep_the_contract(made):
    """As claims do; and every id they give is that of a claim or an agent."""
    validator = Draft202012Validator(DISAGREEING)

    for conflict in made.conflicts():
        written = record(conflict)
        assert [] == [error.message for error in validator.iter_errors(written)]
        assert written["claims"] == sorted(id_ for position in written["positions"] for id_ in position["claims"])
        assert f"{conflict.event.id}/{conflict.property.id}" == written["dispute"]
        assert all(made.agent(root) for position in written["positions"] for root in position["roots"])


def assert_plain(thing):
    """Ask that there is nothing but text, whole numbers, truth values, null, lists and objects with ASCII keys."""
    assert type(thing) in {str, int, bool, type(None), list, dict}, thing
    if isinstance(thing, dict):
        assert all(type(key) is str and key.isascii() for key in thing)
        thing = list(thing.values())
    if isinstance(thing, list):
        for inner in thing:
            assert_plain(inner)


@settings(max_examples=20)
@given(archives(1))
def test_records_of_an_archive_are_plain(made):
    """JSON gives every record back as it was, its keys are ASCII, and it has no floating-point number."""
    for _, written in made._records():
        assert_plain(written)
        assert written == json.loads(json.dumps(written))
        assert written == json.loads(json.dumps(written, ensure_ascii=False))


@settings(max_examples=20)
@given(st.one_of(counts(), durations(), periods(), documents().flatmap(st.sampled_from)))
def test_records_of_any_value_or_source_are_plain(thing):
    """The same of values and sources of every form."""
    written = record(thing)

    assert_plain(written)
    assert written == json.loads(json.dumps(written))
