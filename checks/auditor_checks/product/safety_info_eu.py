"""product-safety-info-eu."""

import re

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    language_name,
    listing,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.phrases import Phrases
from auditor_checks.product_page import is_gift_card, own_lines

_WORDS = Phrases("auditor_checks", "product_facts.toml")
_ELECTRONIC = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}|https?://|www\.\w", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![\d.,€$£])(?:[A-Z]{1,2}[- ]?)?\d{2,3}[ -]?\d{2,3}(?![\d,%])(?=\W+\w{3})|\b[A-Z]\d{2}[ ]?[A-Z0-9]{4}\b|\b[1-9]\d{3} ?[A-Z]{2}\b"
)
_NEXT = 6  # lines after the heading that belong to it
_BEFORE = 3  # lines before a note that ends what is told of the manufacturer


@journey_check(
    id="product-safety-info-eu",
    category="product",
    title="The offer names the manufacturer with address and e-mail (EU)",
    failure_title="The offer does not name the manufacturer with address and e-mail (EU)",
    why="Since 13 December 2024 every online offer to consumers in the EU has to name who answers for the product's safety.",
    fix="Put the manufacturer's name, postal address and e-mail or website on the product page, for makers outside "
    "the EU also the responsible person, and warnings where there are any (a folded part will do).",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    devices="desktop",
    legal=True,
    laws=(Law("eu", "Regulation (EU) 2023/988 (General Product Safety), Article 19"),),
    confidence=Confidence.LOW,
    sources=(
        Source(
            "EU, General Product Safety Regulation 2023/988, Art. 19",
            "https://eur-lex.europa.eu/eli/reg/2023/988/oj",
            "manufacturer with postal and electronic address on every offer (in force 13 December 2024)",
        ),
    ),
    limits="An indication for a lawyer, never more than a warning: food, medicines, antiques and second-hand goods are "
    "exempt and not told apart, and labels in pictures are not read.",
)
def safety_info_eu(journey: JourneyRecord) -> Outcome:
    """Look for a word for the manufacturer, and near it for a postcode and an e-mail or web address."""
    if not market_of([journey]).eea:
        return not_applicable(say("The shop does not seem to sell in the EU."))
    page = journey.page(Stage.PRODUCT)
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card."))
    if not _WORDS.knows(page):
        return not_measurable(
            say(
                "The words for manufacturers are not known in the page's language ({language}).",
                language=language_name(page.facts.language),
            )
        )
    lines = own_lines(page)
    starts = [i for i, line in enumerate(lines) if _WORDS.mentions("manufacturer", line, page)]
    if not starts:
        message = say("Indication: the product page names neither a manufacturer nor a responsible person.")
        return warned(message, findings=[Finding(message, url=page.url, key="none")], value=say("none"))
    parts = [" ".join(lines[first : i + _NEXT]) for i in starts for first in (i, max(0, i - _BEFORE))]
    best = max(parts, key=_told)
    if _told(best) == len(_PARTS):
        return passed(say("The product page tells it: “{text}”.", text=best[:90]), value=say("full"))
    lacking = listing(name for name, pattern in _PARTS.items() if not pattern.search(best))
    message = say("Indication: a manufacturer is mentioned (“{text}”), but without {lacking}.", text=best[:60], lacking=lacking)
    return warned(message, findings=[Finding(message, url=page.url, key="partly")], value=say("partly"))


_PARTS = {say("a postal address"): _POSTCODE, say("an e-mail or web address"): _ELECTRONIC}


def _told(part: str) -> int:
    return sum(bool(pattern.search(part)) for pattern in _PARTS.values())
