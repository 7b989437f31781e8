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


def test_the_first_example_of_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    """It names who says how many, and who contradicts whom for certain."""
    [code] = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/index.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)

    exec(compile(code, "docs/index.md", "exec"), {})  # noqa: S102  # our own page

    told = capsys.readouterr().out.splitlines()
    assert "10 - officials via speech by officials" in told
    assert any("(certain)" in line for line in told)
