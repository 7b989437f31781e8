"""Joining the cites of a cluster: numbers in ranges, authors and years said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from zhanaozen_archive._citing._document.requests import Request
from zhanaozen_archive._citing._kit import Person, Style, marks

_SHORTEST_RANGE = 3
_RANGE = "\u2013"


@frozen
class Printed:
    """A cite as it was rendered.

    Attributes:
        request: What was asked for.
        number: Number of the item in the list of references.
        letter: Place of its letter behind the year among those of cites that read alike, from 0; None without.
        people: The names that it begins with, as far as they are shown.
        text: The cite, marked.
        authorless: The cite without the names it begins with, rendered when asked for.
    """

    request: Request
    number: int
    letter: int | None
    people: tuple[Person, ...]
    text: str
    authorless: Callable[[], str]

    @property
    def located(self) -> bool:
        """Whether a locator is printed."""
        return bool(marks.within(self.text, marks.LOCATOR))

    @property
    def plain(self) -> bool:
        """Whether it is the item alone, with nothing of its own, so that it can melt into its neighbours."""
        request = self.request
        return not (self.located or request.prefix or request.suffix or request.author != "shown")


def joined(style: Style, cites: Sequence[Printed]) -> str:
    """The cites of one cluster as one marked text, without the affixes of the layout."""
    cites = [cite for cite in cites if marks.bare(cite.text)]
    if style.facts.collapse == "citation-number":
        return style.join(list(_ranges(style, cites)), style.facts.delimiter)
    return _with_delimiters(style, [_group(style, group) for group in _by_author(style, cites)])


def _ranges(style: Style, cites: Sequence[Printed]) -> Iterator[str]:
    """Cites, of those with consecutive numbers only the first and the last."""
    for run in _runs(cites, lambda cite: cite.number if cite.plain else None):
        yield from _ends(style, [cite.text for cite in run])


def _ends(style: Style, texts: list[str]) -> list[str]:
    return [style.join([texts[0], texts[-1]], _RANGE)] if len(texts) >= _SHORTEST_RANGE else texts


def _runs(cites: Sequence[Printed], number: Callable[[Printed], int | None]) -> Iterator[list[Printed]]:
    """The cites in runs of numbers that follow one another; one without a number stands alone."""
    run: list[Printed] = []
    for cite in cites:
        before, here = (number(run[-1]) if run else None), number(cite)
        if run and (here is None or before is None or here != before + 1):
            yield run
            run = []
        run.append(cite)
    if run:
        yield run


def _by_author(style: Style, cites: Sequence[Printed]) -> list[list[Printed]]:
    """The cites in groups of the same author, each where its first cite stands."""
    if not _groups(style):
        return [[cite] for cite in cites]
    groups: dict[object, list[Printed]] = {}
    for n, cite in enumerate(cites):
        key = _author(cite) or n
        alone = key in groups and _says_authors_once(style) and not marks.bare(cite.authorless())
        groups.setdefault(n if alone else key, []).append(cite)
    return list(groups.values())


def _groups(style: Style) -> bool:
    return style.facts.cite_group_delimiter is not None or _says_authors_once(style)


def _says_authors_once(style: Style) -> bool:
    return style.facts.collapse.startswith("year")


def _author(cite: Printed) -> object:
    """Whom a cite names first, as that reads; None where it names nobody, or a title stands for names."""
    names = marks.within(cite.text, marks.NAMES)
    if cite.request.author != "shown" or not names or not cite.people:
        return None
    return marks.bare(cite.text[names[0].start : names[0].end]), cite.people


@frozen
class _Group:
    """Cites of one author, joined."""

    text: str
    size: int
    located: bool
    """Whether the last of them has a locator."""
    joins: bool
    """Whether the first of them brings the punctuation before it."""


def _group(style: Style, cites: list[Printed]) -> _Group:
    said = cites
    if _says_authors_once(style):
        said = [cites[0], *(evolve(cite, text=cite.authorless()) for cite in cites[1:])]
    parts = list(_years(style, cites[0], said))
    text = parts[0].text
    for before, part in pairwise(parts):
        text = style.join([text, part.text], "" if part.request.joins else _within(style, before))
    return _Group(text, len(cites), cites[-1].located, cites[0].request.joins)


def _within(style: Style, before: Printed) -> str:
    """What stands between two cites of one author."""
    facts = style.facts
    if before.located and facts.after_collapse_delimiter is not None:
        return facts.after_collapse_delimiter
    if facts.cite_group_delimiter is not None:
        return facts.cite_group_delimiter
    return facts.delimiter if facts.note else ", "


def _years(style: Style, first: Printed, cites: Sequence[Printed]) -> Iterator[Printed]:
    """The cites of one author, of those in one year all but the first as letters behind the year of the first."""
    if not style.facts.collapse.startswith("year-suffix"):
        yield from cites
        return
    for _, same in groupby(cites, key=lambda cite: _year(first, cite)):
        yield _melted(style, list(same))


def _year(first: Printed, cite: Printed) -> object:
    """What a cite says but for its author and letter; what cannot melt says something of its own."""
    letter = _letter(cite)
    if letter is None or not cite.plain:
        return cite
    text = cite.authorless() if cite.text == first.text else cite.text
    return marks.bare(_without_letter(text))


def _letter(cite: Printed) -> str | None:
    places = marks.within(cite.text, marks.YEAR_SUFFIX)
    return cite.text[places[0].start : places[0].end] if places and cite.letter is not None else None


def _without_letter(text: str) -> str:
    place = marks.within(text, marks.YEAR_SUFFIX)[0]
    return text[: place.start] + text[place.end :]


def _melted(style: Style, cites: list[Printed]) -> Printed:
    first = cites[0]
    if len(cites) == 1:
        return first
    ranged = style.facts.collapse == "year-suffix-ranged"
    runs = _runs(cites, lambda cite: cite.letter) if ranged else ([cite] for cite in cites)
    letters = [text for run in runs for text in _ends(style, [_letter(cite) or "" for cite in run])]
    place = marks.within(first.text, marks.YEAR_SUFFIX)[0]
    melted = style.join(letters, _between_letters(style))
    return evolve(first, text=first.text[: place.start] + melted + first.text[place.end :])


def _between_letters(style: Style) -> str:
    facts = style.facts
    given = (facts.year_suffix_delimiter, facts.cite_group_delimiter, facts.delimiter)
    return next(delimiter for delimiter in given if delimiter is not None)


def _with_delimiters(style: Style, groups: Sequence[_Group]) -> str:
    if not groups:
        return ""
    text = groups[0].text
    for before, group in pairwise(groups):
        text = style.join([text, group.text], "" if group.joins else _between(style, before))
    return text


def _between(style: Style, before: _Group) -> str:
    """What stands between two groups."""
    after = style.facts.after_collapse_delimiter
    collapsed = style.facts.collapse == "year" or (_says_authors_once(style) and (before.size > 1 or before.located))
    return after if collapsed and after is not None else style.facts.delimiter
