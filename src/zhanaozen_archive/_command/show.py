"""The verb `show`: one record of any kind, found by its id, key or name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from zhanaozen_archive._archive import Archive, Retired, fold
from zhanaozen_archive._command import FINE
from zhanaozen_archive._command.cards import claim_card, event_card, source_card
from zhanaozen_archive._command.layout import fields
from zhanaozen_archive._command.notes import agent_card, place_card, property_card
from zhanaozen_archive._command.options import ArchiveFolder, Texts, load
from zhanaozen_archive._command.output import Heading, write
from zhanaozen_archive.errors import NotInArchive

Card = Callable[[Archive, Any], Iterator[str]]


def show(
    ids: tuple[str, ...],
    /,
    *,
    texts: Texts = None,
    archive: ArchiveFolder = None,
) -> int:
    """Show all that is known of a claim, source, event, place, agent or property.

    Example: `zhanaozen show zhanaozen-shooting-2011 rferl2023riot KazMunayGas`

    Args:
        ids: Ids, keys or names, in any spelling of the documents.
    """
    held = load(archive, texts)
    found = [card for one in ids for card in _cards(held, one)]
    for number, lines in enumerate(found):
        write([""] if number else [])
        write(lines)
    return FINE


def _cards(archive: Archive, id: str) -> list[Iterator[str]]:
    """A card for everything of this id or name: a place and an agent can share one."""
    kinds: tuple[tuple[Callable[[str], Any], Card], ...] = (
        (archive.claim, claim_card),
        (archive.source, source_card),
        (archive.event, event_card),
        (archive.place, place_card),
        (archive.agent, agent_card),
        (archive.property, property_card),
    )
    if tombstones := [_retired(retired) for retired in archive.retired if retired.id == id]:
        return tombstones
    found: list[Iterator[str]] = []
    alike: list[str] = []
    for look_up, card in kinds:
        try:
            found.append(card(archive, look_up(id)))
        except NotInArchive as error:
            alike += error.suggestions
    if not found:
        raise NotInArchive("record", id, tuple(get_close_matches(fold(id), dict.fromkeys(alike), 3, 0)))
    return found


def _retired(retired: Retired) -> Iterator[str]:
    yield Heading(retired.id)
    yield from fields([("No longer used", retired.because), ("See", retired.successors)])
