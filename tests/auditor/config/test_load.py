import json
from pathlib import Path
from typing import Any

import pytest

from auditor.config.load import Config, load_config
from auditor.config.settings import Settings
from auditor.errors import ConfigError, ExitCode


def loaded(folder: Path, *, environ: dict[str, str] | None = None, file: Path | None = None, **flags: Any) -> Config:
    return load_config(flags, file=file, folder=folder, environ=environ or {})


def refused(folder: Path, **given: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, **given)
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


def written(folder: Path, text: str, name: str = "auditor.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


# -- where a value comes from -------------------------------------------------------------------------------------------------


def test_nothing_given_means_the_defaults(tmp_path: Path) -> None:
    config = loaded(tmp_path)
    assert config.settings == Settings.model_validate({})
    assert config.origins == {}


def test_flags_beat_the_environment_which_beats_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, 'runs = 2\nlocale = "de-DE"\ncountry = "DE"\ngate.min_score = 60')
    config = loaded(tmp_path, environ={"AUDITOR_RUNS": "3", "AUDITOR_LOCALE": "fr-FR"}, runs=4, browser=None)
    settings = config.settings
    assert (settings.runs, settings.locale, settings.country, settings.gate.min_score) == (4, "fr-FR", "DE", 60)
    assert settings.browser == "chromium"
    assert config.origins == {"runs": "--runs", "locale": "AUDITOR_LOCALE", "country": str(file), "gate.min_score": str(file)}


@pytest.mark.parametrize(
    ("key", "value", "flag"),
    [
        ("devices", ["mobile"], "--device"),
        ("formats", ["json"], "--format"),
        ("headers", {"X-Test": "1"}, "--header"),
        ("probes", False, "--no-probes"),
        ("platform_hints", False, "--no-platform-hints"),
    ],
)
def test_a_flag_is_named_as_it_is_typed(tmp_path: Path, key: str, value: Any, flag: str) -> None:
    assert loaded(tmp_path, **{key: value}).origins == {key: flag}


def test_a_flag_of_the_gate_is_named_as_it_is_typed(tmp_path: Path) -> None:
    assert loaded(tmp_path, gate={"min_score": 50}).origins == {"gate.min_score": "--min-score"}


def test_a_table_of_pyproject_serves_as_well(tmp_path: Path) -> None:
    file = written(tmp_path, '[project]\nname = "shop"\n[tool.auditor]\ngate.fail_on = "major"', "pyproject.toml")
    config = loaded(tmp_path)
    assert (config.settings.gate.fail_on, config.origins["gate.fail_on"]) == ("major", str(file))


def test_auditor_toml_beats_pyproject(tmp_path: Path) -> None:
    written(tmp_path, "runs = 2")
    written(tmp_path, "[tool.auditor]\nruns = 9\ngate.min_score = 10", "pyproject.toml")
    config = loaded(tmp_path)
    assert (config.settings.runs, config.settings.gate.min_score) == (2, None)


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nline-length = 100", "tool = 3"])
def test_a_pyproject_that_says_nothing_of_audits_is_left_alone(tmp_path: Path, text: str) -> None:
    written(tmp_path, text, "pyproject.toml")
    assert loaded(tmp_path).origins == {}


def test_a_named_file_is_the_only_one_read(tmp_path: Path) -> None:
    written(tmp_path, "runs = 2")
    other = written(tmp_path, "max_seconds = 30", "nightly.toml")
    settings = loaded(tmp_path, file=other).settings
    assert (settings.runs, settings.max_seconds) == (1, 30)


def test_lists_in_the_environment_are_separated_by_commas(tmp_path: Path) -> None:
    settings = loaded(tmp_path, environ={"AUDITOR_DEVICES": "mobile, Pixel 7,", "AUDITOR_SKIP": "speed"}).settings
    assert (settings.devices, settings.skip) == (["mobile", "Pixel 7"], ["speed"])


def test_tables_in_the_environment_are_json(tmp_path: Path) -> None:
    settings = loaded(tmp_path, environ={"AUDITOR_HEADERS": '{"X-Preview": "yes"}'}).settings
    assert settings.headers == {"X-Preview": "yes"}


@pytest.mark.parametrize(("text", "on"), [("true", True), ("1", True), ("false", False), ("0", False)])
def test_switches_in_the_environment(tmp_path: Path, text: str, on: bool) -> None:
    assert loaded(tmp_path, environ={"AUDITOR_HEADED": text}).settings.headed is on


def test_other_variables_are_nobodys_business(tmp_path: Path) -> None:
    assert loaded(tmp_path, environ={"PATH": "/bin", "MY_AUDITOR_RUNS": "9"}).origins == {}


# -- mistakes -------------------------------------------------------------------------------------------------------------------


