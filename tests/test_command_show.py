"""The verb `show`: one card for every kind of record."""

import pytest

import zhanaozen_archive as za
from tests.commands import claim, run, write_archive
from zhanaozen_archive._citing import bibliography, cite


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


@pytest.fixture
def plain_citations(monkeypatch):
    """What a citation looks like is asked elsewhere."""
    monkeypatch.setattr("zhanaozen_archive._command.cards.in_text", lambda claim: f"({claim.source.voice})")
    monkeypatch.setattr("zhanaozen_archive._command.cards.reference", lambda source: f"{source.voice}: {source}.")


@pytest.mark.usefixtures("plain_citations")
def test_a_claim_shows_words_value_voices_source_and_place(capsys, small):
    printed = run(capsys, "show", "agency2011ten/killed-desk", "--archive", small)

    assert printed == (
        0,
        (
            "agency2011ten/killed-desk\n"
            "Event         Shooting in the square (shooting)\n"
            "Property      killed\n"
            "Words         “ten people”\n"
            "Coded as      10\n"
            "As of         16 December 2011 (2011-12-16); inferred: the day it writes of\n"
            "Said by       its desk (states)\n"
            "Source        agency2011ten\n"
            "              its desk: “Ten Killed”.\n"
            "Cite as       (its desk)\n"
            "Stands in     article.txt, paragraph 1, code points 33 to 43\n"
            "              repeated at 0 to 10\n"
            "Note          the headline says it too\n"
            "Excludes      agency2011ten/killed-later: “a hundred” – the hospital\n"
            "              agency2011ten/killed-officials: “at least 16” – officials\n"
            "Spoken of by  agency2011ten/doubt (doubts)\n"
        ),
        "",
    )


CARDS = {
    "killed-workers": ["Scope      workers\n"],
    "date": [
        "Inferred     the Friday of that week\n",
        "Coded as     16 December 2011\n",
        "Repeated by  agency2011ten/passed-on\n",
    ],
    "date-officials": [
        "As of      17 December 2011 (2011-12-17)\n",
        "Said by    its desk (reports)\n           officials (claims)\n",
    ],
    "where": ["Words      none quoted; the place alone is given\n"],
    "unarmed": ["Coded as   not armed\n", "Polarity   denied: the words deny the value\n"],
    "inquiry": ["Modality   demanded\n"],
    "killed-later": [
        "Replaces    agency2011ten/killed-hospital\n            it says later\n",
        "Excludes    agency2011ten/killed-desk: “ten people” – its desk\n",
        "By reading  agency2011ten/killed-officials: “at least 16” – officials, under\n            hinted\n",
    ],
    "killed-hospital": ["Replaced by  agency2011ten/killed-later\n"],
    "doubt": ["About      agency2011ten/killed-desk (doubts)\n"],
    "passed-on": ["Repeats    agency2011ten/date\n"],
}


@pytest.mark.parametrize("id_", CARDS)
def test_a_claim_shows_all_that_is_particular_to_it(capsys, small, id_):
    code, out, _ = run(capsys, "show", f"agency2011ten/{id_}", "--archive", small)

    assert code == 0
    assert [line for line in CARDS[id_] if line not in out] == []


CONTEXTS = [
    (
        '"ten people"',
        (
            "In context  Ten Killed In the town's square »ten people« were killed on Friday,\n"
            "            the agency's desk writes from the place. Officials said at least 16\n"
            "            workers had died by …\n"
        ),
    ),
    (
        '"and later a hundred"',
        (
            "In context  … said at least 16 workers had died by Saturday. They denied that\n"
            "            anyone was armed. The hospital counted up to 70, »and later a\n"
            "            hundred«; the union demanded an inquiry into all of it. A reader,\n"
            "            two days later: nobody knows what the number is, and nobody …\n"
        ),
    ),
    (
        '"for many years to come"',
        (
            "In context  … an inquiry into all of it. A reader, two days later: nobody knows\n"
            "            what the number is, and nobody will be told »for many years to\n"
            "            come«.\n"
        ),
    ),
]


@pytest.mark.parametrize(("words", "card"), CONTEXTS, ids=["start", "middle", "end"])
def test_with_the_texts_a_claim_shows_its_words_in_context(capsys, tmp_path, words, card):
    small = write_archive(tmp_path, claim("a", "account", '"A gloss."', words.strip('"')))

    _, out, _ = run(capsys, "show", "agency2011ten/a", "--archive", small, "--texts", tmp_path / "texts")

    assert card in out


def test_an_event_shows_its_claims_by_property_and_its_conflicts(capsys, small):
    _, out, _ = run(capsys, "show", "shooting", "--archive", small)

    assert out.startswith(
        "shooting\n"
        "Event       Shooting in the square\n"
        "Kind        shooting\n"
        "When        16 December 2011 to 17 December 2011\n"
        "Part of     Unrest in the region (unrest)\n"
        "Conflicts   shooting, armament: 2 claims\n"
        "            shooting, date: 2 claims\n"
        "            shooting, killed: 3 claims\n"
        "By reading  shooting, killed: 2 claims\n"
        "\n"
        "account\n"
        "  “nobody knows” – A Reader\n"
        "    agency2011ten/doubt\n"
        "\n"
        "armament\n"
    )
    assert "  9 (workers, in the square) – A Reader\n    agency2011ten/narrow\n" in out


