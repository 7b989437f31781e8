"""The kit: styles made ready to render, and items rendered with them as marked text.

Only here is lxml imported, and only when something is cited. citeproc-py brings the locales, the schema and the default
style, as data: the rendering is the kit's.
"""

from zhanaozen_archive._citing._kit import marks
from zhanaozen_archive._citing._kit.entries import Entry
from zhanaozen_archive._citing._kit.facts import Facts
from zhanaozen_archive._citing._kit.people import Person
from zhanaozen_archive._citing._kit.run import Cite, Disambiguation, NameSet, Position, Rendering
from zhanaozen_archive._citing._kit.style import Style, load_style

__all__ = [
    "Cite", "Disambiguation", "Entry", "Facts", "NameSet", "Person", "Position", "Rendering", "Style", "load_style",
    "marks",
]  # fmt: skip
