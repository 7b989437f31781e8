"""The original texts prove the quotations of an archive, and lend the words around them."""

from __future__ import annotations

from hashlib import sha256

import pytest
from attrs import evolve

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive.errors import NoText, Problem, TextMismatch

CHANGED = "not the text that was coded: it has {} code points and SHA-256 {}…, not {} and {}…"
DIGEST = sha256(small.REPORT.encode()).hexdigest()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return za.load(small.write(tmp_path_factory.mktemp("small")))


def other_text(text: str) -> Problem:
    """The problem of a report that is not the one that was coded."""
    digest = sha256(text.encode()).hexdigest()
    message = CHANGED.format(len(text), digest[:12], len(small.REPORT), DIGEST[:12])
    return Problem("report.txt", 0, "report2020", "other-text", message)


def compared(archive, folder, text):
    """What a comparison finds where the report is another text."""
    return alone(za.verify(archive, small.write_texts(folder, {**small.TEXTS, "report.txt": text})))


def alone(found):
    """What was found, without the list of the texts."""
    return evolve(found, compared=())


def test_texts_as_they_were_coded(archive, tmp_path):
    found = za.verify(archive, str(small.write_texts(tmp_path)))

    exact = (
        za.ComparedText("note2020", "note.txt", "exact"),
        za.ComparedText("report2020", "report.txt", "exact"),
    )
    assert found == za.Verification(texts=2, quotations=5, places=14, problems=(), compared=exact)


def test_counts_add_up(archive, tmp_path):
    found = za.verify(archive, small.write_texts(tmp_path))
    claims = archive.claims()

    assert found.quotations == sum(len(claim.words) for claim in claims)
    assert found.places == sum(not claim.words for claim in claims)


def test_one_character_changed_in_a_quotation(archive, tmp_path):
    text = small.REPORT.replace("20 days", "21 days")
    at = small.REPORT.index("20 days")
    message = f"“20 days” is not at {at} to {at + 7}, where the text has '21 days'; found nowhere"

    assert compared(archive, tmp_path, text) == za.Verification(
        1, 4, 14, (other_text(text), Problem("report.txt", 0, "report2020/open-for", "quotation-lost", message))
    )


def test_one_character_changed_elsewhere(archive, tmp_path):
    text = small.REPORT.replace("only fills", "only FILLS", 1)

    assert compared(archive, tmp_path, text) == za.Verification(1, 5, 14, (other_text(text),))


def test_letter_that_looks_the_same(archive, tmp_path):
    text = small.REPORT.replace("dozens", "dоzens")

    assert [p.code for p in compared(archive, tmp_path, text).problems] == ["other-text", "quotation-lost"]


def test_words_before_a_quotation_move_it(archive, tmp_path):
    before = small.REPORT.index("20 days")
    text = small.REPORT[:before] + "just " + small.REPORT[before:]
    found = compared(archive, tmp_path, text)

    assert (found.texts, found.quotations) == (1, 2)
    assert found.problems[0] == other_text(text)
    assert [(p.where, p.code) for p in found.problems[1:]] == [
        ("report2020/june", "quotation-moved"),
        ("report2020/june", "quotation-moved"),
        ("report2020/open-for", "quotation-moved"),
    ]
    assert found.problems[-1].message == (
        f"“20 days” is not at {before} to {before + 7}, where the text has 'just 20'; found at {before + 5} instead"
    )


def test_moved_words_are_found_where_they_are_nearest(archive, tmp_path):
    """The words may stand elsewhere too; the nearest place is the likeliest."""
    at = small.REPORT.index("dozens")
    text = f"dozens {small.REPORT} dozens"

    told = next(p for p in compared(archive, tmp_path, text).problems if p.where == "report2020/pens")
    assert told.message.endswith(f"found at {at + 7} instead")


def test_text_cut_short(archive, tmp_path):
    text = small.REPORT[: small.REPORT.index("in June")]
    found = compared(archive, tmp_path, text)

    assert (
        found.problems[-1].message
        == f"“in June” is not at {len(text)} to {len(text) + 7}, where the text has ''; found nowhere"
    )


