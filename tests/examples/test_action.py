"""The steps of the action that do the work, run by bash as GitHub's runner would, against the embedded shop."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from junitparser import JUnitXml

from auditor.demo.server import serve
from auditor.demo.shape import Shape
from tests.examples.steps import Ran, run_step

pytestmark = [pytest.mark.browser, pytest.mark.skipif(shutil.which("bash") is None, reason="the action needs bash")]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    args = "--device desktop --only security --no-probes --fail-on none --country 'DE'"
    inputs = {"installpython": sys.executable, "config": "", "args": args, "output": "results/ci"}
    with serve(Shape.parse(""), ["security-csp"]) as shop:
        yield run_step("audit", tmp_path_factory.mktemp("action"), {"url": shop.url, **inputs})


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
    marks = {"url": "$(touch hit) `touch hit`", "args": "--min-score 1 ; touch hit"}
    ran = run_step("audit", tmp_path, {"installpython": sys.executable, "config": "", "output": "results/ci", **marks})
    assert ran.code == 4
    assert (ran.outputs["exit-code"], ran.outputs["passed"]) == ("4", "false")
    assert "score" not in ran.outputs
    assert list(ran.folder.iterdir()) == []  # no text of an input was run
