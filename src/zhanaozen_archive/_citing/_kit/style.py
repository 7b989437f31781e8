"""A style in a locale, ready to render cites and entries of a list of references."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from zhanaozen_archive._citing._kit.building import Macros, Scope, build_each
from zhanaozen_archive._citing._kit.building_names import NAME_OPTIONS
from zhanaozen_archive._citing._kit.dress import Dress, dress_of, join
from zhanaozen_archive._citing._kit.entries import Entry
from zhanaozen_archive._citing._kit.facts import Facts, facts_of
from zhanaozen_archive._citing._kit.loading import locale_for, locale_name, shown, style_root
from zhanaozen_archive._citing._kit.locales import CSL, Locale
from zhanaozen_archive._citing._kit.marks import BLOCKS
from zhanaozen_archive._citing._kit.nodes import Node, Sequence
from zhanaozen_archive._citing._kit.pages import Pages
from zhanaozen_archive._citing._kit.run import Area, Cite, Rendering, Run
from zhanaozen_archive._citing._kit.sorting import Key, SortKey, keys_of
from zhanaozen_archive._citing._kit.tidying import Quotes, rich_of
from zhanaozen_archive._citing.rich import Rich
from zhanaozen_archive.errors import CitationError

_BLOCK_ENDS = frozenset(closing for _, closing in BLOCKS.values())
_WITH_LETTER = ("year-suffix", "citation-label")
"""Variables that print the letter of a year: where a style has one, the year itself prints none."""
_STYLE_OPTIONS = ("demote-non-dropping-particle", "initialize-with-hyphen")


@frozen
class Layout:
    """One area of a style: what it prints of an item, with what around it, and in which order."""

    scope: Scope
    body: Node
    dress: Dress
    keys: tuple[Key, ...]
    margin: Node | None = None
    """The first field, where it stands apart from the rest."""

    def around(self, text: str) -> str:
        """A text with what the layout puts around it; behind a block, that goes into the block."""
        block = text[-1:] if text[-1:] in _BLOCK_ENDS else ""
        return f"{self.dress(text.removesuffix(block))}{block}"


@frozen
class Style:
    """A style in a locale. Nothing in it changes while it renders: threads can share it."""

    facts: Facts
    quotes: Quotes
    _citation: Layout
    _bibliography: Layout | None

    def citation(self, cite: Cite) -> Rendering:
        """A cite as marked text, with its prefix and suffix, without what the style puts around a citation."""
        run = self._run(cite, "citation")
        text = self._citation.body.render(run)
        return run.rendering(_affixed(text, cite))

    def entry(self, cite: Cite) -> Rendering | None:
        """The entry of a list of references as marked text, None where the style has no list."""
        layout = self._bibliography
        if layout is None:
            return None
        run = self._run(cite, "bibliography")
        return run.rendering(layout.around(layout.body.render(run)) if layout.margin is None else _aligned(layout, run))

    def sort_keys(self, cite: Cite, area: Area) -> SortKey | None:
        """What an area is sorted by, comparable with the keys of other cites; None where the style does not sort it."""
        layout = self._citation if area == "citation" else self._bibliography
        if layout is None or not layout.keys:
            return None
        english = self._english(cite.entry)
        return tuple(key.of(cite, layout.scope, english=english) for key in layout.keys)

    def lay_out(self, joined: str) -> str:
        """Joined cites with what the style puts around a citation."""
        return self._citation.dress(joined)

    def join(self, parts: list[str], delimiter: str) -> str:
        """Cites with a delimiter."""
        return join(parts, delimiter)

    def rich(self, text: str) -> Rich:
        """Marked text as rich text."""
        return rich_of(text, self.quotes)

    def term(self, name: str, form: str = "long") -> str:
        """A word of the locale as the style has it, "" where there is none."""
        return self._citation.scope.locale.term(name, form)

    def _run(self, cite: Cite, area: Area) -> Run:
        return Run(cite, area, self._english(cite.entry), suffix_due=bool(cite.disambiguation.year_suffix))

    def _english(self, entry: Entry) -> bool:
        return (entry.language or self.facts.locale).lower().startswith("en")


def _aligned(layout: Layout, run: Run) -> str:
    """The first field in the margin, and beside it the rest with what is around an entry."""
    first = layout.margin.render(run) if layout.margin else ""
    rest = layout.around(layout.body.render(run))
    return join([_block(first, "left-margin"), _block(rest, "right-inline")])


def _block(text: str, display: str) -> str:
    opening, closing = BLOCKS[display]
    return f"{opening}{text}{closing}" if text else ""


def _affixed(text: str, cite: Cite) -> str:
    """The cite with its own prefix and suffix, and a space where they would touch."""
    prefix, suffix = map(cite.entry.read, (cite.prefix, cite.suffix))
    if prefix and prefix[-1].isalnum():
        prefix += " "
    if suffix and (suffix[0].isalnum() or suffix[0] in "([\u201c"):
        suffix = f" {suffix}"
    return join([prefix, text, suffix])


def load_style(style: str | Path, locale: str | None = None, *, validate: bool | None = None) -> Style:
    """A style in a locale.

    Args:
        style: Name of a style, path of a .csl file, or the XML of one.
        locale: The language to cite in; None for that of the style.
        validate: Whether to hold the style against the schema of CSL; None for those that are not known by name.

    Raises:
        UnknownStyle: There is no such style.
        CitationError: There is no such locale, or the style is not sound.
    """
    if validate is None:
        validate = isinstance(style, Path) or style.endswith(".csl") or style.lstrip().startswith("<")
    return _loaded(style, locale, validate)


@lru_cache(maxsize=32)
def _loaded(style: str | Path, locale: str | None, validate: bool) -> Style:  # noqa: FBT001
    root, own = style_root(style, validate=validate)
    name = locale_name(locale, own)
    try:
        return _built(root, name)
    except RecursionError:
        raise CitationError(f"the style {shown(style)} is not sound: its macros lie too deep in each other") from None
    except CitationError as error:
        raise CitationError(f"the style {shown(style)} is not sound: {error}") from None


def _built(root: Any, name: str) -> Style:
    locale = locale_for(root, name)
    citation = _layout(root, "citation", locale)
    bibliography = _layout(root, "bibliography", locale) if root.find(f"{CSL}bibliography") is not None else None
    return Style(facts_of(root, name), _quotes(locale), citation, bibliography)


def _layout(root: Any, area: Area, locale: Locale) -> Layout:
    element = root.find(f"{CSL}{area}")
    layout = element.find(f"{CSL}layout")
    options = {name: root.get(name) for name in (*NAME_OPTIONS, *_STYLE_OPTIONS) if root.get(name) is not None}
    options |= {name: element.get(name) for name in NAME_OPTIONS if element.get(name) is not None}
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{CSL}macro")}
    explicit = any(root.find(f".//{CSL}text[@variable='{name}']") is not None for name in _WITH_LETTER)
    dash, ampersand = locale.term("page-range-delimiter") or "\u2013", locale.term("and", "symbol") or "&"
    pages = Pages(root.get("page-range-format", ""), dash, ampersand)
    scope = Scope(locale, area, options, Macros(macros), pages, suffixed=not explicit)
    first, *rest = build_each(layout, scope) or (Sequence(()),)
    apart = bool(element.get("second-field-align")) and bool(rest)
    body = Sequence(tuple(rest) if apart else (first, *rest))
    keys = keys_of(element.find(f"{CSL}sort"), scope)
    return Layout(scope, body, dress_of(layout.attrib, outside=False), keys, first if apart else None)


def _quotes(locale: Locale) -> Quotes:
    outer = locale.term("open-quote"), locale.term("close-quote")
    inner = locale.term("open-inner-quote"), locale.term("close-inner-quote")
    return Quotes(outer, inner, locale.options.get("punctuation-in-quote", False))
