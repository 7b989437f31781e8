"""Telling cites apart that would read alike: by names, given names, letters behind the year, what the style adds.

CSL 1.0.2 names the last two the other way round, but asks of the last that nothing else has helped; processors agree on
this order. Whatever is added to cites is added to all that read alike with them, names only where they tell some of
them from the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

from attrs import define, evolve

from zhanaozen_archive._citing._document.givennames import given_names
from zhanaozen_archive._citing._document.views import View
from zhanaozen_archive._citing._kit import Disambiguation, Entry, Person, Style

_Step = Callable[[Disambiguation], Disambiguation]


def told_apart(style: Style, numbers: Mapping[str, int], entries: Sequence[Entry]) -> dict[str, Disambiguation]:
    """What is added to the cites of each item.

    Args:
        style: The style.
        numbers: Number of each item in the list of references.
        entries: All items of the text, in the order of its list of references, in which letters are given.
    """
    facts, view = style.facts, View(style, numbers)
    rule = facts.givenname_rule if facts.disambiguate_add_givenname else "by-cite"
    apart = _Apart(view, given_names(view, entries, rule))
    names, given = facts.disambiguate_add_names, facts.disambiguate_add_givenname and rule == "by-cite"
    if names or given:
        apart.try_steps(entries, lambda alike: list(_more_of_names(view, alike, names=names, given=given)))
    if facts.disambiguate_add_year_suffix:
        apart.add_letters(entries)
    apart.set_condition(entries)
    return apart.added


@define
class _Apart:
    """What has been added so far."""

    view: View
    added: dict[str, Disambiguation]

    def alike(self, entries: Iterable[Entry], step: _Step = lambda added: added) -> list[list[Entry]]:
        """The items in groups of those whose cites would read alike after one more step."""
        groups: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            groups[self.view.reading(entry, step(self.added[entry.id])).text].append(entry)
        return list(groups.values())

    def try_steps(self, entries: Iterable[Entry], steps: Callable[[list[Entry]], list[_Step]]) -> None:
        """Take the steps that tell items apart whose cites read alike."""
        for group in self.alike(entries):
            if len(group) > 1:
                self._part(group, steps(group))

    def _part(self, group: list[Entry], steps: list[_Step]) -> None:
        """Take the first step that parts the group, then for each part the first later one that does."""
        open_ = [(group, 0)]
        while open_:
            group, tried = open_.pop()
            for n in range(tried, len(steps)):
                parts = self.alike(group, steps[n])
                if len(parts) > 1:
                    self.added |= {entry.id: steps[n](self.added[entry.id]) for entry in group}
                    open_ += [(part, n + 1) for part in parts if len(part) > 1]
                    break

    def set_condition(self, entries: Iterable[Entry]) -> None:
        """Let the condition hold for items whose cites still read alike."""
        for group in self.alike(entries):
            if len(group) > 1:
                self.added |= {entry.id: evolve(self.added[entry.id], condition=True) for entry in group}

    def add_letters(self, entries: Iterable[Entry]) -> None:
        """Give letters to items whose cites still read alike."""
        for group in self.alike(entries):
            for n, entry in enumerate(group if len(group) > 1 else ()):
                self.added[entry.id] = evolve(self.added[entry.id], year_suffix=letters(n))


def letters(number: int) -> str:
    """The letters for a number from 0: a to z, aa to az, ba and so on."""
    before, last = divmod(number, len(ascii_lowercase))
    return (letters(before - 1) if before else "") + ascii_lowercase[last]


def number_of(text: str) -> int | None:
    """The number whose letters these are, None for none."""
    number = 0
    for letter in text:
        number = number * len(ascii_lowercase) + ascii_lowercase.index(letter) + 1
    return number - 1 if text else None


def _more_of_names(view: View, alike: list[Entry], *, names: bool, given: bool) -> Iterator[_Step]:
    """Steps that go through the names in which the items differ: show one, give its initials, give all of it."""
    for k, people, shown in _sets(view, alike):
        for n in range(max(map(len, people)) if names else shown):
            if n >= shown and (_differs(people, n) or any(len(row) == n + 1 for row in people)):
                yield _showing(k, n + 1)
            if given and _differs(people, n):
                yield from (_giving(k, n, level) for level in (1, 2))


def _sets(view: View, alike: list[Entry]) -> Iterator[tuple[int, list[tuple[Person, ...]], int]]:
    """The sets of names that all the items have: its number, the names of each item, how many are shown."""
    readings = [view.plain(entry) for entry in alike]
    for k in range(min(len(reading.people) for reading in readings)):
        yield k, [reading.people[k] for reading in readings], min(reading.shown[k] for reading in readings)


def _differs(people: list[tuple[Person, ...]], n: int) -> bool:
    return len({names[n] if n < len(names) else None for names in people}) > 1


def _showing(k: int, count: int) -> _Step:
    """Show at least so many names of the k-th set."""

    def step(added: Disambiguation) -> Disambiguation:
        names = [*added.names, *[0] * (k + 1 - len(added.names))]
        names[k] = max(count, names[k])
        return evolve(added, names=tuple(names))

    return step


def _giving(k: int, n: int, level: int) -> _Step:
    """Show the n-th name of the k-th set, with so much of the given name."""
    show = _showing(k, n + 1)

    def step(added: Disambiguation) -> Disambiguation:
        given = [*added.given, *[()] * (k + 1 - len(added.given))]
        levels = [*given[k], *[0] * (n + 1 - len(given[k]))]
        levels[n] = max(level, levels[n])
        given[k] = tuple(levels)
        return evolve(show(added), given=tuple(given))

    return step
