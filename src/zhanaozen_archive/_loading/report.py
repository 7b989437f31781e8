"""Collecting everything that is wrong with a folder, so that it is reported at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from reprlib import Repr
from typing import Any

from attrs import Factory, define

from zhanaozen_archive._loading.lines import Path, lines
from zhanaozen_archive.errors import Code, InvalidValue, Problem

FILE_OF = {
    "agent": "agents.toml",
    "event": "events.toml",
    "place": "places.toml",
    "population": "codebook.toml",
    "property": "codebook.toml",
    "term": "codebook.toml",
    "vague word": "readings.toml",
    "vocabulary": "codebook.toml",
}
"""Where each kind of thing that can be referred to is defined; voices and claims are defined in `sources/`."""
MANY = 12
"""More choices than this are not listed."""
MOST = 1000
"""More problems than this are counted, not told."""
_LONGEST = 500
"""Characters of a message or a place."""
_WORD = 100
"""Characters of a word for which one is looked for that looks like it."""
_CHOICES = 2000
"""Choices that a word is compared with; of more, only with some that begin as it does."""
Message = str | Callable[[], str]
"""What is wrong and, where it can be told, what was meant; a function where that is work."""


class UnknownReference(InvalidValue):
    """Something that a value names is not there.

    Attributes:
        what: What it would be: a key of `FILE_OF`, or "value".
        message: Says so; a function, for looking for what was meant is work.
    """

    def __init__(self, what: str, word: object, choices: Collection[str]) -> None:
        super().__init__(f"unknown {what}")
        self.what = what
        self.message = partial(unknown, what, word, choices)


def code_of(error: BaseException) -> Code:
    """The code of what an error says; most values are just not such as can be."""
    code: Code = getattr(error, "code", "invalid-value")
    return code


def message_of(error: BaseException) -> Message:
    """What an error says."""
    return error.message if isinstance(error, UnknownReference) else str(error)


@define
class Report:
    """What was found in the files so far."""

    texts: dict[str, str] = Factory(dict)
    """The files that were read, to find the line of a problem."""
    tables: dict[str, object] = Factory(dict)
    """The same, parsed, to name the item of a problem."""
    problems: list[Problem] = Factory(list)
    untold: int = 0
    """Problems beyond those that are told."""
    lost: set[str] = Factory(set)
    """Files that could not be read: what refers to them is not judged."""
    _unread: set[tuple[str, Path]] = Factory(set)
    _partly: set[tuple[str, Path]] = Factory(set)
    _lines: dict[str, dict[Path, int]] = Factory(dict)

    def add(self, file: str, path: Path, code: Code, message: Message, *, line: int = 0) -> None:
        """Note a problem at a place of a file; its line is looked for where it is not given."""
        if self.is_unread(file, path):
            return
        if self.is_full:
            self.untold += 1
            return
        told = message if isinstance(message, str) else message()
        line = line or self._line(file, path)
        self.problems.append(Problem(self._name(file), line, _short(self._where(file, path)), code, _short(told)))

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted, so that it is of no use to look for what was meant."""
        return len(self.problems) >= MOST

    def found(self) -> tuple[Problem, ...]:
        """All problems in the order of files and lines, and behind them how many are not told."""
        return (*sorted(self.problems), *too_many(self.untold))

    def add_unread(self, file: str, path: Path, code: Code, message: Message) -> None:
        """Note that the value at a place could not be read, so that whatever stands in for it is not judged."""
        self.add(file, path[:-1] if code == "missing-key" else path, code, message)
        self._unread.add((file, path))
        if path and isinstance(path[-1], int):
            self._partly.add((file, path[:-1]))

    def add_misspelt(self, file: str, path: Path, meant: str | None, message: Message) -> None:
        """Note a key that is unknown; the one that was meant, if any, stands where this one does."""
        self.add(file, path, "unknown-key", message)
        if meant is not None and not self.is_full:
            self._places(file).setdefault((*path[:-1], meant), self._line(file, path))

    def is_unread(self, file: str, path: Path) -> bool:
        """Whether the value at a place, one around it, or an item of it could not be read."""
        around = (path[:end] for end in range(len(path) + 1))
        return (file, path) in self._partly or any((file, place) in self._unread for place in around)

    def add_unknown(self, file: str, path: Path, what: str, message: Message) -> None:
        """Note a reference to what is not there, unless the file that would hold it could not be read."""
        if FILE_OF.get(what) not in self.lost:
            self.add(file, path, "unknown-reference", message)

    def _name(self, file: str) -> str:
        """The file, as a problem names it."""
        return printable(file)

    def _where(self, file: str, path: Path) -> str:
        """The place, as a problem names it."""
        return place_in(self.tables.get(file), path)

    def _line(self, file: str, path: Path) -> int:
        """The line of the innermost of a path that the file holds; 0 where that is the file as a whole."""
        found = self._places(file)
        return next((found[path[:end]] for end in range(len(path), 0, -1) if path[:end] in found), 0)

    def _places(self, file: str) -> dict[Path, int]:
        if file not in self._lines:
            self._lines[file] = lines(self.texts[file]) if file in self.tables else {}
        return self._lines[file]


