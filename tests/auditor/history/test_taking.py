from pathlib import Path

import pytest

from auditor.history.taking import commit_at_hand, entry_of, identity, likeness
from tests.auditor.history.runs import SITE, result


def test_what_is_kept_of_a_run() -> None:
    run = entry_of(result(1), Path("/runs/monday"), label="4.2", commit="abc1234").run
    assert (run.site, run.host, run.started_at) == (SITE, "shop.example", "2026-01-02T09:00:00+00:00")
    assert (run.score, run.gate, run.critical, run.major, run.minor, run.warnings) == (80, "failed", 1, 0, 0, 1)
    assert (run.label, run.commit, run.folder) == ("4.2", "abc1234", str(Path("/runs/monday").absolute()))
    assert [(way.device, way.ended, way.deepest_stage) for way in run.journeys] == [
        ("desktop", "payment_reached", "payment"), ("mobile", "failed", "cart"),
    ]  # fmt: skip
    assert run.categories["checkout"] == 0
    assert [(m.check, m.stage, m.value, m.unit) for m in run.metrics] == [("speed-lcp", "home", 1.6, "s")]


def test_evidence_is_known_by_its_fingerprint_else_by_its_place() -> None:
    pieces = entry_of(result(evidence=("a", "b", "a"))).evidence
    assert {(p.fingerprint, p.check_id, p.outcome) for p in pieces} == {
        ("a", "checkout-bad", "fail"), ("b", "checkout-bad", "fail"), ("mobile-half:mobile:", "mobile-half", "warn"),
    }  # fmt: skip


def test_a_recording_judged_again_is_the_same_run_and_another_one_is_not() -> None:
    again = result().model_copy(update={"verdicts": [], "gate": result().gate.model_copy(update={"passed": True})})
    assert identity(again) == identity(result())
    assert identity(result(1)) != identity(result())
    assert identity(result(site="https://other.example")) != identity(result())


def test_only_runs_made_alike_are_alike() -> None:
    usual = likeness(result())
    assert likeness(result(5, score=20, config={"lang": "de"})) == usual
    assert likeness(result(config={"devices": ["mobile"]})) != usual
    assert likeness(result(config={"only": ["speed"]})) != usual
    assert likeness(result().model_copy(update={"score": result().score.model_copy(update={"weights_hash": "x"})})) != usual
    assert likeness(result().model_copy(update={"score": result().score.model_copy(update={"scoring_version": "x"})})) != usual


@pytest.mark.parametrize("facts", [{"value": float("inf")}, {"value": None}, {"value": "fast"}, {"value": True}, {"stage": "cellar"}])
def test_what_is_no_number_of_a_place_is_no_measure(facts: dict[str, object]) -> None:
    shown = [v.model_copy(update=facts) if v.check == "speed-lcp" else v for v in result().verdicts]
    assert entry_of(result(verdicts=shown)).run.metrics == []


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        entry_of(result(started_at="yesterday"))


@pytest.mark.parametrize(
    ("environ", "commit"),
    [
        ({"GITHUB_SHA": "0123456789ABCDEF0123456789abcdef01234567"}, "0123456789abcdef0123456789abcdef01234567"),
        ({"CI_COMMIT_SHA": "abcdef1"}, "abcdef1"),
        ({"GIT_COMMIT": "main"}, ""),
        ({"GITHUB_SHA": "", "BITBUCKET_COMMIT": "abcdef12"}, "abcdef12"),
        ({}, ""),
    ],
)
def test_the_commit_is_the_one_that_the_ci_service_names(environ: dict[str, str], commit: str) -> None:
    assert commit_at_hand(environ) == commit
