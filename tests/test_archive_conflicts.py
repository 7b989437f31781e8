"""The archive: which conflicts, comparisons, revisions and worlds are asked for."""

import pytest
from attrs import evolve

import zhanaozen_archive as za
from tests.records import COAST, CODEBOOK, SHOOTING, SIXTEEN, SQUARE, TEN, UNKNOWN, UNREST, archive, claim
from zhanaozen_archive import KILLED, Count
from zhanaozen_archive._conflicts import search
from zhanaozen_archive.errors import NotInArchive

HINTED = za.Reading("hinted", "Hinted", "more would be named", floors=za.Hint(2, "more would be named"))
STRICT = za.Reading("strict", "Strict", "as it stands")
HUNDRED = claim("hundred", Count.exactly(100), scope=TEN.scope)
READ = archive(TEN, SIXTEEN, HUNDRED, readings=(STRICT, HINTED))
"""Ten excludes at least sixteen and a hundred for certain; these two exclude each other where hints are heard."""


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 3),
        ({"grade": "certain"}, 2),
        ({"grade": "conventional"}, 1),
        ({"reading": "strict"}, 2),
        ({"reading": HINTED}, 3),
        ({"reading": "hinted", "grade": "conventional"}, 1),
        ({"of": KILLED}, 3),
        ({"of": "date"}, 0),
        ({"about": UNREST}, 3),
    ],
    ids=str,
)
def test_conflicts_are_those_that_were_asked_for(asked, expected):
    assert len(READ.conflicts(**asked)) == expected
    assert sum(len(dispute.conflicts) for dispute in READ.disputes(**asked)) == expected


OTHERWISE = (
    {"modality": "demanded"},
    {"modality": "possible", "polarity": "denied"},
    {"about_claim": TEN.id, "stance": "doubts"},
)


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=[" ".join(said) for said in OTHERWISE])
@pytest.mark.parametrize(
    ("one", "value"),
    [(TEN, Count.exactly(99)), (claim(value=COAST, property=za.PLACE), SQUARE)],
    ids=["number", "place"],
)
def test_what_is_not_said_of_the_event_itself_is_in_no_conflict(one, value, otherwise):
    """Neither what is demanded, nor what may be, nor a word on another claim."""
    other = evolve(one, id="article2011/other", value=value)

    assert len(archive(one, other).conflicts()) == 1
    assert not archive(one, evolve(other, **otherwise)).conflicts()


def test_a_reading_is_found_by_its_id():
    assert READ.reading("hinted") == HINTED
    with pytest.raises(NotInArchive, match=r"^no reading 'hintd' in the archive; did you mean 'hinted'\?$"):
        READ.reading("hintd")


def test_claims_are_compared_under_the_strict_reading_unless_another_is_named():
    assert READ.compare(SIXTEEN, HUNDRED) == za.Compatible(((("count", HUNDRED.id), 100), (("count", SIXTEEN.id), 100)))
    assert isinstance(READ.compare(SIXTEEN.id, HUNDRED.id, reading="hinted"), za.Conflicting)


def test_what_hangs_on_the_reading_vanishes_under_others():
    [(conflict, without)] = READ.sensitivity()

    assert (conflict.claims, without) == ((HUNDRED, SIXTEEN), ("strict",))


def test_the_proof_is_under_the_first_reading_that_gives_the_conflict():
    """Though another, that hears more, gives it too: "a few" are two at the least, or three."""
    two, three = (za.Reading(f"{n}", f"{n}", "so", (za.Wording("few", n, "so"),)) for n in (2, 3))
    few, one = claim("few", Count(2, word="few")), claim("one", Count(0, 1))

    for readings in ((two, three), (three, two)):
        [conflict] = search((few, one), CODEBOOK, readings).conflicts
        assert (conflict.reading, conflict.readings) == (readings[0], tuple(reading.id for reading in readings))
        assert conflict.verify()


def test_worlds_are_the_largest_sets_that_can_be_true_together():
    assert list(READ.worlds(SHOOTING, KILLED, TEN.scope)) == [(TEN,), (HUNDRED, SIXTEEN)]
    assert list(READ.worlds("shooting", "killed")) == [()]


