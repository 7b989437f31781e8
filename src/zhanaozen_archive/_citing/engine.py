"""The engine: the one module that renders with citeproc. Imported only when something is cited.

A style is parsed anew for each call, which takes about a millisecond: rendering changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citeproc import SCHEMA_PATH, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.model import CitationStylesElement, Date_Part, Label, Substitute, Text
from citeproc.source import VariableError
from citeproc.source.json import CiteProcJSON
from citeproc.string import String
from lxml import etree

from zhanaozen_archive._citing.marks import CLOSE_QUOTE, FORMATTER, OPEN_QUOTE, PRIVATE, Marked, Quotes
from zhanaozen_archive._citing.order import Key, in_order
from zhanaozen_archive._citing.prepare import Prepared
from zhanaozen_archive._citing.styles import known_locale, read_style, style_locale
from zhanaozen_archive.errors import CitationError

_CSL = "{http://purl.org/net/xbiblio/csl}"


class _DatePart(Date_Part):  # type: ignore[misc]  # citeproc carries no types
    """A part of a date that keeps its attributes: the engine leaves those of the last date on it."""

    def render(self, *args: Any, **kwargs: Any) -> Any:
        own = dict(self.attrib)
        try:
            return super().render(*args, **kwargs)
        finally:
            self.attrib.clear()
            self.attrib.update(own)


class _Label(Label):  # type: ignore[misc]  # citeproc carries no types
    """A label that is not printed without its variable."""

    def process(self, item: Any, variable: str | None = None, *args: Any, **kwargs: Any) -> Any:
        own = self.get("variable", "").replace("-", "_")
        if variable is None and own != "locator" and own not in item.reference:
            raise VariableError
        return super().process(item, variable, *args, **kwargs)


class _Text(Text):  # type: ignore[misc]  # citeproc carries no types
    """A text that tells a substitute around it which variable it printed, and can change the case of any text."""

    def case(self, text: Any, language: str | None = None) -> Any:
        return super().case(String(text) if type(text) is str else text, language)

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        printed = context.get_layout().printed
        if text and printed is not None:
            printed.append(self.get("variable"))
        return text


class _Substitute(Substitute):  # type: ignore[misc]  # citeproc carries no types
    """A substitute after which nothing is printed twice, also where a macro or a condition printed it."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        layout = context.get_layout()
        printed: list[str] = []
        layout.printed = printed
        text = super().render(item, context=context, **kwargs)
        layout.printed = None
        layout.repressed.setdefault(f"{_CSL}text", []).extend(printed)
        return text


class Style:
    """A style in a locale, with items to cite.

    Args:
        style: The name of a style, or the path of a .csl file.
        locale: The language to cite in; None for that of the style.
        items: What to cite.

    Raises:
        UnknownStyle: There is no such style.
        CitationError: There is no such locale, or the style is not sound.
    """

    def __init__(self, style: str | Path, locale: str | None, items: Iterable[Prepared]) -> None:
        self._name = str(style)
        self._root = _localised(style, locale)
        self._quotes = _quotes(self._root)
        self._items = tuple(items)
        source = CiteProcJSON([{**item.csl, "id": str(n)} for n, item in enumerate(self._items)])
        engine = CitationStylesStyle.__new__(CitationStylesStyle)  # its own loader takes any path and any XML
        engine.root = self._root
        self._bibliography = CitationStylesBibliography(engine, source, FORMATTER)
        self._cites = [CitationItem(str(n)) for n in range(len(self._items))]
        for cite in self._cites:
            self._bibliography.register(Citation([cite]))

    @property
    def has_bibliography(self) -> bool:
        """Whether the style knows a list of references at all."""
        return self._root.bibliography is not None

    def citation(self, paragraph: int | None) -> Marked:
        """The in-text citation of the one item; its text is empty where the style prints none."""
        locator = {} if paragraph is None else {"locator": Locator("paragraph", str(paragraph))}
        citation = Citation([CitationItem("0", **locator)])
        self._bibliography.register(citation)
        with _naming(self._name, self._items[0]):
            text = self._bibliography.cite(citation, None)
        return self._marked(text, self._items[0])

    def entries(self) -> list[tuple[Prepared, Marked]]:
        """Every item with its entry, in the order of the style; empty where the style prints none."""
        order = self._order()
        self._bibliography.keys = [str(n) for n in order]
        return [(self._items[n], self._entry(n)) for n in order]

    def _entry(self, n: int) -> Marked:
        with _naming(self._name, self._items[n]):
            texts = self._root.bibliography.render([self._cites[n]])
        return self._marked("".join(map(str, texts)), self._items[n])

    def _order(self) -> list[int]:
        sort = self._root.bibliography.find(f"{_CSL}sort")
        keys = [] if sort is None else sort.findall(f"{_CSL}key")
        return in_order(len(self._items), [self._key(key) for key in keys])

    def _key(self, key: Any) -> Key:
        layout = self._root.bibliography.layout
        values = []
        for item, cite in zip(self._items, self._cites, strict=True):
            with _naming(self._name, item):
                [value] = key.sort_keys([cite], layout)
            values.append(None if value is None else self._marked(value, item).write("text"))
        return Key(tuple(values), descending=key.get("sort") == "descending")

    def _marked(self, text: object, item: Prepared) -> Marked:
        return Marked(str(text), self._quotes, item.descriptions)


