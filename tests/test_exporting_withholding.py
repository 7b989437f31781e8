"""Names of private living persons can be left out of every export, and nothing is left that names them."""

import json

import pytest
from attrs import evolve
from hypothesis import given, settings

import zhanaozen_archive as za
from tests import records
from tests.exports import as_text
from tests.strategies import archives
from tests.test_exporting_data import assert_keys_hold, tables
from zhanaozen_archive import Agent, Source, Span, Step, Text
from zhanaozen_archive._exporting import FORMATS
from zhanaozen_archive._exporting.withholding import without_sensitive


def told(archive, format):
    """Give the whole export as one text, whatever its case."""
    return as_text(za.export(archive, format, sensitive=False)).casefold()


@pytest.mark.parametrize("format", FORMATS)
def test_no_export_of_the_shipped_archive_names_a_private_person(format):
    archive = za.load()
    private = [agent for agent in archive.agents() if agent.sensitive]
    names = {name.casefold() for agent in private for name in (agent.id, *agent.names)}
    keys = {s.key for s in archive.sources() if not {s.voice, *s.authors, *s.contributors}.isdisjoint(private)}

    text = told(archive, format)

    assert len(names) > 5
    assert len(keys) > 4
    assert [] == sorted(name for name in names | keys if name in text)


def is_private(agent):
    return agent is not None and (agent.sensitive or is_private(agent.same_as))


@settings(max_examples=15)
@given(archives(1))
def test_every_record_is_still_there_and_names_only_what_is(made):
    """Whoever is marked, and whoever is held to be the same, within the same or speaks in whom."""
    kept = without_sensitive(made)

    for kind in ("sources", "events", "claims", "agents", "places"):
        assert len(getattr(made, kind)()) == len(getattr(kept, kind)())
    files = za.export(made, "csv", sensitive=False)
    assert_keys_hold(files, tables(files))
    for before, after in zip(made.agents(), kept.agents(), strict=True):
        assert after.sensitive == before.sensitive
        if is_private(before):
            assert (("name withheld",), None, None) == (after.names, after.family, after.given)
        assert is_private(before) == (after.id != before.id)
    assert all(claim.source in kept.sources() and claim.event in kept.events() for claim in kept.claims())
    assert [c.property for c in made.claims()] == [c.property for c in kept.claims()]
    assert len(made.conflicts()) == len(kept.conflicts())


@settings(max_examples=5)
@given(archives(1))
def test_without_a_private_person_nothing_changes(made):
    public = evolve(made, agents=(), sources=(), claims=())

    assert without_sensitive(public) is public
    for name in FORMATS:
        assert as_text(za.export(public, name)) == as_text(za.export(public, name, sensitive=False))


CLERK = Agent("clara-clerk", ("Clara Clerk", "the clerk"), "person", "Clerk", "Clara", sensitive=True)
ALIAS = Agent("cc", ("C. C.",), "person", same_as=CLERK, same_because="Clara Clerk signs so")
FRIENDS = Agent("friends", ("friends of Clara  Clerk",), "group")
PAPER = Source(
    "paper2011",
    "webpage",
    records.DESK,
    title="What Clara Clerk saw",
    original=za.Original("clara-clerk.txt", "0" * 64, 100, "x" * 100),
    note="The CLERK is named.",
)
BLOG = Source(
    "claraclerk2011", "post", CLERK, authors=(CLERK,), url="https://example.org/1", part_of=PAPER, stands_alone=True
)
STRIKE = za.Event("strike", "Strike", "strike")
ARREST = za.Event("clara-clerk-arrest", "Arrest of Clara Clerk", "arrest", STRIKE)
HELD = za.Claim(
    "paper2011/clerk-held", ARREST, za.ACTOR, CLERK, PAPER, (Span(1, 4),), (Step(records.DESK, "states"),), ("she",)
)
SAID = za.Claim(
    "claraclerk2011/said",
    ARREST,
    za.ACCOUNT,
    Text("The clerk was held."),
    BLOG,
    (Span(5, 9), Span(12, 15)),
    (Step(ALIAS, "states"),),
    ("Clara", "Clerk, they said"),
    supersedes=("paper2011/clerk-held",),
    supersedes_because="Clerk says so",
    repeats="paper2011/clerk-held",
    about_claim="paper2011/clerk-held",
    note="a clerkship",
)
ARCHIVE = za.Archive(
    "Small",
    "2026.11",
    (PAPER, BLOG),
    (STRIKE, ARREST),
    (SAID, HELD),
    agents=(records.DESK, CLERK, ALIAS, FRIENDS),
    codebook=za.Codebook(disjoint=(za.Disjoint((STRIKE, ARREST), (), "as Clerk says"),)),
    retired=(za.Retired("claraclerk2011/gone", "Clerk asked", ("claraclerk2011/said", "strike")),),
)


def test_a_name_is_left_out_wherever_it_stands():
    kept = without_sensitive(ARCHIVE)
    paper, blog = kept.sources()
    said, held = kept.claims()
    desk, clerk, alias, friends = kept.agents()

    assert desk == records.DESK
    assert (clerk.names, clerk.family, clerk.given, clerk.sensitive) == (("name withheld",), None, None, True)
    assert (alias.names, alias.same_as, alias.same_because) == (clerk.names, clerk, "[name withheld] signs so")
    assert friends.names == ("friends of [name withheld]",)
    assert (paper.key, paper.title) == ("paper2011", "What [name withheld] saw")
    assert paper.note == "[name withheld] is named."
    assert (paper.original.file, paper.original.content) == ("[name withheld].txt", None)
    assert (blog.voice, blog.authors, blog.part_of, blog.url) == (clerk, (clerk,), paper, None)
    assert blog.key.startswith("withheld")
    assert kept.events()[1].label == "Arrest of [name withheld]"
    assert held.id.startswith("paper2011/withheld")
    assert (held.value, held.words, held.event) == (clerk, ("she",), kept.events()[1])
    assert (said.id, said.words, said.at) == (f"{blog.key}/said", (), SAID.at)
    assert said.value == Text("[name withheld] was held.")
    assert (said.supersedes, said.repeats, said.about_claim) == ((held.id,), held.id, held.id)
    assert (said.supersedes_because, said.note) == ("[name withheld] says so", "a clerkship")
    assert kept.codebook.disjoint == (za.Disjoint(kept.events(), (), "as [name withheld] says"),)
    [gone] = kept.retired
    assert (gone.id, gone.because) == (f"{blog.key}/gone", "[name withheld] asked")
    assert gone.successors == (said.id, "strike")


def test_the_new_ids_are_the_same_in_every_release():
    """They hang on the old ones alone, whatever else is in the archive, and are ids like any other."""
    smaller = evolve(ARCHIVE, claims=(HELD,), sources=(PAPER,))
    ids = [
        {record["id"] for record in json.loads(za.export(a, "json", sensitive=False))["agents"]}
        for a in (ARCHIVE, smaller)
    ]

    assert ids[0] == ids[1]
    assert without_sensitive(ARCHIVE) == without_sensitive(ARCHIVE)
    assert without_sensitive(ARCHIVE).sources()[1].key == "withhelda9940132"
