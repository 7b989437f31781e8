"""Places, agents, populations and events: how they contain one another, and that they never change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import (
    AGENCY,
    COAST,
    COUNTRY,
    DESK,
    GOVERNMENT,
    OFFICIALS,
    PEOPLE,
    READER,
    SHOOTING,
    SQUARE,
    TOWN,
    UNKNOWN,
    UNREST,
    WORKERS,
    assert_frozen,
    assert_survives_copies,
)
from tests.strategies import agent_forests, event_forests, place_forests, population_forests
from zhanaozen_archive import Agent, Codebook, Count, Definition, Event, Place, Population, Property, Reading, Wording
from zhanaozen_archive._archive import Retired
from zhanaozen_archive._model.keys import KILLED
from zhanaozen_archive._model.properties import KINDS

# Each kind of forest with its question (is the second within the first?) and the link outwards.
CONTAINMENT = {
    "places": (place_forests(6), lambda outer, inner: outer.contains(inner), "within"),
    "populations": (population_forests(6), lambda outer, inner: outer.contains(inner), "within"),
    "agents": (agent_forests(6), lambda outer, inner: inner.is_part_of(outer), "within"),
    "events": (event_forests(6), lambda outer, inner: inner.is_part_of(outer), "part_of"),
}


@pytest.mark.parametrize(("forests", "holds"), [case[:2] for case in CONTAINMENT.values()], ids=CONTAINMENT)
@settings(max_examples=50)
@given(data=st.data())
def test_containment_is_an_order(forests, holds, data):
    """A thing is within itself, two within each other are one, and what is within an inner is within the outer."""
    forest = data.draw(forests)

    for a in forest:
        assert holds(a, a)
        for b in forest:
            assert not (holds(a, b) and holds(b, a)) or a == b
            assert all(holds(a, c) for c in forest if holds(a, b) and holds(b, c))


@pytest.mark.parametrize(("forests", "holds", "link"), CONTAINMENT.values(), ids=CONTAINMENT)
@settings(max_examples=50)
@given(data=st.data())
def test_containment_is_the_least_that_the_links_ask_for(forests, holds, link, data):
    """One thing holds another just if links lead from the other to it."""
    forest = data.draw(forests)
    links = {thing.id: getattr(thing, link) and getattr(thing, link).id for thing in forest}

    for inner in forest:
        reached, at = set(), inner.id
        while at is not None:
            reached.add(at)
            at = links[at]
        assert reached == {outer.id for outer in forest if holds(outer, inner)}


def test_places_by_example():
    """The square is in the town and in the country, and no town in another."""
    assert COUNTRY.contains(SQUARE)
    assert not SQUARE.contains(TOWN)
    assert not COAST.contains(TOWN)
    assert PEOPLE.contains(WORKERS)
    assert SHOOTING.is_part_of(UNREST)
    assert not UNREST.is_part_of(SHOOTING)
    assert DESK.is_part_of(AGENCY)


def test_same_as_goes_both_ways():
    """An agent held to be another is the same as that one, and it as the agent."""
    assert GOVERNMENT.is_same_as(OFFICIALS)
    assert OFFICIALS.is_same_as(GOVERNMENT)
    assert not OFFICIALS.is_same_as(READER)


def test_a_part_is_not_the_same():
    """A desk of an agency is part of it, and another voice."""
    assert not DESK.is_same_as(AGENCY)


def test_a_chain_of_same_as_leads_to_one_voice():
    """Two agents that lead to one through others are the same."""
    minister = Agent("minister", ("the minister",), "person", same_as=GOVERNMENT)
    spokesman = Agent("spokesman", ("a spokesman",), "unnamed", same_as=OFFICIALS)

    assert minister.is_same_as(spokesman)
    assert spokesman.is_same_as(minister)


def test_a_voice_nobody_names_is_not_even_itself():
    """Of two unknown voices nobody knows that they are one, also where both bear one record."""
    assert not UNKNOWN.is_same_as(UNKNOWN)
    assert not UNKNOWN.is_same_as(Agent("other", ("it is said",), "unknown"))
    assert not Agent("witness", ("a witness",), "unnamed", same_as=UNKNOWN).is_same_as(UNKNOWN)


def test_an_unknown_voice_held_to_be_a_known_one_is_that_one():
    """What counts is whom the chain ends with."""
    traced = Agent("traced", ("it was reported",), "unknown", same_as=OFFICIALS)

    assert traced.is_same_as(OFFICIALS)
    assert traced.is_same_as(traced)


@given(agent_forests(6))
def test_to_be_the_same_is_an_equivalence_but_for_unknown_voices(agents):
    """It is symmetric and transitive; only an agent that ends with an unknown one is not the same as itself."""
    for a in agents:
        end = a
        while end.same_as:
            end = end.same_as
        assert a.is_same_as(a) == (end.kind != "unknown")
        for b in agents:
            assert a.is_same_as(b) == b.is_same_as(a)
            assert all(a.is_same_as(c) for c in agents if a.is_same_as(b) and b.is_same_as(c))


@pytest.mark.parametrize(
    ("thing", "words"),
    [(TOWN, "Zhanaozen"), (GOVERNMENT, "the government"), (WORKERS, "workers"), (SHOOTING, "Shooting")],
    ids=lambda given: type(given).__name__ if not isinstance(given, str) else "",
)
def test_each_reads_as_its_first_name(thing, words):
    """The first spelling is the one shown."""
    assert words == str(thing)


def test_representations_name_what_is_around_by_its_id():
    """A representation is one line and never unrolls the chain outwards."""
    assert (
        "Place(id='square', names=('the square',), kind='square', within='town', beside=(), beside_because=None)"
        == repr(SQUARE)
    )
    assert "Population(id='people', label='people', within=None)" == repr(PEOPLE)
    assert "Event(id='shooting', label='Shooting', kind='shooting', part_of='unrest')" == repr(SHOOTING)
    assert (
        "Agent(id='government', names=('the government',), kind='body', family=None, given=None, within=None, "
        "same_as='officials', same_because='so it says', sensitive=False)"
    ) == repr(GOVERNMENT)


@pytest.mark.parametrize(("kind", "type_"), KINDS.items(), ids=list(KINDS))
def test_a_property_knows_the_kind_of_its_values(kind, type_):
    """Every type of value has its name."""
    assert kind == Property("anything", type_).kind


def test_a_property_reads_as_its_id_in_words():
    """Hyphens of the id are spaces in a sentence."""
    assert "same place" == str(Property("same-place", Event))


@given(st.one_of(place_forests(), agent_forests(), population_forests(), event_forests()))
def test_records_survive_copies(forest):
    """A copy, a deep copy and a pickle of a record equal it, those of what is around it included."""
    for thing in forest:
        assert_survives_copies(thing)


CODED = [
    Place("town", ("Town",), "town"),
    Agent("agent", ("Agent",), "person"),
    Population("people", "people"),
    Event("event", "Event", "strike"),
    KILLED,
    Definition(KILLED, "how many died"),
    Codebook(),
    Wording("dozens", 12, "one dozen"),
    Reading("strict", "Strict", "no ceiling"),
    Retired("old", "merged", ("new",)),
]


@pytest.mark.parametrize("thing", CODED, ids=lambda thing: type(thing).__name__)
def test_records_never_change(thing):
    """A record has slots and no others, and none of them can be set or deleted; copies of it equal it."""
    assert_frozen(thing)
    assert_survives_copies(thing)
    assert thing != Count(1)
