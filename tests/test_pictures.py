"""Pictures say what claims say, draw nothing that nobody said, and are sound HTML and XML whatever the words hold."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests.commands import run
from tests.records import SHOOTING, SIXTEEN, TEN, UNREST, archive, claim
from tests.strategies import archives, counts
from zhanaozen_archive import DATE, END, INJURED, KILLED, START, Count, Event, Period
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._pictures import characters, wording
from zhanaozen_archive._pictures.axis import Axis, Days
from zhanaozen_archive._pictures.characters import bar
from zhanaozen_archive._pictures.marks import FRAME, Mark, Scale, Tick
from zhanaozen_archive._pictures.markup import clean
from zhanaozen_archive.errors import InvalidValue, NotInArchive

TAGS = {"figure", "figcaption", "style", "table", "thead", "tbody", "tr", "th", "td", "span", "small", "ul", "li"}
SVG = "{http://www.w3.org/2000/svg}"


class Reader(HTMLParser):
    """Reads a page: its words, and whether every element that was opened is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.words, self.tags = [], [], []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def dated(id_, key, text, event=SHOOTING):
    return claim(id_, Period.parse(text), property=key, event=event)


# -- marks --


@pytest.mark.parametrize(
    ("count", "dots", "line", "is_open"),
    [
        (Count.exactly(16), [16], None, False),
        (Count(10, 20), [10, 20], (10, 20), False),
        (Count(16), [16], (16, None), True),
        (Count(0, 70), [70], (0, 70), True),
        (Count(20, word="scores"), [], (20, None), True),
        (Count(0), [], (0, None), True),
    ],
)
def test_dots_are_the_numbers_said_and_dotted_lines_go_where_none_was(count, dots, line, is_open):
    scale = Scale.of([Count.exactly(80)])

    mark = scale.mark(count)

    assert mark.dots == tuple(map(scale.at, dots))
    ends = None if line is None else tuple(1 if end is None else scale.at(end) for end in line)
    assert (mark.line, mark.open, mark.about) == (ends, is_open, False)


def test_a_number_said_to_be_approximate_is_a_hollow_dot_alone():
    scale = Scale.of([Count(about=2000)])

    assert scale.mark(Count(about=2000)) == Mark((FRAME,), about=True)


@given(st.lists(counts(10**9), min_size=1))
def test_a_scale_holds_every_number_in_order_with_few_round_ticks(given_counts):
    scale = Scale.of(given_counts)
    numbers = sorted(n for c in given_counts for n in (c.low, c.high, c.about) if n is not None)

    assert all(0 <= scale.at(n) <= FRAME for n in numbers)
    assert all(scale.at(a) < scale.at(b) for a, b in pairwise(numbers) if a < b)
    assert 2 <= len(scale.ticks) <= 7
    assert re.fullmatch("[125]0*", str(scale.step))


def test_no_mark_is_no_bar():
    assert bar(None, 20) == ""


def test_labels_of_a_scale_stand_apart():
    assert characters.scale([Tick(0, "2011"), Tick(0.1, "2012"), Tick(0.5, "2013")], 20) == "2011      2013"


def test_an_event_without_dates_has_no_days_in_words():
    assert wording.when(archive(TEN), UNREST) == ""


@given(counts(100), st.integers(12, 60))
def test_a_bar_of_characters_fits_and_shows_each_number(count, width):
    drawn = bar(Scale.of([count]).mark(count), width)

    assert len(drawn) <= width
    shown = {n for n in (count.about, count.low or None, count.high) if n is not None}
    if count.word is None:
        assert drawn.count("●") + drawn.count("○") == len({round(Scale.of([count]).at(n) * (width - 1)) for n in shown})


# -- the scale of days --

ordinals = st.integers(Day(1900, 1, 1).ordinal, Day(2030, 1, 1).ordinal)


@st.composite
def stretches(draw):
    low, high = sorted((draw(ordinals), draw(ordinals)))
    return draw(st.sampled_from([Days(low, high), Days(low, None), Days(None, high), Days(low, low, said=(low,))]))


