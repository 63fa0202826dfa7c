"""postpurchase-returns-link."""

from auditor.api import (
    Control,
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
    listing,
    not_applicable,
    passed,
    say,
    warned,
)
from auditor_checks.page_links import footer_links, names
from auditor_checks.postpurchase.shipped import NOTHING_SHIPPED, ships_nothing
from auditor_checks.wording import quoted

_WANTED = {"returns": say("information on returns"), "delivery_info": say("information on shipping")}
_KEYS = {"returns": "returns", "delivery_info": "shipping"}
_BEHIND = (Stage.CATEGORY, Stage.PRODUCT)


@journey_check(
    id="postpurchase-returns-link",
    category="postpurchase",
    title="The footer links returns and shipping directly",
    failure_title="The footer does not link returns and shipping",
    why="Before they buy, shoppers look into the footer for what returning and shipping costs. Who finds nothing assumes the worst.",
    fix="Add two links to the footer of every page, named “Returns” and “Shipping” (or “Delivery”), that "
    "lead straight to these pages and not to a general help page.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    site_pages=("returns", "delivery_info"),
    sources=(
        Source(
            "Baymard Institute, Return and shipping links in the footer",
            "https://baymard.com/blog/footer-needs-return-shipping-links",
            "20 % of sites lack them; 18 % abandoned an order over the return policy (2024)",
        ),
    ),
    limits="The home page's footer, or that of the pages behind it where it has more; links are told by their names or by what "
    "the page behind "
    "them says. "
    "Shops whose checkout does not speak of delivery are left out.",
)
def returns_link(journey: JourneyRecord) -> Outcome:
    """Look in the home page's footer for a link that names returns and one that names shipping.

    A home page that only asks for country or language has no footer; that of the pages behind it counts then.
    """
    home = journey.page(Stage.HOME)
    if ships_nothing([journey]):
        return not_applicable(NOTHING_SHIPPED)
    pages = [home, *(page for page in journey.pages if page.stage in _BEHIND)]
    page = max(pages, key=lambda p: len(_found(p)))  # the first of the best
    found = _found(page)
    if len(found) == len(_WANTED):
        labels = listing(map(quoted, dict.fromkeys(link.label_text[:40] for link in found.values())))
        return passed(say("The footer links {labels}.", labels=labels), value=len(found), unit="of 2", threshold="2")
    missing = [concept for concept in _WANTED if concept not in found]
    findings = [
        Finding(say("The footer has no link to {wanted}.", wanted=_WANTED[concept]), url=page.url, key=_KEYS[concept])
        for concept in missing
    ]
    if found:
        there, lacking = _WANTED[next(iter(found))], _WANTED[missing[0]]
        message = say("The footer links {there}, but not {missing}.", there=there, missing=lacking)
        return warned(message, findings=findings, value=1, unit="of 2", threshold="2")
    general = next((c.label_text[:40] for p in pages for c in footer_links(p) if _is_general(p, c)), "")
    if general:
        message = say("The footer links only the general page “{label}”, neither returns nor shipping.", label=general)
        return warned(message, findings=findings, value=0, unit="of 2", threshold="2")
    if any(footer_links(p) for p in pages):
        message = say("The footer links neither returns nor shipping.")
    else:
        message = say("There is no footer, and nothing at the bottom of the page links returns or shipping.")
    return failed(message, findings=findings, value=0, unit="of 2", threshold="2")


def _found(page: PageRecord) -> dict[str, Control]:
    """Return the footer's links that name what is wanted, by its concept."""
    links = footer_links(page)
    named = {concept: next((c for c in links if names(page, concept, c)), None) for concept in _WANTED}
    return {concept: link for concept, link in named.items() if link is not None}


def _is_general(page: PageRecord, control: Control) -> bool:
    """Whether a link leads to help, or to Japan's legal notice, which has to tell delivery and returns."""
    return names(page, "faq", control) or (page.facts.language == "ja" and names(page, "imprint", control))
