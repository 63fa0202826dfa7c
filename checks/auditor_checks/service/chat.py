"""service-chat."""

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    info,
    journey_check,
    passed,
    say,
    warned,
)
from auditor_checks.selectors import selector_of
from auditor_checks.service.ways import WORDS, chat_service, requested

_SERVICES = WORDS.listed("chats")
_LABEL = 0.8
_LIKELY = 0.5  # probability of a buy button
_STAGES = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART)


@journey_check(
    id="service-chat",
    category="service",
    title="No chat lies over the buy button",
    failure_title="The chat lies over the buy button",
    why="A chat answers the question that keeps from buying, unless its button lies over the one that buys.",
    fix="Keep the chat's button clear of buy and checkout buttons, on phones above a bar at the bottom, and make it a real button.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=_STAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "a chapter on live help (contents read in 2026); the list of services is our own",
        ),
    ),
    limits="A chat that comes up only after consent or in opening hours may not be seen. Having none is no fault.",
)
def chat(journey: JourneyRecord) -> Outcome:
    """Look for a chat's button or service; where there is one, whether it covers the buy button."""
    pages = [page for page in journey.pages if page.stage in _STAGES]
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    shown = [(page, button) for page in pages if (button := _button(page)) is not None]
    for page, button in shown:
        hidden = next((c.control for c in page.facts.buy_box.buttons if c.p >= _LIKELY and _covers(button, c.control)), None)
        if page.stage is Stage.PRODUCT and hidden is not None:
            message = say("The chat's button lies over “{label}”.", label=hidden.label_text[:40])
            finding = Finding(message, selector_of(button), hidden.box, page.url, "covers the buy button")
            return warned(message, findings=[finding], value=say("covers the buy button"))
    if shown:
        return passed(
            say("A chat is offered (“{label}”) and covers no buy button.", label=shown[0][1].label_text[:40]), value=say("covers nothing")
        )
    service = next((s for page in pages if (s := chat_service(_loaded(page)))), "")
    if service:
        return info(say("A chat service is loaded ({service}), but no button of it was seen.", service=service), value=service)
    return passed(say("No chat is offered, so none lies over the buy button."), value=say("none"))


def _button(page: PageRecord) -> Control | None:
    lexicon = page.facts.lexicon
    buttons = (c for c in page.observation.visible if c.is_button and c.fixed and c.landmark not in {"header", "nav"})
    return next((c for c in buttons if lexicon.has("chat", *c.words, at_least=_LABEL) or any(s in c.href for s in _SERVICES)), None)


def _covers(button: Control, other: Control) -> bool:
    """Whether it lies over the middle of the other one."""
    x, y = other.box.middle
    return button.n != other.n and button.box.x <= x <= button.box.right and button.box.y <= y <= button.box.bottom


def _loaded(page: PageRecord) -> list[str]:
    embedded = [f.src for f in page.observation.embedded]
    return [*requested(page), *embedded, *(c.href for c in page.observation.controls if c.href)]
