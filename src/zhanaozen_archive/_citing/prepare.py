"""Items as styles print them best: what no style prints of a type is moved to where it does, or told by another."""

from __future__ import annotations

from typing import Any

_WITH_OWN_WORDS = ("broadcast", "personal_communication", "post")
_LEGAL = ("bill", "hearing", "legal_case", "legislation", "patent", "regulation", "treaty")
"""Types that styles name themselves, as "[Online post]", and types whose form needs a title."""
_NAMED_BY_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper")
_IN_SERIES = (*_NAMED_BY_PERIODICAL, "broadcast", "post", "post-weblog")
"""Types whose container is what they appeared in, one after the other."""


def prepared(item: dict[str, Any], *, reported: bool, notes: bool) -> dict[str, Any]:
    """A CSL item with its type and variables as styles expect them.

    Args:
        item: The item.
        reported: Whether it is heard in a document, which is its container: no periodical, no site, no programme.
        notes: Whether the style cites in notes. Such styles print no word of their own for a post, and leave posts out
            of their lists on purpose.
    """
    item = _in_periodical(item)
    described = _is_description(item.get("title", ""))
    said = {"genre"} if described else set()  # the description says it
    kept = {variable: value for variable, value in item.items() if variable not in said}
    kind = str(item["type"])
    if kind == "post" and notes:
        return kept
    document = (reported and kind in _IN_SERIES) or _is_better_a_document(item, kind, described=described)
    return kept | {"type": "document"} if document else kept


def _in_periodical(item: dict[str, Any]) -> dict[str, Any]:
    """An article with its publisher as what it appeared in: no style prints the publisher of one."""
    if item["type"] not in _NAMED_BY_PERIODICAL or "container-title" in item or "publisher" not in item:
        return item
    return {v if v != "publisher" else "container-title": value for v, value in item.items()}


def _is_better_a_document(item: dict[str, Any], kind: str, *, described: bool) -> bool:
    """Whether a style would print a wrong word for its type, or no name."""
    nameless = kind in _NAMED_BY_PERIODICAL and not {"author", "container-title"} & item.keys()
    preprint = kind == "article"  # what styles take it for, and say so
    return nameless or preprint or (described and kind in (*_WITH_OWN_WORDS, *_LEGAL))


def _is_description(text: str) -> bool:
    return text.startswith("[") and text.endswith("]")
