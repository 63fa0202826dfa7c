"""What a cart shows."""

from __future__ import annotations

import pytest

from auditor.facts.cart import standing_cart
from tests.auditor.pages import Pages, by_id

IMG = '<img src="/a.svg" width="80" height="80" alt="">'
LINE = "<div class='line'>{img}<a href='/p/1'>Wool blanket</a><span>Moss</span> {quantity} <b>{price}</b></div>"


@pytest.mark.parametrize(
    ("quantity", "price", "counted", "priced"),
    [
        ("<input type='number' value='1'>", "€ 49,00", True, True),
        ("<select><option selected>1</option><option>2</option></select>", "", True, False),
        ("", "€ 49,00", False, True),
        ("<button>−</button> <span>2</span> <button>+</button>", "€ 49,00", True, True),
        ("<span>2</span> <button>+</button>", "€ 49,00", False, True),
    ],
)
async def test_a_line_is_the_products_name_with_a_price_or_a_quantity(
    pages: Pages, quantity: str, price: str, counted: bool, priced: bool
) -> None:
    facts = await pages.facts(f"<main><h1>Cart</h1>{LINE.format(img=IMG, quantity=quantity, price=price)}</main>")
    (line,) = facts.cart_lines("Wool blanket")
    assert (line.quantity, line.price is not None) == (counted, priced)
    assert facts.cart_lines("Linen bag") == []


@pytest.mark.parametrize("title", ["WOOL BLANKET", "Wool blanket – Moss", "Wool Blanket, Moss"])
async def test_a_line_may_spell_the_name_another_way(pages: Pages, title: str) -> None:
    line = LINE.format(img=IMG, quantity="", price="€ 49,00").replace("Wool blanket", title)
    assert len((await pages.facts(f"<main>{line}</main>")).cart_lines("Wool blanket")) == 1


async def test_the_name_alone_is_no_line(pages: Pages) -> None:
    assert (await pages.facts("<main><p>Wool blanket</p><div style='height:600px'></div><p>€ 49,00</p></main>")).cart_lines(
        "Wool blanket"
    ) == []


@pytest.mark.parametrize(("lang", "said"), [("en", "Added to your cart: Wool blanket"), ("pt", "Adicionado ao carrinho: Wool blanket")])
async def test_a_page_that_says_it_was_added_is_no_cart(pages: Pages, lang: str, said: str) -> None:
    other = "<p>Oak bowl <b>€ 18,00</b> <button>Add Oak bowl</button></p><a href='/cart'>No thanks</a>"
    assert (await pages.facts(f"<main><p>{said}</p>{other}</main>", lang=lang)).cart_lines("Wool blanket") == []


async def test_recommendations_are_no_lines(pages: Pages) -> None:
    card = "<div class='c'><a href='/p/{n}'>{img}Wool blanket {n}</a><p>€ 49,00</p><button>Add to cart</button></div>"
    cards = "".join(card.format(n=n, img=IMG) for n in range(4))
    assert (await pages.facts(f"<main><h1>Cart</h1>{cards}</main>")).cart_lines("Wool blanket 1") == []


async def test_a_line_in_a_drawer_is_looked_for_there(pages: Pages) -> None:
    drawer = (
        f"<aside style='position:fixed;top:0;right:0;width:400px;height:600px'>{LINE.format(img=IMG, quantity='', price='€ 49,00')}</aside>"
    )
    facts = await pages.facts(f"<main><h1>Wool blanket</h1><p>€ 49,00</p></main>{drawer}")
    (layer,) = facts.observation.layers
    assert len(facts.cart_lines("Wool blanket", layer.n)) == 1


@pytest.mark.parametrize(
    ("lang", "text", "empty"),
    [
        ("en", "Your cart is empty", True),
        ("de", "Ihr Warenkorb ist leer", True),
        ("fr", "Votre panier est vide", True),
        ("es", "Tu carrito está vacío", True),
        ("it", "Il tuo carrello è vuoto", True),
        ("nl", "Je winkelwagen is leeg", True),
        ("sv", "Din varukorg är tom", True),
        ("ja", "カートに商品が入っていません", True),
        ("en", "Empty cart", False),
        ("en", "Your cart", False),
    ],
)
async def test_an_empty_cart_says_so(pages: Pages, lang: str, text: str, empty: bool) -> None:
    assert (await pages.facts(f"<main><p>{text}</p></main>", lang=lang)).cart_is_empty is empty


async def test_the_header_does_not_speak_for_the_page(pages: Pages) -> None:
    assert not (await pages.facts("<header><p>Your cart is empty</p></header><main><p>Wool blanket</p></main>")).cart_is_empty


@pytest.mark.parametrize(
    ("aside", "besides", "stands"),
    [
        ("<p>Linen shirt £45.00</p>", (), True),
        ("<p>Blue mug £9.00</p>", (), False),
        ("<h2 id='own'>Linen shirt</h2>", ("own",), False),
    ],
    ids=["a line of the product", "another product", "the product's own heading"],
)
async def test_a_cart_that_is_always_open_holds_the_product_and_a_way_on(
    pages: Pages, aside: str, besides: tuple[str, ...], stands: bool
) -> None:
    page = f"<main><h1>Shirts</h1><p>Linen shirt</p></main><aside>{aside}<a id='on' href='/checkout'>Checkout</a></aside>"
    seen = await pages.observe(page)
    own = [t.n for t in seen.headings if t.tag == "h2" and besides]
    assert standing_cart(seen, "Linen shirt", [by_id(seen, "on")], own) is stands


async def test_a_footnote_is_no_count(pages: Pages) -> None:
    """Python calls a superscript a digit, and makes no number of it."""
    line = LINE.format(img=IMG, quantity="<button>−</button> <span>²</span> <button>+</button> <input value='²'>", price="€ 49,00")
    (found,) = (await pages.facts(f"<main><h1>Cart</h1>{line}</main>")).cart_lines("Wool blanket")
    assert not found.quantity


STEPPER = """<button style="width:36px" aria-label="Quitar una unidad de Manta">−</button><input type=number value=1 style="width:50px">
<button style="width:36px" aria-label="Añadir una unidad de Manta">{plus}</button>"""


@pytest.mark.parametrize("plus", ["+", "<svg width=10 height=10></svg>"])
async def test_buttons_that_count_up_make_no_offer_of_a_line(pages: Pages, plus: str) -> None:
    """Beside other things that look like cards, a line with a buy button would be one of several recommendations."""
    line = f"<li>{IMG}<a href='/p/1'>Manta de lana</a>{STEPPER.format(plus=plus)}<b>49,00 €</b></li>"
    other = f"<div>{IMG}<a href='/checkout'>Finalizar compra</a><b>49,00 €</b><button>Añadir al carrito</button></div>"
    facts = await pages.facts(f"<main><h1>Carrito</h1><ul>{line}</ul>{other}</main>", lang="es")
    assert [line.title.text for line in facts.cart_lines("Manta de lana")][:1] == ["Manta de lana"]
