"""Proofs of conflicts: every one of the search holds, none that was tampered with does."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.strategies import (
    DAYS,
    EVENTS,
    GROUPS,
    PART,
    PLACES,
    READINGS,
    REGION,
    SIDE,
    STRICT,
    TOOL,
    TOWN,
    WHOLE,
    questions,
    said,
)
from tests.test_conflicts_counts import ADDING as SUMS
from tests.test_conflicts_counts import GROWING
from tests.test_conflicts_gaps import CODEBOOK as WITH_GAPS
from tests.test_conflicts_gaps import EXAMPLES as GAPS
from zhanaozen_archive import (
    DATE,
    DURATION,
    FOLLOWED,
    INITIATOR,
    KILLED,
    PLACE,
    RANK,
    SENTENCE,
    START,
    WEAPON,
    WEEKDAY,
    Codebook,
    Count,
    Definition,
    Duration,
    Event,
    Period,
    Scope,
)
from zhanaozen_archive._conflicts import Certificate, Conflict, Inequality, search
from zhanaozen_archive._model.inequalities import (
    BEGINS,
    CALENDAR,
    ENDS,
    EXCLUDED,
    LASTS,
    answer,
    at_least,
    at_most,
    jump,
    nothing,
    told,
    whole_and_parts,
)
from zhanaozen_archive._model.inequalities import WHOLE as WHOLE_AND_PARTS
from zhanaozen_archive._model.properties import Disjoint
from zhanaozen_archive._model.readings import Reading, Wording

NOTHING = said(99, Event("far", "Far", "strike"), KILLED, Count(0))
"""A claim that is true whatever the world is like."""
ALWAYS = (BEGINS, CALENDAR, ENDS, EXCLUDED, LASTS, WHOLE_AND_PARTS)


def forged_lines(line, gap):
    """What can stand in the place of a line, with what was changed."""
    yield "a line less", []
    yield "a number raised", [evolve(line, least=line.least + 1)]
    yield "a number lowered", [evolve(line, least=line.least - gap)]
    for reason in {"?", NOTHING.id, *ALWAYS} - {line.because}:
        yield "another reason", [evolve(line, because=reason)]
    if line.sum:
        (variable, factor), *rest = line.sum
        yield "another factor", [evolve(line, sum=((variable, 2 * factor), *rest))]
        yield "a variable twice", [evolve(line, sum=((variable, factor), *line.sum))]
        yield "nobody's variable", [evolve(line, sum=((("count", "?"), factor), *rest))]
    else:
        yield "a variable", [evolve(line, sum=((("count", "?"), 1),))]


def forgeries(conflict):
    """The conflict changed in every place where a proof can be wrong, with what was changed."""
    claims, proof = conflict.claims, conflict.certificate
    lines, worlds = proof.refutation, proof.worlds

    def proven(refutation=lines, worlds=worlds):
        return evolve(conflict, certificate=Certificate(tuple(refutation), tuple(worlds)))

    for n, _ in enumerate(claims):
        others = claims[:n] + claims[n + 1 :]
        yield "a claim less", evolve(conflict, claims=others)
        yield "another claim", evolve(conflict, claims=(*others, NOTHING))
        yield "a claim twice", evolve(conflict, claims=(*others, others[0]))
        yield "a demand", evolve(conflict, claims=(*others, evolve(claims[n], modality="demanded")))
    yield "a claim more", evolve(conflict, claims=(*claims, NOTHING))
    if worlds:
        yield (
            "a claim and a world more",
            evolve(conflict, claims=(*claims, NOTHING), certificate=Certificate(lines, (*worlds, worlds[0]))),
        )
        yield "no worlds", proven(worlds=())
        yield "worlds in another order", proven(worlds=(*worlds[1:], worlds[0]))
    for n, line in enumerate(lines):
        for what, forged in forged_lines(line, conflict.gap or 1):
            yield what, proven((*lines[:n], *forged, *lines[n + 1 :]))
    for n, world in enumerate(worlds):
        before, after = worlds[:n], worlds[n + 1 :]
        yield "a world less", proven(worlds=(*before, *after))
        yield "a number less", proven(worlds=(*before, world[1:], *after))
        yield "an empty world", proven(worlds=(*before, (), *after))
        wrong = tuple((v, -1 if v[0] == "count" else number + 10**6 * (v[0] == "start")) for v, number in world)
        yield "a wrong world", proven(worlds=(*before, wrong, *after))
        if world:
            (variable, most), *rest = world
            yield "a half", proven(worlds=(*before, ((variable, most + 0.5), *rest), *after))


@settings(max_examples=15)
@given(questions(40))
def test_proofs_hold_and_none_that_was_tampered_with_does(made):
    """Under every reading, whatever the rule."""
    for asked in made:
        for conflict in search(asked.claims, asked.codebook, READINGS).conflicts:
            assert conflict.verify() is True
            for what, forged in forgeries(conflict):
                assert forged.verify() is False, (what, conflict)


@pytest.mark.parametrize("example", [name for name, (_, sets) in GAPS.items() if sets])
def test_no_proof_by_gaps_that_was_tampered_with_holds(example):
    """Nor by the days between them."""
    claims, _ = GAPS[example]
    for conflict in search(claims, WITH_GAPS, (STRICT,)).conflicts:
        for what, forged in forgeries(conflict):
            assert forged.verify() is False, (what, conflict)


@pytest.mark.parametrize("example", [name for name, (_, sets) in SUMS.items() if sets])
def test_no_proof_by_numbers_that_are_denied_of_parts_that_was_tampered_with_holds(example):
    """Each step is of its own part, and of its own time."""
    claims, _ = SUMS[example]
    for conflict in search(claims, GROWING, (STRICT,)).conflicts:
        for what, forged in forgeries(conflict):
            assert forged.verify() is False, (what, conflict)


def test_no_number_is_carried_back_to_an_earlier_time_by_a_claim_without_one():
    """Though what it counts is at each of the two times no less than what the claim of that time does."""
    late, ever, early = (
        said(1, WHOLE, KILLED, Count(10), as_of=SEVENTEENTH),
        said(2, WHOLE, KILLED, Count(0)),
        said(3, WHOLE, KILLED, Count(0, 5), as_of=SIXTEENTH),
    )
    for at in (None, SIXTEENTH, SEVENTEENTH):
        lines = (
            at_least(answer(late), 10, late),
            whole_and_parts((ever, at), [(late, SEVENTEENTH)]),
            whole_and_parts((early, SIXTEENTH), [(ever, at)]),
            at_most(answer(early), 5, early),
        )
        worlds = [
            tuple((answer(*one), 10 if one[1] != SIXTEENTH and left_out is not late else 0) for one in told(kept))
            for left_out, kept in ((late, (ever, early)), (ever, (late, early)), (early, (late, ever)))
        ]
        proof = Certificate(lines, tuple(worlds))
        assert not Conflict("denial", (late, ever, early), ("strict",), proof, STRICT, GROWING).verify()


def test_one_event_that_has_no_day_proves_that_claims_cannot_all_be_true():
    """Though another has some, as far as days are carried from one to the other."""
    claims, _ = GAPS["many days, none of which is the one"]
    [found] = search(claims, WITH_GAPS, (STRICT,)).conflicts

    assert evolve(found, certificate=evolve(found.certificate, refutation=(nothing(CALENDAR),))).verify()


def test_a_world_has_events_on_the_same_day_of_the_year_if_a_claim_says_so():
    """The day after is not the same, though dates leave so many days that none is carried over."""
    claims, _ = GAPS["many days, none of which is the one"]
    [found] = search(claims, WITH_GAPS, (STRICT,)).conflicts
    *others, without_the_date = found.certificate.worlds

    for more, holds in ((0, True), (1, False)):
        world = tuple(((end, event), day + more * (event == "whole")) for (end, event), day in without_the_date)
        assert holds == evolve(found, certificate=evolve(found.certificate, worlds=(*others, world))).verify()


def test_no_days_are_passed_over_from_a_ceiling_on():
    """Only a floor goes on to the next day that is left."""
    tenth, twentieth = (Period.parse(f"2011-12-{day}").earliest.ordinal for day in (10, 20))
    claims = (
        said(1, WHOLE, DATE, Period.parse("[2011-12-10,2011-12-20]")),
        said(2, WHOLE, START, Period.parse("../2011-12-20")),
    )
    start, _ = variables = ("start", WHOLE.id), ("end", WHOLE.id)
    lines = (at_most(start, twentieth, claims[1]), jump(11, CALENDAR), at_least(start, tenth, claims[0]))
    worlds = (tuple((variable, tenth) for variable in variables),) * 2

    assert sum(line.least for line in lines) == 1
    assert not Conflict("dates", claims, ("strict",), Certificate(lines, worlds), STRICT, CODEBOOK).verify()


OTHER = EVENTS[2]
DEFINITIONS = (
    Definition(KILLED, "dead", cumulative="so it is", parts="so it is"),
    Definition(RANK, "rank"),
    Definition(DATE, "when", role="date"),
    Definition(START, "from", role="start"),
    Definition(DURATION, "for", role="duration"),
    Definition(FOLLOWED, "after", role="after"),
    Definition(WEEKDAY, "day", role="weekday"),
    Definition(PLACE, "where"),
    Definition(INITIATOR, "who began"),
    Definition(WEAPON, "with what"),
    Definition(SENTENCE, "term"),
)
CODEBOOK = Codebook(DEFINITIONS, (DAYS, SIDE, TOOL), GROUPS, (Disjoint((PART, OTHER), GROUPS[1:], "apart"),))
SIXTEENTH, SEVENTEENTH = (Period.parse(f"2011-12-{day}") for day in (16, 17))


def number(n, value, key=KILLED, event=WHOLE, **given_):
    """A claim on a number."""
    return said(n, event, key, value, **given_)


def refuted(*claims):
    """The claim of a proof that the least of the first claims are together more than the most of the last."""
    *parts, whole = claims
    sums = [Inequality(((("count", part.id), 1),), part.value.low, part.id) for part in parts]
    sums.append(Inequality(((("count", whole.id), -1),), -whole.value.high, whole.id))
    minus = tuple((("count", part.id), -1) for part in parts)
    sums.append(Inequality(((("count", whole.id), 1), *minus), 0, WHOLE_AND_PARTS))
    worlds = []
    for left_out in claims:
        numbers = {c.id: c.value.low for c in claims if c is not left_out}
        if left_out is not whole:
            numbers[whole.id] = sum(part.value.low for part in parts if part is not left_out)
        kept = told(claim for claim in claims if claim is not left_out)
        worlds.append(tuple((answer(*one), numbers[one[0].id]) for one in kept))
    return Conflict("sums", claims, ("strict",), Certificate(tuple(sums), tuple(worlds)), STRICT, CODEBOOK)


TEN, FIVE = Count(10), Count(0, 5)
NUMBERS = {
    "one question": (True, number(1, TEN), number(2, FIVE)),
    "one question of what can fall": (True, number(1, TEN, RANK), number(2, FIVE, RANK)),
    "one time": (True, number(1, TEN, RANK, as_of=SIXTEENTH), number(2, FIVE, RANK, as_of=SIXTEENTH)),
    "another time": (False, number(1, TEN, RANK, as_of=SIXTEENTH), number(2, FIVE, RANK, as_of=SEVENTEENTH)),
    "no less later": (True, number(1, TEN, as_of=SIXTEENTH), number(2, FIVE, as_of=SEVENTEENTH)),
    "more later": (False, number(1, TEN, as_of=SEVENTEENTH), number(2, FIVE, as_of=SIXTEENTH)),
    "until it ended": (False, number(1, TEN, as_of=Period.parse("2011-12/..")), number(2, FIVE, as_of=SEVENTEENTH)),
    "another property": (False, number(1, TEN), number(2, FIVE, RANK)),
    "a part": (True, number(1, TEN, event=PART), number(2, FIVE)),
    "a part of what has none": (False, number(1, TEN, RANK, event=PART), number(2, FIVE, RANK)),
    "a whole": (False, number(1, TEN), number(2, FIVE, event=PART)),
    "a town": (True, number(1, TEN, scope=Scope(TOWN)), number(2, FIVE, scope=Scope(REGION))),
    "a region": (False, number(1, TEN, scope=Scope(REGION)), number(2, FIVE, scope=Scope(TOWN))),
    "anywhere": (False, number(1, TEN), number(2, FIVE, scope=Scope(TOWN))),
    "workers": (True, number(1, TEN, scope=Scope(None, GROUPS[1])), number(2, FIVE)),
    "not only workers": (False, number(1, TEN), number(2, FIVE, scope=Scope(None, GROUPS[1]))),
    "a day of the month": (
        True,
        number(1, TEN, scope=Scope(time=SIXTEENTH)),
        number(2, FIVE, scope=Scope(time=Period.parse("2011-12"))),
    ),
    "the month": (
        False,
        number(1, TEN, scope=Scope(time=Period.parse("2011-12"))),
        number(2, FIVE, scope=Scope(time=SIXTEENTH)),
    ),
    "any time": (False, number(1, TEN), number(2, FIVE, scope=Scope(time=SIXTEENTH))),
    "two parts": (True, number(1, Count(4), event=PART), number(2, Count(3), event=OTHER), number(3, FIVE)),
    "parts that overlap": (
        False,
        number(1, Count(4), event=PART),
        number(2, Count(3), event=EVENTS[3]),
        number(3, FIVE),
    ),
    "two groups": (
        True,
        number(1, Count(4), scope=Scope(None, GROUPS[1])),
        number(2, Count(3), scope=Scope(None, GROUPS[2])),
        number(3, FIVE),
    ),
    "a group and all": (False, number(1, Count(4), scope=Scope(None, GROUPS[1])), number(2, Count(3)), number(3, FIVE)),
    "two parts at two times": (
        True,
        number(1, Count(4), event=PART, as_of=SIXTEENTH),
        number(2, Count(3), event=OTHER, as_of=SEVENTEENTH),
        number(3, FIVE),
    ),
    "a denial": (False, number(1, TEN, polarity="denied"), number(2, FIVE)),
    "a demand": (False, number(1, TEN, modality="demanded"), number(2, FIVE)),
    "a possibility": (False, number(1, TEN), number(2, FIVE, modality="possible")),
}


@pytest.mark.parametrize("example", NUMBERS.values(), ids=NUMBERS)
def test_what_a_proof_on_numbers_may_call_upon(example):
    """A part has no more than its whole at one time, or later where it only grows; disjoint parts add up."""
    holds, *claims = example
    conflict = refuted(*claims)

    assert holds == conflict.verify()
    assert holds == bool(search(claims, CODEBOOK, (STRICT,)).conflicts) or claims[0].modality != claims[1].modality
    assert not evolve(conflict, codebook=Codebook()).verify()
    if len(claims) > 2:
        assert not evolve(conflict, codebook=Codebook(DEFINITIONS)).verify()


def pair(one, other, rule="terms"):
    """The claim that two claims exclude each other, with no other proof than their values."""
    line = Inequality((), 1, EXCLUDED)
    return Conflict(rule, (one, other), ("strict",), Certificate((line,), ()), STRICT, CODEBOOK)


def days(*lengths):
    """Lengths in days."""
    return [Duration(length, "days") for length in lengths]


def test_a_proof_hears_words_and_dates_as_its_reading_does():
    """A word that the reading does not know has the floor of the claim; a date that is about a day may be another."""
    dozens = number(1, Count(12, word="dozens"))
    assert refuted(dozens, number(2, FIVE)).verify()
    about, day = said(3, WHOLE, DATE, Period.parse("2011-12-16~")), said(4, WHOLE, DATE, SEVENTEENTH)
    [conflict] = search((about, day), CODEBOOK, READINGS).conflicts
    assert ("plain",) == conflict.readings
    assert conflict.verify()
    assert not evolve(conflict, reading=STRICT).verify()


def test_a_proof_is_that_of_the_first_of_the_readings():
    """By which they are less far apart than by another."""
    few, one = number(1, Count(2, word="few")), number(2, Count(0, 1))
    [conflict] = search((few, one), CODEBOOK, READINGS).conflicts

    assert (("strict", "plain", "suggested"), 1) == (conflict.readings, conflict.gap)
    assert conflict.verify()


VALUES = {
    "two places": (True, PLACE, TOWN, PLACES[3], {}),
    "a place within": (False, PLACE, TOWN, REGION, {}),
    "another scope": (False, PLACE, TOWN, PLACES[3], {"scope": Scope(TOWN)}),
    "two denials": (False, PLACE, TOWN, PLACES[3], {"polarity": "denied"}),
    "two terms": (True, INITIATOR, *SIDE.terms[:2], {}),
    "a term twice": (False, INITIATOR, SIDE.terms[0], SIDE.terms[0], {}),
    "two vocabularies": (False, INITIATOR, SIDE.terms[0], DAYS.terms[0], {}),
    "terms that go together": (False, WEAPON, *TOOL.terms, {}),
    "two lengths": (True, SENTENCE, *days(Count(5), Count(0, 3)), {}),
    "two lengths, the longer last": (True, SENTENCE, *days(Count(0, 3), Count(5)), {}),
    "lengths that meet": (False, SENTENCE, *days(Count(3), Count(0, 3)), {}),
    "two units": (False, SENTENCE, Duration(Count(5), "days"), Duration(Count(0, 3), "years"), {}),
    "two numbers": (False, KILLED, Count(5), Count(0, 3), {}),
    "two days": (True, WEEKDAY, *DAYS.terms[:2], {}),
    "two dates": (False, DATE, SIXTEENTH, SEVENTEENTH, {}),
}


@pytest.mark.parametrize(("holds", "key", "one", "other", "given_"), VALUES.values(), ids=VALUES)
def test_what_excludes_each_other_without_a_proof(holds, key, one, other, given_):
    """Places, exclusive terms and lengths of one unit, in one question."""
    both = {"polarity": "denied"} if "polarity" in given_ else {}
    conflict = pair(said(1, WHOLE, key, one, **both), said(2, WHOLE, key, other, **given_))

    assert holds == conflict.verify()


def test_a_proof_by_the_calendar_needs_dates_of_one_event():
    """Days of the week alone, dates of two events, and dates that some day fits prove nothing."""
    dates = [said(n, WHOLE, DATE, Period.parse(f"[2011-12-0{n},2011-12-0{n + 2}]")) for n in (1, 2)]
    [found] = search(dates, CODEBOOK, (STRICT,)).conflicts
    assert found.verify()
    assert not evolve(found, claims=(dates[0], evolve(dates[1], event=PART))).verify()
    assert not evolve(found, claims=(dates[0], evolve(dates[1], scope=Scope(TOWN)))).verify()
    assert not evolve(found, claims=(dates[0], evolve(dates[1], value=dates[0].value))).verify()
    open_, wednesday = Period.parse("2011-12-17/.."), said(2, WHOLE, WEEKDAY, DAYS.terms[2])
    some_day = (said(1, WHOLE, DATE, open_), wednesday)
    worlds = [((("end", "whole"), day), (("start", "whole"), day)) for day in (734492, 734488)]  # 21 and 17 December
    [line] = found.certificate.refutation
    assert not evolve(found, claims=some_day, certificate=Certificate((line,), tuple(worlds))).verify()
    no_day = (evolve(some_day[0], value=SEVENTEENTH), wednesday)
    assert evolve(found, claims=no_day, certificate=Certificate((line,), tuple(worlds))).verify()
    week = tuple(said(n, WHOLE, WEEKDAY, DAYS.terms[n]) for n in (1, 2))
    assert not evolve(found, claims=week).verify()


def test_no_proof_goes_on_from_a_day_that_depends_on_another():
    """That one event began so long after another says nothing of its own day until that of the other is known."""
    claims = (
        said(1, PART, DATE, Period.parse("[2011-12-05,2011-12-20]")),
        said(2, PART, FOLLOWED, OTHER),
        said(3, OTHER, START, Period.parse("2011-12-01/..")),
    )
    first, last = (Period.parse(f"2011-12-{day:02}").earliest.ordinal for day in (5, 20))
    part, other = ("start", "part"), ("start", "other")
    lines = (
        Inequality(((part, 1), (other, -1)), 0, claims[1].id),
        Inequality((), first, CALENDAR),
        Inequality(((other, 1),), first - 4, claims[2].id),
        Inequality(((("end", "part"), 1), (part, -1)), 0, LASTS),
        Inequality(((("end", "part"), -1),), -last, claims[0].id),
    )
    world = tuple(((end, id_), last) for end in ("end", "start") for id_ in ("other", "part", "whole"))
    assert not search(claims, CODEBOOK, (STRICT,)).conflicts
    assert not Conflict("order", claims, ("strict",), Certificate(lines, (world,) * 3), STRICT, CODEBOOK).verify()


def test_a_proof_by_order_needs_events_that_are_parts_of_each_other():
    """What holds of a part and its whole does not hold of two parts, nor of claims on another scope."""
    early, late = Period.parse("2011-12-01"), Period.parse("2011-12-08")
    found = search((said(1, PART, START, early), said(2, WHOLE, START, late)), CODEBOOK, (STRICT,)).conflicts
    for event in (OTHER, Event("whole", "Whole", "unrest", PART)):
        forged = evolve(found[0], claims=(found[0].claims[0], evolve(found[0].claims[1], event=event)))
        assert not forged.verify()
    scoped = evolve(found[0].claims[1], scope=Scope(TOWN))
    assert found[0].verify()
    assert not evolve(found[0], claims=(found[0].claims[0], scoped)).verify()


def test_a_proof_by_the_calendar_speaks_of_one_event():
    """Two events can each lie on a day that the other cannot."""
    dates = [said(n, WHOLE, DATE, Period.parse(f"[2011-12-0{n},2011-12-0{n + 2}]")) for n in (1, 2)]
    [found] = search(dates, CODEBOOK, (STRICT,)).conflicts
    apart = evolve(dates[0], event=OTHER)
    days = [Period.parse(f"2011-12-0{n}").earliest.ordinal for n in (1, 2)]
    first, second = (
        tuple(((end, event.id), day) for end in ("start", "end") for event in (WHOLE, OTHER)) for day in days
    )
    forged = evolve(found, claims=(apart, dates[1]), certificate=evolve(found.certificate, worlds=(second, first)))
    assert not forged.verify()


def test_every_part_of_a_sum_is_within_its_whole():
    """One part that is does not make the others so."""
    parts = (number(1, Count(4), event=PART), number(2, Count(3), event=OTHER))
    inside = refuted(*parts, number(3, FIVE))
    for n in (0, 1):
        outside = [evolve(part, scope=Scope(time=SIXTEENTH)) if m == n else part for m, part in enumerate(parts)]
        whole = evolve(inside.claims[2], scope=Scope(TOWN))
        inner = [evolve(part, scope=Scope(TOWN)) if m != n else part for m, part in enumerate(outside)]
        assert not refuted(*inner, whole).verify()
        assert refuted(*(evolve(part, scope=Scope(TOWN)) for part in parts), whole).verify()
    assert inside.verify()


def test_a_name_stands_for_one_thing_in_a_proof():
    """Two claims, or two events, of one name would lend each other what they say."""
    one, other = number(1, TEN), number(1, FIVE, event=Event("far", "Far", "strike"))
    line = [Inequality(((("count", one.id), 1),), 10, one.id), Inequality(((("count", one.id), -1),), -5, one.id)]
    worlds = [((("count", one.id), n),) for n in (5, 10)]
    forged = Conflict("counts", (one, other), ("strict",), Certificate(tuple(line), tuple(worlds)), STRICT, CODEBOOK)
    assert not forged.verify()
    starts = [said(n, WHOLE, START, Period.parse(f"2011-12-0{n}")) for n in (1, 2)]
    [found] = search(starts, CODEBOOK, (STRICT,)).conflicts
    namesake = Event("whole", "Another", "strike")
    assert found.verify()
    assert not evolve(found, claims=(starts[0], evolve(starts[1], event=namesake))).verify()


def test_a_claim_that_cannot_be_true_alone_is_no_conflict():
    """A reading made by hand can make nothing of a word."""
    nobody = Reading("none", "none", "none", (Wording("few", 5, "at least five, at most three", 3),))
    few = number(1, Count(word="few"))
    lines = (Inequality(((("count", few.id), 1),), 5, few.id), Inequality(((("count", few.id), -1),), -3, few.id))
    alone = Conflict("counts", (few,), ("none",), Certificate(lines, ((),)), nobody, CODEBOOK)
    assert not alone.verify()


def test_a_proof_holds_under_the_first_of_the_readings():
    """What is certain under `strict` cannot be shown by another."""
    conflict = refuted(number(1, TEN), number(2, FIVE))
    assert conflict.verify()
    assert not evolve(conflict, readings=("plain", "strict")).verify()
    assert not evolve(conflict, readings=()).verify()


def test_in_a_world_no_part_has_more_than_its_whole():
    """Though each number alone is as its claim has it."""
    parts = (number(1, Count(4), event=PART), number(2, Count(3), event=OTHER))
    proven = refuted(*parts, number(3, FIVE))
    first, *others = proven.certificate.worlds
    for whole in (2, 3):
        world = tuple((variable, whole if variable == ("count", "paper/03") else n) for variable, n in first)
        assert (whole == 3) == evolve(proven, certificate=evolve(proven.certificate, worlds=(world, *others))).verify()


def test_in_a_world_the_day_is_one_that_all_claims_allow():
    """A day that one of them allows is not enough."""
    pairs = ((1, 2), (2, 3), (1, 3))
    dates = [said(n, WHOLE, DATE, Period.parse(f"[2011-12-0{a},2011-12-0{b}]")) for n, (a, b) in enumerate(pairs)]
    [found] = search(dates, CODEBOOK, (STRICT,)).conflicts
    first, *others = found.certificate.worlds
    for days, holds in ((-1, False), (0, True), (1, False)):
        world = tuple((variable, day + days) for variable, day in first)
        assert holds == evolve(found, certificate=evolve(found.certificate, worlds=(world, *others))).verify()
