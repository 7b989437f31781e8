"""Who says what about the Zhanaozen massacre of 2011 and the oil workers' protests, and who disagrees with whom."""

from zhanaozen_archive._archive import Archive, Bounds, Position, Retired
from zhanaozen_archive._conflicts import Conflict, Dispute
from zhanaozen_archive._loading import Verification, load, problems, verify
from zhanaozen_archive._model import keys
from zhanaozen_archive._model.claims import Claim, Context, Scope, Step
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.keys import *  # noqa: F403  # one typed key for each property of the codebook
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.properties import Codebook, Definition, Property
from zhanaozen_archive._model.readings import Reading, Wording
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Inference, Original, Source, Span
from zhanaozen_archive._model.values import Count, Duration, Term, Text, Vocabulary

__version__ = "0.1.0"

__all__ = [
    "Agent",
    "Archive",
    "Bounds",
    "Claim",
    "Codebook",
    "Conflict",
    "Context",
    "Count",
    "Day",
    "Definition",
    "Dispute",
    "Duration",
    "Edge",
    "Event",
    "Inference",
    "Original",
    "Period",
    "Place",
    "Population",
    "Position",
    "Property",
    "Reading",
    "Retired",
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
    "load",
    "problems",
    "verify",
]
__all__ += keys.__all__
