"""Importing the package stays cheap: heavy packages are loaded where they are used, not before."""

import subprocess
import sys

import pytest

import zhanaozen_archive

ON_IMPORT = "import zhanaozen_archive"
ON_LOAD = "import zhanaozen_archive; zhanaozen_archive.load()"
CITING = {"citeproc", "lxml"}
COMMAND = {"cyclopts", "rich"}
LOADING = {"cattrs", "tomllib"}
SEARCHING = {"zhanaozen_archive._conflicts"}


def loaded_by(code: str) -> set[str]:
    """Give the modules that a fresh interpreter loads to run the code."""
    report = f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-I", "-c", report], check=True, capture_output=True, text=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("code", "absent"),
    [(ON_IMPORT, CITING | COMMAND | LOADING | SEARCHING), (ON_LOAD, CITING | COMMAND | SEARCHING)],
    ids=["import", "load"],
)
def test_what_is_heavy_waits_until_it_is_used(code, absent):
    loaded = loaded_by(code)

    assert absent.isdisjoint(loaded)


@pytest.mark.parametrize(("code", "most"), [(ON_IMPORT, 80), (ON_LOAD, 120)], ids=["import", "load"])
def test_few_modules_of_others_are_loaded(code, most):
    """Count modules instead of milliseconds: the same on every machine. Sixty-four are those of attrs alone."""
    of_others = {name for name in loaded_by(code) if name.partition(".")[0] != "zhanaozen_archive"}

    assert len(of_others) <= most, sorted(of_others)


def test_a_name_that_is_not_public_is_no_attribute():
    """The rooms above the model are imported by name, and by no other name than theirs."""
    with pytest.raises(AttributeError, match=r"^module 'zhanaozen_archive' has no attribute 'nothing'$"):
        _ = zhanaozen_archive.nothing

    assert sorted(zhanaozen_archive.__all__) == dir(zhanaozen_archive)
