"""Reading the files of a folder, before anything is known of what they hold."""

from __future__ import annotations

import re
from pathlib import Path

from zhanaozen_archive._loading.report import Report, did_you_mean

SHARED = ("agents", "archive", "codebook", "events", "places", "readings", "retired")
"""The files beside `sources/`, without their ending."""
SNAPSHOT = "snapshot.json"
"""What `read_folder` gives for the shipped archive, put beside its files when the package is built: JSON is read in a
tenth of the time that TOML takes."""
Parsed = dict[str, object]
"""The tables of each file that could be read, by its path below the folder, with `/` between the parts."""


def read_folder(folder: Path, report: Report) -> Parsed:
    """Every file of the folder, with all that is wrong in the report; empty where it is no archive at all."""
    if not (folder / "archive.toml").is_file():
        report.add("archive.toml", (), "no-archive", f"there is no such file in {str(folder)!r}, so it is no archive")
        return {}
    for stray in sorted(file.stem for file in folder.glob("*.toml") if file.stem not in SHARED):
        report.add(f"{stray}.toml", (), "unknown-file", f"unknown file{did_you_mean(stray, SHARED)}")
    shared = (f"{name}.toml" for name in SHARED if (folder / f"{name}.toml").exists())
    documents = (f"sources/{path.name}" for path in sorted(folder.glob("sources/*.toml")))
    read = {file: _parsed(folder, file, report) for file in (*shared, *documents)}
    return {file: tables for file, tables in read.items() if tables is not None}


def read_shipped(folder: Path, report: Report) -> Parsed:
    """The files of the shipped archive, from their snapshot where there is one."""
    import json

    try:
        snapshot = (folder / SNAPSHOT).read_bytes()
    except FileNotFoundError:
        return read_folder(folder, report)
    parsed: Parsed = json.loads(snapshot)
    return parsed


def _parsed(folder: Path, file: str, report: Report) -> object:
    """The tables of a file; None where it cannot be read."""
    import tomllib  # the shipped archive has a snapshot, and does without

    try:
        text = (folder / file).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        report.add(file, (), "not-utf-8", f"byte {error.start} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        report.add(file, (), "unreadable", f"cannot be read: {error.strerror}")
    else:
        report.texts[file] = text
        try:
            report.tables[file] = tables = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = re.search(r"at line (\d+)", str(error))
            report.add(file, (), "not-toml", f"not TOML: {error}", line=int(line[1]) if line else 0)
        else:
            return tables
    return None
