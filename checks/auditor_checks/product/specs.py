"""product-specs."""

import re

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Message,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    normalise,
    not_applicable,
    page_check,
    passed,
    say,
    several,
    warned,
    without_amounts,
)
from auditor_checks.page_text import standing_lines
from auditor_checks.product_page import is_gift_card, own_lines, product_markup, unread_parts

_ENOUGH, _SOME = 4, 2
_LONGEST = 100
_PAIR_OF_CELLS = 2
_MEASURE = re.compile(
    r"(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:cm|mm|m|km|inch(?:es)?|ft|\"|″|kg|g|mg|oz|lbs?|ml|cl|dl|l|w|kw|v|mah|wh|"
    r"gb|tb|mb|hz|khz|mhz|ghz|db|bar|psi|°c|°f|den|tog|gsm|kcal|kj|px|dpi|lm|グラム|センチ|кг|гр|см|мм|мл|л|"
    r"kilos?|(?:kilo|mill?i|[cz]ent[iy]|deci)?(?:gramm?e?|m[eèé]t(?:er|re?)|lit(?:er|re?))\w{0,2})(?![\w])|\d+\s?[x×]\s?\d+|"
    r"\d+(?:[.,]\d+)?\s?g/m|(?<![-–−+\d.,])\d+\s?%\s?(?:de |di |d['’])?[^\W\d]{3,}|[ØøΦ]\s?\d+",
    re.IGNORECASE,
)
_PAIR = re.compile(r"^[^:：]{2,40}[:：]\s*\S.{0,120}$")
_ORDER = ("delivery_info", "delivery_time", "returns", "contact", "quantity")
_OFF = ("tax_included", "coupon", "newsletter", "benefit")  # what else is told in per cent
_MARKED = ("material", "color", "size", "weight", "width", "height", "depth", "model", "pattern")


@page_check(
    id="product-specs",
    category="product",
    title="The product's measures and properties are stated",
    failure_title="The product's measures and properties are not stated",
    why="Size, weight and material decide whether it fits. Where the text does not tell, shoppers guess from the pictures.",
    fix="List the facts in a table: dimensions, weight, material, care, and what matters for this kind of product.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    devices="desktop",
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, In-scale product images",
            "https://baymard.com/blog/in-scale-product-images",
            "42 % of users try to judge size by pictures; how many facts are enough is our own rule",
        ),
    ),
    limits="Counts rows, pairs and numbers with units, folded parts included. Which facts matter for the product is not judged.",
)
def specs(page: PageRecord) -> Outcome:
    """Count table rows, definition pairs, lines of the form “label: value” and numbers with units."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card."))
    told = [line for line in own_lines(page) if line not in standing_lines(page)]
    lines = [line for line in told if len(line) <= _LONGEST]
    told_off = ((line, without_amounts(line)) for line in told)  # "390 Ft" is a price in Hungary
    found = (m.group() for line, rest in told_off for m in _MEASURE.finditer(rest) if "%" not in m.group() or _is_of_product(page, line))
    measures = {measure.casefold().replace(" ", ""): measure for measure in found}
    pairs = {line for line in lines if _PAIR.match(line) and not _is_about_order(page, line) and not _names_product(page, line)}
    markup = product_markup(page) or {}
    marked = [key for key in _MARKED if markup.get(key)]
    extra = markup.get("additionalProperty")
    facts = max(_rows(page), len(pairs) + len(measures), len(marked) + (len(extra) if isinstance(extra, list) else 0))
    threshold = f"≥ {_ENOUGH}"
    example = next(iter(measures.values()), "") or next(iter(sorted(pairs, key=len)), "")
    if facts >= _ENOUGH:
        return passed(_many(facts, example), value=facts, threshold=threshold)
    message = _few(facts, example)
    outcome = warned if facts >= _SOME or unread_parts(page) else failed
    return outcome(message, findings=[Finding(message, url=page.url, key="few facts")], value=facts, threshold=threshold)


def _many(facts: int, example: str) -> Message:
    if not example:
        return several(facts, "{n} measure or property is listed.", "{n} measures or properties are listed.")
    return several(
        facts,
        "{n} measure or property is listed, such as “{example}”.",
        "{n} measures or properties are listed, such as “{example}”.",
        example=example,
    )


def _few(facts: int, example: str) -> Message:
    if not facts:
        return say("No measures or properties of the product are listed: no table, no pairs of name and value, no number with a unit.")
    if not example:
        return several(
            facts,
            "The page lists only {n} measure or property of the product.",
            "The page lists only {n} measures or properties of the product.",
        )
    return several(
        facts,
        "The page lists only {n} measure or property of the product, such as “{example}”.",
        "The page lists only {n} measures or properties of the product, such as “{example}”.",
        example=example,
    )


def _is_of_product(page: PageRecord, line: str) -> bool:
    """Whether a share in per cent is one of the product (100 % wool) rather than tax or a discount."""
    return not any(page.facts.lexicon.mentions(concept, line) for concept in _OFF)


def _is_about_order(page: PageRecord, line: str) -> bool:
    """Whether a line tells of delivery, returns or prices rather than of the product."""
    return bool(amounts_in(line)) or any(page.facts.lexicon.mentions(concept, line) for concept in _ORDER)


def _names_product(page: PageRecord, line: str) -> bool:
    """Whether a line only names the product again ("Search: Stoneware vase")."""
    heading = page.facts.buy_box.heading
    return heading is not None and normalise(line).endswith(normalise(heading.text))


def _rows(page: PageRecord) -> int:
    """The rows of tables and definition lists in the main part of the source."""
    try:
        soup = page.soup
    except Missing:
        return 0
    cells = (tr.find_all(["td", "th"], recursive=False) for tr in soup.select("main tr, article tr, section tr, body > div tr"))
    rows = [row for row in cells if len(row) == _PAIR_OF_CELLS]
    pairs = soup.select("main dl > dt, main dl > div > dt, article dl dt, section dl dt, body > div dl dt")
    return len(rows) + len(pairs)
