"""Who says what about the Zhanaozen massacre of 2011 and the oil workers' protests, and who disagrees with whom."""

from zhanaozen_archive._archive import Archive, Bounds, Position
from zhanaozen_archive._conflicts import Conflict, Dispute
from zhanaozen_archive._model import keys
from zhanaozen_archive._model.claims import Claim, Context, Scope, Step
from zhanaozen_archive._model.day import Day, Edge
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.keys import *  # noqa: F403
from zhanaozen_archive._model.period import Period, Verdict
from zhanaozen_archive._model.properties import Codebook, Definition, Property
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Inference, Original, Source, Span
from zhanaozen_archive._model.values import Count, Duration, Term, Text, Vocabulary
