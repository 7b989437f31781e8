"""What is fuzzed: each target takes any bytes, and fails where something comes out that is not documented."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, get_args

import attrs

import zhanaozen_archive as za
from tests import small, small_styles
from zhanaozen_archive._exporting import TextFormat
from zhanaozen_archive._loading.anchoring import toml
from zhanaozen_archive._model.period import Verdict
from zhanaozen_archive.errors import ArchiveError, CitationError, Code, InvalidArchive, InvalidPeriod, TextMismatch

Target = Callable[[bytes], None]
FILES = (*small.FILES,)
LONGEST_LINE = 10_000
"""Characters of a problem; a folder of bytes has no reason to be told more."""


@cache
def _room() -> Path:
    """A folder of this process for archives, texts and wheels; it goes when the process ends."""
    made = tempfile.TemporaryDirectory(prefix="zhanaozen-fuzzing-")
    _KEPT.append(made)
    return Path(made.name)


_KEPT: list[Any] = []


@cache
def _base() -> za.Archive:
    return za.load(small.write(_room() / "base"))


def folder(data: bytes) -> None:
    """One file of a small archive is replaced: the first byte says which, the others are what it holds."""
    file = FILES[data[0] % len(FILES)] if data else FILES[0]
    folder = _without(file)
    (folder / file).write_bytes(data[1:])
    _is_whole_or_told(folder)


VALUES = (
    *("-1", "0", "10", "99999999999999999999", "1e999", "nan", "true", "1979-05-27", "07:32:00", "[]", "[[]]", "{}"),
    *('""', '"   "', '"a"', '"hall"', '"2020-05/.."', '"{2020,2021..}"', "[0, 10]", "[10, 0]", "[[0, 9], [5, 7]]"),
    *(
        "{ at_least = 5, at_most = 3 }",
        '{ vague = "dozens" }',
        "{ days = 0 }",
        "{ about = 10 }",
        '["a", "a"]',
        '[[""]]',
    ),
    *('"\\u202e"', '"chairs"', '"report2020/chairs"', '["chairs", "tables"]', '"office2020said"', '"weekday"', '"sum"'),
)
"""What else a key could have: of another type, out of range, or of another key."""


def edits(data: bytes) -> None:
    """A small archive with some lines taken out, doubled, moved, or given another value: three bytes for each edit."""
    files = {file: text.splitlines() for file, text in small.FILES.items()}
    for where, how, what in zip(*[iter(data[:60])] * 3, strict=False):
        lines = files[FILES[where % len(FILES)]]
        line = (where // len(FILES) * 8 + how // 4) % max(len(lines), 1)
        if lines:
            lines[line : line + 1] = _edited(lines, line, how % 4, what)
    _is_whole_or_told(small.write(_room() / "edits", {file: "\n".join(lines) for file, lines in files.items()}))


def _edited(lines: list[str], line: int, how: int, what: int) -> list[str]:
    """What stands in the place of a line."""
    key, _, value = lines[line].partition(" = ")
    match how:
        case 0:
            return []
        case 1:
            return [lines[line], lines[what % len(lines)]]
        case 2:
            return [f"{lines[what % len(lines)].partition(' = ')[0]} = {value}"]
        case _:
            return [f"{key} = {VALUES[what % len(VALUES)]}"]


@cache
def _without(file: str) -> Path:
    """A folder for archives of which all but this file is written."""
    return small.write(_room() / f"without-{Path(file).stem}")


def wheel(data: bytes) -> None:
    """A wheel to compare: as it is behind an odd first byte; else a file, its name in a line, is packed into it."""
    path = _room() / "given.whl"
    path.write_bytes(data[1:] if data[:1] and data[0] % 2 else _packed(*data[1:].partition(b"\n")[::2]))
    archive = _is_whole_or_told(path)
    if archive is not None:
        found = archive.diff(_base())
        assert bool(found) is (archive.digest != _base().digest)
        assert not archive.diff(archive)
        assert {change.id for change in found.added} == {change.id for change in _base().diff(archive).withdrawn}


def _packed(name: bytes, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made, warnings.catch_warnings(action="ignore"):
        for file, text in small.FILES.items():
            if file.encode() != name:
                made.writestr(f"some_package/seeds/{file}", text)
        made.writestr(f"some_package/seeds/{name.decode(errors='replace')}", content)
    return packed.getvalue()


def _is_whole_or_told(path: Path) -> za.Archive | None:
    """The archive, which is what it is whenever it is loaded; or None, where every problem is told in a clear line."""
    try:
        archive = za.load(path)
    except InvalidArchive as error:
        for problem in error.problems:
            assert problem.code in get_args(Code)
            assert str(problem).isprintable(), problem
            assert len(str(problem)) < LONGEST_LINE, problem
        return None
    again = za.load(path)
    assert (archive, archive.digest) == (again, again.digest)
    assert all(conflict.verify() for conflict in archive.conflicts())
    return archive


def period(data: bytes) -> None:
    """A text is a period that says the same in every way, or is none."""
    text = data.decode(errors="surrogateescape")
    try:
        read = za.Period.parse(text)
    except InvalidPeriod:
        return
    again = za.Period.parse(str(read))
    assert (str(read), read, hash(read)) == (text, again, hash(again))
    assert (read.earliest, read.latest, read.spans()) == (again.earliest, again.latest, again.spans())
    assert all(low is None or high is None or low <= high for low, high in read.spans())
    assert (read.start, read.end, read.label()) == (again.start, again.end, again.label())
    assert read.contains(read) is not Verdict.NO
    assert read.before(read) is not Verdict.YES


def texts(data: bytes) -> None:
    """One of two original texts is replaced: the first byte says which."""
    file = [*small.TEXTS][data[0] % len(small.TEXTS)] if data else "report.txt"
    path = small.write_texts(_room() / "texts") / file
    path.write_bytes(data[1:])
    found = za.verify(_base(), path.parent)
    same = data[1:] == small.TEXTS[file].encode()
    statuses = {compared.file: compared.status for compared in found.compared}
    assert (statuses[file] == "exact") is same is not found.problems
    assert statuses[file] in ("exact", "re-encoded", "different", "unread")
    assert all(problem.code in get_args(Code) and str(problem).isprintable() for problem in found.problems)
    assert za.verify(_base(), path.parent) == found
    with suppress(TextMismatch):
        za.load(_room() / "base", texts=path.parent)
        assert same


def cite(data: bytes) -> None:
    """A style, then behind a NUL the parts of a source as JSON."""
    style, _, item = data.partition(b"\0")
    xml = style.decode(errors="replace")
    if not xml.lstrip("\ufeff \t\r\n").startswith("<"):
        xml = small_styles.HEAD.format(kind="note") + f"<citation><layout>{xml}</layout></citation></style>"
    source = _source(item)
    for how in ("text", "html", "latex"):
        with suppress(CitationError):
            one = za.cite(source, style=xml, format=how)
            assert one == za.cite(source, style=xml, format=how)
            assert not re.search("[\ue000-\uf8ff]", one), "a private mark is left"
            za.bibliography([source, *_base().sources()], style=xml, format=how)


def _source(item: bytes) -> za.Source:
    """A source with what JSON gives it, as far as it can be one."""
    base = _base().source("report2020")
    try:
        given = json.loads(item)
        known = {
            key: given[key] for key in ("title", "container", "genre", "publisher", "number", "url") if key in given
        }
        agents = tuple(
            za.Agent(f"a{n}", (str(name),), "person", str(name), given.get("given"))
            for n, name in enumerate(given.get("authors", ()))
        )
        issued = za.Period.parse(given["issued"]) if "issued" in given else None
        return attrs.evolve(
            base,
            **{key: str(value) for key, value in known.items()},
            authors=agents,
            issued=issued,
            csl_type=str(given.get("type", "book")),
        )
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, ArchiveError):
        return base


def forms(data: bytes) -> None:
    """Words that stand in an archive come out of every form as they went in, and break none."""
    words = data.decode(errors="replace")
    changes = (
        ("events.toml", '"Moving of the chairs"', toml(words)),
        ("agents.toml", '"Clara Clerk"', toml(words)),
        ("sources/report2020.toml", 'note = "Made up."', f"note = {toml(words)}"),
    )
    archive = _is_whole_or_told(small.write(_room() / "forms", small.changed(*changes)))
    if archive is None:
        return
    for how in get_args(TextFormat):
        za.export(archive, how).encode()
    tables = [text for name, text in za.export(archive, "csv").items() if name.endswith(".csv")]
    for text in tables:
        assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}) == 1
    held = json.loads(za.export(archive, "json"))
    assert words in [event["label"] for event in held["events"]]
    assert held == json.loads(za.export(za.load(_room() / "forms"), "json"))


TARGETS: dict[str, Target] = {
    "folder": folder,
    "edits": edits,
    "period": period,
    "texts": texts,
    "cite": cite,
    "wheel": wheel,
    "forms": forms,
}
