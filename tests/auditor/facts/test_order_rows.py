"""Lists that sell by themselves."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages

ROWS = {
    "buttons": "<div class='r'><h3>{name}</h3><p>{price}</p><button>Add to cart</button></div>",
    "quantities": "<tr><td>{name}</td><td>{price}</td><td><input type='number' value='0' name='qty'></td></tr>",
    "both": "<li><b>{name}</b> <span>{price}</span> <input type='number' value='1'><button>Add</button></li>",
    "plus": "<div class='r'><p>{name}</p><p>{price}</p><button>+</button></div>",
    "selects": "<div class='r'><p>{name}</p><p>{price}</p><select><option selected>0</option><option>1</option></select></div>",
}
NAMES = ("Margherita", "Marinara", "Funghi")


def selling(make: str, names: tuple[str, ...] = NAMES) -> str:
    rows = "".join(ROWS[make].format(name=name, price=f"€ {n + 8},50") for n, name in enumerate(names))
    return f"<main><h1>Menu</h1>{f'<table>{rows}</table>' if make == 'quantities' else f'<div>{rows}</div>'}</main>"


@pytest.mark.parametrize("make", ROWS)
async def test_every_row_with_its_name_price_and_handle(pages: Pages, make: str) -> None:
    rows = (await pages.facts(selling(make))).order_rows
    assert [r.title for r in rows] == list(NAMES)
    assert [str(r.price.amount.value) for r in rows] == ["8.50", "9.50", "10.50"]
    assert all((r.button is not None) is (make in {"buttons", "both", "plus"}) for r in rows)
    assert all((r.quantity is not None) is (make in {"quantities", "both", "selects"}) for r in rows)


@pytest.mark.parametrize(("lang", "label"), [("de", "In den Warenkorb"), ("fr", "Ajouter"), ("it", "Aggiungi"), ("ja", "カートに入れる")])
async def test_rows_in_other_languages(pages: Pages, lang: str, label: str) -> None:
    assert len((await pages.facts(selling("buttons").replace("Add to cart", label), lang=lang)).order_rows) == 3


async def test_sold_out_rows_say_so(pages: Pages) -> None:
    html = (
        selling("buttons").replace("€ 9,50</p>", "€ 9,50</p><p>Sold out</p>").replace("€ 10,50</p><button", "€ 10,50</p><button disabled")
    )
    assert [r.sold_out for r in (await pages.facts(html)).order_rows] == [False, True, True]


@pytest.mark.parametrize(
    "html",
    [
        selling("buttons", NAMES[:1]),
        "<main><h1>Wool blanket</h1><p>€ 49,00</p><button>Add to cart</button></main>",
        "<main><p>A € 1,00</p><p>B € 2,00</p></main>",
        selling("buttons").replace("main>", "footer>"),
    ],
)
async def test_what_is_no_selling_list(pages: Pages, html: str) -> None:
    assert (await pages.facts(html)).order_rows == []
