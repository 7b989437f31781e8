"""Each writer, read back by a reader of other people's: every character, and how it is set."""

import io
import re
from itertools import pairwise
from urllib.parse import unquote

import docutils.core
import docutils.nodes
import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexGroupNode,
    LatexSpecialsNode,
    LatexWalker,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import std_macro

from zhanaozen_archive._citing.rich import DISPLAYS, SPAN_KINDS, Block, Link, Span, Text
from zhanaozen_archive._citing.writers import FORMATS, Layout, listed, runs, written

# -- any rich text --

HOSTILE = [
    *r"\`*_{}[]()<>#+-.!|~^$%&@:;,?=/'\"",
    *(" ", "\n", "\t", "\0", "\x1b", "\x85", "\u2028", "\ufffe", "\u00a0", "\u202f", "\u00ad", "\u3000", "\u200b"),
    *("“", "”", "‘", "’", "«", "–", "…", "•", "é", "Ж", "漢", "𝔄", "\u0301", "1", "a", "I"),
    *("<b>", "</b>", "<script>", "&amp;", "&lt", "--", "...", "::", ":sup:`x`", ".. raw:: html", r"\textbf{", "$x$"),
    *(
        "http://a.example/",
        "www.a.example",
        "a@b.example",
        "[x](y)",
        "![",
        "``",
        "1.",
        "(a)",
        "iv. ",
        "\n\n",
        "\n---\n",
    ),
    *("foo_", "|x|", "news:x", "# ", "- ", "> ", "    ", "~~~", "{=html}", "%", "A. Orazov", "^[x]", "\\begin{x}"),
]
WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), max_size=5).map("".join)
PLAIN = st.builds(Text, WORDS)
URLS = st.sampled_from(
    [
        "https://doi.org/10.1000/182",
        "http://a.example/x_(y)?a=1&copy;=2&b=%20#c~d",
        "HTTPS://a.example/'\"<>\\`{}^$*_/é",
        "https://a.example/end_",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "http:///x",
        " https://a.example/",
        "https://a.example/\n# x",
        "ftp://a.example/",
    ]
)


def rich(nodes):
    return st.lists(nodes, max_size=4).map(tuple)


SPANS = st.recursive(
    PLAIN,
    lambda inner: st.builds(Span, st.sampled_from(SPAN_KINDS), rich(inner)) | st.builds(Link, URLS, rich(inner)),
    max_leaves=6,
)
BARE_LINKS = URLS.map(lambda url: Link(url, (Text(url),)))
RICH = rich(SPANS | BARE_LINKS)
ENTRIES = RICH | rich(st.builds(Block, st.sampled_from(DISPLAYS), RICH) | SPANS)

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def spelt(nodes, kinds=frozenset(), url=None):
    """Give each character with how it is set and where it leads."""
    for node in nodes:
        if isinstance(node, Text):
            text = re.sub("[\ud800-\udfff]", "\ufffd", CONTROL.sub(" ", node.text))
            yield from ((character, kinds, url) for character in text)
        elif isinstance(node, Span):
            yield from spelt(node.children, kinds | {node.kind}, url)
        elif isinstance(node, Link):
            yield from spelt(node.children, kinds, url or safe(node.url))
        else:
            yield from spelt(node.children, kinds, url)


def safe(url):
    """Give the address in its plain letters, if it is one to follow."""
    return unquote(url) if re.fullmatch(r"https?://[^/?#\s][^\s]*", CONTROL.sub(" ", url), re.IGNORECASE) else None


def without_edges(characters):
    """Leave out the white space at both ends, and how white space within is set."""
    found = list(characters)
    while found and found[-1][0].isspace():
        found.pop()
    while found and found[0][0].isspace():
        found.pop(0)
    return [(c, frozenset(), None) if c.isspace() else (c, kinds, url) for c, kinds, url in found]


def words(characters):
    """Give the characters alone, without white space."""
    return "".join(c for c, _, _ in characters if not c.isspace())


# -- the readers --


def read_html(text):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(text)
    assert {code for _, code, _ in parser.errors} <= {"invalid-codepoint"}  # U+FFFF and its like: no markup
    return list(html_characters(root, frozenset(), None))


