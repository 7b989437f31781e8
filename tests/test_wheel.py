"""What is shipped: every record of seeds/, no text of an article, and a package that works on its own."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import zhanaozen_archive as za

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = "zhanaozen_archive"
STRAYS = ("seeds/stray.txt", "seeds/sources/stray.txt", "seeds/events.toml~")
WORDS_ALONE = 200  # no quotation is as long, so what is as long is an article's text
LOAD = f"""
import sys
site, sources = sys.argv[1:]
sys.path[:] = [site, *(entry for entry in sys.path if entry != sources)]
import {PACKAGE} as za
print(za.__file__)
print(repr(za.load()))
print(*sorted({{"cattrs", "tomllib"}}.intersection(sys.modules)))
"""


def run(*command: str | Path, cwd: Path = CHECKOUT) -> str:
    """Run a command and give what it prints."""
    finished = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)

    assert finished.returncode == 0, finished.stderr

    return finished.stdout


def tracked(*paths: str) -> list[str]:
    """Give the files of the working tree that git knows, below the paths."""
    names = run("git", "ls-files", "-z", "--", *paths).split("\0")
    return [name for name in names if name and (CHECKOUT / name).is_file()]


def build(tree: Path, out: Path, *targets: str) -> None:
    """Build the targets as an installer would, with the build backend that is already installed."""
    wanted = [argument for target in targets for argument in ("--target", target)]
    run(sys.executable, "-m", "hatchling", "build", "--directory", out, *wanted, cwd=tree)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Give a folder with the sdist and the wheel of a copy of the tree that has strays in it."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("this is no git checkout: which files belong to the project is not known")
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("out")
    for name in [*tracked(), *STRAYS]:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        if name in STRAYS:
            (tree / name).write_text("not to be shipped", encoding="utf-8")
        else:
            shutil.copy(CHECKOUT / name, tree / name)
    build(tree, out, "wheel", "sdist")
    return out


@pytest.fixture(scope="module")
def wheel(built):
    """Give what the wheel holds: the bytes of each file by its name."""
    return contents(next(built.glob("*.whl")))


@pytest.fixture(scope="module")
def sdist(built):
    """Give what the sdist holds, named as in the checkout."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        files = {member.name.partition("/")[2]: archive.extractfile(member) for member in archive}
        return {name: file.read() for name, file in files.items() if file is not None}


def contents(wheel):
    """Give the bytes of each file of a wheel by its name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def records(names, prefix=""):
    """Give the names below the prefixed seeds/, without the prefix, in order."""
    return sorted(name.removeprefix(prefix) for name in names if name.startswith(f"{prefix}seeds/"))


def test_wheel_has_every_tracked_record_their_snapshot_and_nothing_else(wheel):
    expected = [name for name in tracked("seeds") if name.endswith(".toml")]

    assert expected
    assert sorted([*expected, "seeds/snapshot.json"]) == records(wheel, f"{PACKAGE}/")


def test_archive_in_the_wheel_is_that_of_the_checkout(built):
    """An earlier release is compared by its wheel."""
    assert za.load(next(built.glob("*.whl"))) == za.load(CHECKOUT / "seeds")


def test_snapshot_says_what_the_records_say(wheel):
    """A reader loads the snapshot and looks things up in the records: they must never differ."""
    seeds = f"{PACKAGE}/seeds/"
    expected = {
        name.removeprefix(seeds): tomllib.loads(content.decode("utf-8"))
        for name, content in wheel.items()
        if name.startswith(seeds) and name.endswith(".toml")
    }

    assert expected == json.loads(wheel[f"{seeds}snapshot.json"])


def test_sdist_has_every_tracked_record_and_nothing_else(sdist):
    expected = sorted(name for name in tracked("seeds") if name.endswith(".toml"))

    assert expected == records(sdist)


def test_sdist_has_every_tracked_file_of_the_code_and_its_tests(sdist):
    expected = set(tracked("src", "tests", "typing_tests", "benchmarks", "docs"))

    assert expected == {name for name in sdist if "/" in name and not name.startswith("seeds/")}


def test_sdist_builds_the_same_wheel(sdist, wheel, tmp_path):
    for name, content in sdist.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    build(tmp_path, tmp_path, "wheel")

    assert wheel == contents(next(tmp_path.glob("*.whl")))


def test_wheel_tells_type_checkers_that_it_is_typed(wheel):
    assert f"{PACKAGE}/py.typed" in wheel


def test_both_carry_the_licences(wheel, sdist):
    licences = ["LICENSE-CODE", "LICENSE-DATA", "NOTICE"]

    assert licences == sorted(Path(name).name for name in wheel if "/licenses/" in name)
    assert set(licences) <= set(sdist)


def test_neither_holds_the_text_of_an_article(wheel, sdist, texts):
    """Look for every stretch of a text that is longer than any quotation."""
    shipped = [file.decode("utf-8", errors="replace") for file in (*wheel.values(), *sdist.values())]
    articles = [path.read_text(encoding="utf-8") for path in sorted(texts.glob("*.txt"))]
    stretches = [
        text[start : start + WORDS_ALONE]
        for text in articles
        for start in range(0, len(text) - WORDS_ALONE, WORDS_ALONE // 2)
    ]

    assert stretches
    assert not [stretch for stretch in stretches if any(stretch in file for file in shipped)]


def test_wheel_works_without_the_checkout(built, tmp_path):
    """Install the wheel alone and load its archive: it is the checkout's, read without what checks tables."""
    site, sources = tmp_path / "site", CHECKOUT / "src"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index")
    run(*pip, "--no-deps", "--target", site, next(built.glob("*.whl")), cwd=tmp_path)

    place, archive, heavy = run(sys.executable, "-I", "-c", LOAD, site, sources, cwd=tmp_path).split("\n")[:3]
    _, of_checkout, needed = run(sys.executable, "-I", "-c", LOAD, sources, os.devnull, cwd=tmp_path).split("\n")[:3]

    assert Path(place).is_relative_to(site)
    assert of_checkout == archive
    assert (heavy, needed) == ("", "cattrs tomllib")
