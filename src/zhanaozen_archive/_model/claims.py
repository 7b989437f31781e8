"""Claims: what is said, by whom, where, in which words."""

from __future__ import annotations

import builtins
from typing import Any, Generic, Literal, TypeVar, get_args

from attrs import field, frozen

from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Source, Span
from zhanaozen_archive.errors import InvalidValue, NoText

T = TypeVar("T")
P = TypeVar("P", Place, Population)
Verb = Literal[
    "states",
    "reports",
    "claims",
    "denies",
    "estimates",
    "suggests",
    "demands",
    "predicts",
    "warns",
    "believes",
]
VERBS: tuple[Verb, ...] = get_args(Verb)
Polarity = Literal["asserted", "denied"]
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
Modality = Literal["asserted", "possible", "demanded", "predicted", "requested", "intended"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)
Stance = Literal["endorses", "disputes", "doubts"]
STANCES: tuple[Stance, ...] = get_args(Stance)


@frozen(cache_hash=True)
class Step:
    """One step of an attribution: who, and what they do with the words."""

    agent: Agent
    verb: Verb
    at: tuple[Span, ...] = ()
    """Where the document attributes the words, if elsewhere than at the claim."""

    def __str__(self) -> str:
        return f"{self.agent} {self.verb}"


def _within(one: P | None, other: P | None) -> bool:
    return other is None or (one is not None and other.contains(one))


@frozen(cache_hash=True)
class Scope:
    """What a claim is narrowed to; on an axis that is None it speaks of its event as a whole."""

    place: Place | None = None
    population: Population | None = None
    time: Period | None = None

    def is_within(self, other: Scope) -> bool:
        """Whether it is at most as wide as the other on every axis; an axis left open is as wide as can be."""
        return (
            _within(self.place, other.place)
            and _within(self.population, other.population)
            and (other.time is None or (self.time is not None and other.time.contains(self.time) is Verdict.YES))
        )

    def __str__(self) -> str:
        """The scope in plain English: "workers, in Zhanaozen"; empty where nothing is narrowed."""
        place = f"in {self.place}" if self.place else ""
        return ", ".join(filter(None, (str(self.population or ""), place, self.time.label() if self.time else "")))


@frozen
class Context:
    """The words of a claim with the text around them."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return self.before + self.words + self.after


@frozen
class Claim(Generic[T]):
    """One assertion: of one event, one property, one value and one scope, at one place of a document.

    Raises:
        InvalidValue: It has no place, or no attribution.
    """

    id: str
    """Key of the document, a slash, and a name unique in it: "rferl2023riot/killed-zhanaozen"; never reused."""
    event: Event
    property: Property[T]
    value: T
    source: Source
    """The innermost source that carries the words."""
    at: tuple[Span, ...]
    """Where the words stand in the text of `source.document`; several stretches where the words are broken."""
    attribution: tuple[Step, ...]
    """From the document to the root, who is the last."""
    words: tuple[str, ...] = ()
    """The words quoted, one for each stretch of `at`; empty where the place alone is given."""
    also_at: tuple[Span, ...] = ()
    """Where the document repeats the claim."""
    scope: Scope = field(factory=Scope)
    as_of: Period | None = None
    """The time at which the value held, where it is written or inferred."""
    as_of_inferred: str | None = None
    """Why `as_of` is held, where it is not written."""
    polarity: Polarity = "asserted"
    """`denied` where the words deny the value."""
    modality: Modality = "asserted"
    """Only an asserted value can be in conflict; a demand, a request, a prediction cannot."""
    supersedes: tuple[str, ...] = ()
    """Ids of the claims that these later words replace."""
    supersedes_because: str | None = None
    repeats: str | None = None
    """Id of the claim of another voice that is passed on."""
    about_claim: str | None = None
    """Id of the claim that this one speaks of."""
    stance: Stance | None = None
    """Towards `about_claim`."""
    inferred: str | None = None
    """Why the value is held, where the words do not give it as it is coded."""
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.at or not self.attribution:
            missing = "stands nowhere in its document" if not self.at else "is said by nobody"
            raise InvalidValue(f"claim {self.id!r} {missing}")

    def __hash__(self) -> int:
        """By the id alone, which claims that are equal share and no others of an archive."""
        return hash(self.id)

    @builtins.property  # a field here is called `property`
    def quote(self) -> str | None:
        """The words quoted, stretches joined by an ellipsis; None where the place alone is given."""
        return " … ".join(self.words) or None

    @builtins.property  # a field here is called `property`
    def root(self) -> Agent:
        """Who holds the claim: the last of the attribution."""
        return self.attribution[-1].agent

    @builtins.property  # a field here is called `property`
    def document(self) -> Source:
        """The document whose text carries the words."""
        return self.source.document

    @builtins.property  # a field here is called `property`
    def paragraph(self) -> int | None:
        """Number, from 1, of the paragraph the words start in: of a comment, or else of the document's body.

        None in a headline, and where no paragraphs are known.
        """
        return self.source.paragraph(self.at[0].start)

    @builtins.property  # a field here is called `property`
    def can_conflict(self) -> bool:
        """Whether it asserts or denies its value of the event itself: no demand, no guess, no word on another claim."""
        return self.modality == "asserted" and self.about_claim is None

    @builtins.property  # a field here is called `property`
    def is_live_assertion(self) -> bool:
        """Whether it asserts its value of the event itself: it can be in conflict, and does not deny."""
        return self.polarity == "asserted" and self.can_conflict

    def context(self, around: int = 120) -> Context:
        """The words with up to `around` code points of the text before and after them.

        Raises:
            NoText: The archive was loaded without the original texts.
        """
        original = self.document.original
        if original is None or original.content is None:
            raise NoText(self.document.key)
        text, start, end = original.content, self.at[0].start, self.at[-1].end
        return Context(text[max(0, start - around) : start], text[start:end], text[end : end + around])

    def __str__(self) -> str:
        """Who says what: 'RFE/RL: killed at least 16 ("at least 16 people")'."""
        said = f' ("{self.quote}")' if self.words else ""
        negation = "not " if self.polarity == "denied" else ""
        return f"{self.root}: {self.property} {negation}{self.value}{said}"


AnyClaim = Claim[Any]
"""A claim of any property."""
