"""Active probes: what a shopper might do wrong or twice, tried on purpose, one JSON artifact each.

A probe is a function `async (Walker, PageFacts) -> (result, facts)`: the result is the artifact, or a sentence why there is
none; the facts are those of the page it leaves behind, which must be a state the journey can go on from. To add one,
write a module beside these and name it in `PROBES`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.model.moment import Moment
from auditor.probes.cart_page import probe_cart_page
from auditor.probes.cart_persistence import probe_cart_persistence
from auditor.probes.empty_submit import probe_empty_submit
from auditor.probes.filter_used import probe_filter_used
from auditor.probes.form_return import probe_form_return
from auditor.probes.form_trial import probe_form_trial
from auditor.probes.furniture_links import probe_furniture_links
from auditor.probes.image_zoom import probe_image_zoom
from auditor.probes.keyboard_and_narrow import probe_keyboard_and_narrow
from auditor.probes.linger import probe_linger
from auditor.probes.more_form_trial import probe_more_form_trial
from auditor.probes.not_found import probe_not_found
from auditor.probes.plain_http import probe_plain_http
from auditor.probes.search_no_results import probe_search_no_results
from auditor.probes.search_variants import probe_search_variants
from auditor.probes.second_product import probe_second_product
from auditor.probes.variant_required import probe_variant_required

Result = Mapping[str, Any] | str


@dataclass(frozen=True)
class Probe:
    """A probe: when it runs, what it does to the shop (told in the report), and how long it may take."""

    name: str
    moment: Moment
    does: str
    run: Callable[[Walker, PageFacts], Awaitable[tuple[Result, PageFacts]]]
    seconds: float = 15.0


PROBES: Mapping[str, Probe] = {
    probe.name: probe
    for probe in (
        Probe("not_found", Moment.HOME, "Opened an address that does not exist.", probe_not_found),
        Probe("plain_http", Moment.HOME, "Asked for the home page without encryption (http://).", probe_plain_http, seconds=5.0),
        Probe("search_no_results", Moment.LIST, "Searched for a word that no product has.", probe_search_no_results),
        Probe(
            "variant_required", Moment.PRODUCT, "Pressed the buy button before choosing a variant.", probe_variant_required, seconds=45.0
        ),
        Probe("filter_used", Moment.LIST, "Used a filter of a list and took it back.", probe_filter_used),
        Probe(
            "search_variants",
            Moment.PRODUCT,
            "Searched with a typing error, for help, and typed half a word.",
            probe_search_variants,
            seconds=25.0,
        ),
        Probe("second_product", Moment.PRODUCT, "Opened the page of another product.", probe_second_product),
        Probe("cart_page", Moment.CART, "Opened the page of a cart that lies over the product.", probe_cart_page),
        # before any other leaves the step of payment, from which shoppers go back
        Probe("form_return", Moment.END, "Went back to the address form, and loaded it again.", probe_form_return),
        Probe(
            "more_form_trial",
            Moment.END,
            "Typed mistakes into a further form of the checkout, and sent it with them.",
            probe_more_form_trial,
            seconds=40.0,
        ),
        Probe("furniture_links", Moment.END, "Asked whether the pages behind header and footer exist.", probe_furniture_links),
        Probe("image_zoom", Moment.END, "Pointed at the product's picture and pressed it.", probe_image_zoom, seconds=10.0),
        Probe(
            "keyboard_and_narrow",
            Moment.END,
            "Went through product, cart and checkout with the Tab key, and made the window narrow.",
            probe_keyboard_and_narrow,
            seconds=30.0,
        ),
        Probe("cart_persistence", Moment.END, "Opened the cart again, in a new tab and as a shopper who returns.", probe_cart_persistence),
        Probe("linger", Moment.MEANWHILE, "Stayed on the home page for some seconds and did nothing.", probe_linger, seconds=50.0),
        Probe("empty_submit", Moment.FORM, "Sent the address form empty.", probe_empty_submit),
        Probe("form_trial", Moment.FORM, "Typed mistakes into the address form, and sent it with them.", probe_form_trial, seconds=40.0),
    )
}
