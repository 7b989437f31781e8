"""The verb `conflicts` by an engine of SQL: pairs of claims on numbers that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Unpack

from attrs import asdict

from zhanaozen_archive._archive import Row
from zhanaozen_archive._command.layout import rest
from zhanaozen_archive._command.options import Format, load
from zhanaozen_archive._command.output import Heading, complain, give, reply
from zhanaozen_archive._command.progress import working
from zhanaozen_archive._engines.asking import MOST, Pair, Said, Which, ask
from zhanaozen_archive._engines.names import EngineName
from zhanaozen_archive._engines.opening import is_export, opened
from zhanaozen_archive._pictures.characters import columns

NONE = "No conflicts found."


def by_engine(engine: EngineName, path: Path | None, format: Format, **which: Unpack[Which]) -> bool:
    """Print the pairs that an engine finds in an archive or an export; whether there are any."""
    what = path if path is not None and is_export(path) else load(path)
    with working("Searching for conflicts"), opened(engine, what) as asked:
        found = ask(asked, **which)
    if format == "json":
        reply(found, pairs=[*map(_record, found.pairs)], complete=not found.cut)
    else:
        give(found, "pairs", found.pairs, format, row=_row, lines=_lines)
    for rule, many in found.cut:
        complain(f"{rule}: of {many:,} pairs only the first {MOST:,} are listed")
    return bool(found.pairs)


def _record(pair: Pair) -> dict[str, Any]:
    claims = {"more": asdict(pair.more), "less": asdict(pair.less)}
    return {
        "id": pair.id,
        "rule": pair.rule,
        "grade": pair.grade,
        "readings": [*pair.readings],
        "gap": pair.gap,
        **claims,
    }


def _row(pair: Pair) -> Row:
    """A pair as a flat row; of each claim what it says and who."""
    nested = _record(pair)
    more, less = nested.pop("more"), nested.pop("less")
    claims = {f"{side}_{name}": said[name] for side, said in (("more", more), ("less", less)) for name in said}
    return {**nested, "readings": "; ".join(pair.readings), **claims}


def _lines(pairs: Sequence[Pair]) -> Iterator[str]:
    """Pairs by event and property."""
    if not pairs:
        yield NONE
    for number, ((event, of), some) in enumerate(groupby(pairs, lambda pair: (pair.less.event, pair.less.property))):
        yield from [""] if number else []
        yield Heading(f"{event}: {of}")
        for pair in some:
            grade = "certain" if pair.grade == "certain" else ", ".join(pair.readings)
            yield from columns([("·", (_words(pair.more), f"against {_words(pair.less)}", f"({grade})"))], (1, rest(1)))


def _words(said: Said) -> str:
    """What a claim says, in its words where it has them, who says so, and its id."""
    coded = f"not {said.value}" if said.polarity == "denied" else said.value
    return f"{coded if said.quote is None else f'“{said.quote}”'} – {said.root} ({said.id})"
