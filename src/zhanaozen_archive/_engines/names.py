"""The engines by name."""

from typing import Literal, get_args

EngineName = Literal["sqlite", "duckdb", "polars"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
