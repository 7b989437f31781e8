"""Texts that cite, as users meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing.citable import Citable, Cite
from zhanaozen_archive._citing.results import CitationWarning, Cited, References
from zhanaozen_archive._citing.writers import FORMATS, Format
from zhanaozen_archive._model.claims import Claim
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import CitationError

if TYPE_CHECKING:
    from zhanaozen_archive._citing.rendering import Rendering

DEFAULT_STYLE = "harvard-cite-them-right"
"""The style that needs no extra package: Harvard, as "Cite Them Right" has it."""
Unlisted = Literal["skip", "note"]
UNLISTED: tuple[Unlisted, ...] = ("skip", "note")
One: TypeAlias = Citable | Cite
Cluster: TypeAlias = tuple[Cite, ...]


def _cites(given: Iterable[One]) -> Cluster:
    return tuple(one if isinstance(one, Cite) else Cite(one) for one in given)


def _clusters(given: Iterable[One | Iterable[One]]) -> tuple[Cluster, ...]:
    return tuple(_cites((one,) if isinstance(one, (Source, Claim, Archive, Cite)) else one) for one in given)


def _numbers(given: Iterable[int | None] | None) -> tuple[int | None, ...] | None:
    return None if given is None else tuple(given)


@frozen(slots=False, repr=False, eq=False)
class Document:
    """A whole text that cites: what each citation says depends on those before it, and on what else is cited.

    Where two sources could be taken for one another, names and letters are added; a source cited before is cited more
    briefly; neighbours are drawn together and numbers given: all as the style asks. The same text always gives the
    same citations.

    Raises:
        UnknownStyle: There is no such style, or the package that brings it is not installed.
        CitationError: There is no such locale or format, the style is not sound, a source cannot be printed, or there
            is not one number of a note for each citation.
    """

    cites: tuple[Cluster, ...] = field(converter=_clusters)
    """What each citation cites, in the order of the text: a source, a claim, the archive, a `Cite` with a place and
    words of its own, or several of these for one pair of parentheses or one note."""
    style: str | Path = field(default=DEFAULT_STYLE, kw_only=True)
    """The name of a CSL style, the path of a .csl file, or the XML of one."""
    locale: str | None = field(default=None, kw_only=True)
    """The language to cite in, such as "en-GB"; None for that of the style."""
    format: Format = field(default="text", kw_only=True)
    """`text`, `html`, `markdown`, `rst` or `latex`; nothing of a source is read as markup in any of them."""
    notes: tuple[int | None, ...] | None = field(default=None, converter=_numbers, kw_only=True)
    """In a style of notes, the number of the note that each citation stands in, or None for one in the running text.
    Left out, each citation has a note of its own, numbered from 1."""
    also: Cluster = field(default=(), converter=_cites, kw_only=True)
    """What the list of references has besides."""

    def __attrs_post_init__(self) -> None:
        _one_of("format", self.format, FORMATS)
        if self.notes is not None and len(self.notes) != len(self.cites):
            raise CitationError(f"{len(self.cites)} citations need as many numbers of notes, not {len(self.notes)}")
        _ = self._rendering  # so that what is wrong is told at once

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Each citation, in the order of the text; where the style prints none, it is empty and has a warning."""
        return self._rendering.citations()

    def bibliography(
        self, *, unlisted: Unlisted = "skip", only: Callable[[Source | Archive], bool] | None = None
    ) -> References:
        """The list of references of all that is cited, or one section of it.

        Args:
            unlisted: What becomes of sources that the style prints no entry for, as Chicago does with posts: `skip`
                leaves them out and warns of it, `note` prints the full form of a note.
            only: Which sources this section has, None for all; numbers and letters stay those of the whole.

        Raises:
            CitationError: The style has no list of references, and `unlisted` does not ask for notes.
        """
        _one_of("way with the unlisted", unlisted, UNLISTED)
        return self._rendering.references(only, notes=unlisted == "note")

    @property
    def warnings(self) -> tuple[CitationWarning, ...]:
        """What the citations leave out, each thing once."""
        return tuple(dict.fromkeys(warning for cited in self.citations for warning in cited.warnings))

    @cached_property
    def _rendering(self) -> Rendering:
        from zhanaozen_archive._citing.rendering import rendering

        return rendering(self)

    def __repr__(self) -> str:
        return f"<Document: {len(self.cites)} citations in {str(self.style)[:60]!r}>"


def _one_of(name: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise CitationError(f"unknown {name} {word!r}; it is one of {', '.join(known)}")
