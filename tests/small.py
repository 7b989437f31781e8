"""A small archive about the moving of chairs, which uses every key of the format; nothing in it is about anything."""

from __future__ import annotations

import hashlib
from pathlib import Path

from zhanaozen_archive.errors import Problem

FILLER = "This sentence only fills the page. " * 40
REPORT = f"""Placeholder headline on twelve chairs

Twelve chairs were moved to the hall on Friday, an office said. At least 16 tables stood there, and more than 500 cups.
Fewer than 90 lamps, about 30 books, dozens of pens and 3 to 5 boxes came later, some time around May 2020.

The clerk told the office that the door was open for 20 days. The caretaker denies that it was open.
Visitors were asked to leave. {FILLER}

Comment: The door was shut, I saw it. It opened only … in June, said my neighbour.
"""
NOTE = f"""Ескерту 🪑: a placeholder note

The hall held twelve chairs, the report repeats. Now 14 chairs are there. {FILLER}
"""
TEXTS = {"report.txt": REPORT, "note.txt": NOTE}
"""The two texts, by the names of their files."""
Change = tuple[str, str, str]
"""A file, a stretch of it, and what to put in its place."""


def at(text: str, *words: str) -> str:
    """Where the words stand in a text, as a seed writes it."""
    places = [[start := text.index(w), start + len(w)] for w in words]
    return str(places[0] if len(places) == 1 else places)


def described(name: str) -> str:
    """The keys that describe a text."""
    digest = hashlib.sha256(TEXTS[name].encode()).hexdigest()
    return f'file = "{name}"\nsha256 = "{digest}"\nlength = {len(TEXTS[name])}'


