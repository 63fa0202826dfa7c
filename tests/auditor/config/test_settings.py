import pytest
from pydantic import ValidationError

from auditor.config.settings import SECRET, Settings


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_secrets_are_settings() -> None:
    assert set(Settings.model_fields) >= SECRET


def test_an_audit_starts_with_both_devices_and_fails_on_critical_problems() -> None:
    settings = Settings.model_validate({})
    assert (settings.devices, settings.gate.fail_on, settings.formats) == (["desktop", "mobile"], "critical", ["html", "json", "terminal"])


@pytest.mark.parametrize("runs", [0, 16])
def test_number_of_runs_has_bounds(runs: int) -> None:
    with pytest.raises(ValidationError, match="runs"):
        Settings.model_validate({"runs": runs})
