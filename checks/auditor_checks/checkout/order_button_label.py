"""checkout-order-button-label."""

import re
from urllib.parse import urlsplit

from auditor.api import (
    Control,
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
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
    without_amounts,
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.words import is_called, names_brand, says
from auditor_checks.jurisdiction import market_of
from auditor_checks.selectors import selector_of
from auditor_checks.wording import quoted

_STRICT = frozenset({"DE", "AT"})
_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog"})
_SURELY, _LIKELY = 0.9, 0.6
_PLACES_ORDER = re.compile(r"(place|submit|complete|create)[-_]?order|order[-_/](place|submit|complete|create)", re.IGNORECASE)


@journey_check(
    id="checkout-order-button-label",
    category="checkout",
    title="The final button says that it costs money",
    failure_title="The final button does not say that it costs money",
    why="In the European Union a buyer is not bound by an order whose button does not clearly say that it must be paid.",
    fix="Label the last button “Order with obligation to pay”, “Pay now” or “Buy now”, in German “Zahlungspflichtig bestellen”.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    stages=(Stage.PAYMENT,),
    legal=True,
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Article 8(2)"),),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 8(2)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "“order with obligation to pay” or an equally unambiguous wording (2011)",
        ),
        Source(
            "German Civil Code (BGB), § 312j(3)",
            "https://www.gesetze-im-internet.de/bgb/__312j.html",
            "“zahlungspflichtig bestellen” (2012)",
        ),
        Source(
            "Court of Justice of the EU, C-249/21 Fuhrmann-2",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62021CJ0249",
            "only the words on the button count (2022)",
        ),
    ),
    limits="An indication, not legal advice. Judged for shops that sell in the European Economic Area, where the last button "
    "stands on the payment step. A bare “Confirm” is taken for it where its form places the order, or accepts the terms below a review.",
)
def order_button_label(journey: JourneyRecord) -> Outcome:
    """Compare the label of the button that orders with wordings that speak of paying or buying."""
    page = journey.page(Stage.PAYMENT)
    market = market_of([journey])
    if not market.eea:
        return not_applicable(say("The rule is one of the European Union; this shop sells in {market}.", market=market.name))
    buttons = [b for b in page.facts.checkout.order_buttons if b.landmark != "dialog" and _label(b)] or _still_hidden(page)
    buttons = buttons or _ending_the_form(page)
    if not buttons:
        return not_measurable(say("The payment step has no button that orders; it comes on a later page, which is not opened."))
    language = page.facts.language
    best = next((b for b in buttons if says("obliges", language, _label(b)) or names_brand("wallets", _label(b))), None)
    if best is not None:
        return passed(say("The last button is called “{label}”.", label=_label(best)), value=quoted(_label(best)))
    final = [b for b in buttons if not _leads_on(page, _label(b))]
    if not final:
        return not_measurable(say("“{label}” leads on to a page with the last button, which is not opened.", label=_label(buttons[-1])))
    button = final[-1]
    return _vague(page, button, strict=market.demands_imprint or market.country in _STRICT)


def _leads_on(page: PageRecord, label: str) -> bool:
    """Whether a button says where it goes on to ("Continue to review"), rather than that it ends the order."""
    lexicon = page.facts.lexicon
    if is_called("says_nothing", page.facts.language, label) or lexicon.has("place_order", label, at_least=0.5):
        return False
    return lexicon.has("continue", label, at_least=_SURELY)


def _still_hidden(page: PageRecord) -> list[Control]:
    """Buttons of the page that order and come up once a way to pay is chosen."""
    lexicon = page.facts.lexicon
    buttons = [c for c in page.observation.controls if c.tag in {"button", "input"} and c.is_button and c.landmark not in _ELSEWHERE]
    return [c for c in buttons if not c.visible and _label(c) and lexicon.has("place_order", _label(c), at_least=_SURELY)]


def _ending_the_form(page: PageRecord) -> list[Control]:
    """Buttons that end the order in words of their own, or with a bare "Confirm".

    Such a form is sent to where orders are placed, or the page is headed as the review and the form accepts the terms.
    """
    observation, lexicon, language = page.observation, page.facts.lexicon, page.facts.language
    reviewed = any(t.heading == 1 and lexicon.has("order_review", t.text, at_least=_SURELY) for t in observation.texts)
    paid = {choice.control.form for group in page.facts.checkout.payment for choice in group.choices}
    accepted = {box.form for box in boxes(page) if lexicon.mentions("terms_box", words_of(page, box))}
    found = []
    for button in observation.visible:
        if not (button.is_submit and button.form >= 0 and button.landmark not in _ELSEWHERE):
            continue
        label = _label(button)
        places = _PLACES_ORDER.search(urlsplit(observation.forms[button.form].action).path) is not None
        reviews = reviewed and button.form in paid & accepted and not is_called("goes_on", language, label)
        pays = says("obliges", language, label) and lexicon.has("place_order", label, at_least=_LIKELY) and button.form in paid & accepted
        bare = is_called("says_nothing", language, label) and button.form in paid | accepted and (places or reviews)
        if pays or bare:
            found.append(button)
    return found


def _vague(page: PageRecord, button: Control, *, strict: bool) -> Outcome:
    label = _label(button)
    message = say("The last button is called “{label}”, which does not say that the order must be paid.", label=label)
    finding = Finding(message, selector_of(button), button.box, page.url, "label")
    if strict or is_called("says_nothing", page.facts.language, label):
        return failed(message, findings=[finding], value=quoted(label))
    return warned(message, findings=[finding], value=quoted(label))


def _label(button: Control) -> str:
    """The words on the button, without the amount that some shops put there."""
    return without_amounts(button.text or button.label_text).strip(" ·–-|:")
