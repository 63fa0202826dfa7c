"""The first page: what is said of an address that gives none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Browser, Route

from auditor.journey.home import reach_home
from auditor.journey.walker import Stop
from tests.auditor.journey.site import visiting


async def _file(route: Route) -> None:
    await route.fulfill(body="PK", headers={"content-type": "application/zip", "content-disposition": 'attachment; filename="../../x.zip"'})


async def _refused(route: Route) -> None:
    await route.abort("connectionrefused")


@pytest.mark.parametrize(
    ("answer", "said"),
    [(_file, "it answers with a file to download, not with a page."), (_refused, "nothing answers at this address (connection refused).")],
)
async def test_an_address_without_a_page_is_explained(browser: Browser, answer: Callable[[Route], Awaitable[None]], said: str) -> None:
    async with visiting(browser, "<h1>Shop</h1>") as visit:
        await visit.walker.context.route("**/*", answer)
        with pytest.raises(Stop) as stopped:
            await reach_home(visit.walker)
    assert stopped.value.failure.code == "unreachable"
    assert stopped.value.detail.endswith(f"could not be opened: {said}")
