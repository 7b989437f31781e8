"""Conflicts in plain words: how far the claims are apart, and line by line why they cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command import wording
from zhanaozen_archive._command.layout import many
from zhanaozen_archive._conflicts import Conflict, Inequality, Variable
from zhanaozen_archive._conflicts.telling import definition, loose, quoted, unit, voices
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.inequalities import ANY_WEEK, CALENDAR, DENIED
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Definition
from zhanaozen_archive._model.values import Count, Duration

REASONS = {
    "places": "Neither place contains the other.",
    "denial": "One denies all that the other asserts.",
    "durations": "No length is both.",
    "dates": "No day is in all of these dates.",
    "order": "No days are in all of these dates and in this order.",
    "calendar": "No day is in all of these dates and on all of these days of the week.",
}
"""Why values that are no numbers have nothing in common, by rule; for terms, the vocabulary says it."""


def apart(conflicts: Iterable[Conflict]) -> str:
    """How far the claims of conflicts on one question are apart: "6 to 14 people apart"; empty where none is known."""
    gaps = {conflict.gap: conflict for conflict in conflicts if conflict.gap is not None}
    if not gaps:
        return ""
    least, most = min(gaps), max(gaps)
    span = f"{least:,}" if least == most else f"{least:,} to {most:,}"
    return " ".join(filter(None, (span, unit(gaps[most], most), "apart")))


def _is_pair(conflict: Conflict) -> bool:
    return len(conflict.claims) == 2  # noqa: PLR2004


def _on_time(conflict: Conflict) -> bool:
    return any(what in ("start", "end") for line in conflict.certificate.refutation for (what, _), _ in line.sum)


def _definition(conflict: Conflict) -> Definition:
    return definition(conflict, conflict.claims[0])


def explained(archive: Archive, conflict: Conflict) -> Iterator[str]:
    """Line by line why the claims cannot all be true: what each says, what is always so, what they come to together."""
    if conflict.grade == "conventional":
        yield f"Under the reading “{conflict.reading.label}”: {conflict.reading.because}"
    in_any_week = any(line.because == ANY_WEEK for line in conflict.certificate.refutation)
    by_steps = in_any_week or conflict.gap is not None
    yield from dict.fromkeys(_steps(archive, conflict)) if by_steps else _values(conflict)
    gap = apart([conflict])
    yield f"Together these are {gap}: not all can be true." if gap else "So not all can be true."
    yield from loose(conflict)
    end = (
        "Either can be true without the other."
        if _is_pair(conflict)
        else "Without any one of them the others can be true."
    )
    yield f"{end} {voices(conflict)}".rstrip()


def _values(conflict: Conflict) -> Iterator[str]:
    """The values as they stand, and why they have nothing in common."""
    if len({claim.event for claim in conflict.claims}) == 1:
        yield from (_said(claim, wording.value(claim)) for claim in conflict.claims)
    else:
        yield from (f"{quoted(claim, conflict)}." for claim in conflict.claims)
    vocabulary = _definition(conflict).vocabulary
    if conflict.rule == "terms" and vocabulary and vocabulary.exclusive:
        yield vocabulary.exclusive
    elif conflict.rule == "denial" and not _is_pair(conflict):
        yield "One denies what the others come to."
    else:
        yield REASONS[conflict.rule]


def _steps(archive: Archive, conflict: Conflict) -> Iterator[str]:
    """The inequalities one after the other."""
    reached, lines = 0, conflict.certificate.refutation
    for before, line in zip((*lines[-1:], *lines), lines, strict=False):
        reached += line.least
        if line.because == DENIED:
            yield _next_number(conflict, before)
        else:
            yield _next_day(conflict, reached) if line.because == CALENDAR else _step(archive, conflict, line)


def _next_day(conflict: Conflict, day: int) -> str:
    """To which day claims move the first day of an event that can have begun on some days only."""
    moving = [claim for claim in conflict.claims if _leaves_gaps(conflict, claim)]
    words = "; ".join(quoted(claim, conflict) for claim in moving)
    return f"{words}: the next day on which all of this can be is {wording.date(day)}."


def _next_number(conflict: Conflict, raised: Inequality) -> str:
    """Who denies the numbers among which parts lie together, and the least that is then left."""
    (_, denying), _ = raised.sum[0]
    [claim] = [claim for claim in conflict.claims if claim.id == denying]
    return f"{quoted(claim, conflict)}: the next number that is left is {claim.value.high + 1:,}."


def _leaves_gaps(conflict: Conflict, claim: AnyClaim) -> bool:
    role = definition(conflict, claim).role
    dated = isinstance(claim.value, Period) and len(claim.value.spans()) > 1
    return dated or role in ("weekday", "same-date", "same-day-of-year")


def _step(archive: Archive, conflict: Conflict, line: Inequality) -> str:
    """One inequality: a claim's, as the reading hears it, or one that always holds."""
    told = _counted(conflict, line) if not _on_time(conflict) else _timed(archive, line)
    claim = next((claim for claim in conflict.claims if claim.id == line.because), None)
    if claim is not None:
        return _said(claim, told) + _heard(conflict, claim, line)
    return f"{told[0].upper()}{told[1:]}: {line.because}." if told else _background(conflict, line)


