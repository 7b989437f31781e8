"""The verb `compare`: how two claims stand to each other, in a sentence."""

import json

import pytest

import zhanaozen_archive as za
from tests.commands import claim, run, write_archive
from zhanaozen_archive._archive.verdicts import comparison, record

DESK, OFFICIALS = "agency2011ten/killed-desk", "agency2011ten/killed-officials"
LATER, HOSPITAL = "agency2011ten/killed-later", "agency2011ten/killed-hospital"


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


def test_both_claims_stand_above_the_outcome(capsys, small):
    code, out, err = run(capsys, "compare", "agency2011ten/inquiry", "agency2011ten/killed-workers", "--archive", small)

    assert (code, err) == (0, "")
    assert out == (
        "agency2011ten/inquiry\n"
        "On        Inquiry, account\n"
        "Says      “an inquiry” – its desk\n"
        "Modality  demanded\n"
        "\n"
        "agency2011ten/killed-workers\n"
        "On     Shooting in the square, killed\n"
        "Says   “16 workers” – officials\n"
        "Scope  workers\n"
        "\n"
        "They cannot be compared, because they differ in modality: one says nothing of\n"
        "the other.\n"
    )


OUTCOMES = {
    "conflicting": ((DESK, OFFICIALS), "They cannot both be true: 6 people apart."),
    "conflicting by a reading": (
        (LATER, OFFICIALS, "--reading", "hinted"),
        "They cannot both be true: 69 people apart, under hinted.",
    ),
    "conflicting without numbers": (
        ("agency2011ten/armed", "agency2011ten/unarmed"),
        "They cannot both be true.",
    ),
    "compatible": ((LATER, OFFICIALS), "They can both be true, as with 100."),
    "compatible without numbers": (
        ("agency2011ten/date", "agency2011ten/date"),
        "They can both be true.",
    ),
    "revised": ((LATER, HOSPITAL), f"{LATER} replaces {HOSPITAL}: it says later"),
    "incomparable": (
        (DESK, "agency2011ten/date"),
        "They cannot be compared, because they differ in property: one says nothing of the other.",
    ),
}


@pytest.mark.parametrize(("argv", "told"), OUTCOMES.values(), ids=OUTCOMES)
def test_the_outcome_is_told_in_a_sentence(capsys, monkeypatch, small, argv, told):
    monkeypatch.setenv("COLUMNS", "120")

    code, out, err = run(capsys, "compare", *argv, "--archive", small)

    assert (code, err) == (0, "")
    assert out.endswith(f"\n\n{told}\n")


def test_a_count_that_was_overtaken(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "120")
    small = write_archive(
        tmp_path,
        claim("early", "killed", "10", "ten", 'as_of = "2011-12-16"', 'as_of_inferred = "x"'),
        claim("late", "killed", "16", "16", 'as_of = "2011-12-17"', 'as_of_inferred = "x"'),
    )

    _, out, _ = run(capsys, "compare", "agency2011ten/early", "agency2011ten/late", "--archive", small)

    assert out.endswith("\n\nagency2011ten/late overtakes agency2011ten/early: Nobody comes back.\n")


@pytest.mark.parametrize("reading", ["strict", "hinted"])
def test_json_is_one_object_with_the_comparison(capsys, small, reading):
    archive = za.load(small)
    a, b = archive.claim(LATER), archive.claim(OFFICIALS)

    _, out, _ = run(capsys, "compare", a.id, b.id, "--reading", reading, "--archive", small, "--format", "json")

    assert json.loads(out) == {
        "schema_version": 1,
        "data_version": "2026.11",
        "digest": archive.digest,
        "comparison": comparison(a, b, archive.compare(a, b, reading=reading), reading),
    }


def test_json_hears_the_strict_reading_where_none_is_given(capsys, small):
    archive = za.load(small)

    _, out, _ = run(capsys, "compare", DESK, OFFICIALS, "--archive", small, "--format", "json")

    written = json.loads(out)["comparison"]
    found = archive.compare(DESK, OFFICIALS)
    assert isinstance(found, za.Conflicting)
    assert (written["reading"], written["conflict"]) == ("strict", record(found.conflict))


def test_an_archive_without_readings_is_heard_strictly(capsys, small):
    (small / "readings.toml").write_text("", "utf-8")

    _, out, _ = run(capsys, "compare", DESK, OFFICIALS, "--archive", small, "--format", "json")

    written = json.loads(out)["comparison"]
    assert (written["reading"], written["outcome"]) == ("strict", "conflicting")


def test_a_claim_that_there_is_not(capsys, small):
    code, out, err = run(capsys, "compare", DESK, "agency2011ten/killed-offcials", "--archive", small)

    assert (code, out) == (1, "")
    assert err.startswith(
        "error: no claim 'agency2011ten/killed-offcials' in the archive; did you mean 'agency2011ten/"
    )
