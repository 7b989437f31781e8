"""What holds of every search for conflicts, whatever the claims."""

from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import subsets
from tests.strategies import READINGS, STRICT, WHOLE, Many, questions, said
from zhanaozen_archive import DATE, KILLED, Count, Duration, Event, Period
from zhanaozen_archive._conflicts import Budget, search
from zhanaozen_archive._model.inequalities import hole
from zhanaozen_archive._model.readings import Hint, Reading, Wording

FEW = settings(max_examples=6)


def found(claims, asked, readings=(STRICT,)):
    """The conflicts, as rules, sets of ids and readings."""
    conflicts = search(claims, asked.codebook, readings).conflicts
    return {(c.rule, frozenset(claim.id for claim in c.claims), c.readings) for c in conflicts}


@FEW
@given(questions(40), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_claims_matters(made, random):
    """The report is the same to the last proof."""
    for asked in made:
        claims = [*asked.claims, *asked.claims]
        random.shuffle(claims)
        assert search(claims, asked.codebook, READINGS) == search(asked.claims, asked.codebook, READINGS)


@FEW
@given(questions(40))
def test_fewer_claims_have_the_conflicts_that_are_left(made):
    """So that without any one of its claims a conflict is gone, and nothing takes its place."""
    for asked in made:
        every = found(asked.claims, asked, READINGS)
        for chosen in subsets(asked.claims):
            ids = {claim.id for claim in chosen}
            assert {conflict for conflict in every if conflict[1] <= ids} == found(chosen, asked, READINGS)


@FEW
@given(questions(40))
def test_each_search_is_in_order_and_its_readings_too(made):
    """By event and property of the first claim, then by id; the readings as they were given, each once."""
    for asked in made:
        conflicts = search(asked.claims, asked.codebook, READINGS).conflicts
        keys = [(c.event.id, c.property.id, c.id) for c in conflicts]
        assert sorted(keys) == keys
        for c in conflicts:
            ids = frozenset(claim.id for claim in c.claims)
            under = [r.id for r in READINGS if (c.rule, ids, (r.id,)) in found(c.claims, asked, [r])]
            assert list(c.readings) == under
            assert (c.reading.id, c.grade) == (under[0], "certain" if under[0] == "strict" else "conventional")
            assert [claim.id for claim in c.claims] == sorted(claim.id for claim in c.claims)


def wider(claim, random):
    """The same claim, saying less."""
    step = random.randint(0, 2)
    match claim.value:
        case Count(low, high, None, None):
            return evolve(claim, value=Count(max(0, low - step), None if high is None else high + step))
        case Duration(Count(low, high, None, None), unit):
            value = Duration(Count(max(0, low - step), None if high is None else high + step), unit)
            return evolve(claim, value=value)
        case Period(kind="interval", text=text) if text[0] == "2" and text[-1] != ".":
            return evolve(claim, value=Period.parse(f"../{text.split('/')[1]}"))
        case Period(kind="date") if step and "~" not in claim.value.text:
            return evolve(claim, value=Period.parse("2011-12"))
    return claim


@FEW
@given(questions(60), st.randoms(use_true_random=False))
def test_who_says_less_is_in_no_new_conflict(made, random):
    """Every conflict among claims that say less lies around one among the claims that said more."""
    for asked in made:
        sets = [ids for _, ids, _ in found(asked.claims, asked)]
        loose = [wider(claim, random) if claim.polarity == "asserted" else claim for claim in asked.claims]
        for _, ids, _ in found(loose, asked):
            assert any(one <= ids for one in sets)


def later(period, weeks):
    """The same period so many weeks later, where it is made of days."""

    def moved(text):
        if text.count("-") != 2:
            return text
        mark = "~" * text.endswith("~")
        day = Period.parse(text.removesuffix("~")).earliest
        return f"{type(day).from_ordinal(day.ordinal + 7 * weeks)}{mark}"

    text = period.text
    if text[0] in "[{":
        listed = ",".join("..".join(map(moved, part.split(".."))) for part in text[1:-1].split(","))
        return Period.parse(f"{text[0]}{listed}{text[-1]}")
    return Period.parse("/".join(map(moved, text.split("/"))))


@FEW
@given(questions(40, "times", "calendar"), st.integers(1, 300))
def test_all_days_may_be_moved_by_so_many_weeks(made, weeks):
    """The calendar has no favourite days but those of the week."""
    for asked in made:
        moved = [evolve(c, value=later(c.value, weeks)) if isinstance(c.value, Period) else c for c in asked.claims]
        assert found(asked.claims, asked, READINGS) == found(moved, asked, READINGS)


@FEW
@given(questions(40), st.randoms(use_true_random=False))
def test_other_names_give_the_same_conflicts_of_those_names(made, random):
    """Ids of claims only name them."""
    for asked in made:
        ids = [claim.id for claim in asked.claims]
        names = dict(zip(ids, random.sample(ids, len(ids)), strict=True))
        renamed = [evolve(claim, id=names[claim.id]) for claim in asked.claims]
        expected = {
            (rule, frozenset(names[id_] for id_ in members), under)
            for rule, members, under in found(asked.claims, asked, READINGS)
        }
        assert expected == found(renamed, asked, READINGS)


def narrower(random):
    """A reading that lies within the strict one."""
    low = random.randint(2, 5)
    high = random.choice([None, low + random.randint(0, 2)])
    hint = Hint(random.randint(2, 4), "so it seems")
    return Reading(
        "narrower",
        "narrower",
        "by lot",
        (Wording("few", low, "so it seems", high),),
        random.choice([None, "so it seems"]),
        random.choice([None, hint]),
        random.choice([None, hint]),
    )


@FEW
@given(questions(40), st.integers())
def test_what_is_certain_holds_under_every_reading_within_the_strict(made, seed):
    """A certain conflict holds one of each such reading."""
    random = Random(seed)  # noqa: S311 - no secret
    for asked in made:
        narrow = narrower(random)
        under = [ids for _, ids, _ in found(asked.claims, asked, [narrow])]
        for _, ids, _ in found(asked.claims, asked):
            assert any(one <= ids for one in under)


@FEW
@given(questions(40), st.integers(0, 12))
def test_a_search_cut_short_says_so_and_reports_nothing_false(made, steps):
    """What it finds is found by a full search too, and proven."""
    for asked in made:
        short, full = (search(asked.claims, asked.codebook, READINGS, n) for n in (steps, 1_000_000))
        assert full.complete
        all_ = {(c.rule, c.claims) for c in full.conflicts}
        assert all(conflict.verify() and (conflict.rule, conflict.claims) in all_ for conflict in short.conflicts)
        assert not short.complete or short == full


def test_a_budget_is_spent_by_the_step_for_which_nothing_is_left():
    """And not by the last that it has."""
    budget = Budget(2)

    assert [(True, False), (True, False), (False, True)] == [(budget.step(), budget.spent) for _ in range(3)]


KINDS = {
    "counts": True,
    "times": True,
    "calendar": True,
    "values": False,
    "places": True,
    "holes": True,
    "climbs": True,
}


@pytest.mark.parametrize(("kind", "spends"), KINDS.items(), ids=KINDS)
def test_only_choices_that_can_grow_beyond_all_bounds_are_counted(kind, spends):
    """Pairs of values are always all looked at, but for numbers that are denied between others."""
    complete = []
    for asked in Many(1, 600, (kind,), 6):
        claims = [claim for claim in asked.claims if kind != "values" or not hole(claim)]
        complete.append(search(claims, asked.codebook, (STRICT,), 1).complete)

    assert spends == (not all(complete))


def test_an_unrelated_claim_changes_nothing():
    """A claim on an event of its own is in no conflict."""
    far = Event("far", "Far", "strike")
    [asked] = Many(0, 1, ("times",), 2)
    claims = (
        said(1, WHOLE, KILLED, Count(5)),
        said(2, WHOLE, KILLED, Count(0, 3)),
        said(3, WHOLE, DATE, Period.parse("2011")),
    )
    others = (said(4, far, KILLED, Count(0, 1)), said(5, far, DATE, Period.parse("2012")))

    assert 1 == len(found(claims, asked))
    assert found(claims, asked) == found((*claims, *others), asked)
