"""The rules in SQL find what the library finds, on every engine, in archives at hand and in exports."""

import sqlite3
import sys

import pytest
from hypothesis import given, settings

import zhanaozen_archive as za
from tests.strategies import EVENTS, PAPER, PART, PLACES, READINGS, VOICE, WHOLE, archives, questions, said
from zhanaozen_archive import errors
from zhanaozen_archive._archive import Archive
from zhanaozen_archive._archive.tables import claim_row
from zhanaozen_archive._conflicts import search
from zhanaozen_archive._engines import asking
from zhanaozen_archive._engines.asking import FOUND_BY, ask
from zhanaozen_archive._engines.names import ENGINES
from zhanaozen_archive._engines.opening import is_export, opened
from zhanaozen_archive._exporting.rules import RULES, rule_text
from zhanaozen_archive._model import keys
from zhanaozen_archive._model.claims import Scope
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import numbers
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook, Definition
from zhanaozen_archive._model.values import Count

FORM = {"sqlite": "sqlite", "duckdb": "parquet", "polars": "parquet"}
HEARING = Hearing.under(READINGS[0])
every_engine = pytest.mark.parametrize("engine", ENGINES)


def archive_of(claims, codebook):
    """The claims of the one voice as an archive."""
    return Archive("Made", "1", (PAPER,), EVENTS, claims, PLACES, (VOICE,), codebook, READINGS)


def by_library(archive):
    """Each pair under each reading, with the gap: from the search itself, reading by reading.

    Numbers of which one is denied are compared by the same query, where what is left of it has bounds.
    """
    current = [c for c in archive.claims() if c.can_conflict and c.id not in replaced(archive)]
    return {
        (FOUND_BY[conflict.rule], *(claim.id for claim in conflict.claims), reading.id, conflict.gap)
        for reading in archive.readings
        for conflict in search(current, archive.codebook, (reading,)).conflicts
        if is_query(conflict)
    }


def is_query(conflict):
    """Whether a query finds it."""
    if conflict.rule == "denial":
        return all(claim.property.kind == "count" and numbers(claim, HEARING) for claim in conflict.claims)
    return conflict.rule in RULES


def replaced(archive):
    return {id_ for claim in archive.claims() for id_ in claim.supersedes}


def by_sql(engine, what):
    """The same from the rules as they are written."""
    with opened(engine, what) as asked:
        return {
            (rule, *sorted((more, less)), reading, gap)
            for rule in RULES
            for reading, _, more, less, gap in asked.rows(f"SELECT * FROM {rule}")  # noqa: S608  # our own names
        }


def widest(found):
    """Of each rule and reading the pair that is furthest apart, the first by id of several."""
    verdicts = {}
    for rule, one, other, reading, gap in sorted(found, key=lambda pair: (-pair[4], pair)):
        verdicts.setdefault((rule, reading), (one, other, gap))
    return verdicts


@every_engine
@settings(max_examples=5)
@given(questions(6, "counts", most=12))
def test_every_engine_finds_the_pairs_that_the_library_finds(engine, made):
    for asked in made:
        archive = archive_of(asked.claims, asked.codebook)

        expected, found = by_library(archive), by_sql(engine, archive)

        assert expected == found
        assert widest(expected) == widest(found)


@every_engine
@settings(max_examples=15)
@given(archives(2, 8, (keys.KILLED, keys.INJURED)))
def test_claims_that_cannot_be_in_conflict_are_left_out(engine, archive):
    """Whatever is denied, demanded, replaced, or said of another claim."""
    assert by_library(archive) == by_sql(engine, archive)


GROWING = Codebook((Definition(keys.KILLED, "dead", cumulative="nobody comes back", parts="a part is in its whole"),))
FIRST, NEXT, BOTH, ONWARDS = map(Period.parse, ("2011-12-16", "2011-12-17", "2011-12-16/2011-12-17", "2011-12-17/.."))
CASES = {
    "one day": ((Count(9), FIRST), (Count(0, 5), FIRST), "counts"),
    "a day and any": ((Count(9), FIRST), (Count(0, 5), None), "counts"),
    "any and a day": ((Count(9), None), (Count(0, 5), FIRST), "counts"),
    "the day after": ((Count(9), FIRST), (Count(0, 5), NEXT), "cumulative"),
    "the day before": ((Count(9), NEXT), (Count(0, 5), FIRST), None),
    "to the day": ((Count(9), BOTH), (Count(0, 5), NEXT), "cumulative"),
    "from the day": ((Count(9), NEXT), (Count(0, 5), ONWARDS), "cumulative"),
    "without an end": ((Count(9), ONWARDS), (Count(0, 5), NEXT), None),
    "the same, without an end": ((Count(9), ONWARDS), (Count(0, 5), ONWARDS), "counts"),
    "no ceiling": ((Count(9), FIRST), (Count(5), NEXT), None),
    "a tie": ((Count(5), FIRST), (Count(0, 5), NEXT), None),
}


