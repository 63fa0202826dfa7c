from pathlib import Path

import pytest

from auditor.config.load import load_config
from auditor.config.pipeline import pipeline_of

USUAL = ["html", "json", "terminal"]


@pytest.mark.parametrize(
    ("environ", "formats"),
    [
        ({"GITHUB_ACTIONS": "true", "CI": "true"}, ["github", "markdown", "sarif", "junit"]),
        ({"GITLAB_CI": "true", "CI": "true"}, ["gitlab", "junit"]),
        ({"CI": "1"}, ["junit"]),
        ({"JENKINS_URL": "https://ci.example/"}, ["junit"]),
        ({"TF_BUILD": "True"}, ["junit"]),
        ({}, []),
        ({"CI": "false"}, []),
        ({"CI": ""}, []),
    ],
)
def test_a_pipeline_gets_the_reports_it_reads(environ: dict[str, str], formats: list[str], tmp_path: Path) -> None:
    assert load_config({}, folder=tmp_path, environ=environ).settings.formats == [*USUAL, *formats]


def test_the_origin_of_its_reports_is_told(tmp_path: Path) -> None:
    config = load_config({}, folder=tmp_path, environ={"GITLAB_CI": "true"})
    assert config.origins["formats"] == "the pipeline (GITLAB_CI)"


def test_formats_that_somebody_asked_for_are_the_only_ones(tmp_path: Path) -> None:
    environ = {"GITHUB_ACTIONS": "true"}
    assert load_config({"formats": ["csv"]}, folder=tmp_path, environ=environ).settings.formats == ["csv"]
    assert load_config({}, folder=tmp_path, environ={**environ, "AUDITOR_FORMATS": "csv"}).settings.formats == ["csv"]
    (tmp_path / "auditor.toml").write_text('formats = ["pdf"]\n', encoding="utf-8")
    assert load_config({}, folder=tmp_path, environ=environ).settings.formats == ["pdf"]


def test_a_person_is_no_pipeline() -> None:
    assert pipeline_of({"PATH": "/bin", "HOME": "/"}) is None
