"""Exports for the web, read as RDF by rdflib, and without a look at the network."""

import json
import socket

import pytest
from hypothesis import example, given, settings
from rdflib import RDF, Graph, Literal, Namespace, URIRef

import zhanaozen_archive as za
from tests.exports import STUMBLING_LIBRARY, libraries
from tests.small import TEXTS, write, write_texts
from tests.strategies import archives
from zhanaozen_archive import Archive

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it

SCHEMA = Namespace("https://schema.org/")
ZA = Namespace("urn:zhanaozen-archive:")
OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
DC = Namespace("http://purl.org/dc/terms/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def connect(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", connect)


# --- JSON-LD


def graph(archive):
    return Graph().parse(data=za.export(archive, "json-ld"), format="json-ld")


def node(kind, id_):
    return ZA[f"{kind}/{id_}"]


def ids(found, subject, predicate, kind):
    """Give the ids of the records that a node names."""
    return sorted(str(one).removeprefix(node(kind, "")) for one in found.objects(subject, predicate))


def one(found, subject, predicate):
    """Give the text or the number that a node holds, or None."""
    if subject is None:
        return None
    values = [value.toPython() for value in found.objects(subject, predicate)]
    assert len(values) < 2
    return str(values[0]) if values and isinstance(values[0], URIRef | Literal) else (values or [None])[0]


def some(thing):
    return [thing.id] if thing else []


@settings(max_examples=10)
@given(archives(1))
def test_claims_come_back_as_triples(made):
    found = graph(made)

    for claim in made.claims():
        at = node("claim", claim.id)
        assert (at, RDF.type, SCHEMA.Claim) in found
        assert [claim.event.id] == ids(found, at, SCHEMA.about, "event")
        assert [claim.property.id] == ids(found, at, ZA.property, "property")
        assert [claim.source.key] == ids(found, at, SCHEMA.appearance, "source")
        assert [claim.root.id] == ids(found, at, SCHEMA.author, "agent")
        assert some(claim.scope.place) == ids(found, at, ZA.scopePlace, "place")
        assert some(claim.scope.population) == ids(found, at, ZA.scopePopulation, "population")
        assert (claim.polarity, claim.modality) == (one(found, at, ZA.polarity), one(found, at, ZA.modality))
        assert sorted(set(claim.supersedes)) == ids(found, at, ZA.supersedes, "claim")
        assert [claim.repeats] * bool(claim.repeats) == ids(found, at, ZA.repeats, "claim")
        assert [claim.about_claim] * bool(claim.about_claim) == ids(found, at, ZA.aboutClaim, "claim")
        quotation = found.value(at, ZA.quotation)
        assert (claim.quote, claim.at[0].start) == (one(found, quotation, SCHEMA.text), one(found, quotation, ZA.start))
        steps = found.collection(found.value(at, ZA.attribution))
        assert [(step.agent.id, step.verb) for step in claim.attribution] == [
            (ids(found, step, ZA.agent, "agent")[0], one(found, step, ZA.verb)) for step in steps
        ]
        assert_value(found, claim, found.value(at, ZA.value))


def assert_value(found, claim, value):
    kind, expected = claim.property.kind, claim.value
    if kind in ("place", "agent", "event"):
        assert node(kind, expected.id) == value
    elif kind == "term":
        assert node("term", f"{expected.vocabulary}/{expected.id}") == value
        assert expected.label == one(found, value, SCHEMA.name)
    elif kind == "text":
        assert Literal(expected.gloss) == value
    elif kind == "period":
        assert Literal(expected.text, datatype=EDTF) == found.value(value, ZA.edtf)
    else:
        count = expected.count if kind == "duration" else expected
        names = (SCHEMA.minValue, SCHEMA.maxValue, ZA.about, ZA.word)
        assert (count.low, count.high, count.about, count.word) == tuple(one(found, value, name) for name in names)
        assert getattr(expected, "unit", None) == one(found, value, SCHEMA.unitText)


@settings(max_examples=10)
@example(STUMBLING_LIBRARY)
@given(libraries())
def test_sources_come_back_as_triples(made):
    """Whatever is in a text, and without a character that could end a script in a page of HTML."""
    assert not set("<>&\u2028\u2029") & set(za.export(made, "json-ld"))
    found = graph(made)

    for source in made.sources():
        at = node("source", source.key)
        assert source.title == one(found, at, SCHEMA.name)
        assert (source.key, source.csl_type) == (one(found, at, SCHEMA.identifier), one(found, at, ZA.type))
        assert sorted(a.id for a in source.authors) == ids(found, at, SCHEMA.author, "agent")
        assert sorted(a.id for a in source.contributors) == ids(found, at, SCHEMA.contributor, "agent")
        assert source.publisher == one(found, found.value(at, SCHEMA.publisher), SCHEMA.name)
        assert (source.genre, source.note) == (one(found, at, SCHEMA.genre), one(found, at, ZA.note))
        assert (source.issued and Literal(source.issued.text, datatype=EDTF)) == found.value(at, ZA.issued)
    for agent in made.agents():
        at = node("agent", agent.id)
        assert agent.names[0] == one(found, at, SCHEMA.name)
        assert {*agent.names[1:]} == {str(name) for name in found.objects(at, SCHEMA.alternateName)}