@given(st.lists(stretches(), min_size=1, max_size=8))
def test_later_days_lie_further_right(shown):
    axis = Axis.of(shown)
    places = [axis.at(day) for day in sorted({day for each in shown for day in each.known})]

    assert all(earlier < later for earlier, later in pairwise(places))
    assert 0 <= places[0] <= places[-1] <= FRAME
    assert [tick.at for tick in axis.ticks] == sorted(tick.at for tick in axis.ticks)


def test_years_in_which_nothing_happened_are_left_out():
    shown = [Days(Day(y, 6, 1).ordinal, Day(y, 6, 1).ordinal) for y in (1986, 2011, 2012)]

    axis = Axis.of(shown)

    assert [tick.label for tick in axis.ticks] == ["1986", "2011", "2012"]
    assert axis.gaps == (False, True, False)
    assert axis.at(Day(1999, 1, 1).ordinal) < axis.ticks[1].at + 1e-9


def test_a_few_weeks_are_shown_by_month():
    shown = [Days(Day(2011, 12, 16).ordinal, Day(2012, 1, 31).ordinal)]

    assert [tick.label for tick in Axis.of(shown).ticks] == ["16 Dec 2011", "1 Jan 2012"]


def test_many_years_are_one_stretch():
    shown = [Days(Day(1986, 12, 17).ordinal, Day(2011, 12, 16).ordinal)]

    assert [tick.label for tick in Axis.of(shown).ticks] == ["1986–2011"]


def test_nothing_has_no_scale():
    assert Axis.of([]).ticks == ()


# -- the toll --


def test_a_toll_gives_each_voice_its_number_and_its_words():
    assert za.toll([TEN, SIXTEEN]).text(80) == (
        "Shooting: killed\n"
        "                          0    5     10   15    20\n"
        "Its Desk                             ●              “ten” (in Zhanaozen)\n"
        "via article2011           10\n"
        "officials                                  ●┄┄┄┄┄▸  “at least 16” (in Zhanaozen)\n"
        "via Its Desk,             at least 16\n"
        "officials2011"
    )


def test_a_toll_of_several_events_names_them():
    drawn = za.toll([TEN, evolve(SIXTEEN, event=UNREST, property=INJURED)])

    assert drawn.title == "killed, injured"
    assert [row.detail for row in drawn.rows] == [
        "on Shooting, via article2011",
        "on Unrest, via Its Desk, officials2011",
    ]


def test_what_is_not_plainly_asserted_has_words_and_no_bar():
    drawn = za.toll([evolve(TEN, polarity="denied"), evolve(TEN, modality="demanded", words=())])

    assert [(row.value, row.mark) for row in drawn.rows] == [("not 10", None), ("demanded: 10", None)]
    assert drawn.rows[1].words == "(in Zhanaozen)"
    assert "not 10" in drawn.text()


def test_a_toll_of_no_claims_says_so():
    drawn = za.toll([])

    assert drawn.description == "No claims."
    assert read(drawn.html()).words[0] == "No claims"


def test_a_toll_is_made_of_counts():
    with pytest.raises(InvalidValue) as caught:
        za.toll([dated("day", DATE, "2011-12-16")])

    assert str(caught.value) == "a toll is made of counts, and 'article2011/day' gives none: date is no number"


# -- the timeline --


def test_a_timeline_tells_a_day_said_from_days_possible_and_from_what_lasted():
    strike, camp, plan = (Event(f"event{n}", f"Event {n}", "strike") for n in range(3))
    held = archive(
        dated("a", DATE, "2011-12-16"),
        dated("b", DATE, "2011-12", UNREST),
        dated("c", START, "2011-12-01", strike),
        dated("d", END, "2011-12-20", strike),
        dated("e", START, "2011-12-05~", camp),
        dated("f", END, "2011-12-24", plan),
        events=(SHOOTING, UNREST, strike, camp, plan),
    )

    rows = {row.name: row for row in za.timeline(held).rows}

    assert (rows["Shooting"].mark.line, len(rows["Shooting"].mark.dots)) == (None, 1)
    assert (rows["Unrest"].mark.open, rows["Unrest"].mark.dots) == (True, ())
    assert (rows["Event 0"].mark.open, len(rows["Event 0"].mark.dots)) == (False, 2)
    assert (rows["Event 1"].mark.arrow, rows["Event 1"].mark.about) == (True, True)
    assert rows["Event 2"].mark.line[0] == 0
    assert (rows["Published: “Ten Killed”"].words, rows["Published: “Ten Killed”"].mark.about) == (
        "inferred: the latest day named",
        True,
    )


