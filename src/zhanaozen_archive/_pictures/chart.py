"""Charts: rows of words with a mark for each on one scale."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from attrs import field, frozen

from zhanaozen_archive._pictures import canvas, characters
from zhanaozen_archive._pictures.canvas import GAP, Canvas
from zhanaozen_archive._pictures.marks import Mark, Tick
from zhanaozen_archive._pictures.markup import clean, element, percent
from zhanaozen_archive._pictures.picture import Picture

_NAMES, _MARKS, _WORDS = 300, 300, 360
"""Widths of the columns of the drawing, in pixels."""


@frozen
class Row:
    """One row: what it is of, the mark, and what was said."""

    name: str = field(converter=clean)
    detail: str = field(converter=clean)
    mark: Mark | None
    """None where there is nothing to draw."""
    value: str = field(converter=clean)
    words: str = field(converter=clean)


@frozen(repr=False, str=False)
class Chart(Picture):
    """Rows on one scale."""

    title: str = field(converter=clean)
    heads: tuple[str, str]
    """What the first column and the last are headed with."""
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    note: str = field(default="", converter=clean)

    @property
    def description(self) -> str:
        """Each row in words."""
        rows = [f"{row.name}: {', '.join(filter(None, (row.value, row.words)))}" for row in self.rows]
        return " ".join(filter(None, (f"{self.title}.", f"{'; '.join(rows)}." if rows else "", self.note)))

    def _figure(self) -> Element:
        """The rows as a table, which it is for those who hear it, too."""
        ticks = [element("span", t.label, class_="zat-tick", style=f"left:{percent(t.at)}") for t in self.ticks]
        first, last = (element("th", head, scope="col", role="columnheader") for head in self.heads)
        scale = element("span", *ticks, class_="zat-track")
        middle = element("th", scale, class_="zat-mark", scope="col", role="columnheader")
        head = element("tr", first, middle, last, role="row")
        table = element("table", element("thead", head), element("tbody", *map(_row, self.rows)), role="table")
        caption = element("figcaption", self.title, *([element("small", self.note)] if self.note else []))
        return element("figure", caption, table, class_="zat")

    def _drawing(self) -> Element:
        """The rows below each other, with the scale above them."""
        page = Canvas(_NAMES + _MARKS + _WORDS)
        page.heading(self.title, self.note)
        for tick in self.ticks:
            page.text(tick.label, _NAMES + _MARKS * tick.at, anchor="middle", css="zat-small")
        page.down(1)
        for row in self.rows:
            page.rule()
            page.bar(row.mark, _NAMES, _MARKS)
            named = (0, _NAMES, [(row.name, "zat-strong"), (row.detail, "zat-small")])
            valued = (_NAMES, _MARKS, [("", ""), (row.value, "zat-small")])
            page.row([named, valued, (_NAMES + _MARKS + GAP, _WORDS - GAP, [(row.words, "")])])
        return page.drawn(self.title, self.description, self._named)

    def text(self, width: int = 100) -> str:
        """A line or more for each row, with marks of characters."""
        names, marks = width * 3 // 10, width * 3 // 10
        widths = (names, marks, width - names - marks - 2 * len(characters.GAP))
        head = [*characters.wrapped(self.title, width), *(characters.wrapped(self.note, width) if self.note else [])]
        cells: list[tuple[characters.Cell, ...]] = [("", characters.scale(self.ticks, marks), "")]
        for row in self.rows:
            drawn = characters.bar(row.mark, marks)
            cells.append(((row.name, row.detail), (drawn, row.value) if row.mark else row.value, row.words))
        return "\n".join([*head, *characters.columns(cells, widths)])


def _row(row: Row) -> Element:
    named = element("th", row.name, element("small", row.detail), scope="row", role="rowheader")
    marked = element("td", canvas.bar(row.mark), row.value, class_="zat-mark", role="cell")
    return element("tr", named, marked, element("td", row.words, role="cell"), role="row")
