"""One archive laid over another: what is added and corrected, what stays, and what cannot be joined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import zhanaozen_archive as za
from tests import small
from tests.strategies import archives
from zhanaozen_archive.errors import InvalidArchive

AGENTS, CODEBOOK, EVENTS, PLACES = "agents.toml", "codebook.toml", "events.toml", "places.toml"
REPORT, NOTE, RETIRED, ARCHIVE = "sources/report2020.toml", "sources/note2020.toml", "retired.toml", "archive.toml"


@pytest.fixture
def base(tmp_path):
    return za.load(small.write(tmp_path / "base"))


@pytest.fixture
def upper(tmp_path):
    """Give an archive of the note alone: a value corrected, a claim and a name added, a label and a term changed."""
    files = small.changed(
        (NOTE, "value = 14", "value = 15"),
        (PLACES, '["Hall"]', '["Hall", "Aula"]'),
        (AGENTS, '["source not named"]', '["somebody"]'),
        (EVENTS, "Moving of the chairs", "The chairs are moved"),
        (CODEBOOK, 'open = "open"', 'open = "wide open"'),
        (ARCHIVE, "Small archive", "Corrections"),
    )
    del files[REPORT]
    files[NOTE] = files[NOTE].replace('repeats = "report2020/chairs"\n', "").replace(', "report2020/chairs"]', "]")
    added = '\n[[claims]]\nid = "place"\nevent = "move-2020"\nproperty = "place"\nvalue = "hall"\nat = [0, 5]\n'
    files[NOTE] += added
    files[RETIRED] = '["note2020/old"]\nbecause = "It was wrong."\nsuccessors = ["note2020/place"]\n'
    return za.load(small.write(tmp_path / "upper", files))


def test_what_is_above_stands_in_the_place_of_what_is_below(base, upper):
    both = base.overlay(upper)

    found = both.diff(base)
    assert [(c.how, c.kind, c.id) for c in found.changes if c.how != "changed"] == [
        ("added", "claim", "note2020/place"),
        ("added", "retired", "note2020/old"),
    ]
    assert {(c.kind, c.id) for c in found.changed} == {
        ("agent", "nobody"),
        ("archive", "archive"),
        ("claim", "note2020/chairs-again"),
        ("claim", "note2020/chairs-now"),
        ("claim", "report2020/not-open"),  # its value is a term that has another label
        ("event", "move-2020"),
        ("place", "hall"),
        ("vocabulary", "state"),
    }
    assert both.claim("note2020/chairs-now").value == za.Count.exactly(15)
    assert (both.title, both.data_version) == ("Small archive with Corrections", "2020.5+2020.5")


def test_everything_refers_to_the_joined_records(base, upper):
    both = base.overlay(upper)

    claim = both.claim("report2020/moved-to")
    assert claim.value == both.place("aula") == both.place("hall")
    assert claim.event is both.event("move-2020")
    assert claim.source is both.source("report2020")
    assert both.event("door-2020").part_of is both.event("move-2020")
    assert both.claim("report2020/not-open").attribution[1].agent.names == ("somebody",)
    assert both.claim("report2020/not-open").value.label == "wide open"
    assert both.claims(about="move-2020", of="place") == (both.claim("note2020/place"), claim)
    with pytest.warns(za.errors.RetiredIdWarning):
        assert both.claim("note2020/old") == both.claim("note2020/place")


def test_neither_archive_is_changed(base, upper, tmp_path):
    digests = base.digest, upper.digest
    base.overlay(upper)

    assert (base.digest, upper.digest) == digests
    assert base == za.load(tmp_path / "base")


@settings(max_examples=25)
@given(archives())
def test_an_archive_over_itself_is_itself(archive):
    both = archive.overlay(archive)

    assert both.digest == archive.digest
    assert both.claims() == archive.claims()
    assert both.sources() == archive.sources()
    assert both.conflicts() == archive.conflicts()


@settings(max_examples=25)
@given(archives())
def test_an_archive_over_nothing_and_nothing_over_it_are_itself(archive):
    nothing = za.Archive("", "2000.1", (), (), ())

    assert archive.overlay(nothing).digest == nothing.overlay(archive).digest == archive.digest


def test_texts_stay_bound(tmp_path, upper):
    texts = small.write_texts(tmp_path / "texts")
    bound = za.load(small.write(tmp_path / "bound"), texts=texts)

    assert bound.overlay(upper).claim("report2020/open-for").context(3).words == "20 days"


def alone(**files: str) -> dict[str, str]:
    """The files of an archive without documents."""
    return {ARCHIVE: small.ARCHIVE} | {f"{name}.toml": text for name, text in files.items()}


TERM = '[properties.state]\nkind = "term"\nvocabulary = "state"\ndefinition = "x"\n'
MOVED = ["note2020/chairs-again", "note2020/chairs-now"]
MOVED += [f"report2020/{name}" for name in ("books", "boxes", "chairs", "cups", "lamps", "pens", "tables")]
IMPOSSIBLE = {
    "a name of another place": (
        alone(places='[other]\nnames = ["HALL"]\nkind = "b"'),
        ["other: 'HALL' is a name of 'hall' already [name-twice]"],
    ),
    "a name of another agent": (
        alone(agents='[zz]\nnames = ["an office"]\nkind = "body"'),
        ["zz: 'an office' is a name of 'office' already [name-twice]"],
    ),
    "a value of another kind": (
        alone(codebook='[properties.moved]\nkind = "text"\ndefinition = "x"'),
        [f"{claim}: 'moved' now has values of kind 'text' [invalid-value]" for claim in MOVED],
    ),
    "a term that is gone": (
        alone(codebook=f'{TERM}[vocabularies.state]\nterms = {{ open = "open" }}'),
        [
            "report2020/shut: the vocabulary 'state' has no term 'shut' any more [unknown-reference]",
        ],
    ),
}


@pytest.mark.parametrize(("files", "told"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_joined(base, tmp_path, files, told):
    (tmp_path / "upper" / "sources").mkdir(parents=True)
    upper = za.load(small.write(tmp_path / "upper", files))

    with pytest.raises(InvalidArchive) as caught:
        base.overlay(upper)
    assert str(caught.value).splitlines() == told
