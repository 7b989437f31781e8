"""Archives as JSON Lines: reading, memory and look-ups, to the parsers and readers that a user would reach for.

Each time is the CPU time of a fresh process less that of one which only imports, so that nothing that another left
behind weighs on it; the programs take turns, and the median counts.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median

from processes import python
from search import Row, powers

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PER_DOCUMENT, PER_EVENT, APART = 100, 50, 150
LOAD = "import zhanaozen_archive as za\nfrom zhanaozen_archive._loading import jsonl\nheld = za.load({!r})"
PARSE = "import json\nfor line in open({!r}, encoding='utf-8'): json.loads(line)"
KEEP = "import json\nheld = [json.loads(line) for line in open({!r}, encoding='utf-8')]"
PANDAS = "import pandas\nheld = pandas.read_json({!r}, lines=True)"
DUCKDB = (
    "import duckdb\nduckdb.execute('SET threads = 1')\n"
    "held = duckdb.execute(\"CREATE TABLE lines AS FROM read_ndjson('{}', maximum_object_size = 100000000)\")"
)
PYDANTIC = """
from typing import Annotated, Literal, Union
from pydantic import BaseModel, Field, TypeAdapter
class Count(BaseModel):
    type: Literal["count"]; low: int; high: int | None; about: int | None; word: str | None
class Period(BaseModel):
    type: Literal["period"]; edtf: str; earliest: str | None; latest: str | None
class Place(BaseModel):
    type: Literal["place"]; place: str
class Text(BaseModel):
    file: str; start: int; end: int; spans: list[tuple[int, int]]; also_at: list[tuple[int, int]]; paragraph: int | None
class Step(BaseModel):
    agent: str; verb: str; at: list[tuple[int, int]]
class Scope(BaseModel):
    place: str | None; population: str | None; time: str | None
class Claim(BaseModel):
    record: Literal["claim"]; id: str; event: str; property: str
    value: Annotated[Union[Count, Period, Place], Field(discriminator="type")]
    quote: str | None; text: Text; source: str; document: str; attribution: list[Step]; scope: Scope
    as_of: str | None; as_of_inferred: str | None
    polarity: Literal["asserted", "denied"]
    modality: Literal["asserted", "possible", "demanded", "predicted", "requested", "intended"]
    supersedes: list[str]; supersedes_because: str | None; repeats: str | None; about_claim: str | None
    stance: Literal["endorses", "disputes", "doubts"] | None; inferred: str | None; note: str | None
read = Claim.model_validate_json
held = [read(line) for line in open({!r}, "rb") if line.startswith(b'{{"record": "claim"')]
"""
MEMORY = """
import resource
{}
from pathlib import Path
def kept():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
za.load({!r})
before = kept()
resource_peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
held = za.load({!r})
print(kept() - before, resource_peak() - before)
"""
LOOK_UP = """
import json, sys
from time import process_time
import zhanaozen_archive as za
held = za.load({!r})
asked = [held.event(f"event-{{n * 7 % len(held.events())}}") for n in range(2000)]
held.claims(about=asked[0], of=za.KILLED)
start = process_time()
for event in asked:
    held.claims(about=event, of=za.KILLED)