def too_many(untold: int) -> Iterator[Problem]:
    """The last line of a report that does not tell all problems."""
    if untold > 0:
        message = f"{untold:,} more problems are not listed; mend these {MOST:,} first"
        yield Problem("", 0, "", "too-many-problems", message)


def place_in(tables: object, path: Path) -> str:
    """The place in words, an item by its id where it has one: 'claim "killed": value'."""
    parts: list[str] = []
    for step in path:
        tables = _item(tables, step)
        if isinstance(step, int):
            name = tables.get("id", tables.get("key")) if isinstance(tables, dict) else None
            what = parts.pop()
            named = isinstance(name, str) and len(name) <= _WORD and name.isprintable()
            parts.append(f'{what.removesuffix("s")} "{name}"' if named else f"{what}[{step}]")
        else:
            parts.append(step if re.fullmatch(rf"[\w-]{{1,{_WORD}}}", step) else shown(step))
    return ": ".join(parts)


def _item(tables: object, step: str | int) -> object:
    if isinstance(tables, dict):
        return tables.get(step)
    return tables[step] if isinstance(tables, list) and isinstance(step, int) else None


class _Repr(Repr):
    """Like `repr`, but short, and as the value stands in a file."""

    def repr_int(self, x: int, level: int) -> str:
        return super().repr_int(x, level) if x.bit_length() < ENDLESS else "a number without end"

    def repr_bool(self, x: bool, _: int) -> str:  # noqa: FBT001 - the base class calls it so
        return str(x).lower()

    def repr_date(self, x: Any, _: int) -> str:
        return f"{x.isoformat()} without quotation marks"

    repr_datetime = repr_time = repr_date


ENDLESS = 1000
"""Bits from which a number is not written out: Python refuses to write very long ones."""
_SHORT = _Repr()
_SHORT.maxstring = _SHORT.maxother = 80


def shown(value: object) -> str:
    """A value in a message: short, and safe whatever it is."""
    return _SHORT.repr(value)


def printable(name: str) -> str:
    """A name as it is or, where that could not be seen or read, as a short text with escapes."""
    return name if len(name) <= _WORD and name.isprintable() else shown(name)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like the word; None where none does."""
    from difflib import get_close_matches

    if len(word) > _WORD:
        return None
    among = list(choices)
    if len(among) > _CHOICES:
        among = [choice for choice in among if choice[:1] == word[:1]][:_CHOICES]
    return next(iter(get_close_matches(word, among, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A hint at the likeliest of the choices, to put behind a message; empty where none looks like the word."""
    meant = closest(word, choices)
    return f"; did you mean {meant!r}?" if meant else ""


def unknown(what: str, word: object, choices: Collection[str]) -> str:
    """A message that a word is none of the choices, with the likeliest or, where they are few, all of them."""
    hint = did_you_mean(word, choices) if isinstance(word, str) else ""
    if not hint and len(choices) <= MANY:
        hint = f"; it is one of {', '.join(map(printable, choices))}" if choices else "; there is none"
    return f"unknown {what} {shown(word)}{hint}"
