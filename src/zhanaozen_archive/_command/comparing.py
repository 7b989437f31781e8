"""The verb `compare`: how two claims stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from cyclopts import Parameter

from zhanaozen_archive._archive.verdicts import comparison
from zhanaozen_archive._command import FINE, wording
from zhanaozen_archive._command.disputes import under
from zhanaozen_archive._command.layout import fields, indented
from zhanaozen_archive._command.options import ArchiveFolder, ReadingId, load
from zhanaozen_archive._command.output import Heading, reply, write
from zhanaozen_archive._command.proofs import apart
from zhanaozen_archive._conflicts import Comparison, Compatible, Conflicting, Incomparable
from zhanaozen_archive._model.claims import AnyClaim

How = Annotated[Literal["table", "json"], Parameter(name="--format", help="How to print.", show_default=False)]


def compare(
    a: str,
    b: str,
    /,
    *,
    reading: ReadingId = None,
    format: How = "table",
    archive: ArchiveFolder = None,
) -> int:
    """Say whether two claims exclude each other, can both be true, replace one another, or cannot be compared.

    Example: `zhanaozen compare rferl2023riot/killed-zhanaozen workingclass2011striking/killed-officials`

    Args:
        a: Id of a claim.
        b: Id of another.
    """
    held = load(archive)
    one, other = held.claim(a), held.claim(b)
    heard = next(iter(held.readings), None) if reading is None else held.reading(reading)
    found = held.compare(one, other, reading=heard)
    if format == "json":
        reply(held, comparison=comparison(one, other, found, heard.id if heard else "strict"))
    else:
        write(_lines(one, other, found))
    return FINE


def _lines(a: AnyClaim, b: AnyClaim, found: Comparison) -> Iterator[str]:
    for claim in (a, b):
        yield Heading(claim.id)
        yield from fields(
            [
                ("On", f"{claim.event}, {claim.property}"),
                ("Says", f"{wording.words(claim)} – {claim.root}"),
                ("Scope", str(claim.scope)),
                ("Modality", claim.modality if claim.modality != "asserted" else None),
            ]
        )
        yield ""
    yield from indented(_outcome(found), 0)


def _outcome(found: Comparison) -> str:
    """The outcome in a sentence."""
    match found:
        case Conflicting(conflict):
            facts = ", ".join(filter(None, [apart([conflict]), under([conflict])]))
            return f"They cannot both be true{f': {facts}' if facts else ''}."
        case Compatible(world):
            numbers = {number for (what, _), number in world if what == "count"}
            return f"They can both be true{f', as with {min(numbers):,}' if len(numbers) == 1 else ''}."
        case Incomparable(axis):
            return f"They cannot be compared, because they differ in {axis}: one says nothing of the other."
        case _:
            verb = "replaces" if found.kind == "revised" else "overtakes"
            return f"{found.later.id} {verb} {found.earlier.id}: {found.because}"
