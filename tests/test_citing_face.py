"""What users hand over and what they are given: places, voices, words around, warnings, whole texts, the archive."""

import pickle
from pathlib import Path

import pytest
from attrs import evolve

import zhanaozen_archive as za
from tests.cited import (
    ARTICLE,
    COMMENT,
    HANDLE,
    NEEDS_STYLES,
    NOTHING,
    PAGE,
    POST,
    RFERL,
    SHOWN,
    SPEECH,
    STATEMENT,
    claim_of,
    listed,
)
from zhanaozen_archive import Agent, Archive, Period, Step
from zhanaozen_archive._citing import CitationWarning, Cite, Document, Run, archive_item, bibliography, cite
from zhanaozen_archive.errors import CitationError, UnknownStyle

NUMBERED = evolve(PAGE, voice=RFERL, authors=(Agent("x", (" ",), "body"),), paragraphs=(5, 55))
"""The page with paragraphs and a voice of its own, and still with no author to print."""
PAGE_IN_TITLE_CASE = "Striking Workers Slaughtered in Kazakhstan"
REPORT = evolve(STATEMENT, part_of=NUMBERED)


def reported(source, agent):
    """Make a claim that the source reports another to hold."""
    own = claim_of(source)
    return evolve(own, attribution=(*own.attribution, Step(agent, "states")))


# -- places and words around --


@pytest.mark.parametrize(
    ("how", "citation"),
    [
        ({}, "(RFE/RL, 2023, para. 2)"),
        ({"locator": ""}, "(RFE/RL, 2023)"),
        ({"locator": "41"}, "(RFE/RL, 2023, p. 41)"),
        ({"locator": "41–42"}, "(RFE/RL, 2023, pp. 41–42)"),
        ({"locator": "3", "label": "chapter"}, "(RFE/RL, 2023, chap. 3)"),
        ({"prefix": "see", "suffix": "and elsewhere"}, "(see RFE/RL, 2023, para. 2 and elsewhere)"),
        ({"author": "only"}, "RFE/RL"),
    ],
)
def test_a_claim_brings_its_place_and_takes_words(how, citation):
    assert cite(claim_of(ARTICLE), **how) == citation


def test_a_source_has_no_place_of_its_own():
    assert cite(ARTICLE, locator="2", label="paragraph") == cite(claim_of(ARTICLE))
    assert cite(ARTICLE) == "(RFE/RL, 2023)"


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"label": "pag"}, "unknown label 'pag'; it is one of act, appendix, article, "),
        ({"author": "none"}, "unknown author 'none'; it is one of shown, hidden, only"),
        ({"prefix": "a\ue000"}, "the prefix holds U+E000, which cannot be printed"),
        ({"locator": "1\n2"}, "the locator holds U+000A, which cannot be printed"),
        ({"format": "pdf"}, "unknown format 'pdf'; it is one of text, html, markdown, rst, latex"),
    ],
)
def test_an_unknown_word_is_told_what_there_is(how, message):
    with pytest.raises(CitationError) as caught:
        cite(ARTICLE, **how)

    assert str(caught.value).startswith(message)


def test_a_name_is_left_to_the_sentence_where_there_is_one():
    hidden, title = cite(SPEECH, author="hidden"), cite(PAGE, author="hidden")

    assert (hidden, hidden.warnings) == ("(2011)", ())
    assert title == cite(PAGE)
    [warning] = title.warnings
    assert warning.kind == "no name"
    assert str(warning) == (
        "the style 'harvard-cite-them-right' begins the citation of 'pages2011slaughter' (webpage)"
        " with no name that could be left out"
    )


# -- voices --


@pytest.mark.parametrize(
    ("claim", "citation"),
    [
        (claim_of(evolve(STATEMENT, part_of=NUMBERED)), "Journalists at the scene, cited in {page}, no date, para. 2"),
        (claim_of(evolve(SPEECH, part_of=NUMBERED)), "Orazov, cited in {page}, no date, para. 2"),
        (
            claim_of(evolve(SPEECH, part_of=REPORT)),
            "Orazov, cited in {page}, no date, para. 2",
        ),
        (reported(NUMBERED, HANDLE), "David in Atlanta, cited in {page}, no date, para. 2"),
        (reported(NUMBERED, Agent("x", ("it",), "unknown")), "{page}, no date, para. 2"),
        (reported(NUMBERED, Agent("x", (" ",), "body")), "{page}, no date, para. 2"),
        (reported(NUMBERED, Agent("x", ("teleSUR",), "body")), "teleSUR, cited in {page}, no date, para. 2"),
        (reported(NUMBERED, Agent("x", ("jonthom",), "person")), "jonthom, cited in {page}, no date, para. 2"),
        (claim_of(evolve(COMMENT, part_of=NUMBERED)), "David in Atlanta, no date, para. 2"),
        (claim_of(evolve(SPEECH, part_of=COMMENT)), "Orazov, cited in David in Atlanta, no date"),
    ],
    ids=[
        "unnamed",
        "person",
        "through two",
        "no source",
        "unknown",
        "blank",
        "name",
        "handle",
        "comment",
        "in a comment",
    ],
)
def test_what_a_document_passes_on_is_cited_in_it(claim, citation):
    assert cite(claim) == f"({citation.format(page=PAGE.title)})"


