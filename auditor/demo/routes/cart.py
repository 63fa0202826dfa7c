"""The cart: putting in, changing, taking out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from auditor.demo import basket
from auditor.demo.pages import show, show_part
from auditor.demo.totals import totals

if TYPE_CHECKING:
    from starlette.datastructures import FormData

    from auditor.demo.product import Product
    from auditor.demo.shop import Visit


async def cart(visit: Visit) -> Response:
    """The cart page."""
    shop = visit.shop
    rows = visit.basket.rows
    if rows:
        visit.reach("cart")
    errors = visit.session.take_errors()
    inside = {row.product.id for row in rows}
    near = [other for row in rows for other in shop.catalogue.related(row.product) if other.id not in inside]
    return show(
        visit,
        "cart",
        "pages/cart.html",
        totals=totals(visit),
        trail=[(shop.wording.t.cart.title, "")],
        related=list(dict.fromkeys(near))[:4],
        coupon_error=errors.get("coupon", ""),
    )


async def add(visit: Visit) -> Response:
    """Put a product into the cart, or say what is still to be chosen."""
    form = await visit.form()
    product = visit.shop.catalogue.products.get(str(form.get("product", "")))
    if product is None or not product.available:
        return visit.go(visit.path("cart"))
    missing = _missing(visit, product, form)
    if missing:
        return _ask_again(visit, product, missing)
    choices = tuple((option.kind, str(form[option.kind])) for option in product.options)
    basket.add(visit.session, product, choices, _quantity(form, "quantity", 1))
    visit.keep_basket()
    visit.reach("cart")
    return _say_added(visit, product, choices)


async def update(visit: Visit) -> Response:
    """Change a line, bring one back, or try a discount code."""
    form = await visit.form()
    session = visit.session
    if "undo" in form:
        basket.bring_back(session)
    elif "coupon" in form:
        session.coupon = str(form["coupon"]).strip().upper() == "LYS10"
        if not session.coupon:
            session.errors = {"coupon": visit.shop.wording.t.cart.coupon_bad}
    else:
        basket.change(session, _quantity(form, "line", -1), _quantity(form, "quantity", 1))
    visit.keep_basket()
    return visit.go(visit.path("cart"))


async def extras(visit: Visit) -> Response:
    """An interstitial that offers more before the cart."""
    last = visit.shop.catalogue.products[visit.session.basket[-1].product] if visit.session.basket else None
    if last is None:
        return visit.go(visit.path("cart"))
    others = [other for other in visit.shop.catalogue.related(last) if not other.options] or [
        other for other in visit.shop.catalogue if other.available and not other.options
    ]
    return show(visit, "extras", "pages/extras.html", added=visit.basket.rows[-1], others=others[:2])


def _missing(visit: Visit, product: Product, form: FormData) -> dict[str, str]:
    words = visit.shop.wording.t.product
    missing = {}
    for option in product.options:
        chosen = str(form.get(option.kind, "")).strip()
        allowed = [value.id for value in option.values if value.available]
        if not chosen or (option.values and chosen not in allowed):
            sentence = words.missing if option.values else words.missing_text
            missing[option.kind] = sentence.format(what=option.label)
    return missing


def _ask_again(visit: Visit, product: Product, missing: dict[str, str]) -> Response:
    if visit.shop.planted.on("silent-variant"):
        missing = {}
    if visit.part == "added":
        return JSONResponse({"ok": False, "missing": missing})
    visit.session.errors = missing
    return visit.go(visit.path("product", product.slug))


def _say_added(visit: Visit, product: Product, choices: tuple[tuple[str, str], ...]) -> Response:
    style = visit.shop.shape.cart
    if style == "redirect":
        return visit.go(visit.path("cart"))
    if style == "upsell":
        return visit.go(visit.path("cart/extras"))
    if visit.part != "added":
        return visit.go(f"{visit.path('product', product.slug)}?added=1")
    variant = basket.variant_words(product, choices)
    rows = visit.basket.rows
    row = next(row for row in rows if row.product is product and row.variant == variant)
    html = show_part(visit, "added", f"parts/added_{style}.html", added=row, totals=totals(visit))
    return JSONResponse({"ok": True, "count": visit.basket.count, "html": html})


def _quantity(form: FormData, name: str, otherwise: int) -> int:
    text = str(form.get(name, ""))
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise
