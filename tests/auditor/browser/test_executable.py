"""Which browser of the machine is used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from auditor.browser import executable
from auditor.browser.executable import installed_chromium


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser; returns the one folder of its search path."""
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(executable, "_PLACES", {})
    return tmp_path


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_machine_without_a_browser(bare: Path) -> None:
    assert installed_chromium() is None


def test_the_one_that_is_named_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    named = program(bare, "my-chrome")
    monkeypatch.setenv("CHROME_PATH", str(named))
    assert installed_chromium() == named


@pytest.mark.parametrize(
    ("there", "used"),
    [
        (("chromium",), "chromium"),
        (("chromium-browser", "google-chrome"), "google-chrome"),
        (("microsoft-edge", "chromium", "google-chrome-stable"), "google-chrome-stable"),
        (("microsoft-edge",), "microsoft-edge"),
        (("firefox",), None),
    ],
)
def test_of_several_on_the_search_path_the_most_usual_one(bare: Path, there: tuple[str, ...], used: str | None) -> None:
    for name in there:
        program(bare, name)
    assert installed_chromium() == (bare / used if used else None)


def test_a_place_of_the_system_is_the_last_resort(bare: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = program(tmp_path, "Google Chrome")
    monkeypatch.setattr(executable, "_PLACES", {"darwin": (str(tmp_path / "not there"), str(place))})
    monkeypatch.setattr(sys, "platform", "darwin")
    assert installed_chromium() == place
    assert installed_chromium() != program(bare, "chromium") == installed_chromium()
