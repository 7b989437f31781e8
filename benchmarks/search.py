"""The search for conflicts on made-up archives, as ratios within one run to bare work on the same claims.

A time is CPU time of this process, the least of some rounds in which the things compared take turns.
"""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice, pairwise
from math import inf, log
from time import process_time
from typing import Any

import made
from attrs import evolve

import zhanaozen_archive as za

Row = tuple[str, str, str]
"""What is measured, the figure, and the goal; empty where there is none."""
NAIVE, KEYED = 2_000, 30_000
"""Claims on one question on which the definition itself is tried, and a join of an engine."""
OFTEN = 100_000
"""Claims below which a time is the least of several."""


def seconds(times: int, *works: Callable[[], object]) -> list[float]:
    """Give the least CPU time of each work over rounds in which they take turns, the collector paused."""
    least = [float("inf")] * len(works)
    for _ in range(times):
        for number, work in enumerate(works):
            gc.collect()
            gc.disable()
            begin = process_time()
            work()
            least[number] = min(least[number], process_time() - begin)
            gc.enable()
    return least


def rounds(size: int) -> int:
    """Give how often to measure work on so many claims."""
    return 3 if size < OFTEN else 1


def disputes(archive: za.Archive) -> tuple[za.Dispute, ...]:
    """Search anew: an archive keeps what it found."""
    return evolve(archive).disputes()


def index(archive: za.Archive) -> dict[object, list[za.Claim[Any]]]:
    """Put the claims in order by question, which any search must do."""
    found: dict[object, list[za.Claim[Any]]] = {}
    for claim in archive.claims():
        found.setdefault((claim.event, claim.property, claim.scope), []).append(claim)
    return found


def in_order(archive: za.Archive) -> list[int]:
    """Sort the floors of all claims, the least that counting pairs can cost."""
    return sorted(claim.value.low for claim in archive.claims())


def naive(archive: za.Archive) -> int:
    """Count the pairs that exclude each other, straight from the definition."""
    bounds = [(*_bounds(claim.value), _day(claim.as_of)) for claim in archive.claims()]
    return sum(low > high and day <= last for low, _, day in bounds for _, high, last in bounds)


def keyed_join(archive: za.Archive) -> Callable[[], int] | None:
    """Give what counts the same pairs by a join on the question, where the engine is installed."""
    try:
        import duckdb
    except ModuleNotFoundError:
        return None
    engine = duckdb.connect()
    engine.execute("SET threads = 1; CREATE TABLE claims (event VARCHAR, low BIGINT, high BIGINT)")
    rows = [(claim.event.id, claim.value.low, claim.value.high) for claim in archive.claims()]
    engine.execute("INSERT INTO claims SELECT unnest(?), unnest(?), unnest(?)", [*map(list, zip(*rows, strict=True))])
    join = "SELECT count(*) FROM claims a JOIN claims b ON a.event = b.event AND a.low > b.high"
    return lambda: int(engine.execute(join).fetchall()[0][0])


def _day(as_of: za.Period | None) -> int:
    return as_of.earliest.ordinal if as_of and isinstance(as_of.earliest, za.Day) else 0


def _bounds(count: za.Count) -> tuple[float, float]:
    return count.low, inf if count.high is None else count.high


def powers(name: str, times: dict[int, float], goal: str) -> Iterator[Row]:
    """Give the power with which time grows from each size to the next."""
    for (fewer, before), (more, after) in pairwise(times.items()):
        yield f"{name}, from {fewer:,} to {more:,}", f"power {log(after / before) / log(more / fewer):.2f}", goal


def archives(sizes: list[int]) -> Iterator[Row]:
    """Many events with ten claims to a question: all rules, the conflicts listed, each with its proof."""
    times = {}
    for size in sizes:
        archive = made.archive(made.mixed, size)
        times[size], bare = seconds(rounds(size), partial(disputes, archive), partial(index, archive))
        listed = sum(len(dispute.conflicts) for dispute in disputes(archive))
        told = f"{times[size] / size * 1e6:.1f} µs a claim, {times[size] / bare:.1f} x an index by question"
        yield f"search, {size:,} claims, {listed:,} conflicts", told, ""
    yield from powers("search", times, "at most 1.2: n log n and the conflicts")
    agreeing = made.archive(made.agreeing, sizes[-1])
    search, bare = seconds(1, lambda: disputes(agreeing), lambda: index(agreeing))
    yield "numbers that agree", f"{search / sizes[-1] * 1e6:.2f} µs a claim", "at most 1 µs"
    yield "numbers that agree", f"{search / bare:.1f} x an index by question", "at most 1.5 x"