def test_other_file(archive, tmp_path):
    found = compared(archive, tmp_path, small.NOTE)

    assert (found.texts, found.quotations) == (1, 0)
    assert [p.code for p in found.problems] == ["other-text"] + ["quotation-lost"] * 5


def test_missing_text(archive, tmp_path):
    found = za.verify(archive, small.write_texts(tmp_path, {"note.txt": small.NOTE}))
    message = "cannot be read: No such file or directory"

    assert alone(found) == za.Verification(1, 0, 14, (Problem("report.txt", 0, "report2020", "no-text", message),))


def test_missing_folder(archive, tmp_path):
    found = za.verify(archive, tmp_path / "nowhere")

    assert [(p.file, p.code) for p in found.problems] == [("note.txt", "no-text"), ("report.txt", "no-text")]


def test_text_that_is_not_utf_8(archive, tmp_path):
    small.write_texts(tmp_path)
    (tmp_path / "note.txt").write_bytes(b"\xff" + small.NOTE.encode("utf-16"))
    message = "byte 0 is not UTF-8, so this is not the text that was coded"

    assert za.verify(archive, tmp_path).problems == (Problem("note.txt", 0, "note2020", "not-utf-8", message),)


def test_length_that_is_not_the_text_s(tmp_path):
    length = f"length = {len(small.NOTE)}"
    files = small.changed(("sources/note2020.toml", length, f"length = {len(small.NOTE) + 1}"))
    archive = za.load(small.write(tmp_path / "small", files))
    digest = sha256(small.NOTE.encode()).hexdigest()[:12]

    found = za.verify(archive, small.write_texts(tmp_path / "texts"))

    message = CHANGED.format(len(small.NOTE), digest, len(small.NOTE) + 1, digest)
    assert found.problems == (Problem("note.txt", 0, "note2020", "other-text", message),)


# --- binding


@pytest.fixture
def folder(tmp_path):
    return small.write(tmp_path / "small")


def test_words_around_a_claim(folder, tmp_path):
    archive = za.load(folder, texts=str(small.write_texts(tmp_path / "texts")))

    context = archive.claim("report2020/open-for").context(around=9)

    assert context == za.Context("open for "[-9:], "20 days", ". The car")
    assert archive.claim("report2020/june").context(0).words == "It opened only … in June"
    assert archive.claim("note2020/chairs-now").context(4) == za.Context("Now ", "14 chairs", " are")


def test_archive_with_texts_is_the_same_archive(archive, folder, tmp_path):
    bound = za.load(folder, texts=small.write_texts(tmp_path / "texts"))

    assert bound == archive
    assert bound.digest == archive.digest
    assert [s.key for s in bound.sources()] == [s.key for s in archive.sources()]
    assert bound.source("clerk2020told").document.original.content == small.REPORT


def test_archive_without_texts_has_no_words_around(archive):
    with pytest.raises(NoText, match=r"^the text of 'report2020' is not loaded; give its folder: load\(texts=…\)$"):
        archive.claim("report2020/open-for").context()


def test_other_texts_are_not_bound(folder, tmp_path):
    text = small.REPORT.replace("20 days", "21 days")
    at = small.REPORT.index("20 days")
    small.write_texts(tmp_path / "texts", {"report.txt": text})

    with pytest.raises(TextMismatch) as caught:
        za.load(folder, texts=tmp_path / "texts")

    digest = sha256(text.encode()).hexdigest()
    length = len(text)
    assert str(caught.value) == (
        "note.txt: note2020: cannot be read: No such file or directory [no-text]\n"
        f"report.txt: report2020: {CHANGED.format(length, digest[:12], length, DIGEST[:12])} [other-text]\n"
        f"report.txt: report2020/open-for: “20 days” is not at {at} to {at + 7}, where the text has '21 days'; "
        "found nowhere [quotation-lost]"
    )
    assert [p.code for p in caught.value.problems] == ["no-text", "other-text", "quotation-lost"]


# --- the shipped archive


def test_shipped_archive_stands_in_the_original_texts(texts):
    archive = za.load(texts=texts)
    found = za.verify(archive, texts)

    assert found.problems == ()
    assert found.texts == 5
    assert found.quotations == sum(len(claim.words) for claim in archive.claims()) > 0
    assert all(claim.context().words for claim in archive.claims())
