"""Conflicts: found where values exclude each other, and nowhere else."""

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import numbers
from tests.records import (
    ARTICLE,
    COAST,
    DESK,
    GOVERNMENT,
    OFFICIALS,
    READER,
    SHOOTING,
    SQUARE,
    STATEMENT,
    TOWN,
    UNKNOWN,
    UNREST,
    WEEKDAY,
    archive,
    assert_frozen,
    assert_survives_copies,
    claim,
)
from tests.strategies import DISPUTABLE, archives, counts, durations, near_periods, place_forests, vocabularies
from zhanaozen_archive import (
    DATE,
    INJURED,
    KILLED,
    PLACE,
    Conflict,
    Count,
    Dispute,
    Duration,
    Period,
    Scope,
    Source,
    Step,
    Term,
    Text,
)
from zhanaozen_archive._conflicts import disputes_of, find_conflicts
from zhanaozen_archive._conflicts.disjoint import excluding
from zhanaozen_archive._model.claims import MODALITIES, POLARITIES

FRIDAY, SATURDAY = WEEKDAY.terms
PROBABLE = settings(max_examples=20)


# -- values against values --


@given(counts(), counts())
def test_counts_exclude_each_other_if_no_number_is_allowed_by_both(a, b):
    """Enumerating the numbers gives the same answer."""
    expected = "counts" if not numbers(a, 20) & numbers(b, 20) else None

    assert expected == excluding(a, b)


@given(durations(), durations())
def test_durations_exclude_each_other_in_one_unit(a, b):
    """As counts do; between units no convention is taken."""
    apart = a.unit == b.unit and not numbers(a.count, 20) & numbers(b.count, 20)

    assert ("durations" if apart else None) == excluding(a, b)


def days_of(period):
    """The days that a period allows between 2000 and 2030, as ordinals."""
    first, last = Period.parse("2000").earliest.ordinal, Period.parse("2030").latest.ordinal
    return {
        day for start, end in period.spans() for day in range(max(first, start or first), min(last, end or last) + 1)
    }


@settings(max_examples=60)
@given(near_periods(), near_periods())
def test_dates_exclude_each_other_if_no_day_is_allowed_by_both(a, b):
    """Enumerating the days gives the same answer; a date marked as uncertain or approximate excludes nothing."""
    marked = any(mark in period.text for period in (a, b) for mark in "~?%")
    expected = "dates" if not marked and not days_of(a) & days_of(b) else None

    assert expected == excluding(a, b)


@given(place_forests(6))
def test_places_exclude_each_other_if_neither_is_around_the_other(forest):
    """No link outwards leads from one to the other."""
    for a in forest:
        for b in forest:
            reached = [a, b]
            for place in (a, b):
                while place.within:
                    reached.append(place := place.within)
            met = len({place.id for place in reached}) < len(reached) and (
                a in reached[2:] or b in reached[2:] or a == b
            )
            assert (None if met else "places") == excluding(a, b)


@given(vocabularies())
def test_terms_exclude_each_other_where_their_vocabulary_says_so(vocabulary):
    """Two terms of an exclusive vocabulary do, those of another do not, and none excludes itself."""
    for a in vocabulary.terms:
        for b in vocabulary.terms:
            assert ("terms" if a.id != b.id else None) == excluding(a, b, {vocabulary.id})
            assert excluding(a, b, {"another"}) is None


ANY_VALUE = st.one_of(
    counts(),
    durations(),
    near_periods(),
    place_forests().flatmap(st.sampled_from),
    vocabularies().flatmap(lambda vocabulary: st.sampled_from(vocabulary.terms)),
    st.just(SHOOTING),
    st.just(DESK),
    st.builds(Text, st.text()),
)


@given(ANY_VALUE, ANY_VALUE)
def test_exclusion_is_symmetric_and_nothing_excludes_itself(a, b):
    """Whatever the values are, their order does not matter."""
    every = {"weekday", "weapon", "charge"}

    assert excluding(a, b, every) == excluding(b, a, every)
    assert excluding(a, a, every) is None


