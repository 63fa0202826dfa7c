"""What is never pressed, whatever it is called."""

from __future__ import annotations

import pytest

from auditor.journey.veto import is_review, veto
from auditor.model.stage import Stage
from tests.auditor.pages import Pages, by_id

PRODUCT = '<main><h1>Wool blanket</h1><p>€ 49,00</p><form action="/cart/add" method="post">{}</form></main>'
FIELDS = ("first_name", "First name"), ("last_name", "Last name"), ("street", "Street"), ("postcode", "Postcode"), ("city", "City")
ADDRESS = """<main><h1>Checkout</h1><form action="/checkout/address" method="post"><label>E-mail <input name="email" type="email"></label>
{}{{}}</form></main>""".format("".join(f'<label>{label} <input name="{name}"></label>' for name, label in FIELDS))
SHIPPING = """<main><h1>Delivery</h1><form method="post"><fieldset><legend>Delivery method</legend>
<label><input type="radio" name="s" checked> Standard € 4,90</label><label><input type="radio" name="s"> Express € 9,90</label></fieldset>
{}</form></main>"""
PAYMENT = """<main><h1>Payment</h1><form method="post"><fieldset><legend>Payment method</legend><label><input type="radio" name="p" checked>
Credit card</label><label><input type="radio" name="p"> Bank transfer</label></fieldset><p>Total <b>€ 53,90</b></p>{}</form></main>"""
REVIEW = """<main><h1>Review your order</h1><p>Wool blanket € 49,00</p><p>Payment: bank transfer</p><p>Total € 53,90</p>
<form method="post">{}</form></main>"""
X = '<button id="x"{}>{}</button>'


def button(text: str, marks: str = "") -> str:
    return X.format(f" {marks}" if marks else "", text)


async def judged(pages: Pages, html: str, stage: Stage, lang: str = "en", **options: bool) -> str | None:
    facts = await pages.facts(html, lang=lang)
    return veto(facts, by_id(facts.observation, "x"), stage, **options)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize(
    "html",
    [
        button("PayPal"),
        button("Buy with G Pay", 'class="gpay-button"'),
        '<a id="x" href="/paypal-express">Check out</a>',
        button("Apple Pay"),
    ],
)
async def test_wallets_on_no_stage(pages: Pages, html: str, stage: Stage) -> None:
    assert await judged(pages, PRODUCT.format(html), stage) == "it starts an express payment"


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("en", "Place order"),
        ("en", "Pay now"),
        ("de", "Zahlungspflichtig bestellen"),
        ("de", "Jetzt kaufen"),
        ("fr", "Payer"),
        ("es", "Finalizar compra"),
        ("it", "Conferma ordine"),
        ("nl", "Bestelling plaatsen"),
        ("sv", "Slutför köp"),
        ("cs", "Objednat s povinností platby"),
        ("ja", "注文を確定する"),
    ],
)
@pytest.mark.parametrize("stage", [Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT])
async def test_final_buttons_by_their_label(pages: Pages, lang: str, label: str, stage: Stage) -> None:
    assert await judged(pages, ADDRESS.format(button(label)), stage, lang) == "its label or markup says that it orders"


@pytest.mark.parametrize("marks", ['id="x" name="place_order"', 'class="submit-order"', 'data-testid="place-order"'])
@pytest.mark.parametrize("stage", [Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING])
async def test_final_buttons_by_their_markup(pages: Pages, marks: str, stage: Stage) -> None:
    assert "says that it orders" in (await judged(pages, ADDRESS.format(button("Continue", marks)), stage) or "")


@pytest.mark.parametrize(
    ("lang", "label"),
    [("en", "Continue"), ("en", "Next: Place Order"), ("de", "Weiter"), ("fr", "Continuer"), ("es", "Continuar"), ("ja", "次へ")],
)
@pytest.mark.parametrize(("page", "stage"), [(ADDRESS, Stage.ADDRESS), (SHIPPING, Stage.SHIPPING)], ids=["address", "shipping"])
async def test_what_goes_on_may_be_pressed(pages: Pages, page: str, stage: Stage, lang: str, label: str) -> None:
    assert await judged(pages, page.format(button(label)), stage, lang) is None


@pytest.mark.parametrize(("lang", "label"), [("en", "Continue"), ("en", "OK"), ("de", "Weiter"), ("fr", "Valider"), ("en", "")])
async def test_no_button_is_pressed_where_payment_is_chosen(pages: Pages, lang: str, label: str) -> None:
    for stage in (Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT):
        assert await judged(pages, PAYMENT.format(button(label)), stage, lang) == "payment is on this page: any button may be the last one"


@pytest.mark.parametrize(
    ("lang", "label", "marks", "pressed"),
    [
        ("en", "Enter address manually", 'type="button"', True),
        ("fi", "Kirjoita osoite itse", 'type="button"', True),
        ("nl", "Adres zoeken", "", True),
        ("en", "More", 'type="button" aria-expanded="false"', True),
        ("en", "More", 'aria-expanded="false"', False),
        ("en", "Place order", 'type="button" aria-expanded="false"', False),
        ("en", "Find address and place order", 'type="button"', False),
    ],
)
async def test_what_opens_an_address_may_be_pressed_beside_a_payment_choice(
    pages: Pages, lang: str, label: str, marks: str, pressed: bool
) -> None:
    page = ADDRESS.format(button(label, marks)) + PAYMENT.format("")
    assert (await judged(pages, page, Stage.ADDRESS, lang) is None) == pressed


