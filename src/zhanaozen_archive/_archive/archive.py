"""The one object that users hold: what its claims leave open, and which of them cannot all be true."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from attrs import frozen

from zhanaozen_archive._archive.holdings import resolved
from zhanaozen_archive._archive.hull import Bounds, count_bounds
from zhanaozen_archive._archive.searching import Searchable
from zhanaozen_archive._archive.tables import Row, claim_row, event_row, source_row
from zhanaozen_archive._model.claims import AnyClaim, Claim, Scope
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Count

if TYPE_CHECKING:
    from zhanaozen_archive._conflicts import Comparison, Conflict, Dispute, Grade, Position, Revision, Search
    from zhanaozen_archive._releases.diff import Difference

T = TypeVar("T")
STRICT = Reading("strict", "strict", "Words and numbers as they stand.")
"""What an archive without readings is heard under."""
Table = Literal["claims", "sources", "events"]
TABLES: tuple[Table, ...] = get_args(Table)
SCHEMA_VERSION = 1
"""Version of the seeds' format and of the JSON that the command line writes."""


@frozen(repr=False, slots=False)
class Archive(Searchable):
    """Everything that was loaded: events, sources, claims, and the vocabulary they share. It never changes.

    A method in the singular looks one thing up by its id or one of its names. A method in the plural searches and
    gives a tuple in a stable order: events, places and agents by id; sources by key, each document before its voices;
    claims by document and then by place in its text. Where a record is asked for, its id or one of its names does as
    well; one that the archive has not raises `NotInArchive`, with what looks like it.
    """

    # --- what the claims leave open

    def bounds(self, event: Event | str, of: Property[Count] | str, scope: Scope | None = None) -> Bounds[int]:
        """The least and the greatest number that some consistent set of claims allows, with the claims that set them.

        Args:
            event: The event; claims about its parts are not counted in.
            of: A property whose values are counts.
            scope: Only claims of just this scope; None is the event as a whole.
        """
        return count_bounds(self._asserted(event, of, scope))

    def support(self, event: Event | str, of: Property[T] | str, scope: Scope | None = None) -> tuple[Position[T], ...]:
        """Each value that is asserted, with its claims and the independent voices that hold it.

        Args:
            event: The event; claims about its parts are not counted in.
            of: The property.
            scope: Only claims of just this scope; None is the event as a whole.
        """
        from zhanaozen_archive._conflicts import positions

        return positions(self._asserted(event, of, scope))

    # --- conflicts

    def conflicts(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
        grade: Grade | None = None,
    ) -> tuple[Conflict, ...]:
        """The smallest sets of claims that cannot all be true, by event and property.

        Where there are more than 10,000 between the same questions they are counted, and the one whose claims are
        furthest apart stands for all: `disputes` has their number, and `each_conflict` every one.

        Args:
            about: An event; conflicts in which a claim about it or one of its parts takes part.
            of: A property; conflicts in which a claim on it takes part.
            reading: Those that arise under this reading.
            grade: "certain", where the strict reading suffices, or "conventional", where another is needed.
        """
        asked = self._asks_of(about, of)
        heard = resolved(reading, self._reading_index)
        return tuple(
            conflict
            for conflict in self._conflict_search.conflicts
            if asked(conflict.claims)
            and (heard is None or heard.id in conflict.readings)
            and (grade is None or conflict.grade == grade)
        )

    @builtins.property  # a method here is called `property`
    def conflicts_are_complete(self) -> bool:
        """Whether every conflict was found, listed or counted; False where the search was cut short."""
        return self._conflict_search.complete

    def each_conflict(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
    ) -> Iterator[Conflict]:
        """Every conflict under one reading, lazily and however many there are, in no promised order.

        Args:
            about: An event; conflicts in which a claim about it or one of its parts takes part.
            of: A property; conflicts in which a claim on it takes part.
            reading: The reading; None is `strict`.
        """
        from zhanaozen_archive._conflicts import each_conflict

        asked = self._asks_of(about, of)
        heard = resolved(reading, self._reading_index) or self._readings[0]
        return each_conflict(self._current(self._claims), self.codebook, heard, asked)

    def disputes(
        self,
        *,
        about: Event | str | None = None,
        of: Property[Any] | str | None = None,
        reading: Reading | str | None = None,
        grade: Grade | None = None,
    ) -> tuple[Dispute, ...]:
        """The conflicts gathered by event and property, with what all claims on these say.

        The arguments are those of `conflicts`. A conflict on several events is gathered with the outermost of them.
        """
        from zhanaozen_archive._conflicts import disputes_of

        found, asked = self._conflict_search, self._asks_of(about, of)
        heard = resolved(reading, self._reading_index)
        crowds = (c for c in found.crowds_under(heard.id if heard else None, grade) if asked(c.widest.claims))
        conflicts = self.conflicts(about=about, of=of, reading=reading, grade=grade)
        return tuple(disputes_of(conflicts, crowds, found.sizes, self._answers))

    def compare(self, a: AnyClaim | str, b: AnyClaim | str, *, reading: Reading | str | None = None) -> Comparison:
        """How two claims stand to each other: in conflict, compatible, one revised by the other, or incomparable.

        Args:
            a: A claim or its id.
            b: Another.
            reading: The reading to hear them under; None is `strict`.
        """
        from zhanaozen_archive._conflicts import compare

        one, other = (resolved(claim, self._claim_index) for claim in (a, b))
        return compare(one, other, self.codebook, resolved(reading, self._reading_index) or self._readings[0])

    def revisions(
        self, *, about: Event | str | None = None, of: Property[Any] | str | None = None
    ) -> tuple[Revision, ...]:
        """What later words replaced: revised by their own account, or overtaken by a count that can only grow.

        Args:
            about: An event; revisions in which a claim about it or one of its parts takes part.
            of: A property; revisions in which a claim on it takes part.
        """
        from zhanaozen_archive._conflicts import revisions

        asked = {claim.id for claim in self._candidates(about, of)}
        found = revisions(self._claims, self.codebook, self._readings[0])
        return tuple(revision for revision in found if not asked.isdisjoint((revision.earlier.id, revision.later.id)))

    def worlds(
        self, event: Event | str, of: Property[T] | str, scope: Scope | None = None, *, limit: int = 10_000
    ) -> Iterator[tuple[Claim[T], ...]]:
        """The largest sets of claims on one question that can be true together under the strict reading, lazily.

        Args:
            event: The event.
            of: The property.
            scope: Only claims of just this scope; None is the event as a whole.
            limit: How many sets to try at the most; what lies beyond is left out.
        """
        from zhanaozen_archive._conflicts import Budget, search, worlds

        claims = tuple(self._asserted(event, of, scope))
        rivals = search(claims, self.codebook, self._readings[:1]).conflicts
        return worlds(claims, (frozenset(c.id for c in rival.claims) for rival in rivals), Budget(limit))

    def sensitivity(self) -> tuple[tuple[Conflict, tuple[str, ...]], ...]:
        """The conflicts that hang on the reading, each with the ids of the readings under which it vanishes."""
        ids = tuple(reading.id for reading in self._readings)
        missing = ((c, tuple(id_ for id_ in ids if id_ not in c.readings)) for c in self._conflict_search.conflicts)
        return tuple((conflict, absent) for conflict, absent in missing if absent)

    # --- others

    def overlay(self, other: Archive) -> Archive:
        """This archive with another laid over it: its records are added, or stand in the place of those of the same id.

        Neither is changed; `diff` tells what the other one brings. A claim that the other does not have stays as it is,
        so that one claim can be corrected, or a document added, in a small archive of one's own.

        Args:
            other: The archive to lay over this one. Its title and version are joined to those of this one.

        Raises:
            InvalidArchive: The two cannot be one: a name would lead to two records, something would lie within itself,
                or a claim would have a value of another kind than its property takes.
        """
        from zhanaozen_archive._archive.overlay import overlaid

        return Archive(**overlaid(self, other))

    # --- releases

    def diff(self, older: Archive) -> Difference:
        """What changed from an older release of the archive to this one: records, their fields, and conflicts.

        Args:
            older: The older release.
        """
        from zhanaozen_archive._releases.diff import Difference, Release, changes

        before, after = ({c.id: c for c in held.conflicts()} for held in (older, self))
        return Difference(
            Release(older.data_version, older.digest),
            Release(self.data_version, self.digest),
            tuple(changes(older._described(), self._described(), self._tombstones)),
            tuple(conflict for id_, conflict in after.items() if id_ not in before),
            tuple(conflict for id_, conflict in before.items() if id_ not in after),
        )

    # --- as plain data

    def table(self, name: Table) -> list[Row]:
        """The records as flat rows of text, whole numbers and None, as pandas and polars take them.

        A column can be empty far down: ask polars to look at all rows, `DataFrame(rows, infer_schema_length=None)`.

        Args:
            name: "claims", "sources" or "events".
        """
        if name == "claims":
            return [claim_row(claim) for claim in self._claims]
        if name == "sources":
            return [source_row(source) for source in self._sources]
        if name == "events":
            return [event_row(event) for event in self._events]
        raise ValueError(f"there is no table {name!r}; there are {', '.join(TABLES)}")

    # --- from within

    @cached_property
    def _conflict_search(self) -> Search:
        from zhanaozen_archive._conflicts import search

        return search(self._current(self._claims), self.codebook, self._readings)

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        """The readings, `strict` first."""
        return self.readings or (STRICT,)

    def _answers(self, question: tuple[Event, Property[Any]]) -> list[AnyClaim]:
        """The claims that can be in conflict about an event and property."""
        return [claim for claim in self._current(self._by_event_and_property[question]) if claim.can_conflict]

    def _asks_of(
        self, about: Event | str | None, of: Property[Any] | str | None
    ) -> Callable[[Iterable[AnyClaim]], bool]:
        """Whether a conflict of such claims is asked for."""
        whole = None if about is None else resolved(about, self._event_index)
        key = self._property_index[of] if isinstance(of, str) else of

        def asked(claims: Iterable[AnyClaim]) -> bool:
            events = whole is None or any(claim.event.is_part_of(whole) for claim in claims)
            return events and (key is None or any(claim.property == key for claim in claims))

        return asked
