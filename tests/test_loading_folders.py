"""Whole folders that are wrong: files that cannot be read, many mistakes at once, and the line of each."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive._loading.lines import lines
from zhanaozen_archive._loading.locate import packaged_seeds
from zhanaozen_archive.errors import InvalidArchive, Problem

ARCHIVE, EVENTS, PLACES, AGENTS = "archive.toml", "events.toml", "places.toml", "agents.toml"
CODEBOOK, READINGS, RETIRED = "codebook.toml", "readings.toml", "retired.toml"
REPORT, NOTE = "sources/report2020.toml", "sources/note2020.toml"
NO_KEY = "is no citation key; use 4 to 24 lower-case letters and digits, a letter first"


def found(folder, *changes: small.Change) -> list[str]:
    """Every problem of the small archive with some changes, in words."""
    return [small.words(problem) for problem in za.problems(small.write(folder, small.changed(*changes)))]


# --- files


def told(folder: Path, files: dict[str, str] | None = None) -> list[str]:
    """Every problem of a folder, into which files are written first, with its code."""
    return [f"{problem.code} | {small.words(problem)}" for problem in za.problems(small.write(folder, files or {}))]


def test_no_folder(tmp_path):
    where = str(tmp_path / "seed")

    assert told_of(Path(where)) == [f"no-archive | archive.toml: there is no folder {where!r}, so it is no archive"]


def told_of(folder: Path) -> list[str]:
    return [f"{problem.code} | {small.words(problem)}" for problem in za.problems(folder)]


def test_folder_that_is_no_archive(tmp_path):
    small.write(tmp_path, {EVENTS: "broken"})

    assert told_of(tmp_path) == [
        f"no-archive | archive.toml: there is no such file in {str(tmp_path)!r}, so it is no archive"
    ]


def test_file_in_place_of_a_folder(tmp_path):
    small.write(tmp_path)

    assert [p.code for p in za.problems(tmp_path / ARCHIVE)] == ["no-archive"]


def test_no_sources(tmp_path):
    assert told(tmp_path, {ARCHIVE: small.ARCHIVE}) == [
        "no-sources | sources: there is no such folder; the documents belong there"
    ]


def test_stray_files(tmp_path):
    small.write(tmp_path)
    strays = ("place.toml", "report2020.toml", "source/report2020.toml", "sources/old/report2020.toml")

    assert told(tmp_path, dict.fromkeys(strays, "not = read = at all")) == [
        "unknown-file | place.toml: unknown file; did you mean 'places.toml'?",
        "unknown-file | report2020.toml: unknown file; documents belong into sources",
        "unknown-file | source/report2020.toml: unknown file; documents belong into sources",
        "unknown-file | sources/old/report2020.toml: unknown file; documents belong into sources",
    ]


def test_file_that_cannot_be_read(tmp_path):
    small.write(tmp_path)
    (tmp_path / EVENTS).unlink()
    (tmp_path / EVENTS).mkdir()

    assert told_of(tmp_path) == ["no-file | events.toml: is a folder, not a file"]


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        ("# ok\n# Жаңаөзен\n".encode("cp1251", "replace"), 2, "0xc6"),
        ("# ok\n\n# Ãtude".encode("latin-1"), 3, "0xc3"),
        ("# ok".encode("utf-16"), 1, "0xff"),
        (b"# ok\n# cut \xd0", 2, "0xd0"),
    ],
    ids=["cp1251", "latin-1", "utf-16", "cut"],
)
def test_file_that_is_not_utf_8(tmp_path, content, line, byte):
    small.write(tmp_path)
    (tmp_path / PLACES).write_bytes(content)

    assert told_of(tmp_path) == [
        f"not-utf-8 | places.toml:{line}: the byte {byte} is not UTF-8 here; save the file as UTF-8"
    ]


def test_byte_order_mark_hides_nothing(tmp_path):
    files = small.changed((PLACES, "within", "withn"))
    files[PLACES] = "\ufeff" + files[PLACES]

    assert told(tmp_path, files) == [
        "byte-order-mark | places.toml:1: begins with a byte order mark; save it as UTF-8 without one",
        "unknown-key | places.toml:8: hall: withn: unknown key; did you mean 'within'?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('kind = "move"', "kind = move", 3, "invalid value (at line 3, column 8)"),
        ('kind = "move"', 'kind "move"', 3, "expected '=' after a key in a key/value pair (at line 3, column 6)"),
        ('kind = "move"', 'kind = "move', 3, "illegal character '\\n' (at line 3, column 13)"),
        ('kind = "move"', 'kind = "a"\nkind = "b"', 4, "cannot overwrite a value (at line 4, column 11)"),
        ("[door-2020]", "[move-2020]", 5, "cannot declare ('move-2020',) twice (at line 5, column 11)"),
        ('part_of = "move-2020"\n', "part_of = [", 8, "invalid value (at end of document)"),
    ],
)
def test_file_that_is_not_toml(tmp_path, old, new, line, message):
    files = small.changed((EVENTS, old, new))

    assert told(tmp_path, files) == [f"not-toml | events.toml:{line}: not TOML: {message}"]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("1" + "0" * 5000, "not-toml | events.toml:3: not TOML: a number of thousands of digits"),
        ("[" * 5000 + "]" * 5000, "too-deep | events.toml: lists and tables are nested too deeply"),
    ],
    ids=["number", "depth"],
)
def test_file_that_python_itself_refuses(tmp_path, value, problem):
    files = small.changed((EVENTS, 'kind = "move"', f"kind = {value}"))

    assert told(tmp_path, files) == [problem]


@pytest.mark.parametrize("file", [ARCHIVE, EVENTS, PLACES, AGENTS, CODEBOOK, READINGS, RETIRED, REPORT, NOTE])
def test_what_refers_to_a_lost_file_is_not_judged(tmp_path, file):
    """One mistake is one problem: a file without its quotation mark does not make hundreds of unknown references."""
    files = {**small.FILES, file: small.FILES[file] + 'broken = "'}

    assert [(p.code, p.file) for p in za.problems(small.write(tmp_path, files))] == [("not-toml", file)]


def test_lost_file_hides_no_mistake_in_others(tmp_path):
    files = small.changed((REPORT, 'polarity = "denied"', 'polarity = "no"'), (PLACES, "within", "withn"))
    files[AGENTS] += "broken"

    assert [p.file for p in za.problems(small.write(tmp_path, files))] == [AGENTS, PLACES, REPORT]


# --- several mistakes


def test_too_much_is_quoted(tmp_path):
    """Overlaps count once, and every stretch that is quoted counts."""
    length = len(small.NOTE)
    parts = [(start, start + 15) for start in range(0, length * 31 // 100, 10)]
    claims = "".join(
        f'\n[[claims]]\nid = "c{n}"\nevent = "move-2020"\nproperty = "moved"\nvalue = 1\n'
        f'quote = "{"w" * 15}"\nat = [{start}, {end}]\n'
        for n, (start, end) in enumerate(parts)
    )
    share = parts[-1][1] * 100 // length

    assert told(tmp_path, {**small.FILES, NOTE: small.FILES[NOTE] + claims}) == [
        f"quoted-too-much | {NOTE}:5: text: {share} % of the text is quoted; 30 % are the most"
    ]


def test_just_not_too_much_is_quoted(tmp_path):
    words, length = "w " * 7 + "w", 50
    files = {
        ARCHIVE: small.ARCHIVE,
        "sources/note2020.toml": f"""
            source = {{ type = "document", voice = "nobody" }}
            text = {{ file = "note.txt", sha256 = "{"0" * 64}", length = {length} }}
            claims = [{{ id = "a", event = "e", property = "p", value = 1, quote = "{words}", at = [0, 15] }}]
        """,
        EVENTS: 'e = { label = "E", kind = "move" }',
        AGENTS: 'nobody = { names = ["Nobody"], kind = "unknown" }',
        CODEBOOK: 'properties.p = { kind = "count", definition = "P." }',
    }

    assert told(tmp_path, files) == []


MISTAKES = (
    'id = "books"\nevent = "move-2020"\nproperty = "moved"\nvalue = { about = 30 }\n'
    f"at = {small.at(small.REPORT, 'about 30 books')}"
)


def test_all_mistakes_of_one_claim(tmp_path):
    """A mistyped key, value, place and offset in one claim are four problems, and hide no fifth."""
    line = small.line(REPORT, MISTAKES)
    mistaken = (
        'id = "books"\nevent = "move-2021"\nproprety = "moved"\nvalue = { about = "30" }\n'
        'at = [194, 180]\nplace = "hal"\nas_of = 2020\nattribution = [{ agent = "clark", verb = 1 }]'
    )
    claim = f'{REPORT}:{{}}: claim "books": '

    assert found(tmp_path, (REPORT, MISTAKES, mistaken)) == [
        claim.format(line + 1) + "event: unknown event 'move-2021'; did you mean 'move-2020'?",
        claim.format(line + 2) + "proprety: unknown key; did you mean 'property'?",
        claim.format(line + 3) + "value: about: expected a whole number from 0 to 9007199254740991, not '30'",
        claim.format(line + 4) + "at: a span runs from a start to a later end, counted from 0, not 194 to 180",
        claim.format(line + 5) + "place: unknown place 'hal'; did you mean 'hall'?",
        claim.format(line + 6) + "as_of: expected a text, not 2020",
        claim.format(line + 7) + "attribution[0]: agent: unknown agent 'clark'; did you mean 'clerk'?",
        claim.format(line + 7)
        + "attribution[0]: verb: unknown value 1; it is one of states, reports, claims, denies, estimates, suggests, "
        "demands, predicts, warns, believes",
    ]


def test_value_of_a_misspelt_key_is_read_as_well(tmp_path):
    files = small.changed((REPORT, "value = { about = 30 }", "vlaue = { abuot = 30 }"))
    line = small.line(REPORT, "value = { about = 30 }")

    assert told(tmp_path, files) == [
        f"invalid-value | {REPORT}:{line}: claim \"books\": value: unknown key 'abuot'; did you mean 'about'?",
        f"unknown-key | {REPORT}:{line}: claim \"books\": vlaue: unknown key; did you mean 'value'?",
    ]


def test_misspelt_key_with_a_wrong_value_beside_another_mistake(tmp_path):
    line = small.line(REPORT, MISTAKES)
    mistaken = MISTAKES.replace('event = "move-2020"', "evnt = 7") + "\nplace = 1"

    assert found(tmp_path, (REPORT, MISTAKES, mistaken)) == [
        f'{REPORT}:{line + 1}: claim "books": event: expected a text, not 7',
        f"{REPORT}:{line + 1}: claim \"books\": evnt: unknown key; did you mean 'event'?",
        f'{REPORT}:{line + 5}: claim "books": place: expected a text, not 1',
    ]


def test_mistakes_of_all_files_are_in_one_report(tmp_path):
    """Each file in turn, each file by its lines; what only follows from a mistake is not told."""
    files = small.changed(
        (ARCHIVE, '"2020.5"', "2020.5"),
        (EVENTS, "[move-2020]\nlabel", "[move-2020]\nlable"),
        (PLACES, 'kind = "building"', "kind = 1"),
        (AGENTS, 'kind = "body"\n\n[clerk]', 'kind = "bdy"\n\n[clerk]'),
        (CODEBOOK, 'kind = "duration"', 'kind = "durations"'),
        (READINGS, "many = { at_least = 2", 'many = { at_least = "2"'),
        (RETIRED, 'because = "Coded twice."', ""),
        (NOTE, "length = ", "length = 1"),
        (REPORT, 'sha256 = "', 'sha256 = "x'),
        (REPORT, "at = {}".format(small.at(small.REPORT, "an office said")), "at = []"),
        (REPORT, "value = 12", 'value = "12"'),
    )  # fmt: skip
    problems = za.problems(small.write(tmp_path, files))

    assert list(problems) == sorted(problems)
    assert [(p.file, p.where) for p in problems] == [
        (AGENTS, "office: kind"),
        (ARCHIVE, "data_version"),
        (CODEBOOK, "properties: lasted: kind"),
        (EVENTS, "move-2020: lable"),
        (PLACES, "hall: kind"),
        (READINGS, "strict: words: many: at_least"),
        (RETIRED, "'report2020/gone'"),
        (REPORT, "text: sha256"),
        (REPORT, 'voice "office2020said": at'),
        (REPORT, 'claim "chairs": value'),
    ]


def test_unread_documents_and_tables_bring_no_more_problems(tmp_path):
    files = {**small.FILES, NOTE: "source = 1\ntext = []\nclaims = [{ id = 'chairs-again' }, 1]\nvoices = { a = 1 }"}

    assert told(tmp_path, files) == [
        f"wrong-type | {NOTE}:1: source: expected a table, not 1",
        f"wrong-type | {NOTE}:2: text: expected a table, not a list",
        f"missing-key | {NOTE}:3: claim \"chairs-again\": the key 'at' is missing",
        f"missing-key | {NOTE}:3: claim \"chairs-again\": the key 'event' is missing",
        f"missing-key | {NOTE}:3: claim \"chairs-again\": the key 'property' is missing",
        f"missing-key | {NOTE}:3: claim \"chairs-again\": the key 'value' is missing",
        f"wrong-type | {NOTE}:3: claims[1]: expected a table, not 1",
        f"wrong-type | {NOTE}:4: voices: expected a list, not a table",
    ]


def test_key_used_in_two_documents(tmp_path):
    voice = '\n[[voices]]\nkey = "office2020said"\ntype = "post"\nvoice = "reader"\n'
    files = {**small.FILES, NOTE: small.FILES[NOTE] + voice}
    line = small.line(REPORT, 'key = "office2020said"')

    told_of_key = "key: the key 'office2020said' is used in 'note2020' already"
    assert told(tmp_path, files) == [f'id-twice | {REPORT}:{line}: voice "office2020said": {told_of_key}']


def test_name_of_a_file_is_the_key_of_the_document(tmp_path):
    files = {"sources/A-report.toml" if file == NOTE else file: text for file, text in small.FILES.items()}

    assert told(tmp_path, files) == [
        f"invalid-key | sources/A-report.toml: 'A-report' {NO_KEY}",
    ]


def test_retired_key_of_a_document(tmp_path):
    files = {"sources/old2020.toml" if file == NOTE else file: text for file, text in small.FILES.items()}

    assert told(tmp_path, files) == [
        "retired-id | sources/old2020.toml: 'old2020' is retired and must not be used again",
    ]


def test_claim_of_a_document_that_is_not_there(tmp_path):
    files = small.changed((NOTE, 'repeats = "report2020/chairs"', 'repeats = "reprt2020/chairs"'))
    line = small.line(NOTE, 'repeats = "report2020/chairs"')

    meant = "unknown claim 'reprt2020/chairs'; did you mean 'report2020/chairs'?"
    assert told(tmp_path, files) == [f'unknown-reference | {NOTE}:{line}: claim "chairs-again": repeats: {meant}']


def test_vague_word_without_a_strict_reading(tmp_path):
    files = {**small.FILES, READINGS: ""}
    line = small.line(REPORT, 'value = { vague = "dozens" }')

    assert told(tmp_path, files) == [
        f"unknown-reference | {REPORT}:{line}: claim \"pens\": value: unknown vague word 'dozens'; there is none"
    ]


def test_two_circles_are_told_both(tmp_path):
    circle = (
        '[{0}-a]\nlabel = "A"\nkind = "b"\npart_of = "{0}-b"\n[{0}-b]\nlabel = "B"\nkind = "b"\npart_of = "{0}-a"\n'
    )
    files = {**small.FILES, EVENTS: small.FILES[EVENTS] + circle.format("x") + circle.format("y")}

    assert told(tmp_path, files) == [
        "circular | events.toml:12: x-a: part_of: refers back to itself: x-a → x-b → x-a",
        "circular | events.toml:20: y-a: part_of: refers back to itself: y-a → y-b → y-a",
    ]


def test_nothing_is_loaded_and_the_error_holds_all_problems(tmp_path):
    files = small.changed((PLACES, "within", "withn"), (EVENTS, "part_of", "partof"))

    with pytest.raises(InvalidArchive) as caught:
        za.load(small.write(tmp_path, files))

    assert caught.value.problems == za.problems(tmp_path)
    assert caught.value.problems == (
        Problem(EVENTS, 8, "door-2020: partof", "unknown-key", "unknown key; did you mean 'part_of'?"),
        Problem(PLACES, 8, "hall: withn", "unknown-key", "unknown key; did you mean 'within'?"),
    )
    assert str(caught.value).splitlines() == [str(problem) for problem in za.problems(tmp_path)]


# --- the shipped archive


@pytest.fixture
def seeds(tmp_path):
    """A copy of the shipped archive."""
    return Path(shutil.copytree(packaged_seeds(), tmp_path / "seeds"))


def test_mistakes_in_a_copy_of_the_shipped_archive(seeds):
    """A mistyped key, value, place and offset, each in another file, are in one report with file and place."""
    files = sorted((seeds / "sources").glob("*.toml"))
    edits = [
        (r"(?<=\nproper)ty(?= = )", "yt"),
        (r"(?<=\nvalue = \{ at_lea)st", "ts"),
        (r'(?<=\nproperty = "place"\nvalue = ")', "nowhere-at-all-"),
        (r"(?<=\nat = \[)\d+, \d+(?=\]\n)", "9999, 1"),
    ]
    expected = sorted(edit(files, *pattern_and_new) for pattern_and_new in edits)

    with pytest.raises(InvalidArchive) as caught:
        za.load(seeds)

    problems = caught.value.problems
    assert [(p.file, p.line) for p in problems] == expected
    assert {p.code for p in problems} == {"unknown-key", "invalid-value", "unknown-reference"}
    assert {p.message.partition(",")[0] for p in problems} >= {"unknown key; did you mean 'property'?"}


def edit(files: list[Path], pattern: str, new: str) -> tuple[str, int]:
    """Change the first match in the first of the files that has one, and take that file from the list."""
    file = next(file for file in files if re.search(pattern, file.read_text(encoding="utf-8")))
    files.remove(file)
    text = file.read_text(encoding="utf-8")
    found = re.search(pattern, text)
    file.write_bytes((text[: found.start()] + new + text[found.end() :]).encode())
    return f"sources/{file.name}", text[: found.start()].count("\n") + 1


# --- lines


def places(tables: object, path: tuple[str | int, ...] = ()):
    """The path of everything in parsed TOML."""
    if path:
        yield path
    items = tables.items() if isinstance(tables, dict) else enumerate(tables) if isinstance(tables, list) else ()
    for step, item in items:
        yield from places(item, (*path, step))


def test_everything_in_the_files_has_a_line():
    for text in small.FILES.values():
        assert set(lines(text)) == set(places(tomllib.loads(text)))


TRICKY = """\
# [not.a.table]
top = "[[claims]] # not a comment"  # [neither]
'quoted key' = 1979-05-27T07:32:00Z
"esc\\u0041ped" . dotted = +1.5e3
text = \"\"\"
[claims] = "no"
\\\"\"\" still no\"\"\"\"\"
raw = '''
at = [1]\\'''
lists = [
  [1, 2],  # ]
  { a = 'x, }', b.c = [] },

  [3]
]

