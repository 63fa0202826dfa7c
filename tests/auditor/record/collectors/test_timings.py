"""What the page's own observer noted of its loading."""

import pytest
from playwright.async_api import Browser, Route

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.record.collectors.timings import read_vitals, vitals_script
from tests.auditor.pages import HOME, document

LATE = """<header>Shop</header><main><h1>Vases</h1><p style="height: 600px">Text</p></main><script>
setTimeout(() => {{ const band = document.createElement("div"); band.style.cssText = "{style}"; band.textContent = "Sale";
document.body.prepend(band); }}, 1200);</script>"""


@pytest.mark.parametrize(
    ("style", "stay", "moves"),
    [("height: 340px", True, True), ("height: 340px; position: absolute", True, False), ("height: 340px", False, False)],
)
async def test_a_band_that_comes_a_second_after_the_page_moves_it(browser: Browser, style: str, stay: bool, moves: bool) -> None:
    context = await open_context(browser, DESKTOP, Visitor(), vitals_script())

    async def answer(route: Route) -> None:
        await route.fulfill(body=document(LATE.format(style=style)), content_type="text/html; charset=utf-8")

    try:
        await context.route("**/*", answer)
        page = await context.new_page()
        await page.goto(HOME)
        read = await read_vitals(page, stay=stay)
    finally:
        await context.close()
    assert (read["vitals"].get("CLS", {"value": 0})["value"] > 0.05) is moves
