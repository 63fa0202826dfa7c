from pathlib import Path
from typing import Any

import pytest

from auditor.config.ruling import rules_of
from auditor.config.settings import Settings
from auditor.errors import ConfigError
from auditor.gate.rules import Budget
from auditor.model.stage import Stage

BOTH = ["desktop", "Nexus 1"]


def settings(**gate: Any) -> Settings:
    return Settings.model_validate({"gate": gate})


def test_devices_are_called_as_the_audit_calls_them() -> None:
    rules = rules_of(settings(must_reach={"nexus 1": "cart"}, budgets={"NEXUS 1": {"cls": 0.1}}), BOTH)
    assert rules.must_reach == {"Nexus 1": Stage.CART}
    assert rules.budgets == (Budget("cls", 0.1, "Nexus 1"),)
    assert rules_of(settings(must_reach="cart"), BOTH).must_reach == {None: Stage.CART}


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        ({"must_reach": {"dekstop": "cart"}}, "gate.must_reach: there is no device of this audit 'dekstop'. Did you mean desktop?"),
        ({"budgets": {"dekstop": {"cls": 1}}}, "gate.budgets: there is no stage or device of this audit 'dekstop'. Did you mean desktop?"),
        ({"budgets": {"chekout": {"cls": 1}}}, "gate.budgets: there is no stage or device of this audit 'chekout'. Did you mean checkout?"),
        ({"max_new": 0}, "there is none. Name one with gate.baseline or --baseline."),
        ({"baseline": "none.json"}, "There is no baseline none.json."),
    ],
)
def test_what_this_audit_cannot_decide_is_refused(gate: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        rules_of(settings(**gate), BOTH)
    assert said in str(caught.value)


def test_missing_plugins_count_unless_checks_were_asked_for() -> None:
    assert rules_of(settings(), BOTH, ["The plugin x broke."]).missing == ("The plugin x broke.",)
    assert rules_of(Settings.model_validate({"only": ["speed"]}), BOTH, ["The plugin x broke."]).missing == ()


def test_a_baseline_is_read(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text('{"baseline_version": "1", "findings": []}', encoding="utf-8")
    rules = rules_of(settings(baseline=file, max_new=3), BOTH)
    assert rules.baseline is not None
    assert (rules.baseline.path, rules.max_new) == (str(file), 3)
