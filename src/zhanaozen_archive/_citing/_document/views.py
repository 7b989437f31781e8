"""How cites read when they are compared: as later cites of their items, not near, without locator."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from zhanaozen_archive._citing._kit import Cite, Disambiguation, Entry, Person, Style, marks


@frozen
class Reading:
    """A cite as its readers see it.

    Attributes:
        text: Its characters.
        people: The names that each of its sets of names is about, shown or not.
        shown: How many names each set shows.
        initials: Whether each set can give initials.
    """

    text: str
    people: tuple[tuple[Person, ...], ...]
    shown: tuple[int, ...]
    initials: tuple[bool, ...]


@define
class View:
    """Cites of a style, each rendered once."""

    style: Style
    numbers: Mapping[str, int]
    """Number of each item in the list of references."""
    _read: dict[tuple[str, Disambiguation], Reading] = field(factory=dict)

    def plain(self, entry: Entry) -> Reading:
        """The cite with nothing added."""
        return self.reading(entry, Disambiguation())

    def reading(self, entry: Entry, added: Disambiguation) -> Reading:
        """The cite with what is added to tell it from others."""
        key = (entry.id, added)
        if key not in self._read:
            rendering = self.style.citation(self._cite(entry, added))
            sets = rendering.name_sets
            self._read[key] = Reading(
                marks.bare(rendering.text),
                tuple(names.persons for names in sets),
                tuple(names.shown for names in sets),
                tuple(names.initials for names in sets),
            )
        return self._read[key]

    def names(self, entry: Entry, added: Disambiguation) -> tuple[str, ...]:
        """Each name as it reads in the cite."""
        text = self.style.citation(self._cite(entry, added)).text
        return tuple(marks.bare(text[place.start : place.end]) for place in marks.within(text, marks.NAME))

    def _cite(self, entry: Entry, added: Disambiguation) -> Cite:
        number = self.numbers[entry.id]
        return Cite(entry, position="subsequent", number=number, disambiguation=added)