def html_characters(element, kinds, url):
    yield from ((c, kinds, url) for c in element.text or "")
    for child in element:
        style = child.get("style", "")
        if child.tag == "a":
            assert dict(child.attrib) == {"href": child.get("href"), "rel": "noreferrer"}
            assert safe(child.get("href"))
            inner = kinds, unquote(child.get("href"))
        elif child.tag == "div":
            assert child.get("class").removeprefix("csl-") in (*DISPLAYS, "entry", "bib-body")
            inner = kinds, url
        else:
            inner = kinds | {HTML_KINDS[child.tag, style]}, url
        yield from html_characters(child, *inner)
        yield from ((c, kinds, url) for c in child.tail or "")


HTML_KINDS = {
    ("i", ""): "italic",
    ("em", ""): "italic",
    ("b", ""): "bold",
    ("strong", ""): "bold",
    ("u", ""): "underline",
    ("sup", ""): "superscript",
    ("sub", ""): "subscript",
    ("span", "font-variant:small-caps"): "small-caps",
}


def read_markdown(text):
    tokens = MarkdownIt("commonmark").parse(text)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    return [c for token in tokens for c in markdown_characters(token.children or [])]


def markdown_characters(tokens):
    kinds, url = [], None
    for token in tokens:
        if token.type in ("em_open", "strong_open"):
            kinds.append(HTML_KINDS[token.tag, ""])
        elif token.type in ("em_close", "strong_close"):
            assert kinds.pop() == HTML_KINDS[token.tag, ""]
        elif token.type == "html_inline":
            tag, style = re.fullmatch(r'</?([a-z]+)(?: style="(.*)")?>', token.content).groups()
            if token.content.startswith("</"):
                assert kinds.pop() == HTML_KINDS.get((tag, ""), "small-caps")
            else:
                kinds.append(HTML_KINDS[tag, style or ""])
        elif token.type == "link_open":
            assert set(token.attrs) == {"href"}
            url = unquote(token.attrs["href"])
        elif token.type == "link_close":
            url = None
        else:
            assert token.type in ("text", "hardbreak")
            content = " " if token.type == "hardbreak" else token.content
            yield from ((c, frozenset(kinds), url) for c in content)
    assert not kinds


def read_rst(text):
    settings = {"report_level": 1, "halt_level": 1, "warning_stream": io.StringIO(), "_disable_config": True}
    tree = docutils.core.publish_doctree(text, settings_overrides=settings)
    assert [type(node).__name__ for node in tree.children] in ([], ["paragraph"])
    return [c for node in tree.children for c in rst_characters(node, frozenset(), None)]


RST_KINDS = {"emphasis": "italic", "strong": "bold", "superscript": "superscript", "subscript": "subscript"}


def rst_characters(node, kinds, url):
    for child in node.children:
        if isinstance(child, docutils.nodes.Text):
            yield from ((c, kinds, url) for c in child.astext())
        elif isinstance(child, docutils.nodes.reference):
            yield from rst_characters(child, kinds, unquote(child["refuri"]))
        else:
            yield from rst_characters(child, kinds | {RST_KINDS[type(child).__name__]}, url)


def read_latex(text):
    macros = [std_macro(name, "{{" if name == "href" else "{") for name in ("url", "href", *LATEX_KINDS)]
    context = get_default_latex_context_db()
    context.add_context_category("ours", macros=macros, prepend=True)
    nodes, _, _ = LatexWalker(text, context, tolerant_parsing=False).get_latex_nodes()
    return list(latex_characters(nodes, frozenset(), None))


