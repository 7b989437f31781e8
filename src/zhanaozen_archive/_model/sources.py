"""Sources: documents, and the voices that speak in them."""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen

from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive.errors import InvalidValue

CSL_TYPES = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
)
"""The types of CSL 1.0.2."""


@frozen(order=True, cache_hash=True)
class Span:
    """A stretch of a document's text, in Unicode code points from 0, end exclusive, nothing normalised.

    Raises:
        InvalidValue: It is empty, runs backwards or starts before 0.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not int or type(self.end) is not int or not 0 <= self.start < self.end:
            raise InvalidValue(
                f"a span runs from a start to a later end, counted from 0, not {self.start!r} to {self.end!r}"
            )

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start


@frozen(cache_hash=True)
class Original:
    """The text of a document: described, not reproduced."""

    file: str
    """Name of the file that was coded."""
    sha256: str
    """SHA-256 of the file's bytes, 64 lower-case hexadecimal digits."""
    length: int
    """Length of the strictly decoded UTF-8 text, in code points."""
    content: str | None = field(default=None, eq=False, repr=False)
    """The text itself, where the archive was loaded with it."""


@frozen
class Inference:
    """A fact that a document does not state, with the reason why it is held."""

    field: str
    because: str


@frozen(cache_hash=True)
class Source:
    """Something that can be cited: an article, a comment, a post, a broadcast, a statement quoted in another.

    What a document does not give is None; what is inferred is listed in `inferred` with its reason.
    """

    key: str
    """The citation key: 4 to 24 lower-case ASCII letters and digits, a letter first; never reused."""
    csl_type: str
    """A type of CSL 1.0.2, such as "article-newspaper"."""
    voice: Agent
    """Who speaks in the source's own name."""
    title: str | None = None
    authors: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    publisher: str | None = None
    container: str | None = None
    """Title of what it appeared in, where that is no source of the archive."""
    genre: str | None = None
    """What it is, in a word or two, where its type does not tell: "Comment"."""
    number: str | None = None
    url: str | None = None
    issued: Period | None = None
    inferred: tuple[Inference, ...] = ()
    part_of: Source | None = field(default=None, repr=lambda s: repr(s and s.key))
    """The source in which this voice is heard; None for a document."""
    stands_alone: bool = False
    """Whether the voice stands beside the document, which does not report it: a reader's comment below an article."""
    at: tuple[Span, ...] = ()
    """Where the document introduces the voice."""
    original: Original | None = None
    """The coded text; only a document has one."""
    paragraphs: tuple[int, ...] = ()
    """Where each paragraph of its body starts in the text, in code points; a headline, a standfirst and credits are not
    counted. Empty for a voice that has none of its own."""
    note: str | None = None

    @property
    def kind(self) -> str:
        """What it is, in words: its genre or, where it has none, its type: "article newspaper"."""
        return self.genre or self.csl_type.replace("-", " ").replace("_", " ")

    @property
    def voices(self) -> tuple[Agent, ...]:
        """Who speaks, from the one that reports all others to the source's own voice."""
        own = (self.voice,)
        return own if self.part_of is None or self.stands_alone else (*self.part_of.voices, *own)

    @property
    def path(self) -> tuple[Source, ...]:
        """From the document to this source, both included."""
        return (self,) if self.part_of is None else (*self.part_of.path, self)

    def paragraph(self, at: int) -> int | None:
        """Number, from 1, of the paragraph that holds the code point `at`, in the innermost source that has any.

        None before the first, and where no paragraphs are known.
        """
        if self.paragraphs or self.part_of is None:
            return bisect_right(self.paragraphs, at) or None
        return self.part_of.paragraph(at)

    @property
    def document(self) -> Source:
        """The document in which it is heard; a document is its own."""
        return self.path[0]

    def __str__(self) -> str:
        """Its title in quotation marks or, where it has none, what it is and who speaks."""
        if self.title is not None:
            return f"“{self.title}”"
        return f"{self.kind} by {self.voice}"
