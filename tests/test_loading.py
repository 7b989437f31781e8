"""A small archive that uses every key of the format loads to just what its files say."""

import gc
import json
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests import small
from zhanaozen_archive import Count, Duration, Inference, Period, Scope, Span, Step, Text
from zhanaozen_archive._loading import locate, snapshot
from zhanaozen_archive.errors import ArchiveError


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return za.load(small.write(tmp_path_factory.mktemp("small")))


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def test_archive(archive):
    assert repr(archive) == "<Archive 2020.5: 2 documents, 3 voices, 2 events, 18 claims>"
    assert (archive.title, archive.data_version) == ("Small archive", "2020.5")
    assert archive.maintainers == "The keepers of the chairs"


def test_folder_can_be_given_as_text_and_has_no_problems(tmp_path, archive):
    folder = small.write(tmp_path)

    assert za.load(str(folder)) == archive
    assert za.problems(str(folder)) == ()


def test_events(archive):
    move, door = archive.event("move-2020"), archive.event("door-2020")

    assert move == za.Event("move-2020", "Moving of the chairs", "move")
    assert door == za.Event("door-2020", "Opening of the door", "opening", move)


def test_places(archive):
    town = za.Place("town", ("Town", "The Town"), "town")

    assert archive.places() == (za.Place("hall", ("Hall",), "building", town), town)
    assert archive.place("the town") == town


def test_agents(archive):
    office = za.Agent("office", ("Office", "an office"), "body")

    assert archive.agent("clerk") == za.Agent(
        "clerk", ("Clara Clerk", "the clerk"), "person", "Clerk", "Clara", within=office, sensitive=True
    )
    assert archive.agent("desk") == za.Agent(
        "desk", ("Desk",), "body", same_as=office, same_because="Both names stand for one body."
    )


def test_codebook(archive):
    moved, state = (d for d in archive.codebook.definitions if d.property.id in ("moved", "state"))
    green, states = archive.codebook.vocabularies
    chairs, things = archive.codebook.populations

    assert moved == za.Definition(
        za.Property("moved", Count), "Things that were moved.", "things", None, "What was moved stays moved."
    )
    assert state.vocabulary == states
    assert states == za.Vocabulary(
        "state",
        (za.Term("state", "open", "open"), za.Term("state", "shut", "shut")),
        "A door is open or shut.",
    )
    assert green == za.Vocabulary("colour", (za.Term("colour", "green", "green"),))
    assert chairs == za.Population("chairs", "chairs", things)


def test_readings(archive):
    dozens, many = za.Wording("dozens", 12, "One dozen."), za.Wording("many", 2, "More than one.")

    assert archive.readings == (
        za.Reading("strict", "Strict", "The weakest floor, no ceiling.", (dozens, many)),
        za.Reading("plain", "Plain", "As ordinary English suggests.", (dozens, many)),
    )


def test_retired_ids(archive):
    assert archive.retired == (
        za.Retired("old-move", "It was two events.", ("move-2020", "door-2020")),
        za.Retired("old2020", "Never cited."),
        za.Retired("report2020/gone", "Coded twice.", ("report2020/chairs",)),
    )


def test_document(archive):
    text = small.REPORT

    assert archive.source("report2020") == za.Source(
        key="report2020",
        csl_type="article-newspaper",
        voice=archive.agent("author"),
        title="Placeholder headline on twelve chairs",
        authors=(archive.agent("author"),),
        contributors=(archive.agent("clerk"),),
        publisher="Office",
        container="Placeholder Times",
        genre="Report",
        number="7",
        url="https://example.org/report",
        issued=Period.parse("2020-05~"),
        inferred=(Inference("issued", "the only month named"), Inference("publisher", "an office speaks")),
        original=za.Original("report.txt", sha256(text.encode()).hexdigest(), len(text)),
        paragraphs=(text.index("Twelve"), text.index("The clerk")),
        note="Made up.",
    )


def test_document_of_which_little_is_known(archive):
    note, text = archive.source("note2020"), small.NOTE
    original = za.Original("note.txt", sha256(text.encode()).hexdigest(), len(text))

    assert note == za.Source("note2020", "document", archive.agent("nobody"), original=original)
    assert len(text) < len(text.encode())


