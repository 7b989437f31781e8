"""The verb `conflicts`: who contradicts whom, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, get_args

from attrs import evolve, frozen
from cyclopts import Parameter

from zhanaozen_archive._archive import Archive, Row
from zhanaozen_archive._archive.verdicts import record
from zhanaozen_archive._command import FINDING, FINE, USAGE, wording
from zhanaozen_archive._command.disputes import by_value, counted, full, heading, is_count, numbered, said_in_all, under
from zhanaozen_archive._command.layout import indented, many, rest
from zhanaozen_archive._command.options import ArchiveFolder, Format, ReadingId, load
from zhanaozen_archive._command.output import complain, give, reply
from zhanaozen_archive._command.progress import working
from zhanaozen_archive._command.proofs import apart, explained
from zhanaozen_archive._command.revised import Revised
from zhanaozen_archive._conflicts import Conflict, Dispute, Grade, Rule
from zhanaozen_archive._engines.names import EngineName
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._pictures.characters import columns

NONE = "No conflicts found."
INCOMPLETE = "the search was cut short, so there can be more conflicts than these"
CERTAIN = (
    "Claims that cannot all be true, by what their words say for certain. “Against” gives the numbers of the claims "
    "that a claim excludes; words without quotation marks are the archive's own."
)
CONVENTIONAL = (
    "Claims that cannot all be true under some readings of their words, while what is certain in them can. Bars show "
    "what is certain."
)
BRIEF = "Under some readings of their words only, these cannot all be true either (in full with --grade conventional):"
LEGEND = "●  this number   ○  about this   ●──●  between   ●┄┄▸  or more   ┄┄●  or fewer"


def conflicts(  # noqa: PLR0913  # one for each option
    event: str | None = None,
    /,
    *,
    of: Annotated[str | None, Parameter(help='Id of a property: "killed".')] = None,
    reading: ReadingId = None,
    grade: Annotated[Grade | None, Parameter(help="How sure: by all readings, or by some.")] = None,
    kind: Annotated[
        tuple[Rule, ...], Parameter(help="Only by these rules.", consume_multiple=True, show_default=False)
    ] = (),
    engine: Annotated[
        EngineName | None, Parameter(help="Ask an engine of SQL, for numbers alone; --archive can be an export.")
    ] = None,
    explain: Annotated[bool, Parameter(help="Say line by line why.", show_default=False)] = False,
    exit_code: Annotated[bool, Parameter(help="Exit with 1 if there is any conflict.", show_default=False)] = False,
    format: Format = "table",
    archive: ArchiveFolder = None,
) -> int:
    """Show the claims that cannot all be true, with who says them, in which words, and how to cite them.

    Example: `zhanaozen conflicts zhanaozen-shooting-2011 --of killed --explain`

    Args:
        event: Id of an event, its parts included; all events where none is given.
    """
    if engine is not None:
        if explain:
            complain("error: --explain needs the library's own search; leave out --engine")
            return USAGE
        from zhanaozen_archive._command.engines import by_engine

        found_any = by_engine(engine, archive, format, about=event, of=of, reading=reading, grade=grade, rules=kind)
        return FINDING if found_any and exit_code else FINE
    held = load(archive)
    with working("Searching for conflicts"):
        asked = held.disputes(about=event, of=of, reading=reading, grade=grade)
        revised = Revised(held.revisions(about=event, of=of))
    found = tuple(filter(None, (_by_rule(dispute, kind) for dispute in asked)))
    conflicts = [conflict for dispute in found for conflict in dispute.conflicts]
    complete = held.conflicts_are_complete
    if format == "json":
        told = {"conflicts": conflicts, "disputes": found, "revisions": revised.listed()}
        sizes = {"revision_counts": revised.counts(), "complete": complete}
        reply(held, **{name: [*map(record, things)] for name, things in told.items()}, **sizes)
    else:
        page = _Page(archive=held, revised=revised, in_full=grade == "conventional", explain=explain)
        give(held, "conflicts", conflicts, format, row=_row, lines=lambda _: page.lines(_plainest_first(found, event)))
    for line in _left_out(found, complete):
        complain(line)
    return FINDING if found and exit_code else FINE


def _by_rule(dispute: Dispute, rules: Sequence[Rule]) -> Dispute | None:
    """A dispute with its conflicts by some rules alone; None where there are none."""
    if not rules:
        return dispute
    conflicts = tuple(conflict for conflict in dispute.conflicts if conflict.rule in rules)
    crowds = tuple(crowd for crowd in dispute.crowds if crowd.widest.rule in rules)
    return evolve(dispute, conflicts=conflicts, crowds=crowds) if conflicts or crowds else None


def _plainest_first(disputes: Iterable[Dispute], event: str | None) -> list[Dispute]:
    """Those on the event itself before the others; those of pairs alone before those that many claims make together."""

    def order(dispute: Dispute) -> tuple[bool, int]:
        return dispute.event.id != event, max(len(conflict.claims) for conflict in dispute.conflicts)

    return sorted(disputes, key=order)


def _left_out(disputes: Iterable[Dispute], complete: bool) -> Iterator[str]:  # noqa: FBT001
    """What is counted and not listed, and whether more may not have been found."""
    for dispute in disputes:
        for crowd in dispute.crowds:
            about = f"{dispute.event.id}/{dispute.property.id}"
            yield f"{about}: of {many(crowd.size, 'conflict')} under {crowd.reading.id} only the widest is listed"
    if not complete:
        yield INCOMPLETE


def _row(conflict: Conflict) -> Row:
    """A conflict as a flat row: positions left out, lists joined by semicolons."""
    nested = record(conflict)
    nested.pop("positions")
    return {name: _flat(value) for name, value in nested.items()}


def _flat(value: str | bool | int | list[str] | None) -> str | int | None:  # noqa: FBT001  # as JSON holds it
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else value


@frozen(kw_only=True)
class _Page:
    """All that is shown for reading."""

    archive: Archive
    revised: Revised
    in_full: bool
    """Whether conflicts that hang on the reading are shown as those that are certain."""
    explain: bool

    def lines(self, found: Sequence[Dispute]) -> Iterator[str]:
        """The certain conflicts, the others, and the revisions, each in a section."""
        certain, others = (_of_grade(found, grade) for grade in get_args(Grade))
        sections = [self._full(CERTAIN, certain)] if certain else []
        if others:
            sections.append(self._full(CONVENTIONAL, others) if self.in_full else self._brief(others))
        if self.revised:
            sections.append(self.revised.lines())
        if not found:
            sections.insert(0, iter([NONE]))
        for number, section in enumerate(sections):
            yield from [""] if number else []
            yield from section

    def _full(self, intro: str, disputes: Sequence[Dispute]) -> Iterator[str]:
        yield from indented(intro, 0)
        for dispute in disputes:
            claims = sorted(dispute.claims, key=by_value)
            yield ""
            yield from full(dispute, claims)
            yield from counted(dispute)
            yield from said_in_all(dispute) if dispute.crowds else ()
            for conflict in dispute.conflicts if self.explain else ():
                yield from indented(f"{numbered(conflict, claims)}:")
                yield from self._explained(conflict)
        if any(map(is_count, disputes)):
            yield ""
            yield from indented(LEGEND, 0)

    def _brief(self, disputes: Sequence[Dispute]) -> Iterator[str]:
        yield from indented(BRIEF, 0)
        for dispute in disputes:
            yield ""
            yield from heading(dispute)
            for conflict in dispute.conflicts:
                facts = filter(None, [apart([conflict]), under([conflict])])
                told = f"{' – '.join(map(_short, conflict.claims))} ({', '.join(facts)})"
                yield from columns([("·", told)], (1, rest(1)))
                yield from self._explained(conflict) if self.explain else ()
            yield from counted(dispute)

    def _explained(self, conflict: Conflict) -> Iterator[str]:
        for line in explained(self.archive, conflict):
            yield from indented(line, 4)


def _of_grade(disputes: Iterable[Dispute], grade: Grade) -> list[Dispute]:
    """The disputes with what is of one grade in them."""
    parted = (
        evolve(
            dispute,
            conflicts=tuple(conflict for conflict in dispute.conflicts if conflict.grade == grade),
            crowds=tuple(crowd for crowd in dispute.crowds if crowd.grade == grade),
        )
        for dispute in disputes
    )
    return [dispute for dispute in parted if dispute.conflicts or dispute.crowds]


def _short(claim: AnyClaim) -> str:
    return f"{claim.root}: {wording.words(claim)}"
