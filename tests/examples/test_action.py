"""The steps of the action that do the work, run by bash as GitHub's runner would, against the embedded shop."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from ruamel.yaml import YAML

from auditor.demo.server import serve
from auditor.demo.shape import Shape

pytestmark = [pytest.mark.browser, pytest.mark.skipif(shutil.which("bash") is None, reason="the action needs bash")]
ACTION = Path(__file__).parents[2] / "action.yml"


@dataclass(frozen=True)
class Ran:
    """What a step left: its exit code, its log, its outputs, the summary, the folder it ran in."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    folder: Path


def run_step(name: str, folder: Path, **inputs: str) -> Ran:
    """Run the script of a step in a clean folder; `inputs` stand for its expressions."""
    step: dict[str, Any] = next(
        s for s in YAML(typ="safe").load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"] if s.get("id") == name
    )
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("AUDITOR_", "GITHUB_"))}
    environ |= {key: inputs[re.sub(r"\W+|inputs|steps|outputs", "", value)] for key, value in step["env"].items()}
    output, summary = folder / "output", folder / "summary"
    work = folder / "work"
    work.mkdir()
    environ |= {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    environ["GITHUB_WORKSPACE"] = str(work)
    script = folder / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    done = subprocess.run(command, cwd=work, env=environ, capture_output=True, text=True, timeout=240, check=False)
    pairs = (line.partition("=") for line in output.read_text(encoding="utf-8").splitlines())
    said = summary.read_text(encoding="utf-8") if summary.exists() else ""
    return Ran(done.returncode, done.stdout + done.stderr, {key: value for key, _, value in pairs}, said, work)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    args = "--device desktop --only security --no-probes --fail-on none --country 'DE'"
    inputs = {"installpython": sys.executable, "config": "", "args": args, "output": "results/ci"}
    with serve(Shape.parse(""), ["security-csp"]) as shop:
        yield run_step("audit", tmp_path_factory.mktemp("action"), url=shop.url, **inputs)


def test_the_steps_of_the_action_leave_every_report(ran: Ran) -> None:
    assert ran.code == 0, ran.log
    found = {file.name for file in (ran.folder / "results" / "ci").iterdir()}
    assert found == {"recording", "result.json", "report.html", "report.md", "report.sarif", "report.junit.xml"}
    assert JUnitXml.fromfile(str(ran.folder / "results" / "ci" / "report.junit.xml")).tests > 3


def test_the_outputs_tell_score_gate_and_files(ran: Ran) -> None:
    assert ran.outputs["exit-code"] == "0"
    assert ran.outputs["passed"] == "true"
    assert 0 <= int(ran.outputs["score"]) <= 100
    files = {name: ran.outputs[name] for name in ("report", "result", "sarif", "markdown")}
    assert all((ran.folder / file).is_file() for file in files.values())


def test_the_log_annotates_and_the_summary_has_the_report(ran: Ran) -> None:
    assert re.search(r"(?m)^::(?:warning|notice|error) file=auditor\.toml,line=1,title=", ran.log)
    assert ran.summary.startswith("<!-- auditor -->")


def test_an_audit_that_comes_to_nothing_is_no_pass_and_has_outputs(tmp_path: Path) -> None:
    marks = {"installpython": sys.executable, "config": "", "output": "results/ci"}
    ran = run_step("audit", tmp_path, url="$(touch hit) `touch hit`", args="--min-score 1 ; touch hit", **marks)
    assert ran.code == 4
    assert (ran.outputs["exit-code"], ran.outputs["passed"]) == ("4", "false")
    assert "score" not in ran.outputs
    assert list(ran.folder.iterdir()) == []  # no text of an input was run
