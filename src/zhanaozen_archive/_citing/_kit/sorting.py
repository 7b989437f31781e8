"""Sort keys: what `cs:sort` orders by, made comparable."""

from __future__ import annotations

import unicodedata
from functools import total_ordering
from typing import Any

from attrs import evolve, frozen

from zhanaozen_archive._citing._kit.building import Scope, build_all
from zhanaozen_archive._citing._kit.building_names import build_names_key
from zhanaozen_archive._citing._kit.citation_labels import citation_label
from zhanaozen_archive._citing._kit.entries import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from zhanaozen_archive._citing._kit.locales import CSL
from zhanaozen_archive._citing._kit.marks import bare
from zhanaozen_archive._citing._kit.nodes import Node
from zhanaozen_archive._citing._kit.run import Cite, Run

SortKey = tuple[Any, ...]


@total_ordering
@frozen(eq=False)
class Descending:
    """A key that comes before smaller ones."""

    key: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Descending) and bool(self.key == other.key)

    def __lt__(self, other: Descending) -> bool:
        return bool(other.key < self.key)

    def __hash__(self) -> int:
        return hash(self.key)


@frozen
class Key:
    """One `cs:key`: a variable, or what a macro renders."""

    variable: str
    node: Node | None
    descending: bool

    def of(self, cite: Cite, scope: Scope, *, english: bool) -> SortKey:
        """The key of a cite: whether there is none, which comes last, and what to compare."""
        text = self._text(cite, scope, english=english)
        if not text:
            return (1, ("", ""))
        key = collated(text)
        return (0, Descending(key) if self.descending else key)

    def _text(self, cite: Cite, scope: Scope, *, english: bool) -> str:
        if self.node is not None:
            return bare(self.node.render(Run(cite, scope.area, english, sorting=True)))
        if self.variable in DATE_VARIABLES:
            date = cite.entry.date(self.variable)
            return date.key if date else ""
        if self.variable == "citation-number":
            return f"{cite.number:09d}"
        if self.variable == "citation-label":
            return citation_label(Run(cite, scope.area, english, sorting=True))
        text = bare(cite.entry.text(self.variable))
        return text.zfill(9) if self.variable in NUMBER_VARIABLES and text.isdecimal() else text


def keys_of(sort: Any, scope: Scope) -> tuple[Key, ...]:
    """The keys of a `cs:sort`, None for no element."""
    return () if sort is None else tuple(_key(key, scope) for key in sort.iterfind(f"{CSL}key"))


def _key(key: Any, scope: Scope) -> Key:
    descending = key.get("sort") == "descending"
    names = {f"et-al-{name}": value for name in ("min", "use-first", "use-last") if (value := key.get(f"names-{name}"))}
    options = {**scope.options, **names}
    inner = evolve(scope, options=options, macros=scope.macros.anew(), sorting=frozenset(names))
    variable = key.get("variable", "")
    if variable in NAME_VARIABLES:
        return Key(variable, build_names_key(variable, inner), descending)
    if variable:
        return Key(variable, None, descending)
    return Key("", build_all([_call(key)], inner), descending)


def _call(key: Any) -> Any:
    """The key as a call of its macro."""
    element = key.makeelement(f"{CSL}text")
    element.set("macro", key.get("macro", ""))
    return element


def collated(text: str) -> tuple[str, str]:
    """A text to compare: first without case, accents and punctuation, then with them."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in letters if c.isalnum() or c.isspace())
    return " ".join(plain.split()), letters
