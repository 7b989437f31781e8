"""The rules in SQL beside a plain group-by of the same table, and one crowded question beside a join on its key.

A time is CPU time of this process, the engine on one thread, the least of some rounds in which the things compared
take turns.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import made
from search import Row, disputes, keyed_join, seconds

import zhanaozen_archive as za
from zhanaozen_archive._engines.engine import by_column
from zhanaozen_archive._exporting.datapackage import named
from zhanaozen_archive._exporting.rules import rule_text

CROWD = 100_000
"""Claims on one question."""
GROUP_BY = "SELECT reading, question, MAX(low), MIN(high) FROM bounds GROUP BY reading, question"
FIRST = "the questions in at most 2 x"
ASKED = (
    ("that agree", partial(made.nested, off=0), ("counts", "parts"), "at most 2 x, and so in all"),
    ("of which one in twenty is off", made.mixed, ("counts",), FIRST),
    ("of which one in twenty is off", made.nested, ("parts",), FIRST),
    ("growing over ten years", made.dated, ("counts", "cumulative"), FIRST),
)
"""What claims are made, how, the rules that are asked, and the goal for finding the questions."""


def rows(size: int) -> Iterator[Row]:
    """Figures of so many claims, and of one crowd."""
    try:
        import duckdb
    except ModuleNotFoundError:
        yield "engines of SQL", "duckdb is not installed", ""
        return
    yield from crowd()
    for what, make, asked, goal in ASKED:
        engine = duckdb.connect(config={"threads": 1})
        fill(engine, made.archive(make, size))
        for rule in asked:
            yield f"{rule}, {size:,} claims {what}", beside_a_group_by(engine, rule), goal


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


def beside_a_group_by(engine: Any, rule: str) -> str:
    """How many questions the first pass of a rule keeps, how many pairs the rule finds, and what either takes."""
    queries = (GROUP_BY, first_pass(rule), rule_text(rule))
    group_by, first, whole = seconds(5, *(partial(ask, engine, query) for query in queries))
    _, kept, pairs = (ask(engine, query) for query in queries)
    return f"{kept:,} questions in {first / group_by:.1f} x, {pairs:,} pairs in {whole / group_by:.1f} x"


def first_pass(rule: str) -> str:
    """The part of a rule that finds the questions in which it then looks for pairs."""
    before, _, after = rule_text(rule).partition("odd AS (")
    return f"{before}odd AS ({after[: after.index(chr(10) + ')')]})\nSELECT * FROM odd"


def ask(engine: Any, query: str) -> int:
    """Have the engine keep what a query gives, and give the number of rows."""
    rows: int = engine.execute(f"CREATE OR REPLACE TEMP TABLE asked AS\n{query}").fetchone()[0]
    return rows
