"""Searching an archive: which claims, events, sources, places and agents are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, TypedDict, TypeVar, Unpack, overload

from attrs import frozen

from zhanaozen_archive._archive import search
from zhanaozen_archive._archive.holdings import Holdings, resolved
from zhanaozen_archive._archive.hull import Bounds, day_bounds, joined
from zhanaozen_archive._model.claims import AnyClaim, Claim, Modality, Scope
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Property, Role
from zhanaozen_archive._model.records import Agent, Place
from zhanaozen_archive._model.sources import Source

T = TypeVar("T")


class Which(TypedDict, total=False):
    """What a search for claims can ask beside the property."""

    about: Event | str | None
    by: Agent | str | None
    via: Source | str | None
    at: Place | str | None
    naming: Agent | str | None
    saying: str | None
    since: Period | str | None
    until: Period | str | None
    modality: Modality | None


@frozen(repr=False, slots=False)
class Searchable(Holdings):
    """An archive that can be searched."""

    # --- searches

    @overload
    def claims(self, *, of: Property[T], **which: Unpack[Which]) -> tuple[Claim[T], ...]: ...

    @overload
    def claims(self, *, of: str | None = None, **which: Unpack[Which]) -> tuple[AnyClaim, ...]: ...

    def claims(self, *, of: Property[Any] | str | None = None, **which: Unpack[Which]) -> tuple[AnyClaim, ...]:
        """The claims for which all that is given holds; all of the archive where nothing is given.

        Args:
            of: The property; a typed key such as `za.KILLED` makes the values typed.
            about: The event, its parts included.
            by: Who holds the claim (its root), or a body that the holder is part of.
            via: The source that carries the words, or one that it is part of.
            at: A place that holds the claim's value or scope.
            naming: An agent that is the value, or among those who say it, or a body that such an agent is part of.
            saying: Words in the quotation, the value, the note or the name of the event, whatever their case.
            since: No event that was certainly over before this, by what the claims on its dates allow.
            until: No event that certainly began after this. An event without a date is in neither.
            modality: "asserted", "possible", "demanded", "predicted", "requested" or "intended".
        """
        claims = self._candidates(which.get("about"), of)
        for question in self._questions(which):
            claims = filter(question, claims)
        return tuple(claims)

    def events(
        self,
        *,
        about: Event | str | None = None,
        kind: str | None = None,
        saying: str | None = None,
        since: Period | str | None = None,
        until: Period | str | None = None,
    ) -> tuple[Event, ...]:
        """The events for which all that is given holds.

        Args:
            about: An event; it and its parts are given.
            kind: What the event is, in the word that the archive uses: "strike".
            saying: Words in its label, whatever their case.
            since: No event that was certainly over before this.
            until: No event that certainly began after this. An event without a date is in neither.
        """
        whole = resolved(about, self._event_index)
        in_time = search.in_time(_period(since), _period(until))
        return tuple(
            event
            for event in self._events
            if (whole is None or event.is_part_of(whole))
            and (kind is None or event.kind == kind)
            and (saying is None or search.holds(event.label, saying))
            and ((since is None and until is None) or in_time(self.period(event)))
        )

    def sources(
        self,
        *,
        about: Event | str | None = None,
        by: Agent | str | None = None,
        via: Source | str | None = None,
        saying: str | None = None,
    ) -> tuple[Source, ...]:
        """The sources for which all that is given holds.

        Args:
            about: An event; sources that carry a claim about it or its parts.
            by: Who speaks in the source's own name or is given as its author, or a body that such a one is part of.
            via: A source; it and the voices in it.
            saying: Words in its title or in the name of its voice, whatever their case.
        """
        speaker = resolved(by, self._agent_index)
        whole = resolved(via, self._source_index)
        carrying = {claim.source.key for claim in self.claims(about=about)} if about is not None else set()
        return tuple(
            source
            for source in self._sources
            if (about is None or source.key in carrying)
            and (speaker is None or any(a.is_part_of(speaker) for a in (source.voice, *source.authors)))
            and (whole is None or whole in source.path)
            and (saying is None or search.holds(f"{source.title or ''} {source.voice}", saying))
        )

    def places(self, *, within: Place | str | None = None) -> tuple[Place, ...]:
        """The places; with `within`, that one and those it contains."""
        outer = resolved(within, self._place_index)
        return tuple(place for place in self._places if outer is None or outer.contains(place))

    def agents(self, *, within: Agent | str | None = None) -> tuple[Agent, ...]:
        """The agents; with `within`, that one and those that are part of it."""
        outer = resolved(within, self._agent_index)
        return tuple(agent for agent in self._agents if outer is None or agent.is_part_of(outer))

    # --- times

    def period(self, event: Event | str) -> Bounds[Day]:
        """The first and the last day on which the event can have been, by claims on its date, start and end.

        Where there is no such claim, it runs from the first day of any of its parts to the last day of any, and is open
        where one of them is. Both bounds are None where nothing is known of those either.
        """
        asked = resolved(event, self._event_index)
        if asked in self._dated:
            return day_bounds(self._dated[asked])
        return joined(self.period(part) for part in self._events if part.part_of == asked)

    # --- from within

    @cached_property
    def _by_event(self) -> dict[Event, list[AnyClaim]]:
        found: dict[Event, list[AnyClaim]] = {}
        for claim in self._claims:
            found.setdefault(claim.event, []).append(claim)
        return found

    @cached_property
    def _by_event_and_property(self) -> dict[tuple[Event, Property[Any]], list[AnyClaim]]:
        found: dict[tuple[Event, Property[Any]], list[AnyClaim]] = {}
        for claim in self._claims:
            found.setdefault((claim.event, claim.property), []).append(claim)
        return found

    @cached_property
    def _wholes(self) -> frozenset[Event]:
        """The events that have parts."""
        return frozenset(event.part_of for event in self._events if event.part_of is not None)

    @cached_property
    def _dated(self) -> dict[Event, list[tuple[Claim[Period], Role]]]:
        """The claims on the date, start or end of each event that has any, with which of these they are on."""
        roles = {d.property: d.role for d in self.codebook.definitions if d.role in ("date", "start", "end")}
        found: dict[Event, list[tuple[Claim[Period], Role]]] = {}
        for claim in self._current(self._claims):
            if (role := roles.get(claim.property)) and claim.is_live_assertion:
                found.setdefault(claim.event, []).append((claim, role))
        return found

    @cached_property
    def _replaced(self) -> frozenset[str]:
        """Ids of the claims that later words replace, whatever event and property those are about."""
        return frozenset(chain.from_iterable(map(attrgetter("_beside.supersedes"), self._claims)))

    def _candidates(self, about: Event | str | None, of: Property[Any] | str | None) -> Iterable[AnyClaim]:
        """The claims about an event or its parts, of a property, in the order of the archive."""
        whole = resolved(about, self._event_index)
        asked = self._property_index[of] if isinstance(of, str) else of
        if whole is not None and whole not in self._wholes:
            if asked is None:
                return self._by_event.get(whole, ())
            return self._by_event_and_property.get((whole, asked), ())
        claims: Iterable[AnyClaim] = self._claims
        if whole is not None:
            claims = (claim for claim in claims if claim.event.is_part_of(whole))
        return claims if asked is None else (claim for claim in claims if claim.property == asked)

    def _questions(self, which: Which) -> Iterator[search.Question]:
        if by := resolved(which.get("by"), self._agent_index):
            yield search.held_by(by)
        if via := resolved(which.get("via"), self._source_index):
            yield search.heard_in(via)
        if at := resolved(which.get("at"), self._place_index):
            yield search.located_at(at)
        if naming := resolved(which.get("naming"), self._agent_index):
            yield search.naming(naming)
        if (saying := which.get("saying")) is not None:
            yield search.saying(saying)
        if (modality := which.get("modality")) is not None:
            yield lambda claim: claim.modality == modality
        since, until = which.get("since"), which.get("until")
        if since is not None or until is not None:
            dated = frozenset(self.events(since=since, until=until))
            yield lambda claim: claim.event in dated

    def _current(self, claims: Iterable[AnyClaim]) -> Iterable[AnyClaim]:
        """Those of the claims that no later words replace."""
        replaced = self._replaced
        return (claim for claim in claims if claim.id not in replaced) if replaced else claims

    def _asserted(self, event: Event | str, of: Property[T] | str, scope: Scope | None) -> Iterator[Claim[T]]:
        """The live claims of one question."""
        asked = resolved(event, self._event_index)
        wanted = scope or Scope()
        current = self._current(self._candidates(asked, of))
        return (c for c in current if c.is_live_assertion and c.event == asked and c.scope == wanted)


def _period(given: Period | str | None) -> Period | None:
    return Period.parse(given) if isinstance(given, str) else given
