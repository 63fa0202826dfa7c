"""What all tests of checks use."""

from pathlib import Path

import pytest

from tests.checks.recordings import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "recording")
