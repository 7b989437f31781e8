"""Folders that are broken or made to do harm: each is told in one clear line, in little time and memory."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive._loading import safely

EVENTS, PLACES, AGENTS, REPORT, NOTE = (
    "events.toml",
    "places.toml",
    "agents.toml",
    "sources/report2020.toml",
    "sources/note2020.toml",
)
LINK = "is a link, which could lead out of the folder; put the file itself there [link]"
DEEP = "lists and tables are nested too deeply [too-deep]"
Spoil = Callable[[Path], object]


def put(name: str, content: bytes | str) -> Spoil:
    """Write a file in the place of another."""
    written = content if isinstance(content, bytes) else content.encode()
    return lambda folder: (folder / name).write_bytes(written)


def instead(name: str, make: Callable[[Path], object]) -> Spoil:
    """Put something else in the place of a file."""

    def spoil(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        make(folder / name)

    return spoil


def events(lines: str) -> Spoil:
    """Add lines to the events."""
    return put(EVENTS, f"{small.EVENTS}\n{lines}")


def label(written: str) -> Spoil:
    """Write the label of an event otherwise."""
    return put(EVENTS, small.EVENTS.replace('"Moving of the chairs"', written))


def listen(path: Path) -> None:
    """Make a socket; its path may be longer than a socket's may be."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def sparse(path: Path) -> None:
    """Make a file of 8 GiB that takes no room."""
    with path.open("wb") as file:
        file.truncate(8 * 2**30)


def not_files() -> dict[str, tuple[Spoil, str]]:
    """What is no file of the folder."""
    return {
        "a link out": (instead(PLACES, lambda p: p.symlink_to("/etc/passwd")), f"{PLACES}: {LINK}"),
        "a link upwards": (instead(PLACES, lambda p: p.symlink_to("../../up.toml")), f"{PLACES}: {LINK}"),
        "a link to another of its files": (instead(PLACES, lambda p: p.symlink_to(EVENTS)), f"{PLACES}: {LINK}"),
        "a link to itself": (instead(PLACES, lambda p: p.symlink_to(PLACES)), f"{PLACES}: {LINK}"),
        "a link to nothing": (instead(PLACES, lambda p: p.symlink_to("nowhere")), f"{PLACES}: {LINK}"),
        "a link to an endless device": (instead(NOTE, lambda p: p.symlink_to("/dev/zero")), f"{NOTE}: {LINK}"),
        "a link in the place of the archive": (
            instead("archive.toml", lambda p: p.symlink_to("/dev/zero")),
            f"archive.toml: {LINK}",
        ),
        "a pipe": (instead(NOTE, os.mkfifo), f"{NOTE}: is a pipe, not a file [no-file]"),
        "a pipe in the place of the archive": (
            instead("archive.toml", os.mkfifo),
            "archive.toml: is a pipe, not a file [no-file]",
        ),
        "a socket": (instead(NOTE, listen), f"{NOTE}: is a socket, not a file [no-file]"),
        "a folder": (instead(NOTE, Path.mkdir), f"{NOTE}: is a folder, not a file [no-file]"),
        "a file of 8 GiB": (
            instead(NOTE, sparse),
            f"{NOTE}: is larger than 8,388,608 bytes, the most that is read here [too-large]",
        ),
        "a file one byte too large": (
            put(NOTE, b"#" * (safely.LARGEST_FILE + 1)),
            f"{NOTE}: is larger than 8,388,608 bytes, the most that is read here [too-large]",
        ),
    }


