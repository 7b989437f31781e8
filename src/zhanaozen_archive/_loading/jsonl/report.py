"""A report on a file of JSON Lines: the places of the rules, which know tables and files, as records and lines."""

from __future__ import annotations

from attrs import Factory, define

from zhanaozen_archive._loading.files import SHARED
from zhanaozen_archive._loading.lines import Path
from zhanaozen_archive._loading.report import Report, place_in, printable
from zhanaozen_archive.errors import Code, Problem

CODEBOOK = "codebook.toml"
RECORDS: dict[str, tuple[str, Path]] = {
    "agent": ("agents.toml", ()),
    "place": ("places.toml", ()),
    "event": ("events.toml", ()),
    "reading": ("readings.toml", ()),
    "retired": ("retired.toml", ()),
    "population": (CODEBOOK, ("populations",)),
    "vocabulary": (CODEBOOK, ("vocabularies",)),
    "property": (CODEBOOK, ("properties",)),
}
"""Where a folder holds each kind of record that has an id: the file, and the table in it."""
_KINDS = {table: kind for kind, table in RECORDS.items()}
_CLAIM: dict[str, Path] = {
    "at": ("text", "spans"),
    "also_at": ("text", "also_at"),
    "place": ("scope", "place"),
    "population": ("scope", "population"),
    "time": ("scope", "time"),
    "verb": ("attribution",),
}
_READING = {"at_least": "low", "at_most": "high"}
"""Keys that a record has under another name than a table."""


@define
class LineReport(Report):
    """What was found in the one file so far."""

    name: str = ""
    """The name of the file."""
    at: dict[tuple[str, Path], int] = Factory(dict)
    """The lines of the records, by the file and the place that they would have in a folder; not those of claims."""
    voices: dict[tuple[str, int], str] = Factory(dict)
    """The keys of the voices, by file and number."""
    claim: str = ""
    """The id of the claim at hand. A claim has its line as its number."""
    own_steps: int = 0
    """How many steps of its attribution are those of its source, which a table leaves out."""

    def lose(self) -> None:
        """Note that a record is not there because it could not be read: what refers to it is not judged."""
        self.lost.update(SHARED)

    @property
    def is_gone(self) -> bool:
        """Whether a record that claims share could not be read."""
        return not self.lost.isdisjoint(SHARED)

    @property
    def number(self) -> int:
        """How many problems were found."""
        return len(self.problems) + self.untold

    def add_at(self, line: int, where: str, code: Code, message: str) -> None:
        """Note a problem of a record that has no place in a folder."""
        if self.is_full:
            self.untold += 1
        else:
            self.problems.append(Problem(printable(self.name), line, where, code, message))

    def _name(self, _: str) -> str:
        return printable(self.name)

    def _line(self, file: str, path: Path) -> int:
        if path[:1] == ("claims",):
            return int(path[1])
        return next((line for end in range(len(path), -1, -1) if (line := self.at.get((file, path[:end])))), 0)

    def _where(self, file: str, path: Path) -> str:
        kind, id_, rest = self._record(file, path)
        name = f' "{id_}"' if id_ and printable(id_) == id_ else f" {printable(id_)}" if id_ else ""
        return ": ".join(filter(None, (f"{kind}{name}", place_in(None, rest))))

    def _record(self, file: str, path: Path) -> tuple[str, str, Path]:
        """The kind and the id of a record, and the place in it."""
        for depth in (0, 1):
            if (kind := _KINDS.get((file, path[:depth]))) and len(path) > depth:
                rest = path[depth + 1 :]
                return kind, str(path[depth]), tuple(_READING.get(str(k), k) for k in rest) if rest else rest
        if file.startswith("sources/"):
            return self._of_document(file, path)
        return ("disjoint", "", path[2:]) if path[:1] == ("disjoint",) else ("archive", "", path)

    def _of_document(self, file: str, path: Path) -> tuple[str, str, Path]:
        key = file.removeprefix("sources/").removesuffix(".toml")
        match path:
            case ("claims", _, "attribution", int(n), *rest):
                return "claim", self.claim, ("attribution", n + self.own_steps, *rest)
            case ("claims", _, str(name), *rest):
                return "claim", self.claim, (*_CLAIM.get(name, (name,)), *rest)
            case ("claims", *_):
                return "claim", self.claim, ()
            case ("voices", int(n), *rest):
                return "source", self.voices[file, n], tuple(rest)
            case ("text", "paragraphs", *rest):
                return "source", key, ("paragraphs", *rest)
        return "source", key, path[1:] if path[:1] == ("source",) else path
