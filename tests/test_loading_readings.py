"""Readings, families that are disjoint, roles and parts: what is read, and whatever can be wrong with them."""

import pytest

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive.errors import InvalidArchive

CODEBOOK, EVENTS, READINGS = "codebook.toml", "events.toml", "readings.toml"
ONE_DOZEN = za.Wording("dozens", 12, "One dozen.")
MORE_THAN_ONE = za.Wording("many", 2, "More than one.")
CLOSED = za.Wording("dozens", 24, "Two dozen.", 99)
WORD = '[{}.words]\ndozens = {{ at_least = {}, at_most = {}, because = "Two dozen." }}\n'
TWICE = '{ times = 2, because = "or more would have been said" }'


def load(folder, file, more, replaced=""):
    """Load the small archive with more lines at the end of a file, or in the place of a stretch."""
    old = replaced or small.FILES[file]
    return za.load(small.write(folder, small.changed((file, old, more if replaced else f"{old}\n{more}"))))


def readings(archive):
    return {reading.id: reading for reading in archive.readings}


# --- what is read


def test_the_strict_reading_comes_first_and_the_others_by_their_ids(tmp_path):
    archive = load(tmp_path, READINGS, '[acled]\nlabel = "ACLED"\nbecause = "Its codebook."')

    assert [reading.id for reading in archive.readings] == ["strict", "acled", "plain"]


def test_a_reading_takes_from_the_strict_one_what_it_does_not_say(tmp_path):
    archive = load(tmp_path, READINGS, WORD.format("plain", 24, 99))

    assert readings(archive)["plain"] == za.Reading(
        "plain", "Plain", "As ordinary English suggests.", (CLOSED, MORE_THAN_ONE)
    )
    assert readings(archive)["strict"].words == (ONE_DOZEN, MORE_THAN_ONE)


def test_a_reading_has_all_that_the_format_knows(tmp_path):
    more = (
        f'dates_as_written = "as said"\nfloors = {TWICE}\nceilings = {{ times = 3, because = "or less" }}\n'
        'about = { times = 1, because = "just so" }\nproperties = ["moved"]\n'
    )

    plain = readings(load(tmp_path, READINGS, more))["plain"]

    assert plain.dates_as_written == "as said"
    assert plain.floors == za.Hint(2, "or more would have been said")
    assert plain.ceilings == za.Hint(3, "or less")
    assert plain.about == za.Hint(1, "just so")
    assert plain.properties == ("moved",)


def test_a_reading_that_is_based_on_another_takes_from_it_first(tmp_path):
    hints = f"floors = {TWICE}\nceilings = {TWICE}\nabout = {TWICE}\n"
    base = f'dates_as_written = "as said"\n{hints}{WORD.format("plain", 24, 99)}'
    own = (
        '[hinted]\nlabel = "Hinted"\nbecause = "More."\nbased_on = "plain"\n'
        'floors = { times = 5, because = "much more" }\nproperties = ["moved"]\n'
        '[hinted.words]\nmany = { at_least = 3, because = "A few." }\n'
    )

    hinted = readings(load(tmp_path, READINGS, base + own))["hinted"]

    assert hinted.words == (CLOSED, za.Wording("many", 3, "A few."))
    assert hinted.dates_as_written == "as said"
    assert hinted.floors == za.Hint(5, "much more")
    assert hinted.properties == ("moved",)
    assert hinted.ceilings == hinted.about == za.Hint(2, "or more would have been said")


def test_vague_words_have_their_floor_under_the_strict_reading_whatever_the_others_say(tmp_path):
    archive = load(tmp_path, READINGS, WORD.format("plain", 24, 99))

    assert archive.claim("report2020/pens").value == za.Count(12, word="dozens")


