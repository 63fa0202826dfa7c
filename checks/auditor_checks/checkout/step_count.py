"""checkout-step-count."""

from dataclasses import replace

from auditor.api import Effort, Finding, JourneyRecord, Outcome, Severity, Source, Stage, journey_check, measured, not_measurable, several
from auditor_checks.checkout.views import views

_GOOD, _POOR = 5, 7


@journey_check(
    id="checkout-step-count",
    category="checkout",
    title="The checkout has few steps",
    failure_title="The checkout has many steps",
    why="Every page that has to be confirmed is an occasion to leave, though the number of fields matters more.",
    fix="Join steps that ask little: contact and address on one page, delivery and payment on another.",
    severity=Severity.MINOR,
    effort=Effort.L,
    stages=(Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "Baymard Institute, Minimize form fields in checkout",
            "https://baymard.com/blog/checkout-flow-average-form-fields",
            "5.1 steps on average (2024)",
        ),
    ),
    limits="Counts the views from the cart to the payment step, parts of an accordion included, and a review page if the "
    "payment step has no button that orders.",
)
def step_count(journey: JourneyRecord) -> Outcome:
    """Count the cart, and each press that led on from it."""
    if not journey.reached(Stage.PAYMENT):
        return not_measurable(journey.why_not(Stage.PAYMENT))
    count = 1 + views(journey)
    message = several(count, "The way from the cart to the order has {n} step.", "The way from the cart to the order has {n} steps.")
    outcome = measured(message, value=count, good=_GOOD, poor=_POOR, unit="steps")
    if count <= _GOOD:
        return outcome
    return replace(outcome, findings=(Finding(outcome.message, url=journey.page(Stage.CART).url, key="steps"),))
