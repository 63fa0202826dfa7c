from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from auditor.demo.app import create_app
from auditor.demo.shape import DIMENSIONS
from auditor.demo.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]


def test_every_link_of_the_shop_leads_somewhere(shop: TestClient) -> None:
    """Walks the plain shop from the home page over every link of its own."""
    waiting, seen = ["/"], {"/"}
    titles: dict[str, str] = {}
    while waiting:
        path = waiting.pop()
        answer = shop.get(path)
        assert answer.status_code == 200, path
        page = answer.text
        assert page.count("<h1") == 1, path
        titles[path.split("?")[0]] = re.findall("<title>(.*?)</title>", page)[0]
        for href in re.findall(r'href="(/[^"#?]*)', page):
            if href not in seen and not href.startswith(("/assets/", "/media/")):
                seen.add(href)
                waiting.append(href)
    assert len(seen) > 40
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("lang", DIMENSIONS["lang"])
def test_every_language_has_working_links(lang: str, open_shop: OpenShop) -> None:
    shop = open_shop(f"lang={lang}")
    page = shop.get("/").text
    assert f'<html lang="{lang}">' in page
    for href in set(re.findall(r'href="(/[^"#?]*)', page)):
        assert shop.get(href).status_code == 200, href


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in DIMENSIONS.items() for value in values])
def test_every_shape_serves_its_pages(key: str, value: str, open_shop: OpenShop) -> None:
    shop = open_shop(f"{key}={value}")
    path = wording(value if key == "lang" else "en").path
    for page in ("/", path("all"), path("search") + "?q=skog", path("cart"), path("account")):
        assert shop.get(page).status_code == 200
    assert shop.get("/nowhere").status_code == 404


def test_a_wrong_address_is_answered_helpfully(shop: TestClient) -> None:
    answer = shop.get("/no-such-page")
    assert answer.status_code == 404
    assert 'role="search"' in answer.text
    assert answer.text.count("/shop/") >= 5


def test_an_unknown_flaw_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown flaw"):
        create_app(flaws=["nothing"])


def test_nothing_on_any_page_comes_from_elsewhere(shop: TestClient) -> None:
    for path in ("/", "/product/fjell-wool-blanket", "/cart"):
        page = shop.get(path).text
        assert re.findall(r'(?:src|srcset|action|data)="(https?://[^"]*)', page) == []


@pytest.mark.parametrize("path", ["/", "/all-products", "/product/fjell-wool-blanket"])
def test_no_page_is_heavy(path: str, shop: TestClient) -> None:
    page = shop.get(path)
    assert len(page.content) < 60_000
    assert "style=" not in page.text  # the content security policy forbids it
