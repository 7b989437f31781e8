"""What citing gives back: text that knows what it came from and what its style left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, Self

from attrs import field, frozen

from zhanaozen_archive._citing.rich import Rich
from zhanaozen_archive._citing.writers import Format, Layout, Run, listed, runs

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

Trouble = Literal[
    "no citation",
    "no entry",
    "no locator",
    "no name",
    "no voice",
    "no container",
    "no date",
    "no circa",
    "no version",
    "date",
    "unknown type",
]


@frozen
class CitationWarning:
    """Something that a style or CSL itself left out of a citation, or cannot know."""

    kind: Trouble
    """`no citation` and `no entry`: the style prints nothing. `no locator`, `no voice`, `no container`, `no date` and
    `no version`: it has no room for the place, for the voice that the words are from, for what the source is in, for
    its date, or for the version of the archive. `no circa`: it prints a date as certain that is not. `no name`: it
    begins with none that could be left out. `date`: CSL cannot say all that is known of it. `unknown type`: it is no
    type of CSL."""
    key: str
    """Of the source."""
    message: str
    """What is left out, of what, and what to do."""

    def __str__(self) -> str:
        return self.message


class Cited(str):
    """A citation, or an entry of a list of references, in the format that was asked for: text, and more.

    It is equal to any text of the same characters. What it knows besides is for Word and for whoever must know what is
    missing.
    """

    __slots__ = ("_keys", "_rich", "_warnings")
    _keys: tuple[str, ...]
    _rich: Rich
    _warnings: tuple[CitationWarning, ...]

    def __new__(
        cls, text: str, rich: Rich = (), keys: tuple[str, ...] = (), warnings: tuple[CitationWarning, ...] = ()
    ) -> Self:
        """The text, with what it was written from."""
        cited = super().__new__(cls, text)
        cited._rich, cited._keys, cited._warnings = rich, keys, warnings
        return cited

    @property
    def rich(self) -> Rich:
        """What it was written from."""
        return self._rich

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the sources it cites."""
        return self._keys

    @property
    def warnings(self) -> tuple[CitationWarning, ...]:
        """What was left out of it."""
        return self._warnings

    @property
    def runs(self) -> tuple[Run, ...]:
        """The citation as runs, which need no escaping: stretches of text that are each set in one way."""
        return runs(self._rich)

    def add_to(self, paragraph: Paragraph) -> None:
        """Append it to a paragraph of a Word document, with its italics and links (extra `docx`)."""
        from zhanaozen_archive._citing.word import append

        append(paragraph, self.runs)


@frozen(repr=False)
class References:
    """A list of references: its entries in the order of the style, and, as text, the whole of it."""

    entries: tuple[Cited, ...]
    warnings: tuple[CitationWarning, ...]
    """What its entries leave out, and the sources of which the style prints none."""
    _format: Format = field(default="text", alias="format")
    _layout: Layout = field(factory=Layout, alias="layout")

    def add_to(self, document: WordDocument) -> None:
        """Append a paragraph for each entry to a Word document, set as the style asks (extra `docx`)."""
        from zhanaozen_archive._citing.word import append_list

        append_list(document, [entry.runs for entry in self.entries], self._layout)

    def __iter__(self) -> Iterator[Cited]:
        return iter(self.entries)

    def __len__(self) -> int:
        """How many entries it has."""
        return len(self.entries)

    def __getitem__(self, index: int) -> Cited:
        return self.entries[index]

    def __str__(self) -> str:
        """The whole list in its format, with what the format needs around it."""
        return listed((entry.rich for entry in self.entries), self._format, self._layout)

    def __repr__(self) -> str:
        return f"<References: {len(self.entries)} entries>"
