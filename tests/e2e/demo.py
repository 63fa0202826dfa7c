"""`auditor demo` with the shop's ledger in hand, which the embedded shop shows nobody over HTTP.

Run as a module it is the command `auditor demo`; when the shop closes, its ledger is written to the file named first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from auditor.cli.main import run_command
from auditor.demo import server
from auditor.demo.ledger import Ledger
from auditor.demo.server import Running
from tests.e2e.auditing import Audit, auditor

TRAPS = ("orders", "accounts", "newsletters", "messages", "card_numbers", "wallet_calls")


@dataclass(frozen=True)
class DemoAudit(Audit):
    """An audit of the embedded shop and what its server saw, whatever the audit believes."""

    traps: dict[str, int]
    """How often each thing happened that an audit must never do."""
    bought: list[tuple[list[str], str]]
    """For each visitor with a basket: the products in it, and the deepest stage that the server granted."""


def audit_demo(folder: Path, *options: str) -> DemoAudit:
    """Run `auditor demo -o FOLDER` with these options."""
    books = folder.with_name(f"{folder.name}.ledger.json")
    argv = (sys.executable, "-m", "tests.e2e.demo", str(books))
    audit = auditor("demo", "-o", str(folder), *options, folder=folder, argv=argv)
    told = json.loads(books.read_text())
    bought = [(list(products), str(deepest)) for products, deepest in told["bought"]]
    return DemoAudit(audit.code, audit.folder, audit.stdout, audit.stderr, told["traps"], bought)


def main(books: Path, arguments: list[str]) -> int:
    """Run the command line with the embedded shop's server watched."""
    stock = server.serve

    @contextmanager
    def watched(*given: Any) -> Iterator[Running]:
        with stock(*given) as running:
            try:
                yield running
            finally:
                books.write_text(json.dumps(_told(running.ledger)))

    with patch.object(server, "serve", watched):
        return run_command(arguments)


def _told(ledger: Ledger) -> dict[str, Any]:
    deepest = ledger.deepest
    bought = [([line.product for line in lines], deepest.get(session, "")) for session, lines in ledger.baskets.items() if lines]
    return {"traps": {trap: getattr(ledger, trap) for trap in TRAPS}, "bought": bought}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
