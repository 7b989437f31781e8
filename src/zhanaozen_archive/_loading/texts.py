"""The original texts, which the archive describes and does not hold: proving quotations by them, and binding them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Original, Source
from zhanaozen_archive.errors import Problem, TextMismatch


@frozen
class Verification:
    """What a comparison of the archive with the original texts found."""

    texts: int
    """Texts whose bytes are the ones that were coded."""
    quotations: int
    """Quotations that stand, to the letter, where the archive says."""
    places: int
    """Claims that give their place alone, without words to compare."""
    problems: tuple[Problem, ...]
    """Every text and quotation that is not as it was coded."""


def verify(archive: Archive, texts: str | PathLike[str]) -> Verification:
    """Compare every text and every quotation with the originals.

    Args:
        archive: The archive to prove.
        texts: The folder that holds the original texts, under the names of `Original.file`.
    """
    return _verified(archive, Path(texts))[0]


def bound(archive: Archive, texts: Path) -> Archive:
    """The archive with the original texts in its documents, so that claims can show the words around them.

    Raises:
        TextMismatch: A text is missing, or is not the one that was coded.
    """
    verification, contents = _verified(archive, texts)
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
    found, problems, exact = 0, [], 0
    contents: dict[str, str] = {}
    for document in archive.sources():
        if (original := document.original) is None:
            continue
        content, told = _read(folder, document, original)
        problems += told
        exact += not told
        if content is not None:
            contents[document.key] = content
            for claim in archive.claims(via=document):
                wrong = list(_misplaced(claim, content, original))
                problems += wrong
                found += len(claim.words) - len(wrong)
    places = sum(not claim.words for claim in archive.claims())
    return Verification(exact, found, places, tuple(sorted(problems))), contents


def _read(folder: Path, document: Source, original: Original) -> tuple[str | None, list[Problem]]:
    """The text of a document, if it can be had, and what is wrong with it."""

    def problem(code: str, message: str) -> list[Problem]:
        return [Problem(original.file, 0, document.key, code, message)]

    try:
        content = (folder / original.file).read_bytes()
        text = content.decode()
    except UnicodeDecodeError as error:
        return None, problem("not-utf-8", f"byte {error.start} is not UTF-8, so this is not the text that was coded")
    except OSError as error:
        return None, problem("no-text", f"cannot be read: {error.strerror}")
    from hashlib import sha256

    digest = sha256(content).hexdigest()
    if (digest, len(text)) == (original.sha256, original.length):
        return text, []
    told = f"not the text that was coded: it has {len(text)} code points and SHA-256 {digest[:12]}…, "
    return text, problem("other-text", f"{told}not {original.length} and {original.sha256[:12]}…")


def _misplaced(claim: AnyClaim, text: str, original: Original) -> Iterator[Problem]:
    """A problem for each quotation that does not stand at its place."""
    for words, span in zip(claim.words, claim.at, strict=False):
        stands = text[span.start : span.end]
        if stands == words:
            continue
        elsewhere = _nearest(text, words, span.start)
        told = "found nowhere" if elsewhere is None else f"found at {elsewhere} instead"
        message = f"“{words}” is not at {span.start} to {span.end}, where the text has {stands!r}; {told}"
        yield Problem(original.file, 0, claim.id, "quotation-lost" if elsewhere is None else "quotation-moved", message)


def _nearest(text: str, words: str, to: int) -> int | None:
    """Where the words stand, nearest to where they should."""
    places = (match.start() for match in re.finditer(f"(?={re.escape(words)})", text))
    return min(places, key=lambda place: abs(place - to), default=None)
