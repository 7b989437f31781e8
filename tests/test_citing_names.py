"""Names as CSL writes them: order, particles, initials, et al., labels and what stands for them."""

import pytest

from tests.csl import item, listed, shown, style
from zhanaozen_archive._citing._kit import Disambiguation, Entry
from zhanaozen_archive._citing._kit.people import person

OMAR = {"family": "Omarov", "given": "Kanat"}
ROTH = {"family": "Roth", "given": "Miriam Eva"}
STEIN = {"family": "Stein", "given": "Jean-Paul"}
DUMA = {"literal": "Town Council"}


def names(name: str = "<name/>", more: str = "", variable: str = "author", attributes: str = "") -> str:
    return f'<names variable="{variable}" {attributes}>{name}{more}</names>'


@pytest.mark.parametrize(
    ("given", "options", "expected"),
    [
        ("Jean-Paul", 'initialize-with="."', "J.-P."),
        ("Jean-Paul", 'initialize-with=". "', "J.-P."),
        ("Jean-Paul Ann", 'initialize-with=". "', "J.-P. A."),
        ("Guo-ping", 'initialize-with="."', "G."),
        ("Maria de la Cruz", 'initialize-with="."', "M. de la C."),
        ("Anna", 'initialize-with=""', "A"),
        ("A. B", 'initialize-with="."', "A.B."),
        ("Ph.M.", 'initialize-with="."', "Ph.M."),
        ("TSerendorj", 'initialize-with="."', "Ts."),
        ("Сауле", 'initialize-with="."', "С."),
        ("Kanat B", 'initialize-with="." initialize="false"', "Kanat B."),
        ("A.B.", 'initialize-with=" " initialize="false"', "A B"),
        ("J-P", 'initialize-with="." initialize="false"', "J.-P."),
    ],
)
def test_initials(given: str, options: str, expected: str) -> None:
    assert f"{expected} Roth" == shown(names(f"<name {options}/>"), item(author=[{"family": "Roth", "given": given}]))


def test_initials_without_hyphen() -> None:
    made = style(names('<name initialize-with="."/>'), options='initialize-with-hyphen="false"')
    assert shown(made, item(author=[STEIN])) == "J.P. Stein"


VAN = {"family": "Dijk", "given": "Teun", "non-dropping-particle": "van", "suffix": "Jr."}
VON = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}


@pytest.mark.parametrize(
    ("demote", "options", "author", "expected"),
    [
        ("never", "", VAN, "Teun van Dijk Jr."),
        ("never", 'name-as-sort-order="all"', VAN, "van Dijk, Teun, Jr."),
        ("sort-only", 'name-as-sort-order="all"', VAN, "van Dijk, Teun, Jr."),
        ("display-and-sort", 'name-as-sort-order="all"', VAN, "Dijk, Teun van, Jr."),
        ("display-and-sort", 'form="short"', VAN, "van Dijk"),
        ("never", 'name-as-sort-order="all"', VON, "Humboldt, Alexander von"),
        ("never", "", VON, "Alexander von Humboldt"),
        ("never", 'name-as-sort-order="all" sort-separator=" "', VON, "Humboldt Alexander von"),
        ("never", "", {**VAN, "comma-suffix": True}, "Teun van Dijk, Jr."),
        ("never", 'name-as-sort-order="all"', {"family": "毛", "given": "泽东"}, "毛泽东"),
        ("never", 'initialize-with="."', {"family": "毛", "given": "泽东"}, "毛泽东"),
        ("never", "", {**OMAR, "static-ordering": True}, "Omarov Kanat"),
        ("never", 'name-as-sort-order="all"', DUMA, "Town Council"),
        ("never", 'name-as-sort-order="all"', {"family": "Abylai"}, "Abylai"),
    ],
)
def test_order_of_parts(demote: str, options: str, author: dict[str, str], expected: str) -> None:
    made = style(names(f"<name {options}/>"), options=f'demote-non-dropping-particle="{demote}"')
    assert expected == shown(made, item(author=[author]))


