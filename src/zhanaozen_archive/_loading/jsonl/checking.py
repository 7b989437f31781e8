"""What claims say of one another, and all quotations of a document together, once all claims are there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from zhanaozen_archive._loading.claims import check_share, unknown_claim
from zhanaozen_archive._loading.jsonl.report import LineReport
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.linking import ordered, told
from zhanaozen_archive._loading.reader import Reader
from zhanaozen_archive._loading.resolve import check_retired, ids_beside
from zhanaozen_archive._loading.rows import RetiredRow
from zhanaozen_archive._loading.shared import Shared
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Source
from zhanaozen_archive.errors import Code


class Numbered:
    """Claims, each with its line.

    They take no more room than that, for there are millions.
    """

    def __init__(self) -> None:
        self.claims: list[AnyClaim] = []
        self.lines = array("I")

    def add(self, claim: AnyClaim, line: int) -> None:
        """Take a claim."""
        self.claims.append(claim)
        self.lines.append(line)

    def put_in_order(self, documents: Mapping[str, str]) -> None:
        """Put the claims in the order of an archive, in which a file mostly has them."""

        def place(claim: AnyClaim) -> tuple[str, int, int, str]:
            return documents[claim.source.key], claim.at[0].start, claim.at[-1].end, claim.id

        last = ("", 0, 0, "")
        for claim in self.claims:
            if (found := place(claim)) < last:
                order = sorted(zip(self.claims, self.lines, strict=True), key=lambda pair: place(pair[0]))
                self.claims, self.lines = [one for one, _ in order], array("I", (line for _, line in order))
                return
            last = found


@frozen
class Checking:
    """The rules that ask for all claims at once."""

    numbered: Numbered
    readers: Mapping[str, Reader]
    """What reads each document."""
    documents: Mapping[str, str]
    """The key of the document of each source."""
    report: LineReport

    def run(self, known: Shared, sources: Mapping[str, Source], retired: Mapping[str, RetiredRow]) -> None:
        """Report all that is wrong."""
        self._check_documents()
        speaking = [*self._speaking()]
        successors = {id_ for row in retired.values() for id_ in row.successors}
        wanted = successors.union(*(_others(claim) for claim, _ in speaking))
        found = {claim.id for claim in self.numbered.claims if claim.id in wanted} if wanted else set()
        beside = {*ids_beside(known, sources), *retired}
        if not wanted - beside <= found:
            found = {claim.id for claim in self.numbered.claims}
        self._check_references(speaking, found)
        for key in ("supersedes", "repeats"):
            self._check_circles(speaking, key)
        check_retired(retired, found | beside, self.report)

    def _check_documents(self) -> None:
        """No id stands twice, and little of a text is quoted."""
        numbered = zip(self.numbered.claims, self.numbered.lines, strict=True)
        for document, group in groupby(numbered, lambda pair: self.documents[pair[0].source.key]):
            own, met = [*group], set[str]()
            for claim, line in own:
                if claim.id in met:
                    self._note(claim, line, ("id",), "id-twice", f"the id {claim.id!r} is used already")
                met.add(claim.id)
            check_share(self.readers[document], [span for claim, _ in own if claim.words for span in claim.at])

    def _speaking(self) -> Iterator[tuple[AnyClaim, int]]:
        """The claims that speak of others, each with its line."""
        numbered = zip(self.numbered.claims, self.numbered.lines, strict=True)
        return ((c, line) for c, line in numbered if c.supersedes or c.repeats or c.about_claim)

    def _check_references(self, speaking: Iterable[tuple[AnyClaim, int]], ids: set[str]) -> None:
        for claim, line in speaking:
            for path, other in _references(claim):
                if other == claim.id:
                    self._note(claim, line, path, "circular", "a claim cannot refer to itself")
                elif other not in ids and not self.report.lost:
                    self._note(claim, line, path, "unknown-reference", unknown_claim(other, ids))

    def _check_circles(self, speaking: Iterable[tuple[AnyClaim, int]], key: str) -> None:
        """No claim replaces, or repeats, itself by way of others."""
        rows = {claim.id: (claim, line) for claim, line in speaking}
        links = {
            id_: [other for path, other in _references(claim) if path[0] == key and other in rows and other != id_]
            for id_, (claim, _) in rows.items()
        }

        def note(_last: str, _first: str, circle: tuple[str, ...]) -> None:
            self._note(*rows[circle[0]], (key,), "circular", told(circle))

        for _ in ordered(links, note):
            pass

    def _note(self, claim: AnyClaim, line: int, path: Path, code: Code, message: str) -> None:
        self.report.claim, self.report.own_steps = claim.id, 0
        self.readers[self.documents[claim.source.key]].note(("claims", line, *path), code, message)


def _references(claim: AnyClaim) -> Iterator[tuple[Path, str]]:
    """The ids of other claims, each with its place."""
    yield from ((("supersedes", n), id_) for n, id_ in enumerate(claim.supersedes))
    if claim.repeats is not None:
        yield ("repeats",), claim.repeats
    if claim.about_claim is not None:
        yield ("about_claim",), claim.about_claim


def _others(claim: AnyClaim) -> Iterator[str]:
    return (other for _, other in _references(claim))
