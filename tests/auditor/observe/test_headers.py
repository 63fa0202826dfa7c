"""Which <header> is the page's own."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages, by_id

MENU = '<header><nav><a href="/a">A</a></nav><a id="x" href="/cart">Cart</a></header>'


@pytest.mark.parametrize(
    ("html", "landmark"),
    [
        (MENU, "header"),
        (f"<main>{MENU}<p>Everything stands in one main element.</p></main>", "header"),
        (f"<header>Shop</header><main>{MENU}</main>", "main"),
        ('<main><header><h1>Vases</h1><a id="x" href="/all">All</a></header></main>', "main"),
        ('<main><header><nav class="breadcrumb"><a href="/">Home</a></nav><a id="x" href="/all">All</a></header></main>', "main"),
    ],
)
async def test_a_header_in_main_is_the_pages_where_there_is_no_other(pages: Pages, html: str, landmark: str) -> None:
    assert by_id(await pages.observe(html), "x").landmark == landmark
