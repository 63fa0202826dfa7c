"""What several end-to-end tests look at is audited once per test run, whichever process of it asks first."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest
from filelock import FileLock

from tests.e2e.demo import DemoAudit, audit_demo


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> DemoAudit:
    """`auditor demo`, as it comes. Several processes share it: what changes the run folder does so on a copy."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    kept = shared / "healthy.json"
    with FileLock(shared / "healthy.lock"):
        if not kept.exists():
            (shared / "healthy").mkdir()
            audit = audit_demo(shared / "healthy" / "out")
            kept.write_text(json.dumps({**asdict(audit), "folder": str(audit.folder)}), encoding="utf-8")
        told = json.loads(kept.read_text(encoding="utf-8"))
    return DemoAudit(
        **{**told, "folder": Path(told["folder"]), "bought": [(list(products), deepest) for products, deepest in told["bought"]]}
    )
