"""Which products of a list are opened to find one that leaves a choice open."""

import pytest

from auditor.probes.other_products import likely_with_choices
from tests.auditor.probes.conftest import Visit

HOST = "https://shop.example"


def tile(name: str, asks: str, *, price: str = "€20.00") -> str:
    return f'<li><a href="/{name}"><img src="data:," width="200" height="200" alt=""><h3>Product {name}</h3></a><p>{price}</p>{asks}</li>'


def shown(lang: str, *tiles: str) -> str:
    return f'<!doctype html><html lang="{lang}"><main><ul>{"".join(tiles)}</ul></main>'


@pytest.mark.parametrize(
    ("lang", "asks", "buys"),
    [
        ("en", "Select options", "Add to cart"),
        ("de", "Ausführung wählen", "In den Warenkorb"),
        ("fr", "Choix des options", "Ajouter au panier"),
        ("nl", "Kies kleur", "In winkelwagen"),
        ("pl", "Wybierz opcje", "Do koszyka"),
        ("sv", "Välj storlek", "Lägg i varukorgen"),
    ],
)
@pytest.mark.parametrize("element", ['<a href="/{0}">{1}</a>', "<button>{1}</button>", "<p>{1}</p>"])
async def test_products_whose_cards_ask_to_choose_come_first(visit: Visit, lang: str, asks: str, buys: str, element: str) -> None:
    tiles = [tile(name, element.format(name, asks if name == "z" else buys)) for name in ("a", "b", "c", "z")]
    _, seen = await visit({"/list": shown(lang, *tiles)}, "/list")
    assert likely_with_choices([seen], f"{HOST}/a") == [f"{HOST}/{name}" for name in ("z", "c", "b")]


async def test_a_name_that_speaks_of_choosing_says_nothing_of_a_choice(visit: Visit) -> None:
    long = "<p>Choose a size that fits: our guide of twelve pages tells how to measure your foot</p>"
    tiles = [tile("a", long), tile("b", ""), tile("z", "")]
    _, seen = await visit({"/list": shown("en", *tiles)}, "/list")
    assert likely_with_choices([seen], f"{HOST}/x") == [f"{HOST}/{name}" for name in "zba"]


async def test_products_of_other_parts_come_before_those_beside_the_one_of_the_visit(visit: Visit) -> None:
    tiles = [tile(name, "") for name in ("bags/a", "bags/b", "shirts/c", "https://elsewhere.example/d")]
    page = shown("en", *tiles).replace('href="/https', 'href="https')
    _, seen = await visit({"/list": page}, "/list")
    assert likely_with_choices([seen], f"{HOST}/bags/a") == [f"{HOST}/shirts/c", f"{HOST}/bags/b"]
