"""Shops of one's own: started by a command, their truth asked at an address that no page links to.

The manifest is a JSON list of `{"name", "lang", "start": [argv], "port_arg", "deepest", "ended"}`; `start` runs in the
manifest's folder with `port_arg` and a free port behind it. `GET /__truth__` answers with `{"sessions": [{"cart": [names],
"stage": "..."}], "orders": n, "accounts": n, "newsletters": n, "messages": n, "card_numbers": n}`.
"""

from __future__ import annotations

import json
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.journeys.beds import STAGES, TRAPS, Bed, Serving, Truth
from tests.shops.building import clean_env
from tests.shops.serving import free_port, serving


def manifest_beds(file: Path) -> list[Bed]:
    """Read a manifest; raises OSError and ValueError for a file that cannot be read."""
    return [
        Bed(
            name=str(entry["name"]),
            kind=file.parent.name,
            start=partial(_start, file.parent.resolve(), entry),
            deepest=entry.get("deepest", "payment"),
            ended=entry.get("ended", "payment_reached" if entry.get("deepest", "payment") == "payment" else ""),
            lang=entry.get("lang", "en"),
        )
        for entry in json.loads(file.read_text(encoding="utf-8"))
    ]


@contextmanager
def _start(folder: Path, entry: Mapping[str, Any]) -> Iterator[Serving]:
    port = free_port()
    argv = [*entry["start"], entry.get("port_arg", "--port"), str(port)]
    with (
        tempfile.TemporaryDirectory() as temporary,
        serving(argv, port=port, log=Path(temporary) / "server.log", cwd=folder, env=clean_env()) as url,
    ):
        yield Serving(f"{url}/", partial(_truth, url))


def _truth(url: str) -> Truth:
    with urllib.request.urlopen(f"{url}/__truth__", timeout=20) as answer:  # noqa: S310 - the shop just started on this machine
        data = json.load(answer)
    sessions = data.get("sessions", [])
    sessions = list(sessions.values()) if isinstance(sessions, dict) else sessions
    stages = [s.get("stage", s.get("furthest")) for s in sessions]
    reached = [stage for stage in stages if stage in STAGES]
    return Truth(
        deepest=max(reached, key=STAGES.index, default=None),
        traps={name: int(data.get(name, 0)) for name in TRAPS},
        basket=tuple(str(item) for s in sessions for item in s.get("cart", ())),
    )
