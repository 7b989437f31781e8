"""JSON Schema of the whole archive as JSON: made from the words and types of the model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from zhanaozen_archive._archive import SCHEMA_VERSION
from zhanaozen_archive._conflicts import Grade, Rule
from zhanaozen_archive._model.claims import MODALITIES, POLARITIES, STANCES, VERBS
from zhanaozen_archive._model.properties import KINDS, Role
from zhanaozen_archive._model.records import AGENT_KINDS
from zhanaozen_archive._model.sources import CSL_TYPES
from zhanaozen_archive._model.values import LARGEST, UNITS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_NUMBER: Schema = {"type": "integer", "minimum": 0, "maximum": LARGEST}
_TRUTH: Schema = {"type": "boolean"}
_KEY: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9]{3,23}$"}
_CLAIM_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9]{3,23}/[a-z0-9-]+$"}
_DAY: Schema = {"type": "string", "pattern": "^(-?[0-9]{4}|Y-?[0-9]{5,})-[0-9]{2}-[0-9]{2}$"}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def json_schema() -> Schema:
    """The schema, of the draft 2020-12. It lets keys pass that it does not know, as the promise of the form does."""
    lists = {name: _list({"$ref": f"#/$defs/{one}"}) for name, one in _LISTS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An archive of zhanaozen_archive",
        **_object(
            schema_version={"const": SCHEMA_VERSION},
            data_version=_TEXT,
            digest=_DIGEST,
            title=_TEXT,
            maintainers=_MAYBE,
            **lists,
            complete=_TRUTH,
        ),
        "$defs": _definitions(),
    }


_LISTS = {
    "sources": "source",
    "events": "event",
    "claims": "claim",
    "places": "place",
    "agents": "agent",
    "properties": "property",
    "vocabularies": "vocabulary",
    "populations": "population",
    "disjoint": "disjoint",
    "readings": "reading",
    "retired": "retired",
    "conflicts": "conflict",
    "disputes": "dispute",
    "revisions": "revision",
}


def _definitions() -> dict[str, Schema]:
    return {
        "span": {"type": "array", "prefixItems": [_NUMBER, _NUMBER], "minItems": 2, "maxItems": 2},
        "value": {"oneOf": [_object(type={"const": kind}, **keys) for kind, keys in _values().items()]},
        "step": _object(agent=_TEXT, verb=_one_of(VERBS), at=_SPANS),
        **_vocabulary(),
        "source": _source(),
        "claim": _claim(),
        **_verdicts(),
    }


def _object(**keys: Schema) -> Schema:
    """An object with all of these keys."""
    return {"type": "object", "required": [*keys], "properties": keys}


def _list(items: Schema, *, least: int = 0) -> Schema:
    return {"type": "array", "items": items} | ({"minItems": least} if least else {})


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": [*words]}


def _maybe(schema: Schema) -> Schema:
    """The same, or null."""
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}


_SPANS = _list({"$ref": "#/$defs/span"})
_MAYBE = _maybe(_TEXT)


def _values() -> dict[str, dict[str, Schema]]:
    """The keys of each type of value, beside its type."""
    count = {"low": _NUMBER, "high": _maybe(_NUMBER), "about": _maybe(_NUMBER), "word": _MAYBE}
    keys: dict[str, dict[str, Schema]] = {
        "count": count,
        "duration": {**count, "unit": _one_of(UNITS)},
        "period": {"edtf": _TEXT, "earliest": _maybe(_DAY), "latest": _maybe(_DAY)},
        "term": {"vocabulary": _TEXT, "term": _TEXT, "label": _TEXT},
        "text": {"text": _TEXT},
    }
    return {kind: keys.get(kind, {kind: _TEXT}) for kind in KINDS}


def _vocabulary() -> dict[str, Schema]:
    """What sources and claims speak of, and how their words are heard."""
    names, ids = _list(_TEXT, least=1), _list(_TEXT)
    hint = {"anyOf": [_object(times=_NUMBER, because=_TEXT), {"type": "null"}]}
    word = _object(low=_NUMBER, high=_maybe(_NUMBER), because=_TEXT)
    return {
        "event": _object(id=_TEXT, label=_TEXT, kind=_TEXT, part_of=_MAYBE),
        "place": _object(id=_TEXT, names=names, kind=_TEXT, within=_MAYBE, beside=ids, beside_because=_MAYBE),
        "agent": _object(
            id=_TEXT,
            names=names,
            kind=_one_of(AGENT_KINDS),
            family=_MAYBE,
            given=_MAYBE,
            within=_MAYBE,
            same_as=_MAYBE,
            same_because=_MAYBE,
            sensitive=_TRUTH,
        ),
        "property": _object(
            id=_TEXT,
            kind=_one_of(KINDS),
            definition=_TEXT,
            unit=_MAYBE,
            vocabulary=_MAYBE,
            cumulative=_MAYBE,
            parts=_MAYBE,
            role=_maybe(_one_of(get_args(Role))),
        ),
        "vocabulary": _object(id=_TEXT, terms={"type": "object", "additionalProperties": _TEXT}, exclusive=_MAYBE),
        "population": _object(id=_TEXT, label=_TEXT, within=_MAYBE),
        "disjoint": _object(id=_TEXT, events=ids, populations=ids, because=_TEXT),
        "reading": _object(
            id=_TEXT,
            label=_TEXT,
            because=_TEXT,
            words={"type": "object", "additionalProperties": word},
            dates_as_written=_MAYBE,
            floors=hint,
            ceilings=hint,
            about=hint,
            properties=ids,
        ),
        "retired": _object(id=_TEXT, because=_TEXT, successors=ids),
    }


def _source() -> Schema:
    text = {"anyOf": [_object(file=_TEXT, sha256=_DIGEST, length=_NUMBER), {"type": "null"}]}
    return _object(
        key=_KEY,
        type=_one_of(CSL_TYPES),
        title=_MAYBE,
        voice=_TEXT,
        authors=_list(_TEXT),
        contributors=_list(_TEXT),
        publisher=_MAYBE,
        container=_MAYBE,
        genre=_MAYBE,
        number=_MAYBE,
        url=_MAYBE,
        issued=_MAYBE,
        inferred={"type": "object", "additionalProperties": _TEXT},
        part_of=_maybe(_KEY),
        document=_KEY,
        stands_alone=_TRUTH,
        at=_SPANS,
        paragraphs=_list(_NUMBER),
        text=text,
        note=_MAYBE,
    )


def _claim() -> Schema:
    return _object(
        id=_CLAIM_ID,
        event=_TEXT,
        property=_TEXT,
        value={"$ref": "#/$defs/value"},
        quote=_MAYBE,
        text=_object(file=_MAYBE, start=_NUMBER, end=_NUMBER, spans=_SPANS, also_at=_SPANS, paragraph=_maybe(_NUMBER)),
        source=_KEY,
        document=_KEY,
        attribution=_list({"$ref": "#/$defs/step"}, least=1),
        scope=_object(place=_MAYBE, population=_MAYBE, time=_MAYBE),
        as_of=_MAYBE,
        as_of_inferred=_MAYBE,
        polarity=_one_of(POLARITIES),
        modality=_one_of(MODALITIES),
        supersedes=_list(_CLAIM_ID),
        supersedes_because=_MAYBE,
        repeats=_maybe(_CLAIM_ID),
        about_claim=_maybe(_CLAIM_ID),
        stance=_maybe(_one_of(STANCES)),
        inferred=_MAYBE,
        note=_MAYBE,
    )


def _verdicts() -> dict[str, Schema]:
    """What follows from the claims."""
    ids = _list(_CLAIM_ID, least=1)
    position = _object(
        event=_TEXT,
        property=_TEXT,
        value={"$ref": "#/$defs/value"},
        polarity=_one_of(POLARITIES),
        claims=ids,
        roots=_list(_TEXT, least=1),
    )
    return {
        "conflict": _object(
            id=_TEXT,
            rule=_one_of(get_args(Rule)),
            kind=_one_of(("conflict", "finding")),
            one_document=_TRUTH,
            one_root=_TRUTH,
            grade=_one_of(get_args(Grade)),
            readings=_list(_TEXT, least=1),
            gap=_maybe(_NUMBER),
            dissolves_at_percent=_maybe(_NUMBER),
            dissolves_at_days=_maybe(_NUMBER),
            claims=_list(_CLAIM_ID, least=2),
            dispute=_TEXT,
            positions=_list(position, least=1),
            explanation=_TEXT,
        ),
        "dispute": _object(
            id=_TEXT,
            event=_TEXT,
            property=_TEXT,
            sizes={"type": "object", "additionalProperties": _NUMBER},
            listed=_NUMBER,
            crowds=_list(_object(reading=_TEXT, size=_NUMBER, widest=_TEXT)),
            positions=_list(_counted_position()),
        ),
        "revision": _object(
            id=_TEXT,
            kind=_one_of(("revised", "overtaken")),
            earlier=_CLAIM_ID,
            later=_CLAIM_ID,
            because=_TEXT,
        ),
    }


def _counted_position() -> Schema:
    return _object(
        value={"$ref": "#/$defs/value"},
        polarity=_one_of(POLARITIES),
        claims=_NUMBER,
        roots=_NUMBER,
        examples=_list(_CLAIM_ID, least=1),
    )