def test_an_unknown_key_names_its_file_and_the_closest_one(tmp_path: Path) -> None:
    file = written(tmp_path, "throtle = 60")
    assert refused(tmp_path) == f"There is no setting called 'throtle' ({file}). Did you mean throttle?"


def test_a_key_that_stands_in_a_table_is_named_with_it(tmp_path: Path) -> None:
    file = written(tmp_path, "min_scor = 60")
    assert refused(tmp_path) == f"There is no setting called 'min_scor' ({file}). Did you mean gate.min_score?"


def test_an_unknown_variable_is_named_in_full(tmp_path: Path) -> None:
    said = refused(tmp_path, environ={"AUDITOR_THROTLE": "none"})
    assert said == "There is no setting called 'throtle' (the environment variable AUDITOR_THROTLE). Did you mean throttle?"


def test_a_key_like_no_other_lists_what_there_is(tmp_path: Path) -> None:
    written(tmp_path, "zzz = 1")
    assert "Known: devices, only, skip" in refused(tmp_path)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("runs = 99", ["runs from", "less than or equal to 15", "99"]),
        ("runs = 'many'", ["runs from", "integer", "'many'"]),
        ('browser = "lynx"', ["browser from", "'chromium'", "'lynx'"]),
        ("devices = []", ["devices from", "at least 1 item", "[]"]),
        ("gate.min_score = -1", ["gate.min_score from", "greater than or equal to 0", "-1"]),
        ("max_seconds = 0", ["max_seconds from", "greater than 0", "0"]),
        ('gate.fail_on = "all"', ["gate.fail_on from", "'critical'", "'all'"]),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_origin(tmp_path: Path, line: str, parts: list[str]) -> None:
    file = written(tmp_path, line)
    said = refused(tmp_path)
    assert [part for part in [*parts, str(file)] if part not in said] == []


@pytest.mark.parametrize(("given", "origin"), [({"environ": {"AUDITOR_RUNS": "99"}}, "AUDITOR_RUNS"), ({"runs": 99}, "--runs")])
def test_a_wrong_value_outside_of_a_file_is_named_with_its_origin(tmp_path: Path, given: dict[str, Any], origin: str) -> None:
    assert refused(tmp_path, **given).startswith(f"runs from {origin}: ")


@pytest.mark.parametrize("line", ["basic_auth = ['hush-hush']", "headers = 'hush-hush'", "headers = {Authorization = ['hush-hush']}"])
def test_a_wrong_secret_is_not_shown(tmp_path: Path, line: str) -> None:
    written(tmp_path, line)
    said = refused(tmp_path)
    assert "hush" not in said
    assert line.partition(" ")[0] in said


def test_a_table_that_is_no_json_is_refused_without_being_shown(tmp_path: Path) -> None:
    assert refused(tmp_path, environ={"AUDITOR_HEADERS": "hush-hush"}) == "AUDITOR_HEADERS must hold a JSON object."


def test_a_file_that_is_no_toml_is_named_with_the_line(tmp_path: Path) -> None:
    file = written(tmp_path, "runs = 2\nruns = = 3")
    said = refused(tmp_path)
    assert str(file) in said
    assert "line 2" in said


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_bytes(b"locale = '\xff'")
    assert "is not valid TOML" in refused(tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = refused(tmp_path, file=tmp_path / "none.toml")
    assert said == f"The configuration file {tmp_path / 'none.toml'} cannot be read: No such file or directory."


def test_a_table_that_is_none_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "[tool]\nauditor = 3", "pyproject.toml")
    assert "[tool.auditor]" in refused(tmp_path)


# -- what may be stored -----------------------------------------------------------------------------------------------------------


def test_secrets_are_redacted_where_settings_are_stored(tmp_path: Path) -> None:
    config = loaded(
        tmp_path,
        basic_auth="user:hush-hush",
        headers={"Authorization": "Bearer hush-hush"},
        proxy="http://user:hush-hush@proxy.example:3128",
        email="hush-hush@shop.example",
        locale="de-DE",
    )
    public = config.public()
    assert "hush-hush" not in json.dumps(public)
    assert public["headers"] == {"Authorization": "[redacted]"}
    assert (public["basic_auth"], public["proxy"]) == ("[redacted]", "http://[redacted]@proxy.example:3128")
    assert public["locale"] == "de-DE"
    assert config.settings.basic_auth == "user:hush-hush"


def test_what_is_not_set_is_not_redacted(tmp_path: Path) -> None:
    public = loaded(tmp_path, proxy="http://proxy.example:3128").public()
    assert (public["basic_auth"], public["email"], public["headers"], public["proxy"]) == ("", "", {}, "http://proxy.example:3128")


def test_settings_may_be_stored_as_json(tmp_path: Path) -> None:
    public = loaded(tmp_path, storage_state=tmp_path / "state.json").public()
    assert json.loads(json.dumps(public))["storage_state"] == str(tmp_path / "state.json")
