"""What can be cited, and as what: a source, a claim by the document that carries its words, the archive itself."""

from __future__ import annotations

import unicodedata
from typing import Any, Literal, TypeAlias

from attrs import frozen

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._model.claims import Claim
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import CitationError

Citable: TypeAlias = Source | Claim[Any] | Archive
Author = Literal["shown", "hidden", "only"]
AUTHORS = ("shown", "hidden", "only")
LABELS = (
    "act",
    "appendix",
    "article",
    "article-locator",
    "book",
    "canon",
    "chapter",
    "column",
    "elocation",
    "equation",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "opus",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "sub-verbo",
    "supplement",
    "surface",
    "table",
    "timestamp",
    "title",
    "title-locator",
    "verse",
    "version",
    "volume",
)
"""What a locator can count, as CSL 1.0.2 names it."""


_UNPRINTABLE = ("Cc", "Co", "Cs")


@frozen
class Cite:
    """One thing cited, with where in it and with words around it.

    Raises:
        CitationError: `label` or `author` is none of those there are, or words hold what cannot be printed.
    """

    of: Citable
    locator: str | None = None
    """Where in it: "41". None is the paragraph of a claim, and no place of anything else; "" is no place."""
    label: str = "page"
    """What the locator counts: one of the locators of CSL, such as "page", "paragraph" or "timestamp"."""
    prefix: str = ""
    """Words before it: "see"."""
    suffix: str = ""
    """Words after it."""
    author: Author = "shown"
    """`hidden` leaves out the name it begins with, for a sentence that gives it; `only` gives nothing else."""

    def __attrs_post_init__(self) -> None:
        _check("label", self.label, LABELS)
        _check("author", self.author, AUTHORS)
        for name, words in (("locator", self.locator or ""), ("prefix", self.prefix), ("suffix", self.suffix)):
            _check_characters(name, words)

    @property
    def cited(self) -> Source | Archive:
        """What is cited: of a claim, the source that carries its words and stands by itself."""
        return standing(self.of.source) if isinstance(self.of, Claim) else self.of

    @property
    def voice(self) -> Agent | None:
        """Who holds a claim, where that is another than who speaks in what is cited, and is known."""
        if not isinstance(self.of, Claim):
            return None
        root = self.of.root
        nameless = root.kind == "unknown" or not str(root).strip()
        return None if nameless or root.is_same_as(standing(self.of.source).voice) else root

    @property
    def where(self) -> tuple[str, str]:
        """Label and locator; the locator is "" where there is none."""
        if self.locator is not None or not isinstance(self.of, Claim):
            return self.label, self.locator or ""
        return "paragraph", str(self.of.paragraph or "")


def standing(source: Source) -> Source:
    """The source, or the nearest around it that no other reports."""
    while source.part_of is not None and not source.stands_alone:
        source = source.part_of
    return source


def _check_characters(name: str, words: str) -> None:
    for character in words:
        if unicodedata.category(character) in _UNPRINTABLE:
            raise CitationError(f"the {name} holds U+{ord(character):04X}, which cannot be printed")


def _check(name: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise CitationError(f"unknown {name} {word!r}; it is one of {', '.join(known)}")
