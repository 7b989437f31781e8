"""What a text cites: clusters of requests, each in a note or in the running text."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from zhanaozen_archive._citing._kit import Entry

_AFTER_SENTENCE = " \u00a0\u202f\"'\u2019\u201d\u00bb"
Author = Literal["shown", "hidden", "only"]


@frozen
class Request:
    """One item cited once.

    Attributes:
        entry: The item.
        locator: Where in it, "" for nowhere in particular.
        label: What the locator counts.
        prefix: Words before the cite.
        suffix: Words after the cite.
        author: "hidden" leaves out the names that the cite begins with, "only" prints nothing else.
    """

    entry: Entry
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    author: Author = "shown"

    @property
    def where(self) -> tuple[str, str] | None:
        """Label and locator, None without locator."""
        return (self.label, self.locator) if self.locator else None

    @property
    def opens(self) -> bool:
        """Whether the cite begins a sentence wherever it stands: its prefix is one."""
        words = self.prefix.rstrip(_AFTER_SENTENCE)
        return words.endswith((".", "!", "?")) and " " in words.strip()

    @property
    def joins(self) -> bool:
        """Whether its prefix brings the punctuation after the cite before."""
        return self.prefix.startswith((",", ".", ";", ":"))


@frozen
class Cluster:
    """What is cited in one place: the parentheses of a sentence, or a note.

    Attributes:
        requests: The cites, in the order given.
        note: Number of the note they stand in, None for the running text.
    """

    requests: tuple[Request, ...]
    note: int | None = None
