"""postpurchase-returns-complete."""

from auditor.api import (
    Confidence,
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
    not_applicable,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import is_unlinked, linked_page, stands_alone, why_missing
from auditor_checks.page_text import standing_lines, told_lines
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.shipped import NOTHING_SHIPPED, ships_nothing

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_PERIODS = Phrases("auditor_checks", "product_facts.toml")
_PERIOD = say("how long one has")
_TOLD = {
    say("who pays for sending it back"): "cost",
    say("how it is sent back"): "steps",
    say("how the money comes back"): "refund",
    say("what cannot be returned"): "exceptions",
}
_ENOUGH, _SOME = 4, 3
_LEGAL_DAYS = 14
_SHORT, _LEAST = 300, 60  # letters: a page with less than the first may be a frame around the policy, with less than the second it is none
_LABEL_WORDS = 3
_ELSEWHERE = {"terms": say("the terms"), "delivery_info": say("the delivery page"), "faq": say("the help page")}


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
    try:
        page = linked_page(recording, "returns")
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        return not_applicable(NOTHING_SHIPPED) if ships_nothing(recording.journeys) else _without_page(recording, missing)
    if not _WORDS.knows(page):
        return not_measurable(
            say("The words of policies are not known in the page's language ({language}).", language=language_name(page.facts.language))
        )
    lines = told_lines(page)
    letters = sum(len(line) for line in lines)
    if letters < _LEAST or (letters < _SHORT and not stands_alone(page)):
        raise Missing(say("The page behind the link to returns shows hardly any text; it may be a portal or drawn by another service"))
    if not _is_about_returns(page, lines):
        raise Missing(say("The page behind the link to returns has another heading; the policy may stand elsewhere"))
    lines = _without_labels(page, lines)
    units = ((_PERIODS, "period"), (_WORDS, "unit"))
    days = [n for line in lines for words, concept in units for n in words.numbers_of(concept, line, page)]
    fortnight = _PERIODS.any_mentions("fourteen_days", lines, page) or _WORDS.any_mentions("period", lines, page)
    told = {_PERIOD: bool(days) or fortnight}
    own = _own_lines(page, lines)
    told |= {title: _WORDS.any_mentions(concept, own, page) for title, concept in _TOLD.items()}
    missing_facts = [title for title, there in told.items() if not there]
    held, threshold = len(told) - len(missing_facts), f"≥ {_ENOUGH}"
    findings = [Finding(say("Not told: {fact}.", fact=title), url=page.url, key=str(title)) for title in missing_facts]
    absent = listing(missing_facts, "or")
    if not told[_PERIOD] and market_of(recording.journeys).eea:
        message = say(
            "The returns page does not tell {facts}. In the EU the time is at least {days} days (indication).",
            facts=absent,
            days=_LEGAL_DAYS,
        )
        return (failed if held < _SOME else warned)(message, findings=findings, value=held, unit="of 5", threshold=threshold)
    if held >= _ENOUGH:
        message = (
            say("The returns page tells {count} of 5 facts; nothing was found about {missing}.", count=held, missing=absent)
            if absent
            else say("The returns page tells {count} of 5 facts.", count=held)
        )
        return passed(message, value=held, unit="of 5", threshold=threshold)
    message = say("The returns page does not tell {facts}.", facts=absent)
    return (warned if held >= _SOME else failed)(message, findings=findings, value=held, unit="of 5", threshold=threshold)


def _own_lines(page: PageRecord, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what stands on every page and is not about returns: delivery that is free from a sum on pays no parcel back."""
    standing = standing_lines(page)
    return tuple(line for line in lines if line not in standing or page.facts.lexicon.holds("returns", line))


def _without_labels(page: PageRecord, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out headings of a few words: “Refund policy” does not tell how the money comes back."""
    labels = {t.text for t in page.observation.headings if len(t.text.split()) <= _LABEL_WORDS}
    return tuple(line for line in lines if line not in labels)


def _is_about_returns(page: PageRecord, lines: tuple[str, ...]) -> bool:
    """Whether a heading names returns; one page on delivery and returns may be headed by delivery alone."""
    headings = (page.observation.title, *(t.text for t in page.observation.headings))
    lexicon = page.facts.lexicon
    if any(lexicon.holds("returns", heading) for heading in headings):
        return True
    spoken = any(lexicon.holds("returns", line) for line in lines)
    return spoken and any(lexicon.holds("delivery_info", heading) for heading in headings)


def _without_page(recording: Recording, missing: Missing) -> Outcome:
    """Judge a shop that links no page on returns by what terms, delivery and help say of them."""
    read: dict[str, PageRecord] = {}
    for name in _ELSEWHERE:
        try:
            page = linked_page(recording, name)
        except Missing:
            continue
        if sum(len(line) for line in told_lines(page)) >= _LEAST and _WORDS.knows(page):
            read[name] = page
    speaking = [name for name, page in read.items() if _speaks(page)]
    if speaking:
        pages = listing(_ELSEWHERE[name] for name in speaking)
        message = say("No page on returns is linked; what is said of them stands in {pages} only.", pages=pages)
        return warned(message, findings=[Finding(message, url=read[speaking[0]].url, key="no page")], value=0, unit="of 5")
    if not read and all(is_unlinked(why_missing(recording, name)) for name in _ELSEWHERE):
        message = say("No page on returns is linked, and none of terms, delivery or help that could speak of them.")
        return warned(message, findings=[Finding(message, url=recording.site, key="no page")], value=0, unit="of 5")
    unread = any(not is_unlinked(why_missing(recording, name)) for name in _ELSEWHERE if name not in read)
    if "terms" not in read or unread or not all(map(stands_alone, read.values())):
        raise missing
    pages = listing(_ELSEWHERE[name] for name in read)
    message = say("No page on returns is linked, and {pages} do not speak of them.", pages=pages)
    return failed(message, findings=[Finding(message, url=page.url, key="no page") for page in read.values()][:1], value=0, unit="of 5")


def _speaks(page: PageRecord) -> bool:
    """Whether a page says anything of returns or money back."""
    lines = told_lines(page)
    return any(page.facts.lexicon.holds("returns", line) for line in lines) or _WORDS.any_mentions("refund", lines, page)
