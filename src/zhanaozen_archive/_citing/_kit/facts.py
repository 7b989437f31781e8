"""What a style says of citations and lists of references as a whole."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from zhanaozen_archive._citing._kit.locales import CSL

_NEAR = 5


@frozen
class Facts:
    """The options of a style that concern more than one cite or entry.

    Attributes:
        citation_format: "numeric", "author-date", "author", "label" or "note"; "" where the style does not say.
        note: Whether citations stand in notes.
        locale: The locale cited in.
        delimiter: Between the cites of one citation.
        after_collapse_delimiter: Behind cites that were collapsed, None for the delimiter.
        cite_group_delimiter: Between collapsed cites of one author, None where cites are not brought together.
        year_suffix_delimiter: Between collapsed letters of years, None for the delimiter.
        collapse: "citation-number", "year", "year-suffix", "year-suffix-ranged" or "".
        near_note_distance: How many notes are near.
        disambiguate_add_names: Whether names are added to tell cites apart.
        disambiguate_add_givenname: Whether given names are.
        givenname_rule: Of whom, and how much of them.
        disambiguate_add_year_suffix: Whether letters are put behind years.
        subsequent_author_substitute: What stands for names that repeat those of the entry before, None for nothing.
        subsequent_author_substitute_rule: Which of them have to repeat.
        second_field_align: "flush", "margin" or "".
        hanging_indent: Whether lines after the first are indented.
        entry_spacing: Lines between entries.
        line_spacing: Lines between lines.
        has_bibliography: Whether there is a list of references.
        citation_sorts: Whether the cites of a citation are sorted.
        bibliography_sorts: Whether the list of references is.
        numbers_descend: Whether the list of references counts down.
    """

    citation_format: str
    note: bool
    locale: str
    delimiter: str
    after_collapse_delimiter: str | None
    cite_group_delimiter: str | None
    year_suffix_delimiter: str | None
    collapse: str
    near_note_distance: int
    disambiguate_add_names: bool
    disambiguate_add_givenname: bool
    givenname_rule: str
    disambiguate_add_year_suffix: bool
    subsequent_author_substitute: str | None
    subsequent_author_substitute_rule: str
    second_field_align: str
    hanging_indent: bool
    entry_spacing: int
    line_spacing: int
    has_bibliography: bool
    citation_sorts: bool
    bibliography_sorts: bool
    numbers_descend: bool


def facts_of(root: Any, locale: str) -> Facts:
    """The facts of a style, by its root element."""
    citation = root.find(f"{CSL}citation")
    bibliography = root.find(f"{CSL}bibliography")
    of_list = {} if bibliography is None else bibliography.attrib
    category = root.find(f"{CSL}info/{CSL}category[@citation-format]")
    return Facts(
        citation_format="" if category is None else category.get("citation-format"),
        note=root.get("class") == "note",
        locale=locale,
        delimiter=citation.find(f"{CSL}layout").get("delimiter", ""),
        after_collapse_delimiter=citation.get("after-collapse-delimiter"),
        cite_group_delimiter=citation.get("cite-group-delimiter"),
        year_suffix_delimiter=citation.get("year-suffix-delimiter"),
        collapse=citation.get("collapse", ""),
        near_note_distance=_whole(citation.get("near-note-distance"), _NEAR),
        disambiguate_add_names=citation.get("disambiguate-add-names") == "true",
        disambiguate_add_givenname=citation.get("disambiguate-add-givenname") == "true",
        givenname_rule=citation.get("givenname-disambiguation-rule", "by-cite"),
        disambiguate_add_year_suffix=citation.get("disambiguate-add-year-suffix") == "true",
        subsequent_author_substitute=of_list.get("subsequent-author-substitute"),
        subsequent_author_substitute_rule=of_list.get("subsequent-author-substitute-rule", "complete-all"),
        second_field_align=of_list.get("second-field-align", ""),
        hanging_indent=of_list.get("hanging-indent") == "true",
        entry_spacing=_whole(of_list.get("entry-spacing"), 1),
        line_spacing=_whole(of_list.get("line-spacing"), 1),
        has_bibliography=bibliography is not None,
        citation_sorts=citation.find(f"{CSL}sort/{CSL}key") is not None,
        bibliography_sorts=bibliography is not None and bibliography.find(f"{CSL}sort/{CSL}key") is not None,
        numbers_descend=bibliography is not None and _counts_down(root, bibliography),
    )


def _counts_down(root: Any, bibliography: Any) -> bool:
    """Whether it is sorted by number, the highest first, by the variable itself or by a macro that prints it."""
    numbers = root.xpath("//c:macro[c:*/@variable='citation-number']/@name", namespaces={"c": CSL.strip("{}")})
    keys = bibliography.iterfind(f"{CSL}sort/{CSL}key[@sort='descending']")
    return any(key.get("variable") == "citation-number" or key.get("macro") in numbers for key in keys)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdecimal() else default
