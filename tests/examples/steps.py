"""Runs the script of a step of the action by bash, as GitHub's runner would."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ACTION = Path(__file__).parents[2] / "action.yml"


@dataclass(frozen=True)
class Ran:
    """What a step left: its exit code, its log, its outputs, the summary, the folder it ran in."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    folder: Path


def run_step(name: str, folder: Path, inputs: Mapping[str, str], files: Mapping[str, str] | None = None) -> Ran:
    """Run the script of a step in a folder that holds `files` alone; `inputs` stand for its expressions."""
    step: dict[str, Any] = next(
        s for s in YAML(typ="safe").load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"] if s.get("id") == name
    )
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("AUDITOR_", "GITHUB_"))}
    environ |= {key: inputs[re.sub(r"\W+|inputs|steps|outputs", "", value)] for key, value in step["env"].items()}
    output, summary = folder / "output", folder / "summary"
    work = folder / "work"
    work.mkdir()
    for path, text in (files or {}).items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text, encoding="utf-8")
    environ |= {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    environ["GITHUB_WORKSPACE"] = str(work)
    script = folder / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    done = subprocess.run(command, cwd=work, env=environ, capture_output=True, text=True, timeout=240, check=False)
    pairs = (line.partition("=") for line in output.read_text(encoding="utf-8").splitlines())
    said = summary.read_text(encoding="utf-8") if summary.exists() else ""
    return Ran(done.returncode, done.stdout + done.stderr, {key: value for key, _, value in pairs}, said, work)
