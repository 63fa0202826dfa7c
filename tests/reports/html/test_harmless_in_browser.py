"""The report as a browser shows it: nothing acts in it, nothing is fetched, and everybody can use it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from auditor_reports.html.renderer import renderer
from auditor_reports.view.cleaning import LONGEST
from playwright.async_api import Browser, Page

from auditor.api import Result
from auditor.browser.launch import BrowserChoice, launched
from tests.auditor.specimens import walked
from tests.reports.hostile import ADDRESSES, NASTY, everywhere, explained
from tests.reports.results import audit, report, said, seen, step
from tests.reports.test_languages import CHECKS, asked, many, recorded, usual

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SHOWN: list[tuple[Callable[[], Result], int, str]] = [
    *((usual, width, scheme) for width in (360, 1280) for scheme in ("light", "dark")),
    (many, 360, "light"),
    (asked, 1280, "dark"),
    (lambda: audit(journeys=[]), 360, "dark"),
]
# What looks like code is marked so, and is no element of the shop's making.
_SHAPE = """() => Object.fromEntries(["*:not(code)", "h1,h2,h3,h4", "a", "img", "image", "script", "style",
  "iframe,object,embed,form,base,meta,link"]
  .map((kind) => [kind, document.querySelectorAll(kind).length]))"""
# Everything that can be opened, pressed or touched without leaving the page.
_TOUCH = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const element of document.querySelectorAll("*")) {
    for (const kind of ["mouseover", "mouseenter", "focus", "pointerover"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  for (const element of document.querySelectorAll("button, select, label")) {
    element.dispatchEvent(new Event("change", { bubbles: true })); element.click();
  }
}"""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with launched(BrowserChoice()) as running:
        yield running.browser


@dataclass
class Opened:
    """An open report, and what it did besides being shown."""

    page: Page
    acted: list[str] = field(default_factory=list)

    async def touched(self) -> list[str]:
        """Touch everything; return what acted."""
        await self.page.evaluate(_TOUCH)
        await self.page.emulate_media(media="print")
        if await self.page.evaluate("() => window.__hit"):
            self.acted.append("a script of the shop")
        return self.acted


async def opened(browser: Browser, source: str, folder: Path, *, width: int = 1280, scheme: str = "light") -> Opened:
    """Open a report as a file, in a browser context of its own."""
    file = folder / "report.html"
    file.write_text(source, encoding="utf-8")
    context = await browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = await context.new_page()
    shown = Opened(page)
    page.on("console", lambda message: shown.acted.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: shown.acted.append(f"error: {error}"))
    page.on("request", lambda request: shown.acted.append(f"request: {request.url}") if not _own(request.url, file) else None)
    page.on("dialog", lambda dialog: shown.acted.append(f"dialog: {dialog.message}"))
    await page.goto(file.as_uri())
    return shown


def _own(url: str, file: Path) -> bool:
    return url.startswith("data:image/") or url.partition("#")[0] == file.as_uri()


@pytest.mark.parametrize(("result", "width", "scheme"), SHOWN)
async def test_everybody_can_use_it(browser: Browser, result: Callable[[], Result], width: int, scheme: str, tmp_path: Path) -> None:
    recorded(tmp_path, "rejected", "No")
    source = renderer.render(report(result(), tmp_path, *CHECKS))
    shown = await opened(browser, source, tmp_path, width=width, scheme=scheme)
    await shown.page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
    assert await violations(shown.page) == []
    assert await shown.page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert await shown.touched() == []
    await shown.page.context.close()


async def violations(page: Page) -> list[str]:
    """What axe-core finds amiss: the rule, and the first elements that break it."""
    axe = (files("auditor") / "page_scripts" / "axe.min.js").read_text(encoding="utf-8")
    await page.evaluate(axe)
    found: dict[str, Any] = await page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [f"{rule['id']}: {[node['html'][:200] for node in rule['nodes'][:3]]}" for rule in found["violations"]]


def joined() -> list[str]:
    """All texts, several in one where they are short: what one leaves open the next may close."""
    groups = [""]
    for text in NASTY.values():
        if len(groups[-1]) + len(text) > LONGEST:
            groups.append("")
        groups[-1] = f"{groups[-1]} {text}"
    return [group for group in groups if group]


async def test_no_text_of_a_shop_does_anything(browser: Browser, tmp_path: Path) -> None:
    tame = await opened(browser, renderer.render(report(everywhere("x"), tmp_path, explained("x"))), tmp_path)
    shape = await tame.page.evaluate(_SHAPE)
    await tame.page.context.close()
    for text in joined():
        shown = await opened(browser, renderer.render(report(everywhere(text), tmp_path, explained(text))), tmp_path)
        assert await shown.page.evaluate(_SHAPE) == shape, text
        assert await shown.touched() == [], text
        await shown.page.context.close()


async def test_no_address_of_a_shop_does_anything(browser: Browser, tmp_path: Path) -> None:
    made = everywhere("x")
    findings = [seen(f"Seen {number}.", url=address) for number, address in enumerate(ADDRESSES)]
    steps = [step("home", url=address) for address in ADDRESSES]
    made = made.model_copy(update={"verdicts": [*made.verdicts, said("trust-links", findings=findings)]})
    made = made.model_copy(update={"journeys": [walked(device=str(number), steps=[one]) for number, one in enumerate(steps)]})
    shown = await opened(browser, renderer.render(report(made, tmp_path)), tmp_path)
    schemes = await shown.page.evaluate("() => [...new Set([...document.querySelectorAll('a')].map((a) => a.protocol))]")
    assert set(schemes) <= {"file:", "https:"}
    assert await shown.touched() == []
    await shown.page.context.close()
