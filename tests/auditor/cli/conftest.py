"""The command line as a user meets it: arguments in, exit code, stdout and stderr out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.api import Stage
from auditor.cli.main import run_command
from auditor.record.layout import RECORDING
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    def refused(self, code: int, *words: str) -> bool:
        """Whether it ended with this code and one clear message on stderr alone, which holds these words."""
        assert (self.code, self.out) == (code, "")
        assert "Traceback" not in self.err
        assert self.err.strip()
        assert [word for word in words if word not in self.err] == []
        return True


Auditor = Callable[..., Ran]


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Auditor:
    """Run a command in an empty folder, with no settings of the machine the tests run on."""
    for name in [name for name in os.environ if name.startswith("AUDITOR_") or name in {"NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"}]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run_command([str(argument) for argument in arguments])
        return Ran(int(code), *capsys.readouterr())

    return run


def record(folder: Path, *, ended: str = "payment_reached", message: str = "") -> None:
    """Write a small recording of a phone and a desktop."""
    shop = Shop(folder / RECORDING)
    for mobile in (False, True):
        page = Page()
        page.text("Chairs", tag="h1")
        shop.walk(mobile=mobile, ended=ended, message=message).page(Stage.HOME, page, network=[], cookies=[], headers={})
    shop.recording()


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder that holds a small recording."""
    record(tmp_path / "run")
    return tmp_path / "run"
