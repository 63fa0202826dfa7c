"""trust-review-transparency."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.customer_reviews import review_parts, spoken_reviews
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import main_text
from auditor_checks.product_page import product_markup
from auditor_checks.sentences import sentences
from auditor_checks.wording import shortened
from auditor_checks.written_reviews import has_written_reviews

_DATA = tomllib.loads((files("auditor_checks.trust") / "reviews.toml").read_text(encoding="utf-8"))
_VERIFIED = tuple(normalise(words) for words in _DATA["verified"])
_REVIEWS = tuple(normalise(words) for words in _DATA["reviews"])
_BUYING = re.compile("|".join(rf"(?<!\w){re.escape(normalise(words))}" for words in _DATA["bought"]))
_RULES = tuple(normalise(words) for words in _DATA["rules"])
_EXPLAINING = 10  # words
_LABEL = 80  # characters of a link's name
_PLATFORMS = re.compile(_DATA["platforms"], re.IGNORECASE)


@shop_check(
    id="trust-review-transparency",
    category="trust",
    title="The shop says whether reviews come from buyers",
    failure_title="The shop does not say whether reviews come from buyers",
    why="Shops in the EU have to say whether and how they make sure that reviews come from buyers (indication), and "
    "shoppers doubt stars without a word.",
    fix="Write beside the reviews whether they come from verified purchases and how you check it, or that you do not check.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.PRODUCT,),
    needs=("html",),
    site_pages=("terms",),
    confidence=Confidence.MEDIUM,
    legal=True,
    laws=(
        Law("eu", "Directive 2005/29/EC (Unfair Commercial Practices), Article 7(6)"),
        Law("uk", "Digital Markets, Competition and Consumers Act 2024, Schedule 20"),
    ),
    sources=(
        Source(
            "EU, Directive 2005/29/EC, Art. 7(6), by Directive (EU) 2019/2161",
            "https://eur-lex.europa.eu/eli/dir/2019/2161/oj",
            "information whether and how reviews are from consumers who used or bought the product (since May 2022)",
        ),
    ),
    limits="Looks for words about verification in the source of the product page and in the terms. Reviews count as shown where the page "
    "speaks of reviews and its structured data holds a rating, or where it lists some with stars, text and who wrote them or when.",
)
def review_transparency(recording: Recording) -> Outcome:
    """Where the product page shows reviews, look for words that say where the reviews come from."""
    market = market_of(recording.journeys)
    if not (market.eea or market.uk):
        return not_applicable(say("The shop seems to sell in {market}; the rule is of the EU and the UK.", market=market.name))
    page = _product(recording)
    if not (_is_rated(page) or has_written_reviews(page)) or not (spoken_reviews(page) or review_parts(page)):
        return not_applicable(say("The product that was looked at shows no reviews."))
    terms = [main_text(j.site_page("terms")) for j in recording.journeys if j.has_site_page("terms")]
    text = normalise(" ".join((page.observation.full_text, page.soup.get_text(" "), *terms)))
    if any(words in text for words in _VERIFIED) or _tells_of_buyers(page):
        return passed(say("The shop says where its reviews come from."))
    if _PLATFORMS.search(page.html):
        message = say("The reviews are collected by a platform, but the page does not say whether they come from buyers.")
        return warned(message, findings=[Finding(message, url=page.url, key="reviews")])
    unread = next((c.label_text for c in page.observation.visible if c.href and _tells_of_rules(c.label_text)), "")
    if unread:
        return not_measurable(say("What the shop says of its reviews under “{link}” was not read.", link=unread[:60]))
    explained = next(iter(_explanations(page)), "")
    if explained:
        message = say(
            "Beside its reviews the page says “{line}”, but not clearly whether they come from buyers.", line=shortened(explained)
        )
        return warned(say("Indication: {finding}", finding=message), findings=[Finding(message, url=page.url, key="reviews")])
    message = say("The product has reviews, and nothing says whether they come from buyers.")
    return failed(say("Indication: {finding}", finding=message), findings=[Finding(message, url=page.url, key="reviews")])


def _tells_of_buyers(page: PageRecord) -> bool:
    """Whether a paragraph about reviews speaks of buying ("Where do these reviews come from? Only those who bought ...")."""
    told = (normalise(text.text) for text in page.observation.texts if not text.split)
    return any(any(word in one for word in _REVIEWS) and _BUYING.search(one) is not None for one in told)


def _explanations(page: PageRecord) -> Iterator[str]:
    """Sentences about reviews that are long enough to tell where they come from, in words that are not known."""
    texts = (t for t in page.observation.texts if not t.split and t.control < 0 and not t.heading)
    told = (one for text in texts for one in sentences(text.text))
    return (one for one in told if len(one.split()) >= _EXPLAINING and any(word in normalise(one) for word in _REVIEWS))


def _tells_of_rules(label: str) -> bool:
    """Whether a link leads to what the shop says of its reviews as a whole."""
    folded = normalise(label)
    return len(label) <= _LABEL and any(words in folded for words in _RULES)


def _product(recording: Recording) -> PageRecord:
    reasons: list[Missing] = []
    for journey in recording.journeys:
        page = _page(journey, reasons)
        if page is not None:
            return page
    raise reasons[0] if reasons else Missing(say("Nothing was recorded"))


def _page(journey: JourneyRecord, reasons: list[Missing]) -> PageRecord | None:
    try:
        return journey.page(Stage.PRODUCT)
    except Missing as missing:
        reasons.append(missing)
        return None


def _is_rated(page: PageRecord) -> bool:
    """Whether the structured data of the page's product holds a rating by at least one person."""
    return any(_holds_rating(product) for product in (page.facts.structured.product, product_markup(page)) if product)


def _holds_rating(product: Mapping[str, Any]) -> bool:
    rating = product.get("aggregateRating")
    if not isinstance(rating, dict):
        return bool(product.get("review"))
    count = re.sub(r"\D", "", str(rating.get("reviewCount") or rating.get("ratingCount") or ""))
    return bool(count) and int(count) > 0
