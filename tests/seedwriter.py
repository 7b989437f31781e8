"""An archive written back as a folder in the format that it is loaded from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from zhanaozen_archive import (
    Archive,
    Claim,
    Count,
    Definition,
    Disjoint,
    Duration,
    Hint,
    Period,
    Source,
    Span,
    Step,
    Term,
    Text,
)

Table = Mapping[str, Any]


def write_seeds(archive: Archive, folder: Path) -> Path:
    """Write the archive into a folder, which is given back."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for file, tables in seeds(archive).items():
        (folder / file).write_bytes(toml(tables).encode())
    return folder


def seeds(archive: Archive) -> dict[str, Table]:
    """The tables of each file."""
    version = {"title": archive.title, "data_version": archive.data_version, "schema_version": 1}
    version |= filled(maintainers=archive.maintainers)
    files: dict[str, Table] = {
        "archive.toml": version,
        "events.toml": {e.id: filled(label=e.label, kind=e.kind, part_of=id_of(e.part_of)) for e in archive.events()},
        "places.toml": {p.id: place(p) for p in archive.places()},
        "agents.toml": {a.id: agent(a) for a in archive.agents()},
        "codebook.toml": codebook(archive),
        "readings.toml": {r.id: reading(r) for r in archive.readings},
        "retired.toml": {r.id: filled(because=r.because, successors=r.successors) for r in archive.retired},
    }
    documents = [source for source in archive.sources() if source.part_of is None]
    return files | {f"sources/{d.key}.toml": document(archive, d) for d in documents}


def filled(**keys: Any) -> dict[str, Any]:
    """The keys that have something to say."""
    return {key: value for key, value in keys.items() if value or type(value) is int}


def id_of(thing: Any) -> str | None:
    return thing and thing.id


def agent(a: Any) -> Table:
    return filled(
        names=a.names,
        kind=a.kind,
        family=a.family,
        given=a.given,
        within=id_of(a.within),
        same_as=id_of(a.same_as),
        same_because=a.same_because,
        sensitive=a.sensitive,
    )


def codebook(archive: Archive) -> Table:
    book = archive.codebook
    return {
        "properties": {d.property.id: definition(d) for d in book.definitions},
        "vocabularies": {
            v.id: filled(exclusive=v.exclusive) | {"terms": {term.id: term.label for term in v.terms}}
            for v in book.vocabularies
        },
        "populations": {p.id: filled(label=p.label, within=id_of(p.within)) for p in book.populations},
        "disjoint": [family(d) for d in book.disjoint],
    }


def definition(d: Definition) -> Table:
    return filled(
        kind=d.property.kind,
        definition=d.definition,
        unit=d.unit,
        vocabulary=id_of(d.vocabulary),
        cumulative=d.cumulative,
        parts=d.parts,
        role=d.role,
    )


def family(d: Disjoint) -> Table:
    events, populations = [e.id for e in d.events], [p.id for p in d.populations]
    return filled(because=d.because, events=events, populations=populations)


def place(p: Any) -> Table:
    beside = filled(beside=p.beside, beside_because=p.beside_because)
    return filled(names=p.names, kind=p.kind, within=id_of(p.within)) | (beside if p.beside else {})


def reading(r: Any) -> Table:
    words = {w.word: filled(at_least=w.low, at_most=w.high, because=w.because) for w in r.words}
    return filled(
        label=r.label,
        because=r.because,
        dates_as_written=r.dates_as_written,
        floors=r.floors and hint(r.floors),
        ceilings=r.ceilings and hint(r.ceilings),
        about=r.about and hint(r.about),
        properties=[*r.properties],
        words=words,
    )


def hint(h: Hint) -> Table:
    return {"times": h.times, "because": h.because}


def document(archive: Archive, source: Source) -> Table:
    original = source.original
    assert original is not None
    text = {"file": original.file, "sha256": original.sha256, "length": original.length}
    voices = [s for s in archive.sources() if s.document == source != s]
    claims = [claim for claim in archive.claims() if claim.document == source]
    return filled(
        source=details(source),
        text=text | filled(paragraphs=source.paragraphs),
        voices=[voice(v) for v in voices],
        claims=[claim_row(c) for c in claims],
    )


