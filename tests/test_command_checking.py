"""The verbs `validate` and `verify`, and `--version`."""

import pytest

import zhanaozen_archive as za
from tests.commands import claim, run, write_archive


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


def test_a_sound_folder_takes_one_line(capsys, small):
    assert run(capsys, "validate", small) == (0, "no problems: 1 document, 3 voices, 3 events, 14 claims\n", "")


def test_every_problem_takes_a_line_on_stdout_and_the_sum_is_told(capsys, tmp_path):
    ten = claim("ten", "killd", "10", "ten people")
    small = write_archive(tmp_path, ten, claim("where", "place", '"square"', "square", event="shoting"))

    code, out, err = run(capsys, "validate", small)

    assert (code, err) == (1, "2 problems\n")
    assert out.splitlines() == [str(problem) for problem in za.problems(small)]
    assert "did you mean 'killed'?" in out


def test_a_folder_that_is_no_archive_is_a_finding(capsys, tmp_path):
    code, out, err = run(capsys, "validate", tmp_path)

    told = f"archive.toml: there is no such file in {str(tmp_path)!r}, so it is no archive [no-archive]\n"
    assert (code, out, err) == (1, told, "1 problem\n")


def test_a_broken_archive_stops_every_other_verb(capsys, tmp_path):
    code, out, err = run(capsys, "claims", "--archive", tmp_path)

    told = f"error: archive.toml: there is no such file in {str(tmp_path)!r}, so it is no archive [no-archive]\n"
    assert (code, out, err) == (1, "", told)


def test_texts_that_are_exact_are_counted(capsys, small, tmp_path):
    printed = run(capsys, "verify", "--texts", tmp_path / "texts", "--archive", small)

    assert printed == (
        0,
        (
            "texts: 1 of 1 are the ones that were coded, byte for byte\n"
            "  article.txt: exact\n"
            "quotations: 9 of 9 stand to the letter where the archive says\n"
            "places: 5 claims without quoted words, by place alone, so nothing to compare\n"
        ),
        "",
    )


def test_another_text_and_a_lost_quotation_take_a_line_each(capsys, small, tmp_path):
    file = tmp_path / "texts" / "article.txt"
    file.write_text(file.read_text("utf-8").replace("ten people", "two people"), "utf-8")

    code, out, err = run(capsys, "verify", "--texts", tmp_path / "texts", "--archive", small)

    assert (code, err) == (1, "2 problems\n")
    first, which, second, _, *problems = out.splitlines()
    assert first == "texts: 0 of 1 are the ones that were coded, byte for byte"
    assert which == "  article.txt: different"
    assert second == "quotations: 8 of 9 stand to the letter where the archive says"
    assert problems == [str(p) for p in za.verify(za.load(small), tmp_path / "texts").problems]


def test_the_shipped_archive_is_exact(capsys, texts):
    archive = za.load()
    quoted = sum(len(claim.words) for claim in archive.claims())
    placed = sum(not claim.words for claim in archive.claims())

    printed = run(capsys, "verify", "--texts", texts)

    assert printed == (
        0,
        (
            "texts: 5 of 5 are the ones that were coded, byte for byte\n"
            + "".join(f"  {s.original.file}: exact\n" for s in archive.sources() if s.original)
            + f"quotations: {quoted} of {quoted} stand to the letter where the archive says\n"
            f"places: {placed} claims without quoted words, by place alone, so nothing to compare\n"
        ),
        "",
    )


def test_the_version_is_of_the_library_and_of_the_data(capsys, small):
    for option, archive in (([], za.load()), (["--archive", small], za.load(small))):
        assert run(capsys, "--version", *option) == (
            0,
            f"zhanaozen-archive {za.__version__}\ndata {archive.data_version}, schema 1\ndigest {archive.digest}\n",
            "",
        )
