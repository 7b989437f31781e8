"""The archive: look-up, search against plain scans, tables and the digest."""

import copy
import pickle
from hashlib import sha256
from types import NoneType

import attrs
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import allowed_days, hull, live
from tests.records import (
    AGENCY,
    ARTICLE,
    COMMENT,
    COUNTRY,
    DESK,
    FRIDAY,
    GOVERNMENT,
    OFFICIALS,
    READER,
    SHOOTING,
    SIXTEEN,
    SQUARE,
    STATEMENT,
    TEN,
    TOWN,
    UNREST,
    archive,
    claim,
)
from tests.strategies import COMMON_PERIODS, PROPERTIES, SAID, archives
from zhanaozen_archive import DATE, INJURED, KILLED, PLACE, Agent, Archive, Count, Period, Place, Retired, Scope, Span
from zhanaozen_archive._archive import TABLES, fold
from zhanaozen_archive._model.claims import MODALITIES
from zhanaozen_archive.errors import NotInArchive

PROBABLE = settings(max_examples=20)
SMALL = archive()


# -- look-up --

LOOKUPS = {
    "event": (SMALL.event, SHOOTING, ("shooting",)),
    "source": (SMALL.source, STATEMENT, ("officials2011",)),
    "claim": (SMALL.claim, SIXTEEN, ("article2011/sixteen",)),
    "place": (SMALL.place, COUNTRY, ("country", "Kazakhstan", "Қазақстан")),
    "agent": (SMALL.agent, AGENCY, ("agency", "The Agency", "Agency")),
    "property": (SMALL.property, KILLED, ("killed",)),
}


@pytest.mark.parametrize(("look_up", "thing", "names"), LOOKUPS.values(), ids=LOOKUPS)
def test_look_up_by_every_name(look_up, thing, names):
    """The id and every spelling lead to the record, whatever their case and spacing."""
    for name in names:
        for given_name in (name, name.upper(), name.lower(), f"  {name.title()}\n", name.replace(" ", "  ")):
            assert thing == look_up(given_name)


@PROBABLE
@given(archives(most=3))
def test_every_record_is_found_by_every_name(made):
    """Nothing that is in the archive is out of reach."""
    for look_up, things in (
        (made.event, made.events()),
        (made.claim, made.claims()),
        (made.place, made.places()),
        (made.agent, made.agents()),
    ):
        for thing in things:
            assert all(thing is look_up(name) for name in (thing.id, *getattr(thing, "names", ())))
            assert thing is look_up(thing.id.upper())
    assert all(source is made.source(source.key) for source in made.sources())
    assert all(key == made.property(key.id) for key in PROPERTIES)


MISSES = {
    "event": (SMALL.event, "shootin", "no event 'shootin' in the archive; did you mean 'shooting'?"),
    "source": (SMALL.source, "Article2012", "no source 'Article2012' in the archive; did you mean 'article2011'?"),
    "claim": (
        SMALL.claim,
        "article2011/sixten",
        (
            "no claim 'article2011/sixten' in the archive; "
            "did you mean 'article2011/sixteen' or 'article2011/ten' or 'article2011/friday'?"
        ),
    ),
    "place": (SMALL.place, "Janaözen", "no place 'Janaözen' in the archive; did you mean 'janaozen' or 'zhanaozen'?"),
    "agent": (SMALL.agent, "KazMunaiGas", "no agent 'KazMunaiGas' in the archive"),
    "property": (SMALL.property, "wounded", "no property 'wounded' in the archive"),
    "nothing": (SMALL.event, "", "no event '' in the archive"),
}


@pytest.mark.parametrize(("look_up", "name", "message"), MISSES.values(), ids=MISSES)
def test_what_is_not_there_is_told_with_what_looks_like_it(look_up, name, message):
    """The error is a LookupError that gives the name as it was written and up to three likely ones."""
    with pytest.raises(LookupError) as caught:
        look_up(name)

    assert isinstance(caught.value, NotInArchive)
    assert message == str(caught.value)
    assert name == caught.value.identifier


