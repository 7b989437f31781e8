"""What all tests share: how hypothesis runs, and where the original texts are."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def texts() -> Path:
    """Give the folder of the original texts, which are not part of the project."""
    named = os.environ.get("ZHANAOZEN_TEXTS")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "seeds"
    if named and not folder.is_dir():
        pytest.fail(f"ZHANAOZEN_TEXTS names no folder: {named}")
    if not folder.is_dir():
        pytest.skip("the five original texts are not here: set ZHANAOZEN_TEXTS to their folder")
    return folder
