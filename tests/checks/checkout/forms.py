"""Carts and address forms for the tests of the checkout's checks."""

from collections.abc import Mapping
from typing import Any

from tests.checks.pages import Page

CART, CHECKOUT, PAYMENT = "https://shop.example/cart", "https://shop.example/checkout", "https://shop.example/payment"
VASE = {"title": "Stoneware vase", "url": "https://shop.example/vase", "choices": ["Blue"], "price": "49.00", "currency": "EUR"}
ENGLISH = {
    "email": ("E-mail address", "email"),
    "given": ("First name", "given-name"),
    "family": ("Last name", "family-name"),
    "street": ("Street and house number", "address-line1"),
    "postcode": ("Postcode", "postal-code"),
    "city": ("City", "address-level2"),
}
GERMAN = {
    "email": ("E-Mail-Adresse", "email"),
    "given": ("Vorname", "given-name"),
    "family": ("Nachname", "family-name"),
    "street": ("Straße und Hausnummer", "address-line1"),
    "postcode": ("Postleitzahl", "postal-code"),
    "city": ("Ort", "address-level2"),
}


def form(
    words: Mapping[str, tuple[str, str]] = ENGLISH,
    *,
    lang: str = "en",
    mark: str = " *",
    tokens: bool = True,
    labels: bool = True,
    more: Mapping[str, Mapping[str, Any]] | None = None,
) -> Page:
    """A page with an address form; `more` adds fields by their labels, with facts."""
    page = Page(CHECKOUT, lang=lang)
    with page.part("main"), page.form("/checkout"):
        for name, (label, token) in words.items():
            if labels:
                page.text(label + mark)
            facts: dict[str, Any] = {"placeholder": label, "named_by": "placeholder"} if not labels else {}
            attrs = {"name": name, "autocomplete": token} if tokens else {"name": name}
            page.field(label + mark, attrs=attrs, required=bool(mark), value="typed", **facts)
        for label, other in (more or {}).items():
            page.text(label)
            page.field(label, **{"attrs": {"name": label.lower().replace(" ", "_")}, **other})
        page.button("Continue" if lang == "en" else "Weiter")
    return page


def cart(*, lang: str = "en", delivery: str = "Delivery", price: str = "€4.90", total: str = "€53.90") -> Page:
    """A cart with one vase, and the rows of its sum; an empty `delivery` leaves that row out."""
    page = Page(CART, lang=lang)
    with page.part("main"):
        with page.part("li.line"):
            page.picture(alt="", box=(40, 60, 120, 120))
            page.link("Stoneware vase", "/vase", box=(200, 60, 300, 24))
            page.text("Blue", box=(200, 90, 100, 20))
            page.text("€49.00", box=(700, 60, 80, 24))
            page.field("Quantity", "number", value="1", box=(520, 60, 60, 30), attrs={"name": "quantity"})
            page.button("Remove" if lang == "en" else "Entfernen", box=(520, 100, 80, 24))
        rows(page, delivery, price, total, lang=lang)
        page.button("Checkout" if lang == "en" else "Zur Kasse", box=(700, 500, 200, 40))
    return page


def rows(page: Page, delivery: str, price: str, total: str, *, lang: str = "en") -> None:
    """Add the sum of a cart or a checkout."""
    named = [
        ("Subtotal" if lang == "en" else "Zwischensumme", "€49.00"),
        (delivery, price),
        ("Total" if lang == "en" else "Gesamtsumme", total),
    ]
    for place, (label, amount) in enumerate(named):
        if label:
            page.text(label, box=(700, 300 + 40 * place, 100, 20))
            page.text(amount, box=(900, 300 + 40 * place, 80, 20))


def payment(
    *methods: str, url: str = PAYMENT, lang: str = "en", button: str = "Pay now", total: str = "€53.90", product: str = "Stoneware vase"
) -> Page:
    """A payment step with radio buttons, a sum and the button that orders."""
    page = Page(url, lang=lang)
    with page.part("main"), page.form("/order"):
        page.text("Payment method" if lang == "en" else "Zahlungsart", tag="h2")
        for method in methods or ("Credit card", "PayPal", "Invoice"):
            page.field(method, "radio", attrs={"name": "payment"}, value=method)
        if product:
            page.text(product)
        if total:
            rows(page, "Delivery" if lang == "en" else "Versandkosten", "€4.90", total, lang=lang)
        page.button(button)
    return page
