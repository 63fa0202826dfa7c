"""What a page of a checkout asks for and offers."""

from __future__ import annotations

import pytest

from auditor.facts.checkout import Checkout, chosen, is_final_label
from auditor.facts.page import PageFacts
from auditor.observe import Control
from tests.auditor.pages import Pages


def radios(*texts: str, name: str = "x", checked: int = -1) -> str:
    tick = [" checked" if n == checked else "" for n in range(len(texts))]
    return "".join(f'<p><label><input type="radio" name="{name}"{t}> {text}</label></p>' for text, t in zip(texts, tick, strict=True))


async def checkout(pages: Pages, html: str, lang: str = "en") -> Checkout:
    return (await pages.facts(f"<main>{html}</main>", lang=lang)).checkout


SHIPPING = [
    ("en", "Delivery method", ("Standard delivery € 4,90", "Express € 9,90")),
    ("de", "Versandart", ("DHL Paket 4,90 €", "Selbstabholung kostenlos")),
    ("fr", "Mode de livraison", ("Colissimo 4,90 €", "Point relais 3,50 €")),
    ("es", "Método de envío", ("Envío estándar 4,90 €", "Envío exprés 9,90 €")),
    ("it", "Metodo di spedizione", ("Corriere 4,90 €", "Ritiro in negozio gratis")),
    ("pl", "Sposób dostawy", ("Kurier 14,90 zł", "Paczkomat 9,90 zł")),
    ("sv", "Leveranssätt", ("PostNord 49 kr", "Hemleverans 99 kr")),
    ("ja", "配送方法", ("宅配便 550円", "メール便 200円")),
]
PAYMENT = [
    ("en", "Payment method", ("Credit card", "Bank transfer")),
    ("de", "Zahlungsart", ("Kreditkarte", "Rechnung")),
    ("fr", "Mode de paiement", ("Carte bancaire", "Virement bancaire")),
    ("es", "Método de pago", ("Tarjeta de crédito", "Transferencia bancaria")),
    ("it", "Metodo di pagamento", ("Carta di credito", "Bonifico bancario")),
    ("pl", "Metoda płatności", ("Karta", "Przelew")),
    ("sv", "Betalningssätt", ("Kort", "Faktura")),
    ("ja", "お支払い方法", ("クレジットカード", "銀行振込")),
]


@pytest.mark.parametrize(("lang", "legend", "texts"), SHIPPING)
async def test_a_choice_of_deliveries(pages: Pages, lang: str, legend: str, texts: tuple[str, str]) -> None:
    found = await checkout(pages, f"<fieldset><legend>{legend}</legend>{radios(*texts, checked=1)}</fieldset>", lang)
    assert len(found.shipping) == 1
    assert found.payment == ()
    assert not found.offers_payment
    choice = chosen(found.shipping)
    assert choice is not None
    assert texts[1] in choice.text


@pytest.mark.parametrize(("lang", "legend", "texts"), PAYMENT)
async def test_a_choice_of_payments(pages: Pages, lang: str, legend: str, texts: tuple[str, str]) -> None:
    found = await checkout(pages, f"<fieldset><legend>{legend}</legend>{radios(*texts)}</fieldset>", lang)
    assert len(found.payment) == 1
    assert found.shipping == ()
    assert found.offers_payment
    assert chosen(found.payment) is None


@pytest.mark.parametrize(
    ("html", "shipping", "payment"),
    [
        (radios("PayPal", "Visa"), 0, 1),
        (radios("DHL € 4,90", "UPS € 9,90"), 1, 0),
        ('<label for="s">Shipping method</label><select id="s"><option>Standard € 4</option><option>Express € 9</option></select>', 1, 0),
        ('<label for="s">Payment method</label><select id="s"><option>Credit card</option><option>Invoice</option></select>', 0, 1),
        ('<p>Payment method</p><button aria-haspopup="listbox">Choose</button>', 0, 1),
        ("<h2>How would you like to pay?</h2><button>Credit card</button><button>Bank transfer</button><button>Cash</button>", 0, 1),
        (radios("DHL € 4,90", "UPS € 9,90", name="s") + radios("Card", "Invoice", name="p"), 1, 1),
        (radios("Mr", "Ms"), 0, 0),
        (radios("Moss", "Sky"), 0, 0),
        ("<footer>" + radios("PayPal", "Visa") + "</footer>", 0, 0),
        ("<button>PayPal</button><button>Google Pay</button>", 0, 0),
        ("<button>Back</button><button>Continue</button>", 0, 0),
    ],
)
async def test_which_groups_choose_what(pages: Pages, html: str, shipping: int, payment: int) -> None:
    found = await checkout(pages, html)
    assert (len(found.shipping), len(found.payment)) == (shipping, payment)


async def test_a_closed_list_of_payments_offers_none_yet(pages: Pages) -> None:
    found = await checkout(pages, '<p>Payment method</p><button aria-haspopup="listbox">Choose</button>')
    assert (found.payment_open, found.offers_payment) == ((), False)


