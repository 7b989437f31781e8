"""Citations and reference lists."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from zhanaozen_archive._citing.item import csl_item
from zhanaozen_archive._citing.marks import FORMATS, Format
from zhanaozen_archive._citing.prepare import prepared
from zhanaozen_archive._model.claims import Claim
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import CitationError

DEFAULT_STYLE = "harvard-cite-them-right"
"""The style that needs no extra package: Harvard, as "Cite Them Right" has it."""


def cite(
    cited: Source | Claim[Any],
    *,
    style: str | Path = DEFAULT_STYLE,
    locale: str | None = None,
    format: Format = "text",
) -> str:
    """The in-text citation of a source, or of a claim by its innermost source and its paragraph.

    Each citation stands alone: it knows nothing of others before it, and a style of numbers always prints 1.

    Args:
        cited: What to cite.
        style: The name of a CSL style, or the path of a .csl file.
        locale: The language to cite in, such as "en-GB"; None for that of the style.
        format: `text`, or `html` with everything escaped but its tags.

    Raises:
        UnknownStyle: There is no such style, or the package that brings it is not installed.
        CitationError: There is no such locale or format, the style is not sound, or it prints nothing.
    """
    _check_format(format)
    source, paragraph = (cited.source, cited.paragraph) if isinstance(cited, Claim) else (cited, None)
    item = prepared(csl_item(source))

    from zhanaozen_archive._citing.engine import Style

    text = Style(style, locale, [item]).citation(paragraph).write(format)
    if not text:
        raise CitationError(f"the style {str(style)!r} prints no citation of {source.key!r}")
    return text


def bibliography(
    sources: Iterable[Source],
    *,
    style: str | Path = DEFAULT_STYLE,
    locale: str | None = None,
    format: Format = "text",
) -> tuple[str, ...]:
    """The list of references: one entry for each source, in the order of the style.

    A source given twice has one entry. What a style gives no order keeps that of `sources`.

    Args:
        sources: What to list.
        style: The name of a CSL style, or the path of a .csl file.
        locale: The language to cite in, such as "en-GB"; None for that of the style.
        format: `text`, or `html` with everything escaped but its tags.

    Raises:
        UnknownStyle: There is no such style, or the package that brings it is not installed.
        CitationError: There is no such locale or format, the style is not sound or has no list of references, or it
            prints nothing for some of the sources, which are named.
    """
    _check_format(format)
    items = [prepared(csl_item(source)) for source in dict.fromkeys(sources)]

    from zhanaozen_archive._citing.engine import Style

    rendered = Style(style, locale, items)
    if not rendered.has_bibliography:
        raise CitationError(f"the style {str(style)!r} has no list of references")
    entries = [(item, text.write(format)) for item, text in rendered.entries()]
    lost = [f"{item.key!r} ({item.csl['type']})" for item, entry in entries if not entry]
    if lost:
        raise CitationError(f"the style {str(style)!r} prints no entry for {', '.join(lost)}")
    return tuple(entry for _, entry in entries)


def _check_format(format: str) -> None:
    if format not in FORMATS:
        raise CitationError(f"unknown format {format!r}; it is one of {', '.join(FORMATS)}")
