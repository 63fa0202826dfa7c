"""Where links and buttons lead: categories, search, menu, cart, checkout, guest entry."""

from __future__ import annotations

import pytest

from auditor.facts.navigation import (
    category_links,
    checkout_links,
    guest_entries,
    menu_openers,
    product_cards_ranked,
    search_fields,
    search_openers,
    update_buttons,
)
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.lexicon import Lexicon
from auditor.observe import Observation
from tests.auditor.pages import Pages

ICON = '<svg width="24" height="24"></svg>'
NAV = "<header><nav><ul>{}</ul></nav></header><main><h1>Welcome</h1><p>Wool and linen</p></main>"


def sure(found: list[Candidate], least: float = 0.5) -> list[str]:
    """What the likely candidates are called or marked, best first."""
    return [c.control.id or c.control.label_text for c in found if c.p >= least]


def entries(*links: tuple[str, str]) -> str:
    return NAV.format("".join(f'<li><a href="{href}">{text}</a></li>' for href, text in links))


def categories(facts: PageFacts) -> list[Candidate]:
    return category_links(facts.observation, facts.lexicon, facts.cards, facts.host)


@pytest.mark.parametrize(
    ("lang", "shelves", "others"),
    [
        (
            "en",
            [("/collections/blankets", "Blankets"), ("/collections/bags", "Bags"), ("/collections/all", "Shop all")],
            [("/", "Home"), ("/pages/about", "About us"), ("/contact", "Contact"), ("/account/login", "Log in"), ("/cart", "Cart")],
        ),
        (
            "de",
            [("/kategorie/decken", "Decken"), ("/kategorie/taschen", "Taschen"), ("/c/neu", "Neuheiten")],
            [
                ("/", "Startseite"),
                ("/ueber-uns", "Über uns"),
                ("/kontakt", "Kontakt"),
                ("/konto", "Mein Konto"),
                ("/warenkorb", "Warenkorb"),
            ],
        ),
        (
            "fr",
            [("/c/plaids", "Plaids"), ("/c/sacs", "Linge"), ("/boutique", "Boutique")],
            [("/", "Accueil"), ("/a-propos", "À propos"), ("/contact", "Contact"), ("/connexion", "Connexion"), ("/panier", "Panier")],
        ),
    ],
)
async def test_categories_come_before_everything_else_in_the_menu(
    pages: Pages, lang: str, shelves: list[tuple[str, str]], others: list[tuple[str, str]]
) -> None:
    found = categories(await pages.facts(entries(others[0], *shelves, *others[1:]), lang=lang))
    assert set(sure(found)) == {text for _, text in shelves}


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("https://elsewhere.example/shop", "Our shop"),
        ("mailto:hi@shop.example", "Write"),
        ("tel:+4930123456", "Call"),
        ("/catalogue.pdf", "Catalogue"),
        ("#top", "Top"),
        ("/", "Shop"),
        ("/privacy", "Privacy"),
    ],
)
async def test_what_leads_to_no_category(pages: Pages, href: str, text: str) -> None:
    links = [("/c/a", "Blankets"), ("/c/b", "Bags"), ("/c/c", "Stools"), (href, text)]
    assert text not in sure(categories(await pages.facts(entries(*links))))


async def test_hidden_menu_entries_count(pages: Pages) -> None:
    html = entries(("/c/a", "Blankets"), ("/c/b", "Bags"), ("/c/c", "Stools"), ("/c/d", "Mugs")).replace("<nav>", "<nav hidden>")
    assert set(sure(categories(await pages.facts(html)))) == {"Blankets", "Bags", "Stools", "Mugs"}


async def test_one_link_per_address_and_the_visible_one(pages: Pages) -> None:
    html = '<div hidden><a id="h" href="/c/bags">Bags</a></div>' + entries(("/c/bags", "Bags"), ("/c/b", "Mugs"))
    found = [c for c in categories(await pages.facts(html)) if c.control.label_text == "Bags"]
    assert [c.control.visible for c in found] == [True]


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", '<a id="x" href="/cart">Cart</a>'),
        ("en", f'<a id="x" href="/cart">{ICON}</a>'),
        ("en", f'<button id="x" class="header__cart-toggle">{ICON}</button>'),
        ("en", f'<a id="x" href="#" aria-label="Basket (2)">{ICON}</a>'),
        ("de", '<a id="x" href="/warenkorb">Warenkorb 0</a>'),
        ("fr", '<a id="x" href="/panier">Mon panier</a>'),
        ("es", '<button id="x">Cesta</button>'),
        ("pl", '<a id="x" href="/koszyk">Koszyk</a>'),
        ("sv", '<button id="x">Varukorg</button>'),
        ("ja", '<a id="x" href="/cart">カート</a>'),
        ("it", '<a id="x" href="/carrello.html">Nel carrello: 0 pezzi</a>'),
    ],
)
async def test_the_cart_with_and_without_a_name(pages: Pages, lang: str, html: str) -> None:
    header = (
        f'<header style="display:flex;justify-content:space-between"><a href="/">Shop</a><a href="/wishlist">Wishlist</a>{html}</header>'
    )
    found = (await pages.facts(header + "<main><button>Add to cart</button></main>", lang=lang)).cart_links
    assert sure(found)[0] == "x"


