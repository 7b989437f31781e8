"""How claims, values and dates are put into words."""

from __future__ import annotations

from collections.abc import Iterable

from zhanaozen_archive._archive import Archive, Bounds
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period


def value(claim: AnyClaim) -> str:
    """The coded value in plain English, "not" before it where the claim denies it."""
    plain = claim.value.label() if isinstance(claim.value, Period) else str(claim.value)
    return f"not {plain}" if claim.polarity == "denied" else plain


def told(claim: AnyClaim) -> str:
    """The coded value in plain English, with what is not plainly asserted said to be so: "demanded: …"."""
    return value(claim) if claim.modality == "asserted" else f"{claim.modality}: {value(claim)}"


def words(claim: AnyClaim) -> str:
    """The words of the document in quotation marks; the coded value, without them, where none are quoted."""
    return f"“{claim.quote}”" if claim.words else value(claim)


def quoted(claim: AnyClaim) -> str:
    """The words of the document in quotation marks, and what they are narrowed to; empty where there is neither."""
    return " ".join(filter(None, (f"“{claim.quote}”" if claim.words else "", scope(claim))))


def question(claims: Iterable[AnyClaim]) -> str:
    """What claims are about: their event and property, or the properties alone where there are several events."""
    asked = dict.fromkeys((claim.event, claim.property) for claim in claims)
    if len(asked) == 1:
        return "; ".join(f"{event}: {key}" for event, key in asked)
    return ", ".join(dict.fromkeys(str(key) for _, key in asked)) or "No claims"


def scope(claim: AnyClaim) -> str:
    """What the claim is narrowed to, in round brackets; empty where it speaks of its event as a whole."""
    narrowed = str(claim.scope)
    return f"({narrowed})" if narrowed else ""


def when(archive: Archive, event: Event) -> str:
    """The days on which the event can have been, in plain English; empty where nothing dates it."""
    bounds = archive.period(event)
    dates = {claim.value for claim in (*bounds.low_by, *bounds.high_by)}
    if len(dates) == 1 and {claim.property.id for claim in bounds.low_by} == {"date"}:
        return str(dates.pop().label())
    return _between(bounds)


def _between(bounds: Bounds[Day]) -> str:
    if bounds.low is None and bounds.high is None:
        return ""
    low, high = ("" if day is None else str(day) for day in (bounds.low, bounds.high))
    return Period.parse(low if low == high else f"{low}/{high}").label()
