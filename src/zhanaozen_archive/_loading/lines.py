"""Where the tables, keys and items of a TOML text stand; looked for only when something is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""A place in a file: names of tables and keys, and numbers of items from 0."""
_TOKEN = re.compile(
    r'"{3}(?:\\.|[^\\])*?"{3,5}|"(?:\\.|[^"\\])*"'  # texts with escapes, over several lines and over one
    r"|'{3}.*?'{3,5}|'[^']*'"  # texts without
    r"|#[^\n]*|[][{},=.\n]"
    r"""|[^][{},=.\s"'#]+""",
    re.DOTALL,
)


def lines(text: str) -> dict[Path, int]:
    """The line, from 1, of everything in a text that is TOML, by its place."""
    return _Scanner(text).found


class _Scanner:
    """Walks through the tokens of a text once. It trusts that the text is TOML and checks nothing."""

    def __init__(self, text: str) -> None:
        self.found: dict[Path, int] = {}
        self._lists: dict[Path, int] = {}
        self._tokens = tokens(text)
        self._next, self._next_line = next(self._tokens)
        table: Path = ()
        while self._to_content() != "":
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _peek(self) -> str:
        return self._next

    def _take(self) -> str:
        token, self.line = self._next, self._next_line
        self._next, self._next_line = next(self._tokens, ("", self.line))
        return token

    def _to_content(self) -> str:
        """The next token that is no comment and no end of a line; empty at the end of the text."""
        while self._peek() == "\n" or self._peek().startswith("#"):
            self._take()
        return self._peek()

    def _key(self, path: Path, end: str) -> Path:
        """The path lengthened by a dotted key; everything on the way stands here unless it was met before."""
        while (part := self._take()) != end:
            if part != ".":
                path = (*self._last(path), _name(part))
                self.found.setdefault(path, self.line)
        return path

    def _last(self, path: Path) -> Path:
        """The path itself; of a list of tables, the last of them."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _header(self) -> Path:
        self._take()
        several = self._peek() == "["
        if several:
            self._take()
        path = self._key((), "]")
        if several:
            self._take()
            self._lists[path] = self._lists.get(path, -1) + 1
            path = self._last(path)
            self.found[path] = self.line
        return path

    def _pair(self, table: Path) -> None:
        self._value(self._key(table, "="))

    def _value(self, path: Path) -> None:
        opened = self._take()
        if opened not in ("[", "{"):
            while self._peek() not in (",", "]", "}", "\n", "") and not self._peek().startswith("#"):
                self._take()
            return
        item = 0
        while self._to_content() not in ("]", "}"):
            if self._peek() == ",":
                self._take()
                item += 1
            elif opened == "{":
                self._pair(path)
            else:
                self.found[*path, item] = self._next_line
                self._value((*path, item))
        self._take()


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """The tokens with their lines; an empty one marks the end."""
    line = 1
    for match in _TOKEN.finditer(text):
        yield match[0], line
        line += match[0].count("\n")
    yield "", line


def _name(token: str) -> str:
    if token[0] not in "\"'":
        return token
    from tomllib import loads

    return str(loads(f"name = {token}")["name"])