UNKNOWN_NAMES = {
    "about": ("event", lambda given_name: SMALL.claims(about=given_name)),
    "of": ("property", lambda given_name: SMALL.claims(of=given_name)),
    "by": ("agent", lambda given_name: SMALL.claims(by=given_name)),
    "via": ("source", lambda given_name: SMALL.claims(via=given_name)),
    "at": ("place", lambda given_name: SMALL.claims(at=given_name)),
    "naming": ("agent", lambda given_name: SMALL.claims(naming=given_name)),
    "events about": ("event", lambda given_name: SMALL.events(about=given_name)),
    "sources about": ("event", lambda given_name: SMALL.sources(about=given_name)),
    "sources by": ("agent", lambda given_name: SMALL.sources(by=given_name)),
    "sources via": ("source", lambda given_name: SMALL.sources(via=given_name)),
    "places within": ("place", lambda given_name: SMALL.places(within=given_name)),
    "agents within": ("agent", lambda given_name: SMALL.agents(within=given_name)),
    "bounds": ("event", lambda given_name: SMALL.bounds(given_name, KILLED)),
    "bounds of": ("property", lambda given_name: SMALL.bounds(SHOOTING, given_name)),
    "support": ("event", lambda given_name: SMALL.support(given_name, KILLED)),
    "period": ("event", SMALL.period),
    "conflicts about": ("event", lambda given_name: SMALL.conflicts(about=given_name)),
    "disputes of": ("property", lambda given_name: SMALL.disputes(of=given_name)),
}


@pytest.mark.parametrize(("kind", "search"), UNKNOWN_NAMES.values(), ids=UNKNOWN_NAMES)
@pytest.mark.parametrize("name", ["xyzzy", ""])
def test_a_search_for_what_is_not_there_is_refused(kind, search, name):
    """Wherever a name stands for a record, one that the archive has not is an error, and never an empty answer."""
    with pytest.raises(NotInArchive) as caught:
        search(name)

    assert NotInArchive(kind, name) == caught.value


# -- searches, against plain scans --


def outwards(thing):
    """Give the ids of a thing and of all that is around it."""
    ids = []
    while thing is not None:
        ids.append(getattr(thing, "id", None) or thing.key)
        thing = getattr(thing, "within", None) or getattr(thing, "part_of", None)
    return ids


def one_voice(agent):
    """Give the id of the agent at the end of a chain of `same_as`; None for a voice nobody names."""
    while agent.same_as:
        agent = agent.same_as
    return None if agent.kind == "unknown" else agent.id


def stands_in(words, *texts):
    """Whether words stand in one of the texts, whatever their case and spacing."""
    plain = " ".join(words.casefold().split())
    return any(plain in " ".join(text.casefold().split()) for text in texts if text)


def holder(claim, agent):
    """Whether the agent holds the claim, or a part of it, or one held to be the same."""
    root = claim.attribution[-1].agent
    return agent.id in outwards(root) or (one_voice(root) is not None and one_voice(root) == one_voice(agent))


def dated(made, event):
    """Give the first and the last day of an event by brute force; None where there is none, or no claim at all."""
    roles = {d.property: d.role for d in made.codebook.definitions if d.role in ("date", "start", "end")}
    claims = [c for c in live(made.claims()) if c.property in roles]
    own = [allowed_days(c) for c in claims if c.event == event]
    if own:
        ends = hull(own)[:2]
    else:
        parts = [dated(made, part) for part in made.events() if part.part_of == event]
        parts = [(low, high) for low, high in parts if (low, high) != (None, None)]
        ends = (
            min((-float("inf") if low is None else low for low, _ in parts), default=None),
            max((float("inf") if high is None else high for _, high in parts), default=None),
        )
    return tuple(None if end is None or abs(end) == float("inf") else end for end in ends)


def may_be(made, event, since=None, until=None):
    """Whether an event has a date and may have gone on at or after `since`, and begun at or before `until`."""
    low, high = dated(made, event)
    first = since.spans()[0][0] if since else None
    last = until.spans()[-1][1] if until else None
    over = None not in (first, high) and high < first
    ahead = None not in (last, low) and low > last
    return (low, high) != (None, None) and not over and not ahead


