from typing import Any

import pytest
from auditor_reports.view.method import order_sentence, settings_of

from auditor.config.settings import Settings
from tests.auditor.specimens import walked
from tests.reports.results import audit


@pytest.mark.parametrize(
    ("key", "value", "row"),
    [
        ("devices", ["desktop", "mobile"], ("Devices", "Desktop, Phone")),
        ("country", "", ("Country of the test shopper", "the shop's own")),
        ("only", [], ("Only these checks, categories or stages", "all")),
        ("probes", True, ("Active probes", "yes")),
        ("headed", False, ("Visible browser window", "no")),
        ("max_seconds", 600.0, ("Time limit", "10\u00a0min 0\u00a0s")),
        ("headers", {"X-Test": "[redacted]"}, ("Extra HTTP headers", "X-Test: [redacted]")),
        ("journey", {"product": "", "login": None, "stages": {}}, ("Hints for the journey", "none")),
        (
            "journey",
            {"product": "Mug", "stages": {"cart": {"skip": True, "url": ""}}},
            ("Hints for the journey", "product: Mug, stages: cart: skip: yes"),
        ),
        ("lighthouse", {"stages": ["cart"], "seconds": 120.0}, ("Pages measured by Lighthouse", "Cart")),
        ("lighthouse", {"stages": [], "seconds": 120.0}, ("Pages measured by Lighthouse", "none")),
        ("brand_new", 7, ("brand_new", "7")),
    ],
)
def test_settings_are_written_for_people(key: str, value: Any, row: tuple[str, str]) -> None:
    assert settings_of({key: value}) == [row]


@pytest.mark.parametrize(
    ("gate", "row"),
    [
        ({"fail_on": "major"}, ("Gate: fails on", "failed checks of severity major or critical")),
        ({"min_score": 0}, ("Gate: least score", "0")),
        ({"min_score": None, "max_new": None}, ("Gate: least score", "none")),
        ({"min_category": {"checkout": 80}}, ("Gate: least scores of categories", "Cart, checkout and payment: 80")),
        ({"checks": {"speed-lcp": "warn"}}, ("Gate: single checks", "speed-lcp: warns")),
        ({"max_new": 2}, ("Gate: most new findings", "2")),
        ({"budgets": {"lcp_ms": 2500.0, "cart": {"cls": 0.1}}}, ("Gate: budgets", "lcp_ms: 2,500, cart: cls: 0.1")),
        ({"must_reach": "payment"}, ("Gate: stage to reach", "Payment")),
        ({"must_reach": {"mobile": "cart"}}, ("Gate: stage to reach", "Phone: Cart")),
        ({"baseline": "auditor.baseline.json"}, ("Gate: baseline", "auditor.baseline.json")),
        ({"waivers": [{"check": "speed-lcp"}]}, ("Gate: waivers", "1")),
    ],
)
def test_settings_of_the_gate_are_written_for_people(gate: dict[str, Any], row: tuple[str, str]) -> None:
    assert settings_of({"gate": gate}) == [row]


def test_all_settings_can_be_told() -> None:
    rows = settings_of(Settings.model_validate({}).model_dump(mode="json"))
    assert len(rows) == len(Settings.model_fields.keys() - {"formats", "lang", "report", "brand", "gate", "history"}) + 2
    assert [name for name, value in rows if not value] == []
    assert [name for name, _ in rows if name in Settings.model_fields] == []  # a name for people, not the key


def test_it_is_said_that_nothing_was_ordered() -> None:
    assert order_sentence(audit()) == "No order was placed. The audit ends before the order is sent, and has no means to pay."
    blocked = [{"method": "POST", "url": "https://shop.example/order", "reason": "order"}]
    assert order_sentence(audit(journeys=[walked(blocked_requests=blocked)])).endswith(
        "1 request that could have ordered or sent something was stopped."
    )


def test_a_suspected_order_is_said_first() -> None:
    said = order_sentence(audit(journeys=[walked("failed", "payment", failure_code="order_suspected")]))
    assert said.startswith("The shop showed an order confirmation")
    assert "No order was placed" not in said
