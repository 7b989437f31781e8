"""Which changes of the public names break the code of others: `python tests/breaking.py OLDER NEWER CHANGELOG`.

OLDER and NEWER are two states of `tests/snapshots/public_api.txt`. What breaks has to be named in the newest section of
the changelog; otherwise it is printed, and the exit code is 1.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path


def breaks(older: str, newer: str) -> Iterator[tuple[str, str]]:
    """Give each name that breaks, and why."""
    before, after = names(older), names(newer)
    for name, said in before.items():
        if name not in after:
            yield name, "is gone"
        elif why := broken(said, after[name]):
            yield name, why


def names(snapshot: str) -> dict[str, str]:
    """Give what the snapshot says of each name: its signature, or what it is."""
    found = (re.match(r"\s*([\w.]+)(.*)", line) for line in snapshot.splitlines())
    return {match[1]: match[2] for match in found if match}


def broken(before: str, after: str) -> str:
    """Say why a use of the one is none of the other; nothing where every use is."""
    if before == after:
        return ""
    if not (before.startswith("(") and after.startswith("(")):
        return f"was {before.strip(' :')}, is {after.strip(' :')}"
    old, new = parameters(before), parameters(after)
    by_place, by_place_now = places(before), places(after)
    if by_place_now[: len(by_place)] != by_place and "/" not in before:
        return "takes other arguments, or takes them in another order"
    for name, is_optional in old.items():
        if name not in new:
            return f"no longer takes {name!r}"
        if is_optional and not new[name]:
            return f"now asks for {name!r}"
    asked = [name for name, is_optional in new.items() if name not in old and not is_optional]
    return f"now asks for {asked[0]!r}" if asked else ""


def signature(said: str) -> ast.arguments:
    """Parse a signature."""
    [function] = ast.parse(f"def f{re.sub(r'<[^>]*>', '...', said)}: ...").body
    assert isinstance(function, ast.FunctionDef)
    return function.args


def places(said: str) -> list[str]:
    """Give the names of the arguments that can be given by their place."""
    arguments = signature(said)
    return [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]


def parameters(said: str) -> dict[str, bool]:
    """Give each argument that has a name, and whether it can be left out."""
    arguments = signature(said)
    by_place = places(said)
    optional = set(by_place[len(by_place) - len(arguments.defaults) :])
    by_name = {
        a.arg: default is not None for a, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    }
    return {name: name in optional for name in by_place} | by_name


def unnamed(older: str, newer: str, changelog: str) -> list[str]:
    """Give a line for each break that the newest section of the changelog does not name."""
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)
    told = set(re.findall(r"[\w.]+\w", sections[1] if len(sections) > 1 else ""))
    return [
        f"the changelog does not name what breaks: {name} {why}"
        for name, why in breaks(older, newer)
        if name not in told
    ]


if __name__ == "__main__":
    sys.exit("\n".join(unnamed(*(Path(argument).read_text("utf-8") for argument in sys.argv[1:4]))) or 0)
