"""The pages on how an archive is coded and heard: its codebook and its readings, with the reason of each row."""

from __future__ import annotations

from collections.abc import Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._model.properties import Definition, Disjoint
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Vocabulary
from zhanaozen_archive.sphinx._rst import escaped, fields, heading, table


def codebook_page(archive: Archive) -> Iterator[str]:
    """Every property, every vocabulary, every population, and what is declared to have nothing in common."""
    book = archive.codebook
    yield ".. _za-codebook:"
    yield from heading("The codebook", "=")
    yield "What a claim can be about, and the categories its value and its scope can take."
    yield from heading("Properties", "-")
    for definition in book.definitions:
        yield from heading(escaped(str(definition.property)), "~")
        yield from (escaped(definition.definition), "")
        yield from fields(_facts(definition))
    yield from heading("Vocabularies", "-")
    for vocabulary in book.vocabularies:
        yield from heading(escaped(vocabulary.id), "~")
        yield from (_exclusive(vocabulary), "")
        yield from table(("Id", "Term"), ((f"``{term.id}``", escaped(term.label)) for term in vocabulary.terms))
    yield from heading("Populations", "-")
    rows = ((f"``{p.id}``", escaped(p.label), escaped(str(p.within or ""))) for p in book.populations)
    yield from table(("Id", "Population", "Within"), rows)
    yield from heading("What has nothing in common", "-")
    yield from ("Whoever is counted in one of these is not counted in another.", "")
    yield from table(("These", "Reason"), map(_disjoint, book.disjoint))


def readings_page(archive: Archive) -> Iterator[str]:
    """Every reading, with what it makes of each word."""
    yield ".. _za-readings:"
    yield from heading("The readings", "=")
    yield "A reading is a named convention that turns words into bounds."
    yield "What is in conflict under ``strict`` is in conflict under all of them."
    for reading in archive.readings:
        yield from heading(escaped(reading.label), "-")
        yield from (escaped(reading.because), "")
        yield from fields([("Id", f"``{reading.id}``"), *_hints(reading)])
        rows = ((escaped(w.word), f"{w.low:,}", _ceiling(w.high), escaped(w.because)) for w in reading.words)
        yield from table(("Word", "At least", "At most", "Reason"), rows)


def _facts(definition: Definition) -> Iterator[tuple[str, str]]:
    yield "Id", f"``{definition.property.id}``"
    yield "Values", definition.property.kind
    for name, fact in (
        ("Counted in", definition.unit),
        ("Vocabulary", definition.vocabulary and definition.vocabulary.id),
        ("Says of time or place", definition.role),
        ("Only grows", definition.cumulative),
        ("A part never has more than the whole", definition.parts),
    ):
        if fact:
            yield name, escaped(fact)


def _exclusive(vocabulary: Vocabulary) -> str:
    if vocabulary.exclusive is None:
        return "Several of its terms can be true of one event."
    return f"No two of its terms can be true of one event: {escaped(vocabulary.exclusive)}"


def _disjoint(family: Disjoint) -> tuple[str, str]:
    members = [str(member) for member in (*family.events, *family.populations)]
    return escaped("; ".join(members)), escaped(family.because)


def _hints(reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.properties:
        yield "Only of", ", ".join(f"``{id_}``" for id_ in reading.properties)
    if reading.dates_as_written:
        yield "Dates marked as approximate are taken as written", escaped(reading.dates_as_written)
    for name, hint in (
        ("At least N is below N times", reading.floors),
        ("Up to N is above N divided by", reading.ceilings),
        ("About N is up to N times, and down to N divided by", reading.about),
    ):
        if hint:
            yield name, f"{hint.times}. {escaped(hint.because)}"


def _ceiling(high: int | None) -> str:
    return "none" if high is None else f"{high:,}"
