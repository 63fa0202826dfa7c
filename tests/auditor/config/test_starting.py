import tomllib
from pathlib import Path
from typing import Any

import pytest

from auditor.config.load import load_config
from auditor.config.settings import Settings
from auditor.config.starting import EXAMPLES, SHOWN, starting_file, toml


def uncommented(name: str) -> str:
    """The file with the comment taken away before one setting."""
    table, _, key = name.rpartition(".")
    here, lines = "", []
    for line in starting_file({}).splitlines():
        if line.startswith("["):
            here = line[1 : line.index("]")]
        lines.append(line.removeprefix("# ") if here == table and line.startswith(f"# {key} = ") else line)
    return "\n".join(lines)


@pytest.mark.parametrize("name", SHOWN)
def test_each_setting_is_valid_without_its_comment_sign(tmp_path: Path, name: str) -> None:
    (tmp_path / "auditor.toml").write_text(uncommented(name), encoding="utf-8")
    config = load_config({}, folder=tmp_path, environ={})
    assert [origin for origin in config.origins if origin == name or origin.startswith(f"{name}.")] == [name]


def test_a_value_shown_is_the_default_or_an_example() -> None:
    for name in SHOWN:
        shown: Any = tomllib.loads(uncommented(name))
        usual: Any = Settings.model_validate({}).model_dump(mode="json")
        for key in name.split("."):
            shown, usual = shown[key], usual[key]
        assert shown == EXAMPLES.get(name, usual)


def test_nothing_is_set_that_was_not_answered(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text(starting_file({}), encoding="utf-8")
    assert load_config({}, folder=tmp_path, environ={}).settings == Settings.model_validate({})


def test_answers_are_set(tmp_path: Path) -> None:
    text = starting_file({"devices": ["Pixel 7"], "country": "DE", "gate.min_score": 70}, "https://shop.example")
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    settings = load_config({}, folder=tmp_path, environ={}).settings
    assert (settings.devices, settings.country, settings.gate.min_score) == (["Pixel 7"], "DE", 70)
    assert "# The shop: auditor run https://shop.example\n" in text


def test_meanings_and_defaults_are_those_of_the_settings() -> None:
    text = starting_file({})
    assert f"# {Settings.model_fields['runs'].description} (default: 1)\n# runs = 1\n" in text
    assert '(default: "critical")' in text


@pytest.mark.parametrize("value", ["plain", '“quoted” \\ "x"', "tab\t\x7f\n", 5, 0.5, True, ["a", "b"], {"lcp_ms": 2500}])
def test_values_are_written_as_toml_reads_them(value: Any) -> None:
    assert tomllib.loads(f"key = {toml(value)}") == {"key": value}