@pytest.mark.parametrize(
    ("how", "citation"),
    [
        ({"author": "hidden"}, f"(cited in {PAGE.title}, no date, para. 2)"),
        ({"author": "only"}, "Orazov"),
        ({"prefix": "see"}, f"(see Orazov, cited in {PAGE.title}, no date, para. 2)"),
        ({"locale": "fr-FR"}, f"(Orazov, cité in {PAGE.title}, sans date, paragr. 2)"),
        ({"locale": "ru-RU"}, f"(Orazov, цитируется по {PAGE.title}, без даты, п. 2)"),
    ],
)
def test_the_voice_can_be_left_to_the_sentence_and_is_said_in_its_language(how, citation):
    assert cite(claim_of(evolve(SPEECH, part_of=NUMBERED)), **how) == citation


def test_the_name_of_a_voice_stands_alone():
    claim = claim_of(evolve(SPEECH, part_of=NUMBERED))

    with pytest.raises(CitationError) as caught:
        _ = Document([[Cite(claim, author="only"), ARTICLE]]).citations

    assert str(caught.value) == 'author="only" gives the name of Askar Orazov and has to be a citation of its own'


@NEEDS_STYLES
def test_a_style_of_numbers_has_no_room_for_a_voice_and_says_so():
    cited = cite(claim_of(evolve(SPEECH, part_of=NUMBERED)), style="ieee")

    assert cited == "[1, Para. 2]"
    assert [(w.kind, w.key, str(w)) for w in cited.warnings] == [
        (
            "no voice",
            "pages2011slaughter",
            "the style 'ieee' has no room for the voice: say in your text that it is Askar Orazov",
        )
    ]


@NEEDS_STYLES
def test_a_place_that_is_not_printed_is_told():
    cited = cite(claim_of(ARTICLE), style="nature", format="html")

    assert cited == "<sup>1</sup>"
    assert [str(w) for w in cited.warnings] == [
        "the style 'nature' prints no places: paragraph 2 of 'rferl2023riot' (article-newspaper) is left out"
    ]


@NEEDS_STYLES
def test_a_paragraph_is_never_printed_as_a_page():
    """Some styles write "p." before any place."""
    cited = [cite(claim_of(ARTICLE), style="gost-r-7-0-5-2008", locator=n, label=what) for n, what in LOCATORS]

    assert cited == [f"[{SHOWN}, 2023, {place}]" for place in ("с. 2", "п. 2", "рис. 2")]


LOCATORS = [("2", "page"), ("2", "paragraph"), ("2", "figure")]

# -- what is left out --


@NEEDS_STYLES
def test_what_a_style_does_not_list_is_told_or_printed_as_its_note():
    post = evolve(POST, title="A title", issued=Period.parse("2022-01-07"))
    skipped = bibliography([ARTICLE, post], style="chicago-notes-bibliography")
    printed = bibliography([ARTICLE, post], style="chicago-notes-bibliography", unlisted="note")

    assert [entry.keys for entry in skipped] == [("rferl2023riot",)]
    assert skipped.warnings == (
        CitationWarning(
            "no entry",
            "orazov2022post",
            "the style 'chicago-notes-bibliography' prints no entry for 'orazov2022post' (post)",
        ),
    )
    assert [entry.keys[0] for entry in printed] == ["orazov2022post", "rferl2023riot"]
    assert printed[0] == cite(post, style="chicago-notes-bibliography")
    assert printed.warnings == ()


@NEEDS_STYLES
def test_a_style_without_a_list_says_so_and_can_print_notes():
    with pytest.raises(CitationError) as caught:
        listed([ARTICLE], style="bluebook-law-review")

    assert str(caught.value) == (
        "the style 'bluebook-law-review' has no list of references; unlisted=\"note\" prints notes in its place"
    )
    [entry] = listed([ARTICLE], style="bluebook-law-review", unlisted="note")
    assert entry == cite(ARTICLE, style="bluebook-law-review")


EMPTY_LIST = "<bibliography><layout><text variable='DOI'/></layout></bibliography></style>"