def test_revisions_are_those_that_were_asked_for():
    later = claim("later", Count.exactly(11), supersedes=(TEN.id,), supersedes_because="it says later", event=UNREST)
    held = archive(TEN, later)
    revised = za.Revision("revised", TEN, later, "it says later")

    for asked in ({}, {"about": SHOOTING}, {"about": "unrest"}, {"of": KILLED}):
        assert held.revisions(**asked) == (revised,)
    assert held.revisions(of="date") == ()


def test_a_question_with_more_conflicts_than_can_be_listed_gives_the_one_furthest_apart():
    """The others are had one after the other, and every proof holds."""
    low = [claim(f"low-{n:03}", Count.exactly(10 + n), scope=TEN.scope) for n in range(120)]
    high = [claim(f"high-{n:03}", Count(200 + n), scope=TEN.scope) for n in range(120)]
    crowded = archive(*low, *high)

    [conflict] = crowded.conflicts()
    every = list(crowded.each_conflict(about=SHOOTING, of="killed"))

    assert crowded.conflicts_are_complete
    assert ((high[-1], low[0]), 309) == (conflict.claims, conflict.gap)
    assert 120 * 120 + 120 * 119 // 2 == len({conflict.id for conflict in every})
    assert all(conflict.verify() for conflict in every[::500])
    assert [] == list(crowded.each_conflict(of="date"))


def test_every_conflict_can_be_had_under_another_reading():
    assert READ.conflicts_are_complete
    assert {c.id for c in READ.conflicts(reading="hinted")} == {c.id for c in READ.each_conflict(reading="hinted")}
    assert {c.id for c in READ.conflicts(reading="strict")} == {c.id for c in READ.each_conflict()}


def test_a_dispute_has_a_position_for_all_that_is_said():
    """In conflict or not; what is only demanded or replaced answers nothing."""
    alone = claim("alone", Count(1), UNKNOWN)
    denied = claim("denied", Count.exactly(10), polarity="denied")
    demanded = claim("demanded", Count(3), modality="demanded")
    [dispute] = archive(TEN, SIXTEEN, alone, denied, demanded).disputes()

    assert [(p.value, p.polarity, p.claims) for p in dispute.positions] == [
        (TEN.value, "asserted", (TEN,)),
        (SIXTEEN.value, "asserted", (SIXTEEN,)),
        (Count(1), "asserted", (alone,)),
        (TEN.value, "denied", (denied,)),
    ]
    assert [str(p) for p in dispute.positions][2:] == ["at least 1: someone", "not 10: Its Desk"]
    assert (dispute.sizes, dispute.crowds) == ((("strict", 1),), ())


def test_crowds_are_those_that_were_asked_for(monkeypatch):
    """By event, property, reading and grade, as the conflicts are; of a reading that adds nothing there is none."""
    monkeypatch.setattr("zhanaozen_archive._conflicts.detect.AT_ONCE", 0)
    crowded = archive(TEN, SIXTEEN, HUNDRED, readings=(STRICT, HINTED))

    def sizes(**asked):
        return [(c.reading.id, c.size) for dispute in crowded.disputes(**asked) for c in dispute.crowds]

    assert sizes() == sizes(about=UNREST) == sizes(of=KILLED) == [("strict", 2), ("hinted", 3)]
    assert sizes(grade="certain") == sizes(reading="strict") == [("strict", 2)]
    assert sizes(grade="conventional") == sizes(reading=HINTED) == [("hinted", 3)]
    assert sizes(of="date") == sizes(reading="strict", grade="conventional") == []
    assert crowded.disputes()[0].sizes == (("strict", 2), ("hinted", 3))


def test_a_reading_that_adds_nothing_has_the_crowd_of_the_strict_one(monkeypatch):
    """And one that the strict does not know has its own."""
    monkeypatch.setattr("zhanaozen_archive._conflicts.detect.AT_ONCE", 0)
    for claims, reading in (((TEN, SIXTEEN), "strict"), ((SIXTEEN, HUNDRED), "hinted")):
        made = archive(*claims, readings=(STRICT, HINTED))
        for asked in (None, HINTED):
            assert [
                [(crowd.reading.id, crowd.size) for crowd in dispute.crowds] for dispute in made.disputes(reading=asked)
            ] == [[(reading, 1)]]
