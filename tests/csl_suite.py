"""Reads and runs fixtures of the CSL test suite, which other projects keep: they are read where they lie."""

import json
import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from zhanaozen_archive._citing._document import Cluster, Place, Plan, Request, citation, citations, in_order, planned
from zhanaozen_archive._citing._document import references as listed
from zhanaozen_archive._citing._kit import Entry, load_style
from zhanaozen_archive._citing.rich import Block, Link, Rich, Span, Text
from zhanaozen_archive.errors import CitationError

FOLDER = Path(
    os.environ.get("CSL_TEST_SUITE") or Path(__file__).resolve().parents[2] / "shared" / "csl-test-suite",
)
UNPRINTED = "[CSL STYLE ERROR: reference with no printed form.]"
"""What the suite expects where a style prints nothing."""
POSITIONS = ("first", "subsequent", "ibid", "ibid-with-locator")
SECTION = re.compile(r"^>>=+ ([A-Z-]+) =+>>\s*?\n(.*?)\n?^<<=+ \1 =+<<", re.MULTILINE | re.DOTALL)
TAGS = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "u": "underline", "sc": "small-caps"}
STYLES = {
    "font-variant:small-caps;": "small-caps",
    "text-decoration:underline;": "underline",
    "font-style:normal;": "-italic",
    "font-weight:normal;": "-bold",
    "font-variant:normal;": "-small-caps",
    "text-decoration:none;": "-underline",
    "baseline": "-superscript",
}


@frozen
class Fixture:
    """One case: a style, items, what is cited, and the text that must come out."""

    name: str
    mode: str
    result: str
    style: str
    items: tuple[Any, ...]
    clusters: tuple[Any, ...] | None
    citations: tuple[Any, ...] | None


def fixtures(folder: Path = FOLDER) -> list[Fixture]:
    return [fixture(path) for path in sorted(folder.glob("*.txt"))]


def fixture(path: Path) -> Fixture:
    parts = dict(SECTION.findall(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")))
    given = {name: tuple(json.loads(parts[name])) for name in ("INPUT", "CITATION-ITEMS", "CITATIONS") if name in parts}
    return Fixture(
        path.stem,
        parts["MODE"].strip(),
        parts["RESULT"],
        parts["CSL"].strip(),
        given["INPUT"],
        given.get("CITATION-ITEMS"),
        given.get("CITATIONS"),
    )


def passes(fixture: Fixture) -> bool:
    try:
        return folded(rendered(fixture)) == folded(expected(fixture))
    except CitationError:
        return False


def expected(fixture: Fixture) -> list[Any]:
    text = fixture.result.strip()
    if fixture.citations and fixture.mode == "citation":
        text = re.sub(r"^\s*(?:>>|\.\.)\[\d+\] ?", "", text, flags=re.MULTILINE)
    return read(text)


def rendered(fixture: Fixture) -> list[Any]:
    style = load_style(fixture.style, validate=False)
    entries = {entry.id: entry for item in fixture.items for entry in [Entry(item, markup=True)]}
    clusters = list(processed(fixture, entries)) if fixture.citations else []
    plan = planned(style, clusters, () if clusters else entries.values())
    if fixture.mode == "bibliography":
        return bibliography(plan)
    texts = [cited.text for cited in citations(plan, clusters)] if clusters else list(previewed(fixture, plan, entries))
    lines = [list(pieces(text or (Text(UNPRINTED),))) for text in texts]
    return lines[0] + [piece for line in lines[1:] for piece in ["\n", *line]]


def bibliography(plan: Plan) -> list[Any]:
    entries = [[("div", "csl-entry"), *pieces(text), "/div"] for _, text in listed(plan) if text]
    return [("div", "csl-bib-body"), *(piece for entry in entries for piece in entry), "/div"]


def processed(fixture: Fixture, entries: dict[str, Entry]) -> Iterator[Cluster]:
    """The citations as they stand when all of the fixture's changes to the text are done."""
    given = {change[0]["citationID"]: change[0] for change in fixture.citations or ()}
    last, before, after = (fixture.citations or ())[-1]
    order = [*before, [last["citationID"], last.get("properties", {}).get("noteIndex", 0)], *after]
    for key, note in order:
        yield Cluster(tuple(request(cite, entries) for cite in given[key]["citationItems"]), note or None)


def previewed(fixture: Fixture, plan: Plan, entries: dict[str, Entry]) -> Iterator[Rich]:
    """Citations that stand nowhere: their positions are given with them. Without any, one cites the whole list."""
    for cluster in fixture.clusters or ([{"id": entry.id} for entry in plan.entries],):
        requests = {id(asked): (asked, place(cite)) for cite in cluster for asked in [request(cite, entries)]}
        ordered = in_order(plan, Cluster(tuple(asked for asked, _ in requests.values())))
        yield citation(plan, ordered, [requests[id(asked)][1] for asked in ordered.requests]).text


def request(cite: dict[str, Any], entries: dict[str, Entry]) -> Request:
    author = "hidden" if cite.get("suppress-author") else "only" if cite.get("author-only") else "shown"
    texts = {name: str(cite[name]) for name in ("locator", "label", "prefix", "suffix") if cite.get(name)}
    return Request(entries[str(cite["id"])], author=author, **texts)


def place(cite: dict[str, Any]) -> Place:
    return Place(
        POSITIONS[cite.get("position", 0)],
        bool(cite.get("near-note")),
        cite.get("first-reference-note-number"),
    )


def pieces(rich: Rich, look: frozenset[str] = frozenset()) -> Iterator[Any]:
    """The characters of a text, each with how it is set, and the blocks they stand in."""
    for node in rich:
        if isinstance(node, Text):
            yield from characters(node.text, look)
        elif isinstance(node, Span):
            yield from pieces(node.children, look | {node.kind})
        elif isinstance(node, Link):
            yield from pieces(node.children, look)
        elif isinstance(node, Block):
            yield ("div", f"csl-{node.display}")
            yield from pieces(node.children, look)
            yield "/div"


def characters(text: str, look: frozenset[str]) -> Iterator[Any]:
    return ((character, look) if look and not character.isspace() else character for character in text)


@define
class Reader(HTMLParser):
    """Reads the HTML that the suite expects piece by piece."""

    found: list[Any] = field(factory=list)
    looks: list[frozenset[str]] = field(factory=lambda: [frozenset()])

    def __attrs_post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").replace(" ", "") for name, value in attrs}
        if tag == "div":
            self.found.append(("div", given["class"]))
            return
        change = TAGS.get(tag) or STYLES.get(given.get("style", ""), "")
        look = self.looks[-1]
        self.looks.append(look - {change[1:]} if change.startswith("-") else look | {change} - {""})

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.found.append("/div")
        else:
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        self.found += characters(data, self.looks[-1])


def read(html: str) -> list[Any]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def folded(found: list[Any]) -> list[Any]:
    """The pieces without white space beside the edges of blocks."""
    kept: list[Any] = []
    for piece in found:
        if is_edge(piece):
            while kept and isinstance(kept[-1], str) and kept[-1].isspace():
                kept.pop()
        elif isinstance(piece, str) and piece.isspace() and kept and is_edge(kept[-1]):
            continue
        kept.append(piece)
    return kept


def is_edge(piece: Any) -> bool:
    return piece == "/div" or (isinstance(piece, tuple) and piece[0] == "div")
