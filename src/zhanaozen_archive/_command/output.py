"""Everything that is printed goes through here: lines, and lists as JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from zhanaozen_archive._archive import SCHEMA_VERSION, Row, record
from zhanaozen_archive._archive.tables import cell
from zhanaozen_archive._command import FINE
from zhanaozen_archive._command.options import Format

T = TypeVar("T")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of writing, and halves of characters."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|&~])")


class Versioned(Protocol):
    """Data that says which it is: an archive, or what an engine found in one."""

    @property
    def data_version(self) -> str:
        """Its version, by the calendar."""

    @property
    def digest(self) -> str:
        """SHA-256 over all its records."""


class Heading(str):
    """A line that is set off from the others: bold, where a terminal shows it."""

    __slots__ = ()


def seen(text: str) -> str:
    """The text with every character made visible that could steer a terminal."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def write(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    bold = _is_styled()
    for line in lines:
        shown = seen(line)
        print(f"\x1b[1m{shown}\x1b[0m" if bold and isinstance(line, Heading) else shown)


def complain(text: str) -> None:
    """Say something on stderr, which is no part of the data."""
    for line in text.split("\n"):
        print(seen(line), file=sys.stderr)


def _is_styled() -> bool:
    """Whether to write bold: as NO_COLOR and FORCE_COLOR say, or else on a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def give(
    archive: Versioned,
    name: str,
    things: Sequence[T],
    how: Format,
    *,
    row: Callable[[T], Row],
    lines: Callable[[Sequence[T]], Iterable[str]],
) -> int:
    """Print a list in the format asked for.

    Args:
        archive: Where the list is from.
        name: What it is a list of, which is also its name in JSON.
        things: The list.
        how: The format.
        row: A flat row of one of them, for CSV and Markdown.
        lines: All of them, for reading.
    """
    if how == "json":
        reply(archive, **{name: [record(thing) for thing in things]})
    elif how == "csv":
        print(_csv([row(thing) for thing in things]), end="")
    elif how == "md":
        write(_markdown([row(thing) for thing in things]))
    else:
        shown = list(lines(things))
        write(shown)
        if not shown:
            complain(f"no {name} found")
    return FINE


def reply(archive: Versioned, **content: object) -> None:
    """Print the answer as one object of JSON, its content under the names given."""
    answer = {
        "schema_version": SCHEMA_VERSION,
        "data_version": archive.data_version,
        "digest": archive.digest,
        **content,
    }
    written = json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=2)
    write(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in written.split("\n"))


def _csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    if rows:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(rows[0])
        table.writerows([_csv_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _csv_cell(value: str | int | None) -> str | int | None:
    """A cell that neither a spreadsheet nor a terminal runs."""
    safe = cell(value)
    return seen(safe) if isinstance(safe, str) else safe


def _markdown(rows: Sequence[Row]) -> Iterator[str]:
    """A pipe table of the columns in which any row has something."""
    names = [name for name in (rows[0] if rows else {}) if any(row[name] is not None for row in rows)]
    if names:
        yield _markdown_row(names)
        yield _markdown_row(["---"] * len(names))
    for row in rows:
        yield _markdown_row([_markdown_cell(row[name]) for name in names])


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown_cell(value: str | int | None) -> str:
    return "" if value is None else _MARKUP.sub(r"\\\1", " ".join(str(value).split()))
