"""Directives that show what the archive holds, generated at each build."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from zhanaozen_archive._citing import cite
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._pictures import attribution, timeline, toll, wording
from zhanaozen_archive.errors import ArchiveError
from zhanaozen_archive.sphinx._held import archive_of
from zhanaozen_archive.sphinx._nodes import picture_node

if TYPE_CHECKING:
    from zhanaozen_archive._archive import Archive
    from zhanaozen_archive._conflicts import Conflict, Grade
    from zhanaozen_archive.sphinx._domain import ArchiveDomain

_GRADES = {"certain": "By the words alone", "conventional": "Where a convention reads more into the words"}
Options = dict[str, Callable[[str], Any]]
_HEADS, _WIDTHS = ("Who says so", "What", "In their words, and how to cite them", "Claim"), (22, 26, 30, 22)
_ON: Options = {"of": directives.unchanged_required, "title": directives.unchanged_required}
_QUESTION: Options = {"about": directives.unchanged_required, "of": directives.unchanged_required}


class _FromArchive(SphinxDirective, ABC):
    """A directive that shows something of the archive; what is wrong with it is told with its line."""

    def run(self) -> list[nodes.Node]:
        """Show it."""
        try:
            return list(self.shown(archive_of(self.env)))
        except ArchiveError as error:
            raise self.error(str(error)) from error

    @abstractmethod
    def shown(self, archive: Archive) -> Iterable[nodes.Node]:
        """What is shown."""

    def option(self, name: str) -> str | None:
        """An option, or None where it is not given."""
        return self.options.get(name)


class TollDirective(_FromArchive):
    """Counts on one scale; its argument is an event."""

    required_arguments = 1
    option_spec: ClassVar[Options] = {**_ON, "only": directives.flag}

    def shown(self, archive: Archive) -> Iterator[nodes.Node]:
        """The picture; with `only`, without the parts of the event."""
        [event] = self.arguments
        found = archive.claims(about=event, of=self.option("of") or "killed")
        claims = [claim for claim in found if "only" not in self.options or claim.event.id == event]
        yield picture_node(toll(claims, self.option("title")))


class TimelineDirective(_FromArchive):
    """What happened when; its argument is an event, and none means all."""

    optional_arguments = 1
    option_spec: ClassVar[Options] = {"title": directives.unchanged_required}

    def shown(self, archive: Archive) -> Iterator[nodes.Node]:
        """The picture."""
        yield picture_node(timeline(archive, next(iter(self.arguments), None), self.option("title")))


class AttributionDirective(_FromArchive):
    """Who says it, via whom; its argument is an event."""

    required_arguments = 1
    option_spec: ClassVar[Options] = _ON

    def shown(self, archive: Archive) -> Iterator[nodes.Node]:
        """The picture."""
        claims = archive.claims(about=self.arguments[0], of=self.option("of"))
        yield picture_node(attribution(claims, self.option("title")))


class ClaimsDirective(_FromArchive):
    """A table of claims: who says what, in which words, and where."""

    option_spec: ClassVar[Options] = {
        **_QUESTION,
        "by": directives.unchanged_required,
        "via": directives.unchanged_required,
        "saying": directives.unchanged_required,
        "only": directives.flag,
        "home": directives.flag,
    }

    def shown(self, archive: Archive) -> Iterator[nodes.Node]:
        """The table; with `only`, of claims about the event itself and in the source itself.

        With `home`, it is where links to the claims go to.
        """
        about, via = self.option("about"), self.option("via")
        by, saying = self.option("by"), self.option("saying")
        claims = archive.claims(about=about, of=self.option("of"), by=by, via=via, saying=saying)
        if "only" in self.options:
            claims = tuple(c for c in claims if about in (None, c.event.id) and via in (None, c.source.key))
        heads = ("Who says so", "What", "In their words", "Claim")
        yield (
            table(heads, (22, 26, 30, 22), [self._row(claim) for claim in claims])
            if claims
            else paragraph("No claims.")
        )

    def _row(self, claim: AnyClaim) -> list[Sequence[nodes.Node]]:
        source = paragraph("via ", self._link("source", claim.source.key))
        asked = (
            paragraph(f"{claim.property}: {wording.told(claim)}"),
            paragraph("on ", self._link("event", claim.event.id)),
        )
        quoted = wording.quoted(claim)
        place = f", para. {claim.paragraph}" if claim.paragraph else ""
        named = paragraph(self._link("claim", claim.id), place)
        cited = nodes.paragraph("", str(cite(claim, style=self.config.zhanaozen_style)), classes=["za-cited"])
        words = (paragraph(quoted), cited) if quoted else (cited,)
        return [(paragraph(str(claim.root)), source), asked, words, (*self._target(claim), named)]

    def _target(self, claim: AnyClaim) -> list[nodes.Node]:
        return [record_target(self, "claim", claim.id, claim.id)] if "home" in self.options else []

    def _link(self, kind: str, id_: str) -> nodes.Node:
        return link(self.env.docname, kind, id_)


class ConflictsDirective(_FromArchive):
    """The claims that cannot all be true, with how far apart they are."""

    option_spec: ClassVar[Options] = {
        **_QUESTION,
        "grade": lambda given: directives.choice(given, ("certain", "conventional")),
        "reading": directives.unchanged_required,
        "via": directives.unchanged_required,
    }

    def shown(self, archive: Archive) -> Iterator[nodes.Node]:
        """A list for each grade, an item for each conflict; with `via`, of those that the source takes part in.

        Those on the event itself stand before the others, and pairs before what many claims make together.
        """
        grade = cast("Grade | None", self.option("grade"))
        about, of, via = self.option("about"), self.option("of"), self.option("via")
        found = archive.conflicts(about=about, of=of, reading=self.option("reading"), grade=grade)
        shown = [c for c in found if via is None or any(claim.source.key == via for claim in c.claims)]
        shown.sort(key=lambda conflict: (conflict.event.id != about, len(conflict.claims)))
        if not shown:
            yield paragraph("No claims here exclude each other.")
        for each, head in _GRADES.items():
            if items := [self._item(conflict) for conflict in shown if conflict.grade == each]:
                yield nodes.rubric(head, head)
                yield nodes.bullet_list("", *items, classes=["za-conflicts"])

    def _item(self, conflict: Conflict) -> nodes.list_item:
        """What it is, and links to its claims."""
        links: list[nodes.Node | str] = ["Claims: "]
        for number, claim in enumerate(conflict.claims):
            links += [", "] * (number > 0) + [link(self.env.docname, "claim", claim.id)]
        return nodes.list_item("", paragraph(str(conflict)), paragraph(*links))


class RecordDirective(SphinxDirective):
    """Says that the record of its arguments, a kind and an id, stands here: what links go to."""

    required_arguments = 2
    option_spec: ClassVar[Options] = {"title": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Leave a target."""
        kind, id_ = self.arguments
        return [record_target(self, kind, id_, self.options.get("title", id_))]


