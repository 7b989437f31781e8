"""Measure the library as ratios within one run: `python benchmarks/run.py`, or with the names of what to measure.

The names are `startup`, `loading`, `lines`, `search`, `crowds`, `lists`, `engines`, `memory` and `citing`. Citing is
compared with citeproc-js where node is at hand and NODE_PATH names a folder with its package `citeproc`.

Of start-up and loading a number is the CPU time, user and system, of a whole process. Programs that are compared run
in turn, round after round, and the median counts, so that what else the machine does weighs on all of them alike. No
number here is a promise; milliseconds differ from machine to machine, ratios hardly.

An editable installation reads the shipped archive as TOML; what users meet is the snapshot that a wheel holds, so
run this with the Python of an environment into which the wheel was installed.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from statistics import median

import citing
import engines
import generate
import lines
import made
import search
from processes import python

BARE = "pass"
IMPORT = "import zhanaozen_archive"
LOAD = "import zhanaozen_archive as za; za.load({})"
PEERS = ("stix2", "pycldf", "followthemoney")
"""Other typed libraries of data, which are imported where they are installed."""
PARSED = 100_000
"""Claims up to which archives are written as TOML."""
ORDERED = 10_000
"""Claims up to which days in order are looked at: about every claim is in a conflict, each with days as its proof."""
PARSE = """
import tomllib
from pathlib import Path
for path in Path({!r}).rglob("*.toml"):
    tomllib.loads(path.read_text(encoding="utf-8"))
"""


def medians(programs: dict[str, str], rounds: int) -> dict[str, float]:
    """Give the median CPU time of each program over interleaved rounds; the first round only warms up."""
    runs = [{name: python(code) for name, code in programs.items()} for _ in range(rounds + 1)]
    return {name: median(run[name] for run in runs[1:]) for name in programs}


def start_up(rounds: int) -> None:
    """Print what importing the package and loading the shipped archive cost, beside bare Python and other libraries."""
    programs = {
        "bare Python": BARE,
        "import attrs": "import attrs",
        "import zhanaozen_archive": IMPORT,
        "import and load the shipped archive": LOAD.format(""),
        **{f"import {peer}": f"import {peer}" for peer in PEERS if find_spec(peer)},
    }
    measured = medians(programs, rounds)
    bare, loaded = measured["bare Python"], measured["import and load the shipped archive"]
    print(f"Start-up, median of {rounds} rounds")
    for name, seconds in measured.items():
        told = f"{seconds / bare:7.1f} x bare{seconds / loaded:9.2f} x import and load"
        print(f"  {name:38}{told}{seconds * 1000:9.1f} ms")


def loading(sizes: list[int], rounds: int) -> None:
    """Print what loading costs as archives grow, and how much of it is the TOML parser's."""
    print(f"\nGenerated archives, median of {rounds} rounds")
    times: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            generate.archive(Path(folder), size)
            programs = {
                "bare": BARE,
                "import": IMPORT,
                "load": LOAD.format(repr(folder)),
                "parse": PARSE.format(folder),
            }
            measured = medians(programs, rounds)
        times[size] = measured["load"] - measured["import"]
        share = (measured["parse"] - measured["bare"]) / times[size]
        print(f"  {size:9,} claims: loading {times[size]:7.2f} s, of which tomllib {share:4.0%}")
    show("Loading", search.powers("loading", times, "at most 1.05"))


def show(title: str, rows: Iterable[search.Row]) -> None:
    """Print figures, each with the goal beside it."""
    print(f"\n{title}")
    for what, figure, goal in rows:
        print(f"  {what:62}{figure:52}{goal and 'goal: '}{goal}".rstrip(), flush=True)


def main() -> None:
    """Measure what is named, or all."""
    options = argparse.ArgumentParser(description="Ratios within one run.")
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    options.add_argument("--rounds", type=int, default=11, help="of start-up; loading takes a third as many")
    options.add_argument("--claims", type=int, nargs="*", default=[1_000, 10_000, 100_000, 1_000_000])
    chosen = options.parse_args()
    if unknown := set(chosen.names) - NAMES.keys():
        options.error(f"no measurement is called {', '.join(sorted(unknown))}")
    sizes = sorted(chosen.claims)
    for name in chosen.names or NAMES:
        NAMES[name](sizes, chosen.rounds)


NAMES: dict[str, Callable[[list[int], int], None]] = {
    "startup": lambda _, rounds: start_up(rounds),
    "loading": lambda sizes, rounds: loading([n for n in sizes if n <= PARSED], max(1, rounds // 3)),
    "search": lambda sizes, _: show("Search of many events", search.archives(sizes)),
    "orders": lambda sizes, _: show("Search of days in order", search.orders([n for n in sizes if n <= ORDERED])),
    "crowds": lambda sizes, _: show(
        "One question",
        chain(
            search.crowds("crowd", made.crowded, sizes),
            search.crowds("growing crowd", made.growing, sizes[1:] or sizes),
            search.engines(),
        ),
    ),
    "lines": lambda sizes, _: show("JSON Lines", lines.rows(sizes)),
    "lists": lambda *_: show("Conflicts that are not listed at once", search.lists()),
    "engines": lambda sizes, _: show("Engines of SQL; x is a group-by of the same table", engines.rows(sizes[-1])),
    "citing": lambda *_: show("Citing", citing.rows()),
    "memory": lambda sizes, _: show("Memory", search.memory(sizes[-1])),
}


if __name__ == "__main__":
    main()
