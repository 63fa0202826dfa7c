"""postpurchase-returns-complete."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    Recording,
    Severity,
    Source,
    failed,
    not_measurable,
    passed,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import linked_page
from auditor_checks.page_text import told_lines
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_PERIODS = Phrases("auditor_checks", "product_facts.toml")
_TOLD = {
    "who pays for sending it back": "cost",
    "how it is sent back": "steps",
    "how the money comes back": "refund",
    "what cannot be returned": "exceptions",
}
_ENOUGH, _SOME = 4, 3
_LEGAL_DAYS = 14
_LEAST_WORDS = 60


@shop_check(
    id="postpurchase-returns-complete",
    category="postpurchase",
    title="The returns policy tells period, cost, way, refund and exceptions",
    failure_title="The returns policy leaves out what shoppers need to know",
    why="Shoppers leave a full cart because of an unclear or unfriendly returns policy, and in the EU these facts must be told.",
    fix="Tell on one page, briefly: how many days one has, who pays for sending it back, how it is done step by "
    "step, how and when the money comes back, and what cannot be returned.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    site_pages=("returns",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Reasons for cart abandonment",
            "https://baymard.com/lists/cart-abandonment-rate",
            "18 % abandoned over the returns policy (2024)",
        ),
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(h) to (j) and 9",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "conditions, time limit and costs of withdrawal; 14 days (2011)",
        ),
    ),
    limits="Reads words, not whether they are true or lawful. Policies in PDF files are not read.",
)
def returns_complete(recording: Recording) -> Outcome:
    """Open the linked returns page; look for a period, for cost, way, refund and exceptions."""
    page = linked_page(recording, "returns")
    if not _WORDS.knows(page):
        return not_measurable(f"The words of policies are not known in the page's language ({page.facts.language}).")
    lines = told_lines(page)
    if sum(len(line) for line in lines) < _LEAST_WORDS * 5:
        raise Missing("The page behind the link to returns shows hardly any text; it may be a portal or drawn by another service")
    headings = (page.observation.title, *(t.text for t in page.observation.headings))
    if not any(page.facts.lexicon.holds("returns", heading) for heading in headings):
        raise Missing("The page behind the link to returns has another heading; the policy may stand elsewhere")
    days = [n for line in lines for n in _PERIODS.numbers_of("period", line, page)]
    fortnight = _PERIODS.any_mentions("fourteen_days", lines, page)
    told = {"how long one has": bool(days) or fortnight}
    told |= {title: _WORDS.any_mentions(concept, lines, page) for title, concept in _TOLD.items()}
    missing = [title for title, there in told.items() if not there]
    held, threshold = len(told) - len(missing), f"≥ {_ENOUGH}"
    findings = [Finding(f"Not told: {title}.", url=page.url, key=title) for title in missing]
    if not told["how long one has"] and market_of(recording.journeys).eea:
        message = f"The returns page does not tell how long shoppers have; in the EU it is at least {_LEGAL_DAYS} days (indication)."
        return (failed if held < _SOME else warned)(message, findings=findings, value=held, unit="of 5", threshold=threshold)
    if held >= _ENOUGH:
        return passed(f"The returns page tells {held} of 5 facts.", value=held, unit="of 5", threshold=threshold)
    message = f"The returns page tells {held} of 5 facts; it leaves out {', '.join(missing)}."
    return (warned if held >= _SOME else failed)(message, findings=findings, value=held, unit="of 5", threshold=threshold)
