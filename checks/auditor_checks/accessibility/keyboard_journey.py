"""accessibility-keyboard-journey."""

from collections.abc import Mapping
from typing import Any

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.reopened_pages import PROBE, reopened_pages, the_part
from auditor_checks.wording import counted, portion, quoted

_FIELD = "field"
_OTHER_WAYS = "way to the cart"  # shops show the cart after adding, too
_SURE = frozenset({"reached", "unreachable", "trap"})


@journey_check(
    id="accessibility-keyboard-journey",
    category="accessibility",
    title="What is needed for buying can be reached with the keyboard",
    failure_title="Something needed for buying cannot be reached with the keyboard",
    why="Who cannot use a mouse buys with the Tab and Enter keys. One button that never gets the focus, or one that does not let it "
    "go, ends the purchase.",
    fix='Use real buttons, links and fields: <button type="submit">Add to cart</button> instead of <div onclick>. Take away '
    'tabindex="-1" from what is needed, and let Tab leave every field.',
    severity=Severity.CRITICAL,
    effort=Effort.L,
    stages=(Stage.PRODUCT, Stage.CART, Stage.ADDRESS),
    devices="desktop",
    probes=(PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "W3C, WCAG 2.2, success criteria 2.1.1 Keyboard and 2.1.2 No Keyboard Trap",
            "https://www.w3.org/TR/WCAG22/#keyboard-accessible",
            "level A (2023)",
        ),
        Source(
            "Baymard Institute, Accessibility benchmark",
            "https://baymard.com/blog/accessibility-benchmark-launch",
            "64 % of large shops have faults with the keyboard (2021)",
        ),
    ),
    limits="Buy button, ways to cart and checkout, fields and the button that goes on are given the focus, and Tab must leave them; "
    "they are not pressed with Enter, since that would buy again. Variants and what stands in embedded frames are left out.",
)
def keyboard_journey(journey: JourneyRecord) -> Outcome:
    """Give each control that buying needs the focus from the keyboard, and see that Tab leaves it again."""
    pages = reopened_pages(journey)
    needed = [(page, name, found) for page in pages for name, found in page["keyboard"]["needed"].items()]
    judged = [(page, name, found) for page, name, found in needed if found["said"] in _SURE]
    traps = [page for page in pages if page["keyboard"]["trap"]]
    if not judged and not traps:
        return not_measurable(say("None of the controls that buying needs could be tried with the keyboard."))
    missed = [(page, name, found) for page, name, found in judged if found["said"] != "reached"]
    findings = [Finding(_told(page, name, found), url=page["url"], key=f"{page['stage']} {name}") for page, name, found in missed]
    findings += [Finding(_trapped(page, quoted(page["keyboard"]["trap"])), url=page["url"], key="trap") for page in traps]
    count = len(judged) - len(missed)
    threshold = say("{count} of {total}", count=len(judged), total=len(judged))
    if not findings:
        message = portion(
            len(judged),
            len(judged),
            "control",
            "that buying needs on {pages} can be reached with the keyboard.",
            "that buying needs on {pages} can be reached with the keyboard.",
            pages=counted(len(pages), "page"),
        )
        return passed(message, value=count, threshold=threshold)
    ends_it = traps or any(found["said"] == "trap" or not name.startswith((_FIELD, _OTHER_WAYS)) for _, name, found in missed)
    outcome = failed if ends_it else warned
    return outcome(findings[0].message, findings=findings, value=count, threshold=threshold)


def _told(page: Mapping[str, Any], name: str, found: Mapping[str, Any]) -> Message:
    control = the_part(name, found["words"])
    if found["said"] == "trap":
        return _trapped(page, control)
    return say(
        "On the {stage} page {control} cannot get the focus from the keyboard (in the source it is <{tag}>).",
        stage=page["stage"],
        control=control,
        tag=found["tag"],
    )


def _trapped(page: Mapping[str, Any], control: Message) -> Message:
    return say("On the {stage} page {control} holds the focus: neither Tab nor Escape leaves it.", stage=page["stage"], control=control)
