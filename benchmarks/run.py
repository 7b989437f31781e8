"""Measure start-up, loading and the search for conflicts as ratios within one run: `python benchmarks/run.py`.

A number is the CPU time, user and system, of a whole process. Programs that are compared run in turn, round
after round, and the median counts, so that what else the machine does weighs on all of them alike. No number
here is a promise; milliseconds differ from machine to machine, ratios hardly.

An editable installation reads the shipped archive as TOML; what users meet is the snapshot that a wheel holds, so
run this with the Python of an environment into which the wheel was installed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median

import generate

BARE = "pass"
IMPORT = "import zhanaozen_archive"
LOAD = "import zhanaozen_archive as za; za.load({})"
SEARCH = "import zhanaozen_archive as za; za.load({}).conflicts()"
PARSE = """
import tomllib
from pathlib import Path
for path in Path({!r}).rglob("*.toml"):
    tomllib.loads(path.read_text(encoding="utf-8"))
"""


def cpu_seconds(code: str) -> float:
    """Give the CPU time of a fresh interpreter that runs the code.

    Raises:
        SystemExit: The code failed.
    """
    process = subprocess.Popen([sys.executable, "-c", code])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"this failed, so nothing was measured:\n{code}")
    return used.ru_utime + used.ru_stime


def medians(programs: dict[str, str], rounds: int) -> dict[str, float]:
    """Give the median CPU time of each program over interleaved rounds; the first round only warms up."""
    runs = [{name: cpu_seconds(code) for name, code in programs.items()} for _ in range(rounds + 1)]
    return {name: median(run[name] for run in runs[1:]) for name in programs}


def start_up(rounds: int) -> None:
    """Print what importing the package and loading the shipped archive cost, in units of bare Python."""
    programs = {
        "bare Python": BARE,
        "import attrs": "import attrs",
        "import zhanaozen_archive": IMPORT,
        "import and load the shipped archive": LOAD.format(""),
    }
    measured = medians(programs, rounds)
    print(f"Start-up, median of {rounds} rounds")
    for name, seconds in measured.items():
        print(f"  {name:38}{seconds / measured['bare Python']:7.1f} x bare{seconds * 1000:9.1f} ms")


def growth(sizes: list[int], rounds: int) -> None:
    """Print what loading and the search cost as archives grow, and how much of loading is the TOML parser's."""
    print(f"\nGenerated archives, median of {rounds} rounds")
    loading: dict[int, float] = {}
    searching: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            generate.archive(Path(folder), size)
            programs = {
                "bare": BARE,
                "import": IMPORT,
                "load": LOAD.format(repr(folder)),
                "search": SEARCH.format(repr(folder)),
                "parse": PARSE.format(folder),
            }
            measured = medians(programs, rounds)
        loading[size] = measured["load"] - measured["import"]
        share = (measured["parse"] - measured["bare"]) / loading[size]
        searching[size] = measured["search"] - measured["load"]
        print(
            f"  {size:8,} claims: loading {loading[size]:7.2f} s, of which tomllib {share:4.0%};"
            f" conflicts under every reading {searching[size] / loading[size]:5.2f} x loading"
        )
    for name, seconds in (("loading", loading), ("the search for conflicts", searching)):
        for (fewer, before), (more, after) in pairwise(seconds.items()):
            exponent = log(after / before) / log(more / fewer)
            print(f"  from {fewer:,} to {more:,} claims {name} grows with the power {exponent:.2f}")


def main() -> None:
    """Run both measurements."""
    options = argparse.ArgumentParser(description="Ratios of start-up and loading, within one run.")
    options.add_argument("--rounds", type=int, default=11, help="of start-up; loading takes a third as many")
    options.add_argument("--claims", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    chosen = options.parse_args()
    start_up(chosen.rounds)
    growth(sorted(chosen.claims), max(1, chosen.rounds // 3))


if __name__ == "__main__":
    main()
