"""The files for pipelines: valid by the schemas that their makers publish, and safe in what they put into a shell."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

TOP = Path(__file__).parents[2]
ACTION = TOP / "action.yml"


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    """The steps of the action."""
    return list(read(ACTION)["runs"]["steps"])


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", ["vendor.github-actions"]),
        ("examples/ci/github.yml", ["vendor.github-workflows"]),
        ("examples/ci/gitlab-ci.yml", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_a_file_is_what_its_readers_take(file: str, schema: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, str(TOP / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_input_stands_in_a_script_itself() -> None:
    scripts = [step.get("run") or step.get("with", {}).get("script", "") for step in steps()]
    scripts += [step.get("run", "") for job in read(TOP / "examples/ci/github.yml")["jobs"].values() for step in job["steps"]]
    assert [script for script in scripts if "${{" in script] == []


def test_no_variable_of_ours_is_taken_for_a_setting() -> None:
    job = read(TOP / "examples/ci/gitlab-ci.yml")
    names = [name for step in steps() for name in step.get("env", {})] + list(job["variables"]) + list(job["storefront"]["variables"])
    assert [name for name in names if name.startswith("AUDITOR_")] == []


def test_what_was_found_is_kept_whatever_the_gate_says() -> None:
    after = steps()[[step.get("id") for step in steps()].index("audit") + 1 :]
    assert len(after) == 3
    assert all("always()" in step["if"] for step in after)
    assert read(TOP / "examples/ci/gitlab-ci.yml")["storefront"]["artifacts"]["when"] == "always"


def test_every_output_comes_from_a_step_that_writes_it() -> None:
    script = next(step["run"] for step in steps() if step.get("id") == "audit")
    for name, output in read(ACTION)["outputs"].items():
        assert output["value"] == f"${{{{ steps.audit.outputs.{name} }}}}"
        assert f'"{name}"' in script


def test_the_reports_of_the_job_are_those_written_on_gitlab() -> None:
    reports = read(TOP / "examples/ci/gitlab-ci.yml")["storefront"]["artifacts"]["reports"]
    assert {Path(path).name for path in reports.values()} == {"report.gitlab.json", "report.junit.xml"}


def test_the_hook_asks_for_the_command_that_checks_settings() -> None:
    (hook,) = read(TOP / ".pre-commit-hooks.yaml")
    assert hook["entry"] == "auditor config check"
    names = ("auditor.toml", "shops/auditor.toml", "myauditor.toml", "auditor.toml.bak")
    assert [bool(re.search(hook["files"], name)) for name in names] == [True, True, False, False]


def test_the_image_has_all_that_its_wheel_is_built_of_and_no_root() -> None:
    kept = [line[1:] for line in (TOP / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")]
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    sources = [name.strip("/") for name in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]]
    assert set(sources) | {"pyproject.toml", "constraints.txt"} == set(kept)
    lines = (TOP / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER 10001:10001"]
    assert sum(line.startswith("FROM ") for line in lines) == 2
