"""What a piece of a claim's line says. Whatever is out of the ordinary raises an error, which says no more."""

from __future__ import annotations

import json
from itertools import pairwise

from zhanaozen_archive._loading.claims import LONGEST_QUOTATION, MOST_CODE_POINTS
from zhanaozen_archive._loading.hidden import fit
from zhanaozen_archive._loading.jsonl.claims import stretches
from zhanaozen_archive._loading.jsonl.decoding import Record, strictly
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.sources import Span


def object_of(piece: str, keys: tuple[str, ...]) -> Record:
    """The object of these keys that a piece is but for its braces."""
    given = strictly(f"{{{piece}}}".encode())
    if tuple(given) != keys:
        raise ValueError
    return given


def spans(piece: str) -> tuple[Span, ...]:
    """Stretches of the text, as a list of pairs."""
    return stretched(json.loads(piece))


def stretched(pairs: list[list[int]]) -> tuple[Span, ...]:
    """Stretches of the text, each behind the one before."""
    found = tuple(Span(*pair) for pair in pairs)
    if type(pairs) is not list or any(other.start < one.end for one, other in pairwise(found)):
        raise ValueError
    return found


def words(given: tuple[str, int | tuple[Span, ...]]) -> tuple[str, ...]:
    """The words of each stretch, of which the length is known, or where there are several, the place."""
    piece, at = given
    if piece == "null":
        return ()
    quote = object_of(f'"quote": {piece}', ("quote",))["quote"] if "\\" in piece else piece[1:-1]
    lengths = (at,) if isinstance(at, int) else tuple(map(len, at))
    found = stretches((quote,), lengths)
    fitting = tuple(map(len, found)) == lengths and max(lengths) <= MOST_CODE_POINTS
    if not fitting or any(len(stretch.split()) > LONGEST_QUOTATION for stretch in found):
        raise ValueError
    return found


def period(given: str | None) -> Period | None:
    """A date, where there is one."""
    return None if given is None else Period.parse(given)


def text(given: str | None) -> str | None:
    """A text, where there is one."""
    if given is None:
        return None
    if type(given) is not str or not given.strip():
        raise ValueError
    return fit(given)


def other_claim(given: str | None) -> str | None:
    """The id of another claim, with the key of its document."""
    if given is not None and "/" not in given:
        raise ValueError
    return text(given)
