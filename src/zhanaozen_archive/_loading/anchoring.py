"""Where words stand in a text, as the lines of TOML that a coder pastes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from zhanaozen_archive._loading.finding import places, written_otherwise
from zhanaozen_archive._loading.hidden import hidden_in_file
from zhanaozen_archive._loading.safely import LARGEST_TEXT, read_named

MOST_HITS = 20
"""Places that are listed; words that stand more often want words around them."""
_NEARBY = 100_000
"""Code points of a text in which words are looked for that are only like those given."""


@frozen
class Text:
    """A text that is being coded."""

    file: str
    content: str
    sha256: str

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Where each block between empty lines starts, or each line where none is empty; headline and credits too."""
        gap = r"\n\s*\n\s*" if re.search(r"\n\s*\n", self.content.strip()) else r"\n\s*"
        starts = (0, *(match.end() for match in re.finditer(gap, self.content)))
        return tuple(start for start in starts if self.content[start : start + 1].strip())


@frozen
class Anchor:
    """Words at their places in a text."""

    words: tuple[str, ...]
    """As the text has them."""
    at: tuple[tuple[int, int], ...]
    """Start and end of each stretch, in code points from 0, end exclusive."""
    differing: tuple[str, ...] = ()
    """What the words given differ in from those of the text."""


def text_of(path: Path) -> Text:
    """A text with its digest.

    Raises:
        Refused: It is no regular file, too large, or cannot be read.
        UnicodeDecodeError: It is not UTF-8.
    """
    content = read_named(path.resolve(), LARGEST_TEXT)
    return Text(path.name, content.decode(), sha256(content).hexdigest())


def anchors(text: str, words: tuple[str, ...]) -> Iterator[Anchor]:
    """Every place of the words to the letter; of several stretches, each is the first behind the one before.

    Args:
        text: The text.
        words: The words or, where others stand between, each stretch of them.
    """
    first, *others = words
    for start in places(text, first):
        at = [(start, start + len(first))]
        for stretch in others:
            found = text.find(stretch, at[-1][1])
            at.append((found, found + len(stretch)))
        if all(place >= 0 for place, _ in at):
            yield Anchor(words, tuple(at))


def near(text: str, words: tuple[str, ...]) -> Iterator[Anchor]:
    """The places of words that are written otherwise; where there is none, the one that is most like them."""
    found = False
    for start, end, differing in written_otherwise(text, " ".join(words)):
        found = True
        yield Anchor((text[start:end],), ((start, end),), differing)
    if not found and (likest := _likest(text[:_NEARBY], " ".join(words))):
        yield likest


def _likest(text: str, words: str) -> Anchor | None:
    """The stretch of as many code points that shares the longest run with the words, if that is half of them."""
    run = SequenceMatcher(None, text, words, autojunk=False).find_longest_match()
    if run.size * 2 < len(words):
        return None
    start = max(0, run.a - run.b)
    end = min(len(text), start + len(words))
    return Anchor((text[start:end],), ((start, end),), ("the words",))


def described(text: Text) -> Iterator[str]:
    """The `[text]` table of a document."""
    yield "[text]"
    yield f"file = {toml(text.file)}"
    yield f"sha256 = {toml(text.sha256)}"
    yield f"length = {len(text.content)}"
    yield "# Where each block starts: take out those of the headline, the standfirst and the credits."
    yield f"paragraphs = {[*text.paragraphs]}"


def lines(anchor: Anchor, text: Text) -> Iterator[str]:
    """The lines of a claim, and above them where the words stand."""
    block = sum(start <= anchor.at[0][0] for start in text.paragraphs)
    yield f"# {text.file} (SHA-256 {text.sha256[:12]}…), block {block} of {len(text.paragraphs)}"
    several = len(anchor.words) > 1
    words = [toml(stretch) for stretch in anchor.words]
    yield f"quote = {'[' + ', '.join(words) + ']' if several else words[0]}"
    at = [list(place) for place in anchor.at]
    yield f"at = {at if several else at[0]}"


def toml(text: str) -> str:
    """A text as TOML writes it, what cannot be seen as an escape."""
    written = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    while hidden := hidden_in_file(written):
        code = ord(hidden[0])
        written = written.replace(hidden[0], f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")  # noqa: PLR2004
    return written
