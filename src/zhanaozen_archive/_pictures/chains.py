"""The attribution picture: from each document, through those who pass the words on, to those who hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from attrs import field, frozen

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._pictures import characters, wording
from zhanaozen_archive._pictures.canvas import LINE, Canvas
from zhanaozen_archive._pictures.markup import clean, element
from zhanaozen_archive._pictures.picture import Picture

_WIDTH, _STEP = 760, 28
"""Width of the drawing and of one indentation, in pixels."""


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(clean, texts))


@frozen
class Voice:
    """One who says or passes on something: what they say themselves, and who speaks through them."""

    name: str = field(converter=clean)
    says: tuple[str, ...] = field(converter=_cleaned)
    through: tuple[Voice, ...]


def attribution(claims: Iterable[AnyClaim], title: str | None = None) -> Picture:
    """A tree from each document to the roots of its claims: who says it, and via whom.

    Args:
        claims: The claims, in the order to show them in.
        title: What is shown; None for what the claims are about.
    """
    shown = tuple(claims)
    several = len({(claim.event, claim.property) for claim in shown}) > 1
    paths = [
        (_path(claim), f"{claim.event}, {claim.property}: {_said(claim)}" if several else _said(claim))
        for claim in shown
    ]
    return Chains(title or wording.question(shown), _voices(paths))


@frozen(repr=False, str=False)
class Chains(Picture):
    """Trees of voices; made by `attribution`."""

    title: str = field(converter=clean)
    documents: tuple[Voice, ...]

    @property
    def description(self) -> str:
        """Each voice with what it says, and via whom."""
        return f"{self.title}. {' '.join(_sentences(self.documents, ()))}".strip()

    def _figure(self) -> Element:
        """Lists within lists."""
        return element("figure", element("figcaption", self.title), _list(self.documents), class_="zat")

    def _drawing(self) -> Element:
        """The lists with lines from each voice to those who speak through it."""
        page = Canvas(_WIDTH)
        page.heading(self.title)
        _draw(page, self.documents, 0)
        return page.drawn(self.title, self.description, self._named)

    def text(self, width: int = 100) -> str:
        """Lines with branches of characters."""
        return "\n".join([*characters.wrapped(self.title, width), *_branches(self.documents, "", width)])


def _path(claim: AnyClaim) -> tuple[str, ...]:
    steps = [f"{step.agent} ({step.verb})" for step in claim.attribution]
    return (f"{claim.document}, {claim.document.key}", *steps)


def _said(claim: AnyClaim) -> str:
    between = ", " if claim.words else " "
    return between.join(filter(None, (wording.told(claim), wording.quoted(claim))))


def _voices(paths: Iterable[tuple[tuple[str, ...], str]]) -> tuple[Voice, ...]:
    """The paths as trees, voices in the order in which they first appear."""
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (first, *rest), said in paths:
        grouped.setdefault(first, []).append((tuple(rest), said))
    return tuple(
        Voice(name, tuple(said for rest, said in own if not rest), _voices([way for way in own if way[0]]))
        for name, own in grouped.items()
    )


def _sentences(voices: Iterable[Voice], via: tuple[str, ...]) -> Iterator[str]:
    for voice in voices:
        through = f", via {', '.join(reversed(via))}" if via else ""
        yield from (f"{voice.name}{through}: {said}." for said in voice.says)
        yield from _sentences(voice.through, (*via, voice.name))


def _list(voices: Iterable[Voice]) -> Element:
    items = []
    for voice in voices:
        own = [element("small", said) for said in voice.says]
        items.append(element("li", voice.name, *own, *([_list(voice.through)] if voice.through else [])))
    return element("ul", *items)


def _draw(page: Canvas, voices: Iterable[Voice], depth: int) -> None:
    x, top = depth * _STEP, page.y - LINE // 3
    last = top
    for voice in voices:
        last = page.y + LINE // 2
        if depth:
            page.line(x - _STEP / 2, last, x - 6, last, css="zat-line zat-thin")
        page.row([(x, _WIDTH - x, [(voice.name, "zat-strong"), *((said, "zat-small") for said in voice.says)])])
        _draw(page, voice.through, depth + 1)
    if depth and last > top:
        page.line(x - _STEP / 2, top, x - _STEP / 2, last, css="zat-line zat-thin")


def _branches(voices: tuple[Voice, ...], before: str, width: int) -> Iterator[str]:
    for number, voice in enumerate(voices, 1):
        end = number == len(voices)
        first, rest = (before + "└─ ", before + "   ") if end else (before + "├─ ", before + "│  ")
        head, *more = characters.wrapped(voice.name, max(width - len(first), 20))
        yield first + head
        below = rest + ("│  " if voice.through else "   ")
        yield from (below + line for line in more)
        for said in voice.says:
            yield from (below + line for line in characters.wrapped(said, max(width - len(below), 20)))
        yield from _branches(voice.through, rest, width)
