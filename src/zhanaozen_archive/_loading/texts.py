"""The original texts, which the archive describes and does not hold: proving quotations by them, and binding them."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Literal

from attrs import evolve, frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._loading.finding import nearest, written_otherwise
from zhanaozen_archive._loading.report import MOST, shown, too_many
from zhanaozen_archive._loading.safely import LARGEST_TEXT, Refused, read
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Original, Source, Span
from zhanaozen_archive.errors import Code, Problem, TextMismatch

Status = Literal["exact", "re-encoded", "different", "unread"]


@frozen
class ComparedText:
    """What a comparison found of one text."""

    source: str
    """Key of the document."""
    file: str
    """Name of the file."""
    status: Status
    """`exact`: the bytes that were coded; `re-encoded`: the same characters, written out otherwise; `different`: not
    the text that was coded; `unread`: missing, or not to be read."""
    changes: tuple[str, ...] = ()
    """Of a text that is re-encoded, each change in words that follow "it": "ends its lines with CRLF"."""


@frozen
class Verification:
    """What a comparison of the archive with the original texts found."""

    texts: int
    """Texts whose bytes are the ones that were coded."""
    quotations: int
    """Quotations that stand, to the letter, where the archive says; in a re-encoded text, once that is undone."""
    places: int
    """Claims that give their place alone, without words to compare."""
    problems: tuple[Problem, ...]
    """Every text and quotation that is not as it was coded; of very many, the first, and how many more there are."""
    compared: tuple[ComparedText, ...] = ()
    """Every text that the archive describes."""


def verify(archive: Archive, texts: str | PathLike[str]) -> Verification:
    """Compare every text and every quotation with the originals.

    Args:
        archive: The archive to prove.
        texts: The folder that holds the original texts, under the names of `Original.file`. Nothing outside it is read.
    """
    return _verified(archive, Path(texts))[0]


def bound(archive: Archive, texts: str | PathLike[str]) -> Archive:
    """The archive with the original texts in its documents, so that claims can show the words around them.

    Raises:
        TextMismatch: A text is missing, or is not the one that was coded.
    """
    verification, contents = _verified(archive, Path(texts))
    if verification.problems:
        raise TextMismatch(verification.problems)
    made: dict[str, Source] = {}
    for source in sorted(archive.sources(), key=lambda s: len(s.path)):
        original = source.original and evolve(source.original, content=contents[source.key])
        around = source.part_of and made[source.part_of.key]
        made[source.key] = evolve(source, original=original, part_of=around)
    claims = tuple(evolve(claim, source=made[claim.source.key]) for claim in archive.claims())
    return evolve(archive, sources=tuple(made[source.key] for source in archive.sources()), claims=claims)


def _verified(archive: Archive, folder: Path) -> tuple[Verification, dict[str, str]]:
    """What was found, and the texts by the keys of their documents: what is bound is what was compared."""
    documents = {d.key: (d, d.original) for d in archive.sources() if d.original is not None}
    coded = {original.sha256: original.file for _, original in documents.values()}
    found = [_read(folder, document, original, coded) for document, original in documents.values()]
    contents = {text.compared.source: text.text for text in found if text.text is not None}
    quoting = [claim for claim in archive.claims() if claim.words and claim.document.key in contents]
    misplaced = [place for claim in quoting for place in _misplaced(claim, contents[claim.document.key])]
    problems = [text.problem for text in found if text.problem]
    problems += [_moved(*place, contents[place[0].document.key]) for place in misplaced[:MOST]]
    untold = len(problems[MOST:]) + len(misplaced[MOST:])
    return Verification(
        sum(text.problem is None for text in found),
        sum(len(claim.words) for claim in quoting) - len(misplaced),
        sum(not claim.words for claim in archive.claims()),
        (*sorted(problems[:MOST]), *too_many(untold)),
        tuple(text.compared for text in found),
    ), contents


@frozen
class _Found:
    """What a file turned out to be, its text if it can be had, and what is wrong with it."""

    compared: ComparedText
    text: str | None
    problem: Problem | None = None


def _read(folder: Path, document: Source, original: Original, coded: dict[str, str]) -> _Found:
    """Compare one text; `coded` has the file of every text by its digest."""
    from hashlib import sha256

    from zhanaozen_archive._loading.recoding import recovered

    def found(status: Status, text: str | None, code: Code, message: str, changes: tuple[str, ...] = ()) -> _Found:
        compared = ComparedText(document.key, original.file, status, changes)
        return _Found(compared, text, Problem(original.file, 0, document.key, code, message))

    try:
        content = read(folder, original.file, LARGEST_TEXT)
    except Refused as error:
        return found("unread", None, "no-text" if error.code == "unreadable" else error.code, error.message)
    digest, (text, broken) = sha256(content).hexdigest(), _decoded(content)
    if text is not None and (digest, len(text)) == (original.sha256, original.length):
        return _Found(ComparedText(document.key, original.file, "exact"), text)
    if digest in coded and digest != original.sha256:
        return found("different", text, "other-text", f"this is the text of {coded[digest]!r}")
    if again := recovered(content, original):
        message = f"the text that was coded, written out otherwise: it {', '.join(again[1])}"
        return found("re-encoded", again[0], "text-reencoded", message, again[1])
    if text is None:
        message = f"byte {broken} is not UTF-8, so this is not the text that was coded"
        return found("different", None, "not-utf-8", message)
    told = f"not the text that was coded: it has {len(text)} code points and SHA-256 {digest[:12]}…, "
    return found("different", text, "other-text", f"{told}not {original.length} and {original.sha256[:12]}…")


def _decoded(content: bytes) -> tuple[str | None, int]:
    """The text or, where it is not UTF-8, the number of the first byte that is not."""
    try:
        return content.decode(), 0
    except UnicodeDecodeError as error:
        return None, error.start


def _misplaced(claim: AnyClaim, text: str) -> Iterator[tuple[AnyClaim, str, Span]]:
    """The quotations of a claim that do not stand at their places, each with its place."""
    for words, span in zip(claim.words, claim.at, strict=False):
        if text[span.start : span.end] != words:
            yield claim, words, span


def _moved(claim: AnyClaim, words: str, span: Span, text: str) -> Problem:
    """Where the words of a misplaced quotation are now."""
    original = claim.document.original
    elsewhere = nearest(text, words, span.start)
    told = f"found at {elsewhere} instead" if elsewhere is not None else _lost(text, words)
    here = f"{span.start} to {span.end}, where the text has {shown(text[span.start : span.end])}"
    code: Code = "quotation-lost" if elsewhere is None else "quotation-moved"
    return Problem(original.file if original else "", 0, claim.id, code, f"“{words}” is not at {here}; {told}")


def _lost(text: str, words: str) -> str:
    """That the words are not there, or are but for how they are written."""
    for start, end, differing in written_otherwise(text, words):
        return f"found nowhere to the letter, but at {start} to {end} with a difference in {' and '.join(differing)}"
    return "found nowhere"