def test_a_style_that_prints_nothing_is_told():
    cited = cite(PAGE, style=NOTHING)
    references = bibliography([PAGE], style=NOTHING.replace("</style>", EMPTY_LIST), unlisted="note")

    assert (cited, len(references), str(references)) == ("", 0, "\n")
    assert [str(w) for w in (*cited.warnings, *references.warnings)] == [
        "the style given as XML prints no citation of 'pages2011slaughter' (webpage)",
        "the style given as XML prints no entry for 'pages2011slaughter' (webpage)",
    ]
    with pytest.raises(CitationError, match=r"^the style given as XML has no list of references$"):
        bibliography([PAGE], style=NOTHING, unlisted="note")


@pytest.mark.parametrize("edtf", ["2011-12-16/..", "[2011,2013]", "XXXX-12-16"])
def test_what_a_date_cannot_say_is_told(edtf):
    page = evolve(PAGE, issued=Period.parse(edtf))

    for warnings in (cite(page).warnings, bibliography([page]).warnings):
        assert [str(w) for w in warnings] == [
            f"CSL cannot say all of the date {page.issued} of 'pages2011slaughter': it has no open and no yearless ones"
        ]
    assert cite(evolve(PAGE, issued=Period.parse("2011-12-16/2012-01-15~"))).warnings == ()


@NEEDS_STYLES
def test_a_date_that_is_not_printed_is_told():
    dated = evolve(PAGE, issued=Period.parse("2011-12-16"))
    [warning] = bibliography([dated], style="ieee").warnings

    assert (warning.kind, str(warning)) == (
        "no date",
        "the style 'ieee' prints no date of 'pages2011slaughter' (webpage): say in your text that it is of 2011",
    )


def test_a_date_that_is_printed_as_certain_is_told():
    [warning] = bibliography([ARTICLE]).warnings

    assert warning.kind == "no circa"
    assert str(warning) == (
        "the style 'harvard-cite-them-right' prints no circa of 'rferl2023riot' (article-newspaper):"
        " say in your text that it is of about 2023"
    )
    assert bibliography([evolve(ARTICLE, issued=Period.parse("2023"))]).warnings == ()


@NEEDS_STYLES
@pytest.mark.parametrize(
    ("style", "entry"),
    [
        ("modern-language-association", "Orazov, Askar. [Statement]. {cased}, 17 Dec. 2011."),
        ("harvard-cite-them-right", "Orazov, A. (2011) [Statement], {page}, 17 December."),
    ],
)
def test_a_statement_is_set_as_the_type_that_says_where_and_when(style, entry):
    """MLA prints no date of a speech, Harvard no day of a document."""
    assert listed([SPEECH], style=style) == (entry.format(page=PAGE.title, cased=PAGE_IN_TITLE_CASE),)


@NEEDS_STYLES
def test_what_it_is_in_is_told_where_no_type_prints_it():
    [warning] = bibliography([SPEECH], style="iso690-author-date-en").warnings

    assert warning.kind == "no container"
    assert str(warning) == (
        "the style 'iso690-author-date-en' prints no container of 'orazov2011speech' (speech):"
        " say in your text that it is in “Striking workers slaughtered in Kazakhstan”"
    )


@NEEDS_STYLES
@pytest.mark.parametrize(
    ("source", "entry"),
    [
        (evolve(SPEECH, csl_type="article-newspaper", title="A title"), "A title. In *{page}*."),
        (evolve(SPEECH, csl_type="post-weblog"), "[Blog post]. In *{page}*."),
        (evolve(SPEECH, csl_type="post", stands_alone=True, title="A title"), "*A title* [Online post]. {cased}."),
    ],
    ids=["article", "blog post", "comment"],
)
def test_what_a_document_reports_is_in_it_and_in_no_periodical(source, entry):
    shown = bibliography([source], style="apa", format="markdown")[0].replace("\\", "")

    assert shown == f"Orazov, A. (2011, December 17). {entry.format(page=PAGE.title, cased=PAGE_IN_TITLE_CASE)}"


def test_an_unknown_type_is_told():
    [warning] = cite(evolve(PAGE, csl_type="tweet")).warnings

    assert (warning.kind, str(warning)) == (
        "unknown type",
        "'pages2011slaughter' is of type 'tweet', which is none of CSL: styles take it for a document",
    )


# -- what is given --


def test_a_citation_is_text_that_knows_more():
    cited = cite(claim_of(ARTICLE), format="html")
    entry = bibliography([PAGE])[0]

    assert (str(cited), cited.keys, cited.warnings) == ("(<i>RFE/RL</i>, 2023, para. 2)", ("rferl2023riot",), ())
    assert cited.runs == (Run("("), Run("RFE/RL", frozenset({"italic"})), Run(", 2023, para. 2)"))
    assert entry == "Striking workers slaughtered in Kazakhstan (no date)."
    copy = pickle.loads(pickle.dumps(cited))  # noqa: S301  # made here
    assert (copy, copy.runs, copy.keys) == (cited, cited.runs, cited.keys)


