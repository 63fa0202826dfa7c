"""Records the pages of `pages/` as observations in which the right controls are known by number, for tests without a browser.

    python -m tests.auditor.facts.decisions.record            # all that have changed
    python -m tests.auditor.facts.decisions.record de-cart    # those that are named

A page is the HTML of a body behind a comment that says where it stands: `<!-- url=https://laden.example/korb lang=de -->`,
with `device=mobile` and `title=...` where needed. `data-right="checkout"` marks what is right for a target, `none=checkout` in
the comment says that nothing on the page is. Marks are taken off in the browser before anything is observed. Where a button that
goes on is marked, the marked fields are filled first: that is when a journey looks for it.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections import defaultdict
from typing import Any

from playwright.async_api import Page

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.browser.launch import BrowserChoice, launched
from auditor.observe.observer import Observer
from tests.auditor.facts.decisions.recorded import PAGES, Decision, Recorded, fingerprint, read, write
from tests.auditor.pages import HOME, Pages, document

_SAID = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PAIR = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')
_TAKE_OFF = """() => {
  const found = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.hasAttribute("data-right")) {
        for (const target of element.getAttribute("data-right").split(/\\s+/)) found.push([target, element]);
        element.removeAttribute("data-right");
      }
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  if (found.some(([target]) => target === "continue")) {
    for (const [target, element] of found) {
      if (target.startsWith("field:") && element.tagName === "INPUT" && !element.value) element.value = "Audit";
    }
  }
  return found;
}"""
_NUMBERS = """found => found.map(([target, element]) => [target, window[Symbol.for("storefront-auditor")].numberOf(element)])"""


def settings_of(html: str) -> dict[str, str]:
    """What the comment at the top of a page says about it."""
    said = _SAID.match(html.lstrip())
    return {key: quoted or plain for key, quoted, plain in _PAIR.findall(said.group(1) if said else "")}


async def take(page: Page) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Observe an open page without its marks; returns the raw observation and the numbers of what was marked, by target."""
    marked = await page.evaluate_handle(_TAKE_OFF)
    observation = await Observer(page).observe()
    right: dict[str, list[int]] = defaultdict(list)
    for target, number in await marked.evaluate(_NUMBERS):
        if number < 0:
            raise ValueError(f"what is marked as {target} was not observed")
        right[target].append(number)
    raw = dict(observation.raw)
    raw["frames"] = [{**frame, "milliseconds": 0} for frame in raw["frames"]]
    return raw, dict(right)


async def record(pages: Pages, html: str, name: str) -> Recorded:
    """Open one page and take its observation."""
    told = settings_of(html)
    body = _SAID.sub("", html.lstrip(), count=1).lstrip()
    whole = document(body, lang=told.get("lang", "en"), title=told.get("title", "Shop"))
    device = MOBILE if told.get("device") == "mobile" else DESKTOP
    async with pages.tab(whole, url=told.get("url", HOME), device=device) as tab:
        raw, right = await take(tab.page)
    decisions = [Decision(name, target, tuple(numbers)) for target, numbers in right.items()]
    decisions += [Decision(name, target, ()) for target in told.get("none", "").split(",") if target]
    if not decisions:
        raise ValueError(f"{name} marks nothing")
    return Recorded(name, fingerprint(html), raw, tuple(sorted(decisions, key=lambda d: d.target)))


async def main(names: list[str]) -> None:
    """Record the named pages, else all whose recording is not of the page as it is."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.html"))}
    wanted = names or [name for name, html in sources.items() if (known := read(name)) is None or known.page != fingerprint(html)]
    async with launched(BrowserChoice()) as running:
        pages = Pages(running.browser)
        for name in wanted:
            write(await record(pages, sources[name], name))
        await pages.close()
    print(f"{len(wanted)} of {len(sources)} pages recorded")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
