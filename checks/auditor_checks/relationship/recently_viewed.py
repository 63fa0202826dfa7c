"""relationship-recently-viewed."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    warned,
)
from auditor_checks.catalogue import products_seen
from auditor_checks.phrases import Phrases

_PROBE = "second_product"
_WORDS = Phrases("auditor_checks.relationship", "recently_viewed.toml")
_TINY = 5


@journey_check(
    id="relationship-recently-viewed",
    category="relationship",
    title="Products seen before can be found again",
    failure_title="Products seen before cannot be found again",
    why="Who compares goes back and forth. A row of what was seen spares searching for it a second time.",
    fix="Show the products seen last below the product's details, in the cart and on the home page, under a heading that says so.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT, Stage.CART),
    devices="desktop",
    probes=(_PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "BigCommerce, Cornerstone reference theme",
            "https://github.com/bigcommerce/cornerstone",
            "wording of the heading (2026)",
        ),
    ),
    limits="Two products were viewed. Shops that ask for consent first, or wait for more products, may show nothing after so few.",
)
def recently_viewed(journey: JourneyRecord) -> Outcome:
    """Look on the page of a second product, and on the pages of the visit, for the product seen first."""
    page = journey.page(Stage.PRODUCT)
    titled = [t.text for p in journey.pages for t in p.observation.texts if len(t.text) <= 80]
    on_the_way = any(_WORDS.mentions("recent", text, page) for text in titled)
    try:
        found = journey.probe(_PROBE)
    except Missing:
        if on_the_way:
            return passed(say("A heading says which products were seen before."), value=True)
        if products_seen(journey) < _TINY:
            return not_applicable(say("The shop showed hardly more than one product."))
        raise
    heading = next((text for text in found["headings"] if _WORDS.mentions("recent", text, page)), "")
    if heading and found["links"]:
        return passed(
            say("“{heading}” leads back to “{product}” from the page of another product.", heading=heading, product=found["title"]),
            value=True,
        )
    if heading or on_the_way or found["links"] or not _WORDS.knows(page):
        message = _half(found["title"], heading=bool(heading or on_the_way), linked=bool(found["links"]))
        return warned(message, findings=[Finding(message, url=str(found["url"]), key="recent")], value=False)
    if products_seen(journey) < _TINY:
        return not_applicable(say("The shop showed fewer than {least} products.", least=_TINY))
    message = say("On the page of a second product nothing leads back to “{product}”, which was seen before.", product=found["title"])
    return failed(message, findings=[Finding(message, url=str(found["url"]), key="recent")], value=False)


def _half(title: str, *, heading: bool, linked: bool) -> str:
    """Say what of a row of products seen before is there."""
    if heading:
        return say("A heading speaks of products seen before, but no link to “{product}” was seen under it.", product=title)
    if linked:
        return say(
            "The page of a second product leads back to “{product}”, but not under a heading of products seen before.", product=title
        )
    return say(
        "The page of a second product does not link to “{product}”; whether it says so otherwise could not be read in its language.",
        product=title,
    )
