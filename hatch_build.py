"""Put the records of seeds/ into the wheel, and nothing else that may lie there."""

import json
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SeedsInWheel(BuildHookInterface[BuilderConfig]):
    """Map every TOML record below seeds/ to the same place below the package, with a snapshot of all beside them.

    A static `force-include` of the folder would also ship what git ignores, such as the text of an
    article that somebody keeps beside its record.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the records to the wheel.

        Args:
            version: The kind of wheel: "standard" or "editable".
            build_data: What hatchling is about to build; changed in place.

        Raises:
            FileNotFoundError: There is no record to ship.
        """
        if version == "editable":  # an editable installation reads the checkout
            return
        seeds = Path(self.root) / "seeds"
        records = {path.relative_to(seeds).as_posix(): path for path in sorted(seeds.glob("**/*.toml"))}
        if not records:
            raise FileNotFoundError(f"no TOML records under {seeds}")
        self._made = TemporaryDirectory()  # it lives as long as the hook, which outlives the building
        snapshot = Path(self._made.name) / "snapshot.json"
        snapshot.write_text(_snapshot(records), encoding="utf-8")
        for name, path in (*records.items(), (snapshot.name, snapshot)):
            build_data["force_include"][str(path)] = f"zhanaozen_archive/seeds/{name}"


def _snapshot(records: dict[str, Path]) -> str:
    """All records in one JSON text, by their names: it is read in a tenth of the time that TOML takes."""
    parsed = {name: tomllib.loads(path.read_text(encoding="utf-8")) for name, path in records.items()}
    return json.dumps(parsed, ensure_ascii=False, separators=(",", ":"))
