"""Pieces of reStructuredText."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zhanaozen_archive._citing.rich import Text
from zhanaozen_archive._citing.writers.rst import write


def heading(text: str, line: str) -> Iterator[str]:
    """A heading, which is text as RST, over a line of this character."""
    yield from ("", text, line * (2 * len(text)), "")


def directive(name: str, argument: str = "", **options: str) -> Iterator[str]:
    """A directive of the domain `za`, with its options."""
    yield f".. za:{name}:: {argument}".rstrip()
    yield from (f"   :{option}: {value}".rstrip() for option, value in options.items())
    yield ""


def fields(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Facts, which are text as RST, with their names."""
    yield from (f":{name}: {value}" for name, value in facts)
    yield ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of one-line cells, which are text as RST; nothing where there are no rows."""
    if not (body := list(rows)):
        return
    yield from (".. list-table::", "   :header-rows: 1", "")
    for first, *others in (heads, *body):
        yield f"   * - {first}"
        yield from (f"     - {cell}" for cell in others)
    yield ""


def escaped(text: str) -> str:
    """Any text as RST."""
    return write((Text(text),))


def in_role(record: object) -> str:
    """A label as the text of a role that names its target: without what would end it."""
    return " ".join(str(record).replace("\\", "").replace("`", "’").replace("<", "‹").replace(">", "›").split())
