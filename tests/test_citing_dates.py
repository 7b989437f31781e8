"""Dates as CSL writes them: parts, ranges, seasons, eras, words, and what items may give as a date."""

from typing import Any

import pytest

from tests.csl import item, listed, shown, style
from zhanaozen_archive._citing._kit import Cite, Disambiguation, Entry
from zhanaozen_archive._citing._kit.days import Date, Moment, date

TEXT = '<date variable="issued" form="text"/>'
PARTS = '<date-part name="day"/><date-part name="month"/><date-part name="year"/>'
OWN = f'<date variable="issued" delimiter=" ">{PARTS}</date>'


def on(*ends: list[int], **more: Any) -> dict[str, Any]:
    return item(issued={"date-parts": list(ends)} | more)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"date-parts": [[2011, 12, 16]]}, Date(Moment(2011, 12, 16))),
        ({"date-parts": [["2011", "5"]]}, Date(Moment(2011, 5))),
        ({"date-parts": [[2011], [2012]]}, Date(Moment(2011), Moment(2012))),
        ({"date-parts": [[2011], [2011]]}, Date(Moment(2011))),
        ({"date-parts": [[2011, 13]]}, Date(Moment(2011, season=1))),
        ({"date-parts": [[2011, 24, 3]]}, Date(Moment(2011, season=4))),
        ({"date-parts": [[2011, 55, 3]]}, Date(Moment(2011))),
        ({"date-parts": [[2011, 5, 77]]}, Date(Moment(2011, 5))),
        ({"date-parts": [2011]}, Date(Moment(2011))),
        ({"date-parts": [[2011]], "season": "Summer", "circa": True}, Date(Moment(2011, season=2), circa=True)),
        ({"date-parts": [[2011]], "season": "none"}, Date(Moment(2011))),
        ({"date-parts": [[-50]], "circa": "false"}, Date(Moment(-50))),
        ({"literal": "in the spring"}, Date(Moment(), literal="in the spring")),
        ({"raw": "2011-12-16"}, Date(Moment(2011, 12, 16))),
        ({"raw": "2011-12/2012-01"}, Date(Moment(2011, 12), Moment(2012, 1))),
        ({"raw": "2011--2012"}, Date(Moment(2011), Moment(2012))),
        ({"raw": "16 December 2011"}, Date(Moment(2011, 12, 16))),
        ({"raw": "Dec. 16, 2011"}, Date(Moment(2011, 12, 16))),
        ({"raw": "December 2011?"}, Date(Moment(2011, 12), circa=True)),
        ({"raw": "Winter 2011"}, Date(Moment(2011, season=4))),
        ({"raw": "once upon a time"}, Date(Moment(), literal="once upon a time")),
        ({"raw": "Nosuchmonth 2011"}, Date(Moment(), literal="Nosuchmonth 2011")),
        ("2011-12-16T10:00:00", Date(Moment(2011, 12, 16))),
        (2011, Date(Moment(2011))),
        (" ", None),
        ({}, None),
        ({"date-parts": 5}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[0]]}, None),
        ({"date-parts": [[float("inf")]]}, None),
        (["2011"], None),
    ],
)
def test_what_items_give_as_a_date(given: Any, expected: Date | None) -> None:
    assert expected == date(given)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([[2011, 12, 16]], "December 16, 2011"),
        ([[2011, 12]], "December 2011"),
        ([[2011]], "2011"),
        ([[2011, 5, 1], [2011, 5, 3]], "May 1–3, 2011"),
        ([[2011, 5, 1], [2011, 6, 3]], "May 1–June 3, 2011"),
        ([[2011, 5, 1], [2012, 6, 3]], "May 1, 2011–June 3, 2012"),
        ([[2011], [2012]], "2011–2012"),
        ([[2011, 13], [2011, 15]], "Spring–Autumn 2011"),
        ([[-44, 3, 15]], "March 15, 44 BC"),
        ([[79]], "79 AD"),
    ],
)
def test_localised_dates(ends: list[list[int]], expected: str) -> None:
    assert expected == " ".join(shown(TEXT, on(*ends)).split())


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([[2011, 5, 1], [2011, 6, 3]], "1 May–3 June 2011"),
        ([[2011, 5, 1], [2011, 5, 3]], "1–3 May 2011"),
        ([[2011, 5], [2011, 6]], "May–June 2011"),
    ],
)
def test_ranges_in_parts_of_the_style(ends: list[list[int]], expected: str) -> None:
    assert expected == shown(OWN, on(*ends))


def part(name: str, attributes: str = "", variable: str = "issued") -> str:
    return f'<date variable="{variable}"><date-part name="{name}" {attributes}/></date>'