EXCLUDING = {
    "at least 10, at least 16": (Count(10), Count(16), None),
    "10, at least 10": (Count.exactly(10), Count(10), None),
    "10, at least 16": (Count.exactly(10), Count(16), "counts"),
    "up to 70, 64": (Count(high=70), Count.exactly(64), None),
    "dozens, 140": (Count(12, word="dozens"), Count.exactly(140), None),
    "dozens, 11": (Count(12, word="dozens"), Count.exactly(11), "counts"),
    "about 10, 16": (Count(about=10), Count.exactly(16), None),
    "16 December, 17 December": (Period.parse("2011-12-16"), Period.parse("2011-12-17"), "dates"),
    "16 December, December": (Period.parse("2011-12-16"), Period.parse("2011-12"), None),
    "about 16 December, 17 December": (Period.parse("2011-12-16~"), Period.parse("2011-12-17"), None),
    "perhaps 16 December, 17 December": (Period.parse("2011-12-16?"), Period.parse("2011-12-17"), None),
    "20 days, 21 days": (Duration(Count.exactly(20), "days"), Duration(Count.exactly(21), "days"), "durations"),
    "20 days, 1 month": (Duration(Count.exactly(20), "days"), Duration(Count.exactly(1), "months"), None),
    "20, 21 days": (Count.exactly(20), Duration(Count.exactly(21), "days"), None),
    "the square, the town": (SQUARE, TOWN, None),
    "the town, the coast": (TOWN, COAST, "places"),
    "Friday, Saturday": (FRIDAY, SATURDAY, "terms"),
    "Friday, stones": (FRIDAY, Term("weapon", "stones", "stones"), None),
    "two agents": (DESK, READER, None),
    "two events": (SHOOTING, UNREST, None),
    "two texts": (Text("yes"), Text("no"), None),
}


@pytest.mark.parametrize(("a", "b", "rule"), EXCLUDING.values(), ids=EXCLUDING)
def test_exclusion_by_example(a, b, rule):
    """A rule where both cannot hold, in either order; None where they can."""
    assert rule == excluding(a, b, {"weekday"})
    assert rule == excluding(b, a, {"weekday"})


# -- claims against claims --

TEN = claim("ten", Count.exactly(10), words=("ten",))
SIXTEEN = claim("sixteen", Count(16), OFFICIALS, words=("at least 16",))


def found(*claims):
    """The rules and ids of the conflicts among the claims."""
    return [conflict.id for conflict in find_conflicts(claims, {"weekday"})]


def test_two_claims_on_one_question_conflict():
    """Ten and at least sixteen for one event, property and scope cannot both be true."""
    assert ["counts:article2011/sixteen+article2011/ten"] == found(TEN, SIXTEEN)


DIFFERENCES = {
    "event": {"event": UNREST},
    "property": {"property": INJURED},
    "place": {"scope": Scope(TOWN)},
    "time": {"scope": Scope(time=Period.parse("2011"))},
    "superseding": {"supersedes": (SIXTEEN.id,)},
    "about a claim": {"about_claim": SIXTEEN.id, "stance": "disputes"},
    "denied": {"polarity": "denied"},
    **{modality: {"modality": modality} for modality in MODALITIES if modality != "asserted"},
}


@pytest.mark.parametrize("changes", DIFFERENCES.values(), ids=DIFFERENCES)
def test_claims_on_different_questions_never_conflict(changes):
    """One difference in what is asked, or in how it is said, and there is no conflict."""
    assert [] == found(evolve(TEN, **changes), SIXTEEN)


@pytest.mark.parametrize("polarity", POLARITIES)
@pytest.mark.parametrize("value", [TOWN, Count.exactly(10), Period.parse("2011-12~"), Text("armed")], ids=str)
def test_a_value_denied_conflicts_with_the_same_asserted(value, polarity):
    """Of any kind, also one that excludes no other; two denials agree."""
    denied = claim("denied", value, OFFICIALS, polarity="denied")
    other = claim("other", value, READER, polarity=polarity)

    assert (["denial:article2011/denied+article2011/other"] if polarity == "asserted" else []) == found(denied, other)


def test_different_values_denied_conflict_with_nothing():
    """Neither ten nor sixteen: both can be so."""
    assert [] == found(evolve(TEN, polarity="denied"), evolve(SIXTEEN, polarity="denied"))


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_conflicts_are_the_pairs_of_the_definition(made):
    """Each pair of live claims on one question that exclude or deny each other, and no other."""
    claims = made.claims()
    replaced = {id_ for each in claims for id_ in each.supersedes}
    live = [c for c in claims if c.modality == "asserted" and c.id not in replaced and not c.about_claim]
    expected = set()
    for a, b in combinations(sorted(live, key=lambda each: each.id), 2):
        if (a.event, a.property, a.scope) == (b.event, b.property, b.scope):
            rule = excluding(a.value, b.value, {"weekday"}) if a.polarity == b.polarity == "asserted" else None
            denial = a.polarity != b.polarity and a.value == b.value
            if rule or denial:
                expected.add(f"{rule or 'denial'}:{a.id}+{b.id}")
    conflicts = made.conflicts()

    assert expected == {conflict.id for conflict in conflicts}
    assert len(expected) == len(conflicts)


