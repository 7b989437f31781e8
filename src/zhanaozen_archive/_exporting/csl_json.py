"""CSL-JSON: the items as they are, each with the key that it is cited by."""

from __future__ import annotations

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.plain import written
from zhanaozen_archive._exporting.references import items


def csl_json(archive: Archive) -> str:
    """A list of CSL items; `citation-key` is for programs that would make up one of their own."""
    return written([{"id": item["id"], "citation-key": item["id"], **item} for item in items(archive)])
