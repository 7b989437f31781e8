"""A small archive in a folder, for tests of the command: an agency's article with a statement and a comment."""

import hashlib
from pathlib import Path

from zhanaozen_archive._command import main

TEXT = """Ten Killed

In the town's square ten people were killed on Friday, the agency's desk writes from the place.

Officials said at least 16 workers had died by Saturday. They denied that anyone was armed.

The hospital counted up to 70, and later a hundred; the union demanded an inquiry into all of it.

A reader, two days later: nobody knows what the number is, and nobody will be told for many years to come.
"""

SHARED = {
    "archive.toml": 'title = "Small"\ndata_version = "2026.11"\nschema_version = 1',
    "agents.toml": """
[agency]
names = ["The Agency", "Agency"]
kind = "body"
[desk]
names = ["its desk"]
kind = "body"
within = "agency"
[officials]
names = ["officials"]
kind = "unnamed"
same_as = "government"
same_because = "the government speaks through them"
[government]
names = ["the government"]
kind = "body"
[reader]
names = ["A Reader"]
kind = "person"
sensitive = true
[hospital]
names = ["the hospital"]
kind = "body"
""",
    "places.toml": """
[region]
names = ["Region"]
kind = "region"
[town]
names = ["Town", "Gorod"]
kind = "town"
within = "region"
[square]
names = ["the square"]
kind = "square"
within = "town"
""",
    "events.toml": """
[unrest]
label = "Unrest in the region"
kind = "unrest"
[shooting]
label = "Shooting in the square"
kind = "shooting"
part_of = "unrest"
[inquiry]
label = "Inquiry"
kind = "inquiry"
""",
    "codebook.toml": """
[properties.killed]
kind = "count"
definition = "People who lost their lives."
unit = "people"
cumulative = "Nobody comes back."
[properties.injured]
kind = "count"
definition = "People hurt."
parts = "Whoever was hurt in a part was hurt in the whole."
[properties.date]
kind = "period"
role = "date"
definition = "When it was."
[properties.weekday]
kind = "term"
role = "weekday"
definition = "On which day of the week it was."
vocabulary = "weekday"
[properties.duration]
kind = "duration"
role = "duration"
definition = "How long it lasted."
[properties.sentence]
kind = "duration"
definition = "How long a term was."
[properties.followed]
kind = "event"
role = "after"
definition = "What it came after."
[properties.start]
kind = "period"
definition = "When it began."
[properties.end]
kind = "period"
definition = "When it ended."
[properties.armament]
kind = "term"
definition = "Whether they were armed."
vocabulary = "arms"
[properties.account]
kind = "text"
definition = "What fits nothing else."
[properties.place]
kind = "place"
role = "place"
definition = "Where it was."
[properties.same-place]
kind = "event"
role = "same-place"
definition = "What was where it was."
[vocabularies.arms]
exclusive = "Nobody is both."
[vocabularies.arms.terms]
armed = "armed"
unarmed = "unarmed"
[vocabularies.weekday.terms]
friday = "Friday"
saturday = "Saturday"
[populations.people]
label = "people"
[populations.workers]
label = "workers"
within = "people"
[populations.police]
label = "the police"
within = "people"
[[disjoint]]
populations = ["workers", "police"]
because = "Nobody is both."
""",
    "readings.toml": """
[strict]
label = "strict"
because = "The weakest."
[hinted]
label = "hinted"
because = "At least N is not said of twice N."
floors = { times = 2, because = "More would have been said." }
""",
    "retired.toml": """
["agency2011ten/ten"]
because = "it was two claims"
successors = ["agency2011ten/killed-desk"]
""",
}


def place(words: str) -> str:
    """Give where the words stand in the text, as TOML."""
    start = TEXT.index(words)
    return f"[{start}, {start + len(words)}]"


def claim(id_: str, prop: str, value: str, words: str, *more: str, event: str = "shooting", quote: bool = True) -> str:
    """Write a claim of the article as TOML."""
    quoted = [f'quote = "{words}"'] if quote else []
    what = [f'id = "{id_}"', f'event = "{event}"', f'property = "{prop}"', f"value = {value}", f"at = {place(words)}"]
    return "\n".join(["[[claims]]", *what, *quoted, *more, ""])


