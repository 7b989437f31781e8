"""Punctuation where parts of a citation meet: what is doubled goes, what belongs inside quotation marks moves there."""

from __future__ import annotations

import re

from attrs import define, field

from zhanaozen_archive._citing._kit.marks import JOINT, QUOTE

_TOKEN = re.compile("[^.,:;!? \u00a0\ue000-\ue0ff]+|.", re.DOTALL)
_DROPPED = frozenset([*(a + b for b in ".:" for a in b + "!?"), ":.", ";.", ";;", "!!", "??", ",,", ";:", " "])
"""Pairs of which only the first sign is printed."""
_REPLACED = frozenset((":!", ";!", ":?", ";?"))
"""Pairs of which only the second is."""
_MOVED = ".,!?"


@define
class _Line:
    inside: bool
    out: list[str] = field(factory=list)
    last: int = -1
    """Place in `out` of the last thing that is no mark."""
    joint: bool = True

    def add(self, sign: str) -> None:
        if sign == JOINT:
            self.joint = True
        elif _is_mark(sign):
            self.out.append(sign)
        elif not self.joint or not (self._collides(sign) or self._moves(sign)):
            self.out.append(sign)
            self.last = len(self.out) - 1
            self.joint = False

    def _collides(self, sign: str) -> bool:
        """Whether the sign before makes this one superfluous; it goes itself where it is the weaker one."""
        if self.last < 0:
            return sign == " "
        before = self.out[self.last][-1]
        if sign == " ":
            return before in " \u00a0"
        if before + sign in _REPLACED:
            self.out[self.last] = self.out[self.last][:-1]
            self._step_back()
            before = self.out[self.last][-1:] if self.last >= 0 else ""
        return before + sign in _DROPPED

    def _step_back(self) -> None:
        while self.last >= 0 and (not self.out[self.last] or _is_mark(self.out[self.last])):
            self.last -= 1

    def _moves(self, sign: str) -> bool:
        """Whether this sign goes inside the quotation marks before it."""
        if not self.inside or sign not in _MOVED or not self._closes_quote():
            return False
        self.last += 1
        self.out.insert(self.last, sign)
        return True

    def strip(self) -> None:
        """Take away the white space at the end."""
        while self.last >= 0 and self.out[self.last] == " ":
            self.out[self.last] = ""
            self._step_back()

    def _closes_quote(self) -> bool:
        return QUOTE[1] in self.out[self.last + 1 :]


def collided(text: str, *, inside: bool) -> str:
    """Marked text without joints, its punctuation resolved, and no white space at its ends.

    Args:
        text: Marked text.
        inside: Whether full stops and commas go inside quotation marks.
    """
    line = _Line(inside)
    for sign in _TOKEN.findall(text):
        line.add(sign)
    line.strip()
    return "".join(line.out)


def _is_mark(sign: str) -> bool:
    return "\ue000" <= sign[0] <= "\ue0ff"
