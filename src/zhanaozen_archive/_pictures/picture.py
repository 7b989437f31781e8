"""What every picture is: one drawing as a table for pages, as SVG for print, as text for a terminal."""

from __future__ import annotations

from abc import ABC, abstractmethod
from hashlib import sha256
from xml.etree.ElementTree import Element

from zhanaozen_archive._pictures.markup import element, written
from zhanaozen_archive._pictures.style import PAGE


class Picture(ABC):
    """A picture of claims. A notebook shows it by itself; `html`, `svg` and `text` give it to anything else."""

    __slots__ = ()

    @property
    @abstractmethod
    def title(self) -> str:
        """What it shows, in a few words."""

    @property
    @abstractmethod
    def description(self) -> str:
        """All that it shows, in words: for those who cannot see it."""

    @abstractmethod
    def _figure(self) -> Element:
        """The picture as an HTML `figure`."""

    @abstractmethod
    def _drawing(self) -> Element:
        """The picture as an SVG element."""

    @abstractmethod
    def text(self, width: int = 100) -> str:
        """The picture in characters, in lines of at most `width` columns wherever its words allow."""

    def html(self, *, style: bool = True) -> str:
        """The picture as a piece of HTML that follows the page around it: its colours, its font, its width.

        Args:
            style: Whether to bring its style sheet; a page needs it once.
        """
        figure = self._figure()
        if style:
            figure.insert(0, element("style", PAGE))
        return written(figure, method="html")

    def svg(self) -> str:
        """The picture as a whole SVG document, light or dark as its reader asks."""
        return written(self._drawing(), method="xml")

    def _named(self, part: str) -> str:
        """An id for a part of it, that no other picture of the same page has."""
        return f"zat-{sha256(self.description.encode('utf-8', 'replace')).hexdigest()[:8]}-{part}"

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        return {"text/plain": self.text(), "text/html": self.html()}

    def __str__(self) -> str:
        return self.text()