ANY_TEXT = st.sampled_from([*SAID, "AGENT", "place 1", "strasse", "men", "xyzzy", "event"])
# By keyword: what can be asked of an archive, and whether a claim of it is an answer.
CLAIM_KEYWORDS = {
    "of": (lambda _: st.sampled_from(PROPERTIES), lambda _, c, key: c.property.id == key.id),
    "about": (lambda made: st.sampled_from(made.events()), lambda _, c, event: event.id in outwards(c.event)),
    "by": (lambda made: st.sampled_from(made.agents()), lambda _, c, agent: holder(c, agent)),
    "via": (lambda made: st.sampled_from(made.sources()), lambda _, c, source: source.key in outwards(c.source)),
    "at": (
        lambda made: st.sampled_from(made.places()),
        lambda _, c, place: (
            place.id in outwards(c.scope.place) or (isinstance(c.value, Place) and place.id in outwards(c.value))
        ),
    ),
    "naming": (
        lambda made: st.sampled_from(made.agents()),
        lambda _, c, agent: (
            any(agent.id in outwards(step.agent) for step in c.attribution)
            or (isinstance(c.value, Agent) and agent.id in outwards(c.value))
        ),
    ),
    "saying": (
        lambda _: ANY_TEXT,
        lambda _, c, words: stands_in(words, " … ".join(c.words), str(c.value), c.note, c.event.label),
    ),
    "since": (lambda _: st.sampled_from(COMMON_PERIODS), lambda made, c, p: may_be(made, c.event, since=p)),
    "until": (lambda _: st.sampled_from(COMMON_PERIODS), lambda made, c, p: may_be(made, c.event, until=p)),
    "modality": (lambda _: st.sampled_from(MODALITIES), lambda _, c, modality: c.modality == modality),
}


def named(thing):
    """Give what stands for a record in a search: its id or its text."""
    return getattr(thing, "id", None) or getattr(thing, "key", None) or str(thing)


@pytest.mark.parametrize(("choices", "holds"), CLAIM_KEYWORDS.values(), ids=CLAIM_KEYWORDS)
@settings(max_examples=15)
@given(data=st.data())
def test_each_keyword_finds_the_claims_that_a_scan_finds(choices, holds, data, request):
    """Record and id give the same claims: those for which it is so, in the order of the archive."""
    made = data.draw(archives(2))
    keyword = request.node.callspec.id
    asked = data.draw(choices(made))
    expected = tuple(c for c in made.claims() if holds(made, c, asked))

    assert expected == made.claims(**{keyword: asked})
    assert expected == made.claims(**{keyword: named(asked)})


@PROBABLE
@given(archives(2), st.data())
def test_several_keywords_ask_for_all_at_once(made, data):
    """What is found is what each keyword alone finds."""
    keywords = data.draw(st.lists(st.sampled_from(sorted(CLAIM_KEYWORDS)), max_size=3, unique=True))
    which = {keyword: data.draw(CLAIM_KEYWORDS[keyword][0](made)) for keyword in keywords}
    alone = [made.claims(**{keyword: asked}) for keyword, asked in which.items()]

    assert tuple(c for c in made.claims() if all(c in found for found in alone)) == made.claims(**which)


@PROBABLE
@given(archives(), st.data())
def test_events_are_those_that_a_scan_finds(made, data):
    """By whole, kind, words and time, each alone and all together."""
    about = data.draw(st.sampled_from(made.events()))
    kind = data.draw(st.sampled_from(["strike", "shooting", "unrest"]))
    saying = data.draw(ANY_TEXT)
    since, until = data.draw(st.sampled_from(COMMON_PERIODS)), data.draw(st.sampled_from(COMMON_PERIODS))
    holds = {
        "about": (about, lambda event: about.id in outwards(event)),
        "kind": (kind, lambda event: event.kind == kind),
        "saying": (saying, lambda event: stands_in(saying, event.label)),
        "since": (since, lambda event: may_be(made, event, since=since)),
        "until": (until, lambda event: may_be(made, event, until=until)),
    }

    for keyword, (asked, question) in holds.items():
        expected = tuple(event for event in made.events() if question(event))
        assert expected == made.events(**{keyword: asked})
        assert expected == made.events(**{keyword: named(asked)})
    expected = tuple(event for event in made.events() if all(question(event) for _, question in holds.values()))
    assert expected == made.events(**{keyword: asked for keyword, (asked, _) in holds.items()})


