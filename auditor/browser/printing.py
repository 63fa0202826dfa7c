"""Prints an HTML document to PDF with the browser that audits use. What it shows comes from shops, so nothing in it may act."""

from __future__ import annotations

import asyncio
from html import escape

from playwright.async_api import Error, Route

from auditor.brand.brand import Paper
from auditor.browser.launch import BrowserChoice, launched
from auditor.errors import ReportError

# An `@page` rule with margins would keep the footer from being drawn, hence they are given to the browser instead.
_MARGINS = {"top": "14mm", "right": "14mm", "bottom": "17mm", "left": "14mm"}
_FOOTER = """<div style="width: 100%; margin: 0 14mm; display: flex; justify-content: space-between; gap: 8mm;
 font: 7.5pt 'Liberation Sans', Arial, sans-serif; color: #4d585c; -webkit-print-color-adjust: exact;">
<span dir="auto" style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis;">{text}</span>
<span style="white-space: nowrap;"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>"""
_SECONDS = 90


def print_pdf(html: str, *, paper: Paper = "A4", footer: str = "") -> bytes:
    """Return the document as a tagged PDF with an outline of its headings; `footer` stands on each page beside its number.

    The document is shown offline and without its scripts; everything it needs must stand in it. Not to be called from a running
    event loop. Raises `BrowserError` when there is no browser, `ReportError` when it cannot print.
    """
    return asyncio.run(_printed(html, paper, footer))


async def _printed(html: str, paper: Paper, footer: str) -> bytes:
    async with launched(BrowserChoice(offline=True)) as running:
        try:
            context = await running.browser.new_context(offline=True, java_script_enabled=False, accept_downloads=False)
            context.set_default_timeout(_SECONDS * 1000)
            await context.route("**/*", _refuse)
            page = await context.new_page()
            await page.set_content(html, wait_until="load")
            return await asyncio.wait_for(
                page.pdf(
                    format=paper,
                    margin=_MARGINS,  # type: ignore[arg-type]
                    display_header_footer=True,
                    header_template="<span></span>",
                    footer_template=_FOOTER.format(text=escape(footer)),
                    print_background=True,
                    tagged=True,
                    outline=True,
                ),
                _SECONDS,
            )
        except (Error, TimeoutError) as error:
            first = (str(error).strip() or f"no answer in {_SECONDS} seconds").splitlines()[0]
            raise ReportError(f"The browser could not print the PDF: {first}.") from error


async def _refuse(route: Route) -> None:
    await route.abort()
