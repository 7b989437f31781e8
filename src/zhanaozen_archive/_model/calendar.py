"""The day on which an event began: what claims on its date and on its day of the week leave of all days."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.hearing import ANY_DAY, Days, Hearing
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import WEEK
from zhanaozen_archive._model.spans import Span, common
from zhanaozen_archive._model.values import Term

Allowed = tuple[Days, str | None]
"""The days that a claim allows and the day of the week that it names, if any."""


def allowed(claim: AnyClaim, background: Background, hearing: Hearing) -> Allowed | None:
    """What an asserted claim says of the day on which its event began.

    None where it says nothing of that, or names what is no day of the week.
    """
    role = background.role(claim) if claim.is_live_assertion else None
    match role, claim.value:
        case "date", Period():
            return hearing.days(claim.value), None
        case "weekday", Term(id=name) if name in WEEK:
            return ANY_DAY, name
    return None


def some_day(chosen: Iterable[Allowed]) -> int | None:
    """A day that all of these allow; None where there is none."""
    chosen = tuple(chosen)
    named = {name for _, name in chosen if name}
    common_days: Iterable[Span] = ANY_DAY
    for days, _ in chosen:
        common_days = common(common_days, days)
    for first, last in common_days:
        for day in _week_in(first, last):
            if named <= {WEEK[(day - 1) % 7]}:
                return day
    return None


def can_begin(claim: AnyClaim, day: int, background: Background, hearing: Hearing) -> bool:
    """Whether a claim allows that its event began on a day."""
    says = allowed(claim, background, hearing)
    return says is None or some_day((says, (((day, day),), None))) is not None


def _week_in(first: float, last: float) -> range:
    """The days of a stretch, or a week of them where it has more."""
    begin = max(first, min(last, 7) - 6)
    return range(int(begin), int(min(last, begin + 6)) + 1)
