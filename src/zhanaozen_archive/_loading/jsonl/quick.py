"""A claim of one line as it is written by an export: read without a table and a report, for there are millions.

What is read here is just what the rules would have made of it. Whatever is out of the ordinary is left to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter
from typing import Any, TypeVar

from attrs import frozen

from zhanaozen_archive._archive import record
from zhanaozen_archive._loading.claims import LONGEST_QUOTATION, MOST_CODE_POINTS
from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.jsonl.decoding import Record
from zhanaozen_archive._loading.jsonl.values import value_in
from zhanaozen_archive._loading.shared import LONGEST_ID, Shared
from zhanaozen_archive._model.claims import (
    MODALITIES,
    POLARITIES,
    VERBS,
    AnyClaim,
    Claim,
    Modality,
    Polarity,
    Scope,
    Step,
)
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Original, Source, Span

T = TypeVar("T")
_FIRST = ("id", "event", "property", "value", "quote", "text", "source", "document", "attribution", "scope")
_LAST = ("as_of", "as_of_inferred", "polarity", "modality", "inferred", "note")
_RARE = ("supersedes", "supersedes_because", "repeats", "about_claim", "stance")
"""Keys of a claim that speaks of others: such a one is left to the rules."""
_KEYS = itemgetter(*_FIRST, *_LAST)
_OTHERS = itemgetter(*_RARE)
_NO_OTHERS: tuple[Any, ...] = ([], None, None, None, None)
_ALL = len(_FIRST) + len(_LAST) + len(_RARE)
_TEXT = itemgetter("file", "start", "end", "spans", "also_at", "paragraph")
_SCOPE = itemgetter("place", "population", "time")
_IN_TEXT, _IN_SCOPE, _IN_STEP = 6, 3, 3
"""How many keys these objects have."""
_POLARITY: Mapping[str, Polarity] = {word: word for word in POLARITIES}
_MODALITY: Mapping[str, Modality] = {word: word for word in MODALITIES}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_KEPT = 2**16


class _Kept(dict[Any, T]):
    """Equal things as one; forgets all of them when they are too many, so that what is rare takes no memory."""

    def keep(self, key: object, thing: T) -> T:
        """Keep a thing that is new."""
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[key] = thing
        return thing


@frozen
class _Place:
    """What a claim needs to know of its source."""

    source: Source
    document: str
    prefix: str
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
        self._definitions = {id_: definition for id_, definition in known.definitions.items() if definition}
        self._spans: _Kept[tuple[Span, ...]] = _Kept()
        self._values: _Kept[Any] = _Kept()
        self._words: _Kept[tuple[str, ...]] = _Kept()
        self._steps: _Kept[tuple[Step, ...]] = _Kept()
        self._scopes: _Kept[Scope] = _Kept()
        self._periods: _Kept[Period] = _Kept()
        self._texts: _Kept[str] = _Kept()

    def read(self, given: Record, colons: int | None) -> AnyClaim | None:
        """The claim of a record; None where it is out of the ordinary.

        Args:
            given: The record.
            colons: How many colons its line has, which are as many as the keys if none stands there twice; None where
                it is known that none does. No number of it has a fraction, and nothing in it is true or false.
        """
        try:
            return self._read(given, colons)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def _read(self, given: Record, colons: int | None) -> AnyClaim | None:
        id_, event, of, value, quote, text, source, document, chain, scope, *last = _KEYS(given)
        as_of, as_of_inferred, polarity, modality, inferred, note = last
        place = self._places[source]
        keys = _ALL + 10 + len(value) + 3 * len(chain)  # with those of `record`, `text` and `scope`
        if (
            (colons is not None and colons != keys)
            or len(given) != _ALL
            or _OTHERS(given) != _NO_OTHERS
            or len(scope) != _IN_SCOPE
            or document != place.document
            or (as_of is None and as_of_inferred is not None)
            or not self._is_id(id_, place)
        ):
            return None
        at = self._at(text, place)
        return Claim(
            id_,
            self._events[event],
            self._definitions[of].property,
            self._values.get((of, *value.items())) or self._value(of, value),
            place.source,
            at,
            self._attribution(source, place, chain),
            () if quote is None else self._words.get((quote, len(at[0]))) or self._quoted(quote, len(at[0])),
            (),
            self._scopes.get(_SCOPE(scope)) or self._scope(scope),
            None if as_of is None else self._periods.get(as_of) or self._period(as_of),
            None if as_of_inferred is None else self._text(as_of_inferred),
            _POLARITY[polarity],
            _MODALITY[modality],
            inferred=None if inferred is None else self._text(inferred),
            note=None if note is None else self._text(note),
        )

    def _is_id(self, id_: str, place: _Place) -> bool:
        """Whether it can be the id of a claim of this document."""
        name = id_[len(place.prefix) :]
        plain = id_.startswith(place.prefix) and len(name) <= LONGEST_ID and _ID.fullmatch(name) is not None
        return plain and id_ not in self._retired

    def _at(self, text: Record, place: _Place) -> tuple[Span, ...]:
        """The one stretch of the text, of which all that the record says holds."""
        file, start, end, spans, also_at, paragraph = _TEXT(text)
        number = bisect_right(place.paragraphs, start) or None
        found = file == place.file and end <= place.length and spans == [[start, end]] and not also_at
        if not found or paragraph != number or len(text) != _IN_TEXT or type(also_at) is not list:
            raise ValueError
        return self._spans.get((start, end)) or self._spans.keep((start, end), (Span(start, end),))

    def _quoted(self, quote: str, length: int) -> tuple[str, ...]:
        short = len(quote) == length <= MOST_CODE_POINTS and len(quote.split()) <= LONGEST_QUOTATION
        if type(quote) is not str or not short:
            raise ValueError
        return self._words.keep((quote, length), (quote,))

    def _value(self, of: str, given: Record) -> Any:
        """The value, where the record says no more than follows from it."""
        definition = self._definitions[of]
        value: Any = value_in(given, definition, self._known)
        kind = definition.property.kind
        if (record(value) if kind not in ("place", "agent", "event") else {"type": kind, kind: value.id}) != given:
            raise ValueError
        return self._values.keep((of, *given.items()), value)

    def _attribution(self, source: str, place: _Place, chain: list[Record]) -> tuple[Step, ...]:
        if len(chain) == 1:
            step = chain[0]
            key: tuple[object, ...] = (source, step["agent"], step["verb"], step["at"] == [], len(step))
        else:
            key = (source, *[(step["agent"], step["verb"], step["at"] == [], len(step)) for step in chain])
        return self._steps.get(key) or self._steps.keep(key, self._made_steps(place, chain))

    def _made_steps(self, place: _Place, chain: list[Record]) -> tuple[Step, ...]:
        """The steps, of which the first are those of the source, and none stands elsewhere in the text."""
        made = []
        for number, step in enumerate(chain):
            agent, verb, at = self._known.agents[step["agent"]], step["verb"], step["at"]
            reporting = verb == "reports" or number >= len(place.voices) - (len(chain) <= len(place.voices))
            if at != [] or len(step) != _IN_STEP or verb not in VERBS or not reporting:
                raise ValueError
            made.append(Step(agent, verb))
        if tuple(step.agent for step in made[: len(place.voices)]) != place.voices:
            raise ValueError
        return tuple(made)

    def _scope(self, given: Record) -> Scope:
        place, population, time = _SCOPE(given)
        return self._scopes.keep(
            (place, population, time),
            Scope(
                None if place is None else self._known.places[place],
                None if population is None else self._known.populations[population],
                None if time is None else Period.parse(time),
            ),
        )

    def _period(self, text: str) -> Period:
        return self._periods.keep(text, Period.parse(text))

    def _text(self, given: str) -> str:
        if type(given) is not str or not given.strip():
            raise ValueError
        return self._texts.get(given) or self._texts.keep(given, fit(given))


def _place(source: Source) -> _Place:
    document = source.document
    original = document.original or Original("", "", 0)
    inner = next((around for around in reversed(source.path) if around.paragraphs), document)
    prefix = f"{document.key}/"
    return _Place(source, document.key, prefix, original.file, original.length, inner.paragraphs, source.voices)
