"""Citations and lists in Word documents, written, saved and read again."""

import io

import docx
import pytest
from docx.shared import Pt

from tests.cited import ARTICLE, NEEDS_STYLES, PAGE, SPEECH, claim_of
from zhanaozen_archive._citing import bibliography, cite
from zhanaozen_archive._citing.results import Cited
from zhanaozen_archive._citing.rich import SPAN_KINDS, Link, Span, Text


@pytest.fixture
def document():
    return docx.Document()


def saved(document):
    """Give the document as it is read from its file."""
    file = io.BytesIO()
    document.save(file)
    return docx.Document(file)


def test_a_citation_goes_into_a_paragraph_with_its_italics(document):
    paragraph = document.add_paragraph("At least sixteen were killed ")
    cite(claim_of(ARTICLE)).add_to(paragraph)
    [read] = saved(document).paragraphs

    assert read.text == "At least sixteen were killed (RFE/RL, 2023, para. 2)"
    assert [(run.text, run.italic) for run in read.runs[1:]] == [
        ("(", None),
        ("RFE/RL", True),
        (", 2023, para. 2)", None),
    ]


def test_every_way_to_set_text_is_kept(document):
    kinds = [Span(kind, (Text(kind),)) for kind in SPAN_KINDS]
    Cited("", (*kinds, Text(" plain"))).add_to(document.add_paragraph())
    [read] = saved(document).paragraphs

    def set_so(run):
        font = run.font
        ways = (font.italic, font.bold, font.small_caps, font.underline, font.superscript, font.subscript)
        return [kind for kind, way in zip(SPAN_KINDS, ways, strict=True) if way]

    assert [(run.text, set_so(run)) for run in read.runs] == [*((kind, [kind]) for kind in SPAN_KINDS), (" plain", [])]


def test_links_lead_on(document):
    link = Link("https://doi.org/10.1000/182", (Text("doi"), Span("italic", (Text("!"),))))
    Cited("", (Text("See "), link, Text("."))).add_to(document.add_paragraph())
    [read] = saved(document).paragraphs

    assert read.text == "See doi!."
    assert [(one.address, one.text) for one in read.hyperlinks] == [
        ("https://doi.org/10.1000/182", "doi"),
        ("https://doi.org/10.1000/182", "!"),
    ]


@NEEDS_STYLES
def test_a_list_hangs_and_spaces_as_its_style_asks(document):
    bibliography([PAGE, SPEECH], style="apa").add_to(document)
    bibliography([PAGE], style="ieee").add_to(document)
    bibliography([PAGE]).add_to(document)
    read = saved(document).paragraphs

    assert [paragraph.text.split()[0] for paragraph in read] == ["Orazov,", "Striking", "[1]", "Striking"]
    assert read[2].text.startswith("[1]\t")
    indents = [paragraph.paragraph_format.first_line_indent for paragraph in read]
    assert [indent and round(indent.cm, 2) for indent in indents] == [-1.25, -1.25, -1.25, None]
    assert [paragraph.paragraph_format.line_spacing for paragraph in read] == [2, 2, 1, 1]
    assert [paragraph.paragraph_format.space_after for paragraph in read] == [*[Pt(0)] * 3, Pt(12)]


def test_a_document_with_a_style_for_lists_has_it_used(document):
    document.styles.add_style("Bibliography", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    bibliography([PAGE]).add_to(document)

    assert saved(document).paragraphs[0].style.name == "Bibliography"
