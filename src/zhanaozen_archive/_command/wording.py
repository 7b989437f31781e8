"""How claims, values and dates are put into words."""

from __future__ import annotations

from zhanaozen_archive._model._edtf_words import MONTHS
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.day import Day
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._pictures.wording import scope, value, when, words

__all__ = ["date", "day", "said", "scope", "value", "when", "words"]


def said(claim: AnyClaim) -> str:
    """The words, or the coded value, with what they are narrowed to and who says so."""
    return " ".join(filter(None, (words(claim), scope(claim), "–", str(claim.root))))


def day(date: Period) -> str:
    """A date in plain English, with its EDTF text where that says it in another way."""
    label = date.label()
    return label if label == date.text else f"{label} ({date.text})"


def date(ordinal: int) -> str:
    """A day in plain English, by its number: 1 is 1 January of the year 1."""
    found = Day.from_ordinal(ordinal)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"