COMPOSED, DECOMPOSED = (unicodedata.normalize(form, "é") for form in ("NFC", "NFD"))
CLASH = "another name differs only in the case or the composition of letters: elsewhere they are one [name-clash]"
KEY = "is no citation key; use 4 to 24 lower-case letters and digits, a letter first [invalid-key]"
NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "another case": (
        ("Events.toml",),
        (
            "events.toml: " + CLASH,
            "Events.toml: unknown file; did you mean 'events.toml'? [unknown-file]",
        ),
    ),
    "an ending in capitals": (
        ("sources/note2020.TOML",),
        (
            "sources/note2020.TOML: unknown file; documents belong into sources [unknown-file]",
            "sources/note2020.toml: " + CLASH,
        ),
    ),
    "another composition": (
        (f"{COMPOSED}.toml", f"{DECOMPOSED}.toml"),
        (
            f"{COMPOSED}.toml: " + CLASH,
            f"{COMPOSED}.toml: unknown file; documents belong into sources [unknown-file]",
            f"{DECOMPOSED}.toml: unknown file; documents belong into sources [unknown-file]",
        ),
    ),
    "a control character": (
        ("a\x1b[31m.toml",),
        (r"'a\x1b[31m.toml': unknown file; documents belong into sources [unknown-file]",),
    ),
    "a line end": (("a\nb.toml",), (r"'a\nb.toml': unknown file; documents belong into sources [unknown-file]",)),
    "no characters": (
        (os.fsdecode(b"a\xff.toml"),),
        (r"'a\udcff.toml': unknown file; documents belong into sources [unknown-file]",),
    ),
    "another direction of writing": (
        ("a\u202e.toml",),
        (r"'a\u202e.toml': unknown file; documents belong into sources [unknown-file]",),
    ),
    "a backslash": (
        ("a\\b.toml",),
        (r"a\b.toml: unknown file; documents belong into sources [unknown-file]",),
    ),
}


@pytest.mark.parametrize(("spoil", "told"), not_files().values(), ids=not_files())
def test_what_is_no_file_is_not_read(tmp_path, spoil, told):
    spoil(small.write(tmp_path))

    assert [str(problem) for problem in za.problems(tmp_path)] == [told]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_not_read(tmp_path):
    small.write(tmp_path)
    (tmp_path / NOTE).unlink()
    os.mknod(tmp_path / NOTE, 0o20666, os.makedev(1, 5))

    assert [str(problem) for problem in za.problems(tmp_path)] == [f"{NOTE}: is a device, not a file [no-file]"]


@pytest.mark.parametrize(("names", "told"), NAMES.values(), ids=NAMES)
def test_names_of_files(tmp_path, names, told):
    small.write(tmp_path)
    for name in names:
        (tmp_path / name).write_text("")

    assert sorted(str(problem) for problem in za.problems(tmp_path)) == sorted(told)


def test_a_document_with_capitals_in_its_name(tmp_path):
    small.write(tmp_path)
    (tmp_path / "sources" / "Note2020.toml").write_text(small.FILES[NOTE])

    codes = [(problem.file, problem.code) for problem in za.problems(tmp_path)]
    assert ("sources/note2020.toml", "name-clash") in codes
    assert ("sources/Note2020.toml", "invalid-key") in codes
    assert ("sources/note2020.toml", "text-twice") in codes


def test_hidden_files_and_those_of_other_kinds_are_left_alone(tmp_path):
    small.write(tmp_path)
    for name in (".git", ".events.toml.swp", "events.toml~", "README.md"):
        (tmp_path / name).write_bytes(b"\xff")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.toml").write_bytes(b"\xff")

    assert za.problems(tmp_path) == ()


def test_sources_that_lie_elsewhere(tmp_path):
    small.write(tmp_path / "other")
    small.write(tmp_path / "mine", {name: text for name, text in small.FILES.items() if "/" not in name})
    (tmp_path / "mine" / "sources").symlink_to(tmp_path / "other" / "sources")

    told = "sources: is a link, which could lead out of the folder; put the folder itself there [link]"
    assert told in [str(problem) for problem in za.problems(tmp_path / "mine")]
    assert not [problem for problem in za.problems(tmp_path / "mine") if problem.file.startswith("sources/")]


def test_a_folder_named_by_a_link_is_the_folder_that_was_named(tmp_path):
    small.write(tmp_path / "archive")
    (tmp_path / "link").symlink_to(tmp_path / "archive")

    assert za.load(tmp_path / "link") == za.load(tmp_path / "archive")


def test_too_many_files(tmp_path, monkeypatch):
    monkeypatch.setattr(safely, "MOST_FILES", 12)
    small.write(tmp_path)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("")

    assert str(za.problems(tmp_path)[0]) == (
        ".: more than 12 files and folders lie here; none is read [too-many-files]"
    )


