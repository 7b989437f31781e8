"""The verbs that cite: `cite` and `bibliography`; and citations for the other verbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import DEFAULT_STYLE, Citable, CitationWarning
from zhanaozen_archive._citing import Format as Markup
from zhanaozen_archive._citing import bibliography as listed
from zhanaozen_archive._citing import cite as cited
from zhanaozen_archive._command import FINDING, FINE
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import complain, write
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Source

Style = Annotated[str, Parameter(help="CSL style, or .csl file.")]
Locale = Annotated[str | None, Parameter(help='Language to cite in: "en-GB"; that of the style by default.')]
As = Annotated[Markup, Parameter(name="--format", help="What to write.")]
Locator = Annotated[str | None, Parameter(help='Where in it: "41"; a claim brings its paragraph.')]
Label = Annotated[str, Parameter(help='What the locator counts: "page", "paragraph", "timestamp".')]
Unlisted = Annotated[
    Literal["skip", "note"], Parameter(help="What to do with what the style does not list: print its note instead.")
]


def cite(
    *keys: str,
    style: Style = DEFAULT_STYLE,
    locale: Locale = None,
    as_: As = "text",
    locator: Locator = None,
    label: Label = "page",
    archive: ArchiveFolder = None,
) -> int:
    """Cite sources or claims, one citation a line; a claim brings its paragraph.

    Each stands alone, as if nothing else were cited. What a style leaves out is told on stderr.

    Example: `zhanaozen cite rferl2023riot --style apa`

    Args:
        keys: Keys of sources, or ids of claims; the archive itself where none is given.
    """
    held = load(archive)
    things: Sequence[Citable] = [citable(held, key) for key in keys] if keys else [held]
    citations = [cited(thing, style=style, locale=locale, format=as_, locator=locator, label=label) for thing in things]
    write(citations)
    _warn(warning for citation in citations for warning in citation.warnings)
    return FINE if all(citations) else FINDING


def bibliography(
    *keys: str,
    style: Style = DEFAULT_STYLE,
    locale: Locale = None,
    as_: As = "text",
    unlisted: Unlisted = "skip",
    archive: ArchiveFolder = None,
) -> int:
    """Print a reference list, in the order of the style.

    What the style leaves out is told on stderr.

    Example: `zhanaozen bibliography --format html`

    Args:
        keys: Keys of sources, or ids of claims; all documents where none is given.
    """
    held = load(archive)
    chosen = [citable(held, key) for key in keys] or [s for s in held.sources() if s.part_of is None]
    references = listed(chosen, style=style, locale=locale, format=as_, unlisted=unlisted)
    write(str(references).removesuffix("\n").split("\n"))
    _warn(references.warnings)
    return FINE


def citable(archive: Archive, key: str) -> Source | AnyClaim:
    """The source of this key, or the claim of this id, which has a slash in it."""
    return archive.claim(key) if "/" in key else archive.source(key)


def in_text(thing: Source | AnyClaim) -> str:
    """The citation of a source or claim in a text."""
    return cited(thing)


def reference(source: Source) -> str:
    """The entry of a source in a reference list."""
    return listed([source])[0]


def _warn(warnings: Iterable[CitationWarning]) -> None:
    for warning in dict.fromkeys(warnings):
        complain(f"warning: {warning}")
