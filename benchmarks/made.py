"""Made-up archives in memory, of any size, through the public model; the same size gives the same claims.

Equal values, scopes and attributions are one object, as they are in an archive that was loaded.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from random import Random
from typing import Any

import zhanaozen_archive as za

Answer = tuple[za.Event, za.Property[Any], object, za.Period | None]
PER_EVENT = 50
DAYS = 3_360
COUNTED = (za.KILLED, za.INJURED, za.DETAINED)
DESK = za.Agent("desk", ("The desk",), "body")
SOURCE = za.Source("made", "article-newspaper", DESK)
WEEK = za.Vocabulary(
    "weekday",
    tuple(
        za.Term("weekday", day, day)
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    ),
    "a day is one of the seven",
)
CODEBOOK = za.Codebook(
    (
        *(za.Definition(key, "how many", cumulative="it only grows", parts="a whole has its parts") for key in COUNTED),
        za.Definition(za.DATE, "when it was", role="date"),
        za.Definition(za.START, "when it began", role="start"),
        za.Definition(za.WEEKDAY, "its day of the week", vocabulary=WEEK, role="weekday"),
        za.Definition(za.FOLLOWED, "what it came after", role="after"),
        za.Definition(za.PLACE, "where it was"),
    ),
    (WEEK,),
)
PLACES = tuple(za.Place(f"place-{n}", (f"Place {n}",), "town") for n in range(50))
exactly, at_least = cache(za.Count.exactly), cache(za.Count)


@cache
def between(low: int, high: int) -> za.Count:
    """Give one object for the same bounds."""
    return za.Count(low, high)


@cache
def day(number: int) -> za.Period:
    """Give one of the days, in their order."""
    return za.Period.parse(f"{2000 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}")


@cache
def event(number: int) -> za.Event:
    """Give an event; every tenth has the nine after it as its parts."""
    whole = None if number % 10 == 0 else event(number - number % 10)
    return za.Event(f"event-{number:07}", f"Event {number}", "protest", whole)


def mixed(random: Random, claims: int) -> Iterator[Answer]:
    """Numbers, days and places of many events, about ten claims to a question; one in twenty is off."""
    for _ in range(claims):
        number = random.randrange(-(-claims // PER_EVENT))
        off = random.random() < 1 / 20
        kind = random.randrange(5)
        if kind == 0:
            yield event(number), za.DATE, day(number // 10 % 300 + off), None
        elif kind == 1:
            yield event(number), za.PLACE, PLACES[(number // 10 + off) % len(PLACES)], None
        else:
            n = 100 + number // 10 % 300 + (1000 if number % 10 == 0 else 0) + off * random.randint(-9, 9)
            yield event(number), random.choice(COUNTED), random.choice((exactly(n), at_least(n), between(0, n))), None


def agreeing(random: Random, claims: int) -> Iterator[Answer]:
    """Numbers of many events, ten claims to a question, none of which exclude each other."""
    for number in range(claims):
        n = random.randint(10, 90)
        yield event(number // 10 * 10), za.KILLED, random.choice((at_least(n), between(0, n + 100))), None


def nested(random: Random, claims: int, off: float = 1 / 20) -> Iterator[Answer]:
    """Numbers of events of nine parts each, ten claims to a question; some floors are above what the whole allows."""
    for _ in range(claims):
        number = random.randrange(-(-claims // 10))
        n = number // 10 % 300 * 10 + random.randrange(100)
        if number % 10 == 0:
            yield event(number), za.KILLED, between(0, n + 100), None
        else:
            floor = at_least(n + (200 if random.random() < off else 0))
            yield event(number), za.KILLED, random.choice((floor, between(0, n + 300))), None


def crowded(random: Random, claims: int) -> Iterator[Answer]:
    """One question, on which one half gives low numbers and the other half high ones."""
    for number in range(claims):
        n = random.randrange(1_000)
        yield event(0), za.KILLED, exactly(n) if number % 2 else at_least(1_000 + n), None


def growing(random: Random, claims: int) -> Iterator[Answer]:
    """One question over ten years, on which one in ten gives less than was certain before."""
    for _ in range(claims):
        when = random.randrange(DAYS)
        n = max(0, when * 10 - (random.randint(0, 3_000) if random.random() < 1 / 10 else 0))
        yield event(0), za.KILLED, between(n, n + random.randrange(100)), day(when)


def dated(random: Random, claims: int) -> Iterator[Answer]:
    """Many events, ten claims to a question, each of which grows from day to day; one claim in twenty is off."""
    for number in range(claims):
        when = random.randrange(DAYS)
        n = 10_000 + when * 10 - (random.randint(0, 3_000) if random.random() < 1 / 20 else 0)
        yield event(number // 10 * 10), za.KILLED, between(n, n + random.randrange(100)), day(when)


def ordered(random: Random, claims: int) -> Iterator[Answer]:
    """Days, days of the week and order of many events, ten claims to each; one day in twenty is off."""
    for _ in range(claims):
        number = random.randrange(-(-claims // 10))
        when, off = day((number // 10 * 7 + number % 10) % (DAYS - 10)), random.random() < 1 / 20
        key = random.choice((za.DATE, za.START, za.WEEKDAY, za.FOLLOWED if number % 10 > 1 else za.DATE))
        if key is za.WEEKDAY and isinstance(when.earliest, za.Day):
            yield event(number), key, WEEK.terms[(when.earliest.ordinal - 1 + off) % 7], None
        elif key is za.FOLLOWED:
            yield event(number), key, event(number - 1), None
        else:
            yield event(number), key, day((number // 10 * 7 + number % 10 + off) % DAYS), None


def archive(make: Callable[[Random, int], Iterator[Answer]], claims: int) -> za.Archive:
    """Make an archive of so many claims."""
    at, attribution, scope = (za.Span(0, 4),), (za.Step(DESK, "states"),), za.Scope()
    made = tuple(
        za.Claim(
            id=f"made/{number:07}",
            event=about,
            property=key,
            value=value,
            source=SOURCE,
            at=at,
            attribution=attribution,
            scope=scope,
            as_of=as_of,
        )
        for number, (about, key, value, as_of) in zip(count(), make(Random(claims), claims), strict=False)
    )
    events = tuple({claim.event.id: claim.event for claim in made}.values())
    return za.Archive("Made up", "2000.1", (SOURCE,), events, made, agents=(DESK,), codebook=CODEBOOK)
