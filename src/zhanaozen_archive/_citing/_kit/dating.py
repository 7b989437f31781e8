"""Dates: `cs:date`, with its parts, ranges, eras and the letter behind the year."""

from __future__ import annotations

from attrs import frozen

from zhanaozen_archive._citing._kit.days import Date, Moment
from zhanaozen_archive._citing._kit.dress import Dress, join
from zhanaozen_archive._citing._kit.fields import marked
from zhanaozen_archive._citing._kit.locales import Locale
from zhanaozen_archive._citing._kit.marks import JOINT, YEAR, YEAR_SUFFIX
from zhanaozen_archive._citing._kit.run import Run

_DOUBLED = {"year": ("year", "month", "day"), "month": ("month", "day"), "day": ("day",)}
"""What is written for both ends of a range, by the largest part in which they differ."""

_FOUR_DIGITS = 1000


@frozen
class Part:
    """A part of a date: year, month or day."""

    name: str
    form: str
    dress: Dress
    inner: Dress
    """The dress without affixes."""
    range_delimiter: str
    locale: Locale

    def text(self, moment: Moment) -> str:
        """The part, undressed; "" where it is not known."""
        if self.name == "year":
            return self._year(moment.year)
        return self._month(moment) if self.name == "month" else self._day(moment)

    def _year(self, year: int) -> str:
        if year < 0:
            return f"{-year}{self.locale.term('bc')}"
        if self.form == "short" and year >= _FOUR_DIGITS:
            return f"{year % 100:02d}"
        return str(year) if year >= _FOUR_DIGITS else f"{year}{self.locale.term('ad')}"

    def _month(self, moment: Moment) -> str:
        if moment.season:
            return self.locale.term(f"season-{moment.season:02d}", self.form)
        if not moment.month:
            return ""
        if self.form.startswith("numeric"):
            return f"{moment.month:02d}" if self.form == "numeric-leading-zeros" else str(moment.month)
        return self.locale.term(f"month-{moment.month:02d}", self.form)

    def _day(self, moment: Moment) -> str:
        if not moment.day:
            return ""
        first_only = self.locale.options.get("limit-day-ordinals-to-day-1", False)
        if self.form == "ordinal" and (moment.day == 1 or not first_only):
            return self.locale.ordinal(moment.day, self.locale.gender(f"month-{moment.month:02d}"))
        return f"{moment.day:02d}" if self.form == "numeric-leading-zeros" else str(moment.day)


@frozen
class DateNode:
    """A date variable in the parts of the style or of the locale."""

    variable: str
    parts: tuple[Part, ...]
    delimiter: str
    dress: Dress
    suffixed: bool
    """Whether the letter that tells apart works of one year stands behind its year."""

    def render(self, run: Run) -> str:
        run.called += 1
        date = run.entry.date(self.variable)
        if date is None or self.variable in run.suppressed:
            return ""
        text = self._sort_text(date) if run.sorting else self._text(run, date)
        if text:
            run.print(self.variable)
            run.opens = False
        return self.dress(text, english=run.english)

    def _sort_text(self, date: Date) -> str:
        known = {part.name for part in self.parts}
        ends = (date.start, date.end) if date.end else (date.start,)
        kept = [Moment(end.year, end.month * ("month" in known), end.day * ("day" in known)) for end in ends]
        return Date(kept[0], kept[-1] if date.end else None, literal=date.literal).key

    def _text(self, run: Run, date: Date) -> str:
        if date.literal:
            return marked(date.literal, markup=False)
        if date.end is None:
            return self._joined(self._written(run, self.parts, date.start, suffix=True))
        return self._range(run, date.start, date.end)

    def _range(self, run: Run, start: Moment, end: Moment) -> str:
        largest = _largest_difference(start, end, {part.name for part in self.parts})
        places = [n for n, part in enumerate(self.parts) if part.name in _DOUBLED[largest] and part.text(start)]
        places += [n for n, part in enumerate(self.parts) if part.name in _DOUBLED[largest] and part.text(end)]
        if not places:
            return self._joined(self._written(run, self.parts, start, suffix=True))
        first, last = min(places), max(places) + 1
        head, middle, tail = self.parts[:first], self.parts[first:last], self.parts[last:]
        delimiters = [part.range_delimiter for part in self.parts if part.name == largest]
        delimiter = delimiters[0] if delimiters else "\u2013"
        from_text = self._joined(self._written(run, middle, start, suffix=False, bare_end=True))
        to_text = self._joined(self._written(run, middle, end, suffix=True, bare_start=True))
        both = f"{from_text}{delimiter}{to_text}"
        before = self._written(run, head, start, suffix=True)
        return self._joined([*before, both, *self._written(run, tail, end, suffix=True)])

    def _joined(self, texts: list[str]) -> str:
        return join(texts, self.delimiter)

    def _written(
        self,
        run: Run,
        parts: tuple[Part, ...],
        moment: Moment,
        *,
        suffix: bool,
        bare_start: bool = False,
        bare_end: bool = False,
    ) -> list[str]:
        known = [(part, text) for part in parts if (text := part.text(moment))]
        texts = []
        for n, (part, text) in enumerate(known):
            shown = part.inner(text, english=run.english)
            if part.name == "year":
                shown = f"{YEAR[0]}{shown}{YEAR[1]}{self._letter(run) if suffix else ''}"
            if part.dress.prefix and not (bare_start and n == 0):
                shown = f"{part.dress.prefix}{JOINT}{shown}"
            if part.dress.suffix and not (bare_end and n == len(known) - 1):
                shown = f"{shown}{JOINT}{part.dress.suffix}"
            texts.append(shown)
        return texts

    def _letter(self, run: Run) -> str:
        if not self.suffixed or self.variable != "issued":
            return ""
        run.called_suffix = True
        if not run.suffix_due:
            return ""
        run.suffix_due = False
        return f"{YEAR_SUFFIX[0]}{run.cite.disambiguation.year_suffix}{YEAR_SUFFIX[1]}"


def _largest_difference(start: Moment, end: Moment, printed: set[str]) -> str:
    """The largest of the parts printed in which two ends differ."""
    if start.year != end.year and "year" in printed:
        return "year"
    return "month" if (start.month, start.season) != (end.month, end.season) and "month" in printed else "day"