def test_an_event_shows_its_parts(capsys, small):
    _, out, _ = run(capsys, "show", "unrest", "--archive", small)

    assert "Parts       Shooting in the square (shooting)\n" in out


@pytest.mark.usefixtures("plain_citations")
def test_a_source_shows_what_can_be_cited_and_what_is_inferred(capsys, small):
    _, out, _ = run(capsys, "show", "agency2011ten", "--archive", small)

    digest = za.load(small).source("agency2011ten").original.sha256
    assert out.startswith(
        "agency2011ten\n"
        "Source        “Ten Killed”\n"
        "Type          article-newspaper\n"
        "Voice         its desk\n"
        "Authors       A Reader\n"
        "With          the hospital\n"
        "Publisher     The Agency\n"
        "Number        7\n"
        "URL           https://example.org/ten\n"
        "Issued        about 18 December 2011 (2011-12-18~)\n"
        "Inferred      issued: two days after the last day named\n"
        "Voices in it  hospital2011\n"
        "              officials2011\n"
        "              reader2011comment\n"
        "Text          article.txt\n"
        "              408 code points\n"
        f"              SHA-256\n              {digest}\n"
        "Note          coded whole\n"
        "Reference     its desk: “Ten Killed”.\n"
        "\n"
        "4 claims\n"
        "  place, shooting: the square – its desk\n"
        "    agency2011ten/where\n"
    )


def test_a_voice_shows_where_it_is_heard(capsys, small):
    _, out, _ = run(capsys, "show", "officials2011", "hospital2011", "reader2011comment", "--archive", small)

    assert "Heard in       agency2011ten\n" in out
    assert "Introduced at  code points 109 to 123\n" in out
    assert "Appeared in  Annals\n" in out
    assert "Stands alone  beside its document, which does not report it\n" in out
    assert out.count("\n\n") == 5, "a blank line between the cards, and one before the claims of each"


def test_a_place_is_found_by_any_of_its_names(capsys, small):
    printed = run(capsys, "show", "GOROD", "--archive", small)

    assert printed == (
        0,
        (
            "town\n"
            "Place   town\n"
            "Names   Town\n"
            "        Gorod\n"
            "Within  Region\n"
            "In it   the square (square)\n"
            "Claims  2 claims\n"
            "        zhanaozen claims --at town\n"
        ),
        "",
    )


def test_an_agent_shows_what_it_belongs_to_and_whom_it_is_held_to_be(capsys, small):
    _, out, _ = run(capsys, "show", "officials", "its desk", "government", "--archive", small)

    assert "Same as   the government: the government speaks through them\n" in out
    assert "Part of   The Agency\n" in out
    assert "government\nAgent     body\nNames     the government\nSays      4 claims\n" in out
    assert out.endswith("Named in  0 claims\n")


def test_a_property_shows_its_definition_and_terms(capsys, small):
    _, out, _ = run(capsys, "show", "killed", "armament", "--archive", small)

    assert out == (
        "killed\n"
        "Property    People who lost their lives.\n"
        "Values      count\n"
        "Counts      people\n"
        "Only grows  Nobody comes back.\n"
        "Claims      6 claims\n"
        "            zhanaozen claims --of killed\n"
        "\n"
        "armament\n"
        "Property   Whether they were armed.\n"
        "Values     term\n"
        "Terms      armed: armed\n"
        "           unarmed: unarmed\n"
        "Exclusive  Nobody is both.\n"
        "Claims     2 claims\n"
        "           zhanaozen claims --of armament\n"
    )


def test_a_retired_id_leads_to_its_successor(capsys, small):
    printed = run(capsys, "show", "agency2011ten/ten", "--archive", small)

    assert printed == (
        0,
        "agency2011ten/ten\nNo longer used  it was two claims\nSee             agency2011ten/killed-desk\n",
        "",
    )


def test_an_unknown_id_is_told_with_what_looks_like_it(capsys, small):
    told = run(capsys, "show", "shoting", "--archive", small)
    assert told == (1, "", "error: no record 'shoting' in the archive; did you mean 'shooting'?\n")

    assert run(capsys, "show", "xyz", "--archive", small) == (1, "", "error: no record 'xyz' in the archive\n")


def test_claims_and_sources_are_cited_as_the_library_cites_them(capsys, small):
    archive = za.load(small)
    claim, source = archive.claim("agency2011ten/killed-later"), archive.source("hospital2011")

    _, out, _ = run(capsys, "show", claim.id, source.key, "--archive", small)

    flat = " ".join(out.split())
    assert f"Cite as {cite(claim)} " in flat
    assert flat.count(bibliography([source])[0]) == 2


def test_records_of_every_kind_in_the_shipped_archive_can_be_shown(capsys):
    archive = za.load()
    ids = [thing.id for thing in (*archive.events()[::9], *archive.places()[::9], *archive.agents()[::9])]
    ids += [source.key for source in archive.sources()[::9]]
    ids += [claim.id for claim in archive.claims()[::90]]
    ids += [definition.property.id for definition in archive.codebook.definitions]

    code, out, err = run(capsys, "show", *ids)

    assert (code, err) == (0, "")
    assert set(ids) <= set(out.splitlines())
