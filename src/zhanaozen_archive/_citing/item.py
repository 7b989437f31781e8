"""Sources as CSL items: a pure mapping, of which every citation and export is made."""

from __future__ import annotations

import re
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._citing.dates import csl_date
from zhanaozen_archive._model.records import Agent
from zhanaozen_archive._model.sources import Source

_PERIODICAL = ("article", "article-journal", "article-magazine", "article-newspaper", "broadcast")
_WORDS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "legal_case": "court ruling",
    "motion_picture": "motion picture",
    "musical_score": "musical score",
    "personal_communication": "personal communication",
    "post-weblog": "blog post",
    "speech": "statement",
    "webpage": "web page",
}


def csl_item(source: Source) -> dict[str, Any]:
    """The source as a CSL-JSON item.

    What the source does not give is absent, never empty.

    - The authors are those that are given; else, of a voice heard in a document, the voice itself, and of a document
      the person or body in whose name it speaks. The outlet of an unsigned article or broadcast is not its author, and
      nobody without a name is one.
    - A voice heard in a document has the title of the nearest titled source around it as `container-title`; where none
      has a title, the description of the document.
    - What has no title is described in square brackets, as the style manuals ask: "[Statement by journalists at the
      scene]", "[Post on Twitter]", "[Comment on “Striking workers slaughtered in Kazakhstan”]", "[Untitled web page]".
      The speaker is named where there is no author. A comment so described needs no container of that name.
    - `issued` says no more than is known, with `circa` where the date is approximate or uncertain.
    """
    item = {
        "id": source.key,
        "type": source.csl_type,
        "title": _folded(source.title) or _description(source),
        "author": _names(authors(source)),
        "contributor": _names(source.contributors),
        "issued": csl_date(source.issued) if source.issued else None,
        "publisher": _folded(source.publisher),
        "container-title": _container(source),
        "genre": _folded(source.genre),
        "number": _folded(source.number),
        "URL": _folded(source.url),
    }
    return {variable: value for variable, value in item.items() if value}


def authors(source: Source) -> tuple[Agent, ...]:
    """Who is cited as its author."""
    if source.authors:
        return source.authors
    outlet = source.part_of is None and source.csl_type in _PERIODICAL and source.voice.kind != "person"
    return () if outlet or source.voice.kind in ("unnamed", "unknown") else (source.voice,)


def _names(agents: tuple[Agent, ...]) -> list[dict[str, str]]:
    return [name for agent in agents if (name := agent_name(agent))]


def agent_name(agent: Agent) -> dict[str, str]:
    """The agent as a CSL name: by family and given name where the family name is known, else as it is called.

    What a body or a group is called begins with a capital letter, for an entry begins with it.
    """
    if agent.kind == "person" and (family := _folded(agent.family)):
        given = _folded(agent.given)
        return {"family": family, "given": given} if given else {"family": family}
    literal = _folded(str(agent))
    if literal and agent.kind in ("body", "group") and literal.split()[0].islower():  # not "teleSUR"
        literal = literal[0].upper() + literal[1:]
    return {"literal": literal} if literal else {}


def _container(source: Source) -> str | None:
    """Title of what it appears in."""
    if source.part_of is None:
        return _folded(source.container)
    if _names_its_container(source):
        return _folded(source.part_of.container)
    titles = (_folded(outer.title) for outer in reversed(source.path[:-1]))
    return next(filter(None, titles), None) or _description(source.document)


def _description(source: Source) -> str:
    """What an untitled source is, in square brackets."""
    kind = _folded(source.genre) or _WORDS.get(source.csl_type, source.csl_type)
    if source.part_of is None:
        return f"[Untitled {kind[0].lower()}{kind[1:]}]"
    if (name := _telling_name(source)) is not None:
        return f"[{name[0].upper()}{name[1:]}]"
    return f"[{kind[0].upper()}{kind[1:]}{_place(source)}{_speaker(source)}]"


def _telling_name(source: Source) -> str | None:
    """The words for an unnamed voice that say what it is themselves: "independent reports", not a report by them."""
    name = _folded(str(source.voice)) if source.voice.kind == "unnamed" and not source.authors else None
    own = {"report": "report", "post-weblog": "blog"}.get(source.csl_type)
    return name if name and own and any(word.startswith(own) for word in name.lower().split()) else None


def _place(source: Source) -> str:
    if source.part_of is not None and _names_its_container(source):
        return f" on “{_folded(source.part_of.title)}”"
    container = _folded(source.container)
    if container is None or container == str(source.voice):
        return ""
    return f" {'on' if source.csl_type.startswith('post') else 'in'} {container}"


def _speaker(source: Source) -> str:
    name = _folded(str(source.voice))
    return f" by {name}" if name and source.voice.kind == "unnamed" and not source.authors else ""


def _names_its_container(source: Source) -> bool:
    """Whether its description says what it stands beside: an untitled comment on a titled article."""
    outer = source.part_of
    beside = outer is not None and source.stands_alone and _folded(outer.title)
    return bool(beside) and not _folded(source.title)


def _folded(text: str | None) -> str | None:
    """The text with its white space made single; None where nothing is left."""
    return " ".join(text.split()) or None if text else None


def archive_item(archive: Archive) -> dict[str, Any]:
    """The archive itself as a CSL-JSON item: a dataset of its data version, with the beginning of its digest.

    Its date is the month that the data version names; it has no author where it names no maintainers.
    """
    year_and_month = re.fullmatch(r"(\d{4})\.(\d{1,2})", archive.data_version)
    item = {
        "id": f"archive-{archive.data_version}",
        "type": "dataset",
        "title": _folded(archive.title),
        "author": [{"literal": archive.maintainers}] if archive.maintainers else None,
        "issued": {"date-parts": [[*map(int, year_and_month.groups())]]} if year_and_month else None,
        "version": f"{archive.data_version}+{archive.digest[:12]}",
        "note": f"sha256 {archive.digest}",
    }
    return {variable: value for variable, value in item.items() if value}
