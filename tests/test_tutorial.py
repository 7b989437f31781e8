"""The tutorial is carried out as it is written: every file, every command with what it prints, every line of Python."""

from __future__ import annotations

import doctest
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from zhanaozen_archive._command import main

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tutorial.md"
_LINES = re.MULTILINE | re.DOTALL
_BLOCK = re.compile(r"(?:<!-- (file|append|replace): (\S+) -->\n)?```(\w+)\n(.*?)^```$", _LINES)
WRITE = os.environ.get("ZHANAOZEN_TUTORIAL") == "write"
"""Whether to put what the commands print into the page; look at the difference before committing it."""


def printed(capsys, line: str) -> str:
    """Carry out a command of the page and give what it prints and says."""
    name, *argv = shlex.split(line)
    assert name == "zhanaozen"
    main(argv)
    out = capsys.readouterr()
    return out.out + out.err


def carried_out(capsys, block: str) -> Iterator[str]:
    """The lines of a console, each command followed by what it prints now."""
    for line in block.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{printed(capsys, line[2:])}"


def put(how: str, name: str, content: str) -> None:
    """Do to a file what the reader is told to."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    if how == "replace":
        old, new = content.splitlines()
        assert before.count(old) == 1
        content = before.replace(old, new)
    path.write_text(before + content if how == "append" else content, "utf-8")


def test_the_tutorial_as_it_is_written(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    page = PAGE.read_text("utf-8")
    written: list[tuple[str, str]] = []
    names: dict[str, object] = {}
    for how, name, language, block in _BLOCK.findall(page):
        if how:
            put(how, name, block)
        elif language == "console":
            now = "".join(carried_out(capsys, block))
            written.append((block, now))
        else:
            test = doctest.DocTestParser().get_doctest(block, {}, "tutorial", str(PAGE), 0)
            test.globs = names
            assert language == "python"
            assert doctest.DocTestRunner().run(test, clear_globs=False).failed == 0, capsys.readouterr().out
    if WRITE:
        anew = iter(written)
        PAGE.write_text(
            re.sub(r"(?<=```console\n)(.*?)(?=^```$)", lambda _: next(anew)[1], page, flags=_LINES), "utf-8"
        )

    assert len(written) == 7
    assert [now for _, now in written] == [block for block, _ in written]
