"""What several tests ask of records, and a small archive made by hand."""

import copy
import pickle

import attrs
import pytest

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._model import keys
from zhanaozen_archive._model.claims import Claim, Scope, Step
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Codebook, Definition
from zhanaozen_archive._model.records import Agent, Place, Population
from zhanaozen_archive._model.sources import Inference, Original, Source, Span
from zhanaozen_archive._model.values import Count, Term, Vocabulary


def assert_survives_copies(thing):
    """Ask that copies of a record equal it, hash and representation included."""
    hash(thing)
    copies = [copy.copy(thing), copy.deepcopy(thing)]
    copies += [pickle.loads(pickle.dumps(thing, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]  # noqa: S301 - our own bytes

    for twin in copies:
        assert thing == twin
        assert hash(thing) == hash(twin)
        assert repr(thing) == repr(twin)


def assert_frozen(thing):
    """Ask that nothing of a record can be set, deleted or added."""
    for field in attrs.fields(type(thing)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(thing, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(thing, field.name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        thing.anything_else = None
    assert not hasattr(thing, "__dict__")


# -- a small archive: one article with a comment and a statement, one event with a part --

COUNTRY = Place("country", ("Kazakhstan", "Қазақстан"), "country")
TOWN = Place("town", ("Zhanaozen", "Janaozen"), "town", COUNTRY)
SQUARE = Place("square", ("the square",), "square", TOWN)
COAST = Place("coast", ("Aktau",), "town", COUNTRY)

AGENCY = Agent("agency", ("The Agency", "Agency"), "body")
DESK = Agent("desk", ("Its Desk",), "body", within=AGENCY)
OFFICIALS = Agent("officials", ("officials",), "unnamed")
GOVERNMENT = Agent("government", ("the government",), "body", same_as=OFFICIALS, same_because="so it says")
UNKNOWN = Agent("unknown", ("someone",), "unknown")
READER = Agent("reader", ("A Reader",), "person", "Reader", "A", sensitive=True)

PEOPLE = Population("people", "people")
WORKERS = Population("workers", "workers", PEOPLE)

UNREST = Event("unrest", "Unrest", "unrest")
SHOOTING = Event("shooting", "Shooting", "shooting", UNREST)

TEXT = "Headline\n\nIn the town ten were killed.\nOfficials said at least 16 were.\nComment: nobody knows."
ORIGINAL = Original("article.txt", "0" * 64, len(TEXT))
ARTICLE = Source(
    "article2011",
    "article-newspaper",
    DESK,
    title="Ten Killed",
    authors=(READER, DESK),
    publisher="The Agency",
    issued=Period.parse("2011-12-18~"),
    inferred=(Inference("issued", "the latest day named"),),
    original=ORIGINAL,
    paragraphs=(10, 40),
)
STATEMENT = Source("officials2011", "speech", OFFICIALS, part_of=ARTICLE, at=(Span(40, 54),))
COMMENT = Source(
    "comment2011",
    "post",
    READER,
    genre="Comment",
    part_of=ARTICLE,
    stands_alone=True,
    paragraphs=(73,),
    at=(Span(73, 80),),
)

WEEKDAY = Vocabulary(
    "weekday",
    (Term("weekday", "friday", "Friday"), Term("weekday", "saturday", "Saturday")),
    "a day is one of the seven",
)
CODEBOOK = Codebook(
    (
        Definition(keys.DATE, "when it was", role="date"),
        Definition(keys.KILLED, "how many died", "people", cumulative="nobody comes back"),
        Definition(keys.PLACE, "where it was"),
        Definition(keys.WEEKDAY, "its day of the week", vocabulary=WEEKDAY),
        Definition(keys.START, "when it began", role="start"),
        Definition(keys.END, "when it ended", role="end"),
    ),
    (WEEKDAY,),
    (PEOPLE, WORKERS),
)


def claim(id_="ten", value=None, root=DESK, **given):
    """Make a claim that the article itself makes: ten were killed in the shooting."""
    fields = {
        "id": f"article2011/{id_}",
        "event": SHOOTING,
        "property": keys.KILLED,
        "value": Count.exactly(10) if value is None else value,
        "source": ARTICLE,
        "at": (Span(22, 25),),
        "attribution": (Step(root, "states"),),
    }
    return Claim(**(fields | given))


TEN = claim(words=("ten",), scope=Scope(TOWN))
SIXTEEN = claim(
    "sixteen",
    Count(16),
    source=STATEMENT,
    at=(Span(55, 66),),
    words=("at least 16",),
    attribution=(Step(DESK, "reports"), Step(OFFICIALS, "states", (Span(40, 54),))),
    scope=Scope(TOWN),
)
FRIDAY = claim(
    "friday", WEEKDAY.terms[0], source=COMMENT, at=(Span(82, 95),), property=keys.WEEKDAY, event=UNREST, root=READER
)


def archive(*claims, **given):
    """Make an archive of these claims; of the three above where none is given."""
    fields = {
        "title": "Small",
        "data_version": "2026.11",
        "sources": (ARTICLE, COMMENT, STATEMENT),
        "events": (SHOOTING, UNREST),
        "claims": claims or (TEN, SIXTEEN, FRIDAY),
        "places": (COAST, COUNTRY, SQUARE, TOWN),
        "agents": (AGENCY, DESK, GOVERNMENT, OFFICIALS, READER, UNKNOWN),
        "codebook": CODEBOOK,
    }
    return Archive(**(fields | given))
