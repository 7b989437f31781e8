"""Small CSL styles and items, for tests of what a whole text does."""

from typing import Any

from zhanaozen_archive._citing._kit import Entry, Style, load_style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0"><info><id>x</id><title>x</title>'
HEAD += "<updated>2000-01-01T00:00:00+00:00</updated></info>"
AUTHORS = '<names variable="author"><name form="short" and="text" initialize-with="." delimiter=", "/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
AUTHOR_DATE = f'<group delimiter=" ">{AUTHORS}{YEAR}</group>'
NUMBER = '<text variable="citation-number"/>'
BY_AUTHOR = '<sort><key variable="author"/><key variable="issued"/></sort>'


def style(  # the parts of a style
    citation: str = AUTHOR_DATE,
    *,
    kind: str = "in-text",
    options: str = "",
    sort: str = "",
    layout: str = 'prefix="(" suffix=")" delimiter="; "',
    bibliography: str = "",
) -> Style:
    """A style of one layout for cites, and one for references where `bibliography` is not empty."""
    text = HEAD.format(kind=kind)
    text += f"<citation {options}>{sort}<layout {layout}>{citation}</layout></citation>"
    return load_style(f"{text}{bibliography}</style>")


def listing(layout: str, options: str = "", sort: str = "") -> str:
    """A list of references."""
    return f"<bibliography {options}>{sort}<layout>{layout}</layout></bibliography>"


def item(key: str, *authors: str, year: int | None = None, title: str = "") -> Entry:
    """A book; an author is written "Family, Given" or "Body"."""
    csl: dict[str, Any] = {"id": key, "type": "book", "title": title or f"Title of {key}"}
    if authors:
        csl["author"] = [_name(author) for author in authors]
    if year is not None:
        csl["issued"] = {"date-parts": [[year]]}
    return Entry(csl)


def _name(author: str) -> dict[str, str]:
    family, _, given = author.partition(", ")
    return {"family": family, "given": given} if given else {"literal": author}