def test_a_list_is_its_entries_and_prints_as_a_whole():
    references = bibliography([PAGE, SPEECH], format="markdown")

    assert len(references) == 2
    assert list(references) == [references[0], references[1]] == list(references.entries)
    assert str(references) == f"{references[0]}\n\n{references[1]}\n"
    assert repr(references) == "<References: 2 entries>"


# -- whole texts --


@NEEDS_STYLES
def test_a_text_of_notes_cites_more_briefly_what_it_cited_before():
    claim = claim_of(ARTICLE)
    cites = [claim, Cite(ARTICLE, "4", label="paragraph"), [Cite(SPEECH, prefix="see"), claim], claim]

    statement = "Askar Orazov, [Statement], in Striking Workers Slaughtered in Kazakhstan, December 17, 2011"
    assert Document(cites, style="chicago-notes-bibliography").citations == (
        f"“{SHOWN},” RFE/RL, [December 18, 2023?], para. 2.",
        f"RFE/RL, “{SHOWN},” para. 4.",
        f"see {statement}; RFE/RL, “{SHOWN},” para. 2.",
        f"RFE/RL, “{SHOWN},” para. 2.",
    )
    assert Document(cites[:2], style="oscola", notes=[1, 1]).citations[1] == "Ibid 4."
    assert Document(cites[1:], style="oscola", notes=[1, 2, 9]).citations[2] == f"‘{SHOWN}’ (n 1) para 2."


def test_a_text_tells_its_sources_apart_and_lists_them():
    other = evolve(SPEECH, key="orazov2011other", title="Another")
    paper = Document([SPEECH, [other, ARTICLE]], also=[PAGE], format="markdown")

    assert paper.citations == ("(Orazov, 2011b)", "(Orazov, 2011a; *RFE/RL*, 2023)")
    assert [entry.keys[0] for entry in paper.bibliography()] == [
        "orazov2011other",
        "orazov2011speech",
        "rferl2023riot",
        "pages2011slaughter",
    ]
    assert [entry.keys[0] for entry in paper.bibliography(only=lambda source: source.csl_type == "speech")] == [
        "orazov2011other",
        "orazov2011speech",
    ]
    assert (paper.warnings, repr(paper)) == ((), "<Document: 2 citations in 'harvard-cite-them-right'>")


def test_a_text_has_a_number_for_each_note_or_none():
    with pytest.raises(CitationError, match=r"^2 citations need as many numbers of notes, not 1$"):
        Document([PAGE, SPEECH], notes=[1])


def test_what_is_wrong_with_a_text_is_told_at_once():
    with pytest.raises(UnknownStyle):
        Document([], style="no-such-style")
    with pytest.raises(CitationError, match=r"^unknown way with the unlisted 'all'; it is one of skip, note$"):
        Document([]).bibliography(unlisted="all")


def test_two_archives_can_use_one_key():
    one, other = PAGE, evolve(PAGE, title="Another page")

    assert [entry.keys for entry in bibliography([one, other, one])] == [(PAGE.key,), (PAGE.key,)]


# -- the archive --

MAINTAINED = Archive("Small archive", "2020.5", (), (), (), maintainers="The keepers")


def test_the_archive_can_be_cited_with_its_version_and_digest():
    assert archive_item(MAINTAINED) == {
        "id": "archive-2020.5",
        "type": "dataset",
        "title": "Small archive",
        "author": [{"literal": "The keepers"}],
        "issued": {"date-parts": [[2020, 5]]},
        "version": f"2020.5+{MAINTAINED.digest[:12]}",
        "note": f"sha256 {MAINTAINED.digest}",
    }
    assert cite(MAINTAINED) == "(The keepers, 2020)"
    [warning] = bibliography([MAINTAINED]).warnings
    assert str(warning) == (
        "the style 'harvard-cite-them-right' prints no version of 'archive-2020.5' (dataset):"
        " say in your text that it is version 2020.5"
    )


def test_an_archive_of_no_maintainers_and_no_calendar_says_neither():
    assert cite(Archive("Small archive", "one", (), (), ())) == "(“Small archive,” no date)"


@NEEDS_STYLES
def test_the_archive_in_apa():
    [entry] = bibliography([MAINTAINED], style="apa")

    assert entry == f"The keepers. (2020). Small archive (Version 2020.5+{MAINTAINED.digest[:12]}) [Dataset]."
    assert entry.warnings == ()


def test_the_archive_is_cited_as_its_file_of_citation_says():
    archive = za.load()
    told = (Path(__file__).parents[1] / "CITATION.cff").read_text(encoding="utf-8")
    preferred = told.partition("preferred-citation:")[2]

    assert f"  title: {archive.title}\n" in preferred
    assert f'  version: "{archive.data_version}"\n' in preferred
    assert f"    - name: {archive.maintainers}\n" in preferred