@PROBABLE
@given(archives(), st.data())
def test_sources_are_those_that_a_scan_finds(made, data):
    """By event, speaker, whole and words, each alone and all together."""
    about = data.draw(st.sampled_from(made.events()))
    by = data.draw(st.sampled_from(made.agents()))
    via = data.draw(st.sampled_from(made.sources()))
    saying = data.draw(ANY_TEXT)
    carrying = {c.source.key for c in made.claims() if about.id in outwards(c.event)}
    holds = {
        "about": (about, lambda source: source.key in carrying),
        "by": (by, lambda source: any(by.id in outwards(agent) for agent in (source.voice, *source.authors))),
        "via": (via, lambda source: via.key in outwards(source)),
        "saying": (saying, lambda source: stands_in(saying, f"{source.title or ''} {source.voice.names[0]}")),
    }

    for keyword, (asked, question) in holds.items():
        expected = tuple(source for source in made.sources() if question(source))
        assert expected == made.sources(**{keyword: asked})
        assert expected == made.sources(**{keyword: named(asked)})
    expected = tuple(source for source in made.sources() if all(question(source) for _, question in holds.values()))
    assert expected == made.sources(**{keyword: asked for keyword, (asked, _) in holds.items()})


@PROBABLE
@given(archives(most=2), st.data())
def test_places_and_agents_contain_what_is_within_them(made, data):
    """What is within one is itself and all whose links lead to it."""
    place = data.draw(st.sampled_from(made.places()))
    agent = data.draw(st.sampled_from(made.agents()))

    assert tuple(p for p in made.places() if place.id in outwards(p)) == made.places(within=place)
    assert tuple(a for a in made.agents() if agent.id in outwards(a)) == made.agents(within=agent.names[-1])


def test_parts_of_events_are_included():
    """A search about the unrest finds the claims about the shooting, and not the other way round."""
    assert (TEN, SIXTEEN, FRIDAY) == SMALL.claims(about=UNREST)
    assert (TEN, SIXTEEN) == SMALL.claims(about=SHOOTING)
    assert (SHOOTING, UNREST) == SMALL.events(about="unrest")
    assert (ARTICLE, COMMENT, STATEMENT) == SMALL.sources(about="unrest")


def test_an_event_without_claims_is_in_no_claim():
    """A search about it is empty, and no error."""
    made = archive(FRIDAY)

    assert () == made.claims(about="shooting")
    assert () == made.sources(about="shooting")
    assert () == made.conflicts(about="shooting")


def test_a_place_finds_what_lies_in_it():
    """By value or by scope."""
    square = claim("where", SQUARE, property=PLACE)
    made = archive(TEN, square, FRIDAY)

    assert (TEN, square) == made.claims(at="Қазақстан")
    assert (square,) == made.claims(at=SQUARE)


def test_a_holder_is_found_by_whom_it_belongs_to_and_whom_it_is_held_to_be():
    """The agency holds what its desk says, and officials what the government does."""
    government = claim("government", root=GOVERNMENT)
    made = archive(TEN, SIXTEEN, government, FRIDAY)

    assert (TEN,) == made.claims(by=AGENCY)
    assert (TEN,) == made.claims(by="its desk")
    assert (SIXTEEN, government) == made.claims(by=OFFICIALS)
    assert (TEN, SIXTEEN) == made.claims(naming="Agency")


def test_words_are_found_in_quotation_value_note_and_event():
    """Whatever their case; words that stand nowhere find nothing."""
    noted = claim("noted", note="As  Written", event=UNREST)
    made = archive(TEN, SIXTEEN, noted, FRIDAY)

    assert (SIXTEEN,) == made.claims(saying="AT LEAST")
    assert (FRIDAY,) == made.claims(saying="friday")
    assert (noted,) == made.claims(saying="as written")
    assert (TEN, SIXTEEN) == made.claims(saying="Shoot")
    assert () == made.claims(saying="thousands")


def test_time_leaves_out_what_was_certainly_over_or_had_not_begun():
    """An event on the 16th is neither after the 17th nor before the 15th, and one without a date is in no time."""
    day = claim("day", Period.parse("2011-12-16"), property=DATE)
    made = archive(day, FRIDAY, events=(SHOOTING, evolve(UNREST, id="undated"), UNREST))

    assert (SHOOTING, UNREST) == made.events(since="2011-12-16", until="2011-12-16")
    assert () == made.events(since="2011-12-17")
    assert () == made.events(until="2011-12-15")
    assert (SHOOTING, UNREST) == made.events(since="../2030")
    assert (day, FRIDAY) == made.claims(since="2011")


