"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command.progress import working

ArchiveFolder = Annotated[
    Path | None,
    Parameter(name="--archive", help="Folder of another archive, or a file of JSON Lines."),
]
Format = Annotated[
    Literal["table", "json", "csv", "md"],
    Parameter(name="--format", help="How to print.", show_default=False),
]
About = Annotated[str | None, Parameter(help="Id of an event; its parts are included.")]
ReadingId = Annotated[str | None, Parameter(name="--reading", help='Id of a reading of the words: "plain".')]
Since = Annotated[str | None, Parameter(help="An EDTF date; nothing that was certainly over before it.")]
Until = Annotated[str | None, Parameter(help="An EDTF date; nothing that certainly began after it.")]
Texts = Annotated[Path | None, Parameter(help="Folder with the original texts.")]


def load(folder: Path | None, texts: Path | None = None) -> Archive:
    """The archive of a folder or file, or the one that comes with the library."""
    from zhanaozen_archive._loading import load as load_archive

    with working("Reading the archive"):
        return load_archive(folder, texts=texts)
