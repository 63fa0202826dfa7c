"""Why a journey stopped: a closed list, findings about the site apart from failures of this tool."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.model.journey import Ended
from auditor.words.message import own


@dataclass(frozen=True, slots=True)
class Failure:
    """A reason to stop. `about_site` tells a finding for the owner from a shortcoming of ours."""

    code: str
    ended: Ended
    about_site: bool
    sentence: str


def _all() -> tuple[Failure, ...]:
    site, ours = True, False
    return (
        Failure("unreachable", Ended.FAILED, site, "The address did not answer, so no shopper could open the shop."),
        Failure("server_error", Ended.FAILED, site, "The shop answered with an error page instead of its content."),
        Failure(
            "bot_wall",
            Ended.BLOCKED,
            site,
            "A bot protection answered instead of the shop. Allow this auditor in the protection's settings, then run it again.",
        ),
        Failure("geo_redirect", Ended.BLOCKED, site, "The shop sent the visitor to another country's site and offered no way to stay."),
        Failure("login_wall", Ended.LOGIN_REQUIRED, site, "The shop can only be seen after logging in."),
        Failure("account_required", Ended.LOGIN_REQUIRED, site, "The checkout demands an account: a guest cannot buy."),
        Failure("not_a_shop", Ended.NOT_A_SHOP, site, "No products, prices or cart were found, so this does not look like a shop."),
        Failure("no_product_found", Ended.NO_PRODUCT, site, "The shop showed no product page with a way to buy."),
        Failure("no_in_stock_product", Ended.NO_PRODUCT, site, "Every product that was tried is sold out."),
        Failure(
            "variant_unresolved", Ended.FAILED, ours, "The required choices of the product (such as size or colour) could not be completed."
        ),
        Failure("add_no_effect", Ended.FAILED, site, "Pressing the buy button had no visible effect."),
        Failure("add_error", Ended.FAILED, site, "The shop refused to put the product into the cart."),
        Failure("cart_not_found", Ended.FAILED, ours, "The cart could not be found after adding a product."),
        Failure("cart_empty_after_add", Ended.FAILED, site, "The cart was empty although a product had been added."),
        Failure("min_order", Ended.FAILED, site, "The cart is below the shop's minimum order value."),
        Failure("checkout_not_found", Ended.FAILED, ours, "No way from the cart to the checkout was found."),
        Failure("address_rejected", Ended.FAILED, site, "The checkout did not accept a valid address."),
        Failure("no_shipping_to_region", Ended.FAILED, site, "The shop offers no delivery to the test address."),
        Failure(
            "payment_not_rendered",
            Ended.FAILED,
            ours,
            "The payment choice did not appear after the last step that can be taken without ordering.",
        ),
        Failure("overlay_stuck", Ended.FAILED, site, "A pop-up covered the page and could not be closed."),
        Failure("slow_site", Ended.FAILED, site, "The shop answered too slowly to go on."),
        Failure("out_of_time", Ended.FAILED, ours, "The time allowed for the audit ran out."),
        Failure("browser_crashed", Ended.FAILED, ours, "The browser crashed while the page was open."),
        Failure(
            "order_suspected",
            Ended.FAILED,
            ours,
            "The shop showed an order confirmation. The audit stopped at once; please check whether an order was created.",
        ),
        Failure("setting_failed", Ended.FAILED, ours, "A step did not work as it is configured in [journey]."),
        Failure("hook_failed", Ended.FAILED, ours, "A step hook failed."),
        Failure("login_failed", Ended.FAILED, ours, "Logging in as configured did not work."),
        Failure("engine_error", Ended.FAILED, ours, "The audit tool failed here; this says nothing about the shop."),
        Failure("interrupted", Ended.INTERRUPTED, ours, "The audit was interrupted."),
    )


FAILURES = {failure.code: replace(failure, sentence=own(failure.sentence)) for failure in _all()}
