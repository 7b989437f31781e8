"""The domain `za`: what can be linked to, in this project and from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from zhanaozen_archive._citing import cite
from zhanaozen_archive.errors import ArchiveError
from zhanaozen_archive.sphinx._directives import (
    AttributionDirective,
    ClaimsDirective,
    ConflictsDirective,
    RecordDirective,
    TimelineDirective,
    TollDirective,
)
from zhanaozen_archive.sphinx._held import archive_of

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

Place = tuple[str, str, str]
"""Page, anchor on it, and what a link shows."""


class CiteRole(SphinxRole):
    """Cites a source or a claim in the text."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Write the citation in the style of the project."""
        held = archive_of(self.env)
        try:
            cited = held.claim(self.text) if "/" in self.text else held.source(self.text)
            text = cite(cited, style=self.config.zhanaozen_style)
        except ArchiveError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.inline(self.rawtext, str(text), classes=["za-cite"])], []


class ArchiveDomain(Domain):
    """Sources, events and claims of an archive."""

    name = "za"
    label = "Archive"
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind) for kind in ("source", "event", "claim")}
    roles: ClassVar[dict[str, Any]] = {
        "source": XRefRole(innernodeclass=nodes.inline),
        "event": XRefRole(innernodeclass=nodes.inline),
        "claim": XRefRole(innernodeclass=nodes.inline),
        "cite": CiteRole(),
    }
    directives: ClassVar[dict[str, Any]] = {
        "attribution": AttributionDirective,
        "claims": ClaimsDirective,
        "conflicts": ConflictsDirective,
        "record": RecordDirective,
        "timeline": TimelineDirective,
        "toll": TollDirective,
    }
    initial_data: ClassVar[dict[str, Any]] = {"places": {}}
    data_version = 1

    @property
    def places(self) -> dict[tuple[str, str], Place]:
        """Where each record has its page, by its kind and its id."""
        places: dict[tuple[str, str], Place] = self.data["places"]
        return places

    def note(self, kind: str, id_: str, place: Place) -> None:
        """Keep where a record stands."""
        self.places[kind, id_] = place

    def clear_doc(self, docname: str) -> None:
        """Forget what stood on a page."""
        for key in [key for key, place in self.places.items() if place[0] == docname]:
            del self.places[key]

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.places.update({key: place for key, place in otherdata["places"].items() if place[0] in set(docnames)})

    def resolve_xref(  # noqa: PLR0913, PLR0917  # as Sphinx calls it
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link to a record of this project."""
        if (place := self.places.get((typ, target))) is None:
            return None
        page, anchor, title = place
        shown = contnode if node["refexplicit"] else nodes.inline(title, title)
        return make_refnode(builder, fromdocname, page, anchor, shown, title)

    def resolve_any_xref(  # as Sphinx calls it
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Link to whatever kind of record it is."""
        found = (
            (k, self.resolve_xref(env, fromdocname, builder, k, target, node, contnode)) for k in self.object_types
        )
        return [(f"za:{kind}", link) for kind, link in found if link is not None]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """All that other projects can link to."""
        for (kind, id_), (page, anchor, title) in self.places.items():
            yield id_, title, kind, page, anchor, 1
