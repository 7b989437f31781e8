"""Places that events share: exactly the smallest sets of claims for which no place on the ground can be found."""

from itertools import product
from random import Random

import pytest
import z3
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import minimal, outwards, possible, subsets
from tests.strategies import EVENTS, PLACES, SCENES, SIDE, STRICT, TOWN, Many, questions, said
from zhanaozen_archive import FOLLOWED, INITIATOR, PLACE, SAME_PLACE, Event, Period, Scope
from zhanaozen_archive._conflicts import Conflicting, compare, search

REGION, _, SQUARE, COAST = PLACES
OTHER, INNER = EVENTS[2:]
CODEBOOK = next(iter(Many(0, 1, ("places",), 2))).codebook


def one_spot(one, other):
    """Whether something can be in both places, by their definitions."""
    return one in outwards(other) or other in outwards(one) or one.id in other.beside


SPOTS = [
    spot
    for chosen in subsets(SCENES)
    if all(one_spot(one, other) for one, other in product(chosen, chosen))
    for spot in [{place for one in chosen for place in outwards(one)}]
    if spot == {*chosen}
]
"""Every kind of spot on the ground, as the places that it is in: also one that is in none."""


def at_each_time(claims):
    """The claims that hold at each time, or at any, of each scope."""
    for scope, time in product({c.scope for c in claims}, {c.as_of for c in claims} | {None}):
        yield [claim for claim in claims if claim.scope == scope and claim.as_of in (None, time)]


def says(claim, ground):
    """Whether a claim is true if the events were on these grounds."""
    here = ground[claim.event]
    true = here == ground[claim.value] if isinstance(claim.value, Event) else claim.value in SPOTS[here[0]]
    return true == (claim.polarity == "asserted")


def true_sets(claims):
    """Which claims can be true together, for all the grounds on which their events can have been."""
    events = [*dict.fromkeys(e for c in claims for e in (c.event, c.value) if isinstance(e, Event))]
    grounds = (product(range(len(SPOTS)), range(n + 1)) for n in range(len(events)))
    for chosen in product(*grounds):
        ground = dict(zip(events, chosen, strict=True))
        yield frozenset(claim.id for claim in claims if says(claim, ground))


def smallest(claims):
    """The smallest sets of claims that cannot be true together, by trying all grounds."""
    possible = [(frozenset(claim.id for claim in held), {*true_sets(held)}) for held in at_each_time(claims)]
    return minimal(
        claims,
        lambda chosen: all(any({c.id for c in chosen} & held <= true for true in sets) for held, sets in possible),
    )


def sets(found):
    """The ids of the claims of each conflict."""
    return [frozenset(claim.id for claim in conflict.claims) for conflict in found.conflicts]


@settings(max_examples=4)
@given(questions(25, "places", most=7))
def test_conflicts_are_the_smallest_sets_for_which_no_ground_can_be_found(made):
    """No set is missed, none comes twice, and none could be smaller; each is proven."""
    for asked in made:
        claims = [claim for claim in asked.claims if INNER not in (claim.event, claim.value)]
        found = search(claims, asked.codebook, (STRICT,))
        assert smallest(claims) == {*sets(found)}
        assert len(sets(found)) == len({*sets(found)})
        assert found.complete
        assert all(conflict.verify() for conflict in found.conflicts)


CAMPS = tuple(Event(f"camp{n}", f"Camp {n}", "strike") for n in range(6))


def drawn(random, number):
    """A claim on the places of six events, of one scope and no time."""
    event, other = random.sample(CAMPS, 2)
    key, value = random.choice([(PLACE, random.choice(SCENES)), (SAME_PLACE, other), (SAME_PLACE, other)])
    return said(number, event, key, value, polarity=random.choice(["asserted"] * 7 + ["denied"]))


def constraints(claims):
    """What claims come to in whole numbers: which kind of spot an event was on, and on which of that kind."""
    for claim in claims:
        kind, which = f"kind {claim.event.id}", f"which {claim.event.id}"
        yes = claim.polarity == "asserted"
        if isinstance(claim.value, Event):
            names = (kind, which, f"kind {claim.value.id}", f"which {claim.value.id}")
            yield claim.id, names, lambda a, b, c, d, yes=yes: z3.And(a == c, b == d) == yes
        else:
            kinds = [n for n, spot in enumerate(SPOTS) if claim.value in spot]
            yield claim.id, (kind,), lambda a, kinds=kinds, yes=yes: z3.Or([a == n for n in kinds]) == yes
    for event in CAMPS:
        yield None, (f"kind {event.id}",), lambda kind: z3.And(kind >= 0, kind < len(SPOTS))


@settings(max_examples=4)
@given(st.integers(0, 2**32))
def test_chains_are_the_smallest_sets_that_z3_finds_no_ground_for(seed):
    """Also the long ones, and those that pass by an event on several ways."""
    random = Random(seed)  # noqa: S311 - no secret
    for _ in range(4):
        claims = tuple(drawn(random, number) for number in range(random.randint(6, 9)))
        can_be = possible(constraints(claims))
        found = search(claims, CODEBOOK, (STRICT,))
        assert minimal(claims, lambda chosen: can_be([claim.id for claim in chosen])) == {*sets(found)}  # noqa: B023
        assert found.complete
        assert all(conflict.verify() for conflict in found.conflicts)


EARLY, LATE = Period.parse("2011-12-16"), Period.parse("2011-12-17")


def on(number, event, place, **given_):
    """A claim on the place of an event."""
    return said(number, event, PLACE, place, **given_)


def where(number, event, other, **given_):
    """A claim that one event was in the place of another."""
    return said(number, event, SAME_PLACE, other, **given_)


A, B, C, D = CAMPS[:4]
EXAMPLES = {
    "a place on each side": ([on(0, A, SQUARE), where(1, A, B), on(2, B, COAST)], [(0, 1, 2)]),
    "whichever of the two is named first": ([on(0, A, SQUARE), where(1, B, A), on(2, B, COAST)], [(0, 1, 2)]),
    "one in the other": ([on(0, A, SQUARE), where(1, A, B), on(2, B, TOWN)], []),
    "perhaps one scene": ([on(0, A, SCENES[4]), where(1, A, B), on(2, B, SCENES[5])], []),
    "two chains": (
        [on(0, A, SQUARE), where(1, A, B), where(2, B, C), where(3, A, C), on(4, C, COAST)],
        [(0, 1, 2, 4), (0, 3, 4)],
    ),
    "a way round": (
        [on(0, A, SQUARE), where(1, A, B), where(2, B, C), where(3, C, D), where(4, D, B), on(5, B, COAST)],
        [(0, 1, 5)],
    ),
    "each of those who say the same": (
        [on(0, A, SQUARE), on(1, A, SQUARE), where(2, A, B), where(3, A, B), on(4, B, COAST)],
        [(0, 2, 4), (0, 3, 4), (1, 2, 4), (1, 3, 4)],
    ),
    "a place that is denied": ([on(0, A, TOWN, polarity="denied"), where(1, A, B), on(2, B, SQUARE)], [(0, 1, 2)]),
    "a part of it that is denied": ([on(0, A, SQUARE, polarity="denied"), where(1, A, B), on(2, B, TOWN)], []),
    "two places that are denied": (
        [on(0, A, TOWN, polarity="denied"), where(1, A, B), on(2, B, COAST, polarity="denied")],
        [],
    ),
    "one place that is denied": ([where(0, A, B, polarity="denied"), where(1, A, C), where(2, C, B)], [(0, 1, 2)]),
    "one place that is denied outright": ([where(0, A, B, polarity="denied"), where(1, A, B)], [(0, 1)]),
    "one place that is denied the other way about": ([where(0, A, B, polarity="denied"), where(1, B, A)], [(0, 1)]),
    "one town is no one place": ([where(0, A, B, polarity="denied"), on(1, A, SQUARE), on(2, B, SQUARE)], []),
    "a chain that is denied": ([on(0, A, SQUARE), where(1, A, B, polarity="denied"), on(2, B, COAST)], []),
    "a chain that is demanded": ([on(0, A, SQUARE), where(1, A, B, modality="demanded"), on(2, B, COAST)], []),
    "where it was itself": (
        [on(0, A, SQUARE), where(1, A, A), where(2, A, A, polarity="denied"), where(3, A, B)],
        [(1, 2)],
    ),
    "where it was itself, in two places": (
        [on(0, A, SQUARE), where(1, A, A), on(2, A, COAST)],
        [(0, 2)],
    ),
    "at one time": (
        [on(0, A, SQUARE, as_of=EARLY), where(1, A, B), on(2, B, COAST, as_of=EARLY)],
        [(0, 1, 2)],
    ),
    "at two times": ([on(0, A, SQUARE, as_of=EARLY), where(1, A, B), on(2, B, COAST, as_of=LATE)], []),
    "together at another time": ([on(0, A, SQUARE), where(1, A, B, as_of=LATE), on(2, B, COAST, as_of=EARLY)], []),
    "in one part of it": (
        [on(0, A, SQUARE, scope=Scope(TOWN)), where(1, A, B, scope=Scope(TOWN)), on(2, B, COAST, scope=Scope(TOWN))],
        [(0, 1, 2)],
    ),
    "one as a whole": ([on(0, A, SQUARE, scope=Scope(TOWN)), where(1, A, B), on(2, B, COAST)], []),
}


