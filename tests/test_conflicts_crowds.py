"""Conflicts that are counted before they are listed: as many as the definitions say, and none further apart."""

from itertools import islice
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import assert_frozen, assert_survives_copies
from tests.strategies import DISPUTABLE, READINGS, STRICT, WHOLE, Many, archives, questions, said
from zhanaozen_archive import DATE, KILLED, Count, Period
from zhanaozen_archive._conflicts import each_conflict, search
from zhanaozen_archive._conflicts.bundles import Bundle, Choices, DatedRivals, Rivals, alone

FEW = settings(max_examples=15)
ENDS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12)
"""Numbers with days."""


def listed(asked, readings=READINGS):
    """A search that lists everything."""
    return search(asked.claims, asked.codebook, readings)


def summed(asked, readings=READINGS, at_once=0):
    """A search that lists no more between the same questions than it must."""
    with patch("zhanaozen_archive._conflicts.detect.AT_ONCE", at_once):
        return search(asked.claims, asked.codebook, readings)


def names(conflicts):
    """The rule and the claims of each."""
    return [(c.rule, c.claims) for c in conflicts]


# -- lanes --


def sides(floors, ceilings):
    """Floors and ceilings, each with a name of its own."""
    return [(low, f"floor {n}", day) for n, (low, day) in enumerate(floors)], [
        (high, f"ceiling {n}", day) for n, (high, day) in enumerate(ceilings)
    ]


@given(ENDS, ENDS)
def test_floors_are_set_against_every_ceiling_below_them(floors, ceilings):
    """They are counted as they are listed, each once, and the widest is one of them."""
    low, high = sides(floors, ceilings)
    expected = {(f, c): a - b for a, f, _ in low for b, c, _ in high if a > b}
    lane = Rivals([end[:2] for end in low], sorted(end[:2] for end in high))

    assert_lane(lane, expected, len(low) * len(high))


@given(ENDS, ENDS)
def test_floors_are_set_against_ceilings_of_their_day_and_later(floors, ceilings):
    """A ceiling of an earlier day is no rival."""
    low, high = sides(floors, ceilings)
    expected = {(f, c): a - b for a, f, day in low for b, c, last in high if a > b and day <= last}

    assert_lane(DatedRivals(low, high), expected, len(low) * len(high))


@given(st.lists(st.lists(st.integers(), min_size=1, max_size=3, unique=True), max_size=3))
def test_choices_take_one_of_each_group(groups):
    """Of no groups there is one choice, of nothing."""
    expected = {()}
    for group in groups:
        expected = {(*chosen, one) for chosen in expected for one in group}

    lane = Choices(tuple(groups))
    assert_lane(lane, dict.fromkeys(expected, 0), len(expected))
    assert (0, next(iter(lane))) == lane.widest()


def assert_lane(lane, expected, most):
    """Ask that a lane counts and lists the sets expected, with their widths."""
    found = list(lane)
    assert len(found) == len(expected) == lane.size() <= lane.most() == most
    assert set(found) == set(expected)
    if not expected:
        assert lane.widest() is None
    else:
        width, members = lane.widest()
        assert width == expected[members] == max(expected.values())


def test_a_bundle_is_all_of_its_lanes():
    """Counted and listed; the widest is the widest of any."""
    floors = Rivals([(1, "a"), (9, "b")], [(8, "c"), (8, "d")])
    few = Bundle((Choices(((1, 2), (3,))), floors), lambda *members: members)

    assert (few.most(), few.size(), few.widest()) == (6, 4, ("b", "c"))
    assert list(few) == [(1, 3), (2, 3), ("b", "c"), ("b", "d")]
    assert list(alone("one")) == ["one"] == [alone("one").widest()]


# -- searches --


@FEW
@given(questions(40))
def test_conflicts_are_counted_as_they_are_listed(made):
    """Under each reading, on each event and property."""
    for asked in made:
        full, short = listed(asked), summed(asked)
        counted = {}
        for conflict in full.conflicts:
            sizes = counted.setdefault((conflict.event, conflict.property), {})
            for id_ in conflict.readings:
                sizes[id_] = sizes.get(id_, 0) + 1
        assert counted == full.sizes == short.sizes
        assert full.complete
        assert short.complete
        assert not full.crowds


@FEW
@given(questions(40))
def test_crowds_hold_every_conflict_once(made):
    """Each stands for as many as it makes, of which none is further apart than the one shown."""
    for asked in made:
        short = summed(asked)
        for reading in READINGS:
            crowds = [crowd for crowd in short.crowds if crowd.reading is reading]
            every = [conflict for crowd in crowds for conflict in crowd]
            assert sorted(names(every), key=str) == sorted(names(listed(asked, [reading]).conflicts), key=str)
            assert all(conflict.verify() and conflict.readings == (reading.id,) for conflict in every)
            for crowd in crowds:
                assert len(list(crowd)) == crowd.size
                assert max(conflict.gap or 0 for conflict in crowd) == (crowd.widest.gap or 0)
                assert (crowd.widest.grade, crowd.reading) == (crowd.grade, crowd.widest.reading)
                assert {(c.event, c.property) for c in crowd} == {(crowd.widest.event, crowd.widest.property)}


