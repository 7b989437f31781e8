"""Groups, macros and conditions, sort keys, facts, and what a style may ask of the machine."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.csl import item, shown, style
from zhanaozen_archive._citing._kit import Cite, Disambiguation, Entry, load_style
from zhanaozen_archive._citing._kit.entries import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from zhanaozen_archive._citing._kit.marks import FORBIDDEN
from zhanaozen_archive._citing._kit.sorting import Descending, collated
from zhanaozen_archive.errors import CitationError

TITLE = '<text variable="title"/>'
OIL = item(title="Oil", issued={"date-parts": [[2011]]})


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<group><text value="In"/><text variable="title" prefix=" "/></group>', "In Oil"),
        ('<group><text value="In"/><text variable="volume" prefix=" "/></group>', ""),
        ('<group><text value="In"/></group>', "In"),
        (
            '<group delimiter=" "><text value="In"/><group><text value="it"/></group><text variable="volume"/></group>',
            "In it",
        ),
        ('<group delimiter=", "><text value="a"/><text variable="volume"/><text variable="title"/></group>', "a, Oil"),
        ('<group prefix="(" suffix=")"><text variable="volume"/></group>', ""),
        ('<group delimiter=" "><text term="in"/><text macro="empty"/></group>', ""),
        ('<group delimiter=" "><text term="in"/><text macro="words"/></group>', "in words"),
        ('<text macro="empty"/>', ""),
        (
            '<group delimiter="-"><choose><if type="book"><text value="a"/><text value="b"/></if></choose></group>',
            "a-b",
        ),
        ('<group><text value="n.d."/><text variable="year-suffix" prefix="-"/></group>', "n.d."),
    ],
)
def test_groups(layout: str, expected: str) -> None:
    macros = (
        '<macro name="empty"><text value="In"/><text variable="volume"/></macro>'
        '<macro name="words"><text value="words"/></macro>'
    )
    assert expected == shown(style(layout, before=macros), OIL)


def condition(attributes: str) -> str:
    return f'<choose><if {attributes}><text value="yes"/></if><else><text value="no"/></else></choose>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('type="book"', "yes"),
        ('type="article book"', "yes"),
        ('type="article"', "no"),
        ('variable="title"', "yes"),
        ('variable="title volume"', "no"),
        ('variable="title volume" match="any"', "yes"),
        ('variable="author volume" match="none"', "yes"),
        ('variable="author" match="none"', "yes"),
        ('variable="author title" match="none"', "no"),
        ('variable="issued"', "yes"),
        ('is-numeric="volume"', "no"),
        ('is-numeric="edition"', "yes"),
        ('variable="locator"', "yes"),
        ('is-numeric="locator"', "yes"),
        ('locator="page"', "no"),
        ('locator="paragraph chapter"', "yes"),
        ('variable="first-reference-note-number"', "no"),
        ('variable="citation-number"', "yes"),
        ('is-numeric="citation-number"', "yes"),
        ('variable="year-suffix"', "no"),
        ('is-uncertain-date="issued"', "no"),
        ('is-uncertain-date="accessed"', "no"),
        ('disambiguate="true"', "no"),
        ('position="first"', "no"),
        ('position="subsequent"', "yes"),
        ('position="ibid"', "yes"),
        ('position="ibid-with-locator"', "yes"),
        ('position="near-note"', "no"),
    ],
)
def test_conditions(attributes: str, expected: str) -> None:
    cite = {"locator": "3", "label": "paragraph", "position": "ibid-with-locator"}
    assert expected == shown(condition(attributes), {**OIL, "edition": "2nd"}, **cite)


def test_no_branch_and_a_second_one() -> None:
    layout = '<choose><if type="song"><text value="a"/></if><else-if type="book"><text value="b"/></else-if></choose>'
    assert shown(layout, OIL) == "b"
    assert shown(layout, item(type="bill")) == ""


def test_positions_do_not_hold_in_a_list() -> None:
    first = condition('position="first"')
    made = style(TITLE, after=f"<bibliography><layout>{first}</layout></bibliography>")
    entry = made.entry(Cite(Entry(OIL)))
    assert entry is not None
    assert entry.text == "no"


def test_asking_for_disambiguation_is_told() -> None:
    made = style(condition('disambiguate="true"'))
    assert made.citation(Cite(Entry(OIL))).called_condition
    assert not style(TITLE).citation(Cite(Entry(OIL))).called_condition
    assert shown(made, OIL, disambiguation=Disambiguation(condition=True)) == "yes"


def test_a_term_that_opens_a_note_has_a_capital() -> None:
    layout = '<group delimiter=" "><text term="from"/><text term="in"/><text variable="title"/></group>'
    assert shown(layout, OIL, opens=True) == "From in Oil"
    dropped = '<group delimiter=" "><text term="from"/><text variable="volume"/></group><text term="in"/>'
    assert shown(dropped, OIL, opens=True) == "In"
    macro = '<macro name="m"><text term="from"/><text variable="volume"/></macro>'
    assert shown(style('<text macro="m"/><text term="in"/>', before=macro), OIL, opens=True) == "In"
    assert shown('<text variable="title"/><text term="in" prefix=" "/>', OIL, opens=True) == "Oil in"
    assert shown('<date variable="issued" form="text"/><text term="in" prefix=" "/>', OIL, opens=True) == "2011 in"
    names = '<names variable="author"><name/></names><text term="in" prefix=" "/>'
    assert shown(names, item(author=[{"family": "Roth"}]), opens=True) == "Roth in"


CHAIN = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(70))
BOMB = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(30))


@pytest.mark.parametrize(
    ("macros", "message"),
    [
        ('<macro name="m0"><text macro="m0"/></macro>', "its macro 'm0' calls itself"),
        (
            '<macro name="m0"><group><text macro="nonesuch"/></group></macro>',
            "it has no macro 'nonesuch', which it calls",
        ),
        (CHAIN + f'<macro name="m70">{TITLE}</macro>', "its macros call each other more than 60 deep"),
        (
            "".join(
                f'<macro name="m{n}">{"<group>" * 40}<text macro="m{n + 1}"/>{"</group>" * 40}</macro>'
                for n in range(50)
            )
            + f'<macro name="m50">{TITLE}</macro>',
            "its macros lie too deep in each other",
        ),
    ],
)
def test_macros_that_go_on_for_ever(macros: str, message: str) -> None:
    with pytest.raises(CitationError, match=f"^the style given as XML is not sound: {message}$"):
        style('<text macro="m0"/>', before=macros)


def test_macros_that_call_too_many() -> None:
    made = style('<text macro="m0"/>', before=BOMB + f'<macro name="m30">{TITLE}</macro>')
    with pytest.raises(CitationError, match=r"^the style calls more than 20,000 macros and conditions for one item$"):
        shown(made, OIL)


CSL = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">{}</style>'
DEEP = "<group>" * 120 + TITLE + "</group>" * 120


@pytest.mark.parametrize(
    ("xml", "problem"),
    [
        (CSL.format(""), "it has no layout of citations"),
        (CSL.format(f"<citation><layout>{DEEP}</layout></citation>"), "its elements lie more than 100 deep"),
        (
            CSL.format('<citation><layout><text value="&#xE000;"/></layout></citation>'),
            "it holds private-use characters",
        ),
        ("<!DOCTYPE style>" + CSL.format(""), "it has a DOCTYPE"),
        (CSL.replace('"1.0"', '"0.8"'), "its version is '0.8', not 1.0"),
        ("<html/>", "it is no CSL style: its root is 'html'"),
    ],
)
def test_unsound_xml_is_refused(xml: str, problem: str) -> None:
    with pytest.raises(CitationError, match=f"^the style given as XML is not sound: {re.escape(problem)}$"):
        load_style(xml, validate=False)


def test_xml_is_held_against_the_schema_unless_told_otherwise() -> None:
    xml = CSL.format(f"<citation><layout>{TITLE}<date/><date variable='issued'><date-part/></date></layout></citation>")
    assert shown(load_style(xml, validate=False), OIL) == "Oil"
    with pytest.raises(CitationError, match=r"is not sound: it is no valid CSL 1\.0\.2 \(line 1: "):
        load_style(xml)


def test_a_style_is_shared_by_threads() -> None:
    made = load_style("harvard-cite-them-right")
    entries = [Entry(item(title=f"Oil {n}", author=[{"family": f"A{n}"}])) for n in range(40)]
    alone = [made.citation(Cite(entry)).text for entry in entries]
    with ThreadPoolExecutor(4) as pool:
        assert alone == list(pool.map(lambda entry: made.citation(Cite(entry)).text, entries))
    assert made is load_style("harvard-cite-them-right")


def sorted_by(keys: str, *items: dict[str, object], before: str = "") -> str:
    made = style(
        TITLE, before=before, after=f"<bibliography><sort>{keys}</sort><layout>{TITLE}</layout></bibliography>"
    )
    cites = [Cite(Entry(one), number=n) for n, one in enumerate(items, 1)]
    assert made.sort_keys(cites[0], "citation") is None
    return "".join(
        str(cite.entry.json["title"]) for cite in sorted(cites, key=lambda c: made.sort_keys(c, "bibliography"))
    )


def test_sort_keys() -> None:
    a = item(title="a", volume="10", author=[{"family": "Roth", "given": "B"}], issued={"date-parts": [[-5]]})
    b = item(
        title="B", volume="9", author=[{"family": "Álvarez"}, {"family": "Zed"}], issued={"date-parts": [[2011, 5]]}
    )
    c = item(title="“c”", author=[{"family": "Roth", "given": "A"}], issued={"date-parts": [[2011], [2012]]})
    assert sorted_by('<key variable="title"/>', c, b, a) == "aB“c”"
    assert sorted_by('<key variable="title" sort="descending"/>', a, b, c) == "“c”Ba"
    assert sorted_by('<key variable="volume"/>', c, a, b) == "Ba“c”"
    assert sorted_by('<key variable="volume" sort="descending"/>', c, b, a) == "aB“c”"
    assert sorted_by('<key variable="author"/>', a, b, c) == "B“c”a"
    assert sorted_by('<key variable="issued"/>', b, c, a) == "a“c”B"
    assert (
        sorted_by('<key variable="accessed"/><key variable="citation-number" sort="descending"/>', a, b, c) == "“c”Ba"
    )


def test_sort_keys_of_macros() -> None:
    name = '<name and="text" et-al-min="2" et-al-use-first="1"/><label/>'
    macros = (
        f'<macro name="names"><names variable="author editor">{name}</names></macro>'
        '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'
        '<macro name="count"><names variable="author"><name form="count"/></names></macro>'
    )
    a = item(title="a", author=[{"family": "Roe"}, {"family": "Fir"}], issued={"date-parts": [[2011, 9], [2012]]})
    b = item(title="b", author=[{"family": "Roe"}, {"family": "Ash"}], issued={"date-parts": [[2011, 5], [2013]]})
    c = item(title="c", author=[{"family": "Roe"}], issued={"literal": "no year"})
    key = '<key macro="{}" {}/>'.format
    assert sorted_by(key("names", ""), b, a, c, before=macros) == "bac"
    assert sorted_by(key("names", 'names-min="9"'), a, b, c, before=macros) == "cba"
    assert sorted_by(key("year", ""), b, a, c, before=macros) == "abc"
    assert sorted_by(key("count", ""), a, b, c, before=macros) == "cab"


@given(st.lists(st.text(max_size=6)))
def test_descending_is_the_other_way_round(texts: list[str]) -> None:
    keys = [collated(text) for text in texts]
    assert sorted(keys, reverse=True) == [one.key for one in sorted(map(Descending, keys))]
    assert len({Descending(key) for key in keys}) == len(set(keys))


TEXTS = st.lists(st.sampled_from(["a", "O'N", '"', "<i>", "[", "]", "1-2", "?", ".", " ", "é", "日"]), max_size=5).map(
    "".join
)
NAMES = st.lists(st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), TEXTS), max_size=3)
PARTS = st.lists(st.lists(st.integers(-10, 3000), max_size=3), max_size=3)
DATES = st.builds(lambda parts, raw: {"date-parts": parts, "raw": raw}, PARTS, TEXTS) | TEXTS
ITEMS = st.builds(
    lambda *parts: {"id": "a"} | dict(item for part in parts for item in part.items()),
    st.fixed_dictionaries({"type": st.sampled_from(["book", "chapter", "article-newspaper", "nonesuch"])}),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), NAMES, max_size=4),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), DATES, max_size=3),
    st.dictionaries(st.sampled_from([*sorted(NUMBER_VARIABLES), "title", "publisher", "URL"]), TEXTS | st.integers()),
)


@given(ITEMS, TEXTS, st.booleans(), st.sampled_from(["text", "html", "latex"]))
def test_any_item_can_be_cited(csl: dict[str, object], words: str, markup: bool, format: str) -> None:  # noqa: FBT001
    made = load_style("harvard-cite-them-right")
    text = shown(made, csl, markup=markup, format=format, prefix=words, locator=words, suffix=words)
    assert not FORBIDDEN.search(text)
    cite = Cite(Entry(csl))
    assert made.sort_keys(cite, "bibliography") == made.sort_keys(cite, "bibliography")


def test_facts() -> None:
    plain = style(TITLE).facts
    assert (plain.has_bibliography, plain.near_note_distance, plain.collapse, plain.locale) == (False, 5, "", "en-US")
    number = '<macro name="n"><text variable="citation-number"/></macro>'
    sorts = '<sort><key variable="title"/><key macro="n" sort="descending"/></sort>'
    after = f'<bibliography entry-spacing="0" hanging-indent="true">{sorts}<layout>{TITLE}</layout></bibliography>'
    facts = style(TITLE, before=number, after=after, locale="de-DE").facts
    assert (facts.bibliography_sorts, facts.numbers_descend, facts.entry_spacing, facts.line_spacing) == (
        True,
        True,
        0,
        1,
    )
    assert (facts.hanging_indent, facts.citation_sorts, facts.locale, facts.note) == (True, False, "de-DE", False)
