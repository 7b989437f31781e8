"""What every format for reference managers is written from: CSL items, with remarks on what they cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing import csl_item
from zhanaozen_archive._model.sources import Source

Item = dict[str, Any]
"""A CSL item. Its `annote`, which no style prints, says what the archive remarks on the source."""
_UNSEEN = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\"<>\\^`{|}]")


def items(archive: Archive) -> list[Item]:
    """An item for every source of the archive, in its order."""
    return [_item(source) for source in archive.sources()]


def _item(source: Source) -> Item:
    item = csl_item(source)
    remarks = sentences(_remarks(source))
    return {**item, "annote": remarks} if remarks else item


def _remarks(source: Source) -> Iterator[str]:
    """Why what is inferred is held, and the archive's own note."""
    yield from (f"{one.field.capitalize()} is inferred: {one.because}" for one in source.inferred)
    if source.note:
        yield f"Note: {source.note}"


def sentences(parts: Iterator[str] | Sequence[str | None]) -> str:
    """The parts that are there, each as a sentence of its own."""
    return " ".join(text if text.endswith(".") else f"{text}." for part in parts if part and (text := line(part)))


def line(text: str) -> str:
    """The text on one line: every run of spaces, line ends and control characters is one space."""
    return _UNSEEN.sub(" ", text).strip()


def address(url: str) -> str:
    """The URL with every character percent-encoded that no URL has, and that could end the field it stands in."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)


def name(parts: dict[str, str]) -> str:
    """A CSL name in plain text, family name first."""
    return parts.get("literal") or ", ".join(filter(None, (parts.get("family"), parts.get("given"))))


def dates(issued: Item) -> list[list[str]]:
    """Year, month and day of one date, or of the first and the last, as ISO 8601 has them: 1 BC is the year 0000."""
    return [[_year(year), *(f"{part:02}" for part in rest)] for year, *rest in issued["date-parts"]]


def _year(csl_year: int) -> str:
    year = csl_year + 1 if csl_year < 0 else csl_year
    return f"{'Y' if abs(year) >= 10**4 else ''}{'-' if year < 0 else ''}{abs(year):04}"


def edtf(issued: Item) -> str:
    """The date or the interval as EDTF and BibLaTeX write it, `~` behind what is not certain."""
    mark = "~" if issued.get("circa") else ""
    return "/".join(f"{'-'.join(parts)}{mark}" for parts in dates(issued))
