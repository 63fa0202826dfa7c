"""checkout-guest-option."""

from auditor.api import Effort, Ended, JourneyRecord, Outcome, Severity, Source, Stage, failed, journey_check, not_measurable, passed, say


@journey_check(
    id="checkout-guest-option",
    category="checkout",
    title="A shopper can buy without creating an account",
    failure_title="Shoppers must create an account to buy",
    why="Being asked for an account is one of the main reasons why shoppers leave the checkout.",
    fix="Let shoppers go on with an e-mail address alone. Offer the account after the order, where it costs nothing.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.CHECKOUT,),
    blocker=True,
    sources=(
        Source(
            "Baymard Institute, cart abandonment statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "26 % of abandoners named a forced account in 2024, 19 % in 2025",
        ),
    ),
    limits="Shops that sell to members only, or must know their customers by law, fail on purpose.",
)
def guest_option(journey: JourneyRecord) -> Outcome:
    """Whether the journey came past the question of an account to address or payment without one."""
    walked = journey.journey
    if walked.failure_code == "account_required":
        return failed(walked.message)
    if journey.reached(Stage.ADDRESS) or journey.reached(Stage.PAYMENT):
        return passed(say("The checkout goes on without an account."))
    if walked.ended is Ended.LOGIN_REQUIRED:
        return not_measurable(walked.message)
    return not_measurable(journey.why_not(Stage.ADDRESS))
