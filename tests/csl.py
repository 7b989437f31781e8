"""Tiny styles and what they print of an item: each test writes the few elements that it is about."""

from typing import Any

from zhanaozen_archive._citing._kit import Cite, Entry, Style, load_style
from zhanaozen_archive._citing.writers import written

HEAD = """<info><title>Tiny</title><id>http://example.org/tiny</id><updated>2020-01-01T00:00:00Z</updated></info>"""


def style(layout: str, *, before: str = "", after: str = "", options: str = "", locale: str | None = None) -> Style:
    """A style whose citations have this layout, with macros and locales before it and a bibliography behind it."""
    opening = "" if layout.lstrip().startswith("<layout") else "<layout>"
    closing = "</layout>" if opening else ""
    return load_style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {options}>{HEAD}{before}'
        f"<citation>{opening}{layout}{closing}</citation>{after}</style>",
        locale,
    )


def item(**variables: Any) -> dict[str, Any]:
    """An item of CSL-JSON; underscores of the names of variables are hyphens."""
    return {"id": "a", "type": "book"} | {name.replace("_", "-"): value for name, value in variables.items()}


def shown(made: Style | str, csl: dict[str, Any], *, markup: bool = False, format: str = "text", **cite: Any) -> str:
    """What a style, or one with this layout, prints as the citation of an item."""
    made = style(made) if isinstance(made, str) else made
    rendering = made.citation(Cite(Entry(csl, markup=markup), **cite))
    return written(made.rich(made.lay_out(rendering.text)), format)


def listed(made: Style, csl: dict[str, Any], *, format: str = "text", **cite: Any) -> str:
    """What a style prints as the entry of an item in a list of references."""
    rendering = made.entry(Cite(Entry(csl), **cite))
    assert rendering is not None
    return written(made.rich(rendering.text), format)
