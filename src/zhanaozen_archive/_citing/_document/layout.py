"""A whole text in a style: the citations where they stand, and the list of references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, frozen

from zhanaozen_archive._citing._document.collapse import Printed, joined
from zhanaozen_archive._citing._document.distinct import number_of, told_apart
from zhanaozen_archive._citing._document.positions import Place, places
from zhanaozen_archive._citing._document.requests import Cluster, Request
from zhanaozen_archive._citing._document.substitute import with_substitutes
from zhanaozen_archive._citing._kit import Cite, Disambiguation, Entry, Style, marks
from zhanaozen_archive._citing.rich import Rich


@frozen
class Plan:
    """What a style says of the items of a text, before anything is printed.

    Attributes:
        style: The style.
        entries: The items in the order of the list of references.
        numbers: Number of each item in it.
        added: What tells the cites of each item from those of others.
    """

    style: Style
    entries: tuple[Entry, ...]
    numbers: Mapping[str, int]
    added: Mapping[str, Disambiguation]

    def cite(self, request: Request, place: Place, *, first: bool) -> Cite:
        """A request as the style renders it, the first or a later one of its cluster."""
        return Cite(
            request.entry,
            locator=request.locator,
            label=request.label.replace(" ", "-"),  # "sub verbo" in older data
            prefix=request.prefix,
            suffix=request.suffix,
            position=place.position,
            near_note=place.near_note,
            first_note=place.first_note,
            number=self.numbers[request.entry.id],
            disambiguation=self.added[request.entry.id],
            author="hidden" if request.author == "hidden" else "shown",
            opens=self.style.facts.note and (request.opens or (first and not request.prefix)),
        )


@frozen
class Cited:
    """One printed citation.

    Attributes:
        text: The citation, empty where the style prints none.
        empty: Ids of items of which it prints nothing.
        unlocated: Ids of items whose locator it leaves out.
    """

    text: Rich
    empty: tuple[str, ...]
    unlocated: tuple[str, ...]


def planned(style: Style, clusters: Iterable[Cluster], uncited: Iterable[Entry] = ()) -> Plan:
    """Order the items of a text and tell them apart.

    Args:
        style: The style.
        clusters: What the text cites, in order.
        uncited: What its list of references has besides.
    """
    cited = (request.entry for cluster in clusters for request in cluster.requests)
    entries = {entry.id: entry for entry in (*cited, *uncited)}
    order = _in_order(style, list(entries.values()))
    row = range(len(order), 0, -1) if style.facts.numbers_descend else range(1, len(order) + 1)
    numbers = {entry.id: number for entry, number in zip(order, row, strict=True)}
    return Plan(style, tuple(order), numbers, told_apart(style, numbers, order))


def _in_order(style: Style, entries: list[Entry]) -> list[Entry]:
    """The items by the keys of the style; without keys, in the order of citing."""
    if not style.facts.bibliography_sorts:
        return entries
    keys = {
        entry.id: style.sort_keys(Cite(entry, number=number), "bibliography") or ()
        for number, entry in enumerate(entries, start=1)
    }
    return sorted(entries, key=lambda entry: keys[entry.id])


def citations(plan: Plan, clusters: Iterable[Cluster]) -> tuple[Cited, ...]:
    """The citation of each cluster of a text, in order."""
    sorted_ = [in_order(plan, cluster) for cluster in clusters]
    placed = places(sorted_, plan.style.facts.near_note_distance)
    return tuple(citation(plan, cluster, row) for cluster, row in zip(sorted_, placed, strict=True))


def in_order(plan: Plan, cluster: Cluster) -> Cluster:
    """A cluster with its cites in the order of the style; as given where the style has none."""
    if not plan.style.facts.citation_sorts:
        return cluster
    keys = [plan.style.sort_keys(_reference(plan, request.entry), "citation") or () for request in cluster.requests]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return evolve(cluster, requests=tuple(cluster.requests[n] for n in order))


def citation(plan: Plan, cluster: Cluster, row: Sequence[Place]) -> Cited:
    """One citation, of cites in their order whose places are known."""
    style, requests = plan.style, cluster.requests
    printed = [
        _printed(style, plan.cite(request, place, first=n == 0), request)
        for n, (request, place) in enumerate(zip(requests, row, strict=True))
    ]
    if all(request.author == "only" for request in requests):
        text = style.join([cite.text for cite in printed], style.facts.delimiter)
    else:
        text = joined(style, printed)
        text = style.lay_out(text) if text else ""
    return Cited(
        style.rich(text),
        tuple(cite.request.entry.id for cite in printed if not marks.bare(cite.text)),
        tuple(cite.request.entry.id for cite in printed if cite.request.locator and not cite.located),
    )


def _printed(style: Style, cite: Cite, request: Request) -> Printed:
    rendering = style.citation(cite)
    names = rendering.name_sets[:1]
    return Printed(
        request,
        cite.number,
        number_of(cite.disambiguation.year_suffix),
        names[0].persons[: names[0].shown] if names else (),
        _author(rendering.text) if request.author == "only" else rendering.text,
        lambda: style.citation(evolve(cite, author="hidden")).text,
    )


def _author(text: str) -> str:
    """The names that a cite begins with; all of it where it begins with none."""
    names = marks.within(text, marks.NAMES)
    return text[names[0].start : names[0].end] if names else text


def references(plan: Plan, among: Callable[[Entry], bool] = lambda _: True) -> tuple[tuple[Entry, Rich], ...]:
    """The list of references, or a part of it; an empty text for what the style leaves out.

    Args:
        plan: The items in their order.
        among: Whether an item belongs to this part.
    """
    entries = [entry for entry in plan.entries if among(entry)]
    rendered = [(entry, plan.style.entry(_reference(plan, entry, plan.added[entry.id].names))) for entry in entries]
    found = {entry.id: rendering.text for entry, rendering in rendered if rendering is not None and rendering.text}
    texts = dict(zip(found, _substituted(plan.style, found.values()), strict=True))
    return tuple((entry, plan.style.rich(texts.get(entry.id, ""))) for entry in entries)


def _substituted(style: Style, texts: Iterable[str]) -> Iterable[str]:
    facts = style.facts
    if facts.subsequent_author_substitute is None:
        return texts
    return with_substitutes(texts, facts.subsequent_author_substitute, facts.subsequent_author_substitute_rule)


def _reference(plan: Plan, entry: Entry, names: tuple[int, ...] = ()) -> Cite:
    """The item as it is listed and sorted: with its letter and condition, but given names as the style has them."""
    added = evolve(plan.added[entry.id], names=names, given=())
    return Cite(entry, number=plan.numbers[entry.id], disambiguation=added)
