"""A claim of one line in the form that an export gives it: read piece by piece, for there are millions.

Such a line is cut at its keys. Where each piece is JSON, so is the line, and it has just these keys, each once. A piece
that was met before says the same again, so most of a line need not be parsed. What is read here is just what the rules
would have made of it; whatever is out of the ordinary is left to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import frozen

from zhanaozen_archive._archive import record
from zhanaozen_archive._loading.claims import TOGETHER
from zhanaozen_archive._loading.jsonl.decoding import NotRead, Record
from zhanaozen_archive._loading.jsonl.pieces import object_of, other_claim, period, spans, stretched, text, words
from zhanaozen_archive._loading.jsonl.values import value_in
from zhanaozen_archive._loading.shared import LONGEST_ID, Shared
from zhanaozen_archive._model.claims import (
    MODALITIES,
    POLARITIES,
    STANCES,
    VERBS,
    AnyClaim,
    Beside,
    Scope,
    Step,
    sharing,
)
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Original, Source

K = TypeVar("K")
T = TypeVar("T")
_PLAIN = r'[^"\\\0-\x1f]*'
_TEXT = rf'"{_PLAIN}(?:\\.{_PLAIN})*"'
_NUMBER = "0|[1-9][0-9]{0,14}"
_PAIR = rf"\[(?:{_NUMBER}), (?:{_NUMBER})\]"
_SPANS = rf"\[(?:{_PAIR}(?:, {_PAIR})*)?\]"
_LINE = re.compile(
    r'\{"record": "claim", "id": "(([a-z0-9]+)/([a-z0-9]+(?:-[a-z0-9]+)*))"'
    rf', "event": "({_PLAIN})"'
    rf', ("property": "{_PLAIN}", "value": \{{[^{{}}]*\}})'
    rf', "quote": (null|{_TEXT})'
    rf', "text": \{{"file": "({_PLAIN})", "start": ({_NUMBER}), "end": ({_NUMBER})'
    rf', "spans": ({_SPANS}), "also_at": ({_SPANS}), "paragraph": (?:null|([1-9][0-9]{{0,14}}))\}}'
    rf', ("source": "{_PLAIN}", "document": "{_PLAIN}", "attribution": \[\{{[^{{}}]*\}}(?:, \{{[^{{}}]*\}})*\])'
    r', ("scope": .*)\}[ \t\r\n]*'
)
"""The pieces of a line; those that are no objects or lists themselves are whole without a parser."""
_CHOICES = ("polarity", POLARITIES), ("modality", MODALITIES), ("stance", (None, *STANCES))
_MOST_KEPT = 2**14


class _Kept(dict[K, T]):
    """What was read before; forgets all when it is too much, so that what is rare takes no memory.

    Args:
        read: Reads what is new.
    """

    def __init__(self, read: Callable[[K], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: K) -> T:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[piece] = found = self._read(piece)
        return found


@frozen(eq=False)
class _Place:
    """What a claim needs to know of its source."""

    source: Source
    document: str
    file: str
    length: int
    paragraphs: tuple[int, ...]
    voices: tuple[Agent, ...]


class QuickReader:
    """Reads claims one by one.

    Args:
        sources: All sources.
        known: What claims refer to.
        retired: Ids that are no longer used.
    """

    def __init__(self, sources: Mapping[str, Source], known: Shared, retired: Mapping[str, object]) -> None:
        self._known, self._events, self._retired = known, known.events, retired
        self._places = {key: _place(source) for key, source in sources.items()}
        self._topics = _Kept(self._topic)
        self._spans = _Kept(spans)
        self._words = _Kept(words)
        self._sayings = _Kept(self._saying)
        self._scopes = _Kept(self._scope)
        self._besides = _Kept(self._beside)

    def read(self, line: bytes) -> AnyClaim | None:
        """The claim of a line; None where it is out of the ordinary, or no claim."""
        try:
            found = _LINE.fullmatch(line.decode())
            return found and self._claim(found)
        except (AttributeError, KeyError, NotRead, TypeError, ValueError):
            return None

    def _claim(self, found: re.Match[str]) -> AnyClaim | None:
        id_, key, name, event, topic, quote, file, start, end, places, also, paragraph, saying, beside = found.groups()
        of, value = self._topics[topic]
        at, also_at = self._spans[places], self._spans[also]
        place, attribution = self._sayings[saying]
        first, last = at[0].start, at[-1].end
        if (
            key != place.document
            or file != place.file
            or int(start) != first
            or int(end) != last
            or last > place.length
            or (also_at and also_at[-1].end > place.length)
            or int(paragraph or 0) != bisect_right(place.paragraphs, first)
            or len(name) > LONGEST_ID
            or id_ in self._retired
        ):
            return None
        about, quoted = self._events[event], self._words[quote, len(at[0]) if len(at) == 1 else at]
        return sharing(self._besides[beside], id_, about, of, value, place.source, at, attribution, quoted, also_at)

    def _topic(self, piece: str) -> tuple[Property[Any], Any]:
        """The property and the value, where the record says no more than follows from it."""
        given = object_of(piece, ("property", "value"))
        definition = self._known.definitions[given["property"]]
        if definition is None:
            raise ValueError
        value: Any = value_in(given["value"], definition, self._known)
        kind = definition.property.kind
        written = {"type": kind, kind: value.id} if kind in ("place", "agent", "event") else record(value)
        if written != given["value"]:
            raise ValueError
        return definition.property, value

    def _saying(self, piece: str) -> tuple[_Place, tuple[Step, ...]]:
        """Where it is said, and the attribution, of which the first steps are those of the source."""
        given = object_of(piece, ("source", "document", "attribution"))
        place = self._places[given["source"]]
        steps = tuple(map(self._step, given["attribution"]))
        own, beyond = steps[: len(place.voices)], steps[len(place.voices) :]
        reporting = own if beyond else own[:-1]
        if (
            given["document"] != place.document
            or tuple(step.agent for step in own) != place.voices
            or any(step.at for step in own)
            or any(step.verb != "reports" for step in reporting)
            or any(span.end > place.length for step in beyond for span in step.at)
        ):
            raise ValueError
        return place, steps

    def _step(self, given: Record) -> Step:
        if tuple(given) != ("agent", "verb", "at") or given["verb"] not in VERBS:
            raise ValueError
        return Step(self._known.agents[given["agent"]], given["verb"], stretched(given["at"]))

    def _beside(self, piece: str) -> Beside:
        """All that stands behind the attribution."""
        given = object_of(piece, Beside._fields)
        scope, supersedes = given["scope"], given["supersedes"]
        if (
            tuple(scope) != ("place", "population", "time")
            or any(given[key] not in choices for key, choices in _CHOICES)
            or any(given[key] and not given[other] for key, other in TOGETHER)
            or type(supersedes) is not list
        ):
            raise ValueError
        given |= {key: text(given[key]) for key in ("as_of_inferred", "supersedes_because", "inferred", "note")}
        given |= {key: other_claim(given[key]) for key in ("repeats", "about_claim")}
        given["scope"] = self._scopes[*scope.values()]
        given["as_of"] = period(given["as_of"])
        given["supersedes"] = tuple(map(other_claim, supersedes))
        return Beside(**given)

    def _scope(self, given: tuple[str | None, str | None, str | None]) -> Scope:
        place, population, time = given
        return Scope(
            None if place is None else self._known.places[place],
            None if population is None else self._known.populations[population],
            period(time),
        )


def _place(source: Source) -> _Place:
    document = source.document
    original = document.original or Original("", "", 0)
    inner = next((around for around in reversed(source.path) if around.paragraphs), document)
    return _Place(source, document.key, original.file, original.length, inner.paragraphs, source.voices)
