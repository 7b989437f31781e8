"""What the detector reports: sets of claims that cannot all be true, each with its proof."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, Literal

from attrs import field, frozen

from zhanaozen_archive._checker import Checker
from zhanaozen_archive._conflicts.telling import graded, told
from zhanaozen_archive._model.background import Background, outwards
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.inequalities import ANY_WEEK, CALENDAR, Certificate
from zhanaozen_archive._model.properties import Codebook, Property
from zhanaozen_archive._model.readings import Reading

Rule = Literal[
    "counts", "parts", "sums", "cumulative", "durations", "dates", "order", "calendar", "places", "terms", "denial"
]
Grade = Literal["certain", "conventional"]
Kind = Literal["conflict", "finding"]


Found = tuple[Rule, tuple[AnyClaim, ...], Callable[[], Certificate]]
"""A conflict before its readings are gathered: the rule, the claims in the order of their ids, and what writes the
proof, which only the first of the readings is asked for."""


@frozen
class Conflict:
    """A smallest set of claims that cannot all be true: without any one of them, the others can."""

    rule: Rule
    claims: tuple[AnyClaim, ...]
    """In the order of their ids."""
    readings: tuple[str, ...]
    """Ids of the readings under which they cannot all be true, `strict` first."""
    certificate: Certificate = field(repr=False)
    """The proof, under the first of the readings."""
    reading: Reading = field(repr=False)
    """The first of the readings."""
    codebook: Codebook = field(repr=False, eq=False)
    """The background that the proof may call upon."""

    @property
    def id(self) -> str:
        """The rule and the ids of the claims; it stays the same as long as those do."""
        return id_of(self.rule, self.claims)

    @property
    def grade(self) -> Grade:
        """`certain` where the strict reading suffices, `conventional` where another convention is needed."""
        return "certain" if self.readings[0] == "strict" else "conventional"

    @property
    def kind(self) -> Kind:
        """`finding` where one sentence contradicts itself: claims of one source with words that overlap or adjoin."""
        return "finding" if self.one_root and self.one_source and self._in_one_breath() else "conflict"

    @property
    def event(self) -> Event:
        """The event that the claims are about; where they are about several, the outermost, or the first by id."""
        return question(self.claims)[0]

    @property
    def one_document(self) -> bool:
        """Whether all the claims stand in one document."""
        return len({claim.document.key for claim in self.claims}) == 1

    @property
    def one_source(self) -> bool:
        """Whether one source carries the words of all the claims."""
        return len({claim.source.key for claim in self.claims}) == 1

    @property
    def one_root(self) -> bool:
        """Whether one voice holds all the claims, so that it contradicts itself."""
        first, *others = self.claims
        return all(first.root.is_same_as(other.root) for other in others)

    @property
    def gap(self) -> int | None:
        """How far apart the claims are, in the unit of what they count or in days; None where nothing is counted."""
        lines = self.certificate.refutation
        open_ended = any(line.because == ANY_WEEK or (line.because == CALENDAR and line.sum) for line in lines)
        return sum(line.least for line in lines) if any(line.sum for line in lines) and not open_ended else None

    @property
    def dissolves_at_percent(self) -> int | None:
        """How far "about" would have to reach, in whole hundredths of the number, for all the claims to be true.

        None where no number is said to be approximate, and where no reach of "about" would help.
        """
        from zhanaozen_archive._conflicts.looseness import percent_needed

        return percent_needed(self.claims, self.codebook, self.reading)

    @property
    def dissolves_at_days(self) -> int | None:
        """How many days approximate or uncertain dates would have to be off for all the claims to be true.

        None where no date is marked so, and where it would not help.
        """
        from zhanaozen_archive._conflicts.looseness import days_needed

        return days_needed(self.claims, self.codebook, self.reading)

    def verify(self) -> bool:
        """Whether the certificate proves the conflict, by a checker that shares no code with the search."""
        checker = Checker(self.claims, Background.of(self.codebook), Hearing.under(self.reading))
        return self.readings[:1] == (self.reading.id,) and checker.accepts(self.certificate)

    @property
    def explanation(self) -> str:
        """In plain words, for print: every claim as it is quoted, and why they cannot all be true.

        How far they are apart is told in the unit of what is counted, and so is how loose "about" would have to be;
        then whether one voice says it all, or one document carries it all.
        """
        return told(self)

    def _in_one_breath(self) -> bool:
        """Whether the words of all the claims stand together, with at most a word's breadth between them."""
        spans = sorted(span for claim in self.claims for span in claim.at)
        return all(after.start - before.end <= BREATH for before, after in pairwise(spans))

    def __str__(self) -> str:
        """The event, the property and the grade, with the readings if it hangs on them; then the explanation."""
        return f"{self.event}, {self.property} ({graded(self)}): {self.explanation}"

    @builtins.property
    def property(self) -> Property[Any]:  # the last, because it hides the decorator of this name
        """The property that the claims on that event are about; of several, the first by id."""
        return question(self.claims)[1]


BREATH = 1
"""The code points between two words."""


def id_of(rule: Rule, claims: Iterable[AnyClaim]) -> str:
    """The id of a conflict."""
    return f"{rule}:{'+'.join(claim.id for claim in claims)}"


def question(claims: Iterable[AnyClaim]) -> tuple[Event, Property[Any]]:
    """What the claims of a conflict are about, by event and property: the outermost event, or else the first by id."""
    first = min(claims, key=lambda claim: (len([*outwards(claim.event)]), claim.event.id, claim.property.id))
    return first.event, first.property
