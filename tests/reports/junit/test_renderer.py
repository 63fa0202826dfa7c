from pathlib import Path
from typing import Any

import pytest
from auditor_reports.junit.renderer import renderer
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from lxml import etree

from auditor.api import Check, GateRule, Result, Waived
from tests.auditor.specimens import check, verdict, walked
from tests.reports.hostile import ADDRESSES, NASTY, TITLE, everywhere, explained
from tests.reports.results import audit, report, said, seen

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))
BAD = check("checkout-bad", failure_title="Guests must make an account", fix="Let guests buy.")


def suites(result: Result, run: Path, *checks: Check) -> dict[str, dict[str, TestCase]]:
    """The cases by suite and name, from a document that the schema allows."""
    document = renderer.render(report(result, run, *checks))
    SCHEMA.assertValid(etree.fromstring(document))
    read = JUnitXml.fromstring(document)
    return {suite.name: {case.name: case for case in suite} for suite in read}


def outcome(case: TestCase) -> Any:
    """Why a case did not pass; None where it did."""
    return case.result[0] if case.result else None


def usual(**facts: Any) -> Result:
    shown = [
        said("checkout-bad", severity="critical", message="An account is demanded.", stage="checkout", findings=[seen("No guest.")]),
        said("checkout-bad", "pass", device="mobile"),
        said("speed-slow", "warn", message="3 s"),
        said("trust-good", "pass"),
        said("trust-none", "not_applicable", message="The product has no variants."),
        said("trust-blind", "not_measurable", message="The cart was not reached."),
        said("trust-broken", "error", message="The check broke."),
        said("security-all", "fail", device=None),
    ]
    return audit([verdict(BAD)], [walked(seconds=33.5), walked("failed", "cart", "mobile", failure_code="add_error")], shown=shown, **facts)


def ruled(*rules: GateRule, **facts: Any) -> Result:
    made = usual()
    return made.model_copy(update={"gate": made.gate.model_copy(update={"rules": list(rules), **facts})})


def test_every_device_has_a_suite_with_its_journey_and_its_checks(tmp_path: Path) -> None:
    read = suites(usual(), tmp_path, BAD)
    assert list(read) == ["Desktop", "Phone", "Whole shop", "Gate"]
    assert outcome(read["Desktop"]["journey"]) is None
    assert read["Desktop"]["journey"].time == 33.5
    assert isinstance(outcome(read["Phone"]["journey"]), Failure)
    assert {case.classname for case in read["Desktop"].values()} == {
        "desktop.journey", "desktop.checkout", "desktop.speed", "desktop.trust"
    }  # fmt: skip
    assert read["Whole shop"]["security-all: security-all"].classname == "shop.security"


def test_a_failure_says_what_was_found_where_and_what_mends_it(tmp_path: Path) -> None:
    failure = outcome(suites(usual(), tmp_path, BAD)["Desktop"]["checkout-bad: checkout-bad is right"])
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("critical", "Guests must make an account: An account is demanded.")
    assert failure.text.splitlines() == [
        "Desktop: Checkout: An account is demanded.",
        "- No guest. | button.buy | https://shop.example/cart",
        "How to fix it: Let guests buy.",
    ]


def test_a_case_is_called_the_same_whether_it_passes_or_fails(tmp_path: Path) -> None:
    read = suites(usual(), tmp_path, BAD)
    assert "checkout-bad: checkout-bad is right" in read["Desktop"]
    assert outcome(read["Phone"]["checkout-bad: checkout-bad is right"]) is None


def test_what_was_not_judged_is_skipped_with_its_reason_and_what_broke_is_an_error(tmp_path: Path) -> None:
    cases = suites(usual(), tmp_path)["Desktop"]
    told = {name: outcome(cases[f"{name}: {name}"]) for name in ("trust-none", "trust-blind", "trust-broken", "speed-slow")}
    assert [type(one) for one in told.values()] == [Skipped, Skipped, Error, type(None)]
    assert told["trust-none"].message == "The product has no variants."
    assert told["trust-blind"].type == "not_measurable"
    assert "3 s" in cases["speed-slow: speed-slow"].system_out


def test_counts_are_those_of_the_cases(tmp_path: Path) -> None:
    root = etree.fromstring(renderer.render(report(usual(), tmp_path)))
    for element, skipped in ((root, "//skipped"), *((suite, ".//skipped") for suite in root)):
        for name, path in (("tests", ".//testcase"), ("failures", ".//failure"), ("errors", ".//error"), ("skipped", skipped)):
            assert element.get(name, str(len(element.findall(f".{skipped}")))) is not None
            if name in element.attrib:
                assert int(element.get(name)) == len(element.findall(path))


def test_every_rule_of_the_gate_is_a_case(tmp_path: Path) -> None:
    read = suites(
        ruled(
            GateRule(rule="min_score", outcome="passed", message="90 of 80."),
            GateRule(rule="budget.lcp_ms", outcome="failed", device="mobile", stage="home", message="4 s of 2.5 s.", checks=["speed-lcp"]),
            GateRule(rule="must_reach", outcome="no_evidence", device="desktop", message="It was interrupted."),
            GateRule(rule="budget.journey_seconds", outcome="unreliable", message="The machine is too slow."),
        ),
        tmp_path,
    )["Gate"]
    assert [type(outcome(case)) for case in read.values()] == [type(None), Failure, Failure, Skipped]
    assert list(read)[1] == "budget.lcp_ms (Phone: Home page)"
    assert outcome(read["budget.lcp_ms (Phone: Home page)"]).message == "4 s of 2.5 s."


def test_a_gate_without_rules_says_why_it_does_not_let_pass(tmp_path: Path) -> None:
    closed = ruled(passed=False, reasons=["Too low."], failed_checks=[], undecided=False)
    assert outcome(suites(closed, tmp_path)["Gate"]["gate"]).message == "Too low."
    assert outcome(suites(ruled(passed=True, reasons=[]), tmp_path)["Gate"]["gate"]) is None


def test_failures_that_a_waiver_lets_pass_are_skipped(tmp_path: Path) -> None:
    waiver = Waived(check="checkout-bad", reason="Sold to firms only.", until="2027-01-31")
    found = outcome(suites(ruled(waived=[waiver]), tmp_path, BAD)["Desktop"]["checkout-bad: checkout-bad is right"])
    assert (type(found), found.message) == (Skipped, "Let pass: Sold to firms only.")
    other = waiver.model_copy(update={"fingerprint": "another"})
    found = outcome(suites(ruled(waived=[other]), tmp_path, BAD)["Desktop"]["checkout-bad: checkout-bad is right"])
    assert type(found) is Failure


@pytest.mark.parametrize("text", [*NASTY.values(), TITLE], ids=[*NASTY, "title"])
def test_no_text_of_a_shop_becomes_markup(text: str, tmp_path: Path) -> None:
    document = renderer.render(report(everywhere(text), tmp_path, explained(text)))
    root = etree.fromstring(document)
    SCHEMA.assertValid(root)
    tags = {"testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped", "system-out"}
    assert {element.tag for element in root.iter()} <= tags
    assert len(document) < 400_000


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_of_a_shop_becomes_markup(address: str, tmp_path: Path) -> None:
    SCHEMA.assertValid(etree.fromstring(renderer.render(report(everywhere("x", address), tmp_path))))


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    assert renderer.render(report(usual(), tmp_path, BAD)) == renderer.render(report(usual(), tmp_path, BAD))
