"""What docs/exports.md tells its readers to do, done."""

import re
import shlex
from pathlib import Path

import pypandoc
import pytest

import zhanaozen_archive as za
from tests.commands import run
from zhanaozen_archive._exporting import FORMATS
from zhanaozen_archive._exporting.json_schema import json_schema

PAGE = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_python_on_the_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names = {}

    for code in blocks("python"):
        exec(compile(code, "docs/exports.md", "exec"), names)  # noqa: S102  # our own page

    assert ["archive.jsonl.gz", "references.json", "tables"] == sorted(entry.name for entry in tmp_path.iterdir())
    dead = za.load().claims(of=za.KILLED)
    assert len(dead) == len(names["dead"])
    assert [claim.value.low for claim in dead] == [*names["dead"]["low"]]
    assert "officials" in capsys.readouterr().out


def test_the_commands_on_the_page_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    [commands] = [block for block in blocks("console") if "export" in block]

    for line in commands.splitlines():
        argv = shlex.split(line.partition(" > ")[0])[2:]
        assert run(capsys, *argv)[0] == 0

    assert ["references.json", "tables"] == sorted(entry.name for entry in tmp_path.iterdir())


@pytest.mark.parametrize("format", ["csl-json", "biblatex"])
def test_pandoc_cites_from_the_file(tmp_path, format):
    file = tmp_path / ("references.json" if format == "csl-json" else "references.bib")
    za.export(za.load(), format, file)
    [cited] = re.findall(r"`(\[@.*\])`", PAGE)

    text = pypandoc.convert_text(cited, "plain", "markdown", extra_args=["--citeproc", f"--bibliography={file}"])

    assert "RFE/RL" in text or "Riot Police" in text
    assert "para. 13" in text
    assert "Brought to Kazakh Town" in text or "Brought To Kazakh Town" in text


def test_every_format_is_on_the_page():
    assert {*FORMATS} <= {*re.findall(r"`([a-z-]+)`", PAGE)}


def test_every_key_of_the_whole_archive_is_documented():
    """A vocabulary's terms, a reading's words, and the facts that are inferred are names of data, not of the form."""
    page = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")

    def keys(schema):
        yield from schema.get("properties", {})
        inner = [schema.get("items", {}), schema.get("additionalProperties", {}), *schema.get("oneOf", ())]
        for one in filter(None, (*inner, *schema.get("properties", {}).values(), *schema.get("$defs", {}).values())):
            yield from keys(one)

    assert [] == sorted({key for key in keys(json_schema()) if f"`{key}`" not in page})
