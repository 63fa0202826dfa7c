"""The part of a product page where the product is bought."""

from __future__ import annotations

import pytest

from auditor.facts.buybox import is_wallet
from auditor.observe import Control
from tests.auditor.pages import Pages

HEAD = '<header><a href="/cart">Cart</a><form><input name="q"><button>Search</button></form></header>'
BIG = 'style="width:220px;height:48px"'
PAGE = HEAD + '<main><img src="/a.svg" width="400" height="400" alt=""><h1>Wool blanket</h1><p style="font-size:24px">€ 49,00</p>{}</main>'
CARDS = "".join(
    f'<div class="c"><a href="/p/{n}"><img src="/{n}.svg" width="120" height="120" alt="">Mug {n}</a><p>€ {n}0,00</p>'
    "<button>Add to cart</button></div>"
    for n in range(1, 5)
)

LABELS = [
    ("en", "Add to cart"),
    ("en", "Add to bag"),
    ("de", "In den Warenkorb"),
    ("fr", "Ajouter au panier"),
    ("es", "Añadir a la cesta"),
    ("it", "Aggiungi al carrello"),
    ("pt", "Adicionar ao carrinho"),
    ("nl", "In winkelwagen"),
    ("pl", "Dodaj do koszyka"),
    ("sv", "Lägg i varukorgen"),
    ("da", "Læg i kurv"),
    ("nb", "Legg i handlekurven"),
    ("fi", "Lisää ostoskoriin"),
    ("cs", "Přidat do košíku"),
    ("ja", "カートに入れる"),
]


@pytest.mark.parametrize(("lang", "label"), LABELS)
async def test_the_buy_button_in_the_main_languages(pages: Pages, lang: str, label: str) -> None:
    box = (await pages.facts(PAGE.format(f"<button {BIG}>{label}</button>"), lang=lang)).buy_box
    assert box.button is not None
    assert box.button.text == label
    assert box.title == "Wool blanket"
    assert box.price is not None
    assert str(box.price.amount.value) == "49.00"


@pytest.mark.parametrize(
    "html",
    [
        f'<button id="x" class="single_add_to_cart_button" {BIG}>Yes please</button>',
        f'<form action="/cart/add" method="post"><button id="x" {BIG}>Take one home</button></form>',
        f'<a id="x" href="/cart?add-to-cart=7" {BIG}>Mine</a>',
        f'<div id="x" role="button" tabindex="0" {BIG}>Add to cart</div>',
        f'<div id="x" onclick="add()" {BIG}>Add to cart</div>',
        f'<form action="/cart/add" method="post"><input id="x" type="submit" value="Add to cart" {BIG}></form>',
        f'<button id="x" aria-label="Add to cart" {BIG}>+</button>',
    ],
)
async def test_buy_buttons_of_every_make(pages: Pages, html: str) -> None:
    box = (await pages.facts(PAGE.format(html))).buy_box
    assert box.button is not None
    assert box.button.id == "x"


@pytest.mark.parametrize(
    "label",
    [
        "Add to wishlist",
        "Notify me",
        "Compare",
        "Share",
        "Size guide",
        "Write a review",
        "Subscribe",
        "Apple Pay",
        "Log in",
        "Chat with us",
    ],
)
async def test_what_stands_beside_is_no_buy_button(pages: Pages, label: str) -> None:
    box = (await pages.facts(PAGE.format(f"<button {BIG}>{label}</button>"))).buy_box
    assert box.button is None
    assert box.guesses == ()


async def test_the_buy_button_comes_before_buying_at_once(pages: Pages) -> None:
    html = f'<button {BIG}>Buy it now</button><button id="x" {BIG}>Add to cart</button><button {BIG}>Buy with PayPal</button>'
    box = (await pages.facts(PAGE.format(html))).buy_box
    assert box.button is not None
    assert box.button.id == "x"


async def test_a_large_button_beside_the_price_is_a_guess(pages: Pages) -> None:
    box = (await pages.facts(PAGE.format(f'<button id="x" {BIG}>Gimme</button><a href="/size" {BIG}>Tables</a>'))).buy_box
    assert box.button is None
    assert [g.control.id for g in box.likely] == ["x"]


@pytest.mark.parametrize(
    "html", [f"<form><textarea></textarea><button {BIG}>Gimme</button></form>", f'<a href="/x" {BIG}>Gimme</a>', "<button>i</button>"]
)
async def test_what_sends_a_message_or_leads_away_is_no_guess(pages: Pages, html: str) -> None:
    assert (await pages.facts(PAGE.format(html))).buy_box.likely == ()


async def test_buttons_of_other_products_are_theirs(pages: Pages) -> None:
    own = (await pages.facts(PAGE.format(f'<button id="x" {BIG}>Add to cart</button><section>{CARDS}</section>'))).buy_box
    assert own.button is not None
    assert own.button.id == "x"
    assert own.price is not None
    assert str(own.price.amount.value) == "49.00"
    none = (await pages.facts(PAGE.format(f"<section>{CARDS}</section>"))).buy_box
    assert none.button is None


