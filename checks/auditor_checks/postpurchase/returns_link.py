"""postpurchase-returns-link."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    warned,
)
from auditor_checks.page_links import footer_links, names


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
    sources=(
        Source(
            "Baymard Institute, Return and shipping links in the footer",
            "https://baymard.com/blog/footer-needs-return-shipping-links",
            "20 % of sites lack them; 18 % abandoned an order over the return policy (2024)",
        ),
    ),
    limits="The home page's footer; links are told by their names. Shops that ship nothing fail on purpose.",
)
def returns_link(journey: JourneyRecord) -> Outcome:
    """Look in the home page's footer for a link that names returns and one that names shipping."""
    page = journey.page(Stage.HOME)
    links = footer_links(page)
    wanted = {"returns": "returns", "delivery_info": "shipping"}
    found = {title: next((c for c in links if names(page, concept, c)), None) for concept, title in wanted.items()}
    there = [title for title, link in found.items() if link is not None]
    missing = [title for title, link in found.items() if link is None]
    if not missing:
        labels = dict.fromkeys(link.label_text[:40] for link in found.values() if link is not None)
        named = " and ".join(f"“{label}”" for label in labels)
        return passed(f"The footer links {named}.", value=len(there), unit="of 2", threshold="2")
    findings = [Finding(f"The footer has no link to {title}.", url=page.url, key=title) for title in missing]
    if there:
        message = f"The footer links {there[0]}, but not {missing[0]}."
        return warned(message, findings=findings, value=1, unit="of 2", threshold="2")
    if any(names(page, "faq", c) for c in links):
        message = "The footer links only a general help page, neither returns nor shipping."
        return warned(message, findings=findings, value=0, unit="of 2", threshold="2")
    return failed(
        "The footer links neither returns nor shipping.",
        findings=findings,
        value=0,
        unit="of 2",
        threshold="2",
    )
