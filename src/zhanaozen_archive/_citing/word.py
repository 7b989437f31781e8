"""Citations in Word documents, through python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zhanaozen_archive._citing.writers import Layout, Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_INDENT_CM = 1.25
_LINE_PT = 12


def append(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    """Append runs to a paragraph."""
    for run in runs:
        added = paragraph.add_run(run.text)
        for kind in run.kinds:
            setattr(added.font, kind.replace("-", "_"), True)
        if run.url is not None:
            _link(paragraph, added, run.url)


def append_list(document: Document, entries: Sequence[Sequence[Run]], layout: Layout) -> None:
    """Append one paragraph for each entry; what stands in the margin hangs before it."""
    from docx.shared import Cm, Pt

    style = "Bibliography" if "Bibliography" in document.styles else None
    for runs in entries:
        paragraph = document.add_paragraph(style=style)
        form = paragraph.paragraph_format
        form.space_after, form.line_spacing = Pt(_LINE_PT * layout.entry_spacing), float(layout.line_spacing)
        if layout.hanging_indent or any("\t" in run.text for run in runs):
            form.left_indent, form.first_line_indent = Cm(_INDENT_CM), Cm(-_INDENT_CM)
        append(paragraph, runs)


def _link(paragraph: Paragraph, run: Any, url: str) -> None:
    """Put a run into a link to an address outside of the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link, element = OxmlElement("w:hyperlink"), run._element  # noqa: SLF001  # python-docx can read links, not make them
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.addprevious(link)
    link.append(element)