def test_families_that_are_disjoint(tmp_path):
    more = (
        '[[disjoint]]\nevents = ["sale-2020", "door-2020"]\nbecause = "Two days."\n'
        '[populations.tables]\nlabel = "tables"\nwithin = "things"\n'
        '[[disjoint]]\npopulations = ["tables", "chairs"]\nbecause = "Two things."\n'
    )
    files = small.changed(
        (CODEBOOK, small.CODEBOOK, f"{small.CODEBOOK}\n{more}"),
        (EVENTS, small.EVENTS, f'{small.EVENTS}\n[sale-2020]\nlabel = "Sale"\nkind = "sale"\n'),
    )

    archive = za.load(small.write(tmp_path, files))

    chairs, tables, _ = archive.codebook.populations
    assert archive.codebook.disjoint == (
        za.Disjoint((archive.event("door-2020"), archive.event("sale-2020")), (), "Two days."),
        za.Disjoint((), (chairs, tables), "Two things."),
    )


@pytest.mark.parametrize(
    ("property_", "role"),
    [
        ("date", "date"),
        ("date", "start"),
        ("date", "end"),
        ("lasted", "duration"),
        ("followed", "after"),
        ("followed", "before"),
    ],
)
def test_a_property_has_a_role_that_fits_its_values(tmp_path, property_, role):
    header = f"[properties.{property_}]\n"

    archive = load(tmp_path, CODEBOOK, f'{header}role = "{role}"\n', header)

    assert [(d.property.id, d.role) for d in archive.codebook.definitions if d.role] == [(property_, role)]


def weekday(*days):
    """A property of its own whose terms are the days."""
    terms = ", ".join(f'{day} = "{day}"' for day in days)
    named = f"[vocabularies.days]\nterms = {{ {terms} }}\n"
    return f'{named}[properties.day]\nkind = "term"\nvocabulary = "days"\ndefinition = "Its day."\nrole = "weekday"\n'


def test_the_terms_of_a_weekday_are_the_days_of_the_week(tmp_path):
    archive = load(tmp_path, CODEBOOK, weekday("friday", "monday"))

    assert [d.property.id for d in archive.codebook.definitions if d.role == "weekday"] == ["day"]


def test_a_weekday_that_no_week_has(tmp_path):
    with pytest.raises(InvalidArchive) as told:
        load(tmp_path, CODEBOOK, weekday("fryday"))

    [problem] = told.value.problems
    assert problem.message == "unknown day of the week 'fryday'; did you mean 'friday'?"
    assert problem.where == "properties: day: role"


def test_a_number_has_parts(tmp_path):
    archive = load(tmp_path, CODEBOOK, 'unit = "things"\nparts = "A part is no more."', 'unit = "things"')

    assert [d.property.id for d in archive.codebook.definitions if d.parts == "A part is no more."] == ["moved"]


# --- what can be wrong


def words(table, *lines):
    return "\n".join([f"[{table}.words]", *lines, ""])


