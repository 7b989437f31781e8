"""Citation labels: a few letters of the names and the year, "RoNo78", for styles that cite so."""

from __future__ import annotations

from zhanaozen_archive._citing._kit.marks import ANY
from zhanaozen_archive._citing._kit.run import Run

_LETTERS = ((), (4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))
"""How many letters of each name, by how many names there are; of more than four, the first four count."""
_NAMED_BY = ("author", "editor", "translator", "director")


def citation_label(run: Run) -> str:
    """The label of the item: its own, or one made of its names and year."""
    run.called += 1
    label = run.entry.text("citation-label") or f"{_names(run)}{_year(run)}"
    if label:
        run.print("citation-label")
    return label


def _names(run: Run) -> str:
    people = next(filter(None, (run.entry.names(variable) for variable in _NAMED_BY)), ())[: len(_LETTERS) - 1]
    if not people:
        return ANY.sub("", run.entry.text("title"))[:4]
    names = [ANY.sub("", person.family or person.literal) for person in people]
    return "".join(name[:length] for name, length in zip(names, _LETTERS[len(people)], strict=True))


def _year(run: Run) -> str:
    date = run.entry.date("issued")
    return f"{date.start.year % 100:02d}" if date and date.start.year else ""
