"""Two claims side by side; revisions; which claims can be true together."""

from itertools import combinations, islice, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import heard, subsets
from tests.records import assert_frozen, assert_survives_copies
from tests.strategies import (
    DAYS,
    EVENTS,
    GROUPS,
    PART,
    PLACES,
    READINGS,
    SIDE,
    STRICT,
    TOWN,
    WHOLE,
    Many,
    counts,
    questions,
    said,
)
from tests.test_conflicts_counts import lies_within, no_later, places
from tests.test_conflicts_times import FIRST
from tests.test_conflicts_times import constraints as constraints_on_time
from zhanaozen_archive import (
    DATE,
    FOLLOWED,
    INITIATOR,
    KILLED,
    PLACE,
    RANK,
    START,
    Codebook,
    Count,
    Definition,
    Event,
    Period,
    Scope,
    Term,
)
from zhanaozen_archive._conflicts import (
    Budget,
    Compatible,
    Conflicting,
    Incomparable,
    Revision,
    compare,
    revisions,
    search,
    worlds,
)

CODEBOOKS = {
    definition.cumulative: asked.codebook
    for asked in Many(0, 20, ("counts",), 2)
    for definition in asked.codebook.definitions
    if definition.property == KILLED and definition.parts
}
GROWING, FALLING = CODEBOOKS["so it is"], CODEBOOKS[None]
COAST = PLACES[3]


def true_in(world, a, b, codebook, reading):
    """Whether a world fits both claims, by the definitions of what they say of numbers and days."""
    numbers = dict(world)
    if not world and "denied" in (a.polarity, b.polarity):
        return True  # what two denials leave of numbers is not followed further
    if isinstance(a.value, Count) and isinstance(b.value, Count) and a.property == b.property:
        [definition] = [d for d in codebook.definitions if d.property == a.property]
        for claim in (a, b):
            vague = claim.value.word or claim.value.about is not None
            if claim.polarity == "denied" and vague:
                continue  # such a "no" rules out no number
            low, high = heard(claim.value, STRICT if claim.polarity == "denied" else reading)
            if (low <= numbers["count", claim.id] <= high) != (claim.polarity == "asserted"):
                return False
        return all(
            numbers["count", part.id] <= numbers["count", whole.id]
            for part, whole in ((a, b), (b, a))
            if lies_within(places(part), places(whole), shared=definition.parts)
            and (
                len({part.as_of, whole.as_of} - {None}) < 2
                or (definition.cumulative and no_later(part.as_of, whole.as_of))
            )
        )
    roles = {d.property: None if d.role in ("place", "same-place") else d.role for d in codebook.definitions}
    if "denied" in (a.polarity, b.polarity) or a.scope != b.scope or not (roles[a.property] or roles[b.property]):
        return True
    if {roles[a.property], roles[b.property]} <= {"date", "weekday"} and a.event == b.event:
        return all(on(numbers["start", claim.event.id], claim, reading) for claim in (a, b))
    timed = [claim for claim in (a, b) if roles[claim.property]]
    return all(
        test(*(numbers[tuple(name.split(" "))] - FIRST for name in names))
        for _, names, test in constraints_on_time(timed, reading)
    )


def on(day, claim, reading):
    """Whether a claim on a date or a day of the week allows the day; 1 January of the year 1 was a Monday."""
    if isinstance(claim.value, Term):
        return claim.value == DAYS.terms[(day - 1) % 7] or claim.value == DAYS.terms[7]
    if "~" in claim.value.text and not reading.dates_as_written:
        return True
    spans = claim.value.spans()
    if claim.value.kind == "all_of":
        spans = [(spans[0][0], spans[-1][1])]
    return any((first is None or first <= day) and (last is None or day <= last) for first, last in spans)


def sets(conflicts):
    """The ids of the claims of each conflict."""
    return [frozenset(claim.id for claim in conflict.claims) for conflict in conflicts]


