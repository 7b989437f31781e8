"""Citing: sources as CSL items, and citations and reference lists from them in any CSL style."""

from zhanaozen_archive._citing.citable import Citable, Cite
from zhanaozen_archive._citing.cite import bibliography, cite
from zhanaozen_archive._citing.document import DEFAULT_STYLE, Document, Unlisted
from zhanaozen_archive._citing.item import archive_item, csl_item
from zhanaozen_archive._citing.results import CitationWarning, Cited, References
from zhanaozen_archive._citing.writers import Format, Run

__all__ = [
    "DEFAULT_STYLE",
    "Citable",
    "CitationWarning",
    "Cite",
    "Cited",
    "Document",
    "Format",
    "References",
    "Run",
    "Unlisted",
    "archive_item",
    "bibliography",
    "cite",
    "csl_item",
]
