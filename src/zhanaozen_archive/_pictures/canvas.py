"""Drawing in SVG and in HTML: rows of wrapped text, bars, and a scale."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from xml.etree.ElementTree import Element

from zhanaozen_archive._pictures.marks import Mark
from zhanaozen_archive._pictures.markup import clean, element, percent
from zhanaozen_archive._pictures.style import ALONE

LINE, GAP, MARGIN = 18, 12, 16
CHARACTER, STRONG, TITLE = 7.2, 8.0, 9.5
"""Width allowed to a character, in pixels: text cannot be measured without its font."""
SHORTEST = 9
"""Pixels that a line takes at the least, so that it can be seen."""
Lines = Sequence[tuple[str, str]]
"""Paragraphs, each with its CSS class."""


class Canvas:
    """An SVG page that grows downwards."""

    def __init__(self, width: int) -> None:
        """Start a page, `width` pixels wide without its margins."""
        self.width = width
        self.y = MARGIN
        self._drawn: list[Element] = []

    def heading(self, title: str, note: str = "") -> None:
        """A title across the page, and a note below it."""
        lines = [(line, "zat-title") for line in _wrapped(title, self.width, TITLE)]
        for line, css in [*lines, (note, "zat-small")] if note else lines:
            self.text(line, 0, css=css)
            self.down(1)
        self.y += GAP // 2

    def text(self, text: str, x: float, *, lines: int = 0, anchor: str = "start", css: str = "") -> None:
        """One line of text, so many lines below the present one."""
        y = self.y + 13 + lines * LINE
        self._add("text", text, x=_px(MARGIN + x), y=_px(y), text_anchor=anchor, class_=css)

    def row(self, cells: Iterable[tuple[float, float, Lines]]) -> None:
        """Cells side by side: where each begins, how wide it is, and its paragraphs; then down below them all."""
        deepest = 1
        for x, width, paragraphs in cells:
            lines = [(line, css) for text, css in paragraphs for line in _wrapped(text, width - GAP, _advance(css))]
            for number, (line, css) in enumerate(lines):
                self.text(line, x, lines=number, css=css)
            deepest = max(deepest, len(lines))
        self.down(deepest)
        self.y += GAP // 2

    def rule(self) -> None:
        """A thin line across the page."""
        self.line(0, self.y, self.width, self.y, css="zat-rule")
        self.y += GAP // 2

    def line(self, x1: float, y1: float, x2: float, y2: float, *, css: str) -> None:
        """A straight line; places across are from the left margin, places down from the top."""
        self._add("line", x1=_px(MARGIN + x1), y1=_px(y1), x2=_px(MARGIN + x2), y2=_px(y2), class_=css)

    def bar(self, mark: Mark | None, x: float, width: float) -> None:
        """A mark at the present height."""
        if mark is None:
            return
        y = self.y + 9
        if mark.line:
            ends = (x + width * end for end in mark.line)
            self.line(
                first := next(ends), y, max(next(ends), first + SHORTEST), y, css=_css("zat-line", zat_open=mark.open)
            )
        for dot in mark.dots:
            css = _css("zat-dot", zat_about=mark.about)
            self._add("circle", cx=_px(MARGIN + x + width * dot), cy=_px(y), r="4.5", class_=css)

    def down(self, lines: int) -> None:
        """Go on so many lines below."""
        self.y += lines * LINE

    def drawn(self, title: str, description: str, named: Callable[[str], str]) -> Element:
        """The page with its title and its description in words."""
        width, height = self.width + 2 * MARGIN, self.y + MARGIN
        return element(
            "svg",
            element("title", title, id=named("title")),
            element("desc", description, id=named("desc")),
            element("style", ALONE),
            *self._drawn,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {width} {height}",
            width=str(width),
            height=str(height),
            role="img",
            aria_labelledby=f"{named('title')} {named('desc')}",
            class_="zat",
        )

    def _add(self, tag: str, *children: str, **attributes: str) -> None:
        self._drawn.append(element(tag, *children, **{name: value for name, value in attributes.items() if value}))


def bar(mark: Mark | None) -> Element:
    """A mark as HTML, on a track as wide as its cell; hidden from those who hear the words beside it."""
    track = element("span", class_="zat-track", aria_hidden="true")
    if mark is None:
        return track
    if mark.line:
        start, end = mark.line
        place = f"left:{percent(start)};width:{percent(end - start)}"
        track.append(element("span", class_=_css("zat-line", zat_open=mark.open), style=place))
    for dot in mark.dots:
        track.append(element("span", class_=_css("zat-dot", zat_about=mark.about), style=f"left:{percent(dot)}"))
    return track


def _css(name: str, **more: bool) -> str:
    return " ".join([name, *(other.replace("_", "-") for other, holds in more.items() if holds)])


def _advance(css: str) -> float:
    return STRONG if css == "zat-strong" else CHARACTER


def _wrapped(text: str, width: float, character: float) -> list[str]:
    return textwrap.wrap(clean(text), max(int(width / character), 8)) or [""]


def _px(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
