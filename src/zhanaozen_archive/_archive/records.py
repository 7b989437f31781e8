"""Records in their nested form: what JSON holds, and what the digest is made of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from zhanaozen_archive._model.claims import AnyClaim, Claim, Scope, Step
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Definition, Disjoint
from zhanaozen_archive._model.readings import Hint, Reading
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Source, Span
from zhanaozen_archive._model.values import Count, Duration, Term, Text, Vocabulary
from zhanaozen_archive._releases.digest import Record
from zhanaozen_archive._releases.tombstones import Retired


@singledispatch
def record(thing: object) -> Record:
    """The nested form of a record or a value, as the command line and the exports write it."""
    raise TypeError(f"no record of the archive: {thing!r}")


# --- values: a union, told apart by `type`


@record.register(Count)
def _(value: Count) -> Record:
    return {"type": "count", "low": value.low, "high": value.high, "about": value.about, "word": value.word}


@record.register(Duration)
def _(value: Duration) -> Record:
    return {**record(value.count), "type": "duration", "unit": value.unit}


@record.register(Period)
def _(value: Period) -> Record:
    return {
        "type": "period",
        "edtf": value.text,
        "earliest": _day(value.earliest),
        "latest": _day(value.latest),
    }


@record.register(Term)
def _(value: Term) -> Record:
    return {"type": "term", "vocabulary": value.vocabulary, "term": value.id, "label": value.label}


@record.register(Text)
def _(value: Text) -> Record:
    return {"type": "text", "text": value.gloss}


# --- what claims speak of


@record.register(Place)
def _(place: Place) -> Record:
    return {
        "id": place.id,
        "names": [*place.names],
        "kind": place.kind,
        "within": _id(place.within),
        "beside": [*place.beside],
        "beside_because": place.beside_because,
    }


@record.register(Agent)
def _(agent: Agent) -> Record:
    return {
        "id": agent.id,
        "names": [*agent.names],
        "kind": agent.kind,
        "family": agent.family,
        "given": agent.given,
        "within": _id(agent.within),
        "same_as": _id(agent.same_as),
        "same_because": agent.same_because,
        "sensitive": agent.sensitive,
    }


@record.register(Population)
def _(population: Population) -> Record:
    return {"id": population.id, "label": population.label, "within": _id(population.within)}


@record.register(Event)
def _(event: Event) -> Record:
    return {"id": event.id, "label": event.label, "kind": event.kind, "part_of": _id(event.part_of)}


@record.register(Definition)
def _(definition: Definition) -> Record:
    vocabulary = definition.vocabulary
    return {
        "id": definition.property.id,
        "kind": definition.property.kind,
        "definition": definition.definition,
        "unit": definition.unit,
        "vocabulary": vocabulary.id if vocabulary else None,
        "cumulative": definition.cumulative,
        "parts": definition.parts,
        "role": definition.role,
    }


@record.register(Vocabulary)
def _(vocabulary: Vocabulary) -> Record:
    terms = {term.id: term.label for term in vocabulary.terms}
    return {"id": vocabulary.id, "terms": terms, "exclusive": vocabulary.exclusive}


@record.register(Reading)
def _(reading: Reading) -> Record:
    return {
        "id": reading.id,
        "label": reading.label,
        "because": reading.because,
        "words": {w.word: {"low": w.low, "high": w.high, "because": w.because} for w in reading.words},
        "dates_as_written": reading.dates_as_written,
        "floors": record(reading.floors) if reading.floors else None,
        "ceilings": record(reading.ceilings) if reading.ceilings else None,
        "about": record(reading.about) if reading.about else None,
        "properties": [*reading.properties],
    }


@record.register(Hint)
def _(hint: Hint) -> Record:
    return {"times": hint.times, "because": hint.because}


@record.register(Disjoint)
def _(family: Disjoint) -> Record:
    """A family has no name of its own: it is known by its members, in whatever order they were given."""
    events, populations = sorted(e.id for e in family.events), sorted(p.id for p in family.populations)
    id_ = "+".join([*events, *populations])
    return {"id": id_, "events": events, "populations": populations, "because": family.because}


@record.register(Retired)
def _(retired: Retired) -> Record:
    return {"id": retired.id, "because": retired.because, "successors": [*retired.successors]}


# --- sources and claims


@record.register(Source)
def _(source: Source) -> Record:
    original = source.original
    return {
        "key": source.key,
        "type": source.csl_type,
        "title": source.title,
        "voice": source.voice.id,
        "authors": [a.id for a in source.authors],
        "contributors": [a.id for a in source.contributors],
        "publisher": source.publisher,
        "container": source.container,
        "genre": source.genre,
        "number": source.number,
        "url": source.url,
        "issued": source.issued.text if source.issued else None,
        "inferred": {i.field: i.because for i in source.inferred},
        "part_of": source.part_of.key if source.part_of else None,
        "document": source.document.key,
        "stands_alone": source.stands_alone,
        "at": _spans(source.at),
        "paragraphs": [*source.paragraphs],
        "text": original and {"file": original.file, "sha256": original.sha256, "length": original.length},
        "note": source.note,
    }


@record.register(Claim)
def _(claim: Claim) -> Record:  # type: ignore[type-arg]  # dispatch goes by the bare class
    original = claim.document.original
    return {
        "id": claim.id,
        "event": claim.event.id,
        "property": claim.property.id,
        "value": claim_value(claim),
        "quote": claim.quote,
        "text": {
            "file": original.file if original else None,
            "start": claim.at[0].start,
            "end": claim.at[-1].end,
            "spans": _spans(claim.at),
            "also_at": _spans(claim.also_at),
            "paragraph": claim.paragraph,
        },
        "source": claim.source.key,
        "document": claim.document.key,
        "attribution": [record(step) for step in claim.attribution],
        "scope": record(claim.scope),
        "as_of": claim.as_of.text if claim.as_of else None,
        "as_of_inferred": claim.as_of_inferred,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "supersedes": [*claim.supersedes],
        "supersedes_because": claim.supersedes_because,
        "repeats": claim.repeats,
        "about_claim": claim.about_claim,
        "stance": claim.stance,
        "inferred": claim.inferred,
        "note": claim.note,
    }


@record.register(Step)
def _(step: Step) -> Record:
    return {"agent": step.agent.id, "verb": step.verb, "at": _spans(step.at)}


@record.register(Scope)
def _(scope: Scope) -> Record:
    time = scope.time.text if scope.time else None
    return {"place": _id(scope.place), "population": _id(scope.population), "time": time}


def claim_value(claim: AnyClaim) -> Record:
    """The value of a claim as a tagged object; a place, an agent or an event by its id."""
    kind = claim.property.kind
    if kind in ("place", "agent", "event"):
        return {"type": kind, kind: claim.value.id}
    return record(claim.value)


def _id(thing: Place | Agent | Population | Event | None) -> str | None:
    return thing.id if thing else None


def _day(day: Day | Edge) -> str | None:
    return None if isinstance(day, Edge) else str(day)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
