from datetime import date
from pathlib import Path

import pytest

from auditor.config.load import Config, load_config
from auditor.errors import ConfigError
from auditor.model.stage import Stage


def gate(folder: Path, text: str) -> Config:
    (folder / "auditor.toml").write_text(f"[gate]\n{text}", encoding="utf-8")
    return load_config({}, folder=folder, environ={})


def test_every_rule_can_be_written(tmp_path: Path) -> None:
    found = gate(
        tmp_path,
        """
        fail_on = "major"
        min_score = 80
        min_category = { checkout = 85 }
        checks = { speed-lcp = "warn" }
        max_new = 0
        must_reach = { desktop = "payment", mobile = "checkout" }
        baseline = "known.json"
        [gate.budgets]
        lcp_ms = 2500
        [gate.budgets.product]
        cls = 0.1
        [gate.budgets.mobile.cart]
        clicks = 3
        [[gate.waivers]]
        check = "speed-lcp"
        stage = "home"
        reason = "New hero"
        until = 2026-12-31
        """,
    ).settings.gate
    assert (found.fail_on, found.min_score, found.min_category, found.checks, found.max_new) == (
        "major",
        80,
        {"checkout": 85},
        {"speed-lcp": "warn"},
        0,
    )
    assert found.must_reach == {"desktop": Stage.PAYMENT, "mobile": Stage.CHECKOUT}
    assert found.budgets == {"lcp_ms": 2500, "product": {"cls": 0.1}, "mobile": {"cart": {"clicks": 3}}}
    assert found.baseline == tmp_path / "known.json"
    assert [(one.stage, one.until) for one in found.waivers] == [(Stage.HOME, date(2026, 12, 31))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("min_scor = 1", "There is no setting called 'min_scor' in [gate]"),
        ("min_category = { chekout = 80 }", "there is no category 'chekout'. Did you mean checkout?"),
        ("min_category = { checkout = 101 }", "gate.min_category.checkout from"),
        ('checks = { speed-lcp = "of" }', "gate.checks.speed-lcp from"),
        ("max_new = -1", "gate.max_new from"),
        ('must_reach = "paymnet"', "there is no stage 'paymnet'. Did you mean payment?"),
        ('must_reach = { mobile = "chekout" }', "there is no stage 'chekout'. Did you mean checkout?"),
        ("[gate.budgets]\nlpc_ms = 1", "there is no metric 'lpc_ms'. Did you mean lcp_ms?"),
        ("[gate.budgets]\nlcp_ms = -1", "greater than or equal to 0"),
        ("[gate.budgets]\nlcp_ms = nan", "gate.budgets.lcp_ms"),
        ('[gate.budgets]\nlcp_ms = "fast"', "gate.budgets.lcp_ms"),
        ("[gate.budgets.cart]\nlpc_ms = 1", "there is no metric of a single stage (cart) 'lpc_ms'. Did you mean lcp_ms?"),
        ("[gate.budgets.cart]\ncheckout_seconds = 1", "there is no metric of a single stage (cart) 'checkout_seconds'"),
        ("[gate.budgets.mobile]\nlpc_ms = 1", "there is no metric 'lpc_ms'. Did you mean lcp_ms?"),
        ("[gate.budgets.mobile.crat]\nclicks = 1", "there is no stage (of mobile) 'crat'. Did you mean cart?"),
        ("[gate.budgets.mobile.cart]\nclick = 1", "'click'. Did you mean clicks?"),
        ('[[gate.waivers]]\ncheck = "a"\nuntil = 2026-12-31', "gate.waivers.0.reason from"),
        ('[[gate.waivers]]\ncheck = "a"\nreason = ""\nuntil = 2026-12-31', "gate.waivers.0.reason from"),
        ('[[gate.waivers]]\ncheck = "a"\nreason = "b"', "gate.waivers.0.until from"),
        ('[[gate.waivers]]\ncheck = "a"\nreason = "b"\nuntil = "soon"', "gate.waivers.0.until from"),
        ('[[gate.waivers]]\ncheck = "a"\nreason = "b"\nuntil = 2026-12-31\nstage = "crat"', "Did you mean cart?"),
        ('[[gate.waivers]]\ncheck = "a"\nreason = "b"\nuntil = 2026-12-31\nuntill = 1', "gate.waivers.0.untill from"),
    ],
)
def test_what_matches_nothing_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        gate(tmp_path, text)
    assert said in str(caught.value)
    assert str(tmp_path / "auditor.toml") in str(caught.value)