LATEX_KINDS = {
    "textit": "italic",
    "textbf": "bold",
    "textsc": "small-caps",
    "underline": "underline",
    "textsuperscript": "superscript",
    "textsubscript": "subscript",
}
LATEX_SIGNS = {
    **dict(zip("#$%&_{}", "#$%&_{}", strict=True)),
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textasciigrave": "`",
    ",": "\u202f",
    "-": "\u00ad",
    "newline": " ",
}


def latex_characters(nodes, kinds, url):
    for node in nodes:
        if node.isNodeType(LatexCharsNode):
            yield from ((c, kinds, url) for c in node.chars)
        elif node.isNodeType(LatexGroupNode):
            yield from latex_characters(node.nodelist, kinds, url)
        elif node.isNodeType(LatexSpecialsNode):
            assert node.specials_chars == "~"
            yield "\u00a0", kinds, url
        elif node.macroname in ("url", "href"):
            assert url is None
            target, *shown = node.nodeargd.argnlist
            found = re.sub(r"\\([#%&_])", r"\1", target.latex_verbatim()[1:-1])
            characters = shown[0].nodelist if shown else None
            if characters is None:
                yield from ((c, kinds, unquote(found)) for c in found)
            else:
                yield from latex_characters(characters, kinds, unquote(found))
        elif node.macroname in LATEX_KINDS:
            [argument] = node.nodeargd.argnlist
            yield from latex_characters(argument.nodelist, kinds | {LATEX_KINDS[node.macroname]}, url)
        else:
            yield LATEX_SIGNS[node.macroname], kinds, url


READERS = {"html": read_html, "markdown": read_markdown, "rst": read_rst, "latex": read_latex}

# -- what is read is what was written --


@settings(max_examples=150)
@given(RICH)
def test_html_reads_back_letter_by_letter(text):
    assert read_html(written(text, "html")) == list(spelt(text))


@settings(max_examples=120)
@given(RICH)
def test_markdown_reads_back_letter_by_letter(text):
    assert without_edges(read_markdown(written(text, "markdown"))) == without_edges(spelt(text))


@settings(max_examples=120)
@given(RICH)
def test_restructured_text_reads_back_letter_by_letter(text):
    wanted = [(c, flattened(kinds, url), url) for c, kinds, url in spelt(text)]

    assert without_edges(read_rst(written(text, "rst"))) == without_edges(wanted)


def flattened(kinds, url):
    """Choose the one setting that reStructuredText keeps."""
    order = [] if url else ["superscript", "subscript", "italic", "bold"]
    return frozenset([kind for kind in order if kind in kinds][:1])


@example((Text("-"), Link("javascript:alert(1)", (Text("-"),))))
@settings(max_examples=120)
@given(RICH)
def test_latex_reads_back_letter_by_letter(text):
    assert without_edges(read_latex(written(text, "latex"))) == without_edges(spelt(text))


@settings(max_examples=100)
@given(ENTRIES)
def test_blocks_lose_no_letter_and_stay_one_entry(text):
    wanted = words(spelt(text))

    assert all(words(read(written(text, name))) == wanted for name, read in READERS.items())
    assert "".join(written(text, "text").split()) == wanted
    assert words(read_runs(runs(text))) == wanted


@settings(max_examples=50)
@given(RICH)
def test_runs_are_as_few_as_can_be(text):
    found = runs(text)

    assert read_runs(found) == list(spelt(text))
    assert all(run.text for run in found)
    assert all((a.kinds, a.url) != (b.kinds, b.url) for a, b in pairwise(found))


def read_runs(found):
    return [(c, run.kinds, run.url and unquote(run.url)) for run in found for c in run.text]


# -- how it looks --

NUMBER = Block("left-margin", (Text("[1]"),))
TITLE = Span("italic", (Text("A title: 50 % & more"),))
ENTRY = (
    NUMBER,
    Block("right-inline", (Text("Orazov, A. "), TITLE, Text("."))),
    Block("indent", (Text("Read twice."),)),
)
HTML_OF_ENTRY = (
    '<div class="csl-left-margin" style="float:left;padding-right:0.5em">[1]</div>'
    '<div class="csl-right-inline" style="margin-left:3em">Orazov, A. <i>A title: 50 % &amp; more</i>.</div>'
    '<div class="csl-indent" style="margin-left:2em">Read twice.</div>'
)
DOI = Link("https://doi.org/10.1000/1_2", (Text("https://doi.org/10.1000/1_2"),))


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("text", "[1] Orazov, A. A title: 50 % & more.\nRead twice."),
        ("html", HTML_OF_ENTRY),
        ("markdown", "\\[1\\] Orazov, A. *A title: 50 % \\& more*.\\\nRead twice."),
        ("rst", "[1] Orazov, A. *A title: 50 % & more*. Read twice."),
        ("latex", "{[}1{]} Orazov, A. \\textit{A title: 50 \\% \\& more}.\\newline\nRead twice."),
    ],
)
def test_an_entry_of_blocks(format, text):
    assert written(ENTRY, format) == text


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("text", "https://doi.org/10.1000/1_2"),
        ("html", '<a href="https://doi.org/10.1000/1_2" rel="noreferrer">https://doi.org/10.1000/1_2</a>'),
        ("markdown", "<https://doi.org/10.1000/1_2>"),
        ("rst", r"`<https://doi.org/10.1000/1_2>`__"),
        ("latex", r"\url{https://doi.org/10.1000/1\_2}"),
    ],
)
def test_a_link_that_prints_itself(format, text):
    assert written((DOI,), format) == text


