"""checkout-no-prechecked-extras."""

from collections.abc import Iterator, Sequence

from auditor.api import (
    ChoiceGroup,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
)
from auditor_checks.checkout.preset_choices import paid_in_advance
from auditor_checks.checkout.ticked_extras import ticked_extras
from auditor_checks.checkout.words import says
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.selectors import selector_of

_STAGES = frozenset({Stage.PRODUCT, Stage.CART}) | CHECKOUT_STAGES


@journey_check(
    id="checkout-no-prechecked-extras",
    category="checkout",
    title="Paid extras and subscriptions are not chosen in advance",
    failure_title="Something that costs money is chosen in advance",
    why="What is ticked in advance gets bought by mistake. In the European Union it does not bind the buyer, who can claim the money back.",
    fix="Leave boxes for insurance, gift wrapping, donations and the like empty, and let the single purchase be chosen where a "
    "subscription is offered beside it.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    stages=(Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Article 22"), Law("uk", "Consumer Contracts Regulations 2013, regulation 40")),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 22",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "extra payments need express consent, not default options (2011)",
        ),
        Source(
            "Mathur et al., Dark Patterns at Scale",
            "https://arxiv.org/abs/1907.07032",
            "“Hidden Subscription” on 13 of 11,000 shopping sites (2019)",
        ),
    ),
    limits="Looks at boxes as the page was sent, at radio buttons and lists of which another answer says that it costs nothing, and at "
    "pairs of single purchase and subscription. The way of delivery and payment may be chosen in advance, and so may a variant.",
)
def no_prechecked_extras(journey: JourneyRecord) -> Outcome:
    """Look for boxes and answers that cost something and were chosen already, and for a subscription beside the single purchase."""
    seen = [page for page in journey.pages if page.stage in _STAGES]
    if not any(page.stage in CHECKOUT_STAGES | {Stage.CART} for page in seen):
        return not_measurable(journey.why_not(Stage.CART))
    single = [finding for page in seen for finding in (*_ticked(page), *_subscribed(page))]
    found = {finding.key: finding for finding in (*single, *_chosen(seen))}
    if found:
        findings = list(found.values())
        return failed(findings[0].message, findings=findings, value=len(findings), threshold="0")
    return passed(say("Nothing that costs money is chosen in advance."), value=0, threshold="0")


def _ticked(page: PageRecord) -> Iterator[Finding]:
    for box, words in ticked_extras(page):
        yield Finding(say("“{label}” is ticked in advance.", label=words[:90]), selector_of(box), box.box, page.url, words[:40])


def _chosen(pages: Sequence[PageRecord]) -> Iterator[Finding]:
    for page, choice in paid_in_advance(pages):
        message = say("“{label}” is chosen in advance, though another answer costs nothing.", label=choice.text[:90])
        yield Finding(message, selector_of(choice.control), choice.box, page.url, choice.text[:40])


def _subscribed(page: PageRecord) -> Iterator[Finding]:
    for group in page.facts.groups:
        chosen = group.selected
        if group.form != "radio" or chosen is None or not chosen.control.default_checked or not _offers_both(page, group):
            continue
        if not says("once", page.facts.language, chosen.text) and page.facts.lexicon.mentions("subscription", chosen.text):
            message = say("The subscription “{label}” is chosen in advance.", label=chosen.text[:80])
            yield Finding(message, selector_of(chosen.control), chosen.box, page.url, "subscription")


def _offers_both(page: PageRecord, group: ChoiceGroup) -> bool:
    return any(says("once", page.facts.language, c.text) for c in group.choices)
