"""Write a made-up archive of any size in the format of seeds/: `python benchmarks/generate.py FOLDER CLAIMS`.

Nothing in it is about anything: events, places and voices are numbered, figures are drawn by lot. The same
size gives the same bytes. A document has twenty claims; about ten of all speak of one property of one event.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PER_DOCUMENT = 20
PER_EVENT = 50
APART = 150  # code points from one quotation to the next
COUNTS = ("killed", "injured", "detained")


def archive(folder: Path, claims: int) -> None:
    """Write an archive of so many claims into a folder, which is made if it is not there."""
    random = Random(claims)
    documents, events = -(-claims // PER_DOCUMENT), -(-claims // PER_EVENT)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    shutil.copy(SEEDS / "readings.toml", folder)
    codebook, _, _ = (SEEDS / "codebook.toml").read_text(encoding="utf-8").partition("[[disjoint]]")  # names events
    tables = {
        "codebook": codebook,
        "archive": 'title = "Made up"\ndata_version = "2000.1"\nschema_version = 1\n',
        "events": "".join(f'[event-{n}]\nlabel = "Event {n}"\nkind = "protest"\n\n' for n in range(events)),
        "places": "".join(f'[place-{n}]\nnames = ["Place {n}"]\nkind = "town"\n\n' for n in range(events)),
        "agents": "".join(f'[agent-{n}]\nnames = ["Agent {n}"]\nkind = "body"\n\n' for n in range(documents)),
        "retired": "",
    }
    for name, text in tables.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")
    for number in range(documents):
        held = min(PER_DOCUMENT, claims - number * PER_DOCUMENT)
        text = "".join([head(number, held), *body(random, held, events)])
        (folder / "sources" / f"doc{number:06}.toml").write_text(text, encoding="utf-8", newline="\n")


def head(number: int, claims: int) -> str:
    """Give the tables of a document that come before its claims."""
    return f"""[source]
type = "article-newspaper"
title = "Document {number}"
voice = "agent-{number}"
issued = "2000-{1 + number % 12:02}"

[text]
file = "{number:06}.txt"
sha256 = "{hashlib.sha256(str(number).encode()).hexdigest()}"
length = {APART * (claims + 1)}
paragraphs = [0, {APART * claims // 2}]
"""


def body(random: Random, claims: int, events: int) -> Iterator[str]:
    """Give the claims of a document, one after the other."""
    for number in range(claims):
        event = random.randrange(events)
        property_, value, quote = random.choice((count, count, count, day, place))(random, event)
        start = APART * number
        yield f"""
[[claims]]
id = "claim-{number}"
event = "event-{event}"
property = "{property_}"
value = {value}
quote = "{quote}"
at = [{start}, {start + len(quote)}]
"""


def count(random: Random, _: int) -> tuple[str, str, str]:
    """Give a number, or a bound, of people, and words for it."""
    number = random.randint(1, 500)
    forms = (
        (str(number), f"{number} people"),
        (f"{{ at_least = {number} }}", f"at least {number} people"),
        (f"{{ at_most = {number} }}", f"up to {number} people"),
    )
    return random.choice(COUNTS), *random.choice(forms)


def day(random: Random, event: int) -> tuple[str, str, str]:
    """Give the day of an event, which is off by one in one claim of five, and words for it."""
    number = 1 + event % 27 + (random.random() < 1 / 5)
    return "date", f'"2000-01-{number:02}"', f"{number} January"


def place(_: Random, event: int) -> tuple[str, str, str]:
    """Give the place of an event and words for it."""
    return "place", f'"place-{event}"', f"in Place {event}"


if __name__ == "__main__":
    archive(Path(sys.argv[1]), int(sys.argv[2]))
