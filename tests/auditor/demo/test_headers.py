from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.mark.parametrize("page", ["/", "/cart", "/nope", "/assets/icon.svg", "/robots.txt"])
def test_every_answer_is_safe(page: str, shop: TestClient) -> None:
    headers = shop.get(page).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert "server" not in headers
    assert "x-powered-by" not in headers


def test_pages_are_asked_for_again_and_files_are_kept(shop: TestClient) -> None:
    assert shop.get("/").headers["cache-control"] == "private, no-cache"
    assert "immutable" in shop.get("/media/fjell-front-480.webp").headers["cache-control"]


def test_card_fields_may_be_framed_by_the_shop(shop: TestClient) -> None:
    headers = shop.get("/card-frame").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "x-frame-options" not in headers


def test_the_only_cookie_is_the_session(shop: TestClient) -> None:
    cookie = shop.get("/").headers["set-cookie"]
    assert cookie.startswith("nordlys_session=")
    assert "Max-Age=2592000" in cookie
    assert "set-cookie" not in shop.get("/").headers
    assert "set-cookie" not in shop.get("/assets/icon.svg").headers


def test_the_session_cookie_is_secure_where_it_can_be(shop: TestClient) -> None:
    shop.base_url = "https://testserver"
    assert "Secure" in shop.get("/").headers["set-cookie"]