def test_every_node_that_is_named_is_there():
    """In the shipped archive, and each has a type."""
    found = graph(za.load())

    named = {term for triple in found for term in triple if isinstance(term, URIRef) and "/" in term and term in ZA}
    assert len(named) > 700
    assert [] == sorted(name for name in named if (name, RDF.type, None) not in found)


# --- Web Annotations

CONTEXT = {
    "oa": str(OA),
    "as": str(AS),
    "dcterms": str(DC),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": str(RDF),
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "State", "Composite")},
    **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector", "identifying", "describing")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "scope": {"@id": "oa:hasScope", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "state": {"@id": "oa:hasState", "@type": "@id"},
    "exact": "oa:exact",
    "start": "oa:start",
    "end": "oa:end",
    "value": "rdf:value",
    "format": "dcterms:format",
    "language": "dcterms:language",
    "label": "rdfs:label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "first": {"@id": "as:first", "@type": "@id"},
    "partOf": {"@id": "as:partOf", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}
"""The words of the standard's context that the annotations use, so that nothing has to be fetched."""


def annotated(archive):
    """Give the annotations as a graph."""
    whole = json.loads(za.export(archive, "annotations"))
    remote, own = whole["@context"]
    assert remote == "http://www.w3.org/ns/anno.jsonld"
    return whole, Graph().parse(data=json.dumps({**whole, "@context": [CONTEXT, own]}), format="json-ld")


@settings(max_examples=10)
@given(archives(1))
def test_every_claim_is_an_annotation_of_its_words(made):
    whole, found = annotated(made)

    assert whole["total"] == len(made.claims()) == len([*found.subjects(RDF.type, OA.Annotation)])
    for claim in made.claims():
        at = node("annotation", claim.id)
        sources = [found.value(body, OA.hasSource) for body in found.objects(at, OA.hasBody)]
        assert node("claim", claim.id) in sources
        places = {(span.start, span.end) for span in (*claim.at, *claim.also_at)}
        targets = [one for target in found.objects(at, OA.hasTarget) for one in stretches(found, target)]
        assert places == {place for target in targets for place in positions(found, target)}
        said = {str(exact) for target in targets for exact in quotes(found, target)}
        assert {*claim.words} == said


def stretches(found, target):
    items = found.value(target, AS["items"])
    return [target] if items is None else [*found.collection(items)]


def positions(found, target):
    for selector in found.objects(target, OA.hasSelector):
        if (selector, RDF.type, OA.TextPositionSelector) in found:
            yield found.value(selector, OA.start).toPython(), found.value(selector, OA.end).toPython()


def quotes(found, target):
    for selector in found.objects(target, OA.hasSelector):
        yield from found.objects(selector, OA.exact)


def test_every_word_of_the_standard_is_known():
    """No key of an annotation is left without a meaning."""
    whole = json.loads(za.export(za.load(), "annotations"))

    def keys(thing):
        if isinstance(thing, dict):
            yield from thing
        for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
            yield from keys(inner)

    own = {key for key in keys(whole) if key.startswith("za:")}
    assert own == {"za:file", "za:sha256", "za:length"}
    assert {*keys(whole)} - own - {"@context", "za"} <= {*CONTEXT}


def test_the_words_stand_where_the_selectors_say(tmp_path):
    """In code points of the text whose digest is named, an emoji before them or not."""
    archive = za.load(write(tmp_path / "seeds"), texts=write_texts(tmp_path / "texts"))
    whole = json.loads(za.export(archive, "annotations"))
    compared = 0
    for annotation in whole["first"]["items"]:
        for target in (t for one in annotation["target"] for t in one.get("items", [one])):
            text = TEXTS[target["state"]["za:file"]]
            by_type = {selector["type"]: selector for selector in target["selector"]}
            place, words = by_type["TextPositionSelector"], by_type.get("TextQuoteSelector")
            if words:
                compared += 1
                assert words["exact"] == text[place["start"] : place["end"]]
    assert compared == sum(len(claim.words) for claim in archive.claims()) > 3


def test_a_source_without_a_text_is_named_itself():
    from tests.test_exporting_losses import CLAIM, OTHER_SOURCE

    claim = za.Claim("outer2011/x", CLAIM.event, CLAIM.property, CLAIM.value, OTHER_SOURCE, CLAIM.at, CLAIM.attribution)
    whole = json.loads(za.export(Archive("Small", "2026.11", (OTHER_SOURCE,), (), (claim,)), "annotations"))

    [target] = whole["first"]["items"][0]["target"]
    assert target == {
        "type": "SpecificResource",
        "source": "urn:zhanaozen-archive:source/outer2011",
        "selector": [{"type": "TextPositionSelector", "start": 5, "end": 8}],
    }


def test_a_text_is_named_by_the_digest_of_its_bytes():
    """As RFC 6920 says: the digest in base64url, without padding."""
    [target] = json.loads(za.export(za.load(), "annotations"))["first"]["items"][0]["target"][:1]
    digest = za.load().source("dictatorship2011force").original.sha256

    assert target["source"] == "ni:///sha-256;V9oH41NN9e7wFLn_0WNxHpnqt758haZlycMTo7R6kcs"
    assert (target["state"]["za:sha256"], target["scope"]) == (
        digest,
        "urn:zhanaozen-archive:source/dictatorship2011force",
    )
