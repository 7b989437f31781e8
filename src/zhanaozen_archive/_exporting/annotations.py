"""W3C Web Annotations: one for each claim, on its words in the text."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from typing import Any

from zhanaozen_archive._archive import Archive
from zhanaozen_archive._exporting.linked import OWN
from zhanaozen_archive._exporting.plain import written
from zhanaozen_archive._model.claims import AnyClaim
from zhanaozen_archive._model.sources import Source, Span

Node = dict[str, Any]
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"za": OWN}]
"""The first is what the standard asks for; the form is plain JSON to whoever does not resolve it."""


def web_annotations(archive: Archive) -> str:
    """A collection of one page, with the claims in the order of the archive."""
    found = [_annotation(claim) for claim in archive.claims()]
    collection = f"{OWN}annotations"
    page = {"id": f"{collection}/1", "type": "AnnotationPage", "partOf": collection, "startIndex": 0, "items": found}
    return written(
        {
            "@context": CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": f"{archive.title} {archive.data_version}, sha256:{archive.digest}",
            "total": len(found),
            "first": page,
        }
    )


def _annotation(claim: AnyClaim) -> Node:
    return {
        "id": f"{OWN}annotation/{claim.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": f"{OWN}claim/{claim.id}", "purpose": "identifying"},
            {
                "type": "TextualBody",
                "value": f"{claim.event}: {claim}",
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
        ],
        "target": [*_targets(claim)],
    }


def _targets(claim: AnyClaim) -> Iterator[Node]:
    """The words, all of them together where they are in several stretches; then each place that repeats them."""
    words = claim.words or (None,) * len(claim.at)
    stretches = [_target(claim.document, span, said) for span, said in zip(claim.at, words, strict=True)]
    yield stretches[0] if len(stretches) == 1 else {"type": "Composite", "items": stretches}
    yield from (_target(claim.document, span, None) for span in claim.also_at)


def _target(document: Source, span: Span, words: str | None) -> Node:
    """A stretch of a text, by its place in code points and by its words, where they are quoted."""
    target = {"type": "SpecificResource", **_text(document)}
    return {**target, "selector": [*_selectors(span, words)]}


def _selectors(span: Span, words: str | None) -> Iterable[Node]:
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if words is not None:
        yield {"type": "TextQuoteSelector", "exact": words}


def _text(document: Source) -> Node:
    """The text by the digest of its bytes, as RFC 6920 names things; the source itself where no text is described."""
    original = document.original
    if original is None:
        return {"source": f"{OWN}source/{document.key}"}
    digest = urlsafe_b64encode(bytes.fromhex(original.sha256)).decode().rstrip("=")
    state = {"type": "State", "za:file": original.file, "za:sha256": original.sha256, "za:length": original.length}
    return {"source": f"ni:///sha-256;{digest}", "scope": f"{OWN}source/{document.key}", "state": state}
