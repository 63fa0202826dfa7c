"""The rail against ordering for step hooks, whose presses nobody looks at before they are made.

The veto keeps the journey from pressing anything on a page that offers payment or sums up the order. For a hook the same
is done one step later: what is pressed is noted in the page, and before a request leaves, the page is looked at. Where it
may have been the last press, nothing that could change something leaves any more while the hook runs. What a hook fills
in and chooses on such a page may still be sent by the page itself, as one-page checkouts do.
"""

from __future__ import annotations

import asyncio

from playwright.async_api import Error, Page

from auditor.facts.page import PageFacts
from auditor.journey.veto import is_review
from auditor.journey.walker import Walker
from auditor.observe.observer import Observer

_LOOK_SECONDS = 3.0
_LISTEN = """(() => {
  const key = Symbol.for("storefront-auditor-presses");
  if (window[key]) return;
  const presses = { last: 0 };
  Object.defineProperty(window, key, { value: presses });
  const PRESSED = "button, a, [type=submit], [type=image], [type=button], [role=button], [role=link]";
  const FIELD = "input, select, textarea, option, label, [role=radio], [role=checkbox], [role=switch], [role=option], [role=combobox]";
  const note = (event) => {
    const target = event.composedPath()[0];
    const field = target instanceof Element && !target.closest(PRESSED) && target.closest(FIELD);
    if (event.type === "submit" || !field) presses.last = performance.timeOrigin + performance.now();
  };
  addEventListener("click", note, true);
  addEventListener("submit", note, true);
})()"""
_LAST_PRESS = '() => (window[Symbol.for("storefront-auditor-presses")] || { last: 0 }).last'


class PressWatch:
    """Says of each request, while a hook runs, whether it may come from the last press before an order."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._innocent: set[float] = {0.0}  # presses made on a page that was not the last one
        self._suspicious = False

    async def listen(self) -> None:
        """Note presses from now on, in every page and frame."""
        await self._walker.context.add_init_script(_LISTEN)
        for page in self._walker.context.pages:
            for frame in page.frames:
                try:
                    await frame.evaluate(_LISTEN)
                except Error:
                    continue  # it is going away; the next document listens from its start

    async def __call__(self, *, form: bool) -> bool:
        """Look at the pages as they are now; `form`: a form is being sent, which may happen without a press."""
        if not self._suspicious:
            for page in self._walker.context.pages:
                pressed = await _last_press(page)
                if pressed in self._innocent and not form:
                    continue
                if await self._is_last(page):
                    self._suspicious = True
                    break
                self._innocent.add(pressed)
        return self._suspicious

    async def _is_last(self, page: Page) -> bool:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                facts = PageFacts(await Observer(page).observe(), self._walker.tab.languages)
        except (Error, TimeoutError):
            return False  # the page went away, and with it what could have been pressed
        return facts.checkout.offers_payment or is_review(facts)


async def _last_press(page: Page) -> float:
    found = 0.0
    for frame in page.frames:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                found = max(found, await frame.evaluate(_LAST_PRESS))
        except (Error, TimeoutError):
            continue
    return found
