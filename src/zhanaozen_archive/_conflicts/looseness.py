"""How loose "about" would have to be for a conflict to dissolve: the nearest miss of what is said approximately."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zhanaozen_archive._conflicts.detect import contradict
from zhanaozen_archive._conflicts.solving import days_for
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import Hearing
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook
from zhanaozen_archive._model.readings import Reading
from zhanaozen_archive._model.values import Count, Duration

LOOSEST = 2**20
"""Where not even this much room helps, none does."""


def percent_needed(claims: Iterable[AnyClaim], codebook: Codebook, reading: Reading) -> int | None:
    """How far "about" would have to reach, in whole hundredths of the number, for the claims to be all true.

    None where no number is said to be approximate, and where no reach of "about" would help.
    """
    said = tuple(claims)
    if not any(map(_is_about, said)):
        return None
    background = Background.of(codebook)
    return _least(lambda percent: _agree(said, background, Hearing.under(reading, percent=percent)))


def days_needed(claims: Iterable[AnyClaim], codebook: Codebook, reading: Reading) -> int | None:
    """How many days approximate or uncertain dates would have to be off for the claims to be all true.

    None where no date is marked so, and where it would not help.
    """
    said = tuple(claims)
    if not any(isinstance(c.value, Period) and (c.value.approximate or c.value.uncertain) for c in said):
        return None
    background = Background.of(codebook)
    return _least(lambda days: _agree(said, background, Hearing.under(reading, days_off=days)))


def _agree(said: tuple[AnyClaim, ...], background: Background, hearing: Hearing) -> bool:
    """Whether the claims can all be true; of times, days are looked for at once."""
    if all(map(background.timed, said)):
        return days_for(said, background, hearing) is not None
    return not contradict(said, background, hearing)


def _is_about(claim: AnyClaim) -> bool:
    count = claim.value.count if isinstance(claim.value, Duration) else claim.value
    return isinstance(count, Count) and count.about is not None


def _least(enough: Callable[[int], bool]) -> int | None:
    """The least number that is enough, where whatever is more is enough too."""
    high = 1
    while not enough(high):
        high *= 2
        if high > LOOSEST:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
