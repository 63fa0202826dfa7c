"""product-delivery-estimate."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

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
    normalise,
    not_applicable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.calendar_days import days_in, names_day, without_days
from auditor_checks.phrases import Phrases
from auditor_checks.product_page import is_gift_card, own_lines, unread_parts
from auditor_checks.sentences import about_delivery, delivery_times, sentences
from auditor_checks.wording import most_telling, shortened

_LONGEST = 400
_CONCEPTS = ("delivery_time", "delivery_info", "shipping_method", "free_shipping")
_WORDS = Phrases("auditor_checks", "product_facts.toml")
_AHEAD = timedelta(days=45)
_SPAN, _NEAR = 2, timedelta(days=21)
_BARE = 3  # words that may stand beside a day which its label explains
_LABEL = 60  # characters
_TRIAL = 14  # days; a shop that gives so many without a word of delivery speaks of trying on, returning, warranty
_NUMBER = re.compile(r"\d+")


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
    """Look for a day in lines about delivery, and for one soon beside words of ordering or getting (good); else for a number of days."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card: nothing is sent."))
    lexicon = page.facts.lexicon
    told = [line for line in own_lines(page) if len(line) <= _LONGEST]
    timed = [time for line in told for time in delivery_times(page, line) if any(c.isdigit() for c in time) and not _is_trial(page, time)]
    lines = [part for line in told for part in about_delivery(page, line) if not _is_trial(page, part)]
    spoken = [line for line in lines if any(lexicon.mentions(concept, line) for concept in _CONCEPTS)]
    dated = next((line for line in spoken if names_day(line, page.facts.language)), "") or next(_arrivals(page, told), "")
    if dated:
        return passed(say("The page names the day: “{line}”.", line=shortened(dated)), value=say("date"))
    box = page.facts.buy_box.buttons[0].control.box if page.facts.buy_box.buttons else None
    finding = Finding(say("No day of arrival stands here."), box=box, key="no date")
    if timed:
        message = say("The page tells how long delivery takes (“{line}”), but not the day of arrival.", line=shortened(timed[0]))
        return warned(message, findings=[finding], value=say("days"))
    judged = warned if unread_parts(page) or any(_is_bare_promise(page, line) for line in told) else failed
    if spoken and all(_is_cost(page, line) for line in spoken) and not _leads_on(page):
        message = say("The page tells what delivery costs (“{line}”), but nothing about when it arrives.", line=most_telling(spoken))
        return judged(message, findings=[finding], value=say("none"))
    if spoken:
        message = say("Delivery is mentioned (“{line}”), but not when the parcel arrives.", line=most_telling(spoken))
        return warned(message, findings=[finding], value=say("mentioned"))
    return judged(say("The product page says nothing about when the parcel arrives."), findings=[finding], value=say("none"))


def _is_cost(page: PageRecord, line: str) -> bool:
    """Whether a line about delivery tells what it costs, or that it is free, and no time."""
    lexicon = page.facts.lexicon
    costs = bool(amounts_in(line)) or lexicon.mentions("free_shipping", line)
    return costs and not lexicon.mentions("delivery_time", line)


def _leads_on(page: PageRecord) -> bool:
    """Whether the page links to what the shop tells of delivery, outside its footer."""
    feet = [r.n for r in page.observation.regions if r.kind == "footer"]
    links = [c for c in page.observation.visible if c.is_button and not any(page.observation.contains(n, c.n) for n in feet)]
    return any(page.facts.lexicon.mentions(concept, words) for c in links for words in c.words for concept in _CONCEPTS)


def _arrivals(page: PageRecord, lines: Sequence[str]) -> Iterator[str]:
    """Return what names a day soon on which an order comes, whatever words the shop has for it.

    The line speaks of ordering, bringing or getting, or the label before a bare day does; what tells the day does not
    speak of an offer's end, a release, an event or of sending back.
    """
    for before, line in zip(("", *lines), lines, strict=False):
        bare = len(without_days(line, page.facts.language).split()) <= _BARE
        label = before if bare and len(before) <= _LABEL else ""
        told = line if bare else next((s for s in sentences(line) if _is_soon(page, s)), line)
        if not _is_soon(page, told) or "%" in told or any(_WORDS.mentions("no_arrival", text, page) for text in (label, told)):
            continue
        if _WORDS.mentions("arrival", line, page) or _is_span(page, told):
            yield told
        elif _WORDS.mentions("arrival", label, page):
            yield f"{label} {told}"


def _is_soon(page: PageRecord, line: str) -> bool:
    today = page.recorded_on
    return today is not None and any(today <= day <= today + _AHEAD for day in days_in(line, page.facts.language, today))


def _is_bare_promise(page: PageRecord, line: str) -> bool:
    """Whether a line names a day soon and nothing else known that a day may be of: it may be that of arrival in words of the shop's own."""
    return _is_soon(page, line) and "%" not in line and not _WORDS.mentions("no_arrival", line, page)


def _is_span(page: PageRecord, line: str) -> bool:
    """Whether a line tells two days soon, the second after the first: what ends, opens or is celebrated was left out before."""
    today = page.recorded_on
    days = sorted(set(days_in(line, page.facts.language, today))) if today is not None else []
    return today is not None and len(days) == _SPAN and today < days[0] and days[1] <= today + _NEAR


def _is_trial(page: PageRecord, line: str) -> bool:
    """Whether a line gives many days and no word of delivery: "30 days to try it on"."""
    lexicon = page.facts.lexicon
    numbers = [int(number) for number in _NUMBER.findall(line)]
    if len(numbers) != 1 or numbers[0] < _TRIAL or numbers != _WORDS.numbers_of("period", line, page):
        return False
    units = {word for phrase in lexicon.phrases("working_days") for word in normalise(phrase).split()}
    rest = " ".join(word for word in normalise(line).split() if word not in units)
    return not any(lexicon.mentions(concept, rest) for concept in _CONCEPTS)
