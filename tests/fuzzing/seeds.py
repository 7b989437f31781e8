"""What fuzzing begins with: inputs that are sound, so that most of what is made of them gets far."""

from __future__ import annotations

import json
import re

from tests import small, small_styles

_SOURCE = {
    "title": "A “title”: <i>of</i> it",
    "container": "Annals",
    "genre": "Comment",
    "publisher": "The Agency",
    "number": "7",
    "url": "https://example.org/ten",
    "authors": ["Clerk", "Ёлка"],
    "given": "Clara van",
    "issued": "2011-12-16~",
    "type": "article-newspaper",
}
_STYLES = (
    small_styles.AUTHOR_DATE,
    small_styles.HEAD.format(kind="in-text")
    + f'<macro name="m">{small_styles.AUTHORS}<text term="in" text-case="title"/></macro>'
    + '<citation collapse="year" disambiguate-add-names="true"><sort><key macro="m"/></sort><layout delimiter="; ">'
    + '<text macro="m"/><choose><if variable="URL" match="any"><text variable="URL" prefix="&lt;"/></if>'
    + '<else><number variable="number" form="ordinal"/><label variable="page"/></else></choose></layout></citation>'
    + small_styles.listing(
        '<names variable="author"><substitute><text variable="title" quotes="true"/></substitute>'
        '</names><date variable="issued" form="text" date-parts="year-month"/>'
    )
    + "</style>",
    '<text variable="title" font-style="italic" strip-periods="true"/><text value="a&amp;b" vertical-align="sup"/>',
)
_PERIODS = (
    *("2011-12-16", "2011-12-16~", "2011-~12-16", "2011-12/2012-01-05?", "../2011", "/2011", "2011/", "156X-12-25"),
    *("[2011,2012..2014]", "{..2011-01,2012%}", "-0001-02", "20XX", "2011-12-16/..", "0000", "2012-02-29"),
)
_WORDS = ("Twelve chairs", "=1+1", "a\tb\r\nc", "<b>&amp;\\textbf{x}</b>", "Шаңырақ 🪑", '"\'"', "\u200b\u202e")
_TEXTS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251")

SEEDS: dict[str, tuple[bytes, ...]] = {
    "folder": tuple(bytes([n]) + text.encode() for n, text in enumerate(small.FILES.values())),
    "edits": tuple(bytes(range(n, n + 3)) for n in range(0, 250, 25)),
    "period": tuple(period.encode() for period in _PERIODS),
    "texts": (
        *(bytes([n]) + text.encode(how, "replace") for n, text in enumerate(small.TEXTS.values()) for how in _TEXTS),
        b"\0" + small.REPORT.replace("\n", "\r\n").encode(),
    ),
    "cite": tuple(f"{style}\0{json.dumps(_SOURCE)}".encode() for style in _STYLES),
    "wheel": tuple(b"\0" + f"{file}\n{text}".encode() for file, text in small.FILES.items()),
    "forms": tuple(words.encode() for words in _WORDS),
}


def words() -> list[bytes]:
    """What stands in seeds, as whole words: keys, values, elements and attributes."""
    whole = b"\n".join(seed for seeds in SEEDS.values() for seed in seeds)
    return sorted(
        set(re.findall(rb"[A-Za-z0-9_-]{3,20}", whole))
        | {b"[[", b"]]", b'"""', b"&#x202e;", b"\\u0000", b"/..", b"\r\n"}
    )
