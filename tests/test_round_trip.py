"""Archives written as files and read again are the same, however the files are written."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import zhanaozen_archive as za
from tests import small
from tests.seedwriter import seeds, toml, write_seeds
from tests.strategies import archives
from zhanaozen_archive import Archive, Source
from zhanaozen_archive._loading.locate import packaged_seeds
from zhanaozen_archive.errors import InvalidArchive

LENGTH = 10_000


def loadable(archive: Archive) -> Archive:
    """The archive with texts long enough for its quotations, and quotations as long as their places."""
    made: dict[str, Source] = {}
    for source in archive.sources():
        around = source.part_of and made[source.part_of.key]
        original = source.original and evolve(source.original, length=LENGTH)
        made[source.key] = evolve(source, part_of=around, original=original)
    claims = tuple(fitted(claim, made[claim.source.key]) for claim in archive.claims())
    ids = tuple(claim.id for claim in claims[:1])
    retired = tuple(evolve(tombstone, successors=ids) for tombstone in archive.retired)
    return evolve(archive, sources=tuple(made.values()), claims=claims, retired=retired)


def fitted(claim: za.Claim[Any], source: Source) -> za.Claim[Any]:
    at = apart(claim.at)
    words = tuple("w" * len(span) for span in at) if claim.words else ()
    value = vague(claim.value)
    return evolve(claim, source=source, at=at, also_at=apart(claim.also_at), words=words, value=value)


def vague(value: Any) -> Any:
    """The value, a vague word with the floor that the strict reading gives it."""
    if isinstance(value, za.Duration):
        return evolve(value, count=vague(value.count))
    return za.Count(12, word="dozens") if getattr(value, "word", None) else value


def apart(spans: tuple[za.Span, ...]) -> tuple[za.Span, ...]:
    """The stretches that do not overlap one before."""
    kept: list[za.Span] = []
    for span in spans:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


@settings(max_examples=40)
@given(archives(least=1))
def test_archive_written_and_read_again(archive):
    archive = loadable(archive)
    with TemporaryDirectory() as folder:
        again = za.load(write_seeds(archive, Path(folder)))

    assert again.sources() == archive.sources()
    assert again.claims() == archive.claims()
    assert again == archive
    assert again.digest == archive.digest


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_known_archive_written_and_read_again(tmp_path, which):
    folder = small.write(tmp_path / "small") if which == "small" else packaged_seeds()
    archive = za.load(folder)

    again = za.load(write_seeds(archive, tmp_path / "again"))

    assert again == archive
    assert again.digest == archive.digest


@pytest.mark.parametrize("seed", range(5))
def test_order_of_tables_keys_and_claims_says_nothing(tmp_path, seed):
    archive = za.load(small.write(tmp_path / "small"))
    shuffled = {file: shuffle(tables, random.Random(seed)) for file, tables in seeds(archive).items()}  # noqa: S311

    again = za.load(small.write(tmp_path / "again", {file: toml(tables) for file, tables in shuffled.items()}))

    assert again == archive
    assert again.digest == archive.digest


def shuffle(thing: Any, lot: random.Random) -> Any:
    """Tables with their keys in another order; so are the items of lists of tables that have ids."""
    if isinstance(thing, dict):
        return {key: shuffle(thing[key], lot) for key in lot.sample([*thing], len(thing))}
    if isinstance(thing, list) and thing and isinstance(thing[0], dict) and thing[0].keys() & {"id", "key"}:
        return [shuffle(item, lot) for item in lot.sample(thing, len(thing))]
    return thing


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", " # said before\n") if "attribution = [" not in text else text + "# end",
        lambda text: "# first\n\n\n" + text.replace(" = ", "\t=  "),
        lambda text: text.replace('"', "'") if "'" not in text else text,
    ],
    ids=["line ends", "comments", "white space", "quotation marks"],
)
def test_way_of_writing_says_nothing(tmp_path, rewrite):
    archive = za.load(small.write(tmp_path / "small"))
    files = {file: rewrite(text) for file, text in small.FILES.items()}

    again = za.load(small.write(tmp_path / "again", files))

    assert again == archive
    assert again.digest == archive.digest


def test_other_data_have_another_digest(tmp_path):
    archive = za.load(small.write(tmp_path / "small"))
    files = small.changed(("sources/report2020.toml", "{ about = 30 }", "{ about = 31 }"))

    assert za.load(small.write(tmp_path / "other", files)).digest != archive.digest


# --- whatever the files hold

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
SCALARS = (
    TEXTS
    | st.integers()
    | st.booleans()
    | st.floats()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.sampled_from(["move-2020", "door-2020", "hall", "office", "moved", "state", "2020-05", "report2020/chairs"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=100)
@given(st.sampled_from([*small.FILES]), st.data())
def test_any_value_anywhere_makes_an_archive_or_a_report(file, data):
    """One place of one file holds anything that TOML can write: a key more, a key less, or another value."""
    tables = tomllib.loads(small.FILES[file])
    table, key = data.draw(st.sampled_from([*places(tables)]))
    table[data.draw(st.just(key) | TEXTS) if isinstance(table, dict) else key] = data.draw(VALUES)
    assert_archive_or_report({**small.FILES, file: toml_of(tables)})


@settings(max_examples=100)
@given(st.sampled_from([*small.FILES]), st.dictionaries(TEXTS, VALUES, max_size=3))
def test_any_tables_make_an_archive_or_a_report(file, tables):
    assert_archive_or_report({**small.FILES, file: toml_of(tables)})


@settings(max_examples=100)
@given(st.sampled_from([*small.FILES]), st.text(max_size=20) | st.text('[]{}=".\n a1#,', max_size=20), st.data())
def test_any_text_makes_an_archive_or_a_report(file, text, data):
    """Some stretch of a file is lost, and something else stands there."""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(small.FILES[file]))] * 2)))
    end = min(end, start + 60)
    broken = small.FILES[file][:start] + text + small.FILES[file][end:]
    assert_archive_or_report({**small.FILES, file: broken})


def assert_archive_or_report(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in files.items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(text.encode(errors="surrogatepass"))
        problems = za.problems(folder)
        assert all(str(problem).isprintable() for problem in problems)
        if problems:
            with pytest.raises(InvalidArchive) as caught:
                za.load(folder)
            assert caught.value.problems == problems
        else:
            assert len(za.load(folder).digest) == 64


def places(thing: Any):
    """Every table or list, with each of its keys or numbers."""
    for key in [*thing] if isinstance(thing, dict) else range(len(thing)):
        yield thing, key
        if isinstance(thing[key], dict | list):
            yield from places(thing[key])


def toml_of(tables: dict[str, Any]) -> str:
    """Any parsed TOML in one line for each key of the top."""
    return "".join(f"{inline(key)} = {inline(v)}\n" for key, v in tables.items())


def inline(v: Any) -> str:
    if isinstance(v, dict):
        return "{ " + ", ".join(f"{inline(key)} = {inline(item)}" for key, item in v.items()) + " }"
    if isinstance(v, list):
        return "[" + ", ".join(map(inline, v)) + "]"
    if isinstance(v, str):
        return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08x}" for c in v) + '"'
    if isinstance(v, bool):
        return str(v).lower()
    return v.isoformat() if hasattr(v, "isoformat") else repr(v)
