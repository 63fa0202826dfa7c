"""Orders: every way one can be placed, wanted or by accident. Each attempt is counted, nothing is bought."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from auditor.demo.pages import show
from auditor.demo.totals import totals

if TYPE_CHECKING:
    from auditor.demo.shop import Visit


async def order(visit: Visit) -> Response:
    """The final order, whatever method and body it comes with."""
    visit.shop.ledger.count("orders", visit.session.id, visit.request.method)
    if not visit.session.basket or visit.session.address is None:
        return visit.go(visit.path("checkout"))
    if await _lacks_payment(visit):
        visit.session.errors = {"payment": visit.shop.wording.t.payment.choose}
        pages = visit.shop.shape.checkout in ("multi", "otherhost")
        return visit.go(visit.path("checkout/payment_step") if pages else visit.path("checkout"))
    visit.session.orders.append(f"NL-{secrets.randbelow(900_000) + 100_000}")
    return visit.go(f"/thank-you/{visit.session.orders[-1]}")


async def _lacks_payment(visit: Visit) -> bool:
    """Whether a form was sent without a payment method; other ways to order are taken as they come."""
    sent = visit.request.headers.get("content-type", "")
    is_form = "urlencoded" in sent or "multipart" in sent
    if not is_form or visit.shop.shape.payment != "radios":
        return False
    form = await visit.form()
    return not any(value for name, value in form.items() if name.endswith("payment"))


async def thanks(visit: Visit) -> Response:
    """The confirmation page."""
    number = visit.request.path_params["number"]
    if number == "latest" and visit.session.orders:
        number = visit.session.orders[-1]
    if number not in visit.session.orders:
        return visit.go("/")
    page = show(
        visit,
        "confirmation",
        "pages/confirmation.html",
        number_of_order=number,
        address=visit.session.address or {},
        totals=totals(visit),
    )
    visit.session.basket.clear()
    visit.keep_basket()
    return page


async def buy_now(visit: Visit) -> Response:
    """One click that buys at once."""
    visit.shop.ledger.count("orders", visit.session.id, "buy now")
    return visit.go("/")


async def express(visit: Visit) -> Response:
    """An express wallet; here it only comes back to the cart."""
    visit.shop.ledger.count("wallet_calls", visit.session.id)
    return visit.go(visit.path("cart"))


async def graphql(visit: Visit) -> Response:
    """The one address of a GraphQL shop; only the mutation's text says what is meant."""
    sent = (await visit.request.body()).decode("utf-8", "replace")
    if "placeOrder" in sent or "placeOrder" in str(visit.request.query_params):
        answer = await order(visit)
        return JSONResponse({"data": {"placeOrder": {"next": answer.headers["location"]}}})
    return JSONResponse({"data": {"setPaymentMethod": {"ok": True}}})


async def card_frame(visit: Visit) -> Response:
    """The card fields, for the shapes that keep them in a frame."""
    return show(visit, "card-frame", "pages/card_frame.html")


async def pay_frame(visit: Visit) -> Response:
    """The last button, for the shape that keeps it in a frame."""
    return show(visit, "pay-frame", "pages/pay_frame.html", order_path=visit.path("checkout/order"))