def test_a_timeline_of_one_event_has_its_parts_and_no_documents():
    held = archive(dated("a", DATE, "2011-12-16"), TEN)

    drawn = za.timeline(held, "unrest", "What happened")

    assert (drawn.title, [row.detail for row in drawn.rows]) == ("What happened", ["unrest", "shooting"])
    assert za.timeline(held, SHOOTING).title == "Shooting"


def test_what_nothing_dates_is_counted():
    assert za.timeline(archive(TEN)).note == "Not shown: 2 events that nothing dates."
    held = archive(dated("a", DATE, "XXXX-12-16", UNREST), dated("b", DATE, "2011-12-16"))
    assert za.timeline(held).note == "Not shown: 1 event that nothing dates."


def test_at_most_three_quotations_stand_in_a_row():
    said = [evolve(dated(f"d{n}", DATE, "2011-12-16"), words=(f"word {n}",)) for n in range(4)]

    [row] = za.timeline(archive(*said), SHOOTING).rows

    assert row.words == "“word 0” (article2011); “word 1” (article2011); “word 2” (article2011); …"


def test_a_document_without_a_date_is_not_on_a_timeline():
    undated = evolve(TEN.source, issued=None)
    said = evolve(dated("a", DATE, "2011-12-16"), source=undated)
    held = archive(said, sources=(undated,))

    assert [row.detail for row in za.timeline(held).rows] == ["unrest", "shooting"]


def test_a_timeline_of_an_event_that_is_not_there():
    with pytest.raises(NotInArchive):
        za.timeline(archive(), "shoting")


# -- who speaks through whom --


def test_an_attribution_is_a_tree_from_documents_to_roots():
    assert za.attribution([TEN, SIXTEEN]).text(60) == (
        "Shooting: killed\n"
        "└─ “Ten Killed”, article2011\n"
        "   ├─ Its Desk (states)\n"
        "   │     10, “ten” (in Zhanaozen)\n"
        "   └─ Its Desk (reports)\n"
        "      └─ officials (states)\n"
        "            at least 16, “at least 16” (in Zhanaozen)"
    )


def test_an_attribution_says_what_is_not_plainly_asserted():
    asked_for = evolve(TEN, modality="demanded", polarity="denied", words=())

    assert "demanded: not 10 (in Zhanaozen)" in za.attribution([asked_for]).text()


def test_an_attribution_of_several_questions_names_them():
    assert za.attribution([TEN, evolve(SIXTEEN, event=UNREST)]).description == (
        "killed. Its Desk (states), via “Ten Killed”, article2011: Shooting, killed: 10, “ten” (in Zhanaozen). "
        "officials (states), via Its Desk (reports), “Ten Killed”, article2011: "
        "Unrest, killed: at least 16, “at least 16” (in Zhanaozen)."
    )


def test_a_long_voice_is_wrapped_beside_its_branch():
    drawn = za.attribution([TEN], "Who").text(22)

    assert drawn.split("\n")[1:3] == ["└─ “Ten Killed”,", "   │  article2011"]


def test_an_attribution_of_no_claims():
    assert za.attribution([]).description == "No claims."
    assert read(za.attribution([]).html()).words == ["No claims"]


# -- every picture in every format --


def pictures(held):
    tolls = za.toll([c for c in held.claims() if isinstance(c.value, Count)])
    return [tolls, za.timeline(held), za.attribution(held.claims())]


@settings(max_examples=25, deadline=None)
@given(archives(), st.text(max_size=30))
def test_whatever_the_words_hold_html_and_svg_are_sound(held, title):
    for picture in [*pictures(held), za.toll([], title), za.attribution([], title)]:
        page = read(picture.html())
        drawing = ET.fromstring(picture.svg())  # noqa: S314 - our own
        assert {tag for tag, _ in page.tags} <= {
            *(
                "figure",
                "figcaption",
                "style",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "span",
                "small",
                "ul",
                "li",
            ),
        }
        assert drawing.find(f"{SVG}title").text == clean(picture.title) or not clean(picture.title)
        assert drawing.find(f"{SVG}desc").text == clean(picture.description)