@contextmanager
def _naming(style: str, item: Prepared) -> Iterator[None]:
    """Turn whatever the engine raises into a `CitationError` that names the source."""
    try:
        yield
    except Exception as error:
        raise CitationError(f"the style {style!r} cannot cite {item.key!r}: {type(error).__name__}: {error}") from error


def _localised(style: str | Path, locale: str | None) -> Any:
    chosen = None if locale is None else known_locale(locale)
    root = _parsed(read_style(style), style)
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    asked = root.get("default-locale")
    if parent is not None:
        root = _parsed(read_style(parent.get("href", "").rpartition("/")[2]), style)
        asked = asked or root.get("default-locale")
    _set_off_first_field(root)
    root.set_locale_list(chosen or style_locale(asked or "en-US"), validate=False)
    root.locales = [_with_our_elements(locale, root) for locale in root.locales]
    return root


def _with_our_elements(locale: Any, root: Any) -> Any:
    """The locale as it is where it stands in the style; one of the engine's own read anew, by our parser."""
    if locale.getroottree().getroot() is not root:
        locale = etree.fromstring(etree.tostring(locale), _parser())
        locale.style = root
    return locale


def _set_off_first_field(root: Any) -> None:
    """Put a space behind the number of an entry where the style sets it off."""
    if root.bibliography is not None and root.bibliography.get("second-field-align"):
        number = root.bibliography.layout[0]
        number.set("suffix", number.get("suffix", "").rstrip() + " ")


def _parsed(data: bytes, style: str | Path) -> Any:
    problem = _problem(data)
    if problem:
        raise CitationError(f"the style {str(style)!r} cannot be used: {problem}")
    return etree.fromstring(data, _parser())


@lru_cache(maxsize=8)
def _problem(data: bytes) -> str | None:
    """What is wrong with a style; None where it is sound."""
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        return f"it is no XML: {error.msg}"
    if root.getroottree().docinfo.doctype:
        return "it has a DOCTYPE"
    schema = _schema()
    if not schema.validate(root):
        first = max(schema.error_log, key=lambda error: error.line > 0)  # one of line 0 tells nothing
        return f"it is no valid CSL 1.0.2 (line {first.line}: {first.message})"
    if PRIVATE.search(etree.tostring(root, encoding="unicode")):
        return "it holds private-use characters"
    return None


@cache
def _schema() -> Any:
    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


def _parser() -> Any:
    """A parser that makes the engine's elements, with ours in the place of those that go wrong."""
    lookup = etree.ElementNamespaceClassLookup()
    elements = lookup.get_namespace(_CSL.strip("{}"))
    elements[None] = CitationStylesElement
    for element in CitationStylesElement.__subclasses__():
        elements[element.__name__.replace("_", "-").lower()] = element
    elements.update({"date-part": _DatePart, "label": _Label, "substitute": _Substitute, "text": _Text})
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False, load_dtd=False)
    parser.set_element_class_lookup(lookup)
    return parser


def _quotes(root: Any) -> Quotes:
    """Put marks in the place of the quotation marks of the locale, and give those."""
    found: dict[str, str] = {}
    for name, mark in (("open-quote", OPEN_QUOTE), ("close-quote", CLOSE_QUOTE)):
        for locale in root.locales:
            for term in locale.iterfind(f"{_CSL}terms/{_CSL}term[@name='{name}']"):
                found.setdefault(name, term.text or "")
                term.text = mark
    inside = root.get_locale_option("punctuation-in-quote") == "true"
    return Quotes(found["open-quote"], found["close-quote"], takes_punctuation=inside)
