"""The report in a real browser: for everyone, on every window, by day and night."""

from dataclasses import replace
from importlib.resources import files
from itertools import pairwise, product
from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer
from playwright.async_api import Browser, Page

from auditor.browser.launch import BrowserChoice, launched
from tests.reports.results import report
from tests.reports.test_languages import CHECKS, asked, usual

pytestmark = pytest.mark.browser

AXE = files("auditor") / "page_scripts" / "axe.min.js"
RESULTS = {"usual": usual, "asked": asked}


async def read(browser: Browser, file: Path, width: int, scheme: str) -> tuple[Page, list[str]]:
    """The report in a window of this width; and what the browser complained of."""
    page = await browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(file.as_uri())
    return page, complaints


@pytest.mark.parametrize("name", RESULTS)
async def test_it_can_be_read_by_everyone(tmp_path: Path, name: str) -> None:
    result = RESULTS[name]()
    before = result.model_copy(update={"started_at": "2026-11-01T10:00:00+00:00"})
    file = tmp_path / "report.html"
    file.write_text(renderer.render(replace(report(result, tmp_path, *CHECKS), earlier=before)), encoding="utf-8")
    async with launched(BrowserChoice()) as started:
        for width, scheme in product((360, 1280), ("light", "dark")):
            page, complaints = await read(started.browser, file, width, scheme)
            assert complaints == []
            assert await page.evaluate("document.documentElement.scrollWidth") <= width
            await page.evaluate(AXE.read_text(encoding="utf-8"))
            found = await page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))")
            assert (width, scheme, found) == (width, scheme, [])
            levels = await page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(h => Number(h.tagName[1]))")
            assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
            await page.close()


async def test_cover_and_summary_take_a_page_of_paper_each(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(renderer.render(report(usual(), tmp_path, *CHECKS)), encoding="utf-8")
    async with launched(BrowserChoice()) as started:
        page, _ = await read(started.browser, file, 1280, "dark")
        await page.emulate_media(media="print")
        await page.set_viewport_size({"width": 680, "height": 986})  # A4 without its margins
        heights = await page.evaluate("['.cover', '#summary'].map(s => document.querySelector(s).getBoundingClientRect().height)")
        assert all(height <= 986 for height in heights)
        assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
