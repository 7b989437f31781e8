"""An archive without the names of private living persons; everything else in it is as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from attrs import evolve, frozen

from zhanaozen_archive._archive import Archive, Retired
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.properties import Disjoint
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Inference, Original, Source
from zhanaozen_archive._model.values import Text

NAME = "name withheld"


def without_sensitive(archive: Archive) -> Archive:
    """The archive with no name of a private living person in it.

    A person marked so has another id and no name but "name withheld"; so do the keys of the sources in which they
    speak, which have no address, and the ids of claims that hold such a key. In titles, labels, reasons and notes the
    name is replaced; a quotation that holds it is left out, and its place stays. Nothing else is lost, and every id
    that is named is there. The new ids are made from the old ones alone: the same in every release, and no secret.
    """
    sensitive = tuple(agent for agent in archive.agents() if _is_sensitive(agent))
    if not sensitive:
        return archive
    keys = {source.key: _other(source.key) for source in archive.sources() if _speaks(source, sensitive)}
    return _Withholding(sensitive, _pattern(sensitive), keys).archive(archive)


def _is_sensitive(agent: Agent | None) -> bool:
    """Whether the agent, or one that it is held to be, is a private living person."""
    return agent is not None and (agent.sensitive or _is_sensitive(agent.same_as))


def _speaks(source: Source, agents: Iterable[Agent]) -> bool:
    return not {source.voice, *source.authors, *source.contributors}.isdisjoint(agents)


def _pattern(agents: Iterable[Agent]) -> re.Pattern[str]:
    """What finds the names of these agents in a text or an id, as words of their own."""
    names = {name for agent in agents for name in (agent.id, agent.family, *agent.names) if name}
    spelled = (r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name))) for name in sorted(names, key=_longest_first))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _other(id_: str) -> str:
    """An id in place of another: a key like any other, made from the old one."""
    return f"withheld{sha256(id_.encode()).hexdigest()[:8]}"


@frozen
class _Withholding:
    """Makes each kind of record anew."""

    sensitive: tuple[Agent, ...]
    names: re.Pattern[str]
    keys: Mapping[str, str]
    """The new keys of sources, by the old ones."""

    def archive(self, archive: Archive) -> Archive:
        codebook = archive.codebook
        return evolve(
            archive,
            title=self.text(archive.title),
            sources=tuple(map(self.source, archive.sources())),
            events=tuple(map(self.event, archive.events())),
            claims=tuple(map(self.claim, archive.claims())),
            agents=tuple(map(self.agent, archive.agents())),
            codebook=evolve(codebook, disjoint=tuple(map(self.disjoint, codebook.disjoint))),
            retired=tuple(map(self.retired, archive.retired)),
        )

    def text(self, text: str) -> str:
        """The text with something else in the place of each name."""
        return self.names.sub(f"[{NAME}]", text)

    def maybe(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)

    def id(self, id_: str) -> str:
        """Another id, where this one holds a name; that of a claim goes by the key of its document too."""
        if "/" in id_:
            key, _, name = id_.partition("/")
            return f"{self.id(key)}/{self.id(name)}"
        return self.keys.get(id_) or (_other(id_) if self.names.search(id_) else id_)

    def agent(self, agent: Agent) -> Agent:
        hidden = agent in self.sensitive
        return evolve(
            agent,
            id=self.id(agent.id),
            names=(NAME,) if hidden else tuple(map(self.text, agent.names)),
            family=None if hidden else agent.family,
            given=None if hidden else agent.given,
            within=agent.within and self.agent(agent.within),
            same_as=agent.same_as and self.agent(agent.same_as),
            same_because=self.maybe(agent.same_because),
        )

    def event(self, event: Event) -> Event:
        part_of = event.part_of and self.event(event.part_of)
        return evolve(event, id=self.id(event.id), label=self.text(event.label), part_of=part_of)

    def disjoint(self, family: Disjoint) -> Disjoint:
        return evolve(family, events=tuple(map(self.event, family.events)), because=self.text(family.because))

    def retired(self, retired: Retired) -> Retired:
        successors = tuple(map(self.id, retired.successors))
        return Retired(self.id(retired.id), self.text(retired.because), successors)

    def source(self, source: Source) -> Source:
        return evolve(
            source,
            key=self.id(source.key),
            voice=self.agent(source.voice),
            title=self.maybe(source.title),
            authors=tuple(map(self.agent, source.authors)),
            contributors=tuple(map(self.agent, source.contributors)),
            publisher=self.maybe(source.publisher),
            container=self.maybe(source.container),
            genre=self.maybe(source.genre),
            url=None if source.key in self.keys else self.maybe(source.url),
            inferred=tuple(Inference(one.field, self.text(one.because)) for one in source.inferred),
            part_of=source.part_of and self.source(source.part_of),
            original=source.original and self.original(source.original),
            note=self.maybe(source.note),
        )

    def original(self, original: Original) -> Original:
        return evolve(original, file=self.text(original.file), content=None)

    def claim(self, claim: AnyClaim) -> AnyClaim:
        return evolve(
            claim,
            id=self.id(claim.id),
            event=self.event(claim.event),
            value=self.value(claim.value),
            source=self.source(claim.source),
            attribution=tuple(evolve(step, agent=self.agent(step.agent)) for step in claim.attribution),
            words=() if any(map(self.names.search, claim.words)) else claim.words,
            as_of_inferred=self.maybe(claim.as_of_inferred),
            supersedes=tuple(map(self.id, claim.supersedes)),
            supersedes_because=self.maybe(claim.supersedes_because),
            repeats=claim.repeats and self.id(claim.repeats),
            about_claim=claim.about_claim and self.id(claim.about_claim),
            inferred=self.maybe(claim.inferred),
            note=self.maybe(claim.note),
        )

    def value(self, value: Any) -> Any:
        if isinstance(value, Agent):
            return self.agent(value)
        if isinstance(value, Event):
            return self.event(value)
        return Text(self.text(value.gloss)) if isinstance(value, Text) else value
