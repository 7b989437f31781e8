"""What citing costs, as ratios within one run.

Made-up items are cited and listed in three styles; citeproc-js does the same where it is at hand. Numbers are CPU times
of whole processes.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import search
from processes import cpu_seconds, python

from zhanaozen_archive._citing.data import locale_file
from zhanaozen_archive._citing.styles import read_style

STYLES = ("apa", "nature", "harvard-cite-them-right")
FEW = 10
SIZES = (1_000, 10_000)
ROUNDS = 3
LOAD = "import zhanaozen_archive as za; source = za.load().sources()[0]"
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


def articles(number: int) -> list[dict[str, Any]]:
    """Give so many articles whose authors, titles and years are drawn by lot."""
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


def rows() -> Iterator[search.Row]:
    """What citing costs: at first, against citeproc-js, and as items grow more."""
    yield first()
    with tempfile.TemporaryDirectory() as folder:
        files = {size: made_up(Path(folder), size) for size in (FEW, *SIZES)}
        yield from against_js(Path(folder), files[SIZES[0]])
        for name in STYLES:
            few, *times = (python(OURS, str(path), name) for path in files.values())
            grown = {size: time - few for size, time in zip(SIZES, times, strict=True)}
            yield from search.powers(f"items in {name}", grown, "about 1")


def first() -> search.Row:
    """The first citation of a process, against importing citeproc-py."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    programs = {"bare": "pass", "engine": "import citeproc", "load": LOAD, "cite": f"{LOAD}; za.cite(source)"}
    runs = [{name: python(code) for name, code in programs.items()} for _ in range(ROUNDS + 1)][1:]
    times = {name: median(run[name] for run in runs) for name in programs}
    ratio = (times["cite"] - times["load"]) / (times["engine"] - times["bare"])
    return "first citation of a process", f"{ratio:.1f} x importing citeproc-py", "under 3"


def against_js(folder: Path, items: Path) -> Iterator[search.Row]:
    """Items cited and listed one after the other, by this library and by citeproc-js."""
    node = shutil.which("node")
    if node is None or "NODE_PATH" not in os.environ:
        yield "citeproc-js", "not compared: there is no node, or no NODE_PATH", ""
        return
    script = folder / "theirs.js"
    script.write_text(THEIRS, encoding="utf-8")
    for name in STYLES:
        style = folder / f"{name}.csl"
        style.write_bytes(read_style(name))
        command = (node, str(script), str(items), str(locale_file("*").parent), str(style))
        runs = [(python(OURS, str(items), name), cpu_seconds(*command)) for _ in range(ROUNDS)]
        ours, theirs = (median(times) for times in zip(*runs, strict=True))
        yield f"{SIZES[0]:,} items in {name}, {ours:.2f} s", f"{ours / theirs:.2f} x citeproc-js", "at most 1"


def made_up(folder: Path, number: int) -> Path:
    """Write so many made-up articles."""
    path = folder / f"{number}.json"
    path.write_text(json.dumps(articles(number)), encoding="utf-8")
    return path