@settings(max_examples=25, deadline=None)
@given(archives(least=1))
def test_every_value_and_every_voice_is_in_every_format(held):
    for picture in pictures(held)[::2]:
        said = held.claims() if picture.title == za.attribution(held.claims()).title else ()
        shown = re.sub(r"\s", "", picture.description + picture.text(10_000))
        page = re.sub(r"\s", "", "".join(read(picture.html()).words))
        for each in said:
            assert re.sub(r"\s", "", clean(str(each.root))) in page
            assert re.sub(r"\s", "", clean(str(each.root))) in shown


def test_markup_in_words_stays_words():
    hostile = evolve(TEN, words=('<script>alert("x")</script>\u202e\x00',))

    assert '“<script>alert("x")</script>” (in Zhanaozen)' in za.toll([hostile]).text(200)
    page = za.toll([hostile]).html(style=False)

    assert "<script" not in page
    assert '“<script>alert("x")</script>” (in Zhanaozen)' in read(page).words


def test_the_style_sheet_is_brought_once():
    picture = za.toll([TEN])

    assert picture.html().count("<style>") == 1
    assert "<style>" not in picture.html(style=False)


def test_a_notebook_shows_a_picture_and_so_does_print():
    picture = za.toll([TEN])

    assert picture._repr_html_() == picture.html()
    assert picture._repr_mimebundle_(include=None) == {"text/plain": picture.text(), "text/html": picture.html()}
    assert str(picture) == picture.text()


def test_two_pictures_of_one_page_have_no_id_in_common():
    first, second = (set(re.findall(r' id="([^"]+)"', za.toll([c]).svg())) for c in (TEN, SIXTEEN))

    assert len(first) == len(second) == 2
    assert not first & second


def test_a_drawing_is_described_for_those_who_cannot_see_it():
    drawing = ET.fromstring(za.toll([SIXTEEN]).svg())  # noqa: S314 - our own

    ids = [drawing.find(SVG + part).get("id") for part in ("title", "desc")]
    assert (drawing.get("role"), drawing.get("aria-labelledby").split()) == ("img", ids)
    assert drawing.find(f"{SVG}desc").text == "Shooting: killed. officials: at least 16, “at least 16” (in Zhanaozen)."


def test_nothing_in_a_picture_is_drawn_outside_its_page():
    for picture in pictures(archive(TEN, SIXTEEN, dated("a", DATE, "2011-12-16"))):
        drawing = ET.fromstring(picture.svg())  # noqa: S314 - our own
        width, height = int(drawing.get("width")), int(drawing.get("height"))
        for each in drawing.iter():
            across = [float(each.get(name)) for name in ("x", "x1", "x2", "cx") if each.get(name)]
            down = [float(each.get(name)) for name in ("y", "y1", "y2", "cy") if each.get(name)]
            assert all(0 <= x <= width for x in across)
            assert all(0 <= y <= height for y in down)


# -- the command --


def test_the_command_draws_each_picture(capsys):
    held = za.load()
    shooting = "zhanaozen-shooting-2011"

    for args, picture in [
        (("toll", shooting), za.toll(held.claims(about=shooting, of=KILLED))),
        (("toll", shooting, "--of", "injured"), za.toll(held.claims(about=shooting, of=INJURED))),
        (("timeline", shooting), za.timeline(held, shooting)),
        (("attribution", shooting, "--of", "killed"), za.attribution(held.claims(about=shooting, of=KILLED))),
    ]:
        assert run(capsys, "picture", *args, "--format", "svg") == (0, picture.svg() + "\n", "")
        assert run(capsys, "picture", *args, "--format", "html") == (0, picture.html() + "\n", "")
        assert run(capsys, "picture", *args) == (0, picture.text(80) + "\n", "")


def test_the_command_says_what_a_timeline_is_not_of(capsys):
    assert run(capsys, "picture", "timeline", "--of", "killed") == (
        2,
        "",
        "error: a timeline is of all that dates an event; leave --of out\n",
    )
