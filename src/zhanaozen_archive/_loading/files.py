"""Reading the files of a folder, before anything is known of what they hold."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from unicodedata import normalize

from zhanaozen_archive._loading.depth import crowded_key, is_too_deep
from zhanaozen_archive._loading.hidden import hidden_in_file
from zhanaozen_archive._loading.report import Report, closest
from zhanaozen_archive._loading.safely import LARGEST_ARCHIVE, LARGEST_FILE, Refused, read, toml_files
from zhanaozen_archive._loading.typed import Parsed

SHARED = tuple(f"{name}.toml" for name in ("agents", "archive", "codebook", "events", "places", "readings", "retired"))
"""The files beside `sources/`."""


def read_folder(folder: Path, report: Report) -> Parsed:
    """Every file of the folder, with all that is wrong in the report; empty where it is no archive at all."""
    files = _found(folder, report)
    if "archive.toml" not in files:
        told = "there is no such file in" if folder.is_dir() else "there is no folder"
        report.add("archive.toml", (), "no-archive", f"{told} {str(folder)!r}, so it is no archive")
        return {}
    _check_sources(folder, report)
    return _all_parsed(partial(read, folder), _known(files, report), report)


def read_wheel(path: Path, report: Report) -> Parsed:
    """Every file of the archive in a wheel, with all that is wrong in the report; empty where there is none."""
    from zhanaozen_archive._loading.wheels import Wheel

    try:
        wheel = Wheel(path)
        files = sorted(wheel.files())
    except Refused as error:
        report.add(path.name, (), error.code, error.message)
        return {}
    if "archive.toml" not in files:
        report.add("archive.toml", (), "no-archive", f"there is no such file in {str(path)!r}, so it holds no archive")
        return {}
    _check_names(files, report)
    return _all_parsed(wheel.read, _known(files, report), report)


def _known(files: list[str], report: Report) -> list[str]:
    """Those of the files that the format knows, each once."""
    known = [*dict.fromkeys(file for file in files if file in SHARED or re.fullmatch(r"sources/[^/]+\.toml", file))]
    for stray in sorted(set(files) - set(known)):
        meant = closest(stray.removesuffix(".toml"), (name.removesuffix(".toml") for name in SHARED))
        hint = f"did you mean '{meant}.toml'?" if meant else "documents belong into sources"
        report.add(stray, (), "unknown-file", f"unknown file; {hint}")
    return known


def _found(folder: Path, report: Report) -> list[str]:
    """The files named as TOML, in order."""
    files: list[str] = []
    try:
        files.extend(toml_files(folder))
    except Refused as error:
        if folder.is_dir():
            report.add(".", (), error.code, error.message)
    files.sort()
    _check_names(files, report)
    return files


def _check_names(files: Iterable[str], report: Report) -> None:
    """No two names are one to another system."""
    meant: set[str] = set()
    for file in files:
        folded = normalize("NFC", normalize("NFC", file).casefold())
        if folded in meant:
            message = "another name differs only in the case or the composition of letters: elsewhere they are one"
            report.add(file, (), "name-clash", message)
        meant.add(folded)


def _check_sources(folder: Path, report: Report) -> None:
    sources = folder / "sources"
    if sources.is_symlink():
        report.add("sources", (), "link", "is a link, which could lead out of the folder; put the folder itself there")
    elif not sources.is_dir():
        report.add("sources", (), "no-sources", "there is no such folder; the documents belong there")


def _all_parsed(read_file: Callable[[str, int], bytes], files: Iterable[str], report: Report) -> Parsed:
    """The tables of the files, as far as they are not too large together.

    Args:
        read_file: Gives the bytes of a file, if they are not more than so many.
        files: The files.
        report: Takes what is wrong.
    """
    parsed, room = {}, LARGEST_ARCHIVE
    for file in files:
        try:
            content = read_file(file, min(room, LARGEST_FILE))
            room -= len(content)
            tables = parse(content, file, report)
        except Refused as error:
            report.add(file, (), error.code, error.message)
            tables = None
        if tables is None:
            report.lost.add(file)
        else:
            parsed[file] = tables
    return parsed


def parse(content: bytes, file: str, report: Report) -> dict[str, object] | None:
    """The tables of a file; None where it cannot be read, with the reason in the report."""
    import tomllib  # the shipped archive has a snapshot, and does without

    text = _decoded(content, file, report)
    if text is None or _is_refused(text, file, report):
        return None
    report.texts[file] = text
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _note_syntax(str(error), file, report)
    except RecursionError:
        report.add(file, (), "too-deep", "lists and tables are nested too deeply")
    except ValueError:  # Python reads no such number
        line = _line_of(re.search(r"[0-9_]{4000,}", text), text)
        report.add(file, (), "not-toml", "not TOML: a number of thousands of digits", line=line)
    else:
        report.tables[file] = tables
        if not is_too_deep(tables):
            return tables
        report.add(file, (), "too-deep", "lists and tables are nested too deeply")
    return None


def _decoded(content: bytes, file: str, report: Report) -> str | None:
    if content.startswith(BOM_UTF8):
        report.add(file, (), "byte-order-mark", "begins with a byte order mark; save it as UTF-8 without one", line=1)
        content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        told = f"the byte 0x{content[error.start]:02x} is not UTF-8 here; save the file as UTF-8"
        report.add(file, (), "not-utf-8", told, line=line)
        return None


def _is_refused(text: str, file: str, report: Report) -> bool:
    """Whether a text is not given to the parser: it could hold it up, or does not look like what it is."""
    if (found := hidden_in_file(text)) is not None:
        told = f"the character U+{ord(found[0]):04X} cannot be seen; where a quotation has it, write it as an escape"
        report.add(file, (), "hidden-character", told, line=_line_of(found, text))
    if line := crowded_key(text):
        report.add(file, (), "too-deep", "a key has too many parts", line=line)
    return found is not None or line > 0


def _line_of(found: re.Match[str] | None, text: str) -> int:
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _note_syntax(error: str, file: str, report: Report) -> None:
    """Report what the TOML parser found, which names the line itself, or the end of the file."""
    last = report.texts[file].count("\n") + 1
    at = re.search(r"at line (\d+)", error)
    line = int(at[1]) if at else last if "end of document" in error else 0
    told = error[:1].lower() + error[1:]
    report.add(file, (), "not-toml", f"not TOML: {told}", line=line)
