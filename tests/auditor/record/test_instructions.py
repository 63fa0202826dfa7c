from pathlib import Path
from typing import Any

import pytest

from auditor.config.load import load_config
from auditor.config.settings import Settings
from auditor.errors import ConfigError
from auditor.record.instructions import instructions

URL = "https://shop.example"


def settings(**told: Any) -> Settings:
    return load_config(told, alone=True).settings


def unheard(device: str, what: str) -> None:
    raise AssertionError(f"{device}: {what}")


def test_instructions_are_read_from_settings_and_files(tmp_path: Path) -> None:
    (tmp_path / "rc.json").write_text('{"ci": {"assert": {"assertions": {"categories:seo": "error"}}}}', encoding="utf-8")
    (tmp_path / "state.json").write_text('{"cookies": []}', encoding="utf-8")
    told = instructions(
        URL,
        settings(
            storage_state=tmp_path / "state.json",
            journey={"product": "/p/1"},
            lighthouse={"stages": ["home"], "assertions": tmp_path / "rc.json"},
        ),
        unheard,
    )
    assert (told.overrides.product, told.overrides.known_customer) == ("https://shop.example/p/1", True)
    assert told.demanded is not None
    assert [demand.audit for demand in told.demanded.demands] == ["categories:seo"]


def test_without_instructions_the_journey_finds_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = instructions(URL, settings(lighthouse={"stages": ["home"]}), unheard)
    assert (told.overrides.tells_product, told.overrides.known_customer, told.demanded) == (False, False, None)


@pytest.mark.parametrize(
    "told", [{"storage_state": "none"}, {"journey": {"hooks": "none"}}, {"lighthouse": {"stages": ["cart"], "assertions": "none"}}]
)
def test_a_file_that_is_not_there_is_a_wrong_setting(told: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match="none"):
        instructions(URL, settings(**told), unheard)
