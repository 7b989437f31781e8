"""Texts of items: quotation marks, markup, case, letters, affixes, and punctuation where parts meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.csl import item, listed, shown, style
from zhanaozen_archive._citing._kit import Entry, Rendering, marks
from zhanaozen_archive._citing._kit.marks import ANY, JOINT, NAME, QUOTE
from zhanaozen_archive._citing._kit.punctuation import collided
from zhanaozen_archive._citing._kit.tidying import Quotes, rich_of
from zhanaozen_archive._citing.rich import Text
from zhanaozen_archive.errors import CitationError

TITLE = '<text variable="title"/>'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('The "long" year', "The “long” year"),
        ("The 'long' year", "The “long” year"),
        ("O'Neill's strike", "O’Neill’s strike"),
        ("the '90s", "the ’90s"),
        ("\"She said 'no'\" again", "“She said ‘no’” again"),
        ("“One ‘two “three””", "“One ‘two ‘three’”"),
        ("« Oil »", "« Oil »"),
        ("«Oil»", "«Oil»"),
        ('an odd 12" pipe', 'an odd 12" pipe'),
        ('an "odd " mark', 'an "odd " mark'),
        ("<i>as it is</i>", "<i>as it is</i>"),
    ],
)
def test_quotation_marks(title: str, expected: str) -> None:
    assert expected == shown(TITLE, item(title=title))


def test_quotation_marks_change_places() -> None:
    assert shown('<text variable="title" quotes="true"/>', item(title='The "long" year')) == "“The ‘long’ year”"
    french = style('<text variable="title" quotes="true"/>', locale="ru-RU")
    assert shown(french, item(title='The "long" year')) == "«The „long“ year»"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("a <i>b</i> c", "a <i>b</i> c"),
        ("a <b>b <sup>2</sup></b>", "a <b>b <sup>2</sup></b>"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("a <i>b", "a &lt;i&gt;b"),
        ("a </i>b", "a &lt;/i&gt;b"),
        ("a <i>b <b>c</i>", "a <i>b &lt;b&gt;c</i>"),
        ("a <span>b</span>", "a &lt;span&gt;b&lt;/span&gt;"),
        ('"<i>quoted</i>"', "“<i>quoted</i>”"),
        ('a <span class="nocase">b</span>', "a b"),
    ],
)
def test_markup(title: str, expected: str) -> None:
    assert expected == shown(TITLE, item(title=title), markup=True, format="html")


@pytest.mark.parametrize("tag", ["<sc>b</sc>", '<span style="font-variant: small-caps;">b</span>'])
def test_small_capitals(tag: str) -> None:
    assert "small-caps" in shown(TITLE, item(title=f"a {tag}"), markup=True, format="html")


@pytest.mark.parametrize(
    ("attribute", "inside", "expected"),
    [
        ('font-style="italic"', "a <i>b</i> c", "<i>a </i>b<i> c</i>"),
        ('font-weight="bold"', "a <b>b</b>", "<b>a </b>b"),
        ('font-style="italic"', 'a <span class="nodecor">b</span>', "<i>a </i>b"),
        ('vertical-align="sup"', "a", "<sup>a</sup>"),
    ],
)
def test_letters_inside_letters(attribute: str, inside: str, expected: str) -> None:
    layout = f'<text variable="title" {attribute}/>'
    assert expected == shown(layout, item(title=inside), markup=True, format="html")


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ('font-style="italic"', 'font-style="normal"', "<i>a</i>b"),
        ('vertical-align="sup"', 'vertical-align="baseline"', "<sup>a</sup>b"),
    ],
)
def test_plain_inside_letters(outer: str, inner: str, expected: str) -> None:
    layout = f'<group {outer}><text variable="title"/><text variable="volume" {inner}/></group>'
    assert expected == shown(layout, item(title="a", volume="b"), format="html")


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("lowercase", 'OIL <span class="nocase">KMG</span>', "oil KMG"),
        ("uppercase", "oil in 'Oz'", "OIL IN “OZ”"),
        ("capitalize-first", "(oil) workers", "(Oil) workers"),
        ("capitalize-first", '<span class="nocase">eBay</span> sells', "eBay sells"),
        ("capitalize-first", "…", "…"),
        ("capitalize-first", "ﬁeld notes", "ﬁeld notes"),
        ("capitalize-all", "oil of the iPhone – yes", "Oil Of The iPhone – Yes"),
        ("sentence", "OIL AND GAS", "Oil and gas"),
        ("sentence", "oil and KMG", "Oil and KMG"),
        ("title", "the fall of the house: a tale of it", "The Fall of the House: A Tale of It"),
        ("title", "in-depth, e.g. the o'clock d'un pre-Soviet", "In-Depth, e.g. the o’clock d’un Pre-Soviet"),
        ("title", "what is it for", "What Is It For"),
        ("title", "up-to-date iPhone 07-x", "Up-to-Date iPhone 07-x"),
        ("title", 'oil <span class="nocase">in kmg</span> and H<sub>two</sub> of', "Oil in kmg and Htwo Of"),
        ("title", "ALL CAPITALS OF IT", "ALL CAPITALS OF IT"),
    ],
)
def test_cases(case: str, title: str, expected: str) -> None:
    assert expected == shown(f'<text variable="title" text-case="{case}"/>', item(title=title), markup=True)


def test_title_case_is_english() -> None:
    layout = '<text variable="title" text-case="title"/>'
    assert shown(layout, item(title="ein leben", language="de")) == "ein leben"
    assert shown(style(layout, locale="de-DE"), item(title="ein leben")) == "ein leben"
    assert shown(style(layout, locale="de-DE"), item(title="a life", language="en-GB")) == "A Life"


def test_case_of_a_macro_leaves_names_alone() -> None:
    names = '<macro name="who"><names variable="author"><name/></names><text term="and others" prefix=" "/></macro>'
    made = style('<text macro="who" text-case="uppercase"/>', before=names)
    assert shown(made, item(author=[{"literal": "steppe_wolf"}])) == "steppe_wolf AND OTHERS"


def test_descriptions_in_brackets_are_neither_quoted_nor_slanted_nor_capitalised() -> None:
    layout = '<text variable="title" quotes="true" font-style="italic" text-case="title" suffix="."/>'
    assert shown(layout, item(title="[post on the strike]"), format="html") == "[post on the strike]."
    assert shown(layout, item(title="[a]"), format="html", markup=True) == "“<i>[A].</i>”"


def test_short_forms() -> None:
    layout = '<text variable="title" form="short"/>'
    assert shown(layout, item(title="Long title", title_short="Long")) == "Long"
    assert shown(layout, item(title="Long title", shortTitle="Long")) == "Long"
    assert shown(layout, item(title="Long title")) == "Long title"


def test_full_stops_are_stripped() -> None:
    assert shown('<text variable="title" strip-periods="true"/>', item(title="U.S. Dept.")) == "US Dept"


def test_links() -> None:
    layout = '<group delimiter=" "><text variable="URL"/><text variable="DOI" prefix="doi: https://doi.org/"/></group>'
    html = shown(layout, item(URL="http://example.org/a'b", DOI="10.5/x"), format="html")
    assert 'href="https://doi.org/10.5/x" rel="noreferrer">https://doi.org/10.5/x</a>' in html
    assert "http://example.org/a&#x27;b" in html
    assert 'href="https://doi.org/10.5/x" rel="noreferrer">10.5/x</a>' in shown(
        '<text variable="DOI"/>', item(DOI="10.5/x"), format="html"
    )
    assert shown('<text variable="URL"/>', item(URL="javascript:x"), format="html") == "javascript:x"


PAIRS = {
    ":": ("::", ":.", ":;", ":!", ":?", ":,"),
    ".": (".:", "..", ".;", ".!", ".?", ".,"),
    ";": (";:", ";.", ";;", ";!", ";?", ";,"),
    "!": ("!:", "!.", "!;", "!!", "!?", "!,"),
    "?": ("?:", "?.", "?;", "?!", "??", "?,"),
    ",": (",:", ",.", ",;", ",!", ",?", ",,"),
}
LEFT = {
    "::": ":", ":.": ":", ":!": "!", ":?": "?", "..": ".", ";:": ";", ";.": ";", ";;": ";", ";!": "!", ";?": "?",
    "!:": "!", "!.": "!", "!!": "!", "?:": "?", "?.": "?", "??": "?", ",,": ",",
}  # fmt: skip


@pytest.mark.parametrize("pair", [pair for pairs in PAIRS.values() for pair in pairs])
def test_signs_that_meet(pair: str) -> None:
    layout = f'<text variable="title" suffix="{pair[0]}"/><text variable="volume" prefix="{pair[1]} "/>'
    assert shown(layout, item(title="Oil", volume="3")) == f"Oil{LEFT.get(pair, pair)} 3"


@pytest.mark.parametrize(
    ("locale", "suffix", "expected"),
    [
        ("en-US", ".", "“Oil.” 3"),
        ("en-US", ",", "“Oil,” 3"),
        ("en-US", ";", "“Oil”; 3"),
        ("en-GB", ".", "‘Oil’. 3"),
    ],
)
def test_punctuation_goes_inside_quotation_marks(locale: str, suffix: str, expected: str) -> None:
    layout = f'<text variable="title" quotes="true" suffix="{suffix}"/><text variable="volume" prefix=" "/>'
    assert expected == shown(style(layout, locale=locale), item(title="Oil", volume="3"))


def test_punctuation_inside_two_quotation_marks_and_behind_its_own() -> None:
    layout = '<text variable="title" quotes="true" suffix="."/>'
    assert shown(layout, item(title="Our 'oil'")) == "“Our ‘oil.’”"
    assert shown(layout, item(title="Whose oil?")) == "“Whose oil?”"
    assert shown(layout, item(title="'Oil', he said")) == "“‘Oil’, he said.”"
    colon = '<text variable="title" quotes="true" suffix=":"/><text variable="volume" prefix="! "/>'
    assert shown(colon, item(title="Oil", volume="3")) == "“Oil!” 3"


@given(text=st.text(st.characters(exclude_categories=["Cc", "Co", "Cs"])), inside=st.booleans())
def test_text_without_joints_keeps_its_punctuation(*, text: str, inside: bool) -> None:
    assert text.strip(" ") == collided(text, inside=inside).strip(" ")


@given(
    parts=st.lists(st.sampled_from(["a", ".", ",", "?", " ", JOINT, *QUOTE, *NAME]), max_size=20), inside=st.booleans()
)
def test_no_sign_is_made_up_and_no_mark_lost(*, parts: list[str], inside: bool) -> None:
    text = "".join(parts)
    done = collided(text, inside=inside)
    assert JOINT not in done
    assert [c for c in text if ANY.match(c) and c != JOINT] == ANY.findall(done)
    assert all(done.count(sign) <= text.count(sign) for sign in "a.,? ")


def test_marks_without_a_partner_vanish() -> None:
    assert rich_of(f"a{NAME[1]}b\ue001c\ue000d", Quotes()) == rich_of("abc\ue000d\ue001", Quotes())
    assert rich_of("\ue000a\ue002b\ue001c", Quotes()) == rich_of("\ue000a\ue002bc\ue003\ue001", Quotes())
    assert rich_of(f"{NAME[0]}a", Quotes()) == (Text("a"),)


def test_places_of_tags() -> None:
    text = f"x{NAME[0]}a{NAME[0]}b{NAME[1]}{NAME[1]}y{NAME[0]}c{NAME[1]}{NAME[0]}open"
    assert [text[place.start : place.end] for place in marks.within(text, NAME)] == [f"a{NAME[0]}b{NAME[1]}", "c"]
    assert marks.bare(f"{QUOTE[0]}{NAME[0]}a{NAME[1]}{QUOTE[1]}") == '"a"'


def test_prefix_and_suffix_of_a_cite() -> None:
    made = style(f'<layout prefix="(" suffix=")">{TITLE}</layout>')
    assert shown(made, item(title="Oil"), prefix="see", suffix="and others") == "(see Oil and others)"
    assert shown(made, item(title="Oil"), prefix="see ", suffix=", p. 3") == "(see Oil, p. 3)"
    assert shown(made, item(title="Oil"), prefix="<i>", suffix="(sic)") == "(<i>Oil (sic))"


def test_what_is_around_a_layout_is_in_its_letters() -> None:
    made = style(f'<layout prefix="[" suffix="]" font-weight="bold">{TITLE}</layout>')
    assert shown(made, item(title="Oil"), format="html") == "<b>[Oil]</b>"


def test_number_in_the_margin() -> None:
    entry = '<layout suffix="."><text variable="citation-number" suffix=". "/><text variable="title"/></layout>'
    made = style(TITLE, after=f'<bibliography second-field-align="flush">{entry}</bibliography>')
    assert listed(made, item(title="Oil"), number=3) == "3. Oil."
    assert listed(made, item(), number=3) == "3."
    only = '<layout><text variable="citation-number"/></layout>'
    assert listed(style(TITLE, after=f'<bibliography second-field-align="flush">{only}</bibliography>'), item()) == "1"


def test_blocks() -> None:
    blocks = '<text variable="volume" display="block"/><text variable="title" display="indent"/>'
    made = style(TITLE, after=f'<bibliography><layout suffix=".">{blocks}</layout></bibliography>')
    html = listed(made, item(title="Oil", volume="3"), format="html")
    assert html.index("3") < html.index("Oil.") < html.rindex("</div>")


def test_words_of_the_style() -> None:
    made = style(
        "<text value=\"The 'end'\"/>", before="<locale><terms><term name='cited'>d'apres</term></terms></locale>"
    )
    assert shown(made, item()) == "The “end”"
    assert (made.term("cited"), made.term("in", "short"), made.term("nonesuch")) == ("d’apres", "in", "")
    assert style(TITLE, locale="ru-RU").term("personal-communication", "short") == "личная переписка"


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800", "a\ue000", "a\x9f"])
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    for csl in (item(title=text), item(author=[{"family": text}]), item(issued={"literal": text})):
        with pytest.raises(
            CitationError, match=r"'a' cannot be cited: its \w+ holds U\+[0-9A-F]{4}, which cannot be printed"
        ):
            Entry(csl)


def test_what_turns_the_direction_of_text_is_left_out_and_white_space_made_single() -> None:
    assert shown(TITLE, item(title="a\u202eb\n c\u00a0d\t")) == "ab c\u00a0d"


def test_values_that_are_no_text() -> None:
    layout = f'{TITLE}<text variable="volume" prefix=", "/>'
    assert shown(layout, {"title": ["a"], "volume": 5}) == ", 5"
    assert shown(layout, {"title": None, "volume": {"a": 1}}) == ""


def test_a_rendering_tells_what_it_printed() -> None:
    from zhanaozen_archive._citing._kit import Cite

    made = style(f'{TITLE}<text variable="note"/>')
    entry = Entry(item(title="Oil"))
    assert entry.json["title"] == "Oil"
    rendering = made.citation(Cite(entry))
    assert isinstance(rendering, Rendering)
    assert rendering.called == {"title"}
    assert made.entry(Cite(entry)) is None
