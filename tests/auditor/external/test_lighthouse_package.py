"""Node and Lighthouse CI: found, installed, or missed with a cure."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from auditor.errors import ExternalToolError
from auditor.external import lighthouse_package
from auditor.external.lighthouse_package import find_lighthouse, find_node, install_lighthouse, lighthouse_folder

ENTRY = Path("node_modules", "@lhci", "cli", "src", "cli.js")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without Node, Chrome and cache; returns the one folder of its search path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(lighthouse_package, "find_browser", lambda: Path("/opt/chrome"))
    monkeypatch.setattr(lighthouse_package, "_node_from_pypi", lambda: None)
    return folder


def program(folder: Path, name: str, code: str) -> Path:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{code}\n")
    path.chmod(0o755)
    return path


def node(folder: Path, version: str = "v20.20.2") -> Path:
    return program(folder, "node", f"print({version!r})")


def npm(folder: Path, code: str = "") -> Path:
    """An npm that logs its arguments and installs what makes Lighthouse CI runnable."""
    works = f"import pathlib; e = pathlib.Path({str(ENTRY)!r}); e.parent.mkdir(parents=True); e.touch()"
    log = folder.parent / "npm.log"
    return program(folder, "npm", f"import sys; open({str(log)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')\n{code or works}")


def test_without_node_it_says_how_to_get_it(machine: Path) -> None:
    with pytest.raises(ExternalToolError, match="Install Node 18"):
        find_node()


@pytest.mark.parametrize("version", ["v18.19.1", "v16.0.0", "nonsense"])
def test_an_old_node_is_refused(machine: Path, version: str) -> None:
    node(machine, version)
    with pytest.raises(ExternalToolError, match="or newer"):
        find_node()


def test_a_node_that_does_not_start_is_refused(machine: Path) -> None:
    broken = machine / "node"
    broken.write_text("no program")
    broken.chmod(0o755)
    with pytest.raises(ExternalToolError, match="unknown version"):
        find_node()


@pytest.mark.parametrize("version", ["v18.20.0", "v24.1.0"])
def test_a_new_node_is_taken(machine: Path, version: str) -> None:
    path = node(machine, version)
    assert find_node() == path


def test_the_node_of_the_python_package_stands_in(machine: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "site"
    elsewhere.mkdir()
    monkeypatch.setattr(lighthouse_package, "_node_from_pypi", lambda: str(node(elsewhere)))
    assert find_node() == elsewhere / "node"


def test_without_lighthouse_it_says_how_to_install_it(machine: Path) -> None:
    node(machine)
    with pytest.raises(ExternalToolError, match="auditor doctor --install lighthouse"):
        find_lighthouse()


def test_without_a_chrome_it_says_how_to_get_one(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node(machine)
    npm(machine)
    install_lighthouse(lambda _: None)
    monkeypatch.setattr(lighthouse_package, "find_browser", lambda: None)
    with pytest.raises(ExternalToolError, match="CHROME_PATH"):
        find_lighthouse()


def test_it_is_installed_once_as_pinned_without_scripts(machine: Path) -> None:
    node(machine)
    npm(machine)
    said: list[str] = []
    folder = install_lighthouse(said.append)
    assert folder == lighthouse_folder()
    assert install_lighthouse(said.append) == folder
    calls = (machine.parent / "npm.log").read_text().splitlines()
    assert len(calls) == len(said) == 1
    assert calls[0].split()[:2] == ["ci", "--ignore-scripts"]
    found = find_lighthouse()
    assert found.command == (str(machine / "node"), str(folder / ENTRY))
    assert found.chrome == Path("/opt/chrome")


def test_a_failed_install_is_told_and_leaves_nothing(machine: Path) -> None:
    node(machine)
    npm(machine, "sys.stderr.write('npm error network'); sys.exit(1)")
    with pytest.raises(ExternalToolError, match="npm error network"):
        install_lighthouse(lambda _: None)
    assert list(lighthouse_folder().parent.iterdir()) == []


def test_a_node_without_npm_is_told(machine: Path) -> None:
    node(machine)
    with pytest.raises(ExternalToolError, match="no npm"):
        install_lighthouse(lambda _: None)


def test_the_lock_pins_everything_and_names_no_address() -> None:
    folder = files("auditor.external") / "lighthouse"
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert lock["packages"][""]["dependencies"] == wanted["dependencies"] == {"@lhci/cli": "0.15.1"}
    assert packages["node_modules/lighthouse"]["version"] == "12.6.1"
    assert all(entry.get("integrity", "").startswith("sha512-") for entry in packages.values())
    assert not any("resolved" in entry for entry in packages.values())
    for name, version in wanted["overrides"]["@paulirish/trace_engine"].items():
        assert packages[f"node_modules/{name}"]["version"] == version