@pytest.mark.parametrize(
    ("html", "offers"),
    [
        ("<label>Card number <input></label><label>CVC <input></label>", True),
        ("<label>IBAN <input name='iban'></label>", True),
        ('<iframe src="https://js.stripe.com/v3/card" width=400 height=90></iframe>', True),
        ('<iframe title="PayPal" src="https://www.paypal.com/buttons" width=400 height=90></iframe>', True),
        ('<iframe src="https://js.stripe.com/v3/metrics" width=0 height=0></iframe>', False),
        ('<iframe src="https://maps.example/" width=400 height=300></iframe>', False),
        ("<label>CVC <input></label>", False),
    ],
)
async def test_card_forms_and_providers_frames_offer_payment(pages: Pages, html: str, offers: bool) -> None:
    assert (await checkout(pages, html)).offers_payment is offers


def asks(*labels: str, attrs: str = "") -> str:
    return (
        f"<form method=post {attrs}>" + "".join(f"<p><label>{label} <input></label></p>" for label in labels) + "<button>Go</button></form>"
    )


@pytest.mark.parametrize(
    ("labels", "address", "email"),
    [
        (("E-mail",), False, True),
        (("Street", "City"), True, False),
        (("First name", "Postcode"), True, False),
        (("Postcode",), False, False),
        (("E-mail", "First name"), False, True),
        (("Promo code", "Search"), False, False),
    ],
)
async def test_what_is_asked(pages: Pages, labels: tuple[str, ...], address: bool, email: bool) -> None:
    found = await checkout(pages, asks(*labels))
    assert (found.asks_address, found.asks_email) == (address, email)


@pytest.mark.parametrize(
    "html",
    [
        f"<footer>{asks('E-mail')}</footer>",
        f"<header>{asks('E-mail')}</header>",
        asks("E-mail", attrs='class="newsletter-form"'),
        asks("Search products"),
        asks("Coupon code"),
    ],
)
async def test_what_is_asked_beside_the_checkout_is_left_out(pages: Pages, html: str) -> None:
    assert (await pages.facts(html)).checkout.fields == ()


LOGIN = '<form method=post><label>E-mail <input name="email"></label><label>{} <input type="password"{}></label><button>Go</button></form>'


@pytest.mark.parametrize(
    ("html", "walled"),
    [
        (LOGIN.format("Password", ""), True),
        (LOGIN.format("Password (optional)", ""), False),
        (LOGIN.format("Password", " required"), True),
        (LOGIN.replace('name="email"', 'name="email" required').format("Password", ""), True),
        (
            LOGIN.format("Password", "").replace(
                "<button>", '<label><input type="radio" name="g" checked> Continue as guest</label><button>'
            ),
            False,
        ),
        (LOGIN.format("Password", "").replace("<button>", '<label><input type="radio" name="g"> Continue as guest</label><button>'), True),
    ],
)
async def test_forms_behind_a_password(pages: Pages, html: str, walled: bool) -> None:
    assert bool((await checkout(pages, html)).walled_forms) is walled


@pytest.mark.parametrize(
    ("lang", "html", "said"),
    [
        ("en", '<p class="error">Postcode is required</p>', ["Postcode is required"]),
        ("de", '<p role="alert">Bitte geben Sie Ihre PLZ ein</p>', ["Bitte geben Sie Ihre PLZ ein"]),
        ("fr", '<p style="color:rgb(200, 0, 0)">Ce champ est obligatoire</p>', ["Ce champ est obligatoire"]),
        ("es", '<div class="invalid-feedback">El código postal no es válido</div>', ["El código postal no es válido"]),
        ("ja", '<p class="error">郵便番号を入力してください</p>', ["郵便番号を入力してください"]),
        ("en", '<p class="error" style="color:#c00">Oh dear.</p>', ["Oh dear."]),
        ("en", "<p>Fields marked * are required</p>", []),
        ("en", '<p role="alert">Added to your cart</p>', []),
        ("en", '<p class="error" style="display:none">Postcode is required</p>', []),
        ("en", '<nav><a class="error">is required</a></nav>', []),
    ],
)
async def test_errors_of_the_page(pages: Pages, lang: str, html: str, said: list[str]) -> None:
    assert [t.text for t in (await checkout(pages, html, lang)).errors] == said


