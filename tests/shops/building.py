"""Build once, reuse ever after: folders in a cache that are made whole or made again."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

LEAKY = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "NODE_OPTIONS", "NODE_PATH")


def fingerprint(sources: Iterable[Path], *extra: str) -> str:
    """A short key that changes when any of these files or words does."""
    digest = hashlib.sha256("\0".join(extra).encode())
    for path in sorted(sources):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def built(folder: Path, make: Callable[[Path], None]) -> Path:
    """`folder`, made by `make` unless an earlier call finished making it (safe between processes)."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = folder / ".built"
    with _locked(folder.with_name(f"{folder.name}.lock")):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def clean_env(**changes: str) -> dict[str, str]:
    """Our environment plus `changes`, without what would leak into another interpreter."""
    return {name: value for name, value in os.environ.items() if name not in LEAKY} | changes


def run(argv: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Run a build step to its end; its output is in the error when it fails."""
    step = subprocess.run(
        [str(word) for word in argv],
        cwd=cwd,
        env=clean_env() if env is None else env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if step.returncode:
        words = " ".join(str(word) for word in argv)
        raise RuntimeError(f"`{words}` ended with {step.returncode}:\n{step.stdout[-4000:]}")
    return step.stdout


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