@every_engine
@pytest.mark.parametrize(("floor", "ceiling", "rule"), CASES.values(), ids=CASES)
def test_equal_days_ties_and_what_is_absent(engine, floor, ceiling, rule):
    claims = [said(n, WHOLE, keys.KILLED, value, as_of=time) for n, (value, time) in enumerate((floor, ceiling))]
    archive = archive_of(tuple(claims), GROWING)

    found = by_sql(engine, archive)

    assert by_library(archive) == found
    assert {name for name, *_ in found} == ({rule} if rule else set())


@every_engine
def test_a_part_is_in_its_whole_by_event_place_group_and_time(engine):
    scopes = [Scope(time=Period.parse("2011-12-16")), Scope(PLACES[1]), Scope(time=Period.parse("2011-12"))]
    claims = [said(n, PART, keys.KILLED, Count(9 + n), scope=scope) for n, scope in enumerate(scopes)]
    claims += [said(n, WHOLE, keys.KILLED, Count(0, n), scope=scope) for n, scope in enumerate([scopes[2], Scope()], 4)]
    archive = archive_of(tuple(claims), GROWING)

    found = by_sql(engine, archive)

    assert by_library(archive) == found
    assert {(one[-2:], other[-2:]) for rule, one, other, reading, _ in found if reading == "strict"} == {
        ("00", "04"), ("02", "04"), ("00", "05"), ("01", "05"), ("02", "05")
    }  # fmt: skip


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """The shipped archive in both forms."""
    folder = tmp_path_factory.mktemp("exports")
    for form in ("sqlite", "parquet"):
        za.export(za.load(), form, folder / form)
    return folder


@every_engine
def test_an_export_is_asked_as_the_archive_is(engine, exports):
    archive = za.load()
    with opened(engine, exports / FORM[engine]) as there, opened(engine, archive) as here:
        found = ask(there)
        assert ask(here) == found
    assert (archive.data_version, archive.digest) == (found.data_version, found.digest)
    assert [pair.id for pair in found.pairs] == [c.id for c in archive.conflicts() if is_query(c)]
    for pair in found.pairs:
        [conflict] = [c for c in archive.conflicts() if c.id == pair.id]
        assert ({*conflict.readings}, conflict.grade) == ({*pair.readings}, pair.grade)
        assert pair.grade == "conventional" or conflict.gap == pair.gap
        for told in (pair.more, pair.less):
            row = claim_row(archive.claim(told.id))
            assert {name: row[name] for name in asking.SAID} == {name: getattr(told, name) for name in asking.SAID}


@every_engine
def test_it_can_be_asked_for_some(engine, exports):
    archive = za.load()
    with opened(engine, exports / FORM[engine]) as asked:
        for which in (
            {"about": "zhanaozen-shooting-2011"},
            {"of": "killed"},
            {"of": "injured", "reading": "plain"},
            {"grade": "conventional"},
        ):
            expected = [c.id for c in archive.conflicts(**which) if is_query(c)]
            assert expected == [pair.id for pair in ask(asked, **which).pairs]
            assert expected
        with pytest.raises(errors.NotInArchive, match="no property 'kiled' in the archive; did you mean 'killed'"):
            ask(asked, of="kiled")


@every_engine
def test_an_archive_without_numbers_has_no_pairs(engine):
    with opened(engine, archive_of((), GROWING)) as asked:
        assert ((), ()) == (ask(asked).pairs, ask(asked, grade="certain", reading="strict").cut)


@every_engine
def test_more_pairs_than_are_given_are_counted(engine, exports, monkeypatch):
    with opened(engine, exports / FORM[engine]) as asked:
        every = ask(asked, grade="conventional").pairs
        monkeypatch.setattr(asking, "MOST", 3)
        found = ask(asked, grade="conventional")
        monkeypatch.setattr(asking, "MOST", len(every))
        assert not ask(asked, grade="conventional").cut
    assert sorted(pair.id for pair in every)[:3] == sorted(pair.id for pair in found.pairs)
    assert (("counts", len(every)),) == found.cut


