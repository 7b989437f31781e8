"""The verb `conflicts`: who contradicts whom, in which words."""

import csv
import io
import json

import pytest

import zhanaozen_archive as za
from tests.commands import claim, run, write_archive
from zhanaozen_archive._archive import record
from zhanaozen_archive._citing import cite

INTRO = (
    "Claims that cannot all be true, by what their words say for certain. “Against”\n"
    "gives the numbers of the claims that a claim excludes; words without quotation\n"
    "marks are the archive's own.\n"
)
LEGEND = "\n●  this number   ●──●  between these   ●┄┄▸  this or more   ┄┄●  this or fewer\n"


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


@pytest.fixture
def plain_citations(monkeypatch):
    """What a citation looks like is asked elsewhere."""
    monkeypatch.setattr("zhanaozen_archive._command.conflicts.in_text", lambda claim: f"({claim.source.voice})")


@pytest.mark.usefixtures("plain_citations")
def test_counts_stand_on_one_scale_with_the_words_beside_them(capsys, small):
    code, out, err = run(capsys, "conflicts", "shooting", "--of", "killed", "--archive", small)

    assert (code, err) == (0, "")
    assert (
        out
        == INTRO
        + (
            "\n"
            "Shooting in the square: killed\n"
            "3 claims in 2 conflicts (shooting)\n"
            "                      0         100\n"
            "1  its desk            ●                “ten people”\n"
            "   via agency2011ten                    (its desk)\n"
            "   against 2, 3\n"
            "2  officials            ●┄┄┄┄┄┄┄┄┄┄┄┄▸  “at least 16”\n"
            "   via officials2011                    (officials)\n"
            "   against 1\n"
            "3  the hospital                   ●     “a hundred”\n"
            "   via hospital2011                     (the hospital)\n"
            "   against 1\n"
        )
        + LEGEND
    )


@pytest.mark.usefixtures("plain_citations")
def test_other_values_stand_beside_the_words_and_never_in_their_place(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "armament", "--archive", small)

    assert out == INTRO + (
        "\n"
        "Shooting in the square: armament\n"
        "2 claims in 1 conflict (shooting)\n"
        "\n"
        "1  A Reader               armed             (A Reader)\n"
        "   via reader2011comment\n"
        "   against 2\n"
        "2  officials              not armed         “denied that anyone was armed”\n"
        "   via officials2011                        (officials)\n"
        "   against 1\n"
    )


def test_dates_are_written_out_and_what_is_narrowed_says_so(capsys, tmp_path):
    where = 'place = "square"'
    said = [
        claim("a", "date", '"2011-12-16"', "Friday", where, quote=False),
        claim("b", "date", '"2011-12-17"', "Saturday", where),
    ]
    small = write_archive(tmp_path, *said)

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    assert "1  its desk           16 December 2011  (in the square)\n" in out
    assert "2  its desk           17 December 2011  “Saturday”\n" in out
    assert LEGEND not in out


def test_a_denied_number_has_no_bar_and_one_without_words_is_written_out(capsys, tmp_path):
    denied = claim("a", "killed", "10", "ten people", 'polarity = "denied"')
    small = write_archive(tmp_path, denied, claim("b", "killed", "10", "at least 16", quote=False))

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    assert "1  its desk           not 10            “ten people”\n" in out
    assert "2  its desk                       ●     10\n" in out


@pytest.mark.parametrize("argv", [[], ["inquiry"], ["--of", "place"]], ids=" ".join)
def test_it_says_when_nothing_disagrees(capsys, tmp_path, argv):
    small = write_archive(tmp_path, claim("a", "killed", "10", "ten people"))

    printed = run(capsys, "conflicts", *argv, "--exit-code", "--archive", small)

    assert printed == (0, "Nothing disagrees: no two of these claims exclude each other.\n", "")


def test_the_exit_code_tells_of_conflicts_only_when_asked(capsys, small):
    assert run(capsys, "conflicts", "--archive", small)[0] == 0
    assert run(capsys, "conflicts", "--archive", small, "--exit-code")[0] == 1
    assert run(capsys, "conflicts", "--archive", small, "--exit-code", "--format", "json")[0] == 1


def test_json_is_the_contract(capsys, small):
    archive = za.load(small)

    _, out, _ = run(capsys, "conflicts", "--of", "date", "--archive", small, "--format", "json")

    assert json.loads(out) == {
        "schema_version": 1,
        "data_version": "2026.11",
        "digest": archive.digest,
        "conflicts": [
            {
                "id": "dates:agency2011ten/date+agency2011ten/date-officials",
                "rule": "dates",
                "kind": "conflict",
                "one_document": True,
                "one_root": False,
                "grade": "certain",
                "readings": ["strict"],
                "claims": ["agency2011ten/date", "agency2011ten/date-officials"],
                "dispute": "shooting/date",
                "positions": [
                    {
                        "value": record(archive.claim("agency2011ten/date").value),
                        "polarity": "asserted",
                        "claims": ["agency2011ten/date"],
                        "roots": ["desk"],
                    },
                    {
                        "value": record(archive.claim("agency2011ten/date-officials").value),
                        "polarity": "asserted",
                        "claims": ["agency2011ten/date-officials"],
                        "roots": ["officials"],
                    },
                ],
                "explanation": "its desk: “Friday”; officials: “Saturday”.",
            }
        ],
    }


def test_csv_has_one_flat_row_for_each_conflict(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "date", "--archive", small, "--format", "csv")

    assert list(csv.DictReader(io.StringIO(out))) == [
        {
            "id": "dates:agency2011ten/date+agency2011ten/date-officials",
            "rule": "dates",
            "kind": "conflict",
            "one_document": "true",
            "one_root": "false",
            "grade": "certain",
            "readings": "strict",
            "claims": "agency2011ten/date; agency2011ten/date-officials",
            "dispute": "shooting/date",
            "explanation": "its desk: “Friday”; officials: “Saturday”.",
        }
    ]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_the_shipped_conflicts_fit_and_cut_no_key(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    claims = {claim for conflict in za.load().conflicts() for claim in conflict.claims}

    code, out, err = run(capsys, "conflicts")

    assert (code, err) == (0, "")
    assert {claim.source.key for claim in claims} <= set(out.split())
    assert max(map(len, out.splitlines())) <= max(int(columns), 80)


def test_each_claim_is_cited_as_the_library_cites_it(capsys, monkeypatch, small):
    monkeypatch.setenv("COLUMNS", "120")
    claims = {claim for conflict in za.load(small).conflicts() for claim in conflict.claims}

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    flat = " ".join(out.split())
    assert not [claim.id for claim in claims if cite(claim) not in flat]


def test_the_shipped_words_are_printed_whole(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    claims = {claim for conflict in za.load().conflicts(of=za.KILLED) for claim in conflict.claims}

    _, out, _ = run(capsys, "conflicts", "--of", "killed")

    flat = " ".join(out.split())
    assert not [claim.quote for claim in claims if claim.words and f"“{claim.quote}”" not in flat]
