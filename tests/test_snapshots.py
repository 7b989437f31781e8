"""What the library and its archive say, written down, so that a change of it is seen as a change of these files.

Run with ZHANAOZEN_SNAPSHOTS=write to write them anew; then look at the difference before committing it.
"""

import inspect
import os
from collections.abc import Iterator
from enum import EnumType
from pathlib import Path

import pytest

import zhanaozen_archive as za

FOLDER = Path(__file__).parent / "snapshots"


def public_api() -> Iterator[str]:
    """Every public name, with the signature of what can be called and the methods of classes."""
    for name in sorted(za.__all__):
        thing = getattr(za, name)
        if not callable(thing):
            yield f"{name}: {type(thing).__name__}"
            continue
        yield f"{name}{_signature(thing)}"
        if inspect.isclass(thing):
            yield from (f"    {name}.{line}" for line in sorted(_members(thing)))


def _signature(thing: object) -> str:
    if isinstance(thing, EnumType):  # its signature is Python's own, and differs from one to the next
        return ""
    try:
        return str(inspect.signature(thing))  # type: ignore[arg-type]
    except ValueError:
        return ""


def _members(class_: type) -> Iterator[str]:
    """What the class, and those of the library that it builds on, let be seen."""
    ours = [vars(base) for base in reversed(class_.__mro__) if base.__module__.startswith("zhanaozen_archive")]
    for name, member in {name: member for members in ours for name, member in members.items()}.items():
        if name.startswith("_"):
            continue
        kind = type(member).__name__
        yield f"{name}{_signature(member)}" if kind == "function" else f"{name}: {kind}"


def ids() -> Iterator[str]:
    """Every id that somebody may have cited or stored."""
    archive = za.load()
    yield from (f"source {source.key}" for source in archive.sources())
    yield from (f"event {event.id}" for event in archive.events())
    yield from (f"claim {claim.id}" for claim in archive.claims())
    yield from (f"place {place.id}" for place in archive.places())
    yield from (f"agent {agent.id}" for agent in archive.agents())
    yield from (f"retired {retired.id}" for retired in archive.retired)


def bounds() -> Iterator[str]:
    """For each event and counted property, what the claims leave open and who stands behind each figure."""
    archive = za.load()
    for event in archive.events():
        for definition in archive.codebook.definitions:
            key = definition.property
            if key.type_ is not za.Count or not archive.support(event, key):
                continue
            yield f"{event.id}, {key}: {archive.bounds(event, key)}"
            yield from (f"    {position}" for position in archive.support(event, key))


def periods() -> Iterator[str]:
    """For each event, the days on which it can have been."""
    archive = za.load()
    yield from (f"{event.id}: {archive.period(event)}" for event in archive.events())


def conflicts() -> Iterator[str]:
    """Every conflict of the archive."""
    for conflict in za.load().conflicts():
        yield conflict.id
        yield f"    {conflict}"


@pytest.mark.parametrize("said", [public_api, ids, bounds, periods, conflicts], ids=lambda said: said.__name__)
def test_what_is_said_is_what_was_written_down(said) -> None:
    """A change of what users see is made on purpose."""
    file = FOLDER / f"{said.__name__}.txt"
    now = "".join(f"{line}\n" for line in said())
    if os.environ.get("ZHANAOZEN_SNAPSHOTS") == "write":
        file.write_text(now, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == now


def test_the_picture_of_the_readme_is_what_the_archive_says_now() -> None:
    """The README is read without running anything, so its picture lies beside it."""
    file = Path(__file__).parents[1] / "docs" / "static" / "toll.svg"
    claims = za.load().claims(about="zhanaozen-shooting-2011", of=za.KILLED)
    now = za.toll(claims, "The shooting in Zhanaozen, December 2011: how many were killed, and who says so").svg()
    if os.environ.get("ZHANAOZEN_SNAPSHOTS") == "write":
        file.write_text(f"{now}\n", encoding="utf-8")

    assert file.read_text(encoding="utf-8") == f"{now}\n"
