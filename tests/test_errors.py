"""Errors: each says what is wrong in full, is equal to one that says the same, and survives a pickle."""

import copy
import pickle

import pytest

from tests.records import assert_frozen
from zhanaozen_archive.errors import (
    ArchiveError,
    CitationError,
    InvalidArchive,
    InvalidPeriod,
    InvalidValue,
    NoText,
    NotInArchive,
    Problem,
    TextMismatch,
    UnknownStyle,
)

FIRST = Problem("events.toml", 3, "shooting", "missing-key", "the key 'label' is missing")
SECOND = Problem("sources/a.toml", 0, "", "no-text", "there is no such file")

NO_TEXT = "sources/a.toml: there is no such file [no-text]"

ERRORS = {
    "period": (
        InvalidPeriod("2011-13", "there are twelve months"),
        ValueError,
        "'2011-13' is not an EDTF date the archive can hold: there are twelve months",
    ),
    "value": (InvalidValue("a floor above its ceiling"), ValueError, "a floor above its ceiling"),
    "not there": (NotInArchive("event", "shoot"), LookupError, "no event 'shoot' in the archive"),
    "one suggestion": (
        NotInArchive("event", "shoot", ("shooting",)),
        LookupError,
        "no event 'shoot' in the archive; did you mean 'shooting'?",
    ),
    "two suggestions": (
        NotInArchive("place", "aktu", ("aktau", "aktobe")),
        LookupError,
        "no place 'aktu' in the archive; did you mean 'aktau' or 'aktobe'?",
    ),
    "archive": (
        InvalidArchive((FIRST, SECOND)),
        ValueError,
        f"events.toml:3: shooting: the key 'label' is missing [missing-key]\n{NO_TEXT}",
    ),
    "mismatch": (TextMismatch((SECOND,)), ValueError, NO_TEXT),
    "no text": (
        NoText("article2011"),
        LookupError,
        "the text of 'article2011' is not loaded; give its folder: load(texts=…)",
    ),
    "citation": (CitationError("no title"), Exception, "no title"),
    "style": (UnknownStyle("no style 'apa7'"), LookupError, "no style 'apa7'"),
}


@pytest.mark.parametrize(("error", "kind", "message"), ERRORS.values(), ids=ERRORS)
def test_an_error_says_what_is_wrong(error, kind, message):
    """Every error is an ArchiveError, and of the built-in kind nearest in meaning."""
    assert isinstance(error, ArchiveError)
    assert isinstance(error, kind)
    assert message == str(error)


@pytest.mark.parametrize("error", [error for error, _, _ in ERRORS.values()], ids=ERRORS)
def test_an_error_is_equal_to_one_that_says_the_same(error):
    """A copy and a pickle have the content of the error, its message and its hash."""
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301 - our own bytes
        assert error == twin
        assert hash(error) == hash(twin)
        assert str(error) == str(twin)
        assert vars(error) == vars(twin)


def test_errors_of_other_content_or_class_differ():
    """Neither the class nor the content alone makes two errors equal."""
    assert InvalidValue("wrong") != InvalidValue("wronger")
    assert InvalidValue("wrong") != CitationError("wrong")
    assert CitationError("wrong") != UnknownStyle("wrong")
    assert InvalidValue("wrong") != "wrong"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (FIRST, "events.toml:3: shooting: the key 'label' is missing [missing-key]"),
        (SECOND, NO_TEXT),
        (
            Problem("a.toml", 0, "claims[2].value", "wrong-type", "expected"),
            "a.toml: claims[2].value: expected [wrong-type]",
        ),
        (Problem("", 0, "id", "unknown-reference", "unknown"), "id: unknown [unknown-reference]"),
    ],
    ids=["all", "file", "place", "no file"],
)
def test_a_problem_says_where_it_is(problem, words):
    """File, line and place as far as they are known, and then what is wrong."""
    assert words == str(problem)


def test_problems_are_in_the_order_of_files_and_lines():
    """By file, then by line."""
    later = Problem("events.toml", 12, "a", "circular", "x")

    assert [FIRST, later, SECOND] == sorted([SECOND, later, FIRST])
    assert_frozen(FIRST)
