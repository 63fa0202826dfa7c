"""postpurchase-order-tracking."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    not_applicable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import is_unlinked, linked_page
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.shipped import NOTHING_SHIPPED, ships_nothing

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_ELSEWHERE = frozenset({"header", "footer", "nav", "search"})


@shop_check(
    id="postpurchase-order-tracking",
    category="postpurchase",
    title="Orders can be tracked without an account",
    failure_title="No way to track an order without an account was found",
    why="“Where is my parcel?” is what is asked most after an order, and guests have no account to look into.",
    fix="Link “Track your order” in the footer: a page that asks for order number and e-mail address or postcode and "
    "shows state, carrier and day of arrival.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    site_pages=("tracking",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Integrate tracking information",
            "https://baymard.com/blog/integrate-tracking-info",
            "50 % rank tracking first; 67 % of test sites lacked key details",
        ),
    ),
    limits="Never more than a warning: the link may come by e-mail only. The form is not sent.",
)
def order_tracking(recording: Recording) -> Outcome:
    """Open the linked tracking page; look for a field for the order number, or a login."""
    try:
        page = linked_page(recording, "tracking")
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        if ships_nothing(recording.journeys):
            return not_applicable(NOTHING_SHIPPED)
        message = say("No page of the shop links to tracking an order.")
        return warned(message, findings=[Finding(message, key="no link")], value=say("none"))
    fields = [c for c in page.observation.controls if c.is_text_field and c.visible and c.landmark not in _ELSEWHERE]
    logins = {c.form for c in fields if c.type == "password"}
    asked = [c for c in fields if c.form not in logins]
    if any(_asks_order(page, " ".join((c.label_text, c.placeholder))) for c in asked) or (not logins and len(asked) > 1):
        return passed(say("An order can be tracked with its number, without an account."), value=say("guest"))
    if logins:
        message = say("Tracking an order leads to a login; guests cannot look.")
        return warned(message, findings=[Finding(message, url=page.url, key="login")], value=say("account"))
    if any(frame.visible and not frame.read and frame.box.area for frame in page.observation.embedded):
        raise Missing(say("The tracking page embeds a foreign page whose inside could not be read"))
    message = say("The page for tracking an order has no field for the order's number.")
    return warned(message, findings=[Finding(message, url=page.url, key="no field")], value=say("no field"))


def _asks_order(page: PageRecord, label: str) -> bool:
    return _WORDS.mentions("order_number", label, page)