def orders(sizes: list[int]) -> Iterator[Row]:
    """Days, days of the week and order of many events, where several say the same; the conflicts listed."""
    times = {}
    for size in sizes:
        archive = made.archive(made.ordered, size)
        times[size], bare = seconds(1, partial(disputes, archive), partial(index, archive))
        listed = sum(len(dispute.conflicts) for dispute in disputes(archive))
        told = f"{times[size] / listed * 1e6:.0f} µs a conflict, {times[size] / bare:.0f} x an index by question"
        yield f"days in order, {size:,} claims, {listed:,} conflicts", told, ""
    yield from powers("days in order", times, "at most 1.2: n log n and the conflicts")


def crowds(name: str, make: Callable[..., Iterator[made.Answer]], sizes: list[int]) -> Iterator[Row]:
    """One question with all the claims: its conflicts counted, the widest proven, all positions."""
    times = {}
    for size in sizes:
        archive = made.archive(make, size)
        times[size], bare = seconds(rounds(size), partial(disputes, archive), partial(in_order, archive))
        [dispute] = disputes(archive)
        told = f"{times[size] / size * 1e6:.1f} µs a claim, {times[size] / bare:.0f} x a sort"
        yield f"{name}, {size:,} claims, {dispute.sizes[0][1]:,} conflicts", told, ""
    yield from powers(name, times, "at most 1.25")
    few = made.archive(make, NAIVE)
    [dispute] = disputes(few)
    if dispute.sizes[0][1] != naive(few):
        raise SystemExit(f"{name}: counted {dispute.sizes[0][1]:,}, but there are {naive(few):,}")
    quick, slow = seconds(3, lambda: disputes(few), lambda: naive(few))
    yield f"{name}, {NAIVE:,} claims, to the definition", f"{slow / quick:.0f} x as fast, the same count", ""


def engines() -> Iterator[Row]:
    """The same count by a join on the question."""
    archive = made.archive(made.crowded, KEYED)
    if (join := keyed_join(archive)) is None:
        yield "crowd, to a join of duckdb", "not installed", ""
        return
    [dispute] = disputes(archive)
    if join() != dispute.sizes[0][1]:
        raise SystemExit(f"crowd: counted {dispute.sizes[0][1]:,}, but a join gives {join():,}")
    quick, slow = seconds(1, lambda: disputes(archive), join)
    yield (
        f"crowd, {KEYED:,} claims, to a join of duckdb",
        f"{slow / quick:.0f} x as fast, the same count",
        "at least 5 x",
    )


def lists() -> Iterator[Row]:
    """The conflicts of a crowd one after the other, each with its proof."""
    archive, calm = made.archive(made.crowded, KEYED), made.archive(made.growing, KEYED)
    [dispute] = disputes(archive)
    [crowd] = dispute.crowds
    found, first, many, calmer = seconds(
        3,
        lambda: disputes(archive),
        lambda: list(islice(disputes(archive)[0].crowds[0], 10)),
        lambda: sum(1 for _ in islice(crowd, KEYED)),
        lambda: disputes(calm),
    )
    yield "the first ten of a crowd, to the crowd itself", f"{first / found:.2f} x", "at most 2 x"
    pairs = [dispute.sizes[0][1], disputes(calm)[0].sizes[0][1]]
    told = f"{pairs[0] / pairs[1]:.0f} x the conflicts take {found / calmer:.2f} x the time"
    yield "a crowd to a smaller one of as many claims", told, "at most 2 x"
    yield "conflicts one after the other", f"{many / KEYED * 1e6:.1f} µs each, with proof", ""
    told = f"{_peak(crowd, KEYED) / KEYED:.0f} B each at the peak"
    yield f"memory of making {KEYED:,} of them", told, "at most 100 B: none is kept"


def _peak(crowd: za.Crowd, number: int) -> int:
    tracemalloc.start()
    for _ in islice(crowd, number):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def memory(size: int) -> Iterator[Row]:
    """What the claims of an archive take, and what a search takes beside them."""
    gc.collect()
    tracemalloc.start()
    archive = made.archive(made.mixed, size)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    found = disputes(archive)
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    listed = sum(len(dispute.conflicts) for dispute in found)
    yield f"memory of {size:,} claims", f"{kept / size:.0f} B a claim", "at most 500 B"
    yield "memory of the search at its peak", f"{(peak - kept) / size:.0f} B a claim", "at most 4 x that of the claims"
    yield f"memory of {listed:,} conflicts", f"{(after - kept) / listed:.0f} B each, with proof", ""
