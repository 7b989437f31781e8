"""Conflicts: sets of claims that cannot all be true. Works on claims handed in, never on files or an index."""

from zhanaozen_archive._conflicts.conflict import Conflict, Dispute, disputes_of
from zhanaozen_archive._conflicts.disjoint import find_conflicts

__all__ = ["Conflict", "Dispute", "disputes_of", "find_conflicts"]
