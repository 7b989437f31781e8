"""From parsed TOML to typed rows, strictly: no value is ever turned into another type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from attrs import fields, has
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from zhanaozen_archive._loading.report import Path, Report, closest, did_you_mean, unknown
from zhanaozen_archive._loading.rows import Raw, Spans, Words
from zhanaozen_archive._model.sources import Span
from zhanaozen_archive.errors import InvalidValue

T = TypeVar("T")
_NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


def structure(table: object, row: type[T], file: str, path: Path, report: Report) -> T | None:
    """One table as a row, with all that is wrong with it in the report.

    A table that is wrong is read once more without what is wrong in it, so that the rest of it is checked as well;
    None where that cannot be done.
    """
    try:
        return _converter().structure(table, row)
    except (BaseValidationError, WrongType) as error:
        wrong = [told for where, single in _flat(error, path) for told in _told(where, single)]
    for where, code, message in wrong:
        report.add(file, where, code, message)
    try:
        return _converter().structure(_mended(table, row, {where[len(path) :][:1] for where, _, _ in wrong}), row)
    except (BaseValidationError, WrongType):
        return None


def _mended(table: object, row: Any, wrong: set[Path]) -> object:
    """The table without its wrong keys; one that is only misspelt goes by the name that was meant."""
    if type(table) is not dict:
        return table
    known = [field.name for field in fields(row)]
    kept = {key: value for key, value in table.items() if (key,) not in wrong}
    for key in table.keys() - set(known):
        if (meant := closest(key, known)) and meant not in table:
            kept[meant] = table[key]
    return kept


class WrongType(TypeError):
    """A value is not of the type that its key holds."""


class Unknown(ValueError):
    """A value is none of those that its key can take."""


def _exact(type_: type[T]) -> Callable[[object, object], T]:
    def hook(value: object, _: object) -> T:
        if type(value) is not type_:
            raise WrongType(f"expected {_NAMES[type_]}, not {_shown(value)}")
        return value

    return hook


def _shown(value: object) -> str:
    name = _NAMES.get(type(value), type(value).__name__)
    return name if isinstance(value, (list, dict)) else f"{value!r}"


def _spans(value: object, _: object) -> tuple[Span, ...]:
    several = isinstance(value, list) and value and isinstance(value[0], list)
    spans = []
    for pair in value if several else [value]:  # type: ignore[attr-defined]  # it is a list then
        if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004
            raise WrongType(f"expected [start, end] or a list of such pairs, not {value!r}")
        spans.append(Span(*pair))
    return tuple(spans)


def _words(value: object, _: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words or not all(type(word) is str and word for word in words):
        raise WrongType(f"expected the words or a list of words, not {value!r}")
    return tuple(words)


def _literal(value: object, type_: Any) -> object:
    if value not in (choices := get_args(type_)):
        raise Unknown(unknown("value", value, choices))
    return value


def _record(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(row: Any) -> Callable[[Any, Any], Any]:
        structured = make_dict_structure_fn(row, converter, _cattrs_forbid_extra_keys=True)
        return lambda value, type_: structured(_exact(dict)(value, dict), type_)

    return factory


def _list(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(type_: Any) -> Callable[[Any, Any], Any]:
        item = get_args(type_)[0]
        hook = converter.get_structure_hook(item)
        return lambda value, _: tuple(_each(enumerate(_exact(list)(value, list)), hook, item))

    return factory


def _dict(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(type_: Any) -> Callable[[Any, Any], Any]:
        item = get_args(type_)[1]
        hook = converter.get_structure_hook(item)

        def structured(value: Any, _: Any) -> dict[str, Any]:
            given = _exact(dict)(value, dict)
            return dict(zip(given, _each(given.items(), hook, item), strict=True))

        return structured

    return factory


def _each(items: Iterable[tuple[str | int, Any]], hook: Callable[[Any, Any], Any], item: Any) -> list[Any]:
    """Every item structured; or all errors at once, each marked with the number or name of its item."""
    done, errors = [], []
    for name, value in items:
        try:
            done.append(hook(value, item))
        except Exception as error:  # noqa: BLE001 - gathered, and told apart where they are reported
            error.__notes__ = [
                *getattr(error, "__notes__", []),
                IterableValidationNote(str(name), name, item),
            ]
            errors.append(error)
    if errors:
        raise IterableValidationError("some items cannot be read", errors, list)
    return done


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda type_: get_origin(type_) is origin


@cache
def _converter() -> Converter:
    """The one converter, made when first needed: making it costs as much as loading a small archive."""
    converter = Converter(forbid_extra_keys=True)
    for type_ in (str, int, bool):
        converter.register_structure_hook(type_, _exact(type_))
    converter.register_structure_hook(Spans, _spans)
    converter.register_structure_hook(Words, _words)
    converter.register_structure_hook(Raw, lambda value, _: value)
    converter.register_structure_hook_func(_is(Literal), _literal)
    converter.register_structure_hook_factory(has, _record(converter))
    converter.register_structure_hook_factory(_is(tuple), _list(converter))
    converter.register_structure_hook_factory(_is(dict), _dict(converter))
    return converter


# --- what went wrong, one problem at a time


def _flat(error: BaseException, path: Path) -> Iterator[tuple[Path, BaseException]]:
    """Every single error in a tree of them, with the place that its notes give."""
    path += tuple(note.name if isinstance(note, AttributeValidationNote) else note.index for note in _notes(error))
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _flat(inner, path)
    else:
        yield path, error


def _notes(error: BaseException) -> Iterator[AttributeValidationNote | IterableValidationNote]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            yield note


def _told(path: Path, error: BaseException) -> Iterator[tuple[Path, str, str]]:
    """The problems of one error: where, code and message."""
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in fields(error.cl)]
        for key in sorted(error.extra_fields):
            yield (*path, key), "unknown-key", f"unknown key{did_you_mean(key, known)}"
    elif isinstance(error, KeyError):
        yield path, "missing-key", f"the key {error.args[0]!r} is missing"
    elif isinstance(error, WrongType):
        yield path, "wrong-type", str(error)
    elif isinstance(error, Unknown | InvalidValue):
        yield path, "invalid-value", str(error)
    else:
        raise error
