"""What one rendering is given, what it keeps in mind, and what it tells at the end."""

from __future__ import annotations

from typing import Literal

from attrs import define, field, frozen

from zhanaozen_archive._citing._kit.cases import capitalize_first
from zhanaozen_archive._citing._kit.entries import Entry
from zhanaozen_archive._citing._kit.people import Person
from zhanaozen_archive.errors import CitationError

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]
Area = Literal["citation", "bibliography"]
MOST_CALLS = 20_000
"""Macros and conditions of one rendering; the longest styles need some hundreds."""
MOST_PRINTED = 4 * 2**20
"""Characters of one rendering, each time they are put into an element counted again."""
_OF_ELEMENT = 10
"""Characters that an element counts as, for one that prints nothing takes time too."""


@frozen
class Disambiguation:
    """What is added to a cite so that it means one item only.

    Attributes:
        names: How many names each set of names shows at least, in the order they are rendered.
        given: How much of each name of each set is given: 0 as the style says, 1 with initials, 2 with given names.
        condition: Whether tests of `disambiguate` hold.
        year_suffix: The letter behind the year, "" for none.
    """

    names: tuple[int, ...] = ()
    given: tuple[tuple[int, ...], ...] = ()
    condition: bool = False
    year_suffix: str = ""


@frozen
class Cite:
    """One item to be rendered at one place of a text.

    Attributes:
        entry: The item.
        locator: Where in it, "" for nowhere; `label` says what the locator counts.
        label: Name of the locator's term: page, paragraph, chapter.
        prefix: Words before it.
        suffix: Words after it.
        position: How it stands to the cites before it.
        near_note: Whether it was cited not many notes before.
        first_note: Number of the note that cites it first, where known.
        number: Its number in the list of references.
        disambiguation: What is added to tell it from others.
        author: "hidden" leaves out the first names of the cite.
        opens: Whether it begins a sentence, so that a term it begins with has a capital: "Ibid."
    """

    entry: Entry
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    position: Position = "first"
    near_note: bool = False
    first_note: int | None = None
    number: int = 1
    disambiguation: Disambiguation = Disambiguation()
    author: Literal["shown", "hidden"] = "shown"
    opens: bool = False


@frozen
class NameSet:
    """Names as they were rendered: those of one variable.

    Attributes:
        variable: The variable.
        persons: All its names.
        shown: How many of them were printed.
        form: "long", "short" or "count".
        initials: Whether given names become initials.
    """

    variable: str
    persons: tuple[Person, ...]
    shown: int
    form: str = "long"
    initials: bool = False


@frozen
class Rendering:
    """A rendered cite or entry.

    Attributes:
        text: Marked text.
        name_sets: The names in it, in the order rendered.
        called: The variables printed.
        called_condition: Whether a condition tested `disambiguate`.
        called_suffix: Whether there is a place for the letter behind the year.
    """

    text: str
    name_sets: tuple[NameSet, ...]
    called: frozenset[str]
    called_condition: bool
    called_suffix: bool


@define
class Run:
    """A rendering under way. Everything that changes while a style renders is here, nothing in the style."""

    cite: Cite
    area: Area
    english: bool
    sorting: bool = False
    entry: Entry = field(init=False)
    called: int = 0
    """Variables asked for so far."""
    filled: int = 0
    """Variables, groups and macros that printed something so far."""
    printed: list[str] = field(factory=list)
    suppressed: set[str] = field(factory=set)
    """Variables that a substitute has printed in the place of names."""
    substituting: int = 0
    """How deep it is in substitutes."""
    name_sets: list[NameSet] = field(factory=list)
    names_begun: bool = False
    suffix_due: bool = False
    """Whether the letter of the year is still to be printed behind the first year."""
    called_condition: bool = False
    called_suffix: bool = False
    opens: bool = False
    """Whether the next term is the first thing printed, and is to begin with a capital."""
    calls: int = 0
    room: int = MOST_PRINTED
    """Characters that may still be printed."""

    def __attrs_post_init__(self) -> None:
        self.entry = self.cite.entry
        self.opens = self.cite.opens

    def count_call(self) -> None:
        """Count the call of a macro or condition.

        Raises:
            CitationError: There have been too many: the style is made to run for ever.
        """
        self.calls += 1
        if self.calls > MOST_CALLS:
            raise CitationError(f"the style calls more than {MOST_CALLS:,} macros and conditions for one item")

    def count_text(self, text: str) -> None:
        """Count an element and what it printed.

        Raises:
            CitationError: It is too much: the style is made to run for ever or to fill the memory.
        """
        self.room -= _OF_ELEMENT + len(text)
        if self.room < 0:
            raise CitationError(
                f"the style prints more than {MOST_PRINTED:,} characters for one item, an element counted as ten"
            )

    def text(self, variable: str) -> str:
        """A text of the item, counted as called, and as filled where there is one that is not suppressed."""
        self.called += 1
        if variable in self.suppressed:
            return ""
        text = self.entry.text(variable)
        if text:
            self.print(variable)
        return text

    def print(self, variable: str) -> None:
        """Count a variable as printed."""
        self.filled += 1
        self.printed.append(variable)

    def opened(self, text: str) -> str:
        """The first term printed, with a capital."""
        self.opens = self.opens and not text
        return capitalize_first(text)

    def rendering(self, text: str) -> Rendering:
        """The result."""
        return Rendering(
            text, tuple(self.name_sets), frozenset(self.printed), self.called_condition, self.called_suffix
        )
