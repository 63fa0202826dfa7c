"""relationship-loyalty."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    info,
    listing,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import linked_page, main_text, why_missing
from auditor_checks.phrases import Phrases
from auditor_checks.wording import ended

_PAGE = "loyalty"
_WORDS = Phrases("auditor_checks.relationship", "loyalty.toml")
_FACTS = {
    "earn": say("what is rewarded"),
    "benefit": say("what it brings"),
    "join": say("how to join"),
    "terms": say("what the terms are"),
}
_ENOUGH = 3
_SHORTEST = 80  # letters; a page with less is a login


@shop_check(
    id="relationship-loyalty",
    category="relationship",
    title="The loyalty programme is explained",
    failure_title="The loyalty programme is not explained",
    why="A programme that nobody understands binds nobody; one that is clear gives a reason to come back.",
    fix="Say on one page what earns a reward, what the reward is worth, how to join, and when points expire.",
    severity=Severity.MINOR,
    effort=Effort.S,
    site_pages=(_PAGE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, Unfair Commercial Practices Directive 2005/29/EC, Art. 7",
            "https://eur-lex.europa.eu/eli/dir/2005/29/oj",
            "the conditions of an offer are told clearly (2005); which four facts is this project's policy",
        ),
    ),
    limits="Reads the words of the page that the shop links to. Having no programme is a business decision and never counts.",
)
def loyalty(recording: Recording) -> Outcome:
    """Read the loyalty programme's page for what earns, what it brings, how to join and the terms."""
    if not any(journey.has_site_page(_PAGE) for journey in recording.journeys):
        reason = why_missing(recording, _PAGE)
        if "No link" in reason:
            return info(say("The shop links to no loyalty programme."))
        return not_measurable(ended(reason) if reason else say("No page was seen."))
    page = linked_page(recording, _PAGE)
    text = main_text(page)
    if not _WORDS.knows(page) or len(text) < _SHORTEST:
        return not_measurable(say("The programme's page says too little, or in a language there are no words for."))
    missing = [title for concept, title in _FACTS.items() if not _told(page, concept, text)]
    count = len(_FACTS) - len(missing)
    threshold = f"≥ {_ENOUGH}"
    if count >= _ENOUGH:
        return passed(
            say("The page of the loyalty programme tells {count} of 4 facts.", count=count), value=count, unit="of 4", threshold=threshold
        )
    findings = [Finding(say("The page does not say {fact}.", fact=fact), url=page.url, key=str(fact)) for fact in missing]
    message = say("The page of the loyalty programme does not say {facts}.", facts=listing(missing, "or"))
    return warned(message, findings=findings, value=count, unit="of 4", threshold=threshold)


def _told(page: PageRecord, concept: str, text: str) -> bool:
    return _WORDS.mentions(concept, text, page)
