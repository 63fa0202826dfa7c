from typing import Any

import pytest
from auditor_reports.view import headline as view
from auditor_reports.view.headline import Headline, headline
from auditor_reports.view.topics import topics_of

from auditor.api import JourneyResult, Kind, Severity
from auditor.model.verdict import Verdict
from auditor.score import scoring
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit

GOOD = verdict(check("trust-good"))


def said(verdicts: list[Verdict], *journeys: JourneyResult) -> Headline:
    result = audit(verdicts, journeys)
    return headline(result, topics_of(result.verdicts, {v.check.id: v.check for v in verdicts}))


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (1.0, "Shoppers get through to payment, and little stands in their way."),
        (0.85, "Shoppers get through to payment; a few things hold them up."),
        (0.7, "makes it harder than it has to be."),
        (0.55, "against real obstacles."),
        (0.1, "serious faults stand in the way."),
    ],
)
def test_the_verdict_follows_the_score(grade: float, words: str) -> None:
    assert said([verdict(check("trust-a"), Kind.WARN, grade=grade)], walked()).sentence.endswith(words)


def test_a_blocker_is_the_headline() -> None:
    blocker = check("checkout-bad", severity=Severity.CRITICAL, blocker=True)
    assert said([verdict(blocker, Kind.FAIL)], walked()).sentence == (
        "The audit came to the payment step, yet shoppers meet a fault that keeps them from buying."
    )


@pytest.mark.parametrize(
    ("journeys", "sentence"),
    [
        ([], "The audit did not visit the shop."),
        ([walked(), walked("failed", "cart", "mobile")], "On a desktop shoppers get through to payment; on a phone they do not."),
        ([walked(), walked(device="Pixel 7"), walked("failed", "cart", "mobile")], "Shoppers get through to payment on 2 of 3 devices."),
        ([walked("login_required", "cart")], "A guest cannot buy here: the shop demands an account."),
        ([walked("blocked", None)], "The shop did not let the audit in."),
        ([walked("not_a_shop", "home")], "No shop was found at this address."),
        ([walked("no_product", "category")], "No product could be bought."),
        ([walked("interrupted", "home")], "The audit was interrupted; this is what was seen until then."),
        ([walked("failed", None, failure_code="unreachable")], "The shop did not answer, so there is nothing to judge."),
        ([walked("failed", "cart", failure_code="add_error")], "Shoppers do not get to the payment step."),
        ([walked("failed", "cart", failure_code="engine_error")], "The audit did not get to the payment step."),
    ],
)  # fmt: skip
def test_what_stopped_the_shopper_is_the_headline(journeys: list[JourneyResult], sentence: str) -> None:
    assert said([GOOD], *journeys).sentence == sentence


def test_our_own_limits_are_not_blamed_on_the_shop() -> None:
    ours = said([GOOD], walked("failed", "cart", failure_code="checkout_not_found"))
    theirs = said([GOOD], walked("failed", "cart", failure_code="add_error"))
    assert "not counted against the shop" in ours.stops[0]
    assert "not counted against the shop" not in theirs.stops[0]


@pytest.mark.parametrize(
    ("verdicts", "remark"),
    [
        ([], "No check was run."),
        ([verdict(check("trust-a"), Kind.NOT_MEASURABLE)], "No check could be judged."),
        ([GOOD], "No check fails."),
        ([verdict(check("trust-a", severity=Severity.MINOR), Kind.FAIL)], "1 minor problem was found."),
        (
            [verdict(check(f"trust-{s}", severity=s), Kind.FAIL) for s in Severity] + [verdict(check("trust-w"), Kind.WARN)],
            "1 critical problem, 1 major problem and 1 minor problem were found, and 1 warning.",
        ),
    ],
)
def test_problems_are_counted(verdicts: list[Verdict], remark: str) -> None:
    assert said(verdicts, walked()).remarks[0] == remark


@pytest.mark.parametrize(("unknown", "warned"), [(0, False), (1, True)])
def test_little_evidence_is_said(unknown: int, warned: bool) -> None:
    facts: dict[str, Any] = {"severity": Severity.MAJOR}
    missing = [verdict(check(f"trust-{i}", **facts), Kind.NOT_MEASURABLE) for i in range(unknown)]
    remarks = said([GOOD, *missing], walked()).remarks
    assert any("Only 50% of what applies" in remark for remark in remarks) is warned


def test_engine_and_reports_mean_the_same_cap() -> None:
    assert scoring.BLOCKER_CAP == view._BLOCKED
    assert scoring.BLOCKER_CAP not in scoring.CRITICAL_CAPS.values()
