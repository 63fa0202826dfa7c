"""product-variant-required."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    normalise,
    not_applicable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.wording import quoted

_PROBE = "variant_required"
_MARK = re.compile(r"\([^)]*\)|\[[^]]*\]")  # "(required)" beside the name of a choice


@journey_check(
    id="product-variant-required",
    category="product",
    title="Buying without a choice explains what is missing",
    failure_title="Buying without a choice does not explain what is missing",
    why="A buy button that does nothing looks broken. The shopper does not know that a size or colour is missing.",
    fix="When the buy button is pressed too early, say beside the choice what is missing (“Please choose a "
    "size”), mark it as an alert for screen readers and move the focus there.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT,),
    probes=(_PROBE,),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.1 Error Identification",
            "https://www.w3.org/TR/WCAG22/#error-identification",
            "level A (2023)",
        ),
    ),
    limits="One product, one press; on desktop another product of the lists seen, where that of the visit leaves no choice open. "
    "Shops that choose a variant in advance are left out.",
)
def variant_required(journey: JourneyRecord) -> Outcome:
    """Press the buy button while a choice is open; look for a message near the choice, an alert or a hint."""
    try:
        found = journey.probe(_PROBE)
    except Missing:
        if _nothing_to_choose(journey):
            return not_applicable(say("The product has no variants, or one of them is chosen in advance."))
        raise
    page = journey.page(Stage.PRODUCT)
    labels = [name for label in found["groups"] if (name := _MARK.sub("", label).strip(" :*"))]
    choice = listing(map(quoted, labels)) if labels else say("a variant")
    number = max(len(labels), 1)
    elsewhere = str(found.get("url", ""))  # another product than that of the visit
    group = next(iter(page.facts.buy_box.groups), None)
    findings = [
        Finding(
            say("The choice of {choice} is open.", choice=choice),
            box=group.box if group and not elsewhere else None,
            url=elsewhere or page.url,
            key="open choice",
        )
    ]
    apt = [text for text in found["messages"] if _is_apt(page, text, labels)]
    at_hand = found["near"] or found["live"]
    said = next(iter(apt), "") or found["dialog"] or (found["messages"][0] if found["messages"] and at_hand else "")
    if found["disabled"]:
        if found["hint"]:
            message = several(
                number,
                "The buy button stays off until {choice} is chosen; “{hint}” hints at it.",
                "The buy button stays off until {choice} are chosen; “{hint}” hints at it.",
                choice=choice,
                hint=found["hint"],
            )
            return warned(message, findings=findings)
        return failed(say("The buy button is off and nothing says that {choice} must be chosen.", choice=choice), findings=findings)
    if found["added"]:
        message = several(
            number,
            "The product went into the cart although {choice} was not chosen.",
            "The product went into the cart although {choice} were not chosen.",
            choice=choice,
        )
        return warned(message, findings=findings, confidence=Confidence.MEDIUM)
    if _explains(found):
        return passed(
            say("Without {choice} the shop says: “{text}”.", choice=choice, text=said)
            if said
            else say("The browser points at {choice}.", choice=choice)
        )
    if said:
        message = say("The shop says “{text}”, but neither near the choice nor as an alert.", text=said)
        return warned(message, findings=findings)
    if found["focus_moved"]:
        message = several(
            number,
            "The focus moves, but no message says that {choice} is missing.",
            "The focus moves, but no message says that {choice} are missing.",
            choice=choice,
        )
        return warned(message, findings=findings)
    return failed(say("Pressing the buy button without {choice} does nothing: no message, no hint.", choice=choice), findings=findings)


def _is_apt(page: PageRecord, text: str, labels: Sequence[str]) -> bool:
    """Whether a text that has appeared speaks of a choice, rather than being a button or a banner that came late."""
    asks = any(page.facts.lexicon.mentions(concept, text) for concept in ("error_required", "choose_option", "option_group", "sold_out"))
    return asks or any(normalise(label) in normalise(text) for label in labels)


def _explains(found: Mapping[str, Any]) -> bool:
    near = bool(found["messages"]) and (found["near"] or found["live"])
    return bool(near or found["dialog"] or found.get("native_hint"))


def _nothing_to_choose(journey: JourneyRecord) -> bool:
    """Whether no choice on the product page is open; raises `Missing` without a product page."""
    groups = journey.page(Stage.PRODUCT).facts.buy_box.groups
    return all(group.selected is not None for group in groups)
