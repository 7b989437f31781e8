"""What fuzzing begins with, and every input that it once found something with, without the fuzzer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing.seeds import SEEDS
from tests.fuzzing.targets import TARGETS

CORPUS = Path(__file__).parent / "fuzzing" / "corpus"
FOUND = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


def test_every_target_has_what_to_begin_with():
    assert set(SEEDS) == set(TARGETS)
    assert {path.parent.name for path in FOUND} <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_found_where_fuzzing_begins(target):
    for seed in (b"", *SEEDS[target]):
        TARGETS[target](seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_not_found_again(path):
    TARGETS[path.parent.name](path.read_bytes())
