"""checkout-no-prechecked-consent."""

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.words import says
from auditor_checks.jurisdiction import market_of
from auditor_checks.selectors import selector_of


@journey_check(
    id="checkout-no-prechecked-consent",
    category="checkout",
    title="The newsletter is not ticked in advance",
    failure_title="The newsletter is ticked in advance",
    why="A box that is ticked in advance is no consent: the addresses gained may not be written to, and shoppers feel tricked.",
    fix="Leave the box for the newsletter empty, and say beside it what comes and how often.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    legal=True,
    laws=(Law("eu", "Regulation (EU) 2016/679 (GDPR), Article 4(11) and Article 7"), Law("uk", "UK GDPR, Article 4(11) and Article 7")),
    sources=(
        Source(
            "Court of Justice of the EU, C-673/17 Planet49",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62017CJ0673",
            "a pre-ticked box is no consent (2019)",
        ),
        Source(
            "EDPB, Guidelines 05/2020 on consent",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-052020-consent-under-regulation-2016679_en",
            "silence and pre-ticked boxes are invalid (2020)",
        ),
    ),
    limits="An indication, not legal advice. Outside the European Economic Area and the United Kingdom it is a warning.",
)
def no_prechecked_consent(journey: JourneyRecord) -> Outcome:
    """Look for boxes about advertising that are ticked as the page was sent."""
    found: dict[str, Finding] = {}
    for page in checkout_pages(journey):
        for box in boxes(page):
            words = words_of(page, box).strip(" :*")
            if box.default_checked and _is_advertising(page, box, words):
                message = say("“{label}” is ticked in advance.", label=words[:90])
                found[words] = Finding(message, selector_of(box), box.box, page.url, words[:40])
    if not found:
        return passed(say("No box for advertising is ticked in advance."), value=0, threshold="0")
    market = market_of([journey])
    outcome = failed if market.eea or market.uk else warned
    findings = list(found.values())
    return outcome(findings[0].message, findings=findings, value=len(findings), threshold="0")


def _is_advertising(page: PageRecord, box: Control, words: str) -> bool:
    lexicon = page.facts.lexicon
    named = lexicon.mentions("marketing_box", words) or lexicon.mentions("newsletter", words)
    about_more = any(lexicon.mentions(concept, words) for concept in ("terms_box", "consent", "same_billing", "create_account_box"))
    return named and not about_more and box.landmark != "dialog" and not says("refuses", page.facts.language, words)