def test_a_folder_that_cannot_be_read(tmp_path, monkeypatch):
    small.write(tmp_path)
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert [str(problem) for problem in za.problems(tmp_path)] == [
        ".: the folder 'locked/' cannot be read: Permission denied [unreadable]"
    ]


def test_a_file_that_cannot_be_read(tmp_path, monkeypatch):
    small.write(tmp_path)
    system_open = os.open

    def refuse(path, *args):
        if Path(path).name == PLACES:
            raise PermissionError(13, "Permission denied")
        return system_open(path, *args)

    monkeypatch.setattr(os, "open", refuse)

    assert [str(problem) for problem in za.problems(tmp_path)] == [
        f"{PLACES}: cannot be read: Permission denied [unreadable]"
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Path.unlink, "cannot be read: No such file or directory"),
        (instead("", lambda path: path.symlink_to("/etc/passwd")), "cannot be read: Too many levels of symbolic links"),
        (lambda path: (path.rename(path.with_suffix(".old")), path.write_text("")), "was changed while it was read"),
    ],
    ids=["gone", "link", "another"],
)
def test_a_file_that_is_changed_while_it_is_read(tmp_path, monkeypatch, change, told):
    """Between the look at a file and its opening, somebody can put something else there."""
    small.write(tmp_path)
    system_open = os.open

    def slow(path, *args):
        if Path(path).name == PLACES:
            change(Path(path))
        return system_open(path, *args)

    monkeypatch.setattr(os, "open", slow)

    assert [str(problem) for problem in za.problems(tmp_path)] == [f"{PLACES}: {told} [unreadable]"]


def test_a_file_of_which_the_system_does_not_know_how_large_it_is():
    with pytest.raises(safely.Refused, match=r"is larger than 1 bytes, the most that is read here"):
        safely.read(Path("/proc/self"), "status", 1)


def test_files_that_are_too_large_together(tmp_path, monkeypatch):
    small.write(tmp_path)
    size = sum(len(text.encode()) for text in small.FILES.values())
    monkeypatch.setattr("zhanaozen_archive._loading.files.LARGEST_ARCHIVE", size - 1)

    [problem] = za.problems(tmp_path)

    assert (problem.code, problem.file) == ("too-large", REPORT)


# --- what is in the files

HIDDEN = "the character U+{} cannot be seen; where a quotation has it, write it as an escape [hidden-character]"
UNFIT = "move-2020: label: the character U+{} cannot be seen and does not belong in a text [hidden-character]"
UNSEEN = ("0085", "009F", "00AD", "200B", "2028", "2029", "202A", "202E", "2066", "2069", "2060", "FEFF", "FFF9")
UNSEEN += ("E000", "F8FF", "FDD0", "FFFE", "FFFF", "1FFFE", "E0001", "E0041", "F0000", "10FFFD")
CONTROLS = ("0000", "0001", "0007", "0008", "000B", "000C", "000D", "001B", "007F")

