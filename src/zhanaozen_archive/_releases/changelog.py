"""Whether a changelog names what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhanaozen_archive._releases.diff import Change, Difference


def unnamed(difference: Difference, changelog: str) -> Iterator[str]:
    """What the newest section of a changelog leaves out, a line each.

    Of a record that was changed or withdrawn, the id has to stand there. Of one that was added, the key of its document
    does as well: a document that is new is one piece of news.

    Args:
        difference: What changed since the last release.
        changelog: The text of the changelog; a section begins with "## ".
    """
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)
    named = set(re.findall(r"[\w-]+(?:/[\w-]+)?", sections[1] if len(sections) > 1 else ""))
    for change in difference.changes:
        if named.isdisjoint(_names(change)):
            yield f"the changelog does not name what was {change.how}: {change.kind} {change.id}"
        if change.how == "withdrawn" and change.retired is None and change.kind != "retired":
            yield f"nothing in retired.toml says what became of {change.kind} {change.id}"
    if difference.changes and difference.older.data_version == difference.newer.data_version:
        yield f"the data changed, but its version is still {difference.newer.data_version}"


def _names(change: Change) -> set[str]:
    return {change.id, change.id.partition("/")[0]} if change.how == "added" else {change.id}