WRONG_READINGS = {
    "a property that the codebook has not": (
        'properties = ["moved", "mooved"]',
        [
            (
                "unknown-reference",
                "readings.toml:13: plain: properties: unknown property 'mooved'; did you mean 'moved'?",
            ),
        ],
    ),
    "a floor below nothing": (
        words("plain", 'dozens = { at_least = -1, because = "x" }'),
        [
            (
                "invalid-value",
                "readings.toml:14: plain: words: dozens: at_least: expected a number from 0, not -1",
            ),
        ],
    ),
    "a floor below that of the strict reading": (
        words("plain", 'dozens = { at_least = 11, because = "x" }'),
        [
            (
                "outside-strict",
                "readings.toml:14: plain: words: dozens: at_least: 11 lies below 12, the floor of the strict reading",
            )
        ],
    ),
    "a floor above its ceiling": (
        words("plain", 'dozens = { at_least = 24, at_most = 23, because = "x" }'),
        [
            (
                "invalid-value",
                "readings.toml:14: plain: words: dozens: at_least: at least 24 and at most 23 cannot both hold",
            )
        ],
    ),
    "a word that the strict reading has not": (
        words("plain", 'dozen = { at_least = 12, because = "x" }'),
        [
            (
                "outside-strict",
                (
                    "readings.toml:14: plain: words: dozen: unknown word of the strict reading 'dozen'; "
                    "did you mean 'dozens'?"
                ),
            )
        ],
    ),
    "a hint below twice": (
        "\n".join(
            f'{key} = {{ times = {n}, because = "x" }}' for key, n in (("floors", 1), ("ceilings", 0), ("about", 0))
        ),
        [
            ("invalid-value", "readings.toml:13: plain: floors: times: expected a number from 2, not 1"),
            ("invalid-value", "readings.toml:14: plain: ceilings: times: expected a number from 2, not 0"),
            ("invalid-value", "readings.toml:15: plain: about: times: expected a number from 1, not 0"),
        ],
    ),
    "a base that is not there": (
        'based_on = "plan"',
        [
            (
                "unknown-reference",
                "readings.toml:13: plain: based_on: unknown reading 'plan'; did you mean 'plain'?",
            )
        ],
    ),
    "a base that is based on it": (
        'based_on = "other"\n[other]\nlabel = "Other"\nbecause = "x"\nbased_on = "plain"',
        [
            (
                "circular",
                "readings.toml:17: other: based_on: refers back to itself: other → plain → other",
            )
        ],
    ),
    "a hint without its reason": (
        "floors = { times = 2 }",
        [("missing-key", "readings.toml:13: plain: floors: the key 'because' is missing")],
    ),
    "an id with a capital": (
        '[Other]\nlabel = "Other"\nbecause = "x"',
        [
            (
                "invalid-id",
                (
                    "readings.toml:13: Other: 'Other' is no id; "
                    "use at most 100 lower-case letters, digits and single hyphens"
                ),
            )
        ],
    ),
    "a ceiling that is no number": (
        words("plain", 'dozens = { at_least = 24, at_most = "many", because = "x" }'),
        [
            (
                "wrong-type",
                "readings.toml:14: plain: words: dozens: at_most: expected a whole number, not 'many'",
            )
        ],
    ),
}


@pytest.mark.parametrize(("more", "told"), WRONG_READINGS.values(), ids=WRONG_READINGS)
def test_what_is_wrong_with_a_reading(tmp_path, more, told):
    assert_told(lambda: load(tmp_path, READINGS, more), told)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('based_on = "plain"', "based_on"),
        ('dates_as_written = "x"', "dates_as_written"),
        ('floors = { times = 2, because = "x" }', "floors"),
        ('ceilings = { times = 2, because = "x" }', "ceilings"),
        ('about = { times = 2, because = "x" }', "about"),
    ],
)
def test_the_strict_reading_hears_nothing_beside_the_words(tmp_path, line, what):
    told = f"readings.toml:1: strict: the strict reading sets no ceiling and hears no hint: {what}"

    assert_told(
        lambda: load(tmp_path, READINGS, f'label = "Strict"\n{line}', 'label = "Strict"'), [("outside-strict", told)]
    )


def test_the_strict_reading_sets_no_ceiling(tmp_path):
    told = "readings.toml:1: strict: the strict reading sets no ceiling and hears no hint: words.dozens"
    old = '"dozens" = { at_least = 12,'

    assert_told(
        lambda: load(tmp_path, READINGS, f"{old} at_most = 99,", old),
        [("outside-strict", told)],
    )


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("at_least = 12", 'at_least = "twelve"', "strict: words: dozens: at_least"),
        ('{ at_least = 12, because = "One dozen." }', "12", "strict: words: dozens"),
    ],
)
def test_a_floor_that_could_not_be_read_is_no_measure(tmp_path, old, new, where):
    text = small.READINGS.replace(old, new) + WORD.format("plain", 24, 99)

    with pytest.raises(InvalidArchive) as caught:
        load(tmp_path, READINGS, text, small.READINGS)

    assert [problem.where for problem in caught.value.problems] == [where]