AFTER = "expected newline or end of document after a statement"
NO_ID = "is no id; use at most 100 lower-case letters, digits and single hyphens"
LONG = f"'{'a' * 37}...{'a' * 38}'"
CONTENTS: dict[str, tuple[Spoil, str]] = {
    **{f"U+{c}": (label(f'"a{chr(int(c, 16))}b"'), f"{EVENTS}:2: {HIDDEN.format(c)}") for c in UNSEEN},
    **{
        f"U+{c} in a comment": (label(f'"a" # {chr(int(c, 16))}'), f"{EVENTS}:2: {HIDDEN.format(c)}")
        for c in ("202E", "2066", "E0041")
    },
    **{
        f"escaped U+{c}": (label(f'"a\\U{int(c, 16):08x}b"'), f"{EVENTS}:2: {UNFIT.format(c)}")
        for c in (*UNSEEN, *CONTROLS)
    },
    **{
        f"control character {c}": (
            label(f'"a{chr(int(c, 16))}b"'),
            f"{EVENTS}:2: not TOML: illegal character {chr(int(c, 16))!r} (at line 2, column 11) [not-toml]",
        )
        for c in CONTROLS
    },
    "half a character": (
        label(r'"a\ud800"'),
        f"{EVENTS}:2: not TOML: escaped character is not a Unicode scalar value (at line 2, column 17) [not-toml]",
    ),
    "half a character in bytes": (
        put(EVENTS, b'[a]\nlabel = "\xed\xa0\x80"'),
        f"{EVENTS}:2: the byte 0xed is not UTF-8 here; save the file as UTF-8 [not-utf-8]",
    ),
    "an overlong slash": (
        put(EVENTS, b"# \xc0\xaf"),
        f"{EVENTS}:1: the byte 0xc0 is not UTF-8 here; save the file as UTF-8 [not-utf-8]",
    ),
    "beyond the last character": (
        put(EVENTS, b"# \xf4\x90\x80\x80"),
        f"{EVENTS}:1: the byte 0xf4 is not UTF-8 here; save the file as UTF-8 [not-utf-8]",
    ),
    "UTF-16 without a mark": (
        put(EVENTS, small.EVENTS.encode("utf-16-le")),
        f"{EVENTS}:1: not TOML: invalid initial character for a key part (at line 1, column 2) [not-toml]",
    ),
    "UTF-32": (
        put(EVENTS, small.EVENTS.encode("utf-32")),
        f"{EVENTS}:1: the byte 0xff is not UTF-8 here; save the file as UTF-8 [not-utf-8]",
    ),
    "a mark": (
        put(EVENTS, "\ufeff" + small.EVENTS),
        f"{EVENTS}:1: begins with a byte order mark; save it as UTF-8 without one [byte-order-mark]",
    ),
    "lists too deep": (events(f"a = {'[' * 17}{']' * 17}"), f"{EVENTS}: {DEEP}"),
    "lists far too deep": (events(f"a = {'[' * 100_000}"), f"{EVENTS}: {DEEP}"),
    "tables too deep": (events("a = " + "{ a = " * 17 + "1" + " }" * 17), f"{EVENTS}: {DEEP}"),
    "tables far too deep": (events("a = " + "{ a = " * 50_000), f"{EVENTS}: {DEEP}"),
    "a key of many parts": (events("a" + ".a" * 8 + " = 1"), f"{EVENTS}:10: a key has too many parts [too-deep]"),
    "a key of very many parts": (
        events("a" + ".a" * 500_000 + " = 1"),
        f"{EVENTS}:10: a key has too many parts [too-deep]",
    ),
    "a header of very many parts": (
        events("[a" + ".'a'" * 50_000 + "]"),
        f"{EVENTS}:10: a key has too many parts [too-deep]",
    ),
    "many keys of many parts": (
        events("\n".join(f"a{n}" + " . b" * 300 + " = 1" for n in range(2000))),
        f"{EVENTS}:10: a key has too many parts [too-deep]",
    ),
    "a key of many parts in a table in a line": (
        events("a = { b" + ".b" * 300 + " = 1 }"),
        f"{EVENTS}:10: a key has too many parts [too-deep]",
    ),
    "a number of very many digits": (
        events("a = " + "9" * 100_000),
        f"{EVENTS}:10: not TOML: a number of thousands of digits [not-toml]",
    ),
    "a label of very many letters": (
        label('"' + "a" * 100_001 + '"'),
        f"{EVENTS}:2: move-2020: label: the text has 100,001 code points; 100,000 are the most [too-long]",
    ),
    "an id of very many letters": (
        events("[" + "a" * 101 + ']\nlabel = "A"\nkind = "b"'),
        f"{EVENTS}:10: {LONG}: {LONG} {NO_ID} [invalid-id]",
    ),
    "a key of many letters": (
        events(f"{'a' * 200} = 1"),
        f"{EVENTS}:10: door-2020: {LONG}: unknown key [unknown-key]",
    ),
    "a backslash outside of a text, behind prose": (
        events("# . . . . . . . . . .\n\\ = 1"),
        f"{EVENTS}:11: not TOML: invalid statement (at line 11, column 1) [not-toml]",
    ),
    "prose with many dots": (
        events("# . . . . . . . . . .\na = 1"),
        f"{EVENTS}:11: door-2020: a: unknown key [unknown-key]",
    ),
    "an escape in the place of a byte": (
        label(r'"\xff"'),
        f"{EVENTS}:2: not TOML: unescaped '\\' in a string (at line 2, column 12) [not-toml]",
    ),
    "TOML of a later version": (
        label(r'"\e"'),
        f"{EVENTS}:2: not TOML: unescaped '\\' in a string (at line 2, column 12) [not-toml]",
    ),
    "a lone carriage return": (
        put(EVENTS, small.EVENTS.replace("\n", "\r")),
        f"{EVENTS}:1: not TOML: {AFTER} (at line 1, column 12) [not-toml]",
    ),
    "nothing but brackets": (
        put(EVENTS, "[" * 100_000),
        f"{EVENTS}:1: not TOML: invalid initial character for a key part (at line 1, column 3) [not-toml]",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), CONTENTS.values(), ids=CONTENTS)
