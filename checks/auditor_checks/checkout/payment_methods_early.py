"""checkout-payment-methods-early."""

from collections.abc import Iterator

from bs4 import Tag

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.checkout.words import brands, common_words
from auditor_checks.page_links import link_named

_STAGES = (Stage.HOME, Stage.PRODUCT, Stage.CART)
_TOLD_BY = ("alt", "title", "aria-label", "class", "src", "href", "data-src", "id")
_DRAWN = ["img", "svg", "use", "i", "span", "li", "source", "title"]
_PICTURES = ["img", "svg", "use", "source", "title"]
_SENTENCE, _LOGO, _ROW_OF_LOGOS = 160, (20, 140), 3
_SPACED = str.maketrans("/_-.", "    ")


@journey_check(
    id="checkout-payment-methods-early",
    category="checkout",
    title="Ways to pay are shown before the payment step",
    failure_title="Ways to pay are shown at the payment step only",
    why="Shoppers want to know before they fill in a form whether they can pay as they like. In the European Union they must be told.",
    fix="Show the logos of the ways to pay in the footer, beside the buy button or in the cart.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=_STAGES,
    needs=("html",),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 8(3)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "means of payment at the beginning of the ordering process at the latest (2011)",
        ),
        Source(
            "Baymard Institute, cart abandonment statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "10 % of abandoners missed their way to pay (2025)",
        ),
    ),
    limits="Names and logos of known ways to pay. A picture without any telling name is not recognised.",
)
def payment_methods_early(journey: JourneyRecord) -> Outcome:
    """Look on home, product and cart pages for names and logos of ways to pay, else for a page about them."""
    pages = [page for page in journey.pages if page.stage in _STAGES]
    if not {Stage.PRODUCT, Stage.CART} & {page.stage for page in pages}:
        return not_measurable(journey.why_not(Stage.PRODUCT))
    for page in pages:
        found = _named(page)
        if found:
            ways = together(*found[:5], between=", ")
            return passed(say("The {place} page names ways to pay: {ways}.", place=page.place, ways=ways), value=len(found))
        told = next((t.text for t in page.observation.texts if _tells_ways(page, t.text)), "")
        if told:
            return passed(say("The {place} page tells how to pay: “{sentence}”.", place=page.place, sentence=told[:90]))
    if any(link_named(page, concept) for page in pages for concept in ("payment_method", "delivery_info")):
        message = say("Ways to pay are named on a page of their own only, if at all.")
        return warned(message, findings=[Finding(message, url=pages[0].url, key="page only")])
    if any(_has_nameless_logos(page) for page in pages):
        message = say("No way to pay is named in words; among the nameless pictures at the end of the page may be their logos.")
        return warned(message, findings=[Finding(message, url=pages[0].url, key="nameless")])
    message = say("Neither home, product nor cart page names a way to pay.")
    return failed(message, findings=[Finding(message, url=page.url, key=page.place) for page in pages])


def _named(page: PageRecord) -> list[str]:
    """The ways to pay that are read or drawn; a single name that is a word as well, such as "Visa" in Swedish, is none."""
    found = brands("methods", [page.observation.full_text], written=True) | brands("methods", _drawn(page, _DRAWN))
    if len(found) == 1 and found <= common_words(page.facts.language):
        found = brands("methods", _drawn(page, _PICTURES))
    return sorted(found)


def _tells_ways(page: PageRecord, text: str) -> bool:
    lexicon = page.facts.lexicon
    return len(text) <= _SENTENCE and lexicon.mentions("payment_method", text) and lexicon.mentions("payment_choice", text)


def _has_nameless_logos(page: PageRecord) -> bool:
    """Whether small pictures without a text stand in the last part of the page, three or more as logos do."""
    start = 0.6 * page.observation.page_size[1]
    return sum(not p.alt and p.box.y > start and _LOGO[0] <= p.box.width <= _LOGO[1] for p in page.observation.pictures) >= _ROW_OF_LOGOS


def _drawn(page: PageRecord, tags: list[str]) -> Iterator[str]:
    """The names of pictures, drawings and classes."""
    for element in page.soup.find_all(tags):
        if isinstance(element, Tag):
            for name in _TOLD_BY:
                value = element.get(name)
                if value:
                    yield (value if isinstance(value, str) else " ".join(value)).translate(_SPACED)
            if element.name == "title":
                yield element.get_text()
