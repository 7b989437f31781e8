"""The verb `export`: to stdout, to a file, and what it says when it cannot."""

import json

import pytest

import zhanaozen_archive as za
from tests.commands import run, write_archive
from zhanaozen_archive._exporting import FORMATS

FOLDERS, BINARY = ("csv", "parquet"), ("sqlite",)
TEXTS = [name for name in FORMATS if name not in {*FOLDERS, *BINARY}]


@pytest.mark.parametrize("format", TEXTS)
def test_a_text_goes_to_stdout_or_to_a_file_and_is_the_same(capsys, tmp_path, format):
    seeds = write_archive(tmp_path)

    printed = run(capsys, "export", format, "--archive", seeds)
    quiet = run(capsys, "export", format, "-o", tmp_path / "out", "--archive", seeds)

    expected = "".join(za.export(za.load(seeds), format))
    assert ((0, expected, ""), (0, "", "")) == (printed, quiet)
    assert expected == (tmp_path / "out").read_bytes().decode()


@pytest.mark.parametrize("format", FOLDERS)
def test_tables_are_a_folder(capsys, tmp_path, format):
    seeds = write_archive(tmp_path)

    assert run(capsys, "export", format, "--output", tmp_path / "out", "--archive", seeds) == (0, "", "")
    assert sorted(za.export(za.load(seeds), format)) == sorted(file.name for file in (tmp_path / "out").iterdir())
    assert run(capsys, "export", format) == (2, "", f"error: {format} is several files: name a folder with -o\n")


@pytest.mark.parametrize("format", BINARY)
def test_what_is_no_text_is_a_file(capsys, tmp_path, format):
    seeds = write_archive(tmp_path)

    assert run(capsys, "export", format, "--output", tmp_path / "out", "--archive", seeds) == (0, "", "")
    assert za.export(za.load(seeds), format) == (tmp_path / "out").read_bytes()
    assert run(capsys, "export", format) == (2, "", f"error: {format} is no text: name a file with -o\n")


def test_names_of_private_persons_are_left_out(capsys, tmp_path):
    seeds = write_archive(tmp_path)

    code, out, _ = run(capsys, "export", "json", "--without-sensitive", "--archive", seeds)

    assert code == 0
    assert "A Reader" in za.export(za.load(seeds), "json")
    assert "A Reader" not in out
    assert ["name withheld"] in [agent["names"] for agent in json.loads(out)["agents"]]


def test_what_cannot_be_written_is_told(capsys, tmp_path):
    code, out, err = run(capsys, "export", "ris", "-o", tmp_path)

    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.endswith(f"a folder of this name is there; name a file: '{tmp_path}'\n")


def test_an_unknown_format_is_told(capsys):
    code, out, err = run(capsys, "export", "bibtx")

    assert (code, out) == (2, "")
    assert err.endswith('"annotations", "sqlite", "csv", "parquet", "jsonl". Did you mean "bibtex"?\n')
