"""Names: `cs:names`, with et al., labels and what is printed in the place of missing names."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from zhanaozen_archive._citing._kit.dress import Dress, join
from zhanaozen_archive._citing._kit.locales import Locale
from zhanaozen_archive._citing._kit.marks import JOINT, NAME, NAMES
from zhanaozen_archive._citing._kit.nodes import Node, chosen
from zhanaozen_archive._citing._kit.people import Person
from zhanaozen_archive._citing._kit.persons import PersonStyle
from zhanaozen_archive._citing._kit.run import NameSet, Run

_ELLIPSIS = "\u2026 "
ALL = 1_000_000
"""More names than any item has."""


@frozen
class EtAl:
    """When a list of names is cut short, and what is printed then."""

    min: int = ALL
    use_first: int = ALL
    subsequent_min: int = ALL
    subsequent_use_first: int = ALL
    use_last: bool = False
    text: str = ""
    """The term, dressed."""

    def shown(self, count: int, *, subsequent: bool) -> int:
        """How many of so many names are shown."""
        least = self.subsequent_min if subsequent else self.min
        first = self.subsequent_use_first if subsequent else self.use_first
        return min(first, count) if count >= least else count


@frozen
class NameList:
    """How several names are written one after the other."""

    person: PersonStyle
    et_al: EtAl
    delimiter: str = ", "
    last: str = ""
    """The word before the last name, "" for none."""
    precedes_last: str = "contextual"
    precedes_et_al: str = "contextual"
    inverted: str = ""
    """Which names begin with the family name: "all", "first" or ""."""
    form: str = "long"

    def write(self, run: Run, variable: str, people: tuple[Person, ...]) -> str:
        """The names of a variable; what was shown of them is kept in mind."""
        place, given = len(run.name_sets), run.cite.disambiguation.given
        wanted = run.cite.disambiguation.names
        shown = self.et_al.shown(len(people), subsequent=run.area == "citation" and run.cite.position != "first")
        shown = min(len(people), max(shown, wanted[place])) if place < len(wanted) else shown
        initials = self.person.initialize and self.person.initialize_with is not None
        run.name_sets.append(NameSet(variable, people, shown, self.form, initials))
        if self.form == "count":
            return str(shown)
        levels = given[place] if place < len(given) else ()
        texts = [self._name(run, person, n, levels) for n, person in enumerate(people)]
        return self._joined(run, people, texts, shown)

    def _name(self, run: Run, person: Person, n: int, levels: Sequence[int]) -> str:
        level = levels[n] if n < len(levels) else 0
        text = self.person.write(person, inverted=self._inverts(n), level=level, sorting=run.sorting)
        return f"{NAME[0]}{text}{NAME[1]}"

    def _inverts(self, n: int) -> bool:
        return self.inverted == "all" or (self.inverted == "first" and n == 0)

    def _joined(self, run: Run, people: tuple[Person, ...], texts: list[str], shown: int) -> str:
        if shown >= len(texts) and not run.sorting:
            return self._with_last(texts, people)
        between = f"{JOINT}{self.delimiter}{JOINT}"
        if not shown:
            return ""
        head = between.join(texts[:shown])
        if self.et_al.use_last and len(texts) > shown + 1:
            return f"{head}{self.delimiter}{'' if run.sorting else _ELLIPSIS}{texts[-1]}"
        if run.sorting or not self.et_al.text:
            return head
        precedes = self._precedes(self.precedes_et_al, shown, inverted=self._inverts(shown - 1))
        return f"{head}{JOINT}{self.delimiter if precedes else ' '}{JOINT}{self.et_al.text}"

    def _with_last(self, texts: list[str], people: tuple[Person, ...]) -> str:
        between = f"{JOINT}{self.delimiter}{JOINT}"
        if not self.last or not texts[1:]:
            return between.join(texts)
        *before, last = texts
        inverted = self._inverts(len(before) - 1) and people[-2].inverts
        precedes = self._precedes(self.precedes_last, len(before), inverted=inverted)
        gap = self.delimiter if precedes else " "
        gap = gap if gap.endswith((" ", "\u00a0")) or self.last.startswith(" ") else f"{gap} "
        return f"{between.join(before)}{JOINT}{gap}{self.last}{last}"

    @staticmethod
    def _precedes(rule: str, before: int, *, inverted: bool) -> bool:
        """Whether the delimiter stands before the last name, or before et al., behind so many names."""
        if rule == "contextual":
            return before > 1
        return rule == "always" or (rule == "after-inverted-name" and inverted)


@frozen
class NamesLabel:
    """The term of a role before or behind its names."""

    form: str
    plural: str
    first: bool
    locale: Locale
    dress: Dress

    @property
    def merges(self) -> bool:
        """Whether there is a word for an editor who is the translator too."""
        return bool(self.locale.term("editortranslator", self.form))

    def around(self, text: str, variable: str, count: int) -> str:
        """The names with their label."""
        several = self.plural == "always" or (self.plural == "contextual" and count > 1)
        label = self.dress(self.locale.term(variable, self.form, plural=several))
        return join([label, text] if self.first else [text, label])


@frozen
class Names:
    """The names of one or more variables, or what stands in their place."""

    variables: tuple[str, ...]
    names: NameList
    label: NamesLabel | None
    delimiter: str
    dress: Dress
    substitutes: tuple[Node, ...]

    def render(self, run: Run) -> str:
        opening = not run.names_begun
        hidden = opening and run.cite.author == "hidden" and run.area == "citation"
        if hidden and any(run.entry.names(variable) for variable in self.variables):
            run.called += 1
            run.suppressed.update(self.variables)
            run.names_begun = True
            return ""
        return self._own(run) or self._substituted(run)

    def _own(self, run: Run) -> str:
        """The names of the variables; an editor who is the translator too is named once."""
        found = []
        for variable in self.variables:
            run.called += 1
            people = run.entry.names(variable) if variable not in run.suppressed else ()
            if people:
                run.print(variable)
                if run.substituting:
                    run.suppressed.add(variable)
                found.append((variable, people))
        if self.label and self.label.merges and [name for name, _ in found] in _BOTH and found[0][1] == found[1][1]:
            found = [("editortranslator", found[0][1])]
        if self.names.form == "count":
            return self._count(run, found)
        opening = not run.names_begun
        texts = [self._labelled(run, variable, people, opening=opening) for variable, people in found]
        return self.dress(join(texts, self.delimiter), english=run.english)

    def _count(self, run: Run, found: list[tuple[str, tuple[Person, ...]]]) -> str:
        """How many names are shown in all."""
        numbers = [int(self.names.write(run, variable, people)) for variable, people in found]
        return str(sum(numbers)) if numbers else ""

    def _labelled(self, run: Run, variable: str, people: tuple[Person, ...], *, opening: bool) -> str:
        text = self.names.write(run, variable, people)
        run.opens = run.opens and not text
        if opening and text:
            run.names_begun = True
            text = f"{NAMES[0]}{text}{NAMES[1]}"
        return self.label.around(text, variable, len(people)) if self.label and text and not run.sorting else text

    def _substituted(self, run: Run) -> str:
        begun = run.names_begun
        for substitute in chosen(self.substitutes, run):
            before = len(run.printed)
            run.substituting += 1
            text = substitute.render(run)
            run.substituting -= 1
            if text:
                run.suppressed.update(run.printed[before:])
                return text if run.names_begun else self._tagged(run, text)
            if run.names_begun and not begun:
                return ""  # names that are hidden
        return ""

    @staticmethod
    def _tagged(run: Run, text: str) -> str:
        """A title or another text that stands for the names."""
        run.names_begun = True
        return f"{NAMES[0]}{text}{NAMES[1]}"


_BOTH = (["editor", "translator"], ["translator", "editor"])
