"""Sets of days as spans of ordinals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Span = tuple[float, float]
"""First and last day of a stretch, as ordinals; minus infinity and infinity where it has no bound."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order and join those that overlap or touch."""
    whole: list[Span] = []
    for first, last in sorted(spans):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return whole


def meet(spans: list[Span], others: list[Span]) -> bool:
    """Tell whether two merged lists have a day in common."""
    place = 0
    for first, last in spans:
        while place < len(others) and others[place][1] < first:
            place += 1
        if place < len(others) and others[place][0] <= last:
            return True
    return False


def common(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Find the days that are in both of two merged lists, as a merged list."""
    mine, theirs = iter(spans), iter(others)
    one, other = next(mine, None), next(theirs, None)
    while one and other:
        first, last = max(one[0], other[0]), min(one[1], other[1])
        if first <= last:
            yield first, last
        if one[1] == last:
            one = next(mine, None)
        else:
            other = next(theirs, None)


def within(spans: list[Span], others: list[Span]) -> bool:
    """Tell whether every day of the first merged list is in the second."""
    before = [bisect_right(others, first, key=lambda span: span[0]) - 1 for first, _ in spans]
    return all(place >= 0 and last <= others[place][1] for place, (_, last) in zip(before, spans, strict=True))
