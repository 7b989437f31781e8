"""One citation, and one list of references."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zhanaozen_archive._citing.citable import Author, Citable, Cite
from zhanaozen_archive._citing.document import DEFAULT_STYLE, Document, Unlisted
from zhanaozen_archive._citing.results import Cited, References
from zhanaozen_archive._citing.writers import Format


def cite(  # noqa: PLR0913  # what a citation consists of
    cited: Citable,
    *,
    style: str | Path = DEFAULT_STYLE,
    locale: str | None = None,
    format: Format = "text",
    locator: str | None = None,
    label: str = "page",
    prefix: str = "",
    suffix: str = "",
    author: Author = "shown",
) -> Cited:
    """The citation of a source, a claim or the archive, as it stands in a text or a note.

    A claim brings its place: the paragraph of the document that carries its words. Where the document passes on what
    another says, the citation names that voice: "(Officials, cited in …)". It stands alone, as the first in a text that
    cites nothing else; for a whole text there is `Document`.

    Args:
        cited: What to cite.
        style: The name of a CSL style, the path of a .csl file, or the XML of one.
        locale: The language to cite in, such as "en-GB"; None for that of the style.
        format: `text`, `html`, `markdown`, `rst` or `latex`; nothing of a source is read as markup in any of them.
        locator: Where in it: "41". None is the paragraph of a claim; "" is nowhere in particular.
        label: What the locator counts: a locator of CSL, such as "page" or "paragraph".
        prefix: Words before it: "see".
        suffix: Words after it.
        author: `hidden` leaves out the name it begins with, for a sentence that gives it; `only` gives nothing else.

    Raises:
        UnknownStyle: There is no such style, or the package that brings it is not installed.
        CitationError: There is no such locale, format or label, the style is not sound, or the source has characters
            that cannot be printed.
    """
    one = Cite(cited, locator, label=label, prefix=prefix, suffix=suffix, author=author)
    return Document([one], style=style, locale=locale, format=format).citations[0]


def bibliography(
    sources: Iterable[Citable],
    *,
    style: str | Path = DEFAULT_STYLE,
    locale: str | None = None,
    format: Format = "text",
    unlisted: Unlisted = "skip",
) -> References:
    """The list of references: one entry for each source, in the order of the style.

    A source given twice has one entry; of a claim, the source is listed that its citation cites. What a style gives no
    order keeps that of `sources`.

    Args:
        sources: What to list.
        style: The name of a CSL style, the path of a .csl file, or the XML of one.
        locale: The language to cite in, such as "en-GB"; None for that of the style.
        format: `text`, `html`, `markdown`, `rst` or `latex`; nothing of a source is read as markup in any of them.
        unlisted: What becomes of sources that the style prints no entry for, as Chicago does with posts: `skip` leaves
            them out and warns of it, `note` prints the full form of a note.

    Raises:
        UnknownStyle: There is no such style, or the package that brings it is not installed.
        CitationError: There is no such locale or format, the style is not sound or has no list of references, or a
            source has characters that cannot be printed.
    """
    return Document([], style=style, locale=locale, format=format, also=sources).bibliography(unlisted=unlisted)
