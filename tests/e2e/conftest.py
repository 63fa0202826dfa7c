"""What several end-to-end tests look at is audited once per test run."""

from __future__ import annotations

import pytest

from tests.e2e.demo import DemoAudit, audit_demo


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> DemoAudit:
    """`auditor demo`, as it comes."""
    return audit_demo(tmp_path_factory.mktemp("healthy") / "out")
