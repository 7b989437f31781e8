"""Whole texts: what tells cites apart, what is said once, how numbers collapse, and the list of references."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_styles import AUTHOR_DATE, AUTHORS, BY_AUTHOR, NUMBER, YEAR, item, listing, style
from zhanaozen_archive._citing._document import Cluster, Request, citations, planned, references
from zhanaozen_archive._citing._document.distinct import letters, number_of
from zhanaozen_archive._citing._kit import Entry, Style
from zhanaozen_archive._citing.rich import plain

REFERENCE = f'<group delimiter=", ">{AUTHORS}{YEAR}<text variable="title"/></group>'
EVERYTHING = (
    'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
    ' et-al-min="3" et-al-use-first="1"'
)
RULES = ["all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials", "by-cite"]
PEOPLE = [f"{family}, {given}" for family in ("Doe", "Roe") for given in ("Ann", "Amy", "Bob")]
BOOKS = st.lists(
    st.tuples(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True), st.integers(2000, 2001)),
    max_size=6,
).map(lambda books: [item(f"k{n}", *authors, year=year) for n, (authors, year) in enumerate(books)])


def cited(style: Style, *clusters: list[Request | Entry], notes: bool = False) -> list[str]:
    made = [
        Cluster(tuple(one if isinstance(one, Request) else Request(one) for one in cluster), n if notes else None)
        for n, cluster in enumerate(clusters, start=1)
    ]
    return [plain(one.text) for one in citations(planned(style, made), made)]


def listed(style: Style, *entries: Entry) -> list[str]:
    return [plain(text) for _, text in references(planned(style, [], entries))]


@given(books=BOOKS, rule=st.sampled_from(RULES))
def test_no_two_cites_read_alike(books: list[Entry], rule: str) -> None:
    apart = style(options=f'{EVERYTHING} givenname-disambiguation-rule="{rule}"')
    texts = cited(apart, *([book] for book in books))
    assert len(set(texts)) == len(texts)
    assert texts == cited(apart, *([book] for book in books))  # pure


@given(books=BOOKS)
def test_letter_exactly_where_two_read_alike(books: list[Entry]) -> None:
    bare = cited(style(), *([book] for book in books))
    with_letters = cited(style(options='disambiguate-add-year-suffix="true"'), *([book] for book in books))
    assert len(set(with_letters)) == len(books)
    for before, after in zip(bare, with_letters, strict=True):
        assert (before != after) == (bare.count(before) > 1)
        assert re.sub(r"(\d{4})[a-z]", r"\1", after) == before


@given(books=BOOKS, shown=st.data())
def test_references_have_the_letters_of_their_cites(books: list[Entry], shown: st.DataObject) -> None:
    order = shown.draw(st.permutations(books))
    made = style(
        options='disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1"',
        bibliography=listing(AUTHOR_DATE, 'et-al-min="2" et-al-use-first="1"', BY_AUTHOR),
    )
    clusters = [Cluster((Request(book),)) for book in order]
    plan = planned(made, clusters)
    in_text = {book.id: plain(one.text) for book, one in zip(order, citations(plan, clusters), strict=True)}
    assert {book.id: f"({plain(text)})" for book, text in references(plan)} == in_text


@given(books=BOOKS, drawn=st.data())
def test_a_sorted_list_does_not_depend_on_the_order_of_citing(books: list[Entry], drawn: st.DataObject) -> None:
    sort = BY_AUTHOR.replace("</sort>", '<key variable="title"/></sort>')
    made = style(options='disambiguate-add-year-suffix="true"', bibliography=listing(REFERENCE, sort=sort))
    assert listed(made, *drawn.draw(st.permutations(books))) == listed(made, *books)


@given(books=BOOKS, kept=st.sets(st.integers(0, 5)))
def test_parts_of_a_list_keep_letters_and_numbers(books: list[Entry], kept: set[int]) -> None:
    entry = f'{NUMBER}<text value=": "/>{REFERENCE}'
    made = style(options='disambiguate-add-year-suffix="true"', bibliography=listing(entry, sort=BY_AUTHOR))
    plan = planned(made, [], books)
    part = references(plan, lambda book: books.index(book) in kept)
    assert list(part) == [(book, text) for book, text in references(plan) if books.index(book) in kept]


@given(number=st.integers(0, 10_000))
def test_letters_count(number: int) -> None:
    assert number_of(letters(number)) == number
    assert (letters(0), letters(25), letters(26), letters(701), letters(702)) == ("a", "z", "aa", "zz", "aaa")
    assert number_of("") is None


@given(numbers=st.lists(st.integers(0, 11), min_size=1, max_size=12), where=st.integers(0, 11))
def test_collapsed_numbers_expand_to_the_same(numbers: list[int], where: int) -> None:
    books = [item(f"k{n}") for n in range(12)]
    numeric = style(
        NUMBER + '<text variable="locator" prefix=":p"/>', options='collapse="citation-number"', layout='delimiter=","'
    )
    requests = [Request(books[n], locator="7" if n == where else "") for n in numbers]
    text = cited(numeric, *([book] for book in books), list(requests))[-1]
    assert [number for part in text.split(",") for number in expanded(part)] == [
        f"{n + 1}:p7" if n == where else str(n + 1) for n in numbers
    ]
    assert not re.search(r"(^|,)(\d+),(?!\1)(\d+),(\d+)(,|$)", text) or not consecutive(text)


def test_locators_that_are_not_printed_do_not_part_numbers() -> None:
    books = [item(key) for key in "abcd"]
    numeric = style(NUMBER, options='collapse="citation-number"', layout='delimiter=","')
    assert cited(numeric, [books[0], Request(books[1], locator="7"), *books[2:]]) == ["1–4"]


def expanded(part: str) -> list[str]:
    first, dash, last = part.partition("–")
    return [str(n) for n in range(int(first), int(last) + 1)] if dash else [part]


def consecutive(text: str) -> bool:
    """Whether three numbers in a row, each by itself, could have been a range."""
    parts = text.split(",")
    return any(
        all(part.isdecimal() for part in three) and int(three[0]) + 2 == int(three[1]) + 1 == int(three[2])
        for three in zip(parts, parts[1:], parts[2:], strict=False)
    )


@given(chosen=st.lists(st.integers(0, 9), min_size=1, max_size=10, unique=True).map(sorted))
def test_collapsed_letters_expand_to_the_same(chosen: list[int]) -> None:
    books = [item(f"k{n}", "Doe, Ann", year=2000) for n in range(10)]
    ranged = style(
        options='collapse="year-suffix-ranged" disambiguate-add-year-suffix="true" year-suffix-delimiter=","'
    )
    text = cited(ranged, *([book] for book in books), [books[n] for n in chosen])[-1]
    body = text.removeprefix("(Doe 2000").removesuffix(")")
    found = []
    for part in body.split(","):
        first, _, last = part.partition("–")
        found += range(number_of(first), number_of(last or first) + 1)
    assert found == chosen


ADA, ALF, AMY = "Smith, Ada", "Smith, Alf", "Jones, Amy"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("all-names", ["(Ada Smith 2000)", "(Alf Smith 2001)", "(Jones and Ada Smith 2002)"]),
        ("all-names-with-initials", ["(Smith 2000)", "(Smith 2001)", "(Jones and Smith 2002)"]),
        ("primary-name", ["(Ada Smith 2000)", "(Alf Smith 2001)", "(Jones and Smith 2002)"]),
        ("by-cite", ["(Smith 2000)", "(Smith 2001)", "(Jones and Smith 2002)"]),
    ],
)
def test_rules_for_given_names(rule: str, expected: list[str]) -> None:
    made = style(options=f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"')
    books = [item("a", ADA, year=2000), item("b", ALF, year=2001), item("c", AMY, ADA, year=2002)]
    assert cited(made, *([book] for book in books)) == expected


def test_initials_only_where_the_style_has_any() -> None:
    whole = AUTHOR_DATE.replace('initialize-with="."', "")
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names-with-initials"'
    books = [item("a", ADA, year=2000), item("b", "Smith, Bob", year=2001)]
    assert cited(style(options=options), *([book] for book in books)) == ["(A. Smith 2000)", "(B. Smith 2001)"]
    assert cited(style(whole, options=options), *([book] for book in books)) == ["(Smith 2000)", "(Smith 2001)"]


def test_names_are_added_only_where_they_help() -> None:
    made = style(options=EVERYTHING)
    books = [item("a", "Ash", "Birch", "Cedar", year=2000), item("b", "Ash", "Birch", "Dill", year=2000)]
    books += [item("c", "Ash", "Birch", "Dill", year=2000), item("d", "Elm", "Fir", "Gum", year=2000)]
    assert cited(made, *([book] for book in books)) == [
        "(Ash, Birch, and Cedar 2000)",
        "(Ash, Birch, and Dill 2000a)",
        "(Ash, Birch, and Dill 2000b)",
        "(Elm et al. 2000)",
    ]


def test_given_names_are_added_only_where_they_help() -> None:
    made = style(options=EVERYTHING)
    books = [item("a", "Ash, Ann", "Oak, Ann", "Elm", year=2000), item("b", "Ash, Ann", "Oak, Amy", "Fir", year=2000)]
    books += [item("c", "Gum, Ann", year=2000), item("d", "Gum, Bea", year=2000), item("e", "Gum, Amy", year=2001)]
    assert cited(made, *([book] for book in books)) == [
        "(Ash, Ann Oak, et al. 2000)",
        "(Ash, Amy Oak, et al. 2000)",
        "(A. Gum 2000)",
        "(B. Gum 2000)",
        "(Gum 2001)",
    ]
    books = [item("a", "Ash, Ann", "Oak", "Elm", year=2000), item("b", "Ash, Bea", "Oak", "Fir", year=2000)]
    assert cited(made, *([book] for book in books)) == ["(A. Ash et al. 2000)", "(B. Ash et al. 2000)"]


def test_condition_holds_where_nothing_else_helps() -> None:
    asked = AUTHOR_DATE + '<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    books = [item("a", "Ash", year=2000), item("b", "Ash", year=2000), item("c", "Ash", year=2001)]
    books += [item("d", "Fir", year=2000, title="Same"), item("e", "Fir", year=2000, title="Same")]
    assert cited(style(asked), *([book] for book in books)) == [
        "(Ash 2000 Title of a)",
        "(Ash 2000 Title of b)",
        "(Ash 2001)",
        "(Fir 2000 Same)",
        "(Fir 2000 Same)",
    ]
    with_letters = style(asked, options='disambiguate-add-year-suffix="true"')
    assert cited(with_letters, [books[0]], [books[1]]) == ["(Ash 2000a)", "(Ash 2000b)"]


def test_years_of_one_author_stand_together() -> None:
    books = [item("a", "Ash", year=2000), item("b", "Fir", year=2000), item("c", "Ash", year=2001)]
    assert cited(style(options='collapse="year"'), books) == ["(Ash 2000, 2001; Fir 2000)"]
    made = style(options='collapse="year" cite-group-delimiter=" + " after-collapse-delimiter=" / "')
    assert cited(made, books) == ["(Ash 2000 + 2001 / Fir 2000)"]
    assert cited(style(options='cite-group-delimiter=", "'), books) == ["(Ash 2000, Ash 2001; Fir 2000)"]
    assert cited(style(), books) == ["(Ash 2000; Fir 2000; Ash 2001)"]
    assert cited(style(options='collapse="year"'), [books[0], item("d", "Ash")]) == ["(Ash 2000; Ash)"]


def test_locators_part_the_cites_of_one_author() -> None:
    located = AUTHOR_DATE + '<text variable="locator" prefix=", "/>'
    made = style(located, options='collapse="year" after-collapse-delimiter=" / "')
    books = [item("a", "Ash", year=2000), item("b", "Ash", year=2001), item("c", "Fir", year=2000)]
    requests = [Request(books[0], locator="3"), Request(books[1], locator="4"), books[2]]
    assert cited(made, requests) == ["(Ash 2000, 3 / 2001, 4 / Fir 2000)"]


def test_a_cite_without_its_author_stays_alone() -> None:
    books = [item("a", "Ash", year=2000), item("b", "Ash", year=2001)]
    assert cited(style(options='collapse="year"'), [Request(books[0], author="hidden"), books[1]]) == [
        "(2000; Ash 2001)"
    ]


def test_styles_that_count_names_have_none_to_tell_apart() -> None:
    counted = AUTHOR_DATE.replace('form="short"', 'form="count"')
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"'
    assert cited(style(counted, options=options), [item("a", ADA, year=2000)], [item("b", ALF, year=2001)]) == [
        "(1 2000)",
        "(1 2001)",
    ]


def test_namesakes_are_not_one_author() -> None:
    books = [item("a", ADA, year=2000), item("b", ALF, year=2001), item("c", ADA, year=2002)]
    assert cited(style(options='collapse="year"'), books) == ["(Smith 2000, 2002; Smith 2001)"]


def test_editors_in_the_place_of_authors_are_said_once() -> None:
    names = AUTHORS.replace(
        "</names>", '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
    )
    made = style(f'<group delimiter=" ">{names}{YEAR}</group>', options='collapse="year"')
    csl = {"type": "book", "title": "T", "editor": [{"family": "Ash"}]}
    books = [Entry({**csl, "id": str(year), "issued": {"date-parts": [[year]]}}) for year in (2000, 2001)]
    assert cited(made, books) == ["(Ash 2000, 2001)"]


def test_titles_in_the_place_of_authors_are_said_each_time() -> None:
    untitled = AUTHORS.replace("</names>", '<substitute><text variable="title"/></substitute></names>')
    made = style(f'<group delimiter=" ">{untitled}{YEAR}</group>', options='collapse="year"')
    assert cited(made, [item("a", title="T", year=2000), item("b", title="T", year=2001)]) == ["(T 2000; T 2001)"]


def test_letters_with_words_of_their_own_stay_apart() -> None:
    made = style(options='collapse="year-suffix" disambiguate-add-year-suffix="true"')
    books = [item(key, "Ash", year=2000) for key in "abc"]
    assert cited(made, books) == ["(Ash 2000a; b; c)"]
    assert cited(made, [books[0], Request(books[1], suffix=" passim"), books[2]]) == [
        "(Ash 2000a, 2000b passim, 2000c)"
    ]


def test_parts_of_a_cite() -> None:
    book = item("a", "Ash", year=2000)
    requests = [Request(book, prefix="see ", suffix=" passim"), Request(book, author="hidden")]
    assert cited(style(), requests) == ["(see Ash 2000 passim; 2000)"]
    assert cited(style(), [Request(book, author="only")]) == ["Ash"]
    assert cited(style(NUMBER), [Request(book, author="only")]) == ["1"]


def test_cites_follow_the_order_of_the_style() -> None:
    books = [item("a", "Fir", year=2000), item("b", "Ash", year=2000)]
    assert cited(style(sort=BY_AUTHOR), books) == ["(Ash 2000; Fir 2000)"]


def test_numbers_tell_cites_apart() -> None:
    asked = NUMBER + '<choose><if disambiguate="true"><text value="!"/></if></choose>'
    assert cited(style(asked), [item("a")], [item("b")]) == ["(1)", "(2)"]


def test_notes_know_each_other() -> None:
    told = """<choose>
        <if position="ibid-with-locator"><text value="ibid at "/><text variable="locator"/></if>
        <else-if position="ibid"><text value="ibid"/></else-if>
        <else-if position="near-note"><text value="near"/></else-if>
        <else-if position="subsequent"><text value="note "/><text variable="first-reference-note-number"/></else-if>
        <else><text variable="title"/></else></choose>"""
    made = style(told, kind="note", layout="", options='near-note-distance="1"')
    a, b = item("a", title="A"), item("b", title="B")
    found = cited(made, [a], [a], [Request(a, locator="3")], [b], [a], [b], [b], [a], notes=True)
    assert [text.casefold() for text in found] == ["a", "ibid", "ibid at 3", "b", "note 1", "note 4", "ibid", "note 1"]


def test_what_is_not_printed_is_told() -> None:
    untold = style(YEAR)
    book, dateless = item("a", "Ash", year=2000), item("b", "Ash")
    clusters = [Cluster((Request(book, locator="3"), Request(dateless)))]
    [found] = citations(planned(untold, clusters), clusters)
    assert (plain(found.text), found.empty, found.unlocated) == ("(2000)", ("b",), ("a",))
    clusters = [Cluster((Request(dateless),))]
    assert citations(planned(untold, clusters), clusters)[0].text == ()
    untold = style(YEAR, options='collapse="citation-number"')
    assert citations(planned(untold, clusters), clusters)[0].text == ()


def test_list_of_references() -> None:
    made = style(bibliography=listing(REFERENCE, sort=BY_AUTHOR))
    books = [item("a", "Fir", year=2000), item("b", "Ash", year=2000), item("c", "Birch")]
    clusters = [Cluster((Request(books[0]), Request(books[0])))]
    plan = planned(made, clusters, books[1:])
    assert [book.id for book, _ in references(plan)] == ["b", "c", "a"]
    assert [plain(text) for _, text in references(plan, lambda book: book.id != "c")] == [
        "Ash, 2000, Title of b",
        "Fir, 2000, Title of a",
    ]


@pytest.mark.parametrize(("order", "numbers"), [("ascending", "123"), ("descending", "321")])
def test_numbers_follow_the_list(order: str, numbers: str) -> None:
    sort = f'<sort><key variable="citation-number" sort="{order}"/></sort>'
    made = style(NUMBER, bibliography=listing(NUMBER, sort=sort))
    assert "".join(listed(made, *(item(key) for key in "abc"))) == numbers


def test_numbers_follow_a_macro() -> None:
    macro = f'<macro name="number">{NUMBER.replace("text", "number")}</macro>'
    sort = '<sort><key macro="number" sort="descending"/></sort>'
    made = style(NUMBER, bibliography=listing(NUMBER, sort=sort) + macro)
    assert "".join(listed(made, *(item(key) for key in "abc"))) == "321"


def test_labels_are_sorted_by() -> None:
    sort = '<sort><key variable="citation-label"/></sort>'
    made = style(bibliography=listing('<text variable="citation-label"/>', sort=sort))
    assert listed(made, item("a", "Roe, A", year=2000), item("b", "Doe, A", year=1999)) == ["Doe99", "Roe00"]


SUBSTITUTES = [
    ("complete-all", ["Ash and Elm", "—", "Ash", "Ash and Fir", "Fir"]),
    ("complete-each", ["Ash and Elm", "— and —", "Ash", "Ash and Fir", "Fir"]),
    ("partial-each", ["Ash and Elm", "— and —", "—", "— and Fir", "Fir"]),
    ("partial-first", ["Ash and Elm", "— and Elm", "—", "— and Fir", "Fir"]),
]


@pytest.mark.parametrize(("rule", "expected"), SUBSTITUTES)
def test_authors_named_before(rule: str, expected: list[str]) -> None:
    options = f'subsequent-author-substitute="—" subsequent-author-substitute-rule="{rule}"'
    made = style(bibliography=listing(AUTHORS, options))
    books = [item("a", "Ash", "Elm"), item("b", "Ash", "Elm"), item("c", "Ash"), item("d", "Ash", "Fir")]
    assert listed(made, *books, item("e", "Fir")) == expected


def test_titles_in_the_place_of_authors_named_before() -> None:
    untitled = AUTHORS.replace("</names>", '<substitute><text variable="title"/></substitute></names>')
    made = style(bibliography=listing(untitled, 'subsequent-author-substitute="—"'))
    assert listed(made, item("a", title="T"), item("b", title="T"), item("c", "U")) == ["T", "—", "U"]
    none = style(bibliography=listing(YEAR, 'subsequent-author-substitute="—"'))
    assert listed(none, item("a", "Ash", year=2000), item("b", "Ash", year=2000)) == ["2000", "2000"]


def test_prefixes_bring_their_punctuation() -> None:
    told = '<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>'
    made, book = style(told, kind="note", layout='delimiter="; "'), item("a", title="Book")
    assert cited(made, [book, Request(book, prefix=". It says so again. ")], notes=True) == [
        "Book. It says so again. Ibid."
    ]
    assert cited(made, [book, Request(book, prefix=", and ")], notes=True) == ["Book, and ibid."]
    grouped = style(options='collapse="year"')
    books = [item("a", "Ash", year=2000), item("b", "Ash", year=2001), item("c", "Fir", year=2000)]
    requests = [books[0], Request(books[1], prefix=", then "), Request(books[2], prefix=", also ")]
    assert cited(grouped, requests) == ["(Ash 2000, then 2001, also Fir 2000)"]
