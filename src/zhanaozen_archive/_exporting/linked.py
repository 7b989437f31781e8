"""JSON-LD in the words of schema.org, with its context inside: nothing has to be fetched to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._archive.records import claim_value
from zhanaozen_archive._exporting.plain import escaped, written
from zhanaozen_archive._exporting.references import address
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Definition
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive._model.values import Vocabulary

Node = dict[str, Any]
OWN = "urn:zhanaozen-archive:"
"""What every id begins with: nobody has given the archive a place in the web."""
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "za": OWN,
    "url": {"@type": "@id"},
    "za:attribution": {"@container": "@list"},
    **{f"za:{date}": {"@type": EDTF} for date in ("issued", "edtf", "asOf", "scopeTime")},
}
_WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "periodical": "Periodical",
    "personal_communication": "Message",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_AGENTS = {"person": "Person", "body": "Organization"}
_MARKUP = re.compile("[<>&]")
_PLAIN_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def json_ld(archive: Archive) -> str:
    """One graph of all records; safe to stand in a page of HTML."""
    return _MARKUP.sub(escaped, written({"@context": CONTEXT, "@graph": [*_graph(archive)]}))


def iri(kind: str, id_: str) -> str:
    """The name of a record, short: the context says what `za` stands for."""
    return f"za:{kind}/{id_}"


def _graph(archive: Archive) -> Iterator[Node]:
    book = archive.codebook
    yield _named(
        "za:archive",
        "Dataset",
        name=archive.title,
        version=archive.data_version,
        identifier=f"sha256:{archive.digest}",
    )
    yield from map(_place, archive.places())
    yield from map(_agent, archive.agents())
    yield from map(_population, book.populations)
    yield from map(_property, book.definitions)
    yield from (node for vocabulary in book.vocabularies for node in _terms(vocabulary))
    yield from map(_event, archive.events())
    yield from map(_source, archive.sources())
    yield from map(_claim, archive.claims())


def _named(id_: str, type_: str, **properties: object) -> Node:
    """A node with those of the properties that are there; `_` in a name stands for the colon of our own."""
    there = {name.replace("_", ":"): value for name, value in properties.items() if value not in (None, [], ())}
    return {"@id": id_, "@type": type_, **there}


def _link(kind: str, thing: Place | Agent | Population | Event | None) -> Node | None:
    return None if thing is None else {"@id": iri(kind, thing.id)}


def _place(place: Place) -> Node:
    first, *others = place.names
    within = _link("place", place.within)
    return _named(
        iri("place", place.id),
        "Place",
        name=first,
        alternateName=others,
        za_kind=place.kind,
        containedInPlace=within,
        za_beside=[{"@id": iri("place", id_)} for id_ in place.beside],
        za_besideBecause=place.beside_because,
    )


def _agent(agent: Agent) -> Node:
    first, *others = agent.names
    return _named(
        iri("agent", agent.id),
        _AGENTS.get(agent.kind, "Thing"),
        name=first,
        alternateName=others,
        za_kind=agent.kind,
        familyName=agent.family,
        givenName=agent.given,
        memberOf=_link("agent", agent.within),
        za_sameAs=_link("agent", agent.same_as),
        za_sameBecause=agent.same_because,
    )


def _population(population: Population) -> Node:
    within = _link("population", population.within)
    return _named(iri("population", population.id), "za:Population", name=population.label, za_within=within)


def _property(definition: Definition) -> Node:
    key = definition.property
    return _named(
        iri("property", key.id),
        "DefinedTerm",
        name=str(key),
        description=definition.definition,
        za_kind=key.kind,
        unitText=definition.unit,
        za_vocabulary=definition.vocabulary and {"@id": iri("vocabulary", definition.vocabulary.id)},
    )


def _terms(vocabulary: Vocabulary) -> Iterator[Node]:
    id_ = iri("vocabulary", vocabulary.id)
    yield _named(id_, "DefinedTermSet", name=vocabulary.id, za_exclusive=vocabulary.exclusive)
    for term in vocabulary.terms:
        term_id = iri("term", f"{vocabulary.id}/{term.id}")
        yield _named(term_id, "DefinedTerm", name=term.label, inDefinedTermSet={"@id": id_})


def _event(event: Event) -> Node:
    whole = _link("event", event.part_of)
    return _named(iri("event", event.id), "Event", name=event.label, za_kind=event.kind, superEvent=whole)


def _source(source: Source) -> Node:
    original, issued = source.original, _edtf(source.issued)
    outer = {"@id": iri("source", source.part_of.key)} if source.part_of else None
    container = {"@type": "CreativeWork", "name": source.container} if source.container else None
    return _named(
        iri("source", source.key),
        _WORKS.get(source.csl_type, "CreativeWork"),
        identifier=source.key,
        name=source.title,
        za_type=source.csl_type,
        za_voice=_link("agent", source.voice),
        author=[_link("agent", author) for author in source.authors],
        contributor=[_link("agent", one) for one in source.contributors],
        publisher={"@type": "Organization", "name": source.publisher} if source.publisher else None,
        genre=source.genre,
        za_number=source.number,
        url=address(source.url) if source.url else None,
        datePublished=issued if issued and _PLAIN_DATE.fullmatch(issued) else None,
        za_issued=issued,
        isPartOf=[part for part in (outer, container) if part],
        za_standsAlone=source.stands_alone,
        sha256=original and original.sha256,
        za_file=original and original.file,
        za_length=original and original.length,
        za_inferred=[f"{one.field}: {one.because}" for one in source.inferred],
        za_note=source.note,
    )


def _claim(claim: AnyClaim) -> Node:
    scope = claim.scope
    return _named(
        iri("claim", claim.id),
        "Claim",
        about=_link("event", claim.event),
        za_property={"@id": iri("property", claim.property.id)},
        za_value=_value(claim),
        appearance={"@id": iri("source", claim.source.key)},
        author=_link("agent", claim.root),
        za_attribution=[{"za:agent": _link("agent", step.agent), "za:verb": step.verb} for step in claim.attribution],
        za_quotation=_quotation(claim),
        za_scopePlace=_link("place", scope.place),
        za_scopePopulation=_link("population", scope.population),
        za_scopeTime=_edtf(scope.time),
        za_asOf=_edtf(claim.as_of),
        za_asOfInferred=claim.as_of_inferred,
        za_polarity=claim.polarity,
        za_modality=claim.modality,
        za_supersedes=[{"@id": iri("claim", id_)} for id_ in claim.supersedes],
        za_supersedesBecause=claim.supersedes_because,
        za_repeats=claim.repeats and {"@id": iri("claim", claim.repeats)},
        za_aboutClaim=claim.about_claim and {"@id": iri("claim", claim.about_claim)},
        za_stance=claim.stance,
        za_inferred=claim.inferred,
        za_note=claim.note,
    )


def _quotation(claim: AnyClaim) -> Node:
    """The place in the text, with the words where they are quoted."""
    where = {
        "isPartOf": {"@id": iri("source", claim.document.key)},
        "spokenByCharacter": _link("agent", claim.root),
        "za:start": claim.at[0].start,
        "za:end": claim.at[-1].end,
    }
    return {"@type": "Quotation", **({"text": claim.quote} if claim.words else {}), **where}


def _value(claim: AnyClaim) -> object:
    value = claim_value(claim)
    kind = value["type"]
    if kind in ("place", "agent", "event"):
        return {"@id": iri(kind, value[kind])}
    if kind == "term":
        return {"@id": iri("term", f"{value['vocabulary']}/{value['term']}")}
    if kind == "text":
        return value["text"]
    if kind == "period":
        return {"@type": "za:Period", "za:edtf": value["edtf"]}
    bounds = {"minValue": value["low"], "maxValue": value["high"], "za:about": value["about"], "za:word": value["word"]}
    counted = {name: part for name, part in bounds.items() if part is not None}
    return {"@type": "QuantitativeValue", **counted, **({"unitText": value["unit"]} if "unit" in value else {})}


def _edtf(period: Period | None) -> str | None:
    return None if period is None else period.text
