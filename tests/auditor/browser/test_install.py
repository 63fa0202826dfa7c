"""How a browser gets onto the machine, and in which order it is tried."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from auditor.browser import install
from auditor.browser.install import find_browser, install_browser
from auditor.errors import BrowserError

BROWSER = Path("/opt/chromium")


@dataclass
class Machine:
    """A machine on which no installer really runs. `works` is the part of a command that brings a browser."""

    works: str = ""
    commands: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    browser: Path | None = None
    said: list[str] = field(default_factory=list)
    fails: Callable[[], subprocess.CompletedProcess[str]] = lambda: subprocess.CompletedProcess([], 1, "", "E: no network\nmore")

    def run(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append(" ".join(command))
        self.environment = options["env"]
        if self.works and self.works in self.commands[-1]:
            self.browser = BROWSER
            return subprocess.CompletedProcess(command, 0, "", "")
        return self.fails()


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(subprocess, "run", made.run)
    monkeypatch.setattr(install, "find_browser", lambda: made.browser)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    return made


def test_a_browser_that_is_there_is_used_and_nothing_runs(machine: Machine) -> None:
    machine.browser = BROWSER
    assert install_browser(machine.said.append) == BROWSER
    assert (machine.commands, machine.said) == ([], [])


def test_playwrights_own_is_tried_first(machine: Machine) -> None:
    machine.works = "playwright install chromium"
    assert install_browser(machine.said.append) == BROWSER
    assert len(machine.commands) == len(machine.said) == 1


def test_the_systems_package_is_tried_next(machine: Machine) -> None:
    machine.works = "apt-get install"
    assert install_browser(machine.said.append) == BROWSER
    assert [c.partition(" ")[2] for c in machine.commands[1:]] == ["update -qq", "install -y -qq chromium"]
    assert "-P -m playwright install chromium" in machine.commands[0]
    assert machine.environment["DEBIAN_FRONTEND"] == "noninteractive"
    assert "apt-get" in machine.said[1]


@pytest.mark.parametrize(("sudo", "prefix"), [(True, "sudo -n apt-get"), (False, "apt-get")])
def test_without_rights_sudo_is_asked_if_there_is_one(machine: Machine, monkeypatch: pytest.MonkeyPatch, sudo: bool, prefix: str) -> None:
    machine.works = "apt-get install"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" or (sudo and name == "sudo") else None)
    install_browser(machine.said.append)
    assert all(c.startswith(prefix) for c in machine.commands[1:])


@pytest.mark.parametrize(("manager", "command"), [("dnf", "dnf install"), ("apk", "apk add"), ("pacman", "pacman -Sy")])
def test_other_package_managers(machine: Machine, monkeypatch: pytest.MonkeyPatch, manager: str, command: str) -> None:
    machine.works = command
    monkeypatch.setattr(shutil, "which", lambda name: name if name == manager else None)
    assert install_browser(machine.said.append) == BROWSER


def test_when_nothing_works_it_is_said_what_was_tried_and_what_to_do(machine: Machine) -> None:
    with pytest.raises(BrowserError) as raised:
        install_browser(machine.said.append)
    message = str(raised.value)
    assert message.count("exit 1: E: no network") == 3
    assert "CHROME_PATH" in message
    assert "auditor doctor" in message


def _hangs() -> subprocess.CompletedProcess[str]:
    raise subprocess.TimeoutExpired("x", 600)


def _is_missing() -> subprocess.CompletedProcess[str]:
    raise FileNotFoundError(2, "No such file")


@pytest.mark.parametrize(("fails", "said"), [(_hangs, "timed out"), (_is_missing, "No such file")])
def test_an_installer_that_hangs_or_is_missing_is_one_more_thing_that_did_not_work(
    machine: Machine, fails: Callable[[], subprocess.CompletedProcess[str]], said: str
) -> None:
    machine.fails = fails
    with pytest.raises(BrowserError, match=said):
        install_browser(machine.said.append)


def test_the_machines_own_comes_before_playwrights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "installed_chromium", lambda: BROWSER)
    monkeypatch.setattr(install, "_playwrights", lambda: tmp_path)
    assert find_browser() == BROWSER
    monkeypatch.setattr(install, "installed_chromium", lambda: None)
    assert find_browser() == tmp_path
