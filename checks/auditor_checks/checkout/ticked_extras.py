"""Boxes that cost something and were ticked for the shopper."""

from collections.abc import Iterator

from auditor.api import Control, PageRecord, Stage, amounts_in
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.preset_choices import is_free

_ELSEWHERE = frozenset({"header", "nav", "footer", "aside"})
_NO_EXTRA = ("consent", "shipping_cost", "free_shipping", "terms_box", "coupon")


def ticked_extras(page: PageRecord) -> Iterator[tuple[Control, str]]:
    """Yield the boxes of a page that were ticked as it was sent and stand for something that costs, with their words."""
    lexicon = page.facts.lexicon
    taken = {c.control.n for g in (*page.facts.checkout.shipping, *page.facts.checkout.payment) for c in g.choices}
    for box in boxes(page):
        words = words_of(page, box)
        if not box.default_checked or box.n in taken or box.landmark in _ELSEWHERE or is_free(words, page.facts.language):
            continue
        extra = lexicon.mentions("extras", words)
        if not (extra or (amounts_in(words) and page.stage is not Stage.PRODUCT) or _adds_to_price(page, box, words)):
            continue
        if any(lexicon.mentions(concept, words) for concept in _NO_EXTRA):
            continue
        if any(a.value > 0 for a in amounts_in(words)) or (extra and not amounts_in(words)):
            yield box, words


def _adds_to_price(page: PageRecord, box: Control, words: str) -> bool:
    """Whether a box of the product's own form costs something ("+ 2.00 €")."""
    buttons = page.facts.buy_box.buttons
    return bool(amounts_in(words)) and "+" in words and bool(buttons) and box.form >= 0 and box.form == buttons[0].control.form
