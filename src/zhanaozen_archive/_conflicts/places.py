"""Places that events share: where one event was, where another was, and the claims that put the two in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from attrs import evolve, frozen

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.bundles import Bundle, Choices
from zhanaozen_archive._conflicts.conflict import Found
from zhanaozen_archive._conflicts.values import ALONE
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.exclusion import Exclusion, excluded
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.period import Period

Alike = list[AnyClaim]
"""Claims that say the same of one event at one time."""
Chain = tuple[Alike, ...]
"""Claims that put one event after the other in the place of the one before it."""
Answers = dict[object, list[Alike]]
"""Where events were, or were not, by what is said of them."""
_first: Callable[[Sequence[Any]], Any] = itemgetter(0)
"""As good as any other, of claims that say the same."""


def place_conflicts(
    claims: Sequence[AnyClaim], background: Background, hearing: Hearing, budget: Budget
) -> Iterator[Bundle]:
    """Every two claims of one scope that a chain of events in one place makes exclude each other, with the chain.

    The two are on the places of different events, or are one: that its two events were not in one place.
    """
    sharing = _alike(c for c in claims if background.role(c) == "same-place" and c.event != c.value)
    shared = _Shared.by([said for said in sharing if _first(said).polarity == "asserted"], budget)
    answers: dict[Event, Answers] = {}
    for said in _alike(c for c in claims if background.role(c) == "place" and c.event in shared.home):
        answers.setdefault(shared.home[_first(said).event], {}).setdefault(_answer(_first(said)), []).append(said)
    for answered in answers.values():
        yield from shared.rivals(answered, background, hearing)
    for said in sharing:
        if _first(said).polarity == "denied":
            yield from shared.denied(said)


def _alike(claims: Iterable[AnyClaim]) -> list[Alike]:
    found: dict[object, Alike] = {}
    for claim in claims:
        found.setdefault((claim.event, _answer(claim), claim.as_of), []).append(claim)
    return [*found.values()]


def _answer(claim: AnyClaim) -> object:
    return claim.property, claim.polarity, claim.value


@frozen
class _Shared:
    """Which events claims put in one place."""

    links: dict[Event, list[tuple[Event, Alike]]]
    home: dict[Event, Event]
    """For each event one of all those to which a chain leads from it, itself among them."""
    budget: Budget

    @classmethod
    def by(cls, sharing: Iterable[Alike], budget: Budget) -> _Shared:
        """What claims come to that events were in one place."""
        links: dict[Event, list[tuple[Event, Alike]]] = {}
        for said in sharing:
            one, other = _first(said).event, _first(said).value
            links.setdefault(one, []).append((other, said))
            links.setdefault(other, []).append((one, said))
        home: dict[Event, Event] = {}
        for event in links:
            waiting = [event]
            while waiting:
                if (reached := waiting.pop()) not in home:
                    home[reached] = home.get(event, event)
                    waiting += (other for other, _ in links[reached])
        return cls(links, home, budget)

    def rivals(self, answers: Answers, background: Background, hearing: Hearing) -> Iterator[Bundle]:
        """Each two that exclude each other, with each chain between them; chains begin where there are fewer."""
        waiting = sorted(answers.values(), key=len, reverse=True)
        while waiting:
            ones = waiting.pop()
            others: dict[Event, list[tuple[Exclusion, Alike]]] = {}
            for held in waiting:
                one, other = _first(_first(ones)), _first(_first(held))
                if rule := excluded(one, _on_one_question(other, one), background, hearing):
                    for said in held:
                        others.setdefault(_first(said).event, []).append((rule, said))
            for one in ones if others else ():
                for event, time, chain in self._chains(one):
                    for rule, other in others.get(event, ()):
                        if _at_one_time(time, _first(other).as_of):
                            yield _bundle(rule, one, *chain, other)

    def denied(self, said: Alike) -> Iterator[Bundle]:
        """Each chain between two events that some say were not in one place, unless it is the one claim they deny."""
        one, other = _first(said).event, _first(said).value
        if other in self.home and self.home[other] == self.home.get(one):
            for event, _, chain in self._chains(said):
                if event == other and (len(chain) > 1 or _first(_first(chain)).event == other):
                    yield _bundle("denial", said, *chain)

    def _chains(self, begin: Alike) -> Iterator[tuple[Event, Period | None, Chain]]:
        """Every chain from an event, with the event it leads to, and the time of its claims and of that it begins with.

        No chain comes by an event twice: what lies between could be left out.
        """
        waiting: list[tuple[Event, Period | None, Chain, frozenset[Event]]]
        waiting = [(_first(begin).event, _first(begin).as_of, (), frozenset())]
        while waiting:
            at, time, chain, passed = waiting.pop()
            if chain:
                yield at, time, chain
            for other, link in self.links[at]:
                if other not in passed and _at_one_time(time, _first(link).as_of):
                    if not self.budget.step():
                        return
                    waiting.append((other, time or _first(link).as_of, (*chain, link), passed | {at}))


def _on_one_question(claim: AnyClaim, other: AnyClaim) -> AnyClaim:
    """What a claim says of its event, said of that of another."""
    return evolve(claim, event=other.event, as_of=other.as_of)


def _at_one_time(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one == other


def _bundle(rule: Exclusion, *groups: Alike) -> Bundle:
    return Bundle((Choices(groups),), partial(_found, rule))


def _found(rule: Exclusion, *members: AnyClaim) -> Found:
    return rule, tuple(sorted(members, key=lambda claim: claim.id)), ALONE