@FEW
@given(questions(40), st.integers(0, 3))
def test_what_is_listed_of_a_crowd_is_as_if_all_were(made, at_once):
    """With the same readings and the same proof, whether another reading has a crowd or not."""
    for asked in made:
        full = {(c.rule, c.claims): c for c in listed(asked).conflicts}
        short = summed(asked, at_once=at_once)
        assert all(conflict == full[conflict.rule, conflict.claims] for conflict in short.conflicts)
        assert {(c.widest.rule, c.widest.claims) for c in short.crowds} <= set(names(short.conflicts))


@FEW
@given(questions(40))
def test_every_conflict_can_be_had_lazily(made):
    """Those of the events and properties that are asked for, each once."""
    for asked in made:
        for reading in READINGS:
            expected = listed(asked, [reading]).conflicts
            for key in (None, KILLED, DATE):

                def wanted(claims, key=key):
                    return key is None or any(claim.property == key for claim in claims)

                found = list(each_conflict(asked.claims, asked.codebook, reading, wanted))
                assert sorted(c.id for c in found) == sorted(c.id for c in expected if wanted(c.claims))


@FEW
@given(archives(3, 8, DISPUTABLE))
def test_positions_part_the_claims_of_a_question(made):
    """All that can be in conflict, each in the one position of what it says."""
    replaced = {id_ for each in made.claims() for id_ in each.supersedes}
    for dispute in made.disputes():
        answers = [
            each
            for each in made.claims()
            if (each.event, each.property, each.modality) == (dispute.event, dispute.property, "asserted")
            and each.about_claim is None
            and each.id not in replaced
        ]
        parted = {(position.value, position.polarity): position.claims for position in dispute.positions}
        assert len(parted) == len(dispute.positions)
        assert list(dispute.answers) == answers
        assert parted == {
            said_: tuple(each for each in answers if (each.value, each.polarity) == said_)
            for said_ in {(each.value, each.polarity) for each in answers}
        }


HALF = 1_500
CROWDED = {
    "numbers": (KILLED, [Count.exactly(n + 1) for n in range(HALF)], [Count(9_000 + n) for n in range(HALF)]),
    "days": (DATE, [Period.parse("2011-12-16")] * HALF, [Period.parse("2011-12-17")] * HALF),
}


@pytest.mark.parametrize(("key", "some", "others"), CROWDED.values(), ids=CROWDED)
def test_a_crowd_of_millions_is_counted_and_not_made(key, some, others):
    """With the claims furthest apart, and the first of the rest for the asking."""
    [asked] = Many(0, 1, ("times",), 2)
    claims = [said(n, WHOLE, key, value) for n, value in enumerate([*some, *others])]
    found = search(claims, asked.codebook, [STRICT])
    [crowd], [widest] = found.crowds, found.conflicts

    among = HALF * (HALF - 1) // 2 if key == KILLED else 0  # the exact numbers exclude each other too
    assert crowd.size == HALF * HALF + among
    assert found.sizes == {(WHOLE, key): {"strict": crowd.size}}
    assert widest == crowd.widest
    assert widest.verify()
    assert widest.gap == (9_000 + HALF - 2 if key == KILLED else 1)
    assert len(set(names(islice(crowd, 5)))) == 5
    assert str(crowd) == f"{WHOLE}, {key}: {crowd.size:,} conflicts under strict"


def test_a_crowd_has_more_than_are_listed():
    """Not just as many."""
    [asked] = Many(0, 1, ("values",), 2)
    made = evolve(asked, claims=tuple(said(n, WHOLE, KILLED, Count.exactly(n)) for n in range(1, 4)))

    assert [3] == [crowd.size for crowd in summed(made, [STRICT], 2).crowds]
    assert not summed(made, [STRICT], 3).crowds


def test_those_who_assert_what_others_deny_make_a_crowd():
    """Though they could be found one by one, by the number that is left above what is denied."""
    [asked] = Many(0, 1, ("values",), 2)
    claims = [said(n, WHOLE, KILLED, Count.exactly(5)) for n in range(2)]
    claims += [said(n, WHOLE, KILLED, Count(4, 6), polarity="denied") for n in range(2, 4)]

    assert [4] == [crowd.size for crowd in summed(evolve(asked, claims=claims), [STRICT]).crowds]


def test_a_crowd_never_changes():
    """It has slots and no others; copies of it equal it and list the same."""
    [asked] = Many(0, 1, ("values",), 2)
    claims = [said(n, WHOLE, KILLED, Count.exactly(n)) for n in range(1, 4)]
    with patch("zhanaozen_archive._conflicts.detect.AT_ONCE", 2):
        [crowd] = search(claims, asked.codebook, [STRICT]).crowds

    assert_frozen(crowd)
    assert_survives_copies(crowd)