@pytest.mark.parametrize(
    ("attributes", "day", "expected"),
    [
        ('name="year"', [2011, 12, 6], "2011"),
        ('name="year" form="short"', [2011, 12, 6], "11"),
        ('name="year" form="short"', [911], "911 AD"),
        ('name="month" form="short" strip-periods="true"', [2011, 12, 6], "Dec"),
        ('name="month" form="numeric"', [2011, 2, 6], "2"),
        ('name="month" form="numeric-leading-zeros"', [2011, 2, 6], "02"),
        ('name="month" form="short"', [2011, 16], "Winter"),
        ('name="month"', [2011], ""),
        ('name="day" form="numeric-leading-zeros"', [2011, 2, 6], "06"),
        ('name="day" form="ordinal"', [2011, 2, 3], "3rd"),
        ('name="day"', [2011, 2], ""),
    ],
)
def test_forms_of_parts(attributes: str, day: list[int], expected: str) -> None:
    layout = f'<date variable="issued"><date-part {attributes}/></date>'
    assert expected == " ".join(shown(layout, on(day)).split())


def test_a_range_that_differs_in_no_printed_part() -> None:
    assert shown(part("year"), on([2011, 5], [2011, 6])) == "2011"
    assert shown(part("month"), on([2011, 5], [2012, 6])) == "May–June"


def test_range_delimiter_is_that_of_the_largest_part_that_differs() -> None:
    parts = '<date-part name="month" range-delimiter=" to "/><date-part name="year" range-delimiter="/"/>'
    layout = f'<date variable="issued" delimiter=" ">{parts}</date>'
    assert shown(layout, on([2011, 5], [2011, 6])) == "May to June 2011"
    assert shown(layout, on([2011, 5], [2012, 6])) == "May 2011/June 2012"


def test_a_style_says_how_parts_of_the_date_of_a_locale_look() -> None:
    month = '<date-part name="month" form="short" font-style="italic"/>'
    layout = f'<date variable="issued" form="text" date-parts="year-month">{month}</date>'
    assert shown(layout, on([2011, 12, 16]), format="html") == "<i>Dec.</i> 2011"


def test_affixes_of_parts() -> None:
    parts = '<date-part name="month" prefix="(" suffix=")"/><date-part name="year" prefix=" "/>'
    layout = f'<date variable="issued">{parts}</date>'
    assert shown(layout, on([2011, 5])) == "(May) 2011"
    assert shown(layout, on([2011])) == "2011"


def test_words_are_printed_as_they_are() -> None:
    assert shown(TEXT, item(issued={"literal": "the 'long' <i>year</i>"})) == "the “long” <i>year</i>"


def test_ordinals_of_days_only_of_the_first() -> None:
    option = '<locale><style-options limit-day-ordinals-to-day-1="true"/></locale>'
    made = style(part("day", 'form="ordinal"'), before=option)
    assert [shown(made, on([2011, 5, day])) for day in (1, 2)] == ["1st", "2"]


def test_circa_and_missing_dates_are_asked_for() -> None:
    layout = (
        '<choose><if is-uncertain-date="issued"><text value="ca"/></if>'
        '<else-if variable="issued"><text value="sure"/></else-if><else><text value="n.d."/></else></choose>'
    )
    assert shown(layout, on([2011], circa=True)) == "ca"
    assert shown(layout, on([2011])) == "sure"
    assert shown(layout, item()) == "n.d."


def test_letter_of_the_year() -> None:
    letter = Disambiguation(year_suffix="b")
    assert shown(TEXT, on([2011], [2012]), disambiguation=letter) == "2011–2012b"
    assert shown(f"{TEXT}<group prefix='; '>{part('year')}</group>", on([2011]), disambiguation=letter) == "2011b; 2011"
    own = f'{TEXT}<text variable="year-suffix" prefix="-"/>'
    assert shown(own, on([2011]), disambiguation=letter) == "2011-b"
    assert shown(own, on([2011])) == "2011"
    made = style(own)
    assert made.citation(Cite(Entry(on([2011])))).called_suffix
    assert not style(part("year", variable="accessed")).citation(Cite(Entry(on([2011])))).called_suffix


def test_a_date_is_printed_once_where_it_stands_for_names() -> None:
    names = f'<names variable="author"><name/><substitute>{TEXT}</substitute></names>'
    assert (
        shown(f'<group delimiter=", ">{names}{TEXT}<text variable="title"/></group>', {**on([2011]), "title": "T"})
        == "2011, T"
    )


def test_dates_in_a_list() -> None:
    made = style(TEXT, after=f"<bibliography><layout suffix='.'>{TEXT}</layout></bibliography>")
    assert listed(made, on([2011])) == "2011."