@settings(max_examples=8)
@given(questions(30))
def test_two_claims_conflict_if_the_search_says_so_or_a_world_fits_both(made):
    """A revision comes first; a comparison is the same in either order."""
    for asked in made:
        for a, b in combinations(asked.claims, 2):
            for reading in READINGS:
                found = compare(a, b, asked.codebook, reading)
                conflicts = search((a, b), asked.codebook, (reading,)).conflicts
                assert found == compare(b, a, asked.codebook, reading)
                match found:
                    case Conflicting(conflict):
                        assert (conflict,) == conflicts
                    case Compatible(world):
                        assert not conflicts
                        assert true_in(world, a, b, asked.codebook, reading)
                    case Revision():
                        assert (found,) == revisions((a, b), asked.codebook, reading)
                    case Incomparable():
                        assert not conflicts


TEN, FIVE = Count(10), Count(0, 5)
FAR = Event("far", "Far", "strike")
DAY, NEXT = Period.parse("2011-12-16"), Period.parse("2011-12-17")
AXES = {
    "a demand": ({"modality": "demanded"}, {}, "modality"),
    "two predictions": ({"modality": "predicted"}, {"modality": "predicted"}, "modality"),
    "a word on a claim": ({"about_claim": "paper/09", "stance": "doubts"}, {}, "modality"),
    "two events": ({"event": PART}, {"event": EVENTS[2]}, "event"),
    "two properties": ({"property": RANK}, {}, "property"),
    "two places": ({"scope": Scope(TOWN)}, {"scope": Scope(COAST)}, "place"),
    "two groups": ({"scope": Scope(TOWN, GROUPS[1])}, {"scope": Scope(PLACES[0], GROUPS[2])}, "population"),
    "two times": ({"scope": Scope(time=DAY)}, {"scope": Scope(time=NEXT)}, "time"),
    "dates in two places": (
        {"property": DATE, "value": DAY, "scope": Scope(TOWN)},
        {"property": START, "value": NEXT, "scope": Scope(COAST)},
        "place",
    ),
    "a place and a date": ({"property": PLACE, "value": TOWN}, {"property": DATE, "value": DAY}, "property"),
    "a group in a month, a day": (
        {"scope": Scope(None, GROUPS[1], Period.parse("2011-12"))},
        {"scope": Scope(time=DAY)},
        "population",
    ),
    "a town, a group": ({"scope": Scope(TOWN)}, {"scope": Scope(None, GROUPS[1])}, "place"),
}


@pytest.mark.parametrize(("one", "other", "axis"), AXES.values(), ids=AXES)
def test_claims_on_different_questions_cannot_be_compared(one, other, axis):
    """The first axis that tells the questions apart is named."""
    a, b = (evolve(said(n, WHOLE, KILLED, value), **given_) for n, value, given_ in ((1, TEN, one), (2, FIVE, other)))

    assert Incomparable(axis) == compare(a, b, GROWING, STRICT) == compare(b, a, GROWING, STRICT)


COMPATIBLE = {
    "at least 10, at least 5": (said(1, WHOLE, KILLED, TEN), said(2, WHOLE, KILLED, Count(5)), (10, 10)),
    "a part and its whole": (said(1, PART, KILLED, Count(5)), said(2, WHOLE, KILLED, Count(0)), (5, 5)),
    "a whole and its part": (said(1, WHOLE, KILLED, TEN), said(2, PART, KILLED, Count(0)), (10, 0)),
    "no 3 to 5, up to 7": (
        said(1, WHOLE, KILLED, Count(3, 5), polarity="denied"),
        said(2, WHOLE, KILLED, Count(4, 7)),
        (6, 6),
    ),
    "no more than 5 denied twice": (
        said(1, WHOLE, KILLED, FIVE, polarity="denied"),
        said(2, WHOLE, KILLED, Count(0, 2), polarity="denied"),
        (6, 6),
    ),
    "everything denied by one": (
        said(1, WHOLE, KILLED, Count(0), polarity="denied"),
        said(2, WHOLE, KILLED, FIVE, polarity="denied"),
        (),
    ),
    "two denials of floors": (
        said(1, WHOLE, KILLED, Count(5), polarity="denied"),
        said(2, WHOLE, KILLED, Count(3), polarity="denied"),
        (0, 0),
    ),
    "not a few, and five": (
        said(1, WHOLE, KILLED, Count(2, word="few"), polarity="denied"),
        said(2, WHOLE, KILLED, Count.exactly(5)),
        (5, 5),
    ),
    "not about five, and five": (
        said(1, WHOLE, KILLED, Count(about=5), polarity="denied"),
        said(2, WHOLE, KILLED, Count.exactly(5)),
        (5, 5),
    ),
    "a town and all": (
        said(1, WHOLE, KILLED, Count(5), scope=Scope(TOWN)),
        said(2, WHOLE, KILLED, Count(0)),
        (5, 5),
    ),
    "dates of other scopes": (said(1, WHOLE, DATE, DAY, scope=Scope(TOWN)), said(2, WHOLE, DATE, DAY), ()),
    "a place and one within": (said(1, WHOLE, PLACE, TOWN), said(2, WHOLE, PLACE, PLACES[0]), ()),
    "a date that is denied": (said(1, WHOLE, DATE, DAY), said(2, WHOLE, DATE, NEXT, polarity="denied"), ()),
}


