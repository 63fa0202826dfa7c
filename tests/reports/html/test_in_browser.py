"""The report in a browser: it finds, tells, opens and saves, for keyboard and screen reader, and is whole without its scripts."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import pytest
import pytest_asyncio
from auditor_reports.html.renderer import renderer
from PIL import Image
from playwright.async_api import Browser, Page

from auditor.api import Result, Stage
from auditor.browser.launch import BrowserChoice, launched
from tests.auditor.specimens import check, walked
from tests.checks.pages import Page as Recorded
from tests.checks.recordings import Shop, request, vitals
from tests.reports.results import audit, report, said, seen, step

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SHOT = "desktop/home/screenshot.webp"
CHECKS = [check(f"{category}-{i}") for category in ("trust", "speed") for i in range(4)]


class Opener(Protocol):
    """Opens the report."""

    def __call__(self, **context: Any) -> AbstractAsyncContextManager[Page]: ...


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with launched(BrowserChoice()) as running:
        yield running.browser


def recorded(run: Path) -> None:
    """A shop of one page with its picture and requests of two hosts."""
    shop = Shop(run / "recording")
    network = [
        request("https://shop.example/", size=5000, main=True) | {"started": 0.0, "milliseconds": 400.0},
        request("https://ads.example/x.js", size=70) | {"started": 120.0, "milliseconds": 90.0},
    ]
    shop.walk().page(Stage.HOME, Recorded(window=(1000, 800)), network=network, timings=vitals(FCP=300, LCP=900))
    shop.recording()
    Image.new("RGB", (1000, 800), "white").save(run / "recording" / SHOT)


def result() -> Result:
    """Eight problems: the even ones minor, those of speed on phones alone; the first is seen in the picture."""
    evidence = [seen("The Größe is missing.", stage="home", url="https://shop.example/", screenshot=SHOT, box=(100, 100, 80, 30))]
    shown = [
        said(
            of.id, severity="minor" if i % 2 == 0 else "critical", device="mobile" if of.category == "speed" else "desktop",
            stage="home", value=16, unit="fields", threshold="≤ 12 fields", findings=evidence if i == 0 else [],
        )
        for i, of in enumerate(CHECKS)
    ]  # fmt: skip
    walks = [walked(steps=[step("home", screenshot=SHOT)]), walked("failed", "home", "mobile", steps=[step("cart", "failed", reason="x")])]
    return audit(journeys=walks, shown=shown)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Opener:
    """Open the report in a window of its own, and see to it that the browser has nothing to complain about."""
    recorded(tmp_path)
    file = tmp_path / "report.html"
    file.write_text(renderer.render(report(result(), tmp_path, *CHECKS)), encoding="utf-8")

    @asynccontextmanager
    async def open_(**context: Any) -> AsyncIterator[Page]:
        complaints: list[str] = []
        window = await browser.new_context(**context)
        page = await window.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(file.as_uri())
        yield page
        await window.close()
        assert complaints == []

    return open_


async def shown(page: Page) -> list[str]:
    """The findings that are visible, by their checks."""
    script = "cards => cards.filter(c => c.offsetHeight).map(c => c.id.slice(8))"
    return [str(check) for check in await page.eval_on_selector_all("article.card", script)]


async def test_findings_are_searched_by_severity_category_device_and_words(opened: Opener) -> None:
    async with opened() as page:
        bar, told = page.locator(".filters"), page.locator(".filters output")
        assert await told.inner_text() == "8 of 8 shown"
        await bar.get_by_role("button", name="Critical").press("Enter")
        assert len(await shown(page)) == 4
        await bar.get_by_label("Device").select_option(label="Phone")
        assert sorted(await shown(page)) == ["speed-1", "speed-3"]
        assert await told.inner_text() == "2 of 8 shown"
        assert await page.locator(".glance tbody tr:visible").count() == 2
        await bar.get_by_role("button", name="All", exact=True).press("Space")
        await bar.get_by_label("Device").select_option("")
        await bar.get_by_label("Words").fill("grosse MISSING")
        assert await shown(page) == []
        await bar.get_by_label("Words").fill("grö missing")
        assert await shown(page) == ["trust-0"]
        await bar.get_by_label("Words").press("Escape")
        assert len(await shown(page)) == 8
        assert await told.evaluate("e => e.tagName") == "OUTPUT"  # a live region by itself


async def test_a_link_to_a_finding_shows_it_though_it_was_filtered_out(opened: Opener) -> None:
    async with opened() as page:
        await page.locator(".filters input").fill("nothing like this")
        assert await shown(page) == []
        await page.evaluate("location.hash = 'finding-trust-1'")
        await page.wait_for_function("document.querySelector('#finding-trust-1').offsetHeight > 0")
        assert len(await shown(page)) == 8


async def test_the_link_of_a_finding_is_copied(opened: Opener) -> None:
    async with opened(permissions=["clipboard-read", "clipboard-write"]) as page:
        await page.locator("#finding-trust-1 .permalink").press("Enter")
        await page.locator("#finding-trust-1 .copied").wait_for()
        assert (await page.evaluate("navigator.clipboard.readText()")).endswith("report.html#finding-trust-1")
        assert page.url.endswith("#finding-trust-1")


async def test_the_data_is_saved_as_a_file(opened: Opener, tmp_path: Path) -> None:
    async with opened() as page:
        async with page.expect_download() as download:
            await page.locator("button.data").press("Enter")
        saved = await download.value
        assert saved.suggested_filename == "shop.example-2026-11-24.json"
        await saved.save_as(tmp_path / "saved.json")
    assert json.loads((tmp_path / "saved.json").read_text(encoding="utf-8")) == result().model_dump(mode="json")


async def test_pictures_are_enlarged_and_left_by_keyboard(opened: Opener) -> None:
    async with opened() as page:
        film = page.locator("#journey-1-home")
        await film.locator("summary").press("Enter")
        assert await film.get_attribute("open") is not None
        await page.keyboard.press("Escape")
        assert await film.get_attribute("open") is None


async def test_without_scripts_everything_is_shown_and_nothing_is_offered_that_needs_them(opened: Opener) -> None:
    async with opened(java_script_enabled=False) as page:
        assert await page.locator("article.card:visible").count() == 8
        assert await page.locator(".filters:visible, button.data:visible").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_is_accessible_and_never_wider_than_the_window(opened: Opener, width: int, scheme: str) -> None:
    engine = (files("auditor") / "page_scripts" / "axe.min.js").read_text(encoding="utf-8")
    async with opened(viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        await page.evaluate("document.querySelectorAll('details.fold').forEach(fold => { fold.open = true })")
        assert await page.locator(".waterfall svg:visible").count() == 1
        await page.locator(".filters button[value=critical]").click()
        await page.evaluate(engine)
        found = await page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
        assert found == []
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