async def test_a_list_has_no_buy_box_of_its_own(pages: Pages) -> None:
    assert (await pages.facts(f"{HEAD}<main><h1>Mugs</h1>{CARDS}</main>")).buy_box.button is None


@pytest.mark.parametrize(
    ("lang", "html", "sold_out"),
    [
        ("en", "<p>Sold out</p>", True),
        ("de", "<p>Ausverkauft</p>", True),
        ("fr", f"<p>Rupture de stock</p><button {BIG} disabled>Ajouter au panier</button>", True),
        ("en", f"<button {BIG} disabled>Sold out</button>", True),
        ("en", f"<p>In stock</p><button {BIG}>Add to cart</button>", False),
        ("en", f"<p>Sold out in blue</p><button {BIG}>Add to cart</button>", False),
        ("ja", "<p>売り切れ</p>", True),
    ],
)
async def test_whether_the_product_is_sold_out(pages: Pages, lang: str, html: str, sold_out: bool) -> None:
    assert (await pages.facts(PAGE.format(html), lang=lang)).buy_box.sold_out is sold_out


async def test_the_choices_of_the_product_are_those_of_its_box(pages: Pages) -> None:
    size = '<label for="s">Size</label><select id="s" name="size"><option value="">Choose</option><option>S</option></select>'
    language = '<footer><select name="language"><option>English</option><option>Deutsch</option></select></footer>'
    sort = '<select name="sort_by"><option>Newest</option><option>Cheapest</option></select>'
    box = (await pages.facts(PAGE.format(f"{size}<button {BIG}>Add to cart</button>{sort}") + language)).buy_box
    assert [g.label for g in box.groups] == ["Size"]


async def test_the_current_price_is_not_the_struck_one(pages: Pages) -> None:
    html = PAGE.replace("€ 49,00", "<s>€ 79,00</s> <b>€ 49,00</b>").format(f"<button {BIG}>Add to cart</button><p>Delivery € 4,90</p>")
    price = (await pages.facts(html)).buy_box.price
    assert price is not None
    assert str(price.amount.value) == "49.00"


@pytest.mark.parametrize(
    ("control", "wallet"),
    [
        (Control(1, "button", text="Apple Pay"), True),
        (Control(1, "button", name="Buy with G Pay", css_class="gpay-button"), True),
        (Control(1, "a", href="https://shop.example/paypal/express", text="Check out"), True),
        (Control(1, "div", css_class="shopify-payment-button__shop-pay"), True),
        (Control(1, "button", text="Amazon Pay"), True),
        (Control(1, "button", text="Pay now"), False),
        (Control(1, "button", text="Add to cart"), False),
    ],
)
async def test_wallets(pages: Pages, control: Control, wallet: bool) -> None:
    assert is_wallet(control, (await pages.facts("<p>x</p>")).lexicon) is wallet


@pytest.mark.parametrize("extra", ["Oak [+350,00 Kč]", "250 gram + € 7,50", "￥0"])
async def test_what_a_choice_adds_is_not_the_price(pages: Pages, extra: str) -> None:
    box = (await pages.facts(PAGE.format(f'<p style="font-size:30px">{extra}</p><button {BIG}>Add to cart</button>'))).buy_box
    assert box.price is not None
    assert str(box.price.amount.value) == "49.00"


@pytest.mark.parametrize(("first", "second"), [("−", "+"), ("Anzahl verringern", "Anzahl erhöhen")])
async def test_minus_and_plus_are_no_variants(pages: Pages, first: str, second: str) -> None:
    stepper = f'<p>Sofort verfügbar</p><div><button class="btn-minus">{first}</button><button class="btn-plus">{second}</button></div>'
    box = (await pages.facts(PAGE.format(f"<form>{stepper}<button {BIG}>In den Warenkorb</button></form>"), lang="de")).buy_box
    assert box.groups == ()


@pytest.mark.parametrize("form", ['role="search" action="/find"', 'action="/rating/" method="post"'])
async def test_choices_of_a_search_or_a_rating_are_no_variants(pages: Pages, form: str) -> None:
    choice = "<select name='type'><option value=''>All</option><option>Blog</option><option>Shop</option></select>"
    box = (
        await pages.facts(PAGE.format(f"<form {form}>{choice}<button>Go</button></form><form><button {BIG}>Add to cart</button></form>"))
    ).buy_box
    assert box.button is not None
    assert box.groups == ()


@pytest.mark.parametrize(
    ("lang", "question"),
    [("fr", "Quand vais-je recevoir ma commande ?"), ("en", "How do I add to cart?"), ("de", "Wie kann ich bestellen?")],
)
@pytest.mark.parametrize("opener", ["<details open><summary {big}>{question}</summary></details>", "<button {big}>{question}</button>"])
async def test_a_question_sells_nothing(pages: Pages, lang: str, question: str, opener: str) -> None:
    page = f"<main><h1>FAQ</h1>{opener.format(big=BIG, question=question)}</main>"
    assert (await pages.facts(page, lang=lang)).buy_box.button is None