def test_without_a_strict_reading_no_word_can_be_closed(tmp_path):
    files = {name: text for name, text in small.FILES.items() if not name.startswith("sources/")}
    files[READINGS] = '[plain]\nlabel = "Plain"\nbecause = "x"\n' + WORD.format("plain", 24, 99)
    files["retired.toml"] = ""
    (tmp_path / "sources").mkdir()
    told = "readings.toml:5: plain: words: dozens: unknown word of the strict reading 'dozens'; there is none"

    assert_told(lambda: za.load(small.write(tmp_path, files)), [("outside-strict", told)])


END = small.CODEBOOK.count("\n") + 2
"""The line of the codebook at which more lines begin."""
WRONG_FAMILIES = {
    "an event that is not there": (
        '[[disjoint]]\nevents = ["door-2020", "dor-2020"]\nbecause = "x"',
        [
            (
                "unknown-reference",
                f"codebook.toml:{END + 1}: disjoint[0]: events[1]: unknown event 'dor-2020'; did you mean 'door-2020'?",
            )
        ],
    ),
    "a population that is not there": (
        '[[disjoint]]\npopulations = ["chair", "chairs"]\nbecause = "x"',
        [
            (
                "unknown-reference",
                (
                    f"codebook.toml:{END + 1}: disjoint[0]: populations[0]: unknown population 'chair'; "
                    "did you mean 'chairs'?"
                ),
            )
        ],
    ),
    "an event and a part of it": (
        '[[disjoint]]\nevents = ["move-2020", "door-2020"]\nbecause = "x"',
        [
            (
                "invalid-value",
                (
                    f"codebook.toml:{END + 1}: disjoint[0]: events: 'door-2020' is part of 'move-2020', "
                    "so they are not disjoint"
                ),
            )
        ],
    ),
    "an event and itself": (
        '[[disjoint]]\nevents = ["door-2020", "door-2020"]\nbecause = "x"',
        [
            (
                "invalid-value",
                (
                    f"codebook.toml:{END + 1}: disjoint[0]: events: 'door-2020' is part of 'door-2020', "
                    "so they are not disjoint"
                ),
            )
        ],
    ),
    "a population and a part of it": (
        '[[disjoint]]\npopulations = ["chairs", "things"]\nbecause = "x"',
        [
            (
                "invalid-value",
                (
                    f"codebook.toml:{END + 1}: disjoint[0]: populations: 'chairs' is part of 'things', "
                    "so they are not disjoint"
                ),
            )
        ],
    ),
    "one member of each kind": (
        '[[disjoint]]\nevents = ["door-2020"]\npopulations = ["chairs"]\nbecause = "x"',
        [
            (
                "invalid-value",
                f"codebook.toml:{END}: disjoint[0]: at least two events, or two populations, are needed",
            )
        ],
    ),
    "no reason": (
        '[[disjoint]]\npopulations = ["chairs"]',
        [
            ("invalid-value", f"codebook.toml:{END}: disjoint[0]: at least two events, or two populations, are needed"),
            ("missing-key", f"codebook.toml:{END}: disjoint[0]: the key 'because' is missing"),
        ],
    ),
    "another key": (
        '[[disjoint]]\nplaces = ["hall", "town"]\nbecause = "x"',
        [
            ("invalid-value", f"codebook.toml:{END}: disjoint[0]: at least two events, or two populations, are needed"),
            ("unknown-key", f"codebook.toml:{END + 1}: disjoint[0]: places: unknown key"),
        ],
    ),
}


@pytest.mark.parametrize(("more", "told"), WRONG_FAMILIES.values(), ids=WRONG_FAMILIES)
def test_what_is_wrong_with_a_family(tmp_path, more, told):
    assert_told(lambda: load(tmp_path, CODEBOOK, more), told)


def test_a_family_that_is_no_table(tmp_path):
    told = "codebook.toml:1: disjoint[0]: expected a table, not 3"

    assert_told(
        lambda: load(tmp_path, CODEBOOK, f"disjoint = [3]\n{small.CODEBOOK}", small.CODEBOOK), [("wrong-type", told)]
    )


