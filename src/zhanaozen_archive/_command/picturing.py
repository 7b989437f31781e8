"""The verb `picture`: what the library can draw, as text, as a piece of HTML or as a whole SVG document."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command import FINE, USAGE
from zhanaozen_archive._command.layout import page
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import complain, write
from zhanaozen_archive._pictures import Picture, attribution, timeline, toll

Kind = Literal["toll", "timeline", "attribution"]
How = Annotated[Literal["text", "html", "svg"], Parameter(name="--format", help="How to draw.", show_default=False)]


def picture(
    kind: Kind,
    event: Annotated[str | None, Parameter(help="Id of an event; of a timeline, its parts are included.")] = None,
    /,
    *,
    of: Annotated[str | None, Parameter(help="A property; of a toll, one that counts.")] = None,
    format: How = "text",
    archive: ArchiveFolder = None,
) -> int:
    """Draw who gives which number (toll), what happened when (timeline), or who speaks through whom (attribution).

    Example: `zhanaozen picture toll zhanaozen-shooting-2011 --of killed --format svg > killed.svg`

    Args:
        kind: What to draw.
    """
    held = load(archive)
    if kind == "timeline" and of is not None:
        complain("error: a timeline is of all that dates an event; leave --of out")
        return USAGE
    drawn = timeline(held, event) if kind == "timeline" else _of_claims(held, kind, event, of)
    write({"text": lambda: drawn.text(page()), "html": drawn.html, "svg": drawn.svg}[format]().split("\n"))
    return FINE


def _of_claims(held: Archive, kind: Kind, event: str | None, of: str | None) -> Picture:
    if kind == "attribution":
        return attribution(held.claims(about=event, of=of))
    return toll(held.claims(about=event, of="killed" if of is None else of))
