"""Given names by rule: initials or given names for everybody in a text who shares a family name with somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from zhanaozen_archive._citing._document.views import Reading, View
from zhanaozen_archive._citing._kit import Disambiguation, Entry, Person

FORMS = (0, 1, 2)
"""How much of a given name: as the style says, initials, all of it."""
_INITIALS = 1


def given_names(view: View, entries: Iterable[Entry], rule: str) -> dict[str, Disambiguation]:
    """How much of each given name each item shows, before any two cites are compared.

    Args:
        view: How cites read.
        entries: The items of the text.
        rule: One of the rules for given names of CSL; "by-cite" adds none here.
    """
    readings = {entry.id: view.plain(entry) for entry in entries}
    if rule == "by-cite":
        return {key: Disambiguation() for key in readings}
    first_only = rule.startswith("primary-name")
    most = _INITIALS if rule.endswith("-with-initials") else max(FORMS)
    forms: dict[Person, tuple[str, ...]] = {}
    for entry in entries:
        if most > _INITIALS or all(readings[entry.id].initials):
            forms.update(_forms(view, entry, readings[entry.id], first_only=first_only))
    levels = _levels(forms, most)
    return {key: Disambiguation(given=_given(reading, levels, first_only)) for key, reading in readings.items()}


def _given(reading: Reading, levels: Mapping[Person, int], first_only: bool) -> tuple[tuple[int, ...], ...]:  # noqa: FBT001
    return tuple(
        tuple(levels.get(person, 0) if n == 0 or not first_only else 0 for n, person in enumerate(people))
        for people in reading.people
    )


def _forms(view: View, entry: Entry, plain: Reading, *, first_only: bool) -> dict[Person, tuple[str, ...]]:
    """Each person of a cite as they read with more and more of the given name."""
    people = [(n, person) for names in plain.people for n, person in enumerate(names)]
    everybody = tuple(len(names) for names in plain.people)
    columns = []
    for level in FORMS:
        given = tuple((level,) * count for count in everybody)
        columns.append(view.names(entry, Disambiguation(names=everybody, given=given)))
    if any(len(column) != len(people) for column in columns):
        return {}  # a style that prints names in another way, such as their number
    found = zip(people, zip(*columns, strict=True), strict=True)
    return {person: forms for (n, person), forms in found if n == 0 or not first_only}


def _levels(forms: Mapping[Person, tuple[str, ...]], most: int) -> dict[Person, int]:
    namesakes: defaultdict[str, list[Person]] = defaultdict(list)
    for person, (short, *_) in forms.items():
        namesakes[short].append(person)
    return {person: _level(person, namesakes[forms[person][0]], forms, most) for person in forms}


def _level(person: Person, namesakes: list[Person], forms: Mapping[Person, tuple[str, ...]], most: int) -> int:
    """The least that tells a person from all namesakes; nothing where nothing does."""
    others = [forms[other] for other in namesakes if other != person]
    own = forms[person]
    if not others:
        return 0
    alone = (level for level in FORMS[1 : most + 1] if all(other[level] != own[level] for other in others))
    some = (level for level in FORMS[2 : most + 1] if any(other[level] != own[level] for other in others))
    return next(alone, next(some, 0))
