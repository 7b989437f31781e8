"""The examples of the README, run as they stand there."""

import doctest
import re
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_examples_of_the_readme() -> None:
    """Every example gives what the README says it does."""
    text = re.sub(r"^```\w*$", "", README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, "README.md", str(README), 0)
    told: list[str] = []

    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False).run(examples, out=told.append)

    assert (0, "") == (results.failed, "".join(told))
    assert results.attempted > 15