@PROBABLE
@given(archives(2, 8, DISPUTABLE), st.randoms(use_true_random=False))
def test_conflicts_do_not_depend_on_the_order_of_claims(made, random):
    """Whatever the order of the claims, the conflicts are the same and stand in the same order."""
    claims = list(made.claims())
    random.shuffle(claims)

    assert made.conflicts() == find_conflicts(claims, {"weekday"})


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_conflicts_stand_by_event_property_and_id(made):
    """The order is that of the ids."""
    keys = [(conflict.event.id, conflict.property.id, conflict.id) for conflict in made.conflicts()]

    assert sorted(keys) == keys


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_a_conflict_is_between_two_live_claims_on_one_question(made):
    """Two claims that differ, both asserted or denied, both current, neither about a claim."""
    replaced = {id_ for each in made.claims() for id_ in each.supersedes}

    for conflict in made.conflicts():
        a, b = conflict.claims
        assert a.id < b.id
        assert (
            (a.event, a.property, a.scope)
            == (b.event, b.property, b.scope)
            == (
                conflict.event,
                conflict.property,
                a.scope,
            )
        )
        assert {a.modality, b.modality} == {"asserted"}
        assert not replaced & {a.id, b.id}
        assert a.about_claim is b.about_claim is None


@PROBABLE
@given(archives(2, 8, DISPUTABLE), counts())
def test_an_unrelated_claim_changes_no_conflict(made, value):
    """A claim on an event of its own leaves all as it was."""
    unrelated = claim("unrelated", value, event=evolve(SHOOTING, id="elsewhere"))

    assert made.conflicts() == find_conflicts((*made.claims(), unrelated), {"weekday"})


@PROBABLE
@given(archives(2, 8, DISPUTABLE), st.data())
def test_without_one_of_its_claims_a_conflict_is_gone_and_no_other_appears(made, data):
    """Fewer claims that replace nothing have the conflicts of those that are left."""
    claims = [evolve(each, supersedes=()) for each in made.claims()]
    gone = data.draw(st.sampled_from(claims))
    fewer = find_conflicts([each for each in claims if each != gone], {"weekday"})

    assert [c for c in find_conflicts(claims, {"weekday"}) if gone not in c.claims] == list(fewer)


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_a_search_for_conflicts_is_a_part_of_all(made):
    """With an event or a property given, the conflicts are those of all that are about it or its parts."""
    every = made.conflicts()

    for event in made.events():
        for key in DISPUTABLE:
            expected = tuple(c for c in every if c.event.is_part_of(event) and c.property == key)
            assert expected == made.conflicts(about=event, of=key)
            assert expected == made.conflicts(about=event.id, of=key.id)
        assert tuple(c for c in every if c.event.is_part_of(event)) == made.conflicts(about=event)


def test_a_claim_replaced_from_elsewhere_is_in_no_conflict():
    """Later words replace a claim whatever they are about, also where a search leaves them out."""
    later = claim("later", Count(1), event=UNREST, property=INJURED, supersedes=(TEN.id,))
    made = archive(TEN, SIXTEEN, later)

    assert () == made.conflicts()
    assert () == made.conflicts(about=SHOOTING)
    assert () == made.conflicts(of=KILLED)


# -- what a conflict says --


def test_a_conflict_explains_itself_in_one_sentence():
    """Every claim by its root and its words; by its value where there are none, negated where it is denied."""
    quoted = Conflict("counts", (SIXTEEN, TEN))
    bare = Conflict("denial", (claim("a", TOWN, property=PLACE), claim("b", TOWN, READER, polarity="denied")))

    assert "officials: “at least 16”; Its Desk: “ten”." == quoted.explanation
    assert "Shooting, killed: officials: “at least 16”; Its Desk: “ten”." == str(quoted)
    assert "Its Desk: Zhanaozen; A Reader: not Zhanaozen." == bare.explanation
    assert "Shooting, place: Its Desk: Zhanaozen; A Reader: not Zhanaozen." == str(bare)


