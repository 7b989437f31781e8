"""The verbs for those who code texts: `new` and `anchor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from zhanaozen_archive._command import FINDING, FINE
from zhanaozen_archive._command.layout import many
from zhanaozen_archive._command.output import complain, write


def new(
    folder: Path,
    /,
    *,
    title: Annotated[str | None, Parameter(help="Title of the archive; the folder's name where none is given.")] = None,
) -> int:
    """Start an archive of your own: a folder of files that can be checked at once, with examples as comments.

    Example: `zhanaozen new my-archive --title "Chairs of the town hall"`

    Args:
        folder: The folder, which must be new or empty.
    """
    from zhanaozen_archive._loading.starting import start

    start(folder, title or folder.absolute().name)
    write([f"{folder}: describe a text with `zhanaozen anchor TEXT`, then check with `zhanaozen validate {folder}`"])
    return FINE


def anchor(text: Path, /, *words: str) -> int:
    """Print where words stand in a text, as lines to paste into a claim; without words, those that describe the text.

    Several stretches of words are one quotation with other words between. Words that are not there to the letter are
    looked for as they may be written; then the lines have the words of the text, and what differs is told.

    Example: `zhanaozen anchor report.txt "twelve chairs"`

    Args:
        text: The file of the text.
        words: The words, in quotation marks.
    """
    from zhanaozen_archive._loading.anchoring import MOST_HITS, anchors, described, lines, near, text_of
    from zhanaozen_archive._loading.safely import Refused

    try:
        coded = text_of(text)
    except (Refused, UnicodeDecodeError) as error:
        complain(f"error: {text}: {error.message if isinstance(error, Refused) else f'is not UTF-8: {error}'}")
        return FINDING
    if not words:
        write(described(coded))
        return FINE
    exact = [*anchors(coded.content, words)]
    found = exact or [*near(coded.content, words)]
    for number, one in enumerate(found[:MOST_HITS]):
        write([""] if number else [])
        write(lines(one, coded))
        if one.differing:
            complain(f"not to the letter: the text differs in {' and '.join(one.differing)}")
    if len(found) > 1:
        complain(f"{many(len(found), 'place')}; keep the one that is meant, or give more words")
    if not found:
        complain("nothing in the text is like these words")
    return FINE if exact else FINDING
