"""The plugin in `examples/plugin/`, installed as pip would: its package and its entry points on the path."""

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from auditor.api import Stage
from auditor.cli.main import run_command
from auditor.record.layout import RECORDING, RESULT
from tests.checks.recordings import Shop, request

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin"
FONT = "https://shop.example/font.woff2"


def install(site: Path) -> None:
    """Put the package and its metadata into a folder of the path."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    copytree(PLUGIN / "shop_extras", site / "shop_extras")
    metadata = site / f"shop_extras-{project['version']}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    groups = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in points.items()) for group, points in project["entry-points"].items()]
    (metadata / "entry_points.txt").write_text("\n".join(groups))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder the plugin is installed in; forgotten when the test is over."""
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.chdir(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop_extras"]:
        del sys.modules[name]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A recorded shop whose home page asks in advance for a font that is not there."""
    shop = Shop(tmp_path / "run" / RECORDING)
    shop.walk(ended="payment_reached").page(Stage.HOME, network=[{**request(FONT), "status": 404}])
    (tmp_path / "run" / RECORDING / "desktop" / "home" / "preloads.json").write_text(json.dumps([FONT]))
    shop.recording()
    return tmp_path / "run"


def result(run: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run / RESULT).read_text(encoding="utf-8"))
    return found


@pytest.mark.usefixtures("site")
def test_its_check_stands_in_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["checks", "--category", "speed"]) == 0
    assert run_command(["check", "speed-dead-preloads"]) == 0
    said = capsys.readouterr()
    assert said.out.count("Every file that is fetched in advance is there") == 2
    assert said.err == ""


@pytest.mark.usefixtures("site")
def test_its_check_judges_what_its_collector_took(run: Path) -> None:
    assert run_command(["judge", str(run), "--only", "speed-dead-preloads"]) == 0
    failing, unseen = result(run)["verdicts"]
    assert (failing["outcome"], failing["message"]) == ("fail", "1 of 1 preloaded files are not there.")
    assert unseen["outcome"] == "not_measurable"


@pytest.mark.usefixtures("site")
def test_its_report_is_written(run: Path) -> None:
    run_command(["judge", str(run), "--only", "speed-dead-preloads"])
    assert run_command(["report", str(run), "--format", "worklist"]) == 0
    assert (run / "report.md").read_text(encoding="utf-8").splitlines()[2:] == [
        "- [ ] **minor** Files that are not there are fetched in advance (`speed-dead-preloads`, fill in)"
    ]


@pytest.mark.browser
@pytest.mark.usefixtures("site")
def test_its_collector_is_asked_in_an_audit(tmp_path: Path) -> None:
    options = ("--only", "speed-dead-preloads", "--device", "desktop", "--no-probes", "--format", "json", "--quiet")
    assert run_command(["demo", "-o", str(tmp_path / "out"), *options]) == 0
    assert {v["outcome"] for v in result(tmp_path / "out")["verdicts"]} == {"pass"}
    assert isinstance(json.loads((tmp_path / "out" / RECORDING / "desktop" / "home" / "preloads.json").read_text()), list)


def test_a_version_of_it_that_cannot_be_imported_hurts_nothing_else(site: Path, run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "shop_extras" / "dead_preloads.py").write_text("from auditor.api import nothing_like_this\n")
    assert run_command(["judge", str(run), "--exit-zero"]) == 3
    assert capsys.readouterr().err.count("shop_extras.dead_preloads:dead_preloads, shop-extras) cannot be loaded: ImportError") == 1
    found = result(run)
    assert len({v["check"] for v in found["verdicts"]}) > 100
    assert "shop-extras" in found["broken_plugins"][0]
    assert run_command(["report", str(run), "--format", "worklist"]) == 0


def test_without_it_nothing_of_it_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", "speed-dead-preloads"]) == 4
    assert "Nothing is called 'speed-dead-preloads'" in capsys.readouterr().err


def test_it_imports_the_api_and_nothing_else_of_the_auditor() -> None:
    for file in PLUGIN.glob("shop_extras/*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        assert {name for name in names if name.startswith("auditor")} <= {"auditor.api"}


def test_its_own_tests_pass(site: Path) -> None:
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(PLUGIN), str(PLUGIN / "tests"))
    paths = ":".join([str(site), *filter(None, sys.path)])
    done = subprocess.run(command, env={"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, text=True, check=False)
    assert "3 passed" in done.stdout, done.stdout + done.stderr