def test_the_words_of_a_denial_are_quoted_as_they_stand():
    """They bear their own "no", and are not negated a second time."""
    denied = evolve(TEN, id="article2011/denied", words=("not ten",), polarity="denied")
    [conflict] = find_conflicts([TEN, denied], ())

    assert "Its Desk: “not ten”; Its Desk: “ten”." == conflict.explanation


def test_a_conflict_knows_what_it_is_about():
    """Event and property are those of its claims, and its id is made of the rule and theirs."""
    [conflict] = find_conflicts([TEN, SIXTEEN], ())

    assert (SHOOTING, KILLED) == (conflict.event, conflict.property)
    assert "counts:article2011/sixteen+article2011/ten" == conflict.id
    assert (SIXTEEN, TEN) == conflict.claims


ELSEWHERE = Source("other2011", "post", READER)
ONE = {
    "one voice": (TEN, claim("b"), True, True),
    "two voices": (TEN, SIXTEEN, True, False),
    "the same by declaration": (SIXTEEN, claim("b", root=GOVERNMENT), True, True),
    "a voice nobody names": (claim("a", root=UNKNOWN), claim("b", root=UNKNOWN), True, False),
    "a statement in the document": (TEN, claim("b", source=STATEMENT), True, True),
    "another document": (TEN, claim("b", source=ELSEWHERE), False, True),
    "reported there": (TEN, claim("b", attribution=(Step(DESK, "reports"), Step(READER, "claims"))), True, False),
}


@pytest.mark.parametrize(("a", "b", "one_document", "one_root"), ONE.values(), ids=ONE)
def test_a_conflict_knows_whether_one_voice_or_document_contradicts_itself(a, b, one_document, one_root):
    """A document with its voices is one; a root is the last who says it, never an unknown one twice."""
    conflict = Conflict("counts", (a, b))

    assert (one_document, one_root) == (conflict.one_document, conflict.one_root)


# -- disputes --


def test_a_dispute_gathers_the_conflicts_of_one_event_and_property():
    """Three claims that all exclude each other are one dispute of three conflicts, in which each claim is once."""
    seventy = claim("seventy", Count.exactly(70), READER)
    sixteen = evolve(SIXTEEN, value=Count.exactly(16))
    day, other_day = (
        claim(f"day{n}", Period.parse(f"2011-12-{n}"), property=DATE, event=UNREST, source=ARTICLE) for n in (16, 17)
    )
    killed, dated = disputes = disputes_of(find_conflicts([TEN, sixteen, seventy, day, other_day], ()))

    assert (SHOOTING, KILLED) == (killed.event, killed.property)
    assert (seventy, sixteen, TEN) == killed.claims
    assert ["counts:article2011/seventy+article2011/sixteen", "counts:article2011/seventy+article2011/ten"] == [
        conflict.id for conflict in killed.conflicts[:2]
    ]
    assert "Shooting, killed: 3 claims in 3 conflicts" == str(killed)
    assert "Unrest, date: 2 claims in 1 conflicts" == str(dated)
    assert disputes == archive(TEN, sixteen, seventy, day, other_day).disputes()
    assert (dated,) == archive(TEN, sixteen, seventy, day, other_day).disputes(of=DATE)


@PROBABLE
@given(archives(3, 8, DISPUTABLE))
def test_every_conflict_is_in_one_dispute(made):
    """Disputes are the conflicts in their order, cut where the event or the property changes."""
    disputes = made.disputes()

    assert made.conflicts() == tuple(conflict for dispute in disputes for conflict in dispute.conflicts)
    assert len(disputes) == len({(dispute.event, dispute.property) for dispute in disputes})
    for dispute in disputes:
        ids = [each.id for each in dispute.claims]
        assert sorted({each.id for conflict in dispute.conflicts for each in conflict.claims}) == ids


@pytest.mark.parametrize(
    "thing",
    [Conflict("counts", (TEN, SIXTEEN)), Dispute(SHOOTING, KILLED, ())],
    ids=lambda thing: type(thing).__name__,
)
def test_conflicts_never_change(thing):
    """A report has slots and no others, and none of them can be set or deleted; copies of it equal it."""
    assert_frozen(thing)
    assert_survives_copies(thing)
