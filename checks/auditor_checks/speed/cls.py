"""speed-cls."""

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    measured,
    not_applicable,
    not_measurable,
    page_check,
    say,
    together,
)
from auditor_checks.speed.elements import in_words

_GOOD, _POOR = 0.1, 0.25


@page_check(
    id="speed-cls",
    category="speed",
    title="Content does not jump while the page loads",
    failure_title="Content jumps while the page loads",
    why="When the page moves under the finger, shoppers hit what they did not aim at, next to the buy button most annoyingly.",
    fix="Give pictures and frames a width and height, keep room for what comes later (banners, prices, payment buttons), and "
    "show late notices over the page instead of pushing it down.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("timings",),
    sources=(
        Source(
            "Google, web.dev, Cumulative Layout Shift",
            "https://web.dev/articles/cls",
            "good up to 0.1, poor above 0.25 (2023)",
        ),
    ),
    limits="A lab value up to when the page was recorded, not scrolled further than the shopper did. What moves right after a press "
    "does not count. Pages drawn by script have no score of their own.",
)
def cls(page: PageRecord) -> Outcome:
    """Read how much of the page moved unasked (Cumulative Layout Shift), median of all loads."""
    if page.timings.soft:
        return not_applicable(say("The page was drawn by script without a page load; browsers report no score for it."))
    vital = page.timings.vitals.get("CLS")
    if vital is None:
        return not_measurable(say("The browser did not report how much of the page moved."))
    near = round(vital.value, 2) in {_GOOD, _POOR}  # where two digits would not tell on which side of the limit
    score = say("{score:.3f}", score=vital.value) if near else say("{score:.2f}", score=vital.value)
    message = say(
        "The shifts of the layout while the page loads add up to {score} (lab value, good up to {good:g}).", score=score, good=_GOOD
    )
    if vital.element and vital.value > _GOOD:
        message = together(message, say("What moved most is {element}.", element=in_words(vital.element)), between=" ")
    return measured(
        message,
        value=vital.value,
        good=_GOOD,
        poor=_POOR,
        unit="",
        findings=[Finding(say("This moved while the page was loading."), selector=vital.element, key=vital.element or "CLS")]
        if vital.value > _GOOD
        else (),
    )