ARCHIVE = """\
title = "Small archive"
data_version = "2020.5"
schema_version = 1
maintainers = "The keepers of the chairs"
"""
EVENTS = """\
[move-2020]
label = "Moving of the chairs"
kind = "move"

[door-2020]
label = "Opening of the door"
kind = "opening"
part_of = "move-2020"
"""
PLACES = """\
[town]
names = ["Town", "The Town"]
kind = "town"

[hall]
names = ["Hall"]
kind = "building"
within = "town"
"""
AGENTS = """\
[author]
names = ["Author of the report"]
kind = "unnamed"

[office]
names = ["Office", "an office"]
kind = "body"

[clerk]
names = ["Clara Clerk", "the clerk"]
kind = "person"
family = "Clerk"
given = "Clara"
within = "office"
sensitive = true

[desk]
names = ["Desk"]
kind = "body"
same_as = "office"
same_because = "Both names stand for one body."

[caretaker]
names = ["Caretaker"]
kind = "person"

[reader]
names = ["Reader"]
kind = "unnamed"

[nobody]
names = ["source not named"]
kind = "unknown"
"""
CODEBOOK = """\
[properties.moved]
kind = "count"
unit = "things"
definition = "Things that were moved."
cumulative = "What was moved stays moved."

[properties.date]
kind = "period"
definition = "When it was."

[properties.lasted]
kind = "duration"
definition = "How long it lasted."

[properties.state]
kind = "term"
vocabulary = "state"
definition = "How the door was."

[properties.place]
kind = "place"
definition = "Where it was."

[properties.mover]
kind = "agent"
definition = "Who did it."

[properties.followed]
kind = "event"
definition = "What it came after."

[properties.account]
kind = "text"
definition = "What else is said."

[vocabularies.state]
exclusive = "A door is open or shut."
terms = { open = "open", shut = "shut" }

[vocabularies.colour]
terms = { green = "green" }

[populations.things]
label = "things"

[populations.chairs]
label = "chairs"
within = "things"
"""
READINGS = """\
[strict]
label = "Strict"
because = "The weakest floor, no ceiling."

[strict.words]
"dozens" = { at_least = 12, because = "One dozen." }
many = { at_least = 2, because = "More than one." }

[plain]
label = "Plain"
because = "As ordinary English suggests."
"""
RETIRED = """\
[old-move]
because = "It was two events."
successors = ["move-2020", "door-2020"]

["report2020/gone"]
because = "Coded twice."
successors = ["report2020/chairs"]

[old2020]
because = "Never cited."
"""
DOCUMENT = f"""\
[source]
type = "article-newspaper"
voice = "author"
title = "Placeholder headline on twelve chairs"
authors = ["author"]
contributors = ["clerk"]
publisher = "Office"
container = "Placeholder Times"
genre = "Report"
number = "7"
url = "https://example.org/report"
issued = "2020-05~"
inferred = {{ issued = "the only month named", publisher = "an office speaks" }}
note = "Made up."

[text]
{described("report.txt")}
paragraphs = [{REPORT.index("Twelve")}, {REPORT.index("The clerk")}]

[[voices]]
key = "office2020said"
type = "document"
voice = "office"
at = {at(REPORT, "an office said")}

[[voices]]
key = "clerk2020told"
type = "document"
voice = "clerk"
part_of = "office2020said"

[[voices]]
key = "reader2020comment"
type = "post"
voice = "reader"
part_of = "report2020"
stands_alone = true
paragraphs = [{REPORT.index("Comment")}]

[[claims]]
id = "chairs"
event = "move-2020"
property = "moved"
value = 12
quote = "Twelve chairs"
at = {at(REPORT, "Twelve chairs")}
also_at = {at(REPORT, "twelve chairs")}
source = "office2020said"
verb = "claims"
population = "chairs"
place = "hall"
time = "2020-05"

[[claims]]
id = "tables"
event = "move-2020"
property = "moved"
value = {{ at_least = 16 }}
at = {at(REPORT, "At least 16 tables")}

[[claims]]
id = "cups"
event = "move-2020"
property = "moved"
value = {{ more_than = 500 }}
at = {at(REPORT, "more than 500 cups")}

[[claims]]
id = "lamps"
event = "move-2020"
property = "moved"
value = {{ less_than = 90 }}
at = {at(REPORT, "Fewer than 90 lamps")}

[[claims]]
id = "books"
event = "move-2020"
property = "moved"
value = {{ about = 30 }}
at = {at(REPORT, "about 30 books")}

[[claims]]
id = "pens"
event = "move-2020"
property = "moved"
value = {{ vague = "dozens" }}
quote = "dozens"
at = {at(REPORT, "dozens")}

[[claims]]
id = "boxes"
event = "move-2020"
property = "moved"
value = {{ at_least = 3, at_most = 5 }}
at = {at(REPORT, "3 to 5 boxes")}

[[claims]]
id = "moved-to"
event = "move-2020"
property = "place"
value = "hall"
at = {at(REPORT, "to the hall")}

[[claims]]
id = "month"
event = "move-2020"
property = "date"
value = "2020-05~"
at = {at(REPORT, "May 2020")}
inferred = "no day is named"
note = "Some time around."

[[claims]]
id = "open-for"
event = "door-2020"
property = "lasted"
value = {{ days = 20 }}
quote = "20 days"
at = {at(REPORT, "20 days")}
source = "clerk2020told"

[[claims]]
id = "not-open"
event = "door-2020"
property = "state"
value = "open"
at = {at(REPORT, "denies that it was open")}
attribution = [
    {{ agent = "nobody", verb = "reports" }},
    {{ agent = "caretaker", verb = "denies", at = {at(REPORT, "The caretaker")} }},
]
polarity = "denied"

[[claims]]
id = "leave"
event = "door-2020"
property = "account"
value = "Visitors were to leave."
at = {at(REPORT, "Visitors were asked to leave")}
modality = "requested"

[[claims]]
id = "shut"
event = "door-2020"
property = "state"
value = "shut"
at = {at(REPORT, "The door was shut")}
source = "reader2020comment"
about_claim = "open-for"
stance = "disputes"

[[claims]]
id = "june"
event = "door-2020"
property = "date"
value = "2020-06"
quote = ["It opened only", "in June"]
at = {at(REPORT, "It opened only", "in June")}
also_at = {at(REPORT, "in June", "said my")}
source = "reader2020comment"
"""
OTHER = f"""\
[source]
type = "document"
voice = "nobody"

[text]
{described("note.txt")}

[[claims]]
id = "chairs-again"
event = "move-2020"
property = "moved"
value = 12
at = {at(NOTE, "twelve chairs")}
repeats = "report2020/chairs"

[[claims]]
id = "chairs-now"
event = "move-2020"
property = "moved"
value = 14
at = {at(NOTE, "14 chairs")}
as_of = "2020-06"
as_of_inferred = "later than the report"
supersedes = ["chairs-again", "report2020/chairs"]
supersedes_because = "The words say 'now'."

[[claims]]
id = "moved-by"
event = "door-2020"
property = "mover"
value = "desk"
at = {at(NOTE, "The hall")}

[[claims]]
id = "after"
event = "door-2020"
property = "followed"
value = "move-2020"
at = {at(NOTE, "the report repeats")}
"""
FILES = {
    "agents.toml": AGENTS,
    "archive.toml": ARCHIVE,
    "codebook.toml": CODEBOOK,
    "events.toml": EVENTS,
    "places.toml": PLACES,
    "readings.toml": READINGS,
    "retired.toml": RETIRED,
    "sources/note2020.toml": OTHER,
    "sources/report2020.toml": DOCUMENT,
}
"""The archive, by the paths of its files."""


def changed(*changes: Change) -> dict[str, str]:
    """The files with something else in the place of a stretch that stands in its file just once."""
    files = dict(FILES)
    for file, old, new in changes:
        assert files[file].count(old) == 1, f"{old!r} stands {files[file].count(old)} times in {file}"
        files[file] = files[file].replace(old, new)
    return files


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the archive into a folder, which is given back."""
    for file, text in (FILES if files is None else files).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(text.encode())
    return folder


def write_texts(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """Write the texts into a folder, which is given back."""
    return write(folder, TEXTS if texts is None else texts)


def line(file: str, stretch: str) -> int:
    """The line of a stretch that stands in a file just once."""
    assert FILES[file].count(stretch) == 1
    return FILES[file][: FILES[file].index(stretch)].count("\n") + 1


def words(problem: Problem) -> str:
    """Give the line of a problem without its code."""
    return str(problem).removesuffix(f" [{problem.code}]")