def record_target(directive: SphinxDirective, kind: str, id_: str, title: str) -> nodes.Node:
    """The target of all links to a record."""
    anchor = f"za-{kind}-{nodes.make_id(id_)}"
    domain = cast("ArchiveDomain", directive.env.get_domain("za"))
    domain.note(kind, id_, (directive.env.docname, anchor, title))
    return nodes.target("", "", ids=[anchor])


def paragraph(*content: nodes.Node | str) -> nodes.paragraph:
    """A paragraph of text and nodes."""
    return nodes.paragraph("", "", *(nodes.Text(part) if isinstance(part, str) else part for part in content))


def link(docname: str, kind: str, id_: str) -> nodes.Node:
    """A link to a record, or its id where it has no page."""
    return addnodes.pending_xref(
        "",
        nodes.literal(id_, id_),
        refdomain="za",
        reftype=kind,
        reftarget=id_,
        refexplicit=True,
        refwarn=False,
        refdoc=docname,
    )


def table(heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Sequence[nodes.Node]]]) -> nodes.table:
    """A table of cells that hold nodes."""
    head = nodes.row("", *(nodes.entry("", paragraph(text)) for text in heads))
    body = [nodes.row("", *(nodes.entry("", *cell) for cell in row)) for row in rows]
    specs = [nodes.colspec(colwidth=width) for width in widths]
    group = nodes.tgroup("", *specs, nodes.thead("", head), nodes.tbody("", *body), cols=len(heads))
    return nodes.table("", group, classes=["za-claims"])