def test_what_is_in_a_file(tmp_path, spoil, told):
    spoil(small.write(tmp_path))

    assert [str(problem) for problem in za.problems(tmp_path)] == [told]


# --- how much there is


def test_only_the_first_thousand_problems_are_told(tmp_path):
    count = 5000
    lines = "".join(f'[e{n}]\nlabel = "E"\nkind = "k"\npart_of = "nowhere-{n}"\n' for n in range(count))
    small.write(tmp_path)
    events(lines)(tmp_path)

    problems = za.problems(tmp_path)

    assert len(problems) == 1001
    assert str(problems[0]).startswith(f"{EVENTS}:13: e0: part_of: unknown event 'nowhere-0'")
    assert str(problems[-1]) == "4,000 more problems are not listed; mend these 1,000 first [too-many-problems]"


def chain(length: int, last: str = "") -> str:
    """Events that each lie within the one before."""
    rows = [f'[e{n}]\nlabel = "E"\nkind = "k"\n' + (f'part_of = "e{n - 1}"\n' if n else last) for n in range(length)]
    return "".join(rows)


def test_records_lie_within_one_another_to_a_depth(tmp_path):
    small.write(tmp_path)
    events(chain(64))(tmp_path)
    assert za.load(tmp_path).event("e63").is_part_of(za.load(tmp_path).event("e0"))

    events(chain(65))(tmp_path)
    told = f"{EVENTS}:{9 + 64 * 4}: e64: 64 records lie around this one already; no more may [too-deep]"
    assert [str(problem) for problem in za.problems(tmp_path)] == [told]


def test_a_chain_without_end(tmp_path):
    small.write(tmp_path)
    events(chain(30_000))(tmp_path)

    assert {problem.code for problem in za.problems(tmp_path)} == {"too-deep"}


def test_a_long_circle_is_told_by_its_ends(tmp_path):
    small.write(tmp_path)
    events(chain(10_000, 'part_of = "e9999"\n'))(tmp_path)

    told = [str(problem) for problem in za.problems(tmp_path) if problem.code == "circular"]
    begins = " → ".join(f"e{n}" for n in [0, *range(9999, 9988, -1)])
    assert told == [f"{EVENTS}:13: e0: part_of: refers back to itself: {begins} → … → e1 → e0 [circular]"]


def test_claims_that_replace_one_another_in_a_circle(tmp_path):
    """Each would hide the other, and both would be gone."""
    because = 'supersedes_because = "later"'
    files = small.changed(
        (REPORT, 'id = "cups"', f'id = "cups"\nsupersedes = ["lamps"]\n{because}'),
        (REPORT, 'id = "lamps"', f'id = "lamps"\nsupersedes = ["cups"]\n{because}'),
        (REPORT, 'id = "pens"', 'id = "pens"\nrepeats = "boxes"'),
        (REPORT, 'id = "boxes"', 'id = "boxes"\nrepeats = "pens"'),
    )
    around = {
        "cups": "supersedes: refers back to itself: report2020/cups → report2020/lamps → report2020/cups",
        "boxes": "repeats: refers back to itself: report2020/boxes → report2020/pens → report2020/boxes",
    }

    found = za.problems(small.write(tmp_path, files))

    assert [problem.where.rpartition(":")[0] for problem in found] == [f'claim "{claim}"' for claim in around]
    assert [small.words(problem).partition('": ')[2] for problem in found] == list(around.values())


