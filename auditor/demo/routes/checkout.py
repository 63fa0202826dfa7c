"""The checkout: from the details to the payment choice, as pages, as one page, or as an accordion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from auditor.demo.pages import show
from auditor.demo.places import countries, regions
from auditor.demo.routes.checkout_view import checkout_context
from auditor.demo.routes.guest import guest_step
from auditor.demo.totals import ways
from auditor.demo.validation import KEPT, problem, problems

if TYPE_CHECKING:
    from auditor.demo.shop import Visit


async def checkout(visit: Visit) -> Response:
    """The entry of the checkout, and its first page."""
    visit.session.typed.setdefault("country", visit.shop.wording.market.country)
    visit.session.typed.setdefault("billing_same", "" if visit.shop.shape.address == "billing" else "1")
    if not visit.session.basket:
        return visit.go(visit.path("cart"))
    elsewhere = _elsewhere(visit)
    if elsewhere:
        return visit.go(elsewhere)
    visit.reach("checkout")
    if visit.shop.shape.guest != "none" and not visit.session.guest:
        return guest_step(visit)
    if visit.shop.shape.checkout in ("onepage", "accordion"):
        return _single(visit)
    return show(visit, "checkout", "pages/details.html", **checkout_context(visit, 1))


async def details(visit: Visit) -> Response:
    """Take the address form; a wrong one is shown again with everything typed kept."""
    await _take(visit)
    wrong = problems(visit.session.typed, visit.shop.shape, visit.shop.wording)
    if wrong:
        visit.session.address = None
        visit.session.errors = {} if visit.shop.planted.on("silent-form") else {name: _said(visit, text) for name, text in wrong.items()}
        if visit.shop.planted.on("forgetful-form"):
            visit.session.typed.clear()
        return visit.go(visit.path("checkout"))
    visit.session.address = dict(visit.session.typed)
    visit.reach("address")
    pages = visit.shop.shape.checkout in ("multi", "otherhost")
    return visit.go(visit.path("checkout/delivery_step") if pages else visit.path("checkout"))


async def delivery_step(visit: Visit) -> Response:
    """The delivery methods, and the choice of one."""
    if visit.session.address is None or not visit.session.basket:
        return visit.go(visit.path("checkout"))
    if visit.request.method == "POST":
        chosen = str((await visit.form()).get("method", ""))
        if chosen in {way.id for way in ways(visit)}:
            visit.session.method = chosen
        single = visit.shop.shape.checkout in ("onepage", "accordion")
        return visit.go(visit.path("checkout") if single else visit.path("checkout/payment_step"))
    visit.reach("shipping")
    return show(visit, "shipping", "pages/delivery_step.html", **checkout_context(visit, 2))


async def payment_step(visit: Visit) -> Response:
    """The payment methods; the last page before an order."""
    if visit.session.address is None or visit.session.method is None or not visit.session.basket:
        return visit.go(visit.path("checkout"))
    visit.reach("payment")
    return show(visit, "payment", "pages/payment_step.html", show_method=True, **checkout_context(visit, 3))


async def check(visit: Visit) -> Response:
    """Say what is wrong with one field, for a script; also keeps what was typed."""
    form = await visit.form()
    name, value = str(form.get("name", "")), str(form.get("value", ""))
    if name in KEPT:
        visit.session.typed[name] = value
    message = problem(name, value, str(form.get("country", "")), visit.shop.shape, visit.shop.wording)
    return JSONResponse({"message": _said(visit, message) if message and value.strip() else None})


async def town(visit: Visit) -> Response:
    """The town of a postcode, for a script; asked by POST, because addresses do not belong into URLs."""
    form = await visit.form()
    country = countries().get(str(form.get("country", "")))
    found = country.town(str(form.get("postcode", ""))) if country else None
    return JSONResponse({"town": found, "message": None if found else visit.shop.wording.t.errors.lookup})


async def region_list(visit: Visit) -> Response:
    """The regions of a country, for a script."""
    return JSONResponse(list(regions(visit.request.query_params.get("country", ""))))


def _said(visit: Visit, message: str) -> str:
    """A message about a field, or only its code."""
    return "ERR_FIELD_INVALID" if visit.shop.planted.on("coded-errors") else message


def _single(visit: Visit) -> Response:
    """Onepage and accordion: how far the visitor is decides what the one page shows."""
    session, edited = visit.session, visit.request.query_params.get("edit", "")
    if session.address is None or edited == "1":
        step = 1
    elif visit.shop.shape.checkout == "onepage":
        session.method = session.method or ways(visit)[0].id
        step = 3
    else:
        step = 2 if session.method is None or edited == "2" else 3
    if step > 1:
        visit.reach("shipping")
    if step > 2:
        visit.reach("payment")
    kind = ("checkout", "shipping", "payment")[step - 1]
    return show(visit, kind, f"pages/{visit.shop.shape.checkout}.html", step=step, **checkout_context(visit, step))


async def _take(visit: Visit) -> None:
    form = await visit.form()
    typed = visit.session.typed
    typed.update({name: str(form[name])[:200] for name in KEPT if name in form})
    if "billing_same" not in form:
        typed["billing_same"] = ""


def _elsewhere(visit: Visit) -> str:
    """The checkout's address on the other origin, when it lives there and the visitor is not there yet."""
    shop = visit.shop
    here = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    if shop.shape.checkout != "otherhost" or not shop.other_origin or here == shop.other_origin:
        return ""
    return f"{shop.other_origin}/handover?token={visit.hand_over()}"
