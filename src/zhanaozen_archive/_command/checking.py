"""The verbs that check: `validate` and `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command import FINDING, FINE
from zhanaozen_archive._command.layout import many
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import complain, write
from zhanaozen_archive._command.progress import working
from zhanaozen_archive.errors import InvalidArchive, Problem


def validate(folder: Path, /) -> int:
    """Check the folder of an archive and print every problem with its file and line.

    Example: `zhanaozen validate my-archive`

    Args:
        folder: The folder that holds `archive.toml`.
    """
    try:
        archive = load(folder)
    except InvalidArchive as error:
        return _told(error.problems)
    write([f"no problems: {_size(archive)}"])
    return FINE


def verify(
    *,
    texts: Annotated[Path, Parameter(help="Folder with the original texts.")],
    archive: ArchiveFolder = None,
) -> int:
    """Compare the bytes of every original text, and every quotation at its place, with the archive.

    Example: `zhanaozen verify --texts my-texts`
    """
    from zhanaozen_archive._loading.texts import verify as compared

    held = load(archive)
    with working("Comparing the texts"):
        found = compared(held, texts)
    described = sum(source.original is not None for source in held.sources())
    quoted = sum(len(claim.words) for claim in held.claims())
    write(
        [
            f"texts: {found.texts} of {described} are the ones that were coded, byte for byte",
            *(f"  {text.file}: {text.status}" for text in found.compared),
            f"quotations: {found.quotations} of {quoted} stand to the letter where the archive says",
            f"places: {many(found.places, 'claim')} without quoted words, by place alone, so nothing to compare",
        ]
    )
    return _told(found.problems) if found.problems else FINE


def _told(problems: tuple[Problem, ...]) -> int:
    write(map(str, problems))
    complain(many(len(problems), "problem"))
    return FINDING


def _size(archive: Archive) -> str:
    documents = sum(source.part_of is None for source in archive.sources())
    voices = len(archive.sources()) - documents
    counted = ((documents, "document"), (voices, "voice"), (len(archive.events()), "event"))
    return ", ".join(many(*one) for one in (*counted, (len(archive.claims()), "claim")))