@pytest.mark.parametrize(
    ("family", "given", "parts"),
    [
        ("van der Meer", "Hans", ("Meer", "Hans", "", "van der")),
        ("d'Arc", "Jeanne", ("Arc", "Jeanne", "", "d’")),
        ("D'Arcus", "Bruce", ("D’Arcus", "Bruce", "", "")),
        ("al-Farabi", "Abu", ("Farabi", "Abu", "", "al-")),
        ("Humboldt", "Alexander von", ("Humboldt", "Alexander", "von", "")),
        ('"van Quoted"', "Ann", ("van Quoted", "Ann", "", "")),
        ("O'Neill", "Tip", ("O’Neill", "Tip", "", "")),
    ],
)
def test_particles_are_found(family: str, given: str, parts: tuple[str, ...]) -> None:
    found = person({"family": family, "given": given})
    assert parts == (found.family, found.given, found.dropping, found.non_dropping)


@pytest.mark.parametrize(
    ("name", "family", "suffix"),
    [
        ({"family": "Carter", "given": "William, Jr."}, "Carter", "Jr."),
        ({"family": "Carter", "given": "William, III", "suffix": "Sr."}, "Carter", "Sr."),
        ({"family": "de Carter", "given": "William, Jr.", "parse-names": False}, "de Carter", ""),
    ],
)
def test_suffixes_and_unparsed_names(name: dict[str, str], family: str, suffix: str) -> None:
    found = person(name)
    assert (family, suffix) == (found.family, found.suffix)


def test_names_of_one_part_and_none() -> None:
    entry = Entry(item(author=[{"given": "Aigul"}, {"family": None}, "no name", {"literal": "<i>We</i>"}]))
    assert [one.literal for one in entry.names("author")] == ["Aigul", "<i>We</i>"]
    assert shown(names(), item(author=[{"literal": "<i>We</i>"}]), markup=True, format="html") == "<i>We</i>"
    assert shown(names(), item(author="Omarov")) == ""


@pytest.mark.parametrize(
    ("options", "count", "expected"),
    [
        ("", 3, "A, B, C"),
        ('and="text"', 2, "A and B"),
        ('and="text"', 3, "A, B, and C"),
        ('and="symbol" delimiter-precedes-last="never"', 3, "A, B & C"),
        ('and="text" delimiter-precedes-last="always"', 2, "A, and B"),
        ('and="text" delimiter="/" delimiter-precedes-last="always"', 2, "A/ and B"),
        ('et-al-min="3" et-al-use-first="1"', 3, "A et al."),
        ('et-al-min="3" et-al-use-first="2"', 3, "A, B, et al."),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', 3, "A, et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', 4, "A, … D"),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', 3, "A, B, et al."),
        ('form="count" et-al-min="3" et-al-use-first="1"', 4, "1"),
        ('form="count"', 4, "4"),
    ],
)
def test_lists(options: str, count: int, expected: str) -> None:
    people = [{"family": family} for family in "ABCD"[:count]]
    assert expected == shown(names(f"<name {options}/>"), item(author=people))


def test_delimiter_after_an_inverted_name() -> None:
    layout = names(
        '<name and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name" '
        'delimiter-precedes-et-al="after-inverted-name" et-al-min="3" et-al-use-first="1"/>'
    )
    assert shown(layout, item(author=[OMAR, ROTH])) == "Omarov, Kanat, and Miriam Eva Roth"
    assert shown(layout, item(author=[DUMA, ROTH])) == "Town Council and Miriam Eva Roth"
    assert shown(layout, item(author=[OMAR, ROTH, STEIN])) == "Omarov, Kanat, et al."


def test_et_al_of_later_cites_and_without_a_word() -> None:
    subsequent = '<name et-al-min="4" et-al-use-first="3" et-al-subsequent-min="2" et-al-subsequent-use-first="1"/>'
    layout = names(subsequent, '<et-al term="and others" font-style="italic"/>')
    people = [{"family": family} for family in "ABC"]
    assert shown(layout, item(author=people)) == "A, B, C"
    assert shown(layout, item(author=people), position="subsequent", format="html") == "A <i>and others</i>"
    none = "<locale><terms><term name='et-al'></term></terms></locale>"
    made = style(names('<name et-al-min="2" et-al-use-first="1"/>'), before=none)
    assert shown(made, item(author=people)) == "A"
    assert shown(names('<name et-al-min="2" et-al-use-first="0"/>'), item(author=people)) == ""


def test_parts_of_names_are_dressed() -> None:
    family = '<name-part name="family" text-case="uppercase" prefix="[" suffix="]"/>'
    given = '<name-part name="given" font-style="italic"/>'
    made = names(f'<name name-as-sort-order="all">{family}{given}</name>')
    assert shown(made, item(author=[VON]), format="html") == "[HUMBOLDT], <i>Alexander</i> <i>von</i>"
    assert shown(names('<name font-weight="bold"/>'), item(author=[OMAR]), format="html") == "<b>Kanat Omarov</b>"


