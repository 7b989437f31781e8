"""Slow ways to know what is true: straight from the definitions, for what is small."""

from itertools import chain, combinations
from math import inf

import z3

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
    """The claims that assert their value of an event and that no other replaces."""
    replaced = {id_ for claim in claims for id_ in claim.supersedes}
    asserting = [c for c in claims if (c.polarity, c.modality, c.about_claim) == ("asserted", "asserted", None)]
    return [c for c in asserting if c.id not in replaced]


def allowed_days(claim):
    """The days that a claim on a date allows, as ordinals: a start sets only the earliest, an end only the latest."""
    spans = claim.value.spans()
    first, last = spans[0][0], spans[-1][1]
    return (
        -inf if first is None or claim.property.id == "end" else first,
        inf if last is None or claim.property.id == "start" else last,
    )


# -- conflicts --


def minimal(claims, consistent):
    """The smallest sets of claims that are not consistent, as sets of ids; `consistent` is asked of tuples."""
    found = []
    for chosen in sorted(subsets(claims), key=len):
        ids = {claim.id for claim in chosen}
        if not any(one <= ids for one in found) and not consistent(chosen):
            found.append(frozenset(ids))
    return set(found)


def possible(constraints):
    """Whether whole numbers satisfy constraints, asked of z3: those of the ids given, and those of None.

    A constraint is an id or None, the names of its numbers, and a test of them.
    """
    solver = z3.Solver()
    for id_, names, test in constraints:
        says = test(*map(z3.Int, names))
        solver.add(says if id_ is None else z3.Implies(z3.Bool(id_), says))
    return lambda ids: solver.check(*map(z3.Bool, ids)) == z3.sat


def satisfiable(constraints, domain):
    """Whether numbers of the domain satisfy all constraints; every way to choose them is tried."""
    constraints = [(names, test) for _, names, test in constraints]
    order = list(dict.fromkeys(name for names, _ in constraints for name in names))
    place = {name: n for n, name in enumerate(order)}
    due = [[] for _ in order]
    for names, test in constraints:
        due[max(place[name] for name in names)].append((names, test))

    def extends(chosen):
        if len(chosen) == len(order):
            return True
        for number in domain:
            longer = [*chosen, number]
            if all(test(*(longer[place[name]] for name in names)) for names, test in due[len(chosen)]) and extends(
                longer
            ):
                return True
        return False

    return extends([])


def outwards(thing):
    """A record and all that it is part of or lies within."""
    while thing is not None:
        yield thing
        thing = getattr(thing, "part_of", None) or getattr(thing, "within", None)


def heard(count, reading):
    """The bounds that a reading gives a count; infinity where it has no ceiling."""
    for wording in reading.words:
        if wording.word == count.word:
            return wording.low, inf if wording.high is None else wording.high
    low, high = count.low, inf if count.high is None else count.high
    if count.about is not None and reading.about:
        near = [n for n in range(1000) if n * reading.about.times >= count.about >= n / reading.about.times]
        near = [n for n in near if low <= n <= high]
        return (min(near), max(near)) if near else (low, high)
    if count.word is None and count.about is None:
        if reading.floors and high == inf and low > 0:
            return low, max(low, reading.floors.times * low - 1)
        if reading.ceilings and low == 0 and 0 < high < inf:
            return min(n for n in range(high + 1) if n * reading.ceilings.times > high), high
    return low, high
