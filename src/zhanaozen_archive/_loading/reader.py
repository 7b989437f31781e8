"""What reading sources and reading claims have in common: one document, what it may refer to, where problems go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar

from attrs import frozen

from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import Message, Report, unknown
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._loading.typed import Document
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Span
from zhanaozen_archive._model.values import LARGEST
from zhanaozen_archive.errors import Code, InvalidPeriod

T = TypeVar("T")
_NOBODY = Agent("", ("",), "unknown")
"""Stands where an unknown agent was named, so that the rest can be checked."""


@frozen(eq=False, repr=False)
class Reader:
    """Reads one document; what is wrong goes into the report."""

    document: Document
    known: Shared
    report: Report

    @property
    def length(self) -> int:
        """Length of the text in code points; one that cannot be forbids nothing."""
        length = self.document.text.length
        return length if length > 0 else LARGEST

    def note(self, path: Path, code: Code, message: Message) -> None:
        """Put a problem of this document into the report."""
        self.report.add(self.document.file, path, code, message)

    def is_unread(self, path: Path) -> bool:
        """Whether the value at a place could not be read, which is in the report already."""
        return self.report.is_unread(self.document.file, path)

    def found(self, path: Path, what: str, id_: str | None, among: Mapping[str, T]) -> T | None:
        """What the id stands for; None where none is given, or none that there is."""
        if id_ is not None and id_ not in among:
            self.report.add_unknown(self.document.file, path, what, partial(unknown, what, id_, among))
        return None if id_ is None else among.get(id_)

    def agent(self, path: Path, id_: str) -> Agent:
        """The agent of this id."""
        return self.found(path, "agent", id_, self.known.agents) or _NOBODY

    def period(self, path: Path, text: str | None) -> Period | None:
        """The date of this EDTF text."""
        try:
            return None if text is None else Period.parse(text)
        except InvalidPeriod as error:
            self.note(path, "invalid-value", str(error))
            return None

    def check_inside(self, path: Path, spans: Iterable[Span]) -> None:
        """Report stretches that are not in the text."""
        for span in spans:
            if span.end > self.length:
                message = (
                    f"{span.start} to {span.end} runs past the end of the text, which has {self.length} code points"
                )
                self.note(path, "outside-text", message)