@pytest.mark.parametrize(
    "html",
    ["<button>Add to cart</button>", '<a href="/wishlist">Wishlist</a>', '<a href="/login">Log in</a>', '<a href="/cartoons">Cartoons</a>'],
)
async def test_what_is_no_way_to_the_cart(pages: Pages, html: str) -> None:
    assert sure((await pages.facts(f"<main>{html}</main>")).cart_links) == []


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ('<a href="/cart">Cart (3)</a>', 3),
        ('<a href="/cart">Cart <span>0</span></a>', 0),
        (f'<a href="/cart" aria-label="Cart, 12 items">{ICON}</a>', 12),
        (f'<div style="display:flex"><a href="/cart">{ICON}</a><span>2</span></div>', 2),
        ('<a href="/cart">Cart € 49,00</a>', None),
        ('<a href="/cart">2 items in cart: $119.00</a>', 2),
        ("<button>1 szt. - 249,00 zł</button>", 1),
        ('<a href="/delivery">Free delivery in 24 h from €50.00</a>', None),
        ('<a href="/cart">Cart</a>', None),
        ("<p>3</p>", None),
    ],
)
async def test_what_the_cart_counts(pages: Pages, html: str, count: int | None) -> None:
    assert (await pages.facts(f"<header>{html}</header>")).badge == count


CART = '<main><h1>Cart</h1><p>Wool blanket € 49,00</p><p>Total € 49,00</p>{}<a href="/">Continue shopping</a><button>Remove</button></main>'


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", '<a id="x" href="/checkout" style="padding:9px">Proceed to checkout</a>'),
        ("en", '<form action="/checkout"><button id="x">Go on</button></form>'),
        ("en", '<button id="x">Place your order</button>'),
        ("de", '<a id="x" href="/kasse">Zur Kasse</a>'),
        ("fr", '<button id="x">Passer la commande</button>'),
        ("es", '<button id="x">Tramitar pedido</button>'),
        ("it", '<button id="x">Vai alla cassa</button>'),
        ("nl", '<button id="x">Naar de kassa</button>'),
        ("ja", '<button id="x">ご購入手続きへ</button>'),
        ("en", '<button id="x">Checkout as guest</button>'),
    ],
)
async def test_the_way_from_the_cart_to_the_checkout(pages: Pages, lang: str, html: str) -> None:
    facts = await pages.facts(
        CART.format(html + '<button class="paypal-button">PayPal</button>'), url="https://shop.example/cart", lang=lang
    )
    found = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
    assert sure(found, 0.4)[:1] == ["x"]


@pytest.mark.parametrize("label", ["Continue shopping", "Apply coupon", "Update cart", "PayPal", "Log in", "Remove"])
async def test_what_leads_to_no_checkout(pages: Pages, label: str) -> None:
    facts = await pages.facts(CART.format(f"<button>{label}</button>"))
    assert label not in sure(checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True), 0.4)


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", '<button id="x">Continue as guest</button>'),
        ("de", '<a id="x" href="#">Als Gast bestellen</a>'),
        ("fr", '<button id="x">Commander en tant qu’invité</button>'),
        ("es", '<label><input type="radio" id="x" name="w" value="guest"> Comprar como invitado</label>'),
        ("sv", '<button id="x">Fortsätt som gäst</button>'),
        ("ja", '<button id="x">ゲストとして購入</button>'),
        ("en", '<input type="radio" id="x" name="w" value="guest"> Checkout as guest'),
    ],
)
async def test_ways_without_an_account(pages: Pages, lang: str, html: str) -> None:
    login = "<button>Log in</button><button>Create account</button><button>Continue with Google</button>"
    facts = await pages.facts(f"<main>{html}{login}</main>", lang=lang)
    assert sure(guest_entries(facts.observation, facts.lexicon), 0.3)[:1] == ["x"]
    assert not set(sure(facts.guest_entries, 0.3)) & {"Log in", "Create account", "Continue with Google"}