def test_retired_ids_that_replace_one_another_in_a_circle(tmp_path):
    small.write(tmp_path)
    put("retired.toml", 'a = { because = "x", successors = ["b"] }\nb = { because = "x", successors = ["a"] }')(
        tmp_path
    )

    told = ["retired.toml:1: a: successors: refers back to itself: a → b → a [circular]"]
    assert [str(problem) for problem in za.problems(tmp_path)] == told


def test_an_id_that_cannot_have_been_used_is_not_retired(tmp_path):
    small.write(tmp_path)
    put("retired.toml", '"a\\u202e" = { because = "x" }')(tmp_path)

    [problem] = za.problems(tmp_path)
    assert str(problem) == (r"retired.toml:1: 'a\u202e': 'a\u202e' is no id that can have been used [invalid-id]")


def test_a_vague_word_that_cannot_be_seen(tmp_path):
    small.write(tmp_path)
    readings = small.READINGS.replace("[plain]", '"a\\u200b" = { at_least = 2, because = "x" }\n\n[plain]')
    put("readings.toml", readings)(tmp_path)

    [problem] = za.problems(tmp_path)
    told = "the character U+200B cannot be seen and does not belong in a text [hidden-character]"
    assert str(problem) == rf"readings.toml:9: strict: words: 'a\u200b': {told}"


def test_one_text_in_two_documents(tmp_path):
    """Two names that differ in case are one file elsewhere."""
    files = small.changed((NOTE, 'file = "note.txt"', 'file = "Report.TXT"'))
    line = small.line(REPORT, "file = ")

    assert [str(problem) for problem in za.problems(small.write(tmp_path, files))] == [
        f"{REPORT}:{line}: text: file: 'report.txt' is the text of 'note2020' already [text-twice]"
    ]


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/passwd", "a/b.txt", "..", ".hidden", "C:a.txt", r"a\\b.txt", r"a\u0000b", r"a\nb"]
)
def test_a_text_that_would_lie_elsewhere(tmp_path, name):
    files = small.changed((NOTE, 'file = "note.txt"', f'file = "{name}"'))

    [problem] = za.problems(small.write(tmp_path, files))
    assert (problem.file, problem.where) == (NOTE, "text: file")
    assert problem.code == ("hidden-character" if "0000" in name else "invalid-value")


LIMITED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]) * 2**20,) * 2)
import zhanaozen_archive as za
problems = za.problems(sys.argv[1])
print(len(problems), *sorted({problem.code for problem in problems}))
"""
FULL = safely.LARGEST_FILE
HEAVY: dict[str, tuple[Callable[[], str], str]] = {
    "empty lists": (lambda: "a = [" + "[]," * (FULL // 16) + "]", "1 wrong-type"),
    "tables": (lambda: "[[a]]\n" * (FULL // 32), "1 wrong-type"),
    "unknown keys": (
        lambda: "[a]\n" + "".join(f"k{n}=1\n" for n in range(100_000)),
        "1001 too-many-problems unknown-key",
    ),
    "long keys": (lambda: "".join(f"{'k' * 90_000}{n}=1\n" for n in range(90)), "90 wrong-type"),
    "dots in prose": (lambda: "# . . . . . . . . . .\n" + "# .........\n" * (FULL // 16), "0"),
    "quotation marks that never close": (
        lambda: "# ..........\n" + '"""x"\\' * (FULL // 32),
        "1 not-toml",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), HEAVY.values(), ids=HEAVY)
def test_a_large_file_takes_no_more_than_half_a_gigabyte(tmp_path, content, told):
    small.write(tmp_path, {**dict.fromkeys(small.FILES, ""), "archive.toml": small.ARCHIVE})
    (tmp_path / REPORT).unlink()
    (tmp_path / NOTE).unlink()
    (tmp_path / EVENTS).write_text(content())

    command = (sys.executable, "-c", LIMITED, str(tmp_path), "512")
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)

    assert (run.stdout, run.stderr) == (f"{told}\n", "")