def test_what_is_an_export_and_who_reads_it(exports, tmp_path):
    (tmp_path / "text").write_text("not SQLite" * 1000)
    assert is_export(exports / "sqlite")
    assert is_export(exports / "parquet")
    sqlite3.connect(tmp_path / "other").close()
    assert not any(map(is_export, (exports, tmp_path / "text", tmp_path / "other", tmp_path / "nothing")))
    with pytest.raises(errors.ArchiveError, match="duckdb reads no such export; write one with: zhanaozen export par"):
        opened("duckdb", exports / "sqlite")


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_an_engine_that_is_not_installed_is_told(engine, monkeypatch):
    monkeypatch.setitem(sys.modules, engine, None)
    with pytest.raises(errors.MissingPackage) as told:
        opened(engine, za.load())
    assert f'this needs the package {engine}: install "zhanaozen-archive[{engine}]"' == str(told.value)
    assert (engine, engine) == (told.value.package, told.value.extra)


def test_a_claim_above_another_under_one_reading_and_below_it_under_another_is_one_pair():
    """Which of two has more can hang on the reading; the pair is one all the same, its gap by the first reading."""
    claims = (
        said(0, WHOLE, keys.KILLED, Count(2, word="few")),
        said(1, WHOLE, keys.KILLED, Count.exactly(3)),
    )
    readings = (
        za.Reading("low", "low", "", (za.Wording("few", 0, "", 1),)),
        za.Reading("strict", "strict", "", (za.Wording("few", 5, ""),)),
    )
    archive = Archive("Made", "1", (PAPER,), EVENTS, claims, (), (VOICE,), GROWING, readings)
    with opened("sqlite", archive) as asked:
        [pair] = ask(asked).pairs
    assert ("counts:paper/00+paper/01", ("strict", "low"), 2, "paper/00") == (
        pair.id, pair.readings, pair.gap, pair.more.id
    )  # fmt: skip


def test_what_a_denial_leaves_is_a_bound_and_the_pair_a_denial():
    claims = (said(0, WHOLE, keys.KILLED, Count(16), polarity="denied"), said(1, WHOLE, keys.KILLED, Count(20)))
    archive = archive_of(claims, GROWING)
    with opened("sqlite", archive) as asked:
        [pair] = ask(asked, rules=("denial",)).pairs
        assert ("denial:paper/00+paper/01", 5, "denied") == (pair.id, pair.gap, pair.less.polarity)
        assert () == ask(asked, rules=("counts",)).pairs
    assert [pair.id] == [conflict.id for conflict in archive.conflicts()]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_short_and_stands_beside_the_tables(rule, exports):
    text = rule_text(rule)
    assert 10 <= len(text.splitlines()) <= 20
    assert text == (exports / "parquet" / f"{rule}.sql").read_text()
    database = sqlite3.connect(exports / "sqlite")
    assert database.execute(f"SELECT * FROM {rule}").fetchall() == database.execute(text).fetchall()  # noqa: S608
    database.close()


def nested(claims):
    """Wholes of nine parts each, ten claims to each question, most of a time of their own; few exclude each other."""
    events, made = {}, []
    for number in range(claims):
        nth, time = number // 10, Period.parse(f"{2000 + number % 10}")
        whole = events.get(nth - nth % 10)
        event = events.setdefault(nth, za.Event(f"event-{nth}", "Event", "protest", whole))
        value = Count(0, 50 + number % 7) if number % 2 else Count(60 if number % 40 == 0 else number % 50)
        made.append(said(number, event, keys.KILLED, value, as_of=time if number % 3 else None))
    return Archive("Made", "1", (PAPER,), tuple(events.values()), tuple(made), (), (VOICE,), GROWING, READINGS[:1])


@pytest.mark.parametrize("rule", RULES)
def test_sqlite_does_four_times_the_work_on_four_times_the_claims(rule):
    """No join goes through everything for everything: counted in steps of the engine, in thousands."""
    steps = []
    for size in (1_000, 4_000):
        with opened("sqlite", nested(size)) as asked:
            asked.database.set_progress_handler(lambda: steps.append(size), 1_000)  # noqa: B023
            assert [*asked.rows(f"SELECT * FROM {rule}")]  # noqa: S608
    assert steps.count(4_000) <= 6 * steps.count(1_000)
