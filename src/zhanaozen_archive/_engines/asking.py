"""What is asked of an engine, whichever it is: the pairs of claims that the rules find, with what the claims say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
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
_DENIAL = "(one.polarity = 'denied' OR other.polarity = 'denied')"
_FOUND = """
WITH found AS (
    SELECT reading, CASE WHEN more < less THEN gap ELSE -gap END AS gap,
        CASE WHEN more < less THEN more ELSE less END AS one, CASE WHEN more < less THEN less ELSE more END AS other
    FROM {view}
), pairs AS (
    SELECT one, other, {gaps} FROM found GROUP BY one, other
)
SELECT {columns}
FROM pairs JOIN claims AS one ON one.id = pairs.one JOIN claims AS other ON other.id = pairs.other
WHERE {asked}
"""
"""A row for each pair, its claims in the order of their ids; a gap is below 0 where the other has more."""
_FIRST = "ORDER BY pairs.one, pairs.other LIMIT {}"


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
    cut: tuple[tuple[str, int], ...]
    """Queries that find more pairs than are given, and how many."""


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
    heard = {id_ for (id_,) in engine.rows("SELECT DISTINCT reading FROM bounds")}
    readings = [STRICT, *sorted(heard - {STRICT})]
    _check(engine, which, readings)
    pairs: list[Pair] = []
    cut: list[tuple[str, int]] = []
    for view in dict.fromkeys(FOUND_BY[rule] for rule in which.get("rules") or FOUND_BY if rule in FOUND_BY):
        found = partial(_FOUND.format, view=view, gaps=_gaps(readings), asked=_asked(engine, view, which, readings))
        listed = engine.rows(found(columns=_columns(readings)) + _FIRST.format(MOST))
        some = [_pair(view, readings, row) for row in listed]
        [[many]] = engine.rows(found(columns="COUNT(*)")) if len(some) == MOST else [[0]]
        cut += [(view, many)] if many > MOST else []
        pairs += some
    [(version, digest)] = engine.rows("SELECT data_version, digest FROM archive")
    pairs.sort(key=lambda pair: (pair.less.event, pair.less.property, pair.id))
    return Asked(version, digest, tuple(pairs), tuple(cut))


def _gaps(readings: Sequence[str]) -> str:
    """For each reading the gap, null where there is none."""
    return ", ".join(
        f"MAX(CASE WHEN reading = {_quoted(reading)} THEN gap END) AS gap_{nth}" for nth, reading in enumerate(readings)
    )


def _columns(readings: Sequence[str]) -> str:
    """The gaps, and what the claims say."""
    gaps = (f"gap_{nth}" for nth, _ in enumerate(readings))
    return ", ".join((*gaps, *(f'{side}."{name}" AS {side}_{name}' for side in ("one", "other") for name in SAID)))


def _asked(engine: Engine, view: str, which: Which, readings: Sequence[str]) -> str:
    """What has to hold of a pair."""
    asked = ["1 = 1"]
    if (about := which.get("about")) is not None:
        events = ", ".join(map(_quoted, _within(engine, about)))
        asked.append(f"(one.event IN ({events}) OR other.event IN ({events}))")
    if (of := which.get("of")) is not None:
        asked.append(f"one.property = {_quoted(of)}")
    if (reading := which.get("reading")) is not None:
        asked.append(f"gap_{readings.index(reading)} IS NOT NULL")
    if (grade := which.get("grade")) is not None:
        asked.append(f"gap_{readings.index(STRICT)} IS {'NOT ' if grade == 'certain' else ''}NULL")
    if (rules := which.get("rules")) and view == "counts" and not {"counts", "denial"} <= {*rules}:
        asked.append(f"{'NOT ' if 'counts' in rules else ''}{_DENIAL}")
    return " AND ".join(asked)


def _within(engine: Engine, event: str) -> Iterator[str]:
    """The event and its parts, and theirs."""
    parents: dict[str, str | None] = dict(engine.rows("SELECT id, part_of FROM events"))

    def is_part(id_: str | None) -> bool:
        return id_ is not None and (id_ == event or is_part(parents[id_]))

    return filter(is_part, parents)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _check(engine: Engine, which: Which, readings: Sequence[str]) -> None:
    for kind, id_, ids in (
        ("event", which.get("about"), [id_ for (id_,) in engine.rows("SELECT id FROM events")]),
        ("property", which.get("of"), [id_ for (id_,) in engine.rows("SELECT id FROM properties")]),
        ("reading", which.get("reading"), readings),
    ):
        if id_ is not None and id_ not in ids:
            raise NotInArchive(kind, id_, tuple(get_close_matches(id_, ids)))


def _pair(view: str, readings: Sequence[str], row: tuple[Any, ...]) -> Pair:
    gaps, said = row[: len(readings)], row[len(readings) :]
    one, other = Said(*said[: len(SAID)]), Said(*said[len(SAID) :])
    under = {reading: gap for reading, gap in zip(readings, gaps, strict=True) if gap is not None}
    first = next(iter(under.values()))
    more, less = (one, other) if first > 0 else (other, one)
    rule = "denial" if view == "counts" and "denied" in (one.polarity, other.polarity) else view
    return Pair(rule, more, less, abs(first), tuple(under))
