"""What a conflict and a dispute say of themselves, and what an archive hands to the search."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.records import (
    CODEBOOK,
    DESK,
    GOVERNMENT,
    READER,
    SHOOTING,
    SIXTEEN,
    STATEMENT,
    TEN,
    TOWN,
    UNKNOWN,
    UNREST,
    WEEKDAY,
    archive,
    assert_frozen,
    assert_survives_copies,
    claim,
)
from tests.strategies import DISPUTABLE, READINGS, STRICT, archives
from zhanaozen_archive import (
    DATE,
    DURATION,
    END,
    FOLLOWED,
    INJURED,
    KILLED,
    PLACE,
    START,
    Codebook,
    Conflict,
    Count,
    Definition,
    Dispute,
    Duration,
    Event,
    Period,
    Source,
    Span,
    Step,
)
from zhanaozen_archive import WEEKDAY as ON
from zhanaozen_archive._conflicts import Certificate, disputes_of, search

FRIDAY = WEEKDAY.terms[0]
ELSEWHERE = Source("other2011", "post", READER)
INQUIRY = Event("inquiry", "Inquiry", "inquiry")
PROBABLE = settings(max_examples=20)
SAYS_OF_TIME = Codebook(
    (
        Definition(KILLED, "how many died", unit="people"),
        Definition(FOLLOWED, "what it came after", role="after"),
        Definition(DATE, "when it was", role="date"),
        Definition(DURATION, "how long it was", role="duration"),
        Definition(PLACE, "where it was"),
        Definition(ON, "its day of the week", vocabulary=WEEKDAY, role="weekday"),
    ),
    (WEEKDAY,),
)


def conflict(*claims, rule="counts", readings=("strict",)):
    """A report without a proof."""
    return Conflict(rule, claims, readings, Certificate((), ()), STRICT, CODEBOOK)


def only(*claims):
    """The one conflict of these claims."""
    [found] = search(claims, SAYS_OF_TIME, READINGS).conflicts
    return found


# -- one conflict --


def test_a_conflict_explains_itself_in_one_sentence():
    """Every claim by its root and its words; by its value where there are none, negated where it is denied."""
    quoted = conflict(SIXTEEN, TEN)
    bare = conflict(
        claim("a", TOWN, property=PLACE), claim("b", TOWN, READER, property=PLACE, polarity="denied"), rule="denial"
    )

    said = "officials: “at least 16”; Its Desk: “ten”. These cannot both be true. Both stand in one document."
    assert said == quoted.explanation
    assert f"Shooting, killed (certain): {said}" == str(quoted)
    denied = "Its Desk: Zhanaozen; A Reader: not Zhanaozen. These cannot both be true. Both stand in one document."
    assert denied == bare.explanation
    assert f"Shooting, place (certain): {denied}" == str(bare)


def test_the_words_of_a_denial_are_quoted_as_they_stand():
    """They bear their own "no", and are not negated a second time."""
    denied = evolve(TEN, id="article2011/denied", words=("not ten",), polarity="denied")

    assert only(TEN, denied).explanation.startswith("Its Desk: “not ten”; Its Desk: “ten”. ")


FEW = claim("few", Count(2, word="few"), scope=TEN.scope, words=("a few",), at=(Span(50, 55),))
ABOUT = claim("about", Count(about=20), READER, scope=TEN.scope, words=("about twenty",))
LATER = claim("later", Period.parse("2011-12-20~"), READER, source=ELSEWHERE, property=DATE)
INQUIRED = claim("inquiry", Period.parse("2011-12-14"), property=DATE, event=INQUIRY)
TOLD = {
    "how far apart": (
        (TEN, SIXTEEN),
        (
            "Shooting, killed (certain): officials: “at least 16”; Its Desk: “ten”. "
            "These cannot both be true: they are 6 people apart. Both stand in one document."
        ),
    ),
    "a convention": (
        (TEN, FEW),
        (
            "Shooting, killed (conventional: plain): Its Desk: “a few”; Its Desk: “ten”. "
            "By what their words say for certain, these can both be true. "
            "Under the reading plain they cannot: by plain, they are 6 people apart. "
            "One voice says both, in one document."
        ),
    ),
    "what is about": (
        (ABOUT, evolve(TEN, value=Count.exactly(9))),
        (
            "Shooting, killed (conventional: plain): A Reader: “about twenty”; Its Desk: “ten”. "
            "By what their words say for certain, these can both be true. "
            "Under the reading plain they cannot: by plain, they are 1 person apart. "
            "They could if “about” reached 55 % below or above its number. Both stand in one document."
        ),
    ),
    "a date that is not sure": (
        (evolve(INQUIRED, event=SHOOTING), LATER),
        (
            "Shooting, date (conventional: plain): Its Desk: 2011-12-14; A Reader: 2011-12-20~. "
            "By what their words say for certain, these can both be true. "
            "Under the reading plain they cannot: by plain, they are 6 days apart. "
            "They could if the dates that are not sure were 6 days off."
        ),
    ),
    "a date and its day of the week": (
        (evolve(INQUIRED, event=SHOOTING), claim("friday", FRIDAY, property=ON, words=("Friday",), at=(Span(50, 56),))),
        (
            "Shooting, date (certain): Its Desk: “Friday” (weekday); Its Desk: 2011-12-14 (date). "
            "These cannot both be true. One voice says both, in one document."
        ),
    ),
    "an order": (
        (
            claim("after", INQUIRY, property=FOLLOWED),
            INQUIRED,
            claim("before", Period.parse("2011-12-13"), property=DATE, words=("the day before",), at=(Span(60, 74),)),
        ),
        (
            "Inquiry, date (certain): Its Desk: “Shooting” came after “Inquiry”; "
            "Its Desk: “the day before” (date of “Shooting”); Its Desk: 2011-12-14 (date of “Inquiry”). "
            "These cannot all be true: they are 1 day apart. One voice says all, in one document."
        ),
    ),
}


@pytest.mark.parametrize(("claims", "told"), TOLD.values(), ids=TOLD)
def test_a_conflict_tells_how_sure_it_is_and_how_far_apart_its_claims_are(claims, told):
    """With its readings, so that one that hangs on a convention is never printed like one that is certain."""
    assert told == str(only(*claims))


@pytest.mark.parametrize("key", [START, END], ids=str)
def test_days_are_told_to_be_days_whichever_end_of_an_event_they_are(key):
    """Though all that is said is of the one end."""
    early, late = (claim(str(day), Period.parse(f"2011-12-{day}"), property=key) for day in (14, 16))
    [found] = search((early, late), Codebook((Definition(key, "so it is", role=key.id),)), READINGS).conflicts

    assert "they are 2 days apart" in found.explanation


def test_readings_are_listed_and_the_order_of_events_is_told_in_words():
    """Under two readings, the gap is that of the first; words that are quoted stay beside what they come to."""
    listed = conflict(TEN, SIXTEEN, readings=("plain", "suggested"))
    after = claim("x", INQUIRY, property=FOLLOWED, words=("after the inquiry",))
    ordered = evolve(conflict(after, INQUIRED, rule="order"), codebook=SAYS_OF_TIME)
    denied = evolve(ordered, claims=(evolve(after, words=(), polarity="denied"), INQUIRED))

    assert "Under the readings plain and suggested they cannot." in listed.explanation
    assert str(listed).startswith("Shooting, killed (conventional: plain, suggested): ")
    assert "readings a, b and c" in evolve(listed, readings=("a", "b", "c")).explanation
    assert ordered.explanation.startswith("Its Desk: “after the inquiry” (“Shooting” came after “Inquiry”); ")
    assert denied.explanation.startswith("Its Desk: it is denied that “Shooting” came after “Inquiry”; ")


UNITS = {"people": "6 people", "people hurt": "6", None: "6"}


@pytest.mark.parametrize(("unit", "apart"), UNITS.items(), ids=str)
def test_a_unit_is_told_where_it_reads_well_behind_a_number(unit, apart):
    """One of what has no singular is left bare."""
    codebook = Codebook((Definition(KILLED, "how many died", unit=unit),))
    [six], [one] = (
        search((evolve(TEN, value=Count.exactly(n)), SIXTEEN), codebook, (STRICT,)).conflicts for n in (10, 15)
    )

    assert f"they are {apart} apart." in six.explanation
    assert f"they are {'1 person' if unit == 'people' else '1'} apart." in one.explanation


def test_one_day_is_told_as_one():
    """And one voice in two documents as one voice."""
    told = only(evolve(INQUIRED, event=SHOOTING), evolve(LATER, value=Period.parse("2011-12-15~"))).explanation
    voice = conflict(TEN, claim("b", source=ELSEWHERE)).explanation

    assert "they are 1 day apart. They could if the dates that are not sure were 1 day off." in told
    assert voice.endswith(". One voice says both.")


def test_a_sentence_that_contradicts_itself_is_told_so():
    """One voice, one breath."""
    found = conflict(claim("a", at=(Span(22, 25),)), claim("b", at=(Span(26, 30),)))

    assert found.explanation.endswith(". These cannot both be true. One sentence contradicts itself.")


def test_a_conflict_knows_what_it_is_about():
    """What its claims are about, and its id is made of the rule and the ids of all."""
    found = only(TEN, evolve(SIXTEEN, scope=TEN.scope))

    assert (SHOOTING, KILLED) == (found.event, found.property)
    assert "counts:article2011/sixteen+article2011/ten" == found.id
    assert ["article2011/sixteen", "article2011/ten"] == [each.id for each in found.claims]


LENGTHS = [claim(f"length{n}", Duration(Count.exactly(n), "days"), property=DURATION) for n in (2, 9)]
DATES = [claim(f"date{n}", Period.parse(f"2011-12-{n}"), property=DATE) for n in (14, 16)]
GAPS = {
    "numbers": ([TEN, SIXTEEN], 6),
    "dates": (DATES, 2),
    "lengths": (LENGTHS, 6),
    "a date and its day of the week": ([DATES[0], claim("friday", FRIDAY, property=ON)], None),
}


@pytest.mark.parametrize(("claims", "gap"), GAPS.values(), ids=GAPS)
def test_a_conflict_knows_how_far_apart_its_claims_are(claims, gap):
    """In people or in days, where something is counted."""
    assert gap == only(*claims).gap


def test_a_conflict_on_several_events_is_about_the_outermost():
    """Or the first by id, as of the properties; so that all conflicts between the same questions are in one dispute."""
    part, whole = evolve(SIXTEEN, id="a"), evolve(TEN, id="b", event=UNREST)
    day = claim("friday", FRIDAY, property=ON)

    assert (UNREST, KILLED) == (conflict(part, whole).event, conflict(part, whole).property)
    assert (SHOOTING, DATE) == (conflict(day, DATES[0]).event, conflict(day, DATES[0]).property)


def test_a_conflict_is_certain_or_hangs_on_a_convention():
    """The first of its readings tells; the proof is under that one."""
    few = claim("few", Count(2, word="few"), scope=TEN.scope)
    certain, conventional = only(TEN, SIXTEEN), only(TEN, few)

    assert ("certain", ("strict", "plain", "suggested")) == (certain.grade, certain.readings)
    assert ("conventional", ("plain",), "plain") == (
        conventional.grade,
        conventional.readings,
        conventional.reading.id,
    )
    assert conventional.verify()
    assert not evolve(conventional, reading=STRICT).verify()


ONE = {
    "one voice": (TEN, claim("b"), True, True, True),
    "two voices": (TEN, SIXTEEN, True, False, False),
    "the same by declaration": (SIXTEEN, claim("b", root=GOVERNMENT, source=STATEMENT), True, True, True),
    "a voice nobody names": (claim("a", root=UNKNOWN), claim("b", root=UNKNOWN), True, True, False),
    "a statement in the document": (TEN, claim("b", source=STATEMENT), True, False, True),
    "another document": (TEN, claim("b", source=ELSEWHERE), False, False, True),
    "reported": (TEN, claim("b", attribution=(Step(DESK, "reports"), Step(READER, "claims"))), True, True, False),
}


@pytest.mark.parametrize(("a", "b", "one_document", "one_source", "one_root"), ONE.values(), ids=ONE)
def test_a_conflict_knows_whether_one_voice_or_document_contradicts_itself(a, b, one_document, one_source, one_root):
    """A document with its voices is one; a root is the last who says it, never an unknown one twice."""
    found = conflict(a, b)

    assert (one_document, one_source, one_root) == (found.one_document, found.one_source, found.one_root)


def test_one_of_three_who_differs_makes_two_voices():
    """Whoever of them comes first."""
    assert conflict(TEN, claim("b"), claim("c")).one_root
    assert not conflict(TEN, claim("b"), claim("c", root=READER)).one_root


BREATHS = {
    "the same words": ((22, 25), (22, 25), {}, "finding"),
    "words that overlap": ((22, 30), (25, 40), {}, "finding"),
    "words that adjoin": ((22, 25), (26, 30), {}, "finding"),
    "words further on": ((22, 25), (27, 30), {}, "conflict"),
    "two voices": ((22, 25), (22, 25), {"root": READER}, "conflict"),
    "two sources": ((22, 25), (22, 25), {"source": STATEMENT}, "conflict"),
}


@pytest.mark.parametrize(("one", "other", "given_", "kind"), BREATHS.values(), ids=BREATHS)
def test_words_that_contradict_themselves_in_one_breath_are_a_finding(one, other, given_, kind):
    """One voice in one source, with no more than the space between two words; what lies between may close the gap."""
    found = conflict(claim("a", at=(Span(*one),)), claim("b", at=(Span(*other),), **given_))

    assert kind == found.kind


def test_words_between_join_what_lies_apart():
    """All words of a conflict are looked at in the order of the text."""
    apart = [claim(f"c{n}", at=(Span(*at),)) for n, at in enumerate(((20, 25), (30, 35), (24, 30)))]

    assert "finding" == conflict(*apart).kind
    assert "conflict" == conflict(*apart[:2]).kind


# -- disputes --


def test_a_dispute_gathers_the_conflicts_of_one_event_and_property():
    """Three claims that all exclude each other are one dispute of three conflicts, in which each claim is once."""
    seventy = claim("seventy", Count.exactly(70), READER)
    ten, sixteen = (evolve(each, scope=seventy.scope) for each in (TEN, evolve(SIXTEEN, value=Count.exactly(16))))
    dated = [evolve(each, event=UNREST) for each in DATES]
    killed, date = archive(ten, sixteen, seventy, *dated, codebook=SAYS_OF_TIME).disputes()

    assert (SHOOTING, KILLED, (seventy, sixteen, ten)) == (killed.event, killed.property, killed.claims)
    assert ["article2011/seventy+article2011/sixteen", "article2011/seventy+article2011/ten"] == [
        each.id.removeprefix("counts:") for each in killed.conflicts[:2]
    ]
    assert "Shooting, killed: 3 claims in 3 conflicts" == str(killed)
    assert "Unrest, date: 2 claims in 1 conflicts" == str(date)


def test_disputes_are_in_the_order_of_their_events_and_properties():
    """By their ids, in whatever order the conflicts come."""
    asked = [(event, key) for event in (UNREST, INQUIRY, SHOOTING) for key in (KILLED, PLACE, DATE, DURATION, INJURED)]
    conflicts = [
        conflict(claim(event=event, property=key), claim("b", event=event, property=key)) for event, key in asked
    ]
    found = [
        (d.event.id, d.property.id) for d in disputes_of(conflicts, (), {each: {} for each in asked}, lambda _: ())
    ]

    assert sorted((event.id, key.id) for event, key in asked) == found


@PROBABLE
@given(archives(3, 8, DISPUTABLE))
def test_every_conflict_is_in_one_dispute(made):
    """Disputes are the conflicts in their order, cut where the event or the property changes."""
    disputes = made.disputes()

    assert made.conflicts() == tuple(each for dispute in disputes for each in dispute.conflicts)
    assert len(disputes) == len({(dispute.event, dispute.property) for dispute in disputes})
    for dispute in disputes:
        ids = [each.id for each in dispute.claims]
        assert sorted({each.id for found in dispute.conflicts for each in found.claims}) == ids
        assert not dispute.crowds


# -- what an archive hands over --


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_an_archive_searches_what_is_said_now(made):
    """Claims that others replace, that speak of a claim, or that are not asserted are in no conflict."""
    replaced = {id_ for each in made.claims() for id_ in each.supersedes}
    said = [c for c in made.claims() if c.id not in replaced and c.modality == "asserted" and c.about_claim is None]

    assert search(said, made.codebook, made.readings).conflicts == made.conflicts()


@PROBABLE
@given(archives(2, 8, DISPUTABLE))
def test_a_search_for_conflicts_is_a_part_of_all(made):
    """With an event or a property given, the conflicts are those in which a claim is about it or its parts."""
    every = made.conflicts()

    for event in made.events():
        of_event = tuple(c for c in every if any(each.event.is_part_of(event) for each in c.claims))
        assert of_event == made.conflicts(about=event)
        for key in DISPUTABLE:
            expected = tuple(c for c in of_event if any(each.property == key for each in c.claims))
            assert expected == made.conflicts(about=event, of=key) == made.conflicts(about=event.id, of=key.id)


def test_a_claim_replaced_from_elsewhere_is_in_no_conflict():
    """Later words replace a claim whatever they are about, also where a search leaves them out."""
    later = claim("later", Count(1), event=UNREST, property=INJURED, supersedes=(TEN.id,))
    readings, codebook = (
        (STRICT,),
        Codebook((*CODEBOOK.definitions, Definition(INJURED, "how many were hurt")), (WEEKDAY,)),
    )
    before = archive(TEN, SIXTEEN, readings=readings, codebook=codebook)
    made = archive(TEN, SIXTEEN, later, readings=readings, codebook=codebook)

    assert 1 == len(before.conflicts())
    assert () == made.conflicts() == made.conflicts(about=SHOOTING) == made.conflicts(of=KILLED)


@pytest.mark.parametrize(
    "thing",
    [conflict(TEN, SIXTEEN), Dispute(SHOOTING, KILLED, ()), Certificate((), ())],
    ids=lambda thing: type(thing).__name__,
)
def test_reports_never_change(thing):
    """A report has slots and no others, and none of them can be set or deleted; copies of it equal it."""
    assert_frozen(thing)
    assert_survives_copies(thing)
