"""What helps to code texts: a folder to start from, words and their places, and schemas for editors."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests import small
from tests.commands import run
from tests.seedwriter import seeds
from tests.strategies import archives
from tests.test_loading_problems import MISSING_KEYS, UNKNOWN_KEYS, WRONG_TYPES
from zhanaozen_archive._loading import starting
from zhanaozen_archive._loading.anchoring import Text, anchors, toml
from zhanaozen_archive._loading.schema import schemas
from zhanaozen_archive._loading.starting import schema_text

SCHEMAS = Path(__file__).resolve().parents[1] / "docs" / "schema"
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas().items()}
TEXT = (
    "Placeholder headline\n\nTwelve chairs were moved, “twelve chairs”.\n\nThe door was open\u200b for 20\u00a0days.\n"
)


NO_UTF_8 = "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    return path


# --- a folder to start from


def test_a_new_archive_has_nothing_wrong(capsys, tmp_path):
    folder = tmp_path / "deep" / "mine"

    code, out, err = run(capsys, "new", folder)

    assert (code, err) == (0, "")
    assert (
        out
        == f"{folder}: describe a text with `zhanaozen anchor TEXT`, then check with `zhanaozen validate {folder}`\n"
    )
    assert za.problems(folder) == ()
    archive = za.load(folder)
    assert (archive.title, len(archive.sources()), len(archive.codebook.definitions)) == ("mine", 0, 6)
    assert archive.readings == za.load().readings


def test_a_new_archive_has_the_title_that_is_given(capsys, tmp_path):
    run(capsys, "new", tmp_path / "mine", "--title", 'A "title" \\ of\u200b mine')

    assert "\u200b" not in (tmp_path / "mine" / "archive.toml").read_text("utf-8")
    assert [problem.code for problem in za.problems(tmp_path / "mine")] == ["hidden-character"]


def test_the_files_of_a_new_archive_name_schemas_that_lie_beside_them(capsys, tmp_path):
    run(capsys, "new", tmp_path / "mine")

    for file in (tmp_path / "mine").glob("*.toml"):
        first, _, _ = file.read_text("utf-8").partition("\n")
        schema = file.parent / first.removeprefix("#:schema ")
        assert json.loads(schema.read_text("utf-8")) == schemas()[file.stem]
        VALIDATORS[file.stem].validate(tomllib.loads(file.read_text("utf-8")))


def test_an_empty_folder_is_filled_and_what_is_there_is_left_alone(capsys, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "empty")

    assert run(capsys, "new", tmp_path / "link")[0] == 1
    assert run(capsys, "new", tmp_path / "empty")[0] == 0
    for name in ("full", "file"):
        code, _, err = run(capsys, "new", tmp_path / name)
        assert (code, err) == (1, f"error: {str(tmp_path / name)!r} is there already, and is not empty\n")
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["a"]


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_of_a_new_archive_there_is_all_or_nothing(tmp_path, monkeypatch, fault):
    """Whichever write is the one that fails."""
    written = Path.write_text

    for count in range(12):
        left = iter(range(count))

        def write(path, *args, left=left, **more):
            if next(left, None) is None:
                raise fault
            return written(path, *args, **more)

        monkeypatch.setattr(Path, "write_text", write)
        with pytest.raises(type(fault)):
            starting.start(tmp_path / "mine", "Mine")
        assert [*tmp_path.iterdir()] == []


def test_a_new_folder_has_the_permissions_that_others_have(tmp_path):
    starting.start(tmp_path / "mine", "Mine")
    (tmp_path / "other").mkdir()

    assert os.stat(tmp_path / "mine").st_mode == os.stat(tmp_path / "other").st_mode  # noqa: PTH116


# --- words and their places


def test_the_lines_that_describe_a_text(capsys, text):
    from hashlib import sha256

    code, out, err = run(capsys, "anchor", text)

    assert (code, err) == (0, "")
    assert tomllib.loads(out) == {
        "text": {
            "file": "a.txt",
            "sha256": sha256(TEXT.encode()).hexdigest(),
            "length": len(TEXT),
            "paragraphs": [0, TEXT.index("Twelve"), TEXT.index("The door")],
        }
    }


def test_a_text_without_empty_lines_has_a_paragraph_a_line():
    assert Text("a", "one\ntwo\n  three\n", "0").paragraphs == (0, 4, 10)
    assert Text("a", "\n\none\n\ntwo", "0").paragraphs == (2, 7)


@pytest.mark.parametrize(
    ("words", "quote", "told"),
    [
        (["Twelve chairs"], "Twelve chairs", ""),
        (["20 days"], "20\u00a0days", "not to the letter: the text differs in spaces and line ends\n"),
        (['"twelve chairs"'], "“twelve chairs”", "not to the letter: the text differs in quotation marks\n"),
        (
            ["open for"],
            "open\u200b for",
            "not to the letter: the text differs in characters that cannot be seen\n",
        ),
        (["The floor was open"], "d. The door was open".replace("d. ", "\n"), None),
    ],
)
def test_the_lines_of_a_claim(capsys, text, words, quote, told):
    code, out, err = run(capsys, "anchor", text, *words)

    found = tomllib.loads(out)
    start, end = found["at"]
    assert TEXT[start:end] == found["quote"]
    assert told is None or (found["quote"], err, code) == (quote, told, 1 if told else 0)
    assert told is not None or err == "not to the letter: the text differs in the words\n"


def test_a_text_of_any_name_can_be_named(capsys, tmp_path):
    odd = tmp_path / ".a:b\\c"
    odd.write_bytes(TEXT.encode())
    (tmp_path / "link").symlink_to(odd)

    assert run(capsys, "anchor", odd, "Twelve")[0] == run(capsys, "anchor", tmp_path / "link", "Twelve")[0] == 0


def test_words_with_others_between(capsys, text):
    _, out, _ = run(capsys, "anchor", text, "Twelve", "moved")

    assert tomllib.loads(out) == {"quote": ["Twelve", "moved"], "at": [[22, 28], [41, 46]]}


def test_words_that_nothing_is_like(capsys, text):
    assert run(capsys, "anchor", text, "Twelve", "zzzzzzzzzzzz") == (1, "", "nothing in the text is like these words\n")


def test_several_places_are_listed(capsys, text):
    _, out, err = run(capsys, "anchor", text, "chairs")

    assert out.count("at = [") == 2
    assert err == "2 places; keep the one that is meant, or give more words\n"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "is a pipe, not a file"),
        (lambda path: path.write_bytes(b"\xff"), f"is not UTF-8: {NO_UTF_8}"),
        (lambda _: None, "cannot be read: No such file or directory"),
    ],
)
def test_what_is_no_text(capsys, tmp_path, make, told):
    make(tmp_path / "b.txt")

    assert run(capsys, "anchor", tmp_path / "b.txt", "a") == (1, "", f"error: {tmp_path / 'b.txt'}: {told}\n")


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_text_is_written_so_that_toml_reads_it(text):
    written = toml(text)

    assert tomllib.loads(f"a = {written}") == {"a": text}
    assert not any(c in written for c in "\u200b\u202e\ufeff\x00\x7f")


@given(st.text("ab ", min_size=1), st.text("ab ", min_size=1, max_size=3), st.text("ab ", min_size=1, max_size=3))
def test_an_anchor_stands_where_it_says(text, one, other):
    for anchor in anchors(text, (one, other)):
        assert [text[start:end] for start, end in anchor.at] == [one, other]
        assert anchor.at[0][1] <= anchor.at[1][0]


# --- schemas


@pytest.mark.parametrize("kind", VALIDATORS)
def test_schemas_are_what_the_code_says(kind):
    """Run with ZHANAOZEN_SNAPSHOTS=write to write them anew."""
    file, now = SCHEMAS / f"{kind}.json", schema_text(schemas()[kind])
    if os.environ.get("ZHANAOZEN_SNAPSHOTS") == "write":
        file.write_text(now, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == now
    VALIDATORS[kind].check_schema(schemas()[kind])


def kind_of(file: str) -> str:
    return "source" if file.startswith("sources/") else file.removesuffix(".toml")


def test_the_shipped_archive_fits_its_schemas():
    folder = Path(__file__).resolve().parents[1] / "seeds"
    for file in folder.rglob("*.toml"):
        kind = kind_of(file.relative_to(folder).as_posix())
        VALIDATORS[kind].validate(tomllib.loads(file.read_text("utf-8")))


def test_the_small_archive_fits_its_schemas():
    for file, content in small.FILES.items():
        VALIDATORS[kind_of(file)].validate(tomllib.loads(content))


@settings(max_examples=20)
@given(archives())
def test_every_archive_fits_the_schemas(archive):
    for file, tables in seeds(archive).items():
        VALIDATORS[kind_of(file)].validate(json.loads(json.dumps(tables)))


def is_seen_by_an_editor(mistake) -> bool:
    """Keys and types; what one key asks of another only the loader knows. To JSON, 1.0 is a whole number."""
    is_key = mistake.code == "unknown-key" or mistake.told.endswith("is missing")
    others = ("inferred", ".0", "without end")
    return (is_key or mistake.code == "wrong-type") and not any(told in mistake.told for told in others)


@pytest.mark.parametrize(
    "mistake",
    [m for m in (case.values[0] for case in UNKNOWN_KEYS + MISSING_KEYS + WRONG_TYPES) if is_seen_by_an_editor(m)],
    ids=lambda mistake: mistake.told,
)
def test_what_the_loader_refuses_in_a_table_an_editor_marks(mistake):
    tables = tomllib.loads(small.changed((mistake.file, mistake.old, mistake.new))[mistake.file])

    assert not VALIDATORS[kind_of(mistake.file)].is_valid(tables)
