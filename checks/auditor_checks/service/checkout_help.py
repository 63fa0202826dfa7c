"""service-checkout-help."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.page_links import CHECKOUT_STAGES, link_named, names
from auditor_checks.service.ways import way_to_contact

_HELP = ("faq", "returns", "terms")


@journey_check(
    id="service-checkout-help",
    category="service",
    title="Help stays at hand in the checkout",
    failure_title="There is no help in the checkout",
    why="A doubt at the moment of paying ends the purchase if there is nobody to ask and nothing to look up.",
    fix="Keep a phone number, a help link or a chat in the reduced header or footer of every step, and open policies "
    "in a window of their own.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    site_pages=("contact", "faq", "returns", "terms"),
    stages=tuple(sorted(CHECKOUT_STAGES)),
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "help at the right time and place (contents read in 2026)",
        ),
    ),
    limits="The steps that were reached, up to payment. Links are told by their names, in 27 languages, or by what the page behind them "
    "says, in 10.",
)
def checkout_help(journey: JourneyRecord) -> Outcome:
    """Look on each step of the checkout for a phone or mail link, a chat, or a link to contact, help or a policy."""
    pages = {page.url + page.place: page for page in journey.pages if page.stage in CHECKOUT_STAGES}
    if not pages:
        raise Missing(journey.why_not(Stage.CHECKOUT))
    country = market_of([journey]).country
    without = [page for page in pages.values() if not _helps(page, country)]
    findings = [Finding(say("No help is offered on the {step} step.", step=p.place), url=p.url, key=p.place) for p in without]
    value = round(1 - len(without) / len(pages), 2)
    if not without:
        message = several(
            len(pages),
            "The step of the checkout that was reached offers help.",
            "All {n} steps of the checkout that were reached offer help.",
        )
        return passed(message, value=value, threshold="100 %")
    if len(without) == len(pages):
        message = several(
            len(pages),
            "The step of the checkout that was reached offers no help: neither contact nor help nor the terms are linked.",
            "None of the {n} steps of the checkout that were reached offers help: neither contact nor help nor the terms are linked.",
        )
        return failed(message, findings=findings, value=value, threshold="100 %")
    message = several(
        len(pages),
        "No help is offered on {without} of {n} step of the checkout: {steps}.",
        "No help is offered on {without} of {n} steps of the checkout: {steps}.",
        without=len(without),
        steps=together(*(page.place for page in without), between=", "),
    )
    return warned(message, findings=findings, value=value, threshold="100 %")


def _helps(page: PageRecord, country: str) -> bool:
    if way_to_contact(page, country) or any(link_named(page, concept) is not None for concept in _HELP):
        return True
    # A policy that opens in the step itself, in a part that is not marked as a footer.
    links = (c for c in page.observation.visible if c.is_button and (c.href or c.tag == "button"))
    return any(names(page, concept, c) for c in links for concept in ("faq", "terms", "chat"))
