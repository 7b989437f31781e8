"""Who holds a claim that the cited document passes on: "Officials, cited in …"."""

from __future__ import annotations

from collections.abc import Sequence

from zhanaozen_archive._citing import _document as layer
from zhanaozen_archive._citing._kit import Entry, Style
from zhanaozen_archive._citing.citable import Cite
from zhanaozen_archive._citing.item import agent_name
from zhanaozen_archive._citing.rich import plain
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive.errors import CitationError

_WITH_PREPOSITION = ("he", "hy", "ru", "uk", "zh")
"""Languages whose word for "cited" says "in" as well."""


def has_room(style: Style) -> bool:
    """Whether its citations hold words at all: numbers and labels have no room for a voice."""
    return style.facts.citation_format not in ("numeric", "label")


def prefix(style: Style, cite: Cite) -> str:
    """The words before a cite: those of its own, then the voice, in the words of the style's language."""
    words = [cite.prefix]
    if cite.voice is not None and has_room(style):
        name = _name(style, cite.voice) if cite.prefix else _beginning(style, cite.voice)
        named = f"{name}," if cite.author == "shown" else ""
        words += [named, style.term("cited"), "" if _has_preposition(style) else style.term("in")]
    return " ".join(filter(None, words))


def _has_preposition(style: Style) -> bool:
    return style.facts.locale.split("-")[0] in _WITH_PREPOSITION


def alone(style: Style, cites: Sequence[Cite]) -> str | None:
    """The name of the voice where nothing else is asked for; None where the citation is more than that.

    Raises:
        CitationError: The name of a voice is asked for among other cites.
    """
    voices = [cite.voice for cite in cites if cite.author == "only" and cite.voice is not None]
    if voices and len(cites) > 1:
        raise CitationError(f'author="only" gives the name of {voices[0]} and has to be a citation of its own')
    return _beginning(style, voices[0]) if voices else None


def _name(style: Style, voice: Agent) -> str:
    """The voice as the style names authors in a citation."""
    entry = Entry({"id": "voice", "type": "document", "author": [agent_name(voice)]})
    cluster = layer.Cluster((layer.Request(entry, author="only"),), 1 if style.facts.note else None)
    [cited] = layer.citations(layer.planned(style, [cluster]), [cluster])
    return plain(cited.text) if voice.family else str(voice)


def _beginning(style: Style, voice: Agent) -> str:
    """Its name where a citation begins with it; a handle keeps its own way of writing."""
    name = _name(style, voice)
    is_name = voice.kind == "person" or not name.split()[0].islower()
    return name if is_name else name[0].upper() + name[1:]
