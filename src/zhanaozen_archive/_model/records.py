"""Places, agents and populations: the things that claims speak of, each with all the names the documents give it."""

from __future__ import annotations

from typing import Literal, TypeVar, get_args

from attrs import field, frozen

AgentKind = Literal["person", "body", "group", "unnamed", "unknown"]
AGENT_KINDS: tuple[AgentKind, ...] = get_args(AgentKind)

T = TypeVar("T", "Place", "Agent", "Population")


def _chain(record: T) -> tuple[T, ...]:
    """The record, what it lies within, and so on outwards."""
    found = [record]
    while (outer := found[-1].within) is not None:
        found.append(outer)
    return tuple(found)


@frozen(cache_hash=True)
class Place:
    """Somewhere on earth, from a country to a building."""

    id: str
    names: tuple[str, ...]
    """Every spelling in the documents; the first is the one shown."""
    kind: str
    """What it is, in plain English: "town", "square"."""
    within: Place | None = field(default=None, repr=lambda p: repr(p and p.id))
    """The place around it."""
    beside: tuple[str, ...] = ()
    """Ids of the places with which it may be one scene: what is before the one may be before the other."""
    beside_because: str | None = None

    def may_be_at(self, other: Place) -> bool:
        """Whether something at this place may be at the other too: one lies in the other, or they may be one scene."""
        mine, theirs = _chain(self), _chain(other)
        beside = any(one.id in two.beside or two.id in one.beside for one in mine for two in theirs)
        return beside or self in theirs or other in mine

    def contains(self, other: Place) -> bool:
        """Whether the other is this place or lies within it."""
        return self in _chain(other)

    def __str__(self) -> str:
        return self.names[0]


@frozen(cache_hash=True)
class Agent:
    """A person, a body or a group that says things or takes part."""

    id: str
    names: tuple[str, ...]
    """Every spelling in the documents; the first is the one shown."""
    kind: AgentKind
    """`unnamed` is a voice without a name, belonging to one document; `unknown` is a voice nobody names."""
    family: str | None = None
    """Family name of a person, as the documents spell it."""
    given: str | None = None
    """Given name of a person, as the documents spell it."""
    within: Agent | None = field(default=None, repr=lambda a: repr(a and a.id))
    """The body it is part of."""
    same_as: Agent | None = field(default=None, repr=lambda a: repr(a and a.id))
    """The agent it is held to be the same as; the reason is `same_because`."""
    same_because: str | None = None
    sensitive: bool = False
    """Whether it is a private living person, whose name an export can leave out."""

    def is_same_as(self, other: Agent) -> bool:
        """Whether both are one voice. A voice nobody names is never known to be another, nor even itself."""
        mine, theirs = self.identity, other.identity
        return mine == theirs and mine.kind != "unknown"

    @property
    def identity(self) -> Agent:
        """The agent that it is held to be; itself where it is held to be no other."""
        agent = self
        while agent.same_as is not None:
            agent = agent.same_as
        return agent

    def is_part_of(self, other: Agent) -> bool:
        """Whether it is the other or belongs to it."""
        return other in _chain(self)

    def __str__(self) -> str:
        return self.names[0]


@frozen(cache_hash=True)
class Population:
    """Whom or what a number counts: workers, residents, police cars."""

    id: str
    label: str
    within: Population | None = field(default=None, repr=lambda p: repr(p and p.id))
    """The larger population it is part of."""

    def contains(self, other: Population) -> bool:
        """Whether the other is this population or part of it."""
        return self in _chain(other)

    def __str__(self) -> str:
        return self.label