def test_a_family_is_not_judged_by_a_file_that_could_not_be_read(tmp_path):
    family = '[[disjoint]]\nevents = ["door-2020", "move-2020"]\nbecause = "x"'
    files = small.changed((CODEBOOK, small.CODEBOOK, f"{small.CODEBOOK}\n{family}"), (EVENTS, small.EVENTS, "["))

    with pytest.raises(InvalidArchive) as caught:
        za.load(small.write(tmp_path, files))

    assert {problem.file for problem in caught.value.problems} == {EVENTS}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[properties.moved]",
            '[properties.moved]\nrole = "date"',
            "moved: role: only a property of kind 'period' has the role 'date', not of 'count'",
        ),
        (
            "[properties.followed]",
            '[properties.followed]\nrole = "weekday"',
            "followed: role: only a property of kind 'term' has the role 'weekday', not of 'event'",
        ),
        (
            "[properties.date]",
            '[properties.date]\nparts = "x"',
            "date: parts: only a property of kind 'count' has parts, not of 'period'",
        ),
    ],
)
def test_a_role_or_parts_that_the_values_cannot_have(tmp_path, old, new, told):
    line = small.line(CODEBOOK, old) + 1

    assert_told(
        lambda: load(tmp_path, CODEBOOK, new, old), [("invalid-value", f"codebook.toml:{line}: properties: {told}")]
    )


def test_a_role_that_there_is_not(tmp_path):
    line = small.line(CODEBOOK, "[properties.date]") + 1
    told = f"codebook.toml:{line}: properties: date: role: "

    with pytest.raises(InvalidArchive) as caught:
        load(tmp_path, CODEBOOK, '[properties.date]\nrole = "dates"', "[properties.date]")

    assert [small.words(problem) for problem in caught.value.problems] == [
        told + "unknown value 'dates'; did you mean 'date'?"
    ]


def test_a_kind_that_there_is_not_is_told_alone(tmp_path):
    old = '[properties.date]\nkind = "period"'

    with pytest.raises(InvalidArchive) as caught:
        load(tmp_path, CODEBOOK, '[properties.date]\nkind = "times"\nrole = "date"\nparts = "x"', old)

    assert [problem.where for problem in caught.value.problems] == ["properties: date: kind"]


def assert_told(make, told):
    """Ask for just these problems, in the order of the file, told in full."""
    with pytest.raises(InvalidArchive) as caught:
        make()

    assert [(problem.code, small.words(problem)) for problem in caught.value.problems] == told


BESIDE = {
    "each names the other": ('["hall"]', "Near.", '["town"]', "Near.", []),
    "one does not": (
        '["hall"]',
        "Near.",
        "[]",
        None,
        ["places.toml:4: town: beside: 'hall' does not name 'town' in its turn"],
    ),
    "no such place": (
        '["hal"]',
        "Near.",
        "[]",
        None,
        ["places.toml:4: town: beside: unknown place 'hal'; did you mean 'hall'?"],
    ),
    "no reason": (
        '["hall"]',
        None,
        '["town"]',
        "Near.",
        ["places.toml:4: town: beside: beside asks for beside_because"],
    ),
    "a reason alone": (
        "[]",
        "Near.",
        "[]",
        None,
        ["places.toml:5: town: beside_because: beside_because asks for beside"],
    ),
}


@pytest.mark.parametrize(("town", "why", "hall", "hall_why", "told"), BESIDE.values(), ids=BESIDE)
def test_places_that_are_beside_one_another_say_so_both_and_why(tmp_path, town, why, hall, hall_why, told):
    """Each with its reason."""

    def keys(beside, because):
        return f"beside = {beside}\n" + (f'beside_because = "{because}"\n' if because else "")

    old = 'kind = "town"\n'
    files = small.changed(
        ("places.toml", old, old + keys(town, why)),
        ("places.toml", 'within = "town"\n', 'within = "town"\n' + keys(hall, hall_why)),
    )
    folder = small.write(tmp_path, files)

    assert [small.words(problem) for problem in za.problems(folder)] == told
    if not told:
        assert [place.beside for place in za.load(folder).places()] == [("town",), ("hall",)]
