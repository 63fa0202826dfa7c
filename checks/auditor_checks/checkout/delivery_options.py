"""checkout-delivery-options."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from auditor.api import (
    ChoiceGroup,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    warned,
    without_amounts,
)
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.words import says

_DATE = re.compile(
    r"(?<!\d)(?:[0-3]?\d\.\s?[01]?\d\.|[0-3]?\d/[01]\d(?!\d)|[0-3]?\d[./-][01]?\d[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}月\s?\d{1,2}日)"
)
_THRESHOLD = "a day of arrival with each way"


@journey_check(
    id="checkout-delivery-options",
    category="checkout",
    title="Delivery options say when the parcel arrives",
    failure_title="Delivery options do not say when the parcel arrives",
    why="Shoppers want to know the day, not the speed: “Thursday, 12 March” needs no counting of working days.",
    fix="Write the day of arrival and the price beside each way of delivery, and offer a pickup point where there is one.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING),
    sources=(
        Source(
            "Baymard Institute, Delivery date, not shipping speed",
            "https://baymard.com/blog/shipping-speed-vs-delivery-date",
            "41 % of sites show a speed instead of a date",
        ),
    ),
    limits="Reads what stands with each choice. Whether the parcel comes in time is not known.",
)
def delivery_options(journey: JourneyRecord) -> Outcome:
    """Look for a date or weekday, else for a number of days, in the choices of delivery."""
    groups = [(page, group) for page in checkout_pages(journey) for group in page.facts.checkout.shipping_open]
    if not groups:
        if journey.reached(Stage.PAYMENT):
            return not_applicable("The checkout offers no choice of delivery.")
        return not_measurable(journey.why_not(Stage.SHIPPING))
    page, group = groups[-1]
    texts = [text for text in _texts(page, group) if text]
    dated = [text for text in texts if _has_day(page, text)]
    timed = [text for text in texts if _has_time(page, text)]
    finding = Finding(f"“{texts[0][:90]}”" if texts else "A choice of delivery", box=group.box, url=page.url, key="options")
    if texts and len(dated) == len(texts):
        return passed(f"Each of {len(texts)} ways of delivery tells the day of arrival.", value=len(texts), threshold=_THRESHOLD)
    if dated or timed:
        message = "The ways of delivery tell a speed in days rather than the day of arrival."
        if dated:
            message = f"Only {len(dated)} of {len(texts)} ways of delivery tell the day of arrival."
        return warned(message, findings=[finding], value=len(dated), threshold=_THRESHOLD)
    if any(_has_time(page, t.text) for t in page.observation.texts if t.landmark not in {"header", "footer", "nav"}):
        message = "How long delivery takes stands apart from the ways of delivery."
        return warned(message, findings=[finding], value=0, threshold=_THRESHOLD)
    message = (
        f"None of {len(texts)} ways of delivery tells how long it takes." if len(texts) > 1 else "Nothing tells how long delivery takes."
    )
    return failed(message, findings=[finding], value=0, threshold=_THRESHOLD)


def _texts(page: PageRecord, group: ChoiceGroup) -> list[str]:
    """What stands with each choice: its own words and the texts in its row."""
    found = []
    for choice in group.choices:
        if group.form == "select" and not choice.available:
            continue
        row = [t.text for t in page.observation.texts if abs(t.box.middle[1] - choice.box.middle[1]) < max(20, choice.box.height / 2)]
        found.append(" ".join((choice.text, *(row if group.form != "select" else ()))))
    return found


def _has_day(page: PageRecord, text: str) -> bool:
    folded = f" {normalise(text)} "
    return bool(_DATE.search(without_amounts(text))) or (
        any(f" {name} " in folded for name in _days(page.facts.language)) and any(c.isdigit() for c in text)
    )


def _has_time(page: PageRecord, text: str) -> bool:
    lexicon = page.facts.lexicon
    worded = lexicon.mentions("working_days", text) or lexicon.mentions("delivery_time", text)
    return _has_day(page, text) or (worded and any(c.isdigit() for c in text)) or says("soon", page.facts.language, text)


@cache
def _days(language: str) -> frozenset[str]:
    """The names of months and weekdays, in full and short."""
    names: set[str] = set()
    for code in {language, "en"}:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for table in (locale.months, locale.days):
            for width in ("wide", "abbreviated"):
                for context in ("format", "stand-alone"):
                    names |= {normalise(str(name)) for name in table[context].get(width, {}).values()}
    return frozenset(name for name in names if len(name) > 1 and not name.isdigit())
