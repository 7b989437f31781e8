"""Slow ways to know what is true: straight from the definitions, for what is small."""

from itertools import chain, combinations
from math import inf

from zhanaozen_archive._model.values import Count


def subsets(things):
    """Every subset, the empty one included."""
    return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))


def common(intervals):
    """What intervals have in common, as low and high; low above high where that is nothing."""
    return max((low for low, _ in intervals), default=-inf), min((high for _, high in intervals), default=inf)


def maximal_consistent(intervals):
    """The largest sets of intervals (as sets of their numbers) whose members have a point in common."""
    consistent = []
    for chosen in subsets(range(len(intervals))):
        low, high = common([intervals[n] for n in chosen])
        if low <= high:
            consistent.append(frozenset(chosen))
    return [one for one in consistent if not any(one < other for other in consistent)]


def hull(intervals):
    """The hull over the maximal consistent sets, and the numbers of the intervals that set its ends.

    An interval sets an end if it is in a set that reaches that end, and has the end itself.
    """
    met = [(chosen, common([intervals[n] for n in chosen])) for chosen in maximal_consistent(intervals)]
    low = min(low for _, (low, _) in met)
    high = max(high for _, (_, high) in met)
    low_by = {n for chosen, ends in met for n in chosen if ends[0] == intervals[n][0] == low > -inf}
    high_by = {n for chosen, ends in met for n in chosen if ends[1] == intervals[n][1] == high < inf}
    return low, high, low_by, high_by


def numbers(count: Count, most: int) -> set[int]:
    """The numbers up to `most` that a count allows."""
    return {n for n in range(most + 1) if n >= count.low and (count.high is None or n <= count.high)}


def live(claims):
    """The claims that assert their value and that no other replaces."""
    replaced = {id_ for claim in claims for id_ in claim.supersedes}
    return [c for c in claims if (c.polarity, c.modality) == ("asserted", "asserted") and c.id not in replaced]


def allowed_days(claim):
    """The days that a claim on a date allows, as ordinals: a start sets only the earliest, an end only the latest."""
    spans = claim.value.spans()
    first, last = spans[0][0], spans[-1][1]
    return (
        -inf if first is None or claim.property.id == "end" else first,
        inf if last is None or claim.property.id == "start" else last,
    )
