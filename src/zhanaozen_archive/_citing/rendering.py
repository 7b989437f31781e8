"""From the sources of a text to what is printed of them. Imported only when something is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import _document as layer
from zhanaozen_archive._citing import voices
from zhanaozen_archive._citing._kit import Cite as KitCite
from zhanaozen_archive._citing._kit import Entry, Style, load_style, marks
from zhanaozen_archive._citing.citable import Cite
from zhanaozen_archive._citing.fitting import is_printed_as_certain, unprinted, year_of
from zhanaozen_archive._citing.results import CitationWarning, Cited, References, Trouble
from zhanaozen_archive._citing.rich import Rich, Text, plain
from zhanaozen_archive._citing.shelf import Book, Shelf, shelf
from zhanaozen_archive._citing.writers import Format, Layout, written
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import CitationError

if TYPE_CHECKING:
    from zhanaozen_archive._citing.document import Document


@frozen
class Rendering:
    """A text and a style, brought together."""

    style: Style
    name: str
    """The style, as messages call it."""
    format: Format
    shelf: Shelf
    cites: tuple[tuple[Cite, ...], ...]
    clusters: tuple[layer.Cluster, ...]
    plan: layer.Plan

    def citations(self) -> tuple[Cited, ...]:
        """Each citation, in the order of the text."""
        printed = layer.citations(self.plan, self.clusters)
        return tuple(self._citation(cites, one) for cites, one in zip(self.cites, printed, strict=True))

    def _citation(self, cites: tuple[Cite, ...], printed: layer.Cited) -> Cited:
        keys = tuple(dict.fromkeys(self.shelf.of(cite.cited).key for cite in cites))
        name = voices.alone(self.style, cites)
        if name is not None:
            return Cited(written((Text(name),), self.format), (Text(name),), keys)
        warnings = tuple(dict.fromkeys(self._left_out(cites, printed)))
        return Cited(written(printed.text, self.format), printed.text, keys, warnings)

    def _left_out(self, cites: tuple[Cite, ...], printed: layer.Cited) -> Iterator[CitationWarning]:
        for cite in cites:
            book = self.shelf.of(cite.cited)
            yield from book.warnings
            if book.entry.id in printed.empty:
                message = f"{self.name} prints no citation of {book}"
                yield CitationWarning("no citation", book.key, message)
            elif book.entry.id in printed.unlocated and (place := cite.where)[1]:
                message = f"{self.name} prints no places: {' '.join(place)} of {book} is left out"
                yield CitationWarning("no locator", book.key, message)
            if cite.author == "hidden" and cite.voice is None and self._begins_with_no_name(book):
                message = f"{self.name} begins the citation of {book} with no name that could be left out"
                yield CitationWarning("no name", book.key, message)
            if cite.voice is not None and not voices.has_room(self.style):
                message = f"{self.name} has no room for the voice: say in your text that it is {cite.voice}"
                yield CitationWarning("no voice", book.key, message)

    def _begins_with_no_name(self, book: Book) -> bool:
        hidden, shown = (self.style.citation(KitCite(book.entry, author=author)).text for author in ("hidden", "shown"))
        return hidden == shown

    def references(self, only: Callable[[Source | Archive], bool] | None, *, notes: bool) -> References:
        """The list of references, or one section of it."""
        facts = self.style.facts
        if not facts.has_bibliography and not (notes and facts.note):
            hint = '; unlisted="note" prints notes in its place' if facts.note else ""
            raise CitationError(f"{self.name} has no list of references{hint}")
        found = [self._reference(self.shelf[entry.id], rich, notes=notes) for entry, rich in self._listed(only)]
        warnings = tuple(dict.fromkeys(warning for entry in found for warning in entry.warnings))
        layout = Layout(facts.hanging_indent, facts.entry_spacing, facts.line_spacing)
        return References(tuple(filter(None, found)), warnings, format=self.format, layout=layout)

    def _listed(self, only: Callable[[Source | Archive], bool] | None) -> tuple[tuple[Entry, Rich], ...]:
        def among(entry: Entry) -> bool:
            return only is None or only(self.shelf[entry.id].thing)

        if self.style.facts.has_bibliography:
            return layer.references(self.plan, among)
        return tuple((entry, ()) for entry in self.plan.entries if among(entry))

    def _reference(self, book: Book, rich: Rich, *, notes: bool) -> Cited:
        if notes and self.style.facts.note and not plain(rich):
            rich = self._note(book.entry)
        warnings = (*book.warnings, *self._unprinted(book, plain(rich)))
        return Cited(written(rich, self.format), rich, (book.key,), warnings)

    def _unprinted(self, book: Book, text: str) -> Iterator[CitationWarning]:
        if not text:
            yield CitationWarning("no entry", book.key, f"{self.name} prints no entry for {book}")
            return
        item = book.entry.json
        lost = unprinted(item, text)
        if "container" in lost:
            yield self._told(book, "no container", f"in “{item['container-title']}”")
        if "date" in lost:
            yield self._told(book, "no date", f"of {year_of(item)}")
        elif not book.warnings and is_printed_as_certain(self.style, item):
            yield self._told(book, "no circa", f"of about {year_of(item)}")
        if isinstance(book.thing, Archive) and book.thing.data_version not in text:
            yield self._told(book, "no version", f"version {book.thing.data_version}")

    def _told(self, book: Book, kind: Trouble, what: str) -> CitationWarning:
        return CitationWarning(
            kind, book.key, f"{self.name} prints {kind} of {book}: say in your text that it is {what}"
        )

    def _note(self, entry: Entry) -> Rich:
        """The item as the first note that cites it has it."""
        first = [layer.Cluster((layer.Request(entry),), 1)]
        return layer.citations(layer.planned(self.style, first), first)[0].text


def rendering(document: Document) -> Rendering:
    """Bring a text and its style together.

    Raises:
        UnknownStyle: There is no such style.
        CitationError: There is no such locale, the style is not sound, or a source cannot be printed.
    """
    style = load_style(document.style, document.locale)
    all_ = (*(cite for cluster in document.cites for cite in cluster), *document.also)
    books = shelf((cite.cited for cite in all_), style)
    notes = document.notes or range(1, len(document.cites) + 1)
    clusters = tuple(
        layer.Cluster(tuple(_request(style, books, cite) for cite in cites), note if style.facts.note else None)
        for cites, note in zip(document.cites, notes, strict=True)
    )
    plan = layer.planned(style, clusters, [books.of(cite.cited).entry for cite in document.also])
    given = str(document.style).lstrip()
    name = "the style given as XML" if given.startswith("<") else f"the style {given!r}"
    return Rendering(style, name, document.format, books, document.cites, clusters, plan)


def _request(style: Style, books: Shelf, cite: Cite) -> layer.Request:
    entry, (label, locator), suffix = books.of(cite.cited).entry, cite.where, cite.suffix
    if label != "page" and _is_taken_for_page(style, KitCite(entry, locator=locator, label=label)):
        place = f", {style.term(label, 'short')} {locator}"
        locator, suffix = "", f"{place} {suffix}".rstrip()
    author = "shown" if cite.voice is not None else cite.author  # it is the voice that is shown or hidden
    return layer.Request(entry, locator, label, voices.prefix(style, cite), suffix, author)


def _is_taken_for_page(style: Style, cite: KitCite) -> bool:
    """Whether the style prints a place without saying what it counts, so that a paragraph is read as a page."""
    text = style.citation(cite).text
    return bool(marks.within(text, marks.LOCATOR)) and not marks.within(text, marks.LABEL)
