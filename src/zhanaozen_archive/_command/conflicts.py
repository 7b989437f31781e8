"""The verb `conflicts`: who contradicts whom, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Annotated

from cyclopts import Parameter

from zhanaozen_archive._archive import Row, record
from zhanaozen_archive._command import FINDING, FINE, wording
from zhanaozen_archive._command.citing import in_text
from zhanaozen_archive._command.layout import bar, columns, indented, longest, many, page, rest, scale
from zhanaozen_archive._command.options import ArchiveFolder, Format, load
from zhanaozen_archive._command.output import Heading, give
from zhanaozen_archive._conflicts import Conflict, Dispute, disputes_of
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.values import Count

NONE = "Nothing disagrees: no two of these claims exclude each other."
READ = (
    "Claims that cannot all be true, by what their words say for certain. “Against” gives the numbers of the claims "
    "that a claim excludes; words without quotation marks are the archive's own."
)
LEGEND = "●  this number   ●──●  between these   ●┄┄▸  this or more   ┄┄●  this or fewer"


def conflicts(
    event: str | None = None,
    /,
    *,
    of: Annotated[str | None, Parameter(help='Id of a property: "killed".')] = None,
    exit_code: Annotated[bool, Parameter(help="Exit with 1 if there is any conflict.", show_default=False)] = False,
    format: Format = "table",
    archive: ArchiveFolder = None,
) -> int:
    """Show the claims that cannot all be true, with who says them, in which words, and how to cite them.

    Example: `zhanaozen conflicts zhanaozen-shooting-2011 --of killed`

    Args:
        event: Id of an event, its parts included; all events where none is given.
    """
    held = load(archive)
    found = held.conflicts(about=event, of=of)
    give(held, "conflicts", found, format, row=_row, lines=_lines)
    return FINDING if found and exit_code else FINE


def _row(conflict: Conflict) -> Row:
    """A conflict as a flat row: positions left out, lists joined by semicolons."""
    nested = record(conflict)
    nested.pop("positions")
    return {name: _flat(value) for name, value in nested.items()}


def _flat(value: str | bool | list[str]) -> str:  # noqa: FBT001  # as JSON holds it
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else "; ".join(value)


def _lines(found: Sequence[Conflict]) -> Iterator[str]:
    if not found:
        yield NONE
        return
    disputes = disputes_of(found)
    yield from indented(READ, 0)
    for dispute in disputes:
        yield ""
        yield from _dispute_lines(dispute)
    if any(_is_count(dispute) for dispute in disputes):
        yield ""
        yield from indented(LEGEND, 0)


def _dispute_lines(dispute: Dispute) -> Iterator[str]:
    claims = sorted(dispute.claims, key=_by_value)
    counted = f"{many(len(claims), 'claim')} in {many(len(dispute.conflicts), 'conflict')}"
    yield from map(Heading, indented(f"{dispute.event}: {dispute.property}", 0))
    yield from indented(f"{counted} ({dispute.event.id})", 0)
    left = longest([f"via {claim.source.key}" for claim in claims])
    taken = (longest([str(len(claims))]), left, middle := page() // 5)
    widths = (*taken, rest(*taken))
    top = _top(claims)
    yield from columns([("", "", scale(top, middle) if _is_count(dispute) else "", "")], widths)
    for number, claim in enumerate(claims, 1):
        row = (str(number), _who(claim, dispute, claims), _value(claim, top, middle), _said(claim))
        yield from columns([row], widths)


def _who(claim: AnyClaim, dispute: Dispute, claims: Sequence[AnyClaim]) -> tuple[str, ...]:
    """Who says it, in which source, and the numbers of the claims it excludes."""
    rivals = {other.id for conflict in dispute.conflicts if claim in conflict.claims for other in conflict.claims}
    against = [str(n) for n, other in enumerate(claims, 1) if other.id in rivals and other != claim]
    return str(claim.root), f"via {claim.source.key}", f"against {', '.join(against)}"


def _value(claim: AnyClaim, top: int, width: int) -> str:
    if isinstance(claim.value, Count) and claim.polarity == "asserted":
        return bar(claim.value.low, claim.value.high, top, width)
    return wording.value(claim)


def _said(claim: AnyClaim) -> tuple[str, ...]:
    """The words, what they are narrowed to, and how to cite them; a value without words stands in its own column."""
    shown = wording.words(claim) if claim.words or isinstance(claim.value, Count) else ""
    return tuple(filter(None, (shown, wording.scope(claim), in_text(claim))))


def _is_count(dispute: Dispute) -> bool:
    return dispute.property.kind == "count"


def _top(claims: Sequence[AnyClaim]) -> int:
    """The end of a scale for all counts: the largest of their bounds, rounded up to one digit and noughts."""
    counts = [claim.value for claim in claims if isinstance(claim.value, Count)]
    largest = max((count.high or count.low for count in counts), default=0)
    digit = int("1".ljust(len(str(largest)), "0"))
    return -(-largest // digit) * digit


def _by_value(claim: AnyClaim) -> tuple[float, float, str]:
    """Puts numbers in order, and other values beside their like."""
    value = claim.value
    if isinstance(value, Count):
        return value.low, inf if value.high is None else value.high, claim.id
    return 0, 0, f"{value} {claim.polarity} {claim.id}"
