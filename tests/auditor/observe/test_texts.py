"""Texts and pictures: what stands on the page to read."""

from __future__ import annotations

import pytest

from auditor.observe import Observation, Text
from tests.auditor.pages import Pages


def text(seen: Observation, words: str) -> Text:
    (found,) = [t for t in seen.texts if t.text == words]
    return found


@pytest.mark.parametrize(
    "html", ["<s>€ 59,95</s>", "<del>€ 59,95</del>", '<p style="text-decoration:line-through">€ 59,95</p>', "<s><span>€ 59,95</span></s>"]
)
async def test_struck_prices_are_marked(pages: Pages, html: str) -> None:
    seen = await pages.observe(f"<div>{html}</div><b>€ 39,95</b>")
    assert text(seen, "€ 59,95").struck
    assert not text(seen, "€ 39,95").struck


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ("<div><span>12</span><sup>99</sup> <span>€</span></div>", "12 99 €"),
        ("<div><span>$</span><span>12</span><span>.99</span></div>", "$ 12 .99"),
        ("<p><b>19</b><i>95</i><span>kr</span></p>", "1995 kr"),
    ],
)
async def test_a_price_in_pieces_is_also_read_as_a_whole(pages: Pages, html: str, whole: str) -> None:
    seen = await pages.observe(html)
    (joined,) = [t for t in seen.texts if t.split]
    assert joined.text == whole
    assert len([t for t in seen.texts if not t.split]) >= 2


async def test_the_look_of_a_text(pages: Pages) -> None:
    seen = await pages.observe(
        '<h1 style="font-size:30px;font-weight:700;color:rgb(200, 0, 0)">Bag</h1><p role="alert">Error</p><button>B</button>'
    )
    heading = text(seen, "Bag")
    assert (heading.size, heading.weight, heading.color, heading.heading) == (30, 700, "rgb(200, 0, 0)", 1)
    assert text(seen, "Error").live == "alert"
    button = text(seen, "B")
    assert button.control == seen.controls[0].n


@pytest.mark.parametrize(
    ("html", "landmark"),
    [
        ("<header><p>T</p></header>", "header"),
        ("<main><header><p>T</p></header></main>", "main"),
        ("<footer><nav><p>T</p></nav></footer>", "nav"),
        ('<div role="dialog" style="position:fixed"><p>T</p></div>', "dialog"),
        ("<p>T</p>", ""),
    ],
)
async def test_texts_know_their_landmark(pages: Pages, html: str, landmark: str) -> None:
    assert text(await pages.observe(html), "T").landmark == landmark


async def test_regions_of_the_page(pages: Pages) -> None:
    seen = await pages.observe('<header>a</header><nav aria-label="Main">b</nav><main>c</main><footer style="display:none">d</footer>')
    assert [(r.kind, r.label, r.visible) for r in seen.regions] == [
        ("header", "", True),
        ("nav", "Main", True),
        ("main", "", True),
        ("footer", "", False),
    ]


async def test_pictures_and_what_stands_for_them(pages: Pages) -> None:
    seen = await pages.observe(
        '<img src="/a.svg" width="120" height="80" alt="A blanket"><img src="/b.svg" width="40" height="40" alt="">'
        '<img src="/c.svg" width="40" height="40"><img src="/pixel.svg" width="1" height="1" alt="x">'
        '<div style="width:60px;height:60px;background-image:url(/d.svg)"></div><svg width="24" height="24"></svg>'
    )
    assert [(p.kind, p.alt, p.src.rpartition("/")[2]) for p in seen.pictures] == [
        ("img", "A blanket", "a.svg"),
        ("img", "", "b.svg"),
        ("img", None, "c.svg"),
        ("background", None, "d.svg"),
        ("svg", None, ""),
    ]
    assert seen.pictures[0].natural == (200, 200)
    assert (seen.pictures[0].box.width, seen.pictures[0].box.height) == (120, 80)


async def test_what_the_head_says(pages: Pages) -> None:
    seen = await pages.observe(
        '<!doctype html><html lang="fr-CH"><head><title>Boutique</title><meta name="Description" content="Laine">'
        '<meta property="og:type" content="product"><link rel="canonical" href="/fr/p">'
        '<script type="application/ld+json">{"@type": "Product", "name": "Couverture"}</script></head><body><p>x</p></body></html>'
    )
    assert (seen.title, seen.lang, seen.url) == ("Boutique", "fr-CH", "https://shop.example/")
    assert seen.meta["description"] == "Laine"
    assert seen.meta["og:type"] == "product"
    assert seen.links[0]["href"] == "https://shop.example/fr/p"
    assert "Couverture" in seen.json_ld[0]