@pytest.mark.parametrize(("a", "b", "world"), COMPATIBLE.values(), ids=COMPATIBLE)
def test_compatible_claims_come_with_a_world(a, b, world):
    """The least numbers that fit both."""
    expected = tuple((("count", claim.id), number) for claim, number in zip((a, b), world, strict=False))

    assert Compatible(expected) == compare(a, b, GROWING, STRICT)


def test_dates_with_gaps_have_a_world_on_a_day_that_both_allow():
    """The day lies in no gap, nor does what the event is a part of end before it."""
    a, b = (
        said(n, PART, DATE, Period.parse(text)) for n, text in enumerate(("[2011-12-01,2011-12-05]", "2011-12-02/.."))
    )
    day = Period.parse("2011-12-05").earliest.ordinal
    world = dict(compare(a, b, GROWING, STRICT).world)

    assert day == world["start", PART.id] == world["end", PART.id]
    assert world["start", WHOLE.id] <= day <= world["end", WHOLE.id]


def test_what_is_said_of_the_times_of_one_event_or_of_a_part_is_compared():
    """A start and a date are on one event; a start after another event is possible whatever the dates."""
    start, date = said(1, WHOLE, START, DAY), said(2, WHOLE, DATE, NEXT)
    assert isinstance(compare(start, date, GROWING, STRICT), Conflicting)
    assert isinstance(compare(start, evolve(start, id="paper/3", event=PART, value=NEXT), GROWING, STRICT), Compatible)
    followed = said(3, WHOLE, FOLLOWED, FAR)
    found = compare(start, followed, GROWING, STRICT)
    assert isinstance(found, Compatible)
    assert true_in(found.world, start, followed, GROWING, STRICT)
    assert Incomparable("event") == compare(start, said(4, FAR, DATE, NEXT), GROWING, STRICT)


# -- revisions --

EARLY, LATE = said(1, WHOLE, KILLED, FIVE, as_of=DAY), said(2, WHOLE, KILLED, TEN, as_of=NEXT)
OVERTAKEN = {
    "later": (EARLY, LATE, True),
    "earlier": (evolve(EARLY, as_of=NEXT), evolve(LATE, as_of=DAY), False),
    "the same day": (EARLY, evolve(LATE, as_of=DAY), False),
    "perhaps the same day": (evolve(EARLY, as_of=Period.parse("2011-12-16/2011-12-17")), LATE, False),
    "at an unknown time": (evolve(EARLY, as_of=None), LATE, False),
    "until now": (evolve(EARLY, as_of=Period.parse("2011-12-15/..")), LATE, False),
    "since nobody knows when": (EARLY, evolve(LATE, as_of=Period.parse("../2011-12-18")), False),
    "no more than before": (EARLY, evolve(LATE, value=Count(5)), False),
    "without a ceiling": (evolve(EARLY, value=Count(5)), LATE, False),
    "in another place": (EARLY, evolve(LATE, scope=Scope(TOWN)), False),
    "denied": (EARLY, evolve(LATE, polarity="denied"), False),
}


@pytest.mark.parametrize(("early", "late", "overtaken"), OVERTAKEN.values(), ids=OVERTAKEN)
def test_a_count_that_grows_overtakes_an_earlier_ceiling(early, late, overtaken):
    """Where the one time certainly lies before the other; and it is in no conflict with it."""
    expected = (Revision("overtaken", early, late, "so it is"),) if overtaken else ()

    assert expected == revisions((late, early), GROWING, STRICT)
    assert () == revisions((late, early), FALLING, STRICT)
    if overtaken:
        assert compare(early, late, GROWING, STRICT) == expected[0]
        assert not search((early, late), GROWING, READINGS).conflicts
        assert "overtaken: paper/01 → paper/02 (so it is)" == str(expected[0])


