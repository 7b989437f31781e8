"""From parsed TOML to typed rows, strictly: no value is ever turned into another type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from itertools import pairwise
from typing import Any, Literal, TypeVar, get_args, get_origin

from attrs import NOTHING, field, fields, frozen, has
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import (
    MANY,
    Message,
    Report,
    UnknownReference,
    closest,
    code_of,
    message_of,
    shown,
)
from zhanaozen_archive._loading.rows import Raw, Spans, Words
from zhanaozen_archive._loading.typed import Structure
from zhanaozen_archive._model.sources import Span
from zhanaozen_archive._model.values import LARGEST
from zhanaozen_archive.errors import Code, InvalidValue

T = TypeVar("T")
_NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


class _Unread:
    """Stands in a table for what could not be read. Each type reads it as something neutral: "", 2⁵³, no items."""

    def __deepcopy__(self, _: object) -> _Unread:
        return self


UNREAD = _Unread()


def structure(table: object, row: type[T], file: str, path: Path, report: Report) -> T:
    """One table as a row, with all that is wrong with it in the report.

    What is wrong is mended in a copy, which then gives the row, so that the rest of the table is checked as well: a key
    that is misspelt goes by the name that was meant, any other value is neutral and counts as unread in the report.
    """
    with suppress(Exception):  # whatever it is, the slower converter tells it place by place
        return _converter(detailed=False).structure(table, row)
    try:
        return _converter(detailed=True).structure(table, row)
    except BaseValidationError as error:
        wrong = sorted(_flat(error, path, report))
    except InvalidValue as error:
        report.add_unread(file, path, code_of(error), message_of(error))
        return _converter(detailed=True).structure(UNREAD, row)
    mended = deepcopy(table)
    for problem in wrong:
        _mend(mended, problem, len(path), file, report)
    return structure(mended, row, file, path, report)


def structuring(report: Report) -> Structure:
    """What structures tables for this report."""

    def structured(table: object, row: type[T], file: str, path: Path) -> T:
        return structure(table, row, file, path, report)

    return structured


@frozen(order=True)
class _Wrong:
    """One thing that is wrong with a table. Misspelt keys come first, for what they meant is then not missing."""

    rank: int
    path: tuple[Any, ...]
    code: Code
    message: Message = field(order=False)
    meant: str | None = field(default=None, order=False)


def _mend(table: Any, wrong: _Wrong, depth: int, file: str, report: Report) -> None:
    """Report one problem, and take it out of the table that lies so deep in the file."""
    *way, key = wrong.path[depth:]
    for step in way:
        table = table[step]
    if wrong.code == "unknown-key":
        report.add_misspelt(file, wrong.path, wrong.meant, wrong.message)
        value = table.pop(key)
        if wrong.meant is not None:
            table.setdefault(wrong.meant, value)
    elif wrong.code != "missing-key" or key not in table:
        report.add_unread(file, wrong.path, wrong.code, wrong.message)
        table[key] = UNREAD


class WrongType(InvalidValue):
    """A value is not of the type that its key holds."""

    code: Code = "wrong-type"


# --- hooks: each refuses what is not just of its type


def _neutral(value: object, neutral: T, error: InvalidValue) -> T:
    """What stands for a value that is marked as unread; any other is refused."""
    if value is UNREAD:
        return neutral
    raise error


def _exact(type_: type[T], neutral: T) -> Callable[[object, object], T]:
    def hook(value: object, _: object) -> T:
        if type(value) is type_:
            return value
        return _neutral(value, neutral, WrongType(f"expected {_NAMES[type_]}, not {_given(value)}"))

    return hook


_int, _list, _dict = _exact(int, LARGEST), _exact(list, []), _exact(dict, {})


def _given(value: object) -> str:
    return _NAMES[type(value)] if isinstance(value, (list, dict)) else shown(value)


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        return _neutral(value, "", WrongType(f"expected a text, not {_given(value)}"))
    if not value or value.isspace():
        raise InvalidValue("an empty text says nothing; leave the key out or fill it in")
    return fit(value)


def _whole(value: object, _: object) -> int:
    if not -LARGEST <= (number := _int(value, int)) <= LARGEST:
        raise InvalidValue(f"expected a whole number up to {LARGEST}, not {shown(value)}")
    return number


def _spans(value: object, _: object) -> tuple[Span, ...]:
    if not isinstance(value, list):
        return _neutral(value, (), WrongType(f"expected [start, end] or a list of such pairs, not {_given(value)}"))
    pairs = value if value and isinstance(value[0], list) else [value]
    spans = tuple(map(_span, pairs))
    for one, other in pairwise(spans):
        if other.start < one.end:
            raise InvalidValue(f"stretches follow one another in the text, not {shown(value)}")
    return spans


def _span(pair: object) -> Span:
    if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004
        raise WrongType(f"expected [start, end] or a list of such pairs, not {shown(pair)}")
    for number in pair:
        if type(number) is not int or abs(number) > LARGEST:
            raise WrongType(f"expected two whole numbers, [start, end], not {shown(pair)}")
    return Span(*pair)


def _words(value: object, _: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words or not all(type(word) is str and word for word in words):
        return _neutral(value, (), WrongType(f"expected the words or a list of words, not {shown(value)}"))
    return tuple(words)


def _literal(value: object, type_: Any) -> object:
    if value in (choices := get_args(type_)):
        return value
    return _neutral(value, choices[0], UnknownReference("value", value, choices))


def _record(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(row: Any) -> Callable[[Any, Any], Any]:
        structured = make_dict_structure_fn(row, converter, _cattrs_forbid_extra_keys=True)
        unread = {field.name: UNREAD for field in fields(row) if field.default is NOTHING}
        return lambda value, type_: structured(unread if value is UNREAD else _dict(value, dict), type_)

    return factory


def _items(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(type_: Any) -> Callable[[Any, Any], Any]:
        item = get_args(type_)[0]
        hook = converter.get_structure_hook(item)
        return lambda value, _: tuple(_each(enumerate(_list(value, list)), hook, item))

    return factory


def _entries(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(type_: Any) -> Callable[[Any, Any], Any]:
        item = get_args(type_)[1]
        hook = converter.get_structure_hook(item)

        def structured(value: Any, _: Any) -> dict[str, Any]:
            given = _dict(value, dict)
            return dict(zip(given, _each(given.items(), hook, item), strict=True))

        return structured

    return factory


def _each(items: Iterable[tuple[str | int, Any]], hook: Callable[[Any, Any], Any], item: Any) -> list[Any]:
    """Every item structured; or all errors at once, each marked with the number or name of its item."""
    done, errors = [], []
    for name, value in items:
        try:
            done.append(hook(value, item))
        except (BaseValidationError, InvalidValue) as error:
            error.add_note(IterableValidationNote(str(name), name, item))
            errors.append(error)
    if errors:
        raise IterableValidationError("some items cannot be read", errors, list)
    return done


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda type_: get_origin(type_) is origin


@cache
def _converter(*, detailed: bool) -> Converter:
    """A converter, made when first needed, for that costs much; one that tells where it fails is the slower to make."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(bool, _exact(bool, False))  # noqa: FBT003 - what an unread one counts as
    converter.register_structure_hook(Spans, _spans)
    converter.register_structure_hook(Words, _words)
    converter.register_structure_hook(Raw, lambda value, _: value)
    converter.register_structure_hook_func(_is(Literal), _literal)
    converter.register_structure_hook_factory(has, _record(converter))
    converter.register_structure_hook_factory(_is(tuple), _items(converter))
    converter.register_structure_hook_factory(_is(dict), _entries(converter))
    return converter


# --- what went wrong, one problem at a time


def _flat(error: BaseException, path: Path, report: Report) -> Iterator[_Wrong]:
    """Every single thing that is wrong in a tree of errors, with the place that their notes give."""
    for note in getattr(error, "__notes__", ()):
        path = (*path, note.name if isinstance(note, AttributeValidationNote) else note.index)
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _flat(inner, path, report)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in fields(error.cl)]
        for n, key in enumerate(sorted(error.extra_fields)):
            meant = closest(key, known) if n < MANY and not report.is_full else None
            message = f"unknown key; did you mean {meant!r}?" if meant else "unknown key"
            yield _Wrong(0, (*path, key), "unknown-key", message, meant)
    elif isinstance(error, KeyError):
        yield _Wrong(1, path, "missing-key", f"the key {error.args[0]!r} is missing")
    else:
        yield _Wrong(1, path, code_of(error), message_of(error))
