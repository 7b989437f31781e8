"""The rules in SQL beside a plain pass over the same table, and one crowded question beside a join on its key.

A time is CPU time of this process, the engine on one thread, the least of some rounds in which the things compared
take turns.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import made
from search import Row, disputes, keyed_join, seconds

import zhanaozen_archive as za
from zhanaozen_archive._engines.engine import by_column
from zhanaozen_archive._exporting.datapackage import named
from zhanaozen_archive._exporting.rules import RULES, rule_text

CROWD = 100_000
"""Claims on one question."""
PLAIN = "SELECT reading, question, MAX(low), MIN(high) FROM bounds GROUP BY reading, question"
ASKED = {
    "that agree": (made.agreeing, "at most 2 x"),
    "of which one in twenty is off": (made.mixed, ""),
    "growing over ten years": (made.dated, ""),
}


def rows(size: int) -> Iterator[Row]:
    """Figures of so many claims, and of one crowd."""
    try:
        import duckdb
    except ModuleNotFoundError:
        yield "engines of SQL", "duckdb is not installed", ""
        return
    yield from crowd()
    for what, (make, goal) in ASKED.items():
        engine = duckdb.connect(config={"threads": 1})
        fill(engine, made.archive(make, size))
        yield from rules(engine, f"{size:,} claims {what}", goal)


def crowd() -> Iterator[Row]:
    """One question, its conflicts counted by the library and by a join on the question."""
    archive = made.archive(made.crowded, CROWD)
    join = keyed_join(archive)
    if join is None:
        return
    [quick], [slow] = seconds(3, partial(disputes, archive)), seconds(1, join)
    [dispute] = disputes(archive)
    told = f"{slow / quick:.0f} x as fast, {dispute.sizes[0][1]:,} conflicts counted"
    yield f"one question, {CROWD:,} claims, to a join of duckdb", told, "at least 30 x"


def fill(engine: Any, archive: za.Archive) -> None:
    """Give an engine the tables that the rules ask."""
    types = {"string": "VARCHAR", "integer": "BIGINT"}
    for table in map(named, ("bounds", "enclosures")):
        columns = ", ".join(f"{column.name} {types[column.type]}" for column in table.columns)
        engine.execute(f"CREATE TABLE {table.name} ({columns})")
        cells = ", ".join(f"unnest(?::{types[column.type]}[])" for column in table.columns)
        engine.execute(f"INSERT INTO {table.name} SELECT {cells}", [*by_column(table, archive).values()])


def rules(engine: Any, what: str, goal: str) -> Iterator[Row]:
    """Each rule beside the plain pass."""
    works: list[Callable[[], int]] = [partial(ask, engine, text) for text in (PLAIN, *map(rule_text, RULES))]
    plain, *others = seconds(5, *works)
    for rule, took in zip(RULES, others, strict=True):
        pairs = ask(engine, rule_text(rule))
        yield f"{rule}, {what}", f"{took / plain:.1f} x a group-by, {pairs:,} pairs", goal


def ask(engine: Any, query: str) -> int:
    """Have the engine keep what a query gives, and give the number of rows."""
    rows: int = engine.execute(f"CREATE OR REPLACE TEMP TABLE asked AS\n{query}").fetchone()[0]
    return rows
