"""Collecting everything that is wrong with a folder, so that it is reported at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from attrs import Factory, define

from zhanaozen_archive.errors import Problem

Path = tuple[str | int, ...]
"""A place in a file: names of tables and keys, and numbers of items from 0."""


@define
class Report:
    """What was found in the files so far."""

    texts: dict[str, str] = Factory(dict)
    """The files that were read, to find the line of a problem."""
    tables: dict[str, object] = Factory(dict)
    """The same, parsed, to name the item of a problem."""
    problems: list[Problem] = Factory(list)

    def add(self, file: str, path: Path, code: str, message: str, *, line: int = 0) -> None:
        """Note a problem at a place of a file; its line is looked for where it is not given."""
        line = line or line_of(self.texts.get(file, ""), path)
        self.problems.append(Problem(file, line, place_in(self.tables.get(file), path), code, message))


def place_in(tables: object, path: Path) -> str:
    """The place in words, an item by its id where it has one: 'claim "killed": value'."""
    parts: list[str] = []
    for step in path:
        tables = _item(tables, step)
        if isinstance(step, int) and parts:
            name = tables.get("id", tables.get("key")) if isinstance(tables, dict) else None
            what = parts.pop()
            parts.append(f'{what.removesuffix("s")} "{name}"' if isinstance(name, str) else f"{what}[{step}]")
        else:
            parts.append(str(step))
    return ": ".join(parts)


def _item(tables: object, step: str | int) -> object:
    if isinstance(tables, dict):
        return tables.get(step)
    if isinstance(tables, list) and isinstance(step, int) and step < len(tables):
        return tables[step]
    return None


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of the table and key that a path names; 0 where it cannot be told."""
    lines = text.splitlines()
    start, rest = _table(lines, path)
    if not rest:
        return start
    key = re.compile(rf"""\s*["']?{re.escape(str(rest[0]))}["']?\s*[.=]""")
    for number, line in enumerate(lines[start:], start + 1):
        if key.match(line):
            return number
        if _HEADER.match(line):
            break
    return start


_HEADER = re.compile(r"\s*\[{1,2}([^\[\]=]+)\]{1,2}\s*(#.*)?$")


def _table(lines: Sequence[str], path: Path) -> tuple[int, Path]:
    """The line of the deepest header on the path, and the rest of the path below it."""
    found, rest, seen = 0, path, -1
    for number, line in enumerate(lines, 1):
        if not (header := _HEADER.match(line)):
            continue
        name = tuple(part.strip().strip("\"'") for part in header[1].split("."))
        if len(path) > 1 and isinstance(path[1], int) and name == path[:1]:
            seen += 1
            if seen == path[1]:
                return number, path[2:]
        elif name == path[: len(name)] and len(name) > len(path) - len(rest):
            found, rest = number, path[len(name) :]
    return found, rest


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like the word; None where none does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(choices), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A hint at the likeliest of the choices, to put behind a message; empty where none looks like the word."""
    meant = closest(word, choices)
    return f"; did you mean {meant!r}?" if meant else ""


def unknown(what: str, word: object, choices: Collection[str]) -> str:
    """A message that a word is none of the choices, with the likeliest or, where they are few, all of them."""
    hint = did_you_mean(word, choices) if isinstance(word, str) else ""
    few = f"; it is one of {', '.join(choices)}" if 0 < len(choices) <= MANY else ""
    return f"unknown {what} {word!r}{hint or few}"


MANY = 12
"""More choices than this are not listed."""
