"""The verbs for those who follow releases: `diff` and `ledger`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from zhanaozen_archive._archive import Row
from zhanaozen_archive._command import FINDING, FINE
from zhanaozen_archive._command.layout import indented, many
from zhanaozen_archive._command.options import ArchiveFolder, Format, load
from zhanaozen_archive._command.output import Heading, complain, give, reply, write
from zhanaozen_archive._releases.changelog import unnamed
from zhanaozen_archive._releases.diff import Change, Difference, FieldChange, Leaf, Release

SHORT = 12
"""Digits of a digest that tell two releases apart."""


def diff(
    older: Path,
    newer: Path | None = None,
    /,
    *,
    exit_code: Annotated[bool, Parameter(help="Exit with 1 if anything differs.", show_default=False)] = False,
    changelog: Annotated[
        Path | None, Parameter(help="Exit with 1 if the newest section of this file leaves a change out.")
    ] = None,
    format: Format = "table",
) -> int:
    """Show what changed from one release of an archive to another: records, their fields, and conflicts.

    Example: `zhanaozen diff zhanaozen_archive-0.1.0-py3-none-any.whl --exit-code`

    Args:
        older: Folder of an archive, or a wheel of this library.
        newer: Another; the archive that comes with the library where none is given.
    """
    held = load(newer)
    found = held.diff(load(older))
    if format == "json":
        reply(held, **_record(found))
    elif format == "table":
        write(_lines(found))
    else:
        rows = [row for change in found.changes for row in _rows(change)]
        give(held, "changes", rows, format, row=dict, lines=lambda _: ())
    left_out = tuple(unnamed(found, changelog.read_text(encoding="utf-8"))) if changelog else ()
    for line in left_out:
        complain(line)
    return FINDING if left_out or (found and exit_code) else FINE


def ledger(*, archive: ArchiveFolder = None) -> None:
    """Print kind, id and SHA-256 of every record; the digest of the archive is that of these lines, joined.

    Example: `zhanaozen ledger | head -c -1 | sha256sum`
    """
    write(load(archive).ledger())


def _lines(found: Difference) -> Iterator[str]:
    yield f"from {_release(found.older)} to {_release(found.newer)}"
    for how, changes in (("Added", found.added), ("Changed", found.changed), ("Withdrawn", found.withdrawn)):
        if changes:
            yield ""
            yield Heading(f"{how}: {many(len(changes), 'record')}")
            for change in changes:
                yield from _told(change)
    for how, conflicts in (("appeared", found.appeared), ("vanished", found.vanished)):
        if conflicts:
            yield ""
            yield Heading(f"Conflicts that {how}: {len(conflicts)}")
            for conflict in conflicts:
                yield from indented(conflict.id)
                yield from indented(str(conflict), 4)
    if not found:
        yield "no difference"


def _release(release: Release) -> str:
    return f"{release.data_version} (digest {release.digest[:SHORT]}…)"


def _told(change: Change) -> Iterator[str]:
    words = f" “{change.words}”" if change.words else ""
    yield from indented(f"{change.kind} {change.id}{words}")
    for field in change.fields:
        yield from indented(f"{field.field}: {_value(field.before)} → {_value(field.after)}", 4)
    if change.retired:
        instead = ", ".join(change.retired.successors) or "nothing"
        yield from indented(f"{change.retired.because} In its place: {instead}", 4)


def _value(value: Leaf) -> str:
    if value is None:
        return "nothing"
    return f"“{value}”" if isinstance(value, str) else str(_plain(value))


def _plain(value: Leaf) -> Any:
    """A value as JSON holds it."""
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _rows(change: Change) -> Iterator[Row]:
    """A row for each field that changed, or one for the whole record."""
    fields: Sequence[FieldChange | None] = change.fields or (None,)
    for field in fields:
        yield {
            "how": change.how,
            "kind": change.kind,
            "id": change.id,
            "words": change.words,
            "field": field.field if field else None,
            "before": _value(field.before) if field else None,
            "after": _value(field.after) if field else None,
        }


def _record(found: Difference) -> dict[str, Any]:
    """The difference in its nested form."""
    return {
        "older": {"data_version": found.older.data_version, "digest": found.older.digest},
        "added": [_summary(change) for change in found.added],
        "changed": [
            _summary(change)
            | {
                "fields": [
                    {"field": field.field, "before": _plain(field.before), "after": _plain(field.after)}
                    for field in change.fields
                ]
            }
            for change in found.changed
        ],
        "withdrawn": [
            _summary(change)
            | {
                "because": change.retired.because if change.retired else None,
                "successors": [*change.retired.successors] if change.retired else [],
            }
            for change in found.withdrawn
        ],
        "conflicts": {
            "appeared": [conflict.id for conflict in found.appeared],
            "vanished": [conflict.id for conflict in found.vanished],
        },
    }


def _summary(change: Change) -> dict[str, Any]:
    return {"kind": change.kind, "id": change.id, "words": change.words}
