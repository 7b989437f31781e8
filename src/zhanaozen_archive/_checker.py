"""Proving a conflict from its certificate alone. Shares no code with the search: it rests on nothing but the model.

A certificate holds if each line of its refutation follows from the claims, if the lines add up to "nothing is at least
one", and if, for each claim, all that the others say is true in the world that is given. What a claim says, and which
claims count parts of what another counts, is the model's to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf

from attrs import frozen

from zhanaozen_archive._model import inequalities as known
from zhanaozen_archive._model.background import Background
from zhanaozen_archive._model.calendar import Allowed, anchor, left_by, one_day_of_year, some_day, yearly_pair
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.exclusion import at_odds
from zhanaozen_archive._model.hearing import Hearing


@frozen
class Checker:
    """Checks what is held against claims, under a background and a reading."""

    claims: Sequence[AnyClaim]
    background: Background
    hearing: Hearing

    def accepts(self, proof: known.Certificate) -> bool:
        """Whether it is proven that the claims cannot all be true, and without any one of them the others can."""
        named: tuple[AnyClaim | Event, ...] = (*self.claims, *known.events_of(self.claims))
        scopes = {claim.scope for claim in self.claims if self.background.timed(claim)}
        if len({(type(one), one.id) for one in named}) < len(named) or len(scopes) > 1:
            return False
        try:
            if proof == known.Certificate((known.nothing(known.EXCLUDED),), ()):
                tried = (self.claims, *combinations(self.claims, len(self.claims) - 1))
                every, *fewer = (at_odds(claims, self.background, self.hearing) for claims in tried)
                return every and not any(fewer)
            return self._refutes(proof.refutation) and self._all_are_needed(proof.worlds)
        except (KeyError, ValueError):  # it names what is not there, or too many or too few
            return False

    def _refutes(self, lines: Sequence[known.Inequality]) -> bool:
        """Whether lines that follow from the claims add up to a contradiction."""
        proven: list[known.Inequality] = []
        for line in lines:
            floor = known.added_up()
            if skips := line.because in (known.CALENDAR, known.DENIED):
                while proven and [factor for _, factor in floor.sum] != [1]:
                    floor = known.added_up(proven.pop(), floor)
            if not (self._none_of(floor, line) if skips else self._follows(line)):
                return False
            proven.append(known.added_up(floor, line))
        total = known.added_up(*proven)
        return not total.sum and total.least > 0

    def _none_of(self, floor: known.Inequality, line: known.Inequality) -> bool:
        """Whether so many days or numbers, from the least on that a floor leaves, are none of those left."""
        left = left_by(self.claims, self.background, self.hearing)
        if line == known.nothing(known.CALENDAR) and not floor.sum:
            return any(some_day(days) is None for days in left.values())
        [(variable, factor)], least = floor.sum, floor.least
        because = known.CALENDAR if variable[0] == "start" else known.DENIED
        last = least + line.least - 1 if line == known.jump(line.least, because) else inf
        right = factor == 1 and (last < inf or line == known.no_later(variable, least))
        return right and some_day((*left[variable], Allowed(((least, last),)))) is None

    def _follows(self, line: known.Inequality) -> bool:
        if line.because != known.WHOLE:
            told = self.claims, self.background, self.hearing
            return line in (*known.facts(*told), *anchor(*told))
        answers = {known.answer(*told): told for told in known.told(self.claims)}
        whole, *parts = (answers[variable] for variable, _ in line.sum)
        apart = all(self.background.addable(one, other) for one, other in combinations(parts, 2))
        inside = all(known.is_part(part, whole, self.background) for part in parts)
        return apart and inside and line == known.whole_and_parts(whole, parts)

    def _all_are_needed(self, worlds: Sequence[known.World]) -> bool:
        """Whether all claims but any one are true in the world that is given for that one."""
        others = [[other for other in self.claims if other is not claim] for claim in self.claims]
        return len(worlds) == len(others) > 1 and all(map(self._are_true, others, map(dict, worlds)))

    def _are_true(self, claims: Sequence[AnyClaim], world: dict[known.Variable, int]) -> bool:
        facts = (*known.facts(claims, self.background, self.hearing), *known.wholes(claims, self.background))
        pairs = [pair for claim in claims if (pair := yearly_pair(claim, self.background))]
        whole = all(type(number) is int for number in world.values())
        together = whole and all(one_day_of_year(world["start", event.id] for event in pair) for pair in pairs)
        left = left_by(claims, self.background, self.hearing).items()
        possible = together and all(one.no_earlier(world[of]) == world[of] for of, known in left for one in known)
        return possible and all(
            sum(factor * world[variable] for variable, factor in fact.sum) >= fact.least for fact in facts
        )