@pytest.mark.parametrize(
    ("lang", "html", "found"),
    [
        ("en", '<header><form role="search"><input id="x" name="q"></form></header>', True),
        ("en", '<form action="/search"><input id="x" type="search"></form>', True),
        ("de", '<form><input id="x" placeholder="Wonach suchen Sie?"><button>Suchen</button></form>', True),
        ("fr", '<form><input id="x" aria-label="Rechercher"></form>', True),
        ("ja", '<form><input id="x" placeholder="商品を検索"></form>', True),
        ("en", '<div hidden><input id="x" type="search" name="q"></div>', True),
        ("en", '<form class="newsletter"><input id="x" type="email" name="email"></form>', False),
        ("en", '<form><input id="x" name="postcode" placeholder="Find a store: postcode"></form>', False),
        ("en", '<form><input id="x" name="first_name"></form>', False),
        ("en", '<form><input id="x" type="search" disabled></form>', False),
    ],
)
async def test_search_fields(pages: Pages, lang: str, html: str, found: bool) -> None:
    facts = await pages.facts(html, lang=lang)
    assert ("x" in sure(search_fields(facts.observation, facts.lexicon))) is found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f'<button id="x" aria-label="Search">{ICON}</button>', True),
        (f'<a id="x" href="#search-modal" class="icon-search">{ICON}</a>', True),
        (f'<a id="x" href="#" class="lupa">{ICON}</a>', True),
        ('<button id="x">Menu</button>', False),
        ('<button id="x">Cart</button>', False),
    ],
)
async def test_what_opens_a_search(pages: Pages, html: str, found: bool) -> None:
    facts = await pages.facts(f"<header>{html}</header>")
    assert ("x" in sure(search_openers(facts.observation, facts.lexicon))) is found


@pytest.mark.parametrize(("lang", "word"), [("de", "Suche"), ("it", "Cerca")])
async def test_a_bar_at_the_bottom_of_a_phone_opens_the_search_too(pages: Pages, lang: str, word: str) -> None:
    bar = f'<footer><div style="position:fixed;bottom:0;left:0;right:0;height:60px"><a id="x" href="">{word}</a></div></footer>'
    facts = await pages.facts(f'<p style="height:3000px">…</p>{bar}', lang=lang)
    assert "x" in sure(search_openers(facts.observation, facts.lexicon))


async def test_a_list_named_menu_is_one(pages: Pages) -> None:
    items = "".join(f'<li><a id="{name}" href="/{n}-{name}">{name}</a></li>' for n, name in enumerate(("lamps", "rugs", "vases", "bowls")))
    facts = await pages.facts(f'<main><ul class="top-menu">{items}</ul></main>')
    assert "rugs" in sure(facts.category_links)


@pytest.mark.parametrize(
    ("lang", "html", "found"),
    [
        ("en", '<button id="x" aria-label="Open menu" aria-expanded="false">≡</button>', True),
        ("en", f'<button id="x" class="hamburger">{ICON}</button>', True),
        ("de", '<button id="x">Menü</button>', True),
        ("en", '<label id="x" for="t" class="menu-toggle">≡</label><input type="checkbox" id="t" hidden>', True),
        ("en", '<summary id="x">Menu</summary>', True),
        ("en", '<button id="x">Search</button>', False),
        ("en", '<a id="x" href="/menu">Menu</a>', False),
    ],
)
async def test_what_opens_the_menu(pages: Pages, lang: str, html: str, found: bool) -> None:
    facts = await pages.facts(f"<header>{html}</header>", lang=lang)
    assert ("x" in sure(menu_openers(facts.observation, facts.lexicon))) is found


CARD = '<div class="c"><a href="/products/{n}"><img src="/{n}.svg" width="120" height="120" alt="">{name}</a><p>{price}</p></div>'


async def test_ordinary_products_come_before_odd_ones(pages: Pages) -> None:
    goods = [("Wool blanket", "€ 49"), ("Gift card", "€ 50"), ("Linen bag", "€ 45 Sold out"), ("Oak stool", "€ 52"), ("Sticker", "€ 1")]
    html = "".join(CARD.format(n=n, name=name, price=price.replace("Sold", "</p><p>Sold")) for n, (name, price) in enumerate(goods))
    ranked = product_cards_ranked((await pages.facts(f"<main>{html}</main>")).cards)
    by_target = {c.control.href.rpartition("/")[2]: c.p for c in ranked}
    assert {c.control.href.rpartition("/")[2] for c in ranked[:3]} == {"0", "3", "4"}
    assert by_target["0"] > by_target["4"] > max(by_target["1"], by_target["2"])


@pytest.mark.parametrize(("lang", "label"), [("en", "Update cart"), ("de", "Warenkorb aktualisieren"), ("fr", "Mettre à jour le panier")])
async def test_the_button_that_takes_over_a_quantity(pages: Pages, lang: str, label: str) -> None:
    facts = await pages.facts(f"<main><button>Checkout</button><button>{label}</button><button>Remove</button></main>", lang=lang)
    assert sure(update_buttons(facts.observation, facts.lexicon)) == [label]


async def test_a_button_of_the_cart_opens_no_menu(pages: Pages) -> None:
    header = "<header><button class='{}' aria-expanded='false'>{}</button></header>"
    assert sure(menu_openers(*read(await pages.facts(header.format("menu-toggle", ICON)))), 0.4)
    assert not sure(menu_openers(*read(await pages.facts(header.format("cart-button", ICON)))), 0.4)


async def test_a_link_to_where_one_is_may_open_the_search(pages: Pages) -> None:
    link = "<header><a href='{}' class='search'>Search</a></header>"
    here, away = [search_openers(*read(await pages.facts(link.format(to))))[0].p for to in ("", "/search-page")]
    assert here > away


def read(facts: PageFacts) -> tuple[Observation, Lexicon]:
    return facts.observation, facts.lexicon
