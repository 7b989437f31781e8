"""Sources: who speaks in them, where they stand, and what a paragraph of theirs is."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import (
    ARTICLE,
    COMMENT,
    DESK,
    OFFICIALS,
    ORIGINAL,
    READER,
    STATEMENT,
    UNKNOWN,
    assert_frozen,
    assert_survives_copies,
)
from tests.strategies import documents, sources, spans
from zhanaozen_archive import Inference, Original, Source, Span
from zhanaozen_archive.errors import InvalidValue


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, True), (False, 3), (0, 2.0), ("0", 3), (0, None)], ids=repr
)
def test_a_span_that_cannot_be_is_refused(start, end):
    """Empty, backwards, below 0 or without whole numbers: the message gives what was given."""
    with pytest.raises(InvalidValue) as caught:
        Span(start, end)

    assert f"a span runs from a start to a later end, counted from 0, not {start!r} to {end!r}" == str(caught.value)


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_span_is_as_long_as_the_words_it_cuts_out(text, data):
    """Length is in code points, end exclusive."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert len(text[start:end]) == len(Span(start, end))


def test_spans_are_in_the_order_of_the_text():
    """What starts first is first; of two that start together the shorter."""
    assert [Span(1, 9), Span(2, 3), Span(2, 4)] == sorted([Span(2, 4), Span(1, 9), Span(2, 3)])


def test_a_statement_is_reported_by_the_voice_of_its_document():
    """Who speaks is given from the one that reports all others to the source's own voice."""
    assert (DESK, OFFICIALS) == STATEMENT.voices
    assert (DESK,) == ARTICLE.voices


def test_a_comment_stands_beside_the_document():
    """Nobody reports a comment, but it is in the document all the same."""
    reply = Source("reply2011", "post", UNKNOWN, part_of=COMMENT)

    assert (READER,) == COMMENT.voices
    assert (READER, UNKNOWN) == reply.voices
    assert (ARTICLE, COMMENT, reply) == reply.path
    assert reply.document is ARTICLE


@settings(max_examples=30)
@given(documents())
def test_paths_and_voices_follow_the_links(family):
    """A path runs from the document to the source, and voices are those of the path since one last stood alone."""
    for source in family:
        expected, at = [source], source
        while at.part_of is not None:
            at = at.part_of
            expected.insert(0, at)
        alone = max([n for n, step in enumerate(expected) if step.stands_alone], default=0)

        assert tuple(expected) == source.path
        assert expected[0] == source.document
        assert tuple(step.voice for step in expected[alone:]) == source.voices


PARAGRAPHS = [
    (ARTICLE, 0, None),
    (ARTICLE, 9, None),
    (ARTICLE, 10, 1),
    (ARTICLE, 39, 1),
    (ARTICLE, 40, 2),
    (ARTICLE, 10_000, 2),
    (STATEMENT, 40, 2),
    (COMMENT, 72, None),
    (COMMENT, 73, 1),
    (evolve(ARTICLE, paragraphs=()), 50, None),
    (evolve(STATEMENT, paragraphs=(50,)), 49, None),
    (evolve(STATEMENT, paragraphs=(50,)), 50, 1),
]


@pytest.mark.parametrize(
    ("source", "at", "number"), PARAGRAPHS, ids=[f"{n}-{case[0].key}-{case[1]}" for n, case in enumerate(PARAGRAPHS)]
)
def test_paragraphs_are_counted_from_one(source, at, number):
    """The innermost source that has paragraphs counts; before the first, and where there are none, there is none."""
    assert number == source.paragraph(at)


@settings(max_examples=30)
@given(documents(), st.integers(0, 99))
def test_a_paragraph_is_the_last_that_starts_before(family, at):
    """The number says how many paragraphs have begun, of the innermost source that has any."""
    for source in family:
        starts = next((step.paragraphs for step in reversed(source.path) if step.paragraphs), ())
        number = source.paragraph(at)

        assert starts[: number or 0] == tuple(start for start in starts if start <= at)
        assert number != 0


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (ARTICLE, "“Ten Killed”"),
        (COMMENT, "Comment by A Reader"),
        (STATEMENT, "speech by officials"),
        (evolve(ARTICLE, title=None), "article newspaper by Its Desk"),
    ],
    ids=["title", "genre", "type", "hyphenated type"],
)
def test_a_source_reads_as_its_title(source, words):
    """One without a title is called what it is, and by whom."""
    assert words == str(source)


def test_a_text_is_the_same_whether_it_is_at_hand():
    """Two records of one text are equal whether the archive was loaded with it, and it is never shown."""
    loaded = evolve(ORIGINAL, content="All the words")

    assert loaded == ORIGINAL
    assert hash(loaded) == hash(ORIGINAL)
    assert repr(loaded) == repr(ORIGINAL)


@settings(max_examples=30)
@given(sources() | spans())
def test_sources_survive_copies(thing):
    """A copy, a deep copy and a pickle equal the original."""
    assert_survives_copies(thing)


@pytest.mark.parametrize(
    "thing",
    [ARTICLE, STATEMENT, Span(0, 1), Original("a.txt", "0" * 64, 1), Inference("issued", "a guess")],
    ids=lambda thing: f"{type(thing).__name__}-{getattr(thing, 'key', '')}",
)
def test_sources_never_change(thing):
    """A record has slots and no others, and none of them can be set or deleted."""
    assert_frozen(thing)