def details(s: Source) -> Table:
    return filled(
        type=s.csl_type,
        voice=s.voice.id,
        title=s.title,
        authors=[a.id for a in s.authors],
        contributors=[a.id for a in s.contributors],
        publisher=s.publisher,
        container=s.container,
        genre=s.genre,
        number=s.number,
        url=s.url,
        issued=s.issued and s.issued.text,
        inferred={i.field: i.because for i in s.inferred},
        note=s.note,
    )


def voice(s: Source) -> Table:
    own = filled(part_of=s.part_of and s.part_of.key, stands_alone=s.stands_alone, at=spans(s.at))
    return {"key": s.key} | details(s) | own | filled(paragraphs=s.paragraphs)


def claim_row(c: Claim[Any]) -> Table:
    own = len(c.source.voices)
    steps = [step(s) for s in c.attribution[own:]]
    return filled(
        id=c.id.partition("/")[2],
        event=c.event.id,
        property=c.property.id,
        value=value(c.value),
        quote=c.words,
        at=spans(c.at),
        also_at=spans(c.also_at),
        source=c.source.key,
        verb=None if steps else c.attribution[-1].verb,
        attribution=steps,
        place=id_of(c.scope.place),
        population=id_of(c.scope.population),
        time=c.scope.time and c.scope.time.text,
        as_of=c.as_of and c.as_of.text,
        as_of_inferred=c.as_of_inferred,
        polarity=c.polarity,
        modality=c.modality,
        supersedes=c.supersedes,
        supersedes_because=c.supersedes_because,
        repeats=c.repeats,
        about_claim=c.about_claim,
        stance=c.stance,
        inferred=c.inferred,
        note=c.note,
    )


def step(s: Step) -> Table:
    return filled(agent=s.agent.id, verb=s.verb, at=spans(s.at))


def spans(at: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in at]


def value(v: object) -> Any:
    """A value as its property asks; a place, an agent or an event by its id."""
    match v:
        case Count():
            return count(v)
        case Duration():
            return {v.unit: count(v.count)}
        case Period():
            return v.text
        case Term():
            return v.id
        case Text():
            return v.gloss
        case _:
            return id_of(v)


def count(c: Count) -> Table:
    if c.word is not None:
        return {"vague": c.word}
    return {"at_least": c.low} | filled(at_most=c.high, about=c.about)


# --- TOML


def toml(tables: Table) -> str:
    """The tables as TOML: a header for each table of tables, the rest in a line."""
    plain = {key: v for key, v in tables.items() if not nested(v)}
    parts = [lines(plain)]
    for key, v in tables.items():
        if isinstance(v, Mapping) and nested(v):
            parts += [f"[{name(key)}]\n{lines(v)}"]
        elif nested(v):
            parts += [f"[[{name(key)}]]\n{lines(row)}" for row in v]
    return "\n".join(parts)


def nested(v: object) -> bool:
    """Whether it is a table, or a list of tables that have headers of their own."""
    return isinstance(v, Mapping) or (isinstance(v, list) and bool(v) and isinstance(v[0], Mapping))


def lines(table: Table) -> str:
    return "".join(f"{name(key)} = {inline(v)}\n" for key, v in table.items())


def name(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def inline(v: object) -> str:
    """A value in a line. JSON writes texts as TOML reads them, but for one control character."""
    if isinstance(v, str):
        return json.dumps(v, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(v, bool):
        return str(v).lower()
    if isinstance(v, Mapping):
        return "{ " + ", ".join(f"{name(key)} = {inline(item)}" for key, item in v.items()) + " }"
    if isinstance(v, int):
        return str(v)
    assert isinstance(v, list | tuple), v
    return "[" + ", ".join(map(inline, v)) + "]"
