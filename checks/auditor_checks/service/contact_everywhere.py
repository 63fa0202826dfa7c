"""service-contact-everywhere."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    failed,
    journey_check,
    passed,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES, footer_links, link_named, pages_in_words
from auditor_checks.wording import counted

_CHAT_LABEL = 0.8
_MOST_AREAS = 1


@journey_check(
    id="service-contact-everywhere",
    category="service",
    title="A way to contact the shop is one click away on every page",
    failure_title="Pages offer no way to contact the shop",
    why="A question without a way to ask it ends many purchases, in the checkout most of all.",
    fix="Put a contact link, a phone number, an e-mail address or a chat into the header or footer of every "
    "page, and keep it in the reduced header of the checkout.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "contact information on every page, 50 recommendations (contents read in 2026)",
        ),
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(c)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "address, telephone number and e-mail (2011)",
        ),
    ),
    limits="Chats are told by their button's label. Folded footers and menus count, so it may take a tap more.",
)
def contact_everywhere(journey: JourneyRecord) -> Outcome:
    """Look on each page reached for a contact link, a phone or mail link, or a chat button."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(f"No page of the shop was reached on {journey.device}")
    without = [page for page in pages if not _offers_contact(page)]
    share = f"{len(pages) - len(without)} of {counted(len(pages), 'page')} reached"
    findings = [Finding(f"No way to contact the shop on the {p.place} page.", url=p.url, key=p.place) for p in without]
    if not without:
        return passed(
            f"{share} offer a way to contact the shop.",
            value=1,
            threshold="100 %",
        )
    value = round(1 - len(without) / len(pages), 2)
    # The steps of the checkout share one frame, so they count as one place.
    areas = {"checkout" if page.stage in CHECKOUT_STAGES else page.place for page in without}
    message = f"{share} offer a way to contact the shop; it is missing on {pages_in_words(without)}."
    outcome = failed if len(areas) > _MOST_AREAS else warned
    return outcome(message, findings=findings, value=value, threshold="100 %")


def _offers_contact(page: PageRecord) -> bool:
    if link_named(page, "contact") is not None or any(o.kind == "chat" for o in page.facts.overlays):
        return True
    buttons = [*footer_links(page), *(c for c in page.observation.visible if c.is_button)]
    if any(c.raw_href.startswith(("tel:", "mailto:")) for c in buttons):
        return True
    chats = (c for c in buttons if not c.href and c.tag == "button")
    return any(page.facts.lexicon.has("chat", *c.words, at_least=_CHAT_LABEL) for c in chats)
