"""What every checkout page shows: the step, the form as typed, what is wrong with it, and the sum."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from auditor.demo.payment_methods import payment_methods
from auditor.demo.places import countries, country_names
from auditor.demo.totals import country_of, totals, ways

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.demo.shop import Visit

CHANNELS = "channel_"


def checkout_context(visit: Visit, step: int) -> Mapping[str, Any]:
    """The context of a checkout template at this step, counted from 1."""
    words, session, shape = visit.shop.wording.t.checkout, visit.session, visit.shop.shape
    errors = session.take_errors()
    country = countries()[country_of(visit)]
    labels = (words.step_details, words.step_delivery, words.step_payment)
    paths = [visit.path(name) for name in ("checkout", "checkout/delivery_step", "checkout/payment_step")]
    states = ["done" if place < step else "now" if place == step else "later" for place in (1, 2, 3)]
    names = dict(country_names(visit.shop.wording.market.locale))
    return {
        "enclosed": True,
        "errors": errors,
        "first_error": next(iter(errors), ""),
        "step_title": labels[step - 1],
        "steps": list(zip(labels, paths, states, strict=True)),
        "typed": defaultdict(str, session.typed),
        "address": defaultdict(str, session.address or {}),
        "billing_same": bool(session.typed.get("billing_same")),
        "country": country,
        "country_name": names[country.code],
        "country_names": names.items(),
        "totals": totals(visit),
        "ways": ways(visit),
        "pay_methods": payment_methods(visit.shop.wording, country.code),
        "channel": shape.danger.removeprefix(CHANNELS) if shape.danger.startswith(CHANNELS) else "",
        "order_path": visit.path("checkout/payment_step" if shape.danger == "channel_action" else "checkout/order"),
    }
