"""Reading the data files that lie beside this package."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A data file by its name below ``data/``, read once."""
    return tomllib.loads((HERE / "data" / name).read_text(encoding="utf-8"))