def test_voices_stand_in_documents_and_in_one_another(archive):
    report, office = archive.source("report2020"), archive.source("office2020said")

    assert office == za.Source(
        "office2020said",
        "document",
        archive.agent("office"),
        part_of=report,
        at=(span(small.REPORT, "an office said"),),
    )
    assert archive.source("clerk2020told").path == (report, office, archive.source("clerk2020told"))
    assert [source.key for source in archive.sources()] == [
        "note2020",
        "report2020",
        "clerk2020told",
        "office2020said",
        "reader2020comment",
    ]


def test_voice_that_stands_alone(archive):
    comment = archive.source("reader2020comment")

    assert comment.stands_alone
    assert comment.part_of == archive.source("report2020")
    assert comment.paragraphs == (small.REPORT.index("Comment"),)


def test_claim(archive):
    office = archive.source("office2020said")
    twelve = za.Claim(
        id="report2020/chairs",
        event=archive.event("move-2020"),
        property=archive.property("moved"),
        value=Count.exactly(12),
        source=office,
        at=(span(small.REPORT, "Twelve chairs"),),
        attribution=(Step(archive.agent("author"), "reports"), Step(archive.agent("office"), "claims")),
        words=("Twelve chairs",),
        also_at=(span(small.REPORT, "twelve chairs"),),
        scope=Scope(archive.place("hall"), archive.codebook.populations[0], Period.parse("2020-05")),
    )

    assert archive.claim("report2020/chairs") == twelve


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("report2020/chairs", Count(12, 12)),
        ("report2020/tables", Count(16)),
        ("report2020/cups", Count(501)),
        ("report2020/lamps", Count(0, 89)),
        ("report2020/books", Count(about=30)),
        ("report2020/pens", Count(12, word="dozens")),
        ("report2020/boxes", Count(3, 5)),
        ("report2020/month", Period.parse("2020-05~")),
        ("report2020/open-for", Duration(Count.exactly(20), "days")),
        ("report2020/shut", za.Term("state", "shut", "shut")),
        ("report2020/leave", Text("Visitors were to leave.")),
    ],
)
def test_values(archive, name, value):
    assert archive.claim(name).value == value


def test_values_that_are_records_of_the_archive(archive):
    assert archive.claim("report2020/moved-to").value == archive.place("hall")
    assert archive.claim("note2020/moved-by").value == archive.agent("desk")
    assert archive.claim("note2020/after").value == archive.event("move-2020")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{ hours = 3 }", Duration(Count.exactly(3), "hours")),
        ('{ weeks = { vague = "many" } }', Duration(Count(2, word="many"), "weeks")),
        ("{ months = { at_least = 2, at_most = 3 } }", Duration(Count(2, 3), "months")),
        ("{ years = { about = 6 } }", Duration(Count(about=6), "years")),
    ],
)
def test_durations(tmp_path, written, value):
    files = small.changed(("sources/report2020.toml", "value = { days = 20 }", f"value = {written}"))

    assert za.load(small.write(tmp_path, files)).claim("report2020/open-for").value == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", Count.exactly(0)),
        ("9007199254740991", Count.exactly(2**53 - 1)),
        ("{ more_than = 0 }", Count(1)),
        ("{ less_than = 1 }", Count(0, 0)),
        ("{ at_least = 10, less_than = 20, about = 15 }", Count(10, 19, 15)),
    ],
)
def test_counts(tmp_path, written, value):
    files = small.changed(("sources/report2020.toml", "value = { about = 30 }", f"value = {written}"))

    assert za.load(small.write(tmp_path, files)).claim("report2020/books").value == value


def attribution(claim):
    return [f"{step.agent.id} {step.verb}" for step in claim.attribution]


def test_attribution_runs_from_the_document_to_the_root(archive):
    assert attribution(archive.claim("report2020/tables")) == ["author states"]
    assert attribution(archive.claim("report2020/open-for")) == ["author reports", "office reports", "clerk states"]
    assert archive.claim("report2020/open-for").root == archive.agent("clerk")


def test_attribution_beyond_the_voice_of_the_source(archive):
    claim = archive.claim("report2020/not-open")

    assert attribution(claim) == ["author reports", "nobody reports", "caretaker denies"]
    assert [step.at for step in claim.attribution] == [(), (), (span(small.REPORT, "The caretaker"),)]


def test_nobody_reports_a_voice_that_stands_alone(archive):
    assert attribution(archive.claim("report2020/shut")) == ["reader states"]


def test_scope_is_narrowed_by_words_alone(archive):
    assert archive.claim("report2020/tables").scope == Scope()


