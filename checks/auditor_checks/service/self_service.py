"""service-self-service."""

from collections.abc import Iterable

from auditor.api import (
    QUESTION_MARKS,
    Confidence,
    Control,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    language_name,
    listing,
    passed,
    say,
    shop_check,
    together,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES, shows_whole_frame
from auditor_checks.phrases import Phrases
from auditor_checks.service.account import account_of

_WORDS = Phrases("auditor_checks.service", "service_facts.toml")
_LEXICON = {"tracking": say("tracking an order"), "returns": say("returning something")}
_OWN = {"change_order": say("changing or cancelling an order"), "invoice": say("invoices")}
_ENOUGH = 3
_LONGEST = 80  # characters of a button's name


@shop_check(
    id="service-self-service",
    category="service",
    title="Shoppers can do themselves what an order needs",
    failure_title="Shoppers can do little with an order themselves",
    why="Following the parcel is what customers want most of an account; each thing they can do themselves is one question less.",
    fix="Link in the footer or on the help page: track an order, start a return, get an invoice, change or cancel an "
    "order, best without an account.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    site_pages=("faq", "contact", "returns"),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Integrate tracking information",
            "https://baymard.com/blog/integrate-tracking-info",
            "50 % rank tracking as the most important part of an account",
        ),
    ),
    limits="Links are told by their names or by what the page behind them says, on the pages reached and on help, contact and "
    "returns. What an account offers inside is "
    "not seen, so where there is one, it is no more than a warning. A failure where there is none and nothing of the four is linked.",
)
def self_service(recording: Recording) -> Outcome:
    """Look for links that track, return, change an order, or bring an invoice; an account counts for what it usually holds."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    helping = [j.site_page(name) for j in recording.journeys for name in ("faq", "contact", "returns") if j.has_site_page(name)]
    # In a checkout “Invoice” is a way to pay.
    shopping = [page for page in pages if page.stage not in CHECKOUT_STAGES]
    labels = {label: page for page in (*shopping, *helping) for label in _labels(page)}
    there = [
        title
        for concept, title in _LEXICON.items()
        if any(p.facts.lexicon.has(concept, label) for label, p in labels.items())
        or any(p.leads_to(c, concept) for p in (*shopping, *helping) for c in p.observation.controls)
    ]
    there += [title for concept, title in _OWN.items() if any(_WORDS.mentions(concept, label, p) for label, p in labels.items())]
    account = next((label for label, p in labels.items() if _WORDS.mentions("account", label, p)), "")
    missing = [title for title in (*_LEXICON.values(), *_OWN.values()) if title not in there]
    threshold = f"≥ {_ENOUGH}"
    offered = say("Offered by a link: {things}.", things=listing(there))
    if len(there) >= _ENOUGH:
        return passed(offered, value=len(there), unit="of 4", threshold=threshold)
    if not _WORDS.knows(pages[0]):
        raise Missing(
            say(
                "The words for changing orders and for invoices are not known in the shop's language ({language})",
                language=language_name(pages[0].facts.language),
            )
        )
    findings = [Finding(say("No link for {thing} was found.", thing=title), url=pages[0].url, key=str(title)) for title in missing]
    said = [offered] if there else []
    said.append(say("No link was found for {things}.", things=listing(missing, "or")))
    if account:
        said.append(say("What stands behind “{label}” was not seen.", label=account[:40]))
    nothing = not there and not account_of(pages) and any(shows_whole_frame(page) for page in shopping)
    return (failed if nothing else warned)(
        together(*said, between=" "), findings=findings, value=len(there), unit="of 4", threshold=threshold
    )


def _labels(page: PageRecord) -> Iterable[str]:
    buttons = (c for c in page.observation.controls if c.is_button and len(c.label_text) <= _LONGEST and not _asks(c))
    return (words for c in buttons for words in c.words)


def _asks(control: Control) -> bool:
    """Whether a control is a question that unfolds its answer; whether that leads anywhere is told by the links in it."""
    return control.tag == "summary" or (not control.raw_href and control.label_text.endswith(QUESTION_MARKS))
