"""Pictures on pages: themselves in HTML, in characters everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from zhanaozen_archive._pictures import Picture
from zhanaozen_archive._pictures.style import PAGE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COLUMNS = 78
"""Width of a picture in characters."""


class picture(nodes.General, nodes.Element):  # noqa: N801  # as docutils names nodes
    """A picture, with what each kind of page needs of it."""


def picture_node(drawn: Picture) -> picture:
    """A picture as a node."""
    return picture(html=drawn.html(style=False), text=drawn.text(_COLUMNS))


class PicturesInWords(SphinxPostTransform):
    """Replaces pictures by characters where no HTML is written."""

    default_priority: ClassVar[int] = 200
    formats: tuple[str, ...] = ("latex", "man", "texinfo", "text")

    def run(self, **_given: Any) -> None:
        """Replace each."""
        for node in list(self.document.findall(picture)):
            node.replace_self(nodes.literal_block(node["text"], node["text"], language="none"))


def add_picture(app: Sphinx) -> None:
    """Make the node known, and give its style sheet to the pages that have any."""
    app.add_node(picture, html=(_visit, None))
    app.connect("html-page-context", _styled)


def _styled(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    if doctree is not None and any(doctree.findall(picture)):
        context["metatags"] = f"{context.get('metatags', '')}<style>{PAGE}</style>"


def _visit(translator: Any, node: nodes.Element) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode
