"""The verb `conflicts` by an engine of SQL: on an archive and on its exports, in every format."""

import json

import pytest

import zhanaozen_archive as za
from tests.commands import run, write_archive
from zhanaozen_archive._engines import asking
from zhanaozen_archive._engines.names import ENGINES


@pytest.fixture
def exported(tmp_path):
    """A folder of seeds, and beside it the exports."""
    seeds = write_archive(tmp_path)
    archive = za.load(seeds)
    za.export(archive, "sqlite", tmp_path / "sqlite")
    za.export(archive, "parquet", tmp_path / "parquet")
    return seeds


@pytest.mark.parametrize("engine", ENGINES)
def test_an_archive_and_its_export_give_the_same(capsys, exported, engine):
    form = "sqlite" if engine == "sqlite" else "parquet"
    asked = ("conflicts", "--engine", engine, "--format", "json", "--archive")

    code, out, err = run(capsys, *asked, exported)

    assert (code, out, err) == run(capsys, *asked, exported.with_name(form))
    assert (0, "") == (code, err)
    archive, told = za.load(exported), json.loads(out)
    assert (archive.digest, archive.data_version) == (told["digest"], told["data_version"])
    expected = [conflict for conflict in archive.conflicts() if conflict.rule in ("counts", "parts", "cumulative")]
    assert expected
    assert [(c.id, c.grade, c.gap) for c in expected] == [(p["id"], p["grade"], p["gap"]) for p in told["pairs"]]
    assert told["complete"]
    [first, *_] = told["pairs"]
    assert (
        {"id", "event", "property", "value", "quote", "polarity", "root", "source"}
        == {*first["more"]}
        == {*first["less"]}
    )


def test_it_is_shown_for_reading(capsys, exported):
    code, out, err = run(capsys, "conflicts", "--engine", "sqlite", "--archive", exported)

    assert (0, "") == (code, err)
    assert SHOWN == out


SHOWN = """\
shooting: killed
·  “a hundred” – hospital (agency2011ten/killed-later)
   against “ten people” – desk (agency2011ten/killed-desk)
   (certain)
·  “at least 16” – officials (agency2011ten/killed-officials)
   against “ten people” – desk (agency2011ten/killed-desk)
   (certain)
·  “a hundred” – hospital (agency2011ten/killed-later)
   against “at least 16” – officials (agency2011ten/killed-officials)
   (hinted)
"""


def test_rules_grades_and_exit_codes(capsys, exported):
    asked = ("conflicts", "--engine", "sqlite", "--archive", exported)

    assert run(capsys, *asked, "--exit-code")[0] == 1
    assert run(capsys, *asked, "inquiry", "--exit-code") == (0, "No conflicts found.\n", "")
    assert run(capsys, *asked, "--kind", "parts")[1] == "No conflicts found.\n"
    assert run(capsys, *asked, "--kind", "places")[1] == "No conflicts found.\n"
    assert run(capsys, *asked, "--kind", "denial")[1] == "No conflicts found.\n"
    head, *rows = run(capsys, *asked, "--format", "csv")[1].splitlines()
    assert head.startswith("id,rule,grade,readings,gap,more_id,more_event,more_property,more_value,more_quote,")
    assert rows[0].startswith("counts:")


def test_what_an_engine_cannot_say_is_told(capsys, exported):
    asked = ("conflicts", "--engine", "sqlite", "--archive", exported)

    told = "error: --explain needs the library's own search; leave out --engine\n"
    assert run(capsys, *asked, "--explain") == (2, "", told)
    told = "error: no event 'shotting' in the archive; did you mean 'shooting'?\n"
    assert run(capsys, *asked, "shotting") == (1, "", told)


def test_more_pairs_than_are_listed_are_told(capsys, exported, monkeypatch):
    monkeypatch.setattr(asking, "MOST", 0)

    code, _, err = run(capsys, "conflicts", "--engine", "sqlite", "--archive", exported)

    assert (0, "counts: of 3 pairs only the first 10,000 are listed\n") == (code, err)