print((process_time() - start) / len(asked) * 1e6)
"""


def write(path: Path, claims: int) -> None:
    """Write a made-up archive of so many claims; the same number gives the same lines."""
    import zhanaozen_archive as za

    shipped = za.load(SEEDS)
    documents, events = -(-claims // PER_DOCUMENT), max(1, claims // PER_EVENT)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in za.export(shipped, "jsonl"):
            record = json.loads(line)
            if record["record"] == "archive":
                file.write(json.dumps({**record, "claims": claims}) + "\n")
            elif record["record"] in ("property", "vocabulary", "population", "reading"):
                file.write(line)
        for record in shared(documents, events):
            file.write(json.dumps(record) + "\n")
        random = Random(claims)
        for number in range(claims):
            file.write(json.dumps(claim(random, number, events)) + "\n")


def shared(documents: int, events: int) -> Iterator[dict[str, object]]:
    """Give what the claims refer to."""
    yield {"record": "agent", "id": "desk", "names": ["The desk"], "kind": "body"}
    for n in range(50):
        yield {"record": "place", "id": f"place-{n}", "names": [f"Place {n}"], "kind": "town"}
    for n in range(events):
        yield {"record": "event", "id": f"event-{n}", "label": f"Event {n}", "kind": "protest"}
    for n in range(documents):
        text = {"file": f"{n}.txt", "sha256": sha256(b"%d" % n).hexdigest(), "length": APART * (PER_DOCUMENT + 1)}
        source = {"key": f"doc{n:07}", "type": "article-newspaper", "voice": "desk", "text": text}
        yield {"record": "source", **source, "document": f"doc{n:07}", "title": f"Document {n}", "issued": "2000"}


def claim(random: Random, number: int, events: int) -> dict[str, object]:
    """Give a claim in the form in which an export writes it."""
    document, place = divmod(number, PER_DOCUMENT)
    event, start = random.randrange(events), APART * place
    n, kind = random.randint(1, 500), random.randrange(5)
    value: dict[str, object] = {"type": "count", "low": n, "high": n, "about": None, "word": None}
    of, quote = random.choice(("killed", "injured", "detained")), f"{n} people"
    if kind == 0:
        day = f"2000-{1 + event % 12:02}-{1 + n % 28:02}"
        of, quote, value = "date", day, {"type": "period", "edtf": day, "earliest": day, "latest": day}
    elif kind == 1:
        of, quote, value = "place", f"in Place {n % 50}", {"type": "place", "place": f"place-{n % 50}"}
    end, key = start + len(quote), f"doc{document:07}"
    stands = {"file": f"{document}.txt", "start": start, "end": end, "spans": [[start, end]], "also_at": []}
    nothing = dict.fromkeys(("supersedes_because", "repeats", "about_claim", "stance", "inferred", "note"))
    return {
        "record": "claim",
        "id": f"{key}/claim-{place}",
        "event": f"event-{event}",
        "property": of,
        "value": value,
        "quote": quote,
        "text": {**stands, "paragraph": None},
        "source": key,
        "document": key,
        "attribution": [{"agent": "desk", "verb": "states", "at": []}],
        "scope": {"place": None, "population": None, "time": None},
        "as_of": None,
        "as_of_inferred": None,
        "polarity": "asserted",
        "modality": "asserted",
        "supersedes": [],
        **nothing,
    }


def rows(sizes: list[int]) -> Iterator[Row]:
    """Give what reading costs at each size, and at the largest what it costs to peers."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.jsonl" for size in sizes}
        for size, path in paths.items():
            write(path, size)
        times = {}
        for size, path in paths.items():
            programs = {"load": LOAD, "json": PARSE}
            if size == sizes[-1]:
                programs |= peers()
            took = in_turns({name: code.format(str(path)) for name, code in programs.items()}, 3 if size < 10**6 else 1)
            times[size] = took["load"]
            yield from beside(size, took)
        yield from powers("reading lines", times, "at most 1.05 from 10,000 on")
        yield from memory(sizes[-1], paths[sizes[0]], paths[sizes[-1]])
        yield from look_ups(paths)


def peers() -> dict[str, str]:
    """Give the programs of the peers that are installed."""
    others = {"pydantic": PYDANTIC, "pandas": PANDAS, "duckdb": DUCKDB}
    return {"json, kept": KEEP} | {name: code for name, code in others.items() if find_spec(name)}


def in_turns(programs: dict[str, str], rounds: int) -> dict[str, float]:
    """Give the median CPU time of each program, less what its imports cost."""
    bare = {name: python(code.partition("\nheld")[0].partition("\nfor")[0]) for name, code in programs.items()}
    runs = [{name: python(code) for name, code in programs.items()} for _ in range(rounds)]
    return {name: median(run[name] for run in runs) - bare[name] for name in programs}


def beside(size: int, took: dict[str, float]) -> Iterator[Row]:
    """Give one figure to a line: the time of loading to that of each other."""
    goals = {"json": "at most 2.2 x at a million", "pydantic": "at most 0.5 x at a million"}
    for name in took.keys() - {"load"}:
        told = f"{took['load'] / took[name]:.2f} x ({took['load'] / size * 1e6:.1f} µs a claim)"
        yield f"load, {size:,} claims, to {name}", told, goals.get(name, "")


def memory(size: int, small: Path, large: Path) -> Iterator[Row]:
    """Give what an archive keeps, and what loading takes at its peak."""
    code = MEMORY.format(LOAD.partition("\nheld")[0], str(small), str(large))
    kept, peak = (int(n) / size for n in output(code).split())
    yield f"memory of {size:,} claims", f"{kept:.0f} B a claim", "at most 260 B"
    yield "memory of loading at its peak", f"{peak / kept:.2f} x what is kept", "at most 1.1 x"


def look_ups(paths: dict[int, Path]) -> Iterator[Row]:
    """Give what it costs to ask for one property of one event."""
    for size, path in paths.items():
        yield f"one question of {size:,} claims", f"{float(output(LOOK_UP.format(str(path)))):.1f} µs", "flat"


def output(code: str) -> str:
    """Give what a fresh interpreter prints that runs the code."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
