"""Who says what about the Zhanaozen massacre of 2011 and the oil workers' protests, and who disagrees with whom."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from zhanaozen_archive._model import keys
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.keys import *  # noqa: F403  # one typed key for each property of the codebook
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.properties import Codebook, Definition, Disjoint, Property
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.values import Count, Duration, Term, Text, Vocabulary

if TYPE_CHECKING:
    from zhanaozen_archive._archive import Archive, Bounds, Retired
    from zhanaozen_archive._citing import (
        CitationWarning,
        Cite,
        Cited,
        Document,
        References,
        Run,
        bibliography,
        cite,
    )
    from zhanaozen_archive._conflicts import (
        Certificate,
        Compatible,
        Conflict,
        Conflicting,
        Crowd,
        Dispute,
        Incomparable,
        Inequality,
        Position,
        Revision,
    )
    from zhanaozen_archive._exporting import export
    from zhanaozen_archive._loading import load, problems
    from zhanaozen_archive._loading.texts import ComparedText, Verification, verify
    from zhanaozen_archive._model.claims import Claim, Context, Scope, Step
    from zhanaozen_archive._model.readings import Hint, Reading, Wording
    from zhanaozen_archive._model.sources import Inference, Original, Source, Span
    from zhanaozen_archive._pictures import Picture, attribution, timeline, toll
    from zhanaozen_archive._releases.diff import Change, Difference, FieldChange, Release

__version__ = "0.1.0"

_ROOMS = {
    "_archive": ("Archive", "Bounds", "Retired"),
    "_citing": ("CitationWarning", "Cite", "Cited", "Document", "References", "Run", "bibliography", "cite"),
    "_conflicts": (
        "Certificate",
        "Compatible",
        "Conflict",
        "Conflicting",
        "Crowd",
        "Dispute",
        "Incomparable",
        "Inequality",
        "Position",
        "Revision",
    ),
    "_exporting": ("export",),
    "_loading": ("load", "problems"),
    "_loading.texts": ("ComparedText", "Verification", "verify"),
    "_model.claims": ("Claim", "Context", "Scope", "Step"),
    "_model.readings": ("Hint", "Reading", "Wording"),
    "_model.sources": ("Inference", "Original", "Source", "Span"),
    "_pictures": ("Picture", "attribution", "timeline", "toll"),
    "_releases.diff": ("Change", "Difference", "FieldChange", "Release"),
}
"""What is imported when it is first asked for, so that importing the library costs little more than attrs."""

__all__ = [
    "Agent",
    "Archive",
    "Bounds",
    "Certificate",
    "Change",
    "CitationWarning",
    "Cite",
    "Cited",
    "Claim",
    "Codebook",
    "ComparedText",
    "Compatible",
    "Conflict",
    "Conflicting",
    "Context",
    "Count",
    "Crowd",
    "Day",
    "Definition",
    "Difference",
    "Disjoint",
    "Dispute",
    "Document",
    "Duration",
    "Edge",
    "Event",
    "FieldChange",
    "Hint",
    "Incomparable",
    "Inequality",
    "Inference",
    "Original",
    "Period",
    "Picture",
    "Place",
    "Population",
    "Position",
    "Property",
    "Reading",
    "References",
    "Release",
    "Retired",
    "Revision",
    "Run",
    "Scope",
    "Source",
    "Span",
    "Step",
    "Term",
    "Text",
    "Verdict",
    "Verification",
    "Vocabulary",
    "Wording",
    "__version__",
    "attribution",
    "bibliography",
    "cite",
    "export",
    "load",
    "problems",
    "timeline",
    "toll",
    "verify",
]
__all__ += keys.__all__


def __getattr__(name: str) -> Any:
    for room, names in _ROOMS.items():
        if name in names:
            globals()[name] = found = getattr(import_module(f"{__name__}.{room}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
