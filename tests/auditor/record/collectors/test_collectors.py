"""Collectors that only read what the browser tells; the browser is a stand-in."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Error

from auditor.record.collectors import COLLECTORS
from auditor.record.collectors.console import collect_console
from auditor.record.collectors.cookies import collect_cookies
from auditor.record.collectors.headers import collect_headers
from auditor.record.collectors.network import collect_network
from auditor.record.sight import Sight

MAIN_FRAME = object()


def returning(value: Any) -> Any:
    async def method(*_: object) -> Any:
        if isinstance(value, Exception):
            raise value
        return value

    return method


def exchange(url: str, *, kind: str = "script", size: Any = 512, answered: bool = True, **facts: Any) -> Any:
    """A request and its answer as the traffic log holds them."""
    headers = {"content-type": "text/html; charset=utf-8", "x-trace": "7"}
    response = SimpleNamespace(
        url=url, status=200, frame=MAIN_FRAME, headers=headers,
        all_headers=returning({"server": "nginx"}), security_details=returning({"protocol": "TLS 1.3"}),
    )  # fmt: skip
    sizes = size if isinstance(size, Exception) else {"responseBodySize": size}
    request = SimpleNamespace(url=url, method="GET", sizes=returning(sizes))
    known = {"request": request, "response": response if answered else None, "kind": kind, "started": 1.0, "finished": 1.25, "failure": ""}
    return SimpleNamespace(**{**known, **facts})


def sight(*exchanges: Any, messages: Any = (), cookies: Any = (), stored: Any = None) -> Sight:
    page = SimpleNamespace(main_frame=MAIN_FRAME, evaluate=returning(stored), context=SimpleNamespace(cookies=returning(list(cookies))))
    return Sight(cast(Any, SimpleNamespace(page=page)), cast(Any, None), None, exchanges, list(messages))


async def test_requests_are_listed_with_what_they_weighed() -> None:
    page = exchange("https://shop.example/", kind="document", size=9000)
    script = exchange("https://cdn.example/a.js", started=1.15)
    first, second = await collect_network(sight(page, script))
    assert first == {
        "url": "https://shop.example/", "method": "GET", "kind": "document", "status": 200, "mime": "text/html",
        "headers": {"content-type": "text/html; charset=utf-8"}, "bytes": 9000, "started": 0.0, "milliseconds": 250.0,
        "main_document": True,
    }  # fmt: skip
    assert (second["bytes"], second["started"], "main_document" in second) == (512, 150.0, False)


async def test_a_failed_and_an_open_request_have_no_size() -> None:
    failed = exchange("https://cdn.example/a.js", failure="net::ERR_FAILED", answered=False)
    still_open = exchange("https://cdn.example/b.js", finished=None)
    first, second = await collect_network(sight(failed, still_open))
    assert (first["failure"], first.get("bytes")) == ("net::ERR_FAILED", None)
    assert ("milliseconds" in second, "bytes" in second) == (False, False)


async def test_a_size_that_the_browser_does_not_know_is_zero() -> None:
    (entry,) = await collect_network(sight(exchange("https://cdn.example/a.js", size=Error("gone"))))
    assert entry["bytes"] == 0


async def test_headers_are_those_of_the_document() -> None:
    found = await collect_headers(sight(exchange("https://shop.example/", kind="document"), exchange("https://cdn.example/a.js")))
    assert found == {"url": "https://shop.example/", "status": 200, "headers": {"server": "nginx"}, "tls": {"protocol": "TLS 1.3"}}


async def test_a_page_drawn_by_script_has_no_headers_of_its_own() -> None:
    assert await collect_headers(sight(exchange("https://cdn.example/a.js"))) is None


async def test_cookies_come_without_their_values() -> None:
    held = {
        "name": "sid",
        "value": "hush-hush",
        "domain": "shop.example",
        "path": "/",
        "secure": True,
        "httpOnly": True,
        "sameSite": "Lax",
        "expires": -1,
    }
    found = await collect_cookies(sight(cookies=[held], stored={"local": ["cart"], "session": []}))
    assert "hush" not in str(found)
    assert found["cookies"][0] | {"expires": 0} == {
        "name": "sid", "domain": "shop.example", "path": "/", "secure": True, "http_only": True, "same_site": "Lax", "expires": 0,
        "length": 9,
    }  # fmt: skip
    assert found["storage"] == {"local": ["cart"], "session": []}


async def test_a_page_that_shows_no_storage_has_none() -> None:
    found = await collect_cookies(sight(stored=Error("Execution context was destroyed")))
    assert found == {"cookies": [], "storage": {"local": [], "session": []}}


@pytest.mark.parametrize(("count", "kept"), [(3, 3), (900, 200)])
async def test_a_noisy_console_is_cut(count: int, kept: int) -> None:
    assert len(await collect_console(sight(messages=[{"kind": "error", "text": f"{i}"} for i in range(count)]))) == kept


def test_what_disturbs_the_page_comes_last() -> None:
    names = list(COLLECTORS)
    assert names[0] == "timings"
    assert names[-3:] == ["screenshot", "full", "axe"]
    assert len({file for file, _ in COLLECTORS.values()}) == len(COLLECTORS)