@pytest.mark.parametrize(
    ("kinds", "markdown", "rst"),
    [
        (["italic"], "see *Rise*, p. 2", "see *Rise*, p. 2"),
        (["bold"], "see **Rise**, p. 2", "see **Rise**, p. 2"),
        (["superscript"], "see <sup>Rise</sup>, p. 2", "see :sup:`Rise`, p. 2"),
        (["underline"], "see <u>Rise</u>, p. 2", "see Rise, p. 2"),
        (["bold", "italic"], "see <strong><em>Rise</em></strong>, p. 2", "see *Rise*, p. 2"),
    ],
)
def test_a_span_in_a_sentence(kinds, markdown, rst):
    title = (Text("Rise"),)
    for kind in kinds:
        title = (Span(kind, title),)
    sentence = (Text("see "), *title, Text(", p. 2"))

    assert (written(sentence, "markdown"), written(sentence, "rst")) == (markdown, rst)


@pytest.mark.parametrize(
    ("text", "markdown", "rst"),
    [
        ("1. May", "1\\. May", "\\ 1. May"),
        ("(a) Rise", "(a\\) Rise", "\\ (a) Rise"),
        ("A. Orazov", "A. Orazov", "\\ A. Orazov"),
        ("- Rise", "\\- Rise", "\\ - Rise"),
        ("# Rise", "\\# Rise", "\\ # Rise"),
        ("\\\\\\\\", "\\\\" * 4, "\\ " + "\\\\" * 4),
        ("wait... no -- yes", r"wait\.\.\. no \-\- yes", "wait... no -- yes"),
        ("(Orazov, 2011)", "(Orazov, 2011)", "(Orazov, 2011)"),
        ("“Rise” (2011)", "“Rise” (2011)", "“Rise” (2011)"),
    ],
)
def test_the_beginning_of_a_line_begins_nothing_else(text, markdown, rst):
    assert (written((Text(text),), "markdown"), written((Text(text),), "rst")) == (markdown, rst)


LISTS = {
    "text": "[1] One.\n\nTwo.\n",
    "html": (
        '<div class="csl-bib-body" style="line-height:2.7">\n'
        '<div class="csl-entry" style="clear:left;margin-bottom:1em;padding-left:2em;text-indent:-2em">'
        '<div class="csl-left-margin" style="float:left;padding-right:0.5em">[1]</div>'
        '<div class="csl-right-inline" style="margin-left:3em">One.</div></div>\n'
        '<div class="csl-entry" style="clear:left;margin-bottom:1em;padding-left:2em;text-indent:-2em">Two.</div>\n'
        "</div>\n"
    ),
    "markdown": (
        '<div class="csl-bib-body hanging-indent" style="padding-left:2em;text-indent:-2em">\n\n'
        "\\[1\\] One.\n\nTwo.\n\n</div>\n"
    ),
    "rst": "[1] One.\n\nTwo.\n",
    "latex": (
        "\\begin{list}{}{\\setlength{\\leftmargin}{2em}\\setlength{\\itemindent}{-2em}"
        "\\setlength{\\itemsep}{1\\baselineskip}\\setlength{\\parsep}{0pt}}\n"
        "\\item[{[}1{]}] One.\n\\item Two.\n\\end{list}\n"
    ),
}


@pytest.mark.parametrize("format", FORMATS)
def test_a_list_is_set_as_its_style_asks(format):
    numbered = (NUMBER, Block("right-inline", (Text("One."),)))
    layout = Layout(hanging_indent=True, entry_spacing=1, line_spacing=2)

    assert listed([numbered, (Text("Two."),)], format, layout) == LISTS[format]


def test_a_list_without_indent_needs_nothing_around_it_in_markdown():
    assert listed([(Text("One."),), (Text("Two."),)], "markdown", Layout()) == "One.\n\nTwo.\n"
