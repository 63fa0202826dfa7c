"""timings.json: how fast the page appeared, by the web-vitals library."""

from __future__ import annotations

from contextlib import suppress
from importlib.resources import files
from typing import Any

from playwright.async_api import Error, Page

from auditor.model.stage import Stage
from auditor.record.sight import Sight

_READ = """() => {
  const engine = window[Symbol.for("storefront-auditor")] || {};
  const nav = performance.getEntriesByType("navigation")[0];
  const seen = (e) => {
    const b = e.getBoundingClientRect();
    return b.width * b.height > 0 && b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth;
  };
  const complete = ![...document.images].some((e) => e.currentSrc && !e.complete && seen(e));
  const load_ms = nav && nav.loadEventEnd ? Math.round(nav.loadEventEnd) : null;
  return { vitals: engine.vitals || {}, load_ms, complete };
}"""
_PAINTED = """() => Boolean(((window[Symbol.for("storefront-auditor")] || {}).vitals || {}).LCP)"""
_PAINT_MS = 1500
_STAY_MS = 2000  # after its load, in which banners and recommendations are put into a page
_STAYED = """(stay) => {
  const nav = performance.getEntriesByType("navigation")[0];
  return !nav || (nav.loadEventEnd > 0 && performance.now() - nav.loadEventEnd >= stay);
}"""
_JUDGED = {Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT}
_OBSERVE = """
(() => {
  if (window !== window.top || !window.webVitals) return;
  const engine = window[Symbol.for("storefront-auditor")];
  engine.vitals = {};
  const keep = (m) => {
    const a = m.attribution || {};
    const element = a.target || a.element || a.largestShiftTarget || a.interactionTarget || "";
    engine.vitals[m.name] = { value: Math.round(m.value * 10000) / 10000, element, url: a.url || "" };
  };
  webVitals.onLCP(keep, { reportAllChanges: true });
  webVitals.onCLS(keep, { reportAllChanges: true });
  webVitals.onFCP(keep);
  webVitals.onTTFB(keep);
  webVitals.onINP(keep, { reportAllChanges: true });
})();
"""


def vitals_script() -> str:
    """Return the only script that runs in a page while it loads: web-vitals, unmodified, and where it keeps its values."""
    library = (files("auditor") / "page_scripts" / "web-vitals.attribution.iife.js").read_text(encoding="utf-8")
    return f"\nif (window === window.top) {{\n{library}\nwindow.webVitals = webVitals;\n}}\n{_OBSERVE}"


async def read_vitals(page: Page, *, stay: bool = True) -> dict[str, Any]:
    """Read what the observer in the page has noted, once something was painted that counts, and what comes late has come."""
    with suppress(Error):  # a busy machine paints late; some pages paint nothing that counts
        await page.wait_for_function(_PAINTED, timeout=_PAINT_MS, polling=50)
    if stay:
        with suppress(Error):  # a page that is never done with loading is read as it is
            await page.wait_for_function(_STAYED, arg=_STAY_MS, timeout=_STAY_MS, polling=100)
    return await page.evaluate(_READ)  # type: ignore[no-any-return]


async def collect_timings(sight: Sight) -> Any:
    """Take the page's metrics; after a soft navigation there are none of its own."""
    soft = sight.document is None
    page = sight.tab.page
    return {"soft": soft, **(await page.evaluate(_READ) if soft else await read_vitals(page, stay=sight.stage in _JUDGED))}
