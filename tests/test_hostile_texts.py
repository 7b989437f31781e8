"""Texts that are not quite the ones that were coded: what happened to each is told, and proved by its digest."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive._loading.finding import differences, nearest, places, written_otherwise
from zhanaozen_archive._loading.recoding import recovered
from zhanaozen_archive._model.sources import Original

RUSSIAN = "Двенадцать стульев, — сказал сторож.\nЙод, ёлка и объявление.\n"
FRENCH = "Une école à l’été,\r\ndéjà vue.\r\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return za.load(small.write(tmp_path_factory.mktemp("small")))


def original(text: str) -> Original:
    from hashlib import sha256

    return Original("a.txt", sha256(text.encode()).hexdigest(), len(text))


CRLF, CR, MARK = "ends its lines with CRLF", "ends its lines with CR", "begins with a byte order mark"
RECODED: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "a mark": (RUSSIAN, b"\xef\xbb\xbf" + RUSSIAN.encode(), (MARK,)),
    "CRLF": (RUSSIAN, RUSSIAN.replace("\n", "\r\n").encode(), (CRLF,)),
    "CR": (RUSSIAN, RUSSIAN.replace("\n", "\r").encode(), (CR,)),
    "LF": (FRENCH, FRENCH.replace("\r\n", "\n").encode(), ("ends its lines with LF",)),
    "decomposed": (RUSSIAN, normalize("NFD", RUSSIAN).encode(), ("has decomposed letters (NFD)",)),
    "composed": (normalize("NFD", FRENCH), FRENCH.encode(), ("has composed letters (NFC)",)),
    "UTF-16": (RUSSIAN, RUSSIAN.encode("utf-16"), ("is encoded in UTF-16",)),
    "UTF-16, the other way round": (RUSSIAN, b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), ("is encoded in UTF-16",)),
    "UTF-32": (RUSSIAN, RUSSIAN.encode("utf-32"), ("is encoded in UTF-32",)),
    "Windows-1251": (RUSSIAN, RUSSIAN.encode("cp1251"), ("is encoded in Windows-1251",)),
    "KOI8-R": ("Двенадцать стульев", "Двенадцать стульев".encode("koi8-r"), ("is encoded in KOI8-R",)),
    "Windows-1252": (FRENCH, FRENCH.encode("cp1252"), ("is encoded in Windows-1252",)),
    "no mark": ("\ufeff" + RUSSIAN, RUSSIAN.encode(), ("lacks its byte order mark",)),
    "no line end at its end": (RUSSIAN, RUSSIAN[:-1].encode(), ("lacks the line end at its end",)),
    "one more line end": (RUSSIAN[:-1], RUSSIAN.encode(), ("has one more line end at its end",)),
    "a mark and CRLF": (RUSSIAN, ("\ufeff" + RUSSIAN).replace("\n", "\r\n").encode(), (CRLF, MARK)),
    "all at once": (
        RUSSIAN,
        normalize("NFD", "\ufeff" + RUSSIAN[:-1]).replace("\n", "\r\n").encode(),
        ("has decomposed letters (NFD)", CRLF, MARK, "lacks the line end at its end"),
    ),
    "Windows-1251 and CRLF": (
        RUSSIAN,
        RUSSIAN.replace("\n", "\r\n").encode("cp1251"),
        ("is encoded in Windows-1251", CRLF),
    ),
}


@pytest.mark.parametrize(("text", "content", "changes"), RECODED.values(), ids=RECODED)
def test_the_same_characters_written_out_otherwise(text, content, changes):
    assert recovered(content, original(text)) == (text, changes)


@given(st.text(), st.binary())
def test_nothing_but_the_text_is_recovered(text, content):
    found = recovered(content, original(text))

    assert found is None or found[0] == text


@given(st.text(st.sampled_from("aй\u0438\u0306 \n"), min_size=1), st.integers(0))
def test_another_character_is_another_text(text, at):
    other = text[: at % len(text)] + "1" + text[at % len(text) + 1 :]

    assert recovered(other.encode(), original(text)) is None


def report_as(folder: Path, content: bytes) -> Path:
    """Write the texts into a folder, the report as other bytes."""
    small.write_texts(folder)
    (folder / "report.txt").write_bytes(content)
    return folder


def test_quotations_of_a_text_that_is_re_encoded_are_proved_all_the_same(archive, tmp_path):
    content = ("\ufeff" + small.REPORT).replace("\n", "\r\n").encode("utf-16")

    found = za.verify(archive, report_as(tmp_path, content))

    changes = ("is encoded in UTF-16", CRLF, MARK)
    assert found.compared[1] == za.ComparedText("report2020", "report.txt", "re-encoded", changes)
    assert (found.texts, found.quotations) == (1, 5)
    assert [str(problem) for problem in found.problems] == [
        (
            "report.txt: report2020: the text that was coded, written out otherwise: it is encoded in UTF-16, "
            f"{CRLF}, {MARK} [text-reencoded]"
        )
    ]


def test_texts_that_are_swapped(archive, tmp_path):
    swapped = {"note.txt": small.REPORT, "report.txt": small.NOTE}

    told = [str(problem) for problem in za.verify(archive, small.write_texts(tmp_path, swapped)).problems]

    assert told[:2] == [
        "note.txt: note2020: this is the text of 'report.txt' [other-text]",
        "report.txt: report2020: this is the text of 'note.txt' [other-text]",
    ]


QUOTED = "20 days"
WRITTEN = {
    "spaces": ("20\u00a0 days", "spaces and line ends"),
    "line end": ("20\ndays", "spaces and line ends"),
    "case": ("20 Days", "the case of letters"),
    "soft hyphen": ("20 da\u00adys", "characters that cannot be seen"),
    "two ways": ("20\u00a0DAYS", "spaces and line ends and the case of letters"),
}


@pytest.mark.parametrize(("written", "differing"), WRITTEN.values(), ids=WRITTEN)
def test_words_that_are_written_otherwise_are_lost_but_pointed_to(archive, tmp_path, written, differing):
    at = small.REPORT.index(QUOTED)
    text = small.REPORT.replace(QUOTED, written)

    *_, problem = za.verify(archive, report_as(tmp_path, text.encode())).problems

    here = text[at : at + len(QUOTED)]
    end = at + len(written)
    assert problem.message == (
        f"“20 days” is not at {at} to {at + 7}, where the text has {here!r}; "
        f"found nowhere to the letter, but at {at} to {end} with a difference in {differing}"
    )
    assert problem.code == "quotation-lost"


@pytest.mark.parametrize("words", ["15²", "1½", "①", "dоzens", "twelve", "20 day", "３0"])
@pytest.mark.parametrize("text", ["152", "11/2", "1", "dozens", "twelvе", "20  dys", "30"])
def test_no_other_number_and_no_other_letter_is_taken_for_the_words(words, text):
    assert [*written_otherwise(text, words)] == []


LETTERS = st.text(st.sampled_from("aAйЙ\u0438\u0306 \u00a0\n\u00ad\"“”'’-–1"), max_size=12)


@given(LETTERS, LETTERS.filter(str.strip), LETTERS)
def test_words_are_found_where_they_stand(before, words, after):
    text = before + words + after

    assert len(before) in [*places(text, words)]
    assert [text[at : at + len(words)] for at in places(text, words)] == [words] * len([*places(text, words)])
    assert nearest(text, words, len(before)) == len(before)
    assert "\u00ad" in words or [*written_otherwise(text, words)]


@given(LETTERS, LETTERS.filter(str.strip))
def test_what_is_found_differs_in_what_is_told(text, words):
    for start, end, differing in written_otherwise(text, words):
        assert differing == differences(text[start:end], words)
        assert differing or text[start:end].strip("\u00ad") == words.strip("\u00ad \u00a0\n")


REFUSED = {
    "a link": (lambda path: path.symlink_to("/etc/passwd"), "link", "is a link, which could lead out of the folder"),
    "a pipe": (os.mkfifo, "no-file", "is a pipe, not a file"),
    "a folder": (Path.mkdir, "no-file", "is a folder, not a file"),
    "an endless file": (
        lambda path: os.truncate(path.touch() or path, 2**33),
        "too-large",
        "is larger than 16,777,216",
    ),
    "nothing": (lambda _: None, "no-text", "cannot be read: No such file or directory"),
}


@pytest.mark.parametrize(("make", "code", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_not_read(archive, tmp_path, make, code, told):
    small.write_texts(tmp_path)
    (tmp_path / "report.txt").unlink()
    make(tmp_path / "report.txt")

    found = za.verify(archive, tmp_path)

    assert found.compared[1] == za.ComparedText("report2020", "report.txt", "unread")
    assert [(p.code, p.where) for p in found.problems] == [(code, "report2020")]
    assert found.problems[0].message.startswith(told)


@pytest.mark.parametrize("name", ["../report.txt", "/etc/passwd", "a/../../b", "a\0b", "..", ""])
def test_an_archive_made_in_code_leads_nowhere_else(archive, tmp_path, name):
    """What is loaded from files has plain names; what is made in code can have any."""
    from attrs import evolve

    small.write_texts(tmp_path / "texts")
    (tmp_path / "report.txt").write_text(small.REPORT)
    report = archive.source("report2020")
    moved = evolve(report, original=evolve(report.original, file=name))

    found = za.verify(evolve(archive, sources=(moved,), claims=()), tmp_path / "texts")

    assert [problem.code for problem in found.problems] == ["outside-folder"]


def test_of_very_many_lost_quotations_the_first_are_told(archive, tmp_path):
    from attrs import evolve

    claim = archive.claim("report2020/open-for")
    many = tuple(evolve(claim, id=f"report2020/c{n:05}", words=("nowhere",)) for n in range(3000))

    found = za.verify(evolve(archive, claims=many), small.write_texts(tmp_path))

    assert found.quotations == 0
    assert [len(found.problems), found.problems[999].where] == [1001, "report2020/c00999"]
    assert found.problems[-1].message == "2,000 more problems are not listed; mend these 1,000 first"
