"""Fuzzing for a bounded time: `python -m tests.fuzzing SECONDS [TARGET]`; without a target each has so many seconds."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzzing.seeds import SEEDS


def main(seconds: str, target: str | None = None) -> int:
    """Fuzz one target or all, each in a process of its own, and give 1 where there is a finding."""
    found = False
    for name in (target,) if target else SEEDS:
        with tempfile.TemporaryDirectory() as room:
            folder = Path(room) / "inputs"
            folder.mkdir()
            run = [sys.executable, "-m", "tests.fuzzing.run", name, seconds, str(folder)]
            found |= subprocess.run(run, check=False).returncode != 0
    return int(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
