"""Claims: who holds them, where they stand, how they read, and the text around them."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import (
    ARTICLE,
    COMMENT,
    DESK,
    FRIDAY,
    OFFICIALS,
    ORIGINAL,
    SIXTEEN,
    STATEMENT,
    TEN,
    TEXT,
    TOWN,
    WORKERS,
    assert_frozen,
    assert_survives_copies,
    claim,
)
from tests.strategies import claims, scopes, steps, worlds
from zhanaozen_archive import Context, Count, Period, Scope, Source, Span, Step
from zhanaozen_archive._model.claims import MODALITIES, POLARITIES
from zhanaozen_archive.errors import InvalidValue, NoText

LOADED = evolve(ARTICLE, original=evolve(ORIGINAL, content=TEXT))


def test_the_root_is_the_last_who_says_it():
    """An article that reports officials does not hold what they say."""
    assert OFFICIALS == SIXTEEN.root
    assert DESK == TEN.root


def test_a_claim_knows_its_document_and_paragraph():
    """Both come from the source; the paragraph is where the words start."""
    assert ARTICLE == SIXTEEN.document
    assert 2 == SIXTEEN.paragraph
    assert 1 == TEN.paragraph
    assert 1 == FRIDAY.paragraph
    assert claim(at=(Span(0, 8),)).paragraph is None


@pytest.mark.parametrize(
    ("words", "quote"),
    [(("ten",), "ten"), (("ten", "were killed"), "ten … were killed"), ((), None)],
    ids=["whole", "broken", "none"],
)
def test_a_quotation_joins_its_stretches(words, quote):
    """Stretches stand beside each other with an ellipsis between; without words there is no quotation."""
    assert quote == claim(words=words).quote


@pytest.mark.parametrize("polarity", POLARITIES)
@pytest.mark.parametrize("modality", MODALITIES)
def test_only_what_is_asserted_is_a_live_assertion(polarity, modality):
    """A claim that denies, demands, predicts, requests, intends or holds possible asserts no value."""
    expected = (polarity, modality) == ("asserted", "asserted")

    assert expected == claim(polarity=polarity, modality=modality).is_live_assertion
    assert (modality == "asserted") == claim(polarity=polarity, modality=modality).can_conflict
    about = claim(polarity=polarity, modality=modality, about_claim=SIXTEEN.id, stance="doubts")
    assert (False, False) == (about.is_live_assertion, about.can_conflict)


@pytest.mark.parametrize(
    ("given_", "problem"),
    [
        ({"at": ()}, "claim 'article2011/ten' stands nowhere in its document"),
        ({"attribution": ()}, "claim 'article2011/ten' is said by nobody"),
    ],
    ids=["nowhere", "nobody"],
)
def test_a_claim_stands_somewhere_and_somebody_says_it(given_, problem):
    """A record made by hand is checked too."""
    with pytest.raises(InvalidValue) as caught:
        evolve(TEN, **given_)
    assert problem == str(caught.value)


READS = [
    (TEN, 'Its Desk: killed 10 ("ten")'),
    (SIXTEEN, 'officials: killed at least 16 ("at least 16")'),
    (FRIDAY, "A Reader: weekday Friday"),
    (claim(polarity="denied"), "Its Desk: killed not 10"),
    (claim(words=("ten", "killed"), polarity="denied"), 'Its Desk: killed not 10 ("ten … killed")'),
]


@pytest.mark.parametrize(("said", "words"), READS, ids=[f"{n}" for n, _ in enumerate(READS)])
def test_a_claim_reads_as_who_says_what(said, words):
    """The root, the property, the value with its negation, and the words if there are any."""
    assert words == str(said)


SCOPES = [
    (Scope(), ""),
    (Scope(TOWN), "in Zhanaozen"),
    (Scope(population=WORKERS), "workers"),
    (Scope(time=Period.parse("2011-12-16")), "16 December 2011"),
    (Scope(TOWN, WORKERS, Period.parse("2011-12")), "workers, in Zhanaozen, December 2011"),
]


@pytest.mark.parametrize(("scope", "words"), SCOPES, ids=[words or "whole" for _, words in SCOPES])
def test_a_scope_reads_as_what_is_counted(scope, words):
    """Whom, where and when, as far as it is narrowed; nothing where it is not."""
    assert words == str(scope)


def test_a_step_reads_as_who_does_what():
    """An agent and a verb."""
    assert "officials states" == str(Step(OFFICIALS, "states"))


@pytest.mark.parametrize(
    ("around", "before", "after"),
    [(0, "", ""), (7, "e town ", " were k"), (10_000, TEXT[:22], TEXT[25:])],
    ids=["none", "some", "more than there is"],
)
def test_context_is_cut_out_of_the_text(around, before, after):
    """So many code points on each side, fewer at the ends of the text; together they read as the text does."""
    context = claim(source=LOADED).context(around)

    assert Context(before, "ten", after) == context
    assert f"{before}ten{after}" == str(context)


def test_context_of_broken_words_runs_from_the_first_to_the_last():
    """Words between two stretches are shown with them."""
    context = claim(source=evolve(STATEMENT, part_of=LOADED), at=(Span(22, 25), Span(31, 37))).context(3)

    assert Context("wn ", "ten were killed", ".\nO") == context


@given(st.data(), st.integers(0, 60))
def test_context_is_always_a_stretch_of_the_text(data, around):
    """The words stand where the claim says, with the text around them unchanged."""
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    context = claim(source=LOADED, at=(Span(start, end),)).context(around)

    assert TEXT[start:end] == context.words
    assert TEXT[max(0, start - around) : end + around] == str(context)


@pytest.mark.parametrize(
    ("source", "key"),
    [(STATEMENT, "article2011"), (COMMENT, "article2011"), (Source("bare2011", "post", DESK), "bare2011")],
    ids=["described", "of a comment", "nothing known"],
)
def test_context_needs_the_text(source, key):
    """Without the text the error names the document and says what to do."""
    with pytest.raises(NoText) as caught:
        claim(source=source).context()

    assert NoText(key) == caught.value
    assert f"the text of '{key}' is not loaded; give its folder: load(texts=…)" == str(caught.value)


@settings(max_examples=20)
@given(st.data(), worlds())
def test_claims_survive_copies(data, world):
    """A copy, a deep copy and a pickle of a claim, a scope or a step equal it."""
    assert_survives_copies(data.draw(claims(world) | scopes(world) | steps(world)))


@pytest.mark.parametrize(
    "thing",
    [TEN, Scope(), Step(DESK, "states"), Context("a", "b", "c")],
    ids=lambda thing: type(thing).__name__,
)
def test_claims_never_change(thing):
    """A record has slots and no others, and none of them can be set or deleted."""
    assert_frozen(thing)


def test_claims_of_another_value_differ():
    """Equality goes by all that is coded."""
    assert claim() == claim()
    assert claim() != claim(value=Count(10))
    assert claim() != claim(note="as written")


def test_claims_share_what_most_of_them_do_not_have():
    """A claim without a note, a narrower scope or a word on another claim takes no room for them."""
    assert claim("one")._beside is claim("other", scope=Scope())._beside
    assert claim("one")._beside is evolve(claim("one", note="as written"), note=None)._beside
    assert claim("one", note="as written")._beside is not claim("one")._beside
