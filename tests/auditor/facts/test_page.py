"""All facts of a page in one place."""

from __future__ import annotations

import pytest

from auditor.facts.page import PageFacts
from tests.auditor.pages import Pages


async def test_the_language_of_the_page_chooses_its_words(pages: Pages) -> None:
    html = "<p>Legen Sie die Decke in den Warenkorb und zahlen Sie mit der Karte</p><button>Zur Kasse</button>"
    facts = await pages.facts(html, lang="en")
    assert (facts.language, facts.lexicon.language) == ("de", "de")
    assert facts.lexicon.score("checkout", "Zur Kasse") == 1.0


async def test_languages_can_be_left_out(pages: Pages) -> None:
    seen = (await pages.facts("<p>Zur Kasse</p>", lang="de")).observation
    assert PageFacts(seen, ("en",)).lexicon.score("checkout", "Zur Kasse") == 0.0


@pytest.mark.parametrize(
    ("lang", "text", "concept", "said"),
    [
        ("en", "Your cart is empty", "cart_empty", True),
        ("de", "Mindestbestellwert 20 €", "min_order", True),
        ("fr", "Votre panier est vide", "cart_empty", True),
        ("en", "Wool blanket", "cart_empty", False),
    ],
)
async def test_what_a_page_says(pages: Pages, lang: str, text: str, concept: str, said: bool) -> None:
    assert (await pages.facts(f"<p>{text}</p>", lang=lang)).says(concept) is said


async def test_where_a_page_is(pages: Pages) -> None:
    facts = await pages.facts("<p>x</p>", url="https://shop.example/cart?x=1#top", status=404)
    assert (facts.url, facts.host, facts.status) == ("https://shop.example/cart?x=1#top", "shop.example", 404)


async def test_an_empty_page_has_no_facts(pages: Pages) -> None:
    facts = await pages.facts("")
    assert (facts.prices, facts.cards, facts.groups, facts.fields, facts.overlays, facts.order_rows) == ([], [], [], [], [], [])
    assert (facts.total, facts.subtotal, facts.badge, facts.buy_box.button, facts.buy_box.heading) == (None, None, None, None, None)
    assert not facts.checkout.offers_payment
    assert not facts.cart_is_empty


async def test_facts_of_a_page_in_frames_and_shadow_roots(pages: Pages) -> None:
    frame = "<label>Card number <input></label>"
    shadow = "<x-y><template shadowrootmode='closed'><h1>Wool blanket</h1><p>€ 49,00</p><button>Add to cart</button></template></x-y>"
    html = f"{shadow}<iframe src='https://pay.example/' width=500 height=200></iframe>"
    facts = await pages.facts(html, others={"https://pay.example/": frame})
    assert facts.buy_box.button is not None
    assert [f.kind for f in facts.fields] == ["card_number"]


SMALL_CART = '<div class="portlet"><h4>Cart</h4><div>Cart is empty</div></div>'
PRODUCT = "<main><h1>Race helmet</h1><p>€ 49,00</p><button>Add to cart</button></main>"


@pytest.mark.parametrize(
    ("html", "path", "empty"),
    [
        (PRODUCT + SMALL_CART, "/p/helmet", False),
        (PRODUCT + SMALL_CART, "/cart", True),
        (SMALL_CART, "/p/helmet", True),
        ("<h1>Your cart is empty</h1>" + PRODUCT.replace("h1", "h3"), "/p/helmet", True),
    ],
)
async def test_a_small_cart_beside_a_product_speaks_of_itself_only(pages: Pages, html: str, path: str, empty: bool) -> None:
    facts = await pages.facts(html, url="https://shop.example" + path)
    assert facts.says_cart_is_empty
    assert facts.cart_is_empty is empty


async def test_a_search_for_a_name_stands_on_every_page(pages: Pages) -> None:
    search = '<form action="/list"><select name="category_id"><option>All</option></select><input name="name"></form>'
    order = '<form action="/order"><label>First name<input name="a"></label><label>Last name<input name="b"></label></form>'
    facts = await pages.facts(search + order)
    assert [mark.partition("|")[0] for mark in facts.standing_forms] == ["/list"]
