"""product-availability."""

from auditor.api import Effort, Finding, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed, say, warned
from auditor_checks.product_page import offers_of, own_lines, product_markup
from auditor_checks.sentences import delivery_times
from auditor_checks.wording import shortened

_LONGEST = 140
_OUT = frozenset({"outofstock", "soldout", "discontinued"})


@page_check(
    id="product-availability",
    category="product",
    title="The product page says whether the product is in stock",
    failure_title="The product page does not say whether the product is in stock",
    why="Shoppers want to know before the checkout whether they can have it, and when.",
    fix="Write the state beside the buy button (“In stock, ready to ship”, “Sold out”), for each variant, and "
    "say the same in the structured data (offers.availability).",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.PRODUCT,),
    sources=(
        Source(
            "Google, Merchant listing structured data",
            "https://developers.google.com/search/docs/appearance/structured-data/merchant-listing",
            "availability is recommended (2026)",
        ),
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(g)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "time by which the trader delivers (2011)",
        ),
    ),
    limits="A delivery time counts as a statement of stock. Whether it is true is not judged.",
)
def availability(page: PageRecord) -> Outcome:
    """Look for words about stock or delivery time outside header and footer, and for the state in the markup."""
    lexicon = page.facts.lexicon
    alike = _choices_alike(page)
    lines = [line for line in own_lines(page) if len(line) <= _LONGEST and line not in alike]
    seen = {t.text for t in page.observation.texts}  # "Sold out" waits hidden in many themes until it is true
    stated = next((x for x in lines if lexicon.mentions("in_stock", x) or (x in seen and lexicon.mentions("sold_out", x))), "")
    timed = next((told for line in lines for told in delivery_times(page, line)), "")
    said = stated or timed
    marked = _marked_states(page)
    if said and marked and marked <= _OUT and not page.facts.buy_box.sold_out and not lexicon.mentions("sold_out", said):
        message = say("The page says “{line}”, its structured data say that the product is sold out.", line=shortened(said))
        return warned(message, findings=[Finding(message, key="contradiction")], value=say("contradiction"))
    if said:
        return passed(say("The page says “{line}”.", line=shortened(said)), value=True)
    if marked:
        message = say("Only the structured data say whether the product is in stock; shoppers do not see it.")
        return warned(message, findings=[Finding(message, key="markup only")], value=False)
    if any(group.selected is None for group in page.facts.buy_box.groups):
        message = say("Before a variant is chosen, nothing says whether the product is in stock.")
        return warned(message, findings=[Finding(message, key="before choosing")], value=False)
    message = say("Neither the page nor its structured data say whether the product is in stock or when it can be delivered.")
    return failed(message, findings=[Finding(message, key="none")], value=False)


def _choices_alike(page: PageRecord) -> set[str]:
    """The names of choices that are all said to be sold out, which themes write into every one for screen readers."""
    mentions = page.facts.lexicon.mentions
    groups = ([c.text for c in group.choices] for group in page.facts.buy_box.groups)
    return {text for texts in groups if len(texts) > 1 and all(mentions("sold_out", t) for t in texts) for text in texts}


def _marked_states(page: PageRecord) -> set[str]:
    markup = product_markup(page)
    offers = offers_of(markup) if markup is not None else []
    states = (str(offer.get("availability") or "").rpartition("/")[2].casefold() for offer in offers)
    return {state for state in states if state}
