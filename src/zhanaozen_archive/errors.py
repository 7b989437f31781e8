"""Every error that the library raises on purpose. All of them are an `ArchiveError`, equal when their content is."""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

Code = Literal[
    # files
    "byte-order-mark",
    "link",
    "name-clash",
    "no-archive",
    "no-file",
    "no-sources",
    "not-utf-8",
    "outside-folder",
    "too-large",
    "too-many-files",
    "unknown-file",
    "unreadable",
    # TOML
    "hidden-character",
    "not-toml",
    "too-deep",
    "too-long",
    # JSON Lines
    "incomplete",
    "key-twice",
    "not-json",
    "out-of-order",
    # tables, keys and values
    "invalid-value",
    "missing-key",
    "unknown-key",
    "wrong-type",
    # what records say of one another
    "circular",
    "id-twice",
    "invalid-id",
    "invalid-key",
    "name-twice",
    "outside-strict",
    "retired-id",
    "schema-version",
    "text-twice",
    "unknown-reference",
    # quotations and their places
    "offsets-do-not-fit",
    "outside-text",
    "quotation-too-long",
    "quoted-too-much",
    # original texts
    "no-text",
    "other-text",
    "quotation-lost",
    "quotation-moved",
    "text-reencoded",
    # the report itself
    "too-many-problems",
]
"""The stable names of the kinds of problems, for programs; the page on errors says what each is and what to do."""


class ArchiveError(Exception):
    """Any error that the library raises on purpose."""

    def __eq__(self, other: object) -> bool:
        """Whether both are of one class and say the same."""
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        """Of class and content, as equality is."""
        return hash((type(self), self.args))


class InvalidPeriod(ArchiveError, ValueError):
    """A text is not a date, an interval or a set of dates that the archive can hold.

    Attributes:
        text: What was given.
        problem: What is wrong with it and, where that can be told, what was meant.
    """

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(text, problem)
        self.text = text
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.text!r} is not an EDTF date the archive can hold: {self.problem}"


class InvalidValue(ArchiveError, ValueError):
    """A value cannot be: bounds that cross, an empty span, a number that is none.

    Attributes:
        problem: What is wrong with it.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class NotInArchive(ArchiveError, LookupError):
    """Nothing in the archive has this id or name.

    Attributes:
        kind: What was looked for: "event", "source", "claim", "place", "agent", "property" or "reading".
        identifier: The id or name that was given.
        suggestions: Ids that look like it, the likeliest first.
    """

    def __init__(self, kind: str, identifier: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(kind, identifier, suggestions)
        self.kind = kind
        self.identifier = identifier
        self.suggestions = suggestions

    def __str__(self) -> str:
        hint = " or ".join(repr(s) for s in self.suggestions)
        return f"no {self.kind} {self.identifier!r} in the archive" + (f"; did you mean {hint}?" if hint else "")


class RetiredId(NotInArchive):
    """An id is no longer used, and not one record alone stands in its place.

    Attributes:
        because: Why it was retired.
        suggestions: The ids that stand in its place: several, or none.
    """

    def __init__(self, kind: str, identifier: str, because: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(kind, identifier, suggestions)
        self.args: tuple[Any, ...] = (kind, identifier, because, suggestions)
        self.because = because

    def __str__(self) -> str:
        instead = ", ".join(map(repr, self.suggestions)) or "nothing"
        return f"{self.kind} {self.identifier!r} is retired ({self.because}); in its place: {instead}"


class RetiredIdWarning(UserWarning):
    """An id is no longer used; the one record that stands in its place was given."""


@frozen(order=True)
class Problem:
    """One thing that is wrong with an input."""

    file: str
    """The file, as a path below the folder that was loaded, with `/` between its parts."""
    line: int
    """The line in the file, from 1; 0 where no single line is at fault."""
    where: str
    """The place in the file: the table and the key, or the id."""
    code: Code
    """A stable name of the kind of problem, for programs."""
    message: str
    """What is wrong and, where it can be told, what was meant."""

    def __str__(self) -> str:
        """The problem in one line, its code last: 'events.toml:3: strike: the key 'kind' is missing [missing-key]'."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.where, f"{self.message} [{self.code}]") if part)


class _Problems(ArchiveError, ValueError):
    """Several problems at once, one a line.

    Attributes:
        problems: Everything that is wrong, in the order of files and lines.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class InvalidArchive(_Problems):
    """A folder is not an archive that can be loaded; nothing of it was."""


class TextMismatch(_Problems):
    """Texts at hand are not the ones that were coded, or a quotation does not stand where the archive says."""


class NoText(ArchiveError, LookupError):
    """The words around a claim were asked for, but the archive was loaded without the original texts.

    Attributes:
        source: Key of the document whose text is missing.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source

    def __str__(self) -> str:
        return f"the text of {self.source!r} is not loaded; give its folder: load(texts=…)"


class MissingPackage(ArchiveError, ImportError):
    """Something was asked for that needs a package which is not installed.

    Attributes:
        package: The package.
        extra: The extra of this library that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return f'this needs the package {self.package}: install "zhanaozen-archive[{self.extra}]"'


class CitationError(ArchiveError):
    """A citation could not be made.

    Attributes:
        problem: What is wrong and what to do.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class UnknownStyle(CitationError, LookupError):
    """There is no citation style of this name, or the package that brings it is not installed."""
