"""The verb that writes the archive in another format: `export`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, get_args

from cyclopts import Parameter

from zhanaozen_archive._command import FINE, USAGE
from zhanaozen_archive._command.options import ArchiveFolder, load
from zhanaozen_archive._command.output import complain, write
from zhanaozen_archive._exporting import BinaryFormat, FolderFormat, Format
from zhanaozen_archive._exporting import export as exported

Output = Annotated[
    Path | None, Parameter(name=["--output", "-o"], help="File, or folder of csv or parquet; stdout by default.")
]
Without = Annotated[bool, Parameter(help="Leave the names of private living persons out.", show_default=False)]


def export(
    format: Format,
    /,
    *,
    output: Output = None,
    without_sensitive: Without = False,
    archive: ArchiveFolder = None,
) -> int:
    """Write the archive in another format, to a file that is whole or not there.

    Example: `zhanaozen export csl-json -o references.json`

    Args:
        format: The first four take references to Zotero, Word, pandoc or LaTeX; csv and parquet are folders.
    """
    if output is None and format in get_args(FolderFormat):
        complain(f"error: {format} is several files: name a folder with -o")
        return USAGE
    if output is None and format in get_args(BinaryFormat):
        complain(f"error: {format} is no text: name a file with -o")
        return USAGE
    written = exported(load(archive), format, output, sensitive=not without_sensitive)
    if output is None and isinstance(written, str):
        write(written.removesuffix("\n").split("\n"))
    elif output is None and not isinstance(written, bytes | Mapping):
        write(line.removesuffix("\n") for line in written)
    return FINE