STATEMENT, COMMENT, HOSPITAL = 'source = "officials2011"', 'source = "reader2011comment"', 'source = "hospital2011"'

CLAIMS = (
    claim(
        "killed-desk",
        "killed",
        "10",
        "ten people",
        f"also_at = {place('Ten Killed')}",
        'as_of = "2011-12-16"',
        'as_of_inferred = "the day it writes of"',
        'note = "the headline says it too"',
    ),
    claim("date", "date", '"2011-12-16"', "Friday", 'inferred = "the Friday of that week"'),
    claim("where", "place", '"square"', "square", quote=False),
    claim("killed-officials", "killed", "{ at_least = 16 }", "at least 16", STATEMENT),
    claim("killed-workers", "killed", "{ at_least = 16 }", "16 workers", STATEMENT, 'population = "workers"'),
    claim("date-officials", "date", '"2011-12-17"', "Saturday", STATEMENT, 'as_of = "2011-12-17"', 'verb = "claims"'),
    claim("unarmed", "armament", '"armed"', "denied that anyone was armed", STATEMENT, 'polarity = "denied"'),
    claim("killed-hospital", "killed", "{ at_least = 11, at_most = 70 }", "up to 70", HOSPITAL, quote=False),
    claim(
        "killed-later",
        "killed",
        "100",
        "a hundred",
        HOSPITAL,
        'supersedes = ["killed-hospital"]',
        'supersedes_because = "it says later"',
    ),
    claim("inquiry", "account", '"There is an inquiry."', "an inquiry", 'modality = "demanded"', event="inquiry"),
    claim(
        "doubt",
        "account",
        '"The number is not known."',
        "nobody knows",
        COMMENT,
        'about_claim = "killed-desk"',
        'stance = "doubts"',
    ),
    claim("passed-on", "start", '"2011-12-16"', "two days later", COMMENT, 'repeats = "date"', quote=False),
    claim("armed", "armament", '"armed"', "told for many years", COMMENT, quote=False),
    claim("narrow", "killed", "9", "number", COMMENT, 'place = "square"', 'population = "workers"', quote=False),
)

SOURCE = f"""
[source]
type = "article-newspaper"
title = "Ten Killed"
voice = "desk"
authors = ["reader"]
contributors = ["hospital"]
publisher = "The Agency"
number = "7"
url = "https://example.org/ten"
issued = "2011-12-18~"
inferred = {{ issued = "two days after the last day named" }}
note = "coded whole"

[text]
file = "article.txt"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
length = {len(TEXT)}
paragraphs = [{TEXT.index("In the")}, {TEXT.index("Officials")}, {TEXT.index("The hospital")}]

[[voices]]
key = "officials2011"
type = "speech"
voice = "officials"
issued = "2011-12-17"
at = {place("Officials said")}

[[voices]]
key = "hospital2011"
type = "document"
voice = "hospital"
container = "Annals"

[[voices]]
key = "reader2011comment"
type = "post"
genre = "Comment"
voice = "reader"
stands_alone = true
"""


def write_archive(folder: Path, *claims: str) -> Path:
    """Write the archive into a folder, with these claims or its own, and its text beside it; give the folder."""
    seeds = folder / "seeds"
    (seeds / "sources").mkdir(parents=True)
    for name, content in SHARED.items():
        (seeds / name).write_text("" if claims and name == "retired.toml" else content, "utf-8")
    (seeds / "sources" / "agency2011ten.toml").write_text("\n".join([SOURCE, *(claims or CLAIMS)]), "utf-8")
    (folder / "texts").mkdir()
    (folder / "texts" / "article.txt").write_bytes(TEXT.encode())
    return seeds


def run(capsys, *argv: object) -> tuple[int, str, str]:
    """Run the command in this process; give its exit code, what it printed and what it said."""
    capsys.readouterr()
    code = main([str(arg) for arg in argv])
    printed = capsys.readouterr()
    return code, printed.out, printed.err
