"""What a type checker must know of the public names. Nothing here is ever run."""

from collections.abc import Iterator
from typing import Any, assert_type

import zhanaozen_archive as za
from zhanaozen_archive.errors import Problem

archive = za.load()
assert_type(archive, za.Archive)
assert_type(za.load("folder", texts="texts"), za.Archive)
assert_type(za.problems("folder"), tuple[Problem, ...])
assert_type(za.verify(archive, "texts"), za.Verification)

# One thing by its id or name

event = archive.event("zhanaozen-shooting-2011")
assert_type(event, za.Event)
assert_type(archive.source("rferl2023riot"), za.Source)
assert_type(archive.claim("rferl2023riot/killed-zhanaozen"), za.Claim[Any])
assert_type(archive.place("Mangystau"), za.Place)
assert_type(archive.agent("KazMunayGas"), za.Agent)
assert_type(archive.property("killed"), za.Property[Any])
assert_type(archive.reading("plain"), za.Reading)

# Searches: a typed key gives typed values, an id leaves them open

killed = archive.claims(about=event, of=za.KILLED)
assert_type(killed, tuple[za.Claim[za.Count], ...])
assert_type(killed[0].value, za.Count)
assert_type(killed[0].value.low, int)
assert_type(killed[0].value.high, int | None)
assert_type(archive.claims(of=za.DATE)[0].value, za.Period)
assert_type(archive.claims(of=za.DATE)[0].value.earliest, za.Day | za.Edge)
assert_type(archive.claims(of=za.DURATION)[0].value, za.Duration)
assert_type(archive.claims(of=za.PLACE)[0].value, za.Place)
assert_type(archive.claims(of=za.ACTOR)[0].value, za.Agent)
assert_type(archive.claims(of=za.INITIATOR)[0].value, za.Term)
assert_type(archive.claims(of=za.ACCOUNT)[0].value, za.Text)
assert_type(archive.claims(of="killed"), tuple[za.Claim[Any], ...])
assert_type(archive.claims(), tuple[za.Claim[Any], ...])
assert_type(archive.events(about=event), tuple[za.Event, ...])
assert_type(archive.sources(about=event), tuple[za.Source, ...])
assert_type(archive.places(), tuple[za.Place, ...])
assert_type(archive.agents(), tuple[za.Agent, ...])

# Citing

assert_type(za.cite(killed[0]), za.Cited)
assert_type(za.cite(archive, style="apa", format="html").runs, tuple[za.Run, ...])
references = za.bibliography([*killed, archive.source("rferl2023riot"), archive], unlisted="note")
assert_type(references, za.References)
assert_type(references[0], za.Cited)
assert_type(references.warnings, tuple[za.CitationWarning, ...])
paper = za.Document([killed[0], [za.Cite(archive, locator="1"), killed[1]]], style="apa", notes=[1, None])
assert_type(paper.citations, tuple[za.Cited, ...])
assert_type(paper.bibliography(only=lambda source: isinstance(source, za.Source)), za.References)

# A claim

claim = killed[0]
assert_type(claim.property, za.Property[za.Count])
assert_type(claim.event, za.Event)
assert_type(claim.source, za.Source)
assert_type(claim.root, za.Agent)
assert_type(claim.quote, str | None)
assert_type(claim.at[0].start, int)
assert_type(claim.attribution, tuple[za.Step, ...])
assert_type(claim.scope, za.Scope)
assert_type(claim.as_of, za.Period | None)

# What the claims leave open

assert_type(archive.bounds(event, za.KILLED), za.Bounds[int])
assert_type(archive.bounds(event, za.KILLED).low, int | None)
assert_type(archive.support(event, za.KILLED), tuple[za.Position[za.Count], ...])
assert_type(archive.period(event), za.Bounds[za.Day])
assert_type(archive.conflicts(about=event, of=za.KILLED), tuple[za.Conflict, ...])
assert_type(archive.conflicts(reading="plain", grade="certain")[0].certificate, za.Certificate)
assert_type(archive.conflicts()[0].certificate.refutation, tuple[za.Inequality, ...])
assert_type(archive.conflicts()[0].gap, int | None)
assert_type(archive.conflicts()[0].dissolves_at_percent, int | None)
assert_type(archive.conflicts()[0].verify(), bool)
assert_type(archive.disputes(about=event), tuple[za.Dispute, ...])
assert_type(archive.disputes()[0].crowds[0].widest, za.Conflict)
assert_type(next(iter(archive.disputes()[0].crowds[0])), za.Conflict)
assert_type(archive.disputes()[0].sizes, tuple[tuple[str, int], ...])
assert_type(archive.revisions(about=event, of=za.KILLED), tuple[za.Revision, ...])
assert_type(
    archive.compare(killed[0], "rferl2023riot/killed-zhanaozen"),
    za.Conflicting | za.Compatible | za.Revision | za.Incomparable,
)
assert_type(archive.worlds(event, za.KILLED), Iterator[tuple[za.Claim[za.Count], ...]])
assert_type(archive.sensitivity(), tuple[tuple[za.Conflict, tuple[str, ...]], ...])
assert_type(archive.readings[0].floors, za.Hint | None)
assert_type(archive.codebook.disjoint, tuple[za.Disjoint, ...])
assert_type(archive.digest, str)

# Exports: a text, or the texts of several files by their names

assert_type(za.export(archive, "biblatex"), str)
assert_type(za.export(archive, "json", "archive.json", sensitive=False), str)
assert_type(za.export(archive, "csv"), dict[str, str])
assert_type(za.export(archive, "jsonl"), Iterator[str])
assert_type(za.export(archive, "parquet"), dict[str, bytes])
assert_type(za.export(archive, "sqlite", "archive.sqlite"), bytes)

# What is not allowed

za.export(archive, "docx")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]

archive.bounds(event, za.DATE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
archive.conflicts(grade="sure")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
archive.claims(of=5)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
claim.value = za.Count(1)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# Pictures

assert_type(za.toll(killed), za.Picture)
assert_type(za.timeline(archive, event), za.Picture)
assert_type(za.attribution(killed, "Who says so"), za.Picture)
assert_type(za.toll(killed).svg(), str)

assert_type(archive.diff(archive).changed[0].fields, tuple[za.FieldChange, ...])
