from pathlib import Path

from auditor.config.load import load_config
from auditor.config.origins import Origins


def test_the_line_and_what_a_value_won_over_are_named(tmp_path: Path) -> None:
    file = tmp_path / "auditor.toml"
    file.write_text('locale = "de-DE"\nruns = 2\nformats = ["html"]\n[gate]\nmin_score = 60\n', encoding="utf-8")
    environ = {"AUDITOR_RUNS": "3", "CI": "true"}
    origins = Origins(load_config({"runs": 4}, folder=tmp_path, environ=environ))
    assert origins.of("locale") == f"{file}:1"
    assert origins.of("runs") == f"--runs, over AUDITOR_RUNS, {file}:2"
    assert origins.of("formats") == f"{file}:3, over the pipeline (CI)"
    assert origins.of("gate.min_score") == f"{file}:5"
    assert origins.of("gate.fail_on") == "default"


def test_lines_of_a_project_file_are_those_of_its_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nruns = 1\n[tool.auditor]\nruns = 2\n", encoding="utf-8")
    assert Origins(load_config({}, folder=tmp_path, environ={})).of("runs") == f"{tmp_path / 'pyproject.toml'}:4"


def test_without_a_file_there_are_no_lines(tmp_path: Path) -> None:
    origins = Origins(load_config({"runs": 4}, folder=tmp_path, environ={}))
    assert (origins.of("runs"), origins.of("locale")) == ("--runs", "default")
