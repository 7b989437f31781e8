"""Building of `cs:names`: its options come from itself, the area, the style and, in a substitute, the names around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from zhanaozen_archive._citing._kit.building import Inherited, Scope, build
from zhanaozen_archive._citing._kit.dress import PLAIN_DRESS, dress_of
from zhanaozen_archive._citing._kit.locales import CSL
from zhanaozen_archive._citing._kit.naming import ALL, EtAl, NameList, Names, NamesLabel
from zhanaozen_archive._citing._kit.persons import PersonStyle

_OWN_NAMES = {"name-form": "form", "name-delimiter": "delimiter"}
NAME_OPTIONS = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-subsequent-min", "et-al-subsequent-use-first", "et-al-use-last", "initialize", "initialize-with",
    "name-as-sort-order", "sort-separator", "name-form", "name-delimiter", "names-delimiter",
)  # fmt: skip
"""Options of names that cs:style, cs:citation and cs:bibliography can set for all in them."""


def build_names(element: Any, scope: Scope) -> Names:
    """The node of a `cs:names`."""
    own = {str(child.tag).removeprefix(CSL): child for child in element}
    parent = scope.parent
    if parent and not (own.keys() & {"name", "et-al"}):
        names = parent.names
    else:
        names = _name_list(own.get("name"), own.get("et-al"), scope)
    label = _label(own, element, scope) if "label" in own else None
    if parent and label is None and not (own.keys() & {"name", "et-al"}):
        label = parent.label
    default = parent.delimiter if parent else scope.options.get("names-delimiter", "")
    dress = dress_of(element.attrib)
    if parent and not own.keys() and dress == PLAIN_DRESS:
        dress = parent.dress
    inherited = Inherited(names, label, element.get("delimiter", default), dress)
    inner = evolve(scope, parent=inherited)
    substitutes = tuple(build(child, inner) for child in own["substitute"]) if "substitute" in own else ()
    variables = tuple(element.get("variable", "").split())
    return Names(variables, names, label, inherited.delimiter, dress, substitutes)


def _name_list(name: Any, et_al: Any, scope: Scope) -> NameList:
    options = {_OWN_NAMES.get(key, key): value for key, value in scope.options.items()}
    own = dict(name.attrib) if name is not None else {}
    options |= own | _of_key(scope)
    form = options.get("form", "long")
    return NameList(
        person=_person_style(options, name, form),
        et_al=_et_al(options, et_al, scope),
        delimiter=options.get("delimiter", ", "),
        last=_last(options.get("and", ""), scope),
        precedes_last=options.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=options.get("delimiter-precedes-et-al", "contextual"),
        inverted=options.get("name-as-sort-order", ""),
        form=form,
    )


def _of_key(scope: Scope) -> dict[str, str]:
    """What a sort key says of all names in it: family names first, as many as it asks for."""
    if scope.sorting is None:
        return {}
    return {"name-as-sort-order": "all"} | {name: scope.options[name] for name in scope.sorting}


def build_names_key(variable: str, scope: Scope) -> Names:
    """The names of a variable as a sort key."""
    names = _name_list(None, None, scope)
    return Names((variable,), names, None, scope.options.get("names-delimiter", ""), PLAIN_DRESS, ())


def _last(choice: str, scope: Scope) -> str:
    if choice == "symbol":
        return "& "
    word = scope.locale.term("and") if choice == "text" else ""
    return f"{word} " if word else ""


def _person_style(options: Mapping[str, str], name: Any, form: str) -> PersonStyle:
    parts = {part.get("name"): dress_of(part.attrib) for part in (name if name is not None else ())}
    return PersonStyle(
        form=form,
        initialize=options.get("initialize", "true") == "true",
        initialize_with=options.get("initialize-with"),
        initialize_with_hyphen=options.get("initialize-with-hyphen", "true") == "true",
        sort_separator=options.get("sort-separator", ", "),
        demote=options.get("demote-non-dropping-particle", "display-and-sort"),
        family=parts.get("family", PLAIN_DRESS),
        given=parts.get("given", PLAIN_DRESS),
        dress=dress_of(name.attrib) if name is not None else PLAIN_DRESS,
    )


def _et_al(options: Mapping[str, str], element: Any, scope: Scope) -> EtAl:
    attributes = {} if element is None else element.attrib
    least = _whole(options.get("et-al-min"))
    first = _whole(options.get("et-al-use-first"))
    return EtAl(
        min=least,
        use_first=first,
        subsequent_min=_whole(options.get("et-al-subsequent-min"), least),
        subsequent_use_first=_whole(options.get("et-al-subsequent-use-first"), first),
        use_last=options.get("et-al-use-last") == "true",
        text=dress_of(attributes)(scope.locale.term(attributes.get("term", "et-al"))),
    )


def _whole(value: str | None, default: int = ALL) -> int:
    return int(value) if value and value.strip().isdecimal() else default


def _label(own: Mapping[str, Any], names: Any, scope: Scope) -> NamesLabel:
    label = own["label"]
    order = [str(child.tag).removeprefix(CSL) for child in names]
    first = "name" in order and order.index("label") < order.index("name")
    return NamesLabel(
        label.get("form", "long"), label.get("plural", "contextual"), first, scope.locale, dress_of(label.attrib)
    )
