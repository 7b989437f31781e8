"""What the tests of exports share: sources with names and titles that formats trip over."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import polars as pl
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.strategies import common_periods
from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import csl_item
from zhanaozen_archive._model.records import AGENT_KINDS, Agent
from zhanaozen_archive._model.sources import CSL_TYPES, Inference, Source

STUMBLING = (
    "T}, @misc{forged,",
    "}{",
    "{a}{b}",
    "a\nTY  - BOOK\nTI  - FORGED\nER  - ",
    "100% of A & B_C #1 ~x^2 $5 \\ \\%",
    "'quoted' ''twice'' “curly” ‘so’ \"straight\" `back` ``both'' <<x>> ?`!`,,",
    "a - b -- c --- d – e — f",
    "Жаңаөзендегі мұнайшылар",
    "Наш «Жанаозен»\u2028вторая строка\x85третья",
    "شارع النفط",
    "=SUM(A1)",
    "'apostrophe first",
    "@article{x,",
    "</script><b>&amp;",
    "Doe, Jane and Sons",
    "and others",
    "others",
    "van der Berg",
    "NULL\tnull",
    "%begins so",
    "ends so\\",
    "1. first",
    " \t spaced \n out ",
)
"""Texts that have broken one format or another."""


def texts() -> SearchStrategy[str]:
    """Texts of characters that mean something somewhere."""
    alphabet = st.sampled_from("aZя ңش{}\\%&#_$~^\"'`<>=+-@|,;:/.!?[]()*\n\t\x85\u2028«“–é9")
    free = st.lists(alphabet, max_size=8).map(lambda found: f"x{''.join(found)}x")
    return st.sampled_from(STUMBLING) | free


def urls() -> SearchStrategy[str]:
    """Addresses, some with characters that no address has."""
    rest = st.text(st.sampled_from('ab/%?=&#_~{}\\ \n"<>^`|ң-'), max_size=8)
    return rest.map("https://example.org/{}".format)


@st.composite
def _agents(draw: DrawFn, number: int) -> Agent:
    names = (draw(texts()), f"spelling {number}")
    kind = draw(st.sampled_from(AGENT_KINDS))
    maybe = st.none() | texts()
    return Agent(f"agent-{number}", names, kind, draw(maybe), draw(maybe))


@st.composite
def libraries(draw: DrawFn) -> Archive:
    """Archives of one to four sources and no claims."""
    agents = tuple(draw(_agents(number)) for number in range(3))
    some = st.lists(st.sampled_from(agents), max_size=2, unique=True).map(tuple)
    maybe = st.none() | texts()
    sources: list[Source] = []
    for number in range(draw(st.integers(1, 3))):
        why = st.lists(st.builds(Inference, st.just("issued"), texts()), max_size=1).map(tuple)
        sources.append(
            Source(
                f"source{number}",
                draw(st.sampled_from(CSL_TYPES)),
                draw(st.sampled_from(agents)),
                title=draw(maybe),
                authors=draw(some),
                contributors=draw(some),
                publisher=draw(maybe),
                container=draw(maybe),
                genre=draw(maybe),
                number=draw(maybe),
                url=draw(st.none() | urls()),
                issued=draw(st.none() | common_periods()),
                inferred=draw(why),
                part_of=draw(st.sampled_from([None, *sources])),
                note=draw(maybe),
            )
        )
    return Archive("Made up", "2026.11", tuple(sources), (), (), agents=agents)


def _stumbling() -> Archive:
    """Each of the texts in each place of a source, and in each part of a name."""
    agents: list[Agent] = []
    sources: list[Source] = []
    for number, text in enumerate(STUMBLING):
        authors = (
            Agent(f"alone-{number}", (f"alone {number}",), "person", text),
            Agent(f"both-{number}", (f"both {number}",), "person", text, text),
            Agent(f"body-{number}", (text,), "body"),
        )
        held = (text, authors, authors[1:2], text, text, text, text)
        why = (Inference("issued", text),)
        source = Source(f"stumbling{number}", "report", authors[2], *held, inferred=why, note=text)
        agents += authors
        sources.append(source)
    return Archive("Made up", "2026.11", tuple(sources), (), (), agents=tuple(agents))


STUMBLING_LIBRARY = _stumbling()


def items(archive: Archive) -> list[dict]:
    """What the exports are to hold."""
    return [csl_item(source) for source in archive.sources()]


def as_text(found: str | bytes | dict[str, str] | dict[str, bytes] | Iterator[str]) -> str:
    """All that an export holds, in one text: tables are read as others read them."""
    if isinstance(found, bytes):
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(found)
            return "\n".join(database.iterdump())
    if isinstance(found, str):
        return found
    if not isinstance(found, dict):
        return "".join(found)
    return "\n".join(_file(name, content) for name, content in found.items())


def _file(name: str, content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    return pl.read_parquet(content).write_csv() if name.endswith(".parquet") else content.decode()


def on_one_line(text: str) -> str:
    """The text with every run of spaces and control characters as one space."""
    return re.sub("[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", text).strip()
