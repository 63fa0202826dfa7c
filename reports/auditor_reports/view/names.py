"""What things are called in reports. No internal name leaves this package."""

from __future__ import annotations

from auditor.api import CATEGORY_BY_ID, FAILURES, Stage
from auditor_reports.view.voice import tell

STAGES = tuple(stage.value for stage in Stage)
SEVERITIES = ("critical", "major", "minor")
OUTCOMES = ("fail", "warn", "pass", "info", "not_measurable", "error", "not_applicable")

_STAGES = {
    "home": "Home page",
    "category": "Category",
    "search": "Search",
    "product": "Product",
    "cart": "Cart",
    "checkout": "Checkout",
    "address": "Address",
    "shipping": "Delivery",
    "payment": "Payment",
}
_OUTCOMES = {
    "pass": "Passed",
    "warn": "Warning",
    "fail": "Failed",
    "not_applicable": "Does not apply",
    "not_measurable": "Not measurable",
    "info": "For information",
    "error": "Check broke",
}
_STEPS = {
    "reached": "reached",
    "not_found": "not found",
    "blocked": "blocked",
    "failed": "stopped here",
    "skipped": "passed over",
    "not_tried": "not tried",
}
_ENDED = {
    "payment_reached": "reached the payment step",
    "login_required": "stopped: an account is demanded",
    "blocked": "was not let in",
    "not_a_shop": "found no shop",
    "no_product": "found nothing to buy",
    "failed": "stopped",
    "interrupted": "was interrupted",
}
_DEVICES = {"desktop": "Desktop", "mobile": "Phone"}
_CONFIDENCE = {
    "high": "Sure",
    "med": "Fairly sure: weighs three quarters",
    "low": "Unsure: weighs half, limits no score",
}
_EFFORTS = {
    "XS": "half a day at most",
    "S": "up to two days",
    "M": "up to a week",
    "L": "up to a month",
    "XL": "more than a month",
}


def stage_title(stage: str) -> str:
    """Return a stage's title, such as "Delivery" for shipping."""
    return _STAGES.get(stage, stage)


def device_title(device: str | None) -> str:
    """Return a device's title; None is the whole shop."""
    return tell("Whole shop") if device is None else _DEVICES.get(device, device)


def category_title(category: str) -> str:
    """Return a category's title."""
    known = CATEGORY_BY_ID.get(category)
    return known.title if known else category


def outcome_word(outcome: str) -> str:
    """Return what a check said, in words."""
    return _OUTCOMES[outcome]


def step_word(outcome: str) -> str:
    """Return how a step of the journey came out, in words."""
    return _STEPS[outcome]


def ended_words(ended: str) -> str:
    """Return how a journey ended, as the end of a sentence about the shopper."""
    return _ENDED[ended]


def confidence_words(confidence: str) -> str:
    """Return how sure a measurement is and what follows from it."""
    return _CONFIDENCE[confidence]


def effort_words(effort: str) -> str:
    """Return how long mending usually takes."""
    return _EFFORTS.get(effort, effort)


def explained(reason: str) -> str:
    """Return a reason as a sentence: a failure code, alone or at the end, becomes what it means."""
    head, separator, tail = reason.rpartition(": ")
    failure = FAILURES.get(tail.rstrip("."))
    return f"{head}{separator}{failure.sentence}" if failure else reason
