"""product-add-to-cart-visible."""

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    not_measurable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.selectors import selector_of

_LIKELY = 0.5  # probability of a buy button
_SCREENS = {True: 1.5, False: 1.0}  # how far down is fine, by whether it is a phone
_MOST_SCREENS = 2.0


@page_check(
    id="product-add-to-cart-visible",
    category="product",
    title="The buy button is seen without searching",
    failure_title="The buy button is far down the page",
    why="Who does not find the button does not buy.",
    fix="Put the button beside the price near the top of the product page, before long texts and tables, "
    "or keep it in a bar that stays on the screen while scrolling.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    stages=(Stage.PRODUCT,),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "a clear call to action above the fold (copy read in 2026)",
        ),
    ),
    limits="Measured on the page as it opens, before anything is chosen. A product that is sold out is left out.",
)
def add_to_cart_visible(page: PageRecord) -> Outcome:
    """Measure how far down the first buy button stands, in screens; one that stays in view passes."""
    box = page.facts.buy_box
    if box.sold_out:
        return not_applicable(say("The product is sold out, so there is nothing to put into the cart."))
    buttons = [c.control for c in box.buttons if c.p >= _LIKELY and c.control.visible]
    if not buttons:
        return not_measurable(say("No buy button was recognised on the product page."))
    sticky = next((b for b in buttons if b.fixed and b.in_view), None)
    if sticky is not None:
        return passed(say("The button “{button}” stays on the screen.", button=sticky.label_text[:40]), value=0, unit="px")
    first = min(buttons, key=lambda b: b.box.y)
    screen, down = page.observation.viewport[1], first.box.y
    where: dict[str, str | float] = {"button": first.label_text[:40], "down": down, "screens": down / screen}
    threshold = say("≤ {limit:.0f} px", limit=_SCREENS[page.mobile] * screen)
    if down <= _SCREENS[page.mobile] * screen:
        said = say("The button “{button}” begins {down:.0f} pixels down the page, {screens:.1f} screens.", **where)
        return passed(said, value=round(down), unit="px", threshold=threshold)
    findings = [Finding(say("The buy button stands here."), selector_of(first), first.box, key="buy button")]
    outcome = warned if down <= _MOST_SCREENS * screen else failed
    message = say(
        "The button “{button}” begins {down:.0f} pixels down the page, {screens:.1f} screens: it has to be searched for.", **where
    )
    return outcome(message, findings=findings, value=round(down), unit="px", threshold=threshold)
