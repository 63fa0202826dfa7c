import shutil
import sys
from pathlib import Path

import pytest

from auditor.cli import doctor
from auditor.errors import ExternalToolError
from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, Path | None]:
    """What the machine has."""
    has: dict[str, Path | None] = {"browser": Path(sys.executable), "node": None}

    def install(say: object) -> Path:
        has["browser"] = Path(sys.executable)
        return Path(sys.executable)

    monkeypatch.setattr(doctor, "find_browser", lambda: has["browser"])
    monkeypatch.setattr(doctor, "install_browser", install)
    monkeypatch.setattr(shutil, "which", lambda _: str(has["node"]) if has["node"] else None)
    return has


def test_all_that_is_needed_is_there(auditor: Auditor, machine: dict[str, Path | None]) -> None:
    ran = auditor("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[1] for line in ran.out.splitlines() if line.startswith("ok")][:3] == ["auditor", "Python", "browser"]
    assert "absent   Node" in ran.out


def test_a_missing_browser_is_told_with_the_cure(auditor: Auditor, machine: dict[str, Path | None]) -> None:
    machine["browser"] = None
    ran = auditor("doctor")
    assert ran.code == 3
    assert "MISSING  browser" in ran.out
    assert "auditor doctor --install" in ran.out


def test_quiet_says_only_what_is_missing(auditor: Auditor, machine: dict[str, Path | None]) -> None:
    assert auditor("doctor", "-q").out == ""
    machine["browser"] = None
    assert auditor("doctor", "-q").out.splitlines()[0].startswith("MISSING  browser")


def test_the_browser_can_be_installed(auditor: Auditor, machine: dict[str, Path | None]) -> None:
    machine["browser"] = None
    ran = auditor("doctor", "--install")
    assert ran.code == 0
    assert ran.out.startswith(f"Browser: {sys.executable}")


def test_lighthouse_is_an_extra_that_can_be_installed(
    auditor: Auditor, machine: dict[str, Path | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed: list[Path] = []
    monkeypatch.setattr(doctor, "installed_lighthouse", lambda: installed[0] if installed else None)
    monkeypatch.setattr(doctor, "install_lighthouse", lambda _: installed.append(tmp_path))
    before = auditor("doctor")
    assert before.code == 0
    assert "absent   Lighthouse CI" in before.out
    assert "auditor doctor --install lighthouse" in before.out
    after = auditor("doctor", "--install", "lighthouse")
    assert (after.code, installed) == (0, [tmp_path])
    assert f"ok       Lighthouse CI {tmp_path}" in after.out


def test_without_node_lighthouse_is_not_installed(
    auditor: Auditor, machine: dict[str, Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_node(_: object) -> Path:
        raise ExternalToolError("Lighthouse needs Node, and there is none.")

    monkeypatch.setattr(doctor, "install_lighthouse", no_node)
    assert auditor("doctor", "--install", "lighthouse").refused(3, "Lighthouse needs Node")
