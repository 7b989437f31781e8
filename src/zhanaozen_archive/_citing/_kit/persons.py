"""One name as a style writes it: order, particles, initials."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from zhanaozen_archive._citing._kit.dress import PLAIN_DRESS, Dress
from zhanaozen_archive._citing._kit.initials import initials
from zhanaozen_archive._citing._kit.people import Person

Demote = Literal["never", "sort-only", "display-and-sort"]
_ALL_GIVEN = 2
_NO_SPACE_AFTER = ("\u00a0", "\u2019", "-", "\u2010", "\u2013")


@frozen
class PersonStyle:
    """How one name is written."""

    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    initialize_with_hyphen: bool = True
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    family: Dress = PLAIN_DRESS
    given: Dress = PLAIN_DRESS
    dress: Dress = PLAIN_DRESS

    def write(self, person: Person, *, inverted: bool, level: int = 0, sorting: bool = False) -> str:
        """A name.

        Args:
            person: The name in parts.
            inverted: Whether the family name comes first.
            level: How much of the given name is shown: 0 as the style says, 1 initials, 2 all.
            sorting: Whether it is written to be sorted.
        """
        if person.literal:
            return self.dress(self.family(person.literal))
        if self.form == "short" and not level:
            return self.dress(self._family(person, particle=True))
        return self.dress(self._long(person, inverted=inverted, level=level, sorting=sorting))

    def _long(self, person: Person, *, inverted: bool, level: int, sorting: bool) -> str:
        given = self._given(person, level)
        if not person.romanesque:
            return f"{_set(person.family, self.family)}{_set(given, self.given)}"
        if person.static:
            return _spaced(self._family(person, particle=True), _set(given, self.given))
        if inverted:
            return self._inverted(person, given, sorting=sorting)
        family = _family(person, self.family, particle=True)
        suffix = f", {person.suffix}" if person.comma_suffix and person.suffix else f" {person.suffix}"
        last = _spaced(_set(person.dropping, self.given), f"{family}{suffix.rstrip()}")
        return _spaced(_around(_set(given, self.given), self.given), _around(last, self.family))

    def _inverted(self, person: Person, given: str, *, sorting: bool) -> str:
        demoted = self.demote == "display-and-sort" or (self.demote == "sort-only" and sorting)
        particle = _set(person.non_dropping, self.family) if demoted else ""
        rest = _spaced(_spaced(_set(given, self.given), _set(person.dropping, self.given)), particle)
        parts = (self._family(person, particle=not demoted), _around(rest, self.given), person.suffix)
        return self.sort_separator.join(part for part in parts if part)

    def _family(self, person: Person, *, particle: bool) -> str:
        return _around(_family(person, self.family, particle=particle), self.family)

    def _given(self, person: Person, level: int) -> str:
        if self.initialize_with is None or not person.romanesque or not person.given:
            return person.given
        whole = not self.initialize or level == _ALL_GIVEN
        return initials(person.given, self.initialize_with, hyphen=self.initialize_with_hyphen, whole=whole)


def _set(text: str, dress: Dress) -> str:
    """A part of a name in its case and letters, without affixes."""
    return f"{dress.opening}{dress.inner(text, english=True)}{dress.closing}" if text else ""


def _family(person: Person, dress: Dress, *, particle: bool) -> str:
    """The family name in its letters; it and the particle before it have each a case of their own."""
    parts = (person.non_dropping if particle else "", person.family)
    return f"{dress.opening}{_spaced(*(dress.inner(part, english=True) for part in parts))}{dress.closing}"


def _around(text: str, dress: Dress) -> str:
    """A part of a name between its affixes."""
    return f"{dress.prefix}{text}{dress.suffix}" if text else ""


def _spaced(first: str, second: str) -> str:
    """Two parts with a space, but none behind an apostrophe or a hyphen: d’Arc, al-Farabi."""
    if not first or not second:
        return first or second
    return f"{first}{second}" if first.endswith(_NO_SPACE_AFTER) else f"{first} {second}"
