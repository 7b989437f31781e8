"""Reading the files of a folder, before anything is known of what they hold."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from zhanaozen_archive._loading.report import Report, did_you_mean

SHARED = tuple(f"{name}.toml" for name in ("agents", "archive", "codebook", "events", "places", "readings", "retired"))
"""The files beside `sources/`."""
SNAPSHOT = "snapshot.json"
"""What `read_folder` gives for the shipped archive, put beside its files when the package is built: JSON is read in a
tenth of the time that TOML takes."""
Parsed = dict[str, dict[str, object]]
"""The tables of each file that could be read, by its path below the folder, with `/` between the parts."""


def read_folder(folder: Path, report: Report) -> Parsed:
    """Every file of the folder, with all that is wrong in the report; empty where it is no archive at all."""
    if not (folder / "archive.toml").is_file():
        told = "there is no such file in" if folder.is_dir() else "there is no folder"
        report.add("archive.toml", (), "no-archive", f"{told} {str(folder)!r}, so it is no archive")
        return {}
    if not (folder / "sources").is_dir():
        report.add("sources", (), "no-sources", "there is no such folder; the documents belong there")
    files = sorted(set(_toml_files(folder)) - {"archive.toml"})
    known = [file for file in files if file in SHARED or re.fullmatch("sources/[^/]+", file)]
    for stray in set(files) - set(known):
        hint = did_you_mean(stray, SHARED) or "; documents belong into sources"
        report.add(stray, (), "unknown-file", f"unknown file{hint}")
    read = {file: _parsed(folder, file, report) for file in ("archive.toml", *known)}
    return {file: tables for file, tables in read.items() if tables is not None}


def _toml_files(folder: Path) -> Iterator[str]:
    """Paths of all TOML files below the folder; hidden ones are an editor's."""
    for path in folder.rglob("*.toml"):
        below = path.relative_to(folder)
        if not any(part.startswith(".") for part in below.parts):
            yield below.as_posix()


def read_shipped(folder: Path, report: Report) -> Parsed:
    """The files of the shipped archive, from their snapshot where there is one."""
    import json

    try:
        snapshot = (folder / SNAPSHOT).read_bytes()
    except FileNotFoundError:
        return read_folder(folder, report)
    parsed: Parsed = json.loads(snapshot)
    return parsed


def _parsed(folder: Path, file: str, report: Report) -> dict[str, object] | None:
    """The tables of a file; None where it cannot be read."""
    import tomllib  # the shipped archive has a snapshot, and does without

    text = _text(folder, file, report)
    try:
        if text is not None:
            report.texts[file] = text
            report.tables[file] = tables = tomllib.loads(text)
            return tables
    except tomllib.TOMLDecodeError as error:
        _note_syntax(str(error), file, report)
    except (RecursionError, ValueError):  # what Python itself refuses
        report.add(file, (), "not-toml", "is nested too deeply, or has a number of thousands of digits")
    report.lost.add(file)
    return None


def _text(folder: Path, file: str, report: Report) -> str | None:
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        report.add(file, (), "unreadable", f"cannot be read: {error.strerror}")
        return None
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


def _note_syntax(error: str, file: str, report: Report) -> None:
    """Report what the TOML parser found, which names the line itself, or the end of the file."""
    last = report.texts[file].count("\n") + 1
    at = re.search(r"at line (\d+)", error)
    line = int(at[1]) if at else last if "end of document" in error else 0
    told = error[:1].lower() + error[1:]
    report.add(file, (), "not-toml", f"not TOML: {told}", line=line)