def test_places_of_broken_words(archive):
    claim = archive.claim("report2020/june")

    assert claim.words == ("It opened only", "in June")
    assert claim.at == (span(small.REPORT, "It opened only"), span(small.REPORT, "in June"))
    assert claim.also_at == (span(small.REPORT, "in June"), span(small.REPORT, "said my"))


def test_place_without_words(archive):
    claim = archive.claim("report2020/tables")

    assert (claim.words, claim.quote) == ((), None)
    assert claim.at == (span(small.REPORT, "At least 16 tables"),)


def test_time_at_which_a_value_held(archive):
    claim = archive.claim("note2020/chairs-now")

    assert (claim.as_of, claim.as_of_inferred) == (Period.parse("2020-06"), "later than the report")


def test_claims_that_speak_of_claims(archive):
    now, again = archive.claim("note2020/chairs-now"), archive.claim("note2020/chairs-again")
    shut = archive.claim("report2020/shut")

    assert now.supersedes == ("note2020/chairs-again", "report2020/chairs")
    assert now.supersedes_because == "The words say 'now'."
    assert again.repeats == "report2020/chairs"
    assert (shut.about_claim, shut.stance) == ("report2020/open-for", "disputes")


def test_polarity_and_modality(archive):
    claims = [archive.claim(f"report2020/{name}") for name in ("not-open", "leave", "tables")]

    assert [c.polarity for c in claims] == ["denied", "asserted", "asserted"]
    assert [c.modality for c in claims] == ["asserted", "requested", "asserted"]


def test_reason_and_note(archive):
    claim = archive.claim("report2020/month")

    assert (claim.inferred, claim.note) == ("no day is named", "Some time around.")


def test_claims_stand_in_the_order_of_the_text(archive):
    for document in ("note2020", "report2020"):
        starts = [claim.at[0].start for claim in archive.claims(via=document)]
        assert starts == sorted(starts)


def test_files_beside_the_documents_can_be_left_out(tmp_path):
    files = {"archive.toml": small.ARCHIVE}
    (tmp_path / "sources").mkdir()

    assert repr(za.load(small.write(tmp_path, files))) == "<Archive 2020.5: 0 documents, 0 voices, 0 events, 0 claims>"


def test_what_is_no_record_is_left_alone(tmp_path, archive):
    small.write(tmp_path)
    strays = ("report.txt", "sources/report.txt", "README.md", "sources/.#note2020.toml", ".cache/old.toml", "a.toml~")
    small.write(tmp_path, dict.fromkeys(strays, "not = read = at all"))

    assert za.load(tmp_path) == archive


def test_shipped_archive_is_loaded_where_nothing_is_named():
    archive, named = za.load(), za.load(locate.packaged_seeds())

    assert archive == named
    assert archive.digest == named.digest
    assert za.problems(locate.packaged_seeds()) == ()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A folder that the library takes for the one it is installed in."""
    for room in (locate, snapshot):
        monkeypatch.setattr(room, "__file__", str(tmp_path / "package" / "_loading" / "room.py"))
    return tmp_path / "package"


def test_snapshot_is_read_in_place_of_the_shipped_files(package, archive):
    parsed = {file: tomllib.loads(text) for file, text in small.FILES.items()}
    small.write(package / "seeds", {"archive.toml": "not read", "snapshot.json": json.dumps(parsed)})

    assert za.load() == archive


def test_snapshot_of_the_shipped_files_says_what_they_say(package):
    """A snapshot is taken at its word; it must be read as its files are, whatever they hold."""
    seeds = Path(__file__).resolve().parents[1] / "seeds"
    parsed = {
        path.relative_to(seeds).as_posix(): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in seeds.rglob("*.toml")
    }
    small.write(package / "seeds", {"snapshot.json": json.dumps(parsed)})

    assert za.load().digest == za.load(seeds).digest


def test_installation_without_its_archive(package):
    assert not package.exists()

    with pytest.raises(ArchiveError, match=r"^this installation has no seeds; reinstall zhanaozen-archive$"):
        za.load()


@pytest.mark.parametrize("on", [True, False])
def test_garbage_collector_is_left_as_it_was(tmp_path, on):
    small.write(tmp_path)
    (gc.enable if on else gc.disable)()
    try:
        za.load(tmp_path)
        assert gc.isenabled() is on
    finally:
        gc.enable()
