from auditor_reports.view.topics import topics_of
from auditor_reports.view.unmeasured import reasons_of

from auditor.api import FAILURES
from auditor.result.model import Unreached
from tests.auditor.specimens import check
from tests.reports.results import said


def not_reached(stage: str) -> Unreached:
    return Unreached(stage=stage, reason="bot_wall")


def test_pages_that_were_not_reached_for_one_reason_are_one_reason() -> None:
    topics = topics_of(
        [
            said("trust-a", "not_measurable", stage="cart", unreached=not_reached("cart")),
            said("trust-a", "not_measurable", stage="payment", unreached=not_reached("payment")),
            said("trust-b", "not_measurable", unreached=not_reached("cart")),
            said("trust-b", "not_measurable", device="mobile", message="axe.json is damaged."),
            said("trust-c", "pass"),
        ],
        {"trust-a": check("trust-a")},
    )
    first, second = reasons_of(topics, "not_measurable")
    assert first.sentence == f"The page was not reached: {FAILURES['bot_wall'].sentence}"
    assert first.checks == (("trust-a is right", "trust-a", "Desktop: Cart, Payment"), ("trust-b", "trust-b", "Desktop: Cart"))
    assert (second.sentence, second.checks) == ("axe.json is damaged.", (("trust-b", "trust-b", "Phone"),))


def test_the_reason_of_most_checks_comes_first() -> None:
    verdicts = [said(f"trust-{i}", "not_measurable", message="No cart." if i else "No search.") for i in range(4)]
    assert [reason.sentence for reason in reasons_of(topics_of(verdicts, {}), "not_measurable")] == ["No cart.", "No search."]


def test_nothing_unmeasured_has_no_reason() -> None:
    assert reasons_of(topics_of([said("trust-a", "pass")], {}), "not_measurable", "error") == []
