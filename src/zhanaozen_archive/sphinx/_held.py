"""The archive of a build."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._loading import load

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def archive_of(env: BuildEnvironment) -> Archive:
    """The archive that the project's settings name; loaded once.

    Raises:
        ArchiveError: It cannot be loaded.
    """
    return archive_at(env.srcdir, env.config)


def archive_at(folder: Path, config: Any) -> Archive:
    """The archive that settings name, from the folder of the pages."""
    named = config.zhanaozen_archive
    return _loaded(None if named is None else Path(folder) / named)


@cache
def _loaded(folder: Path | None) -> Archive:
    return load(folder)
