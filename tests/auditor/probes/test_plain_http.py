from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Error

from auditor.probes.plain_http import probe_plain_http


class Answer:
    status = 200

    def __init__(self, url: str) -> None:
        self.url = url
        self.disposed = False

    async def dispose(self) -> None:
        self.disposed = True


def walker(answer: Answer | Error) -> Any:
    async def get(_: str, **__: object) -> Answer:
        if isinstance(answer, Error):
            raise answer
        return answer

    return SimpleNamespace(context=SimpleNamespace(request=SimpleNamespace(get=get)))


def facts(url: str) -> Any:
    return cast(Any, SimpleNamespace(url=url))


@pytest.mark.parametrize(("ends", "secure"), [("https://shop.example/?x=1", True), ("http://shop.example/", False)])
async def test_where_the_plain_address_leads(ends: str, secure: bool) -> None:
    answer = Answer(ends)
    found, _ = await probe_plain_http(walker(answer), facts("https://shop.example/en/"))
    assert (found["url"], found["status"], found["secure"]) == ("http://shop.example/", 200, secure)
    assert "?" not in found["ends"]
    assert answer.disposed


async def test_no_answer_is_told() -> None:
    found, _ = await probe_plain_http(walker(Error("connection refused\nmore")), facts("https://shop.example/"))
    assert (found["status"], found["error"]) == (0, "connection refused")


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "https://shop.example:8443/"])
async def test_shops_without_a_plain_address_of_their_own_are_left_alone(url: str) -> None:
    found, _ = await probe_plain_http(walker(Error("never asked")), facts(url))
    assert isinstance(found, str)
