"""The verb `conflicts`: who contradicts whom, in which words."""

import csv
import io
import json

import pytest
from hypothesis import given, settings

import zhanaozen_archive as za
from tests.commands import claim, run, write_archive
from tests.strategies import DISPUTABLE, archives
from zhanaozen_archive._archive.verdicts import record
from zhanaozen_archive._citing import cite
from zhanaozen_archive._command.proofs import apart, explained

INTRO = (
    "Claims that cannot all be true, by what their words say for certain. “Against”\n"
    "gives the numbers of the claims that a claim excludes; words without quotation\n"
    "marks are the archive's own.\n"
)
LEGEND = "\n●  this number   ○  about this   ●──●  between   ●┄┄▸  or more   ┄┄●  or fewer\n"
BRIEF = (
    "\n"
    "Under some readings of their words only, these cannot all be true either (in\n"
    "full with --grade conventional):\n"
    "\n"
    "Shooting in the square: killed\n"
    "·  the hospital: “a hundred” – officials: “at least 16” (69 people apart, under\n"
    "   hinted)\n"
)
REVISED = (
    "\n"
    "Later words that replace earlier ones, which is no conflict:\n"
    "\n"
    "Shooting in the square: killed\n"
    "  revised: it says later\n"
    "  earlier: 11 to 70 – the hospital, via hospital2011\n"
    "  later: “a hundred” – the hospital, via hospital2011\n"
)


@pytest.fixture
def small(tmp_path):
    return write_archive(tmp_path)


@pytest.fixture
def plain_citations(monkeypatch):
    """What a citation looks like is asked elsewhere."""
    monkeypatch.setattr("zhanaozen_archive._command.disputes.in_text", lambda claim: f"({claim.source.voice})")


@pytest.mark.usefixtures("plain_citations")
def test_counts_stand_on_one_scale_with_the_words_beside_them(capsys, small):
    code, out, err = run(capsys, "conflicts", "shooting", "--of", "killed", "--archive", small)

    assert (code, err) == (0, "")
    assert (
        out
        == INTRO
        + (
            "\n"
            "Shooting in the square: killed\n"
            "3 claims in 2 conflicts, 6 to 90 people apart (shooting)\n"
            "                      0            100\n"
            "1  its desk            ●                “ten people”\n"
            "   via agency2011ten                    (its desk)\n"
            "   against 2, 3\n"
            "2  officials            ●┄┄┄┄┄┄┄┄┄┄┄┄▸  “at least 16”\n"
            "   via officials2011                    (officials)\n"
            "   against 1\n"
            "3  the hospital                     ●   “a hundred”\n"
            "   via hospital2011                     (the hospital)\n"
            "   against 1\n"
        )
        + LEGEND
        + BRIEF
        + REVISED
    )


@pytest.mark.usefixtures("plain_citations")
def test_other_values_stand_beside_the_words_and_never_in_their_place(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "armament", "--archive", small)

    assert out == INTRO + (
        "\n"
        "Shooting in the square: armament\n"
        "2 claims in 1 conflict (shooting)\n"
        "\n"
        "1  A Reader               armed             (A Reader)\n"
        "   via reader2011comment\n"
        "   against 2\n"
        "2  officials              not armed         “denied that anyone was armed”\n"
        "   via officials2011                        (officials)\n"
        "   against 1\n"
    )


def test_dates_are_written_out_and_what_is_narrowed_says_so(capsys, tmp_path):
    where = 'place = "square"'
    said = [
        claim("a", "date", '"2011-12-16"', "Friday", where, quote=False),
        claim("b", "date", '"2011-12-17"', "Saturday", where),
    ]
    small = write_archive(tmp_path, *said)

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    assert "1  its desk           16 December 2011  (in the square)\n" in out
    assert "2  its desk           17 December 2011  “Saturday”\n" in out
    assert LEGEND not in out


def test_a_denied_number_has_no_bar_and_one_without_words_is_written_out(capsys, tmp_path):
    denied = claim("a", "killed", "10", "ten people", 'polarity = "denied"')
    small = write_archive(tmp_path, denied, claim("b", "killed", "10", "at least 16", quote=False))

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    assert "1  its desk           not 10            “ten people”\n" in out
    assert "2  its desk                         ●   10\n" in out