@settings(max_examples=30)
@given(st.lists(st.tuples(counts(), st.integers(1, 5), st.integers(0, 2)), max_size=9))
def test_a_ceiling_is_overtaken_by_the_first_to_lie_above_it(drawn):
    """Once, however many follow: the earliest of a later day, and of one day the first by id."""
    asked = [
        said(n, WHOLE, KILLED, value, as_of=Period.parse(f"2011-12-0{day}/2011-12-0{day + more}"))
        for n, (value, day, more) in enumerate(drawn)
    ]
    for reading in READINGS:
        expected = {}
        for (early, (_, day, more)), late in product(zip(asked, drawn, strict=True), asked):
            above = heard(early.value, reading)[1] < heard(late.value, reading)[0]
            if above and late.as_of.earliest.day > day + more:
                rank = late.as_of.earliest.day, late.id, late
                expected[early.id] = min(expected.get(early.id, rank), rank)
        found = revisions(asked[::-1], GROWING, reading)
        assert {id_: rank[2] for id_, rank in expected.items()} == {r.earlier.id: r.later for r in found}
        assert len(found) == len(expected)


def test_what_is_no_number_outgrows_nothing():
    """Though the codebook says that it only grows."""
    codebook = Codebook((Definition(INITIATOR, "who began", cumulative="so it is"),))
    claims = [said(n, WHOLE, INITIATOR, SIDE.terms[n], as_of=time) for n, time in enumerate((DAY, NEXT))]

    assert () == revisions(claims, codebook, STRICT)


def test_later_words_replace_a_claim_whatever_they_are_about():
    """The reason is theirs; a claim that is not among those asked of is not replaced."""
    later = said(3, PART, INITIATOR, SIDE.terms[0], supersedes=(EARLY.id, "gone"), supersedes_because="corrected")
    silent = evolve(later, id="paper/04", supersedes_because=None)
    expected = Revision("revised", EARLY, later, "corrected")

    assert (expected, Revision("revised", EARLY, silent, "")) == revisions((silent, EARLY, later), FALLING, STRICT)
    assert expected == compare(later, EARLY, FALLING, STRICT)
    assert () == revisions((later,), FALLING, STRICT)


# -- worlds --


def largest(claims, conflicts):
    """The largest sets of the claims that hold no conflict, as sets of ids."""
    free = [
        ids
        for chosen in subsets(claims)
        for ids in [frozenset(claim.id for claim in chosen)]
        if not any(conflict <= ids for conflict in conflicts)
    ]
    return {ids for ids in free if not any(ids < other for other in free)}


@settings(max_examples=15)
@given(questions(60))
def test_worlds_are_the_largest_sets_without_a_conflict(made):
    """Each comes once, its claims in the order of their ids."""
    for asked in made:
        conflicts = sets(search(asked.claims, asked.codebook, READINGS).conflicts)
        found = list(worlds(asked.claims, conflicts, Budget(1_000_000)))
        assert len(found) == len(set(found))
        assert largest(asked.claims, conflicts) == {frozenset(claim.id for claim in one) for one in found}
        assert all(list(one) == sorted(one, key=lambda claim: claim.id) for one in found)


def test_worlds_are_found_as_they_are_asked_for():
    """A first one of very many takes little work; the budget ends the rest."""
    claims = [said(n, WHOLE, KILLED, Count.exactly(n // 2)) for n in range(40)]
    rivals = [frozenset({claims[n].id, claims[n + 1].id}) for n in range(0, 40, 2)]
    budget = Budget(100)

    assert 20 == len(next(worlds(claims, rivals, budget)))
    assert not budget.spent
    assert 100 > len(list(islice(worlds(claims, rivals, budget), 1000)))
    assert budget.spent


@given(st.sampled_from([EARLY, LATE]))
def test_comparisons_never_change(claim):
    """They have slots and no others, and none of them can be set or deleted; copies equal them."""
    for thing in (
        Compatible(((("count", claim.id), 3),)),
        Incomparable("event"),
        Revision("revised", claim, claim, ""),
    ):
        assert_frozen(thing)
        assert_survives_copies(thing)
