"""What things are called in reports. No internal name leaves this package."""

from __future__ import annotations

from auditor.api import CATEGORY_BY_ID, FAILURES, Stage, own, say
from auditor_reports.view.voice import tell, told

STAGES = tuple(stage.value for stage in Stage)
SEVERITIES = ("critical", "major", "minor")
OUTCOMES = ("fail", "warn", "pass", "info", "not_measurable", "error", "not_applicable")

_STAGES = {
    "home": say("Home page"),
    "category": say("Category"),
    "search": say("Search"),
    "product": say("Product"),
    "cart": say("Cart"),
    "checkout": say("Checkout"),
    "address": say("Address"),
    "shipping": say("Delivery"),
    "payment": say("Payment"),
}
_OUTCOMES = {
    "pass": say("Passed"),
    "warn": say("Warning"),
    "fail": say("Failed"),
    "not_applicable": say("Does not apply"),
    "not_measurable": say("Not measurable"),
    "info": say("For information"),
    "error": say("Check broke"),
}
_STEPS = {
    "reached": say("reached"),
    "not_found": say("not found"),
    "blocked": say("blocked"),
    "failed": say("stopped here"),
    "skipped": say("passed over"),
    "not_tried": say("not tried"),
}
_ENDED = {
    "payment_reached": say("reached the payment step"),
    "login_required": say("stopped: an account is demanded"),
    "blocked": say("was not let in"),
    "not_a_shop": say("found no shop"),
    "no_product": say("found nothing to buy"),
    "failed": say("stopped"),
    "interrupted": say("was interrupted"),
}
_DEVICES = {"desktop": say("Desktop"), "mobile": say("Phone")}
_SEVERITIES = {"critical": say("Critical"), "major": say("Major"), "minor": say("Minor")}
_GUARD = {
    "order address": say("order address"),
    "order in the body": say("order in the body"),
    "payment host": say("payment host"),
    "newsletter or message": say("newsletter or message"),
    "after payment was reached": say("after payment was reached"),
}
_CONFIDENCE = {
    "high": say("Sure"),
    "med": say("Fairly sure: weighs three quarters"),
    "low": say("Unsure: weighs half, limits no score"),
}
_EFFORTS = {
    "XS": say("half a day at most"),
    "S": say("up to two days"),
    "M": say("up to a week"),
    "L": say("up to a month"),
    "XL": say("more than a month"),
}
_KINDS = {
    "document": say("Document"),
    "stylesheet": say("Style sheet"),
    "script": say("Script"),
    "font": say("Font"),
    "image": say("Picture"),
    "media": say("Film, sound"),
    "xhr": say("Data"),
    "fetch": say("Data"),
    "ping": say("Signal"),
    "other": say("Other"),
}


def stage_title(stage: str) -> str:
    """Return a stage's title, such as "Delivery" for shipping."""
    return told(_STAGES.get(stage, stage))


def device_title(device: str | None) -> str:
    """Return a device's title; None is the whole shop."""
    return tell("Whole shop") if device is None else told(_DEVICES.get(device, device))


def category_title(category: str, otherwise: str = "") -> str:
    """Return a category's title; one that is not known is called what it is otherwise, else by its id."""
    known = CATEGORY_BY_ID.get(category)
    return told(own(known.title)) if known else otherwise or category


def severity_word(severity: str) -> str:
    """Return how much a problem hurts, in a word."""
    return told(_SEVERITIES[severity])


def outcome_word(outcome: str) -> str:
    """Return what a check said, in words."""
    return told(_OUTCOMES[outcome])


def step_word(outcome: str) -> str:
    """Return how a step of the journey came out, in words."""
    return told(_STEPS[outcome])


def ended_words(ended: str) -> str:
    """Return how a journey ended, as the end of a sentence about the shopper."""
    return told(_ENDED[ended])


def confidence_words(confidence: str) -> str:
    """Return how sure a measurement is and what follows from it."""
    return told(_CONFIDENCE[confidence])


def effort_words(effort: str) -> str:
    """Return how long mending usually takes."""
    return told(_EFFORTS.get(effort, effort))


def kind_word(kind: str) -> str:
    """Return what a request of a page asked for, in a word."""
    return told(_KINDS[kind])


def guard_words(reason: str) -> str:
    """Return why a request was not let out."""
    return told(_GUARD.get(reason, reason))


def explained(reason: str) -> str:
    """Return a reason as a sentence: a failure code, alone or at the end, becomes what it means."""
    head, separator, tail = reason.rpartition(": ")
    failure = FAILURES.get(tail.rstrip("."))
    return f"{head}{separator}{told(own(failure.sentence))}" if failure else reason
