"""What reading sources and reading claims have in common: one document, what it may refer to, where problems go."""

from __future__ import annotations

from attrs import frozen

from zhanaozen_archive._loading.report import Path, Report, unknown
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._loading.typed import Document
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive.errors import InvalidPeriod

_NOBODY = Agent("", ("",), "unknown")
"""Stands where an unknown agent was named, so that the rest can be checked."""


@frozen
class Reader:
    """Reads one document; what is wrong goes into the report."""

    document: Document
    known: Shared
    report: Report

    def note(self, path: Path, code: str, message: str) -> None:
        """Put a problem of this document into the report."""
        self.report.add(self.document.file, path, code, message)

    def agent(self, path: Path, id_: str) -> Agent:
        """The agent of this id."""
        if id_ not in self.known.agents:
            self.note(path, "unknown-reference", unknown("agent", id_, self.known.agents))
        return self.known.agents.get(id_, _NOBODY)

    def period(self, path: Path, text: str | None) -> Period | None:
        """The date of this EDTF text."""
        try:
            return None if text is None else Period.parse(text)
        except InvalidPeriod as error:
            self.note(path, "invalid-value", str(error))
            return None
