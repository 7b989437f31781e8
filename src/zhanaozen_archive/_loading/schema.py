"""A JSON Schema for each file of the format, made from the rows that read it, so that editors complete and check."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from zhanaozen_archive._loading import rows
from zhanaozen_archive._loading.rows import Spans, Words
from zhanaozen_archive._model.properties import KINDS
from zhanaozen_archive._model.sources import CSL_TYPES
from zhanaozen_archive._model.values import LARGEST, UNITS

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "minLength": 1}
_WHOLE: Schema = {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
_COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": LARGEST - 1}
_OFFSET: Schema = {"type": "integer", "minimum": 0, "maximum": LARGEST}
_SPAN: Schema = {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2}
_BOUNDS = ("at_least", "more_than", "at_most", "less_than", "about")
_NUMBER: Schema = {
    "anyOf": [
        _COUNT,
        {
            "type": "object",
            "properties": {bound: {**_COUNT} for bound in _BOUNDS},
            "additionalProperties": False,
            "minProperties": 1,
        },
        {"type": "object", "properties": {"vague": _TEXT}, "additionalProperties": False, "required": ["vague"]},
    ]
}
_DURATION: Schema = {
    "type": "object",
    "properties": {unit: {"$ref": "#/$defs/number"} for unit in UNITS},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}
_VALUE: Schema = {
    "description": 'A number, { at_least = 16 }, { vague = "dozens" }, { days = 20 }, an EDTF date, an id or a gloss.',
    "anyOf": [_TEXT, {"$ref": "#/$defs/number"}, _DURATION],
}


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by its name without ending; that of a document is `source`."""
    return {
        "archive": _file("archive.toml", _table(rows.ArchiveRow)),
        "agents": _file("agents.toml", _tables(rows.AgentRow)),
        "codebook": _file("codebook.toml", _codebook()),
        "events": _file("events.toml", _tables(rows.EventRow)),
        "places": _file("places.toml", _tables(rows.PlaceRow)),
        "readings": _file("readings.toml", _tables(rows.ReadingRow)),
        "retired": _file("retired.toml", _tables(rows.RetiredRow)),
        "source": _file("a document of sources", _document()),
    }


def _file(title: str, schema: Schema) -> Schema:
    """The schema of a file, with what its parts refer to."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | schema | ({"$defs": {"number": _NUMBER}} if title.startswith("a document") else {})


def _document() -> Schema:
    claim = _table(rows.ClaimRow, value=_VALUE)
    source, voice = (_table(row, type={"enum": [*CSL_TYPES]}) for row in (rows.SourceRow, rows.VoiceRow))
    inside = {"source": source, "text": _table(rows.TextRow), "voices": _list(voice), "claims": _list(claim)}
    return _table(rows.DocumentRow, **inside)


def _codebook() -> Schema:
    property_ = _table(rows.PropertyRow, kind={"enum": [*KINDS]})
    return _table(
        rows.CodebookRow,
        properties=_named(property_),
        vocabularies=_tables(rows.VocabularyRow),
        populations=_tables(rows.PopulationRow),
        disjoint=_list(_table(rows.DisjointRow)),
    )


def _tables(row: type) -> Schema:
    return _named(_table(row))


def _named(schema: Schema) -> Schema:
    """Tables of one kind, each under its id."""
    return {"type": "object", "additionalProperties": schema}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _table(row: type, **known: Schema) -> Schema:
    """The schema of a row; of the keys that are `known`, as given."""
    hints = get_type_hints(row)
    described = {"description": row.__doc__} if row.__doc__ else {}
    return described | {
        "type": "object",
        "properties": {field.name: known.get(field.name) or _value(hints[field.name]) for field in fields(row)},
        "required": [field.name for field in fields(row) if field.default is NOTHING],
        "additionalProperties": False,
    }


def _value(type_: Any) -> Schema:  # noqa: PLR0911 - one for each type
    """The schema of what a key of this type may hold."""
    plain: dict[Any, Schema] = {str: _TEXT, int: _WHOLE, bool: {"type": "boolean"}}
    if type_ in plain:
        return plain[type_]
    if type_ is Spans:
        return {"anyOf": [_SPAN, _list(_SPAN) | {"minItems": 1}]}
    if type_ is Words:
        return {"anyOf": [_TEXT, _list(_TEXT) | {"minItems": 1}]}
    if has(type_):
        return _table(type_)
    args = [arg for arg in get_args(type_) if arg not in (NoneType, Ellipsis)]
    match get_origin(type_):
        case origin if origin is Literal:
            return {"enum": args}
        case origin if origin in (UnionType, Union):
            return _value(args[0])
        case origin if origin is dict:
            return _named(_value(args[1]))
        case _:
            return _list(_value(args[0]))
