"""checkout-delivery-options."""

import re

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
    Text,
    failed,
    journey_check,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.delivery_days import day_names, has_day
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.words import says
from auditor_checks.wording import quoted

_THRESHOLD = say("a day of arrival with each way")
_UP = 3  # elements around a single choice
_PART = re.compile(r"[.;,!?·|•]\s|\s[–—-]\s|[。、]")
_AT = 80  # CSS pixels between the choices and their heading or note


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
    limits="Reads what stands with each choice. A time apart from the choices is a warning where it speaks of delivery or stands at "
    "them. Whether the parcel comes in time is not known.",
)
def delivery_options(journey: JourneyRecord) -> Outcome:
    """Look for a date or weekday, else for a number of days, in the choices of delivery."""
    groups = [(page, group) for page in checkout_pages(journey) for group in page.facts.checkout.shipping_open]
    if not groups:
        if journey.reached(Stage.PAYMENT):
            return not_applicable(say("No choice of delivery was seen in the checkout."))
        return not_measurable(journey.why_not(Stage.SHIPPING))
    if any(_offers_days(page, group) for page, group in groups):
        return passed(say("Shoppers choose the day of delivery themselves."), threshold=_THRESHOLD)
    page, group = max(enumerate(groups), key=lambda found: (_told(*found[1]), found[0]))[1]
    texts = [text for text in _texts(page, group) if text]
    dated = [text for text in texts if has_day(page, text)]
    timed = [text for text in texts if _has_time(page, text)]
    finding = Finding(quoted(texts[0][:90]) if texts else say("A choice of delivery"), box=group.box, url=page.url, key="options")
    if texts and len(dated) == len(texts):
        message = several(
            len(texts), "The only way of delivery tells the day of arrival.", "Each of {n} ways of delivery tells the day of arrival."
        )
        return passed(message, value=len(texts), threshold=_THRESHOLD)
    if dated or timed:
        message = say("The ways of delivery tell a speed in days rather than the day of arrival.")
        if not dated and len(timed) < len(texts):
            message = several(
                len(timed),
                "Only {n} of {ways} ways of delivery tells how long it takes.",
                "Only {n} of {ways} ways of delivery tell how long it takes.",
                ways=len(texts),
            )
        if dated:
            message = several(
                len(dated),
                "Only {n} of {ways} ways of delivery tells the day of arrival.",
                "Only {n} of {ways} ways of delivery tell the day of arrival.",
                ways=len(texts),
            )
        return warned(message, findings=[finding], value=len(dated), threshold=_THRESHOLD)
    if _tells_apart(page, group):
        message = say("How long delivery takes stands apart from the ways of delivery.")
        return warned(message, findings=[finding], value=0, threshold=_THRESHOLD)
    message = say("Nothing tells how long delivery takes.")
    if len(texts) > 1:
        message = say("None of {ways} ways of delivery tells how long it takes.", ways=len(texts))
    return failed(message, findings=[finding], value=0, threshold=_THRESHOLD)


def _told(page: PageRecord, group: ChoiceGroup) -> tuple[bool, int, int]:
    """How much a group says; buttons that only open the choice say least."""
    texts = _texts(page, group)
    return group.form != "buttons", sum(has_day(page, text) for text in texts), sum(_has_time(page, text) for text in texts)


def _offers_days(page: PageRecord, group: ChoiceGroup) -> bool:
    """Whether the choices are days, besides one for no wish."""
    days = day_names(page.facts.language)
    words = [normalise(choice.text).split() for choice in group.choices]
    mere = [all(w.isdigit() or w in days or len(w) == 1 for w in one) and len(one) > 1 for one in words]
    return sum(mere) >= 2 and len(mere) - sum(mere) <= 1


def _texts(page: PageRecord, group: ChoiceGroup) -> list[str]:
    """What stands with each choice: its own words and the texts in its row, as far as they belong to the choices."""
    around = _around(page, group)
    found = []
    for choice in group.choices:
        if group.form == "select" and not choice.available:
            continue
        row = [
            t.text
            for t in page.observation.texts
            if page.observation.contains(around, t.n) and abs(t.box.middle[1] - choice.box.middle[1]) < max(20, choice.box.height / 2)
        ]
        found.append(" ".join((choice.text, *(row if group.form != "select" else ()))))
    return found


def _around(page: PageRecord, group: ChoiceGroup) -> int:
    """The smallest part of the page that holds all choices, and more than the bare control of a single one."""
    controls = [choice.control.n for choice in group.choices]
    above = list(page.observation.ancestors(controls[0]))
    if len(set(controls)) == 1:
        return above[min(_UP, len(above)) - 1] if above else controls[0]
    return next((node for node in above if all(page.observation.contains(node, n) for n in controls)), above[-1])


def _has_time(page: PageRecord, text: str) -> bool:
    return has_day(page, text) or _has_speed(page, text)


def _tells_apart(page: PageRecord, group: ChoiceGroup) -> bool:
    """Whether a text apart from the choices says when things arrive.

    It speaks of delivery, or stands at the choices. Days to pay an invoice or to send things back, and opening hours, are none.
    """
    language, ways_to_pay = page.facts.language, [payment.box for payment in page.facts.checkout.payment]
    texts = (t for t in page.observation.texts if t.landmark not in {"header", "footer", "nav"} and _has_time(page, t.text))
    return any(
        (says("arriving", language, part) or _stands_at(text, group)) and not says("other_times", language, part)
        for text in texts
        if not any(text.box.overlaps(box) for box in ways_to_pay)
        for part in _parts(page, text.text)
        if _has_time(page, part)
    )


def _parts(page: PageRecord, text: str) -> list[str]:
    """The parts of a text that speak of one thing each; a date is never cut: "delivery: Tuesday, 5. December"."""
    found, start = [], 0
    for cut in _PART.finditer(text):
        if not _is_within_date(page, text[start : cut.start()], cut[0], text[cut.end() :]):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [*found, text[start:]]


def _is_within_date(page: PageRecord, before: str, sign: str, after: str) -> bool:
    """Whether a comma or a point stands behind a number, a weekday or a month, or a comma before one."""
    if sign[0] not in ",.":
        return False
    days, led, goes_on = day_names(page.facts.language), normalise(before).split()[-1:], normalise(after).split()[:1]
    near = led if sign[0] == "." else [*led, *goes_on]
    return any(word[0].isdigit() or word in days for word in near)


def _stands_at(text: Text, group: ChoiceGroup) -> bool:
    """Whether a text stands just above or below the choices, as their heading or their note does."""
    return text.box.distance(group.box) <= _AT and text.box.x < group.box.right and group.box.x < text.box.right


def _has_speed(page: PageRecord, text: str) -> bool:
    lexicon = page.facts.lexicon
    worded = lexicon.mentions("working_days", text) or lexicon.mentions("delivery_time", text)
    return (worded and any(c.isdigit() for c in text)) or says("soon", page.facts.language, text)
