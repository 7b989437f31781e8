"""What the files may hold: a class for each kind of table, with the names of its keys and the types of their values.

Rows live only while an archive is loaded, and are never compared or shown: making those methods too would cost time.
"""

from __future__ import annotations

from typing import NewType

from attrs import Factory, frozen

from zhanaozen_archive._model.claims import Modality, Polarity, Stance, Verb
from zhanaozen_archive._model.properties import Role
from zhanaozen_archive._model.records import AgentKind
from zhanaozen_archive._model.sources import Span

Spans = NewType("Spans", tuple[Span, ...])
"""Written `[start, end]` or, for several stretches, `[[start, end], …]`."""
Words = NewType("Words", tuple[str, ...])
"""Written as one text or, for several stretches, as a list of texts."""
Raw = NewType("Raw", object)
"""A value that only its property can tell how to read."""


@frozen(eq=False, repr=False)
class ArchiveRow:
    """`archive.toml`."""

    title: str
    data_version: str
    schema_version: int
    maintainers: str | None = None


@frozen(eq=False, repr=False)
class EventRow:
    """A table of `events.toml`, named by the id."""

    label: str
    kind: str
    part_of: str | None = None


@frozen(eq=False, repr=False)
class PlaceRow:
    """A table of `places.toml`, named by the id."""

    names: tuple[str, ...]
    kind: str
    within: str | None = None
    beside: tuple[str, ...] = ()
    beside_because: str | None = None


@frozen(eq=False, repr=False)
class AgentRow:
    """A table of `agents.toml`, named by the id."""

    names: tuple[str, ...]
    kind: AgentKind
    family: str | None = None
    given: str | None = None
    within: str | None = None
    same_as: str | None = None
    same_because: str | None = None
    sensitive: bool = False


@frozen(eq=False, repr=False)
class PropertyRow:
    """`[properties.…]` of `codebook.toml`."""

    kind: str
    definition: str
    unit: str | None = None
    vocabulary: str | None = None
    cumulative: str | None = None
    parts: str | None = None
    role: Role | None = None


@frozen(eq=False, repr=False)
class VocabularyRow:
    """`[vocabularies.…]` of `codebook.toml`."""

    terms: dict[str, str]
    exclusive: str | None = None


@frozen(eq=False, repr=False)
class PopulationRow:
    """`[populations.…]` of `codebook.toml`."""

    label: str
    within: str | None = None


@frozen(eq=False, repr=False)
class CodebookRow:
    """`codebook.toml`, its tables not yet read."""

    properties: dict[str, Raw] = Factory(dict)
    vocabularies: dict[str, Raw] = Factory(dict)
    populations: dict[str, Raw] = Factory(dict)
    disjoint: tuple[Raw, ...] = ()


@frozen(eq=False, repr=False)
class DisjointRow:
    """`[[disjoint]]` of `codebook.toml`."""

    because: str
    events: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class WordRow:
    """One vague word of a reading."""

    at_least: int
    because: str
    at_most: int | None = None


@frozen(eq=False, repr=False)
class HintRow:
    """What a reading hears in a floor, a ceiling or an approximate number beside what it says."""

    times: int
    because: str


@frozen(eq=False, repr=False)
class ReadingRow:
    """A table of `readings.toml`, named by the id."""

    label: str
    because: str
    words: dict[str, WordRow] = Factory(dict)
    based_on: str | None = None
    dates_as_written: str | None = None
    floors: HintRow | None = None
    ceilings: HintRow | None = None
    about: HintRow | None = None
    properties: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class RetiredRow:
    """A table of `retired.toml`, named by the id."""

    because: str
    successors: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class SourceRow:
    """`[source]` of a document."""

    type: str
    voice: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str | None = None
    container: str | None = None
    genre: str | None = None
    number: str | None = None
    url: str | None = None
    issued: str | None = None
    inferred: dict[str, str] = Factory(dict)
    note: str | None = None


@frozen(eq=False, repr=False, kw_only=True)
class VoiceRow(SourceRow):
    """`[[voices]]` of a document."""

    key: str
    part_of: str | None = None
    stands_alone: bool = False
    at: Spans = Spans(())
    paragraphs: tuple[int, ...] = ()


@frozen(eq=False, repr=False)
class TextRow:
    """`[text]` of a document."""

    file: str
    sha256: str
    length: int
    paragraphs: tuple[int, ...] = ()


@frozen(eq=False, repr=False)
class StepRow:
    """One of the `attribution` of a claim, beyond the voice of its source."""

    agent: str
    verb: Verb = "states"
    at: Spans = Spans(())


@frozen(eq=False, repr=False)
class ClaimRow:
    """`[[claims]]` of a document."""

    id: str
    event: str
    property: str
    value: Raw
    at: Spans
    quote: Words = Words(())
    also_at: Spans = Spans(())
    source: str | None = None
    verb: Verb = "states"
    attribution: tuple[StepRow, ...] = ()
    place: str | None = None
    population: str | None = None
    time: str | None = None
    as_of: str | None = None
    as_of_inferred: str | None = None
    polarity: Polarity = "asserted"
    modality: Modality = "asserted"
    supersedes: tuple[str, ...] = ()
    supersedes_because: str | None = None
    repeats: str | None = None
    about_claim: str | None = None
    stance: Stance | None = None
    inferred: str | None = None
    note: str | None = None


@frozen(eq=False, repr=False)
class DocumentRow:
    """A file of `sources/`, its tables not yet read."""

    source: Raw
    text: Raw
    voices: tuple[Raw, ...] = ()
    claims: tuple[Raw, ...] = ()
