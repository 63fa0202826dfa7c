"""checkout-progress."""

import re
from collections.abc import Sequence

from auditor.api import (
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
    passed,
    say,
    warned,
)
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.views import views
from auditor_checks.checkout.words import says
from auditor_checks.wording import counted

_FEW, _LIST = 2, 3
_BEFORE = frozenset({Stage.HOME, Stage.CATEGORY, Stage.PRODUCT})
_NAMED = re.compile(r"(^|[^a-z])(steps?|stepper|progress|wizard|breadcrumbs?|crumbs?|schritte?|etapes?|kroky?)([^a-z]|$)", re.IGNORECASE)
_CURRENT = re.compile(r"(^|[^a-z])(is-)?(active|current|now|selected|on|here|complete|completed|done|visited)([^a-z]|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*[1-9][.)\s·:](?!\s*[x×])|\b[1-9]\s?/\s?[2-9]\b")
_FIRST = re.compile(r"\s*1[.)·:]?\s+[^\W\dx×]")
_LONGEST, _SAME_ROW = 60, 14
_PARTS = ("shipping_method", "payment_method", "order_review", "shipping_address")


@journey_check(
    id="checkout-progress",
    category="checkout",
    title="A checkout of several steps shows how far it is",
    failure_title="A checkout of several steps does not show how far it is",
    why="Who sees that only one step is left goes on; who does not know expects the worst.",
    fix='Show the steps by name at the top, mark the current one (aria-current="step"), and link those that are done.',
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    needs=("html",),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "a progress bar where the checkout has more than two steps (copy read in 2026)",
        ),
    ),
    limits="Recognises lists of steps by markup, numbers or words. A drawn progress bar without any of them is missed.",
)
def progress(journey: JourneyRecord) -> Outcome:
    """Look on the pages of a checkout with more than two views for a list of steps and a mark of the current one."""
    journey.page(Stage.PAYMENT)
    count = views(journey)
    if count <= _FEW:
        return not_applicable(say("The checkout has only {steps} after the cart.", steps=counted(count, "step")))
    pages = checkout_pages(journey)
    if any(_marks_current(page) for page in pages):
        return passed(say("The checkout shows its steps and marks the current one."))
    repeated = _repeated(journey, pages)
    headings = {t.text for t in repeated if t.heading}
    last = pages[-1].facts.lexicon
    if len(headings) >= _LIST and any(last.has("payment_method", h) or last.has("order_review", h) for h in headings):
        return passed(say("The checkout shows all its steps one below the other, with the current one open."))
    if any(_shows_steps(page) for page in pages) or _stands_in_a_row(repeated):
        message = say("The checkout shows its steps, but which one is the current is not told to those who cannot see it.")
        return warned(message, findings=[Finding(message, url=pages[-1].url, key="current")])
    message = say("Nothing shows how far one is in a checkout of {count} steps.", count=count)
    return failed(message, findings=[Finding(message, url=pages[-1].url, key="none")])


def _marks_current(page: PageRecord) -> bool:
    soup = page.soup
    named = any(_NAMED.search(kind) and _CURRENT.search(kind) for kind in _seen_kinds(page))
    if named or soup.select_one('[aria-current="step"], progress, [role="progressbar"]'):
        return True
    seen = {normalise(t.text) for t in page.observation.texts}
    for step in soup.find_all(class_=_NAMED):
        for element in [step, *step.find_all(class_=_CURRENT)]:
            classes = " ".join(str(c) for c in element.get_attribute_list("class"))
            if _CURRENT.search(classes) and normalise(element.get_text(" ", strip=True)) in seen:
                return True
    return bool(soup.select_one(':is(main, ol, form) :is([aria-current="true"], [aria-current="page"])')) and _shows_steps(page)


def _repeated(journey: JourneyRecord, pages: Sequence[PageRecord]) -> list[Text]:
    """The short texts of the last page that stood on an earlier step of the checkout too, and nowhere before it."""
    last = pages[-1]
    before = {normalise(t.text) for p in journey.pages if p.stage in _BEFORE for t in p.observation.texts}
    earlier = {
        normalise(t.text)
        for p in pages
        if p.stage is not Stage.PAYMENT and not p.facts.checkout.offers_payment
        for t in p.observation.texts
    } - before
    return [
        t
        for t in last.observation.texts
        if len(t.text) <= _LONGEST / 2
        and t.landmark not in {"header", "footer", "aside"}
        and normalise(t.text) in earlier
        and sum(c.isalpha() for c in t.text) > 1
        and not any(c.isdigit() for c in t.text)
        and not any(last.observation.kinds[n].startswith(("th", "tr", "dl")) for n in (t.n, *list(last.observation.ancestors(t.n))[:2]))
    ]


def _stands_in_a_row(texts: Sequence[Text]) -> bool:
    return any(len({b.text for b in texts if abs(a.box.middle[1] - b.box.middle[1]) < _SAME_ROW}) >= _LIST for a in texts)


def _shows_steps(page: PageRecord) -> bool:
    texts = [t.text for t in page.observation.texts if len(t.text) <= _LONGEST and t.landmark not in {"footer"}]
    if any(c.isdigit() for t in texts for c in t) and any(says("step", page.facts.language, re.sub(r"\d", " ", text)) for text in texts):
        return True
    if _names_steps_in_a_row(page) or any(_FIRST.match(text) for text in texts):
        return True
    numbers = {found.group() for text in texts if (found := _NUMBERED.search(text))}
    return len(numbers) >= _FEW or any(_NAMED.search(kind) for kind in _seen_kinds(page))


def _names_steps_in_a_row(page: PageRecord) -> bool:
    """Whether short texts side by side are called like parts of a checkout: delivery, payment, review."""
    lexicon = page.facts.lexicon
    named = [
        (t.box, parts)
        for t in page.observation.texts
        if len(t.text) <= _LONGEST / 2 and t.landmark != "footer"
        if (parts := {concept for concept in _PARTS if lexicon.has(concept, t.text, at_least=0.75)})
    ]
    return any(
        not one & other and abs(a.middle[1] - b.middle[1]) < _SAME_ROW and not a.overlaps(b)
        for place, (a, one) in enumerate(named)
        for b, other in named[place + 1 :]
    )


def _seen_kinds(page: PageRecord) -> set[str]:
    """The names and classes of whatever holds a visible text."""
    observation = page.observation
    nodes = {n for t in observation.texts if len(t.text) <= _LONGEST for n in (t.n, *list(observation.ancestors(t.n))[:4])}
    return {observation.kinds[n] for n in nodes}
