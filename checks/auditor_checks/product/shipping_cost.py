"""product-shipping-cost."""

from collections.abc import Iterable

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    not_applicable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.phrases import Phrases
from auditor_checks.product_page import is_gift_card, own_lines, top_lines, unread_parts
from auditor_checks.sentences import delivery_times
from auditor_checks.wording import most_telling, shortened

_WORDS = Phrases("auditor_checks", "product_facts.toml")
_CONCEPTS = ("shipping_cost", "shipping_method", "delivery_info")
_LONGEST = 600  # characters of a line that still speaks of one thing
_CELL = 80  # characters of a cell of a table


@page_check(
    id="product-shipping-cost",
    category="product",
    title="The product page tells what delivery costs",
    failure_title="The product page does not tell what delivery costs",
    why="Costs that come up late are the first reason to leave a checkout, and most shoppers look for them on the product page.",
    fix="Say beside the price what delivery costs or from which amount it is free (“Delivery €4.90, free from "
    "€50”), for the country most of your orders go to.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Shipping costs on product pages",
            "https://baymard.com/blog/show-shipping-costs-on-product-pages",
            "43 % of sites show none; 64 % of users look for them there",
        ),
        Source(
            "Baymard Institute, Reasons for cart abandonment",
            "https://baymard.com/lists/cart-abandonment-rate",
            "extra costs are the first reason (48 % in 2024)",
        ),
    ),
    limits="Reads words and amounts, folded parts and the top of the page included, the footer left out. Gift cards are left out.",
)
def shipping_cost(page: PageRecord) -> Outcome:
    """Look for a line about delivery with an amount or the word free; a mere mention or link is half of it."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card: nothing is sent."))
    price = page.facts.buy_box.price
    own = {p.amount.value for p in page.facts.prices if p.text.size >= price.text.size} if price is not None else set()
    lines = [line for line in (*own_lines(page), *top_lines(page)) if len(line) <= _LONGEST]
    spoken = [line for line in lines if _speaks(page, line)]
    for line in spoken:
        costs = [a for a in amounts_in(line) if a.value not in own]
        if costs or page.facts.lexicon.mentions("free_shipping", line):
            return passed(say("The product page tells it: “{line}”.", line=shortened(line)), value=True)
    priced = next(
        (line for line in lines if _WORDS.mentions("parcel", line, page) and any(a.value not in own for a in amounts_in(line))), ""
    )
    if priced:
        return passed(say("The product page tells it: “{line}”.", line=shortened(priced)), value=True)
    following = _amount_after(page, own_lines(page), own)
    if following:
        return passed(say("The product page tells it: “{line}”.", line=shortened(following)), value=True)
    findings = [Finding(say("No cost of delivery stands here."), box=price.text.box if price else None, key="no cost")]
    if spoken:
        message = say("Delivery is mentioned (“{line}”), but not what it costs.", line=most_telling(spoken))
        return warned(message, findings=findings, value=False)
    judged = warned if unread_parts(page) else failed
    timed = [told for line in lines for told in delivery_times(page, line)]
    message = say("Outside the footer, the product page says nothing about delivery or its cost.")
    if timed:
        message = say("The product page says when it is delivered (“{line}”), but nothing about what that costs.", line=most_telling(timed))
    return judged(message, findings=findings, value=False)


def _speaks(page: PageRecord, line: str) -> bool:
    lexicon = page.facts.lexicon
    return lexicon.mentions("free_shipping", line) or any(lexicon.mentions(concept, line) for concept in _CONCEPTS)


def _amount_after(page: PageRecord, lines: Iterable[str], own: Iterable[object]) -> str:
    """A row of a table: what is sent how, and beside it the amount."""
    before = ""
    for line in lines:
        short = len(line) <= _CELL
        if before and short and any(a.value not in own for a in amounts_in(line)):
            return f"{before}: {line}"
        before = line if short and _speaks(page, line) else ""
    return ""
