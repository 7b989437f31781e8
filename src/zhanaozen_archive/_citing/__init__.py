"""Citing: sources as CSL items, and citations and reference lists from them in any CSL style."""

from zhanaozen_archive._citing.cite import DEFAULT_STYLE, bibliography, cite
from zhanaozen_archive._citing.item import csl_item
from zhanaozen_archive._citing.marks import Format

__all__ = ["DEFAULT_STYLE", "Format", "bibliography", "cite", "csl_item"]