def test_nothing_given_is_everything_in_its_order():
    """Without a keyword a search gives all, as the archive was made; None is as good as nothing."""
    assert (TEN, SIXTEEN, FRIDAY) == SMALL.claims() == SMALL.claims(of=None, about=None, saying=None)
    assert (SHOOTING, UNREST) == SMALL.events()
    assert (ARTICLE, COMMENT, STATEMENT) == SMALL.sources()
    assert ["coast", "country", "square", "town"] == [place.id for place in SMALL.places()]
    assert 6 == len(SMALL.agents())


@PROBABLE
@given(archives(2), st.randoms(use_true_random=False))
def test_a_search_keeps_the_order_of_the_archive(made, random):
    """With its records in another order an archive finds the same, in that order."""
    claims = list(made.claims())
    random.shuffle(claims)
    shuffled = evolve(made, claims=tuple(claims))

    for event in made.events():
        found = shuffled.claims(about=event)
        assert set(made.claims(about=event)) == set(found)
        assert [c for c in claims if c in found] == list(found)
    assert made.conflicts() == shuffled.conflicts()


# -- tables --


@PROBABLE
@given(archives(1))
def test_tables_are_flat(made):
    """Every row has the same columns in the same order; a cell is text, a whole number or None, and no truth value."""
    for name, things in (("claims", made.claims()), ("sources", made.sources()), ("events", made.events())):
        rows = made.table(name)
        assert len(things) == len(rows)
        assert 1 == len({tuple(row) for row in rows})
        assert {type(cell) for row in rows for cell in row.values()} <= {str, int, NoneType}


def test_tables_are_rows_of_the_records():
    """Bounds, days, places in the text and ids are cells of their own."""
    whole = claim(
        "day",
        Period.parse("2011-12"),
        property=DATE,
        words=("December", "2011"),
        at=(Span(0, 8), Span(10, 14)),
        scope=Scope(TOWN, time=Period.parse("2011")),
        as_of=Period.parse("2023"),
        note="as written",
    )
    row = {
        "id": "article2011/day",
        "event": "shooting",
        "property": "date",
        "kind": "period",
        "value": "2011-12",
        "low": None,
        "high": None,
        "unit": None,
        "earliest": "2011-12-01",
        "latest": "2011-12-31",
        "quote": "December … 2011",
        "root": "desk",
        "source": "article2011",
        "document": "article2011",
        "paragraph": None,
        "start": 0,
        "end": 14,
        "place": "town",
        "population": None,
        "time": "2011",
        "as_of": "2023",
        "polarity": "asserted",
        "modality": "asserted",
        "note": "as written",
    }

    assert [row] == archive(whole).table("claims")
    assert {"id": "shooting", "label": "Shooting", "kind": "shooting", "part_of": "unrest"} == SMALL.table("events")[0]
    assert {
        "key": "article2011",
        "type": "article-newspaper",
        "title": "Ten Killed",
        "voice": "desk",
        "authors": "A Reader; Its Desk",
        "publisher": "The Agency",
        "genre": None,
        "issued": "2011-12-18~",
        "part_of": None,
        "document": "article2011",
        "inferred": "issued: the latest day named",
    } == SMALL.table("sources")[0]


@pytest.mark.parametrize("name", TABLES)
def test_pandas_and_polars_take_tables_as_they_are(name):
    """A frame has the columns of the rows and as many rows, also where a column is empty for long."""
    import pandas as pd
    import polars as pl

    claims = [claim(f"c{n}", Count(about=10)) for n in range(150)]
    made = archive(*claims, SIXTEEN, claim("day", Period.parse("2011-12-16"), property=DATE, note="late"))
    rows = made.table(name)
    pandas, polars = pd.DataFrame(rows), pl.DataFrame(rows, infer_schema_length=None)

    assert list(rows[0]) == list(pandas.columns) == polars.columns
    assert len(rows) == len(pandas) == len(polars)
    assert rows == polars.to_dicts()


def test_a_table_that_is_not_there_is_refused():
    """The message names those there are."""
    with pytest.raises(ValueError, match=r"^there is no table 'places'; there are claims, sources, events$"):
        SMALL.table("places")


