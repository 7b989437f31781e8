"""The shipped archive from its snapshot, whose tables were checked before they were shipped: they need no second look.

What checks tables is the heaviest thing that loading imports, and what finds files the next: neither is needed here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from zhanaozen_archive._loading.rows import HintRow, StepRow, WordRow
from zhanaozen_archive._loading.typed import Parsed
from zhanaozen_archive._model.sources import Span

T = TypeVar("T")


def read_snapshot() -> Parsed | None:
    """The tables of all files, put beside them when the package is built; None in a checkout, which has no such file.

    JSON is read in a tenth of the time that TOML takes.
    """
    import json

    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - see above
    try:
        with open(f"{package}/seeds/snapshot.json", "rb") as file:  # noqa: PTH123
            parsed: Parsed = json.load(file)
    except FileNotFoundError:
        return None
    return parsed


def trusted(table: Any, row: type[T], *_: object) -> T:
    """A table that is as it should be, as a row."""
    return row(**{key: _READ.get(key, _plain)(value) for key, value in table.items()})


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _spans(value: list[Any]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in (value if isinstance(value[0], list) else (value,)))


def _hint(value: Any) -> HintRow:
    return trusted(value, HintRow)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "about": _hint,
    "also_at": _spans,
    "at": _spans,
    "attribution": lambda steps: tuple(trusted(step, StepRow) for step in steps),
    "ceilings": _hint,
    "floors": _hint,
    "quote": lambda quote: tuple(quote) if isinstance(quote, list) else (quote,),
    "words": lambda words: {word: trusted(bounds, WordRow) for word, bounds in words.items()},
}
"""What reads the keys whose values are not as a row holds them, whichever table they are of."""
