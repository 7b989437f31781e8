"""Building: the elements of a style turned into nodes, once for each style, locale and area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, evolve, field, frozen

from zhanaozen_archive._citing._kit.conditions import condition
from zhanaozen_archive._citing._kit.dating import DateNode, Part
from zhanaozen_archive._citing._kit.dress import Dress, dress_of
from zhanaozen_archive._citing._kit.fields import marked
from zhanaozen_archive._citing._kit.locales import CSL, Locale
from zhanaozen_archive._citing._kit.marks import LINKS
from zhanaozen_archive._citing._kit.naming import NameList, NamesLabel
from zhanaozen_archive._citing._kit.nodes import Branch, Call, Choose, Group, Node, Sequence, Words
from zhanaozen_archive._citing._kit.numbers import Label, Number
from zhanaozen_archive._citing._kit.pages import Pages
from zhanaozen_archive._citing._kit.run import Area
from zhanaozen_archive._citing._kit.variables import Variable
from zhanaozen_archive.errors import CitationError

_DEEPEST = 60
"""Calls of macros inside each other; the deepest of the official styles has fewer than twenty."""


@frozen
class Inherited:
    """What a shorthand `cs:names` in a substitute takes from the names around it."""

    names: NameList
    label: NamesLabel | None
    delimiter: str
    dress: Dress


@define
class Macros:
    """The macros of a style for one area; each is built when it is first called."""

    elements: Mapping[str, Any]
    built: dict[tuple[str, int], Node] = field(factory=dict)
    open: list[str] = field(factory=list)
    inherited: list[Inherited] = field(factory=list)
    """Kept, so that the numbers in the keys of `built` stay theirs."""

    def anew(self) -> Macros:
        """The same macros, none of them built."""
        return Macros(self.elements)


@frozen
class Scope:
    """Where an element stands."""

    locale: Locale
    area: Area
    options: Mapping[str, str]
    """The options of names and numbers that are inherited from cs:style and the area."""
    macros: Macros
    pages: Pages
    parent: Inherited | None = None
    suffixed: bool = False
    """Whether the letter behind a year is printed with the year, no element printing it by itself."""
    sorting: frozenset[str] | None = None
    """In a sort key: the options of names that it sets for all in it; else None."""


def build(element: Any, scope: Scope) -> Node:
    """The node of an element."""
    builder = _BUILDERS.get(str(element.tag).removeprefix(CSL))
    return builder(element, scope) if builder else Sequence(())


def build_all(element: Any, scope: Scope) -> Node:
    """The nodes in an element, in a row."""
    nodes = build_each(element, scope)
    return nodes[0] if len(nodes) == 1 else Sequence(nodes)


def build_each(element: Any, scope: Scope) -> tuple[Node, ...]:
    """The nodes in an element."""
    return tuple(build(child, scope) for child in element)


def _text(element: Any, scope: Scope) -> Node:
    dress = dress_of(element.attrib)
    if (name := element.get("macro")) is not None:
        return Call(_macro(name, scope), dress)
    if (name := element.get("variable")) is not None:
        return _variable(name, dress, scope, short=element.get("form") == "short")
    if (name := element.get("term")) is not None:
        plural = element.get("plural") == "true"
        return Words(scope.locale.term(name, element.get("form", "long"), plural=plural), dress, term=True)
    return Words(marked(element.get("value", ""), markup=True), dress)


def _variable(name: str, dress: Dress, scope: Scope, *, short: bool) -> Variable:
    """A text variable; what makes an address of an identifier, as "https://doi.org/" does, goes into its link."""
    before, http, address = dress.prefix.partition("http")
    if name not in LINKS or not http:
        return Variable(name, dress, scope.pages, short=short)
    return Variable(name, evolve(dress, prefix=before), scope.pages, address=f"{http}{address}")


def _macro(name: str, scope: Scope) -> Node:
    macros = scope.macros
    if name in macros.open:
        raise CitationError(f"its macro {name!r} calls itself")
    if len(macros.open) >= _DEEPEST:
        raise CitationError(f"its macros call each other more than {_DEEPEST} deep")
    if name not in macros.elements:
        raise CitationError(f"it has no macro {name!r}, which it calls")
    if scope.parent is not None and not any(scope.parent is known for known in macros.inherited):
        macros.inherited.append(scope.parent)
    key = (name, id(scope.parent) if scope.parent else 0)
    if key not in macros.built:
        macros.open.append(name)
        macros.built[key] = build_all(macros.elements[name], scope)
        macros.open.pop()
    return macros.built[key]


def _group(element: Any, scope: Scope) -> Node:
    return Group(build_each(element, scope), element.get("delimiter", ""), dress_of(element.attrib))


def _choose(element: Any, scope: Scope) -> Node:
    return Choose(tuple(_branch(child, scope) for child in element))


def _branch(element: Any, scope: Scope) -> Branch:
    holds = condition(element.attrib) if str(element.tag) != f"{CSL}else" else _always
    return Branch(holds, build_each(element, scope))


def _always(_: object) -> bool:
    return True


def _number(element: Any, scope: Scope) -> Node:
    return Number(
        element.get("variable", ""),
        element.get("form", "numeric"),
        scope.locale,
        dress_of(element.attrib),
        scope.pages,
    )


def _label(element: Any, scope: Scope) -> Node:
    return Label(
        element.get("variable", ""),
        element.get("form", "long"),
        element.get("plural", "contextual"),
        scope.locale,
        dress_of(element.attrib),
    )


def _date(element: Any, scope: Scope) -> Node:
    form = element.get("form")
    localised = scope.locale.dates.get(form) if form else None
    dress = dress_of(element.attrib)
    if localised is None:
        parts, delimiter = [_part(part, {}, scope.locale) for part in element], element.get("delimiter", "")
    else:
        own = {part.get("name"): part.attrib for part in element}
        shown = element.get("date-parts", "year-month-day").split("-")
        elements = [part for part in localised if part.get("name") in shown]
        parts = [_part(part, own.get(part.get("name"), {}), scope.locale) for part in elements]
        delimiter = localised.get("delimiter", "")
    return DateNode(element.get("variable", ""), tuple(parts), delimiter, dress, scope.suffixed)


def _part(element: Any, own: Mapping[str, str], locale: Locale) -> Part:
    """A part of a date; what the style says of a part of a locale's date goes before, but for affixes."""
    attributes = {**element.attrib, **{name: own[name] for name in own if name not in ("prefix", "suffix")}}
    name, dress = attributes.get("name", ""), dress_of(attributes)
    form = attributes.get("form", "numeric" if name == "day" else "long")
    between = attributes.get("range-delimiter", "\u2013")
    return Part(name, form, dress, evolve(dress, prefix="", suffix=""), between, locale)


def _names(element: Any, scope: Scope) -> Node:
    from zhanaozen_archive._citing._kit.building_names import build_names

    return build_names(element, scope)


_BUILDERS: dict[str, Callable[[Any, Scope], Node]] = {
    "text": _text,
    "group": _group,
    "choose": _choose,
    "number": _number,
    "label": _label,
    "date": _date,
    "names": _names,
}