@pytest.mark.parametrize("argv", [[], ["inquiry"], ["--of", "place"], ["--kind", "places"]], ids=" ".join)
def test_it_says_when_nothing_disagrees(capsys, tmp_path, argv):
    small = write_archive(tmp_path, claim("a", "killed", "10", "ten people"))

    printed = run(capsys, "conflicts", *argv, "--exit-code", "--archive", small)

    assert printed == (0, "No conflicts found.\n", "")


def test_revisions_are_shown_also_where_nothing_disagrees(capsys, small):
    _, out, _ = run(capsys, "conflicts", "shooting", "--kind", "places", "--archive", small)

    assert out == "No conflicts found.\n" + REVISED


def test_revisions_are_of_what_was_asked_for(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "date", "--archive", small)

    assert "Later words" not in out


@pytest.mark.usefixtures("plain_citations")
def test_conflicts_by_convention_are_shown_in_full_when_asked_for(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--grade", "conventional", "--archive", small)

    assert (
        out
        == (
            "Claims that cannot all be true under some readings of their words, while what is\n"
            "certain in them can. Bars show what is certain.\n"
            "\n"
            "Shooting in the square: killed\n"
            "2 claims in 1 conflict, 69 people apart, under hinted (shooting)\n"
            "                      0            100\n"
            "1  officials            ●┄┄┄┄┄┄┄┄┄┄┄┄▸  “at least 16”\n"
            "   via officials2011                    (officials)\n"
            "   against 2\n"
            "2  the hospital                     ●   “a hundred”\n"
            "   via hospital2011                     (the hospital)\n"
            "   against 1\n"
        )
        + LEGEND
        + REVISED
    )


FILTERS = {
    "": 5,
    "--grade certain": 4,
    "--grade conventional": 1,
    "--reading strict": 4,
    "--reading hinted": 5,
    "--kind counts": 3,
    "--kind dates denial": 2,
    "--kind dates --kind denial": 2,
    "--kind counts --grade conventional": 1,
}


@pytest.mark.parametrize(("options", "expected"), FILTERS.items())
def test_conflicts_are_of_the_grade_the_reading_and_the_rule_asked_for(capsys, small, options, expected):
    _, out, _ = run(capsys, "conflicts", *options.split(), "--archive", small, "--format", "json")

    assert len(json.loads(out)["conflicts"]) == expected


def test_a_reading_that_there_is_not(capsys, small):
    printed = run(capsys, "conflicts", "--reading", "hintd", "--archive", small)

    assert printed == (1, "", "error: no reading 'hintd' in the archive; did you mean 'hinted'?\n")


# --- sets of more than two, and findings


SUM = (
    claim("a", "injured", "8", "ten people", 'population = "workers"'),
    claim("b", "injured", "{ at_least = 7 }", "at least 16", 'population = "police"'),
    claim("c", "injured", "10", "a hundred", event="unrest"),
)


@pytest.mark.usefixtures("plain_citations")
def test_a_set_of_more_than_two_is_told_below_its_claims(capsys, tmp_path):
    _, out, _ = run(capsys, "conflicts", "--archive", write_archive(tmp_path, *SUM))

    assert (
        out
        == INTRO
        + (
            "\n"
            "Unrest in the region: injured\n"
            "3 claims in 1 conflict, 5 apart (unrest)\n"
            "                      0             10\n"
            "1  its desk                     ●┄┄┄┄▸  “at least 16”\n"
            "   via agency2011ten                    on shooting, injured\n"
            "                                        (the police)\n"
            "                                        (its desk)\n"
            "2  its desk                      ●      “ten people”\n"
            "   via agency2011ten                    on shooting, injured\n"
            "                                        (workers)\n"
            "                                        (its desk)\n"
            "3  its desk                         ●   “a hundred”\n"
            "   via agency2011ten                    (its desk)\n"
            "1, 2 and 3 cannot all be true together (5 apart)\n"
        )
        + LEGEND
    )


def test_a_sentence_that_contradicts_itself_is_marked(capsys, tmp_path):
    said = [claim("a", "weekday", '"friday"', "town's"), claim("b", "date", '"2011-12-17"', "square")]

    _, out, _ = run(capsys, "conflicts", "--archive", write_archive(tmp_path, *said))

    assert "2 claims in 1 conflict (shooting)\n" in out
    assert "   via agency2011ten                    on shooting, weekday\n" in out
    assert "\n1 and 2: one sentence that contradicts itself\n" in out


# --- why


def reasons(capsys, folder, *said, options=()):
    """Give the lines that explain the one conflict of an archive of these claims, each whole."""
    _, out, _ = run(capsys, "conflicts", "--explain", *options, "--archive", write_archive(folder, *said))
    _, _, told = out.partition(f" and {len(said)}:\n")
    whole: list[str] = []
    for line in told.partition("\n\n")[0].splitlines():
        if whole and not whole[-1].endswith("."):
            whole[-1] += f" {line.strip()}"
        else:
            whole.append(line.strip())
    return whole


PAIR = "Either can be true without the other. One voice says both, in one document."
TOGETHER = "Without any one of them the others can be true. One voice says all, in one document."
START, END = "the start of “Shooting in the square” is", "the end of “Shooting in the square” is"
UNREST = "“Unrest in the region”"
ANY_WEEK = "where no date is named, one week is like another, and it can be looked at in this one."
BOTH_DAYS = f"its desk: “Saturday” (weekday of {UNREST}); its desk: “Friday” (weekday of “Shooting in the square”)"
EXPLAINED = {
    "counts": (
        (claim("a", "killed", "10", "ten people"), claim("b", "killed", "{ at_least = 16 }", "at least 16")),
        (
            "its desk: at least 16 people, from the words “at least 16”.",
            "its desk: at most 10 people, from the words “ten people”.",
            "Both numbers answer the same question.",
            "Together these are 6 people apart: not all can be true.",
            PAIR,
        ),
    ),
    "a count that only grows": (
        (
            claim("a", "killed", "10", "ten", 'as_of = "2011-12-17"', 'as_of_inferred = "x"'),
            claim("b", "killed", "11", "Ten", 'as_of = "2011-12-16"', 'as_of_inferred = "x"', quote=False),
        ),
        (
            "its desk: at least 11 people.",
            "its desk: at most 10 people, from the words “ten”.",
            "Nobody comes back.",
            "Together these are 1 person apart: not all can be true.",
            PAIR,
        ),
    ),
    "a part": (
        (claim("a", "injured", "8", "ten", 'population = "workers"'), claim("c", "injured", "7", "Ten")),
        (
            "its desk: at least 8, from the words “ten”.",
            "its desk: at most 7, from the words “Ten”.",
            "Whoever was hurt in a part was hurt in the whole.",
            "Together these are 1 apart: not all can be true.",
            PAIR,
        ),
    ),
    "parts together": (
        SUM,
        (
            "its desk: at least 8, from the words “ten people”.",
            "its desk: at least 7, from the words “at least 16”.",
            "A whole has at least what its disjoint parts have together.",
            "its desk: at most 10, from the words “a hundred”.",
            "Together these are 5 apart: not all can be true.",
            TOGETHER,
        ),
    ),
    "an order": (
        (
            claim("a", "date", '"2011-12-16"', "Friday"),
            claim("b", "followed", '"inquiry"', "later"),
            claim("c", "date", '"2011-12-20"', "two days later", event="inquiry"),
        ),
        (
            f"its desk: {END} no later than 16 December 2011, from the words “Friday”.",
            (
                f"T{END[1:]} no earlier than the start of “Shooting in the square”: "
                "an event ends no earlier than it begins."
            ),
            f"its desk: {START} no earlier than the start of “Inquiry”, from the words “later”.",
            "its desk: the start of “Inquiry” is no earlier than 20 December 2011, from the words “two days later”.",
            "Together these are 4 days apart: not all can be true.",
            TOGETHER,
        ),
    ),
    "days of the week without a date": (
        (
            claim("a", "weekday", '"saturday"', "Saturday", event="unrest"),
            claim("b", "duration", "{ days = 1 }", "Friday", event="unrest"),
            claim("c", "weekday", '"friday"', "Friday"),
        ),
        (
            f"T{START[1:]} no earlier than 5 January 2001: {ANY_WEEK}",
            f"T{END[1:]} no earlier than {START[:-3]}: an event ends no earlier than it begins.",
            f"The end of {UNREST} is no earlier than {END[:-3]}: a part ends no later than its whole.",
            f"its desk: the end of {UNREST} is at most 1 day after the start of {UNREST}, from the words “Friday”.",
            f"{BOTH_DAYS}: the next day on which all of this can be is 6 January 2001.",
            f"T{START[1:]} no earlier than the start of {UNREST}: a part begins no earlier than its whole.",
            f"T{START[1:]} no later than 5 January 2001: {ANY_WEEK}",
            "So not all can be true.",
            TOGETHER,
        ),
    ),
    "lengths of time": (
        (claim("a", "duration", "{ days = 3 }", "place"), claim("b", "duration", "{ days = 30 }", "two days")),
        (
            f"its desk: {END} at most 3 days after the start of “Shooting in the square”, from the words “place”.",
            f"its desk: {END} at least 29 days after the start of “Shooting in the square”, from the words “two days”.",
            "Together these are 26 days apart: not all can be true.",
            PAIR,
        ),
    ),
    "lengths": (
        (claim("a", "sentence", "{ days = 3 }", "place"), claim("b", "sentence", "{ days = 5 }", "two days")),
        (
            "its desk: 3 days, from the words “place”.",
            "its desk: 5 days, from the words “two days”.",
            "No length is both.",
            "So not all can be true.",
            PAIR,
        ),
    ),
    "a day of the week": (
        (claim("a", "weekday", '"friday"', "later"), claim("b", "date", '"2011-12-17"', "square")),
        (
            "its desk: Friday, from the words “later”.",
            "its desk: 17 December 2011, from the words “square”.",
            "No day is in all of these dates and on all of these days of the week.",
            "So not all can be true.",
            PAIR,
        ),
    ),
    "terms": (
        (claim("a", "armament", '"armed"', "later"), claim("b", "armament", '"unarmed"', "square")),
        (
            "its desk: armed, from the words “later”.",
            "its desk: unarmed, from the words “square”.",
            "Nobody is both.",
            "So not all can be true.",
            PAIR,
        ),
    ),
    "a denial": (
        (claim("a", "place", '"town"', "later"), claim("b", "place", '"town"', "square", 'polarity = "denied"')),
        (
            "its desk: Town, from the words “later”.",
            "its desk: not Town, from the words “square”.",
            "One denies all that the other asserts.",
            "So not all can be true.",
            PAIR,
        ),
    ),
    "numbers that are denied between others": (
        (
            claim("a", "injured", "{ at_least = 16 }", "at least 16", 'population = "workers"'),
            claim("b", "injured", "{ at_least = 10, at_most = 16 }", "ten people", 'polarity = "denied"'),
            claim("c", "injured", "{ at_most = 16 }", "16 workers"),
        ),
        (
            "its desk: at least 16, from the words “at least 16”.",
            "Whoever was hurt in a part was hurt in the whole.",
            "its desk: “ten people”: the next number that is left is 17.",
            "its desk: at most 16, from the words “16 workers”.",
            "Together these are 1 apart: not all can be true.",
            TOGETHER,
        ),
    ),
    "numbers that are denied of a part, and of the whole": (
        (
            claim("a", "injured", "{ at_least = 8 }", "ten people", 'population = "workers"'),
            claim("b", "injured", "8", "at least 16", 'population = "workers"', 'polarity = "denied"'),
            claim("c", "injured", "{ at_least = 6 }", "16 workers", 'population = "police"'),
            claim("d", "injured", "{ at_least = 15, at_most = 16 }", "town", 'polarity = "denied"'),
            claim("e", "injured", "{ at_most = 16 }", "a hundred"),
        ),
        (
            "its desk: at least 8, from the words “ten people”.",
            "Whoever was hurt in a part was hurt in the whole.",
            "its desk: “at least 16”: the next number that is left is 9.",
            "its desk: at least 6, from the words “16 workers”.",
            "A whole has at least what its disjoint parts have together.",
            "its desk: “town”: the next number that is left is 17.",
            "its desk: at most 16, from the words “a hundred”.",
            "Together these are 1 apart: not all can be true.",
            TOGETHER,
        ),
    ),
    "two denials": (
        (
            claim("a", "injured", "{ at_least = 16 }", "at least 16", 'polarity = "denied"'),
            claim("b", "injured", "{ at_most = 16 }", "ten people", 'polarity = "denied"'),
        ),
        (
            "its desk: at least 17, from the words “ten people”.",
            "its desk: at most 15, from the words “at least 16”.",
            "Both numbers answer the same question.",
            "Together these are 2 apart: not all can be true.",
            PAIR,
        ),
    ),
    "a place that events share": (
        (
            claim("a", "place", '"town"', "later", 'polarity = "denied"'),
            claim("b", "same-place", '"inquiry"', "place"),
            claim("c", "place", '"square"', "square", event="inquiry"),
        ),
        (
            "its desk: “later” (place of “Shooting in the square”).",
            "its desk: “place” (“Shooting in the square” was in the same place as “Inquiry”).",
            "its desk: “square” (place of “Inquiry”).",
            "One denies what the others come to.",
            "So not all can be true.",
            TOGETHER,
        ),
    ),
    "one place that is denied": (
        (
            claim("a", "same-place", '"inquiry"', "later", 'polarity = "denied"'),
            claim("b", "same-place", '"unrest"', "place"),
            claim("c", "same-place", '"unrest"', "square", event="inquiry", quote=False),
        ),
        (
            "its desk: “later” (it is denied that “Shooting in the square” was in the same place as “Inquiry”).",
            "its desk: “place” (“Shooting in the square” was in the same place as “Unrest in the region”).",
            "its desk: “Inquiry” was in the same place as “Unrest in the region”.",
            "One denies what the others come to.",
            "So not all can be true.",
            TOGETHER,
        ),
    ),
}


@pytest.mark.parametrize(("said", "told"), EXPLAINED.values(), ids=EXPLAINED)
def test_it_explains_line_by_line_why_not_all_can_be_true(capsys, tmp_path, monkeypatch, said, told):
    monkeypatch.setenv("COLUMNS", "120")

    assert reasons(capsys, tmp_path, *said) == [*told]


def test_it_explains_by_which_reading(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    said = (claim("a", "killed", "{ at_least = 16 }", "at least 16"), claim("b", "killed", "100", "a hundred"))

    assert reasons(capsys, tmp_path, *said, options=("--grade", "conventional"))[:3] == [
        "Under the reading “hinted”: At least N is not said of twice N.",
        "its desk: at least 100 people, from the words “a hundred”.",
        "its desk: at most 31 people, from the words “at least 16”. More would have been said.",
    ]


def test_it_explains_a_line_of_those_by_convention(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--explain", "--archive", small)

    assert "   hinted)\n    Under the reading “hinted”: At least N is not said of twice N.\n" in out


def test_every_shipped_conflict_can_be_explained(capsys):
    archive = za.load()

    _, out, _ = run(capsys, "conflicts", "--explain")

    ends = out.count("Either can be true without the other.") + out.count("Without any one of them the others can be")
    assert ends == len(archive.conflicts())


def test_the_exit_code_tells_of_conflicts_only_when_asked(capsys, small):
    assert run(capsys, "conflicts", "--archive", small)[0] == 0
    assert run(capsys, "conflicts", "--archive", small, "--exit-code")[0] == 1
    assert run(capsys, "conflicts", "--archive", small, "--exit-code", "--format", "json")[0] == 1


SATURDAY = (
    "its desk: “Friday”; officials: “Saturday”. These cannot both be true: they are 1 day apart. "
    "Both stand in one document."
)


def test_json_is_the_contract(capsys, small):
    archive = za.load(small)

    _, out, _ = run(capsys, "conflicts", "--of", "date", "--archive", small, "--format", "json")

    assert json.loads(out) == {
        "schema_version": 1,
        "data_version": "2026.11",
        "digest": archive.digest,
        "conflicts": [
            {
                "id": "dates:agency2011ten/date+agency2011ten/date-officials",
                "rule": "dates",
                "kind": "conflict",
                "one_document": True,
                "one_root": False,
                "grade": "certain",
                "readings": ["strict", "hinted"],
                "gap": 1,
                "dissolves_at_percent": None,
                "dissolves_at_days": None,
                "claims": ["agency2011ten/date", "agency2011ten/date-officials"],
                "dispute": "shooting/date",
                "positions": [
                    {
                        "event": "shooting",
                        "property": "date",
                        "value": record(archive.claim("agency2011ten/date").value),
                        "polarity": "asserted",
                        "claims": ["agency2011ten/date"],
                        "roots": ["desk"],
                    },
                    {
                        "event": "shooting",
                        "property": "date",
                        "value": record(archive.claim("agency2011ten/date-officials").value),
                        "polarity": "asserted",
                        "claims": ["agency2011ten/date-officials"],
                        "roots": ["officials"],
                    },
                ],
                "explanation": SATURDAY,
            }
        ],
        "disputes": [
            {
                "id": "shooting/date",
                "event": "shooting",
                "property": "date",
                "sizes": {"strict": 1, "hinted": 1},
                "listed": 1,
                "crowds": [],
                "positions": [
                    {
                        "value": record(archive.claim(id_).value),
                        "polarity": "asserted",
                        "claims": 1,
                        "roots": 1,
                        "examples": [id_],
                    }
                    for id_ in ("agency2011ten/date", "agency2011ten/date-officials")
                ],
            }
        ],
        "revisions": [],
        "revision_counts": [],
        "complete": True,
    }


CROWD = [claim(f"low-{n}", "killed", str(max(1, n)), "ten people") for n in range(6)] + [
    claim(f"high-{n}", "killed", f"{{ at_least = {n} }}", "a hundred", 'source = "hospital2011"')
    for n in (*range(60, 69), 130)
]


@pytest.fixture
def crowded(monkeypatch, tmp_path):
    """An archive with a question on which six claims exclude ten others, and each other."""
    monkeypatch.setattr("zhanaozen_archive._conflicts.detect.AT_ONCE", 20)
    return write_archive(tmp_path, *CROWD)


@pytest.mark.usefixtures("plain_citations")
def test_a_crowd_is_counted_and_told_by_its_widest_pair(capsys, crowded):
    """Below the pair stands what all claims say, the commonest first."""
    code, out, err = run(capsys, "conflicts", "--archive", crowded, "--grade", "certain", "--exit-code")

    assert (code, err) == (1, "shooting/killed: of 74 conflicts under strict only the widest is listed\n")
    assert (
        out
        == INTRO
        + (
            "\n"
            "Shooting in the square: killed\n"
            "2 claims in 1 conflict, 129 people apart (shooting)\n"
            "                      0            150\n"
            "1  its desk           ●                 “ten people”\n"
            "   via agency2011ten                    (its desk)\n"
            "   against 2\n"
            "2  the hospital                   ●┄┄▸  “a hundred”\n"
            "   via hospital2011                     (the hospital)\n"
            "   against 1\n"
            "Counted, not listed: 74 conflicts under strict; the widest stands for all.\n"
            "What all 16 claims on it say:\n"
            "2 claims, 1 voice  1\n"
        )
        + "".join(f"1 claim, 1 voice   {n}\n" for n in range(2, 6))
        + "".join(f"1 claim, 1 voice   at least {n}\n" for n in (130, *range(60, 64)))
        + "and 5 other values\n"
        + LEGEND
    )


def test_where_few_values_are_given_all_are_told(capsys, monkeypatch, crowded):
    monkeypatch.setattr("zhanaozen_archive._command.disputes.COMMONEST", 1_000)

    _, out, _ = run(capsys, "conflicts", "--archive", crowded, "--grade", "certain")

    assert "claims on it say:" in out
    assert "other value" not in out


def test_what_a_reading_adds_to_a_crowd_is_counted(capsys, crowded):
    """As the claims of 60 and more exclude those of 130 and more only where a floor hints at a ceiling."""
    _, out, err = run(capsys, "conflicts", "--archive", crowded, "--reading", "hinted", "--kind", "counts")
    nothing = run(capsys, "conflicts", "--archive", crowded, "--kind", "terms")

    assert out.endswith(
        "\n\nShooting in the square: killed\n"
        "Counted, not listed: 80 conflicts under hinted, 74 of them certain; the widest\n"
        "stands for all.\n"
    )
    assert nothing == (0, "No conflicts found.\n", "")
    assert err == "shooting/killed: of 80 conflicts under hinted only the widest is listed\n"


def test_it_says_when_not_every_conflict_is_found(capsys, monkeypatch, small):
    monkeypatch.setattr(za.Archive, "conflicts_are_complete", False)

    _, out, err = run(capsys, "conflicts", "--archive", small, "--format", "json")

    assert json.loads(out)["complete"] is False
    assert err == "the search was cut short, so there can be more conflicts than these\n"


def test_json_has_the_revisions_beside_the_conflicts(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "killed", "--archive", small, "--format", "json")

    assert json.loads(out)["revisions"] == [
        {
            "id": "revised:agency2011ten/killed-hospital+agency2011ten/killed-later",
            "kind": "revised",
            "earlier": "agency2011ten/killed-hospital",
            "later": "agency2011ten/killed-later",
            "because": "it says later",
        }
    ]


GROWING = [claim(f"day-{n}", "killed", f"{n}", "ten people", f'as_of = "2011-12-{n:02}"') for n in range(1, 14)]


def test_of_many_revisions_of_one_number_the_first_are_listed_and_all_are_counted(capsys, tmp_path):
    crowded = write_archive(tmp_path, *GROWING)

    _, out, _ = run(capsys, "conflicts", "--archive", crowded, "--format", "json")

    told = json.loads(out)
    everything = za.load(crowded).revisions()
    assert [revision["id"] for revision in told["revisions"]] == [record(one)["id"] for one in everything[:10]]
    assert told["revision_counts"] == [
        {"event": "shooting", "property": "killed", "kind": "overtaken", "size": 12, "listed": 10}
    ]


def test_of_many_revisions_of_one_number_it_says_how_many_are_not_listed(capsys, tmp_path):
    crowded = write_archive(tmp_path, *GROWING)

    _, out, _ = run(capsys, "conflicts", "--archive", crowded)

    assert out.count("overtaken: ") == 10
    assert out.endswith("\n\nCounted, not listed: 2 more that are overtaken.\n")


def test_csv_has_one_flat_row_for_each_conflict(capsys, small):
    _, out, _ = run(capsys, "conflicts", "--of", "date", "--archive", small, "--format", "csv")

    assert list(csv.DictReader(io.StringIO(out))) == [
        {
            "id": "dates:agency2011ten/date+agency2011ten/date-officials",
            "rule": "dates",
            "kind": "conflict",
            "one_document": "true",
            "one_root": "false",
            "grade": "certain",
            "readings": "strict; hinted",
            "gap": "1",
            "dissolves_at_percent": "",
            "dissolves_at_days": "",
            "claims": "agency2011ten/date; agency2011ten/date-officials",
            "dispute": "shooting/date",
            "explanation": SATURDAY,
        }
    ]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_the_shipped_conflicts_fit_and_cut_no_key(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    claims = {claim for conflict in za.load().conflicts(grade="certain") for claim in conflict.claims}

    code, out, err = run(capsys, "conflicts")

    assert (code, err) == (0, "")
    assert {claim.source.key for claim in claims} <= set(out.split())
    assert max(map(len, out.splitlines())) <= max(int(columns), 80)


@pytest.mark.parametrize("event", ["zhanaozen-massacre-2011", "zhanaozen-shooting-2011"])
def test_the_event_asked_for_stands_first_and_long_chains_last(capsys, monkeypatch, event):
    monkeypatch.setenv("COLUMNS", "120")
    found = za.load().disputes(about=event, grade="certain")

    _, out, _ = run(capsys, "conflicts", event, "--grade", "certain")

    told = sorted(found, key=lambda dispute: out.index(f"{dispute.event}: {dispute.property}\n"))
    order = [(d.event.id != event, max(len(conflict.claims) for conflict in d.conflicts)) for d in told]
    assert order == sorted(order)
    assert len({*order}) > 1


def test_each_claim_is_cited_as_the_library_cites_it(capsys, monkeypatch, small):
    monkeypatch.setenv("COLUMNS", "120")
    claims = {claim for conflict in za.load(small).conflicts() for claim in conflict.claims}

    _, out, _ = run(capsys, "conflicts", "--archive", small)

    flat = " ".join(out.split())
    assert not [claim.id for claim in claims if cite(claim) not in flat]


def test_the_shipped_words_are_printed_whole(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    claims = {claim for conflict in za.load().conflicts(of=za.KILLED) for claim in conflict.claims}

    _, out, _ = run(capsys, "conflicts", "--of", "killed")

    flat = " ".join(out.split())
    assert not [claim.quote for claim in claims if claim.words and f"“{claim.quote}”" not in flat]


@settings(max_examples=30)
@given(archives(3, 8, DISPUTABLE))
def test_whatever_is_found_can_be_explained(made):
    for conflict in made.conflicts():
        lines = [*explained(made, conflict)]
        assert any(apart([conflict]) in line for line in lines[:-1])
        assert conflict.verify()
        assert lines[-1].startswith((PAIR if len(conflict.claims) == 2 else TOGETHER).partition(".")[0])
