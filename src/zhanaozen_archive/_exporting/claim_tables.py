"""The tables of claims, and of what cannot all be true of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhanaozen_archive._archive import Archive, record
from zhanaozen_archive._archive.tables import claim_row
from zhanaozen_archive._archive.verdicts import record as verdict
from zhanaozen_archive._exporting.columns import END, NUMBER, START, Table, flag, key, number, one_of, spans, text
from zhanaozen_archive._model.claims import MODALITIES, POLARITIES, STANCES, VERBS
from zhanaozen_archive._model.properties import KINDS
from zhanaozen_archive._model.values import UNITS

Rows = Iterator[dict[str, Any]]
_VALUE = ("about", "word", "edtf", "vocabulary", "term", "text")
_NAMED = ("place", "agent", "event")


def _claims(archive: Archive) -> Rows:
    for claim in archive.claims():
        nested = record(claim)
        value = nested["value"]
        yield {
            **nested,
            **claim_row(claim),
            **{part: value.get(part) for part in _VALUE},
            **{f"value_{kind}": value.get(kind) for kind in _NAMED},
        }


def _quotations(archive: Archive) -> Rows:
    for claim in archive.claims():
        written = record(claim)["text"]
        words = claim.words or (None,) * len(claim.at)
        for span, said in zip(spans(written["spans"]), words, strict=True):
            yield {"claim": claim.id, "repeated": False, "words": said, **span}
        yield from ({"claim": claim.id, "repeated": True, "words": None, **span} for span in spans(written["also_at"]))


def _attributions(archive: Archive) -> Rows:
    for claim in archive.claims():
        for nth, step in enumerate(claim.attribution, 1):
            yield {"claim": claim.id, "number": nth, "agent": step.agent.id, "verb": step.verb}


def _attribution_places(archive: Archive) -> Rows:
    for claim in archive.claims():
        for nth, step in enumerate(claim.attribution, 1):
            yield from ({"claim": claim.id, "step": nth, **span} for span in spans(record(step)["at"]))


def _supersedes(archive: Archive) -> Rows:
    for claim in archive.claims():
        yield from ({"claim": claim.id, "earlier": earlier} for earlier in dict.fromkeys(claim.supersedes))


def _conflict_claims(archive: Archive) -> Rows:
    for conflict in archive.conflicts():
        yield from ({"conflict": conflict.id, "claim": claim.id} for claim in conflict.claims)


def _conflict_readings(archive: Archive) -> Rows:
    for conflict in archive.conflicts():
        yield from ({"conflict": conflict.id, "reading": reading} for reading in conflict.readings)


_CLAIM = key("claim", "The claim.", "claims")
_CONFLICT = key("conflict", "The conflict.", "conflicts")

TABLES = (
    Table(
        "claims",
        "What is said: of one event, one property, one value and one scope, at one place of a document.",
        ("id",),
        (
            key("id", "Key of the document, a slash, a name unique in it; never used for anything else."),
            key("event", "The event it is about.", "events"),
            key("property", "What it says of the event.", "properties"),
            one_of("kind", "The type of the value.", KINDS),
            key("value", "The value in plain English."),
            number("low", "Of a count or a duration, the least number that the words allow for certain."),
            number("high", "The greatest such number; absent where there is none."),
            number("about", "A number said to be approximate, which bounds nothing."),
            text("word", "A vague word in place of a number."),
            one_of("unit", "Of a duration, what is counted.", UNITS, required=False),
            text("edtf", "Of a date, its EDTF text."),
            text("earliest", "The first day that a date allows; absent where there is none."),
            text("latest", "The last such day; absent where there is none."),
            text("vocabulary", "Of a term, its vocabulary.", "vocabularies"),
            text("term", "Of a term, its id in the vocabulary."),
            text("value_place", "The place that is the value.", "places"),
            text("value_agent", "The agent that is the value.", "agents"),
            text("value_event", "The event that is the value.", "events"),
            text("text", "Of a text, the gloss of the coder."),
            text("quote", "The words quoted; absent where the place alone is given."),
            key("root", "Who holds the claim.", "agents"),
            key("source", "The innermost source that carries the words.", "sources"),
            key("document", "Its document.", "sources"),
            number("paragraph", "The paragraph that the words start in, from 1."),
            START,
            END,
            text("place", "The place that the claim is narrowed to.", "places"),
            text("population", "The population that it is narrowed to.", "populations"),
            text("time", "The time that it is narrowed to, in EDTF."),
            text("as_of", "The time at which the value held, in EDTF."),
            text("as_of_inferred", "Why that is held, if it is not written."),
            one_of("polarity", "Whether the words assert or deny the value.", POLARITIES),
            one_of("modality", "How it is said.", MODALITIES),
            text("supersedes_because", "Why it replaces earlier claims."),
            text("repeats", "The claim of another voice that is passed on.", "claims"),
            text("about_claim", "The claim that this one speaks of.", "claims"),
            one_of("stance", "Towards the claim that it speaks of.", STANCES, required=False),
            text("inferred", "Why the value is held, where the words do not give it so."),
            text("note", "A remark of the archive."),
        ),
        _claims,
        (("vocabulary", "term"), "terms"),
    ),
    Table(
        "quotations",
        "Where the words of each claim stand, stretch by stretch.",
        ("claim", "repeated", "number"),
        (
            _CLAIM,
            flag("repeated", "Whether the document only says it again here."),
            NUMBER,
            START,
            END,
            text("words", "The words quoted."),
        ),
        _quotations,
    ),
    Table(
        "attributions",
        "Who says it, from the document to the root.",
        ("claim", "number"),
        (_CLAIM, NUMBER, key("agent", "Who.", "agents"), one_of("verb", "What they do with the words.", VERBS)),
        _attributions,
    ),
    Table(
        "attribution_places",
        "Where the words are attributed, if elsewhere than at the claim.",
        ("claim", "step", "number"),
        (_CLAIM, number("step", "The number of the attribution.", required=True), NUMBER, START, END),
        _attribution_places,
        (("claim", "step"), "attributions"),
    ),
    Table(
        "supersessions",
        "Earlier claims that later words replace.",
        ("claim", "earlier"),
        (_CLAIM, key("earlier", "The claim that is replaced.", "claims")),
        _supersedes,
    ),
    Table(
        "conflicts",
        "Smallest sets of claims that cannot all be true.",
        ("id",),
        (
            key("id", "The rule and the ids of the claims."),
            key("rule", "Why they cannot all be true."),
            one_of("kind", "A finding is a sentence that contradicts itself.", ("conflict", "finding")),
            one_of("grade", "Whether what the words say for certain suffices.", ("certain", "conventional")),
            flag("one_document", "Whether one document carries all its claims."),
            flag("one_root", "Whether one voice holds them all."),
            number("gap", "How far the claims are apart, in days or in the unit of the property."),
            number("dissolves_at_percent", "How far `about` would have to reach for all to be true, in hundredths."),
            number("dissolves_at_days", "How many days the approximate dates would have to be off for that."),
            key("explanation", "A few sentences that quote every claim."),
        ),
        lambda archive: map(verdict, archive.conflicts()),
    ),
    Table(
        "conflict_claims",
        "The claims of each conflict.",
        ("conflict", "claim"),
        (_CONFLICT, _CLAIM),
        _conflict_claims,
    ),
    Table(
        "conflict_readings",
        "The readings of the words under which each conflict arises.",
        ("conflict", "reading"),
        (_CONFLICT, key("reading", "Id of the reading.")),
        _conflict_readings,
    ),
)
