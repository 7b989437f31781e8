"""Dates, intervals and sets of dates of uncertain precision."""

from __future__ import annotations

from math import inf
from typing import Literal, Never, final

import attrs

from zhanaozen_archive._model import _edtf
from zhanaozen_archive._model._edtf_problems import problem_of
from zhanaozen_archive._model._edtf_words import period_words
from zhanaozen_archive._model._period_days import days, ends, high, low, must_meet
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.spans import meet, within
from zhanaozen_archive._model.verdict import Verdict
from zhanaozen_archive.errors import InvalidPeriod

__all__ = ["Day", "Edge", "Kind", "Period", "Verdict"]

Kind = Literal["date", "interval", "one_of", "all_of"]
"""What a period is: one date, an interval between two, or a set of dates."""

_LONGEST = 200
_SHOWN = 40


@final
@attrs.frozen(init=False, repr=False)
class Period:
    """A date, an interval or a set of dates, as far as it is known.

    It is written in the Extended Date/Time Format (EDTF, ISO 8601-2:2019): levels 0 and 1 but for seasons,
    and of level 2 sets, digits not specified (`156X-12-25`) and marks on a part (`2011-~12-16`).
    `Period.parse` is the only way to make one. Two are equal if their texts are.

    The marks `~` (approximate), `?` (uncertain) and `%` (both) change no bound: how far "about" reaches is a
    convention, and no convention is taken here.

    Attributes:
        text: The EDTF text, exactly as it was given.
        kind: Whether it is one date, an interval, a set of which one is meant, or a set of which all are.
        earliest: First day that the text allows, or the edge that stands in its place.
        latest: Last day that the text allows, or the edge that stands in its place.
        members: Dates and intervals of a set, in the order written, with a range `a..b` as the interval
            `a/b`; empty for a date or an interval.
    """

    text: str
    kind: Kind = attrs.field(eq=False)
    earliest: Day | Edge = attrs.field(eq=False)
    latest: Day | Edge = attrs.field(eq=False)
    members: tuple[Period, ...] = attrs.field(eq=False)
    _edges: tuple[Period | Edge, Period | Edge] | None = attrs.field(eq=False)

    def __init__(self, *_given: Never) -> None:
        """Refuse to make a period from its parts.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a period is made from its text: use Period.parse(text)")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an EDTF text.

        Raises:
            InvalidPeriod: The text is none, or one that the archive does not take: seasons and other groups
                of months, years with an exponent, significant digits, more than 200 characters.
            TypeError: It is no text at all.
        """
        if not isinstance(text, str):
            raise TypeError(f"an EDTF text is a str, not {type(text).__name__}")
        if len(text) > _LONGEST:
            start = f"{text[:_SHOWN]}…"
            raise InvalidPeriod(start, f"it has {len(text)} characters, more than the {_LONGEST} that are read")
        try:
            return _read(text)
        except InvalidPeriod as error:
            if error.text == text:
                raise
            raise InvalidPeriod(text, f"{error.text!r}: {error.problem}") from None

    def __str__(self) -> str:
        """Give the EDTF text, exactly as it was given."""
        return self.text

    def __repr__(self) -> str:
        return f"Period.parse({self.text!r})"

    @property
    def start(self) -> Period | Edge:
        """Start of an interval; the period itself for a date or a set."""
        return self._edges[0] if self._edges else self

    @property
    def end(self) -> Period | Edge:
        """End of an interval; the period itself for a date or a set."""
        return self._edges[1] if self._edges else self

    @property
    def approximate(self) -> bool:
        """Whether any part is marked as approximate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked as uncertain (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    def spans(self) -> tuple[tuple[int | None, int | None], ...]:
        """Find all days that the text allows, as first and last ordinal of each unbroken stretch, in order.

        For a set these are the days of all its members, for an interval those from its earliest start to its
        latest end. None stands where there is no bound. Computed anew at each call: most texts give one span,
        `XXXX-XX-16` gives 120,000.
        """
        return tuple(
            (None if first == -inf else int(first), None if last == inf else int(last)) for first, last in days(self)
        )

    def contains(self, other: Period) -> Verdict:
        """Tell whether `other` falls within the days that this text allows.

        YES if all days that `other` allows are among them, NO if none is, else MAYBE. An edge that is not
        known leaves open what is allowed, so that it never gives YES.
        """
        mine, others = days(self), days(other)
        if not meet(mine, others):
            return Verdict.NO
        known = Edge.UNKNOWN not in (self.earliest, self.latest)
        return Verdict.YES if known and within(others, mine) else Verdict.MAYBE

    def overlaps(self, other: Period) -> Verdict:
        """Tell whether the two share a day.

        A date is taken to be one day among those its text allows, an interval to last from its start to its
        end. YES if they share a day wherever these lie, NO if no day is allowed by both texts, else MAYBE.
        """
        if not meet(days(self), days(other)):
            return Verdict.NO
        return Verdict.YES if must_meet(self, other) else Verdict.MAYBE

    def before(self, other: Period) -> Verdict:
        """Tell whether the last day of this period is before the first day of `other`.

        A date is taken to be one day among those its text allows. YES if it is so wherever these days lie, NO
        if it is so nowhere, else MAYBE. What is open at its end is before nothing.
        """
        (_, last), (first, _) = ends(self), ends(other)
        if last[1] < first[0]:
            return Verdict.YES
        return Verdict.NO if last[0] >= first[1] else Verdict.MAYBE

    def label(self) -> str:
        """Say it in plain English: "about 16 December 2011", "26 December 2011 to 15 January 2012"."""
        return period_words(self)


def _made(
    text: str,
    kind: Kind,
    bounds: tuple[Day | Edge, Day | Edge],
    members: tuple[Period, ...] = (),
    edges: tuple[Period | Edge, Period | Edge] | None = None,
) -> Period:
    period = Period.__new__(Period)
    period.__attrs_init__(text, kind, *bounds, members, edges)
    return period


def _read(text: str) -> Period:
    if text.startswith(("[", "{")):
        return _set(text)
    if text.count("/") == 1:
        return _interval(*text.split("/"), shown=text)
    return _date(text)


def _date(text: str, *, alone: bool = True) -> Period:
    written = _edtf.read(text)
    bounds = _edtf.bounds(written) if written else None
    if not written or not bounds:
        raise InvalidPeriod(text, problem_of(text))
    if written.time and not alone:
        raise InvalidPeriod(text, "a time of day has no place in an interval or a set")
    return _made(text, "date", bounds)


def _edge(text: str) -> Period | Edge:
    return Edge(text) if text in ("", "..") else _date(text, alone=False)


def _interval(start: str, end: str, *, shown: str) -> Period:
    """Read an interval; `shown` is how it is written where it goes wrong."""
    edges = _edge(start), _edge(end)
    earliest = edges[0] if isinstance(edges[0], Edge) else edges[0].earliest
    latest = edges[1] if isinstance(edges[1], Edge) else edges[1].latest
    if isinstance(earliest, Edge) and isinstance(latest, Edge):
        raise InvalidPeriod(shown, "it has a date at neither end")
    if isinstance(earliest, Day) and isinstance(latest, Day) and latest < earliest:
        raise InvalidPeriod(shown, "its end lies before its start")
    return _made(f"{start}/{end}", "interval", (earliest, latest), edges=edges)


def _member(text: str) -> Period:
    before, dots, after = text.partition("..")
    if not dots:
        return _date(text, alone=False)
    return _interval(before or "..", after or "..", shown=text)


def _set(text: str) -> Period:
    members = tuple(_member(part) for part in _edtf.set_parts(text))
    bounds = min(members, key=low).earliest, max(members, key=high).latest
    return _made(text, "one_of" if text[0] == "[" else "all_of", bounds, members)
