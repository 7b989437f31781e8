"""Numbers as CSL writes them: ranges of pages, ordinals, Roman numerals, labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.csl import item, shown, style
from zhanaozen_archive._citing._kit import Disambiguation
from zhanaozen_archive._citing._kit.numbers import roman
from zhanaozen_archive._citing._kit.pages import Pages

PAGE = '<text variable="page"/>'
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
FORMS = ("expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16")


@pytest.mark.parametrize(
    ("form", "pages", "expected"),
    [
        ("", "12-15", "12–15"),
        ("", "e12 - e15", "e12–e15"),
        ("", "A-12", "A-12"),
        ("", "12\\-15", "12-15"),
        ("", "front-matter", "front-matter"),
        ("expanded", "42-5", "42–45"),
        ("expanded", "N110-5", "N110–N115"),
        ("expanded", "N110-N115", "N110–N115"),
        ("expanded", "N11-M15", "N11–M15"),
        ("expanded", "N11-151", "N11–151"),
        ("expanded", "300-290", "300–290"),
        ("minimal", "42-45", "42–5"),
        ("minimal", "321-328, 400-401", "321–8, 400–1"),
        ("minimal", "99-101", "99–101"),
        ("minimal-two", "42-45", "42–45"),
        ("minimal-two", "321-328", "321–28"),
        ("chicago", "3-10", "3–10"),
        ("chicago", "71-72", "71–72"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "107-108", "107–8"),
        ("chicago", "1002-1003", "1002–3"),
        ("chicago", "321-325", "321–25"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("chicago-15", "11564-11568", "11564–68"),
        ("chicago", "96-117", "96–117"),
    ],
)
def test_ranges(form: str, pages: str, expected: str) -> None:
    options = f'page-range-format="{form}"' if form else ""
    assert expected == shown(style(PAGE, options=options), item(page=pages))


@given(st.sampled_from(FORMS), st.integers(1, 30_000), st.integers(1, 500))
def test_a_shortened_range_reads_back(form: str, first: int, more: int) -> None:
    start, end = Pages(form).ranged(f"{first}-{first + more}").split("–")
    assert (str(first), str(first + more)) == (
        start,
        start[: len(start) - len(end)] + end if len(end) < len(start) else end,
    )


def test_sign_of_ranges_is_that_of_the_locale() -> None:
    term = "<locale><terms><term name='page-range-delimiter'>-</term></terms></locale>"
    assert shown(style(PAGE, before=term), item(page="12–15")) == "12-15"
    assert shown('<text variable="issue"/>', item(issue="3-4")) == "3–4"
    assert shown('<text variable="page-first"/>', item(page="12-15")) == "12"


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = [VALUES[letter] for letter in roman(number)]
    assert number == sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def test_roman_numerals_end() -> None:
    assert [roman(0), roman(4000)] == ["0", "4000"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("numeric", "2", "2"),
        ("numeric", "2,4 & 6-8", "2, 4 & 6–8"),
        ("ordinal", "1", "1st"),
        ("ordinal", "11", "11th"),
        ("ordinal", "22 & 23", "22nd & 23rd"),
        ("ordinal", "2nd", "2nd"),
        ("ordinal", "revised", "revised"),
        ("ordinal", "9" * 30, "9" * 30),
        ("long-ordinal", "3", "third"),
        ("long-ordinal", "12", "12th"),
        ("roman", "14", "xiv"),
    ],
)
def test_forms_of_numbers(form: str, number: str, expected: str) -> None:
    assert expected == shown(f'<number variable="edition" form="{form}"/>', item(edition=number))


def test_ordinals_agree_with_what_they_count() -> None:
    terms = """<locale><terms><term name="edition" gender="feminine">edition</term><term name="ordinal">o</term>
        <term name="ordinal-01" gender-form="feminine" match="whole-number">a</term>
        <term name="ordinal-21" match="last-two-digits">e</term>
        <term name="long-ordinal-01" gender-form="feminine">prima</term></terms></locale>"""
    number = '<number variable="{0}" form="{1}"/>'
    made = style(number.format("edition", "ordinal"), before=terms)
    assert [shown(made, item(edition=edition)) for edition in ("1", "11", "21", "121")] == ["1a", "11o", "21e", "121e"]
    made = style(number.format("volume", "long-ordinal") + number.format("edition", "long-ordinal"), before=terms)
    assert shown(made, item(edition="1")) == "prima"
    assert shown(made, item(volume="1")) == "first"


@pytest.mark.parametrize(
    ("plural", "page", "expected"),
    [
        ("contextual", "12", "p."),
        ("contextual", "12-15", "pp."),
        ("contextual", "12, 15", "pp."),
        ("contextual", "12 and 15", "pp."),
        ("contextual", "ii-iv", "pp."),
        ("contextual", "A-side", "p."),
        ("contextual", "12\\-15", "p."),
        ("always", "12", "pp."),
        ("never", "12-15", "p."),
    ],
)
def test_labels(plural: str, page: str, expected: str) -> None:
    assert expected == shown(f'<label variable="page" form="short" plural="{plural}"/>', item(page=page))


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [("number-of-volumes", "1", "vol."), ("number-of-volumes", "3", "vols."), ("edition", "", "")],
)
def test_labels_of_other_numbers(variable: str, value: str, expected: str) -> None:
    assert expected == shown(f'<label variable="{variable}" form="short"/>', {**item(), variable: value})


def test_numbers_of_the_document() -> None:
    first = "first-reference-note-number"
    notes = f'<group delimiter=" "><label variable="{first}"/><text variable="{first}"/></group>'
    places = '<label variable="locator"/><text variable="locator"/>'
    numbers = '<label variable="citation-number"/><number variable="citation-number" form="roman"/>'
    layout = f'<group delimiter=" ">{places}{notes}{numbers}</group>'
    made = style(layout, before='<locale><terms><term name="citation-number">no</term></terms></locale>')
    assert shown(made, item(), number=4) == "no 4"
    assert shown(made, item(), number=4, locator="3-5", label="paragraph") == "paragraphs 3–5 no 4"
    assert shown(style('<text variable="first-reference-note-number"/>'), item(), first_note=7) == "7"
    first = '<label variable="first-reference-note-number" form="short"/>'
    term = '<locale><terms><term name="first-reference-note-number" form="short">n</term></terms></locale>'
    assert shown(style(first, before=term), item(), first_note=7) == "n"
    assert shown(style(first, before=term), item()) == ""


def test_a_locator_printed_for_names_is_not_printed_again() -> None:
    names = '<names variable="author"><name/><substitute><text variable="locator"/></substitute></names>'
    assert shown(f'<group delimiter=", ">{names}<text variable="locator"/></group>', item(), locator="5") == "5"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["Doe"], "Doe65a"),
        (["Roe", "Noakes"], "RoNo65a"),
        (["Roe", "Noakes", "Stein"], "RoNS65a"),
        (["Roe", "Noakes", "Stein", "Omar", "Bee"], "RNSO65a"),
        ([], "Step65a"),
    ],
)
def test_citation_labels(people: list[str], expected: str) -> None:
    made = item(author=[{"family": name} for name in people], issued={"date-parts": [[1965]]}, title="Steppe")
    letter = Disambiguation(year_suffix="a")
    assert expected == shown('<text variable="citation-label"/>', made, disambiguation=letter)
    assert shown('<text variable="citation-label"/>', item(citation_label="Own")) == "Own"
    assert shown('<text variable="citation-label"/>', item()) == ""
