"""Put the records of seeds/ into the wheel, and nothing else that may lie there."""

from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SeedsInWheel(BuildHookInterface[BuilderConfig]):
    """Map every TOML record below seeds/ to the same place below the package.

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
        root = Path(self.root)
        records = sorted(root.glob("seeds/**/*.toml"))
        if not records:
            raise FileNotFoundError(f"no TOML records under {root / 'seeds'}")
        for record in records:
            name = record.relative_to(root).as_posix()
            build_data["force_include"][str(record)] = f"zhanaozen_archive/{name}"
