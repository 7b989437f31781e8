"""The codes of problems: each is documented, and each is what some input is told."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

import zhanaozen_archive as za
from tests import small
from tests.bad_lines import CASES
from zhanaozen_archive.errors import Code

CODES: tuple[Code, ...] = get_args(Code)
PAGE = Path(__file__).resolve().parents[1] / "docs" / "errors.md"
EVENTS, REPORT, NOTE = "events.toml", "sources/report2020.toml", "sources/note2020.toml"
LOOSE = "value = {{ about = 30 }}\nat = {}".format(small.at(small.REPORT, "about 30 books"))


def change(*changed: small.Change) -> Callable[[Path], object]:
    return lambda folder: small.write(folder, small.changed(*changed))


def place(at: str) -> Callable[[Path], object]:
    return change((REPORT, LOOSE, f"value = 30\nat = {at}"))


def quote(words: str, repeat: int = 1) -> Callable[[Path], object]:
    claims = "".join(
        f'[[claims]]\nid = "c{n}"\nevent = "move-2020"\nproperty = "moved"\nvalue = 1\nquote = "{words}"\n'
        f"at = [{n * len(words)}, {(n + 1) * len(words)}]\n"
        for n in range(repeat)
    )
    return lambda folder: small.write(folder, {NOTE: small.FILES[NOTE] + claims})


WITNESSES: dict[Code, Callable[[Path], object]] = {
    "no-archive": lambda folder: (folder / "archive.toml").unlink(),
    "no-sources": lambda folder: (folder / "sources").rename(folder / "texts"),
    "unknown-file": lambda folder: (folder / "event.toml").touch(),
    "name-clash": lambda folder: (folder / "EVENTS.toml").touch(),
    "link": lambda folder: (folder / "sources" / "link2020.toml").symlink_to("/dev/zero"),
    "no-file": lambda folder: os.mkfifo(folder / "sources" / "pipe2020.toml"),
    "too-large": lambda folder: os.truncate(folder / EVENTS, 2**30),
    "not-utf-8": lambda folder: (folder / EVENTS).write_bytes(b"\xff"),
    "byte-order-mark": lambda folder: (folder / EVENTS).write_text("\ufeff" + small.EVENTS),
    "not-toml": change((EVENTS, '"move"', "move")),
    "hidden-character": change((EVENTS, '"move"', r'"a\u202eb"')),
    "too-deep": change((EVENTS, '"move"', "[" * 20 + "]" * 20)),
    "too-long": change((EVENTS, '"move"', '"' + "a" * 100_001 + '"')),
    "unknown-key": change((EVENTS, "part_of", "partof")),
    "missing-key": change((EVENTS, 'kind = "move"', "")),
    "wrong-type": change((EVENTS, '"move"', "3")),
    "invalid-value": change((EVENTS, '"move"', '""')),
    "schema-version": change(("archive.toml", "schema_version = 1", "schema_version = 2")),
    "invalid-id": change((REPORT, 'id = "books"', 'id = "Books"')),
    "invalid-key": lambda folder: (folder / NOTE).rename(folder / "sources" / "n.toml"),
    "id-twice": change((REPORT, 'id = "books"', 'id = "pens"')),
    "name-twice": change(("agents.toml", '"Desk"', '"an office"')),
    "text-twice": change((NOTE, '"note.txt"', '"report.txt"')),
    "retired-id": lambda folder: (folder / NOTE).rename(folder / "sources" / "old2020.toml"),
    "unknown-reference": change((EVENTS, 'part_of = "move-2020"', 'part_of = "mov-2020"')),
    "circular": change((EVENTS, 'part_of = "move-2020"', 'part_of = "door-2020"')),
    "outside-strict": change(("readings.toml", 'One dozen." }', 'One dozen.", at_most = 99 }')),
    "offsets-do-not-fit": change((REPORT, 'quote = "dozens"', 'quote = "dozen"')),
    "outside-text": place("[5000, 5001]"),
    "quotation-too-long": quote("a" * 301),
    "quoted-too-much": quote("a" * 100, 10),
    "too-many-problems": lambda folder: (folder / EVENTS).write_text("".join(f"a{n} = 1\n" for n in range(1001))),
}  # fmt: skip
TEXTS: dict[Code, dict[str, str]] = {
    "no-text": {"note.txt": small.NOTE},
    "text-reencoded": {"report.txt": small.REPORT.replace("\n", "\r\n")},
    "other-text": {"report.txt": small.REPORT + "more"},
    "quotation-moved": {"report.txt": "more" + small.REPORT},
    "quotation-lost": {"report.txt": small.REPORT.replace("20 days", "21 days")},
}
ELSEWHERE = {"outside-folder", "too-many-files", "unreadable"}
"""What takes an archive made in code, or a system that refuses: the tests of hostile texts and archives have them."""

ON_LINES = {code for _, _, told in CASES for line in told for code in re.findall(r"\[([a-z0-9-]+)\]$", line)}
"""What a file of JSON Lines is told: the tests of lines have these."""


def test_every_code_is_on_the_page_once():
    told = re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)

    assert sorted(told) == sorted(CODES)


def test_every_code_has_a_witness():
    assert {*WITNESSES, *TEXTS, *ELSEWHERE, *ON_LINES} == {*CODES}


@pytest.mark.parametrize("code", WITNESSES)
def test_a_folder_is_told_the_code(tmp_path, code):
    WITNESSES[code](small.write(tmp_path))

    assert code in {problem.code for problem in za.problems(tmp_path)}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_is_told_the_code(tmp_path, code):
    archive = za.load(small.write(tmp_path / "archive"))

    found = za.verify(archive, small.write_texts(tmp_path / "texts", TEXTS[code]))

    assert code in {problem.code for problem in found.problems}
