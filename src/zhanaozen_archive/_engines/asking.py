"""What is asked of an engine, whichever it is: the pairs of claims that the rules find, with what the claims say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches
from itertools import groupby, islice
from typing import Any, TypedDict, Unpack

from attrs import frozen

from zhanaozen_archive._conflicts import Grade
from zhanaozen_archive._engines.engine import Engine
from zhanaozen_archive._exporting.rules import RULES
from zhanaozen_archive.errors import NotInArchive

MOST = 10_000
"""Pairs that are given of each query."""
FOUND_BY = {rule: rule for rule in RULES} | {"denial": "counts"}
"""Rules by which pairs are found, with the query that finds them: of a denied number only the bounds that are left."""
STRICT = "strict"
SAID = ("id", "event", "property", "value", "quote", "polarity", "root", "source")
_PAIRS = """
SELECT found.reading, found.gap, {columns}
FROM {view} AS found JOIN claims AS more ON more.id = found.more JOIN claims AS less ON less.id = found.less
ORDER BY CASE WHEN found.more < found.less THEN found.more ELSE found.less END,
    CASE WHEN found.more < found.less THEN found.less ELSE found.more END
"""
_COLUMNS = ", ".join(f'{side}."{name}" AS {side}_{name}' for side in ("more", "less") for name in SAID)


@frozen
class Said:
    """A claim, as the table of claims has it."""

    id: str
    event: str
    property: str
    value: str
    quote: str | None
    polarity: str
    root: str
    source: str


@frozen
class Pair:
    """Two claims on a number that cannot both be true: one has more than the other allows."""

    rule: str
    more: Said
    less: Said
    gap: int
    """How far apart they are under the first of the readings."""
    readings: tuple[str, ...]
    """Ids of the readings under which it is so, `strict` first, then by the alphabet."""

    @property
    def id(self) -> str:
        """That of the conflict between the two."""
        return f"{self.rule}:{'+'.join(sorted((self.more.id, self.less.id)))}"

    @property
    def grade(self) -> Grade:
        """`certain` where the strict reading suffices."""
        return "certain" if self.readings[0] == STRICT else "conventional"


@frozen
class Asked:
    """What an engine found."""

    data_version: str
    digest: str
    """Of the archive that was asked."""
    pairs: tuple[Pair, ...]
    """By event and property of the claim with less, then by id."""
    cut: tuple[str, ...]
    """Queries that find more pairs than are given."""


class Which(TypedDict, total=False):
    """Which pairs are asked for."""

    about: str | None
    of: str | None
    reading: str | None
    grade: Grade | None
    rules: Collection[str]


def ask(engine: Engine, **which: Unpack[Which]) -> Asked:
    """Ask an engine for the pairs of claims that cannot both be true for which all that is given holds.

    Args:
        engine: The engine.
        which: `about`, an event of which, or of a part of which, one claim is; `of`, a property; `reading`, under which
            it is so; `grade`, whether the strict reading suffices; each by its id; `rules`, some or, if empty, all.

    Raises:
        NotInArchive: There is no event, property or reading of that id.
    """
    rules, wanted = which.get("rules"), _wanted(engine, which)
    views = {view: None for rule, view in FOUND_BY.items() if not rules or rule in rules}
    found = {view: [*islice(filter(wanted, _pairs(engine, view)), MOST + 1)] for view in views}
    [(version, digest)] = engine.rows("SELECT data_version, digest FROM archive")
    pairs = (pair for some in found.values() for pair in some[:MOST])
    ordered = sorted(pairs, key=lambda pair: (pair.less.event, pair.less.property, pair.id))
    return Asked(version, digest, tuple(ordered), tuple(view for view, some in found.items() if len(some) > MOST))


def _wanted(engine: Engine, which: Which) -> Callable[[Pair], bool]:
    """Whether a pair is asked for."""
    about, of, reading, grade = which.get("about"), which.get("of"), which.get("reading"), which.get("grade")
    rules = which.get("rules") or FOUND_BY
    parents: dict[str, str | None] = dict(engine.rows("SELECT id, part_of FROM events"))
    _check("event", about, parents)
    _check("property", of, [id_ for (id_,) in engine.rows("SELECT id FROM properties")])
    _check("reading", reading, [id_ for (id_,) in engine.rows("SELECT DISTINCT reading FROM bounds")])

    def is_part(event: str | None) -> bool:
        return event is not None and (event == about or is_part(parents[event]))

    return lambda pair: (
        (about is None or is_part(pair.more.event) or is_part(pair.less.event))
        and of in (None, pair.more.property)
        and (reading is None or reading in pair.readings)
        and grade in (None, pair.grade)
        and pair.rule in rules
    )


def _check(kind: str, id_: str | None, ids: Collection[str]) -> None:
    if id_ is not None and id_ not in ids:
        raise NotInArchive(kind, id_, tuple(get_close_matches(id_, ids)))


def _pairs(engine: Engine, view: str) -> Iterator[Pair]:
    """Every pair that the query of a rule finds, with all its readings, one after the other."""
    rows = map(_row, engine.rows(_PAIRS.format(view=view, columns=_COLUMNS)))
    for _, same in groupby(rows, lambda row: {row[2].id, row[3].id}):
        found = sorted(same, key=lambda row: (row[0] != STRICT, row[0]))
        _, gap, more, less = found[0]
        rule = "denial" if view == "counts" and "denied" in (more.polarity, less.polarity) else view
        yield Pair(rule, more, less, gap, tuple(reading for reading, *_ in found))


def _row(row: tuple[Any, ...]) -> tuple[str, int, Said, Said]:
    reading, gap, *said = row
    return reading, gap, Said(*said[: len(SAID)]), Said(*said[len(SAID) :])