@pytest.mark.parametrize(("claims", "sets_of"), EXAMPLES.values(), ids=EXAMPLES)
def test_shared_places_by_example(claims, sets_of):
    """In whatever order they come."""
    for order in (claims, claims[::-1]):
        found = search(order, CODEBOOK, (STRICT,))
        assert {frozenset(claims[n].id for n in chosen) for chosen in sets_of} == {*sets(found)}
        assert len(sets_of) == len(found.conflicts)
        assert {"denial" if "denied" in {c.polarity for c in f.claims} else "places" for f in found.conflicts} == {
            f.rule for f in found.conflicts
        }
        assert all(conflict.verify() for conflict in found.conflicts)


def test_a_proof_needs_every_link_of_the_chain_and_no_more():
    """One that leads elsewhere, holds at another time or speaks of another part does not join the two."""
    first, link, last = EXAMPLES["a place on each side"][0]
    [found] = search((first, link, last), CODEBOOK, (STRICT,)).conflicts
    aside = (
        {"value": C},
        {"polarity": "denied"},
        {"modality": "possible"},
        {"scope": Scope(TOWN)},
        {"property": PLACE, "value": SQUARE},
        {"property": FOLLOWED},
    )
    for change in aside:
        assert not evolve(found, claims=(first, evolve(link, **change), last)).verify()
    assert not evolve(found, claims=(evolve(first, as_of=EARLY), evolve(link, as_of=LATE), last)).verify()
    assert not evolve(found, claims=(first, link, last, where(3, B, C))).verify()
    assert not evolve(found, claims=(first, link, evolve(last, value=TOWN))).verify()


def test_a_proof_carries_places_and_nothing_else():
    """Who began one event did not begin another in its place; only that they were in one place can be denied by it."""
    [found] = search(EXAMPLES["a place on each side"][0], CODEBOOK, (STRICT,)).conflicts
    link = where(1, A, B)
    for others in (
        (said(0, A, INITIATOR, SIDE.terms[0]), said(2, B, INITIATOR, SIDE.terms[1])),
        (said(0, A, FOLLOWED, B, polarity="denied"),),
        (where(0, A, A, polarity="denied"),),
    ):
        assert not evolve(found, claims=(link, *others)).verify()


def test_two_claims_that_deny_each_other_the_other_way_about_are_in_conflict():
    """Whichever of the events is named first."""
    a, b = EXAMPLES["one place that is denied the other way about"][0]

    assert isinstance(compare(a, b, CODEBOOK, STRICT), Conflicting)
    assert isinstance(compare(b, a, CODEBOOK, STRICT), Conflicting)


def test_chains_that_are_too_many_are_given_up_and_said_to_be():
    """Among ten events each in the place of each other, two places have chains beyond number between them."""
    events = [Event(f"e{n}", f"E {n}", "strike") for n in range(10)]
    links = [where(n * 10 + m, one, other) for n, one in enumerate(events) for m, other in enumerate(events[:n])]
    claims = (on(100, events[0], SQUARE), on(101, events[1], COAST), *links)
    found = search(claims, CODEBOOK, (STRICT,), 1000)

    assert not found.complete
    assert found.conflicts
    assert all(conflict.verify() for conflict in found.conflicts)
    assert search(claims[1:], CODEBOOK, (STRICT,), 1000).complete


def test_chains_begin_on_the_side_where_there_are_fewer():
    """From the one event that was elsewhere, to each of the others: a step for each."""
    claims = [where(n, event, A) for n, event in enumerate(CAMPS[1:])]
    claims += [on(10 + n, event, COAST if n else SQUARE) for n, event in enumerate(CAMPS)]
    found = search(claims, CODEBOOK, (STRICT,), len(CAMPS) - 1)

    assert (True, len(CAMPS) - 1) == (found.complete, len(found.conflicts))


def test_places_that_all_agree_are_not_walked_through():
    """However many events share them: no step is taken."""
    events = [Event(f"e{n}", f"E {n}", "strike") for n in range(200)]
    claims = [where(n, event, events[0]) for n, event in enumerate(events[1:])]
    claims += [on(500 + n, event, SQUARE) for n, event in enumerate(events)]

    assert search(claims, CODEBOOK, (STRICT,), 0).complete
