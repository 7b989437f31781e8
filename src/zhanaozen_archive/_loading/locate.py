"""Where the archive that comes with the library lies."""

from __future__ import annotations

from pathlib import Path

from zhanaozen_archive.errors import ArchiveError


def packaged_seeds() -> Path:
    """The folder of the shipped archive: inside the installed package or, in a checkout, at its top.

    Raises:
        ArchiveError: The installation lacks it.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seeds", package.parents[1] / "seeds"):
        if (folder / "archive.toml").is_file():
            return folder
    raise ArchiveError("this installation has no seeds; reinstall zhanaozen-archive")
