"""checkout-cart-no-sneaked-items."""

from decimal import Decimal

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
    amounts_in,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    title_similarity,
    warned,
)
from auditor_checks.checkout.delivery_cost import told_by
from auditor_checks.checkout.sums import cart_part, rows
from auditor_checks.checkout.unasked_rows import unasked_row
from auditor_checks.checkout.words import says

_ALIKE = 0.45
_MOST_PIECES = 20
_LEAST_LETTERS = 4
_LONGEST = 80
_LISTS = frozenset({"main", "body", "ul", "ol", "table", "tbody"})


@journey_check(
    id="checkout-cart-no-sneaked-items",
    category="checkout",
    title="Nothing is in the cart that the shopper did not add",
    failure_title="Something is in the cart that the shopper did not add",
    why="Putting something into a cart unasked is banned in the European Union, and shoppers who notice it do not come back.",
    fix="Put only into the cart what the shopper chose. Offer insurance, accessories and donations as something to add.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    stages=(Stage.CART,),
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Articles 22 and 27"),),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 22 and 27",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "no payment without express consent; no inertia selling (2011)",
        ),
        Source(
            "Mathur et al., Dark Patterns at Scale",
            "https://arxiv.org/abs/1907.07032",
            "“Sneak into Basket” on 7 of 11,000 shopping sites (2019)",
        ),
    ),
    limits="Extra lines are told by a price and a control to remove or change them, or by a subtotal that is the product's price and "
    "theirs; where only a total says so, or such a row is not called protection, insurance, guarantee, donation or service, that is a "
    "warning. Free gifts, savings, deposits, fees, taxes, levies and what the shopper chose do not count.",
)
def cart_no_sneaked_items(journey: JourneyRecord) -> Outcome:
    """Compare the lines of the cart with the one product that was added."""
    page = journey.page(Stage.CART)
    product = str(journey.product.get("title", ""))
    part = cart_part(page)
    lines = [line for line in page.facts.cart_lines(product, part) if line.price is not None] if product else []
    if not lines:
        return not_measurable(say("The product was not recognised as a line of the cart, so other lines cannot be told apart."))
    extra = [line for line in _lines(page) if _is_foreign(page, line, product)]
    if extra and _added_more(journey):
        return not_measurable(say("On the way more than one product was put into the cart, so other lines cannot be told apart."))
    if extra:
        findings = [
            Finding(
                say("In the cart without having been added: “{text}”.", text=_text(page, n)[:90]), url=page.url, key=_text(page, n)[:30]
            )
            for n in extra
        ]
        return failed(findings[0].message, findings=findings, value=len(extra), threshold="0")
    prices = {line.price.amount.value for line in lines if line.price is not None and line.price.amount.value > 0}
    if (unasked := _charged_unasked(journey, page, prices)) is not None:
        return unasked
    total = page.facts.total or page.facts.subtotal
    known = {row.value + price for row in rows(page) for price in prices if total is None or row.price.n != total.n}
    adds_up = total is not None and any(total.amount.value == price * n for price in prices for n in range(1, _MOST_PIECES + 1))
    if adds_up or (total is not None and total.amount.value in known) or len(_lines(page)) == 1:
        return passed(say("Only the product that was added is in the cart."), value=0, threshold="0")
    return not_measurable(say("The lines of the cart could not be counted."))


def _charged_unasked(journey: JourneyRecord, page: PageRecord, paid: set[Decimal]) -> Outcome | None:
    """Tell of a row that the sum holds beside the product, though no shopper chose it."""
    found = unasked_row(journey, page, paid)
    if found is None:
        return None
    if _added_more(journey):
        return not_measurable(say("On the way more than one product was put into the cart, so other lines cannot be told apart."))
    message = say("The cart's sum holds “{row}”, which was not added.", row=told_by(found.row))
    finding = Finding(message, url=page.url, key=found.row.label[:30])
    return (failed if found.surely else warned)(message, findings=[finding], value=1, threshold="0")


def _added_more(journey: JourneyRecord) -> bool:
    """Whether the buy buttons of several products were pressed; one that seemed to do nothing may have added its product."""
    pressed = {(str(a["url_before"]), str(a["chosen"])) for a in journey.attempts if "buy button" in str(a["strategy"])}
    return len(pressed) > 1


def _lines(page: PageRecord) -> list[int]:
    """The nodes of the cart's lines: the largest parts that hold one control to remove or change something, and a price."""
    part = cart_part(page)
    observation = page.observation
    handles = [c for c in observation.visible if _is_handle(page, c) and (part is None or observation.contains(part, c.n))]
    removers = [c for c in handles if not c.is_field]
    chosen = removers or handles
    found = []
    for control in chosen:
        line = control.n
        for node in observation.ancestors(control.n):
            if sum(observation.contains(node, other.n) for other in chosen) > 1 or observation.kinds[node].partition(".")[0] in _LISTS:
                break
            line = node
        found.append(line)
    return [n for n in dict.fromkeys(found) if amounts_in(_text(page, n))]


def _is_handle(page: PageRecord, control: Control) -> bool:
    if control.landmark in {"header", "nav", "footer"} and cart_part(page) is None:
        return False
    if control.is_field:
        return not control.is_choice and any(f.control.n == control.n and f.kind == "quantity" for f in page.facts.fields)
    lexicon = page.facts.lexicon
    return any(lexicon.has("remove", w, at_least=0.7) or (len(w) <= _LONGEST and lexicon.holds("remove", w)) for w in control.words)


def _is_foreign(page: PageRecord, line: int, product: str) -> bool:
    """Whether a line names something else than the product, costs something, and is no deposit or coupon."""
    own = [t for t in page.observation.texts if page.observation.contains(line, t.n) and not t.split]
    costs = [a.value for t in own if not t.struck for a in amounts_in(t.text)]
    texts = [t.text for t in own]
    named = [t for t in texts if sum(c.isalpha() for c in t) >= _LEAST_LETTERS]
    lexicon = page.facts.lexicon
    if not named or not any(value > 0 for value in costs) or any(title_similarity(product, t) >= _ALIKE for t in named):
        return False
    if any(says(concept, page.facts.language, t) for t in named for concept in ("deposits", "free")):
        return False
    return not any(lexicon.mentions(c, t) for t in named for c in ("coupon", "total", "subtotal", "shipping_cost"))


def _text(page: PageRecord, n: int) -> str:
    return page.observation.text_of(n, 200)
