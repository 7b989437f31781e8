"""The verbs `cite` and `bibliography` print what the library says."""

import pytest

import zhanaozen_archive as za
from tests.commands import run, write_archive
from zhanaozen_archive._citing import bibliography, cite


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


def test_sources_and_claims_are_cited_one_a_line(capsys, small):
    printed = run(capsys, "cite", "agency2011ten", "agency2011ten/killed-later", "--archive", small)

    assert printed == (0, "(A Reader, 2011)\n(the hospital, no date, para. 3)\n", "")


def test_style_locale_and_format_are_handed_on(capsys):
    archive = za.load()
    source = archive.sources()[0]
    wanted = {"style": "apa", "locale": "de-DE", "format": "html"}
    options = ["--style", "apa", "--locale", "de-DE", "--as", "html"]

    assert run(capsys, "cite", source.key, *options) == (0, f"{cite(source, **wanted)}\n", "")

    entries = bibliography([source], **wanted)
    assert run(capsys, "bibliography", source.key, *options) == (0, "".join(f"{e}\n" for e in entries), "")


def test_the_reference_list_is_of_all_documents_unless_some_are_named(capsys, small):
    archive = za.load()
    documents = [source for source in archive.sources() if source.part_of is None]

    assert run(capsys, "bibliography")[1].splitlines() == [*bibliography(documents)]
    assert run(capsys, "bibliography", "agency2011ten/killed-later", "--archive", small) == (
        0,
        "the hospital (no date) [Document in Annals], Ten Killed.\n",
        "",
    )


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
