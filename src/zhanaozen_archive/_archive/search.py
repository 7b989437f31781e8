"""What a search asks of a claim, one question a function; a search is all of its questions at once."""

from __future__ import annotations

from collections.abc import Callable

from zhanaozen_archive._archive.hull import Bounds
from zhanaozen_archive._archive.index import fold
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent, Place
from zhanaozen_archive._model.sources import Source

Question = Callable[[AnyClaim], bool]


def held_by(agent: Agent) -> Question:
    """Whether the agent, or a part of it, is the root of the claim."""
    return lambda claim: claim.root.is_part_of(agent) or claim.root.is_same_as(agent)


def heard_in(source: Source) -> Question:
    """Whether the source, or a voice in it, carries the claim."""
    return lambda claim: source in claim.source.path


def located_at(place: Place) -> Question:
    """Whether the claim's value or scope lies in the place."""

    def question(claim: AnyClaim) -> bool:
        named = (claim.value, claim.scope.place)
        return any(isinstance(other, Place) and place.contains(other) for other in named)

    return question


def naming(agent: Agent) -> Question:
    """Whether the agent, or a part of it, is the claim's value or one of those who say it."""

    def question(claim: AnyClaim) -> bool:
        named = (claim.value, *(step.agent for step in claim.attribution))
        return any(isinstance(other, Agent) and other.is_part_of(agent) for other in named)

    return question


def saying(words: str) -> Question:
    """Whether the words stand in the quotation, the value, the note or the name of the event; case is ignored."""

    def question(claim: AnyClaim) -> bool:
        texts = (claim.quote, str(claim.value), claim.note, claim.event.label)
        return any(holds(text, words) for text in texts if text)

    return question


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, whatever their case and spacing."""
    return fold(words) in fold(text)


def in_time(since: Period | None, until: Period | None) -> Callable[[Bounds[Day]], bool]:
    """Whether an event of these bounds may not have been over before `since`, nor begun after `until`."""
    first = since.earliest if since else None
    last = until.latest if until else None

    def question(bounds: Bounds[Day]) -> bool:
        if bounds.low is None and bounds.high is None:
            return False
        over = isinstance(first, Day) and bounds.high is not None and bounds.high < first
        ahead = isinstance(last, Day) and bounds.low is not None and bounds.low > last
        return not over and not ahead

    return question