def _said(claim: AnyClaim, told: str) -> str:
    words = f", from the words “{claim.quote}”" if claim.words else ""
    return f"{claim.root}: {told}{words}."


def _heard(conflict: Conflict, claim: AnyClaim, line: Inequality) -> str:
    """Why the reading hears more in the words than is certain; empty where it does not."""
    reading, count = conflict.reading, claim.value.count if isinstance(claim.value, Duration) else claim.value
    if conflict.grade == "certain" or not isinstance(count, Count):
        return ""
    reasons = [wording.because for wording in reading.words if wording.word == count.word]
    reasons += [reading.about.because] if reading.about and count.about is not None else []
    upper = any(factor < 0 for _, factor in line.sum)
    hint = reading.floors if upper and count.high is None else reading.ceilings if not upper and not count.low else None
    reasons += [hint.because] if hint and count.word is None and count.about is None else []
    return "".join(f" {reason}" for reason in reasons)


def _counted(conflict: Conflict, line: Inequality) -> str:
    """A bound, as in "at least 16 people"; empty for what always holds of a whole and its parts."""
    if len(line.sum) > 1:
        return ""
    [(_, factor)] = line.sum
    number = f"at least {line.least:,}" if factor > 0 else f"at most {-line.least:,}"
    return f"{number} {_definition(conflict).unit or ''}".rstrip()


def _background(conflict: Conflict, line: Inequality) -> str:
    """Why the number of one claim cannot be above that of another."""
    definition = _definition(conflict)
    parted = len({(claim.event, claim.scope) for claim in conflict.claims}) > 1
    same = f"{'Both' if _is_pair(conflict) else 'All'} numbers answer the same question."
    told = {
        "counts": same,
        "cumulative": definition.cumulative,
        "parts": definition.parts,
        "denial": definition.parts if parted else same,
    }
    together = len(line.sum) > 2  # noqa: PLR2004  # the whole and a part are two
    return (not together and told.get(conflict.rule)) or f"{line.because.capitalize()}."


def _timed(archive: Archive, line: Inequality) -> str:
    """What an inequality says of the first and last days of events."""
    later = [_moment(archive, variable) for variable, factor in line.sum if factor > 0]
    earlier = [_moment(archive, variable) for variable, factor in line.sum if factor < 0]
    if not later:
        return f"{earlier[0]} is no later than {wording.date(-line.least)}"
    if not earlier:
        return f"{later[0]} is no earlier than {wording.date(line.least)}"
    if line.least == 0:
        return f"{later[0]} is no earlier than {earlier[0]}"
    if line.least > 0:
        return f"{later[0]} is at least {many(line.least, 'day')} after {earlier[0]}"
    return f"{earlier[0]} is at most {many(-line.least, 'day')} after {later[0]}"


def _moment(archive: Archive, variable: Variable) -> str:
    what, id_ = variable
    event: Event = archive.event(id_)
    return f"the {what} of “{event}”"