@pytest.mark.parametrize(
    ("lang", "control", "final"),
    [
        ("en", Control(1, "button", text="Place order"), True),
        ("en", Control(1, "button", text="Pay € 53,90"), True),
        ("de", Control(1, "button", text="Zahlungspflichtig bestellen"), True),
        ("de", Control(1, "button", text="53,90 € bezahlen"), True),
        ("fr", Control(1, "button", text="Payer 53,90 €"), True),
        ("fr", Control(1, "button", text="Payer ma commande"), True),
        ("es", Control(1, "button", text="Realizar pedido"), True),
        ("nl", Control(1, "input", type="submit", value="Bestelling plaatsen"), True),
        ("ja", Control(1, "button", text="注文を確定する"), True),
        ("en", Control(1, "button", text="Go", id="place_order"), True),
        ("en", Control(1, "button", text="Go", attrs={"data-testid": "submit-order"}), True),
        ("en", Control(1, "button", text="Continue to payment"), False),
        ("en", Control(1, "button", text="Next: Place order"), False),
        ("de", Control(1, "button", text="Weiter zur Zahlung"), False),
        ("en", Control(1, "button", text="How to place an order"), False),
        ("en", Control(1, "button", text="Save", css_class="placeholder"), False),
    ],
)
async def test_final_labels(pages: Pages, lang: str, control: Control, final: bool) -> None:
    assert is_final_label(control, PageFacts((await pages.facts("<p>x</p>", lang=lang)).observation).lexicon) is final


async def test_the_final_button_and_the_named_payment(pages: Pages) -> None:
    found = await checkout(pages, "<p>Payment: bank transfer</p><form method=post><button>Place order</button></form><button>Back</button>")
    assert [b.text for b in found.order_buttons] == ["Place order"]
    assert [t.text for t in found.payment_named] == ["Payment: bank transfer"]


async def test_an_email_that_only_goes_on_is_no_newsletter(pages: Pages) -> None:
    html = "<main><h1>Kassen</h1><form><label>E-mailadresse <input type=email name=email></label><button>{}</button></form></main>"
    assert (await pages.facts(html.format("Fortsæt"), lang="da")).checkout.asks_email
    assert not (await pages.facts(html.format("Tilmeld dig"), lang="da")).checkout.asks_email


@pytest.mark.parametrize(
    ("lang", "box", "button"), [("en", "Subscribe to our newsletter", "Continue"), ("de", "Newsletter abonnieren", "Weiter")]
)
async def test_a_box_for_the_newsletter_makes_no_sign_up_of_a_step(pages: Pages, lang: str, box: str, button: str) -> None:
    email, box = "<label>E-mail <input type=email name=email></label>", f"<label><input type=checkbox> {box}</label>"
    assert (await checkout(pages, f"<form>{email}{box}<button>{button}</button></form>", lang)).asks_email
    assert not (
        await checkout(pages, f"<form><p>{box}</p>{email}<button>{button}</button></form>".replace("<input type=checkbox>", ""), lang)
    ).asks_email


async def test_what_is_optional_in_another_form_leaves_a_password_demanded(pages: Pages) -> None:
    facts = await pages.facts(
        """<form><label>City <input name="city"></label><label>Boat name (optional) <input name="boat"></label></form>
        <form><input type="email" name="e" placeholder="Email"><input type="password" name="p"><button>Log in</button></form>"""
    )
    (password,) = facts.checkout.passwords
    assert facts.checkout.walled_forms == {password.control.form}


async def test_a_remark_beside_a_field_makes_that_one_optional(pages: Pages) -> None:
    row = '<div style="display:flex;gap:12px;height:40px"><label for="{0}">{1}</label><input id="{0}" name="{0}"><i>{2}</i></div>'
    html = "<form>" + row.format("vorname", "Vorname", "") + row.format("geburtstag", "Geburtsdatum", "Optional") + "</form>"
    found = await checkout(pages, html + row.format("ort", "Ort", ""), lang="de")
    assert [f.control.id for f in found.fields if f.control.n in found.optional] == ["geburtstag"]


async def test_one_way_to_pay_on_its_own_step_is_a_choice(pages: Pages) -> None:
    html = "<main><h2>{0}</h2><form><label><input type=radio name={1} checked> {2}</label><button>Continue</button></form></main>"
    at = "https://shop.example/checkout/payment/"
    assert (await pages.facts(html.format("Please choose", "payment", "On site"), url=at)).checkout.payment
    assert not (await pages.facts(html.format("Please choose", "visit", "On site"), url=at)).checkout.payment
    assert not (await pages.facts(html.format("Please choose", "payment", "On site"))).checkout.payment


async def test_what_a_providers_frame_asks_is_not_the_shops_question(pages: Pages) -> None:
    frame = "<label>Card number <input autocomplete=cc-number required></label><label>Holder <input name=holder required></label>"
    html = "<form><label>City <input name=city></label></form><iframe src='https://pay.example/card' width=400 height=200></iframe>"
    found = (await pages.facts(html, others={"https://pay.example/card": frame})).checkout
    assert [f.kind for f in found.fields] == ["city"]
    assert "card_number" in [f.kind for f in found.card_fields]


async def test_a_providers_frame_without_a_card_field_is_not_the_shops_question_either(pages: Pages) -> None:
    html = "<form><label>City <input name=city></label></form><iframe src='https://{}/x' width=400 height=200></iframe>"
    frame = "<label>Postcode <input name=postcode required></label>"
    for host, asked in (("js.stripe.com", ["city"]), ("forms.shop.example", ["city", "postcode"])):
        found = (await pages.facts(html.format(host), others={f"https://{host}/x": frame})).checkout
        assert [f.kind for f in found.fields] == asked
