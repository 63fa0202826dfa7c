from pathlib import Path

import click
import pytest

from auditor.config.load import load_config
from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that a person sits there."""
    monkeypatch.setattr("auditor.cli.init.somebody_sits_there", lambda: True)


def test_the_file_can_be_used_as_it_is(auditor: Auditor, tmp_path: Path) -> None:
    ran = auditor("init", "shop.example", "--country", "DE", "--min-score", "80", "--must-reach", "payment", "--device", "mobile")
    assert (ran.code, ran.out, ran.err) == (0, "auditor.toml\n", "Next: auditor run https://shop.example\n")
    assert auditor("config", "check").code == 0
    settings = load_config({}, folder=tmp_path, environ={}).settings
    assert (settings.country, settings.gate.min_score, settings.gate.must_reach, settings.devices) == ("DE", 80, "payment", ["mobile"])


def test_a_file_is_not_overwritten_unless_told(auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("runs = 3\n", encoding="utf-8")
    assert auditor("init").refused(4, "auditor.toml", "--force")
    assert (tmp_path / "auditor.toml").read_text(encoding="utf-8") == "runs = 3\n"
    assert auditor("init", "--force").code == 0
    assert "runs = 3" not in (tmp_path / "auditor.toml").read_text(encoding="utf-8")


def test_settings_of_a_project_are_not_put_out_of_use(auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.auditor]\nruns = 3\n", encoding="utf-8")
    assert auditor("init").refused(4, "pyproject.toml", "[tool.auditor]", "--force")
    assert auditor("init", "-o", "other.toml").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ftp://shop.example"], "not a web address"),
        (["a.example", "--url", "b.example"], "twice"),
        (["--must-reach", "paymnt"], "Did you mean payment?"),
        (["--lang", "xx"], "no reports in the language 'xx'"),
        (["--device", "Pixel 77"], "Did you mean Pixel 7"),
    ],
)
def test_nothing_is_written_for_a_wrong_answer(auditor: Auditor, tmp_path: Path, arguments: list[str], said: str) -> None:
    assert auditor("init", *arguments).refused(4, said)
    assert list(tmp_path.iterdir()) == []


def test_what_no_flag_told_is_asked_on_a_terminal(
    auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: None
) -> None:
    answers = iter(["shop.example", "FR", "en", "major", "75"])
    asked: list[str] = []

    def prompt(text: str, **options: object) -> str:
        assert options["err"] is True
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(click, "prompt", prompt)
    ran = auditor("init")
    assert (ran.code, ran.out) == (0, "auditor.toml\n")
    settings = load_config({}, folder=tmp_path, environ={}).settings
    assert (settings.country, settings.gate.fail_on, settings.gate.min_score) == ("FR", "major", 75)
    assert "lang" not in load_config({}, folder=tmp_path, environ={}).origins
    assert "auditor run https://shop.example" in (tmp_path / "auditor.toml").read_text(encoding="utf-8")
    assert len(asked) == 5


def test_yes_asks_nothing(auditor: Auditor, monkeypatch: pytest.MonkeyPatch, terminal: None) -> None:
    monkeypatch.setattr(click, "prompt", lambda *_, **__: pytest.fail("asked"))
    assert auditor("init", "--yes").code == 0


def test_a_score_that_is_none_is_refused(auditor: Auditor, monkeypatch: pytest.MonkeyPatch, terminal: None) -> None:
    monkeypatch.setattr(click, "prompt", lambda text, **_: "many" if "score" in text else "")
    assert auditor("init").refused(4, "'many' is no score")
