"""Dashes in a list of references, in the place of authors that the entry before has named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from zhanaozen_archive._citing._kit import marks


@frozen
class _Names:
    """The names that an entry begins with: where they stand, and how each reads."""

    all: marks.Place
    each: tuple[marks.Place, ...]
    text: str
    read: tuple[str, ...]


def with_substitutes(entries: Iterable[str], substitute: str, rule: str) -> Iterator[str]:
    """The entries, as marked text, names that are those of the entry before replaced.

    Args:
        entries: The entries in their order.
        substitute: What is put in the place of names.
        rule: Which names it replaces: one of the four rules of CSL.
    """
    before = None
    for entry in entries:
        names = _names(entry)
        if names is None or before is None:
            yield entry
        else:
            yield _replaced(entry, _repeated(names, before, rule), substitute)
        before = names


def _names(text: str) -> _Names | None:
    """None where the entry prints none; what stands in their place, a title, counts as one name."""
    places = marks.within(text, marks.NAMES)
    if not places:
        return None
    place = places[0]
    each = tuple(name for name in marks.within(text, marks.NAME) if place.start <= name.start < place.end) or (place,)
    read = tuple(marks.bare(text[name.start : name.end]) for name in each)
    return _Names(place, each, marks.bare(text[place.start : place.end]), read)


def _repeated(names: _Names, before: _Names, rule: str) -> tuple[marks.Place, ...]:
    """The places of what is to be replaced."""
    if rule == "complete-all":
        return (names.all,) if names.text == before.text else ()
    if rule == "complete-each":
        return names.each if names.text == before.text else ()
    same = 0
    while same < min(len(names.read), len(before.read)) and names.read[same] == before.read[same]:
        same += 1
    return names.each[: min(same, 1) if rule == "partial-first" else same]


def _replaced(text: str, places: Iterable[marks.Place], substitute: str) -> str:
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        text = text[: place.start] + substitute + text[place.end :]
    return text
