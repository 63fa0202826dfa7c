"""Writes files that others may be reading, or that the disk may be too full for."""

from __future__ import annotations

from pathlib import Path


def write_atomically(path: Path, document: str | bytes) -> None:
    """Write a file whole or not at all. A device or a pipe, such as /dev/null, is written to and never replaced."""
    told = document.encode() if isinstance(document, str) else document
    if path.exists() and not path.is_file():
        path.write_bytes(told)
        return
    temporary = path.with_name(f"{path.name}.part")
    temporary.write_bytes(told)
    temporary.replace(path)