# -- the digest --


@PROBABLE
@given(archives(1), st.randoms(use_true_random=False))
def test_the_digest_does_not_depend_on_the_order_of_records(made, random):
    """Whatever stands first, the records are the same."""
    shuffled = {}
    for field in attrs.fields(Archive):
        things = getattr(made, field.name)
        if isinstance(things, tuple):
            shuffled[field.alias] = tuple(random.sample(things, len(things)))

    assert made.digest == evolve(made, **shuffled).digest


CHANGES = {
    "id": "article2011/other",
    "event": UNREST,
    "property": INJURED,
    "value": Count(10),
    "source": COMMENT,
    "at": (Span(22, 26),),
    "attribution": (*TEN.attribution, *FRIDAY.attribution),
    "words": ("Ten",),
    "also_at": (Span(0, 3),),
    "scope": Scope(SQUARE),
    "as_of": Period.parse("2011"),
    "as_of_inferred": "so it seems",
    "polarity": "denied",
    "modality": "possible",
    "supersedes": ("article2011/sixteen",),
    "supersedes_because": "later",
    "repeats": "article2011/sixteen",
    "about_claim": "article2011/sixteen",
    "stance": "doubts",
    "inferred": "counted",
    "note": "as written",
}


@pytest.mark.parametrize("field", attrs.fields_dict(type(TEN)))
def test_the_digest_changes_with_every_field_of_a_claim(field):
    """No change of a claim goes unnoticed."""
    assert SMALL.digest != archive(evolve(TEN, **{field: CHANGES[field]}), SIXTEEN, FRIDAY).digest


OTHER = {
    "a claim less": {"claims": (TEN, SIXTEEN)},
    "a source": {"sources": (evolve(ARTICLE, title="Sixteen Killed"), COMMENT, STATEMENT)},
    "an event": {"events": (SHOOTING, evolve(UNREST, label="Unrests"))},
    "a place": {"places": (COUNTRY, TOWN)},
    "an agent": {"agents": (AGENCY, evolve(DESK, sensitive=True), GOVERNMENT, OFFICIALS, READER)},
    "a retired id": {"retired": (Retired("gone", "said nothing"),)},
}


@pytest.mark.parametrize("changes", OTHER.values(), ids=OTHER)
def test_the_digest_changes_with_every_kind_of_record(changes):
    """What is no claim counts too."""
    assert SMALL.digest != evolve(SMALL, **changes).digest


def test_the_digest_is_of_the_records_alone():
    """It is made of kind, id and the digest of each record's JSON; title and version are no records."""
    unrest = b'{"id":"unrest","kind":"unrest","label":"Unrest","part_of":null}'
    country = (
        '{"beside":[],"beside_because":null,"id":"country","kind":"country",'
        '"names":["Kazakhstan","Қазақстан"],"within":null}'
    ).encode()
    lines = f"event unrest {sha256(unrest).hexdigest()}\nplace country {sha256(country).hexdigest()}"
    made = Archive("Title", "2026.11", (), (UNREST,), (), (COUNTRY,))

    assert sha256(lines.encode()).hexdigest() == made.digest
    assert made.digest == evolve(made, title="Renamed", data_version="2027.1").digest


# -- the object --


def test_an_archive_counts_what_it_holds():
    """The representation is one line."""
    assert "<Archive 2026.11: 1 documents, 2 voices, 2 events, 3 claims>" == repr(SMALL)


@PROBABLE
@given(archives(1))
def test_archives_survive_copies(made):
    """A copy, a deep copy and a pickle equal the archive and answer alike, also after its indexes were made."""
    made.claim(made.claims()[0].id)
    conflicts = made.conflicts()

    for twin in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - our own
        assert made == twin
        assert hash(made) == hash(twin)
        assert conflicts == twin.conflicts()
        assert made.digest == twin.digest


def test_an_archive_never_changes():
    """No field can be set, deleted or added."""
    for field in ("title", "_claims", "anything_else"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(SMALL, field, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del SMALL.title


@given(st.text(max_size=20))
def test_names_are_folded_once_and_for_all(name):
    """Folding a folded name changes nothing, and white space around or between does not count."""
    assert fold(name) == fold(fold(name))
    assert fold(name) == fold(f" {name}\t")
