"""How the step of the action that audits starts the auditor, and what it lets pass for its result; no shop, no browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.examples.steps import ACTION, Ran, run_step

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action needs bash")
GITLAB = ACTION.parent / "examples" / "ci" / "gitlab-ci.yml"
ARGS = [
    ("", []),
    ("--min-score 80 --only checkout", ["--min-score", "80", "--only", "checkout"]),
    ("--label '' --min-score 80", ["--label", "", "--min-score", "80"]),
    ("--label 'Release 1' \"a\nb\" * $HOME $(touch hit)", ["--label", "Release 1", "a\nb", "*", "$HOME", "$(touch", "hit)"]),
]


def stand_in(folder: Path, name: str, of: str) -> Path:
    """A program that keeps what an auditor would be started with, and is `of` in all else."""
    program = folder / name
    given = folder / "given"
    program.write_text(
        f'#!/bin/sh\ncase " {name} $* " in *\' auditor run \'*) printf \'%s\\0\' "$@" > {given}; exit 0 ;; esac\nexec {of} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program


def started_with(folder: Path) -> list[str]:
    """The words after `run`."""
    words = (folder / "given").read_text(encoding="utf-8").split("\0")[:-1]
    return words[words.index("run") + 1 :]


def audit(folder: Path, files: dict[str, str] | None = None, **inputs: str) -> Ran:
    usual = {"installpython": str(stand_in(folder, "python", sys.executable)), "config": "", "args": "", "output": "out"}
    return run_step("audit", folder, {**usual, "url": "https://shop.example", **inputs}, files)


@pytest.mark.parametrize(("args", "words"), ARGS)
def test_every_word_of_args_reaches_the_auditor_and_none_is_run(tmp_path: Path, args: str, words: list[str]) -> None:
    ran = audit(tmp_path, {"file": ""}, args=args)
    assert ran.code == 0, ran.log
    assert started_with(tmp_path) == ["--output", "out", *words, "--", "https://shop.example"]
    assert [file.name for file in ran.folder.iterdir()] == ["file"]


def test_args_that_cannot_be_read_start_no_audit(tmp_path: Path) -> None:
    ran = audit(tmp_path, args="--min-score 80 --label 'Release")
    assert ran.code == 4
    assert (ran.outputs["exit-code"], ran.outputs["passed"]) == ("4", "false")
    assert "::error::The input args cannot be read: No closing quotation." in ran.log
    assert not (tmp_path / "given").exists()


def test_what_an_earlier_audit_left_is_not_taken_for_this_ones(tmp_path: Path) -> None:
    result = '{"score": {"total": 91}, "gate": {"passed": true}}'
    left = {"recording/manifest.json": "{}", "result.json": result, "report.sarif": "", "report.md": "", "report.junit.xml": ""}
    ran = audit(tmp_path, {f"out/{name}": text for name, text in left.items()}, args="'")
    assert ran.outputs == {"exit-code": "4", "passed": "false"}
    assert [file.name for file in (ran.folder / "out").iterdir()] == ["recording"]


def test_a_folder_that_is_no_run_loses_nothing(tmp_path: Path) -> None:
    ran = audit(tmp_path, {"out/report.md": "years of work"})
    assert (ran.folder / "out" / "report.md").read_text(encoding="utf-8") == "years of work"


@pytest.mark.parametrize("name", ["click.py", "auditor/__init__.py", "shlex.py", "json.py"])
def test_files_of_the_repository_are_not_taken_for_the_auditors(tmp_path: Path, name: str) -> None:
    ran = audit(tmp_path, {name: "raise SystemExit(1)"}, installpython=sys.executable, url="no address at all")
    assert ran.code == 4, ran.log
    assert "is not a web address" in ran.log
    assert ran.outputs["exit-code"] == "4"


def gitlab(folder: Path, args: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the job, as GitLab's runner would, in a folder of its own."""
    programs, work = folder / "bin", folder / "work"
    programs.mkdir()
    work.mkdir()
    (work / "file").touch()
    stand_in(programs, "auditor", "false")
    (programs / "python").symlink_to(sys.executable)
    script = "\n".join(YAML(typ="safe").load(GITLAB.read_text(encoding="utf-8"))["storefront"]["script"])
    environ = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": "/", "SHOP_URL": "https://shop.example", "SHOP_ARGS": args}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=work, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("args", "words"), ARGS)
def test_every_word_of_the_variable_reaches_the_auditor_on_gitlab(tmp_path: Path, args: str, words: list[str]) -> None:
    done = gitlab(tmp_path, args)
    assert done.returncode == 0, done.stderr
    assert started_with(tmp_path / "bin") == ["--output", "audit-results/ci", *words, "--", "https://shop.example"]
    assert [file.name for file in (tmp_path / "work").iterdir()] == ["file"]


def test_a_variable_that_cannot_be_read_starts_no_audit_on_gitlab(tmp_path: Path) -> None:
    assert gitlab(tmp_path, "--min-score 80 --label 'Release").returncode != 0
    assert not (tmp_path / "bin" / "given").exists()
