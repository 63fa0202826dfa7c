"""product-delivery-estimate."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    normalise,
    not_applicable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.product_page import is_gift_card, own_lines, unread_parts
from auditor_checks.sentences import about_delivery, delivery_times
from auditor_checks.wording import most_telling, shortened

_LONGEST = 400
_CONCEPTS = ("delivery_time", "delivery_info", "shipping_method", "free_shipping")
_SHORTEST = 3  # letters of an abbreviated weekday or month; shorter ones are words of their own
_NUMERIC_DATE = re.compile(r"(?<![\d.,])(?:[0-3]?\d\.[01]?\d\.(?!\d{3})|[0-3]?\d/[01]?\d(?!\d)|\d{4}-\d\d-\d\d)|\d{1,2}月\d{1,2}日")


@page_check(
    id="product-delivery-estimate",
    category="product",
    title="The product page says when the parcel arrives",
    failure_title="The product page does not say when the parcel arrives",
    why="“Will it be here by Friday?” decides many purchases. A date answers it, “2–4 working days” leaves the sum to the shopper.",
    fix="Show the day of arrival beside the buy button (“Arrives Tue 1 to Thu 3 December”), worked out from "
    "the time of order, stock and carrier.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Use “Delivery Date” Not “Shipping Speed”",
            "https://baymard.com/blog/shipping-speed-vs-delivery-date",
            "41 % of sites show no date",
        ),
    ),
    limits="Whether the promise is kept is not judged. Gift cards are left out.",
)
def delivery_estimate(page: PageRecord) -> Outcome:
    """Look for a line about delivery with a date or weekday (good), with a number of days, or with neither."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card: nothing is sent."))
    lexicon = page.facts.lexicon
    told = [line for line in own_lines(page) if len(line) <= _LONGEST]
    timed = [time for line in told for time in delivery_times(page, line) if any(c.isdigit() for c in time)]
    lines = [part for line in told for part in about_delivery(page, line)]
    spoken = [line for line in lines if any(lexicon.mentions(concept, line) for concept in _CONCEPTS)]
    dated = next((line for line in spoken if _names_day(line, page.facts.language)), "")
    if dated:
        return passed(say("The page names the day: “{line}”.", line=shortened(dated)), value=say("date"))
    box = page.facts.buy_box.buttons[0].control.box if page.facts.buy_box.buttons else None
    finding = Finding(say("No day of arrival stands here."), box=box, key="no date")
    if timed:
        message = say("The page tells how long delivery takes (“{line}”), but not the day of arrival.", line=shortened(timed[0]))
        return warned(message, findings=[finding], value=say("days"))
    if spoken:
        message = say("Delivery is mentioned (“{line}”), but not when the parcel arrives.", line=most_telling(spoken))
        return warned(message, findings=[finding], value=say("mentioned"))
    judged = warned if unread_parts(page) else failed
    return judged(say("The product page says nothing about when the parcel arrives."), findings=[finding], value=say("none"))


def _names_day(line: str, language: str) -> bool:
    if _NUMERIC_DATE.search(line):
        return True
    words = set(normalise(line).split())
    weekdays, months = _names(language)
    return bool(words & weekdays) or (bool(words & months) and any(c.isdigit() for c in line))


@cache
def _names(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of weekdays and months in a language and in English."""
    weekdays: set[str] = set()
    months: set[str] = set()
    for code in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                weekdays |= {normalise(n) for n in locale.days[form][width].values()}
                months |= {normalise(n) for n in locale.months[form][width].values()}
    return (frozenset(w for w in weekdays if len(w) >= _SHORTEST), frozenset(m for m in months if len(m) >= _SHORTEST))
