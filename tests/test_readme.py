"""The examples of the README and of the page on citing, run as they stand there."""

import doctest
import re
from pathlib import Path

import pytest

from tests.cited import NEEDS_STYLES

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["README.md", pytest.param("docs/citing.md", marks=NEEDS_STYLES)])
def test_examples(page: str) -> None:
    """Every example gives what the page says it does."""
    text = re.sub(r"^```\w*$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    told: list[str] = []

    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False).run(examples, out=told.append)

    assert (0, "") == (results.failed, "".join(told))
    assert results.attempted > 15
