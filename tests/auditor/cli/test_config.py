from pathlib import Path

import pytest

from tests.auditor.cli.conftest import Auditor


def rows(out: str) -> dict[str, tuple[str, str]]:
    """Setting -> value and origin, as printed."""
    parts = [line.split(None, 1) for line in out.splitlines()]
    return {name: (rest.rsplit("  ", 1)[0].strip(), rest.rsplit("  ", 1)[1].strip()) for name, rest in parts}


def test_every_value_is_shown_with_its_origin(auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "auditor.toml").write_text('locale = "de-DE"\nruns = 2', encoding="utf-8")
    monkeypatch.setenv("AUDITOR_RUNS", "5")
    ran = auditor("config")
    assert (ran.code, ran.err) == (0, "")
    found = rows(ran.out)
    assert found["runs"] == ("5", "AUDITOR_RUNS")
    assert found["locale"] == ('"de-DE"', str(tmp_path / "auditor.toml"))
    assert found["gate.fail_on"] == ('"critical"', "default")


def test_settings_in_tables_have_rows_of_their_own(auditor: Auditor, tmp_path: Path) -> None:
    text = '[survey]\nstage = "page"\n[survey.stages]\nbasket = "cart"\n[survey.metrics.nps]\ncolumn = "q1"\nscale = [0, 10]'
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    found, file = rows(auditor("config").out), str(tmp_path / "auditor.toml")
    assert found["survey.stage"] == ('"page"', file)
    assert found["survey.stages"] == ('{"basket": "cart"}', file)
    assert found["survey.metrics.nps.column"] == ('"q1"', file)
    assert found["survey.wave"] == ('""', "default")


def test_each_setting_of_every_table_has_the_origin_of_its_own(auditor: Auditor, tmp_path: Path) -> None:
    text = "[lighthouse]\nseconds = 60\n[history]\nkeep = 9\n[brand.fonts]\ntext = 'Georgia'\n[journey.stages.cart]\nurl = '/cart'\n"
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    found = rows(auditor("config", "--origin", "--lighthouse=cart", "--history", "past.sqlite", "--label", "Release 4.2").out)
    file = tmp_path / "auditor.toml"
    assert found["lighthouse.stages"] == ('["cart"]', "--lighthouse")
    assert found["lighthouse.seconds"] == ("60.0", f"{file}:2")
    assert (found["history.url"], found["history.label"]) == (('"past.sqlite"', "--history"), ('"Release 4.2"', "--label"))
    assert found["history.keep"] == ("9", f"{file}:4")
    assert found["brand.fonts.text"] == ('"Georgia"', f"{file}:6")
    assert found["journey.stages.cart.url"] == ('"/cart"', f"{file}:8")
    assert not {"lighthouse", "history", "brand", "journey"} & set(found)


def test_secrets_are_not_shown(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_BASIC_AUTH", "user:hush-hush")
    monkeypatch.setenv("AUDITOR_HEADERS", '{"Authorization": "hush-hush"}')
    ran = auditor("config")
    assert "hush" not in ran.out
    assert rows(ran.out)["basic_auth"] == ('"[redacted]"', "AUDITOR_BASIC_AUTH")


def test_a_wrong_file_is_named(auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("runs = [", encoding="utf-8")
    assert auditor("config").refused(4, "auditor.toml", "not valid TOML")


def test_a_missing_file_is_named(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("config", "--config", tmp_path / "none.toml").refused(4, "none.toml", "cannot be read")


def test_a_configuration_is_checked_without_a_shop(auditor: Auditor, tmp_path: Path) -> None:
    ran = auditor("config", "check")
    assert (ran.code, ran.out) == (0, "defaults: all right\n")
    (tmp_path / "auditor.toml").write_text('only = ["speed"]\n', encoding="utf-8")
    (tmp_path / "second.toml").write_text('formats = ["pdf"]\n', encoding="utf-8")
    ran = auditor("config", "check", tmp_path / "auditor.toml", tmp_path / "second.toml")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'auditor.toml'}: all right\n{tmp_path / 'second.toml'}: all right\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("runs = [", "not valid TOML"),
        ("rnus = 2", "Did you mean runs?"),
        ('only = ["spede"]', "Did you mean speed?"),
        ('formats = ["htlm"]', "html"),
        ('lang = "xx"', "xx"),
        ('[survey]\nfile = "none.csv"\ncolumn = 1', "column"),
        ('[journey]\nhooks = "none.py"', "none.py"),
        ('[brand]\nlogo = "none.png"', "none.png"),
        ('[gate.checks]\nspeed-lpc = "off"', "speed-lcp"),
        ('devices = ["Pixel 77"]', "Did you mean Pixel 7"),
        ('storage_state = "none.json"', "none.json cannot be read"),
        ('[lighthouse]\nstages = ["cart"]\nassertions = "none.json"', "none.json cannot be read"),
        ('[lighthouse]\nassertions = "none.json"', "none.json cannot be read"),
        ('[history]\nurl = "postgresql://u:p@h:bad/x"', "history.url is no address"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(text: str, told: str, auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    assert auditor("config", "check", tmp_path / "bad.toml").refused(4, "bad.toml", told)


def test_one_wrong_file_keeps_no_other_from_being_checked(auditor: Auditor, tmp_path: Path) -> None:
    for name in ("a", "c"):
        (tmp_path / f"{name}.toml").write_text("rnus = 2", encoding="utf-8")
    (tmp_path / "b.toml").touch()
    ran = auditor("config", "check", *(tmp_path / f"{name}.toml" for name in "abc"))
    assert (ran.code, ran.out) == (4, f"{tmp_path / 'b.toml'}: all right\n")
    assert "a.toml" in ran.err
    assert "c.toml" in ran.err


def test_the_file_to_check_is_given_to_the_command(auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    (tmp_path / "b.toml").write_text("rnus = 2", encoding="utf-8")
    assert auditor("config", "check", "--config", tmp_path / "a.toml").code == 0
    ran = auditor("config", "check", tmp_path / "a.toml", "--config", tmp_path / "b.toml")
    assert (ran.code, ran.out, "b.toml" in ran.err) == (4, f"{tmp_path / 'a.toml'}: all right\n", True)
    assert auditor("config", "--config", tmp_path / "a.toml", "check").refused(4, "auditor config check FILE")
    assert auditor("config", "--min-score", "80", "check").refused(4, "--min-score says nothing before check")
