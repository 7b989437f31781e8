"""Claims: what is said, by whom, where, in which words."""

from __future__ import annotations

import builtins
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args

from attrs import fields, frozen

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


class Beside(NamedTuple):
    """The fields of a claim that say nothing in most claims; such claims share one, and so may others."""

    scope: Scope
    as_of: Period | None
    as_of_inferred: str | None
    polarity: Polarity
    modality: Modality
    supersedes: tuple[str, ...]
    supersedes_because: str | None
    repeats: str | None
    about_claim: str | None
    stance: Stance | None
    inferred: str | None
    note: str | None


_EVERYTHING = Scope()
_NOTHING = Beside(_EVERYTHING, None, None, "asserted", "asserted", (), None, None, None, None, None, None)


class _Slots:
    """What a claim holds in memory; with a slot for each field, a million claims would take a third more."""

    __slots__ = ("id", "event", "property", "value", "source", "at", "attribution", "words", "also_at", "_beside")  # noqa: RUF023
    _beside: Beside


@frozen(init=False, slots=False)
class Claim(_Slots, Generic[T]):
    """One assertion: of one event, one property, one value and one scope, at one place of a document.

    Raises:
        InvalidValue: It has no place, or no attribution.
    """

    __slots__ = ()
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
    words: tuple[str, ...]
    """The words quoted, one for each stretch of `at`; empty where the place alone is given."""
    also_at: tuple[Span, ...]
    """Where the document repeats the claim."""
    scope: Scope
    as_of: Period | None
    """The time at which the value held, where it is written or inferred."""
    as_of_inferred: str | None
    """Why `as_of` is held, where it is not written."""
    polarity: Polarity
    """`denied` where the words deny the value."""
    modality: Modality
    """Only an asserted value can be in conflict; a demand, a request, a prediction cannot."""
    supersedes: tuple[str, ...]
    """Ids of the claims that these later words replace."""
    supersedes_because: str | None
    repeats: str | None
    """Id of the claim of another voice that is passed on."""
    about_claim: str | None
    """Id of the claim that this one speaks of."""
    stance: Stance | None
    """Towards `about_claim`."""
    inferred: str | None
    """Why the value is held, where the words do not give it as it is coded."""
    note: str | None

    def __init__(  # noqa: PLR0913, PLR0917 - what an assertion has
        self,
        id: str,
        event: Event,
        property: Property[T],
        value: T,
        source: Source,
        at: tuple[Span, ...],
        attribution: tuple[Step, ...],
        words: tuple[str, ...] = (),
        also_at: tuple[Span, ...] = (),
        scope: Scope = _EVERYTHING,
        as_of: Period | None = None,
        as_of_inferred: str | None = None,
        polarity: Polarity = "asserted",
        modality: Modality = "asserted",
        supersedes: tuple[str, ...] = (),
        supersedes_because: str | None = None,
        repeats: str | None = None,
        about_claim: str | None = None,
        stance: Stance | None = None,
        inferred: str | None = None,
        note: str | None = None,
    ) -> None:
        beside = Beside(
            scope,
            as_of,
            as_of_inferred,
            polarity,
            modality,
            supersedes,
            supersedes_because,
            repeats,
            about_claim,
            stance,
            inferred,
            note,
        )
        shared = _NOTHING if beside == _NOTHING else beside
        _fill(self, id, event, property, value, source, at, attribution, words, also_at, shared)

    def __reduce__(self) -> tuple[type[Claim[T]], tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field.name) for field in fields(type(self)))

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
        beside = self._beside
        return beside.modality == "asserted" and beside.about_claim is None

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


def _shared(index: int, name: str) -> property:
    """A field of claims that stands beside them."""

    def get(claim: AnyClaim) -> Any:
        return claim._beside[index]  # noqa: SLF001

    get.__annotations__["return"] = Claim.__annotations__[name]  # for those who read it from here
    return property(get)


for _index, _name in enumerate(Beside._fields):
    setattr(Claim, _name, _shared(_index, _name))

_PUT = [getattr(_Slots, name).__set__ for name in _Slots.__slots__]


def sharing(beside: Beside, *others: Any) -> AnyClaim:
    """A claim of what others may have beside them too, and of its fields up to `also_at`, in their order."""
    claim: AnyClaim = Claim.__new__(Claim)
    _fill(claim, *others, beside)
    return claim


def _fill(claim: AnyClaim, *values: Any) -> None:
    """Give a new claim the values of its slots, in their order."""
    for put, value in zip(_PUT, values, strict=True):
        put(claim, value)
    if not claim.at or not claim.attribution:
        missing = "stands nowhere in its document" if not claim.at else "is said by nobody"
        raise InvalidValue(f"claim {claim.id!r} {missing}")


AnyClaim = Claim[Any]
"""A claim of any property."""