@pytest.mark.parametrize(
    ("label", "people", "expected"),
    [
        ('<name/><label form="short" prefix=", "/>', [OMAR], "Kanat Omarov, ed."),
        ('<name/><label form="short" prefix=", "/>', [OMAR, ROTH], "Kanat Omarov, Miriam Eva Roth, eds."),
        ('<label form="verb" suffix=" "/><name/>', [OMAR], "edited by Kanat Omarov"),
        ('<name/><label plural="always" prefix=" "/>', [OMAR], "Kanat Omarov editors"),
        ('<name/><label plural="never" prefix=" "/>', [OMAR, ROTH], "Kanat Omarov, Miriam Eva Roth editor"),
    ],
)
def test_labels(label: str, people: list[dict[str, str]], expected: str) -> None:
    assert expected == shown(names(label, variable="editor"), item(editor=people))


def test_an_editor_who_translates_is_named_once_where_there_is_a_word() -> None:
    layout = names('<name/><label prefix=", "/>', variable="editor translator", attributes='delimiter="; "')
    both = item(editor=[OMAR], translator=[OMAR])
    assert shown(layout, both) == "Kanat Omarov, editor & translator"
    assert shown(layout, item(editor=[OMAR], translator=[ROTH])) == (
        "Kanat Omarov, editor; Miriam Eva Roth, translator"
    )
    none = "<locale><terms><term name='editortranslator'></term></terms></locale>"
    assert shown(style(layout, before=none), both) == "Kanat Omarov, editor; Kanat Omarov, translator"


def test_substitutes_take_the_form_of_the_names_and_are_printed_once() -> None:
    inner = '<choose><if type="book"><names variable="translator"/><text variable="title"/></if></choose>'
    layout = names(
        '<name form="short"/>',
        f'<label form="short" prefix=" "/><substitute><names variable="editor"/>{inner}</substitute>',
        attributes='prefix="[" suffix="]"',
    )
    made = f'<group delimiter=". ">{layout}<names variable="editor translator"/><text variable="title"/></group>'
    assert shown(made, item(editor=[OMAR], title="Steppe")) == "[Omarov ed.]. Steppe"
    assert shown(made, item(translator=[ROTH], title="Steppe")) == "[Roth trans.]. Steppe"
    assert shown(made, item(title="Steppe")) == "Steppe"
    assert shown(made, item(URL="http://example.org")) == ""


def test_names_of_an_author_can_be_hidden() -> None:
    layout = names("<name/>", '<substitute><names variable="editor"/><text variable="title"/></substitute>')
    made = f'<group delimiter=", ">{layout}<text variable="volume"/></group>'
    assert shown(made, item(author=[OMAR], volume="3"), author="hidden") == "3"
    assert shown(made, item(editor=[OMAR], volume="3", title="T"), author="hidden") == "3"
    assert shown(made, item(title="T", volume="3"), author="hidden") == "T, 3"


def test_more_names_and_more_of_each_tell_cites_apart() -> None:
    layout = names('<name form="short" initialize-with="." et-al-min="2" et-al-use-first="1"/>')
    people = item(author=[OMAR, ROTH, STEIN])

    def told(**options: object) -> str:
        return shown(layout, people, disambiguation=Disambiguation(**options))

    assert told() == "Omarov et al."
    assert told(names=(2,)) == "Omarov, Roth, et al."
    assert told(given=((1,),)) == "K. Omarov et al."
    assert told(names=(3,), given=((2, 0, 1),)) == "Kanat Omarov, Roth, J.-P. Stein"


def test_options_come_from_the_style_the_area_and_the_names() -> None:
    options = 'and="text" initialize-with="." names-delimiter="; " name-form="short"'
    layout = names("", variable="author editor")
    both = item(author=[OMAR, ROTH], editor=[STEIN])
    assert shown(style(layout, options=options), both) == "Omarov and Roth; Stein"
    list_options = 'and="symbol" name-form="long" name-delimiter="/" names-delimiter=" | "'
    made = style(
        layout, options=options, after=f"<bibliography {list_options}><layout>{layout}</layout></bibliography>"
    )
    assert listed(made, both) == "K. Omarov & M.E. Roth | J.-P. Stein"
