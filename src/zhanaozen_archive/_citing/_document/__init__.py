"""Texts that cite: positions, the order of cites, what tells them apart, what is said once, the list of references."""

from zhanaozen_archive._citing._document.layout import Cited, Plan, citation, citations, in_order, planned, references
from zhanaozen_archive._citing._document.positions import Place
from zhanaozen_archive._citing._document.requests import Author, Cluster, Request

__all__ = [
    "Author",
    "Cited",
    "Cluster",
    "Place",
    "Plan",
    "Request",
    "citation",
    "citations",
    "in_order",
    "planned",
    "references",
]
