"""The verbs `cite` and `bibliography` print what the library says."""

import pytest

import zhanaozen_archive as za
from tests.cited import NEEDS_STYLES, NOTHING
from tests.commands import run, write_archive
from zhanaozen_archive._citing import bibliography, cite


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


def test_sources_and_claims_are_cited_one_a_line(capsys, small):
    printed = run(capsys, "cite", "agency2011ten", "agency2011ten/killed-later", "--archive", small)

    assert printed == (0, "(A Reader, 2011)\n(The hospital, cited in A Reader, 2011, para. 3)\n", "")


def test_the_archive_is_cited_where_nothing_else_is_named(capsys, small):
    assert run(capsys, "cite", "--archive", small) == (0, "(“Small,” 2026)\n", "")


def test_style_locale_format_and_place_are_handed_on(capsys):
    archive = za.load()
    source = archive.sources()[0]
    wanted = {"style": "apa", "locale": "de-DE", "format": "html"}
    options = ["--style", "apa", "--locale", "de-DE", "--format", "html"]

    cited = run(capsys, "cite", source.key, *options, "--locator", "3", "--label", "paragraph")
    assert cited == (0, f"{cite(source, **wanted, locator='3', label='paragraph')}\n", "")
    assert run(capsys, "bibliography", source.key, *options) == (0, str(bibliography([source], **wanted)), "")


def test_the_reference_list_is_of_all_documents_unless_some_are_named(capsys, small):
    archive = za.load()
    documents = [source for source in archive.sources() if source.part_of is None]

    assert run(capsys, "bibliography")[1] == str(bibliography(documents))
    listed = run(capsys, "bibliography", "agency2011ten/killed-later", "--archive", small)
    entry = "A Reader (2011) “Ten Killed,” The Agency, 18 December. Available at: https://example.org/ten."
    lost = "the style 'harvard-cite-them-right' prints no circa of 'agency2011ten' (article-newspaper)"
    assert listed == (0, f"{entry}\n", f"warning: {lost}: say in your text that it is of about 2011\n")


@NEEDS_STYLES
def test_what_a_style_leaves_out_is_told_on_stderr(capsys):
    left_out = "the style 'chicago-notes-bibliography' prints no entry for 'telesur2022post' (post)"
    options = ["--style", "chicago-notes-bibliography"]

    assert run(capsys, "bibliography", "telesur2022post", *options) == (0, "\n", f"warning: {left_out}\n")
    code, out, err = run(capsys, "bibliography", "telesur2022post", *options, "--unlisted", "note")
    assert (code, err) == (0, "")
    assert out.startswith("teleSUR English, [Post on Twitter], ")
    code, out, err = run(capsys, "cite", "rferl2023riot/killed-zhanaozen", "--style", "nature")
    assert (code, out) == (0, "1\n")
    assert err.startswith("warning: the style 'nature' prints no places: paragraph 13 of 'rferl2023riot' ")


def test_a_style_that_prints_nothing_ends_in_a_finding(capsys, tmp_path, small):
    style = tmp_path / "nothing.csl"
    style.write_text(NOTHING, encoding="utf-8")
    code, out, err = run(capsys, "cite", "agency2011ten", "--style", str(style), "--archive", small)

    assert (code, out) == (1, "\n")
    assert err == f"warning: the style {str(style)!r} prints no citation of 'agency2011ten' (article-newspaper)\n"


def test_what_cannot_be_cited_is_told(capsys, small):
    told = run(capsys, "cite", "agency2011tne", "--archive", small)
    assert told == (1, "", "error: no source 'agency2011tne' in the archive; did you mean 'agency2011ten'?\n")

    told = run(capsys, "cite", "agency2011ten/killd-desk", "--archive", small)
    suggested = (
        "did you mean 'agency2011ten/killed-desk' or 'agency2011ten/killed-later' or 'agency2011ten/killed-workers'?"
    )
    assert told == (1, "", f"error: no claim 'agency2011ten/killd-desk' in the archive; {suggested}\n")

    code, out, err = run(capsys, "cite", "agency2011ten", "--style", "no-such-style", "--archive", small)
    assert (code, out) == (1, "")
    assert err.startswith("error: unknown citation style 'no-such-style'")
