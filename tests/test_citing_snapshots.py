"""Every source and a claim of each document in the six styles that writers use most, written down.

They are those of the social sciences and the humanities, APA, Chicago in both its forms and MLA; Harvard, which needs
no other package; and GOST, which journals in Kazakhstan and Russia ask for.

Run with ZHANAOZEN_SNAPSHOTS=write to write them anew; then read the difference against the style's guide.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import zhanaozen_archive as za
from tests.cited import NEEDS_STYLES

FOLDER = Path(__file__).parent / "snapshots"
STYLES = (
    "harvard-cite-them-right",
    *(
        pytest.param(style, marks=NEEDS_STYLES)
        for style in (
            "apa",
            "chicago-author-date",
            "chicago-notes-bibliography",
            "modern-language-association",
            "gost-r-7-0-5-2008",
        )
    ),
)


def said(archive: za.Archive, style: str) -> Iterator[str]:
    """Give the list of references in its order, then the citation of each source and of a claim of each document."""
    references = za.bibliography([*archive.sources(), archive], style=style, format="markdown", unlisted="note")
    yield from (f"{entry.keys[0]}: {entry}" for entry in references)
    yield from (f"! {warning}" for warning in references.warnings)
    yield ""
    cited = [*archive.sources(), archive, *{claim.document.key: claim for claim in archive.claims()}.values()]
    yield from (str(za.cite(one, style=style, format="markdown")) for one in cited)


@pytest.mark.parametrize("style", STYLES)
def test_what_is_cited_is_what_was_written_down(style: str) -> None:
    """A change of a citation is made on purpose."""
    file = FOLDER / f"citations-{style}.txt"
    archive = za.load()
    now = "".join(f"{line}\n" for line in said(archive, style)).replace(archive.digest[:12], "DIGEST")
    if os.environ.get("ZHANAOZEN_SNAPSHOTS") == "write":
        file.write_text(now, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == now
