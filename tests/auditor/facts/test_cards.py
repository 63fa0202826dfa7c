"""Product cards in lists of many makes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.facts.cards import title_similarity
from tests.auditor.pages import Pages

IMG = '<img src="/{n}.svg" width="160" height="160" alt="{alt}">'
NAMES = ("Wool blanket", "Linen bag", "Oak stool", "Clay mug")
MAKES = {
    "articles": '<article><a href="/p/{n}">{img}</a><h3><a href="/p/{n}">{name}</a></h3><p>{price}</p></article>',
    "one link around": '<li><a href="/p/{n}">{img}<h2>{name}</h2><span>{price}</span></a></li>',
    "stretched link": '<div class="card">{img}<p style="font-size:20px">{name}</p><i>{price}</i><a href="/p/{n}">Details</a></div>',
    "table rows": '<div style="display:flex"><div>{img}</div><div><a href="/p/{n}">{name}</a></div><div>{price}</div></div>',
    "no pictures": '<div class="row"><a href="/p/{n}">{name}</a> <span>{price}</span></div>',
    "scripted": '<div class="tile" style="cursor:pointer" onclick="open({n})">{img}<h3>{name}</h3><p>{price}</p></div>',
    "with a buy button": '<li><a href="/p/{n}">{img}</a><a href="/p/{n}">{name}</a><p>{price}</p><button>{add}</button></li>',
    "old and new price": '<li><a href="/p/{n}">{img}</a><a href="/p/{n}">{name}</a><p><s>€ 99,00</s> {price}</p></li>',
    "deeply nested": '<div><div><div><a href="/p/{n}">{img}</a></div><div><div><h4><a href="/p/{n}">{name}</a></h4></div><div><div>'
    "<span>{price}</span></div></div></div></div></div>",
}


def listed(make: str, *, add: str = "Add to cart", prices: bool = True, names: tuple[str, ...] = NAMES) -> str:
    cards = "".join(
        MAKES[make].format(n=n, name=name, img=IMG.format(n=n, alt=""), add=add, price=f"€ {n + 20},00" if prices else "")
        for n, name in enumerate(names)
    )
    return (
        f"<header><a href='/cart'>Cart € 0,00</a></header><main><h1>Home</h1><div class='grid'>{cards}</div></main><footer>€ 5,00</footer>"
    )


@pytest.mark.parametrize("make", MAKES)
async def test_every_product_of_a_list_is_one_card(pages: Pages, make: str) -> None:
    cards = (await pages.facts(listed(make))).cards
    assert [c.title for c in cards] == list(NAMES)
    assert [c.price.amount.value for c in cards if c.price] == [Decimal(20 + n) for n in range(4)]
    assert len({c.list_n for c in cards}) == 1
    if make != "scripted":
        assert [c.target for c in cards] == [f"https://shop.example/p/{n}" for n in range(4)]


@pytest.mark.parametrize("make", ["articles", "one link around"])
async def test_lists_that_hide_their_prices(pages: Pages, make: str) -> None:
    cards = (await pages.facts(listed(make, prices=False))).cards
    assert [c.title for c in cards] == list(NAMES)
    assert all(c.price is None and c.pictured for c in cards)


async def test_three_pictured_links_without_prices_are_no_list(pages: Pages) -> None:
    assert (await pages.facts(listed("articles", prices=False, names=NAMES[:3]))).cards == []


@pytest.mark.parametrize(
    ("lang", "add"), [("en", "Add to cart"), ("de", "In den Warenkorb"), ("fr", "Ajouter au panier"), ("ja", "カートに入れる")]
)
async def test_cards_with_buy_buttons(pages: Pages, lang: str, add: str) -> None:
    cards = (await pages.facts(listed("with a buy button", add=add), lang=lang)).cards
    assert [c.add_button.text for c in cards if c.add_button] == [add] * 4


@pytest.mark.parametrize(
    "button",
    [
        '<button aria-label="Add to cart">+</button>',
        '<button>-</button><input value=1 size=2><button aria-label="Add to basket">x</button>',
    ],
)
async def test_a_small_button_that_is_called_so_sells(pages: Pages, button: str) -> None:
    cards = (await pages.facts(listed("with a buy button").replace("<button>Add to cart</button>", button))).cards
    assert [card.add_button is not None for card in cards] == [True] * len(NAMES)


async def test_a_link_to_the_product_is_no_buy_button(pages: Pages) -> None:
    cards = (await pages.facts(listed("with a buy button", add="View product"))).cards
    assert [c.add_button for c in cards] == [None] * 4


@pytest.mark.parametrize(("lang", "said"), [("en", "Sold out"), ("de", "Ausverkauft"), ("es", "Agotado"), ("sv", "Slutsåld")])
async def test_a_sold_out_product_says_so(pages: Pages, lang: str, said: str) -> None:
    html = listed("articles").replace("Linen bag</a></h3>", f"Linen bag</a></h3><span>{said}</span>")
    assert [c.sold_out for c in (await pages.facts(html, lang=lang)).cards] == [False, True, False, False]


@pytest.mark.parametrize(("lang", "name"), [("en", "Gift card"), ("de", "Geschenkgutschein"), ("fr", "Carte cadeau")])
async def test_gift_cards_are_unusual(pages: Pages, lang: str, name: str) -> None:
    cards = (await pages.facts(listed("articles", names=(*NAMES[:3], name)), lang=lang)).cards
    assert [c.unusual for c in cards] == [False, False, False, True]


@pytest.mark.parametrize(
    "html",
    [
        "<main><h1>Wool blanket</h1><p>€ 49,00</p><button>Add to cart</button></main>",
        "<main><p>Our story began in 1999.</p><a href='/about'>More</a></main>",
        "<nav><a href='/a'>A</a> € 5,00 <a href='/b'>B</a> € 6,00</nav>",
        "<main><ul><li>Blanket € 49,00</li><li>Bag € 39,00</li></ul></main>",
    ],
)
async def test_pages_without_a_list_have_no_cards(pages: Pages, html: str) -> None:
    assert (await pages.facts(html)).cards == []


@pytest.mark.parametrize("make", ["articles", "one link around", "no pictures"])
async def test_short_names_with_digits_are_names(pages: Pages, make: str) -> None:
    names = ("PS5", "WD40", "No 7", "A4")
    assert [c.title for c in (await pages.facts(listed(make, names=names))).cards] == list(names)


async def test_the_longest_list_comes_first(pages: Pages) -> None:
    few = "".join(f'<div class="rec"><a href="/r/{n}">{IMG.format(n=n, alt="")}Rec {n}</a><p>€ 9,00</p></div>' for n in range(2))
    many = "".join(MAKES["articles"].format(n=n, name=name, img="", price="€ 5,00") for n, name in enumerate(NAMES))
    cards = (await pages.facts(f"<section>{few}</section><section>{many}</section>")).cards
    assert [c.title for c in cards] == [*NAMES, "Rec 0", "Rec 1"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Wool blanket", "wool BLANKET", True),
        ("Wool blanket moss", "Wool blanket, moss (M)", True),
        ("Wolldecke Fjell", "1 × Wolldecke Fjell", True),
        ("Wool blanket", "Cotton towel", False),
        ("Wool blanket", "", False),
        ("ウールブランケット", "ウールブランケット M", True),
        ("ウールブランケット", "リネンバッグ", False),
    ],
)
def test_titles_of_one_product_are_alike_wherever_they_stand(one: str, other: str, alike: bool) -> None:
    assert (title_similarity(one, other) >= 0.6) is alike


async def test_what_the_cart_holds_is_no_product(pages: Pages) -> None:
    cart, product = "<a href='/shop/cart/'>0 items in cart: $0.00</a>", "<h1>Desk lamp</h1><p>$59.50</p><a href='/p/1'>Lamp</a>"
    facts = await pages.facts(f"<div><div>{product}<button>Buy</button></div><div>{cart}</div></div>")
    assert [card.title for card in facts.cards if "cart" in card.target] == []
    assert facts.buy_box.price is not None
    assert str(facts.buy_box.price.amount.value) == "59.50"


@pytest.mark.parametrize("tag", ["h1", "h2"])
@pytest.mark.parametrize("aside", ['<a href="/p/1/reviews/new">Add your review</a>', '<a href="/sizes">Größentabelle</a>'])
async def test_the_buy_box_of_a_product_page_is_no_card(pages: Pages, tag: str, aside: str) -> None:
    picture = IMG.format(n=1, alt="").replace("160", "400")
    buying = f"<{tag}>Wool blanket</{tag}>{aside}<p>€ 49,00</p><form><button>Add to cart</button></form>"
    box = f"<div class='row'>{picture}<div>{buying}</div></div>"
    other = f"<div class='row'><a href='/p/2'>{IMG.format(n=2, alt='')}Linen bag<p>€ 20,00</p></a></div>"
    facts = await pages.facts(f"<main>{box}<p>You may also like</p>{other}</main>")
    assert [card.title for card in facts.cards] in ([], ["Linen bag"])
    assert facts.buy_box.price is not None
    assert str(facts.buy_box.price.amount.value) == "49.00"
    assert facts.main_picture is not None


@pytest.mark.parametrize(("lang", "label"), [("fi", "Näytä tuote ja hinta"), ("de", "Zu den Ausführungen »")])
@pytest.mark.parametrize("price", ["", "<p>€ 20,00</p>"])
async def test_a_name_that_all_links_share_is_none(pages: Pages, lang: str, label: str, price: str) -> None:
    make = '<div class="col"><div class="card">{img}<div class="body"><b>{name}</b>{price}<a href="/p/{n}">{label}</a></div></div></div>'
    cards = "".join(make.format(n=n, name=name, img=IMG.format(n=n, alt=""), label=label, price=price) for n, name in enumerate(NAMES))
    found = (await pages.facts(f"<main><h1>Home</h1><div class='grid'>{cards}</div></main>", lang=lang)).cards
    assert [card.title for card in found] == list(NAMES)


async def test_what_the_only_main_heading_stands_in_is_the_product_of_the_page(pages: Pages) -> None:
    picture, own = IMG.format(n=1, alt="").replace("160", "400"), '<a href="/p/1#reviews">4.8</a><p style="font-size:27px">€ 12,90</p>'
    box = f"<div class='row'><div>{picture}</div><div><h1>Moka pot</h1>{own}<button>Add to cart</button></div></div>"
    more = "".join(f"<div class='row'><a href='/p/{n}'>{IMG.format(n=n, alt='')}Cup {n}<p>€ 5,00</p></a></div>" for n in (2, 3))
    facts = await pages.facts(f"<div>Delivery € 5,90, <b>free from € 49</b></div><main>{box}<h2>More</h2>{more}</main>")
    assert [card.title for card in facts.cards] == ["Cup 2", "Cup 3"]
    assert facts.buy_box.price is not None
    assert str(facts.buy_box.price.amount.value) == "12.90"
    assert facts.main_picture is not None


@pytest.mark.parametrize(
    ("alt", "cards"), [("Tomate Rosa – von vorn", ["Gurke", "Kürbis"]), ("Tomatenmesser", ["Tabelle", "Gurke", "Kürbis"])]
)
async def test_what_shows_the_picture_named_after_the_only_main_heading_is_the_product_of_the_page(
    pages: Pages, alt: str, cards: list[str]
) -> None:
    picture = IMG.format(n=1, alt=alt).replace("160", "400")
    own = '<p>3,45 €</p><p>zzgl. 4,95 € Versand (<a href="/versand">Tabelle</a>)</p><form><button>In den Warenkorb</button></form>'
    others = "".join(f"<div class='box'><a href='/p/{n}'>{IMG.format(n=n, alt='')}{n}<p>€ 5,00</p></a></div>" for n in ("Gurke", "Kürbis"))
    facts = await pages.facts(
        f"<main><div><h1>Tomate Rosa</h1></div><div class='row'>{picture}<div>{own}</div></div>{others}</main>", lang="de"
    )
    assert [card.title for card in facts.cards] == cards


async def test_products_named_after_their_list_are_cards_though_only_another_link_holds_the_picture(pages: Pages) -> None:
    make = """<li class="card"><a href="/p/{n}">{img}</a><a href="/p/{n}">Hoodie {n}</a><p>\u20ac 30,00</p>
    <form><button>Add to cart</button></form></li>"""
    cards = "".join(make.format(n=n, img=IMG.format(n=n, alt=f"Hoodie {n}")) for n in ("Basic", "Zip", "Kids", "Wool"))
    facts = await pages.facts(f"<main><h1>Hoodie</h1><ul>{cards}</ul></main>")
    assert [card.title for card in facts.cards] == ["Hoodie Basic", "Hoodie Zip", "Hoodie Kids", "Hoodie Wool"]
    assert all(card.price and card.add_button for card in facts.cards)
