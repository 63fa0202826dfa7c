"""The total that stays in sight where a phone folds the summary of the order: "Order summary $64.00"."""

from auditor.api import PageRecord, Price, amounts_in

_OPENS = frozenset({"aria-expanded", "aria-controls"})


def folded_total(page: PageRecord) -> Price | None:
    """Return the only amount of a line that opens something, ways to pay and to deliver left out; None if there is none."""
    observation, checkout = page.observation, page.facts.checkout
    taken = {c.control.n for g in (*checkout.shipping, *checkout.payment) for c in g.choices}
    lines = [
        c
        for c in observation.visible
        if (c.tag == "summary" or (c.is_button and _OPENS & set(c.attrs)))
        and not c.is_choice
        and c.n not in taken
        and c.landmark not in {"nav", "footer"}
        and len(amounts_in(c.label_text)) == 1
    ]
    return next((p for p in page.facts.prices for line in lines if line.n == p.text.control or observation.contains(line.n, p.n)), None)
