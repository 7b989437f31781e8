"""Starting an archive: files that can be loaded at once, with what can be written into each as comments."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from zhanaozen_archive._archive import SCHEMA_VERSION
from zhanaozen_archive._loading.anchoring import toml
from zhanaozen_archive._loading.locate import packaged_seeds
from zhanaozen_archive._loading.schema import schemas
from zhanaozen_archive.errors import ArchiveError

SCHEMAS = ".schema"
"""The folder of the schemas; what begins with a dot is not read as part of the archive."""
_AGENTS = """\
# Who speaks or takes part, each by an id. `kind` is person, body, group, unnamed or unknown; the first name is shown.
#
# [town-office]
# names = ["Town Office", "the office"]
# kind = "body"

[nobody-named]
names = ["source not named"]
kind = "unknown"
"""
_EVENTS = """\
# What happened, each by an id. An event has no date and no place here: those are claims.
#
# [moving-2020]
# label = "Moving of the chairs"
# kind = "move"
"""
_PLACES = """\
# Places, each by an id, with every spelling of the documents.
#
# [town]
# names = ["Town", "The Town"]
# kind = "town"
"""
_RETIRED = """\
# Ids that are no longer used, each with the reason and its successors. Never emptied.
"""
_CODEBOOK = """\
# What a claim can be about. `kind` is count, duration, period, term, place, agent, event or text.

[properties.killed]
kind = "count"
unit = "people"
parts = "Whoever was killed in a part of an event was killed in the event."
cumulative = "The dead stay dead: a toll can only grow as more become known."
definition = "People who lost their lives in the event."

[properties.participants]
kind = "count"
unit = "people"
parts = "Whoever took part in a part of an event took part in the event."
definition = "People who took part."

[properties.date]
kind = "period"
role = "date"
definition = "The days on which it was."

[properties.duration]
kind = "duration"
role = "duration"
definition = "How long it lasted."

[properties.place]
kind = "place"
role = "place"
definition = "Where it was."

[properties.account]
kind = "text"
definition = "What fits nothing else, in a short gloss."
"""


def start(folder: Path, title: str) -> None:
    """Write the files of an archive without documents into a folder that is new or empty, all of them or none.

    Raises:
        ArchiveError: There is something in the folder already.
        OSError: It cannot be written.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise ArchiveError(f"{str(folder)!r} is there already, and is not empty")
    try:
        _make(folder, title)
    except OSError as error:  # which can be of a folder that nobody knows
        raise type(error)(error.errno, error.strerror, str(folder)) from None


def _make(folder: Path, title: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f".{folder.name[:40]}-", dir=folder.parent))
    try:
        for name, content in _files(title):
            (made / name).parent.mkdir(exist_ok=True)
            (made / name).write_text(content, encoding="utf-8", newline="\n")
        (made / "sources").mkdir()
        made.chmod(0o777 & ~_mask())
        made.replace(folder)
    except BaseException:
        rmtree(made, ignore_errors=True)
        raise


def _files(title: str) -> Iterator[tuple[str, str]]:
    readings = (packaged_seeds() / "readings.toml").read_text(encoding="utf-8")
    archive = (
        "# The archive as a whole. `data_version` is the year and month of a release.\n"
        f'title = {toml(title)}\ndata_version = "2000.1"\nschema_version = {SCHEMA_VERSION}\n'
    )
    written = {
        "archive": archive,
        "agents": _AGENTS,
        "codebook": _CODEBOOK,
        "events": _EVENTS,
        "places": _PLACES,
        "readings": readings,
        "retired": _RETIRED,
    }
    yield from ((f"{name}.toml", f"#:schema {SCHEMAS}/{name}.json\n{text}") for name, text in written.items())
    yield from ((f"{SCHEMAS}/{name}.json", schema_text(schema)) for name, schema in schemas().items())


def schema_text(schema: dict[str, object]) -> str:
    """A schema as it is written into a file."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"


def _mask() -> int:
    """The permissions that new files do not have, which can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
