"""checkout-no-prechecked-consent."""

import re

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
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.words import knows, names_in_markup, says, without
from auditor_checks.selectors import selector_of
from auditor_checks.sentences import sentences

_BRACKETS = re.compile(r"[()\[\]]")


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
    limits="An indication, not legal advice. Judged where one of these laws was named, wherever the shop seems to sell.",
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
    findings = list(found.values())
    return failed(findings[0].message, findings=findings, value=len(findings), threshold="0")


def _is_advertising(page: PageRecord, box: Control, words: str) -> bool:
    lexicon = page.facts.lexicon
    names = f"{box.id} {box.attrs.get('name', '')}"
    by_name = names_in_markup("advertising_names", names) and not names_in_markup("declining_names", names)
    about_more = any(lexicon.mentions(concept, words) for concept in ("terms_box", "consent", "same_billing", "create_account_box"))
    if about_more or box.landmark == "dialog" or _declines(page, words):
        return False
    if _speaks_of_it(page, words):
        return True
    language = page.facts.language
    # by the name in the markup alone only where a refusal in the label would be understood
    return by_name and bool(words) and knows("refuses", language) and not says("of_order", language, words)


def _speaks_of_it(page: PageRecord, words: str) -> bool:
    """Whether words name advertising: as such, or as offers that come by mail, whatever the shop calls its letter."""
    lexicon, language = page.facts.lexicon, page.facts.language
    if lexicon.mentions("marketing_box", words) or lexicon.mentions("newsletter", words):
        return True
    parts = [part for piece in _BRACKETS.split(words) for part in sentences(piece)]
    return any(says("offers", language, p) and says("mailed", language, p) and not says("of_order", language, p) for p in parts)


def _declines(page: PageRecord, words: str) -> bool:
    """Whether a ticked box declines advertising.

    "Not required" declines nothing, nor does a promise beside the wish: "unsubscribe at any time", "no spam".
    """
    language = page.facts.language
    parts = [part for piece in _BRACKETS.split(words) for part in sentences(piece)]
    wished = any(_speaks_of_it(page, part) for part in parts)
    for part in parts:
        promises = wished and says("promises", language, part)
        if promises and not _speaks_of_it(page, part):
            continue
        if says("refuses", language, without("optional", language, part)) or (says("unsubscribes", language, part) and not promises):
            return True
    return False
