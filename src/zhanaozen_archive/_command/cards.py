"""What `show` prints of claims, events and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._command import wording
from zhanaozen_archive._command.citing import in_text, reference
from zhanaozen_archive._command.disputes import under
from zhanaozen_archive._command.layout import fields, indented, many
from zhanaozen_archive._command.output import Heading
from zhanaozen_archive._conflicts import Dispute
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.sources import Original, Source, Span
from zhanaozen_archive._pictures.characters import Cell


def claim_card(archive: Archive, claim: AnyClaim) -> Iterator[str]:
    """A claim: its words, its value, who says it, where it stands, and what it contradicts."""
    yield Heading(claim.id)
    yield from fields(
        [
            ("Event", _named(claim.event)),
            ("Property", claim.property.id),
            ("Words", f"“{claim.quote}”" if claim.words else "none quoted; the place alone is given"),
            ("Coded as", wording.value(claim)),
            ("Inferred", claim.inferred),
            ("Scope", str(claim.scope)),
            ("As of", _dated(claim)),
            ("Said by", [f"{step.agent} ({step.verb})" for step in claim.attribution]),
            ("Source", [claim.source.key, reference(claim.source)]),
            ("Cite as", in_text(claim)),
            ("Stands in", _place(claim)),
            ("Polarity", "denied: the words deny the value" if claim.polarity == "denied" else None),
            ("Modality", claim.modality if claim.modality != "asserted" else None),
            ("Replaces", [*claim.supersedes, *filter(None, [claim.supersedes_because])]),
            ("Repeats", claim.repeats),
            ("About", f"{claim.about_claim} ({claim.stance})" if claim.about_claim else None),
            ("Note", claim.note),
            ("In context", _context(claim)),
            *_rivals(archive, claim),
            *_answers(archive, claim),
        ]
    )


def _dated(claim: AnyClaim) -> str | None:
    if claim.as_of is None:
        return None
    because = f"; inferred: {claim.as_of_inferred}" if claim.as_of_inferred else ""
    return wording.day(claim.as_of) + because


def _place(claim: AnyClaim) -> list[str]:
    """The file, the paragraph and the code points of the words, and of their repetitions."""
    original = claim.document.original
    paragraph = f", paragraph {claim.paragraph}" if claim.paragraph else ""
    found = [f"{original.file if original else claim.document.key}{paragraph}, code points {_spans(claim.at)}"]
    return [*found, f"repeated at {_spans(claim.also_at)}"] if claim.also_at else found


def _spans(spans: Iterable[Span]) -> str:
    return ", ".join(f"{span.start} to {span.end}" for span in spans)


def _context(claim: AnyClaim) -> str | None:
    """The words between angle quotation marks in the text around them, where the archive has its texts."""
    original = claim.document.original
    if original is None or original.content is None:
        return None
    around = claim.context()
    whole = len(around.before) == claim.at[0].start
    before = around.before if whole else f"… {around.before.partition(' ')[2]}"
    whole = claim.at[-1].end + len(around.after) == original.length
    after = around.after if whole else f"{around.after.rpartition(' ')[0]} …"
    return " ".join(f"{before}»{around.words}«{after}".split())


def _rivals(archive: Archive, claim: AnyClaim) -> list[tuple[str, Cell]]:
    """The claims that this one excludes, alone or together with others, by what the words say for certain or less."""
    sides: dict[str, list[str]] = {"Excludes": [], "By reading": []}
    for conflict in archive.conflicts(about=claim.event, of=claim.property):
        if claim in conflict.claims:
            others = " and ".join(f"{o.id}: {wording.said(o)}" for o in conflict.claims if o != claim)
            readings = under([conflict])
            sides["By reading" if readings else "Excludes"].append(f"{others}, {readings}" if readings else others)
    return [*sides.items()]


def _answers(archive: Archive, claim: AnyClaim) -> list[tuple[str, Cell]]:
    """The claims that replace this one, pass it on or speak of it."""
    others = archive.claims()
    return [
        ("Replaced by", [other.id for other in others if claim.id in other.supersedes]),
        ("Repeated by", [other.id for other in others if other.repeats == claim.id]),
        ("Spoken of by", [f"{other.id} ({other.stance})" for other in others if other.about_claim == claim.id]),
    ]


def event_card(archive: Archive, event: Event) -> Iterator[str]:
    """An event: what it is, when, its claims by property, and where they disagree."""
    parts = [other for other in archive.events(about=event) if other.part_of == event]
    yield Heading(event.id)
    yield from fields(
        [
            ("Event", event.label),
            ("Kind", event.kind),
            ("When", wording.when(archive, event)),
            ("Part of", _named(event.part_of) if event.part_of else None),
            ("Parts", [_named(part) for part in parts]),
            ("Conflicts", _disputes(archive.disputes(about=event, grade="certain"))),
            ("By reading", _disputes(archive.disputes(about=event, grade="conventional"))),
        ]
    )
    own = [claim for claim in archive.claims(about=event) if claim.event == event]
    for key in sorted({claim.property.id for claim in own}):
        yield ""
        yield Heading(key)
        yield from _said(claim for claim in own if claim.property.id == key)


def _disputes(disputes: Iterable[Dispute]) -> list[str]:
    return [f"{d.event.id}, {d.property}: {many(len(d.claims), 'claim')}" for d in disputes]


def _said(claims: Iterable[AnyClaim]) -> Iterator[str]:
    """Claims in two lines each: the words and who says them, and the id."""
    for claim in claims:
        yield from indented(wording.said(claim))
        yield from indented(claim.id, 4)


def source_card(archive: Archive, source: Source) -> Iterator[str]:
    """A source: what can be cited of it, what is inferred and why, the voices in it, its claims."""
    original = source.original
    yield Heading(source.key)
    yield from fields(
        [
            ("Source", str(source)),
            ("Type", source.csl_type),
            ("Genre", source.genre),
            ("Voice", str(source.voice)),
            ("Authors", [*map(str, source.authors)]),
            ("With", [*map(str, source.contributors)]),
            ("Appeared in", source.container),
            ("Publisher", source.publisher),
            ("Number", source.number),
            ("URL", source.url),
            ("Issued", wording.day(source.issued) if source.issued else None),
            ("Inferred", [f"{fact.field}: {fact.because}" for fact in source.inferred]),
            ("Heard in", source.part_of.key if source.part_of else None),
            ("Stands alone", "beside its document, which does not report it" if source.stands_alone else None),
            ("Voices in it", [voice.key for voice in archive.sources() if voice.part_of == source]),
            ("Introduced at", f"code points {_spans(source.at)}" if source.at else None),
            ("Text", _described(original) if original else None),
            ("Note", source.note),
            ("Reference", reference(source)),
        ]
    )
    yield from _own_claims(archive, source)


def _described(original: Original) -> list[str]:
    return [original.file, f"{original.length:,} code points", f"SHA-256 {original.sha256}"]


def _own_claims(archive: Archive, source: Source) -> Iterator[str]:
    own = [claim for claim in archive.claims(via=source) if claim.source == source]
    yield ""
    yield Heading(many(len(own), "claim"))
    for claim in own:
        yield from indented(f"{claim.property}, {claim.event.id}: {wording.said(claim)}")
        yield from indented(claim.id, 4)


def _named(event: Event) -> str:
    return f"{event.label} ({event.id})"
