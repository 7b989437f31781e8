"""Claims on time that say the same: one is looked at for all, and what it is in conflict with is so with each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from attrs import evolve, frozen

from zhanaozen_archive._conflicts.bundles import Bundle, Choices
from zhanaozen_archive._conflicts.conflict import Found
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.inequalities import Certificate


@frozen
class Alike:
    """Claims of one scope, by what they say."""

    by_meaning: dict[object, list[AnyClaim]]

    @classmethod
    def among(cls, claims: Iterable[AnyClaim]) -> Alike:
        """Put those together that say the same."""
        by_meaning: dict[object, list[AnyClaim]] = {}
        for claim in claims:
            by_meaning.setdefault(_meaning(claim), []).append(claim)
        return cls(by_meaning)

    def picked(self) -> tuple[AnyClaim, ...]:
        """One of each."""
        return tuple(held[0] for held in self.by_meaning.values())

    def conflicts(self, found: Found) -> Bundle:
        """The conflict of some that were picked, and those of all others that say the same; one not known is alone."""
        _, members, _ = found
        groups = tuple(self.by_meaning.get(_meaning(claim), [claim]) for claim in members)
        return Bundle((Choices(groups),), partial(_of, found))


def _meaning(claim: AnyClaim) -> object:
    return claim.event, claim.property, claim.value, claim.as_of


def _of(found: Found, *others: AnyClaim) -> Found:
    """The conflict of others that say the same as the members of one."""
    rule, _, _ = found
    return rule, tuple(sorted(others, key=lambda claim: claim.id)), partial(_proof, found, others)


def _proof(found: Found, others: tuple[AnyClaim, ...]) -> Certificate:
    """The proof of one conflict, told of others."""
    _, members, certificate = found
    proof = certificate()
    named = {member.id: other.id for member, other in zip(members, others, strict=True)}
    lines = tuple(evolve(line, because=named.get(line.because, line.because)) for line in proof.refutation)
    in_order = sorted(zip(others, proof.worlds, strict=True), key=lambda pair: pair[0].id)
    return Certificate(lines, tuple(world for _, world in in_order))
