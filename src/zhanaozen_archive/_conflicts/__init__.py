"""Conflicts: sets of claims that cannot all be true. Works on claims handed in, never on files or an index."""

from zhanaozen_archive._conflicts.budget import Budget
from zhanaozen_archive._conflicts.compare import Comparison, Compatible, Conflicting, Incomparable, compare
from zhanaozen_archive._conflicts.conflict import Conflict, Grade, Rule
from zhanaozen_archive._conflicts.crowd import Crowd
from zhanaozen_archive._conflicts.detect import Search, each_conflict, search
from zhanaozen_archive._conflicts.dispute import Dispute, disputes_of
from zhanaozen_archive._conflicts.positions import Position, positions
from zhanaozen_archive._conflicts.revisions import Revision, revisions
from zhanaozen_archive._conflicts.worlds import worlds
from zhanaozen_archive._model.inequalities import Certificate, Inequality, Variable, World

__all__ = [
    "Budget",
    "Certificate",
    "Comparison",
    "Compatible",
    "Conflict",
    "Conflicting",
    "Crowd",
    "Dispute",
    "Grade",
    "Incomparable",
    "Inequality",
    "Position",
    "Revision",
    "Rule",
    "Search",
    "Variable",
    "World",
    "compare",
    "disputes_of",
    "each_conflict",
    "positions",
    "revisions",
    "search",
    "worlds",
]
