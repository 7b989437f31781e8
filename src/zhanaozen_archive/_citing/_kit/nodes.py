"""Nodes: the elements of a style, made ready to render. They are read only; what changes is in the `Run`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from attrs import frozen

from zhanaozen_archive._citing._kit.dress import Dress, join
from zhanaozen_archive._citing._kit.run import Run


class Node(Protocol):
    """An element that renders to marked text, "" where it has nothing to say."""

    def render(self, run: Run) -> str: ...


def chosen(children: tuple[Node, ...], run: Run) -> Iterator[Node]:
    """Elements in a row, with what a condition leads to in its place."""
    for child in children:
        if type(child) is Choose:
            yield from chosen(child.branch(run), run)
        else:
            yield child


def render_all(children: tuple[Node, ...], run: Run) -> list[str]:
    """What elements in a row render; what a condition leads to stands in the row itself."""
    parts: list[str] = []
    for child in children:
        if type(child) is Choose:
            parts += child.parts(run)
        else:
            text = child.render(run)
            run.count_text(text)
            parts.append(text)
    return parts


@frozen
class Words:
    """Words of the style itself: a value or a term."""

    text: str
    dress: Dress
    term: bool = False

    def render(self, run: Run) -> str:
        text = self.dress(self.text, english=True)
        return run.opened(text) if self.term and run.opens else text


def _if_filled(render: Callable[[], str], run: Run, dress: Dress) -> str:
    """What is rendered in its dress; nothing where it calls variables and none of them is there."""
    called, filled, opens = run.called, run.filled, run.opens
    text = render()
    if run.called > called and run.filled == filled:
        run.opens = opens
        return ""
    if text:
        run.filled += 1
    return dress(text, english=run.english)


@frozen
class Group:
    """Elements in a row, printed only where a variable in it is."""

    children: tuple[Node, ...]
    delimiter: str
    dress: Dress

    def render(self, run: Run) -> str:
        return _if_filled(lambda: join(render_all(self.children, run), self.delimiter), run, self.dress)


@frozen
class Sequence:
    """The elements of a macro, a layout or a branch, in a row."""

    children: tuple[Node, ...]

    def render(self, run: Run) -> str:
        return join(render_all(self.children, run))


@frozen
class Call:
    """A call of a macro: as a group, printed only where a variable in it is."""

    body: Node
    dress: Dress

    def render(self, run: Run) -> str:
        run.count_call()
        return _if_filled(lambda: self.body.render(run), run, self.dress)


@frozen
class Branch:
    """A condition and what it leads to."""

    holds: Callable[[Run], bool]
    children: tuple[Node, ...]


@frozen
class Choose:
    """The first branch whose condition holds."""

    branches: tuple[Branch, ...]

    def render(self, run: Run) -> str:
        return join(self.parts(run))

    def parts(self, run: Run) -> list[str]:
        """What the branch renders, element by element: the group around parts them with its delimiter."""
        return render_all(self.branch(run), run)

    def branch(self, run: Run) -> tuple[Node, ...]:
        """The elements of the first branch whose condition holds, none where none does."""
        run.count_call()
        for branch in self.branches:
            if branch.holds(run):
                return branch.children
        return ()
