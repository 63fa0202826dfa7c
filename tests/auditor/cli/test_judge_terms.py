"""What judging may be told besides which checks: weights, law, efforts, a survey, checks of one's own."""

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor

SURVEY = """
[survey]
stage = "page"
[survey.metrics.csat]
column = "happy"
scale = [1, 5]
"""


def judged(auditor: Auditor, run: Path, *options: str | Path) -> dict[str, Any]:
    ran = auditor("judge", run, "--exit-zero", *options)
    assert ran.code in {0, 3}, ran.err
    found: dict[str, Any] = json.loads((run / RESULT).read_text(encoding="utf-8"))
    return found


def test_a_profile_and_weights_make_the_score(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    usual = judged(auditor, run)["score"]
    (tmp_path / "auditor.toml").write_text("weights = { security = 0 }", encoding="utf-8")
    told = judged(auditor, run, "--profile", "accessibility")
    assert (usual["profile"], told["score"]["profile"]) == ("balanced", "accessibility, changed")
    weights = {c["id"]: c["weight"] for c in told["score"]["categories"]}
    assert (weights["accessibility"], weights["security"]) == (40, 0)
    assert told["score"]["weights_hash"] != usual["weights_hash"]
    assert (told["config"]["profile"], told["config"]["weights"]) == ("accessibility", {"security": 0})


def outcomes(result: dict[str, Any], check: str) -> set[str]:
    return {verdict["outcome"] for verdict in result["verdicts"] if verdict["check"] == check}


def test_matters_of_law_wait_for_a_jurisdiction(auditor: Auditor, run: Path) -> None:
    assert outcomes(judged(auditor, run), "privacy-no-tracking-before-consent") == {"not_applicable"}
    for options in (["--jurisdiction", "eu"], ["--profile", "legal-eu"]):
        found = judged(auditor, run, *options)
        (message,) = {v["message"] for v in found["verdicts"] if v["check"] == "accessibility-statement"}
        assert "--jurisdiction" not in message
    assert auditor("judge", run, "--jurisdiction", "fr").refused(4, "'fr'", "'eu', 'uk', 'us'")


def test_a_recording_is_judged_as_its_audit_was_told_to(auditor: Auditor, run: Path) -> None:
    manifest = run / RECORDING / MANIFEST
    recorded = json.loads(manifest.read_text(encoding="utf-8"))
    recorded["config"] |= {"profile": "checkout", "jurisdiction": ["eu"], "gate": {"fail_on": "none"}}
    manifest.write_text(json.dumps(recorded), encoding="utf-8")
    config = judged(auditor, run)["config"]
    assert (config["profile"], config["jurisdiction"], config["gate"]["fail_on"]) == ("checkout", ["eu"], "critical")
    assert judged(auditor, run, "--profile", "balanced")["config"]["profile"] == "balanced"
    recorded["config"]["profile"] = "none such"
    manifest.write_text(json.dumps(recorded), encoding="utf-8")
    assert auditor("judge", run).refused(4, "profile from the recording", "none such")


def test_efforts_known_better_change_the_order(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    before = {p["check"]: p for p in judged(auditor, run)["problems"]}
    name = next(iter(before))
    (tmp_path / "auditor.toml").write_text(f'ask_vendor = ["{name}"]\n[mending]\n{name} = "XL"', encoding="utf-8")
    after = {p["check"]: p for p in judged(auditor, run)["problems"]}
    assert (after[name]["effort"], after[name]["ask_vendor"], before[name]["ask_vendor"]) == ("XL", True, False)
    assert after[name]["priority"] < before[name]["priority"]


@pytest.mark.parametrize("text", ['ask_vendor = ["speed-lpc"]', '[mending]\nspeed-lpc = "S"'])
def test_a_check_that_is_none_is_refused_there_too(auditor: Auditor, run: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    assert auditor("judge", run).refused(4, "there is no check 'speed-lpc'", "Did you mean speed-lcp?")


def test_a_survey_stands_beside_the_audit_and_changes_no_score(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text(SURVEY, encoding="utf-8")
    (tmp_path / "said.csv").write_text("happy,page\n" + "5,home\n" * 24 + "1,home\n" * 6 + "six,home\n,\n", encoding="utf-8")
    plain = judged(auditor, run)
    found = judged(auditor, run, "--survey", "said.csv")
    (csat,) = found["survey"]["metrics"]
    assert (csat["figures"]["score"], csat["figures"]["n"], csat["rejected"]) == (80, 30, {"blank": 1, "not a number": 1})
    assert csat["segments"][0]["value"] == "home"
    assert (plain["survey"], plain["score"]) == (None, found["score"])
    shown = auditor("report", run, "--format", "terminal", "--format", "html").out
    assert "Customer satisfaction (CSAT): 80% (95% interval: 63% to 90%)" in " ".join(shown.split())
    html = (run / "report.html").read_text(encoding="utf-8")
    assert "no part of the score" in html
    assert "80% (95% interval: 63% to 90%), 30 answers" in html


def test_a_survey_that_cannot_be_read_ends_before_anything_is_judged(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    assert auditor("judge", run, "--survey", "said.csv").refused(4, "which column holds what")
    (tmp_path / "auditor.toml").write_text(SURVEY, encoding="utf-8")
    assert auditor("judge", run, "--survey", "none.csv").refused(4, "none.csv cannot be read")
    (tmp_path / "said.csv").write_text("hapy,page\n5,home\n", encoding="utf-8")
    assert auditor("judge", run, "--survey", "said.csv").refused(4, "no column 'happy'", "Did you mean 'hapy'?")
    assert not (run / RESULT).exists()


def test_checks_of_ones_own_are_judged_beside_the_others(auditor: Auditor, run: Path) -> None:
    auditor("checks", "new", "trust-badge", "-o", "mine")
    found = judged(auditor, run, "--checks", "mine")
    assert outcomes(found, "trust-badge") == {"not_measurable"}  # the recording stops at the home page
    assert len({v["check"] for v in found["verdicts"]}) > 100


def test_a_broken_file_hurts_nothing_else_and_is_never_green(auditor: Auditor, run: Path) -> None:
    auditor("checks", "new", "trust-badge", "-o", "mine")
    Path("mine/odd.py").write_text("1 / 0", encoding="utf-8")
    ran = auditor("judge", run, "--checks", "mine", "--fail-on", "none")
    assert (ran.code, ran.err.count("mine/odd.py")) == (3, 1)
    found = json.loads((run / RESULT).read_text(encoding="utf-8"))
    assert outcomes(found, "trust-badge") == {"not_measurable"}
    assert ["mine/odd.py" in sentence for sentence in found["broken_plugins"]] == [True]
    assert "mine/odd.py" in found["gate"]["reasons"][0]
    assert "mine/odd.py" in auditor("report", run, "--format", "terminal").out
    assert auditor("judge", run, "--checks", "mine", "--only", "accessibility", "--fail-on", "none").code == 0


def test_a_check_that_crashes_hurts_no_other(auditor: Auditor, run: Path) -> None:
    auditor("checks", "new", "trust-badge", "-o", "mine")
    file, broken = Path("mine/badge.py"), {"Stage.PRODUCT": "Stage.HOME", "page.soup.find_all": "page.nothing"}
    text = file.read_text(encoding="utf-8")
    for right, wrong in broken.items():
        text = text.replace(right, wrong)
    file.write_text(text, encoding="utf-8")
    found = judged(auditor, run, "--checks", "mine")
    assert outcomes(found, "trust-badge") == {"error"}
    assert sum(v["outcome"] == "error" for v in found["verdicts"]) == 2
