"""Measure how far citations agree with citeproc-js and pandoc: `python benchmarks/agreement.py FOLDER`.

FOLDER holds items and texts in the form of the neighbour `../shared/tools/cite_harness`, which also has some, and which
compares: this renders them with this library, into FOLDER/rendered, and then runs its `compare.py` with whatever
options are left. Without the neighbour nothing is compared, and it says so.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from zhanaozen_archive._citing._document import Author, Cluster, Request, citations, planned, references
from zhanaozen_archive._citing._kit import Entry, Style, load_style
from zhanaozen_archive._citing.rich import Rich
from zhanaozen_archive._citing.writers import written

HARNESS = Path(__file__).resolve().parents[2] / "shared" / "tools" / "cite_harness"
LOCALES = ("", "@en-US", "@en-GB", "@ru-RU", "@de-DE", "@fr-FR")
NAMES = (
    "american-medical-association",
    "american-political-science-association",
    "apa",
    "associacao-brasileira-de-normas-tecnicas",
    "bluebook-law-review",
    "chicago-author-date",
    "chicago-author-date-17th-edition",
    "chicago-notes-bibliography",
    "chicago-shortened-notes-bibliography",
    "din-1505-2",
    "elsevier-harvard",
    "gost-r-7-0-5-2008",
    "harvard-cite-them-right",
    "ieee",
    "iso690-author-date-en",
    "mhra-notes",
    "modern-language-association",
    "nature",
    "nlm-citation-sequence",
    "oscola",
    "springer-basic-author-date",
    "turabian-notes-bibliography",
)
STYLES = [name + locale for name in NAMES for locale in LOCALES]
AUTHORS: dict[str, Author] = {"suppress-author": "hidden", "author-only": "only"}


def cluster(style: Style, given: dict[str, Any], entries: dict[str, Entry]) -> Cluster:
    """Give a cluster as the library has them; only styles of notes heed the note."""
    return Cluster(
        tuple(request(cite, entries[cite["id"]]) for cite in given["cites"]),
        given["note"] if style.facts.note else None,
    )


def request(cite: dict[str, Any], entry: Entry) -> Request:
    """Give one cite as the library has them."""
    author: Author = next((author for flag, author in AUTHORS.items() if cite.get(flag)), "shown")
    texts = {name: str(cite[name]) for name in ("locator", "label", "prefix", "suffix") if name in cite}
    return Request(entry, author=author, **texts)


def alone(style: Style, entry: Entry) -> dict[str, str]:
    """Give the citation and the reference of an item that is all a text cites."""
    clusters = [Cluster((Request(entry),), note=1 if style.facts.note else None)]
    plan = planned(style, clusters)
    texts = [html(text) for _, text in references(plan)] if style.facts.has_bibliography else [""]
    return {"citation": html(citations(plan, clusters)[0].text), "bibliography": texts[0]}


def whole(style: Style, text: dict[str, Any], entries: dict[str, Entry]) -> dict[str, Any]:
    """Give the citations and the list of references of a text."""
    clusters = [cluster(style, given, entries) for given in text["clusters"]]
    plan = planned(style, clusters)
    listed = references(plan) if style.facts.has_bibliography else ()
    return {
        "citations": [html(cited.text) for cited in citations(plan, clusters)],
        "bibliography": [[entry.id, html(reference)] for entry, reference in listed],
    }


def html(text: Rich) -> str:
    """Give a text as HTML."""
    return written(text, "html")


def render(folder: Path, styles: Iterable[str]) -> None:
    """Render every item alone and, where no locale is named, every text, and write both."""
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    texts = json.loads((folder / "scenarios.json").read_text(encoding="utf-8"))
    entries = {item["id"]: Entry(item, markup=True) for item in items}
    singles, wholes = {}, {}
    for key in styles:
        name, _, locale = key.partition("@")
        style = load_style(name, locale=locale or None)
        singles[key] = {key: alone(style, entry) for key, entry in entries.items()}
        if not locale:
            wholes[key] = {text["id"]: whole(style, text, entries) for text in texts}
    for name, rendered in (("zhanaozen.json", singles), ("zhanaozen.scenarios.json", wholes)):
        path = folder / "rendered" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(rendered, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    """Render and compare."""
    options = argparse.ArgumentParser(description="Agreement of citations with citeproc-js and pandoc.")
    options.add_argument("folder", type=Path, help="holds items.json and scenarios.json")
    options.add_argument("--styles", nargs="+", help="NAME or NAME@LOCALE", default=STYLES)
    options.add_argument("--harness", type=Path, default=HARNESS, help="folder of the neighbour that compares")
    chosen, others = options.parse_known_args()
    render(chosen.folder, chosen.styles)
    if not chosen.harness.is_dir():
        print(f"rendered, but not compared: there is no {chosen.harness}")
        return
    command = [sys.executable, "compare.py", chosen.folder.resolve(), *others]
    sys.exit(subprocess.run(command, cwd=chosen.harness, check=False).returncode)


if __name__ == "__main__":
    main()
