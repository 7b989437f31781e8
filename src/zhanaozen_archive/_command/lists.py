"""The verbs that list: `sources`, `events` and `claims`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._archive.tables import claim_row, event_row, source_row
from zhanaozen_archive._command import wording
from zhanaozen_archive._command.layout import indented, longest, rest
from zhanaozen_archive._command.options import About, ArchiveFolder, Format, Since, Until, load
from zhanaozen_archive._command.output import Heading, give
from zhanaozen_archive._model.claims import AnyClaim, Modality
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._pictures.characters import columns

WHEN = 16
"""Columns for the days of an event."""


def sources(
    *words: str,
    about: About = None,
    by: Annotated[str | None, Parameter(help="An agent: who speaks in it, or is given as its author.")] = None,
    via: Annotated[str | None, Parameter(help="Key of a source; it and the voices in it.")] = None,
    format: Format = "table",
    archive: ArchiveFolder = None,
) -> int:
    """List the documents and the voices in them; a voice is set in from its document.

    Example: `zhanaozen sources --about zhanaozen-shooting-2011`

    Args:
        words: Words in the title or in the name of who speaks.
    """
    held = load(archive)
    found = held.sources(about=about, by=by, via=via, saying=_saying(words))
    return give(held, "sources", found, format, row=source_row, lines=_source_lines)


def events(
    *words: str,
    about: About = None,
    kind: Annotated[str | None, Parameter(help='What happened, in the word of the archive: "strike".')] = None,
    since: Since = None,
    until: Until = None,
    format: Format = "table",
    archive: ArchiveFolder = None,
) -> int:
    """List what happened, with the days on which it can have been by what the claims allow.

    Example: `zhanaozen events --kind strike --since 2023`

    Args:
        words: Words in the name of the event.
    """
    held = load(archive)
    found = held.events(about=about, kind=kind, saying=_saying(words), since=since, until=until)
    return give(held, "events", found, format, row=event_row, lines=lambda some: _event_lines(held, some))


def claims(  # noqa: PLR0913  # one for each question that a search can ask
    *words: str,
    about: About = None,
    of: Annotated[str | None, Parameter(help='Id of a property: "killed".')] = None,
    by: Annotated[str | None, Parameter(help="An agent: who holds the claim.")] = None,
    via: Annotated[str | None, Parameter(help="Key of a source; the voices in it are included.")] = None,
    at: Annotated[str | None, Parameter(help="A place that the claim speaks of, or one around it.")] = None,
    naming: Annotated[str | None, Parameter(help="An agent that the claim names, or that passes it on.")] = None,
    since: Since = None,
    until: Until = None,
    modality: Annotated[Modality | None, Parameter(help="How it is said.")] = None,
    format: Format = "table",
    archive: ArchiveFolder = None,
) -> int:
    """List what is said: the words in quotation marks, or the coded value where no words are quoted.

    Example: `zhanaozen claims --about zhanaozen-shooting-2011 --of killed`

    Args:
        words: Words in the quotation, the value, the note or the name of the event.
    """
    held = load(archive)
    found = held.claims(
        about=about,
        of=of,
        by=by,
        via=via,
        at=at,
        naming=naming,
        saying=_saying(words),
        since=since,
        until=until,
        modality=modality,
    )
    return give(held, "claims", found, format, row=claim_row, lines=claim_lines)


def _saying(words: Sequence[str]) -> str | None:
    return " ".join(words) or None


def _source_lines(found: Sequence[Source]) -> Iterator[str]:
    keys = [source.key if source.part_of is None else f"  {source.key}" for source in found]
    dates = [source.issued.label() if source.issued else "" for source in found]
    widths = (longest(keys), min(longest(dates), WHEN))
    rows = zip(keys, dates, map(_titled, found), strict=True)
    return columns([*rows], (*widths, rest(*widths)))


def _titled(source: Source) -> str:
    """What the source is, and who speaks where its title does not tell."""
    told = source.title is None or source.voice.kind == "unnamed"
    return str(source) if told else f"{source}, {source.voice}"


def _event_lines(archive: Archive, found: Sequence[Event]) -> Iterator[str]:
    ids = longest([event.id for event in found])
    rows = [(event.id, wording.when(archive, event), event.label) for event in found]
    return columns(rows, (ids, WHEN, rest(ids, WHEN)))


def claim_lines(found: Sequence[AnyClaim]) -> Iterator[str]:
    """Each claim in three lines: its id, what it is about, its words and who says them."""
    for claim in found:
        yield Heading(claim.id)
        yield from indented(f"{claim.property}, {claim.event.id}")
        yield from indented(wording.said(claim))
