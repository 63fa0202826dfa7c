"""What is verified before a test is collected. No shop is visited."""

from dataclasses import replace
from pathlib import Path

import pytest

from auditor.model.stage import Stage
from auditor.pytest_plugin.asked import Asked
from auditor.record.layout import RECORDING
from tests.checks.recordings import Shop

SURVEY = '[survey]\nfile = "none.csv"\n[survey.metrics.csat]\ncolumn = "stars"\nscale = [1, 5]'


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked("https://shop.example", None, None, (), ("trust",), tmp_path / "audit", tmp_path, "one", is_worker=False)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('formats = ["htlm"]', "Did you mean html"),
        ('lang = "xx"', "xx"),
        ('storage_state = "none.json"', r"none\.json cannot be read"),
        ('devices = ["desktop", "Pixel 77"]', "no device called 'Pixel 77'.*Pixel 7"),
        ('[journey]\nhooks = "none.py"', r"none\.py cannot be read"),
        ('[journey.login]\nuser = "anna"', "AUDITOR_LOGIN_PASSWORD"),
        ('[brand]\nlogo = "none.png"', r"none\.png"),
        (SURVEY, r"none\.csv"),
        ('[history]\nurl = "postgresql://db:port/x"', r"history\.url"),
        ('[lighthouse]\nstages = ["home"]', r"lighthouserc\.json is not valid JSON"),
    ],
)
def test_what_an_audit_would_refuse_is_refused_at_once(asked: Asked, settings: str, told: str) -> None:
    (asked.root / "auditor.toml").write_text(settings, encoding="utf-8")
    (asked.root / "lighthouserc.json").write_text("{", encoding="utf-8")
    with pytest.raises(pytest.UsageError, match=told):
        asked.verify()


def test_a_folder_that_holds_something_else_is_refused_at_once(asked: Asked) -> None:
    asked.folder.mkdir()
    (asked.folder / "result.json").write_text('{"tests": 12}', encoding="utf-8")
    with pytest.raises(pytest.UsageError, match=r"audit is not empty and holds no earlier audit.*--shop-audit-dir"):
        asked.verify()


def test_what_is_right_leaves_nothing_behind(asked: Asked) -> None:
    (asked.root / "auditor.toml").write_text('devices = ["Pixel 7"]', encoding="utf-8")
    here = Path.cwd()
    asked.verify()
    assert (Path.cwd(), [file.name for file in asked.root.iterdir()]) == (here, ["auditor.toml"])


def test_paths_of_the_environment_start_where_the_audit_runs(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CHECKS", "own")
    with pytest.raises(pytest.UsageError, match="no folder own"):
        asked.verify()
    (asked.root / "own").mkdir()
    replace(asked).verify()


def test_what_judging_would_refuse_is_refused_at_once(asked: Asked) -> None:
    shop = Shop(asked.root / "run" / RECORDING)
    shop.walk(ended="payment_reached").page(Stage.HOME)
    shop.recording()
    judging = replace(asked, url="", run=asked.root / "run")
    judging.verify()
    (asked.root / "auditor.toml").write_text(SURVEY, encoding="utf-8")
    with pytest.raises(pytest.UsageError, match=r"none\.csv"):
        replace(judging).verify()


def test_a_worker_leaves_it_to_its_session(asked: Asked) -> None:
    (asked.root / "auditor.toml").write_text('formats = ["htlm"]', encoding="utf-8")
    replace(asked, is_worker=True).verify()