[[claims]]
id = "a"

  [claims.value]
  low = 1

  [[claims.steps]]
  who = "b"
  [[claims.steps]]
  who = "c"
[[claims]]
id = "d"
[a.b]
[a]
c = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("quoted key",), 3),
        (("escAped",), 4),
        (("escAped", "dotted"), 4),
        (("text",), 5),
        (("raw",), 8),
        (("lists",), 10),
        (("lists", 0, 1), 11),
        (("lists", 1, "a"), 12),
        (("lists", 1, "b", "c"), 12),
        (("lists", 2), 14),
        (("lists", 2, 0), 14),
        (("claims",), 17),
        (("claims", 0), 17),
        (("claims", 0, "value", "low"), 21),
        (("claims", 0, "steps", 0, "who"), 24),
        (("claims", 0, "steps", 1), 25),
        (("claims", 0, "steps", 1, "who"), 26),
        (("claims", 1), 27),
        (("claims", 1, "id"), 28),
        (("a",), 29),
        (("a", "b"), 29),
        (("a", "c"), 31),
    ],
)
def test_line(path, line):
    assert lines(TRICKY)[path] == line


def test_every_place_of_a_tricky_text_has_a_line():
    assert set(lines(TRICKY)) == set(places(tomllib.loads(TRICKY)))
