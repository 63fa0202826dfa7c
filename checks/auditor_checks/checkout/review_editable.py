"""checkout-review-editable."""

from urllib.parse import urlsplit

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    normalise,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.steps import checkout_pages

_AROUND = frozenset({"footer", "nav"})


@journey_check(
    id="checkout-review-editable",
    category="checkout",
    title="Entries can be corrected before paying",
    failure_title="Nothing on the payment step leads back to what was entered",
    why="Who sees a typing mistake in the address at the end must be able to mend it without beginning anew.",
    fix="Show the address and the way of delivery on the payment step, each with a link “Change”.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.PAYMENT,),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.4 Error Prevention (Legal, Financial, Data)",
            "https://www.w3.org/TR/WCAG22/#error-prevention-legal-financial-data",
            "what is submitted can be checked and corrected; level AA (2023)",
        ),
    ),
    limits="Looks for ways back; they are not followed, and the browser's own button is always there.",
)
def review_editable(journey: JourneyRecord) -> Outcome:
    """Look on the payment step for the address form itself, a link that changes it, or one to an earlier step."""
    page = journey.page(Stage.PAYMENT)
    if page.facts.checkout.asks_address:
        return passed(say("The address can be changed on the payment step itself."))
    earlier = {_place(p.url) for p in checkout_pages(journey)} - {_place(page.url)}
    headings = {normalise(t.text) for p in checkout_pages(journey) if not p.facts.checkout.offers_payment for t in p.observation.headings}
    ways = [
        c
        for c in page.observation.visible
        if c.is_button
        and c.landmark not in _AROUND | {"header"}
        and (page.facts.lexicon.has("back", *c.words, at_least=0.6) or _leads_to(c, earlier) or _opens_step(c, headings))
    ]
    ways += [c for c in page.observation.visible if c.landmark in {"nav", "header"} and _leads_to(c, earlier)]
    if ways:
        return passed(say("“{label}” leads back to what was entered.", label=ways[0].label_text[:60]), value=len(ways))
    message = say("On the payment step only the browser's own button leads back to what was entered.")
    return warned(message, findings=[Finding(message, url=page.url, key="no way back")], value=0)


def _place(url: str) -> str:
    """An address without its query; with its fragment where that is a route of its own ("#/payment")."""
    parts = urlsplit(url)
    return parts.path + (f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else "")


def _leads_to(control: Control, earlier: set[str]) -> bool:
    return bool(control.href) and _place(control.href) in earlier


def _opens_step(control: Control, headings: set[str]) -> bool:
    """Whether pressing it opens a part of the page that is called like an earlier step."""
    opens = (
        control.attrs.get("href", "").startswith("#")
        or "#" in control.href
        or bool({"aria-expanded", "aria-controls"} & set(control.attrs))
    )
    return opens and len(control.label_text) > 2 and normalise(control.label_text) in headings
