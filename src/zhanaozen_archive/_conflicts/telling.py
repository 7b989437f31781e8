"""A conflict in plain words, as it can be printed: who says what, why it cannot all be true, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.properties import Definition, Role

if TYPE_CHECKING:
    from zhanaozen_archive._conflicts.conflict import Conflict

RELATIONS: dict[Role | None, str] = {
    "after": "came after",
    "before": "came before",
    "same-date": "began on the same day as",
    "same-day-of-year": "began on the same day of the year as",
    "same-place": "was in the same place as",
}
"""What a claim says of two events, by the role of its property."""


def told(conflict: Conflict) -> str:
    """Every claim in its words, and after them what follows: a few sentences that stand by themselves."""
    words = "; ".join(quoted(claim, conflict) for claim in conflict.claims)
    return " ".join(filter(None, (f"{words}.", *_verdict(conflict), *loose(conflict), voices(conflict))))


def graded(conflict: Conflict) -> str:
    """The grade, with the readings if it hangs on them."""
    return "certain" if conflict.grade == "certain" else f"conventional: {', '.join(conflict.readings)}"


_ONE = {"people": "person"}
"""Units of one; of others the singular is not known."""


def unit(conflict: Conflict, gap: int) -> str:
    """What a gap is counted in; left out where it would not read well behind the number."""
    if any(what in ("start", "end") for line in conflict.certificate.refutation for (what, _), _ in line.sum):
        return "day" if gap == 1 else "days"
    counted = definition(conflict, conflict.claims[0]).unit or ""
    if gap == 1:
        return _ONE.get(counted, "")
    return "" if " " in counted else counted


def definition(conflict: Conflict, claim: AnyClaim) -> Definition:
    """What the codebook says of the property of a claim."""
    return next(d for d in conflict.codebook.definitions if d.property == claim.property)


def quoted(claim: AnyClaim, conflict: Conflict) -> str:
    """Who says what, in the words of the source, which bear their own "no", or else by the value.

    Where the claims are not all on one property of one event, it says what this one is on.
    """
    negation = "not " if claim.polarity == "denied" else ""
    what = f"“{claim.quote}”" if claim.words else f"{negation}{claim.value}"
    if len({(other.event, other.property) for other in conflict.claims}) == 1:
        return f"{claim.root}: {what}"
    relation = RELATIONS.get(definition(conflict, claim).role)
    if relation is not None:
        both = f"{'it is denied that ' * bool(negation)}“{claim.event}” {relation} “{claim.value}”"
        return f"{claim.root}: {what} ({both})" if claim.words else f"{claim.root}: {both}"
    one_event = len({other.event for other in conflict.claims}) == 1
    return f"{claim.root}: {what} ({claim.property}{'' if one_event else f' of “{claim.event}”'})"


def _verdict(conflict: Conflict) -> Iterator[str]:
    """That they cannot all be true, under which readings, and how far apart they are."""
    gap = "" if conflict.gap is None else f"{conflict.gap:,} {unit(conflict, conflict.gap)}".rstrip()
    if conflict.grade == "certain":
        yield f"These cannot {_all(conflict)} be true{f': they are {gap} apart' if gap else ''}."
    else:
        yield f"By what their words say for certain, these can {_all(conflict)} be true."
        apart = f": by {conflict.reading.id}, they are {gap} apart" if gap else ""
        yield f"Under the {_readings(conflict)} they cannot{apart}."


def loose(conflict: Conflict) -> Iterator[str]:
    """How loose "about" would have to be for all to be true, where anything is approximate."""
    if (percent := conflict.dissolves_at_percent) is not None:
        yield f"They could if “about” reached {percent:,} % below or above its number."
    if (days := conflict.dissolves_at_days) is not None:
        yield f"They could if the dates that are not sure were {days:,} {'day' if days == 1 else 'days'} off."


def voices(conflict: Conflict) -> str:
    """Whether one voice says it all, or one document carries it all; empty where neither does."""
    if conflict.kind == "finding":
        return "One sentence contradicts itself."
    every = _all(conflict)
    if conflict.one_root:
        return f"One voice says {every}{', in one document' if conflict.one_document else ''}."
    return f"{every.capitalize()} stand in one document." if conflict.one_document else ""


def _all(conflict: Conflict) -> str:
    return "both" if len(conflict.claims) == 2 else "all"  # noqa: PLR2004


def _readings(conflict: Conflict) -> str:
    *first, last = conflict.readings
    return f"readings {', '.join(first)} and {last}" if first else f"reading {last}"