@pytest.mark.parametrize("label", ["Continue", "Confirm", "Submit"])
async def test_no_button_is_pressed_on_an_order_review(pages: Pages, label: str) -> None:
    reason = await judged(pages, REVIEW.format(button(label)), Stage.PAYMENT)
    assert reason == "this is an order review: any button may be the last one"


REVIEWS = [
    ("en", "Review your order", "Payment: bank transfer", "Total", "Place order"),
    ("de", "Bestellübersicht", "Zahlung: Überweisung", "Gesamtsumme", "Kaufen"),
    ("fr", "Récapitulatif de la commande", "Paiement : virement bancaire", "Total", "Commander"),
]


@pytest.mark.parametrize(("lang", "heading", "payment", "total", "label"), REVIEWS)
async def test_a_review_sums_up_and_asks_for_nothing(pages: Pages, lang: str, heading: str, payment: str, total: str, label: str) -> None:
    html = f"<main><h1>{heading}</h1><p>{payment}</p><p>{total} € 53,90</p><form method=post>{{}}<button>{label}</button></form></main>"
    assert is_review(await pages.facts(html.format(""), lang=lang))
    assert not is_review(await pages.facts(html.format('<label>E-mail<input type="email" name="email"></label>'), lang=lang))
    assert not is_review(await pages.facts(html.replace("€ 53,90", "").format(""), lang=lang))


@pytest.mark.parametrize("stage", [Stage.CART, Stage.CHECKOUT, Stage.ADDRESS])
async def test_a_form_with_a_password_is_never_sent(pages: Pages, stage: Stage) -> None:
    form = '<form method="post"><label>E-mail<input type="email"></label><label>Password<input type="password"></label>{}</form>'
    assert await judged(pages, form.format(button("Continue")), stage) == "it may create an account"
    assert await judged(pages, form.format("") + button("Continue"), stage) is None


async def test_a_password_that_may_stay_empty_is_no_wall(pages: Pages) -> None:
    optional = '<label>Password (optional)<input type="password" name="pw"></label>'
    assert await judged(pages, ADDRESS.format(optional + button("Continue")), Stage.ADDRESS) is None


@pytest.mark.parametrize(("lang", "label"), [("en", "Buy it now"), ("de", "Jetzt sofort kaufen"), ("en", "1-click")])
async def test_one_click_buying_unless_there_is_nothing_else(pages: Pages, lang: str, label: str) -> None:
    html = PRODUCT.format(button(label, 'class="buy-now"'))
    assert await judged(pages, html, Stage.CART, lang) == "it may order at once"
    assert await judged(pages, html, Stage.CART, lang, only_buy=True) is None


@pytest.mark.parametrize(
    ("lang", "label"), [("en", "Add to cart"), ("de", "In den Warenkorb"), ("fr", "Ajouter au panier"), ("ja", "カートに入れる")]
)
async def test_buy_buttons_may_be_pressed(pages: Pages, lang: str, label: str) -> None:
    assert await judged(pages, PRODUCT.format(button(label)), Stage.CART, lang) is None


@pytest.mark.parametrize(("lang", "label"), [("en", "Subscribe"), ("de", "Abonnieren"), ("fr", "S'inscrire")])
async def test_newsletters_are_not_signed_up_for(pages: Pages, lang: str, label: str) -> None:
    html = f'<footer><form class="newsletter" method="post"><input type="email" name="email">{button(label)}</form></footer>'
    assert await judged(pages, html, Stage.CART, lang) == "it signs up for a newsletter"


@pytest.mark.parametrize("stage", [Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT])
@pytest.mark.parametrize("html", [button("Order now"), '<a id="x" href="/checkout">Checkout</a>'])
async def test_browsing_is_free(pages: Pages, html: str, stage: Stage) -> None:
    assert await judged(pages, PRODUCT.format(html), stage) is None


async def test_the_checkouts_entry_may_be_named_like_an_order(pages: Pages) -> None:
    cart = '<main><h1>Cart</h1><p>Wool blanket € 49,00</p><p>Total € 49,00</p><form action="/checkout">{}</form></main>'
    assert await judged(pages, cart.format(button("Place order")), Stage.CHECKOUT) is None


async def test_a_payment_providers_frame_makes_every_button_final(pages: Pages) -> None:
    frame = '<iframe src="https://js.stripe.com/v3/elements" width="400" height="120"></iframe>'
    html = f"<main><form method=post>{frame}{button('Continue')}</form><p>Total € 10,00</p></main>"
    assert (await pages.facts(html)).checkout.offers_payment
    assert await judged(pages, html, Stage.SHIPPING) == "payment is on this page: any button may be the last one"


STEP = """<main><h2>Customer</h2><form method="post"><label>Email <input name="email" type="email"></label>{}</form>
<aside><p>Wool blanket</p><p>Subtotal <b>€ 49,00</b></p></aside></main>"""


@pytest.mark.parametrize(("text", "pressed"), [("Continue as guest", True), ("Continue", True), ("Notify me", False), ("Remind me", False)])
async def test_a_checkout_may_begin_with_the_email_alone_where_it_says_so(pages: Pages, text: str, pressed: bool) -> None:
    assert (await judged(pages, STEP.format(button(text)), Stage.CHECKOUT) is None) is pressed


@pytest.mark.parametrize("label", ["Weiter zum Bezahlen", "Zum Bezahlen", "Weiter zur Zahlung"])
async def test_a_button_that_names_the_payment_as_what_comes_next_goes_on(pages: Pages, label: str) -> None:
    assert await judged(pages, SHIPPING.format(button(label)), Stage.PAYMENT, "de") is None
    assert await judged(pages, SHIPPING.format(button("Bezahlen")), Stage.PAYMENT, "de") is not None
