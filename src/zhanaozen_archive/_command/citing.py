"""The verbs that cite: `cite` and `bibliography`; and citations for the other verbs."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import DEFAULT_STYLE
from zhanaozen_archive._citing import Format as Markup
from zhanaozen_archive._citing import bibliography as listed
from zhanaozen_archive._citing import cite as cited
from zhanaozen_archive._command import FINE
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import write
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Source

Style = Annotated[str, Parameter(help="CSL style, or .csl file.")]
Locale = Annotated[str | None, Parameter(help='Language to cite in: "en-GB"; that of the style by default.')]
As = Annotated[Markup, Parameter(name="--as", help="What to write.")]


def cite(
    keys: tuple[str, ...],
    /,
    *,
    style: Style = DEFAULT_STYLE,
    locale: Locale = None,
    as_: As = "text",
    archive: ArchiveFolder = None,
) -> int:
    """Cite sources or claims in a text, one citation a line; a claim brings its paragraph.

    Example: `zhanaozen cite rferl2023riot --style apa`

    Args:
        keys: Keys of sources, or ids of claims.
    """
    held = load(archive)
    things = [citable(held, one) for one in keys]
    write([cited(thing, style=style, locale=locale, format=as_) for thing in things])
    return FINE


def bibliography(
    *keys: str,
    style: Style = DEFAULT_STYLE,
    locale: Locale = None,
    as_: As = "text",
    archive: ArchiveFolder = None,
) -> int:
    """Print a reference list, in the order of the style.

    Example: `zhanaozen bibliography --as html`

    Args:
        keys: Keys of sources, or ids of claims; all documents where none is given.
    """
    held = load(archive)
    chosen = [_source(citable(held, key)) for key in keys] or [s for s in held.sources() if s.part_of is None]
    write(listed(chosen, style=style, locale=locale, format=as_))
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


def _source(thing: Source | AnyClaim) -> Source:
    return thing if isinstance(thing, Source) else thing.source
