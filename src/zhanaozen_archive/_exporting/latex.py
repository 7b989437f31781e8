"""Text, names and entries as BibTeX and BibLaTeX read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhanaozen_archive._exporting.references import line

Field = tuple[str, str]
"""The name of a field, and its value as it is written between the braces."""
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_BALANCED = _SPECIAL | {"{": r"\{", "}": r"\}"}
_UNBALANCED = _SPECIAL | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
"""Between characters that LaTeX would join to another."""
_TAKEN_APART = re.compile(r"[\s,]")
"""What makes a reader look for parts in a name."""


def escape(text: str) -> str:
    """The text on one line, so that LaTeX prints it as it stands; what is not ASCII is left in UTF-8.

    A brace is escaped by a backslash only where every brace of the text has its partner: BibTeX counts these too.
    """
    parts = _LIGATURE.split(line(text))
    table = str.maketrans(_BALANCED if _is_balanced(text) else _UNBALANCED)
    return "{}".join(part.translate(table) for part in parts)


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def whole(text: str) -> str:
    """The text in braces of its own, so that no style changes its capitals and no reader takes it apart."""
    return f"{{{escape(text)}}}"


def people(names: Iterable[dict[str, str]]) -> str:
    """CSL names, joined by the word that BibTeX knows; a name that is not a person's in braces of its own."""
    return " and ".join(map(_person, names))


def _person(name: dict[str, str]) -> str:
    if "literal" in name:
        return whole(name["literal"])
    family, given = name["family"], name.get("given")
    simple = family[0].isupper() and not _TAKEN_APART.search(family)
    last = escape(family) if simple else whole(family)
    if given is None:
        return last
    return f"{last}, {whole(given) if ',' in given or 'and' in given.lower().split() else escape(given)}"


def entry(kind: str, key: str, fields: Iterable[Field]) -> str:
    """One entry, with the fields that have a value; a month is a word of BibTeX's own, and stands without braces."""
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"
